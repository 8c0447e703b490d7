"""The fact table as panels: which facts, whose bounds, and what is refused by name."""

import math

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

import mujun as mj

PAGE = """2019年一季度，平塘镇、白石镇、清河镇税收分别为1.25亿元、8600万元、9500万元。
2018年一季度，平塘镇、白石镇、清河镇税收分别为1.1亿元、9000万元、0.9亿元。
截至2019年3月底，平塘镇、白石镇工业用地分别为1860亩、1200亩。
"""


@pytest.fixture(scope="module")
def facts() -> mj.Facts:
    return mj.extract(PAGE)


@pytest.fixture(scope="module")
def panel(facts) -> mj.Panel:
    return facts.panel(period="2019Q1")


def test_a_period_with_the_stocks_at_its_end(panel):
    assert panel.index == ["平塘镇", "白石镇", "清河镇"]
    assert panel.units == {"税收": "元", "工业用地": "亩"}
    assert panel.values[:, 0].tolist() == [125e6, 86e6, 95e6]
    assert panel.values[:2, 1].tolist() == [1860, 1200]
    assert panel.reasons == {("清河镇", "工业用地"): "there is no figure"}
    assert [str(day) for day in panel.period] == ["2019-01-01", "2019-03-31"]


@pytest.mark.parametrize(
    "period",
    ["2019-Q1", "2019年一季度", ("2019-01-01", "2019-03-31"), pd.Period("2019Q1"), "2019-01..2019-03"],
    ids=str,
)
def test_periods_in_any_form(facts, panel, period):
    same = facts.panel(period=period)
    np.testing.assert_array_equal(same.values, panel.values)


def test_bounds_are_those_of_the_digits(panel):
    assert (panel.low[0, 0], panel.high[0, 0]) == (124.5e6, 125.5e6)
    assert (panel.low[1, 0], panel.high[1, 0]) == pytest.approx((85.995e6, 86.005e6))
    assert math.isnan(panel.low[2, 1])
    assert not panel.low.flags.writeable


def test_growth_over_the_year_before_of_the_same_facts(panel):
    grown = panel["税收"].growth()
    assert grown.values[:, 0] == pytest.approx(
        [(1.25 / 1.1 - 1) * 100, (86 / 90 - 1) * 100, (95 / 90 - 1) * 100]
    )
    assert grown.low[0, 0] == pytest.approx((1.245 / 1.15 - 1) * 100)
    assert grown.high[0, 0] == pytest.approx((1.255 / 1.05 - 1) * 100)
    assert panel.growth().reasons["平塘镇", "工业用地"] == "there is no figure in the base"


def test_per_mu_with_bounds(panel):
    found = panel.per_mu("税收", by="工业用地")
    assert found.values[0, 0] == pytest.approx(125e6 / 1860)
    assert found.low[0, 0] == pytest.approx(124.5e6 / 1860.5)
    assert found.high[0, 0] == pytest.approx(125.5e6 / 1859.5)
    in_metres = found.convert("元/平方米")
    assert in_metres.high[0, 0] == pytest.approx(found.high[0, 0] * 3 / 2000)


def test_shares_ranks_and_gaps_carry_bounds_where_they_have_some(panel):
    tax = panel["税收"]
    assert (tax.share().low < tax.share().values).all()
    assert (tax.gap("白石镇").low[0] < tax.gap("白石镇").values[0]).all()
    assert tax.rank().low is None
    assert tax.zscore().high is None


def test_periods_as_rows(facts):
    panel = facts.filter(indicator="税收").panel(index="period", columns="subject")
    assert panel.index == ["2018-Q1", "2019-Q1"]
    assert panel.period == (None, None)
    grown = panel.growth()
    assert np.isnan(grown.values[0]).all()
    assert grown.values[1, 1] == pytest.approx((86 / 90 - 1) * 100)


def test_periods_as_columns(facts):
    panel = facts.filter(indicator="税收").panel(columns="period")
    assert panel.columns == ["2018-Q1", "2019-Q1"]
    assert panel.index == ["平塘镇", "白石镇", "清河镇"]


def test_a_stock_stands_under_every_period_that_ends_on_its_day():
    text = "2019年，塘东镇税收5亿元。2019年四季度，塘东镇税收1亿元。2019年末，塘东镇工业用地1000亩。"
    panel = mj.extract(text).panel(index="period")
    assert panel.index == ["2019", "2019-Q4"]
    assert panel.values.tolist() == [[5e8, 1000], [1e8, 1000]]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ({}, r"several periods: .*2018-01-01..2018-03-31 \(3 rows\).*choose one with period="),
        ({"period": "2017"}, r"no fact is of 2017-01-01..2017-12-31; there are .*\(3 rows\)"),
        ({"measure": "growth"}, "no fact is a growth and actual"),
        ({"status": "target"}, "no fact is a level and target"),
        ({"index": "镇"}, "index='镇': choose one of subject"),
        ({"columns": "subject"}, "both 'subject'"),
        ({"conflict": "newest"}, "conflict='newest'"),
        ({"index": "period", "columns": "subject"}, "平塘镇 is of unlike indicator: .*filter"),
        ({"index": "period"}, "工业用地 is of unlike subject: 平塘镇, 白石镇; .*filter"),
    ],
)
def test_what_is_unlike_is_refused_by_name(facts, arguments, said):
    with pytest.raises(mj.MujunError, match=said):
        facts.panel(**arguments)


def test_same_growths_of_other_bases_do_not_mix():
    text = "2019年5月，塘东镇税收同比增长8.2%。2019年5月，塘西镇税收环比增长3.1%。"
    facts = mj.extract(text)
    with pytest.raises(mj.MujunError, match="税收 is of unlike basis: mom, yoy"):
        facts.panel(measure="growth")
    assert facts.filter(basis="yoy").panel(measure="growth").values.tolist() == [[8.2]]


def test_contradictions_are_named():
    facts = mj.extract("2019年，塘东镇税收5亿元。2019年，塘东镇税收6亿元。")
    with pytest.raises(mj.MujunError, match=r"塘东镇, 税收: row 0 says .* row 1 says .* 元"):
        facts.panel()
    assert facts.panel(conflict="last").values.tolist() == [[6e8]]
    assert facts.panel(conflict="mean").values.tolist() == [[5.5e8]]


def test_the_same_figure_printed_more_exactly_is_taken():
    facts = mj.extract("2019年，塘东镇税收5.3亿元。2019年，塘东镇税收5.28亿元。2019年，塘东镇税收超过5亿元。")
    panel = facts.panel()
    assert panel.values.tolist() == [[5.28e8]]


def test_ranges_are_no_figures():
    facts = mj.extract("2019年，塘东镇工业用地3000亩至4000亩。")
    assert facts[0].value_high == 4000
    panel = facts.panel()
    assert list(panel.reasons.values()) == ["the page gives a range, no figure"]


def test_uncertain_facts_are_masked(facts):
    strict = facts.panel(period="2019Q1", confidence=1.1)
    assert strict.mask.all()
    assert strict.reasons["平塘镇", "税收"].startswith("the figure was read with little confidence")


def test_wordings_of_one_indicator_meet_by_code():
    facts = mj.extract("2019年，塘东镇规上工业总产值5亿元。2019年，塘西镇规模以上工业总产值6亿元。")
    assert len(facts.panel().columns) == 2
    together = facts.panel(columns="indicator_code")
    assert together.values.tolist() == [[5e8], [6e8]]


def test_no_facts_say_so():
    with pytest.raises(mj.MujunError, match="no fact"):
        mj.extract("今天天气晴朗。").panel()


hundredths = st.integers(200, 10**5)  # of 亿元
lands = st.integers(1000, 10**6)  # of 亩, in tenths


@given(hundredths, hundredths, lands, st.sampled_from([0, 1]), st.integers(-49, 49), st.integers(-49, 49))
def test_bounds_hold_the_true_figures(now, base, land, digits, more_now, more_base):
    """True figures are printed with two decimals or one less, read, and computed on."""
    true_now, true_base = (now + more_now / 100) * 1e6, (base + more_base / 100) * 1e6  # in 元
    true_land = land / 10
    now_printed, base_printed = (f"{true / 1e8:.{2 - digits}f}亿元" for true in (true_now, true_base))
    text = (
        f"2019年，塘东镇税收{now_printed}。2018年，塘东镇税收{base_printed}。"
        f"2019年末，塘东镇工业用地{true_land:.{digits}f}亩。"
    )
    panel = mj.extract(text).panel(period="2019")
    grown, yields = panel["税收"].growth(), panel.per_mu("税收")
    for found, true in [(grown, (true_now / true_base - 1) * 100), (yields, true_now / true_land)]:
        slack = 1e-9 * abs(true)
        assert found.low[0, 0] - slack <= true <= found.high[0, 0] + slack
        assert found.low[0, 0] < found.values[0, 0] < found.high[0, 0]
