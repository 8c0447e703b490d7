"""Who is before whom: per-mu figures with their mean, and firms by grade."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mujun.errors import MujunError
from mujun.figures.panel import Panel
from mujun.plot import style
from mujun.plot.figures import column_of, left_out, written
from mujun.scoring.scores import Scores
from mujun.values.periods import label

if TYPE_CHECKING:
    import altair as alt


def per_mu(panel: Panel, indicator: str | None = None, *, top: int | None = None) -> alt.LayerChart:
    """Rank rows by what they yield per mu (亩均), with the mean of all rows as a line.

    Parameters
    ----------
    panel
        As `Panel.per_mu` gives it, or any with a column per 亩.
    indicator
        The column, where the panel has several.
    top
        Draw so many of the first rows only; the mean is of all.

    Raises
    ------
    MujunError
        Where the column is not per 亩, or none of its figures is there.

    Examples
    --------
    >>> import mujun as mj
    >>> panel = mj.Panel(
    ...     [[5000, 200], [1200, 80]],
    ...     index=["甲县", "乙县"],
    ...     columns=["税收", "工业用地"],
    ...     units={"税收": "万元", "工业用地": "亩"},
    ... )
    >>> chart = mj.plot.per_mu(panel.per_mu("税收"))
    >>> chart.to_dict()["layer"][0]["encoding"]["x"]["title"]
    '亩均税收（万元/亩）'
    """
    style.expect(panel, Panel)
    if top is not None and top < 1:
        raise MujunError(f"top={top}: give how many rows to draw, 1 or more")
    column = column_of(panel, _per_mu_column(panel, indicator))
    alt = style.altair()
    order = sorted(column.figures, key=column.figures.__getitem__, reverse=True)
    rows = [
        {"主体": row, "数值": column.figures[row], "标签": written(column.figures[row])}
        for row in order[:top]
    ]
    reached = alt.datum["数值"] >= column.mean
    base = alt.Chart(style.data(rows)).encode(
        x=alt.X("数值:Q", title=column.head),
        y=alt.Y("主体:N", title=None, sort=order[:top]),
        tooltip=["主体:N", "标签:N"],
    )
    bars = base.mark_bar(height={"band": 0.7}).encode(
        color=alt.condition(reached, alt.value(style.blue), alt.value(style.grey))
    )
    texts = base.mark_text(align="left", dx=4, color=style.ink).encode(text="标签:N")
    mean = alt.Chart(style.data([{"平均": column.mean, "标签": f"简单平均 {written(column.mean)}"}])).encode(
        x="平均:Q"
    )
    line = mean.mark_rule(color=style.orange, strokeDash=[5, 3], strokeWidth=1.5)
    told = mean.mark_text(align="left", baseline="bottom", dx=4, dy=-4, color=style.orange).encode(
        y=alt.value(0), text="标签:N"
    )
    first = f"前{len(rows)}位，共{len(order)}个" if len(rows) < len(order) else ""
    head = style.title(
        f"{column.name}排名", label(*panel.period, language="zh"), first, left_out(column.missing)
    )
    layers = alt.layer(bars, texts, line, told)
    return style.styled(  # type: ignore[no-any-return]
        layers.properties(width=style.width, height=alt.Step(style.bar_step), title=head)
    )


def _per_mu_column(panel: Panel, indicator: str | None) -> str:
    per_area = [name for name, unit in panel.units.items() if unit.endswith("/亩")]
    if indicator in per_area:
        return indicator
    if indicator is not None and indicator in panel.columns:
        unit = panel.units[indicator] or "no unit"
        raise MujunError(
            f"{indicator} is in {unit}, not per 亩: panel.per_mu({indicator!r}, by=…) gives that"
        )
    if indicator is not None or len(per_area) > 1:
        asked = f"no column {indicator}" if indicator else "several columns per 亩: choose one"
        raise MujunError(f"the panel has {asked}; those per 亩 are {', '.join(per_area) or 'none'}")
    if not per_area:
        raise MujunError("the panel has no column per 亩: panel.per_mu(indicator, by=…) makes one")
    return per_area[0]


def grades(scores: Scores) -> alt.LayerChart:
    """Draw how many firms are in each class (A、B、C、D), in the scheme's order.

    Parameters
    ----------
    scores
        As `mj.score` or `mj.grade` gives them.

    Raises
    ------
    MujunError
        Where no firm has a class.

    Examples
    --------
    >>> import mujun as mj
    >>> chart = mj.plot.grades(mj.grade({"score": [96, 81, 77, 60, 52]}, "huaian-2024"))
    >>> [rows] = chart.to_dict()["datasets"].values()
    >>> [row["企业数"] for row in rows]
    [1, 2, 1, 1]
    """
    style.expect(scores, Scores)
    counts = scores.counts()
    total = sum(counts.values())
    if not total:
        why = "the scheme has no classes" if not counts else f"none of {len(scores)} firms has one"
        raise MujunError(f"there are no grades to draw: {why}")
    alt = style.altair()
    rows = [
        {"等级": grade, "企业数": count, "标签": f"{count}家 {100 * count / total:.0f}%"}
        for grade, count in counts.items()
    ]
    base = alt.Chart(style.data(rows)).encode(
        x=alt.X("等级:N", title="等级", sort=list(counts), axis=alt.Axis(labelAngle=0)),
        y=alt.Y("企业数:Q", title="企业数（家）", axis=alt.Axis(tickMinStep=1)),
        tooltip=["等级:N", "标签:N"],
    )
    bars = base.mark_bar(color=style.blue, width={"band": 0.6})
    texts = base.mark_text(dy=-8, color=style.ink).encode(text="标签:N")
    ungraded = len(scores) - total
    head = style.title(
        "企业综合评价等级分布", scores.scheme.title, f"另有{ungraded}家未评级" if ungraded else ""
    )
    # The data belong to both layers, so they stand once.
    chart = alt.layer(bars, texts, data=style.data(rows))
    return style.styled(chart.properties(width=alt.Step(90), height=240, title=head))  # type: ignore[no-any-return]
