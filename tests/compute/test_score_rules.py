"""What a scheme says besides bases: means, caps, missing values, exemptions, factors, steps."""

import math
import sys
from pathlib import Path

import pytest

import mujun as mj

sys.path.insert(0, str(Path(__file__).parent))  # firms.py is shared by the tests of scoring

from firms import FIRMS, HAND, MINE, mine, points


def test_bases_by_means():
    firms = FIRMS | {"组": ["东", "东", "西"]}
    by_firms = mj.score(firms, MINE, bases={"亩均税收": {"mean": "firms", "factor": 2}})
    assert [row.points["亩均税收"] for row in by_firms] == pytest.approx(
        [x / (2 * (40 + 10 + 5) / 3) * 60 for x in (40, 10, 5)]
    )
    by_totals = mj.score(firms, MINE, bases={"亩均税收": {"mean": "totals"}})
    assert [row.points["亩均税收"] for row in by_totals] == pytest.approx(
        [x / (550 / 31) * 60 for x in (40, 10, 5)]
    )
    grouped = mj.score(firms, MINE, group="组", bases={"亩均税收": {"mean": "firms"}})
    assert [row.points["亩均税收"] for row in grouped] == pytest.approx([40 / 25 * 60, 10 / 25 * 60, 60])
    assert [row.rank for row in grouped] == [1, 2, 1]


def test_less_is_better():
    scores = mj.score(
        {"单位能耗": [0.5, 1.0, 1.5, 2.0, 3.0]},
        {"name": "mine", "indicator": [{"name": "单位能耗", "weight": 100, "base": 1, "better": "less"}]},
    )
    assert points(scores) == pytest.approx([150, 100, 50, 0, 0])
    spread = {
        "name": "mine",
        "indicator": [{"name": "单位能耗", "weight": 100, "form": "min-max", "from": 20, "better": "less"}],
    }
    assert points(mj.score({"单位能耗": [1, 2, 3]}, spread)) == pytest.approx([100, 60, 20])


def test_caps_and_floors():
    scores = mj.score(FIRMS | {"税收": [400, -90, 60]}, mine(cap=1.5, floor=0))
    assert [row.points["单位能耗税收"] for row in scores] == pytest.approx([60, 0, 20])
    assert [row.notes for row in scores] == [
        "单位能耗税收 capped at 1.5 × its weight",
        "单位能耗税收 raised to 0 × its weight",
        None,
    ]
    assert scores[1].points["亩均税收"] == pytest.approx(
        -30
    )  # without a floor a loss counts against the firm


@pytest.mark.parametrize(
    ("rule", "expected", "note"),
    [
        ({}, None, "for which the scheme has no rule: not scored"),
        ({"missing": "zero"}, 0, "no points"),
        ({"missing": "group mean"}, (80 + 72) / 2, "the group's mean points"),
        ({"missing": {"penalty": 3}}, -3, "3 points off"),
        ({"missing": "exempt"}, None, "exempt"),
    ],
)
@pytest.mark.parametrize("lacks", ["missing", "能耗 is 0"])
def test_missing_values(rule, expected, note, lacks):
    firms = FIRMS | {"能耗": [400, 100, None if lacks == "missing" else 0]}
    last = mj.score(firms, mine(**rule))[2]
    assert last.points["单位能耗税收"] == (None if expected is None else pytest.approx(expected))
    assert last.score == (None if expected is None else pytest.approx(15 + expected))
    assert (last.rank is None) == (expected is None)
    assert f"单位能耗税收 {lacks}, {note}" in last.notes
    assert last.grade == ("T" if rule == {"missing": "exempt"} else None)


def test_a_missing_value_takes_no_other_points_away():
    last = mj.score(FIRMS | {"税收": [1, 1, 12], "用地面积": [1, 1, None]}, MINE)[2]
    assert last.points == {"亩均税收": None, "单位能耗税收": pytest.approx(12 / 240 / 0.5 * 40)}
    assert last.score is None


def test_nan_is_missing_and_a_group_without_any_has_no_mean():
    firms = FIRMS | {"能耗": [math.nan, 100, 240], "组": ["东", "西", "西"]}
    first = mj.score(firms, mine(missing="group mean"), group="组")[0]
    assert first.score is None
    assert first.notes == "单位能耗税收 missing, and so in all of its group: not scored"


@pytest.mark.parametrize("said", [[False, False, True], ["", None, "供水"], [0, None, 1]])
def test_exempt_firms(said):
    firms = FIRMS | {"用地面积": [10, 9, 0], "免评": said}  # an exempt firm's figures are not looked at
    scores = mj.score(firms, MINE, bases={"亩均税收": {"mean": "firms"}})
    assert [(row.rank, row.grade, row.notes) for row in scores] == [
        (1, None, None),
        (2, None, None),
        (None, "T", "exempt"),
    ]
    assert scores[2].score is None
    assert scores[0].points["亩均税收"] == pytest.approx(40 / 25 * 60)


def test_exempt_firms_may_be_scored():
    scheme = MINE | {"exempt": {"grade": "T", "scored": True}}
    scores = mj.score(FIRMS | {"免评": [True, False, False]}, scheme, bases={"亩均税收": {"mean": "firms"}})
    assert scores[0].points["亩均税收"] == pytest.approx(40 / 7.5 * 60)  # by the others' mean
    assert [row.rank for row in scores] == [None, 1, 2]


def test_factor_bonus_and_malus():
    firms = FIRMS | {
        "修正系数": [1, 0.9, 1.1],
        "加分1": [0, 5, None],
        "加分2": [1, 2, 0],
        "减分": [3, 0, 0],
        "加分说明": ["", "获奖", ""],
    }
    expected = [HAND[0] + 1 - 3, HAND[1] * 0.9 + 7, HAND[2] * 1.1]
    assert points(mj.score(firms, MINE)) == pytest.approx(expected)
    named = mj.score(FIRMS | {"奖": [1, 2, 3]}, MINE, columns={"加分*": ["奖"]})
    assert points(named) == pytest.approx([HAND[0] + 1, HAND[1] + 2, HAND[2] + 3])


def test_steps_on_their_edges():
    """1.5 times a base is 1.5 times it, though 0.6 / 0.4 is a hair less in binary."""
    scheme = {
        "name": "mine",
        "total": 10,
        "indicator": [{"name": "亩均税收", "form": "steps", "base": 0.4, "steps": [[1.5, 2], [2, 10]]}],
    }
    assert points(mj.score({"亩均税收": [0.59, 0.6, 0.79, 0.8, 9]}, scheme)) == [0, 2, 2, 10, 10]
