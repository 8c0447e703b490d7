"""What a fact says, in the words that a person would use."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mujun.values.amounts import shown_value
from mujun.values.periods import label
from mujun.view.markup import Html, element, joined

if TYPE_CHECKING:
    import datetime as dt

    from mujun.facts.fact import Fact

doubtful = 0.5  # a person should look at what has a lower confidence


def is_doubtful(fact: Fact) -> bool:
    """Tell whether a person should look at the fact."""
    return fact.confidence < doubtful


def value(fact: Fact) -> str:
    """Give the value as people write it, with what the page says of its exactness: at least 30万元/亩."""
    return shown_value(fact) if fact.qualifier == "exact" else f"{spaced(fact.qualifier)} {shown_value(fact)}"


def confidence(fact: Fact) -> str:
    """Give the confidence in the digits that mean something."""
    return f"{fact.confidence:.2f}"


def spaced(name: str) -> str:
    """Give a name of several words as words: at_least is at least."""
    return name.replace("_", " ")


def measure(fact: Fact) -> str:
    """Give the measure with its basis: growth yoy."""
    return fact.measure if fact.basis is None else f"{fact.measure} {fact.basis}"


def period(fact: Fact) -> Html:
    """Give the period as the year, quarter or month that it is, else its first and last day, each whole."""
    parts = label(fact.period_start, fact.period_end).partition("..")
    return joined(*(element("span", part, css="whole") if part != ".." else " – " for part in parts if part))


def days(start: dt.date | None, end: dt.date | None) -> str:
    """Give a period's first and last day; a stock has its day only."""
    if end is None:
        return "" if start is None else f"from {start}"
    return f"at {end}" if start is None else str(end) if start == end else f"{start} – {end}"
