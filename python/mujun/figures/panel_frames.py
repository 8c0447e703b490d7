"""Data frames as panels: wide ones with a column an indicator, long ones with a row a figure."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from typing import TYPE_CHECKING

from mujun import _core
from mujun.errors import MujunError
from mujun.table.incoming import frame_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mujun.values.parsing import Days

    Units = str | Mapping[str, str] | Sequence[str] | None


def wide_frame(
    frame: object, index: str, columns: str | Sequence[str] | None, units: Units, period: Days
) -> _core.Panel:
    """Make a panel of the columns of numbers that are asked for."""
    source = frame_of(frame)
    if columns is None:
        heads = [name for name in source.columns() if name != index and source.kind(name) == "number"]
    else:
        heads = [columns] if isinstance(columns, str) else list(columns)
    for name in (index, *heads):
        _check(source, name)
    return _core.Panel.from_wide(source, index, heads, unit_each(units, heads), period)


def long_frame(
    frame: object, index: str, columns: str, values: str, units: Units, conflict: str, period: Days
) -> _core.Panel:
    """Make a panel of one figure a row."""
    source = frame_of(frame)
    for name in (index, columns, values):
        _check(source, name)
    by_column, by_name, one = None, {}, ""
    if isinstance(units, Mapping):
        by_name = dict(units)
    elif isinstance(units, str):
        by_column, one = (units, "") if units in source.columns() else (None, units)
    elif units is not None:
        raise MujunError("units= of a long frame is a unit, a column of units, or a mapping by indicator")
    panel = _core.Panel.from_long(source, index, columns, values, by_column, by_name, one, conflict, period)
    for name in by_name:
        if name not in panel.columns():
            raise MujunError(f"units= names {name!r}, which is no indicator of the frame")
    return panel


def unit_each(units: Units, columns: Sequence[str], otherwise: Sequence[str] | None = None) -> list[str]:
    """Give one unit a column; what a mapping leaves out stays as it is `otherwise`."""
    there = list(otherwise or [""] * len(columns))
    if units is None:
        return there
    if isinstance(units, str):
        return [units] * len(columns)
    if isinstance(units, Mapping):
        for name in units:
            if name not in columns:
                raise MujunError(f"units= names {name!r}, but the columns are {', '.join(columns)}")
        return [units.get(column, unit) for column, unit in zip(columns, there, strict=True)]
    return list(units)


def _check(source: _core.Frame, name: str) -> None:
    there = source.columns()
    if name not in there:
        near = difflib.get_close_matches(name, there, n=1)
        hint = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(there)}"
        raise MujunError(f"the frame has no column {name!r}: {hint}")
