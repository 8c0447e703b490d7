"""Entries of one's own at run time: a file from end to end, and what is told of a wrong one."""

import pickle
import subprocess
import sys
from pathlib import Path

import pytest

import mujun as mj

sys.path.insert(0, str(Path(__file__).parent))  # entries.py is shared by the tests of knowledge files

from entries import WORD

SAMPLE = Path(__file__).parents[1] / "samples" / "mine.toml"
TEXT = """2023年，新桥镇财政总收入3.2亿元，全区财政总收入5亿元。
2023年，全县村均路灯46盏，税收收入飞蹿12%。全镇流转水田50丘田，外运蜜桔300筐。
"""
REGION = """
[[region]]
id = "331004102"
name = "柏湾镇"
level = 4
parent = "331004"
source = "a map of one's own"
examples = [{ text = "2023年，柏湾镇财政总收入3亿元。", span = "3亿元", region_code = "331004102" }]
"""
UNIT = """
[[unit]]
id = "creel"
symbol = "篓"
surfaces = ["鱼篓"]
dimension = "count"
in_base = "1"
base = "篓"
source = "a fish market"
examples = [{ text = "2023年，全镇外销海鲜300鱼篓。", span = "300鱼篓", unit = "篓" }]
"""


@pytest.fixture(scope="module")
def mine():
    return mj.Knowledge().with_file(SAMPLE)


def own(tmp_path, text, name="own.toml"):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def read(knowledge):
    return {fact.text: fact for fact in mj.extract(TEXT, knowledge=knowledge)}


def test_the_sample_is_read_as_it_says(mine):
    assert mine.check() == []


def test_an_indicator_of_ones_own(mine):
    assert read(None)["46盏"].indicator_code is None
    assert read(mine)["46盏"].indicator_code == "street_lamps_per_village"
    assert [str(finding) for finding in mine.lookup("每村路灯")] == [
        "indicator:street_lamps_per_village  村均路灯"
    ]


def test_units_of_ones_own(mine):
    assert "300筐" not in read(None)
    assert read(mine)["300筐"].unit == "筐"
    field = read(mine)["50丘田"]
    assert (field.value, field.unit, field.base_value, field.base_unit) == (50, "丘田", 20000, "平方米")


def test_a_verb_of_ones_own(mine):
    assert "growth" not in {fact.measure for fact in read(None).values()}
    risen = read(mine)["12%"]
    assert (risen.measure, risen.value) == ("growth", 12)


def test_a_town_of_ones_own(mine):
    facts = read(mine)
    assert read(None)["3.2亿元"].region_code is None
    assert facts["3.2亿元"].region_code == "331004101"
    assert facts["5亿元"].subject == "路桥区"  # 全区, above the town that the page is about
    assert [finding.name for finding in mine.lookup("新桥")] == ["新桥镇"]


def test_explain_names_the_entries(mine):
    facts = mj.extract(TEXT, knowledge=mine)
    used = {entry for row in range(len(facts)) for entry in facts.explain(row)["entries"]}
    assert {
        "indicator:street_lamps_per_village",
        "unit:basket",
        "growth_verb:soar",
        "region:331004101",
    } <= used


def test_extract_many_takes_them(mine):
    pages = [("a", TEXT), ("b", TEXT)]
    facts = mj.extract_many(pages, knowledge=mine, threads=2)
    assert list(facts) == [
        fact for name, text in pages for fact in mj.extract(text, name=name, knowledge=mine)
    ]


def test_a_document_takes_them(mine):
    page = mj.read(TEXT.encode(), name="p")
    assert "筐" in {fact.unit for fact in mj.extract(page, knowledge=mine)}


def test_it_never_changes_and_travels(mine, tmp_path):
    larger = mine.with_file(own(tmp_path, WORD))
    assert mine.lookup("膨大") == []
    assert [finding.id for finding in larger.lookup("膨大")] == ["swell"]
    assert repr(larger) == "Knowledge(built-in entries and 6 of mine.toml, own.toml)"
    sent = pickle.loads(pickle.dumps(larger))
    assert [fact.text for fact in mj.extract(TEXT, knowledge=sent)] == list(read(mine))


def test_a_preferred_built_in_entry_keeps_its_words(tmp_path):
    """Both have the surface 分: the built-in one that is preferred answers, unless one's own says so."""
    text = UNIT.replace("鱼篓", "箩筐").replace('"creel"', '"hamper"')
    first = mj.Knowledge().with_file(own(tmp_path, text.replace("source", "prefer = true\nsource")))
    second = first.with_file(own(tmp_path, text.replace("hamper", "pannier").replace("篓", "篮"), "two.toml"))
    (fact,) = mj.extract("2023年，全镇外销海鲜300箩筐。", knowledge=second)
    assert fact.unit == "篓"
    third = mj.Knowledge().with_file(own(tmp_path, text))
    fourth = third.with_file(
        own(
            tmp_path,
            text.replace("hamper", "pannier").replace("篓", "篮").replace("source", "prefer = true\nsource"),
            "two.toml",
        )
    )
    (fact,) = mj.extract("2023年，全镇外销海鲜300箩筐。", knowledge=fourth)
    assert fact.unit == "篮"


WRONG = {
    "a table in single brackets": (
        "[word]\nid = 'x'",
        "word: an entry starts with [[word]], in double brackets",
    ),
    "a value where a table should be": ("unit = 3", "unit: an entry starts with [[unit]]"),
    "surfaces that are no texts": (
        WORD.replace('["膨大"]', "[3]"),
        "swell: surfaces must be a list of texts",
    ),
    "a surface that is no list": (
        WORD.replace('["膨大"]', '"膨大"'),
        "swell: surfaces must be a list in brackets",
    ),
    "an id with a space": (
        WORD.replace('"swell"', '"to swell"'),
        "to swell: an id is made of letters, digits and _",
    ),
    "a traditional surface": (
        WORD.replace("膨大", "膨脹"),
        "swell: surface 膨脹 is never found: write it in simplified",
    ),
    "a verb without a direction": (
        WORD.replace('direction = "up"\n', ""),
        "swell: direction is down or up for a growth_verb",
    ),
    "a direction where there is none": (
        WORD.replace("growth_verb", "noun_stop"),
        "swell: direction is none for a noun_stop",
    ),
    "a value that the core does not know": (
        WORD.replace("growth_verb", "status_word").replace('direction = "up"', 'value = "hoped"'),
        "swell: value 'hoped' must be one of expected, target, threshold for a status_word",
    ),
    "a value where there is none": (
        WORD.replace("growth_verb", "noun_stop").replace('direction = "up"', 'value = "x"'),
        "swell: value 'x' must be left out for a noun_stop",
    ),
    "a factor too long": (
        UNIT.replace('"count"', '"area"')
        .replace('in_base = "1"', f'in_base = "1/{3**60}"')
        .replace('base = "篓"', 'base = "平方米"'),
        "has too many digits",
    ),
    "a region's code": (REGION.replace('"331004102"', '"33100"', 1), "33100: the id of a region is its code"),
    "a region's level": (REGION.replace("level = 4", "level = 5"), "331004102: level must be 1 (province)"),
    "a region's parent": (REGION.replace('"331004"', '"339900"'), "331004102: unknown parent 339900"),
    "a region that is its own parent": (
        REGION.replace('parent = "331004"', 'parent = "331004102"'),
        "331004102: unknown parent",
    ),
    "a code that is taken": (REGION.replace('"331004102"', '"331003"'), "331003: the code is that of 黄岩区"),
}


@pytest.mark.parametrize(("text", "message"), WRONG.values(), ids=WRONG)
def test_a_wrong_file_is_told(tmp_path, text, message):
    with pytest.raises(mj.MujunError) as told:
        mj.Knowledge().with_file(own(tmp_path, text))
    assert str(told.value).startswith("own.toml: ")
    assert message in str(told.value)


def test_the_error_says_where_the_toml_breaks(tmp_path):
    with pytest.raises(mj.MujunError, match=r"own\.toml: .*line 4"):
        mj.Knowledge().with_file(own(tmp_path, WORD.replace('id = "swell"', "id = swell")))


def test_files_of_other_editors(tmp_path):
    marked = tmp_path / "marked.toml"
    marked.write_text(WORD.replace("\n", "\r\n"), encoding="utf-8-sig")
    assert mj.Knowledge().with_file(marked).check() == []
    chinese = tmp_path / "chinese.toml"
    chinese.write_text(WORD, encoding="gb18030")
    with pytest.raises(mj.MujunError, match=r"chinese\.toml: byte \d+ is no UTF-8: save the file as UTF-8"):
        mj.Knowledge().with_file(chinese)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (('span = "5%"', 'span = "路桥"'), "example 1: no row reads 路桥; the rows read 5%"),
        (('measure = "growth"', 'measure = "level"'), "example 1: measure is growth, not level"),
        (('measure = "growth"', 'value = "6"'), "example 1: value is 5.0, not 6"),
        (("税收收入膨大5%", "税收收入增长5%"), "example 1: 5% is read without the entry; it is read by "),
    ],
)
def test_examples_that_are_not_read_as_they_say(tmp_path, change, told):
    (fault,) = mj.Knowledge().with_file(own(tmp_path, WORD.replace(*change))).check()
    assert fault.startswith(f"own.toml: swell: {told}")


def test_a_not_example_that_is_read(tmp_path):
    text = WORD + 'not_examples = [{ text = "2023年，路桥区税收收入膨大5%。", why = "for the test" }]\n'
    (fault,) = mj.Knowledge().with_file(own(tmp_path, text)).check()
    assert fault == "own.toml: swell: not_example 1: 5% is read with the entry, which it should not be"


def test_an_example_of_an_unknown_column(tmp_path):
    known = mj.Knowledge().with_file(own(tmp_path, WORD.replace("measure =", "mesure =")))
    with pytest.raises(mj.MujunError, match="no column 'mesure': did you mean 'measure'"):
        known.check()


def shell(*arguments):
    command = [sys.executable, "-m", "mujun", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


def test_the_shell_takes_them(tmp_path):
    page = own(tmp_path, TEXT, "page.txt")
    done = shell(
        "extract", page, "--format", "csv", "--knowledge", SAMPLE, "--knowledge", own(tmp_path, WORD)
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert "street_lamps_per_village" in done.stdout
    assert shell("knowledge", "飞蹿", "--knowledge", SAMPLE).stdout == "growth_verb:soar  飞蹿\n"


def test_the_shell_checks_them(tmp_path):
    done = shell("knowledge", "--knowledge", SAMPLE)
    assert (done.returncode, done.stderr) == (0, "")
    assert (
        done.stdout == "Knowledge(built-in entries and 5 of mine.toml): the examples are read as they say\n"
    )
    done = shell("knowledge", "--knowledge", own(tmp_path, WORD.replace('span = "5%"', 'span = "税收"')))
    assert (done.returncode, done.stdout) == (1, "")
    assert done.stderr == "mujun: own.toml: swell: example 1: no row reads 税收; the rows read 5%\n"
    done = shell("knowledge", "--knowledge", own(tmp_path, WORD.replace('"up"', '"sideways"')))
    assert (done.returncode, done.stderr) == (2, "mujun: own.toml: swell: direction must be up or down\n")
    assert shell("knowledge").stderr == "mujun: give a WORD to look up, or --knowledge FILE to check\n"


BURDEN = """
[[indicator]]
id = "complaint_count"
name = "信访积案"
kind = "count"
dimension = "count"
better = -1
source = "an office's own list"
examples = [{ text = "2023年，全县信访积案46件。", span = "46件" }]
"""


def test_own_words_reach_what_is_computed(tmp_path):
    """Of an indicator of one's own it is known too that less is better."""
    mine = mj.Knowledge().with_file(own(tmp_path, BURDEN))
    text = "2023年1-6月，路桥区信访积案80件。2023年，路桥区力争信访积案控制在100件。"
    [target] = mj.extract(text, knowledge=mine).progress()
    [unknown] = mj.extract(text).progress()
    assert (target.actual, unknown.actual) == (80, 80)
    assert (target.state, unknown.state) == ("behind", "ahead")


def test_files_say_with_which_words_they_were_read(tmp_path):
    mine = mj.Knowledge().with_file(own(tmp_path, BURDEN))
    assert mine.digest() != mj.Knowledge().digest() == mj.knowledge.digest()
    assert mine.digest() == mj.Knowledge().with_file(own(tmp_path, BURDEN)).digest()
    page = "2023年，路桥区信访积案80件。其中，路桥街道30件。"
    plain, with_mine = mj.extract(page), mj.extract(page, knowledge=mine)
    other = mj.extract(page, knowledge=mj.Knowledge().with_file(own(tmp_path, WORD)))
    both = mj.Facts.concat([plain, with_mine, other])
    digests = {
        name: table.to_arrow().schema.metadata[b"mujun.knowledge"].decode()
        for name, table in {
            "plain": plain,
            "mine": with_mine,
            "rows": with_mine[:1],
            "derived": with_mine.derive(),
            "audit": with_mine.audit().filter(ok=True),
            "with plain": mj.Facts.concat([with_mine, plain]),
            "both": both,
        }.items()
    }
    assert digests["plain"] == mj.knowledge.digest()
    assert {digests[name] for name in ("mine", "rows", "derived", "audit", "with plain")} == {mine.digest()}
    assert digests["both"] not in {digests["plain"], digests["mine"]}
