"""A scheme file of any content is read, or refused with a word about what is wrong and where."""

import tomllib

import hypothesis.strategies as st
import pandas as pd
import pytest
from hypothesis import given

import mujun as mj
from mujun.scoring import scheme as scheming

FILES = sorted(scheming._folder().glob("*.toml"))
SCHEMES = [tomllib.loads(file.read_text(encoding="utf-8")) for file in FILES]

scalars = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(),
    st.text(max_size=8),
    st.sampled_from(["亩", "万元", "/"]),
)
values = st.recursive(
    scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=6), inner)
)


def places(table, path=()):
    """Every key and place in a file, with the way to it."""
    if isinstance(table, dict):
        for key, value in table.items():
            yield (*path, key)
            yield from places(value, (*path, key))
    elif isinstance(table, list):
        for at, value in enumerate(table):
            yield (*path, at)
            yield from places(value, (*path, at))


def changed(table, path, value, removes):
    """A copy with one place changed, or without it."""
    copy = dict(table) if isinstance(table, dict) else list(table)
    key, *rest = path
    if rest:
        copy[key] = changed(copy[key], rest, value, removes)
    elif removes:
        del copy[key]
    else:
        copy[key] = value
    return copy


@st.composite
def mutated(draw):
    scheme = draw(st.sampled_from(SCHEMES))
    for _ in range(draw(st.integers(1, 3))):
        path = draw(st.sampled_from(list(places(scheme))))
        scheme = changed(scheme, path, draw(values), removes=draw(st.booleans()))
        if not scheme:
            break
    return scheme


def loaded(content):
    try:
        return mj.Scheme.load(content)
    except mj.MujunError:
        return None


@given(mutated() | st.dictionaries(st.text(max_size=8), values))
def test_any_scheme_is_read_or_refused(content):
    scheme = loaded(content)
    if scheme is not None:
        assert scheme.describe()
        assert scheme._repr_html_()


@given(mutated(), st.integers(0, 5), st.data())
def test_what_is_read_scores_or_says_why_not(content, rows, data):
    scheme = loaded(content)
    if scheme is None:
        return
    numbers = st.sampled_from([0.0, 1.0, 12.5, 1e300, -1.0, None]) | st.floats(allow_nan=False)
    names = ["评价税收", "用地面积", "工业增加值", "综合能耗", "年平均职工人数", "主营业务收入"]
    frame = pd.DataFrame(
        {name: data.draw(st.lists(numbers, min_size=rows, max_size=rows)) for name in names}, dtype="float64"
    )
    try:
        scores = mj.score(frame, scheme)
    except mj.MujunError:
        return
    table = scores.to_pandas()
    assert len(table) == rows
    assert not table["score"].isin([float("inf"), float("-inf")]).any()


@pytest.mark.parametrize(
    "text", [b"", b"\xff", b"[", b"a = ", b"a = 1\na = 2", b"[" * 2000, b"a=" + b"[" * 5000]
)
def test_a_file_that_is_no_toml(tmp_path, text):
    file = tmp_path / "mine.toml"
    file.write_bytes(text)
    with pytest.raises(mj.MujunError, match=r"mine\.toml"):
        mj.Scheme.load(file)
    if text.strip():
        with pytest.raises(mj.MujunError, match=r"mine\.toml"):
            mj.Knowledge().with_file(file)
