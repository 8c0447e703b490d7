"""The examples and not_examples of knowledge entries, read to see whether they are read as they say."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from mujun.errors import as_date
from mujun.reading.extract import extract

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from mujun._knowledge.schema import Entry
    from mujun.facts.facts import Facts
    from mujun.knowledge import Knowledge

# The classes whose entries a row's trail names. Words of the others are read as part of a number or a name,
# or keep something from being read.
told_classes = {
    "indicator",
    "unit",
    "region",
    "period_year",
    "period_part",
    "period_bound",
    "qualifier_before",
    "qualifier_after",
    "growth_verb",
    "level_verb",
    "action_verb",
    "growth_basis",
    "gap_word",
    "share_word",
    "contribution_word",
    "completion_word",
    "rank_word",
    "range_word",
    "list_word",
    "status_word",
    "subject_word",
    "subject_suffix",
    "noun_stop",
}
hiding_classes = {"caption_mark", "furniture", "other_topic"}  # what they mark gives no fact
no_columns = {"text", "span", "published"}  # of an example; its other keys are the fact table's


def faults(entries: Iterable[Entry], knowledge: Knowledge) -> list[str]:
    """Read all examples of entries, and say of each that is not read as it says what is wrong.

    Each begins with the file, the entry and the example's number, as in `mine.toml: swell: example 1: …`.
    """
    return [
        f"{entry.file}: {entry.id}: {kind} {number}: {wrong}"
        for entry in entries
        for kind, cases, find in (
            ("example", entry.examples, fault),
            ("not_example", entry.not_examples, fault_of_not),
        )
        for number, case in enumerate(cases, start=1)
        if (wrong := find(entry, case, knowledge))
    ]


def fault(entry: Entry, case: Mapping[str, str], knowledge: Knowledge | None = None) -> str:
    """Say what is wrong with an example of an entry; empty where nothing is."""
    facts = _read(case, knowledge)
    texts = [fact.text for fact in facts]
    if entry.word_class not in told_classes and not any(word in case["text"] for word in entry.surfaces):
        return "no surface of the entry stands in the text"
    if entry.word_class in hiding_classes:
        return f"{case['span']} is read, which it should not be" if case["span"] in texts else ""
    if case["span"] not in texts:
        return f"no row reads {case['span']}; the rows read {'、'.join(texts) or 'nothing'}"
    row = texts.index(case["span"])
    for name, wanted in case.items():
        if name not in no_columns:
            facts.check_column(name)
            found = getattr(facts[row], name)
            if not _same(found, wanted):
                return f"{name} is {'null' if found is None else found}, not {wanted or 'null'}"
    if entry.word_class in told_classes and _name(entry) not in facts.explain(row)["entries"]:
        used = ", ".join(facts.explain(row)["entries"])
        return f"{case['span']} is read without the entry; it is read by {used or 'none'}"
    return ""


def fault_of_not(entry: Entry, case: Mapping[str, str], knowledge: Knowledge | None = None) -> str:
    """Say what is wrong with a not_example of an entry; empty where nothing is."""
    facts = _read(case, knowledge)
    rows = [row for row in range(len(facts)) if _name(entry) in facts.explain(row)["entries"]]
    return f"{facts[rows[0]].text} is read with the entry, which it should not be" if rows else ""


def _name(entry: Entry) -> str:
    return f"{entry.word_class}:{entry.id}"


def _read(case: Mapping[str, str], knowledge: Knowledge | None) -> Facts:
    return extract(case["text"], published=as_date(case.get("published")), knowledge=knowledge)


def _same(found: object, wanted: str) -> bool:
    if isinstance(found, float):
        return math.isclose(found, float(wanted), rel_tol=1e-12)
    return str(found or "") == wanted
