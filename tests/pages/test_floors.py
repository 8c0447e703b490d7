"""What has been reached on the labelled pages is never lost again."""

import json

import corpus
import pytest

RECORD = json.loads(corpus.FLOORS.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def totals(facts, tmp_path_factory):
    return corpus.score(facts, tmp_path_factory.mktemp("facts"))


def test_floors_are_of_this_corpus():
    assert corpus.fingerprint() == RECORD["corpus"], (
        "the labelled pages are not those that the floors were measured on; "
        "look at what changed, then run tests/pages/raise_floors.py"
    )


def test_every_figure_has_a_floor(totals):
    assert totals.keys() == RECORD["floors"].keys()


@pytest.mark.parametrize("figure", RECORD["floors"])
def test_floor(totals, figure):
    floor = RECORD["floors"][figure]
    assert totals[figure] >= floor, f"{figure} fell from {floor} to {totals[figure]:.4f}"
