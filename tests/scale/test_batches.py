"""Pages in Arrow batches: what comes out does not depend on the engine, nor on how pages were batched."""

import datetime as dt
import sys
from pathlib import Path

import polars as pl
import pyarrow as pa
import pyarrow.compute as pc
import pytest

import mujun as mj

sys.path.insert(0, str(Path(__file__).parent))
from pages import pages

COUNT = 20_000


def read(table, **options):
    found = mj.batches(table.to_batches(), published="day", **options)
    return pa.Table.from_batches(found)


@pytest.fixture(scope="module")
def source():
    return pages(COUNT)


@pytest.fixture(scope="module")
def expected(source):
    return read(source)


def test_a_batch_says_what_extract_says():
    table = pages(200)
    found = read(table)
    assert found.num_rows > 400
    columns = list(mj.extract("甲").columns)
    for at, text in enumerate(table["text"].to_pylist()):
        own = found.filter(pc.equal(found["id"], at))
        if text is None or not text.strip():
            assert own.num_rows == 0
        else:
            page = mj.extract(text, name=str(at), published="2019-05-10")
            assert own.select(columns).to_pylist() == page.to_dicts()


@pytest.mark.parametrize("size", [1, 7, 999, 5000])
def test_how_pages_are_batched_changes_nothing(source, expected, size):
    some = source.slice(0, 3000)
    found = mj.batches(some.to_batches(max_chunksize=size), published="day")
    wanted = expected.filter(pc.less(expected["id"], 3000))
    assert pa.Table.from_batches(found).equals(wanted)


def test_batches_are_bounded_and_lazy(source):
    asked = []

    def one_by_one():
        for batch in source.to_batches(max_chunksize=5000):
            asked.append(batch)
            yield batch

    found = mj.batches(one_by_one())
    assert not asked
    first = next(found)
    assert len(asked) == 1
    assert 0 < len(first["id"].unique()) <= 1000


def test_a_bad_page_is_a_notice(source):
    some = source.slice(0, 700)
    told = read(some, what="notices", keep=["id", "day"])
    bad = told.filter(pc.equal(told["code"], "unreadable_page"))
    texts = some["text"].to_pylist()
    wanted = [at for at, text in enumerate(texts) if text is None or not text.strip()]
    assert bad["id"].to_pylist() == wanted
    assert bad["day"].to_pylist() == ["2019-05-10"] * len(wanted)


def test_a_bad_day_is_a_notice():
    table = pa.table({"id": ["a", "b"], "day": ["soon", "2019-05-10"], "text": ["今年税收5亿元。"] * 2})
    assert set(read(table)["page"].to_pylist()) == {"b"}
    [notice] = read(table, what="notices").to_pylist()
    assert notice["page"] == "a"
    assert "'soon' is no day" in notice["message"]


def test_days_places_and_names():
    table = pa.table({"key": ["x"], "place": ["椒江区"], "text": ["今年，全区税收5亿元。"]})
    [found] = mj.batches(
        table.to_batches(), published=dt.date(2019, 5, 10), subject="place", name="key", keep=[]
    )
    [fact] = found.to_pylist()
    assert (fact["page"], fact["subject"]) == ("x", "椒江区")
    assert fact["period_start"] == dt.date(2019, 1, 1)


def test_no_pages():
    empty = pages(0)
    [found] = mj.batches([pa.RecordBatch.from_pylist([], schema=empty.schema)])
    assert found.num_rows == 0
    assert found.schema.names[:2] == ["id", "page"]
    assert found.schema.field("id").type == pa.int64()


@pytest.mark.parametrize(
    ("options", "message"),
    [
        ({"text": "body"}, "text: the batch has no column 'body', but id, day, text"),
        ({"text": "id"}, "text: column 'id' holds int64, not text"),
        ({"keep": ["page"]}, "two columns 'page'"),
        ({"keep": ["id", "id"]}, "two columns 'id'"),
        ({"keep": "id"}, "give a list of columns"),
        ({"published": "2019-05-10"}, "one day for all pages is a datetime.date"),
        ({"what": "rows"}, "choose 'facts' or 'notices'"),
    ],
)
def test_wrong_use(options, message):
    with pytest.raises(mj.MujunError, match=message):
        list(mj.batches(pages(3).to_batches(), **options))


def test_rows_are_no_batches():
    with pytest.raises(mj.MujunError, match=r"pyarrow.RecordBatch, not of dict"):
        list(mj.batches([{"text": "税收5亿元"}]))


def test_polars(source, expected):
    def work(frame):
        return pl.from_arrow(read(frame.to_arrow()))

    found = pl.from_arrow(source).lazy().map_batches(work, schema=None, validate_output_schema=False)
    assert found.collect().equals(pl.from_arrow(expected))
