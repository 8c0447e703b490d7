"""Firms scored, ranked and graded by a scheme."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mujun import _core
from mujun.errors import MujunError
from mujun.scoring.firms import Columns
from mujun.scoring.scheme import Scheme
from mujun.scoring.scores import About, Scores
from mujun.table.incoming import frame_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mujun.scoring.firms import Named
    from mujun.scoring.scheme import SchemeLike
    from mujun.scoring.scheme_schema import Content


def score(
    frame: Any,  # noqa: ANN401 -- whatever speaks Arrow
    scheme: SchemeLike,
    *,
    columns: Named | None = None,
    group: str | None = None,
    bases: Mapping[str, Any] | None = None,
    units: Mapping[str, str] | None = None,
    key: str | None = None,
) -> Scores:
    """Score firms by a scheme, rank them and grade them.

    Parameters
    ----------
    frame
        A row a firm: a frame of pandas, polars, pyarrow or duckdb, or a mapping of columns. Raw totals
        suffice (评价税收, 用地面积, 工业增加值 …): the ratios are reckoned. A scheme's own ratios (亩均税收)
        are taken as they are where the frame has them.
    scheme
        A name of `mj.schemes()`, a `Scheme`, the path of a TOML file, or a mapping.
    columns
        The frame's column for a name of the scheme, where they differ: `{"评价税收": "tax"}`.
    group
        The column by whose values firms are apart: means, spreads, ranks and grades are within a group.
    bases
        What the indicators are measured by, where the scheme leaves it open or you want another: see
        `Scheme.filled`, which takes weights and grades too.
    units
        The unit of a column where it is not the scheme's, which `Scheme.describe` says:
        `{"用地面积": "平方米"}`.
    key
        The column that names the firms, for messages and `Scores.transitions`; else one of those that the
        scheme knows (企业名称, 统一社会信用代码), where the frame has it.

    Raises
    ------
    MujunError
        For a column that is missing or holds no numbers, with names that are near; an area below 0, or of 0;
        units of unlike things; bases or weights that the scheme leaves open. The message names the row or the
        column.

    Examples
    --------
    >>> import mujun as mj
    >>> firms = {"企业": ["甲", "乙"], "评价税收": [600, 90], "用地面积": [20, 9], "用电量": [300, 150]}
    >>> for row in mj.score(firms, "huangyan-2022-small"):
    ...     print(row.rank, round(row.score, 2), [round(points, 2) for points in row.points.values()])
    1 554.56 [129.39, 425.17]
    2 170.68 [43.13, 127.55]
    """
    asked = Scheme.load(scheme)
    asked = asked.filled(bases=bases) if bases else asked
    content = asked.content
    _check_filled(content)
    read = Columns(frame_of(frame), content, columns or {}, units or {})
    firm = read.firm(key)
    sources = [read.source_of(one) for one in content.indicators]
    table = _core.score(read.frame, _core_scheme(content), sources, read.roles(group, firm))
    return Scores(table, _about(frame, asked, read, firm))


def grade(
    frame: Any,  # noqa: ANN401 -- whatever speaks Arrow
    scheme: SchemeLike,
    *,
    columns: Named | None = None,
    group: str | None = None,
    bases: Mapping[str, Any] | None = None,
    units: Mapping[str, str] | None = None,
    key: str | None = None,
) -> Scores:
    """Grade firms: by the scores that the frame has in a column `score`, else by scoring them first.

    Parameters
    ----------
    frame, scheme, columns, group, bases, units, key
        As for `score`; `columns={"score": …}` names the column of the scores.

    Raises
    ------
    MujunError
        As for `score`; and where the scheme has no classes.

    Examples
    --------
    >>> import mujun as mj
    >>> scores = mj.grade({"score": [96, 81, 77, 60, 52]}, "huaian-2024")
    >>> [row.grade for row in scores]
    ['A', 'B', 'B', 'C', 'D']
    """
    asked = Scheme.load(scheme)
    if asked.content.grading.by == "none":
        raise MujunError(
            f"{asked.name} has no classes ({asked.unknown.get('grades', 'its file names none')}): give them "
            "by Scheme.filled(grades={'A': 20, ...})"
        )
    given = dict(columns or {})
    name = given.pop("score", "score")
    read_in = frame_of(frame)
    if name not in read_in.columns():
        if "score" in (columns or {}):
            raise MujunError(f"columns= says that score is in {name!r}, which the frame does not have")
        return score(frame, asked, columns=columns, group=group, bases=bases, units=units, key=key)
    read = Columns(read_in, asked.content, given, units or {})
    firm = read.firm(key)
    table = _core.grade(read.frame, _core_scheme(asked.content), str(name), read.roles(group, firm))
    return Scores(table, _about(frame, asked, read, firm))


def _check_filled(content: Content) -> None:
    for names, part in ((content.open_bases, "bases"), (content.open_weights, "weights")):
        if names:
            example = f"{part}={{{names[0]!r}: ...}}"
            how = f"give {example}" if part == "bases" else f"give them by Scheme.filled({example})"
            why = content.unknown[part]
            raise MujunError(f"{content.name} leaves the {part} of {', '.join(names)} open ({why}): {how}")


def _core_scheme(content: Content) -> _core.Scheme:
    grading = content.grading
    return _core.Scheme(
        [
            (
                one.name,
                1.0 if one.weight is None else one.weight,
                one.form,
                one.better == "less",
                (one.base.mean or "fixed") if one.base else "fixed",
                one.base.number if one.base else 1.0,
                one.start,
                list(one.steps),
                one.cap,
                one.floor,
                one.missing or "unrated",
                one.penalty,
            )
            for one in content.indicators
        ],
        (
            grading.by,
            [(one.name, one.bound) for one in grading.classes],
            grading.rounding,
            grading.ties == "up",
        ),
        content.exempt.grade,
        content.exempt.scored,
    )


def _about(frame: Any, scheme: Scheme, read: Columns, firm: str | None) -> About:  # noqa: ANN401
    import pandas as pd

    return About(
        scheme=scheme,
        firms=None if firm is None else read.frame.texts(firm),
        index=frame.index if isinstance(frame, pd.DataFrame) else None,
        notices=(
            *(f"{scheme.name} assumes: {why}" for why in scheme.content.assumed.values()),
            *read.notices,
        ),
    )
