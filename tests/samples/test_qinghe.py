"""The sample page is read as its author means it: every row, every field."""

import json
from pathlib import Path

import mujun as mj

HERE = Path(__file__).parent
FIELDS = ("text", "indicator", "subject", "measure", "basis", "reference", "value", "unit", "qualifier", "status")


def test_every_fact():
    meant = [json.loads(line) for line in (HERE / "qinghe.facts.jsonl").read_text(encoding="utf-8").splitlines()]
    rows = mj.extract(mj.read(HERE / "qinghe.txt")).to_dicts()
    read = [
        {field: row[field] for field in FIELDS}
        | {"period": [day and day.isoformat() for day in (row["period_start"], row["period_end"])]}
        for row in rows
    ]
    assert read == [row | {"period": row["period"] or [None, None]} for row in meant]
