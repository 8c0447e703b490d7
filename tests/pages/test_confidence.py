"""What the reader is sure of is right, and of enough facts it is sure."""

import importlib.util
import json

import corpus
import pytest

SURE = 0.8


@pytest.fixture(scope="module")
def judged(facts):
    """Confidence of each labelled fact that was found, and whether all its strict fields are right."""
    spec = importlib.util.spec_from_file_location("score", corpus.SHARED / "score.py")
    score = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(score)
    found = []
    for name, page in facts.items():
        lines = (corpus.PAGES / f"{name}.facts.jsonl").read_text(encoding="utf-8").splitlines()
        labels = [json.loads(line) for line in lines if line.strip()]
        rows = page.to_dicts()
        found += [
            (rows[j]["confidence"], all(score.right(field, labels[i], rows[j]) for field in score.STRICT))
            for i, j in score.align(labels, rows)[0]
            if labels[i]["required"]
        ]
    return found


def test_sure_facts_are_right_nine_times_in_ten(judged):
    sure = [right for confidence, right in judged if confidence >= SURE]
    assert sum(sure) >= 0.9 * len(sure)


def test_sure_of_more_than_a_third(judged):
    assert sum(confidence >= SURE for confidence, _ in judged) > len(judged) / 3


def test_the_surer_the_oftener_right(judged):
    sure = [right for confidence, right in judged if confidence >= SURE]
    rest = [right for confidence, right in judged if confidence < SURE]
    assert sum(sure) / len(sure) > sum(rest) / len(rest)
