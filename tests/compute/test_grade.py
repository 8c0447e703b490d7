"""Grades by share and by threshold: whole numbers of firms, ties, and grading scores that are there."""

import math

import polars as pl
import pytest

import mujun as mj

HUAIAN = {"A": 20, "B": 40, "C": 35, "D": 5}
ONE = {"name": "mine", "indicator": [{"name": "score", "weight": 100, "base": 100}]}


def counts(scores, scheme="huaian-2024"):
    return mj.grade({"score": scores}, scheme).counts()


def test_shares_are_of_all_firms_not_of_what_is_left():
    assert counts(list(range(100))) == {"A": 20, "B": 40, "C": 35, "D": 5}
    grades = [row.grade for row in mj.grade({"score": list(range(100, 0, -1))}, "huaian-2024")]
    assert grades == ["A"] * 20 + ["B"] * 40 + ["C"] * 35 + ["D"] * 5


@pytest.mark.parametrize(
    ("rounding", "expected"),
    [
        ("down", {"A": 2, "B": 4, "C": 4, "D": 1}),  # 2.2, 6.6, 10.45 of eleven
        ("nearest", {"A": 2, "B": 5, "C": 3, "D": 1}),
        ("up", {"A": 3, "B": 4, "C": 4, "D": 0}),
    ],
)
def test_parts_of_firms(rounding, expected):
    grades = {
        "by": "share",
        "rounding": rounding,
        "classes": [{"name": n, "share": s} for n, s in HUAIAN.items()],
    }
    scheme = mj.Scheme.load("huaian-2024").filled(grades=grades)
    assert counts(list(range(11)), scheme) == expected


@pytest.mark.parametrize("firms", [5, 15, 20, 35, 60, 100, 1000])
def test_whole_shares_are_whole(firms):
    """20% of 15 is 3: no binary fraction may make it 2."""
    found = counts(list(range(firms)))
    ends = [math.floor(firms * share / 100) for share in (20, 60, 95, 100)]
    assert list(found.values()) == [end - before for before, end in zip([0, *ends], ends, strict=False)]


@pytest.mark.parametrize(("ties", "expected"), [("up", "AAABB"), ("down", "ABBBB")])
def test_ties(ties, expected):
    grades = {
        "by": "share",
        "ties": ties,
        "classes": [{"name": "A", "share": 40}, {"name": "B", "share": 60}],
    }
    scores = mj.grade({"score": [90, 80, 80, 70, 60]}, mj.Scheme.load(ONE).filled(grades=grades))
    assert "".join(row.grade for row in scores) == expected
    assert [row.rank for row in scores] == [1, 2, 2, 4, 5]


def test_scores_that_differ_by_rounding_tie():
    tenth = {"name": "mine", "indicator": [{"name": "x", "weight": 100, "base": 1}], "grades": None}
    scheme = mj.Scheme.load({k: v for k, v in tenth.items() if v is not None}).filled(
        grades={"A": 50, "B": 50}
    )
    scores = mj.score({"x": [0.1 + 0.2, 0.3, 0.29]}, scheme)
    assert [row.rank for row in scores] == [1, 1, 3]
    assert [row.grade for row in scores] == ["A", "A", "B"]


def test_thresholds():
    classes = [{"name": "绿", "at_least": 80}, {"name": "黄", "at_least": 60}, {"name": "黑", "exit": True}]
    scheme = mj.Scheme.load(ONE).filled(grades={"by": "threshold", "classes": classes})
    scores = mj.grade({"score": [80, 79.99, 60, 59.99, -5]}, scheme)
    assert [row.grade for row in scores] == ["绿", "黄", "黄", "黑", "黑"]
    assert scores.counts() == {"绿": 1, "黄": 2, "黑": 2}


def test_three_colours_by_the_park_rule():
    firms = {
        "企业": ["甲", "乙", "丙"],
        "年产值": [600, 300, 100],
        "年实缴税收": [15, 18, 5],
        "面积": [1, 1, 1],
    }
    scores = mj.grade(
        firms, "three-colour", units={"年产值": "万元", "年实缴税收": "万元", "面积": "千平方米"}
    )
    assert [row.grade for row in scores] == ["绿", "黄", "黑"]
    assert any("three-colour assumes: 绿 reaches both bounds" in notice for notice in scores.notices)


def test_grading_by_group_and_with_exempt_firms():
    frame = pl.DataFrame(
        {
            "score": [9, 8, 7, 6, 5, 4, 3, None],
            "组": list("东东东东东西西西"),
            "不参评": [False] * 5 + [True] + [False] * 2,
        }
    )
    scores = mj.grade(frame, "huaian-2024", group="组")
    assert [row.grade for row in scores] == ["A", "B", "B", "C", "D", "T", "D", None]
    assert [row.rank for row in scores] == [1, 2, 3, 4, 5, None, 1, None]
    assert scores[5].notes == "exempt"


def test_the_scores_may_go_by_another_name():
    scores = mj.grade(
        {"总分": [2, 1]}, mj.Scheme.load(ONE).filled(grades={"A": 50, "B": 50}), columns={"score": "总分"}
    )
    assert [row.grade for row in scores] == ["A", "B"]


@pytest.mark.parametrize(
    ("frame", "scheme", "how", "said"),
    [
        ({"score": [1]}, "huangyan-2022", {}, "huangyan-2022 has no classes (the notice publishes"),
        (
            {"score": [1]},
            "huaian-2024",
            {"columns": {"score": "总分"}},
            "score is in '总分', which the frame does not have",
        ),
        ({"score": ["高"]}, "huaian-2024", {}, "column score holds text where numbers are needed"),
        ({"score": [math.inf]}, "huaian-2024", {}, "score is infinite in row 0"),
        ({"x": [1]}, "three-colour", {}, "the frame has no column 年产值"),
    ],
)
def test_wrong_input(frame, scheme, how, said):
    with pytest.raises(mj.MujunError) as raised:
        mj.grade(frame, scheme, **how)
    assert said in str(raised.value)


def test_a_row_shows_its_columns():
    [row] = mj.grade({"score": [96]}, "huaian-2024")
    assert repr(row) == f"Score(score=96.0, rank=1, grade={row.grade!r}, points={{}}, notes=None)"
