"""The formulas against METHOD's worked checks and against plain fractions."""

import math
from fractions import Fraction

import numpy as np
import pandas as pd
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

import mujun as mj

levels = st.integers(1, 10**9)
rates = st.integers(-9900, 100_000).map(lambda hundredths: hundredths / 100)


@pytest.mark.parametrize(
    ("now_on_two_years_before", "printed"),
    [(16.9, 8.1), (6.4, 3.2), (10.3, 5.0), (9.1, 4.4 + 0.05)],
    ids=["industry", "retail", "gdp", "investment"],
)
def test_two_year_averages_of_2021(now_on_two_years_before, printed):
    """Investment: sqrt(1.091) - 1 = 4.45%, which was printed as 4.4."""
    by_hand = (math.sqrt(1 + now_on_two_years_before / 100) - 1) * 100
    average = mj.average_growth(100 + now_on_two_years_before, 100, 2)
    assert average == pytest.approx(by_hand, rel=1e-12)
    assert average == pytest.approx(printed, abs=0.051)


@pytest.mark.parametrize(
    ("yoy", "on_2019", "printed"), [(35.1, 16.9, 8.1), (18.3, 10.3, 5.0), (12.6, 9.1, 4.4)]
)
def test_two_year_average_of_two_growths(yoy, on_2019, printed):
    year_before = mj.growth(100 + on_2019, 100 + yoy)  # of 2020 on 2019
    assert mj.two_year_average(yoy, year_before) == pytest.approx(printed, abs=0.06)
    assert mj.two_year_average(yoy, year_before) == pytest.approx(mj.average_growth(100 + on_2019, 100, 2))


def test_contributions_of_the_yearbooks():
    """Fujian 1980: 25.1% of a growth of 18.4%; 宁德 2022H1: 84.7% of 24.5%, printed as 20.8."""
    for rate, growth, printed in [(25.1, 18.4, 4.6), (84.7, 24.5, 20.8)]:
        whole_base, whole_now = 1000.0, 1000 * (1 + growth / 100)
        part_base, part_now = 100.0, 100 + (whole_now - whole_base) * rate / 100
        found = mj.contribution(part_now, part_base, whole_now, whole_base)
        assert found.rate == pytest.approx(rate)
        assert found.points == pytest.approx(rate * growth / 100)
        assert found.points == pytest.approx(printed, abs=0.051)


def test_growth_words():
    assert mj.growth(200, 100) == 100.0  # 翻一番, 增长1倍
    assert mj.growth(1 - 0.08, 1) == pytest.approx(-8)
    assert mj.base(44.5, 8.2) == pytest.approx(44.5 / 1.082, rel=1e-15)
    assert mj.ratio_growth(8, 2) == pytest.approx((1.08 / 1.02 - 1) * 100)
    # Two steps: r = r1 + r2 + r1·r2.
    assert mj.growth(mj.growth(112, 100) + 100, 100) == pytest.approx(12)


@given(levels, levels)
def test_growth_is_the_fraction(now, base):
    exact = Fraction(now - base, base) * 100
    assert mj.growth(now, base) == pytest.approx(float(exact), rel=1e-14)


@given(levels, rates)
def test_base_undoes_growth(now, rate):
    assert mj.growth(now, mj.base(now, rate)) == pytest.approx(rate, rel=1e-9, abs=1e-9)


@given(levels, levels)
def test_growth_undoes_base(now, base):
    assert mj.base(now, mj.growth(now, base)) == pytest.approx(base, rel=1e-9)


@given(st.integers(1, 10**6), st.integers(1, 10**6), st.integers(1, 30))
def test_average_growth_compounds_to_the_end(end, base, years):
    yearly = mj.average_growth(end, base, years)
    assert base * (1 + yearly / 100) ** years == pytest.approx(end, rel=1e-9)


@given(rates, rates)
def test_two_year_average_is_between(first, second):
    average = mj.two_year_average(first, second)
    assert min(first, second) - 1e-9 <= average <= max(first, second) + 1e-9
    assert mj.two_year_average(second, first) == average


@given(levels, levels, levels, levels)
def test_ratio_growth_is_the_growth_of_the_ratio(above_now, above_base, below_now, below_base):
    of_ratio = mj.growth(above_now / below_now, above_base / below_base)
    by_parts = mj.ratio_growth(mj.growth(above_now, above_base), mj.growth(below_now, below_base))
    assert by_parts == pytest.approx(of_ratio, rel=1e-6, abs=1e-6)


@given(levels, levels, levels, levels)
def test_contribution_is_rate_times_growth(part_now, part_base, whole_now, whole_base):
    assume(whole_now != whole_base)
    found = mj.contribution(part_now, part_base, whole_now, whole_base)
    assert found.rate == pytest.approx(float(Fraction(part_now - part_base, whole_now - whole_base) * 100))
    assert found.points == pytest.approx(found.rate * mj.growth(whole_now, whole_base) / 100)


@given(levels, st.integers(1, 10**6))
def test_per_mu(value, area):
    assert mj.per_mu(value, area) == value / area
    assert mj.per_mu(value, area, area_unit="公顷") == pytest.approx(value / (area * 15))
    assert mj.per_mu(value, area, area_unit="平方米") == pytest.approx(value / (area * 3 / 2000))


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: mj.growth(5, 0), "the base is zero"),
        (lambda: mj.growth(5, -2), "扭亏"),
        (lambda: mj.base(5, -100), "no base"),
        (lambda: mj.average_growth(5, -2, 3), "the base is negative"),
        (lambda: mj.average_growth(-5, 2, 3), "negative"),
        (lambda: mj.average_growth(5, 2, 0), "years"),
        (lambda: mj.average_growth([5, 6], 2, [1, -1]), r"number 1: .*years .*\(given 6.0, 2.0, -1.0\)"),
        (lambda: mj.two_year_average(-101, 3), "below -100%"),
        (lambda: mj.ratio_growth(5, -100), "no base"),
        (lambda: mj.contribution(5, 4, 10, 10), "has not changed"),
        (lambda: mj.per_mu(5, 0), "area is zero"),
        (lambda: mj.per_mu([5, 6], [1, -1]), r"number 1: .* negative \(given 6.0, -1.0\)"),
        (lambda: mj.per_mu(5, 1, area_unit="吨"), "mass"),
        (lambda: mj.growth([1, 2], [1, 2, 3]), r"now \(2,\), base \(3,\)"),
        (lambda: mj.growth("107", 100), "now must be numbers"),
    ],
)
def test_what_has_no_answer_says_why(call, said):
    with pytest.raises(mj.MujunError, match=said):
        call()


def test_arrays_have_nan_where_there_is_no_answer():
    grown = mj.growth(np.array([5, 5, 5, 107]), np.array([0, -2, np.nan, 100]))
    assert np.isnan(grown[:3]).all()
    assert grown[3] == 7.0
    assert np.isnan(mj.per_mu([5.0], [0.0]))[0]
    assert math.isnan(mj.growth(math.nan, 100))


def test_series_keep_their_labels():
    now = pd.Series([107, 90], index=["甲", "乙"], name="税收")
    grown = mj.growth(now, 100)
    assert grown.to_dict() == {"甲": 7.0, "乙": -10.0}
    assert mj.growth(214, now)["甲"] == 100.0
    assert isinstance(mj.contribution(now, 100, 300, 200).points, pd.Series)


def test_series_of_other_labels_are_not_matched_by_place():
    now = pd.Series([107, 90], index=["甲", "乙"])
    with pytest.raises(mj.MujunError, match="align"):
        mj.growth(now, pd.Series([100, 100], index=["乙", "甲"]))


def test_arrays_broadcast():
    grown = mj.growth(np.array([[110.0], [120.0]]), np.array([100.0, 80.0]))
    assert grown.shape == (2, 2)
    assert grown[1, 1] == 50.0
