"""Charts: what their specifications say, that they come out as pictures, and errors that help."""

import sys
from xml.etree import ElementTree as ET

import numpy as np
import pytest

import mujun as mj
from mujun.plot import saving

TEXT = (
    "2018年，路桥区财政总收入增长8.1%。2018年，黄岩区财政总收入增长12%。"
    "2018年，温岭市财政总收入下降3.2%。2018年，黄岩区工业用电量增长4%。"
)
PLANS = (
    "1-5月，路桥区固定资产投资62亿元。1-5月，路桥区新签约项目14个。"
    "今年，路桥区力争固定资产投资120亿元。今年，路桥区力争新签约项目12个。今年，路桥区力争财政总收入增长8%。"
)


@pytest.fixture
def facts():
    return mj.extract(TEXT)


@pytest.fixture
def targets():
    return mj.extract(PLANS, published="2014-06-20")


@pytest.fixture
def panel():
    rows = [[600, 20, 8.1], [90, 9, -2.4], [np.nan, 12, 5.0], [1000, 10, 15.5]]
    return mj.Panel(
        rows,
        index=["甲厂", "乙厂", "丙厂", "丁厂"],
        columns=["税收", "工业用地", "增速"],
        units={"税收": "万元", "工业用地": "亩", "增速": "%"},
        period="2023",
    )


def firms(colours):
    """Grade firms by the three colours: both thresholds reached, one, or none."""
    kinds = {"绿": (6e6, 2e5), "黄": (6e6, 1e4), "黑": (1e6, 1e4), None: (float("nan"), 1e4)}
    figures = [kinds[colour] for colour in colours.values()]
    table = {
        "企业": list(colours),
        "年产值": [one for one, _ in figures],
        "年实缴税收": [one for _, one in figures],
        "面积": [1000.0] * len(figures),
    }
    return mj.grade(table, "three-colour", key="企业")


def spec(chart):
    """The specification, with the data back in the places where they are drawn."""
    whole = chart.to_dict(validate=True)
    named = whole.pop("datasets")

    def filled(part):
        if isinstance(part, list):
            return [filled(one) for one in part]
        if not isinstance(part, dict):
            return part
        return {
            key: {"values": named[one["name"]]} if key == "data" and one else filled(one)
            for key, one in part.items()
        }

    return filled(whole)


def rows(chart):
    """The rows that a chart draws."""
    found = spec(chart)
    return (found.get("data") or found["layer"][0]["data"])["values"]


def test_growth(facts):
    chart = mj.plot.growth(facts, "财政总收入")
    drawn = spec(chart)
    bars = drawn["layer"][0]
    assert bars["mark"]["type"] == "bar"
    assert bars["encoding"]["x"]["title"] == "增速（%）"
    assert bars["encoding"]["y"]["sort"] == ["黄岩区", "路桥区", "温岭市"]
    assert [(row["主体"], row["增速"], row["标签"]) for row in rows(chart)] == [
        ("黄岩区", 12.0, "12%"),
        ("路桥区", 8.1, "8.1%"),
        ("温岭市", -3.2, "-3.2%"),
    ]
    low, high = bars["encoding"]["x"]["scale"]["domain"]
    assert low < -3.2 < 12 < high
    assert drawn["title"]["text"] == "财政总收入增速"
    assert drawn["title"]["subtitle"] == ["2018年"]


def test_growth_of_several_indicators_is_a_picture_each(facts):
    drawn = spec(mj.plot.growth(facts))
    assert [part["title"]["text"] for part in drawn["vconcat"]] == ["财政总收入增速", "工业用电量增速"]
    assert drawn["vconcat"][1]["title"]["subtitle"][1] == "未显示2项（无数据）：路桥区、温岭市"
    domains = [part["layer"][0]["encoding"]["x"]["scale"]["domain"] for part in drawn["vconcat"]]
    assert domains[0] == domains[1]  # bars of all pictures compare


def test_growth_of_one_subject_compares_its_indicators(facts):
    chart = mj.plot.growth(facts.filter(subject="黄岩区"))
    assert [(row["主体"], row["增速"]) for row in rows(chart)] == [("财政总收入", 12.0), ("工业用电量", 4.0)]
    assert spec(chart)["title"]["text"] == "黄岩区主要指标增速"


def test_growth_of_a_panel(panel):
    with pytest.raises(mj.MujunError, match=r"税收 is in .*panel\.growth\(base\)"):
        mj.plot.growth(panel)
    assert [row["主体"] for row in rows(mj.plot.growth(panel["增速"]))] == ["丁厂", "甲厂", "丙厂", "乙厂"]


def test_growth_that_is_not_there(facts):
    with pytest.raises(mj.MujunError, match="none of 0 says growth"):
        mj.plot.growth(mj.extract("天气很好。"))
    with pytest.raises(mj.MujunError, match="they say growth of 财政总收入、工业用电量"):
        mj.plot.growth(facts, "地区生产总值")
    mixed = mj.Facts.concat([facts, mj.extract("2017年，路桥区财政总收入增长9%。")])
    with pytest.raises(mj.MujunError, match="period"):
        mj.plot.growth(mixed)
    assert rows(mj.plot.growth(mixed, period="2017"))[0]["增速"] == 9


def test_per_mu(panel):
    chart = mj.plot.per_mu(panel.per_mu("税收"))
    bars, _, line, told = spec(chart)["layer"]
    assert bars["encoding"]["x"]["title"] == "亩均税收（万元/亩）"
    assert bars["encoding"]["y"]["sort"] == ["丁厂", "甲厂", "乙厂"]
    assert [row["标签"] for row in bars["data"]["values"]] == ["100", "30.0", "10.0"]
    mean = line["data"]["values"][0]
    assert mean["平均"] == pytest.approx((100 + 30 + 10) / 3)
    assert told["data"]["values"] == [mean]
    assert mean["标签"] == "简单平均 46.7"
    assert spec(chart)["title"]["subtitle"] == ["2023年", "未显示1项（无数据）：丙厂"]


def test_per_mu_of_the_first_only(panel):
    chart = mj.plot.per_mu(panel.per_mu("税收"), top=2)
    bars, _, line, _ = spec(chart)["layer"]
    assert [row["主体"] for row in bars["data"]["values"]] == ["丁厂", "甲厂"]
    assert line["data"]["values"][0]["平均"] == pytest.approx(140 / 3)  # of all, not of those drawn
    assert "前2位，共3个" in spec(chart)["title"]["subtitle"]
    with pytest.raises(mj.MujunError, match="top=0"):
        mj.plot.per_mu(panel.per_mu("税收"), top=0)


def test_per_mu_needs_a_column_per_mu(panel):
    with pytest.raises(mj.MujunError, match=r"panel\.per_mu\(indicator, by=…\) makes one"):
        mj.plot.per_mu(panel)
    with pytest.raises(mj.MujunError, match="税收 is in 万元, not per 亩"):
        mj.plot.per_mu(panel, "税收")
    with pytest.raises(mj.MujunError, match="no column 产值; those per 亩 are 亩均税收"):
        mj.plot.per_mu(panel.per_mu("税收"), "产值")
    with pytest.raises(mj.MujunError, match="every figure of 亩均税收 is masked"):
        mj.plot.per_mu(mj.Panel([[np.nan]], index=["甲"], columns=["亩均税收"], units="元/亩"), "亩均税收")


def test_progress(targets):
    chart = mj.plot.progress(targets)
    plans, bars, ticks, _ = spec(chart)["layer"]
    assert plans["encoding"]["x"]["field"] == "计划"
    assert bars["encoding"]["x"]["title"] == "完成率（%）"
    assert ticks["encoding"]["x"]["field"] == "时间进度"
    first, second = rows(chart)
    assert first["目标"] == "路桥区固定资产投资（2014年）"
    assert first["完成率"] == pytest.approx(100 * 62 / 120)
    assert first["时间进度"] == pytest.approx(100 * 151 / 365)
    assert first["标签"] == "51.7%（62亿元/120亿元）"
    assert second["标签"] == "117%（14个/12个）"
    assert bars["encoding"]["color"]["scale"]["domain"] == ["已完成", "超前"]
    told = spec(chart)["title"]["subtitle"][1]
    assert told == "未显示1项（比率目标，或没有实际数）：路桥区财政总收入（2014年）"


def test_progress_takes_a_table_and_a_day(targets):
    assert rows(mj.plot.progress(targets.progress())) == rows(mj.plot.progress(targets))
    with pytest.raises(mj.MujunError, match="as_of="):
        mj.plot.progress(targets.progress(), as_of="2014-06-01")
    with pytest.raises(mj.MujunError, match="there is no target"):
        mj.plot.progress(mj.extract("天气很好。"))
    with pytest.raises(mj.MujunError, match="none of 1 targets has a completion"):
        mj.plot.progress(targets.filter(measure="growth"))


def test_grades():
    chart = mj.plot.grades(firms({"甲": "绿", "乙": "黑", "丙": "绿", "丁": "绿", "戊": None}))
    drawn = spec(chart)
    bars = drawn["layer"][0]["encoding"]
    assert bars["y"]["title"] == "企业数（家）"
    assert bars["x"]["sort"] == ["绿", "黄", "黑"]
    assert [(row["等级"], row["企业数"]) for row in rows(chart)] == [("绿", 3), ("黄", 0), ("黑", 1)]
    assert rows(chart)[0]["标签"] == "3家 75%"
    assert drawn["title"]["subtitle"][-1] == "另有1家未评级"


def test_grades_that_are_not_there():
    with pytest.raises(mj.MujunError, match="none of 1 firms has one"):
        mj.plot.grades(firms({"甲": None}))


def test_transitions():
    before, now = firms({"甲": "绿", "乙": "绿", "丙": "黑"}), firms({"甲": "黄", "乙": "绿", "丁": "黑"})
    chart = mj.plot.transitions(now, before)
    assert {(row["上期"], row["本期"]): row["企业数"] for row in rows(chart)} == {
        ("绿", "黄"): 1,
        ("绿", "绿"): 1,
        ("黑", "–"): 1,
        ("–", "黑"): 1,
    }
    for side in ("x", "y"):
        assert spec(chart)["layer"][0]["encoding"][side]["scale"]["domain"] == ["绿", "黄", "黑", "–"]
    with pytest.raises(mj.MujunError, match="no firms in either"):
        mj.plot.transitions(now[:0], before[:0])


def test_quadrant(panel):
    chart = mj.plot.quadrant(panel, "税收", "增速")
    across, up, dots, _ = spec(chart)["layer"]
    assert across["data"]["values"][0]["平均"] == pytest.approx((600 + 90 + 1000) / 3)
    assert up["data"]["values"][0]["平均"] == pytest.approx((8.1 - 2.4 + 15.5) / 3)
    assert (across["encoding"].keys(), up["encoding"].keys()) == ({"x"}, {"y"})
    assert dots["encoding"]["x"]["title"] == "税收（万元）"
    assert dots["encoding"]["y"]["title"] == "增速（%）"
    assert dots["encoding"]["x"]["scale"]["domain"][0] == 0  # taxes do not go below
    assert dots["encoding"]["y"]["scale"]["domain"][0] < -2.4
    assert [row["标签"] for row in dots["data"]["values"]] == ["甲厂", "乙厂", "丁厂"]
    assert "丙厂" in spec(chart)["title"]["subtitle"][-1]


def test_quadrant_names_what_has_room():
    crowd = np.column_stack([np.linspace(50, 51, 40), np.linspace(50, 51, 40)])
    rows_ = np.vstack([crowd, [[0, 0], [100, 100]]])
    names = [f"第{at}家企业" for at in range(42)]
    chart = mj.plot.quadrant(mj.Panel(rows_, index=names, columns=["甲", "乙"]), "甲", "乙")
    named = [row["标签"] for row in spec(chart)["layer"][2]["data"]["values"] if row["标签"]]
    assert {"第40家企业", "第41家企业"} < set(named)
    assert len(named) < 6


def test_quadrant_without_rows(panel):
    with pytest.raises(mj.MujunError, match="no column 产值"):
        mj.plot.quadrant(panel, "税收", "产值")
    apart = mj.Panel([[1, np.nan], [np.nan, 2]], index=["甲", "乙"], columns=["a", "b"])
    with pytest.raises(mj.MujunError, match="no row has both a and b"):
        mj.plot.quadrant(apart, "a", "b")


def test_what_no_chart_is_drawn_of(facts, panel):
    for draw, wanted in {
        lambda: mj.plot.growth("text"): "Facts or Panel, not of str",
        lambda: mj.plot.per_mu(facts): "Panel, not of Facts",
        lambda: mj.plot.quadrant(facts, "税收", "增速"): "Panel, not of Facts",
        lambda: mj.plot.progress(panel): "Facts or Progress, not of Panel",
        lambda: mj.plot.grades(panel): "Scores, not of Panel",
        lambda: mj.plot.transitions(firms({"甲": "绿"}), facts): "Scores, not of Facts",
    }.items():
        with pytest.raises(mj.MujunError, match=wanted):
            draw()


def test_pictures(facts, tmp_path):
    chart = mj.plot.growth(facts, "财政总收入")
    mj.plot.save(chart, tmp_path / "a.png")
    mj.plot.save(chart, tmp_path / "b.PNG", scale=1)
    picture, small = (tmp_path / "a.png").read_bytes(), (tmp_path / "b.PNG").read_bytes()
    assert picture.startswith(b"\x89PNG")
    assert int.from_bytes(picture[16:20]) == pytest.approx(2 * int.from_bytes(small[16:20]), abs=2)
    mj.plot.save(chart, tmp_path / "a.svg")
    words = "".join(ET.parse(tmp_path / "a.svg").getroot().itertext())
    assert "黄岩区" in words
    assert "Noto Sans CJK SC" in (tmp_path / "a.svg").read_text(encoding="utf-8")


def test_pictures_of_another_kind_are_refused(facts, tmp_path):
    with pytest.raises(mj.MujunError, match=r"\.png or \.svg"):
        mj.plot.save(mj.plot.growth(facts, "财政总收入"), tmp_path / "a.gif")


def test_without_a_chinese_font_there_is_a_warning(facts, tmp_path, monkeypatch):
    saving._draws_chinese.cache_clear()
    monkeypatch.setattr(saving, "_picture", lambda _: saving_blank)
    with pytest.warns(UserWarning, match=r"fonts-noto-cjk.*use_fonts"):
        mj.plot.save(mj.plot.growth(facts, "财政总收入"), tmp_path / "a.svg")
    saving._draws_chinese.cache_clear()


saving_blank = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="40"></svg>'


def test_fonts_of_ones_own(tmp_path):
    with pytest.raises(mj.MujunError, match="no folder of fonts"):
        mj.plot.use_fonts(tmp_path / "none")
    mj.plot.use_fonts(tmp_path)


@pytest.mark.parametrize(
    ("missing", "words"), [("altair", "charts need"), ("vl_convert", "saving charts needs")]
)
def test_without_the_extra(facts, tmp_path, monkeypatch, missing, words):
    chart = mj.plot.growth(facts, "财政总收入")
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(mj.MujunError, match=rf"{words}.*mujun\[plot\]"):
        mj.plot.save(
            mj.plot.growth(facts, "财政总收入") if missing == "altair" else chart, tmp_path / "a.png"
        )
