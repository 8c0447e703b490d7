"""The five news pages as other systems save them: the same facts at the same places."""

import datetime as dt
import re

import corpus
import pytest

import mujun as mj

NEWS = sorted(name for name in corpus.labelled() if name.startswith("00")) if corpus.PAGES.is_dir() else []
GLOSSED = "002_1b7599a5965865b6"  # in Traditional characters, with pinyin glosses and four places of mojibake


def page(name: str) -> str:
    return (corpus.PAGES / f"{name}.txt").read_text(encoding="utf-8")


def facts_of(source: bytes | str, name: str) -> list[dict]:
    document = mj.read(source) if isinstance(source, bytes) else mj.Document.from_text(source)
    return mj.extract(document, published=corpus.labelled()[name]).to_dicts()


def test_there_are_five():
    assert len(NEWS) == 5


@pytest.mark.parametrize(
    ("encoding", "used", "mark"),
    [
        ("gb18030", "gb18030", ""),
        ("gb18030", "gb18030", "\ufeff"),
        ("utf-16-le", "utf-16le", ""),
        ("utf-16-le", "utf-16le", "\ufeff"),
        ("utf-16-be", "utf-16be", ""),
        ("utf-16-be", "utf-16be", "\ufeff"),
        ("utf-8", "utf-8", "\ufeff"),
    ],
)
@pytest.mark.parametrize("name", NEWS)
def test_encoded(name, mark, encoding, used):
    text = page(name)
    data = (mark + text).encode(encoding)
    document = mj.read(data)
    assert (document.encoding, document.text) == (used, text)
    assert [n for n in document.notices if n.byte_offset is not None] == []
    assert facts_of(data, name) == facts_of(text, name) != []


@pytest.mark.parametrize(("encoding", "used"), [("big5", "big5"), ("big5hkscs", "big5-hkscs")])
def test_in_big5(encoding, used):
    """Big5 lacks some characters of the page: the text to compare with is what it has."""
    data = page(GLOSSED).encode(encoding, "ignore")
    text = data.decode(encoding)
    document = mj.read(data)
    assert (document.encoding, document.text) == (used, text)
    assert facts_of(data, GLOSSED) == facts_of(text, GLOSSED)
    assert len(facts_of(data, GLOSSED)) >= 20


def test_what_is_declared_wrongly_is_found_out():
    name = NEWS[0]
    text = page(name)
    document = mj.read(b"<meta charset=utf-8>" + text.encode("gb18030"), html=False)
    assert document.encoding == "gb18030"
    assert document.text.endswith(text)
    assert [n.text for n in document.notices if n.code == "wrong_declaration"] == ["utf-8"]


def cleaned() -> str:
    """The glossed page as a person would clean it, by other means than ours: no glosses, no mojibake."""
    text = re.sub(r"(?<=[\u4e00-\u9fff])\([a-zà-üā-ǜ]+\)", "", page(GLOSSED))

    def shifted_back(match: re.Match[str]) -> str:
        return (b"\xa1" + ("！" + match[1]).encode("gbk")).decode("gbk")

    text, count = re.subn(r"!([\u4e00-\u9fff]{4,}[A-Za-z])", shifted_back, text)
    assert count == 4
    # One pair of bytes is lost; the page has the name elsewhere.
    return text.replace("稠街道", "稠江街道")


def test_the_glossed_page_reads_as_if_cleaned_by_hand():
    placed = {"text", "start", "end", "evidence_start", "evidence_end"}
    own, clean = (
        [{key: value for key, value in row.items() if key not in placed} for row in facts_of(text, GLOSSED)]
        for text in (page(GLOSSED), cleaned())
    )
    assert own == clean
    assert len(own) >= 20


def test_no_latin_letters_on_the_glossed_page():
    rows = facts_of(page(GLOSSED), GLOSSED)
    seen = "".join(row["text"] + row["indicator"] + (row["subject"] or "") for row in rows)
    assert re.findall("[A-Za-z]", seen) == []


def test_all_four_broken_places_are_repaired():
    text = page(GLOSSED)
    notices = [n for n in mj.extract(text).notices if n.code in ("repaired_text", "damaged_text")]
    assert [n.code for n in notices] == ["repaired_text"] * 4
    assert [n.start for n in notices] == [
        m.start() for m in re.finditer(r"!(?=[\u4e00-\u9fff]{4,}[A-Za-z])", text)
    ]


@pytest.mark.parametrize("name", [name for name in NEWS if name != GLOSSED])
def test_sound_pages_are_not_repaired(name):
    assert {n.code for n in mj.read(corpus.PAGES / f"{name}.txt").notices} & {
        "repaired_text",
        "damaged_text",
    } == set()


def test_the_crawl_stamp_is_no_publication_date():
    assert "2024-10-25" in page(GLOSSED)
    assert mj.read(corpus.PAGES / f"{GLOSSED}.txt").published != dt.date(2024, 10, 25)
