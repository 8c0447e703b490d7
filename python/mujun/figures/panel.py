"""Panels: figures of subjects by indicators, computed on by the core and dressed for Python."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from mujun import _core
from mujun.errors import MujunError
from mujun.figures.formulas import numbers
from mujun.figures.panel_frames import long_frame, unit_each, wide_frame
from mujun.figures.panel_methods import PanelMethods
from mujun.values.parsing import as_period

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    import numpy.typing as npt

    from mujun.figures.panel_frames import Units
    from mujun.values.parsing import PeriodLike


Conflict = Literal["raise", "mask", "first", "last", "mean"]


class Panel(PanelMethods):
    """Figures with a row a subject and a column an indicator; a mask says where there is none, and why.

    A panel does not change: every method gives a new one, with units.

    Parameters
    ----------
    values
        Two-dimensional, rows by columns. An array of float64 that lies column by column (`order="F"`) is used
        where it is, without a copy: do not write to it afterwards. NaN is no figure.
    index, columns
        The labels of the rows and of the columns, each once.
    units
        One for all columns, a mapping from column to unit, or one a column. What has none is not checked.
    mask
        True where a figure is to be left out.
    period
        What the figures are of: `2019Q1`, `2019`, `2019-05`, 2019年一季度, or the first and the last day.

    Raises
    ------
    MujunError
        Where the shapes differ, a label stands twice or a figure is infinite.

    Examples
    --------
    >>> import mujun as mj
    >>> panel = mj.Panel(
    ...     [[5000, 200], [1200, 80]],
    ...     index=["甲县", "乙县"],
    ...     columns=["税收", "工业用地"],
    ...     units={"税收": "万元", "工业用地": "亩"},
    ... )
    >>> panel.per_mu("税收", by="工业用地").convert("万元/亩")["亩均税收"].values.tolist()
    [[25.0], [15.0]]
    """

    def __init__(
        self,
        values: npt.ArrayLike,
        *,
        index: Iterable[object],
        columns: Iterable[object],
        units: Units = None,
        mask: npt.ArrayLike | None = None,
        period: PeriodLike = None,
    ) -> None:
        import numpy as np

        figures = numbers("values", values)
        heads = [str(column) for column in columns]
        left_out = np.zeros(figures.shape, bool) if mask is None else np.asarray(mask, bool)
        names = [str(row) for row in index]
        core = _core.Panel(figures, left_out, names, heads, unit_each(units, heads), as_period(period))
        super().__init__(core)

    @classmethod
    def from_frame(
        cls,
        frame: object,
        *,
        index: str,
        columns: str | Sequence[str] | None = None,
        values: str | None = None,
        units: Units = None,
        period: PeriodLike = None,
        conflict: Conflict = "raise",
    ) -> Panel:
        """Make a panel of a data frame: of pandas, polars, pyarrow, duckdb or any other that speaks Arrow.

        Parameters
        ----------
        frame
            Wide (a column an indicator) or long (a row a figure).
        index
            The column of the rows' labels.
        columns
            Wide: the columns to take; None takes every column of numbers. Long: the column that names the
            indicators.
        values
            Long: the column of figures.
        units
            As for `Panel`; in a long frame also the name of a column that holds each row's unit.
        period
            What the figures are of.
        conflict
            What to do where rows of a long frame differ over one cell: "raise", "mask" it, or take the
            "first", the "last" or the "mean".

        Examples
        --------
        >>> import mujun as mj
        >>> import pandas as pd
        >>> firms = pd.DataFrame({"企业": ["甲厂", "乙厂"], "税收": [300.0, 90.0], "用地": [20.0, 10.0]})
        >>> units = {"税收": "万元", "用地": "亩"}
        >>> panel = mj.Panel.from_frame(firms, index="企业", units=units)
        >>> panel.per_mu("税收", by="用地").values.tolist()
        [[150000.0], [90000.0]]
        """
        if values is None:
            core = wide_frame(frame, index, columns, units, as_period(period))
            return cls.of_core(core, (index, None))
        if not isinstance(columns, str):
            raise MujunError("a long frame needs columns=, the column that names the indicators")
        core = long_frame(frame, index, columns, values, units, conflict, as_period(period))
        return cls.of_core(core, (index, columns))
