"""What is computed from panels."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal

from mujun import _core
from mujun.errors import MujunError
from mujun.figures.panel_frames import unit_each
from mujun.figures.panel_view import PanelView
from mujun.values.parsing import as_period
from mujun.values.periods import label

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import Self

    from mujun.figures.panel_frames import Units


class PanelMethods(PanelView):
    """The methods of a panel; each gives a new one."""

    def __getitem__(self, columns: str | Sequence[str]) -> Self:
        return self._like(self._core.selected(_as_list(columns)), self._earlier)

    def growth(self, base: PanelMethods | None = None) -> Self:
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
        return self._like(self._core.growth(self._year_before() if base is None else base._core))

    def _year_before(self) -> _core.Panel:
        if self._names[0] == "period":
            before = [label(*_core.year_before(as_period(row))) for row in self.index]
            return self._core.rows_as(before, self.index)
        if self._earlier is None:
            raise MujunError("growth() needs the panel of an earlier period, as growth(base)")
        return self._earlier()

    def per_mu(self, indicator: str | Sequence[str], by: str = "工业用地") -> Self:
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

        Examples
        --------
        >>> import mujun as mj
        >>> panel = mj.Panel([[3000, 20]], index=["甲厂"], columns=["税收", "用地"], units=["万元", "公顷"])
        >>> found = panel.per_mu("税收", by="用地")
        >>> found.units, found.values.tolist()
        ({'亩均税收': '元/亩'}, [[100000.0]])
        """
        return self._like(self._core.per_mu(_as_list(indicator), by))

    def share(self, of: str | None = None) -> Self:
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

    def contribution(
        self, base: PanelMethods, whole: str, *, kind: Literal["rate", "points"] = "rate"
    ) -> Self:
        """Say what each part has to do with the growth of the whole, from levels at constant prices.

        Parameters
        ----------
        base
            The panel of the earlier period, matched by its labels.
        whole
            The row or the column that is the whole.
        kind
            "rate": 贡献率, the increment in % of the whole's. "points": 拉动, in percentage points.

        Examples
        --------
        >>> import mujun as mj
        >>> now = mj.Panel([[60], [120]], index=["工业", "GDP"], columns=["产值"], period="2019")
        >>> base = mj.Panel([[50], [100]], index=["工业", "GDP"], columns=["产值"], period="2018")
        >>> now.contribution(base, whole="GDP").values.tolist()
        [[50.0], [100.0]]
        >>> now.contribution(base, whole="GDP", kind="points").values.tolist()
        [[10.0], [20.0]]
        """
        if kind not in ("rate", "points"):
            raise MujunError(f"kind={kind!r}: choose 'rate' (贡献率) or 'points' (拉动)")
        return self._like(self._core.contribution(base._core, whole, kind == "points"))

    def rank(self, *, descending: bool = True, ties: Literal["min", "dense"] = "min") -> Self:
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

    def zscore(self, *, ddof: int = 0) -> Self:
        """Count the standard deviations that each figure is above its column's mean.

        `ddof` is taken off the number of figures that the variance is divided by: 0 as in
        `scipy.stats.zscore`, 1 for a sample.

        Examples
        --------
        >>> import mujun as mj
        >>> mj.Panel([[1], [3]], index="甲乙", columns=["得分"]).zscore().values.tolist()
        [[-1.0], [1.0]]
        """
        return self._like(self._core.zscore(ddof))

    def index_to(self, base: str | PanelMethods) -> Self:
        """Give each figure in % of a row, or of another panel: index numbers with a base of 100.

        Examples
        --------
        >>> import mujun as mj
        >>> panel = mj.Panel([[80], [92]], index=["2018", "2019"], columns=["GDP"])
        >>> panel.index_to("2018").values.tolist()
        [[100.0], [115.0]]
        """
        return self._like(self._core.index_to(_plain(base)))

    def gap(self, reference: str | PanelMethods) -> Self:
        """Say how far each figure is above a row (全省), or above another panel; for rates in 百分点.

        Examples
        --------
        >>> import mujun as mj
        >>> panel = mj.Panel([[33.1], [10.1]], index=["路桥区", "全省"], columns=["增速"], units="%")
        >>> panel.gap("全省").units, panel.gap("全省").values.round(1).tolist()
        ({'增速': '百分点'}, [[23.0], [0.0]])
        """
        return self._like(self._core.gap(_plain(reference)))

    def convert(self, units: Units) -> Self:
        """Bring the columns to another unit: all to one, or each to its own by a mapping.

        Examples
        --------
        >>> import mujun as mj
        >>> panel = mj.Panel([[0.5, 20]], index="甲", columns=["税收", "用地"], units=["亿元", "公顷"])
        >>> panel.convert({"税收": "万元", "用地": "亩"}).values.tolist()
        [[5000.0, 300.0]]
        """
        wanted = unit_each(units, self.columns, self._core.units())
        return self._like(self._core.in_units(wanted), self._earlier)


def _as_list(columns: str | Sequence[str]) -> list[str]:
    return [columns] if isinstance(columns, str) else list(columns)


def _plain(other: str | PanelMethods) -> Any:  # noqa: ANN401 -- a label or the core's panel
    return other._core if isinstance(other, PanelMethods) else other
