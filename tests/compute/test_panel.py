"""Panels from arrays and frames: labels, masks, memory, and what is refused."""

import gc

import duckdb
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import mujun as mj

TOWNS = ["塘东", "塘西", "塘北"]


@pytest.fixture
def panel() -> mj.Panel:
    return mj.Panel(
        [[5000, 200, 3.5], [1200, 80, np.nan], [0, 0, 7.25]],
        index=TOWNS,
        columns=["税收", "工业用地", "研发占比"],
        units={"税收": "万元", "工业用地": "亩", "研发占比": "%"},
        period="2019Q1",
    )


def test_what_a_panel_holds(panel):
    assert panel.index == TOWNS
    assert panel.columns == ["税收", "工业用地", "研发占比"]
    assert panel.units == {"税收": "万元", "工业用地": "亩", "研发占比": "%"}
    assert [str(day) for day in panel.period] == ["2019-01-01", "2019-03-31"]
    assert panel.shape == panel.values.shape == panel.mask.shape == (3, 3)
    assert panel.mask.tolist() == [[False] * 3, [False, False, True], [False] * 3]
    assert panel.values[0].tolist() == [5000, 200, 3.5]
    assert np.isnan(panel.values[1, 2])
    assert panel.reasons == {("塘西", "研发占比"): "there is no figure"}
    assert panel.low is None
    assert panel.high is None


def test_an_array_by_columns_is_used_where_it_is():
    figures = np.asfortranarray([[1.0, 2.0], [3.0, np.nan]])
    panel = mj.Panel(figures, index="ab", columns="xy")
    assert np.shares_memory(panel.values, figures)
    assert np.shares_memory(panel["x"].values, panel.values) is False


def test_a_frame_of_one_type_is_used_where_it_is():
    frame = pd.DataFrame({"x": [1.0, 2.0], "y": [3.0, 4.0]}).copy()
    values = frame.to_numpy()
    panel = mj.Panel(values, index="ab", columns="xy")
    assert np.shares_memory(panel.values, values) == values.flags.f_contiguous


@pytest.mark.parametrize(
    "figures", [[[1, 2], [3, 4]], np.array([[1.0, 2.0], [3.0, 4.0]]), np.array([[1, 2], [3, 4]], np.float32)]
)
def test_other_arrays_are_copied_right(figures):
    panel = mj.Panel(figures, index="ab", columns="xy")
    assert panel.values.tolist() == [[1.0, 2.0], [3.0, 4.0]]


def test_views_are_read_only_and_keep_the_panel(panel):
    views = [panel.values, panel.mask]
    expected = [view.copy() for view in views]
    for view in views:
        assert not view.flags.writeable
        assert not view.flags.owndata
    del panel
    gc.collect()
    filler = [np.full((3, 3), 9.0) for _ in range(100)]
    for view, copy in zip(views, expected, strict=True):
        np.testing.assert_array_equal(view, copy)
    assert len(filler) == 100


def test_the_memory_of_the_caller_is_kept():
    figures = np.asfortranarray(np.arange(6.0).reshape(3, 2))
    panel = mj.Panel(figures, index="abc", columns="xy")
    del figures
    gc.collect()
    assert panel.values.tolist() == [[0.0, 1.0], [2.0, 3.0], [4.0, 5.0]]


def test_a_masked_figure_is_gone():
    figures = np.asfortranarray([[1.0, 999.0]])
    panel = mj.Panel(figures, index="a", columns="xy", mask=[[False, True]])
    assert np.isnan(panel.values[0, 1])
    assert figures[0, 1] == 999.0  # the caller's own array is left as it was


def test_a_masked_infinity_is_no_error():
    panel = mj.Panel([[1.0, np.inf]], index="a", columns="xy", mask=[[False, True]])
    assert panel.mask.tolist() == [[False, True]]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"values": [1, 2]}, "two dimensions"),
        ({"values": [["1", "2"], ["3", "4"]]}, "must be numbers"),
        ({"values": [[1, np.inf], [3, 4]]}, "a, y: an infinite figure"),
        ({"index": "aa"}, "two rows are called 'a': number 0 and number 1"),
        ({"columns": ["x", "x"]}, "two columns are called 'x'"),
        ({"index": "abc"}, "2 by 2, but there are 3 row labels"),
        ({"columns": "x"}, "1 column labels"),
        ({"units": ["元"]}, "1 units"),
        ({"units": {"z": "元"}}, "units= names 'z', but the columns are x, y"),
        ({"mask": [[True]]}, "mask has not the shape"),
        ({"period": "2019Q5"}, "no period"),
        ({"period": ("2019-05-01", "2019-04-30")}, "last day must not be before"),
        ({"period": 2019}, "give text such as 2019Q1"),
    ],
)
def test_wrong_input_is_named(change, said):
    right = {"values": [[1, 2], [3, 4]], "index": "ab", "columns": "xy"}
    with pytest.raises(mj.MujunError, match=said):
        mj.Panel(**(right | change))


def test_empty_panels_are_panels():
    panel = mj.Panel(np.empty((0, 2)), index=[], columns="xy", units="元")
    assert panel.shape == (0, 2)
    assert panel.rank().shape == panel.zscore().shape == panel.share().shape == (0, 2)
    assert panel.to_pandas().empty


def test_columns_by_name(panel):
    assert panel["税收"].columns == ["税收"]
    assert panel[["工业用地", "税收"]].values[0].tolist() == [200, 5000]
    with pytest.raises(
        mj.MujunError, match="no column is called '用地'; there are: 税收, 工业用地, 研发占比"
    ):
        panel["用地"]


def test_convert(panel):
    assert panel.convert({"税收": "亿元", "工业用地": "公顷"}).units == {
        "税收": "亿元",
        "工业用地": "公顷",
        "研发占比": "%",
    }
    assert panel.convert({"税收": "亿元"}).values[0, 0] == 0.5
    with pytest.raises(mj.MujunError, match=r"^工业用地: '亩' \(area\) cannot become '元' \(money\)"):
        panel.convert("元")


# ---- out ------------------------------------------------------------------------------------------


def test_to_pandas_is_the_callers_own(panel):
    frame = panel.to_pandas()
    frame.iloc[0, 0] = -1.0
    assert panel.values[0, 0] == 5000
    assert frame.index.tolist() == TOWNS
    assert frame.attrs["units"]["税收"] == "万元"
    assert np.isnan(frame.loc["塘西", "研发占比"])


def test_other_libraries_read_it(panel):
    for table in (pa.table(panel), pl.DataFrame(panel).to_arrow()):
        assert table.column_names == ["index", "税收", "工业用地", "研发占比"]
        assert table["研发占比"].to_pylist() == [3.5, None, 7.25]
        assert table["index"].to_pylist() == TOWNS
    assert duckdb.sql("select sum(税收) from panel").fetchall() == [(6200.0,)]


def test_arrow_takes_the_memory_as_it_is(panel):
    column = pa.table(panel)["税收"].chunk(0)
    assert column.buffers()[1].address == panel.values.ctypes.data


def test_what_notebooks_show(panel):
    shown = panel._repr_html_()
    assert "<caption>2019-Q1</caption>" in shown
    assert "税收<br>万元" in shown
    assert shown.count("<td></td>") == 1
    assert "Panel(3 × 3, 2019-Q1)" in repr(panel)
    evil = mj.Panel([[1.0]], index=["<b>"], columns=["<i>"])._repr_html_()
    assert "<b>" not in evil
    assert "<i>" not in evil
