"""A period by its first and last day: which kind it is, and how it is written."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mujun import _core

if TYPE_CHECKING:
    import datetime as dt

    from mujun.knowledge.dictionary import Language


class Shape(NamedTuple):
    """A kind of period and its number within the year: ("quarter", 1) is the first quarter.

    The kinds are `day` `year` `half` `quarter` `month`, `months` for other whole months, and `days` for the
    rest.
    """

    kind: str
    number: int = 0


def shape(start: dt.date | None, end: dt.date) -> Shape:
    """Tell which kind of period it is; without a start it is a day.

    Examples
    --------
    >>> import datetime as dt
    >>> shape(dt.date(2019, 4, 1), dt.date(2019, 6, 30))
    Shape(kind='quarter', number=2)
    """
    return Shape(*_core.period_shape(start, end))


def months(start: dt.date, end: dt.date) -> int:
    """Count the months from the first day's to the last day's, both included."""
    return 12 * (end.year - start.year) + end.month - start.month + 1


def label(start: dt.date | None, end: dt.date | None, language: Language | None = None) -> str:
    """Write a period for the head of a column; empty where there is none.

    Examples
    --------
    >>> import datetime as dt
    >>> first, last = dt.date(2019, 1, 1), dt.date(2019, 3, 31)
    >>> label(first, last), label(first, last, "zh"), label(None, last)
    ('2019-Q1', '2019年一季度', '2019-03-31')
    """
    if language is None:
        return _core.period_label(start, end)
    if end is None:
        return "" if start is None else f"{_day(start)}以来"
    return _chinese(start or end, end, shape(start, end))


def _chinese(start: dt.date, end: dt.date, found: Shape) -> str:
    match found:
        case ("year", _):
            return f"{end.year}年"
        case ("half", number):
            return f"{end.year}年{'上下'[number - 1]}半年"
        case ("quarter", number):
            return f"{end.year}年{'一二三四'[number - 1]}季度"
        case ("month", _):
            return f"{end.year}年{end.month}月"
        case ("months", _):
            return _chinese_months(start, end)
    return _day(end) if found.kind == "day" else f"{_day(start)}—{_day(end)}"


def _chinese_months(start: dt.date, end: dt.date) -> str:
    if start.year == end.year:
        return f"{end.year}年{start.month}—{end.month}月"
    if (start.month, end.month) == (1, 12):
        return f"{start.year}—{end.year}年"
    return f"{start.year}年{start.month}月—{end.year}年{end.month}月"


def _day(day: dt.date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
