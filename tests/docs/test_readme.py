"""What README.md shows is what happens: each of its blocks is run, and what it prints is compared."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))  # readme.py is a script too: it refreshes what README.md shows

import readme

EXAMPLES = readme.examples()


@pytest.fixture(scope="module")
def reader():
    return readme.Reader()


def test_every_block_is_an_example():
    fences = readme.README.read_text(encoding="utf-8").count("```")
    assert fences == 2 * sum(1 + (example.output is not None) for example in EXAMPLES)


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.code.split("\n")[0])
def test_example(reader, example):
    printed = reader.run(example)
    if example.output is not None:
        assert printed == readme.tidy(example.output), "python tests/docs/readme.py refreshes README.md"
