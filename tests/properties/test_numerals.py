"""Numbers written out by an independent hand come back exactly, in every script they may be written in."""

import itertools
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

import mujun as mj
from mujun._core import stages

DIGITS = "零一二三四五六七八九"
# Every place from 十 to 千, and the sections of four places that 万 and 亿 close.
PLACES = ["", "十", "百", "千"]
SECTIONS = ["", "万", "亿", "万亿"]


def spell_section(number: int) -> str:
    """Up to four digits, a single 零 for each gap inside."""
    words = ""
    gap = False
    for power in (3, 2, 1, 0):
        digit = number // 10**power % 10
        if digit == 0:
            gap = bool(words)
            continue
        words += ("零" if gap else "") + DIGITS[digit] + PLACES[power]
        gap = False
    return words


def spell(number: int) -> str:
    """A number below 10^12 in Chinese, as a schoolbook writes it."""
    if number == 0:
        return "零"
    words = ""
    gap = False
    for index in (2, 1, 0):
        section = number // 10 ** (4 * index) % 10**4
        if section == 0:
            gap = bool(words)
            continue
        words += (
            ("零" if words and (gap or section < 1000) else "") + spell_section(section) + SECTIONS[index]
        )
        gap = False
    return words.removeprefix("一") if words.startswith("一十") else words


def full_width(text: str) -> str:
    return "".join(chr(ord(c) + 0xFEE0) if "!" <= c <= "~" else c for c in text)


whole = st.integers(min_value=0, max_value=10**12 - 1)
rounded = st.builds(lambda digits, power: digits * 10**power, st.integers(0, 9999), st.integers(0, 8))


@given(whole | rounded)
def test_chinese_numerals(number):
    assert mj.parse_number(spell(number)) == number


@given(whole | rounded)
def test_traditional_numerals(number):
    words = spell(number).replace("万", "萬").replace("亿", "億")
    assert mj.parse_number(words) == number


@given(whole)
def test_thousands_separators(number):
    assert mj.parse_number(f"{number:,}") == number


@given(
    st.integers(0, 10**9 - 1),
    st.integers(1, 8).flatmap(lambda n: st.tuples(st.just(n), st.integers(0, 10**n - 1))),
)
def test_decimals_are_correctly_rounded(units, fraction):
    places, digits = fraction
    text = f"{units}.{digits:0{places}}"
    assert mj.parse_number(text) == float(text)
    assert mj.parse_number(full_width(text)) == float(text)


@given(
    st.decimals(0, 9999, places=2),
    st.sampled_from([("百", 2), ("千", 3), ("万", 4), ("亿", 8), ("万亿", 12)]),
)
def test_magnitudes_multiply_exactly(number, magnitude):
    word, power = magnitude
    assert mj.parse_number(f"{number}{word}") == float(Decimal(number).scaleb(power))


@given(st.integers(1, 9999), st.integers(1, 9999))
def test_mixed_magnitudes_add(hundred_millions, ten_thousands):
    assert (
        mj.parse_number(f"{hundred_millions}亿{ten_thousands}万")
        == hundred_millions * 10**8 + ten_thousands * 10**4
    )


@given(st.integers(0, 999), st.text(DIGITS, min_size=1, max_size=6))
def test_spoken_decimals(units, digits):
    value = float(f"{units}." + "".join(str(DIGITS.index(digit)) for digit in digits))
    assert mj.parse_number(f"{spell(units)}点{digits}") == value
    assert mj.parse_number(f"{spell(units)}‧{digits}") == value


def number_or_none(text: str) -> float | None:
    try:
        return mj.parse_number(text)
    except ValueError:
        return None


@given(st.text("一二三四五六七八九零十百千万亿几数多余点半廿0123456789.,‧○两 ", max_size=24))
def test_any_string_of_signs_is_a_number_or_refused(text):
    value = number_or_none(text)
    assert value is None or 0 <= value < 10**31


@given(
    st.decimals(0, 99999, places=1),
    st.sampled_from(["", "万", "亿"]),
    st.sampled_from(["元", "亩", "家", "%", "个百分点", "平方米", "元/亩", "万吨"]),
    st.sampled_from(
        [("约", "about"), ("近", "nearly"), ("超过", "over"), ("不低于", "at_least"), ("", "exact")]
    ),
)
def test_quantities_keep_value_unit_and_qualifier(number, magnitude, unit, qualifier):
    word, name = qualifier
    quantity = mj.parse_quantity(f"{word}{number}{magnitude if unit != '万吨' else ''}{unit}")
    power = {"": 0, "万": 4, "亿": 8}[magnitude] if unit != "万吨" else 4
    assert quantity["value"] == float(Decimal(number).scaleb(power))
    assert quantity["value_high"] is None
    assert quantity["unit"] == unit.removeprefix("万").removeprefix("个")
    assert quantity["qualifier"] == name
    assert quantity["precision"] == float(Decimal("0.05").scaleb(power))


@given(
    st.text(
        "一二三十百千万亿多余半第成分之每翻番约近以上左右至到从元亩家个月年%0123456789.,-—/+ \n（）“”、，。",
        max_size=60,
    )
)
def test_quantities_of_any_text_lie_in_order_and_apart(text):
    rows = [row for row in stages.quantities(text) if "notice" not in row]
    assert all(text[row["start"] : row["end"]] == row["text"] for row in rows)
    assert all(row["start"] < row["end"] for row in rows)
    assert all(left["end"] <= right["start"] for left, right in itertools.pairwise(rows))
    assert all(row["value_high"] is None or row["value"] < row["value_high"] for row in rows)
