"""Single sentences and short passages, by construction, with the answer a careful reader gives.

A fact lists what its construction is about, in the words of LABELS.md; a list holds what is equally right.
Where a fact does not say, `subject` is the caller's place or none, `qualifier` exact and `status` actual;
`period` is the first and the last day, `[]` for none; any other field left out is not compared. A mention of
`may` may be reported or not; where the sentence expects a `notice`, only with little confidence.

`known_failures.txt` lists the sentences that are still misread, so that the suite says when one of them
comes right; the list may only shrink, and `shrink_known_failures.py` beside it takes off what it may.
"""

import math
import re
import tomllib
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import mujun as mj

HERE = Path(__file__).parent
LIST = HERE / "known_failures.txt"
KNOWN = set(LIST.read_text(encoding="utf-8").split())
PUNCTUATION = re.compile(r"[\s“”‘’\"'《》「」『』()（）]+")
WORDING = ("indicator", "subject")
DEFAULTS = {"qualifier": "exact", "status": "actual"}


def sentences() -> dict[str, dict[str, Any]]:
    """Id (`growth/plain-yoy`) → sentence, of every file."""
    return {
        f"{path.stem}/{sentence['id']}": sentence
        for path in sorted(HERE.glob("*.toml"))
        for sentence in tomllib.loads(path.read_text(encoding="utf-8"))["sentence"]
    }


SENTENCES = sentences()


def places(text: str, mention: str) -> Iterator[tuple[int, int]]:
    """Where a mention stands, as a number of its own: 5% does not stand in 15%."""
    inside = r"(?<![\d.．０-９])" if mention[0].isdigit() else ""
    for match in re.finditer(inside + re.escape(mention), text):
        yield match.span()


def spans(text: str, facts: list[dict[str, Any]]) -> list[tuple[int, int]]:
    """The facts of a sentence are listed in the order in which it mentions them."""
    found: list[tuple[int, int]] = []
    for fact in facts:
        after = found[-1][1] if found else 0
        found.append(next(span for span in places(text, fact["text"]) if span[0] >= after))
    return found


def plain(wording: str | None) -> str:
    """As LABELS.md compares wordings: without quotes, brackets and spaces."""
    return PUNCTUATION.sub("", unicodedata.normalize("NFKC", wording or ""))


def same_number(meant: Any, low: float, high: float | None) -> bool:
    ends = meant if isinstance(meant, list) else [meant, meant]
    read = [low, low if high is None else high]
    return all(math.isclose(a, b, rel_tol=1e-9) for a, b in zip(ends, read, strict=True))


def misread(meant: dict[str, Any], fact: mj.Fact) -> list[str]:
    """The fields of a fact that are not as meant; what a sentence does not say of a fact is not compared."""
    wrong = []
    for field, want in meant.items():
        if field == "text":
            continue
        if field == "value":
            got: Any = fact.value if fact.value_high is None else [fact.value, fact.value_high]
            right = same_number(want, fact.value, fact.value_high)
        elif field == "period":
            got = [day.isoformat() if day else "" for day in (fact.period_start, fact.period_end)]
            right = got == (want or ["", ""])
        else:
            got = getattr(fact, field) or ""
            choices = want if isinstance(want, list) else [want]
            right = plain(got) in map(plain, choices) if field in WORDING else got in choices
        if not right:
            wrong.append(f"{fact.text}: {field} should be {want}, is {got} ({fact.rule})")
    return wrong


def complaints(sentence: dict[str, Any]) -> list[str]:
    """All that is wrong in how a sentence is read."""
    text = sentence["text"]
    place = sentence.get("subject")
    facts = mj.extract(text, published=sentence["published"], subject=place)
    read = {(fact.start, fact.end): fact for fact in facts}
    meant = dict(zip(spans(text, sentence["facts"]), sentence["facts"], strict=True))
    free = [span for mention in sentence.get("may", []) for span in places(text, mention)]

    wrong = [f"{fact['text']}: not found" for span, fact in meant.items() if span not in read]
    for span, fact in read.items():
        if span in meant:
            wrong += misread(DEFAULTS | {"subject": place or ""} | meant[span], fact)
        elif not any(start < span[1] and span[0] < end for start, end in free):
            wrong.append(f"{fact.text}: not a fact of this sentence, read as {fact.indicator} ({fact.rule})")
        elif "notice" in sentence and fact.confidence >= 0.5:
            wrong.append(f"{fact.text}: cannot be told, is surely read as {fact.indicator} ({fact.rule})")
    if "notice" in sentence and sentence["notice"] not in {notice.code for notice in facts.notices}:
        wrong.append(f"no notice {sentence['notice']}")
    return wrong


@pytest.mark.parametrize("name", SENTENCES)
def test_sentence(name: str) -> None:
    wrong = complaints(SENTENCES[name])
    if name in KNOWN:
        assert wrong, f"{name} is read right now: take it off known_failures.txt (shrink_known_failures.py)"
    else:
        assert not wrong, "\n".join([SENTENCES[name]["text"], *wrong])


def test_known_failures_exist() -> None:
    assert SENTENCES.keys() >= KNOWN


def test_breadth() -> None:
    assert len(SENTENCES) >= 320
    assert sum(not sentence["facts"] for sentence in SENTENCES.values()) >= 70
