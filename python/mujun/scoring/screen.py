"""Screening firms by a rule's own text."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from mujun import _core
from mujun.errors import MujunError
from mujun.scoring.rule import Rule
from mujun.scoring.subjects import Subjects
from mujun.table.incoming import frame_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    import numpy as np
    import numpy.typing as npt


def screen(
    frame: Any,  # noqa: ANN401 -- whatever speaks Arrow
    rule: str | Rule,
    *,
    columns: Mapping[str, str] | None = None,
    units: Mapping[str, str] | None = None,
    missing: Literal["raise", "fail"] = "raise",
    key: str | None = None,
) -> npt.NDArray[np.bool_]:
    """Tell which firms a rule's text lets pass.

    Columns are found by the rule's own words (年产值, 年实缴税收). A bound per area divides the column by
    面积, unless `units` says that the column is per area itself; 亩均税收, where the frame does not have it,
    is 税收 by 面积.

    Parameters
    ----------
    frame
        A row a firm: a frame of pandas, polars, pyarrow or duckdb, or a mapping of columns.
    rule
        The text of a rule, or a `Rule`.
    columns
        The frame's column for a word of the rule (or for 面积), where they differ.
    units
        The unit of a column, by the rule's word or by the column. Without it money is in 元, area in 平方米,
        and what is neither is in the unit of its bound; rates are in %.
    missing
        What to do where a value is missing and decides: "raise", or let the firm "fail".
    key
        The column that names the firms in messages.

    Returns
    -------
    numpy.ndarray
        One bool a row: `firms[mj.screen(firms, rule)]` are those that pass.

    Raises
    ------
    MujunError
        Where the rule cannot be read, a column is not there, units measure unlike things, an area is 0 or
        below, or a value is missing. The message names the words, the column or the row.

    Examples
    --------
    >>> import mujun as mj
    >>> firms = {"年产值": [6_000_000, 4_000_000], "年实缴税收": [90_000, 80_000], "面积": [1000, 1000]}
    >>> mj.screen(firms, "年产值不低于5000元/平方米或年实缴税收不低于120元/平方米").tolist()
    [True, False]
    """
    if missing not in {"raise", "fail"}:
        raise MujunError(f"missing={missing!r}: choose 'raise' or 'fail'")
    asked = rule if isinstance(rule, Rule) else Rule.parse(rule)
    read = frame_of(frame)
    subjects = Subjects(read.columns(), columns or {}, units or {}, asked)
    if key is not None:
        subjects.check(key, "key=")
    found = [subjects.of(one) for one in asked.conditions]
    return _core.screen(read, asked.core, found, key, missing == "fail")
