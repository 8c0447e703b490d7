"""What must not matter to scores: the order of the rows, units, chunks; and all of it against NumPy."""

import math
import sys
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import mujun as mj

sys.path.insert(0, str(Path(__file__).parent))  # firms.py is shared by the tests of scoring

from firms import mine

numbers = st.integers(1, 4000).map(lambda n: n / 8)
firm = st.tuples(
    st.integers(-500, 4000).map(lambda n: n / 8), numbers, st.none() | numbers, st.sampled_from("东西")
)
tables = st.lists(firm, min_size=1, max_size=40)
SHARES = {"A": 20, "B": 40, "C": 35, "D": 5}


def scheme_of_all():
    scheme = mine(missing="group mean")
    return mj.Scheme.load(scheme).filled(
        grades=SHARES, bases={"单位能耗税收": {"mean": "totals", "factor": 2}}
    )


def frame_of(firms):
    return pd.DataFrame(firms, columns=["税收", "用地面积", "能耗", "组"]).astype(
        {"能耗": "Float64", "税收": float}
    )


def seen(scores):
    return [(row.rank, row.grade, row.notes) for row in scores]


def same(left, right):
    assert seen(left) == seen(right)
    for one, other in zip(left, right, strict=True):
        assert (one.score is None) == (other.score is None)
        if one.score is not None:
            assert one.score == pytest.approx(other.score, rel=1e-9, abs=1e-9)


def scored(frame, **how):
    """None where a group makes losses, which is no base."""
    found, error = None, ""
    try:
        found = mj.score(frame, scheme_of_all(), group="组", **how)
    except mj.MujunError as raised:
        error = str(raised)
    assert not error or "is not above 0, so it is no base" in error
    return found


@settings(max_examples=2 * settings().max_examples)
@given(tables, st.randoms(use_true_random=False))
def test_the_order_of_the_rows_does_not_matter(firms, random):
    order = list(range(len(firms)))
    random.shuffle(order)
    scores = scored(frame_of(firms))
    shuffled = scored(frame_of([firms[at] for at in order]))
    if scores is None or shuffled is None:
        assert scores is shuffled
        return
    same(scores[:].__class__(scores._table.take(order), scores._about.take(order)), shuffled)


@settings(max_examples=2 * settings().max_examples)
@given(
    tables,
    st.sampled_from([("元", 1e4), ("亿元", 1e-4), ("千元", 10)]),
    st.sampled_from([("平方米", 2000 / 3), ("公顷", 1 / 15), ("平方公里", 1 / 1500)]),
)
def test_the_units_do_not_matter(firms, money, area):
    frame = frame_of(firms)
    scores = scored(frame)
    others = frame.assign(税收=frame["税收"] * money[1], 用地面积=frame["用地面积"] * area[1])
    converted = scored(others, units={"税收": money[0], "用地面积": area[0]})
    if scores is None or converted is None:
        assert scores is converted
        return
    same(scores, converted)


@given(tables, st.integers(1, 7))
def test_the_chunks_do_not_matter(firms, size):
    table = pa.Table.from_pandas(frame_of(firms), preserve_index=False)
    chunks = pa.concat_tables([table.slice(at, size) for at in range(0, len(firms), size)])
    assert chunks.column(0).num_chunks == -(-len(firms) // size)
    scores, chunked = scored(table), scored(chunks)
    if scores is None or chunked is None:
        assert scores is chunked
        return
    same(scores, chunked)


@settings(max_examples=2 * settings().max_examples)
@given(tables)
def test_against_numpy(firms):
    """The same in numpy, written apart: bases by totals, means for the missing, ranks and shares by group."""
    frame = frame_of(firms)
    found = scored(frame)
    if found is None:
        return
    tax, land = frame["税收"].to_numpy(), frame["用地面积"].to_numpy()
    energy = frame["能耗"].to_numpy(float, na_value=np.nan)
    for place in frame["组"].unique():
        here = (frame["组"] == place).to_numpy()
        has = here & ~np.isnan(energy)
        with np.errstate(divide="ignore", invalid="ignore"):
            by_land = tax / land / 20 * 60
            base = 2 * tax[has].sum() / energy[has].sum()
            by_energy = tax / energy / base * 40
        mean = by_energy[has].mean() if has.any() else np.nan
        total = by_land + np.where(has, by_energy, mean)
        rows = np.flatnonzero(here)
        scores = [found[int(row)].score for row in rows]
        if not has.any():
            assert scores == [None] * len(rows)
            continue
        assert scores == pytest.approx(total[rows], rel=1e-9, abs=1e-9)
        for row in rows:
            rank = 1 + (total[rows] > total[row] + 1e-9).sum()
            assert found[int(row)].rank == rank
            ends = [math.floor(len(rows) * share / 100 + 1e-9) for share in (20, 60, 95, 100)]
            assert found[int(row)].grade == "ABCD"[next(k for k, end in enumerate(ends) if rank <= end)]
