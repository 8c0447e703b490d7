"""Frames on their way in: every layout of a column, broken streams, and releases that happen exactly once."""

import decimal
import gc
import math

import duckdb
import numpy as np
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st

import mujun as mj
from mujun import _core
from mujun.table.incoming import frame_of


def numbers(source, name="x"):
    values, present = _core.Frame(source).numbers(name)
    return [float(value) if there else None for value, there in zip(values, present, strict=True)]


WHOLE = [1, None, 3]


@pytest.mark.parametrize(
    "kind", ["int8", "uint8", "int16", "uint16", "int32", "uint32", "int64", "uint64", "float", "double"]
)
def test_numbers_of_every_width(kind):
    table = pa.table({"x": pa.array(WHOLE, kind)})
    assert numbers(table) == WHOLE
    assert numbers(pa.concat_tables([table, table]).slice(1, 4)) == [None, 3, 1, None]
    assert _core.Frame(table).kind("x") == "number"


def test_other_numbers():
    assert numbers(pa.table({"x": pa.array([True, None, False])})) == [1, None, 0]
    digits = [decimal.Decimal("12.50"), None, decimal.Decimal("-99999999999999999.25")]
    assert numbers(pa.table({"x": pa.array(digits, pa.decimal128(30, 2))})) == [
        12.5,
        None,
        -99999999999999999.25,
    ]
    assert numbers(pa.table({"x": pa.nulls(2)})) == [None, None]
    coded = pa.array([2.5, None, 7.5, 2.5]).dictionary_encode()
    assert numbers(pa.table({"x": coded})) == [2.5, None, 7.5, 2.5]
    assert numbers(pl.DataFrame({"x": [math.nan, 1.0]})) == [None, 1]
    assert numbers(duckdb.sql("select 1.5::decimal(4,1) as x union all select null")) == [1.5, None]


WORDS = ["甲", None, "", "一家名字很长很长的机械制造有限公司"]


@pytest.mark.parametrize(
    "make",
    [
        lambda: pa.array(WORDS, pa.string()),
        lambda: pa.array(WORDS, pa.large_string()),
        lambda: pa.array(WORDS, pa.string_view()),
        lambda: pa.array(WORDS).dictionary_encode(),
        lambda: pa.array(WORDS, pa.large_string()).dictionary_encode(),
    ],
)
def test_texts_of_every_layout(make):
    table = pa.table({"x": make()})
    frame = _core.Frame(pa.concat_tables([table, table]).slice(1, 6))
    assert frame.kind("x") == "text"
    assert frame.texts("x") == [*WORDS[1:], *WORDS[:3]]


def test_numbers_as_texts():
    whole = pa.table({"x": pa.array([2**63 - 1, -(2**63), None], pa.int64())})
    assert _core.Frame(whole).texts("x") == ["9223372036854775807", "-9223372036854775808", None]
    largest = pa.table({"x": pa.array([2**64 - 1], pa.uint64())})
    assert _core.Frame(largest).texts("x") == ["18446744073709551615"]
    assert _core.Frame(pa.table({"x": [1.0, 0.1, 1e300]})).texts("x") == ["1", "0.1", "1e+300"]
    assert _core.Frame(pa.table({"x": [True, False]})).texts("x") == ["true", "false"]


def test_no_copy_of_one_chunk():
    column = np.arange(4.0)
    values, _ = _core.Frame(pa.table({"x": pa.array(column)})).numbers("x")
    assert np.shares_memory(values, column)
    assert not values.flags.writeable
    del column
    gc.collect()
    assert values.tolist() == [0, 1, 2, 3]


@pytest.mark.parametrize(
    ("column", "kind"),
    [
        (pa.array([[1]]), "+l"),
        (pa.array([b"a"]), "z"),
        (pa.array([1], pa.date32()), "tdD"),
        (pa.array([{"a": 1}]), "+s"),
    ],
)
def test_columns_that_are_not_read(column, kind):
    frame = _core.Frame(pa.table({"x": column, "y": [1.0]}))
    assert frame.kind("x") == "other"
    assert numbers(pa.table({"x": [1.0], "z": column})) == [1]  # only where it is asked for
    for read in (frame.numbers, frame.texts):
        with pytest.raises(
            mj.MujunError, match=f"column x holds values of Arrow type {kind.replace('+', '.')} where"
        ):
            read("x")


def test_frames_from_python():
    assert frame_of({"x": [1, None]}).columns() == ["x"]
    assert frame_of(pd.DataFrame({"x": [1.5]})).columns() == ["x"]
    frame = _core.Frame(pa.table({"x": [1.0]}))
    assert frame_of(frame) is frame
    with pytest.raises(mj.MujunError, match="the frame cannot be read"):
        frame_of(pd.DataFrame({"x": [1, "一"]}))
    with pytest.raises(KeyError):
        frame.numbers("y")


@given(
    st.lists(st.none() | st.floats(allow_nan=False, width=64) | st.just(math.nan), max_size=30),
    st.integers(1, 9),
    st.integers(0, 5),
)
def test_any_chunks_and_offsets(values, size, offset):
    table = pa.table({"x": pa.array(values, pa.float64(), from_pandas=False)})
    chunks = [table.slice(at, size) for at in range(0, len(values), size)] or [table]
    expected = [None if value is None or math.isnan(value) else value for value in values]
    assert numbers(pa.concat_tables(chunks).slice(offset)) == expected[offset:]
