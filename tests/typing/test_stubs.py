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


def test_the_stubs_of_the_knowledge_checks_are_true():
    """They leave out what only the compiler of the knowledge files uses."""
    modules = ("mujun._knowledge.schema", "mujun._knowledge.schema_regions")
    done = check("mypy.stubtest", *modules, "--mypy-config-file=pyproject.toml", "--ignore-missing-stub")
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_package_is_strictly_typed():
    done = check("mypy", "--config-file=pyproject.toml")
    assert done.returncode == 0, done.stdout


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
        "reveal_type(facts.to_pandas(language='zh', dtype_backend='pyarrow'))\n"
        "reveal_type(facts.pivot(conflict='first').loc['路桥区'])\n"
        "reveal_type(facts.to_sdmx_csv(undated='omit'))\n"
        "reveal_type(facts.filter(status='actual').derive()[0].low)\n"
        "reveal_type(mj.Knowledge().with_file('mine.toml').check())\n",
        encoding="utf-8",
    )
    done = check("mypy", "--strict", code)
    assert done.returncode == 0, done.stdout
    for revealed in (
        '"float"',
        '"datetime.date | None"',
        '"mujun.facts.facts.Facts"',
        '"pandas.',
        '"str | None"',
        '"list[str]"',
    ):
        assert revealed in done.stdout, done.stdout


def test_users_see_mistakes(tmp_path):
    mistakes = [
        "mj.extract(3)",
        "mj.extract('x').to_pandas(language='fr')",
        "mj.extract('x').pivot(conflict='mean')",
        "mj.extract('x').to_sdmx_csv(undated='skip')",
        "mj.extract('x')[0].valeu",
    ]
    code = tmp_path / "use.py"
    code.write_text("\n".join(["import mujun as mj", *mistakes]) + "\n", encoding="utf-8")
    told = check("mypy", "--strict", code).stdout
    for line, mistake in enumerate(mistakes, start=2):
        assert f"use.py:{line}: error" in told, mistake
