"""The fact table as panels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mujun import _core
from mujun.panel import Panel
from mujun.parsing import as_period
from mujun.periods import label

if TYPE_CHECKING:
    from mujun.facts import Facts
    from mujun.panel import Conflict
    from mujun.parsing import PeriodLike


def of_facts(
    facts: Facts,
    index: str,
    columns: str,
    period: PeriodLike,
    *,
    measure: str,
    status: str,
    conflict: Conflict,
    confidence: float,
) -> Panel:
    """Make a panel of the fact table; see `Facts.panel`."""
    days = None if period is None else as_period(period)
    core = _core.Panel.from_facts(facts._table, index, columns, days, measure, status, conflict, confidence)

    def written(labels: list[str], axis: str) -> list[str]:
        return [label(*as_period(name)) for name in labels] if axis == "period" else labels

    def earlier() -> Panel:
        return of_facts(
            facts,
            index,
            columns,
            _core.year_before(core.period()),
            measure=measure,
            status=status,
            conflict=conflict,
            confidence=confidence,
        )

    named = core.renamed(written(core.index(), index), written(core.columns(), columns))
    return Panel.of_core(named, (index, columns), None if "period" in (index, columns) else earlier)
