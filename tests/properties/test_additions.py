"""What is added to a page without a figure of its own changes nothing but where the rest stands."""

import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import mujun as mj

sys.path.insert(0, str(Path(__file__).parent))
from drawn import PUBLISHED, moved, one_place, plain, sentences, told

KNOWN = {"published": PUBLISHED, "subject": "路桥区"}


def facts_of(text):
    return mj.extract(text, **KNOWN)


def seen(text):
    """Facts and notices, which are to stay."""
    found = facts_of(text)
    return told(found), [(notice.code, notice.text, notice.start) for notice in found.notices]


def moved_from(place, by, facts, notices):
    kept = [row for row in facts if row["start"] < place]
    kept += moved([row for row in facts if row["start"] >= place], by)
    return kept, [(code, text, at + by if at >= place else at) for code, text, at in notices]


# An article is about one place: which, all of it says, and that is what 全区 and 该区 mean.
figures = st.lists(sentences(one_place), min_size=1, max_size=4)
others = st.lists(plain, min_size=1, max_size=3)


@given(figures, others, st.data())
def test_sentences_between_others(told_of, added, data):
    at = data.draw(st.integers(0, len(told_of)))
    before, after, new = "".join(told_of[:at]), "".join(told_of[at:]), "".join(added)
    assert seen(before + new + after) == moved_from(len(before), len(new), *seen(before + after))


@given(st.lists(figures.map("".join), min_size=1, max_size=3), others, st.data())
def test_a_paragraph_between_others(paragraphs, added, data):
    at = data.draw(st.integers(0, len(paragraphs)))
    head = "路桥区经济运行开局良好\n张华\n"
    before = head + "".join(f"　　{line}\n" for line in paragraphs[:at])
    after = "".join(f"　　{line}\n" for line in paragraphs[at:])
    new = f"　　{''.join(added)}现场气氛十分热烈。\n"  # what ends with ！ or ？ may be a heading
    assert seen(before + new + after) == moved_from(len(before), len(new), *seen(before + after))


@given(figures, figures | others)
def test_what_follows_changes_nothing_before_it(first, then):
    own, both = seen("".join(first)), seen("".join(first + then))
    size = len("".join(first))
    assert [row for row in both[0] if row["start"] < size] == own[0]
    assert [notice for notice in both[1] if notice[2] < size] == own[1]


@pytest.mark.parametrize(
    ("added", "field", "value"),
    [
        ("天台县经济运行平稳。", "subject", "天台县"),
        ("2018年，全区经济运行平稳。", "period_end", date(2018, 12, 31)),
        ("今年的主要目标是：", "status", "target"),
        ("路桥区工业用地管理办法\n", "status", "threshold"),
    ],
)
def test_what_does_change_what_is_told_behind_it(added, field, value):
    """A place, a time, a goal, a rule's title: the plain sentences above have none of them."""
    [alone] = mj.extract("财政总收入12亿元。", **KNOWN)
    assert getattr(alone, field) != value
    [fact] = mj.extract(f"{added}财政总收入12亿元。", **KNOWN)
    assert getattr(fact, field) == value
