"""The table as Python sees it: rows, slices, filters, explanations."""

import datetime as dt

import pytest

import mujun as mj


def test_rows_are_records(facts, page):
    assert [fact.start for fact in facts] == sorted(fact.start for fact in facts)
    for fact in facts:
        assert page.text[fact.start : fact.end] == fact.text
        assert fact._fields == facts.columns


def test_index_and_slice(facts):
    assert facts[0] == next(iter(facts))
    assert facts[-1] == facts[len(facts) - 1] == list(facts)[-1]
    assert list(facts[1:3]) == [fact._replace(parent=None) for fact in list(facts)[1:3]]
    assert len(facts[::-1]) == len(facts)
    for at in (len(facts), -len(facts) - 1):
        with pytest.raises(IndexError):
            facts[at]


def test_to_dicts(facts):
    assert facts.to_dicts() == [fact._asdict() for fact in facts]
    assert list(facts.to_dicts()[0]) == list(facts.columns)


def test_filter(facts):
    assert {fact.measure for fact in facts} > {"growth"}
    growth = facts.filter(measure="growth")
    assert [fact.text for fact in growth] == [fact.text for fact in facts if fact.measure == "growth"]
    both = facts.filter(measure=["growth", "level"], unit="%")
    assert {fact.unit for fact in both} == {"%"}
    assert len(facts.filter(indicator="no such thing")) == 0


def test_filter_by_day_and_null(facts):
    day = next(fact.period_end for fact in facts if fact.period_end)
    assert list(facts.filter(period_end=day.isoformat())) == list(facts.filter(period_end=day))
    assert all(fact.period_end is None for fact in facts.filter(period_end=None))
    with pytest.raises(mj.MujunError, match="period_end='soon' is no day"):
        facts.filter(period_end="soon")


def test_filter_by_an_unknown_column(facts):
    with pytest.raises(mj.MujunError, match="did you mean 'indicator'"):
        facts.filter(indicater="x")
    with pytest.raises(mj.MujunError, match="the columns are page, article"):
        facts.filter(zzz="x")


def test_explain(facts, page):
    for at, fact in enumerate(facts):
        told = facts.explain(at)
        assert told["evidence"] == page.text[fact.evidence_start : fact.evidence_end]
        assert fact.text in told["evidence"]
        assert told["rule"] == fact.rule
        assert all(entry.count(":") == 1 for entry in told["entries"])
    assert any(facts.explain(at)["entries"] for at in range(len(facts)))
    with pytest.raises(IndexError):
        facts.explain(len(facts))


def test_explain_follows_the_rows(facts):
    last = facts[len(facts) - 1 :]
    assert last.explain(0)["evidence"] == facts.explain(-1)["evidence"]


def test_concat(facts):
    other = mj.extract("去年，全县粮食产量30万吨。", name="other", published=dt.date(2019, 1, 20))
    whole = mj.Facts.concat([facts, other, facts])
    assert len(whole) == 2 * len(facts) + len(other)
    assert [fact.page for fact in whole] == [
        *["平塘.txt"] * len(facts),
        *["other"] * len(other),
        *["平塘.txt"] * len(facts),
    ]
    assert "粮食" in whole.explain(len(facts))["evidence"]
    assert len(whole.documents) == 3
    first, last = whole[: len(facts)], whole[-len(facts) :]
    groups = [{fact.group for fact in part if fact.group is not None} for part in (first, last)]
    assert not groups[0] & groups[1]


def test_concat_keeps_parents(facts):
    parents = [fact.parent for fact in facts]
    whole = mj.Facts.concat([facts, facts])
    assert [fact.parent for fact in whole] == parents + [
        None if parent is None else parent + len(facts) for parent in parents
    ]


def test_concat_of_nothing():
    assert len(mj.Facts.concat([])) == 0
