"""A row of the fact table."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import datetime as dt


class Fact(NamedTuple):
    """A row of the fact table; `mj.knowledge.columns()` says what each column means.

    Examples
    --------
    >>> import mujun as mj
    >>> fact = mj.extract("全区财政总收入约12.5亿元。")[0]
    >>> fact.indicator, fact.value, fact.unit, fact.qualifier
    ('财政总收入', 1250000000.0, '元', 'about')
    """

    page: str
    article: int
    start: int
    end: int
    text: str
    indicator: str
    indicator_code: str | None
    subject: str | None
    region_code: str | None
    measure: str
    basis: str | None
    reference: str | None
    value: float
    value_high: float | None
    unit: str
    base_value: float
    base_unit: str
    precision: float
    qualifier: str
    status: str
    period_start: dt.date | None
    period_end: dt.date | None
    evidence_start: int
    evidence_end: int
    group: int | None
    parent: int | None
    confidence: float
    rule: str
