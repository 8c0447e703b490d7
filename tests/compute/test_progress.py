"""Targets against what was done: the join, the arithmetic, the states."""

import datetime as dt

import pytest

import mujun as mj

PUBLISHED = "2019-07-10"


def progress(text, **options):
    return list(mj.extract(text, published=PUBLISHED).progress(**options))


def one(text, **options):
    [row] = progress(text, **options)
    return row


INVESTED = "1-5月，路桥区固定资产投资{}亿元。全年，路桥区力争固定资产投资达到120亿元。"


@pytest.mark.parametrize(
    ("done", "state"), [("120", "done"), ("60", "ahead"), ("50", "on_track"), ("40", "behind")]
)
def test_an_amount_is_seen_against_the_time_gone(done, state):
    row = one(INVESTED.format(done))
    assert (row.target, row.actual, row.unit) == (120e8, float(done) * 1e8, "元")
    assert row.completion == pytest.approx(100 * float(done) / 120)
    assert row.elapsed == pytest.approx(100 * 151 / 365)  # of 2019, January to May
    assert row.state == state
    assert (row.period, row.as_of) == ("2019", dt.date(2019, 5, 31))
    assert row.facts == [1, 0]


def test_the_tolerance_is_the_caller_s():
    assert one(INVESTED.format("40"), tolerance=10).state == "on_track"
    assert one(INVESTED.format("50"), tolerance=0).state == "ahead"


def test_as_of():
    row = one(INVESTED.format("50"), as_of="2019-09-30")
    assert (row.elapsed, row.state) == (pytest.approx(100 * 273 / 365), "behind")
    row = one(INVESTED.format("50"), as_of=dt.date(2019, 4, 30))  # the figure of May is not known then
    assert (row.actual, row.completion, row.state) == (None, None, None)


def test_once_the_time_is_over_the_target_is_reached_or_missed():
    text = "2018年，路桥区固定资产投资{}亿元。2018年，路桥区力争固定资产投资达到120亿元。"
    assert one(text.format("119")).state == "behind"
    assert one(text.format("120")).state == "done"


def test_the_latest_figure_counts():
    text = "1-3月，路桥区固定资产投资30亿元。" + INVESTED.format("60")
    assert one(text).actual == 60e8
    assert one(text, as_of="2019-04-30").actual == 30e8


def test_a_quarter_of_its_own_is_no_progress_of_the_year():
    text = "4-6月，路桥区固定资产投资40亿元。全年，路桥区力争固定资产投资达到120亿元。"
    row = one(text)
    assert (row.target, row.actual, row.state) == (120e8, None, None)


def test_a_rate_is_seen_as_it_stands():
    text = "1-5月，路桥区固定资产投资增长{}%。全年，路桥区力争固定资产投资增长8%以上。"
    for printed, state in (("9.1", "on_track"), ("7.5", "behind")):
        row = one(text.format(printed))
        assert (row.measure, row.completion, row.state) == ("growth", None, state)


def test_where_less_is_better():
    text = "1-5月，路桥区单位GDP能耗下降{}%。全年，路桥区力争单位GDP能耗下降3%。"
    assert one(text.format("3.2")).state == "on_track"
    assert one(text.format("2.1")).state == "behind"
    text = "1-5月，路桥区综合能耗{}万吨标准煤。全年，路桥区力争将综合能耗控制在60万吨标准煤以内。"
    for used, state in (("12", "ahead"), ("25", "on_track"), ("40", "behind"), ("61", "behind")):
        row = one(text.format(used))
        assert (row.completion, row.state) == (pytest.approx(100 * float(used) / 60), state)


def test_of_a_stock_only_the_end_tells():
    text = "5月末，路桥区常住人口{}万人。2019年末，路桥区力争常住人口达到65万人。"
    assert one(text.format("63")).state is None
    assert one(text.format("65.5")).state == "done"
    assert one(text.format("63"), as_of="2019-12-31").state == "behind"


def test_a_completion_without_a_printed_target():
    row = one("1-5月，路桥区完成固定资产投资60亿元，完成年度计划的48%。")
    assert (row.target, row.actual) == (pytest.approx(60e8 / 0.48), 60e8)
    assert (row.period, row.completion, row.state) == ("2019", 48, "ahead")
    assert row.elapsed == pytest.approx(100 * 151 / 365)


def test_a_completion_of_what_names_no_year_has_no_time():
    row = one("1-5月，路桥区完成改造任务的48%。")
    assert (row.completion, row.elapsed, row.state) == (48, None, None)


def test_a_printed_target_goes_before_a_completion():
    text = INVESTED.format("60") + "1-5月，路桥区固定资产投资60亿元，完成年度计划的50%。"
    [row] = progress(text)
    assert row.target == 120e8


def test_other_subjects_and_years_do_not_meet():
    text = "1-5月，椒江区固定资产投资50亿元。全年，路桥区力争固定资产投资达到120亿元。"
    assert one(text).actual is None
    text = "2018年，路桥区固定资产投资50亿元。2019年，路桥区力争固定资产投资达到120亿元。"
    assert one(text).actual is None


def test_targets_meet_figures_of_other_pages_and_wordings():
    pages = [
        ("计划", "2019年，路桥区力争规模以上工业增加值达到200亿元。"),
        ("一季度", "2019年一季度，路桥区规上工业增加值40亿元。"),
        ("上半年", "2019年上半年，路桥区规上工业增加值96亿元。"),
    ]
    [row] = mj.extract_many(pages).progress()
    assert (row.page, row.actual, row.state) == ("计划", 96e8, "on_track")
    assert row.facts == [0, 2]


def test_each_project_s_own_figures_do_not_meet():
    text = "1-5月，路桥区甲项目总投资5亿元。2019年，力争乙项目总投资8亿元。"
    assert [row for row in progress(text) if row.actual is not None] == []


@pytest.mark.parametrize("tolerance", [-1, 101, float("nan")])
def test_a_wrong_tolerance(facts, tolerance):
    with pytest.raises(mj.MujunError, match=r"tolerance=.*from 0 to 100"):
        facts.progress(tolerance=tolerance)


def test_a_wrong_day(facts):
    with pytest.raises(mj.MujunError, match="as_of='soon' is no day"):
        facts.progress(as_of="soon")
