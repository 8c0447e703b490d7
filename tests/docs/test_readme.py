"""What README.md shows is what happens: each of its blocks is run, and what it prints is compared."""

import contextlib
import io
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
BLOCKS = BLOCK.findall((ROOT / "README.md").read_text(encoding="utf-8"))


def blocks(language: str) -> list[tuple[str, str | None]]:
    """The blocks of a language, each with the `text` block right behind it, which is what it prints."""
    followers = [*BLOCKS[1:], ("", "")]
    return [
        (code, output if kind == "text" else None)
        for (own, code), (kind, output) in zip(BLOCKS, followers, strict=True)
        if own == language
    ]


def assert_prints(printed: str, output: str) -> None:
    """Line by line, but for blanks at the end; a last line `…` leaves out the rest."""
    seen, shown = ([line.rstrip() for line in text.strip().splitlines()] for text in (printed, output))
    if shown[-1].strip() == "…":
        shown.pop()
        assert len(seen) > len(shown)
        seen = seen[: len(shown)]
    assert seen == shown


def test_every_block_is_checked():
    assert {language for language, _ in BLOCKS} <= {"sh", "python", "text"}
    compared = sum(output is not None for language in ("sh", "python") for _, output in blocks(language))
    assert compared == sum(language == "text" for language, _ in BLOCKS)


@pytest.mark.parametrize(("code", "output"), blocks("sh"))
def test_shell_block(code, output, tmp_path):
    """As printed; only, a nested pytest lists its tests and pip installs beside the environment in use."""
    environment = os.environ | {
        "COLUMNS": "110",
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "PIP_NO_BUILD_ISOLATION": "false",  # which means: do not isolate
        "PIP_NO_DEPS": "true",
        "PIP_TARGET": str(tmp_path / "site-packages"),
        "PYTEST_ADDOPTS": "--collect-only -q",
        "SKBUILD_BUILD_DIR": str(ROOT / "build" / "{wheel_tag}"),
    }
    done = subprocess.run(
        ["sh", "-eu"], input=code, cwd=ROOT, env=environment, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    if output is not None:
        assert_prints(done.stdout, output)


def test_python_blocks(monkeypatch):
    """One after another in one namespace, as a reader would try them."""
    monkeypatch.chdir(ROOT)
    namespace: dict[str, object] = {}
    for code, output in blocks("python"):
        printed = io.StringIO()
        with contextlib.redirect_stdout(printed):
            exec(compile(code, "README.md", "exec"), namespace)
        if output is not None:
            assert_prints(printed.getvalue(), output)
