"""Intervals hold the true figure, and are no wider than rounding makes them."""

import math
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mujun._core import stages

Interval = stages.Interval
numbers = st.floats(-1e12, 1e12).filter(lambda value: value == 0 or abs(value) > 1e-12)
inf = math.inf


def sides(interval):
    return interval.low, interval.high


@st.composite
def intervals(draw, values=numbers):
    low, high = sorted((draw(values), draw(values)))
    return Interval(low, high)


def exact_bounds(one, other, operation):
    corners = [operation(Fraction(x), Fraction(y)) for x in sides(one) for y in sides(other)]
    return min(corners), max(corners)


def is_tight(found, exact):
    """It holds the exact bounds, and the next double inwards on either side would not."""
    low, high = exact
    assert found.low <= low
    assert found.high >= high
    assert math.nextafter(found.low, inf) > low
    assert math.nextafter(found.high, -inf) < high


@given(intervals(), intervals())
def test_sums_and_differences(one, other):
    is_tight(one + other, exact_bounds(one, other, lambda x, y: x + y))
    is_tight(one - other, exact_bounds(one, other, lambda x, y: x - y))


@given(intervals(), intervals())
def test_products(one, other):
    is_tight(one * other, exact_bounds(one, other, lambda x, y: x * y))


@given(intervals(), intervals(st.floats(1e-6, 1e12)), st.booleans())
def test_quotients(one, other, negative):
    if negative:
        other = Interval(-other.high, -other.low)
    is_tight(one / other, exact_bounds(one, other, lambda x, y: x / y))


def test_exact_results_stay_exact():
    assert sides(Interval(794, 794) + Interval(965, 965)) == (1759, 1759)
    assert sides(Interval(3, 3) * Interval(7, 7)) == (21, 21)
    assert sides(Interval(84, 84) / Interval(2, 2)) == (42, 42)
    assert sides(Interval(81, 81).sqrt()) == (9, 9)


def test_a_tenth_is_no_double():
    found = Interval(0.1, 0.1) + Interval(0.2, 0.2)
    assert Fraction(found.low) <= Fraction(0.1) + Fraction(0.2) <= Fraction(found.high)
    assert found.low < found.high


@pytest.mark.parametrize(
    ("divisor", "expected"),
    [((0, 4), (0.25, inf)), ((-4, 0), (-inf, -0.25)), ((-1, 1), (-inf, inf)), ((0, 0), (-inf, inf))],
)
def test_divisors_that_hold_zero(divisor, expected):
    assert sides(Interval(1, 2) / Interval(*divisor)) == expected


def test_infinite_sides():
    at_least = Interval(100, inf)
    assert sides(at_least + Interval(1, 2)) == (101, inf)
    assert sides(at_least * Interval(-1, 2)) == (-inf, inf)
    assert sides(at_least * Interval(0, 0)) == (0, 0)
    assert sides(Interval(1, 1) / at_least) == (0, 0.01)
    assert sides(at_least / at_least) == (0, inf)
    assert sides(at_least - at_least) == (-inf, inf)
    assert sides(at_least.sqrt()) == (10, inf)


def test_what_overflows_has_a_finite_lower_bound():
    huge = Interval(1.7e308, 1.7e308)
    for found in (huge + huge, huge * huge, huge / Interval(0.5, 0.5)):
        assert math.isfinite(found.low)
        assert found.high == inf


def test_what_underflows_still_holds_the_truth():
    tiny = Interval(1e-200, 1e-200)
    found = tiny * tiny
    assert found.low <= 0 < found.high


@given(intervals(st.floats(0, 1e12)))
def test_square_roots(interval):
    root = interval.sqrt()
    assert Fraction(root.low) ** 2 <= Fraction(interval.low)
    assert Fraction(root.high) ** 2 >= Fraction(interval.high)


@given(st.floats(1e-3, 1e6), st.integers(1, 40))
def test_roots_hold_the_base_of_a_power(base, years):
    power = Fraction(base) ** years
    low, high = math.nextafter(float(power), 0), math.nextafter(float(power), inf)
    root = Interval(low, high).root(years)
    assert root.low <= base <= root.high
    assert root.high - root.low <= 1e-12 * base


def test_roots_of_what_may_be_negative():
    assert sides(Interval(-4, 9).sqrt()) == (0, 3)
    assert Interval(-4, -1).sqrt() is None
    assert Interval(-4, -1).root(3) is None


def test_intersection_and_hull():
    one, other = Interval(1, 3), Interval(2, 5)
    assert sides(one.intersection(other)) == (2, 3)
    assert sides(one.hull(other)) == (1, 5)
    assert one.intersection(Interval(4, 5)) is None


@pytest.mark.parametrize(
    ("value", "precision", "qualifier", "expected"),
    [
        (44.5e8, 5e6, "exact", (44.45e8, 44.55e8)),
        (8.1, 0.05, "exact", (8.05, 8.15)),
        (4000e4, 5000, "about", (3500e4, 4500e4)),
        (44.5e8, 5e6, "about", (44.45e8, 44.55e8)),
        (100, 0.5, "about", (50, 150)),
        (100e8, 5e7, "over", (100e8, inf)),
        (2e8, 5e7, "at_least", (2e8, inf)),
        (95, 0.5, "nearly", (0, 95)),
        (100, 0.5, "under", (-inf, 100)),
        (3, 0.5, "at_most", (-inf, 3)),
        (-8, 0.5, "over", (-inf, -8)),
        (-8, 0.5, "nearly", (-8, 0)),
        (-8, 0.5, "at_most", (-8, inf)),
    ],
)
def test_what_a_printed_figure_says(value, precision, qualifier, expected):
    assert sides(Interval.printed(value, precision, qualifier)) == pytest.approx(expected)


def test_a_range_holds_both_ends():
    assert sides(Interval.printed(5, 0.5, "exact", 8)) == (4.5, 8.5)


@given(st.decimals(-(10**10), 10**10, places=6), st.integers(-6, 5))
def test_the_figure_behind_a_rounded_one_is_held(truth, last_digit):
    """The truth, rounded half either way at any digit, is within the interval of what is printed."""
    unit = Fraction(10) ** last_digit
    for rounding in (math.floor, math.ceil):
        half = Fraction(1, 2) if rounding is math.floor else -Fraction(1, 2)
        printed = rounding(Fraction(truth) / unit + half) * unit
        interval = Interval.printed(float(printed), float(unit / 2))
        # The printed figure itself is a double, so the bounds are right to one rounding of it.
        slack = Fraction(math.ulp(float(printed)))
        assert Fraction(interval.low) - slack <= Fraction(truth) <= Fraction(interval.high) + slack


@given(st.integers(1, 10**7), st.integers(1, 10**7), st.integers(0, 3), st.integers(0, 3))
def test_growth_of_rounded_levels_holds_the_true_growth(now, base, digits_now, digits_base):
    printed_now, printed_base = round(now, -digits_now), round(base, -digits_base)
    bounds = Interval.printed(printed_now, 10**digits_now / 2).growth(
        Interval.printed(printed_base, 10**digits_base / 2)
    )
    true = Fraction(now - base, base) * 100
    if printed_base > 10**digits_base / 2:
        assert bounds.low <= true <= bounds.high


@given(st.integers(1, 10**7), st.integers(-9000, 50_000))
def test_base_of_rounded_figures_holds_the_true_base(base, ten_thousandths):
    growth = Fraction(ten_thousandths, 100)  # in %
    now = base * (1 + growth / 100)
    printed_now, printed_growth = round(now), round(growth, 1)
    bounds = Interval.printed(float(printed_now), 0.5).base(Interval.printed(float(printed_growth), 0.05))
    assert Fraction(bounds.low) - Fraction(1, 10**6) <= base <= Fraction(bounds.high) + Fraction(1, 10**6)
