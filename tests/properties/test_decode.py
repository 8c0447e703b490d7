"""Any bytes are decoded and any text is folded: nothing is raised, and every place is one of the page."""

import hypothesis.strategies as st
import pytest
from hypothesis import example, given

import mujun as mj
from mujun import _core

# Bytes as pages hold them, cut and joined anywhere; and text with all that folding looks at.
pages = st.text(alphabet=st.characters(exclude_categories=["Cs"]))
encoded = st.builds(
    lambda text, name: text.encode(name, "ignore"),
    pages,
    st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "gb18030", "big5hkscs"]),
)
scraps = st.sampled_from(
    ["<meta charset=", "gbk>", "<?xml encoding='", "big5'?>", "\xef\xbb\xbf", "税收", "\u7a0e"]
).map(str.encode)
any_bytes = st.lists(st.one_of(st.binary(max_size=8), encoded, scraps)).map(b"".join)
shifted = "。”街道主任李明說".encode("gbk")[1:].decode("gbk")
marks = [
    "项(xiàng)",
    "[a](b.c)",
    "$12.5\\%$",
    "\\mathrm{",
    "{,}",
    "**",
    "|",
    "1 2",
    "7 .3",
    "亩 均",
    "½",
    "¹",
]
damage = ["浜╁潎", "äº©", "Ä¶¾ù", "锟斤拷", "ï»¿", "！”", "\r\n", "\r", "\u00ad", "\ufffd", shifted]
debris = st.sampled_from([*marks, *damage, "万亩", "著力", "乾", "税收12.5亿元，"])
any_text = st.lists(st.one_of(debris, st.text(max_size=5))).map("".join)


@given(any_bytes)
@example(b"")
@example(b"\xff\xfe")
@example(b"\x84\x31\x95\x33")
@example(b"<meta charset=utf-16>\x00")
@example(b"\xff\xfe<meta charset=gbk>")
def test_any_bytes_are_decoded(data):
    text, used, notices = _core.decode(data)
    assert used in _core.encodings()
    for code, _, start, end, byte_offset in notices:
        assert 0 <= start <= end <= len(text)
        if code == "undecodable_bytes":
            assert text[start:end] == "\ufffd"
            assert 0 <= byte_offset < len(data)
    offsets = [notice[4] for notice in notices if notice[0] == "undecodable_bytes"]
    assert offsets == sorted(set(offsets))


@given(any_bytes, st.sampled_from(_core.encodings()))
def test_any_bytes_are_decoded_as_told(data, encoding):
    text, _, notices = _core.decode(data, encoding)
    marks = text.count("\ufffd")
    assert sum(notice[0] == "undecodable_bytes" for notice in notices) <= marks


@given(pages, st.sampled_from(["utf-8", "utf-16le", "utf-16be", "gb18030"]))
def test_what_was_encoded_is_decoded(text, encoding):
    """GB18030 of today and that of ICU part in some thirty characters, which no page of ours holds."""
    moved = set(range(0xE000, 0xF900)) | set(range(0xFE10, 0xFE1A)) | set(range(0x9FB4, 0x9FBC)) | {0x1E3F}
    if encoding == "gb18030":
        text = "".join(char for char in text if ord(char) not in moved and ord(char) < 0x20000)
    text = text.lstrip("\ufeff")
    assert _core.decode(text.encode(encoding), encoding)[0] == text


@given(any_text)
def test_any_text_is_folded(text):
    copy, origin = _core.stages.fold(text)
    assert len(origin) == len(copy) + 1
    assert origin == sorted(origin)
    assert origin[-1] == len(text)
    assert all(at < len(text) for at in origin[:-1])


@given(any_text)
def test_folding_what_was_folded_changes_no_script_or_width(text):
    copy, _ = _core.stages.fold("".join(char for char in text if "\u4e00" <= char <= "\u9fff"))
    assert _core.stages.fold(copy)[0] == copy


@given(any_text)
def test_every_place_is_one_of_the_page(text):
    facts = mj.extract(f"财政总收入12.5亿元。{text}")
    page = facts.documents[0].text
    assert len(facts) >= 1
    for fact in facts:
        assert page[fact.start : fact.end] == fact.text
        assert fact.evidence_start <= fact.start < fact.end <= fact.evidence_end <= len(page)
    for notice in facts.notices:
        assert 0 <= notice.start <= notice.end <= len(page)


SENTENCE = (
    "今年一季度，全县实现规上工业增加值12.5亿元，同比增长8.3%，其中高新技术产业增长10.1%；财政总收入7亿元。"
)


@pytest.mark.parametrize("piece", [SENTENCE, "1234567890", "1234567890\n"], ids=["prose", "digits", "lines"])
def test_reading_is_linear(piece, assert_linear):
    """2 MB against 4 MB, on one line."""
    once = piece * (2_000_000 // len(piece.encode()))
    twice = once * 2
    assert_linear(
        lambda: mj.extract(once, published="2019-05-10"), lambda: mj.extract(twice, published="2019-05-10")
    )


def test_twenty_megabytes_on_one_line():
    size = 20_000_000 // len(SENTENCE.encode())
    page = mj.read((SENTENCE * size).encode())
    facts = mj.extract(page, published="2019-05-10")
    assert len(facts) == 4 * size
    assert page.text[facts[-1].start : facts[-1].end] == facts[-1].text == "7亿元"
