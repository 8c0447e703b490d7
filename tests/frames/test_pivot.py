"""The wide table: heads that say measure and unit, contradictions that are told."""

import math

import pandas as pd
import pytest

import mujun as mj

TEXT = """2018年，路桥区税收收入12.5亿元，同比增长8.2%；椒江区税收收入9亿元，同比增长5%。
2019年，路桥区税收收入13亿元；椒江区税收收入力争达到9.5亿元。
截至2018年底，路桥区规上企业121家。
"""


@pytest.fixture(scope="module")
def districts():
    return mj.extract(TEXT, name="a")


def cells(frame):
    """The cells that say something."""
    return {
        (row, *(head if isinstance(head, tuple) else (head,))): value
        for head, column in frame.items()
        for row, value in column.items()
        if not math.isnan(value)
    }


def test_wide(districts):
    assert cells(districts.pivot()) == {
        ("路桥区", "税收收入 (元)", "2018"): 12.5e8,
        ("椒江区", "税收收入 (元)", "2018"): 9e8,
        ("路桥区", "税收收入 (元)", "2019"): 13e8,
        ("路桥区", "税收收入 growth yoy (%)", "2018"): 8.2,
        ("椒江区", "税收收入 growth yoy (%)", "2018"): 5,
        ("椒江区", "税收收入 target (元)", "2019"): 9.5e8,
        ("路桥区", "规上企业 (家)", "2018-12-31"): 121,
    }


def test_the_frame_is_as_pandas_has_it(districts):
    wide = districts.pivot()
    assert wide.index.names == ["subject"]
    assert wide.columns.names == ["indicator", "period"]
    assert set(wide.dtypes) == {pd.Series([0.5]).dtype}
    assert list(wide.index) == ["路桥区", "椒江区"]
    assert [period for _, period in wide.columns][:2] == ["2018", "2019"]


@pytest.mark.parametrize("period", ["2018", "2018年", ("2018-01-01", "2018-12-31")])
def test_one_period(districts, period):
    wide = districts.pivot(period=period, language="zh")
    assert list(wide.columns) == ["税收收入（元）", "税收收入同比增速（%）", "规上企业（家）"]
    assert wide.columns.name == "指标"
    assert wide.loc["路桥区"].to_list() == [12.5e8, 8.2, 121]


def test_a_period_that_is_not_there(districts):
    with pytest.raises(
        mj.MujunError, match=r"period='2017': no row is of that period; there are 2018, 2019, 2018-12-31"
    ):
        districts.pivot(period="2017")
    with pytest.raises(mj.MujunError, match="there are none"):
        districts[:0].pivot(period="2017")


@pytest.mark.parametrize(
    ("text", "head"),
    [
        ("2018年，路桥区税收收入增长8%，高于全市2个百分点。", "税收收入与全市差距（百分点）"),
        ("2018年，路桥区税收收入9亿元，占全市的12%。", "税收收入占全市比重（%）"),
        ("2018年，路桥区税收收入9亿元，完成年度计划的105%。", "税收收入完成年度计划比率（%）"),
        ("2018年，路桥区税收收入居全市第二位。", "税收收入居全市位次（位）"),
        ("2018年，路桥区税收收入环比增长3%。", "税收收入月环比增速（%）"),
        ("2018年，路桥区税收占比为80%。", None),
    ],
)
def test_chinese_heads(text, head):
    wide = mj.extract(text).pivot(language="zh", period="2018")
    if head is not None:
        assert head in wide.columns
    assert not any("{" in name or "None" in name for name in wide.columns)


def test_other_axes(districts):
    long = districts.pivot(index=["indicator", "period"], columns="subject")
    turned = {(subject, *line): value for (line, subject), value in cells(long).items()}
    assert turned == cells(districts.pivot())
    by_status = districts.pivot(columns=["indicator", "status"], period="2019")
    assert list(by_status.columns) == [("税收收入 (元)", "actual"), ("税收收入 (元)", "target")]
    texts = districts.pivot(values="text", period="2018")
    assert texts.loc["椒江区", "税收收入 (元)"] == "9亿元"


def test_base_values_bring_units_together():
    facts = mj.extract("2018年，路桥区亩均税收30万元/亩，椒江区亩均税收450元/平方米。")
    assert len(facts.pivot(period="2018").columns) == 2
    (head,) = facts.pivot(values="base_value", period="2018").columns
    assert head == "亩均税收 (元/平方米)"


def test_codes_bring_wordings_together():
    facts = mj.extract("2018年，路桥区规上工业总产值30亿元，椒江区规模以上工业总产值45亿元。")
    by_code = facts.pivot(columns="indicator_code", period="2018")
    assert list(by_code.columns) == ["scale_industrial_output (元)"]
    assert list(facts.pivot(columns="indicator_code", period="2018", language="zh")) == [
        "规模以上工业总产值（元）"
    ]


def test_rows_that_agree_are_one(districts):
    twice = mj.Facts.concat([districts, mj.extract(TEXT, name="b")])
    pd.testing.assert_frame_equal(twice.pivot(), districts.pivot())


def test_rows_that_contradict_are_named(districts):
    other = mj.extract("2018年，路桥区税收收入12.6亿元。", name="b")
    both = mj.Facts.concat([districts, other])
    with pytest.raises(mj.MujunError) as told:
        both.pivot()
    said = "row {} (路桥区, 税收收入, 2018: 12.{}亿元)"
    assert f"{said.format(0, 5)} and {said.format(len(districts), 6)}" in str(told.value)
    assert both.pivot(conflict="first").equals(districts.pivot())
    assert both.pivot(conflict="last").loc["路桥区", ("税收收入 (元)", "2018")] == 12.6e8
    with pytest.raises(mj.MujunError, match="conflict='mean': choose 'raise', 'first' or 'last'"):
        both.pivot(conflict="mean")


def test_many_contradictions_are_counted():
    pages = [mj.extract(f"2018年，路桥区税收收入{number}亿元。") for number in range(2, 12)]
    with pytest.raises(mj.MujunError, match="and 6 more: filter the rows"):
        mj.Facts.concat(pages).pivot()


def test_wrong_names_are_told(districts):
    for arguments, message in (
        ({"index": "subjet"}, "did you mean 'subject'"),
        ({"values": "period"}, "no column 'period'"),
        ({"index": []}, "index= needs a column's name"),
        ({"index": "indicator"}, "indicator: a column goes into index= or columns=, not into both"),
    ):
        with pytest.raises(mj.MujunError, match=message):
            districts.pivot(**arguments)


def test_nothing_makes_nothing(districts):
    wide = districts[:0].pivot()
    assert wide.shape == (0, 0)
    assert wide.columns.names == ["indicator", "period"]
