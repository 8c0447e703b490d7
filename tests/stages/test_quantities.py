"""Quantities in sentences: mention, value, unit and qualifier, and what only looks like one."""

import pytest

from mujun._core import stages


def read(text):
    """(mention, value or (low, high), unit, qualifier) of each quantity."""
    return [
        (
            row["text"],
            row["value"] if row["value_high"] is None else (row["value"], row["value_high"]),
            row["unit"],
            row["qualifier"],
        )
        for row in stages.quantities(text)
    ]


@pytest.mark.parametrize(
    ("text", "mention", "value", "unit"),
    [
        ("全镇财政收入12.5亿元。", "12.5亿元", 1_250_000_000, "元"),
        ("税收增长１２．５％。", "１２．５％", 12.5, "%"),
        ("占比提高2.3个百分点。", "2.3个百分点", 2.3, "百分点"),
        ("占比提高半个百分点。", "半个百分点", 0.5, "百分点"),
        ("亩均税收提高10万/亩。", "10万/亩", 100_000, "元/亩"),
        ("出让价每平方米三百二十元。", "每平方米三百二十元", 320, "元/平方米"),
        ("出让价320元每平方米。", "320元每平方米", 320, "元/平方米"),
        ("能耗降至0.5吨标准煤/万元。", "0.5吨标准煤/万元", 0.00005, "吨标准煤/元"),
        ("电价0.62元/千瓦时。", "0.62元/千瓦时", 0.62, "元/千瓦时"),
        ("发电50万千瓦时。", "50万千瓦时", 500_000, "千瓦时"),
        ("面积20 万平方米。", "20 万平方米", 200_000, "平方米"),
        ("企业达到壹佰家。", "壹佰家", 100, "家"),
        ("合格率达百分之九十八点五。", "百分之九十八点五", 98.5, "%"),
        ("死亡率降到千分之三。", "千分之三", 3, "‰"),
        ("三分之一的农户入股。", "三分之一", 33.333333333333336, "%"),
        ("近五成农户入股。", "五成", 50, "%"),
        ("入股农户占三成五。", "三成五", 35, "%"),
        ("产量减少一半。", "一半", 50, "%"),
        ("产值实现翻番。", "翻番", 100, "%"),
        ("产值翻了两番。", "翻了两番", 300, "%"),
        ("工期一个半月。", "一个半月", 1.5, "个月"),
        ("带动两年半时间的增长。", "两年半", 2.5, "年"),
        ("利润总额为-3.2%。", "-3.2%", -3.2, "%"),
        ("存栏3万头（只）。", "3万头（只）", 30_000, "头（只）"),
        ("预算为2兆元。", "2兆元", 2_000_000_000_000, "元"),
        ("覆盖302万人口。", "302万", 3_020_000, ""),
        ("引进30名企业家。", "30名", 30, "名"),
    ],
)
def test_amounts(text, mention, value, unit):
    assert [row[:3] for row in read(text)] == [(mention, value, unit)]


@pytest.mark.parametrize(
    ("text", "mention", "value", "unit"),
    [
        ("增速为5%-8%。", "5%-8%", (5, 8), "%"),
        ("增速为5%—8%。", "5%—8%", (5, 8), "%"),
        ("地价4-13.6万元/亩。", "4-13.6万元/亩", (40_000, 136_000), "元/亩"),
        ("补贴50至55元。", "50至55元", (50, 55), "元"),
        ("补贴提高到五十至五十五元。", "五十至五十五元", (50, 55), "元"),
        ("投资1000万元及以上至5000万元的项目。", "1000万元及以上至5000万元", (10_000_000, 50_000_000), "元"),
        ("每村扶持3到5家。", "3到5家", (3, 5), "家"),
        ("派出两三个小组。", "两三个", (2, 3), "个"),
        ("派出两三百人。", "两三百人", (200, 300), "人"),
        ("奖励三百至五百万元。", "三百至五百万元", (3_000_000, 5_000_000), "元"),
    ],
)
def test_ranges(text, mention, value, unit):
    assert [row[:3] for row in read(text)] == [(mention, value, unit)]


@pytest.mark.parametrize(
    "text", ["税收从5万元到20万元。", "企业增加3家至15家。", "占比由15%至20%。", "产值上升2%至30亿元。"]
)
def test_a_change_is_no_range(text):
    assert len(read(text)) == 2


@pytest.mark.parametrize(
    ("text", "mention", "value", "qualifier"),
    [
        ("投资约3亿元", "3亿元", 300_000_000, "about"),
        ("投资3亿元左右", "3亿元", 300_000_000, "about"),
        ("投资近3亿元", "3亿元", 300_000_000, "nearly"),
        ("投资超过了3亿元", "3亿元", 300_000_000, "over"),
        ("产值突破百亿元", "百亿元", 10_000_000_000, "over"),
        ("产值突破百亿。", "百亿", 10_000_000_000, "over"),
        ("企业1100多家", "1100多家", 1_100, "over"),
        ("投资100余亿元", "100余亿元", 10_000_000_000, "over"),
        ("办事几百件", "几百件", 100, "over"),
        ("增长3倍多。", "3倍", 3, "over"),
        ("工期两个多月", "两个多月", 2, "over"),
        ("不低于5000元/平方米", "5000元/平方米", 5_000, "at_least"),
        ("产值2亿元以上", "2亿元", 200_000_000, "at_least"),
        ("产值2亿元及以上", "2亿元", 200_000_000, "at_least"),
        ("约2亿元以上", "2亿元", 200_000_000, "at_least"),
        ("带动上千户", "千户", 1_000, "at_least"),
        ("户均低于零点五亩", "零点五亩", 0.5, "under"),
        ("不足2亩", "2亩", 2, "under"),
        ("奖励不超过50万元", "50万元", 500_000, "at_most"),
        ("控制在50万元以内", "50万元", 500_000, "at_most"),
        ("翻了近一番", "翻了近一番", 100, "nearly"),
        ("翻一番以上", "翻一番", 100, "at_least"),
    ],
)
def test_qualifiers(text, mention, value, qualifier):
    assert [(m, v, q) for m, v, _, q in read(text)] == [(mention, value, qualifier)]


@pytest.mark.parametrize(
    "text",
    ["签约12个项目", "学校附近800米", "节约5万元", "网上办结12件", "12家上下游企业", "低于全市的3个百分点"],
)
def test_part_of_a_word_is_no_qualifier(text):
    assert [row[3] for row in read(text)] == ["exact"]


def test_a_gap_below_is_left_to_the_grammar():
    assert read("低于3个百分点") == [("3个百分点", 3, "百分点", "exact")]


@pytest.mark.parametrize(
    ("text", "mention", "value"),
    [
        ("总量居全省第一。", "第一", 1),
        ("总量居全省第9位，", "第9位", 9),
        ("总量列第十一位", "第十一位", 11),
        ("总量保持首位。", "首位", 1),
        ("总量列倒数第二。", "倒数第二", 2),
    ],
)
def test_ranks(text, mention, value):
    [row] = stages.quantities(text)
    assert (row["text"], row["value"], row["unit"], row["shape"]) == (mention, value, "位", "ordinal")


def test_among_the_first_three_is_a_bound():
    assert read("总量居全省前三位。") == [("前三位", 3, "位", "at_most")]


@pytest.mark.parametrize(
    "text",
    [
        "第二产业、第四季度、第一书记、第 3 条、首位度",
        "第一，要抓项目。",
        "PM2.5、S2线、A4纸、GMT+8、4A级、5G",
        "电话0571-8765432，许可证3300123456",
        "2020-05-15 10:40:56",
        "8点30分开会",
        "政发[2012]16号、〔2020〕5号",
        "500强、90后、1+1>2、3×5",
        "“152”项目、双“60”行动、“5+10”工程",
        "1.强基础",
        "（1）强基础",
        "2018、2019年",
        "一系列、统一、进一步、唯一、十分、一手、一方面",
        "万众一心，千家万户，千方百计，百姓，万人空巷",
        "三农、三门县、四川、五粮液、四套班子、三位一体",
        "“四个聚焦”和“三名”工程",
        "单位：亿元",
        "每万人",
        "万元产值能耗",
        "多个千亿产业",
        "元旦、个人、项目",
        "周三、星期一、十九大、二期工程、四届五次全会",
        "https://example.org/2023/08/a9.html",
    ],
)
def test_what_only_looks_like_a_quantity(text):
    assert read(text) == []


def test_spans_are_of_the_page_itself():
    page = "財政(caizheng)總收入４４．５億元"
    [row] = stages.quantities(page)
    assert page[row["start"] : row["end"]] == row["text"] == "４４．５億元"


def test_outer_holds_the_qualifiers():
    [row] = stages.quantities("总投资约3亿元以上")
    assert row["outer"] == "约3亿元以上"
