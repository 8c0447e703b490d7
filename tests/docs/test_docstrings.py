"""The examples in the docstrings of the installed package."""

import doctest
import importlib
import pkgutil
from pathlib import Path

import pytest

import mujun

ROOT = Path(__file__).parents[2]
MODULES = [
    "mujun",
    *(m.name for m in pkgutil.walk_packages(mujun.__path__, "mujun.") if "__main__" not in m.name),
]


@pytest.mark.parametrize("name", MODULES)
def test_examples(name, monkeypatch):
    monkeypatch.chdir(ROOT)
    failed, _ = doctest.testmod(
        importlib.import_module(name), optionflags=doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
    )
    assert failed == 0


def test_there_are_examples():
    finder = doctest.DocTestFinder()
    assert any(test.examples for name in MODULES for test in finder.find(importlib.import_module(name)))
