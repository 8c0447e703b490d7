"""Panels from data frames of any library, wide and long."""

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import mujun as mj

TOWNS = ["塘东", "塘西", "塘北"]
WIDE = {"镇": TOWNS, "税收": [5000.0, 1200.0, None], "企业": [12, 3, 7], "备注": ["甲", "乙", "丙"]}
LONG = {
    "镇": ["塘东", "塘东", "塘西", "塘西"],
    "指标": ["税收", "工业用地", "税收", "工业用地"],
    "数值": [0.5, 200.0, 1200.0, None],
    "单位": ["亿元", "亩", "万元", "亩"],
}


def as_duckdb(columns):
    source = pa.table(columns)
    return duckdb.from_arrow(source)


MAKERS = [pd.DataFrame, pl.DataFrame, pa.table, as_duckdb, dict]


@pytest.mark.parametrize("make", MAKERS, ids=["pandas", "polars", "pyarrow", "duckdb", "dict"])
def test_wide_frames(make):
    panel = mj.Panel.from_frame(make(WIDE), index="镇", units={"税收": "万元", "企业": "家"}, period="2019")
    assert panel.index == TOWNS
    assert panel.units == {"税收": "万元", "企业": "家"}  # texts are left out
    assert panel.values[:, 1].tolist() == [12, 3, 7]
    assert panel.mask[:, 0].tolist() == [False, False, True]


@pytest.mark.parametrize("make", MAKERS, ids=["pandas", "polars", "pyarrow", "duckdb", "dict"])
def test_long_frames(make):
    panel = mj.Panel.from_frame(make(LONG), index="镇", columns="指标", values="数值", units="单位")
    assert panel.units == {"税收": "亿元", "工业用地": "亩"}
    assert panel.values[:, 0].tolist() == [0.5, 0.12]
    assert panel.reasons == {("塘西", "工业用地"): "there is no figure"}


def test_a_named_index_of_pandas_is_a_column():
    frame = pd.DataFrame({"税收": [1.0, 2.0]}, index=pd.Index(["甲", "乙"], name="镇"))
    assert mj.Panel.from_frame(frame, index="镇").index == ["甲", "乙"]


def test_numbers_as_labels():
    panel = mj.Panel.from_frame({"年": [2018, 2019], "税收": [1.0, 2.0]}, index="年")
    assert panel.index == ["2018", "2019"]


def test_units_of_long_frames():
    long = {"镇": ["甲", "甲"], "指标": ["税收", "用地"], "数值": [1, 2]}
    arguments = {"index": "镇", "columns": "指标", "values": "数值"}
    assert mj.Panel.from_frame(long, **arguments).units == {"税收": "", "用地": ""}
    assert mj.Panel.from_frame(long, **arguments, units="万").units == {"税收": "万", "用地": "万"}
    mapped = mj.Panel.from_frame(long, **arguments, units={"用地": "亩"})
    assert mapped.units == {"税收": "", "用地": "亩"}
    with pytest.raises(mj.MujunError, match="'土地', which is no indicator"):
        mj.Panel.from_frame(long, **arguments, units={"土地": "亩"})


CLASH = {
    "镇": ["甲", "甲", "甲"],
    "指标": ["税收"] * 3,
    "数值": [100.0, 2.0, 300.0],
    "单位": ["万元", "亿元", "万元"],
}


@pytest.mark.parametrize(("conflict", "expected"), [("first", 100), ("last", 300), ("mean", 20400 / 3)])
def test_conflicts_as_the_caller_chooses(conflict, expected):
    panel = mj.Panel.from_frame(
        CLASH, index="镇", columns="指标", values="数值", units="单位", conflict=conflict
    )
    assert panel.values[0, 0] == pytest.approx(expected)
    assert panel.units == {"税收": "万元"}


def test_contradicted_cells_are_masked_for_good():
    panel = mj.Panel.from_frame(
        CLASH, index="镇", columns="指标", values="数值", units="单位", conflict="mask"
    )
    assert panel.reasons == {("甲", "税收"): "rows say different figures of it"}


def test_conflicts_are_named_by_their_rows():
    with pytest.raises(
        mj.MujunError, match=r"甲, 税收: row 0 says 100, row 1 says 20000 万元.*conflict='mask'"
    ):
        mj.Panel.from_frame(CLASH, index="镇", columns="指标", values="数值", units="单位")


def test_equal_figures_in_other_units_are_no_conflict():
    same = CLASH | {"数值": [20000.0, 2.0, 20000.0]}
    panel = mj.Panel.from_frame(same, index="镇", columns="指标", values="数值", units="单位")
    assert panel.values[0, 0] == 20000


@pytest.mark.parametrize(
    ("frame", "change", "said"),
    [
        (LONG, {"values": "数字"}, "no column '数字'"),
        (LONG, {"index": "镇名"}, "no column '镇名'"),
        (LONG, {"values": "指标"}, "'指标' holds no numbers"),
        (LONG, {"columns": None}, "needs columns="),
        (LONG, {"conflict": "newest"}, "conflict='newest': choose"),
        (LONG | {"镇": ["塘东", None, "塘西", "塘西"]}, {}, "row 1 has no 镇"),
        (LONG | {"单位": ["万元", "亩", "吨", "亩"]}, {}, "税收: row 0 is in '万元', row 2 in '吨'"),
        (7, {}, "int is no frame"),
    ],
)
def test_wrong_frames_are_named(frame, change, said):
    right = {"index": "镇", "columns": "指标", "values": "数值", "units": "单位"}
    with pytest.raises(mj.MujunError, match=said):
        mj.Panel.from_frame(frame, **(right | change))


def test_a_label_twice_in_a_wide_frame_is_named():
    with pytest.raises(mj.MujunError, match="two rows are called '甲': number 0 and number 2"):
        mj.Panel.from_frame({"镇": ["甲", "乙", "甲"], "税收": [1, 2, 3]}, index="镇")


def test_names_of_the_axes_go_along():
    panel = mj.Panel.from_frame(LONG, index="镇", columns="指标", values="数值", units="单位")
    frame = panel.rank().to_pandas()
    assert (frame.index.name, frame.columns.name) == ("镇", "指标")
