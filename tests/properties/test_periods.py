"""Period expressions against the calendar of the standard library, on any text, in linear time."""

import calendar
import datetime as dt
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mujun import _core

YEARS = st.integers(1949, 2099)
DIGITS = str.maketrans("0123456789", "〇一二三四五六七八九")
FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
# What period expressions are made of, so that random texts are full of near misses.
SIGNS = "0123456789一二三四五十〇两年月日号季度末底初前头近比较至到从自起来止份的第点时分-—~.:/、和,。 \n'“”"
WORDS = "2018 2019 今年 去年 上年 全年 同期 以来 之前 截至 目前 上半年 十四五 个月"
PIECES = st.sampled_from([*SIGNS, *WORDS.split(" ")])
REPEATED = "1 十 1- 1、 2018年 2018年至 前1 比 “ 截至 1月至 今年 近1年 1: 5日 1-5月当月 截至截至1日"


def chinese(number: int) -> str:
    tens, ones = divmod(number, 10)
    head = {0: "", 1: "十"}.get(tens, str(tens).translate(DIGITS) + "十")
    return head + (str(ones).translate(DIGITS) if ones or not tens else "")


def month_end(year: int, month: int) -> dt.date:
    return dt.date(year, month, calendar.monthrange(year, month)[1])


@given(
    YEARS,
    st.integers(1, 12),
    st.integers(1, 12),
    st.sampled_from(["-", "—", "～", "至", "到", "月至", "月—"]),
)
def test_months(year, one, other, mark):
    first, last = sorted([one, other])
    months = f"{first}{mark}{last}月" if first < last else f"{first}月份"
    whole = (dt.date(year, first, 1), month_end(year, last))
    assert _core.parse_period(f"{year}年{months}") == whole
    assert _core.parse_period(f"{year}年{months}".translate(FULL_WIDTH)) == whole
    assert _core.parse_period(f"今年{months}", dt.date(year, 6, 1)) == whole
    assert _core.parse_period(f"截至去年{months}", dt.date(year + 1, 6, 1)) == (None, whole[1])


@given(st.dates(dt.date(1949, 1, 1), dt.date(2099, 12, 31)))
def test_days(day):
    wordings = [
        day.isoformat(),
        f"{day.year}.{day.month}.{day.day}",
        f"{day.year}年{day.month}月{day.day}日",
        f"{day.year} 年 {day.month} 月 {day.day} 日",
        f"{str(day.year).translate(DIGITS)}年{chinese(day.month)}月{chinese(day.day)}日",
        f"{day:%Y年%m月%d日%H:%M:%S}",
    ]
    assert [_core.parse_period(wording) for wording in wordings] == [(day, day)] * len(wordings)
    assert _core.parse_period("目前", day) == (None, day)
    assert _core.parse_period("昨天", day) == (day - dt.timedelta(1),) * 2
    assert _core.parse_period(f"{day.day}日", day) == (day, day)


@given(YEARS, st.integers(1, 4), st.booleans())
def test_quarters(year, quarter, in_words):
    number = chinese(quarter) if in_words else str(quarter)
    first, last = dt.date(year, 3 * quarter - 2, 1), month_end(year, 3 * quarter)
    assert _core.parse_period(f"{year}年第{number}季度") == (first, last)
    assert _core.parse_period(f"{year}年{number}季度") == (first, last)
    assert _core.parse_period(f"{year}Q{quarter}") == (first, last)
    assert _core.parse_period(f"{year}年前{number}季度") == (dt.date(year, 1, 1), last)
    assert _core.parse_period(f"{year}年{number}季度末") == (None, last)
    after = first - dt.timedelta(1)
    assert _core.parse_period("下季度", after)[0] == first
    assert _core.parse_period("上季度", last + dt.timedelta(1)) == (first, last)


@given(YEARS, st.integers(1, 30))
def test_years(year, count):
    span = (dt.date(year - count, 1, 1), dt.date(year, 12, 31))
    assert _core.parse_period(f"{year - count}-{year}年") == span
    assert _core.parse_period(f"{year - count}年至{year}年") == span
    last = (dt.date(year - count, 1, 1), dt.date(year - 1, 12, 31))
    assert _core.parse_period(f"近{count}年", dt.date(year, 7, 1)) == last
    assert _core.parse_period(f"{chinese(count)}年来", dt.date(year, 7, 1)) == last


@given(st.lists(PIECES, max_size=40).map("".join) | st.text(max_size=60), st.none() | st.dates())
def test_any_text(text, published):
    before = 0
    for start, end, shape, period in _core.stages.find_periods(text, published):
        assert before <= start < end <= len(text)
        assert shape in {"over", "until", "since", "base", "clock"}
        before = end
        if period:
            first, last = period
            assert first is None or first <= last
            assert (first is None) == (shape == "until")


@pytest.mark.parametrize("piece", [*REPEATED.split(" "), " "])
def test_linear_time(piece):
    # Reading the rest of the page again at every place would take minutes here.
    page = piece * (600_000 // len(piece))
    began = time.process_time()
    _core.stages.find_periods(page, dt.date(2019, 5, 10))
    assert time.process_time() - began < 8
