"""The examples of README.md, and what they print when they are run. As a script: puts that into README.md."""

import contextlib
import io
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$(?:\n\n```text\n(.*?)^```$)?", re.MULTILINE | re.DOTALL)


class Example(NamedTuple):
    """A block of code, and the block right behind it that shows what it prints, if there is one."""

    language: str
    code: str
    output: str | None


def examples() -> list[Example]:
    """All code blocks, in order."""
    return [Example(*found.groups()) for found in BLOCK.finditer(README.read_text(encoding="utf-8"))]


def tidy(printed: str) -> str:
    """Without the blanks that a reader does not see."""
    return "\n".join(line.rstrip() for line in printed.splitlines()).strip("\n") + "\n"


class Reader:
    """Tries the examples one after another; what Python defined stays defined."""

    def __init__(self) -> None:
        self.namespace: dict[str, object] = {}

    def run(self, example: Example) -> str:
        """Give what the example prints; raises where it fails."""
        return tidy({"sh": self._shell, "python": self._python}[example.language](example.code))

    def _shell(self, code: str) -> str:
        """As printed, only that a nested pytest lists its tests and pip installs into a folder of its own."""
        with tempfile.TemporaryDirectory() as folder:
            environment = os.environ | {
                "COLUMNS": "110",
                "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
                "PIP_NO_BUILD_ISOLATION": "false",  # which means: do not isolate
                "PIP_NO_DEPS": "true",
                "PIP_TARGET": folder,
                "PYTEST_ADDOPTS": "--collect-only -q",
                "SKBUILD_BUILD_DIR": str(ROOT / "build" / "{wheel_tag}"),
            }
            done = subprocess.run(
                ["sh", "-eu"],
                input=code,
                cwd=ROOT,
                env=environment,
                capture_output=True,
                text=True,
                check=False,
            )
        if done.returncode != 0:
            raise RuntimeError(f"{code}{done.stderr}")
        return done.stdout

    def _python(self, code: str) -> str:
        """In a folder that has the samples in their place, so that files that it writes do not stay."""
        printed = io.StringIO()
        with tempfile.TemporaryDirectory() as folder:
            Path(folder, "tests").symlink_to(ROOT / "tests")
            with contextlib.chdir(folder), contextlib.redirect_stdout(printed):
                exec(compile(code, README.name, "exec"), self.namespace)
        return printed.getvalue()


def main() -> None:
    """Rewrite the blocks that show what is printed."""
    reader = Reader()
    text = README.read_text(encoding="utf-8")
    for example in examples():
        if example.output is not None:
            text = text.replace(example.output, reader.run(example))
    README.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
