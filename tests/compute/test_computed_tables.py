"""Derived, Audit and Progress as tables: their columns, and lists and truth values in every consumer."""

import datetime as dt

import duckdb
import polars as pl
import pyarrow as pa
import pytest

import mujun as mj
from mujun import _core
from mujun.figures.derived import Check, DerivedFigure, Target
from mujun.knowledge import dictionary

TEXT = (
    "2018年，路桥区财政总收入11.5亿元。2019年，路桥区财政总收入12.5亿元，同比增长8.7%；"
    "高新技术企业200余家，占全市50%以上。全年完成整治企业1759家，其中改造升级794家，关停淘汰965家。"
    "2020年，路桥区力争财政总收入达到14亿元。2020年一季度，路桥区财政总收入3.2亿元。"
)
ROWS = {"derived": DerivedFigure, "audit": Check, "progress": Target}


@pytest.fixture(scope="module", params=["some", "none"])
def tables(request):
    facts = mj.extract(TEXT, name="路桥.txt")
    facts = facts if request.param == "some" else facts[:0]
    return {"derived": facts.derive(), "audit": facts.audit(), "progress": facts.progress()}


@pytest.mark.parametrize("kind", ROWS)
def test_the_columns_are_described_in_order(kind, tables):
    core = {"derived": _core.DerivedTable, "audit": _core.AuditTable, "progress": _core.ProgressTable}[kind]
    assert ROWS[kind]._fields == tuple(dictionary.of(kind)) == core.columns() == tables[kind].columns


def test_every_code_is_described():
    facts = mj.extract(TEXT)
    for table, coded in ((facts.derive(), "kind"), (facts.audit(), "kind"), (facts.progress(), "state")):
        found = {getattr(row, coded) for row in table}
        assert found
        assert found <= {code.code for code in table.described[coded].codes}


@pytest.mark.parametrize("kind", ROWS)
def test_consumers_read_the_same_rows(kind, tables):
    computed = tables[kind]
    wanted = computed.to_dicts()
    arrow = pa.table(computed)
    arrow.validate(full=True)
    assert arrow.to_pylist() == wanted
    assert pl.DataFrame(computed).to_dicts() == wanted
    relation = duckdb.sql("from computed")
    assert [dict(zip(relation.columns, row, strict=True)) for row in relation.fetchall()] == wanted
    assert len(computed.to_pandas(language="zh")) == len(computed)


def test_types_of_lists_and_truth_values(tables):
    schema = pa.table(tables["audit"]).schema
    assert schema.field("facts").type == pa.list_(pa.field("item", pa.int64(), nullable=False))
    assert schema.field("ok").type == pa.bool_()
    assert schema.field("ok").nullable
    assert schema.field("expected_low").nullable


def test_what_cannot_be_judged_is_null():
    """A list of parts that is not complete is neither right nor wrong."""
    text = "2019年，路桥区完成整治企业1759家，其中改造升级794家。椒江区完成整治企业20家，其中关停30家。"
    audit = mj.extract(text).audit()
    assert [row.ok for row in audit] == pa.table(audit)["ok"].to_pylist() == [None, False]
    assert [row.ok for row in audit[:1]] == [None]
    assert audit.to_pandas()["ok"].isna().tolist() == [True, False]
    assert [len(audit.filter(ok=ok)) for ok in (None, True, False)] == [1, 0, 1]
    assert audit[0].message.endswith("所列不全，不作判断")
    assert "None" not in audit._repr_html_()


def test_a_part_of_a_table_outlives_it():
    audit = mj.extract(TEXT).audit()
    wanted = [row.facts for row in audit]
    assert len(wanted) > 1
    lists = pa.table(audit)["facts"]
    del audit
    assert lists.to_pylist() == wanted


def test_filter_and_slices():
    audit = mj.extract(TEXT).audit()
    assert {row.kind for row in audit.filter(kind=["sum", "growth"])} == {"sum", "growth"}
    assert audit.filter(ok=True)[0] == audit[0]
    assert list(audit[1:]) == list(audit)[1:]
    with pytest.raises(mj.MujunError, match="no column 'okay'"):
        audit.filter(okay=True)
    [target] = mj.extract(TEXT).progress().filter(as_of="2020-03-31")
    assert target.as_of == dt.date(2020, 3, 31)


def test_more_rows_than_bits_in_a_byte():
    facts = mj.extract_many([(str(at), TEXT) for at in range(30)])
    table = pa.table(facts.audit())
    assert table.num_rows > 16
    assert table["ok"].to_pylist() == [row.ok for row in facts.audit()]
    assert table["facts"].to_pylist() == [row.facts for row in facts.audit()]


def test_html_is_escaped():
    page = mj.Document.from_text(TEXT.replace("财政总收入", "<b>财政总收入</b>"), name="<script>")
    shown = mj.extract(page).derive()._repr_html_()
    assert shown.count("<tr>") > 1
    assert "<b>" not in shown
