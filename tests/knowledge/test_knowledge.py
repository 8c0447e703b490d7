"""mujun.knowledge: tables, look-up, regions, and entries of one's own."""

from fractions import Fraction

import pytest

import mujun as mj

MINE = """
[[indicator]]
id = "street_lamps_per_village"
name = "村均路灯"
surfaces = ["每村路灯"]
kind = "rate"
dimension = "count"
source = "a county's own table"
examples = [{ text = "全县村均路灯46盏。", span = "46盏" }]

[[unit]]
id = "basket"
symbol = "筐"
surfaces = ["筐"]
dimension = "count"
in_base = "1"
base = "筐"
source = "a classifier"
examples = [{ text = "运出蜜桔300筐。", span = "300筐" }]
not_examples = [{ text = "一筐子菜。", why = "no figure" }]
"""


@pytest.fixture
def mine(tmp_path):
    file = tmp_path / "mine.toml"
    file.write_text(MINE, encoding="utf-8")
    return mj.Knowledge().with_file(file)


def test_indicators():
    table = mj.knowledge.indicators().set_index("code")
    assert table.index.is_unique
    assert len(table) > 180
    assert list(table.loc["tax_per_mu", ["kind", "dimension", "numerator", "denominator"]]) == [
        *("rate", "money/area"),
        *("tax_revenue", "industrial_land"),
    ]


def test_units():
    table = mj.knowledge.units().set_index("symbol")
    assert table.loc["亩", "factor"] == Fraction(2000, 3)
    assert table.loc["平方公里", "factor"] / table.loc["亩", "factor"] == 1500
    assert table.loc["坪", "factor"] == Fraction(400, 121)
    assert set(table.loc[["家", "个", "人"], "dimension"]) == {"count"}


def test_base_units_are_their_own_base():
    table = mj.knowledge.units()
    bases = table[table["symbol"] == table["base"]]
    assert set(bases["factor"]) == {1}
    assert set(table["dimension"]) == set(bases["dimension"])


def test_regions():
    table = mj.knowledge.regions()
    living = table[table["valid_to"].isna()]
    assert living["code"].is_unique
    assert (living["level"] == 1).sum() == 34
    assert set(living.loc[living["level"] > 1, "parent"]) <= set(living["code"])
    assert living.set_index("code").loc["331004", "name"] == "路桥区"


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("路桥区", ["331004"]),
        ("路桥", ["331004"]),
        ("台州市路桥区", ["331004"]),
        ("浙江台州路桥", ["331004"]),
        ("长春市朝阳区", ["220104"]),
        ("临平区", ["330113"]),
        ("不存在区", []),
        ("台州朝阳区", []),
    ],
)
def test_region(name, codes):
    assert [place.code for place in mj.knowledge.region(name) if not place.valid_to] == codes


def test_a_shared_name_has_several_candidates():
    assert {place.code for place in mj.knowledge.region("朝阳区")} >= {"110105", "220104"}


@pytest.mark.parametrize("word", ["规上工业增加值", "規上工業增加值"])
def test_lookup_reads_either_script(word):
    assert [finding.id for finding in mj.knowledge.lookup(word)] == ["scale_industrial_value_added"]


@pytest.mark.parametrize("word", ["", "规上工业增加", "没有这个词"])
def test_lookup_finds_whole_words_only(word):
    assert mj.knowledge.lookup(word) == []


def test_a_file_of_ones_own(mine):
    text = "全县村均路灯46盏，外运蜜桔300筐。"
    before, after = mj.extract(text), mj.extract(text, knowledge=mine)
    assert "street_lamps_per_village" not in {fact.indicator_code for fact in before}
    assert "street_lamps_per_village" in {fact.indicator_code for fact in after}
    assert "筐" not in {fact.unit for fact in before}
    assert "筐" in {fact.unit for fact in after}
    assert [finding.name for finding in mine.lookup("每村路灯")] == ["村均路灯"]


def test_adding_leaves_the_built_in_alone(mine):
    assert mj.knowledge.lookup("村均路灯") == []
    assert mj.Knowledge().lookup("村均路灯") == []
    assert len(mine.lookup("村均路灯")) == 1


def test_two_files_must_agree(mine, tmp_path):
    with pytest.raises(mj.MujunError, match=r"the id is taken in mine\.toml"):
        mine.with_file(tmp_path / "mine.toml")


def test_a_missing_file_is_told(tmp_path):
    with pytest.raises(mj.MujunError, match=r"none\.toml cannot be read: No such file"):
        mj.Knowledge().with_file(tmp_path / "none.toml")
