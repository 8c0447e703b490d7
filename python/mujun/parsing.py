"""Numbers, quantities and periods by themselves, read by the scanners that read the pages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mujun import _core
from mujun.errors import MujunError, as_date

if TYPE_CHECKING:
    import datetime as dt


def parse_number(text: str) -> float:
    """Read a number in any writing.

    Examples
    --------
    >>> parse_number("一万五千"), parse_number("1亿2300万"), parse_number("１２００")
    (15000.0, 123000000.0, 1200.0)
    """
    try:
        return _core.parse_number(text)
    except ValueError as error:
        raise MujunError(str(error)) from None


def parse_quantity(text: str) -> dict[str, Any]:
    """Read a number with its unit; the keys are the fact table's columns.

    Examples
    --------
    >>> quantity = parse_quantity("100余亿元")
    >>> quantity["value"], quantity["unit"], quantity["qualifier"]
    (10000000000.0, '元', 'over')
    """
    try:
        return _core.parse_quantity(text)
    except ValueError as error:
        raise MujunError(str(error)) from None


def parse_period(
    text: str, *, published: dt.date | str | None = None
) -> tuple[dt.date | None, dt.date | None]:
    """Read a period as its first and last day; a day that something is known at (年末) has no first.

    Examples
    --------
    >>> [str(day) for day in parse_period("今年1-5月", published="2019-06-20")]
    ['2019-01-01', '2019-05-31']
    """
    period = _core.parse_period(text, as_date(published))
    if period is None:
        hint = "" if published is not None else ", or one that needs published="
        raise MujunError(f"{text!r} is no period{hint}")
    return period
