"""A million firms scored, ranked and graded from raw totals, beside the same in pandas and in polars.

    python tests/bench/bench_score.py [FIRMS]

One core: polars is held to one thread, the others use no more. What is timed is the processor's time, the
best of five, from a frame of its own to the result; that all three agree is checked first.
"""

import os

os.environ["POLARS_MAX_THREADS"] = "1"

import sys
import time
from collections.abc import Callable

import numpy as np
import pandas as pd
import polars as pl

import mujun as mj

SHARES = {"A": 20, "B": 40, "C": 35, "D": 5}
SCHEME = mj.Scheme.load("huangyan-2022").filled(grades=SHARES)
ENDS = np.cumsum(list(SHARES.values())) / 100


def totals(count: int) -> dict[str, np.ndarray]:
    """Raw totals of firms, log-normal as firms are; every eighth has no emission data."""
    rng = np.random.default_rng(20230925)
    centres = {
        "评价税收": 300,
        "用地面积": 15,
        "工业增加值": 2000,
        "综合能耗": 900,
        "主要污染物排放量": 0.5,
        "年平均职工人数": 120,
        "R&D经费支出": 100,
        "主营业务收入": 4000,
    }
    columns = {name: centre * rng.lognormal(0, 0.6, count) for name, centre in centres.items()}
    columns["主要污染物排放量"][::8] = np.nan
    return columns


def by_mujun(frame: pl.DataFrame) -> mj.Scores:
    return mj.score(frame, SCHEME)


def terms() -> list[tuple[str, str, float]]:
    """Numerator, denominator, and the points that a ratio of one earns."""
    return [(one.numerator, one.denominator, one.weight / one.base.number) for one in SCHEME.indicators]


def by_pandas(frame: pd.DataFrame) -> pd.DataFrame:
    points = {above + below: frame[above] / frame[below] * times for above, below, times in terms()}
    result = pd.DataFrame(points)
    result = result.fillna(result.mean())
    result["score"] = result.sum(axis=1)
    result["rank"] = result["score"].rank(method="min", ascending=False)
    ends = np.floor(ENDS * len(frame) + 1e-9)
    result["grade"] = pd.Categorical.from_codes(np.searchsorted(ends, result["rank"]), list(SHARES))
    return result


def by_polars(frame: pl.DataFrame) -> pl.DataFrame:
    points = [
        (pl.col(above) / pl.col(below) * times).alias(above + below).fill_nan(None)
        for above, below, times in terms()
    ]
    names = [above + below for above, below, _ in terms()]
    ends = [int(end * frame.height + 1e-9) for end in ENDS]
    grade = pl.when(pl.col("rank") <= ends[0]).then(pl.lit("A"))
    for name, end in zip("BCD", ends[1:], strict=True):
        grade = grade.when(pl.col("rank") <= end).then(pl.lit(name))
    return (
        frame.lazy()
        .select(points)
        .with_columns(pl.col(name).fill_null(pl.col(name).mean()) for name in names)
        .with_columns(score=pl.sum_horizontal(names))
        .with_columns(rank=pl.col("score").rank(method="min", descending=True))
        .with_columns(grade=grade)
        .collect()
    )


def best(work: Callable[[], object], rounds: int = 5) -> float:
    times = []
    for _ in range(rounds):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def agree(firms: dict[str, np.ndarray]) -> None:
    ours = by_mujun(pl.DataFrame(firms)).to_polars()
    theirs = by_polars(pl.DataFrame(firms))
    third = by_pandas(pd.DataFrame(firms))
    np.testing.assert_allclose(ours["score"], theirs["score"], rtol=1e-9)
    np.testing.assert_allclose(ours["score"], third["score"], rtol=1e-9)
    grades = ours["grade"].to_numpy()
    for others in (theirs["grade"].to_numpy(), third["grade"].to_numpy()):
        assert np.mean(grades == others) > 0.9999  # sums in another order may tie otherwise at an edge


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    agree(totals(min(count, 100_000)))
    firms = totals(count)
    in_polars, in_pandas = pl.DataFrame(firms), pd.DataFrame(firms)
    timed = {
        "mujun": best(lambda: by_mujun(in_polars)),
        "pandas": best(lambda: by_pandas(in_pandas)),
        "polars": best(lambda: by_polars(in_polars)),
    }
    sys.stdout.write(f"{count:,} firms, six ratios from raw totals, scored, ranked and graded on one core\n")
    for name, seconds in timed.items():
        sys.stdout.write(f"{name:7} {seconds:7.3f} s   {seconds / timed['mujun']:5.2f} × mujun\n")


if __name__ == "__main__":
    main()
