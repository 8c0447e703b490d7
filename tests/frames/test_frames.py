"""pyarrow, pandas, polars and duckdb see the same values, nulls and types."""

import datetime as dt
import gc

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import mujun as mj

TYPES = {
    "page": pa.string(),
    "article": pa.int32(),
    "start": pa.int64(),
    "end": pa.int64(),
    "text": pa.string(),
    "indicator": pa.string(),
    "indicator_code": pa.string(),
    "subject": pa.string(),
    "region_code": pa.string(),
    "measure": pa.string(),
    "basis": pa.string(),
    "reference": pa.string(),
    "value": pa.float64(),
    "value_high": pa.float64(),
    "unit": pa.string(),
    "base_value": pa.float64(),
    "base_unit": pa.string(),
    "precision": pa.float64(),
    "qualifier": pa.string(),
    "status": pa.string(),
    "period_start": pa.date32(),
    "period_end": pa.date32(),
    "evidence_start": pa.int64(),
    "evidence_end": pa.int64(),
    "group": pa.int32(),
    "parent": pa.int32(),
    "confidence": pa.float32(),
    "rule": pa.string(),
}
NULLABLE = {
    "indicator_code",
    "subject",
    "region_code",
    "basis",
    "reference",
    "value_high",
    "period_start",
    "period_end",
    "group",
    "parent",
}


class OnlyTheStream:
    """What a consumer may rely on, and nothing else."""

    def __init__(self, table):
        self._table = table

    def __arrow_c_stream__(self, requested_schema=None):
        return self._table.__arrow_c_stream__(requested_schema)


class OnlyTheSchema:
    def __init__(self, table):
        self._table = table

    def __arrow_c_schema__(self):
        return self._table.__arrow_c_schema__()


def rows(frame: pd.DataFrame) -> list[dict]:
    """A pandas frame's rows with None for every kind of missing, and days as dates."""
    return [
        {
            name: None if pd.isna(value) else value.date() if isinstance(value, pd.Timestamp) else value
            for name, value in row.items()
        }
        for row in frame.to_dict("records")
    ]


def test_the_sample_has_nulls_and_values(facts):
    """Else the comparisons below would show little."""
    dicts = facts.to_dicts()
    for name in ("indicator_code", "basis", "period_start"):
        assert {row[name] is None for row in dicts} == {True, False}, name


def test_schema():
    schema = pa.schema(OnlyTheSchema(mj.extract("财政总收入12亿元")))
    assert schema.names == list(TYPES) == list(mj.extract("财政总收入12亿元").columns)
    assert {field.name: field.type for field in schema} == TYPES
    assert {field.name for field in schema if field.nullable} == NULLABLE


def test_pyarrow(any_facts):
    table = pa.table(OnlyTheStream(any_facts))
    table.validate(full=True)
    assert table.schema == pa.schema(OnlyTheSchema(any_facts))
    assert table.to_pylist() == any_facts.to_dicts()
    assert any_facts.to_arrow() == table


def test_pandas(any_facts):
    frame = any_facts.to_pandas()
    assert rows(frame) == any_facts.to_dicts()
    assert frame.dtypes["period_end"].kind == "M"
    assert frame.dtypes["group"] == "Int32"
    assert frame.dtypes["value"] == "float64"


def test_pandas_reads_the_stream_itself(any_facts):
    frame = pd.DataFrame.from_arrow(OnlyTheStream(any_facts))
    assert len(frame) == len(any_facts)
    assert list(frame.columns) == list(any_facts.columns)


def test_polars(any_facts):
    frame = pl.DataFrame(OnlyTheStream(any_facts))
    assert frame.to_dicts() == any_facts.to_dicts()
    assert frame.schema["period_start"] == pl.Date
    assert frame.schema["confidence"] == pl.Float32
    assert any_facts.to_polars().equals(frame)


def test_polars_takes_the_columns_not_the_rows(facts, monkeypatch):
    """Row by row would be right too, and a thousand times slower."""
    monkeypatch.setattr(mj.Facts, "__iter__", None)
    monkeypatch.setattr(mj.Facts, "__getitem__", None)
    assert len(pl.DataFrame(facts)) == len(facts)


def test_duckdb(any_facts):
    stream = OnlyTheStream(any_facts)  # noqa: F841 -- duckdb finds it by its name
    relation = duckdb.sql("from stream")
    found = [dict(zip(relation.columns, row, strict=True)) for row in relation.fetchall()]
    assert found == any_facts.to_dicts()


def test_duckdb_counts(facts):
    ((count,),) = duckdb.sql("select count(*) from facts where period_end is null").fetchall()
    assert count == sum(fact.period_end is None for fact in facts)


def test_a_requested_schema_is_ignored(facts):
    capsule = pa.schema([("value", pa.float32())]).__arrow_c_schema__()
    reader = pa.RecordBatchReader._import_from_c_capsule(facts.__arrow_c_stream__(capsule))
    assert reader.schema.names == list(TYPES)


@pytest.mark.parametrize(
    "convert", [pa.table, pl.DataFrame, mj.Facts.to_pandas], ids=["pyarrow", "polars", "pandas"]
)
def test_frames_outlive_the_table(page, convert):
    table = mj.extract(page)
    expected = table.to_dicts()
    frame = convert(table)
    del table
    gc.collect()
    ballast = [bytearray(4096) for _ in range(200)]  # so that freed memory would be written over
    if isinstance(frame, pd.DataFrame):
        assert rows(frame) == expected
    elif isinstance(frame, pl.DataFrame):
        assert frame.to_dicts() == expected
    else:
        assert frame.to_pylist() == expected
    assert len(ballast) == 200


def test_a_column_outlives_its_batch(facts):
    (batch,) = pa.table(facts).to_batches()
    column = batch.column("indicator")
    del batch
    gc.collect()
    assert column.to_pylist() == [fact.indicator for fact in facts]


def test_capsules_that_nobody_takes_are_freed(facts):
    before = pa.total_allocated_bytes()
    for _ in range(100):
        facts.__arrow_c_stream__()
        facts.__arrow_c_schema__()
    assert pa.total_allocated_bytes() == before


def test_a_stream_ends_after_one_batch(facts):
    reader = pa.RecordBatchReader.from_stream(OnlyTheStream(facts))
    assert reader.read_next_batch().num_rows == len(facts)
    with pytest.raises(StopIteration):
        reader.read_next_batch()


def test_a_stream_can_be_taken_again(facts):
    assert pa.table(facts) == pa.table(facts)


def test_parquet_and_back(facts, tmp_path):
    path = tmp_path / "facts.parquet"
    facts.to_polars().write_parquet(path)
    assert pl.read_parquet(path).to_dicts() == facts.to_dicts()


def test_dates_are_days(facts):
    ends = [fact.period_end for fact in facts if fact.period_end is not None]
    assert ends
    assert all(type(day) is dt.date for day in ends)
