"""On real pages of every kind, every row points at what the page says."""

from pathlib import Path

import corpus
import pytest

import mujun as mj

UNLABELLED = sorted((corpus.PAGES / "unlabelled").glob("*")) if corpus.PAGES.is_dir() else []
TRADITIONAL = "002_1b7599a5965865b6"  # in Traditional characters, with pinyin glosses in the running text


def assert_spans(text: str, facts: mj.Facts) -> None:
    for row in facts:
        assert text[row.start : row.end] == row.text
        assert row.evidence_start <= row.start < row.end <= row.evidence_end <= len(text)


@pytest.mark.parametrize("name", corpus.labelled() if corpus.PAGES.is_dir() else [])
def test_labelled_page(facts, name):
    text = (corpus.PAGES / f"{name}.txt").read_text(encoding="utf-8")
    assert_spans(text, facts[name])


@pytest.mark.parametrize("path", UNLABELLED, ids=lambda path: path.name)
def test_unlabelled_page(path: Path):
    document = mj.read(path)
    assert_spans(document.text, mj.extract(document))


def test_traditional_page_keeps_its_characters(facts):
    """Mentions as the page writes them, indicators Simplified."""
    assert any("億" in row.text for row in facts[TRADITIONAL])
    assert not any(set("億產業額稅") & set(row.indicator) for row in facts[TRADITIONAL])


def test_pages_read_together_and_apart_are_alike(facts):
    """Order, threads and neighbours change nothing but the row numbers of groups and parents."""
    dates = corpus.labelled()
    pages = [(name, (corpus.PAGES / f"{name}.txt").read_text(encoding="utf-8")) for name in dates]
    together = mj.extract_many(pages, published=dates, threads=4).to_pandas()
    apart = mj.Facts.concat(list(facts.values())).to_pandas()
    own = [column for column in apart.columns if column not in ("group", "parent")]
    assert together[own].equals(apart[own])
