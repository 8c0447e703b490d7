"""The wheel's ICU, whose data is a twentieth of the whole, answers as the whole does."""

import json
import re
import subprocess
import sys
from pathlib import Path

import icu_answers
import pytest
from elftools.elf.elffile import ELFFile

from mujun import _core

HERE = Path(__file__).parent

# Each part of ICU that the core calls when it runs, and the answers that show its data to be there.
SHOWN_BY = {
    "ucnv": [f"decode {encoding}" for encoding in _core.encodings()],
    "ucsdet": ["detect"],
}


@pytest.fixture(scope="module")
def whole() -> dict[str, str]:
    """The answers of the wheel before it was repaired, which uses the system's ICU."""
    script = [sys.executable, HERE / "icu_answers.py"]
    return json.loads(subprocess.run(script, check=True, capture_output=True, text=True).stdout)


@pytest.fixture(scope="module")
def filtered(bare_root) -> dict[str, str]:
    return json.loads(bare_root.run("python", "/mujun/tests/wheel/icu_answers.py"))


def test_the_whole_icu_is_the_systems():
    libraries = subprocess.run(["ldd", _core.__file__], check=True, capture_output=True, text=True).stdout
    places = re.findall(r"libicudata\S* => (\S+)", libraries)
    assert len(places) == 1
    assert Path(places[0]).stat().st_size > 20_000_000


def test_every_answer_is_the_same(whole, filtered):
    assert filtered == whole
    assert len(set(whole.values())) == len(whole)  # no two are the answer of an ICU that knows nothing


def test_each_part_of_icu_in_use_is_asked(whole):
    with Path(_core.__file__).open("rb") as module:
        symbols = ELFFile(module).get_section_by_name(".dynsym").iter_symbols()
        icu = [symbol.name for symbol in symbols if re.search(r"_\d\d$|icu_\d\d", symbol.name)]
    assert {name.split("_")[0].lower() for name in icu} == set(SHOWN_BY)
    assert {answer for answers in SHOWN_BY.values() for answer in answers} == set(whole)


def test_the_answers_tell_an_icu_with_data_from_one_without():
    """Some of what is digested, in clear: a table that is missing would leave these as they are, or fail."""
    assert "\n亩\n" in _core.decode(icu_answers.pairs(), "gb18030")[0]
    assert "\n畝\n" in _core.decode(icu_answers.pairs(), "big5")[0]
    assert "\n㙟\n" in _core.decode(icu_answers.pairs(), "big5-hkscs")[0]
    assert "\n㐀\n" in _core.decode(icu_answers.fours(), "gb18030")[0]
