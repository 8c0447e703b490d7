"""Bytes to text: every encoding, declared rightly, wrongly or not at all."""

import pytest

import mujun as mj
from mujun import _core

SIMPLIFIED = "今年一季度，全区实现规上工业总产值44.5亿元，同比增长10.9%；亩均税收24.6万元/亩。"
TRADITIONAL = "今年一季度，全區實現規上工業總產值44.5億元，同比增長10.9%；畝均稅收24.6萬元/畝。"
# Python's name of an encoding, ours, and a text that it holds.
KINDS = [
    ("utf-8", "utf-8", SIMPLIFIED),
    ("gbk", "gb18030", SIMPLIFIED),
    ("gb18030", "gb18030", SIMPLIFIED + "㐀𠀀"),
    ("utf-16-le", "utf-16le", SIMPLIFIED),
    ("utf-16-be", "utf-16be", SIMPLIFIED),
    ("big5", "big5", TRADITIONAL),
    ("big5hkscs", "big5-hkscs", TRADITIONAL + "嘅啲啫𨋢"),
]
MARKS = {
    "utf-8": b"\xef\xbb\xbf",
    "utf-16-le": b"\xff\xfe",
    "utf-16-be": b"\xfe\xff",
    "gb18030": b"\x84\x31\x95\x33",
}


def codes(notices):
    return [notice[0] for notice in notices]


@pytest.mark.parametrize(("python", "name", "text"), KINDS)
def test_found_out(python, name, text):
    assert _core.decode(text.encode(python)) == (text, name, [])


@pytest.mark.parametrize(("python", "name", "text"), KINDS)
def test_found_out_behind_a_long_head_of_ascii(python, name, text):
    page = "<html><script>" + "var a = 1;\n" * 3000 + "</script>" + text
    assert _core.decode(page.encode(python)) == (page, name, [])


@pytest.mark.parametrize(("python", "mark"), MARKS.items())
def test_byte_order_mark(python, mark):
    name = python.replace("16-", "16")
    assert _core.decode(mark + SIMPLIFIED.encode(python)) == (SIMPLIFIED, name, [])
    assert _core.decode(mark + "GDP".encode(python)) == ("GDP", name, [])


@pytest.mark.parametrize(("python", "name", "text"), KINDS)
def test_given(python, name, text):
    assert _core.decode(text.encode(python), name)[::2] == (text, [])
    assert _core.decode(text.encode(python), name.upper().replace("-", "_"))[1] == name


def test_given_names():
    data = SIMPLIFIED.encode("gbk")
    assert {_core.decode(data, name)[1] for name in ("GBK", "gb2312", "GB_2312-80", "cp936", "EUC-CN")} == {
        "gbk"
    }
    assert _core.decode(b"\xfe\xff" + SIMPLIFIED.encode("utf-16-be"), "utf-16") == (
        SIMPLIFIED,
        "utf-16be",
        [],
    )
    assert _core.decode(SIMPLIFIED.encode("utf-16-le"), "utf-16")[1] == "utf-16le"
    assert _core.decode(data, "latin-klingon") is None
    assert set(_core.encodings()) >= {"utf-8", "utf-16le", "utf-16be", "gbk", "gb18030", "big5", "big5-hkscs"}


@pytest.mark.parametrize("python", ["utf-8", "gb18030", "big5"])
@pytest.mark.parametrize(
    "head",
    [
        '<?xml version="1.0" encoding="{}"?>',
        "<html><head><META charset={}>",
        "<meta http-equiv='Content-Type' content='text/html; charset = {}'>",
        '<meta name="keywords" content="charset"><meta charset="{}">',
    ],
)
def test_declared(head, python):
    page = head.format(python) + TRADITIONAL
    text, used, notices = _core.decode(page.encode(python))
    assert (text, used, notices) == (page, python, [])


@pytest.mark.parametrize(
    ("declared", "python"),
    [
        ("gb2312", "utf-8"),
        ("utf-8", "gbk"),
        ("big5", "gb18030"),
        ("gbk", "big5"),
        ("iso-8859-1", "gbk"),
        ("x-none", "utf-8"),
    ],
)
def test_wrongly_declared(declared, python):
    page = f"<title>税</title><meta charset={declared}>" + TRADITIONAL.replace(
        "產", "産" if python == "gbk" else "產"
    )
    if python == "big5":
        page = page.replace("税", "稅")
    data = page.encode(python)
    text, used, notices = _core.decode(data)
    assert text == page
    assert used == {"gbk": "gb18030"}.get(python, python)
    ((code, _, start, end, byte_offset),) = notices
    assert code == "wrong_declaration"
    assert text[start:end] == declared
    assert data[byte_offset:].startswith(declared.encode())


@pytest.mark.parametrize("declared", ["gb2312", "iso-8859-1"])
def test_nothing_tells_against_a_declaration_over_ascii(declared):
    assert "wrong_declaration" not in codes(_core.decode(f"<meta charset={declared}>GDP 12.5".encode())[2])


def test_a_mark_goes_before_a_declaration():
    page = "<meta charset=gb2312>" + SIMPLIFIED
    text, used, notices = _core.decode(b"\xef\xbb\xbf" + page.encode())
    assert (text, used, codes(notices)) == (page, "utf-8", ["wrong_declaration"])
    assert text[notices[0][2] : notices[0][3]] == "gb2312"


def test_words_of_a_text_declare_nothing():
    text = "本网页 charset=big5 encoding=big5。" + SIMPLIFIED
    assert _core.decode(text.encode("gbk")) == (text, "gb18030", [])


def test_what_is_given_is_used_and_noticed_where_it_is_wrong():
    text, used, notices = _core.decode(SIMPLIFIED.encode(), "gbk")
    assert used == "gbk"
    assert text != SIMPLIFIED
    assert codes(notices)[0] == "wrong_declaration"
    page = "<meta charset=gbk>" + SIMPLIFIED
    assert _core.decode(page.encode(), "utf-8") == (page, "utf-8", [])


@pytest.mark.parametrize(
    ("python", "name", "broken", "places"),
    [
        ("gbk", "gb18030", b"\xff", [0]),
        ("gbk", "gb18030", b"\xff\xff", [0, 1]),
        ("big5", "big5", b"\xff", [0]),
        ("utf-16-le", "utf-16le", b"\x00\xdc", [0]),  # half of a pair
        ("utf-16-be", "utf-16be", b"\xd8\x00", [0]),
        ("utf-8", "utf-8", b"\xe4\xba\xff", [0, 2]),
    ],
)
def test_broken_bytes(python, name, broken, places):
    before, after = TRADITIONAL.replace("產", "业")[:12], TRADITIONAL.replace("產", "業")
    before = before.replace("业", "業")
    data = before.encode(python, "ignore") + broken + after.encode(python, "ignore")
    start = len(before.encode(python, "ignore"))
    text, used, notices = _core.decode(data)
    assert used == name
    assert [(notice[0], notice[4]) for notice in notices] == [
        ("undecodable_bytes", start + at) for at in places
    ]
    assert [text[notice[2] : notice[3]] for notice in notices] == ["\ufffd"] * len(places)
    assert text.count("\ufffd") == len(places)
    assert text.endswith(after.encode(python, "ignore").decode(python))


@pytest.mark.parametrize(("python", "name", "text"), KINDS)
def test_a_page_cut_short(python, name, text):
    data = text.encode(python)[:-1]
    decoded, used, notices = _core.decode(data)
    if used != "utf-8" or name == "utf-8":
        assert used == name
    assert decoded[: len(text) - 4] == text[:-4]
    assert len(notices) <= 3
    assert all(notice[4] >= len(data) - 4 for notice in notices)


def test_through_the_public_door():
    page = mj.read(SIMPLIFIED.encode("gbk") + b"\xff")
    assert page.encoding == "gb18030"
    (notice,) = [notice for notice in page.notices if notice.code == "undecodable_bytes"]
    assert notice.byte_offset == len(SIMPLIFIED.encode("gbk"))
    assert [n.byte_offset for n in mj.read(SIMPLIFIED.encode()).notices] == [None] * len(page.notices[1:])


def test_html_keeps_what_decoding_noticed():
    markup = f"<html><head><meta charset=big5></head><body><p>{SIMPLIFIED}</p><p>全县财政总收入".encode("gbk")
    page = mj.read(markup + b"\xff" + "12.5亿元。</p></body></html>".encode("gbk"))
    wrong, broken = [notice for notice in page.notices if notice.byte_offset is not None]
    assert (wrong.code, wrong.byte_offset, wrong.text) == ("wrong_declaration", markup.index(b"big5"), "")
    assert (broken.code, broken.byte_offset, broken.text) == ("undecodable_bytes", len(markup), "\ufffd")
