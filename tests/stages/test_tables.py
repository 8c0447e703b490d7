"""Tables saved a cell a line: which column, which unit, which row a figure belongs to."""

import pytest

import mujun as mj

TITLE = "2018年主要指标"


def rows(*lines: str) -> list[tuple[object, ...]]:
    facts = mj.extract("\n".join([TITLE, *lines]), published="2019-05-10")
    return [
        (
            fact.indicator,
            fact.subject,
            fact.measure,
            fact.value,
            fact.unit,
            fact.period_end and fact.period_end.year,
        )
        for fact in facts
    ]


def test_units_in_the_heads_of_columns():
    assert rows("指标", "总量(亿元)", "增速(%)", "地区生产总值", "553.8", "9.2") == [
        ("地区生产总值", None, "level", 5.538e10, "元", 2018),
        ("地区生产总值", None, "growth", 9.2, "%", 2018),
    ]


def test_units_in_the_names_of_rows():
    assert rows(
        "指标", "完成", "增长±%", "户籍人口（万人）", "12", "0.1", "亩均税收(万元/亩)", "25.8", "3"
    ) == [
        ("户籍人口", None, "level", 120000, "人", 2018),
        ("户籍人口", None, "growth", 0.1, "%", 2018),
        ("亩均税收", None, "level", 258000, "元/亩", 2018),
        ("亩均税收", None, "growth", 3, "%", 2018),
    ]


def test_rows_named_after_places():
    head = ["镇", "工业总产值(亿元)", "同比(%)", "财政收入(万元)", "同比(%)"]
    assert rows(*head, "平塘镇", "12", "3", "77", "5", "清河镇", "9", "-1", "66", "4")[2:6] == [
        ("财政收入", "平塘镇", "level", 770000, "元", 2018),
        ("财政收入", "平塘镇", "growth", 5, "%", 2018),
        ("工业总产值", "清河镇", "level", 9e8, "元", 2018),
        ("工业总产值", "清河镇", "growth", -1, "%", 2018),
    ]


@pytest.mark.parametrize("heads", [("2018年", "2017年"), ("2018", "2017")])
def test_columns_named_after_years(heads):
    assert rows("单位：亿元", "指标", *heads, "财政收入", "553.8", "500") == [
        ("财政收入", None, "level", 5.538e10, "元", 2018),
        ("财政收入", None, "level", 5e10, "元", 2017),
    ]


def test_rows_named_after_years():
    assert [
        row[3:] for row in rows("年份", "财政收入(亿元)", "增速(%)", "2015年", "12", "8", "2016年", "13", "7")
    ] == [
        (1.2e9, "元", 2015),
        (8, "%", 2015),
        (1.3e9, "元", 2016),
        (7, "%", 2016),
    ]


def test_a_gap_keeps_its_column():
    table = ["单位：亿元", "指标", "本期", "同比增长", "财政收入", "—", "-3.1", "工业增加值", "12.5", "-"]
    assert [row[:4] for row in rows(*table)] == [
        ("财政收入", None, "growth", -3.1),
        ("工业增加值", None, "level", 1.25e9),
    ]


def test_a_section_leaves_the_heads_as_they_are():
    table = [
        "单位：亿元",
        "指标",
        "本期",
        "同比增长",
        "财政收入",
        "12",
        "3",
        "人民生活",
        "居民储蓄",
        "88",
        "5",
    ]
    assert [row[2] for row in rows(*table)] == ["level", "growth", "level", "growth"]
