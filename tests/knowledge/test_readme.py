"""The patterns of cpp/knowledge/README.md, for people who do not program: accepted, and read as they say."""

import re
from pathlib import Path

import pytest

import mujun as mj
from mujun.knowledge import builtin

README = Path(__file__).parents[2] / "cpp" / "knowledge" / "README.md"
PATTERNS = re.findall(r"^```toml\n(.*?)^```$", README.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def test_there_is_a_pattern_of_each_kind():
    for table in ("indicator", "unit", "word", "region"):
        assert any(f"[[{table}]]" in pattern for pattern in PATTERNS), table


@pytest.mark.parametrize("pattern", PATTERNS, ids=lambda pattern: pattern.split("\n")[1])
def test_pattern(pattern, tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text(pattern, encoding="utf-8")
    assert mj.Knowledge().with_file(path).check() == []


def test_the_classes_it_names_are_classes():
    table = README.read_text(encoding="utf-8").split("| class | such as | says |")[1].split("\n\n")[0]
    named = {name for row in table.splitlines()[2:] for name in re.findall(r"`(\w+)`", row.split("|")[1])}
    assert named
    assert named <= set(builtin.word_classes())
