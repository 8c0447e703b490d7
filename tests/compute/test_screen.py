"""Rules read from their text, and firms put to them."""

import itertools
import tomllib
from pathlib import Path

import pandas as pd
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

import mujun as mj

WORDS = tomllib.loads(
    (Path(__file__).parents[2] / "cpp/knowledge/rules/words.toml").read_text(encoding="utf-8")
)
PARK = "年产值不低于5000元/平方米或年实缴税收不低于120元/平方米"


@pytest.mark.parametrize("example", WORDS["example"], ids=lambda example: example["text"])
def test_examples_beside_the_words(example):
    assert str(mj.Rule.parse(example["text"])) == example["reads"]


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        ("投资强度达到300万元/亩", "投资强度 ≥ 3000000元/亩"),
        ("工业增加值≥2000万元", "工业增加值 ≥ 20000000元"),
        ("税收 > 80万元", "税收 > 800000元"),
        ("单位能耗低于0.4吨标准煤/万元", "单位能耗 < 4e-05吨标准煤/元"),
        ("研发费用占比超过4%", "研发费用占比 > 4%"),
        ("用地面积6亩及以上", "用地面积 ≥ 6亩"),
        ("用地面积800至2000平方米", "800 ≤ 用地面积 ≤ 2000平方米"),
        ("亩均税收不低于9万元/亩", "亩均税收 ≥ 90000元/亩"),
        ("年产值不低於六百萬元", "年产值 ≥ 6000000元"),
        ("税收增长不低于6%", "税收增速 ≥ 6%"),
        ("营业收入年均增长超过8%", "营业收入年均增速 > 8%"),
        ("单位能耗下降不低于3%", "单位能耗增速 ≤ -3%"),
        ("单位能耗下降3%-5%", "-5 ≤ 单位能耗增速 ≤ -3%"),
    ],
)
def test_single_conditions(text, reads):
    assert str(mj.Rule.parse(text)) == reads


A, B, C, D = "税收不低于80万元", "年产值超过900万元", "职工人数不少于20人", "用地面积低于5亩"
SHOWN = {A: "税收 ≥ 800000元", B: "年产值 > 9000000元", C: "职工人数 ≥ 20人", D: "用地面积 < 5亩"}


@pytest.mark.parametrize(
    ("text", "reads"),
    [
        (f"{A}且{B}", "a 且 b"),
        (f"{A}并且{B}和{C}", "a 且 b 且 c"),
        (f"{A}或者{B}或{C}", "a 或 b 或 c"),
        (f"{A}且{B}或{C}", "(a 且 b) 或 c"),
        (f"{A}或{B}且{C}", "a 或 (b 且 c)"),
        (f"{A}，{B}或{C}", "a 且 (b 或 c)"),
        (f"{A}，{B}，{C}。", "a 且 b 且 c"),
        (f"{A}，{B}，或者{C}", "a 或 b 或 c"),
        (f"{A}；且{B}或{C}", "a 且 (b 或 c)"),
        (f"{A}或{B}，且{C}或{D}", "(a 或 b) 且 (c 或 d)"),
        (f"{A}且{B}，或{C}且{D}", "(a 且 b) 或 (c 且 d)"),
        (f"{A}、{B}或{C}", "a 或 b 或 c"),
        (f"{A}、{B}和{C}", "a 且 b 且 c"),
        (f"要求企业{A}的，且企业须{B}", "a 且 b"),
    ],
)
def test_joining(text, reads):
    letters = dict(zip("abcd", SHOWN.values(), strict=True))
    assert str(mj.Rule.parse(text)) == "".join(letters.get(sign, sign) for sign in reads)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "a rule is a text such as"),
        ("环境优美", "'环境优美' states no bound"),
        ("年产值5000万元", "'年产值5000万元' says no bound: write 不低于"),
        ("年产值约5000万元", "is no exact bound"),
        ("上年度税收不低于100万元", "names a period, which a frame does not have"),
        ("产值或税收不低于100万元", "names several indicators for one bound: give each its own"),
        ("税收不低于100万元，高污染企业除外", "'，高污染企业除外' is a part of the rule that cannot be read"),
        ("税收不低于100万元产值不低于1000万元", "is not joined to what stands before: write 且 or 或"),
        (f"{A}，且{B}，或{C}", "so it can be read in two ways: write it as two rules"),
        ("不低于100万元", "'不低于100万元' names no indicator with a bound"),
    ],
)
def test_what_cannot_be_read(text, said):
    with pytest.raises(mj.MujunError) as raised:
        mj.Rule.parse(text)
    assert said in str(raised.value)


FIRMS = {
    "企业": ["甲", "乙", "丙", "丁"],
    "年产值": [6_000_000, 4_000_000, 5_000_000, 4_999_999],
    "年实缴税收": [100_000, 130_000, 10_000, 119_999],
    "面积": [1000, 1000, 1000, 1000],
}


@pytest.mark.parametrize("kind", [pd.DataFrame, pl.DataFrame, dict])
def test_the_rule_of_the_park(kind):
    assert mj.screen(kind(FIRMS), PARK).tolist() == [True, True, True, False]


def test_the_result_filters():
    frame = pd.DataFrame(FIRMS)
    assert frame[mj.screen(frame, PARK)]["企业"].to_list() == ["甲", "乙", "丙"]
    table = pl.DataFrame(FIRMS)
    assert table.filter(mj.screen(table, mj.Rule.parse(PARK)))["企业"].to_list() == ["甲", "乙", "丙"]


def test_units_and_names():
    firms = {"产值": [600, 400], "税收": [10, 13], "厂房面积": [1.5, 1.5]}
    found = mj.screen(
        firms,
        PARK,
        columns={"年产值": "产值", "年实缴税收": "税收"},
        units={"年产值": "万元", "税收": "万元", "厂房面积": "亩"},
    )
    assert found.tolist() == [True, True]  # 6000 元 a 平方米; 130 元 a 平方米
    per_area = {"年产值": [0.6, 0.4], "年实缴税收": [100, 119.9]}
    units = {"年产值": "万元/平方米", "年实缴税收": "元/平方米"}
    assert mj.screen(per_area, PARK, units=units).tolist() == [True, False]


def test_per_mu():
    rule = "亩均税收不低于8万元"
    assert mj.screen({"亩均税收": [8, 7.9]}, rule, units={"亩均税收": "万元/亩"}).tolist() == [True, False]
    totals = {"税收": [80, 79], "用地面积": [10, 10]}
    assert mj.screen(totals, rule, units={"税收": "万元", "用地面积": "亩"}).tolist() == [True, False]
    with pytest.raises(mj.MujunError, match="亩均税收 is a ratio: say in what, by units="):
        mj.screen({"亩均税收": [8]}, rule)


def test_bounds_on_their_edges():
    """Three tenths reach three tenths, in whatever unit."""
    assert mj.screen({"税收": [0.1 + 0.2, 0.3, 0.29]}, "税收不低于0.3元").tolist() == [True, True, False]
    assert mj.screen({"税收": [0.1 + 0.2, 0.3, 0.31]}, "税收超过0.3元").tolist() == [False, False, True]
    assert mj.screen({"税收": [0.1 + 0.2, 0.31]}, "税收不超过0.3元").tolist() == [True, False]
    assert mj.screen({"面积": [2000, 1999]}, "面积不少于3亩").tolist() == [True, False]
    assert mj.screen({"面积": [799, 800, 2000, 2001]}, "面积800至2000平方米").tolist() == [
        False,
        True,
        True,
        False,
    ]


def test_missing_values_that_decide():
    firms = FIRMS | {"年产值": [None, 6e6, None, 6e6], "年实缴税收": [2e5, None, 1e4, None]}
    with pytest.raises(mj.MujunError, match=r"年产值 missing in row 2 \(丙\), where it decides"):
        mj.screen(firms, PARK, key="企业")
    assert mj.screen(firms, PARK, missing="fail").tolist() == [True, True, False, True]


@pytest.mark.parametrize(
    ("change", "how", "said"),
    [
        ({"面积": [1000, 0, 1, 1]}, {}, "面积 is 0, by which 年产值 cannot be divided, in row 1"),
        ({"面积": [1000, 1, -1, 1]}, {"key": "企业"}, "面积 is negative in row 2 (丙)"),
        ({"面积": None}, {}, "is a bound per area, and the frame has no column 面积"),
        ({"面积": None, "甲面积": [1] * 4, "乙面积": [1] * 4}, {}, "say which of 甲面积, 乙面积 it is by"),
        (
            {"年产值": None, "产值": [1] * 4},
            {},
            "the frame has no column 年产值, of which the rule says 年产值不低于5000元/平方米: did",
        ),
        ({}, {"units": {"年产值": "亩"}}, "年产值: '亩 per 平方米'"),
        ({}, {"units": {"职工人数": "人"}}, "units= speaks of 职工人数, which the rule does not"),
        ({}, {"columns": {"职工人数": "面积"}}, "columns= speaks of 职工人数, which the rule does not"),
        (
            {},
            {"columns": {"年产值": "产值"}},
            "columns= names '产值', which the frame does not have: did you mean",
        ),
        ({}, {"key": "名称"}, "key= names '名称', which the frame does not have"),
        ({}, {"missing": "skip"}, "missing='skip': choose 'raise' or 'fail'"),
        ({"年产值": ["高"] * 4}, {}, "column 年产值 holds text where numbers are needed"),
    ],
)
def test_wrong_input(change, how, said):
    firms = {name: column for name, column in (FIRMS | change).items() if column is not None}
    with pytest.raises(mj.MujunError) as raised:
        mj.screen(firms, PARK, **how)
    assert said in str(raised.value)


BOUNDS = {
    A: lambda f: f[0] >= 800_000,
    B: lambda f: f[1] > 9_000_000,
    C: lambda f: f[2] >= 20,
    D: lambda f: f[3] < 5 * 2000 / 3,
}
firm = st.tuples(
    st.sampled_from([790_000, 800_000, 900_000]),
    st.sampled_from([8_000_000, 9_000_000, 9_000_001]),
    st.integers(18, 22),
    st.sampled_from([3000, 3400]),
)


@given(
    st.lists(st.sampled_from(list(BOUNDS)), min_size=1, max_size=4, unique=True),
    st.lists(st.sampled_from(["且", "或"]), min_size=3, max_size=3),
    st.lists(firm, min_size=1, max_size=8),
)
def test_any_rule_against_python(conditions, joins, firms):
    """且 before 或, as Python's `and` before `or`."""
    text = "".join(
        itertools.chain.from_iterable(
            itertools.zip_longest(conditions, joins[: len(conditions) - 1], fillvalue="")
        )
    )
    columns = dict(zip(["税收", "年产值", "职工人数", "用地面积"], zip(*firms, strict=True), strict=True))

    def passes(one):
        alternatives = [[conditions[0]]]
        for join, condition in zip(joins, conditions[1:], strict=False):
            if join == "或":
                alternatives.append([])
            alternatives[-1].append(condition)
        return any(all(BOUNDS[condition](one) for condition in group) for group in alternatives)

    assert mj.screen(columns, text).tolist() == [passes(one) for one in firms]
