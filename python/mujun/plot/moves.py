"""Firms between two assessments, as a table of squares."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from mujun.errors import MujunError
from mujun.plot import style
from mujun.scoring.scores import Scores

if TYPE_CHECKING:
    import altair as alt

_none = "–"  # no grade, or not assessed


def transitions(scores: Scores, previous: Scores) -> alt.LayerChart:
    """Draw how many firms moved from which grade (rows) to which (columns); – is none, or not assessed.

    Parameters
    ----------
    scores, previous
        This assessment and an earlier one, as `mj.score` or `mj.grade` gives them.

    Raises
    ------
    MujunError
        Where there is no firm, or an assessment does not name its firms (see `Scores.transitions`).

    Examples
    --------
    >>> import mujun as mj
    >>> firms = {"企业": ["甲", "乙"], "年产值": [6e6, 1e6], "年实缴税收": [2e5, 1e4], "面积": [1000, 1000]}
    >>> before = mj.grade(firms, "three-colour")
    >>> now = mj.grade(firms | {"年产值": [1e6, 6e6]}, "three-colour")
    >>> chart = mj.plot.transitions(now, before)
    >>> [rows] = chart.to_dict()["datasets"].values()
    >>> [(row["上期"], row["本期"], row["企业数"]) for row in rows]
    [('绿', '黄', 1), ('黑', '黄', 1)]
    """
    style.expect(scores, Scores)
    style.expect(previous, Scores)
    moves = scores.transitions(previous)
    if not len(moves):
        raise MujunError("there are no firms in either assessment, so there are no moves to draw")
    alt = style.altair()
    counts = Counter((move.before or _none, move.now or _none) for move in moves)
    seen = {grade for pair in counts for grade in pair}
    ladder = list(scores.counts())
    order = [
        *(grade for grade in ladder if grade in seen),
        *sorted(seen - {*ladder, _none}),
        *({_none} & seen),
    ]
    rows = [{"上期": before, "本期": now, "企业数": count} for (before, now), count in counts.items()]
    most = max(counts.values())
    base = alt.Chart().encode(
        x=alt.X(
            "本期:N",
            sort=order,
            title="本期等级",
            scale=alt.Scale(domain=order),
            axis=alt.Axis(labelAngle=0, orient="top"),
        ),
        y=alt.Y("上期:N", sort=order, title="上期等级", scale=alt.Scale(domain=order)),
        tooltip=["上期:N", "本期:N", "企业数:Q"],
    )
    squares = base.mark_rect(stroke="white", strokeWidth=2).encode(
        color=alt.Color(
            "企业数:Q",
            title="企业数（家）",
            legend=None,
            scale=alt.Scale(domain=[0, most], range=["#EEF4FA", style.blue]),
        )
    )
    texts = base.mark_text(fontSize=14).encode(
        text="企业数:Q",
        color=alt.condition(alt.datum["企业数"] > 0.55 * most, alt.value("white"), alt.value(style.ink)),
    )
    leaving = sum(move.must_exit for move in moves)
    head = style.title("企业等级变动（家）", f"本期须退出{leaving}家" if leaving else "")
    chart = alt.layer(squares, texts, data=style.data(rows))
    return style.styled(chart.properties(width=alt.Step(64), height=alt.Step(44), title=head))  # type: ignore[no-any-return]
