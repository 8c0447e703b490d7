"""A table as a frame of pandas, polars or pyarrow, its columns described."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from mujun import _core
from mujun.errors import MujunError
from mujun.knowledge import dictionary

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd
    import pyarrow as pa

    from mujun.knowledge.dictionary import Column, Language

DtypeBackend = Literal["numpy_nullable", "pyarrow"]


def described(
    table: pa.Table, kinds: Mapping[str, Column], digest: str, language: Language | None = None
) -> pa.Table:
    """Give an Arrow table its columns' names in a language, and their meaning and units as metadata.

    Each field says `name` (the plain one), `zh`, `unit` (where its numbers have one), `definition` and, for
    a column of codes, `codes`; the schema says the `mujun.version` and the `digest` of what it knew.
    """
    import pyarrow as pa

    dictionary.check(language)
    if language is not None:
        table = _translated(table, kinds, language)
    fields = [
        field.with_metadata(_described(kind, language))
        for field, kind in zip(table.schema, kinds.values(), strict=True)
    ]
    told = {"mujun.version": _core.__version__, "mujun.knowledge": digest}
    if language is not None:
        told["mujun.language"] = language
    return pa.Table.from_arrays(table.columns, schema=pa.schema(fields, metadata=told))


def _translated(table: pa.Table, columns: Mapping[str, Column], language: Language) -> pa.Table:
    """Put a language's heads and words for the names and codes of an Arrow table."""
    import pyarrow as pa
    import pyarrow.compute as pc

    def worded(values: pa.ChunkedArray, words: dict[str, str]) -> pa.ChunkedArray:
        if not words:
            return values
        places = pc.index_in(values, value_set=pa.array(list(words)))
        return pc.coalesce(pa.array(list(words.values())).take(places), values)

    kinds = [columns[name] for name in table.column_names]
    return pa.table(
        [worded(values, kind.words_in(language)) for values, kind in zip(table.columns, kinds, strict=True)],
        names=[kind.head_in(language) for kind in kinds],
    )


def _described(kind: Column, language: Language | None) -> dict[str, str]:
    told = {
        "name": kind.name,
        "zh": kind.zh,
        "unit": kind.unit_in(language),
        "definition": kind.definition_in(language),
        "codes": "; ".join(f"{c.word_in(language)}: {c.definition_in(language)}" for c in kind.codes),
    }
    return {key: text for key, text in told.items() if text}


def to_pandas(table: pa.Table, dtype_backend: str | None = None) -> pd.DataFrame:
    """Give a pandas frame of an Arrow table.

    Days are `datetime64` with NaT, so that they compare and resample; whole numbers stay whole where some are
    missing; texts are pandas' own strings. A `dtype_backend` is what it is to `pandas.read_parquet`.
    """
    import pandas as pd
    import pyarrow as pa

    nullable: dict[pa.DataType, Any] = {
        pa.int32(): pd.Int32Dtype(),
        pa.int64(): pd.Int64Dtype(),
        pa.bool_(): pd.BooleanDtype(),
    }
    if dtype_backend == "pyarrow":
        frame: pd.DataFrame = table.to_pandas(types_mapper=pd.ArrowDtype)
    elif dtype_backend == "numpy_nullable":
        nullable |= {
            pa.float32(): pd.Float32Dtype(),
            pa.float64(): pd.Float64Dtype(),
            pa.string(): pd.StringDtype(),
        }
        frame = table.to_pandas(types_mapper=nullable.get, date_as_object=False)
    elif dtype_backend is None:
        frame = table.to_pandas(date_as_object=False)
        whole = {
            field.name: nullable[field.type]
            for field in table.schema
            if field.nullable and field.type in nullable
        }
        frame = frame.astype(whole)
    else:
        raise MujunError(f"dtype_backend={dtype_backend!r}: choose 'numpy_nullable' or 'pyarrow'")
    return frame
