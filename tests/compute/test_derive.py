"""What a page implies, against arithmetic on the printed numbers by hand."""

import datetime as dt
from fractions import Fraction as F  # noqa: N817 -- many stand below

import pytest

import mujun as mj

YEAR = {"period_start": dt.date(2019, 1, 1), "period_end": dt.date(2019, 12, 31)}
YEAR_BEFORE = {"period_start": dt.date(2018, 1, 1), "period_end": dt.date(2018, 12, 31)}


def derive(text, published=None):
    return list(mj.extract(text, published=published).derive())


def one(text, kind, published=None):
    [found] = [row for row in derive(text, published) if row.kind == kind]
    return found


def check(row, value, low, high, **columns):
    """Bounds are exact, but for the roundings of doubles; `value` is what the printed numbers give."""
    assert row.value == pytest.approx(float(value), rel=1e-12)
    assert [row.low, row.high] == [
        None if bound is None else pytest.approx(float(bound), rel=1e-12) for bound in (low, high)
    ]
    assert {name: getattr(row, name) for name in columns} == columns


def test_base():
    row = one("2019年，路桥区财政总收入12.5亿元，同比增长8.2%。", "base")
    bounds = F("12.45e8") / F("1.0825"), F("12.55e8") / F("1.0815")
    check(
        row, F("12.5e8") / F("1.082"), *bounds, unit="元", subject="路桥区", from_facts=[0, 1], **YEAR_BEFORE
    )
    assert row.formula == "12.5亿元 ÷ (1 + 8.2%)"
    assert row.indicator_code == "fiscal_revenue"


def test_base_of_a_fall():
    row = one("2019年，路桥区外贸出口86.4亿元，同比下降7.5%。", "base")
    check(row, F("86.4e8") / F("0.925"), F("86.35e8") / F("0.9255"), F("86.45e8") / F("0.9245"))
    assert row.formula == "86.4亿元 ÷ (1 − 7.5%)"


def test_base_of_the_month_before():
    row = one("2019年3月，路桥区用电量3.2亿千瓦时，环比增长4.1%。", "base")
    assert (row.period_start, row.period_end) == (dt.date(2019, 2, 1), dt.date(2019, 2, 28))
    assert row.value == pytest.approx(3.2e8 / 1.041)


def test_base_of_the_quarter_before():
    row = one("2019年二季度，路桥区用电量3.2亿千瓦时，比上季度增长4.1%。", "base")
    assert (row.period_start, row.period_end) == (dt.date(2019, 1, 1), dt.date(2019, 3, 31))
    assert row.value == pytest.approx(3.2e8 / 1.041)


@pytest.mark.parametrize("word", ["约", "近", "不足", "超"])
def test_a_formula_says_what_is_only_about(word):
    row = one(f"2019年，路桥区财政总收入{word}12亿元，同比增长5.5%。", "base")
    assert row.formula == f"{word}12亿元 ÷ (1 + 5.5%)"


def test_a_count_printed_to_the_last_one_is_exact():
    row = one("2019年，新入驻企业606家，同比增长51%。", "base")
    check(row, F(606) / F("1.51"), F(606) / F("1.515"), F(606) / F("1.505"), unit="家")


def test_a_base_at_constant_prices_says_so():
    told = one("2019年，路桥区工业增加值120.5亿元，同比增长6.1%。", "base").note
    assert told == "总量按现价计算，增速按不变价计算"
    assert one("2019年，新入驻企业606家，同比增长51%。", "base").note is None


def test_previous_level():
    row = one("2019年末，路桥区常住人口63.2万人，比上年末增加1.1万人。", "previous_level")
    check(row, 621000, 620000, 622000, unit="人", period_start=None, period_end=dt.date(2018, 12, 31))
    assert row.formula == "63.2万人 − 1.1万人"


def test_previous_share_and_growth():
    share = "2019年，路桥区高新技术产业增加值占规上工业增加值的比重达45.3%，比上年提高2.2个百分点。"
    row = one(share, "previous_share")
    check(row, F("43.1"), F("43.0"), F("43.2"), unit="%", **YEAR_BEFORE)
    assert row.value == 43.1  # no binary dust
    row = one("2019年，路桥区规上工业增加值增长8.5%，比上年回落1.5个百分点。", "previous_growth")
    check(row, 10, F("9.9"), F("10.1"), unit="%", formula="8.5% + 1.5个百分点", **YEAR_BEFORE)


def test_growth_from_a_to_b():
    row = one("路桥区亩均税收从5万元/亩提高到20万元/亩。", "growth")
    check(row, 300, (F("19.5") / F("5.5") - 1) * 100, (F("20.5") / F("4.5") - 1) * 100, unit="%")
    assert row.formula == "20万元/亩 ÷ 5万元/亩 − 1"


def test_growth_from_a_to_b_of_a_year():
    row = one("2019年，路桥区财政总收入从12.5亿元提高到13.0亿元。", "growth")
    check(row, 4, (F("12.95") / F("12.55") - 1) * 100, (F("13.05") / F("12.45") - 1) * 100, **YEAR)


def test_of_two_rates_the_change_in_points():
    row = one("2019年，路桥区城镇化率由60.2%提高到65.2%。", "change")
    check(row, 5, F("4.9"), F("5.1"), unit="百分点", formula="65.2% − 60.2%")
    assert [row.kind for row in derive("2019年，路桥区城镇化率由60.2%提高到65.2%。")] == ["change"]


def test_growth_of_two_years():
    row = one("2018年，路桥区财政总收入11.5亿元。2019年，路桥区财政总收入12.5亿元。", "growth")
    bounds = (F("12.45") / F("11.55") - 1) * 100, (F("12.55") / F("11.45") - 1) * 100
    check(row, (F("12.5") / F("11.5") - 1) * 100, *bounds, from_facts=[0, 1], **YEAR)


def test_reference_growth():
    row = one("2019年，路桥区固定资产投资增长33.1%，高于全省平均增速23个百分点。", "reference_growth")
    check(row, F("10.1"), F("9.55"), F("10.65"), unit="%", reference="全省", subject="路桥区", **YEAR)
    assert row.formula == "33.1% − 23个百分点"


def test_reference_level_below():
    row = one("2019年，路桥区失业率2.1%，低于全省0.5个百分点。", "reference_level")
    check(row, F("2.6"), F("2.5"), F("2.7"), reference="全省", formula="2.1% + 0.5个百分点")


def test_plan_is_the_whole_year_s():
    text = "1-5月，路桥区完成固定资产投资60亿元，完成年度计划的48%。"
    row = one(text, "plan", published="2019-06-10")
    bounds = F("59.5e8") / F("0.485"), F("60.5e8") / F("0.475")
    check(row, F("60e8") / F("0.48"), *bounds, unit="元", reference="年度计划", **YEAR)
    assert row.formula == "60亿元 ÷ 48%"


def test_whole():
    row = one("2019年，路桥区第三产业增加值250亿元，占地区生产总值的42.1%。", "whole")
    bounds = F("249.5e8") / F("0.4215"), F("250.5e8") / F("0.4205")
    check(row, F("250e8") / F("0.421"), *bounds, reference="地区生产总值", **YEAR)


def test_a_whole_of_open_figures_is_open_and_no_less_than_its_part():
    row = one("2019年，路桥区高新技术企业200余家，占全市50%以上。", "whole")
    check(row, 400, 200, None, unit="家", reference="全市")
    assert row.formula == "超200家 ÷ 至少50%"


def test_per_mu():
    row = one("2019年，路桥区税收收入12.5亿元，工业用地2.4万亩。", "per_mu")
    bounds = F("12.45e8") / 24500, F("12.55e8") / 23500
    check(row, F("12.5e8") / 24000, *bounds, unit="元/亩", indicator="亩均税收", indicator_code="tax_per_mu")


def test_per_mu_of_an_area_in_square_metres():
    row = one("2019年，路桥区税收收入12.5亿元，工业用地1600万平方米。", "per_mu")
    assert row.value == pytest.approx(12.5e8 / 24000, rel=1e-12)


def test_growth_of_a_per_mu_figure():
    row = one("2019年，路桥区税收收入增长12%，工业用地增长3%。", "ratio_growth")
    bounds = (F("1.115") / F("1.035") - 1) * 100, (F("1.125") / F("1.025") - 1) * 100
    check(row, (F("1.12") / F("1.03") - 1) * 100, *bounds, indicator="亩均税收", unit="%")
    assert row.formula == "(1 + 12%) ÷ (1 + 3%) − 1"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("2019年，路桥区财政总收入12.5亿元。2018年，财政总收入增长8.2%。", id="other period"),
        pytest.param("2019年，路桥区财政总收入12.5亿元，椒江区财政总收入增长8.2%。", id="other subject"),
        pytest.param("2019年，路桥区财政总收入12.5亿元，税收收入增长8.2%。", id="other indicator"),
        pytest.param("2015-2019年，财政总收入年均增长8.1%。2019年，财政总收入12.5亿元。", id="average"),
        pytest.param("2019年，路桥区17个重点行业增加值增长5.3%。", id="a count of who grew"),
        pytest.param("2019年，力争路桥区财政总收入12亿元至13亿元，增长8%至10%。", id="ranges"),
        pytest.param("要求企业年产值不低于2000万元，增长不低于8%。", id="a rule's bounds"),
        pytest.param("2018年，路桥区财政总收入11.5亿元。2019年，力争财政总收入12.5亿元。", id="other status"),
    ],
)
def test_unlike_facts_are_left_alone(text):
    assert mj.extract(text)  # there is something to put together
    assert derive(text) == []


def test_what_is_implied_twice_comes_once():
    text = "2019年，路桥区财政总收入12.5亿元，同比增长8.2%。路桥区财政总收入12.5亿元，增长8.2%。"
    assert len(mj.extract(text)) == 4
    assert [row.kind for row in derive(text)] == ["base"]


def test_a_figure_is_as_sure_as_its_least_sure_fact():
    facts = mj.extract(
        "2019年，路桥区固定资产投资增长33.1%，高于全省平均增速23个百分点。全区数字经济40.2亿元，增长5.1%。"
    )
    derived = facts.derive()
    assert len(derived) == 2
    for row in derived:
        assert row.confidence == min(facts[at].confidence for at in row.from_facts)


def test_rows_follow_the_page_and_know_it():
    texts = [
        "2019年，路桥区税收收入12.5亿元，增长8.2%；出口80亿元，增长2%。",
        "2019年，椒江区出口60亿元，增长3%。",
    ]
    facts = mj.extract_many([(f"page {at}", text) for at, text in enumerate(texts)])
    derived = facts.derive()
    assert [row.page for row in derived] == ["page 0", "page 0", "page 1"]
    assert [row.from_facts for row in derived] == [[0, 1], [2, 3], [4, 5]]
    assert [facts[row.from_facts[0]].subject for row in derived] == ["路桥区", "路桥区", "椒江区"]


def test_facts_of_two_pages_are_not_put_together():
    pages = ["2019年，路桥区税收收入12.5亿元。", "2019年，路桥区税收收入增长8.2%。"]
    assert len(mj.extract_many([(str(at), text) for at, text in enumerate(pages)]).derive()) == 0


def test_pages_of_one_name_are_told_apart():
    pages = ["2019年，路桥区税收收入12.5亿元。", "2019年，路桥区税收收入增长8.2%。"]
    assert len(mj.Facts.concat([mj.extract(text) for text in pages]).derive()) == 0
