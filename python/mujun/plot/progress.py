"""Targets against what was done, as bullets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mujun.errors import MujunError
from mujun.facts.facts import Facts
from mujun.figures.derived import Progress
from mujun.plot import style
from mujun.plot.figures import left_out
from mujun.values.amounts import shown_amount
from mujun.values.periods import label

if TYPE_CHECKING:
    import datetime as dt

    import altair as alt

    from mujun.figures.derived import Target

_colours = {"done": style.green, "ahead": style.sky, "on_track": style.blue, "behind": style.orange}
_widest = 150  # in %: a plan surpassed by more must not flatten the others


def progress(facts: Facts | Progress, *, as_of: dt.date | str | None = None) -> alt.LayerChart:
    """Draw each target as a bullet: the target is 100%, the bar what was done, the tick the time gone.

    Parameters
    ----------
    facts
        Facts, or their `progress()`.
    as_of
        The day to look from, as for `Facts.progress`.

    Raises
    ------
    MujunError
        Where no target has a completion: targets in % (a growth to be reached) have none.

    Examples
    --------
    >>> import mujun as mj
    >>> text = "1-5月，路桥区新产品产值11.5亿元。今年，路桥区力争新产品产值43亿元。"
    >>> chart = mj.plot.progress(mj.extract(text, published="2014-06-20"))
    >>> chart.to_dict()["layer"][1]["encoding"]["x"]["title"]
    '完成率（%）'
    """
    style.expect(facts, Facts, Progress)
    if isinstance(facts, Progress):
        targets = facts
        if as_of is not None:
            raise MujunError("as_of= is for facts: facts.progress(as_of=…) has its day already")
    else:
        targets = facts.progress(as_of=as_of)
    drawn = [target for target in targets if target.completion is not None]
    if not drawn:
        why = f"none of {len(targets)} targets has a completion" if len(targets) else "there is no target"
        raise MujunError(f"there is no progress to draw: {why}")
    words = targets.described["state"].words_in("zh")
    rows = [_row(target, words) for target in drawn]
    alt = style.altair()
    most = min(_widest, max(100.0, *(row["完成率"] for row in rows)))
    across = alt.Scale(domain=[0, 1.3 * most], nice=False)  # with room for the labels
    base = alt.Chart().encode(y=alt.Y("目标:N", title=None, sort=None))
    plans = base.mark_bar(color=style.pale, height={"band": 0.8}).encode(x=alt.X("计划:Q", scale=across))
    bars = base.mark_bar(height={"band": 0.4}).encode(
        x=alt.X("完成率:Q", title="完成率（%）", scale=across, axis=alt.Axis(values=_ticks(most))),
        color=alt.Color(
            "状态:N", title=None, scale=_palette(rows, words), legend=alt.Legend(orient="bottom")
        ),
        tooltip=["目标:N", "标签:N", "完成率:Q", "时间进度:Q", "状态:N"],
    )
    ticks = (
        base.transform_filter("isValid(datum['时间进度'])")
        .mark_tick(color=style.ink, opacity=1, thickness=2.5, height={"band": 0.8})
        .encode(x="时间进度:Q")
    )
    texts = base.mark_text(align="left", dx=5, color=style.ink, fontSize=11).encode(
        x=alt.X("标签处:Q", scale=across), text="标签:N"
    )
    head = style.title(
        "目标完成进度",
        "浅色为目标，竖线为时间进度",
        left_out([_name(one) for one in targets if one.completion is None], "比率目标，或没有实际数"),
    )
    chart = alt.layer(plans, bars, ticks, texts, data=style.data(rows))
    return style.styled(  # type: ignore[no-any-return]
        chart.properties(width=style.width, height=alt.Step(style.bar_step + 4), title=head)
    )


def _row(target: Target, words: dict[str, str]) -> dict[str, Any]:
    completion = target.completion or 0.0
    return {
        "目标": _name(target),
        "计划": 100,
        "完成率": completion,
        "时间进度": target.elapsed,
        "状态": words.get(target.state or "", "未知"),
        "标签处": min(max(100.0, completion), _widest),
        "标签": f"{completion:.3g}%{_amounts(target)}",
    }


def _name(target: Target) -> str:
    when = label(target.period_start, target.period_end, "zh") or target.period
    return f"{target.subject or ''}{target.indicator}（{when}）"


def _amounts(target: Target) -> str:
    if target.target is None or target.actual is None:
        return ""
    return f"（{shown_amount(target.actual, target.unit)}/{shown_amount(target.target, target.unit)}）"


def _palette(rows: list[dict[str, Any]], words: dict[str, str]) -> alt.Scale:
    """Give the states that occur their colours, in the order of the table's codes."""
    colours = {words[state]: colour for state, colour in _colours.items()} | {"未知": style.grey}
    seen = {row["状态"] for row in rows}
    domain = [state for state in colours if state in seen]
    return style.altair().Scale(domain=domain, range=[colours[state] for state in domain])  # type: ignore[no-any-return]


def _ticks(most: float) -> list[int]:
    return list(range(0, int(most) + 1, 25))
