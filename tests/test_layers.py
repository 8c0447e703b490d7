"""The rooms of the core: who may include whom, and that the core knows nothing of Python."""

import os
import re
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
CPP = ROOT / "cpp"
STAGES = ["decode", "fold", "layout", "scan", "name", "bind"]
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]', re.MULTILINE)

# What each room may include besides itself. A stage of reading: the stages before it.
ALLOWED = {
    "model": ["model"],
    "knowledge": ["model", "knowledge"],
    "arrow": ["model", "arrow"],
    "compute": ["model", "knowledge", "read", "compute"],
    "bindings": ["model", "knowledge", "read", "compute", "arrow", "bindings"],
    "fuzz": ["model", "knowledge", "read", "compute", "arrow", "fuzz"],
    "bench": ["model", "knowledge", "read", "compute", "arrow", "bench"],
    "read": ["model", "knowledge", "read"],
    **{
        f"read/{stage}": ["model", "knowledge", *(f"read/{earlier}" for earlier in STAGES[: at + 1])]
        for at, stage in enumerate(STAGES)
    },
}
SOURCES = sorted(path for ending in ("*.cpp", "*.hpp") for path in CPP.rglob(ending))


def room(path: Path) -> str:
    """read/pipeline.cpp is in read; read/scan/period.cpp is in read/scan."""
    parts = path.parent.parts
    return "/".join(parts[:2]) if parts[0] == "read" else parts[0]


def faults(path: Path, text: str) -> list[str]:
    """What a file, named from cpp/, includes against the rules."""
    allowed = ALLOWED[room(path)]
    found = []
    for bracket, name in INCLUDE.findall(text):
        if bracket == "<":
            foreign = name.startswith("pybind11/") or name == "Python.h"
            wrong = foreign and room(path) != "bindings"
        else:
            wrong = not any(name.startswith(f"{prefix}/") for prefix in allowed)
        if wrong:
            found.append(name)
    return found


def test_every_source_is_in_a_room():
    assert SOURCES
    assert {room(path.relative_to(CPP)) for path in SOURCES} <= set(ALLOWED)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(CPP)))
def test_includes(path):
    assert faults(path.relative_to(CPP), path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("path", "line"),
    [
        ("model/fact.cpp", '#include "knowledge/knowledge.hpp"'),
        ("read/scan/period.cpp", '#include "read/bind/grammar.hpp"'),
        ("read/fold/fold.cpp", '#include "read/pipeline.hpp"'),
        ("arrow/export.cpp", "#include <pybind11/pybind11.h>"),
        ("compute/panel.cpp", "#include <Python.h>"),
        ("read/bind/grammar.cpp", '#include "bindings/bindings.hpp"'),
        ("read/bind/grammar.cpp", '#include "grammar.hpp"'),
    ],
)
def test_a_wrong_include_is_seen(path, line):
    assert faults(Path(path), line) == [line.split()[1].strip('"<>')]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(CPP)))
def test_files_are_short(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


def test_the_core_needs_no_python():
    libraries = sorted((ROOT / "build").rglob("libmujun_core.a"), key=lambda path: path.stat().st_mtime)
    if not libraries:
        if os.environ.get("CI") == "true":
            pytest.fail("no core library under build/: ./run test builds it there")
        pytest.skip("no core library under build/")
    wanted = subprocess.run(
        ["nm", "--undefined-only", libraries[-1]], check=True, capture_output=True, text=True
    ).stdout
    assert "operator new" in wanted or "_Znwm" in wanted  # nm did list what the library wants
    assert re.findall(r"\bU (_?Py\w+)", wanted) == []
