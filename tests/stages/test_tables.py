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


def grid(*rows_of_cells: str, title: str = "青溪县2018年主要指标") -> list[tuple[object, ...]]:
    facts = mj.extract(f"{title}\n" + "\n".join(rows_of_cells).replace(" ", "\t"), published="2019-05-10")
    return [
        (fact.indicator, fact.subject, fact.measure, fact.value, fact.unit, str(fact.period_end)[:4])
        for fact in facts
    ]


def test_cells_parted_by_tabs():
    assert grid(
        "指标 单位 2018年 2017年 增减(%)", "地区生产总值 亿元 553.8 507.1 9.2", "用电量 万千瓦时 5260 — 3.1"
    ) == [
        ("地区生产总值", "青溪县", "level", 5.538e10, "元", "2018"),
        ("地区生产总值", "青溪县", "level", 5.071e10, "元", "2017"),
        ("地区生产总值", "青溪县", "growth", 9.2, "%", "2018"),
        ("用电量", "青溪县", "level", 5.26e7, "千瓦时", "2018"),
        ("用电量", "青溪县", "growth", 3.1, "%", "2018"),
    ]


def test_cells_parted_by_bars():
    table = "| 指标 | 总量（亿元） | 增速（%） |\n|---|---:|---:|\n| 财政总收入 | 26.3 | -1.5 |"
    facts = mj.extract(f"2018年主要指标\n{table}", published="2019-05-10")
    assert [(fact.indicator, fact.value) for fact in facts] == [("财政总收入", 2.63e9), ("财政总收入", -1.5)]


def test_rows_of_places_and_their_total():
    rows_of_cells = [
        "序号 乡镇 产值(亿元) 增速(%) 位次",
        "1 金清镇 12 3 2",
        "2 新桥镇 9 -1.5 5",
        "合计  21 1.1 ",
    ]
    assert [row[:4] for row in grid(*rows_of_cells, title="青溪县2018年工业产值")] == [
        ("产值", "金清镇", "level", 1.2e9),
        ("产值", "金清镇", "growth", 3),
        ("产值", "金清镇", "rank", 2),
        ("产值", "新桥镇", "level", 9e8),
        ("产值", "新桥镇", "growth", -1.5),
        ("产值", "新桥镇", "rank", 5),
        ("产值", "青溪县", "level", 2.1e9),
        ("产值", "青溪县", "growth", 1.1),
    ]


def test_the_title_names_what_the_heads_do_not():
    assert grid("椒江区 8.6", "路桥区 -1.4", title="2018年各县（市、区）固定资产投资增速（%）") == [
        ("固定资产投资", "椒江区", "growth", 8.6, "%", "2018"),
        ("固定资产投资", "路桥区", "growth", -1.4, "%", "2018"),
    ]


def test_heads_over_heads():
    heads = [" 规上工业增加值  利润总额", " 总量(亿元) 增速(%) 总量(亿元) 增速(%)"]
    assert [row[:4] for row in grid(*heads, "椒江区 98.6 7.2 6.2 1.5")] == [
        ("规上工业增加值", "椒江区", "level", 9.86e9),
        ("规上工业增加值", "椒江区", "growth", 7.2),
        ("利润总额", "椒江区", "level", 6.2e8),
        ("利润总额", "椒江区", "growth", 1.5),
    ]


def test_columns_of_places_and_a_row_of_growths():
    assert [row[:4] for row in grid("指标 椒江区 路桥区", "财政收入(亿元) 98 76", "增速(%) 5.8 -6.6")] == [
        ("财政收入", "椒江区", "level", 9.8e9),
        ("财政收入", "路桥区", "level", 7.6e9),
        ("财政收入", "椒江区", "growth", 5.8),
        ("财政收入", "路桥区", "growth", -6.6),
    ]


def test_firms_with_their_score():
    assert [
        row[:5]
        for row in grid("企业名称 亩均税收(万元/亩) 得分 评价结果", "甲机械厂 38.5 92.3 A", "乙制品厂 6 41 D")
    ] == [
        ("亩均税收", "甲机械厂", "level", 385000, "元/亩"),
        ("得分", "甲机械厂", "level", 92.3, "分"),
        ("亩均税收", "乙制品厂", "level", 60000, "元/亩"),
        ("得分", "乙制品厂", "level", 41, "分"),
    ]


def test_shares_changes_and_plans():
    assert [row[2:5] for row in grid("类别 企业数(家) 占比(%) 比上年增减(家)", "A类 71 19.9 -3")] == [
        ("level", 71, "家"),
        ("share", 19.9, "%"),
        ("change", -3, "家"),
    ]
    facts = mj.extract("2018年主要指标\n指标\t完成年度计划(%)\n财政收入\t102.5", published="2019-05-10")
    assert [(fact.measure, fact.reference, fact.value) for fact in facts] == [
        ("completion", "年度计划", 102.5)
    ]


def test_a_figure_without_a_unit_is_told_of_once_a_column():
    facts = mj.extract("2018年\n指标\t数值\n财政收入\t12\n财政支出\t13", published="2019-05-10")
    assert len(facts) == 0
    assert [notice.code for notice in facts.notices] == ["unowned_value"]


def test_tabs_in_prose_part_no_cells():
    facts = mj.extract(
        "一、总体情况\n2018年，路桥区财政收入\t12亿元。\n二、工作\t安排", published="2019-05-10"
    )
    assert [(fact.indicator, fact.value) for fact in facts] == [("财政收入", 1.2e9)]


def test_a_remark_beside_figures_is_read_as_prose():
    remark = "同比增长主要由技改投资拉动，技改投资增长12.5%。"
    facts = mj.extract(f"2018年\n指标\t总量(亿元)\t说明\n工业投资\t12\t{remark}", published="2019-05-10")
    assert [(fact.indicator, fact.text) for fact in facts] == [("工业投资", "12"), ("技改投资", "12.5%")]


def test_a_line_of_very_many_cells_is_no_row():
    facts = mj.extract("2018年\n指标" + "\t" * 300 + "12亿元\n财政收入" + "\t" * 300 + "13亿元")
    assert [fact.text for fact in facts if fact.rule == "table_cell"] == []


def test_a_row_of_growths_is_in_percent_whatever_its_column_says():
    assert [row[2:5] for row in grid("指标 总量(亿元)", "财政收入 98", "增速 5.8", "户籍人口(万人) 12")] == [
        ("level", 9.8e9, "元"),
        ("growth", 5.8, "%"),
        ("level", 120000, "人"),
    ]


def test_a_section_right_below_the_heads_leaves_them():
    assert [row[:4] for row in grid("指标 总量(亿元) 增速(%)", "人民生活", "居民储蓄 88 5")] == [
        ("居民储蓄", "青溪县", "level", 8.8e9),
        ("居民储蓄", "青溪县", "growth", 5),
    ]


def test_each_table_has_its_own_title():
    rows_of_cells = ["椒江区 8.6", "2017年各县财政收入(亿元)", "椒江区 12"]
    assert [row[::5] + row[2:4] for row in grid(*rows_of_cells, title="2018年各县固定资产投资增速(%)")] == [
        ("固定资产投资", "2018", "growth", 8.6),
        ("财政收入", "2017", "level", 1.2e9),
    ]
    rows_of_cells = ["指标 总量(亿元)", "人民生活", "居民储蓄 88", "2017年", "指标 总量(亿元)", "居民储蓄 77"]
    assert [row[::5] for row in grid(*rows_of_cells)] == [("居民储蓄", "2018"), ("居民储蓄", "2017")]


def test_a_short_dash_is_a_gap():
    assert [row[:4] for row in grid("指标 单位 总量 增速(%)", "财政收入 亿元 – 3.1")] == [
        ("财政收入", "青溪县", "growth", 3.1)
    ]
