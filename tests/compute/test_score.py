"""Scores against plain arithmetic; what is missing, cut, exempt or wrong; and what must not matter."""

import math

import duckdb
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import mujun as mj

# The bases of 黄岩 2022 (its notice of 2023-09-25), by the columns that they are ratios of.
BASES_2022 = {
    "亩均税收": 24.097,
    "亩均增加值": 136.16,
    "单位能耗增加值": 2.694,
    "单位排放增加值": 4929.81,
    "全员劳动生产率": 18.14,
    "R&D占比": 0.0302,
}

# One indicator by a ratio and one by itself: small enough to follow by hand.
MINE = {
    "name": "mine",
    "firm": ["企业"],
    "columns": {
        "税收": {"unit": "万元"},
        "用地面积": {"unit": "亩"},
        "能耗": {"unit": "吨标准煤", "zero": "missing"},
        "加分*": {"role": "bonus"},
        "减分*": {"role": "malus"},
        "修正系数": {"role": "factor"},
        "免评": {"role": "exempt"},
    },
    "indicator": [
        {"name": "亩均税收", "ratio": ["税收", "用地面积"], "unit": "万元/亩", "weight": 60, "base": 20},
        {
            "name": "单位能耗税收",
            "ratio": ["税收", "能耗"],
            "unit": "万元/吨标准煤",
            "weight": 40,
            "base": 0.5,
        },
    ],
    "exempt": {"grade": "T"},
}
FIRMS = {
    "企业": ["甲", "乙", "丙"],
    "税收": [400.0, 90, 60],
    "用地面积": [10.0, 9, 12],
    "能耗": [400.0, 100, 240],
}
HAND = [
    400 / 10 / 20 * 60 + 400 / 400 / 0.5 * 40,
    90 / 9 / 20 * 60 + 90 / 100 / 0.5 * 40,
    60 / 12 / 20 * 60 + 60 / 240 / 0.5 * 40,
]


def mine(**indicator):
    """MINE with something more said of its second indicator."""
    first, second = MINE["indicator"]
    return MINE | {"indicator": [first, second | indicator]}


def points(scores):
    return [row.score for row in scores]


def test_a_firm_at_every_base_of_huangyan_scores_100():
    own = {name: [base, 2 * base] for name, base in BASES_2022.items()}
    assert points(mj.score(own, "huangyan-2022")) == pytest.approx([100, 200], rel=1e-12)
    mu, added, revenue = 12.5, 136.16 * 12.5, 8000.0
    raw = {
        "评价税收": [24.097 * mu],
        "用地面积": [mu],
        "工业增加值": [added],
        "综合能耗": [added / 2.694],
        "主要污染物排放量": [added / 4929.81],
        "年平均职工人数": [added / 18.14],
        "R&D经费支出": [0.0302 * revenue],
        "主营业务收入": [revenue],
    }
    assert points(mj.score(raw, "huangyan-2022")) == pytest.approx([100], rel=1e-12)


def test_columns_in_order():
    scores = mj.score(FIRMS, MINE)
    assert scores.columns == ("score", "rank", "grade", "score:亩均税收", "score:单位能耗税收", "notes")
    assert points(scores) == pytest.approx(HAND, rel=1e-12)
    assert [row.rank for row in scores] == [1, 2, 3]
    assert scores[0].points == pytest.approx({"亩均税收": 120, "单位能耗税收": 80})
    assert [(row.grade, row.notes) for row in scores] == [(None, None)] * 3
    assert scores.firms == ["甲", "乙", "丙"]
    assert len(scores) == 3
    assert [row.rank for row in scores[1:]] == [2, 3]
    assert scores[1:].firms == ["乙", "丙"]
    assert scores.to_dicts()[2]["score:亩均税收"] == pytest.approx(15)
    assert "mine" in repr(scores)
    assert "丙" in scores._repr_html_()


READERS = {
    "pandas": pd.DataFrame,
    "polars": pl.DataFrame,
    "pyarrow": pa.table,
    "mapping": dict,
    "chunks": lambda table: pa.concat_tables([pa.table(table).slice(at, 1) for at in range(3)]),
    "sliced": lambda table: pa.concat_tables([pa.table(table)] * 2).combine_chunks().slice(3, 3),
    "duckdb": lambda table: duckdb.from_arrow(pa.table(table)),
    "category": lambda table: pd.DataFrame(table).astype({"企业": "category"}),
    "integers": lambda table: pd.DataFrame(table).astype(
        {"税收": "int32", "用地面积": "uint8", "能耗": "Int64"}
    ),
    "decimals": lambda table: pa.table(table).set_column(
        1, "税收", pa.array(table["税收"]).cast(pa.decimal128(9, 2))
    ),
    "floats": lambda table: pl.DataFrame(table).with_columns(pl.col("税收").cast(pl.Float32)),
}


@pytest.mark.parametrize("reader", READERS)
def test_any_frame(reader):
    scores = mj.score(READERS[reader](FIRMS), MINE)
    assert points(scores) == pytest.approx(HAND, rel=1e-12)
    assert scores.firms == ["甲", "乙", "丙"]


def test_into_frames():
    firms = pd.DataFrame(FIRMS).set_index("企业")
    scores = mj.score(firms, MINE)
    joined = firms.join(scores.to_pandas())
    assert joined.loc["甲", "score"] == pytest.approx(200)
    assert joined.columns.to_list() == ["税收", "用地面积", "能耗", *scores.columns]
    assert scores.to_polars().schema["rank"] == pl.Int32
    assert pa.table(scores).column_names == list(scores.columns)
    assert duckdb.sql("select max(score) from scores").fetchall()[0] == pytest.approx((200,))
    zh = scores.to_pandas(language="zh")
    assert zh.columns.to_list() == [
        "综合得分",
        "位次",
        "类别",
        "得分：亩均税收",
        "得分：单位能耗税收",
        "说明",
    ]


def test_own_ratios_are_taken_as_they_are():
    scores = mj.score(FIRMS | {"亩均税收": [20, 20, 10]}, MINE)
    assert [row.points["亩均税收"] for row in scores] == pytest.approx([60, 60, 30])
    assert scores.notices == ["亩均税收: the frame's own column 亩均税收 is taken, not 税收 ÷ 用地面积"]


def test_columns_by_other_names():
    firms = {"tax": FIRMS["税收"], "land": FIRMS["用地面积"], "coal": FIRMS["能耗"]}
    names = {"税收": "tax", "用地面积": "land", "能耗": "coal"}
    assert points(mj.score(firms, MINE, columns=names)) == pytest.approx(HAND)


@pytest.mark.parametrize("by", ["用地面积", "land"])
def test_units(by):
    square_metres = [mu * 2000 / 3 for mu in FIRMS["用地面积"]]
    firms = {"税收": [tax * 10000 for tax in FIRMS["税收"]], "land": square_metres, "能耗": FIRMS["能耗"]}
    scores = mj.score(firms, MINE, columns={"用地面积": "land"}, units={"税收": "元", by: "平方米"})
    assert points(scores) == pytest.approx(HAND, rel=1e-12)
    percent = mj.score(
        {name: [base] for name, base in BASES_2022.items()} | {"R&D占比": [3.02]},
        "huangyan-2022",
        units={"R&D占比": "%"},
    )
    assert points(percent) == pytest.approx([100])


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


def test_no_firms():
    scores = mj.score({name: [] for name in FIRMS} | {"企业": pa.array([], pa.string())}, MINE)
    assert len(scores) == 0
    assert scores.to_pandas().empty


@pytest.mark.parametrize(
    ("change", "how", "said"),
    [
        ({"用地面积": [10, -9, 12]}, {}, "用地面积 is negative in row 1 (乙)"),
        ({"用地面积": [10, 9, 0]}, {}, "用地面积 is 0, by which 税收 cannot be divided, in row 2 (丙)"),
        ({"能耗": [-1, 9, 1]}, {}, "能耗 is negative in row 0 (甲)"),
        ({"税收": [1, math.inf, 1]}, {}, "税收 is infinite in row 1 (乙)"),
        (
            {"税收": [1e308, 1, 1], "用地面积": [1e-9, 1, 1]},
            {},
            "税收 is too large for a ratio in row 0 (甲)",
        ),
        (
            {"税收": [1e308, 1, 1]},
            {"bases": {"亩均税收": 0.001}},
            "the figures of row 0 (甲) are too large for a score",
        ),
        ({"税收": ["1", "2", "3亿"]}, {}, "column 税收 holds text where numbers are needed"),
        (
            {"用地面积": None, "占地面积": [1, 2, 3]},
            {},
            "no column 用地面积 (亩均税收 = 税收 ÷ 用地面积): did you mean 占地面积",
        ),
        (
            {},
            {"units": {"用地面积": "元"}},
            "亩均税收: '万元 per 元' (ratio) cannot become '万元/亩' (money/area)",
        ),
        ({}, {"units": {"税收": "万美元"}}, "亩均税收: '万美元 per 亩'"),
        ({}, {"units": {"用地面积": "亩亩"}}, "亩均税收: "),
        ({}, {"units": {"土地": "亩"}}, "units= speaks of 土地, which mine does not read"),
        (
            {},
            {"columns": {"税": "税收"}},
            "columns= speaks of 税, which mine does not read: did you mean 税收",
        ),
        (
            {},
            {"columns": {"税收": "税"}},
            "columns= says that 税收 is in '税', which the frame does not have: did you mean 税收",
        ),
        ({}, {"columns": {"税收": ["税收"]}}, "columns= must give one column for 税收"),
        ({}, {"columns": {"加分*": ["奖"]}}, "columns= names '奖', which the frame does not have"),
        ({}, {"group": "组"}, "group= names '组', which the frame does not have"),
        ({"组": ["东", None, "西"]}, {"group": "组"}, "组 names no group in row 1 (乙)"),
        ({}, {"key": "名"}, "key= names '名', which the frame does not have"),
        (
            {},
            {"bases": {"亩均税": 20}},
            "mine has no indicator 亩均税 to give a base: did you mean 亩均税收?",
        ),
        (
            {"减分": [0, -2, 0]},
            {},
            "减分 is negative in row 1 (乙): points on top and points off are both given as",
        ),
        (
            {"修正系数": [1, None, 1]},
            {},
            "修正系数 is no factor in row 1 (乙): give 1 where nothing is corrected",
        ),
        (
            {"税收": [-1, -2, -3]},
            {"bases": {"亩均税收": {"mean": "firms"}}},
            "the mean of 亩均税收 is not above 0",
        ),
    ],
)
def test_wrong_input(change, how, said):
    firms = {name: column for name, column in (FIRMS | change).items() if column is not None}
    with pytest.raises(mj.MujunError) as raised:
        mj.score(firms, MINE, **how)
    assert said in str(raised.value)


@pytest.mark.parametrize(
    ("frame", "said"),
    [
        ([1, 2], "list is no frame: give one of pandas, polars, pyarrow or duckdb"),
        (pl.Series([1, 2]), "not a frame: the stream holds single values"),
        ({"a": [1], "b": [1, 2]}, "the frame cannot be read"),
        (pd.DataFrame({"税收": [1, "二"]}), "the frame cannot be read"),
        (
            {"税收": [[1], [2]], "用地面积": [1, 2], "能耗": [1, 2]},
            "column 税收 holds values of Arrow type +l where numbers",
        ),
    ],
)
def test_no_frame(frame, said):
    with pytest.raises(mj.MujunError) as raised:
        mj.score(frame, MINE)
    assert said in str(raised.value)


def test_what_a_scheme_leaves_open_must_be_given():
    firms = {"亩均税收": [1], "亩均销售": [1], "绿色发展": [1]}
    with pytest.raises(
        mj.MujunError, match=r"huaian-2024 leaves the bases of 亩均税收, .* open \(each county"
    ):
        mj.score(firms, "huaian-2024")
    with pytest.raises(mj.MujunError, match=r"weights of .* give them by Scheme.filled\(weights="):
        mj.score(firms, "jingde-2022")


def test_a_spread_of_nothing():
    scheme = {"name": "mine", "indicator": [{"name": "亩均税收", "form": "min-max", "weight": 100}]}
    with pytest.raises(mj.MujunError, match="亩均税收 has one and the same value for every firm in group 西"):
        mj.score({"亩均税收": [1, 2, 3], "组": ["东", "东", "西"]}, scheme, group="组")


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


@settings(max_examples=200, deadline=None)
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


@settings(max_examples=200, deadline=None)
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


@settings(max_examples=100, deadline=None)
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


@settings(max_examples=200, deadline=None)
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
