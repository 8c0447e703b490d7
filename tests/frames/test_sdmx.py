"""SDMX-CSV that the sdmx1 library reads back with the structure message beside it."""

import csv
import io
import re

import pytest
import sdmx

import mujun as mj
from mujun.knowledge import dictionary
from mujun.sdmx.observations import components

TEXT = """2018年，路桥区财政总收入12.5亿元，同比增长8.2%，高于全市1.5个百分点。
2019年一季度，路桥区盘活低效用地320亩；上半年路桥区财政总收入7亿元；5月路桥区税收收入1.2亿元。
2019年1-5月，台州市路桥区固定资产投资增长5%-6%，亩均税收24.6万元/亩。
截至2019年5月20日，路桥区规上企业约121家。2019年，台州市财政总收入有望达到3.5亿美元。
2014-2018年，路桥区财政总收入年均增长4.5%。前山村集体经济收入2019年为310万元。
"""
HEAD = ["STRUCTURE", "STRUCTURE_ID", "ACTION"]


@pytest.fixture(scope="module")
def facts():
    found = mj.extract(TEXT, name="a, b", published="2019-07-20")
    assert all(fact.period_end for fact in found)
    return found


@pytest.fixture(scope="module")
def message(facts, tmp_path_factory):
    """The structure and the data as the library has them."""
    folder = tmp_path_factory.mktemp("sdmx")
    facts.to_sdmx_structure(folder / "structure.xml")
    facts.to_sdmx_csv(folder / "facts.csv")
    with (folder / "structure.xml").open("rb") as file:
        structure = sdmx.read_sdmx(file).structure["FACTS"]
    with (folder / "facts.csv").open("rb") as file:
        return structure, sdmx.read_sdmx(file, format="CSV", structure=structure)


def rows(text):
    return list(csv.DictReader(io.StringIO(text)))


def test_the_library_reads_the_structure(message):
    structure, _ = message
    table = components().set_index("id")
    for found, roles in (
        (structure.dimensions, {"dimension", "time"}),
        (structure.measures, {"measure"}),
        (structure.attributes, {"attribute"}),
    ):
        assert [part.id for part in found.components] == list(table.index[table["role"].isin(roles)])
    for part in (*structure.dimensions, *structure.measures, *structure.attributes):
        assert str(part.concept_identity.name.localizations["zh"]) == table.loc[part.id, "zh"]
        enumerated = part.local_representation.enumerated
        assert ("" if enumerated is None else enumerated.id) == table.loc[part.id, "codes"]


def test_the_library_reads_the_values(message, facts):
    _, data = message
    (dataset,) = data.data
    assert [float(observation.value) for observation in dataset.obs] == [fact.value for fact in facts]
    series = sdmx.to_pandas(dataset)
    assert series.xs(("331004", "fiscal_revenue", "2018", "level"), level=(0, 2, 8, 3)).to_list() == [12.5e8]


def test_every_code_is_in_its_list(message):
    structure, data = message
    for observation in data.data[0].obs:
        told = {key: part.value for key, part in observation.dimension.values.items()}
        told |= {key: part.value for key, part in observation.attached_attribute.items()}
        for part in (*structure.dimensions, *structure.attributes):
            enumerated = part.local_representation.enumerated
            assert enumerated is None or told[part.id] in enumerated.items, (part.id, told[part.id])


def test_no_two_observations_have_one_key(message):
    _, data = message
    keys = [str(observation.dimension) for observation in data.data[0].obs]
    assert len(set(keys)) == len(keys)


def test_the_layout(facts):
    text = facts.to_sdmx_csv()
    assert text.startswith(",".join([*HEAD, "REF_AREA,SUBJECT,INDICATOR,"]))
    found = rows(text)
    assert list(found[0]) == [*HEAD, *components()["id"]]
    assert {tuple(row[name] for name in HEAD) for row in found} == {
        ("datastructure", "MUJUN:FACTS(1.0.0)", "I")
    }
    assert all(re.fullmatch(r"[A-Za-z0-9_@$-]+", row["INDICATOR"]) for row in found)
    assert {row["PAGE"] for row in found} == {"a, b"}


@pytest.mark.parametrize(
    ("mention", "told"),
    [
        (
            "12.5亿元",
            {"REF_AREA": "331004", "SUBJECT": "_T", "TIME_PERIOD": "2018", "OBS_VALUE": "1250000000"},
        ),
        ("8.2%", {"MEASURE": "growth", "BASIS": "yoy", "UNIT_MEASURE": "percent", "OBS_VALUE": "8.2"}),
        ("1.5个百分点", {"MEASURE": "gap", "REFERENCE": "全市", "UNIT_MEASURE": "percentage_point"}),
        ("320亩", {"TIME_PERIOD": "2019-Q1", "UNIT_MEASURE": "mu", "PRECISION": "0.5"}),
        ("7亿元", {"TIME_PERIOD": "2019-S1", "REFERENCE": "_Z", "UNIT_MULT": "0", "CONF_STATUS": "F"}),
        ("1.2亿元", {"TIME_PERIOD": "2019-05", "INDICATOR": "tax_revenue", "OBS_STATUS": "A"}),
        ("5%-6%", {"TIME_PERIOD": "2019-01-01/P5M", "SUBJECT": "_T", "OBS_VALUE": "5", "VALUE_HIGH": "6"}),
        ("24.6万元/亩", {"INDICATOR": "tax_per_mu", "UNIT_MEASURE": "yuan_per_mu", "OBS_VALUE": "246000"}),
        ("121家", {"TIME_PERIOD": "2019-05-20", "QUALIFIER": "about", "WORDING": "规上企业"}),
        ("3.5亿美元", {"STATUS": "expected", "OBS_STATUS": "F", "REF_AREA": "331000"}),
        ("4.5%", {"TIME_PERIOD": "2014-01-01/P5Y", "BASIS": "average"}),
        ("310万元", {"REF_AREA": "_Z", "SUBJECT": "前山村", "MENTION": "310万元"}),
    ],
)
def test_what_an_observation_says(facts, mention, told):
    (row,) = (row for row in rows(facts.to_sdmx_csv()) if row["MENTION"] == mention)
    assert {name: row[name] for name in told} == told


def test_days_that_are_no_months():
    facts = mj.extract("2019年5月3日至2019年6月12日，全市接待游客30万人次。")
    (row,) = rows(facts.to_sdmx_csv())
    assert row["TIME_PERIOD"] == "2019-05-03/P41D"


def test_unknown_indicators_and_units_have_codes_of_their_own():
    facts = mj.extract("2018年，路桥区新添村口路灯46盏，新修机耕路桥涵洞9座。")
    found = rows(facts.to_sdmx_csv())
    codes = [row["INDICATOR"] for row in found if row["INDICATOR"].startswith("x_")]
    assert len(set(codes)) == len(codes) > 0
    again = rows(facts.to_sdmx_csv())
    assert [row["INDICATOR"] for row in again] == [row["INDICATOR"] for row in found]
    structure = facts.to_sdmx_structure()
    for row in found:
        assert row["INDICATOR"] in structure
        assert row["WORDING"] in structure


def test_low_confidence_is_low_reliability(facts):
    doubtful = [fact.text for fact in facts if fact.confidence < 0.5]
    assert [row["MENTION"] for row in rows(facts.to_sdmx_csv()) if row["OBS_STATUS"] == "U"] == doubtful


def test_rows_without_a_period_are_told():
    facts = mj.extract("2018年，路桥区财政总收入12.5亿元。新供地项目亩均税收不低于30万元/亩。")
    undated = [row for row, fact in enumerate(facts) if fact.period_end is None]
    assert undated
    with pytest.raises(mj.MujunError, match=rf"1 of {len(facts)} rows have no period.*\(rows {undated[0]}\)"):
        facts.to_sdmx_csv()
    assert len(rows(facts.to_sdmx_csv(undated="omit"))) == len(facts) - 1
    with pytest.raises(mj.MujunError, match="undated='skip': choose 'raise' or 'omit'"):
        facts.to_sdmx_csv(undated="skip")


def test_one_thing_said_twice_is_one_observation(facts):
    assert mj.Facts.concat([facts, facts]).to_sdmx_csv() == facts.to_sdmx_csv()


def test_contradictions_are_told():
    pages = [
        mj.extract(f"2018年，{name}财政总收入{value}亿元。")
        for name, value in (("路桥区", 12), ("台州市路桥区", 13))
    ]
    both = mj.Facts.concat(pages)
    with pytest.raises(mj.MujunError, match=r"row 0 \(路桥区, 财政总收入, 2018: 12亿元\) and row 1 \("):
        both.to_sdmx_csv()
    assert [row["MENTION"] for row in rows(both.to_sdmx_csv(conflict="first"))] == ["12亿元"]
    assert [row["MENTION"] for row in rows(both.to_sdmx_csv(conflict="last"))] == ["13亿元"]


def test_nothing_is_a_head_line(facts):
    assert rows(facts[:0].to_sdmx_csv()) == []
    assert "CL_REF_AREA" in facts[:0].to_sdmx_structure()


def test_components_take_codes_that_there_are():
    facts_columns = dictionary.of("facts")
    for component in dictionary.of("sdmx").values():
        assert component.role in {"dimension", "time", "measure", "attribute"}
        assert not component.of or facts_columns[component.of].codes
        assert component.list in {"", "area", "indicator", "unit"}
