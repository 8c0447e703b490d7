"""What every table of the core is to Python: rows, columns, filters, frames."""

from __future__ import annotations

import difflib
import operator
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Generic, Protocol, Self, TypeAlias, TypeVar, overload

from mujun.errors import MujunError, as_date
from mujun.knowledge import builtin, dictionary
from mujun.table import frames
from mujun.values.amounts import plural

if TYPE_CHECKING:
    import os
    from collections.abc import Callable, Iterable, Iterator, Sequence

    import pandas as pd
    import polars as pl
    import pyarrow as pa

    from mujun.knowledge import Knowledge
    from mujun.knowledge.dictionary import Column, Language
    from mujun.table.frames import DtypeBackend

Row = TypeVar("Row", bound=tuple[Any, ...])
Core = TypeVar("Core", bound="CoreTable")


class CoreTable(Protocol):
    """A table of the core: columns in Arrow's layout."""

    def __len__(self) -> int: ...
    def row(self, at: int) -> tuple[Any, ...]: ...  # noqa: D102
    def column(self, name: str) -> list[Any]: ...  # noqa: D102
    def take(self, rows: Sequence[int]) -> Self: ...  # noqa: D102
    def __arrow_c_schema__(self) -> object: ...
    def __arrow_c_stream__(self, requested_schema: object = None) -> object: ...


class Table(Generic[Core, Row]):
    """A table of records.

    `pl.DataFrame(table)`, `pa.table(table)` and `duckdb.sql("from table")` read it without a copy.
    """

    _record: ClassVar[Callable[..., Any]]  # makes a row, a named tuple
    kind: ClassVar[str]  # what `_knowledge/columns` calls the table

    def __init__(self, table: Core, knowledge: Knowledge | None = None) -> None:
        self._table = table
        self._knowledge = knowledge  # with entries of the caller's own, where there are any

    @property
    def columns(self) -> tuple[str, ...]:
        """The columns' names, in order."""
        return tuple(self.described)

    @property
    def described(self) -> dict[str, Column]:
        """What the columns mean, by their names: their Chinese heads, units, definitions and codes."""
        return dictionary.of(self.kind)

    def __len__(self) -> int:
        return len(self._table)

    def __iter__(self) -> Iterator[Row]:
        return (self._record(*self._table.row(at)) for at in range(len(self)))

    @overload
    def __getitem__(self, at: int) -> Row: ...
    @overload
    def __getitem__(self, at: slice) -> Self: ...
    def __getitem__(self, at: int | slice) -> Row | Self:
        if isinstance(at, slice):
            return self._take(range(*at.indices(len(self))))
        row: Row = self._record(*self._table.row(self._row_number(at)))
        return row

    def __eq__(self, other: object) -> bool:
        return list(self) == list(other) if isinstance(other, type(self)) else NotImplemented

    __hash__ = None  # type: ignore[assignment]

    def _row_number(self, at: int) -> int:
        row = operator.index(at)
        row += len(self) if row < 0 else 0
        if not 0 <= row < len(self):
            raise IndexError(f"row {at} of a table of {len(self)} rows")
        return row

    def _take(self, rows: Sequence[int]) -> Self:
        return type(self)(self._table.take(list(rows)), self._knowledge)

    def filter(self, **wanted: Any) -> Self:  # noqa: ANN401 -- each column has a type of its own
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
            if name in {"period_start", "period_end", "as_of"}:
                choices = [as_date(choice, name) for choice in choices]
            rows = [row for row in rows if column[row] in choices]
        return self._take(list(rows))

    def check_column(self, name: str) -> str:
        """Give a column's name back, or say which columns there are.

        Examples
        --------
        >>> import mujun as mj
        >>> mj.extract("全区财政总收入12.5亿元。").check_column("indicater")
        Traceback (most recent call last):
        mujun.errors.MujunError: the table has no column 'indicater': did you mean 'indicator'?
        """
        if name not in self.columns:
            near = difflib.get_close_matches(name, self.columns, n=1)
            hint = f"did you mean {near[0]!r}?" if near else f"the columns are {', '.join(self.columns)}"
            raise MujunError(f"the table has no column {name!r}: {hint}")
        return name

    def to_dicts(self) -> list[dict[str, Any]]:
        """Give one dict a row; dates are `datetime.date`, nulls None.

        Examples
        --------
        >>> import mujun as mj
        >>> row = mj.extract("全区财政总收入12.5亿元。").to_dicts()[0]
        >>> row["text"], row["subject"]
        ('12.5亿元', None)
        """
        return [dict(zip(self.columns, row, strict=True)) for row in self]

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

        digest = builtin.digest() if self._knowledge is None else self._knowledge.digest()
        return frames.described(pa.table(self), self.described, digest, language)

    def to_pandas(
        self, *, language: Language | None = None, dtype_backend: DtypeBackend | None = None
    ) -> pd.DataFrame:
        """Give a pandas frame.

        The days are `datetime64` with NaT, so that they compare and resample; columns of row numbers are
        nullable integers, so that they stay whole; texts are pandas' own strings.

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
        """Give a polars frame; `language` as for `to_pandas`.

        Examples
        --------
        >>> import mujun as mj
        >>> mj.extract("全区财政总收入12.5亿元。").to_polars()["unit"].to_list()
        ['元']
        """
        import polars as pl

        return pl.DataFrame(self if language is None else self.to_arrow(language=language))

    def write(self, path: str | os.PathLike[str], *, language: Language | None = None) -> None:
        """Write a file: .parquet .csv .jsonl .arrow or .xlsx, as its ending says.

        An existing file is replaced once the new one is whole. Parquet and Arrow files say in their metadata
        what each column means and counts; a workbook has a sheet for that, and one for the notices.

        Parameters
        ----------
        path
            Where to.
        language
            "zh" for Chinese heads and Chinese words for codes. A .csv is then marked as UTF-8, which
            spreadsheet programs need.

        Raises
        ------
        MujunError
            Where the ending is none of these.
        OSError
            Where the file cannot be written; what was there before is then as it was.

        Examples
        --------
        >>> import tempfile
        >>> import mujun as mj
        >>> facts = mj.extract("2018年，全区财政总收入12.5亿元。")
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     facts.write(f"{folder}/facts.csv", language="zh")
        ...     with open(f"{folder}/facts.csv", encoding="utf-8-sig") as file:
        ...         file.readline()[:7]
        '页面,文章序号'
        """
        from mujun.table.writers import writer_for

        writer_for(Path(path))([self._filed()], Path(path), language)

    def _filed(self) -> Table[Any, Any]:
        """Give the table as files hold it, where nothing but its columns goes along."""
        return self

    def __arrow_c_schema__(self) -> object:
        return self._table.__arrow_c_schema__()

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        return self._table.__arrow_c_stream__(requested_schema)

    def __repr__(self) -> str:
        return f"{type(self).__name__}({plural(len(self), 'row')})"


AnyTable: TypeAlias = Table[Any, Any]
