"""Two indicators against each other, parted by their means."""

from __future__ import annotations

import statistics
from typing import TYPE_CHECKING

from mujun.errors import MujunError
from mujun.figures.panel import Panel
from mujun.plot import style
from mujun.plot.figures import column_of, left_out, written
from mujun.values.periods import label

if TYPE_CHECKING:
    import altair as alt

    from mujun.plot.figures import Column

_height = 340
_letter, _line, _lift = 12, 14, 11  # pixels that a character of a label takes, a line, and above its point


def quadrant(panel: Panel, x: str, y: str) -> alt.LayerChart:
    """Draw rows as points by two columns, with lines at the means of both.

    Where names would cover each other, the rows farthest from the means keep theirs; the others have their
    name on hover.

    Parameters
    ----------
    panel
        Any panel; rows that lack one of the figures are left out, and the chart says which.
    x, y
        Columns of the panel.

    Raises
    ------
    MujunError
        Where a column is not there, or no row has both figures.

    Examples
    --------
    >>> import mujun as mj
    >>> panel = mj.Panel([[30, 8.1], [12, 6.4]], index=["甲县", "乙县"], columns=["亩均税收", "增速"])
    >>> mj.plot.quadrant(panel, "亩均税收", "增速").to_dict()["layer"][2]["encoding"]["x"]["title"]
    '亩均税收'
    """
    style.expect(panel, Panel)
    across, up = column_of(panel, x), column_of(panel, y)
    both = [row for row in panel.index if row in across.figures and row in up.figures]
    if not both:
        raise MujunError(f"no row has both {x} and {y}, so there is nothing to draw")
    across, up = (one._replace(figures={row: one.figures[row] for row in both}) for one in (across, up))
    right, high = _domain(across), _domain(up)
    named = _labelled(sorted(both, key=lambda row: -_distance(row, across, up)), across, up, right, high)
    alt = style.altair()
    rows = [
        {
            "主体": row,
            "横": across.figures[row],
            "纵": up.figures[row],
            "标签": row if row in named else "",
            "数值": f"{written(across.figures[row])}，{written(up.figures[row])}",
        }
        for row in both
    ]
    points = alt.Chart(style.data(rows)).encode(
        x=alt.X("横:Q", title=across.head, scale=alt.Scale(domain=right, nice=False)),
        y=alt.Y("纵:Q", title=up.head, scale=alt.Scale(domain=high, nice=False)),
        tooltip=["主体:N", "数值:N"],
    )
    lines = [
        alt.Chart(style.data([{"平均": column.mean}]))
        .mark_rule(color=style.orange, strokeDash=[5, 3])
        .encode(**{axis: "平均:Q"})
        for axis, column in (("x", across), ("y", up))
    ]
    dots = points.mark_circle(size=70, color=style.blue, opacity=0.85)
    texts = points.mark_text(dy=-_lift, color=style.ink, fontSize=11).encode(text="标签:N")
    head = style.title(
        f"{y}与{x}",
        label(*panel.period, language="zh"),
        f"虚线为简单平均：{x} {written(across.mean)}，{y} {written(up.mean)}",
        left_out([row for row in panel.index if row not in both]),
    )
    layers = alt.layer(*lines, dots, texts)
    return style.styled(layers.properties(width=style.width, height=_height, title=head))  # type: ignore[no-any-return]


def _distance(row: str, across: Column, up: Column) -> float:
    """Give how far a row is from both means, in standard deviations."""
    return sum(
        ((column.figures[row] - column.mean) / (statistics.pstdev(column.figures.values()) or 1)) ** 2
        for column in (across, up)
    )


def _domain(column: Column) -> list[float]:
    """Give the ends of an axis, with room for labels; it does not go below zero for figures that do not."""
    low, high = min(column.figures.values()), max(column.figures.values())
    room = 0.1 * (high - low or abs(high) or 1)
    return [max(0.0, low - room) if low >= 0 else low - room, high + room]


def _labelled(rows: list[str], across: Column, up: Column, right: list[float], high: list[float]) -> set[str]:
    """Choose the rows whose names have room between points and other names, the first ones first."""
    points = {
        row: (
            style.width * (across.figures[row] - right[0]) / (right[1] - right[0]),
            _height * (up.figures[row] - high[0]) / (high[1] - high[0]),
        )
        for row in rows
    }
    placed: dict[str, tuple[float, float]] = {}
    for row in rows:
        x, y = points[row][0], points[row][1] + _lift
        half = _letter * len(row) / 2
        free = all(
            abs(x - x0) > half + _letter * len(other) / 2 or abs(y - y0) > _line
            for other, (x0, y0) in placed.items()
        )
        clear = all(
            abs(x - x0) > half or abs(y - y0) > _lift - 1
            for other, (x0, y0) in points.items()
            if other != row
        )
        if free and clear:
            placed[row] = (x, y)
    return set(placed)
