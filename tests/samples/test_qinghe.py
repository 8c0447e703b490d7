"""The sample page is read as its author means it: every row, every field."""

import json
from pathlib import Path

import mujun as mj

HERE = Path(__file__).parent


def test_every_fact():
    lines = (HERE / "qinghe.facts.jsonl").read_text(encoding="utf-8").splitlines()
    facts = mj.extract(mj.read(HERE / "qinghe.txt", published="2024-04-22"))
    assert [fact.text for fact in facts] == [json.loads(line)["text"] for line in lines]
    for fact, meant in zip(facts, map(json.loads, lines), strict=True):
        period = meant.pop("period") or [None, None]
        assert [day and day.isoformat() for day in (fact.period_start, fact.period_end)] == period, fact
        assert {field: getattr(fact, field) for field in meant} == meant, fact
