"""Units against fractions reckoned by hand, and against every entry of the knowledge base."""

import numpy as np
import pandas as pd
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

import mujun as mj

UNITS = mj.knowledge.units().to_dict("records")
# A bare 分 is a classifier (score points); the coin's symbol reads as that.
PLAIN = [unit for unit in UNITS if unit["id"] != "fen"]
MAGNITUDES = {"": 1, "十": 10, "百": 100, "千": 1000, "万": 10**4, "百万": 10**6, "亿": 10**8, "万亿": 10**12}


def alike(one, other):
    same_base = one["dimension"] != "count" or one["base"] == other["base"]
    return one["dimension"] == other["dimension"] and same_base


@pytest.mark.parametrize(
    ("value", "source", "target", "expected"),
    [
        (1, "亩", "平方米", 2000 / 3),
        (3, "亩", "平方米", 2000.0),
        (15, "亩", "公顷", 1.0),
        (1500, "亩", "平方公里", 1.0),
        (1, "顷", "亩", 100.0),
        (1, "甲", "坪", 2934.0),
        (121, "坪", "平方米", 400.0),
        (10, "万元/亩", "元/平方米", 150.0),
        (10, "万元/亩", "亿元/平方公里", 1.5),
        (30, "万元/亩", "元/平方米", 450.0),
        (30, "万元/亩", "万元/公顷", 450.0),
        (30, "万元/亩", "亿元/平方公里", 4.5),
        (18.14, "万元/人·年", "元/人年", 181400.0),
        (6, "元/人·年", "元/人/年", 6.0),
        (24, "元/人年", "元/(人·月)", 2.0),
        (1, "元/(人·月)", "元/人/年", 12.0),
        (0.5, "吨标准煤/万元", "千克标煤/元", 0.05),
        (2, "斤", "公斤", 1.0),
        (1, "元每平方米", "元/㎡", 1.0),
        (7, "萬元／畝", "元/亩", 70000.0),
        (5, "元/百亩", "元/亩", 0.05),
        (3, "万元/亿元", "%", 0.03),
        (3, "%", "‰", 30.0),
        (2, "千千瓦时", "千瓦时", 2000.0),
        (2, "兆瓦", "千瓦", 2000.0),
        (4, "元/月", "元/年", 48.0),
    ],
)
def test_conversions_by_hand(value, source, target, expected):
    assert mj.convert(value, source, target) == pytest.approx(expected, rel=1e-15)


@pytest.mark.parametrize("unit", PLAIN, ids=lambda unit: unit["id"])
def test_every_unit_is_so_many_of_its_base(unit):
    factor = unit["factor"]
    expected = float(factor) if unit["dimension"] != "count" else 1.0
    assert mj.convert(1, unit["symbol"], unit["base"]) == expected
    for surface in unit["surfaces"]:
        assert mj.convert(1, surface, unit["symbol"]) == 1.0


def compounds():
    magnitude = st.sampled_from(list(MAGNITUDES))
    return st.tuples(magnitude, st.sampled_from(PLAIN), magnitude, st.sampled_from(PLAIN))


@given(compounds(), st.data())
def test_rates_of_any_two_units(rate, data):
    above, top, below, bottom = rate
    other_top = data.draw(st.sampled_from([unit for unit in PLAIN if alike(unit, top)]))
    other_bottom = data.draw(st.sampled_from([unit for unit in PLAIN if alike(unit, bottom)]))
    value = data.draw(st.integers(1, 10**6))
    source = f"{above}{top['surfaces'][0]}/{below}{bottom['surfaces'][0]}"
    target = f"{other_top['surfaces'][0]}/{other_bottom['surfaces'][0]}"
    here = MAGNITUDES[above] * top["factor"], MAGNITUDES[below] * bottom["factor"]
    there = other_top["factor"], other_bottom["factor"]
    exact = value * (here[0] / here[1]) / (there[0] / there[1])
    steps = [*here, *there, here[0] / here[1], there[0] / there[1], exact / value]
    if max(max(step.numerator, step.denominator) for step in steps) < 2**63:
        assert mj.convert(value, source, target) == pytest.approx(float(exact), rel=1e-14)
    else:
        with pytest.raises(mj.MujunError, match="so large"):
            mj.convert(value, source, target)


@given(
    st.floats(-1e15, 1e15),
    st.sampled_from([(a["symbol"], b["symbol"]) for a in PLAIN for b in PLAIN if alike(a, b)]),
)
def test_there_and_back(value, units):
    there, back = units
    assert mj.convert(mj.convert(value, there, back), back, there) == pytest.approx(value, rel=1e-14)


@pytest.mark.parametrize(
    ("source", "target", "said"),
    [
        ("元", "美元", ["money", "money_usd", "currencies", "exchange rate"]),
        ("万元/亩", "吨", ["money/area", "mass"]),
        ("家", "个", ["count:家", "count:个", "count different things"]),
        ("年", "天", ["calendar", "time", "no fixed number of days"]),
        ("百分点", "%", ["point", "ratio", "difference of two rates"]),
        ("倍", "%", ["multiple", "ratio", "2倍"]),
        ("吨标准煤", "吨", ["coal_equivalent", "mass"]),
        ("万圆", "元", ["'万圆' is no unit", "knowledge.units()"]),
        ("元/亩地租", "元", ["in '元/亩地租'", "'亩地租' is no unit"]),
        ("", "元", ["no unit"]),
        ("元/", "元", ["in '元/'", "missing"]),
        ("/亩", "元", ["missing"]),
        ("(元/亩", "元", ["bracket"]),
        ("元)", "元", ["元)"]),
        ("万", "元", ["'万' is no unit"]),
        ("亿亿亿元", "元", ["so large"]),
    ],
)
def test_what_does_not_convert_says_why(source, target, said):
    with pytest.raises(mj.MujunError) as error:
        mj.convert(1, source, target)
    for words in said:
        assert words in str(error.value)


def test_arrays_keep_their_kind():
    assert mj.convert([1, 2], "公顷", "亩").tolist() == [15.0, 30.0]
    assert mj.convert(np.array([[1.0], [2.0]]), "公顷", "亩").shape == (2, 1)
    series = mj.convert(pd.Series([1, 2], index=["甲", "乙"], name="用地"), "公顷", "亩")
    assert series.to_dict() == {"甲": 15.0, "乙": 30.0}
    assert series.name == "用地"
    frame = mj.convert(pd.DataFrame({"x": [1.0]}, index=["甲"]), "公顷", "亩")
    assert frame.loc["甲", "x"] == 15.0
    column = mj.convert(pl.Series("用地", [1, None]), "公顷", "亩")
    assert column.name == "用地"
    assert column[0] == 15.0
    assert np.isnan(column[1])


def test_a_number_is_a_number():
    converted = mj.convert(np.float32(2), "公顷", "亩")
    assert type(converted) is float


@pytest.mark.parametrize("value", ["12", [1, "2"], True, [True], ["x"], 1j, np.datetime64("2019-01-01")])
def test_only_numbers_convert(value):
    with pytest.raises(mj.MujunError, match="value must be numbers"):
        mj.convert(value, "公顷", "亩")


@pytest.mark.parametrize(
    "value",
    [
        [1, None],
        pd.Series([1, pd.NA], dtype="Float64"),
        np.ma.array([1.0, 5.0], mask=[False, True]),
        [1, np.nan],
    ],
    ids=["none", "nullable", "masked", "nan"],
)
def test_what_is_missing_stays_missing(value):
    converted = np.asarray(mj.convert(value, "公顷", "亩"))
    assert converted[0] == 15.0
    assert np.isnan(converted[1])
