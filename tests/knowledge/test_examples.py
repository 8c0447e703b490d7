"""Every example and not_example of every knowledge file, each a test of its own through the public extract.

One entry's: pytest tests/knowledge/test_examples.py -k units-mu-
"""

import pytest

from mujun.knowledge import builtin
from mujun.reading import examples


def each(kind):
    return [
        pytest.param(entry, case, id=f"{entry.file.removesuffix('.toml')}-{entry.id}-{kind}-{number}")
        for entry in builtin.entries()
        for number, case in enumerate(getattr(entry, f"{kind}s"))
    ]


@pytest.mark.parametrize(("entry", "case"), each("example"))
def test_example(entry, case):
    assert examples.fault(entry, case) == ""


@pytest.mark.parametrize(("entry", "case"), each("not_example"))
def test_not_example(entry, case):
    assert examples.fault_of_not(entry, case) == ""


def test_the_classes_that_trails_name_are_classes():
    assert examples.told_classes | examples.hiding_classes <= set(builtin.word_classes())
