"""The wheel in a Debian that has no ICU, no compiler and no network."""

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SAMPLE = "tests/samples/qinghe.txt"
# Whatever reads text: words with their examples, sentences, stages, samples; and each docstring's example.
FOLDERS = ["samples", "sentences", "knowledge", "stages", "properties", "docs/test_docstrings.py"]


def test_the_root_is_bare(bare_root):
    assert bare_root.run("find", "/", "-xdev", "-name", "libicu*", "-not", "-path", "/venv/*") == ""
    for tool in ("cc", "gcc", "g++", "clang", "cmake"):
        with pytest.raises(RuntimeError, match=f"{tool}.*: No such file"):
            bare_root.run(tool, "--version")


def test_the_sample_page_is_read_as_it_is_here(bare_root):
    extract = ["-m", "mujun", "extract", SAMPLE, "--published", "2024-04-22", "--format", "jsonl"]
    here = subprocess.run(
        [sys.executable, *extract], cwd=ROOT, check=True, capture_output=True, text=True
    ).stdout
    assert len(here.splitlines()) > 20
    assert bare_root.run("python", *extract, folder="/mujun") == here
    assert bare_root.run("mujun", *extract[2:], folder="/mujun") == here


@pytest.mark.parametrize("folder", FOLDERS)
def test_the_tests_pass(bare_root, folder):
    """Those of speed apart, which hold where nothing else runs."""
    command = ["python", "-m", "pytest", "-q", "-p", "no:cacheprovider", "-k", "not linear"]
    assert " passed" in bare_root.run(*command, f"tests/{folder}", folder="/mujun")
