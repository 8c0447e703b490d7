"""What a panel holds, to look at and to hand on."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, TypeAlias

from mujun.values.periods import label
from mujun.view.markup import Html, element, grid, joined

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Self

    import numpy as np
    import numpy.typing as npt
    import pandas as pd

    from mujun._core import Panel as CorePanel
    from mujun.values.parsing import Days

AxisNames: TypeAlias = tuple[str | None, str | None]  # what the rows are and what the columns are
shown_rows = 50


class PanelView:
    """A panel of the core as arrays, labels and frames."""

    _core: CorePanel
    _names: AxisNames
    _earlier: Callable[[], CorePanel] | None  # makes the panel of the year before

    def __init__(self, core: CorePanel) -> None:
        self._core, self._names, self._earlier = core, (None, None), None

    @classmethod
    def of_core(
        cls, core: CorePanel, names: AxisNames, earlier: Callable[[], CorePanel] | None = None
    ) -> Self:
        """Dress a panel of the core."""
        panel = cls.__new__(cls)
        panel._core, panel._names, panel._earlier = core, names, earlier
        return panel

    def _like(self, core: CorePanel, earlier: Callable[[], CorePanel] | None = None) -> Self:
        return self.of_core(core, self._names, earlier)

    @property
    def values(self) -> npt.NDArray[np.float64]:
        """The figures, NaN where masked: a read-only view of the panel's own memory."""
        return self._core.values()

    @property
    def mask(self) -> npt.NDArray[np.bool_]:
        """True where there is no figure: a read-only view."""
        return self._core.mask()

    @property
    def low(self) -> npt.NDArray[np.float64] | None:
        """Lower bounds of the true figures, from the digits printed; None where the panel carries none."""
        return self._core.low()

    @property
    def high(self) -> npt.NDArray[np.float64] | None:
        """Upper bounds of the true figures; infinite behind 以上 and 超."""
        return self._core.high()

    @property
    def reasons(self) -> dict[tuple[str, str], str]:
        """Why each masked figure is not there, by row and column."""
        return {(row, column): reason for row, column, reason in self._core.reasons()}

    @property
    def index(self) -> list[str]:
        """The rows' labels."""
        return self._core.index()

    @property
    def columns(self) -> list[str]:
        """The columns' labels."""
        return self._core.columns()

    @property
    def units(self) -> dict[str, str]:
        """Each column's unit, empty where unknown."""
        return dict(zip(self.columns, self._core.units(), strict=True))

    @property
    def period(self) -> Days:
        """First and last day of what the figures are of; a stock has no first; (None, None) is unknown."""
        return self._core.period()

    @property
    def shape(self) -> tuple[int, int]:
        """The numbers of rows and columns."""
        return len(self.index), len(self.columns)

    def to_pandas(self) -> pd.DataFrame:
        """Give a pandas frame, NaN where masked, in memory of its own; `attrs["units"]` has the units."""
        import pandas as pd

        rows, heads = (
            pd.Index(labels, name=name)
            for labels, name in zip((self.index, self.columns), self._names, strict=True)
        )
        frame = pd.DataFrame(self.values, index=rows, columns=heads, copy=True)
        frame.attrs["units"] = self.units
        return frame

    def __arrow_c_stream__(self, requested_schema: object | None = None) -> object:
        import pyarrow as pa

        names = [self._names[0] or "index", *self.columns]
        arrays = [pa.array(self.index, pa.string())]
        arrays += [
            pa.array(figures, mask=left_out)
            for figures, left_out in zip(self.values.T, self.mask.T, strict=True)
        ]
        return pa.table(arrays, names).__arrow_c_stream__(requested_schema)

    def __repr__(self) -> str:
        rows, columns = self.shape
        of = label(*self.period)
        return f"Panel({rows} × {columns}{', ' + of if of else ''})\n{self.to_pandas()!r}"

    def _repr_html_(self) -> str:
        heads = [joined(name, Html("<br>"), unit) if unit else name for name, unit in self.units.items()]
        rows = (
            [row, *("" if math.isnan(figure) else f"{figure:,.10g}" for figure in figures)]
            for row, figures in zip(self.index[:shown_rows], self.values, strict=False)
        )
        count = len(self.index)
        more = element("p", f"{shown_rows} of {count:,} rows") if count > shown_rows else ""
        return joined(grid(["", *heads], rows, label(*self.period), row_heads=True), more)
