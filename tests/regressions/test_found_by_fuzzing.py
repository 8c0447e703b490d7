"""What fuzzing found, each as the least input that shows it, and what holds of it since."""

import math

import pytest

import mujun as mj
from mujun._core import stages


@pytest.mark.parametrize("text", ["去年", "上年末", "去年11月至今年4月", "近三年"])
def test_a_year_before_the_first_is_none(text):
    """A date cannot say it; what was read so could not be shown."""
    facts = mj.extract(f"{text}，路桥区财政总收入12亿元。", published="0001-05-10")
    assert [(fact.value, fact.period_start) for fact in facts] == [(1.2e9, None)]


def test_years_beyond_counting():
    facts = mj.extract("近九千年，路桥区财政总收入12亿元。", published="2019-05-10")
    assert [fact.period_start for fact in facts] == [None]


@pytest.mark.parametrize("text", ["税收升。12亿元", "收入快。12亿元"])
def test_a_verb_of_one_sentence_is_none_of_the_next(text):
    """升 is a verb right before a figure, but 升。12亿元 are two sentences."""
    own = mj.extract(text.partition("。")[2])
    facts = mj.extract(text)
    assert [fact.measure for fact in facts] == [fact.measure for fact in own]


def test_growth_of_nothing_is_doubted():
    for fact in mj.extract("翻番"):
        assert fact.indicator or fact.confidence < 0.5


@pytest.mark.parametrize("number", ["349494608091089158百67", "999999999999999999千", "1" * 19])
def test_a_number_of_too_many_digits_is_told(number):
    """Nor is the rest of it read as a number of its own."""
    facts = mj.extract(f"税收{number}万元。")
    assert [(notice.code, notice.text) for notice in facts.notices][:1] == [
        ("number_out_of_range", f"{number}万")
    ]
    assert len(facts) == 0
    with pytest.raises(mj.MujunError):
        mj.parse_number(number)


def test_magnitudes_behind_more_end_somewhere():
    facts = mj.extract("税收10多" + "亿" * 50 + "元。")
    assert facts[0].text == "10多亿"
    assert all(math.isfinite(fact.value) for fact in facts)


@pytest.mark.parametrize(
    "piece",
    ["第一、", "但", "其中但", "幅(本省5%", "货物进口(该市5%"],
    ids=["ordinals", "but", "words", "rates", "goods"],
)
def test_pieces_over_and_over_are_read_in_linear_time(piece, assert_linear):
    """Ordinals went deeper with each of their list; brackets never ended a sentence."""
    once = piece * (100_000 // len(piece))
    assert_linear(lambda: mj.extract("居全省" + once), lambda: mj.extract("居全省" + once * 2))


def test_a_quote_opened_in_the_sentence_before_is_not_this_ones():
    """Else 51 would be a quoted name there, and a number where the sentence stands alone."""
    assert [row["text"] for row in stages.quantities('‘。51"。')] == ["51"]


@pytest.mark.parametrize("piece", ["指标\n亿元\n", "指标\t亿元\n", "指标\t1\n", "|税收|1|\n", "3%指标\n5家"])
def test_lines_without_marks_are_read_in_linear_time(piece, assert_linear):
    """Each line looked for the next comma, each value of a long column for its paragraph's ends."""
    once = piece * (800_000 // len(piece))
    assert_linear(lambda: mj.extract(once), lambda: mj.extract(once * 2))
