"""The fact table as panels."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mujun import _core
from mujun.errors import as_number
from mujun.figures.panel import Panel
from mujun.knowledge.base import core_of
from mujun.values.parsing import as_period
from mujun.values.periods import label

if TYPE_CHECKING:
    from mujun.facts.facts import Facts
    from mujun.figures.panel import Conflict
    from mujun.values.parsing import Days, PeriodLike


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
    known, least = core_of(facts._knowledge), as_number(confidence, "confidence")
    days = None if period is None else as_period(period)

    def of_period(days: Days | None) -> _core.Panel:
        return _core.Panel.from_facts(
            facts._table, index, columns, days, measure, status, conflict, least, known
        )

    def written(labels: list[str], axis: str) -> list[str]:
        return [label(*as_period(name)) for name in labels] if axis == "period" else labels

    panel = of_period(days)
    if "period" in (index, columns):
        named = panel.renamed(written(panel.index(), index), written(panel.columns(), columns))
        return Panel.of_core(named, (index, columns))
    return Panel.of_core(panel, (index, columns), lambda: of_period(_core.year_before(panel.period())))
