"""What the labelled pages imply, and what is raised on them."""

import pytest


def derived(facts, page, kind):
    [name] = [name for name in facts if name.startswith(page)]
    return [row for row in facts[name].derive() if row.kind == kind]


def test_the_province_s_growth(facts):
    [row] = derived(facts, "001", "reference_growth")
    assert (row.reference, row.value, row.formula) == ("全省", 10.1, "33.1% − 23个百分点")
    assert row.low == pytest.approx(9.55)
    assert row.high == pytest.approx(10.65)


def test_the_year_s_plan(facts):
    [row] = derived(facts, "003", "plan")
    assert row.value == pytest.approx(143e8 / 1.15)
    assert (row.low, row.high) == (pytest.approx(142.5e8 / 1.155), pytest.approx(143.5e8 / 1.145))
    assert row.formula == "143亿元 ÷ 115%"


def test_last_year_s_base(facts):
    bases = {row.formula: row for row in derived(facts, "003", "base")}
    row = bases["606家 ÷ (1 + 51%)"]
    assert row.value == pytest.approx(606 / 1.51)
    assert row.period_end.year == 2015


def test_from_five_to_twenty(facts):
    [row] = derived(facts, "000", "growth")
    assert (row.indicator, row.value, row.formula) == ("亩均税收", 300, "20万元 ÷ 5万元 − 1")


def test_the_sum_of_the_parts(facts):
    [name] = [name for name in facts if name.startswith("000")]
    [row] = facts[name].audit()
    assert (row.kind, row.ok) == ("sum", True)
    assert row.message == "794家 + 965家 = 1759家，与总数1759家相符"


def test_the_printed_pull_lies_within_the_bounds(facts):
    [row] = [row for row in facts["1012"].audit() if row.kind == "contribution"]
    assert row.ok
    assert row.expected_low < 20.75 < row.expected_high


def test_no_false_alarm(facts):
    """Only one page contradicts itself: its very subject is that levels and growths published for 2020 do."""
    raised = {
        name: [(row.kind, row.indicator) for row in page.audit().filter(ok=False)]
        for name, page in facts.items()
    }
    assert {name: rows for name, rows in raised.items() if rows} == {
        "1036": [
            ("growth", "固定资产投资"),
            ("contradiction", "固定资产投资"),
            ("contradiction", "社会消费品零售总额"),
        ]
    }


def test_an_alarm_names_why_all_may_be_right(facts):
    for row in facts["1036"].audit().filter(ok=False):
        assert "上年基数经过修订" in row.message
