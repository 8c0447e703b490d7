"""Schemes loaded and filled; what a scheme may not say."""

import copy
import math
import tomllib
from pathlib import Path

import pytest

import mujun as mj

FOLDER = Path(__file__).parents[2] / "cpp" / "knowledge" / "schemes"


def test_loading():
    by_name = mj.Scheme.load("huaian-2024")
    path = FOLDER / "huaian-2024.toml"
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    for source in (path, str(path), table, by_name):
        assert mj.Scheme.load(source).describe() == by_name.describe()
    assert "淮安" in by_name._repr_html_()
    assert repr(by_name).startswith("Scheme(huaian-2024: ")


@pytest.mark.parametrize(
    ("source", "said"),
    [
        ("huaian", "did you mean 'huaian-2024'?"),
        ("zzz", "The schemes are anhui-1,"),
        ("nowhere.toml", "nowhere.toml cannot be read"),
    ],
)
def test_no_such_scheme(source, said):
    with pytest.raises(mj.MujunError, match=said.replace("?", r"\?")):
        mj.Scheme.load(source)


def test_no_toml(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text("name = ", encoding="utf-8")
    with pytest.raises(mj.MujunError, match=r"mine\.toml is no TOML"):
        mj.Scheme.load(path)


MINE = {
    "name": "mine",
    "columns": {"税": {"unit": "万元"}, "地": {"unit": "亩"}},
    "indicator": [
        {"name": "亩均税收", "ratio": ["税", "地"], "unit": "万元/亩", "weight": 60, "base": 20},
        {"name": "研发强度", "weight": 40, "base": 0.03},
    ],
    "grades": {"by": "share", "classes": [{"name": "甲", "share": 30}, {"name": "乙", "share": 70}]},
}


def change(path, value):
    """MINE with one place changed; None takes it away."""
    table = copy.deepcopy(MINE)
    place = table
    for key in path[:-1]:
        place = place[key]
    if value is None:
        del place[path[-1]]
    elif isinstance(place, dict):
        place[path[-1]] = value
    else:
        place.insert(path[-1], value) if path[-1] == len(place) else place.__setitem__(path[-1], value)
    return table


@pytest.mark.parametrize(
    ("path", "value", "said"),
    [
        (["indicator", 0, "weight"], 50, "mine: the weights add up to 90, not 100: 50 + 40"),
        (
            ["indicator", 0, "wieght"],
            60,
            "indicator 亩均税收: unknown key 'wieght': did you mean 'weight'",
        ),
        (["indicator", 0, "base"], 0, "mine: indicator 亩均税收: base = 0 must be above 0"),
        (["indicator", 0, "base"], "20", "mine: indicator 亩均税收: base = '20' must be a number"),
        (["indicator", 0, "base"], True, "base = True must be a number"),
        (["indicator", 0, "base"], math.nan, "base = nan must be a number"),
        (
            ["indicator", 0, "base"],
            {"mean": "everybody"},
            "mean = 'everybody' must be one of firms, totals",
        ),
        (["indicator", 0, "base"], None, "indicator 亩均税收 has no base: give it, or say under"),
        (["indicator", 0, "weight"], None, "indicator 亩均税收 has no weight: give it, or say under"),
        (["indicator", 0, "weight"], -5, "weight = -5 must be 0 or more"),
        (["indicator", 0, "ratio"], ["税"], "ratio must name a numerator and a denominator"),
        (["indicator", 0, "ratio"], ["税", "池"], "亩均税收: 池 is not under [columns], which says its unit"),
        (["indicator", 0, "form"], "step", "form = 'step' must be one of ratio, min-max, steps, points"),
        (["indicator", 0, "form"], "steps", 'steps and form = "steps" belong together'),
        (["indicator", 0, "steps"], [[1, 2]], 'steps and form = "steps" belong together'),
        (["indicator", 0, "from"], 20, 'from is of form = "min-max"'),
        (["indicator", 0, "better"], "most", "better = 'most' must be one of more, less"),
        (
            ["indicator", 0, "missing"],
            "mean",
            "must be one of zero, group mean, exempt, or { penalty",
        ),
        (["indicator", 0, "missing"], {}, "must say penalty = points"),
        (["indicator", 0, "name"], None, "mine: an indicator: name is missing"),
        (["indicator", 1, "name"], "亩均税收", "indicator 亩均税收 stands twice"),
        (["indicator"], [], "a scheme needs at least one"),
        (["indicator"], ["亩均税收"], "an indicator: must be a table of keys, not '亩均税收'"),
        (["columns", "税", "unit"], 3, "column 税: unit = 3 must be a text"),
        (["columns", "税", "role"], "bonuses", "role = 'bonuses' must be one of"),
        (
            ["grades", "classes", 0, "share"],
            40,
            "the shares add up to 110%, not to all firms: 40 + 70",
        ),
        (["grades", "classes", 0, "share"], None, "class 甲: share is missing"),
        (["grades", "classes", 1, "name"], "甲", "give two classes or more, each once"),
        (["grades", "rounding"], "even", "rounding = 'even' must be one of down, nearest, up"),
        (["grades", "by"], "threshold", "class 甲: at_least is missing"),
        (["unknown"], {"bases": ""}, "unknown: bases must say why"),
        (["exempt"], {"grade": 1}, "exempt: grade = 1 must be a text"),
        (["titel"], "x", "mine: unknown key 'titel': did you mean 'title'?"),
        (["name"], None, "the scheme: name is missing"),
    ],
)
def test_what_a_scheme_may_not_say(path, value, said):
    with pytest.raises(mj.MujunError) as raised:
        mj.Scheme.load(change(path, value))
    assert said in str(raised.value)


def test_the_changed_scheme_is_right_by_itself():
    assert [one.weight for one in mj.Scheme.load(MINE).indicators] == [60, 40]


def test_steps_must_rise_and_classes_come_from_the_best():
    steps = [{"name": "亩均税收", "form": "steps", "base": 1, "steps": [[2, 10], [1, 5]]}]
    with pytest.raises(mj.MujunError, match="steps must rise"):
        mj.Scheme.load({"name": "mine", "total": 10, "indicator": steps})
    classes = [{"name": "乙", "at_least": 1}, {"name": "甲", "at_least": 2}, {"name": "丙"}]
    with pytest.raises(mj.MujunError, match="the classes must come from the best"):
        mj.Scheme.load(MINE | {"grades": {"by": "threshold", "classes": classes}})


def test_filling_what_is_open():
    scheme = mj.Scheme.load("wujin")
    assert scheme.content.open_bases == [one.name for one in scheme.indicators]
    filled = scheme.filled(bases={"亩均税收": 16}, weights={"亩均实缴税收": 35, "研发占销售": 15})
    assert filled.indicators[0].base.number == 16
    assert [one.weight for one in filled.indicators] == [35, 20, 10, 10, 10, 15]
    assert scheme.indicators[0].base is None  # the scheme itself stays as it was
    with pytest.raises(
        mj.MujunError, match="no indicator 亩均实缴税 to give a base: did you mean 亩均实缴税收"
    ):
        scheme.filled(bases={"亩均实缴税": 16})
    with pytest.raises(mj.MujunError, match="the weights add up to 110, not 100"):
        scheme.filled(weights={"研发占销售": 20})
    with pytest.raises(mj.MujunError, match="the shares add up to 90%"):
        scheme.filled(grades={"A": 20, "B": 70})
