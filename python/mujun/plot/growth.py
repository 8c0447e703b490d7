"""Growth, as bars to the right and to the left of zero."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mujun.errors import MujunError
from mujun.facts.facts import Facts
from mujun.figures.panel import Panel
from mujun.plot import style
from mujun.plot.figures import Column, column_of, left_out
from mujun.values.periods import label

if TYPE_CHECKING:
    from collections.abc import Sequence

    import altair as alt

    from mujun.values.parsing import PeriodLike


def growth(
    facts: Facts | Panel,
    indicator: str | Sequence[str] | None = None,
    *,
    period: PeriodLike = None,
) -> alt.LayerChart | alt.VConcatChart:
    """Draw growth as bars, the highest first: subjects side by side, one picture an indicator.

    Parameters
    ----------
    facts
        Facts, of which those of measure `growth` and status `actual` are drawn; or a panel in %, as
        `Panel.growth` gives it.
    indicator
        Which indicators, by the names of the table; all of them otherwise.
    period
        Which period, as for `Facts.panel`; needed where the facts are of several.

    Raises
    ------
    MujunError
        Where there is no growth to draw, the facts are of several periods or contradict each other, or the
        panel is not in %.

    Examples
    --------
    >>> import mujun as mj
    >>> facts = mj.extract("2018年，路桥区、黄岩区财政总收入分别增长8.1%、-2.4%。")
    >>> chart = mj.plot.growth(facts)
    >>> chart.to_dict()["layer"][0]["encoding"]["x"]["title"]
    '增速（%）'
    """
    style.expect(facts, Facts, Panel)
    panel = facts if isinstance(facts, Panel) else _panel(facts, indicator, period)
    names = panel.columns if indicator is None else [indicator] if isinstance(indicator, str) else indicator
    columns = [column_of(panel, name) for name in names]
    if not columns:
        raise MujunError("the panel has no columns, so there is no growth to draw")
    for column in columns:
        if column.unit != "%":
            unit = column.unit or "no unit"
            raise MujunError(f"{column.name} is in {unit}, and growth is in %: panel.growth(base) gives it")
    when = label(*panel.period, language="zh")
    if len(panel.index) == 1 and len(columns) > 1:  # one subject: its indicators side by side
        figures = {column.name: figure for column in columns for figure in column.figures.values()}
        [subject] = panel.index
        columns = [Column(f"{subject}主要指标", "%", figures, [])]
    every = [figure for column in columns for figure in column.figures.values()]
    pictures = [_bars(column, when, _domain(every)) for column in columns]
    alt = style.altair()
    return style.styled(pictures[0] if len(pictures) == 1 else alt.vconcat(*pictures, spacing=28))  # type: ignore[no-any-return]


def _panel(facts: Facts, indicator: str | Sequence[str] | None, period: PeriodLike) -> Panel:
    wanted = facts.filter(measure="growth", status="actual")
    if indicator is not None:
        wanted = wanted.filter(indicator=[indicator] if isinstance(indicator, str) else list(indicator))
    if not len(wanted):
        there = dict.fromkeys(fact.indicator for fact in facts if fact.measure == "growth")
        hint = f"they say growth of {'、'.join(there)}" if there else f"none of {len(facts)} says growth"
        raise MujunError(f"the facts say no actual growth to draw: {hint}")
    return wanted.panel(measure="growth", period=period)


def _domain(figures: list[float]) -> list[float]:
    """Give the ends of the axis, the same for all pictures, with room for the labels at the bars' ends."""
    low, high = min(0, *figures), max(0, *figures)
    room = 0.12 * (high - low or 1)
    return [low - room * (low < 0), high + room * (high > 0 or low == 0)]


def _bars(column: Column, when: str, domain: list[float]) -> alt.LayerChart:
    alt = style.altair()
    order = sorted(column.figures, key=column.figures.__getitem__, reverse=True)
    rows = [
        {"主体": row, "增速": column.figures[row], "标签": f"{column.figures[row]:.10g}%"} for row in order
    ]
    scale = alt.Scale(domain=domain, nice=False)
    rising = alt.datum["增速"] >= 0
    base = alt.Chart(style.data(rows)).encode(
        x=alt.X("增速:Q", title="增速（%）", scale=scale, axis=alt.Axis(tickCount=8)),
        y=alt.Y("主体:N", title=None, sort=order),
        tooltip=["主体:N", "标签:N"],
    )
    bars = base.mark_bar(height={"band": 0.7}).encode(
        color=alt.condition(rising, alt.value(style.blue), alt.value(style.orange))
    )
    zero = alt.Chart(style.data([{"零": 0}])).mark_rule(color=style.ink).encode(x="零:Q")
    texts = [
        base.transform_filter(side).mark_text(align=align, dx=dx, color=style.ink).encode(text="标签:N")
        for side, align, dx in ((rising, "left", 4), (alt.datum["增速"] < 0, "right", -4))
    ]
    head = style.title(f"{column.name}增速", when, left_out(column.missing))
    layers = alt.layer(bars, zero, *texts)
    return layers.properties(width=style.width, height=alt.Step(style.bar_step), title=head)  # type: ignore[no-any-return]
