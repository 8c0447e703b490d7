"""The stub of the compiled module says what the module is, and the package passes the type checker."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]


def check(*command, cwd=ROOT) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", *command]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)


def test_the_stub_is_true():
    allowed = Path(__file__).with_name("stubtest_allowlist.txt")
    done = check(
        "mypy.stubtest", "mujun._core", "--mypy-config-file=pyproject.toml", f"--allowlist={allowed}"
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_wrong_stub_is_seen(tmp_path):
    """The gate above must be able to fail."""
    (tmp_path / "colours.py").write_text("def mix(a, b): ...\n", encoding="utf-8")
    (tmp_path / "colours.pyi").write_text("def mix(a: int) -> int: ...\n", encoding="utf-8")
    done = check("mypy.stubtest", "colours", cwd=tmp_path)
    assert done.returncode == 1
    assert "colours.mix" in done.stdout


def test_users_see_types(tmp_path):
    code = tmp_path / "use.py"
    code.write_text(
        "import mujun as mj\n"
        "facts = mj.extract('财政总收入12亿元')\n"
        "reveal_type(facts[0].value)\n"
        "reveal_type(facts[0].period_end)\n"
        "reveal_type(facts[1:])\n"
        "reveal_type(facts.to_pandas())\n",
        encoding="utf-8",
    )
    done = check("mypy", "--strict", code)
    assert done.returncode == 0, done.stdout
    for revealed in ('"float"', '"datetime.date | None"', '"mujun.facts.Facts"', '"pandas.'):
        assert revealed in done.stdout, done.stdout
