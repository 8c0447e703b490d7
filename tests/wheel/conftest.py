"""The wheel that `./run wheel` made, tried where there is nothing but Python; without it no test is here."""

import os
import sys
import tempfile
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))  # bare_root.py is these tests' own

from bare_root import BareRoot

ROOT = Path(__file__).parents[2]
collect_ignore_glob = [] if "MUJUN_WHEEL" in os.environ else ["test_*.py"]


@pytest.fixture(scope="session")
def wheel() -> Path:
    return Path(os.environ["MUJUN_WHEEL"])


@pytest.fixture(scope="session")
def bare_root(wheel):
    """A bare Debian where the wheel is installed, with the extras that the repository's tests need there."""
    with tempfile.TemporaryDirectory() as folder:
        root = BareRoot(Path(folder, "root"))
        try:
            for name in ("README.md", "pyproject.toml", "cpp/knowledge", "tests"):
                root.copy(ROOT / name, f"/mujun/{name}")
            root.copy(Path(os.environ["MUJUN_PACKAGES"]), "/packages")
            root.copy(wheel, f"/packages/{wheel.name}")
            root.run(root.python, "-m", "venv", "/venv")
            packages = ["mujun[html,excel,plot]", "pytest", "hypothesis", "polars"]
            root.run("pip", "install", "--no-index", "--find-links=/packages", *packages)
            yield root
        finally:
            root.remove()
