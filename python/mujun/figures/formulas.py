"""Growth, averages, contributions and units on numbers and arrays; rates are in %, as they are printed.

Every function takes numbers, numpy arrays and Series of pandas or polars, which broadcast together, and
gives back what it was given. Where a formula has no answer (growth from a loss), a number alone is a
`MujunError` and an array has NaN in that place. Definitions: 国家统计局, 主要统计指标解释.
"""

from __future__ import annotations

from decimal import Decimal
from numbers import Real
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

from mujun import _core
from mujun.errors import MujunError, as_text

if TYPE_CHECKING:
    from collections.abc import Callable

    import numpy as np
    import numpy.typing as npt
    import pandas as pd

Figures = TypeVar("Figures", float, "npt.NDArray[np.float64]", "pd.Series[float]")


class Contribution(NamedTuple, Generic[Figures]):
    """What a part has to do with the growth of a whole.

    Attributes
    ----------
    rate
        贡献率: the part's increment in % of the whole's.
    points
        拉动: the percentage points of the whole's growth that are the part's.

    Examples
    --------
    >>> import mujun as mj
    >>> mj.contribution(part_now=60, part_base=50, whole_now=120, whole_base=100).points
    10.0
    """

    rate: Figures
    points: Figures


def convert(value: Figures, from_unit: str, to_unit: str) -> Figures:
    """Convert between units that measure the same, exactly.

    Parameters
    ----------
    value
        A number or an array of them.
    from_unit, to_unit
        Units as they are written: 万元, 亩, 元/平方米, 吨标准煤/万元, 万元/人·年.
        `mujun.knowledge.units()` lists what they are made of.

    Raises
    ------
    MujunError
        Where the units measure unlike things. Currencies, and classifiers such as 家 and 个, never convert.

    Examples
    --------
    >>> import mujun as mj
    >>> mj.convert(10, "万元/亩", "元/平方米")
    150.0
    >>> mj.convert(10, "万元/亩", "亿元/平方公里")
    1.5
    """
    figures = numbers("value", value)
    for name, unit in (("from_unit", from_unit), ("to_unit", to_unit)):
        as_text(unit, name)
    return _like((value,), _core.convert(figures, from_unit, to_unit))


def growth(now: Figures | float, base: Figures | float) -> Figures:
    """Growth in % from `base` to `now`: 同比 with last year's period as base, 环比 with the period before.

    Raises
    ------
    MujunError
        For a single number whose base is zero or negative: 扭亏 has no growth rate. An array has NaN there.

    Examples
    --------
    >>> import mujun as mj
    >>> mj.growth(107, 100)
    7.0
    """
    return _over(_core.growth, now=now, base=base)


def base(now: Figures | float, growth: Figures | float) -> Figures:
    """Give what grew to `now` by `growth` %.

    Examples
    --------
    >>> import mujun as mj
    >>> mj.base(107, 7)
    100.0
    """
    return _over(_core.base, now=now, growth=growth)


def average_growth(end: Figures | float, base: Figures | float, years: Figures | float) -> Figures:
    """Yearly growth in % that leads from `base` to `end` (年均增长, 水平法).

    The base year stands before the period: 2016-2020 has its base in 2015, and five years.

    Examples
    --------
    >>> import mujun as mj
    >>> round(mj.average_growth(116.9, 100, 2), 1)
    8.1
    """
    return _over(_core.average_growth, end=end, base=base, years=years)


def two_year_average(first: Figures | float, second: Figures | float) -> Figures:
    """Geometric mean in % of two years' growths (两年平均, as the figures of 2021 were printed).

    Examples
    --------
    >>> import mujun as mj
    >>> round(mj.two_year_average(18.3, -6.8), 1)
    5.0
    """
    return _over(_core.two_year_average, first=first, second=second)


def ratio_growth(above: Figures | float, below: Figures | float) -> Figures:
    """Growth in % of a ratio (per 亩, per head) from the growths of what is above and below the line.

    Examples
    --------
    >>> import mujun as mj
    >>> mj.ratio_growth(32, 10)
    20.0
    """
    return _over(_core.ratio_growth, above=above, below=below)


def contribution(
    part_now: Figures | float,
    part_base: Figures | float,
    whole_now: Figures | float,
    whole_base: Figures | float,
) -> Contribution[Figures]:
    """Give what a part has to do with the growth of the whole, from levels at constant prices.

    Returns
    -------
    Contribution
        `rate`, the part's increment in % of the whole's (贡献率), and `points`, the percentage points of the
        whole's growth that are the part's (拉动): rate × growth of the whole.

    Examples
    --------
    >>> import mujun as mj
    >>> mj.contribution(part_now=60, part_base=50, whole_now=120, whole_base=100)
    Contribution(rate=50.0, points=10.0)
    """
    part = {"part_now": part_now, "part_base": part_base}
    rate = _over(_core.contribution, **part, whole_now=whole_now, whole_base=whole_base)
    return Contribution(rate, _over(_core.pull, **part, whole_base=whole_base))


def per_mu(value: Figures | float, area: Figures | float, *, area_unit: str = "亩") -> Figures:
    """Divide by an area, whatever its unit, brought to 亩.

    Raises
    ------
    MujunError
        For an area below zero anywhere, and for a single area of zero. An array has NaN for areas of zero.

    Examples
    --------
    >>> import mujun as mj
    >>> mj.per_mu(4500, 20, area_unit="公顷")
    15.0
    """
    in_mu = _core.convert(numbers("area", area), as_text(area_unit, "area_unit"), "亩")
    return _like((value, area), _core.per_area(numbers("value", value), in_mu))


def _over(formula: Callable[..., Any], **arguments: Figures | float) -> Figures:
    arrays = [numbers(name, value) for name, value in arguments.items()]  # in the formula's own order
    try:
        return _like(tuple(arguments.values()), formula(*arrays))
    except RuntimeError as error:  # shapes that do not broadcast
        shapes = ", ".join(f"{name} {array.shape}" for name, array in zip(arguments, arrays, strict=True))
        raise MujunError(f"the shapes do not go together: {shapes}") from error


def numbers(name: str, value: object) -> npt.NDArray[np.float64]:
    """Read numbers as the core takes them, NaN for what is missing; texts and dates are no numbers."""
    import numpy as np

    if isinstance(value, np.ma.MaskedArray):
        value = np.ma.filled(value.astype(np.float64), np.nan)
    array = np.asarray(value)
    if array.dtype.kind == "O":
        array = _without_nulls(name, array)
    if array.dtype.kind not in "iuf":
        raise MujunError(f"{name} must be numbers, not {array.dtype}")
    return np.require(array, np.float64, "A")


def _without_nulls(name: str, array: npt.NDArray[np.object_]) -> npt.NDArray[np.float64]:
    import numpy as np
    import pandas as pd

    missing = pd.isna(array)
    for item in array[~missing]:
        if isinstance(item, bool) or not isinstance(item, (Real, Decimal)):
            raise MujunError(f"{name} must be numbers, not {item!r}")
    return np.where(missing, np.nan, array).astype(np.float64)


def _like(given: tuple[Figures | float, ...], result: Any) -> Figures:  # noqa: ANN401 -- the core's
    """Dress the core's answer as the caller's own kind: float, array, Series or DataFrame."""
    dressed: Any = result
    framed: list[Any] = [value for value in given if hasattr(value, "iloc")]
    for other in framed[1:]:
        if len(framed[0].axes) != len(other.axes) or not all(map(_equal, framed[0].axes, other.axes)):
            raise MujunError("the labels of the two differ: bring them together with a.align(b) first")
    if framed:
        dressed = type(framed[0])(result, *framed[0].axes)
        if dressed.ndim == 1:
            dressed.name = framed[0].name
    else:
        columns: list[Any] = [value for value in given if type(value).__module__.startswith("polars")]
        if columns:
            dressed = type(columns[0])(columns[0].name, result)
    answer: Figures = dressed
    return answer


def _equal(left: pd.Index[Any], right: pd.Index[Any]) -> bool:
    return left.equals(right)
