"""Data frames as panels: wide ones with a column an indicator, long ones with a row a figure."""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from typing import TYPE_CHECKING

from mujun import _core
from mujun.errors import MujunError
from mujun.incoming import frame_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    import numpy.typing as npt

    from mujun.parsing import Days

    Units = str | Mapping[str, str] | Sequence[str] | None


def wide_frame(
    frame: object, index: str, columns: str | Sequence[str] | None, units: Units, period: Days
) -> _core.Panel:
    """Make a panel of the columns of numbers that are asked for."""
    source = frame_of(frame)
    rows = _labels(source, index)
    if columns is None:
        heads = [name for name in source.columns() if name != index and source.kind(name) == "number"]
    else:
        heads = [columns] if isinstance(columns, str) else list(columns)
    import numpy as np

    values = np.empty((len(rows), len(heads)), order="F")
    mask = np.zeros_like(values, dtype=bool)
    for at, name in enumerate(heads):
        values[:, at], present = _numbers(source, name)
        mask[:, at] = ~present
    return _core.Panel(values, mask, rows, heads, unit_each(units, heads), period)


def long_frame(
    frame: object, index: str, columns: str, values: str, units: Units, conflict: str, period: Days
) -> _core.Panel:
    """Make a panel of one figure a row."""
    source = frame_of(frame)
    heads = _labels(source, columns)
    figures, present = _numbers(source, values)
    each = _units_of_rows(source, units, heads)
    return _core.Panel.from_long(_labels(source, index), heads, figures, present, each, conflict, period)


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


def _checked(source: _core.Frame, name: str) -> str:
    there = source.columns()
    if name not in there:
        near = difflib.get_close_matches(name, there, n=1)
        hint = f"did you mean {near[0]!r}?" if near else f"there are {', '.join(there)}"
        raise MujunError(f"the frame has no column {name!r}: {hint}")
    return name


def _labels(source: _core.Frame, name: str) -> list[str]:
    labels: list[str] = []
    for row, text in enumerate(source.texts(_checked(source, name))):
        if text is None:
            raise MujunError(f"row {row} has no {name}")
        labels.append(text)
    return labels


def _numbers(source: _core.Frame, name: str) -> tuple[npt.NDArray[np.float64], npt.NDArray[np.bool_]]:
    if source.kind(_checked(source, name)) != "number":
        raise MujunError(f"column {name!r} holds no numbers")
    return source.numbers(name)


def _units_of_rows(source: _core.Frame, units: Units, heads: list[str]) -> list[str]:
    if isinstance(units, str) and units in source.columns():
        return [unit or "" for unit in source.texts(units)]
    if units is None or isinstance(units, str):
        return [units or ""] * len(heads)
    if isinstance(units, Mapping):
        if unknown := [name for name in units if name not in heads]:
            raise MujunError(f"units= names {unknown[0]!r}, which is no indicator of the frame")
        return [units.get(head, "") for head in heads]
    raise MujunError(
        "units= of a long frame is a unit, a column of units, or a mapping from indicator to unit"
    )
