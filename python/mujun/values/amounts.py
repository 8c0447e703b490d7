"""Values as people write them, with their unit and their period."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mujun.facts.fact import Fact


def shown_value(fact: Fact) -> str:
    """Give the value with its unit as people write it: 12.5亿元, 5%–8%."""
    scale, magnitude = _magnitude(fact.value, fact.unit)
    numbers = [fact.value] if fact.value_high is None else [fact.value, fact.value_high]
    return "–".join(f"{number / scale:.12g}{magnitude}" for number in numbers) + fact.unit


def shown_amount(value: float, unit: str) -> str:
    """Give a computed value with its unit as people write it, in the digits that they read.

    Examples
    --------
    >>> shown_amount(2_677_902_622, "元"), shown_amount(43, "个"), shown_amount(17.3077, "%")
    ('26.779亿元', '43个', '17.308%')
    """
    scale, magnitude = _magnitude(value, unit)
    return f"{value / scale:,.5g}{magnitude}{unit}"


def _magnitude(value: float, unit: str) -> tuple[float, str]:
    if unit in {"%", "百分点", "‰", "倍", "位"} or not math.isfinite(value) or abs(value) < 1e4:
        return 1.0, ""
    return (1e8, "亿") if abs(value) >= 1e8 else (1e4, "万")


def shown_period(fact: Fact) -> str:
    """Give the period as first..last day; a stock has its day only."""
    if fact.period_end is None:
        return "" if fact.period_start is None else f"{fact.period_start}.."
    return str(fact.period_end) if fact.period_start is None else f"{fact.period_start}..{fact.period_end}"
