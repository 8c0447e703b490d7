"""How the tests call the command."""

import subprocess
import sys

TEXT = "今年一季度，全县财政总收入12.5亿元，同比增长8.2%。\n"


def run(*arguments, stdin: bytes = b"") -> subprocess.CompletedProcess[str]:
    done = subprocess.run(
        [sys.executable, "-m", "mujun", *map(str, arguments)], input=stdin, capture_output=True, check=False
    )
    return subprocess.CompletedProcess(
        done.args, done.returncode, done.stdout.decode("utf-8"), done.stderr.decode("utf-8")
    )


def one_line(done, *words):
    """The complaint is one line, and has these words."""
    assert len(done.stderr.splitlines()) == 1
    assert done.stderr.startswith("mujun: ")
    for word in words:
        assert word in done.stderr
