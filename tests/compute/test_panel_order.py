"""Ranks and z-scores of panels, against counting and the statistics module."""

import statistics
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import mujun as mj

sys.path.insert(0, str(Path(__file__).parent))  # columns.py is shared by the tests of panels

from columns import cells, column, figures

columns = st.lists(figures, min_size=1, max_size=12)


@given(columns, st.booleans(), st.sampled_from(["min", "dense"]))
def test_rank_counts_who_is_ahead(values, descending, ties):
    there = [value for value in values if value is not None]
    ahead = there if ties == "min" else set(there)
    expected = [
        None if value is None else 1 + sum(other > value if descending else other < value for other in ahead)
        for value in values
    ]
    ranked = column(values).rank(descending=descending, ties=ties)
    assert cells(ranked) == expected
    assert ranked.units == {"x": "位"}


@given(st.lists(st.integers(0, 20), min_size=1, max_size=15), st.randoms())
def test_rank_does_not_depend_on_the_order_of_rows(values, random):
    order = list(range(len(values)))
    random.shuffle(order)
    ranks = cells(column(values).rank())
    assert cells(column([values[at] for at in order]).rank()) == [ranks[at] for at in order]


def test_rounding_by_units_makes_no_order():
    """A third of an 亩 is no double, so the same area in two units may differ in the last bit."""
    frame = {"镇": ["甲", "乙"], "指标": ["用地"] * 2, "数值": [1 / 3, 2000 / 9], "单位": ["亩", "平方米"]}
    panel = mj.Panel.from_frame(frame, index="镇", columns="指标", values="数值", units="单位")
    assert cells(panel.rank()) == [1, 1]


@given(columns, st.integers(0, 1))
def test_zscore_is_distance_over_deviation(values, ddof):
    there = [value for value in values if value is not None]
    scored = cells(column(values).zscore(ddof=ddof))
    if len(there) <= ddof or len(set(there)) == 1:
        assert scored == [None] * len(values)
        return
    mean = statistics.fmean(there)
    deviation = (statistics.pstdev, statistics.stdev)[ddof](there)
    expected = [None if value is None else (value - mean) / deviation for value in values]
    assert scored == [None if value is None else pytest.approx(value, abs=1e-6) for value in expected]


def test_no_spread_says_so():
    scored = column([0.1 + 0.2, 0.3, 0.3]).zscore()
    assert set(scored.reasons.values()) == {"the figures of the column do not differ"}


def test_unknown_ties_are_refused():
    with pytest.raises(mj.MujunError, match="ties='max'"):
        column([1]).rank(ties="max")
