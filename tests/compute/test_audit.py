"""Whether a page agrees with itself: what is raised, what is not, and what is said of it."""

import pytest

import mujun as mj


def audit(text, published=None):
    return list(mj.extract(text, published=published).audit())


def one(text, kind, published=None):
    [found] = [row for row in audit(text, published) if row.kind == kind]
    return found


def parts(total, *numbers):
    return f"2019年，路桥区完成整治企业{total}家，其中改造升级{numbers[0]}家，关停淘汰{numbers[1]}家。"


def test_a_sum_that_agrees():
    row = one(parts(1759, 794, 965), "sum")
    assert row.ok
    assert (row.expected_low, row.expected_high, row.found, row.unit) == (1759, 1759, 1759, "家")
    assert row.facts == [1, 2, 0]
    assert row.message == "794家 + 965家 = 1759家，与总数1759家相符"


def test_a_sum_that_is_one_too_many():
    row = one(parts(1759, 794, 966), "sum")
    assert row.ok is False
    assert (row.expected_low, row.found) == (1760, 1759)
    assert "多于总数1759家" in row.message


def test_a_list_that_is_not_complete_is_marked_and_not_alarmed():
    row = one(parts(1759, 794, 165), "sum")
    assert row.ok is None
    assert (row.expected_low, row.expected_high) == (959, None)
    assert "所列不全" in row.message


def test_rounded_parts_agree_within_their_rounding():
    text = "2019年，路桥区进出口总额{}亿元，其中出口13.47亿元，进口10.08亿元。"
    assert one(text.format("23.56"), "sum").ok  # 23.555 is 23.56, and 13.4749 + 10.0849 is as much
    assert not one(text.format("23.51"), "sum").ok


LEVELS = "2018年，路桥区财政总收入{}亿元。2019年，路桥区财政总收入12.5亿元，同比增长{}%。"


def test_growth_against_two_levels():
    row = one(LEVELS.format("11.5", "8.7"), "growth")
    assert row.ok
    assert row.expected_low == pytest.approx((12.45 / 11.55 - 1) * 100)
    assert row.expected_high == pytest.approx((12.55 / 11.45 - 1) * 100)
    assert row.found == 8.7
    assert row.message == "12.5亿元 ÷ 11.5亿元 − 1 = 8.696%，文中增速为8.7%，相符"


def test_a_growth_that_does_not_fit_names_the_reasons():
    row = one(LEVELS.format("11.5", "6.1"), "growth")
    assert row.ok is False
    assert "文中增速为6.1%，不符；可能的原因：增速有自然口径与同口径" in row.message
    row = one(LEVELS.replace("财政总收入", "工业增加值").format("11.5", "6.1"), "growth")
    assert "按现价计算，增速按不变价计算" in row.message
    row = one(LEVELS.replace("财政总收入", "规上工业总产值").format("11.5", "6.1"), "growth")
    assert "每年变动" in row.message
    row = one(LEVELS.replace("财政总收入", "旅游总收入").format("11.5", "6.1"), "growth")
    assert row.message.endswith("不符；请核对原文与口径")


def test_growth_against_a_level_and_its_change():
    text = "2019年，路桥区新增就业4.46万人，比上年增加0.04万人，增长{}%。"
    row = one(text.format("0.9"), "growth")
    assert row.ok
    assert row.expected_low == pytest.approx(100 / (44650 / 350 - 1))
    assert row.expected_high == pytest.approx(100 / (44550 / 450 - 1))
    assert not one(text.format("9"), "growth").ok


def test_change_against_two_levels():
    text = "2018年，路桥区财政总收入11.5亿元。2019年，路桥区财政总收入12.5亿元，比上年增加{}亿元。"
    assert one(text.format("1.0"), "change").ok
    assert not one(text.format("2.0"), "change").ok


def test_a_growth_of_other_years_is_not_set_against_these():
    text = "2017年，路桥区财政总收入10.5亿元。2019年，路桥区财政总收入12.5亿元，同比增长6.1%。"
    assert audit(text) == []


def test_share_against_part_and_whole():
    text = "2019年，路桥区地区生产总值594亿元。第三产业增加值250亿元，占地区生产总值的{}%。"
    row = one(text.format("42.1"), "share")
    assert row.ok
    assert row.expected_low == pytest.approx(100 * 249.5 / 594.5)
    assert row.expected_high == pytest.approx(100 * 250.5 / 593.5)
    assert not one(text.format("45.1"), "share").ok


def test_a_share_of_another_place_s_whole_is_not_judged():
    text = "2019年，路桥区地区生产总值594亿元，占全市的12.1%。"
    assert audit(text) == []


def test_completion_against_the_target():
    text = (
        "2019年，路桥区力争完成固定资产投资120亿元。1-5月，路桥区完成固定资产投资60亿元，完成年度计划的{}%。"
    )
    row = one(text.format("50"), "completion", published="2019-06-10")
    assert row.ok
    assert row.expected_low == pytest.approx(100 * 59.5 / 120.5)
    assert not one(text.format("58"), "completion", published="2019-06-10").ok


PULL = (
    "2019年，椒江区规上工业增加值增长10.5%，其中汽车产业增加值增长22%，"
    "对{}规上工业增加值增长贡献率达40.2%，拉动{}增长{}个百分点。"
)


def test_pull_against_contribution_and_growth():
    row = one(PULL.format("全区", "全区", "4.2"), "contribution")
    assert row.ok
    assert row.expected_low == pytest.approx(40.15 * 10.45 / 100)
    assert row.message == "40.2% × 10.5% = 4.221个百分点，文中拉动为4.2个百分点，相符"
    assert not one(PULL.format("全区", "全区", "5.2"), "contribution").ok


def test_the_whole_of_another_place_is_not_one_s_own():
    assert [row.kind for row in audit(PULL.format("全省", "全省", "1.2"))] == []


def test_duplicates():
    text = "2019年，路桥区财政总收入12.5亿元。全年财政总收入达12.5亿元，居全市第一。"
    row = one(text, "duplicate")
    assert row.ok
    assert row.message == "同一数字出现2次：12.5亿元"


def test_a_coarser_rounding_is_the_same_figure():
    text = "2019年，路桥区财政总收入12.46亿元。全年财政总收入达12.5亿元，居全市第一。"
    assert [row.kind for row in audit(text)] == ["duplicate"]


def test_contradiction():
    row = one("2019年，路桥区财政总收入12.5亿元。全年财政总收入达13.5亿元，居全市第一。", "contradiction")
    assert row.ok is False
    assert (row.found, row.unit) == (13.5e8, "元")
    assert row.message.startswith("同一指标前后不一：12.5亿元，13.5亿元")


def test_a_contradiction_between_pages():
    pages = [
        ("报道", "2019年，路桥区地区生产总值584.2亿元。"),
        ("公报", "2019年，路桥区GDP为594.2亿元。"),
        ("别处", "2019年，椒江区地区生产总值604.2亿元。"),
    ]
    [row] = mj.extract_many(pages).audit().filter(kind="contradiction")
    assert (row.page, row.facts) == ("报道", [0, 1])
    assert "先有初步核算，后有最终核实" in row.message


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("2019年，路桥区新建项目总投资5.2亿元。技改项目总投资3.1亿元。", id="each project's own"),
        pytest.param("2019年，路桥区新增高新技术企业5家。该区培育高新技术企业12家。", id="counts of parts"),
        pytest.param("2018年，路桥区财政总收入12.5亿元。2019年，财政总收入13.5亿元。", id="other years"),
        pytest.param("路桥区财政总收入12.5亿元。路桥区财政总收入13.5亿元。", id="no period"),
        pytest.param("2019年，路桥区出口80亿元。2019年，路桥区出口12亿美元。", id="currencies"),
        pytest.param("2019年，路桥区财政总收入12.5亿元，力争2019年财政总收入达13.5亿元。", id="a target"),
    ],
)
def test_no_contradiction(text):
    assert len(mj.extract(text)) == 2
    assert [row.kind for row in audit(text)] == []


def test_uneven_lists():
    facts = mj.extract("2019年，路桥区、椒江区、黄岩区财政总收入分别增长8.2%、7.1%。")
    [row] = facts.audit()
    assert (row.kind, row.ok, row.found, row.facts) == ("list_length", False, 2, [0, 1])
    assert (row.expected_low, row.expected_high, row.indicator) == (None, None, None)


def test_doubtful_facts_take_no_part():
    facts = mj.extract("2019年，路桥区、椒江区、黄岩区财政总收入分别增长8.2%、7.1%。路桥区财政总收入增长9%。")
    doubtful = [at for at, fact in enumerate(facts) if fact.confidence < 0.5]
    assert len(facts) - 1 == len(doubtful) == 2
    assert [row.kind for row in facts.audit()] == ["list_length"]
