"""Figures computed from the fact table: what it implies, whether it agrees, how its targets stand."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from mujun import _core
from mujun.errors import MujunError, as_date, as_number
from mujun.knowledge.base import core_of
from mujun.table.table import Core, Row, Table
from mujun.values.amounts import plural
from mujun.view.markup import element, grid, joined

if TYPE_CHECKING:
    import datetime as dt

    from mujun.facts.facts import Facts

shown_rows = 50


class DerivedFigure(NamedTuple):
    """A row of `Derived`."""

    page: str
    kind: str
    indicator: str
    indicator_code: str | None
    subject: str | None
    reference: str | None
    period_start: dt.date | None
    period_end: dt.date | None
    value: float
    unit: str
    low: float | None
    high: float | None
    formula: str
    note: str | None
    from_facts: list[int]
    confidence: float


class Check(NamedTuple):
    """A row of `Audit`."""

    page: str
    kind: str
    indicator: str | None
    subject: str | None
    ok: bool | None
    expected_low: float | None
    expected_high: float | None
    found: float | None
    unit: str | None
    facts: list[int]
    message: str
    confidence: float


class Target(NamedTuple):
    """A row of `Progress`."""

    page: str
    indicator: str
    indicator_code: str | None
    subject: str | None
    measure: str
    period: str
    period_start: dt.date | None
    period_end: dt.date | None
    target: float | None
    actual: float | None
    unit: str
    completion: float | None
    elapsed: float | None
    state: str | None
    as_of: dt.date | None
    facts: list[int]
    confidence: float


class _Computed(Table[Core, Row]):
    shown: ClassVar[tuple[str, ...]]  # the columns that a notebook shows

    def _repr_html_(self) -> str:
        rows = (
            [_text(getattr(row, name)) for name in self.shown] for row in itertools.islice(self, shown_rows)
        )
        told = f"{plural(len(self), 'row')}, {min(shown_rows, len(self))} shown"
        return joined(grid(self.shown, rows), element("p", told))


class Derived(_Computed[_core.DerivedTable, DerivedFigure]):
    """What pages imply without saying it, each figure with its bounds and its formula.

    `low` and `high` hold the true figure, as far as the printed digits and qualifiers say: half a unit of the
    last digit of each. On the open side of 以上, 近 and their like there is no bound, and the cell is null.

    Examples
    --------
    >>> import mujun as mj
    >>> facts = mj.extract("2019年，路桥区固定资产投资增长33.1%，高于全省平均增速23个百分点。")
    >>> [derived] = facts.derive()
    >>> derived.kind, derived.reference, round(derived.value, 2), derived.formula
    ('reference_growth', '全省', 10.1, '33.1% − 23个百分点')
    >>> round(derived.low, 2), round(derived.high, 2)
    (9.55, 10.65)
    """

    _record = DerivedFigure
    kind = "derived"
    shown = ("kind", "indicator", "subject", "reference", "value", "unit", "low", "high", "formula", "note")


class Audit(_Computed[_core.AuditTable, Check]):
    """What agrees on pages and between them, and what does not. Nothing is put right.

    Examples
    --------
    >>> import mujun as mj
    >>> facts = mj.extract("目前，路桥区完成整治企业1759家，其中改造升级794家，关停淘汰966家。")
    >>> [check] = facts.audit().filter(ok=False)
    >>> check.message
    '794家 + 966家 = 1760家，多于总数1759家；各项若不相互重叠，请核对原文'
    """

    _record = Check
    kind = "audit"
    shown = ("ok", "kind", "indicator", "subject", "message")


class Progress(_Computed[_core.ProgressTable, Target]):
    """Targets against what was done.

    Examples
    --------
    >>> import mujun as mj
    >>> text = "1-5月，路桥区新产品产值11.5亿元。今年，路桥区力争新产品产值43亿元。"
    >>> [target] = mj.extract(text, published="2014-06-20").progress()
    >>> target.period, target.state
    ('2014', 'behind')
    >>> round(target.completion, 1), round(target.elapsed, 1)
    (26.7, 41.4)
    """

    _record = Target
    kind = "progress"
    shown = ("indicator", "subject", "period", "target", "actual", "unit", "completion", "elapsed", "state")


def derive(facts: Facts) -> Derived:
    """Derive what the pages imply; see `Facts.derive`."""
    return Derived(_core.derive(facts._table, facts._owners, core_of(facts._knowledge)), facts._knowledge)


def audit(facts: Facts) -> Audit:
    """Check what the pages say against itself; see `Facts.audit`. The notices tell of uneven lists."""
    lists = [
        (notice.page, notice.start, notice.end) for notice in facts.notices if notice.code == "uneven_list"
    ]
    return Audit(_core.audit(facts._table, facts._owners, lists, core_of(facts._knowledge)), facts._knowledge)


def progress(facts: Facts, as_of: dt.date | str | None, tolerance: float) -> Progress:
    """Set targets against what was done; see `Facts.progress`."""
    if not 0 <= as_number(tolerance, "tolerance") <= 100:
        raise MujunError(f"tolerance={tolerance!r}: give points of the completion, from 0 to 100")
    day = as_date(as_of, "as_of")
    table = _core.progress(facts._table, facts._owners, day, tolerance, core_of(facts._knowledge))
    return Progress(table, facts._knowledge)


def _text(value: object) -> str:
    if value is None:
        return ""
    return f"{value:,.10g}" if isinstance(value, float) else str(value)
