"""Every example and not_example of every knowledge file, each a test of its own through the public extract.

One entry's: pytest tests/knowledge/test_examples.py -k units-mu-
"""

from __future__ import annotations

import datetime as dt
from pathlib import Path

import pytest

import mujun as mj
from mujun._knowledge import schema

FOLDER = Path(schema.__file__).parent
CLASSES = schema.word_classes(FOLDER)
ENTRIES = [entry for file in sorted(FOLDER.glob("*.toml")) for entry in schema.read_entries(file, CLASSES)]
NUMBERS = {"value", "value_high", "base_value", "precision"}
NO_COLUMNS = {"text", "span", "published"}
# They are read as part of a number, or keep something from being read: no row's trail speaks of them.
SILENT = {
    "numeral_digit",
    "numeral_magnitude",
    "numeral_idiom",
    "period_lookalike",
    "blocker",
    "furniture",
    "other_topic",
    "predicate",
    "script_phrase",
    "grant_word",
    "deictic",
    "office",
    "party_mark",
    "plain_kind",
    "short_name_mark",
    "stand_in",
    "rule_title",
    "class_noun",
    "head_noun",
    "outcome_noun",
    "people_noun",
    "sum_noun",
    "time_noun",
    "comparability",
    "own_figure",
}


def each(kind):
    return [
        pytest.param(entry, case, id=f"{entry.file.removesuffix('.toml')}-{entry.id}-{kind}-{number}")
        for entry in ENTRIES
        for number, case in enumerate(getattr(entry, f"{kind}s"))
    ]


def extract(case):
    published = dt.date.fromisoformat(case["published"]) if "published" in case else None
    facts = mj.extract(case["text"], published=published)
    return facts, [facts.explain(row)["entries"] for row in range(len(facts))]


def column_value(column, text):
    if column in NUMBERS:
        return pytest.approx(float(text), rel=1e-12)
    if column.startswith("period_"):
        return dt.date.fromisoformat(text)
    return text or None


@pytest.mark.parametrize(("entry", "case"), each("example"))
def test_example(entry, case):
    facts, trails = extract(case)
    if entry.word_class in SILENT:
        assert any(surface in case["text"] for surface in entry.surfaces)
    if entry.word_class in {"furniture", "other_topic"}:  # what they mark gives no fact
        assert case["span"] not in [fact.text for fact in facts]
        return
    assert case["span"] in [fact.text for fact in facts]
    row = [fact.text for fact in facts].index(case["span"])
    wanted = {name: column_value(name, text) for name, text in case.items() if name not in NO_COLUMNS}
    assert {name: getattr(facts[row], name) for name in wanted} == wanted
    assert entry.word_class in SILENT or f"{entry.word_class}:{entry.id}" in trails[row]


@pytest.mark.parametrize(("entry", "case"), each("not_example"))
def test_not_example(entry, case):
    _, trails = extract(case)
    assert f"{entry.word_class}:{entry.id}" not in {name for trail in trails for name in trail}
