"""The scheme files: each one's worked example, reckoned once more by hand; and what a file may not say."""

import copy
import math
import tomllib
from pathlib import Path

import pytest

import mujun as mj

NAMES = [
    "anhui-1",
    "huaian-2024",
    "huangyan-2021",
    "huangyan-2022",
    "huangyan-2022-small",
    "jingde-2022",
    "park-steps",
    "three-colour",
    "township-2-6-n",
    "wujin",
]
FOLDER = Path(__file__).parents[2] / "cpp" / "knowledge" / "schemes"


def example_of(name):
    return mj.Scheme.load(name).content.examples[0]


def scored(name):
    example = example_of(name)
    scheme = mj.Scheme.load(name).filled(bases=example.get("bases"), weights=example.get("weights"))
    return mj.score(example["columns"], scheme)


# Plain arithmetic, scheme by scheme, from the sources' formulas and the examples' columns.


def huangyan(bases, c):
    tax, added, energy, emission, labour, research = bases
    own = [i for i, tons in enumerate(c["主要污染物排放量"]) if not math.isnan(tons)]
    emissions = {i: c["工业增加值"][i] / c["主要污染物排放量"][i] / emission * 10 for i in own}
    mean = sum(emissions.values()) / len(emissions)
    return [
        c["评价税收"][i] / c["用地面积"][i] / tax * 30
        + c["工业增加值"][i] / c["用地面积"][i] / added * 20
        + c["工业增加值"][i] / c["综合能耗"][i] / energy * 20
        + emissions.get(i, mean)
        + c["工业增加值"][i] / c["年平均职工人数"][i] / labour * 10
        + c["R&D经费支出"][i] / c["主营业务收入"][i] / research * 10
        for i in range(3)
    ]


def huangyan_small(c):
    rows = zip(c["评价税收"], c["用地面积"], c["用电量"], strict=True)
    return [tax / mu / 11.5932 * 50 + tax / power / 0.2352 * 50 for tax, mu, power in rows]


def wujin(c):
    return [
        c["实缴税收"][i] / c["用地面积"][i] / 16 * 40
        + c["开票销售"][i] / c["用地面积"][i] / 320 * 20
        + c["实缴税收"][i] / c["综合能耗"][i] / 0.2 * 10
        + c["实缴税收"][i] / c["主要污染物排放量"][i] / 100 * 10
        + c["工业增加值"][i] / c["年平均职工人数"][i] / 16 * 10
        + c["研发经费"][i] / c["开票销售"][i] / 0.03 * 10
        for i in range(2)
    ]


def huaian(c):
    return [
        None
        if c["不参评"][i]
        else c["税收"][i] / c["用地面积"][i] / 20 * 45
        + c["销售收入"][i] / c["用地面积"][i] / 400 * 35
        + c["税收"][i] / c["综合能耗"][i] / 0.4 * 20
        + c["加分"][i]
        - c["减分"][i]
        for i in range(5)
    ]


def anhui(c):
    return [
        c["税收"][i] / c["用地面积"][i] / 12 * 45
        + c["销售收入"][i] / c["用地面积"][i] / 350 * 20
        + c["工业增加值"][i] / c["综合能耗"][i] / 1.6 * 15
        + c["研发经费"][i] / c["销售收入"][i] / 0.025 * 15
        + c["工业增加值"][i] / c["年平均职工人数"][i] / 16 * 5
        for i in range(4)
    ]


def jingde(c):
    ratios = [
        (40, "税收", "用地面积"),
        (20, "营业收入", "用地面积"),
        (5, "技术改造投资", "用地面积"),
        (10, "工业增加值", "年平均职工人数"),
        (5, "营业收入", "主要污染物排放量"),
        (10, "研发经费", "营业收入"),
        (10, "营业收入", "综合能耗"),
    ]
    totals = [0.0, 0.0, 0.0]
    for weight, above, below in ratios:
        values = [x / y for x, y in zip(c[above], c[below], strict=True)]
        for i, x in enumerate(values):
            totals[i] += weight * (20 + 80 * (x - min(values)) / (max(values) - min(values))) / 100
    return totals


def park(c):
    def step(times):
        return next((p for at, p in [(3.5, 10), (3, 8), (2.5, 6), (2, 4), (1.5, 2)] if times >= at), 0)

    return [
        step(c["税收"][i] / c["用地面积"][i] / 12)
        + step(c["产出"][i] / c["用地面积"][i] / 180)
        + min(max(c["税收增速"][i] / 10, 0), 1) * 5
        + min(max(c["GDP增速"][i] / 8, 0), 1) * 5
        for i in range(3)
    ]


def colours(c):
    rows = zip(c["年产值"], c["年实缴税收"], c["面积"], strict=True)
    return [(output >= 5000 * area) + (tax >= 120 * area) for output, tax, area in rows]


def township(c):
    parts = ["关键指标1", "关键指标2", *(f"常规指标{k}" for k in range(1, 7)), "加分1", "加分2"]
    return [sum(c[part][i] for part in parts) for i in range(2)]


BY_HAND = {
    "huangyan-2022": lambda c: huangyan((24.097, 136.16, 2.694, 4929.81, 18.14, 0.0302), c),
    "huangyan-2021": lambda c: huangyan((26.01, 132.27, 2.54, 4861.08, 17.45, 0.0305), c),
    "huangyan-2022-small": huangyan_small,
    "wujin": wujin,
    "huaian-2024": huaian,
    "anhui-1": anhui,
    "jingde-2022": jingde,
    "park-steps": park,
    "three-colour": colours,
    "township-2-6-n": township,
}


def test_the_schemes_are_there():
    assert mj.schemes() == NAMES
    assert {path.stem for path in FOLDER.glob("*.toml")} == set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_worked_example(name):
    example = example_of(name)
    by_hand = BY_HAND[name](example["columns"])
    printed = [None if math.isnan(score) else score for score in example["score"]]
    found = [row.score for row in scored(name)]
    for hand, file, core in zip(by_hand, printed, found, strict=True):
        assert (hand is None) == (file is None) == (core is None)
        if hand is not None:
            assert core == pytest.approx(hand, rel=1e-12)
            assert file == pytest.approx(hand, abs=5e-5)
    if "grade" in example:
        assert [row.grade for row in scored(name)] == example["grade"]


@pytest.mark.parametrize("name", NAMES)
def test_a_scheme_names_itself_its_source_and_its_gaps(name):
    scheme = mj.Scheme.load(name)
    assert scheme.name == name
    assert scheme.content.source
    described = scheme.describe()
    for said in (
        scheme.title,
        *scheme.content.source,
        *scheme.unknown.values(),
        *scheme.content.assumed.values(),
    ):
        assert said in described
    for indicator in scheme.indicators:
        assert indicator.name in described
    assert scheme.content.grading.by != "none" or "grades" in scheme.unknown


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
