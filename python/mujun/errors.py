"""The one error that this package raises of itself, and the small checks that raise it."""

from __future__ import annotations

import datetime as dt
from numbers import Real


class MujunError(ValueError):
    """Wrong input: the message says what was wrong, where, and what to do.

    Examples
    --------
    >>> import mujun as mj
    >>> mj.parse_period("某年某月")
    Traceback (most recent call last):
    mujun.errors.MujunError: '某年某月' is no period, or one that needs published=
    """


def as_date(value: dt.date | str | None, what: str = "published") -> dt.date | None:
    """Take a date as callers give it; `what` names the argument in the error."""
    if value is None:
        return None
    try:
        if isinstance(value, dt.datetime):  # pandas' Timestamp is one, and so is NaT, whose year is no number
            return dt.date(value.year, value.month, value.day)
        if isinstance(value, dt.date):
            return value
        if isinstance(value, str):
            return dt.date.fromisoformat(value.strip())
    except (ValueError, TypeError):
        pass
    raise MujunError(f"{what}={value!r} is no day: give a datetime.date or ISO text such as 2019-05-10")


def as_text(value: object, what: str) -> str:
    """Take a text; `what` names the argument in the error."""
    if not isinstance(value, str):
        raise MujunError(f"{what}={value!r} is no text")
    return value


def as_number(value: object, what: str) -> float:
    """Take a number; `what` names the argument in the error."""
    if isinstance(value, bool) or not isinstance(value, Real):
        raise MujunError(f"{what}={value!r} is no number")
    return float(value)
