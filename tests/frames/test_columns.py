"""What the columns are said to mean, and the frames and files that say it."""

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import mujun as mj
from mujun import _core, sdmx
from mujun.knowledge import builtin, dictionary
from mujun.page.document import Notice

# The codes as the fact table's contract lists them.
CODES = {
    "measure": "level growth change share gap completion contribution rank multiple",
    "basis": "yoy mom qoq prior average",
    "qualifier": "exact about over at_least nearly under at_most",
    "status": "actual target threshold expected",
}


def test_every_column_is_described_in_order(facts):
    assert tuple(dictionary.of("facts")) == facts.columns == _core.FactTable.columns()
    assert tuple(dictionary.of("notices")) == Notice._fields
    assert list(dictionary.of("definitions")) == list(mj.knowledge.columns().columns)


def test_every_code_is_described():
    told = {name: [code.code for code in kind.codes] for name, kind in dictionary.of("facts").items()}
    assert {name: codes for name, codes in told.items() if codes} == {
        name: codes.split() for name, codes in CODES.items()
    }


@pytest.mark.parametrize("table", sorted(path.stem for path in (builtin.folder / "columns").iterdir()))
def test_chinese_heads_are_chinese_and_unlike(table):
    kinds = dictionary.of(table).values()
    assert dictionary.title(table, "zh") != dictionary.title(table, None)
    heads = [kind.zh for kind in kinds]
    assert len(set(heads)) == len(heads)
    for kind in kinds:
        assert len({code.zh for code in kind.codes}) == len(kind.codes)
        for said in (kind, *kind.codes):
            assert not said.zh.isascii(), said
            assert not said.definition_zh.isascii(), said
            assert said.definition, said


def test_numbers_say_what_they_count(facts):
    for field in facts.to_arrow().schema:
        said = {key.decode() for key in field.metadata}
        assert {"name", "zh", "definition"} <= said
        assert ("unit" in said) == (not pa.types.is_string(field.type)), field.name


def test_pandas_in_chinese(facts):
    plain, chinese = facts.to_pandas(), facts.to_pandas(language="zh")
    kinds = dictionary.of("facts")
    assert list(chinese.columns) == [kind.zh for kind in kinds.values()]
    for name, kind in kinds.items():
        words = {code.code: code.zh for code in kind.codes}
        expected = plain[name].map(lambda value, words=words: words.get(value, value))
        pd.testing.assert_series_equal(
            expected.astype(chinese[kind.zh].dtype), chinese[kind.zh], check_names=False
        )
    assert {"实际", "目标"} <= set(chinese["性质"])
    assert {"水平", "增速"} <= set(chinese["度量"])


def test_polars_in_chinese(facts):
    frame = facts.to_polars(language="zh")
    assert frame.columns == list(facts.to_pandas(language="zh").columns)
    assert frame.drop("度量", "比较基准", "限定", "性质").rows() == (
        facts.to_polars().drop("measure", "basis", "qualifier", "status").rows()
    )


def test_nulls_stay_null_in_chinese(facts):
    assert facts.to_arrow(language="zh")["比较基准"].null_count == facts.to_arrow()["basis"].null_count > 0


def test_a_table_without_rows_has_its_columns(facts):
    for language in (None, "zh"):
        assert facts[:0].to_pandas(language=language).shape == (0, len(facts.columns))


@pytest.mark.parametrize("method", ["to_pandas", "to_polars", "to_arrow", "pivot"])
def test_another_language_is_refused(facts, method):
    with pytest.raises(mj.MujunError, match="language='fr': choose 'zh'"):
        getattr(facts, method)(language="fr")


@pytest.mark.parametrize(
    ("backend", "dtypes"),
    [
        (None, {"value": "float64", "article": "int32", "group": "Int32", "period_end": "datetime64[ms]"}),
        ("numpy_nullable", {"value": "Float64", "article": "Int32", "group": "Int32", "unit": "string"}),
        (
            "pyarrow",
            {"value": "double[pyarrow]", "period_end": "date32[day][pyarrow]", "unit": "string[pyarrow]"},
        ),
    ],
)
def test_dtype_backends(any_facts, backend, dtypes):
    frame = any_facts.to_pandas(dtype_backend=backend)
    assert {name: str(frame.dtypes[name]) for name in dtypes} == dtypes
    assert pa.Table.from_pandas(frame, preserve_index=False).to_pylist() == [
        row | {"period_start": start, "period_end": end}
        for row, start, end in zip(
            any_facts.to_dicts(),
            pa.Table.from_pandas(frame)["period_start"].to_pylist(),
            pa.Table.from_pandas(frame)["period_end"].to_pylist(),
            strict=True,
        )
    ]


def test_an_unknown_dtype_backend_is_refused(facts):
    with pytest.raises(mj.MujunError, match="dtype_backend='numpy': choose"):
        facts.to_pandas(dtype_backend="numpy")


@pytest.mark.parametrize("language", [None, "zh"])
def test_parquet_keeps_the_meaning(facts, tmp_path, language):
    path = tmp_path / "facts.parquet"
    facts.write(path, language=language)
    table = pq.read_table(path)
    assert table == facts.to_arrow(language=language)
    assert table.schema.equals(facts.to_arrow(language=language).schema, check_metadata=True)
    assert table.schema.metadata[b"mujun.version"].decode() == mj.__version__
    assert table.schema.metadata[b"mujun.knowledge"].decode() == mj.knowledge.digest()
    field = table.schema.field("status" if language is None else "性质")
    said = {key.decode(): value.decode() for key, value in field.metadata.items()}
    assert said["name"] == "status"
    assert said["codes"].startswith(
        "actual: reached; target: " if language is None else "实际: 已实现; 目标: "
    )


def test_other_readers_read_the_files(facts, tmp_path):
    path = tmp_path / "facts.parquet"
    facts.write(path)
    assert pl.read_parquet(path).to_dicts() == facts.to_dicts()
    ((count,),) = duckdb.sql(f"select count(*) from '{path}' where status = 'target'").fetchall()
    assert count == len(facts.filter(status="target"))
    assert "mujun.version" in str(duckdb.sql(f"from parquet_kv_metadata('{path}')").fetchall())


def test_sql_over_the_variable(facts):
    rows = duckdb.sql(
        "select indicator, max(value) from facts where measure = 'level' and unit = '元' group by indicator"
    ).fetchall()
    money = [fact for fact in facts if fact.measure == "level" and fact.unit == "元"]
    assert dict(rows) == {
        name: max(fact.value for fact in money if fact.indicator == name)
        for name in {fact.indicator for fact in money}
    }


def test_a_csv_in_chinese_is_marked_for_spreadsheets(facts, tmp_path):
    plain, chinese = tmp_path / "plain.csv", tmp_path / "chinese.csv"
    facts.write(plain)
    facts.write(chinese, language="zh")
    assert plain.read_bytes().startswith(b"page,")
    assert chinese.read_bytes().startswith("\ufeff页面,".encode())
    frame = pd.read_csv(chinese)
    assert list(frame.columns) == list(facts.to_pandas(language="zh").columns)
    assert list(frame["性质"]) == list(facts.to_pandas(language="zh")["性质"])


def test_the_sdmx_components_name_their_codes():
    table = sdmx.components().set_index("id")
    assert table.loc["STATUS", "codes"] == "CL_STATUS"
    assert table.loc["SUBJECT", "codes"] == ""
    assert list(table["role"].unique()) == ["dimension", "time", "measure", "attribute"]
