"""Moves between two assessments, firm by firm."""

import polars as pl
import pytest

import mujun as mj

CLASSES = [{"name": "A", "at_least": 90}, {"name": "B", "at_least": 60}, {"name": "D", "exit": True}]
SCHEME = {
    "name": "mine",
    "firm": ["代码", "企业"],
    "columns": {"免评": {"role": "exempt"}},
    "indicator": [{"name": "分", "weight": 100, "base": 100}],
    "grades": {"by": "threshold", "classes": CLASSES},
    "exempt": {"grade": "T"},
}


def assess(firms):
    """Firms by their points; T is exempt."""
    frame = {
        "企业": list(firms),
        "分": [None if points == "T" else points for points in firms.values()],
        "免评": [points == "T" for points in firms.values()],
    }
    return mj.score(pl.DataFrame(frame, schema_overrides={"分": pl.Float64}), SCHEME)


BEFORE = assess({"甲": 95, "乙": 70, "丙": 40, "丁": 70, "戊": 92, "己": "T", "庚": 65, "辛": 95})
NOW = assess({"辛": "T", "乙": 91, "甲": 66, "丁": 71, "庚": 30, "丙": 20, "新": 99, "己": 61})


def test_every_firm_once():
    moves = NOW.transitions(BEFORE)
    assert [tuple(move) for move in moves] == [
        ("辛", "A", "T", "ungraded", False),
        ("乙", "B", "A", "up", False),
        ("甲", "A", "B", "down", False),
        ("丁", "B", "B", "same", False),
        ("庚", "B", "D", "down", True),
        ("丙", "D", "D", "same", True),
        ("新", None, "A", "enters", False),
        ("己", "T", "B", "graded", False),
        ("戊", "A", None, "leaves", False),
    ]


def test_questions_of_an_analyst():
    moves = NOW.transitions(BEFORE)
    assert [move.firm for move in moves.filter(must_exit=True)] == ["庚", "丙"]
    assert [move.firm for move in moves.filter(change=["enters", "leaves"])] == ["新", "戊"]
    table = moves.counts()
    assert table.loc["B", "A"] == 1
    assert table.loc["–", "A"] == 1
    assert table.to_numpy().sum() == 9
    zh = moves.to_pandas(language="zh")
    assert zh.columns.to_list() == ["企业", "原类别", "现类别", "变动", "应退出"]
    assert zh.loc[0, "变动"] == "不定类"
    assert pl.DataFrame(moves).columns == list(moves.columns)


def test_a_firm_without_a_score_has_no_grade():
    lacking = mj.score({"企业": ["甲"], "分": [float("nan")]}, SCHEME)
    assert tuple(lacking.transitions(BEFORE)[0])[1:4] == ("A", None, "ungraded")


def test_keys():
    same_names = {"企业": ["甲", "甲"], "代码": [9133, 9134], "分": [95, 20]}
    first = mj.score(same_names, SCHEME)
    assert first.firms == ["9133", "9134"]
    assert [move.change for move in first.transitions(first)] == ["same", "same"]
    with pytest.raises(
        mj.MujunError, match=r"甲 stands twice in the previous assessment, in rows 0 and 1: choose a key="
    ):
        first.transitions(mj.score(same_names, SCHEME, key="企业"))
    with pytest.raises(
        mj.MujunError, match="the previous assessment does not name its firms: score with key="
    ):
        first.transitions(mj.score({"分": [1]}, SCHEME))
    with pytest.raises(mj.MujunError, match="row 1 of the previous assessment names no firm"):
        first.transitions(mj.score({"企业": ["甲", None], "分": [1, 2]}, SCHEME))


def test_numbers_as_keys_keep_all_their_digits():
    codes = [913310030000000001, 913310030000000002]
    scores = mj.score({"代码": codes, "分": [1, 2]}, SCHEME)
    assert scores.firms == [str(code) for code in codes]
