"""Panels of one column, made of lists and read back as lists."""

import math

from hypothesis import strategies as st

import mujun as mj

figures = st.one_of(st.none(), st.integers(-(10**6), 10**6).map(lambda thousandths: thousandths / 1000))


def column(values, **rest):
    cells = [[math.nan if value is None else value] for value in values]
    return mj.Panel(cells, index=[f"镇{at}" for at in range(len(values))], columns=["x"], **rest)


def cells(panel):
    return [
        None if masked else value for value, masked in zip(panel.values[:, 0], panel.mask[:, 0], strict=True)
    ]
