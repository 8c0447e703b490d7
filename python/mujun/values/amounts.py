"""Values as people write them, with their unit and their period."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mujun import _core

if TYPE_CHECKING:
    from mujun.facts.fact import Fact


def shown_value(fact: Fact) -> str:
    """Give the value with its unit, in the digits that the page prints: 12.50亿元, 5%–8%, 第2位.

    Examples
    --------
    >>> import mujun as mj
    >>> facts = mj.extract("2018年，路桥区税收12.50亿元，增速居全省第2位。力争2019年增长5%-8%。")
    >>> [shown_value(fact) for fact in facts]
    ['12.50亿元', '第2位', '5%–8%']
    """
    numbers = [fact.value] if fact.value_high is None else [fact.value, fact.value_high]
    place = "第" if fact.measure == "rank" else ""
    return "–".join(place + _core.shown_printed(number, fact.precision, fact.unit) for number in numbers)


def shown_amount(value: float, unit: str) -> str:
    """Give a computed value with its unit, in the digits that people read.

    Examples
    --------
    >>> shown_amount(2_677_902_622, "元"), shown_amount(43, "个"), shown_amount(17.3077, "%")
    ('26.78亿元', '43个', '17.31%')
    """
    return _core.shown(value, unit)


def shown_period(fact: Fact) -> str:
    """Give the period as first..last day; a stock has its day only."""
    if fact.period_end is None:
        return "" if fact.period_start is None else f"{fact.period_start}.."
    return str(fact.period_end) if fact.period_start is None else f"{fact.period_start}..{fact.period_end}"


def plural(count: int, noun: str) -> str:
    """Count something in words.

    Examples
    --------
    >>> plural(1, "figure"), plural(1200, "page")
    ('1 figure', '1,200 pages')
    """
    return f"{count:,} {noun}{'s' * (count != 1)}"
