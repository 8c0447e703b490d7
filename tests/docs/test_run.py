"""The script that leads from nothing to running, in a place where everything is set up already."""

import shutil
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[2]
SAMPLE = ROOT / "tests" / "samples" / "qinghe.txt"


def run(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([ROOT / "run", *arguments], cwd=cwd, capture_output=True, text=True, check=False)


def test_what_is_current_starts_at_once_and_paths_are_the_callers(tmp_path):
    shutil.copy(SAMPLE, tmp_path)
    run("setup", cwd=ROOT)
    done = run("extract", SAMPLE.name, "--format", "jsonl", cwd=tmp_path)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith('{"page"')


def test_an_unknown_command_is_refused(tmp_path):
    done = run("dance", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stderr.endswith("no such command: dance\n")
    assert "usage" in done.stderr


def test_help_needs_nothing(tmp_path):
    done = run("help", cwd=tmp_path)
    assert done.returncode == 0
    assert "extract" in done.stdout
