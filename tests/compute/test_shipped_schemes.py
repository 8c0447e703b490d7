"""The schemes that come along: each worked example against plain arithmetic from its sources."""

import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

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


@pytest.mark.parametrize("name", NAMES)
@given(st.data())
def test_the_order_of_the_firms_does_not_matter(name, data):
    example = example_of(name)
    scheme = mj.Scheme.load(name).filled(bases=example.get("bases"), weights=example.get("weights"))
    columns = example["columns"]
    order = data.draw(st.permutations(range(len(next(iter(columns.values()))))))
    turned = mj.score({column: [values[at] for at in order] for column, values in columns.items()}, scheme)
    scores = list(mj.score(columns, scheme))
    for row, at in zip(turned, order, strict=True):
        assert (row.rank, row.grade) == (scores[at].rank, scores[at].grade)
        assert row.score == (None if scores[at].score is None else pytest.approx(scores[at].score, rel=1e-9))
