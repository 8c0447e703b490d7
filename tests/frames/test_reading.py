"""Pages in: every kind of source, and what is said of a bad one."""

import datetime as dt
import io
import threading

import numpy as np
import pandas as pd
import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st

import mujun as mj
from mujun import _core

TEXT = "今年一季度，全县财政总收入12.5亿元。"


@pytest.fixture
def path(tmp_path):
    file = tmp_path / "页.txt"
    file.write_text(TEXT, encoding="utf-8")
    return file


def test_sources(path):
    pages = [
        mj.read(path),
        mj.read(str(path)),
        mj.read(path.read_bytes()),
        mj.read(io.BytesIO(path.read_bytes())),
        mj.read(path, encoding="UTF-8"),
        mj.Document.from_text(TEXT),
    ]
    assert {page.text for page in pages} == {TEXT}
    assert [page.source for page in pages] == [str(path), str(path), "", "", str(path), ""]
    with path.open("rb") as file:
        assert mj.read(file).source == str(path)
    assert mj.read(path, name="key").source == "key"


def test_byte_order_mark_is_no_text():
    page = mj.read(b"\xef\xbb\xbf" + TEXT.encode())
    assert page.text == TEXT
    assert page.encoding == "utf-8"
    assert page.notices == mj.Document.from_text(TEXT).notices


@pytest.mark.parametrize(
    ("broken", "places"),
    [
        (b"\xff", 1),
        (b"\xe4\xba", 1),  # a character cut short
        (b"\xe4\xba\xff", 2),
        (b"\xc0\xaf", 2),  # an overlong form
        (b"\xed\xa0\x80", 3),  # a surrogate
        (b"\xf4\x90\x80\x80", 4),  # beyond the last code point
        (b"\xf0\x9f\x98", 1),
    ],
)
def test_broken_bytes_are_notices(broken, places):
    data = TEXT.encode() + broken + (TEXT * 5).encode()
    page = mj.read(data, name="p")
    assert page.text == data.decode(errors="replace")  # Python's decoder is the oracle
    found = [notice for notice in page.notices if notice.code == "undecodable_bytes"]
    assert [(n.start, n.end, n.text) for n in found] == [
        (at, at + 1, "\ufffd") for at in range(len(TEXT), len(TEXT) + places)
    ]
    assert all(n.page == "p" and "U+FFFD" in n.message for n in found)
    assert found == [n for n in mj.extract(page).notices if n.code == "undecodable_bytes"]


@given(st.binary())
def test_any_bytes_give_the_text_that_python_gives(data):
    text, _, all_notices = _core.decode(data, "utf-8")
    notices = [notice for notice in all_notices if notice[0] == "undecodable_bytes"]
    assert text == data.removeprefix(b"\xef\xbb\xbf").decode(errors="replace")
    assert len(notices) == text.count("\ufffd") - data.removeprefix(b"\xef\xbb\xbf").count(b"\xef\xbf\xbd")


def test_one_broken_byte_makes_no_page_foreign():
    assert mj.read("增长8%".encode() + b"\xff").text == "增长8%\ufffd"


@pytest.mark.parametrize("text", ["ascii 12.5", "é12.5", "亩12.5", "😀12.5亿元😀"])
def test_every_width_of_string_is_read_in_place(text):
    """Python stores strings in units of one, two or four bytes."""
    facts = mj.extract(f"{text} 财政总收入3亿元" if not text.isascii() else text)
    for fact in facts:
        assert facts.documents[0].text[fact.start : fact.end] == fact.text


def test_a_lone_surrogate_is_no_crash():
    page = mj.extract("财政总收入\ud80012.5亿元").documents[0]
    assert page.text == "财政总收入\ud80012.5亿元"


@pytest.mark.parametrize(
    ("data", "complaint"),
    [
        (b"", "is empty"),
        (" \n\u3000".encode(), "is empty"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "is no text"),
    ],
)
def test_bytes_that_are_no_page(data, complaint):
    with pytest.raises(mj.MujunError, match=complaint):
        mj.read(data)


def test_bad_sources(tmp_path):
    with pytest.raises(mj.MujunError, match="No such file"):
        mj.read(tmp_path / "none")
    with pytest.raises(mj.MujunError, match="directory"):
        mj.read(tmp_path)
    with pytest.raises(mj.MujunError, match="null"):
        mj.read("a\0b")
    with pytest.raises(mj.MujunError, match="binary"):
        mj.read(io.StringIO(TEXT))
    with pytest.raises(mj.MujunError, match="not int"):
        mj.read(3)
    with pytest.raises(mj.MujunError, match=r"encoding='klingon' is unknown: mujun reads utf-8"):
        mj.read(TEXT.encode(), encoding="klingon")
    with pytest.raises(mj.MujunError, match="is empty"):
        mj.extract("")
    with pytest.raises(mj.MujunError, match=r"see mujun\.read"):
        mj.extract(tmp_path)


@pytest.mark.parametrize(
    "day",
    [
        dt.date(2019, 5, 10),
        dt.datetime(2019, 5, 10, 8, 30, tzinfo=dt.UTC),
        "2019-05-10",
        " 2019-05-10 ",
        pd.Timestamp("2019-05-10"),
    ],
)
def test_published(day):
    assert mj.Document.from_text(TEXT, published=day).published == dt.date(2019, 5, 10)
    (fact,) = mj.extract(TEXT, published=day)
    assert (fact.period_start, fact.period_end) == (dt.date(2019, 1, 1), dt.date(2019, 3, 31))


@pytest.mark.parametrize("day", ["2019-13-01", "May", "", 20190510, pd.NaT, np.datetime64("2019-05-10")])
def test_a_wrong_day(day):
    with pytest.raises(mj.MujunError, match=r"published=.* is no day: give a datetime\.date or ISO text"):
        mj.extract(TEXT, published=day)


def test_no_anchor_is_a_notice():
    facts = mj.extract(TEXT)
    assert [fact.period_end for fact in facts] == [None]
    (notice,) = [notice for notice in facts.notices if notice.code == "no_anchor"]
    assert TEXT[notice.start : notice.end] == notice.text


def test_names():
    page = mj.Document.from_text(TEXT, name="a")
    assert mj.extract(page)[0].page == "a"
    assert mj.extract(page, name="b")[0].page == "b"
    assert page.source == "a"
    assert mj.extract(TEXT, name="c")[0].page == "c"


def test_documents_tell_about_themselves(page):
    assert page.title == "平塘镇一季度经济运行情况"
    assert page.articles[0].start == 0
    assert page.articles[-1].end <= len(page.text)
    assert "平塘.txt" in repr(page)


class TestMany:
    def test_order_and_kinds(self, path):
        pages = [path, str(path), mj.Document.from_text(TEXT, name="doc"), ("pair", TEXT)] * 20
        facts = mj.extract_many(pages, published="2019-05-10", threads=3)
        assert [fact.page for fact in facts] == [str(path), str(path), "doc", "pair"] * 20
        assert len(facts.documents) == 80
        assert facts == mj.extract_many(pages, published="2019-05-10", threads=1)

    def test_a_column_of_texts(self):
        frame = pd.DataFrame({"text": [TEXT, TEXT]}, index=["x", "y"])
        assert [fact.page for fact in mj.extract_many(frame["text"])] == ["x", "y"]
        column = pl.Series("text", [TEXT, TEXT])
        assert [fact.page for fact in mj.extract_many(column)] == ["0", "1"]

    def test_an_empty_cell_is_a_notice(self):
        facts = mj.extract_many(pd.Series([TEXT, None, ""], dtype=object))
        assert [fact.page for fact in facts] == ["0"]
        assert [n.page for n in facts.notices if n.code == "unreadable_page"] == ["1", "2"]

    def test_published_by_name(self):
        pairs = [("a", TEXT), ("b", TEXT)]
        years = {"a": "2019-05-10", "b": dt.date(2021, 5, 10)}
        for published in (years, years.get):
            facts = mj.extract_many(pairs, published=published)
            assert [fact.period_end.year for fact in facts] == [2019, 2021]

    def test_a_bad_page_is_a_notice(self, path, tmp_path):
        facts = mj.extract_many([tmp_path / "none", path])
        assert [fact.page for fact in facts] == [str(path)]
        (notice,) = [n for n in facts.notices if n.code == "unreadable_page"]
        assert notice.page == str(tmp_path / "none")
        with pytest.raises(mj.MujunError, match="No such file"):
            mj.extract_many([tmp_path / "none", path], errors="raise")

    def test_wrong_use(self, path):
        with pytest.raises(mj.MujunError, match="in a list"):
            mj.extract_many(str(path))
        with pytest.raises(mj.MujunError, match="choose 'notice' or 'raise'"):
            mj.extract_many([path], errors="ignore")
        with pytest.raises(mj.MujunError, match="threads=-1"):
            mj.extract_many([path], threads=-1)
        with pytest.raises(mj.MujunError, match="is no day"):
            mj.extract_many([path], published="soon")

    def test_nothing(self):
        assert len(mj.extract_many([])) == 0

    def test_progress_does_not_change_the_facts(self, path, capfd):
        assert len(mj.extract_many([path, path], progress=True)) == 2
        assert capfd.readouterr().out == ""


def test_the_gil_is_released():
    """While one thread reads a long page, another runs."""
    page = mj.Document.from_text(TEXT * 40_000)
    ticks, done = 0, threading.Event()

    def work():
        mj.extract(page)
        done.set()

    thread = threading.Thread(target=work)
    thread.start()
    while not done.wait(0.001):
        ticks += 1
    thread.join()
    assert ticks >= 3


def test_characters_beyond_the_basic_plane():
    """Each is one character of the text; in a name that is read off the page it is lost, which is doubted."""
    text = "😀2019年，全镇财政总收入12亿元；𠮷庆收入3亿元。"
    known, doubted = mj.extract(text, subject="𠮷庆镇")
    assert known.subject == "𠮷庆镇"
    assert [text[fact.start : fact.end] for fact in (known, doubted)] == ["12亿元", "3亿元"]
    assert (known.indicator, known.confidence >= 0.5) == ("财政总收入", True)
    assert (doubted.indicator, doubted.confidence >= 0.5) == ("\ufffd庆收入", False)
    assert "𠮷庆收入3亿元" in text[doubted.evidence_start : doubted.evidence_end]
