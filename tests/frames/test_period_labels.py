"""Periods as heads and SDMX write them: what is written is read back as the same days."""

import calendar
import datetime as dt
import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

import mujun as mj
from mujun.sdmx.observations import time_period
from mujun.values.periods import label

days = st.dates(dt.date(1949, 10, 1), dt.date(2050, 12, 31))


def last_of(year, month):
    return dt.date(year, month, calendar.monthrange(year, month)[1])


@st.composite
def periods(draw):
    """First and last day: of whole months most of the time, as on pages."""
    if draw(st.booleans()):
        year, first = draw(st.integers(1949, 2050)), draw(st.integers(1, 12))
        count = draw(st.sampled_from([1, 2, 3, 5, 6, 9, 12, 24, 60]))
        ahead = 12 * year + first - 1 + count - 1
        return dt.date(year, first, 1), last_of(ahead // 12, ahead % 12 + 1)
    return tuple(sorted(draw(st.tuples(days, days))))


@pytest.fixture(scope="module")
def fact():
    return mj.extract("全区财政总收入12.5亿元。")[0]


def read_time_period(text):
    """Read SDMX's forms by the letter of its technical notes."""
    if found := re.fullmatch(r"(\d{4})(?:-([SQ])(\d))?", text):
        year, kind, number = found.groups()
        size = {"S": 6, "Q": 3, None: 12}[kind]
        last = size * int(number or 1)
        return dt.date(int(year), last - size + 1, 1), last_of(int(year), last)
    if found := re.fullmatch(r"(\d{4})-(\d\d)", text):
        year, month = map(int, found.groups())
        return dt.date(year, month, 1), last_of(year, month)
    start, _, duration = text.partition("/")
    start = dt.date.fromisoformat(start)
    if not duration:
        return start, start
    count, unit = re.fullmatch(r"P(\d+)([YMD])", duration).groups()
    if unit == "D":
        return start, start + dt.timedelta(int(count) - 1)
    behind = 12 * start.year + start.month - 1 + int(count) * {"Y": 12, "M": 1}[unit]
    return start, dt.date(behind // 12, behind % 12 + 1, start.day) - dt.timedelta(1)


@given(periods())
def test_sdmx_says_the_same_days(fact, period):
    start, end = period
    dated = fact._replace(period_start=start, period_end=end)
    assert read_time_period(time_period(dated)) == period


@given(periods())
def test_a_label_is_read_as_the_same_days(period):
    start, end = mj.parse_period(label(*period))
    assert (start or end, end) == period


def test_a_day_is_a_day(fact):
    stock = fact._replace(period_start=None, period_end=dt.date(2019, 3, 31))
    assert time_period(stock) == label(None, dt.date(2019, 3, 31)) == "2019-03-31"
    assert time_period(fact._replace(period_start=dt.date(2013, 1, 1), period_end=None)) is None


@pytest.mark.parametrize(
    ("start", "end", "plain", "chinese"),
    [
        ("2019-01-01", "2019-12-31", "2019", "2019年"),
        ("2019-07-01", "2019-12-31", "2019-S2", "2019年下半年"),
        ("2019-04-01", "2019-06-30", "2019-Q2", "2019年二季度"),
        ("2019-02-01", "2019-02-28", "2019-02", "2019年2月"),
        ("2019-01-01", "2019-05-31", "2019-01..2019-05", "2019年1—5月"),
        ("2016-01-01", "2020-12-31", "2016-01..2020-12", "2016—2020年"),
        ("2018-11-01", "2019-04-30", "2018-11..2019-04", "2018年11月—2019年4月"),
        ("2019-05-03", "2019-06-12", "2019-05-03..2019-06-12", "2019年5月3日—2019年6月12日"),
        ("2019-05-10", "2019-05-10", "2019-05-10", "2019年5月10日"),
        ("2020-02-01", "2020-02-29", "2020-02", "2020年2月"),
        ("2019-02-01", "2019-04-30", "2019-02..2019-04", "2019年2—4月"),
        ("2018-07-01", "2019-06-30", "2018-07..2019-06", "2018年7月—2019年6月"),
    ],
)
def test_labels(start, end, plain, chinese):
    period = dt.date.fromisoformat(start), dt.date.fromisoformat(end)
    assert label(*period) == plain
    assert label(*period, "zh") == chinese
    assert mj.parse_period(chinese) == period


def test_what_has_no_end():
    assert label(None, None) == ""
    assert label(dt.date(2013, 1, 1), None) == "2013-01-01.."
    assert label(dt.date(2013, 1, 1), None, "zh") == "2013年1月1日以来"
