"""Numbers, quantities and periods by themselves, read by the scanners that read the pages."""

from __future__ import annotations

import datetime as dt
import re
from calendar import monthrange
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TypeAlias

from mujun import _core
from mujun.errors import MujunError, as_date

if TYPE_CHECKING:
    import pandas as pd

# First and last day; a stock has no first.
Days: TypeAlias = tuple[dt.date | None, dt.date | None]
PeriodLike: TypeAlias = "str | Sequence[dt.date | str | None] | pd.Period | None"
no_period: Days = (None, None)
months_a_year = 12


def parse_number(text: str) -> float:
    """Read a number in any writing.

    Raises
    ------
    MujunError
        Where the text is anything but one number.

    Examples
    --------
    >>> parse_number("一万五千"), parse_number("1亿2300万"), parse_number("１２００")
    (15000.0, 123000000.0, 1200.0)
    """
    try:
        return _core.parse_number(_text(text))
    except ValueError as error:
        raise MujunError(f"{error}: give digits or Chinese numerals, without unit or qualifier") from None


def parse_quantity(text: str) -> dict[str, Any]:
    """Read a number with its unit; the keys are the fact table's columns.

    Raises
    ------
    MujunError
        Where the text is anything but one quantity.

    Examples
    --------
    >>> quantity = parse_quantity("100余亿元")
    >>> quantity["value"], quantity["unit"], quantity["qualifier"]
    (10000000000.0, '元', 'over')
    """
    try:
        return _core.parse_quantity(_text(text))
    except ValueError as error:
        raise MujunError(f"{error}: give one number with its unit; extract() reads sentences") from None


def parse_period(text: str, *, published: dt.date | str | None = None) -> Days:
    """Read a period as its first and last day; a day that something is known at (年末) has no first.

    Also read are the forms that tables are headed with: `2019`, `2019Q1` or `2019-Q1`, `2019H1` or `2019-S1`,
    `2019-05`, `2019-05-10`, and two of the last kinds joined, as in `2019-01..2019-05`.

    Parameters
    ----------
    text
        The period and nothing else.
    published
        The day from which 今年 and 去年, and months without a year, are counted.

    Raises
    ------
    MujunError
        Where the text is no period, or needs `published`.

    Examples
    --------
    >>> [str(day) for day in parse_period("今年1-5月", published="2019-06-20")]
    ['2019-01-01', '2019-05-31']
    >>> [str(day) for day in parse_period("2019Q1")]
    ['2019-01-01', '2019-03-31']
    """
    period = _plain_period(_text(text).strip()) or _core.parse_period(text, as_date(published))
    if period is None:
        hint = "" if published is not None else ", or one that needs published="
        raise MujunError(f"{text!r} is no period{hint}")
    return period


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise MujunError(f"text is read here, not {type(value).__name__}")
    return value


def as_period(value: PeriodLike) -> Days:
    """Take a period as callers give it: text, a first and a last day, one of pandas', or None for none."""
    if value is None:
        return no_period
    if isinstance(value, str):
        return parse_period(value)
    if not isinstance(value, Sequence):  # pandas.Period, and what is no period
        value = (getattr(value, "start_time", None), getattr(value, "end_time", None))
    if len(value) != 2 or value[1] is None:
        raise MujunError(f"period={value!r}: give text such as 2019Q1, or the first and the last day")
    start, end = (as_date(day, "period") for day in value)
    if start is not None and (end is None or start > end):
        raise MujunError(f"period={value!r}: the last day must not be before the first")
    return start, end


def _plain_period(text: str) -> Days | None:
    """Read the forms without words; None where it is none of them."""
    if ".." in text:
        start, end = map(_plain_period, text.split("..", 1))
        return (start[0] or start[1], end[1]) if start and end else None
    found = re.fullmatch(r"(\d{4})(?:-?([QHS])(\d)|-(\d\d)(-\d\d)?)?", text)
    if not found:
        return None
    year, kind, number, month, day = found.groups()
    if day:
        return None, as_date(text, "period")
    size = {"Q": 3, "H": 6, "S": 6}.get(kind, 1 if month else months_a_year)
    place = int(number or month or 1)
    if not 1 <= place <= months_a_year // size:
        return None
    last = place * size
    return dt.date(int(year), last - size + 1, 1), dt.date(int(year), last, monthrange(int(year), last)[1])
