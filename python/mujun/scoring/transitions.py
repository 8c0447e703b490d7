"""Moves of firms between grades, from one assessment to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, NamedTuple

from mujun import _core
from mujun.table.table import Table

if TYPE_CHECKING:
    from collections.abc import Callable

    import pandas as pd


class Move(NamedTuple):
    """A firm between two assessments.

    `change` is one of up, down, same, enters, leaves, graded (it had no class before), ungraded.

    Examples
    --------
    >>> import mujun as mj
    >>> firms = {"企业": ["甲", "乙"], "score": [60, 96]}
    >>> before, now = (mj.grade(firms | {"score": points}, "huaian-2024") for points in ([60, 96], [96, 60]))
    >>> [move.change for move in now.transitions(before)]
    ['up', 'down']
    """

    firm: str
    before: str | None
    now: str | None
    change: str
    must_exit: bool


class Transitions(Table[_core.TransitionTable, Move]):
    """Who moved from which grade to which, a row a firm; `must_exit` marks those whose grade means that.

    Examples
    --------
    >>> import mujun as mj
    >>> firms = {"企业": ["甲", "乙"], "年产值": [6e6, 1e6], "年实缴税收": [2e5, 1e4], "面积": [1000, 1000]}
    >>> before = mj.grade(firms, "three-colour")
    >>> now = mj.grade(firms | {"年产值": [1e6, 6e6]}, "three-colour")
    >>> [(move.firm, move.before, move.now, move.change) for move in now.transitions(before)]
    [('甲', '绿', '黄', 'down'), ('乙', '黑', '黄', 'up')]
    """

    kind = "transitions"
    _record: ClassVar[Callable[..., Any]] = Move

    def counts(self) -> pd.DataFrame:
        """Count the firms by their grade before (rows) and now (columns); – is no grade, or not assessed."""
        import pandas as pd

        before, now = (
            pd.Series([grade or "–" for grade in self._table.column(name)], name=name)
            for name in ("before", "now")
        )
        return pd.crosstab(before, now)
