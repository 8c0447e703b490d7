"""How a page is written, stored and cut makes no difference to what it says."""

import sys
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

import mujun as mj

sys.path.insert(0, str(Path(__file__).parent))
from drawn import PUBLISHED, TRADITIONAL, articles, moved, paragraphs, told, without

SPELLED = ("text",)  # the column that shows how the page writes it


def facts_of(text):
    return told(mj.extract(text, published=PUBLISHED, subject="路桥区"))


@given(paragraphs)
def test_script(text):
    """Traditional characters give the same facts, in the same places."""
    traditional = text.translate(TRADITIONAL)
    assert without(facts_of(traditional), *SPELLED) == without(facts_of(text), *SPELLED)


@given(paragraphs)
def test_width(text):
    """Full-width digits, letters and signs give the same facts, in the same places."""
    wide = "".join(chr(ord(char) + 0xFEE0) if "!" <= char <= "~" else char for char in text)
    assert without(facts_of(wide), *SPELLED) == without(facts_of(text), *SPELLED)


@given(articles(), st.randoms(use_true_random=False))
def test_each_character_in_a_script_and_width_of_its_own(page, chance):
    """As pages are that were pasted together."""

    def written(char):
        forms = [char, char.translate(TRADITIONAL)]
        return chance.choice([*forms, chr(ord(char) + 0xFEE0)] if "!" <= char <= "~" else forms)

    other = "".join(map(written, page))
    assert without(facts_of(other), *SPELLED) == without(facts_of(page), *SPELLED)


encodings = st.sampled_from(["utf-8", "utf-8-sig", "utf-16", "gb18030", "gbk"])


@given(paragraphs, encodings)
def test_encoding(text, encoding):
    page = mj.read(text.encode(encoding), published=PUBLISHED)
    assert page.text == text
    assert told(mj.extract(page, subject="路桥区")) == facts_of(text)


@given(paragraphs)
def test_encoding_of_traditional_pages(text):
    traditional = text.translate(TRADITIONAL)
    page = mj.read(traditional.encode("big5"), published=PUBLISHED)
    assert page.text == traditional
    assert told(mj.extract(page, subject="路桥区")) == facts_of(traditional)


@given(paragraphs, st.integers(1, 5))
def test_empty_lines_move_facts_on(text, lines):
    assert facts_of("\n" * lines + text) == moved(facts_of(text), lines)
    assert facts_of(text + "\n" * lines) == facts_of(text)


@given(st.lists(paragraphs, min_size=1, max_size=5), st.integers(1, 4))
def test_threads_and_company_make_no_difference(texts, threads):
    """A page says the same by itself and among others, on one thread and on several."""
    pages = [(str(at), text) for at, text in enumerate(texts)]
    together = mj.extract_many(pages, published=PUBLISHED, subject="路桥区", threads=threads)
    rows = [row for text in texts for row in facts_of(text)]
    columns = ("page", "group", "parent")  # which count through the table
    assert without(told(together), *columns) == without(rows, *columns)
