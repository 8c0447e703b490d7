"""The examples in the docstrings of the installed package."""

import doctest
import importlib
import inspect
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


def public():
    """Every function and class that `mujun` and its public modules offer, by its name."""
    for module in (mujun, mujun.knowledge, mujun.plot, mujun.sdmx):
        for name in module.__all__:
            what = getattr(module, name)
            if inspect.isfunction(what) or inspect.isclass(what):
                yield pytest.param(what, id=f"{module.__name__}.{name}")


@pytest.mark.parametrize("what", list(public()))
def test_everything_public_has_an_example(what):
    assert ">>>" in inspect.getdoc(what)
