"""What is computed from panels, against plain Python cell by cell."""

import sys
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import mujun as mj

sys.path.insert(0, str(Path(__file__).parent))  # columns.py is shared by the tests of panels

from columns import cells, column, figures

# ---- growth ---------------------------------------------------------------------------------------


@given(st.lists(st.tuples(figures, figures), min_size=1, max_size=12))
def test_growth_cell_by_cell(pairs):
    now, base = zip(*pairs, strict=True)
    grown = column(now).growth(column(base))
    expected = [
        None if n is None or b is None or b <= 0 else pytest.approx((n / b - 1) * 100, rel=1e-9, abs=1e-9)
        for n, b in pairs
    ]
    assert cells(grown) == expected
    assert grown.units == {"x": "%"}


def test_growth_says_why_not():
    now = column([5, 5, 5, None])
    reasons = now.growth(column([0, -1, None, 5])).reasons
    said = [reasons[f"镇{at}", "x"] for at in range(4)]
    assert [words.split(":")[0] for words in said] == [
        "the base is zero, from which nothing grows by a rate",
        "the base is negative",
        "there is no figure in the base",
        "there is no figure",
    ]


def test_growth_matches_labels_and_units():
    now = mj.Panel(
        [[1.2, 30], [0.8, 20]], index=["甲", "乙"], columns=["税收", "用地"], units=["亿元", "公顷"]
    )
    base = mj.Panel(
        [[300, 10000, 1], [450, 8000, 1]],
        index=["乙", "甲"],
        columns=["用地", "税收", "人口"],
        units=["亩", "万元", "人"],
    )
    grown = now.growth(base)
    assert grown.columns == ["税收", "用地"]
    assert grown.values == pytest.approx(np.array([[50.0, 0.0], [-20.0, 0.0]]))


def test_growth_against_another_dimension_is_refused():
    with pytest.raises(mj.MujunError, match=r"x: '美元' \(money_usd\) cannot become '元' \(money\)"):
        column([1], units="元").growth(column([1], units="美元"))


def test_an_unknown_unit_is_told_with_its_column():
    with pytest.raises(mj.MujunError, match="x: '万圆' is no unit"):
        column([1], units="万圆").growth(column([1], units="万圆"))


def test_rates_do_not_grow_by_a_rate():
    with pytest.raises(mj.MujunError, match=r"x \(in %\): a rate does not grow.*gap"):
        column([8], units="%").growth(column([7], units="%"))


@pytest.mark.parametrize(
    ("now", "base"),
    [
        ("2019Q1", "2018Q1"),
        ("2019Q1", "2018Q4"),
        ("2020-02", "2019-02"),
        ("2019-05", "2019-04"),
        (("2019-01-01", "2019-04-15"), ("2018-01-01", "2018-04-15")),
        ("2019-12-31", "2018-12-31"),
        ("2016-01..2020-12", "2011-01..2015-12"),
        ("2019Q1", None),
        (None, "2019Q1"),
    ],
)
def test_like_periods_compare(now, base):
    assert cells(column([107], period=now).growth(column([100], period=base))) == [7.0]


@pytest.mark.parametrize(
    ("now", "base", "said"),
    [
        ("2019Q1", "2018", "unlike periods: 2019-01-01..2019-03-31 and 2018-01-01..2018-12-31"),
        ("2019-05", "2019Q1", "unlike periods"),
        ("2019", "2018-12-31", "unlike periods"),
        (("2019-01-01", "2019-04-15"), ("2018-01-01", "2018-04-16"), "unlike periods"),
        ("2018Q1", "2019Q1", "base must lie before: 2019-01-01..2019-03-31 is not earlier"),
        ("2019", "2019", "base must lie before"),
    ],
)
def test_unlike_periods_are_refused(now, base, said):
    with pytest.raises(mj.MujunError, match=said):
        column([107], period=now).growth(column([100], period=base))


def test_a_panel_alone_has_no_year_before():
    with pytest.raises(mj.MujunError, match="needs the panel of an earlier period"):
        column([107]).growth()


# ---- per mu ---------------------------------------------------------------------------------------


def land(area, unit):
    return mj.Panel(
        [[4500, 3000, area], [100, None, 0], [7, 8, None]],
        index=["甲", "乙", "丙"],
        columns=["税收", "用电", "用地"],
        units={"税收": "万元", "用电": "万千瓦时", "用地": unit},
    )


@pytest.mark.parametrize(
    ("area", "unit"), [(300, "亩"), (20, "公顷"), (200_000, "平方米"), (0.2, "平方公里")]
)
def test_per_mu_in_any_area_unit(area, unit):
    found = land(area, unit).per_mu(["税收", "用电"], by="用地")
    assert found.units == {"亩均税收": "元/亩", "亩均用电": "万千瓦时/亩"}
    assert found.values[0] == pytest.approx([150_000, 10])
    assert found.convert({"亩均税收": "元/平方米"}).values[0, 0] == pytest.approx(225)
    assert found.reasons == {
        ("乙", "亩均税收"): "the area is zero",
        ("乙", "亩均用电"): "there is no figure",
        ("丙", "亩均税收"): "there is no area",
        ("丙", "亩均用电"): "there is no area",
    }


def test_dollars_stay_dollars():
    panel = mj.Panel([[300, 20]], index="甲", columns=["外资", "用地"], units=["万美元", "亩"])
    found = panel.per_mu("外资", by="用地")
    assert (found.units, found.values[0, 0]) == ({"亩均外资": "美元/亩"}, 150_000)


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: land(-5, "亩").per_mu("税收", by="用地"), "甲, 税收: an area cannot be negative"),
        (
            lambda: land(5, "亩").per_mu("税收", by="用电"),
            "用电: '万千瓦时' .energy. cannot become '亩' .area.",
        ),
        (lambda: land(5, "亩").per_mu("用地", by="税收"), "税收: '万元'"),
        (lambda: land(5, "亩").per_mu("税收"), "no column is called '工业用地'"),
        (lambda: land(5, "亩").per_mu("税收", by="用地").per_mu("亩均税收", by="用地"), "no column"),
        (lambda: column([5]).per_mu("x", by="x"), "no unit"),
    ],
)
def test_per_mu_refuses(call, said):
    with pytest.raises(mj.MujunError, match=said):
        call()


def test_rates_have_no_per_mu():
    panel = mj.Panel([[5, 2, 9]], index="甲", columns=["亩均", "占比", "用地"], units=["元/亩", "%", "亩"])
    for name in ("亩均", "占比"):
        with pytest.raises(mj.MujunError, match=f"{name} .*rates and ratios do not add up"):
            panel.per_mu(name, by="用地")


# ---- shares and contributions ---------------------------------------------------------------------


def test_shares_of_a_row_a_column_and_a_sum():
    panel = mj.Panel(
        [[30, 120], [50, 200], [80, 320]], index=["甲", "乙", "全市"], columns=["工业", "GDP"], units="亿元"
    )
    assert panel.share(of="全市").values[:, 0].tolist() == [37.5, 62.5, 100.0]
    assert panel.share(of="GDP").values[:, 0].tolist() == [25.0] * 3
    assert column([1, 3], units="家").share().values[:, 0].tolist() == [25.0, 75.0]
    assert panel.share(of="全市").units == {"工业": "%", "GDP": "%"}


def test_shares_convert_between_columns():
    panel = mj.Panel([[5000, 2]], index="甲", columns=["工业", "GDP"], units=["万元", "亿元"])
    assert panel.share(of="GDP").values[0].tolist() == [25.0, 100.0]


@given(st.lists(st.integers(1, 10**6), min_size=1, max_size=20))
def test_shares_of_the_sum_are_100(parts):
    assert sum(cells(column(parts).share())) == pytest.approx(100)


def test_a_sum_with_a_part_missing_is_no_whole():
    shares = column([1, None, 3]).share()
    assert shares.mask.all()
    assert shares.reasons["镇0", "x"] == "a part has no figure, so their sum is no whole"


def test_shares_refuse():
    panel = mj.Panel([[1, 2]], index=["甲"], columns=["甲", "乙"], units="元")
    with pytest.raises(mj.MujunError, match="a row and a column"):
        panel.share(of="甲")
    with pytest.raises(mj.MujunError, match="no row is called '丙'"):
        panel.share(of="丙")
    with pytest.raises(mj.MujunError, match="do not add up"):
        column([5], units="元/亩").share()
    assert column([5, 0]).share(of="镇1").reasons["镇0", "x"] == "the whole is zero"


def test_contribution_and_pull():
    now = column([60, 62, 122], units="亿元", period="2019")
    base = column([50, 50, 100], units="亿元", period="2018")
    assert cells(now.contribution(base, "镇2")) == pytest.approx([1000 / 22, 1200 / 22, 100])
    points = now.contribution(base, "镇2", kind="points")
    assert cells(points) == pytest.approx([10, 12, 22])
    assert points.units == {"x": "百分点"}


@given(st.lists(st.tuples(st.integers(1, 1000), st.integers(1, 1000)), min_size=2, max_size=8))
def test_pulls_add_up_to_the_growth_of_the_whole(parts):
    now, base = ([*side, sum(side)] for side in zip(*parts, strict=True))
    whole = f"镇{len(parts)}"
    pulls = cells(column(now).contribution(column(base), whole, kind="points"))
    assert sum(pulls[:-1]) == pytest.approx(mj.growth(now[-1], base[-1]), abs=1e-6)
    assert pulls[-1] == pytest.approx(mj.growth(now[-1], base[-1]), abs=1e-9)


@pytest.mark.parametrize("kind", ["points", "rate"])
def test_contributions_keep_the_bounds_that_printing_leaves(kind):
    text = "{year}年，路桥区税收收入{part}亿元。{year}年，台州市税收收入{whole}亿元。"
    told = [(2018, "10.0", "100.0"), (2019, "12.5", "120.0")]
    facts = mj.extract("".join(text.format(year=y, part=part, whole=whole) for y, part, whole in told))
    base, now = (facts.panel(period=str(year)) for year, *_ in told)
    found = now.contribution(base, "台州市", kind=kind)
    below = {"points": (100.05, 99.95), "rate": (120.05 - 99.95, 119.95 - 100.05)}[kind]
    at = found.index.index("路桥区"), 0
    assert found.low[at] == pytest.approx((12.45 - 10.05) / below[0] * 100, rel=1e-9)
    assert found.high[at] == pytest.approx((12.55 - 9.95) / below[1] * 100, rel=1e-9)


def test_contribution_to_what_has_not_changed():
    found = column([6, 10]).contribution(column([5, 10]), "镇1")
    assert found.reasons["镇0", "x"].startswith("the whole has not changed")
    with pytest.raises(mj.MujunError, match="kind='share'"):
        column([6]).contribution(column([5]), "镇0", kind="share")


# ---- index numbers and gaps -----------------------------------------------------------------------


def test_index_numbers():
    assert cells(column([5, 10, None]).index_to("镇1")) == [50, 100, None]
    assert cells(column([5, 10]).index_to(column([4, 20]))) == [125, 50]
    assert column([5, -1]).index_to("镇1").reasons["镇0", "x"].startswith("the base is negative")
    with pytest.raises(mj.MujunError, match="no row is called '镇9'"):
        column([5]).index_to("镇9")


def test_gaps_of_rates_are_points():
    gap = column([33.1, 10.1], units="%").gap("镇1")
    assert cells(gap) == pytest.approx([23.0, 0])
    assert gap.units == {"x": "百分点"}
    assert cells(column([5], units="‰").gap(column([0.2], units="%"))) == pytest.approx([0.3])


def test_gaps_of_levels_keep_their_unit():
    gap = column([5, 2], units="亿元").gap(column([3000, 25000], units="万元"))
    assert cells(gap) == pytest.approx([4.7, -0.5])
    assert gap.units == {"x": "亿元"}


def test_gap_of_unlike_periods_is_refused():
    with pytest.raises(mj.MujunError, match="unlike periods"):
        column([5], period="2019").gap(column([5], period="2019Q1"))
