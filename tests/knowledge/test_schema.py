"""What the compiler refuses, each refusal shown with a small bad file, and what the shipped files keep to."""

import subprocess
import sys
from pathlib import Path

import pytest

import mujun as mj
from mujun._knowledge import schema

sys.path.insert(0, str(Path(__file__).parent))  # entries.py is shared by the tests of knowledge files

from entries import EXAMPLES, WORD

FOLDER = Path(schema.__file__).parent
SOURCE = Path(__file__).parents[2] / "cpp" / "knowledge"  # the compiler is no part of the wheel
CLASSES = schema.word_classes(FOLDER)
FILES = sorted(FOLDER.glob("*.toml"))

UNIT = """
[[unit]]
id = "qing_ell"
symbol = "尺布"
surfaces = ["尺布"]
dimension = "cloth"
in_base = "1"
base = "尺布"
source = "a measure of cloth"
examples = [{ text = "售出棉布30尺布。", span = "30尺布" }]
"""
INDICATOR = """
[[indicator]]
id = "cloth_per_head"
name = "人均用布"
kind = "rate"
dimension = "length/count"
from = ["gdp", "resident_population"]
source = "a shop's book"
examples = [{ text = "人均用布6米。", span = "6米" }]
"""
BAD = {
    "no example": (WORD.replace(EXAMPLES, ""), "swell: no example"),
    "example without its span": (WORD.replace('span = "5%"', 'span = "6%"'), "swell: an example needs text"),
    "not_example without why": (WORD + 'not_examples = [{ text = "膨大" }]', "swell: a not_example needs"),
    "one character": (WORD.replace("膨大", "膨"), "swell: one-character surface 膨 without a not_example"),
    "surface twice in the entry": (
        WORD.replace('["膨大"]', '["膨大", "膨大"]'),
        "swell: a surface is listed",
    ),
    "surface taken": (WORD.replace("膨大", "增长"), "swell: surface 增长 is also of"),
    "space around a surface": (
        WORD.replace('["膨大"]', '["膨大 "]'),
        "swell: surface '膨大 ' is empty or has",
    ),
    "full-width": (WORD.replace('["膨大"]', '["膨大Ａ"]'), "swell: surface 膨大Ａ is full-width"),
    "unknown class": (WORD.replace("growth_verb", "growth"), "swell: unknown class growth"),
    "a class of its own table": (WORD.replace("growth_verb", "unit"), "swell: unknown class unit"),
    "bad direction": (WORD.replace('"up"', '"sideways"'), "swell: direction must be up or down"),
    "unknown key": (WORD + 'colour = "red"', "swell: unknown key colour"),
    "wrong type": (WORD.replace('"up"', "1"), "swell: direction must be text in quotes"),
    "unknown table": ("[[verb]]\nid = 'x'", "verb: unknown key"),
    "no id": (WORD.replace('id = "swell"\n', ""), "(no id): no id"),
    "unsorted": (
        WORD + WORD.replace("swell", "bloat").replace("膨大", "胀大"),
        "bloat: not sorted, after swell",
    ),
    "id taken": (WORD.replace("swell", "rise"), "rise: the id is taken in verbs.toml"),
    "not TOML": ("[[word", "mine.toml: "),
    "no source": (UNIT.replace('source = "a measure of cloth"\n', ""), "qing_ell: no source"),
    "unknown base": (UNIT.replace('base = "尺布"', 'base = "丈"'), "qing_ell: base 丈 is no unit"),
    "zero": (UNIT.replace('in_base = "1"', 'in_base = "0"'), "qing_ell: in_base must be"),
    "no number": (UNIT.replace('in_base = "1"', 'in_base = "1/0"'), "qing_ell: in_base must be"),
    "unknown kind": (INDICATOR.replace('"rate"', '"ratio"'), "cloth_per_head: unknown kind ratio"),
    "unknown dimension": (INDICATOR.replace("length", "width"), "cloth_per_head: unknown dimension width"),
    "unknown code": (INDICATOR.replace('"gdp"', '"gnp"'), "cloth_per_head: unknown indicator gnp in from"),
    "half a ratio": (INDICATOR.replace('"gdp", ', ""), "cloth_per_head: from must be"),
    "better than better": (INDICATOR + "better = 2", "cloth_per_head: better must be"),
}


@pytest.mark.parametrize("text", [UNIT, INDICATOR, WORD], ids=["unit", "indicator", "word"])
def test_the_good_files_are_good(tmp_path, text):
    mine = tmp_path / "mine.toml"
    mine.write_text(text, encoding="utf-8")
    mj.Knowledge().with_file(mine)


@pytest.mark.parametrize(("text", "message"), BAD.values(), ids=BAD)
def test_refusal(tmp_path, text, message):
    mine = tmp_path / "mine.toml"
    mine.write_text(text, encoding="utf-8")
    with pytest.raises(mj.MujunError) as refused:
        mj.Knowledge().with_file(mine)
    assert str(refused.value).startswith("mine.toml: ")
    assert message in str(refused.value)


def compiled(folder, out):
    return subprocess.run(
        [sys.executable, "-B", folder / "compile.py", out], capture_output=True, text=True, check=False
    )


def refused(copy, out, file, before, after):
    """What the compiler says of a file in which `after` stands for `before`."""
    text = (copy / file).read_text("utf-8")
    assert before in text
    (copy / file).write_text(text.replace(before, after, 1), "utf-8")
    result = compiled(copy, out)
    assert result.returncode == 1
    return result.stderr


@pytest.fixture
def copy(tmp_path):
    for file in [*SOURCE.glob("*.toml"), *SOURCE.glob("*.py"), *SOURCE.glob("*.csv"), SOURCE / "tables.hpp"]:
        (tmp_path / file.name).write_bytes(file.read_bytes())
    return tmp_path


def test_the_compiler_is_deterministic(copy, tmp_path):
    outs = [tmp_path / "one.cpp", tmp_path / "two.cpp"]
    assert [compiled(copy, out).returncode for out in outs] == [0, 0]
    assert outs[0].read_bytes() == outs[1].read_bytes()


def test_the_compiler_fails_a_build_in_one_line(copy, tmp_path):
    units = copy / "units.toml"
    units.write_text(units.read_text("utf-8").replace('in_base = "2000/3"', 'in_base = "many"'), "utf-8")
    result = compiled(copy, tmp_path / "out.cpp")
    assert result.returncode == 1
    assert result.stderr == "units.toml: mu: in_base must be a positive number or fraction, not many\n"
    assert not (tmp_path / "out.cpp").exists()


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("331004,路桥区,3,331000", "331004,路桥区,3,339900", "331004: unknown parent 339900"),
        ("331004,路桥区,3,331000,,", "331004,路桥区,3,331000,桥,", "331004: a one-character short name"),
        ("331004,路桥区", "321004,路桥区", "321004: not sorted"),
        ("code,name", "number,name", "header: must be"),
    ],
)
def test_regions_are_checked(copy, tmp_path, before, after, message):
    stderr = refused(copy, tmp_path / "out.cpp", "regions.csv", before, after)
    assert stderr.startswith(f"regions.csv: {message}")


@pytest.mark.parametrize(
    ("before", "after", "message"),
    [
        ("national_day,2019-10-01", "national_day,2019-13-01", "month must be in 1..12"),
        ("national_day,2019-10-01", "national_day,2019-10-08", "2019-10-07 ends what 2019-10-08 began"),
        ("national_day,2019-10-01,2019-", "national_day,2018-10-01,2018-", "not sorted, or a year twice"),
        ("holiday,first", "name,first", "header: must be"),
    ],
)
def test_holidays_are_checked(copy, tmp_path, before, after, message):
    stderr = refused(copy, tmp_path / "out.cpp", "holidays.csv", before, after)
    assert message in stderr
    assert stderr.startswith("holidays.csv: ")


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_surface_is_what_folding_leaves(file):
    """A surface in Traditional or full-width characters could never be found."""
    for entry in schema.read_entries(file, CLASSES):
        if entry.word_class == "script_phrase":  # these say what folding makes of a word
            continue
        for surface in entry.surfaces:
            found = [(finding.word_class, finding.id) for finding in mj.knowledge.lookup(surface)]
            assert (entry.word_class, entry.id) in found, surface
