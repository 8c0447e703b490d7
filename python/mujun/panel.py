"""Panels: figures of subjects by indicators, computed on by the core and dressed for Python."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from mujun import _core
from mujun.errors import MujunError
from mujun.figures import numbers
from mujun.panel_frames import long_frame, unit_each, wide_frame
from mujun.panel_view import PanelView
from mujun.parsing import as_period
from mujun.periods import label

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    import numpy.typing as npt

    from mujun.panel_frames import Units
    from mujun.panel_view import AxisNames
    from mujun.parsing import PeriodLike


Conflict = Literal["raise", "first", "last", "mean"]


class Panel(PanelView):
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
        Where the shapes differ, a label stands twice, a unit is not known or a figure is infinite.

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
        super().__init__(core, (None, None))

    @classmethod
    def of_core(
        cls, core: _core.Panel, names: AxisNames, earlier: Callable[[], Panel] | None = None
    ) -> Panel:
        """Dress a panel of the core; `earlier` makes the panel of the year before."""
        panel = cls.__new__(cls)
        PanelView.__init__(panel, core, names)
        panel._earlier = earlier
        return panel

    _earlier: Callable[[], Panel] | None = None

    def _like(self, core: _core.Panel) -> Panel:
        return Panel.of_core(core, self._names)

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
            What to do where rows of a long frame differ over one cell: "raise", or take the "first", the
            "last" or the "mean".

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

    def __getitem__(self, columns: str | Sequence[str]) -> Panel:
        return Panel.of_core(self._core.selected(_as_list(columns)), self._names, self._earlier)

    def growth(self, base: Panel | None = None) -> Panel:
        """Growth in % over a panel of an earlier period of the same kind.

        Parameters
        ----------
        base
            Matched by its labels. Without it the year before: of the facts that the panel was made of, or of
            its own rows where they are periods.

        Raises
        ------
        MujunError
            Where the periods are unlike or the wrong way round, units measure unlike things, or a column is
            in % (the change of a rate is in points: see `gap`).

        Examples
        --------
        >>> import mujun as mj
        >>> now = mj.Panel([[107], [5]], index=["甲县", "乙县"], columns=["利润"], period="2019Q1")
        >>> base = mj.Panel([[100], [-2]], index=["甲县", "乙县"], columns=["利润"], period="2018Q1")
        >>> now.growth(base).values.tolist()
        [[7.0], [nan]]
        >>> now.growth(base).reasons
        {('乙县', '利润'): 'the base is negative: from a loss there is no growth rate (扭亏, 减亏)'}
        """
        return self._like(self._core.growth((base or self._year_before())._core))

    def _year_before(self) -> Panel:
        if self._names[0] == "period":
            before = [label(*_core.year_before(as_period(row))) for row in self.index]
            return self._like(self._core.rows_as(before, self.index))
        if self._earlier is None:
            raise MujunError("growth() needs the panel of an earlier period, as growth(base)")
        return self._earlier()

    def per_mu(self, indicator: str | Sequence[str], by: str = "工业用地") -> Panel:
        """Divide totals by an area of the same row.

        Parameters
        ----------
        indicator
            One column or several.
        by
            The column of the area, in any unit of area.

        Returns
        -------
        Panel
            Columns 亩均…, money in 元/亩 and all else in its unit/亩.

        Raises
        ------
        MujunError
            Where `by` is no area or an area is negative, or the indicator is a rate or has no unit.
        """
        return self._like(self._core.per_mu(_as_list(indicator), by))

    def share(self, of: str | None = None) -> Panel:
        """Give each figure in % of a whole.

        Parameters
        ----------
        of
            The row (全市) or the column that is the whole; None for the sum of each column, which is only
            there where no part is missing.

        Examples
        --------
        >>> import mujun as mj
        >>> panel = mj.Panel([[30], [120]], index=["甲县", "全市"], columns=["税收"], units="亿元")
        >>> panel.share(of="全市").values.tolist()
        [[25.0], [100.0]]
        """
        return self._like(self._core.share(of))

    def contribution(self, base: Panel, whole: str, *, kind: Literal["rate", "points"] = "rate") -> Panel:
        """Say what each part has to do with the growth of the whole, from levels at constant prices.

        Parameters
        ----------
        base
            The panel of the earlier period, matched by its labels.
        whole
            The row or the column that is the whole.
        kind
            "rate": 贡献率, the increment in % of the whole's. "points": 拉动, in percentage points.
        """
        if kind not in ("rate", "points"):
            raise MujunError(f"kind={kind!r}: choose 'rate' (贡献率) or 'points' (拉动)")
        return self._like(self._core.contribution(base._core, whole, kind == "points"))

    def rank(self, *, descending: bool = True, ties: Literal["min", "dense"] = "min") -> Panel:
        """Give each figure its place in its column.

        Parameters
        ----------
        descending
            The largest is first.
        ties
            What follows two equal figures in first place: the third ("min") or the second ("dense").

        Examples
        --------
        >>> import mujun as mj
        >>> panel = mj.Panel([[3], [9], [9], [1]], index="甲乙丙丁", columns=["得分"])
        >>> panel.rank().values[:, 0].tolist()
        [3.0, 1.0, 1.0, 4.0]
        """
        if ties not in ("min", "dense"):
            raise MujunError(f"ties={ties!r}: choose 'min' or 'dense'")
        return self._like(self._core.rank(descending, ties == "dense"))

    def zscore(self, *, ddof: int = 0) -> Panel:
        """Count the standard deviations that each figure is above its column's mean.

        `ddof` is taken off the number of figures that the variance is divided by: 0 as in
        `scipy.stats.zscore`, 1 for a sample.
        """
        return self._like(self._core.zscore(ddof))

    def index_to(self, base: str | Panel) -> Panel:
        """Give each figure in % of a row, or of another panel: index numbers with a base of 100."""
        return self._like(self._core.index_to(_plain(base)))

    def gap(self, reference: str | Panel) -> Panel:
        """Say how far each figure is above a row (全省), or above another panel; for rates in 百分点.

        Examples
        --------
        >>> import mujun as mj
        >>> panel = mj.Panel([[33.1], [10.1]], index=["路桥区", "全省"], columns=["增速"], units="%")
        >>> panel.gap("全省").units, panel.gap("全省").values.round(1).tolist()
        ({'增速': '百分点'}, [[23.0], [0.0]])
        """
        return self._like(self._core.gap(_plain(reference)))

    def convert(self, units: Units) -> Panel:
        """Bring the columns to another unit: all to one, or each to its own by a mapping."""
        wanted = unit_each(units, self.columns, self._core.units())
        return Panel.of_core(self._core.in_units(wanted), self._names, self._earlier)


def _as_list(columns: str | Sequence[str]) -> list[str]:
    return [columns] if isinstance(columns, str) else list(columns)


def _plain(other: str | Panel) -> Any:  # noqa: ANN401 -- a label or the core's panel
    return other._core if isinstance(other, Panel) else other
