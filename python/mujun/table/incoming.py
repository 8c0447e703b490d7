"""Frames on their way in: whatever speaks Arrow, and what can be made to."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from mujun import _core
from mujun.errors import MujunError


def frame_of(source: object) -> _core.Frame:
    """Read a frame in.

    Parameters
    ----------
    source
        A frame of pandas, polars, pyarrow or duckdb, or anything else that has `__arrow_c_stream__`; or a
        mapping from column names to columns.

    Raises
    ------
    MujunError
        Where it is no frame, or one of its columns mixes types.

    Examples
    --------
    >>> frame_of({"企业": ["甲", "乙"], "税收": [120, None]}).columns()
    ['企业', '税收']
    """
    if isinstance(source, _core.Frame):
        return source
    if isinstance(source, Mapping) or not hasattr(source, "__arrow_c_stream__"):
        return _core.Frame(_as_table(source))
    try:
        return _core.Frame(source)
    except MujunError:
        raise
    except (ValueError, TypeError) as error:  # pyarrow's own errors, on columns of mixed types
        raise MujunError(f"the frame cannot be read: {_first_line(error)}") from error


def _as_table(source: object) -> Any:  # noqa: ANN401 -- a pyarrow table, which has no types
    import pandas as pd
    import pyarrow as pa

    try:
        if isinstance(source, Mapping):
            return pa.table({str(name): column for name, column in source.items()})
        if isinstance(source, pd.DataFrame):  # pandas before 2.2 does not speak Arrow by itself
            return pa.Table.from_pandas(source)
    except (ValueError, TypeError) as error:
        raise MujunError(f"the frame cannot be read: {_first_line(error)}") from error
    raise MujunError(
        f"{type(source).__name__} is no frame: give one of pandas, polars, pyarrow or duckdb, or a mapping "
        "from column names to columns"
    )


def _first_line(error: Exception) -> str:
    return " ".join(str(part) for part in error.args).splitlines()[0]
