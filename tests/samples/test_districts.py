"""The pages of four districts are read as their author means them."""

from pathlib import Path

import mujun as mj

HERE = Path(__file__).parent
NAMES = {"beiyuan": "北塬新区", "chenghu": "澄湖新区", "nanpu": "南浦新区", "xiling": "西岭新区"}
MONEY = {"地区生产总值", "固定资产投资", "一般公共预算收入"}


def read(folder: str) -> mj.Facts:
    return mj.extract_many(sorted((HERE / folder).iterdir()))


def test_growth():
    facts = read("districts")
    assert facts.notices == []
    growth = facts.filter(measure="growth", indicator=[*MONEY, "规模以上工业增加值"])
    assert {(fact.subject, fact.indicator): fact.value for fact in growth} == {
        ("北塬新区", "地区生产总值"): 4.8,
        ("北塬新区", "规模以上工业增加值"): -1.6,
        ("北塬新区", "固定资产投资"): 3.6,
        ("北塬新区", "一般公共预算收入"): 1.9,
        ("澄湖新区", "地区生产总值"): 6.2,
        ("澄湖新区", "规模以上工业增加值"): 7.8,
        ("澄湖新区", "固定资产投资"): 9.3,
        ("澄湖新区", "一般公共预算收入"): 4.5,
        ("南浦新区", "地区生产总值"): 5.4,
        ("南浦新区", "规模以上工业增加值"): 4.9,
        ("南浦新区", "固定资产投资"): -2.1,
        ("南浦新区", "一般公共预算收入"): 3.2,
        ("西岭新区", "地区生产总值"): 7.6,
        ("西岭新区", "规模以上工业增加值"): 10.4,
        ("西岭新区", "固定资产投资"): 14.8,
        ("西岭新区", "一般公共预算收入"): 8.1,
    }
    assert {(f"{fact.period_start}", f"{fact.period_end}") for fact in growth} == {
        ("2024-01-01", "2024-06-30")
    }


def test_every_page_has_its_levels_and_its_district():
    for fact in read("districts").filter(measure="level", unit="元"):
        assert fact.indicator in MONEY
        assert fact.subject == NAMES[Path(fact.page).stem]


def test_targets_meet_what_was_done():
    targets = mj.Facts.concat([read("plans"), read("districts")]).progress()
    assert len(targets) == 13
    assert {(row.subject, row.indicator): row.state for row in targets if row.unit == "个"} == {
        ("北塬新区", "新开工重大项目"): "behind",
        ("澄湖新区", "新开工重大项目"): "ahead",
        ("南浦新区", "新开工重大项目"): "behind",
        ("西岭新区", "新开工重大项目"): "done",
    }
