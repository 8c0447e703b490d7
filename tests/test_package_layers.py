"""The folders of the Python package: each builds on those before it, and `import mujun` stays light."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "python" / "mujun"
# The way of the data. What a folder needs of a later one it imports where it is used.
ORDER = [
    "errors",
    "knowledge",
    "values",
    "table",
    "page",
    "facts",
    "reading",
    "view",
    "figures",
    "scoring",
    "sdmx",
    "plot",
    "shell",
]
DOORS = {"__init__", "__main__"}  # they open on everything
COMPILED = {"_core", "_knowledge"}  # they need nothing of the package
SOURCES = sorted(path for path in PACKAGE.rglob("*.py") if path.relative_to(PACKAGE).parts[0] not in COMPILED)


def room(module: str) -> str:
    """mujun.page.html.walk is in page."""
    return module.removeprefix("mujun").lstrip(".").partition(".")[0]


def imported(text: str) -> list[str]:
    """What of the package a module imports at once: not what it does within functions or for types."""
    found = []
    for line in ast.parse(text).body:
        match line:
            case ast.ImportFrom(module="mujun", names=names):
                found += [f"mujun.{name.name}" for name in names]
            case ast.ImportFrom(module=str(module)) if module.startswith("mujun."):
                found.append(module)
            case ast.Import(names=names):
                found += [name.name for name in names if name.name.startswith("mujun.")]
    return found


def faults(own: str, text: str) -> list[str]:
    """What a module in the room `own` imports of a later room."""
    allowed = {*ORDER[: ORDER.index(own) + 1], *COMPILED, "__version__"}
    return [module for module in imported(text) if room(module) not in allowed]


def test_every_module_is_in_a_room():
    rooms = {path.relative_to(PACKAGE).with_suffix("").parts[0] for path in SOURCES}
    assert rooms - DOORS == set(ORDER)


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_imports(path):
    own = path.relative_to(PACKAGE).with_suffix("").parts[0]
    assert own in DOORS or faults(own, path.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("own", "line", "module"),
    [
        ("page", "from mujun.facts.facts import Facts", "mujun.facts.facts"),
        ("table", "from mujun import _core, page", "mujun.page"),
        ("knowledge", "import mujun.view.markup", "mujun.view.markup"),
    ],
)
def test_a_wrong_import_is_seen(own, line, module):
    assert faults(own, line) == [module]
    assert faults(own, f"def late():\n    {line}\n") == []


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_files_are_short(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


def test_importing_it_loads_no_heavy_package():
    code = "import sys, mujun; print(*{name.partition('.')[0] for name in sys.modules})"
    loaded = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout
    assert "mujun" in loaded.split()
    heavy = {"numpy", "pandas", "polars", "pyarrow", "altair", "openpyxl", "rich", "typer", "resiliparse"}
    assert heavy.isdisjoint(loaded.split())
