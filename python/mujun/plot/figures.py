"""The figures of a panel's column as a chart shows them: without the masked ones, in a readable unit."""

from __future__ import annotations

import math
import statistics
from typing import TYPE_CHECKING, NamedTuple

from mujun.errors import MujunError

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mujun.figures.panel import Panel

# Money is printed in the largest of these that leaves most figures at one or more.
_magnitudes = (("亿", 1e8), ("万", 1e4))


class Column(NamedTuple):
    """A panel's column without its masked rows."""

    name: str
    unit: str
    figures: dict[str, float]  # by row
    missing: list[str]  # the rows that are masked

    @property
    def head(self) -> str:
        """Name and unit, as an axis says them."""
        return f"{self.name}（{self.unit}）" if self.unit else self.name

    @property
    def mean(self) -> float:
        """The mean of the rows, each with the same weight."""
        return statistics.fmean(self.figures.values())


def column_of(panel: Panel, name: str) -> Column:
    """Take a column, money in 万元 or 亿元 where it is large."""
    if name not in panel.columns:
        raise MujunError(f"the panel has no column {name}: its columns are {', '.join(panel.columns)}")
    at = panel.columns.index(name)
    shown = ~panel.mask[:, at]
    if not shown.any():
        why = next(iter(panel[name].reasons.values()), "")
        raise MujunError(f"every figure of {name} is masked, so there is nothing to draw{why and ': ' + why}")
    unit = _readable(panel.units[name], panel.values[shown, at])
    if unit != panel.units[name]:
        panel = panel[name].convert(unit)
        at = 0
    values = panel.values[:, at]
    figures = {row: float(values[i]) for i, row in enumerate(panel.index) if shown[i]}
    return Column(name, unit, figures, [row for i, row in enumerate(panel.index) if not shown[i]])


def _readable(unit: str, values: Iterable[float]) -> str:
    if not unit.startswith(("元", "美元")):
        return unit
    typical = statistics.median(map(abs, values))
    return next((prefix + unit for prefix, size in _magnitudes if typical >= size), unit)


def written(value: float) -> str:
    """Write a figure with three digits that count, and all of those before the point.

    Examples
    --------
    >>> written(1234.56), written(21), written(0.04567), written(0)
    ('1,235', '21.0', '0.0457', '0')
    """
    if value == 0:
        return "0"
    return f"{value:,.{max(0, 2 - math.floor(math.log10(abs(value))))}f}"


def left_out(rows: list[str], why: str = "无数据") -> str:
    """Say which rows a chart does not show and why, the first few by name."""
    if not rows:
        return ""
    named = "、".join(rows[:3]) + ("等" if len(rows) > 3 else "")
    return f"未显示{len(rows)}项（{why}）：{named}"
