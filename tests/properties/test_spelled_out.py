"""Numbers that ICU spells out are read as those numbers: another hand wrote them, by rules of its own."""

import ctypes
import ctypes.util
import os
import re
from decimal import Decimal

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

import mujun as mj

LIBRARY = ctypes.util.find_library("icui18n")
if LIBRARY is None and os.environ.get("CI") != "true":  # where a wheel is tried there is none
    pytest.skip("the system has no ICU to ask", allow_module_level=True)

SPELLOUT, DEFAULT_RULES = 5, 6  # UNUM_SPELLOUT, UNUM_DEFAULT_RULESET
STYLES = {
    "cardinal": "%spellout-cardinal",  # 二百零五
    "liang": "%spellout-cardinal-alternate2",  # 两百零五
    "numbering": "%spellout-numbering",  # 二百〇五
    "financial": "%spellout-cardinal-financial",  # 贰佰零伍
}


class Speller:
    """ICU's C interface, of which every name ends in ICU's version."""

    def __init__(self, script: str, rules: str) -> None:
        library, version = ctypes.CDLL(LIBRARY), LIBRARY.rpartition(".")[2]
        opened = getattr(library, f"unum_open_{version}")
        opened.restype = ctypes.c_void_p
        self._set_rules = getattr(library, f"unum_setTextAttribute_{version}")
        self._format = getattr(library, f"unum_formatDecimal_{version}")
        self._status = ctypes.c_int(0)
        self._formatter = ctypes.c_void_p(
            opened(SPELLOUT, None, 0, f"zh_{script}".encode(), None, ctypes.byref(self._status))
        )
        wide = rules.encode("utf-16-le")
        self._set_rules(self._formatter, DEFAULT_RULES, wide, len(rules), ctypes.byref(self._status))
        assert self._status.value <= 0

    def __call__(self, number: int | Decimal) -> str:
        digits, room = str(number).encode(), ctypes.create_string_buffer(400)
        size = self._format(self._formatter, digits, len(digits), room, 200, None, ctypes.byref(self._status))
        assert self._status.value <= 0
        return room.raw[: 2 * size].decode("utf-16-le")


SPELLERS = {
    (script, style): Speller(script, rules) for script in ("Hans", "Hant") for style, rules in STYLES.items()
}
spellers = st.sampled_from(list(SPELLERS.values()))

# Up to 亿: 兆 is 10^12 to ICU and a million to our pages, which write 万亿.
whole = st.integers(0, 10**12 - 1)
rounded = st.builds(lambda digits, power: digits * 10**power, st.integers(0, 9999), st.integers(0, 8))
decimals = st.integers(1, 6).flatmap(
    lambda places: st.integers(0, 10 ** (places + 4)).map(lambda number: Decimal(number).scaleb(-places))
)


def test_icu_spells_as_expected():
    """What is compared with is Chinese, of either script, and each style its own."""
    spelled = {key: speller(20003205) for key, speller in SPELLERS.items()}
    assert spelled["Hans", "cardinal"] == "二千万三千二百零五"
    assert spelled["Hant", "liang"] == "兩千萬三千兩百零五"
    assert spelled["Hans", "numbering"] == "二千万三千二百〇五"
    assert spelled["Hant", "financial"] == "貳仟萬參仟貳佰零伍"
    assert SPELLERS["Hant", "financial"](Decimal("20.07")) == "貳拾點零柒"


def is_of_our_pages(words: str) -> bool:
    """Leave out how pages never write a number.

    Formal digits alone are words (登陆, 队伍, 参与), numbers only among the formal magnitudes. Pages write
    七亿零一十八万: behind ICU's 七亿 in 七亿十八万 a new word may begin, as in 七亿十大项目. Nor have they
    decimals behind 万, where 点 is a noun.
    """
    alone = words[0] in "壹贰貳叁參肆伍陆陸柒捌玖" and words[1:2] not in tuple("拾佰仟万萬亿億")
    alone |= re.search("[点點].*參", words) is not None
    return not alone and re.search("[亿億万萬][十拾点點]", words) is None


@given(spellers, whole | rounded | decimals)
@example(SPELLERS["Hans", "liang"], 200_0200_0110)
@example(SPELLERS["Hant", "financial"], 12_3456_7890)
def test_what_icu_spells_out_is_read_back(speller, number):
    words = speller(number)
    assume(is_of_our_pages(words))
    assert mj.parse_number(words) == float(number)


@given(spellers, st.integers(20, 10**12 - 1))
def test_on_a_page_too(speller, number):
    """In a sentence the amount is the whole numeral, and no part of it another figure; 二元 may be a word."""
    words = speller(number)
    assume(is_of_our_pages(words))
    [fact] = mj.extract(f"2018年，路桥区财政总收入{words}元。")
    assert (fact.text, fact.value, fact.unit) == (f"{words}元", float(number), "元")
