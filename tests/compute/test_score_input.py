"""What is wrong with firms, a frame or a scheme is told with its place."""

import math
import sys
from pathlib import Path

import pandas as pd
import polars as pl
import pytest

import mujun as mj

sys.path.insert(0, str(Path(__file__).parent))  # firms.py is shared by the tests of scoring

from firms import FIRMS, MINE


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
