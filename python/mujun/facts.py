"""The fact table: one row a number mention, with the columns that every output shares."""

from __future__ import annotations

import difflib
import itertools
import operator
from typing import TYPE_CHECKING, Any, NamedTuple, overload

from mujun import _core, columns, frames
from mujun.errors import MujunError, as_date
from mujun.outputs import Outputs

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Sequence

    import pandas as pd
    import polars as pl
    import pyarrow as pa

    from mujun.columns import Language
    from mujun.document import Document, Notice
    from mujun.frames import DtypeBackend


class Fact(NamedTuple):
    """A row of the fact table."""

    page: str
    article: int
    start: int
    end: int
    text: str
    indicator: str
    indicator_code: str | None
    subject: str | None
    region_code: str | None
    measure: str
    basis: str | None
    reference: str | None
    value: float
    value_high: float | None
    unit: str
    base_value: float
    base_unit: str
    precision: float
    qualifier: str
    status: str
    period_start: dt.date | None
    period_end: dt.date | None
    evidence_start: int
    evidence_end: int
    group: int | None
    parent: int | None
    confidence: float
    rule: str


class Facts(Outputs):
    """The facts of one page or many.

    `pl.DataFrame(facts)`, `pa.table(facts)` and `duckdb.sql("from facts")` read it without a copy.

    Examples
    --------
    >>> import mujun as mj
    >>> facts = mj.extract("2018年，全区财政总收入12.5亿元。", subject="路桥区")
    >>> facts.columns[:5]
    ('page', 'article', 'start', 'end', 'text')
    """

    def __init__(
        self,
        table: _core.FactTable,
        documents: Sequence[Document] = (),
        notices: Sequence[Notice] = (),
        owners: Sequence[int] | None = None,
    ) -> None:
        self._table = table
        self._documents = tuple(documents)
        self._notices = list(notices)
        self._owners = [0] * len(table) if owners is None else owners  # each row's document

    @classmethod
    def concat(cls, parts: Iterable[Facts]) -> Facts:
        """Put tables one behind another; `group` and `parent` numbers stay unique."""
        parts = list(parts)
        first_document = itertools.accumulate((len(part._documents) for part in parts), initial=0)
        return cls(
            _core.FactTable.concat([part._table for part in parts]),
            [document for part in parts for document in part._documents],
            [notice for part in parts for notice in part._notices],
            [
                first + owner
                for part, first in zip(parts, first_document, strict=False)
                for owner in part._owners
            ],
        )

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns' names, in order."""
        return Fact._fields

    @property
    def documents(self) -> tuple[Document, ...]:
        """The pages that were read."""
        return self._documents

    @property
    def notices(self) -> list[Notice]:
        """What a person should know about the pages: nothing is dropped silently."""
        return list(self._notices)

    def __len__(self) -> int:
        return len(self._table)

    def __iter__(self) -> Iterator[Fact]:
        return (Fact(*self._table.row(at)) for at in range(len(self)))

    @overload
    def __getitem__(self, at: int) -> Fact: ...
    @overload
    def __getitem__(self, at: slice) -> Facts: ...
    def __getitem__(self, at: int | slice) -> Fact | Facts:
        if isinstance(at, slice):
            return self._take(range(*at.indices(len(self))))
        return Fact(*self._table.row(self._row_number(at)))

    def __eq__(self, other: object) -> bool:
        return list(self) == list(other) if isinstance(other, Facts) else NotImplemented

    __hash__ = None  # type: ignore[assignment]

    def _row_number(self, at: int) -> int:
        row = operator.index(at)
        row += len(self) if row < 0 else 0
        if not 0 <= row < len(self):
            raise IndexError(f"row {at} of a table of {len(self)} rows")
        return row

    def _take(self, rows: Sequence[int]) -> Facts:
        owners = [self._owners[row] for row in rows]
        return Facts(self._table.take(list(rows)), self._documents, self._notices, owners)

    def filter(self, **wanted: Any) -> Facts:  # noqa: ANN401 -- each column has a type of its own
        """Keep the rows whose columns equal the given values; a list, tuple or set means any of them.

        Examples
        --------
        >>> import mujun as mj
        >>> facts = mj.extract("2018年，全区财政总收入12.5亿元。")
        >>> len(facts.filter(unit="元", measure=["level", "growth"])) <= len(facts)
        True
        """
        rows: Iterable[int] = range(len(self))
        for name, value in wanted.items():
            column = self._table.column(self.check_column(name))
            choices = value if isinstance(value, (list, tuple, set, frozenset)) else [value]
            if name.startswith("period_"):
                choices = [as_date(choice, name) for choice in choices]
            rows = [row for row in rows if column[row] in choices]
        return self._take(list(rows))

    def check_column(self, name: str) -> str:
        """Give a column's name back, or say which columns there are."""
        if name not in self.columns:
            near = difflib.get_close_matches(name, self.columns, n=1)
            hint = f"did you mean {near[0]!r}?" if near else f"the columns are {', '.join(self.columns)}"
            raise MujunError(f"the fact table has no column {name!r}: {hint}")
        return name

    def explain(self, at: int) -> dict[str, Any]:
        """Say where row `at` comes from: the mention, its clause, the rule and the knowledge entries it used.

        `entries` are named `class:id`, as the knowledge files name them.
        """
        row = self._row_number(at)
        fact = self[row]
        text = self._documents[self._owners[row]].text
        return {
            "page": fact.page,
            "text": fact.text,
            "evidence": text[fact.evidence_start : fact.evidence_end],
            "rule": fact.rule,
            "entries": self._table.entries(row).split(),
            "confidence": fact.confidence,
        }

    def to_dicts(self) -> list[dict[str, Any]]:
        """Give one dict a row; dates are `datetime.date`, nulls None."""
        return [fact._asdict() for fact in self]

    def to_arrow(self, *, language: Language | None = None) -> pa.Table:
        """Give a pyarrow table over the same memory, with what each column means as the field's metadata.

        Parameters
        ----------
        language
            "zh" for Chinese heads and Chinese words for codes; None for the plain names.

        Examples
        --------
        >>> import mujun as mj
        >>> table = mj.extract("全区财政总收入12.5亿元。").to_arrow()
        >>> table.schema.field("precision").metadata[b"definition"].decode()
        'half a unit of the last digit written: the rounding of the value'
        """
        import pyarrow as pa

        return frames.described(pa.table(self), columns.of("facts"), language)

    def to_pandas(
        self, *, language: Language | None = None, dtype_backend: DtypeBackend | None = None
    ) -> pd.DataFrame:
        """Give a pandas frame.

        The period columns are `datetime64` with NaT, so that they compare and resample; `group` and `parent`
        are nullable `Int32`, so that row numbers stay whole; texts are pandas' own strings.

        Parameters
        ----------
        language
            "zh" for Chinese heads and Chinese words for codes; None for the plain names.
        dtype_backend
            "numpy_nullable" or "pyarrow", as of `pandas.read_parquet`.

        Examples
        --------
        >>> import mujun as mj
        >>> facts = mj.extract("2018年，全区财政总收入12.5亿元。")
        >>> facts.to_pandas(language="zh").loc[0, ["指标", "原文", "单位", "性质"]].to_list()
        ['财政总收入', '12.5亿元', '元', '实际']
        """
        return frames.to_pandas(self.to_arrow(language=language), dtype_backend)

    def to_polars(self, *, language: Language | None = None) -> pl.DataFrame:
        """Give a polars frame; `language` as for `to_pandas`."""
        import polars as pl

        return pl.DataFrame(self if language is None else self.to_arrow(language=language))

    def __arrow_c_schema__(self) -> object:
        return self._table.__arrow_c_schema__()

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        return self._table.__arrow_c_stream__(requested_schema)

    def __repr__(self) -> str:
        return f"Facts({len(self)} rows of {len(self._documents)} pages, {len(self._notices)} notices)"

    def _repr_html_(self) -> str:
        from mujun.view import fragment

        return fragment(self)
