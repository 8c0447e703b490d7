"""Scores of firms."""

from __future__ import annotations

import dataclasses
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, Any, Self

from mujun import _core
from mujun.errors import MujunError
from mujun.knowledge.dictionary import of as columns_of
from mujun.scoring.transitions import Transitions
from mujun.table import frames
from mujun.table.table import Table
from mujun.values.amounts import plural
from mujun.view.markup import Html, element

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    import pandas as pd

    from mujun.knowledge.dictionary import Column, Language
    from mujun.scoring.scheme import Scheme
    from mujun.table.frames import DtypeBackend

shown_rows = 50


class Score(tuple[Any, ...]):  # noqa: SLOT001 -- a row knows the names of its columns
    """A firm's row of the scores' columns.

    Attributes
    ----------
    indicators
        The scheme's indicators, whose points stand between the grade and the notes.

    Examples
    --------
    >>> import mujun as mj
    >>> row = mj.grade({"score": [96, 81, 77, 60, 52]}, "huaian-2024")[0]
    >>> row.score, row.grade, row.notes
    (96.0, 'A', None)
    """

    indicators: tuple[str, ...]

    def __new__(cls, row: Iterable[Any], indicators: tuple[str, ...]) -> Self:
        """Make a row."""
        made = super().__new__(cls, row)
        made.indicators = indicators
        return made

    @property
    def score(self) -> float | None:
        """The firm's score; None where it has none, as `notes` says."""
        score: float | None = self[0]
        return score

    @property
    def rank(self) -> int | None:
        """The firm's place among the rated firms of its group."""
        rank: int | None = self[1]
        return rank

    @property
    def grade(self) -> str | None:
        """The firm's class."""
        grade: str | None = self[2]
        return grade

    @property
    def points(self) -> dict[str, float | None]:
        """The points by indicator."""
        return dict(zip(self.indicators, self[3:-1], strict=True))

    @property
    def notes(self) -> str | None:
        """What was missing, cut or exempt."""
        notes: str | None = self[-1]
        return notes

    def __repr__(self) -> str:
        said = f"score={self.score}, rank={self.rank}, grade={self.grade!r}, points={self.points}"
        return f"Score({said}, notes={self.notes!r})"


@dataclasses.dataclass(frozen=True)
class About:
    """What is known of scores beside their table."""

    scheme: Scheme
    firms: list[str | None] | None
    index: Any  # a pandas index, or None
    notices: tuple[str, ...]

    def take(self, rows: Sequence[int]) -> About:
        """Keep what is known of these rows."""
        return dataclasses.replace(
            self,
            firms=None if self.firms is None else [self.firms[row] for row in rows],
            index=None if self.index is None else self.index[list(rows)],
        )


class Scores(Table[_core.ScoreTable, Score]):
    """The scores of firms, a row a firm, in the firms' order; `score` and `grade` give them.

    The columns are `score`, `rank`, `grade`, `score:` and its name for each indicator, and `notes`.

    Examples
    --------
    >>> import mujun as mj
    >>> scores = mj.grade({"score": [96, 81, 77, 60, 52]}, "huaian-2024")
    >>> scores.to_pandas()["grade"].to_list()
    ['A', 'B', 'B', 'C', 'D']
    """

    kind = "scores"

    def __init__(self, table: _core.ScoreTable, about: About) -> None:
        super().__init__(table)
        self._about = about

    def _take(self, rows: Sequence[int]) -> Self:
        return type(self)(self._table.take(list(rows)), self._about.take(rows))

    def _record(self, *row: Any) -> Score:  # noqa: ANN401 -- columns have their own types
        return Score(row, self._indicators)

    @cached_property
    def _indicators(self) -> tuple[str, ...]:
        return tuple(name.removeprefix("score:") for name in self._names[3:-1])

    @property
    def _names(self) -> list[str]:
        return self._table.names()

    @property
    def described(self) -> dict[str, Column]:
        """What the columns mean, by their names."""
        known = columns_of(self.kind)
        return {
            name: known.get(name) or _of_indicator(known["score:"], name.removeprefix("score:"))
            for name in self._names
        }

    @property
    def scheme(self) -> Scheme:
        """The scheme by which the firms were scored, with what the caller gave it."""
        return self._about.scheme

    @property
    def firms(self) -> list[str | None] | None:
        """The firms' names or codes, where the frame has a column for them."""
        return None if self._about.firms is None else list(self._about.firms)

    @property
    def notices(self) -> list[str]:
        """What a person should know about the columns that were read."""
        return list(self._about.notices)

    def counts(self) -> dict[str, int]:
        """Count the firms by grade, in the order of the classes; firms without one are left out.

        Examples
        --------
        >>> import mujun as mj
        >>> firms = {"年产值": [6e6, 1e6, 9e6], "年实缴税收": [2e5, 1e4, 3e4], "面积": [1000, 1000, 1000]}
        >>> mj.grade(firms, "three-colour").counts()
        {'绿': 1, '黄': 1, '黑': 1}
        """
        found = Counter(grade for grade in self._table.column("grade") if grade is not None)
        order = [*(one.name for one in self.scheme.content.grading.classes), self.scheme.content.exempt.grade]
        return {name: found[name] for name in order if found[name] or name in order[:-1]}

    def transitions(self, previous: Scores) -> Transitions:
        """Say who moved from which grade to which since an earlier assessment, who entered, left, must exit.

        Firms are the same where their names or codes are: see `key` of `score`. The firms of this assessment
        come in their order, and behind them those that left.

        Raises
        ------
        MujunError
            Where an assessment does not name its firms, or names one twice.

        Examples
        --------
        >>> import mujun as mj
        >>> firms = {"企业": ["甲", "乙"], "年产值": [6e6, 1e6], "年实缴税收": [2e5, 1e4], "面积": [900, 900]}
        >>> moved = mj.grade(firms, "three-colour").transitions(mj.grade(firms, "three-colour"))
        >>> [move.firm for move in moved if move.must_exit]
        ['乙']
        """
        if not isinstance(previous, Scores):
            raise MujunError(f"the earlier assessment must be Scores, not {type(previous).__name__}")
        ladder = self.scheme.content.grading.classes
        return Transitions(
            _core.transitions(
                previous._keys("previous"),
                previous._table,
                self._keys("present"),
                self._table,
                [one.name for one in ladder],
                [one.name for one in ladder if one.exit],
            )
        )

    def _keys(self, which: str) -> list[str]:
        if self._about.firms is None:
            raise MujunError(
                f"the {which} assessment does not name its firms: score with key= the column of their names "
                "or codes"
            )
        return [firm or "" for firm in self._about.firms]

    def _filed(self) -> Scores:
        return self if self._about.firms is None else _NamedScores(self._table, self._about)

    def to_pandas(
        self, *, language: Language | None = None, dtype_backend: DtypeBackend | None = None
    ) -> pd.DataFrame:
        """Give a pandas frame; it has the index of the firms' frame, so that `firms.join` puts them together.

        Parameters
        ----------
        language
            "zh" for Chinese heads; None for the plain names.
        dtype_backend
            "numpy_nullable" or "pyarrow", as of `pandas.read_parquet`.
        """
        frame = frames.to_pandas(self.to_arrow(language=language), dtype_backend)
        return frame if self._about.index is None else frame.set_axis(self._about.index)

    def __repr__(self) -> str:
        counts = ", ".join(f"{name} {count}" for name, count in self.counts().items())
        return f"Scores({plural(len(self), 'firm')} by {self.scheme.name}{': ' if counts else ''}{counts})"

    def _repr_html_(self) -> str:
        frame = self[:shown_rows].to_pandas()
        if self._about.firms is not None:
            frame.insert(0, "firm", self._about.firms[:shown_rows])
        table = Html(frame.to_html(na_rep="", float_format="{:.4g}".format, max_rows=shown_rows))
        told = element("ul", *(element("li", notice) for notice in self.notices))
        return element("div", repr(self), table, told)


class _NamedScores(Scores):
    """Scores as files hold them: each row begins with its firm, since no index goes along."""

    @property
    def described(self) -> dict[str, Column]:
        return {"firm": columns_of("transitions")["firm"], **super().described}

    def __iter__(self) -> Iterator[Any]:
        rows = (self._table.row(at) for at in range(len(self)))
        return ((firm, *row) for firm, row in zip(self.firms or (), rows, strict=True))

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        import pyarrow as pa

        table = pa.table(self._table).add_column(0, "firm", pa.array(self.firms, pa.string()))
        return table.__arrow_c_stream__(requested_schema)


def _of_indicator(pattern: Column, name: str) -> Column:
    return dataclasses.replace(
        pattern,
        name=f"score:{name}",
        zh=pattern.zh.format(indicator=name),
        definition=pattern.definition.format(indicator=name),
        definition_zh=pattern.definition_zh.format(indicator=name),
    )
