"""The bounds of a derived figure hold the true one, whatever it was before it was rounded and printed.

Known figures are drawn, rounded to few digits, printed as a page would, read, and derived, a page each. The
true figure is a fraction, and so is what the bounds are compared with: nothing here rounds.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import NamedTuple

from hypothesis import given, settings
from hypothesis import strategies as st

import mujun as mj

PAGES = 10  # at a time: reading is quick, drawing is not
DUST = Fraction(1, 10**12)  # what rounding outward may add


class Case(NamedTuple):
    """What a page prints, and the figure that it implies."""

    text: str
    kind: str
    true: Fraction


def printed(value: Fraction, decimals: int) -> str:
    """Round half up, as statistics are; what is printed is no further from the value than half a unit."""
    step = Decimal(1).scaleb(-decimals)
    return str((Decimal(value.numerator) / Decimal(value.denominator)).quantize(step, ROUND_HALF_UP))


def fractions(low: float, high: float) -> st.SearchStrategy[Fraction]:
    """Draw from a fine grid, or half way between two printed numbers: there rounding takes the most."""
    fine = st.integers(int(low * 10**5), int(high * 10**5)).map(lambda grains: Fraction(grains, 10**5))
    half = st.tuples(fine, st.integers(1, 3)).map(
        lambda drawn: Fraction(2 * int(drawn[0] * 10 ** drawn[1]) + 1, 2 * 10 ** drawn[1])
    )
    return fine | half


levels, rates, decimals = fractions(2, 9000), fractions(0.5, 60), st.integers(1, 3)


@st.composite
def qualified(draw: st.DrawFn, value: Fraction, digits: int) -> str:
    """Print a figure, or what is said of it from one side: 近14亿元, 13亿多元, 13亿元以上."""
    whole = value.numerator // value.denominator
    form = draw(st.sampled_from(["{0}亿元"] * 3 + ["近{1}亿元", "{2}亿多元", "{2}亿元以上"]))
    return form.format(printed(value, digits), whole + 1, whole)


@st.composite
def base(draw: st.DrawFn) -> Case:
    now, growth = draw(levels), draw(rates)
    falls = draw(st.booleans())
    shown = draw(qualified(now, draw(decimals)))
    verb, sign = ("下降", -1) if falls else ("增长", 1)
    text = f"财政总收入{shown}，同比{verb}{printed(growth, draw(decimals))}%。"
    return Case(text, "base", now * 10**8 / (1 + sign * growth / 100))


@st.composite
def previous_level(draw: st.DrawFn) -> Case:
    now, change = draw(levels), draw(fractions(0.5, 900))
    shown = f"{printed(now, draw(decimals))}亿元，比上年增加{printed(change, draw(decimals))}亿元"
    return Case(f"财政总收入{shown}。", "previous_level", (now - change) * 10**8)


@st.composite
def reference_growth(draw: st.DrawFn) -> Case:
    own, gap = draw(rates), draw(rates)
    above = draw(st.booleans())
    word = "高于" if above else "低于"
    text = (
        f"固定资产投资增长{printed(own, draw(decimals))}%，{word}全省{printed(gap, draw(decimals))}个百分点。"
    )
    return Case(text, "reference_growth", own - gap if above else own + gap)


@st.composite
def plan(draw: st.DrawFn) -> Case:
    done, share = draw(levels), draw(fractions(3, 180))
    shown = f"{printed(done, draw(decimals))}亿元，完成年度计划的{printed(share, draw(decimals))}%"
    return Case(f"固定资产投资{shown}。", "plan", done * 10**8 / (share / 100))


@st.composite
def whole(draw: st.DrawFn) -> Case:
    part, share = draw(levels), draw(fractions(1, 99))
    shown = draw(qualified(part, draw(decimals)))
    text = f"第三产业增加值{shown}，占地区生产总值的{printed(share, draw(decimals))}%。"
    return Case(text, "whole", part * 10**8 / (share / 100))


@st.composite
def growth(draw: st.DrawFn) -> Case:
    before, now = draw(levels), draw(levels)
    text = f"财政总收入从{printed(before, draw(decimals))}亿元提高到{printed(now, draw(decimals))}亿元。"
    return Case(text, "growth", (now / before - 1) * 100)


@st.composite
def per_mu(draw: st.DrawFn) -> Case:
    total, area = draw(levels), draw(levels)
    text = f"税收收入{printed(total, draw(decimals))}亿元，工业用地{printed(area, draw(decimals))}万亩。"
    return Case(text, "per_mu", total * 10**8 / (area * 10**4))


@st.composite
def ratio_growth(draw: st.DrawFn) -> Case:
    above, below = draw(rates), draw(rates)
    text = f"税收收入增长{printed(above, draw(decimals))}%，工业用地增长{printed(below, draw(decimals))}%。"
    return Case(text, "ratio_growth", ((1 + above / 100) / (1 + below / 100) - 1) * 100)


PERCENT = {  # what is told in percent, and what is derived of it and of points: before them, or elsewhere
    "previous_growth": "规上工业增加值增长{own}%，比上年{moves}{points}个百分点",
    "previous_share": "高新技术产业增加值占规上工业增加值的比重达{own}%，比上年{moves}{points}个百分点",
    "reference_level": "城镇登记失业率{own}%，{side}全省{points}个百分点",
    "reference_share": "第三产业增加值占地区生产总值的比重为{own}%，{side}全省{points}个百分点",
}


@st.composite
def before_points(draw: st.DrawFn) -> Case:
    kind = draw(st.sampled_from(list(PERCENT)))
    own, points = draw(fractions(30, 60)), draw(fractions(0.5, 20))
    above = draw(st.booleans())
    text = PERCENT[kind].format(
        own=printed(own, draw(decimals)),
        points=printed(points, draw(decimals)),
        moves="提高" if above else "回落",
        side="高于" if above else "低于",
    )
    return Case(f"{text}。", kind, own - points if above else own + points)


@st.composite
def change(draw: st.DrawFn) -> Case:
    before, now = draw(rates), draw(rates)
    verb = "提高到" if now > before else "下降到"
    text = f"城镇化率由{printed(before, draw(decimals))}%{verb}{printed(now, draw(decimals))}%。"
    return Case(text, "change", now - before)


cases = st.one_of(
    base(),
    previous_level(),
    reference_growth(),
    plan(),
    whole(),
    growth(),
    per_mu(),
    ratio_growth(),
    before_points(),
    change(),
)


def holds(low: float | None, high: float | None, true: Fraction) -> bool:
    return (low is None or Fraction(low) <= true) and (high is None or true <= Fraction(high))


@given(st.lists(cases, min_size=PAGES, max_size=PAGES))
@settings(max_examples=5 * settings().max_examples)
def test_bounds_hold_the_true_figure(drawn):
    pages = [(str(at), f"2019年，路桥区{case.text}") for at, case in enumerate(drawn)]
    derived = mj.extract_many(pages, threads=1).derive()
    for at, case in enumerate(drawn):
        [row] = derived.filter(page=str(at), kind=case.kind)
        assert holds(row.low, row.high, case.true), (case, row)


@given(levels, rates, decimals, decimals)
def test_bounds_are_no_wider_than_the_rounding(now, rate, digits, rate_digits):
    """What lies outside the bounds would have been printed otherwise."""
    level, growth = printed(now, digits), printed(rate, rate_digits)
    [row] = mj.extract(f"2019年，路桥区财政总收入{level}亿元，同比增长{growth}%。").derive()
    half, rate_half = Fraction(1, 2 * 10**digits), Fraction(1, 2 * 10**rate_digits)
    low = (Fraction(level) - half) * 10**8 / (1 + (Fraction(growth) + rate_half) / 100)
    high = (Fraction(level) + half) * 10**8 / (1 + (Fraction(growth) - rate_half) / 100)
    assert abs(Fraction(row.low) - low) <= low * DUST
    assert abs(Fraction(row.high) - high) <= high * DUST
