"""The benchmark runs, its three computations agree, and time grows with the number of firms, not faster."""

import importlib.util
import subprocess
import sys
import time
from pathlib import Path

import polars as pl

BENCH = Path(__file__).parents[1] / "bench" / "bench_score.py"


def load():
    spec = importlib.util.spec_from_file_location("bench_score", BENCH)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_benchmark_runs():
    done = subprocess.run([sys.executable, BENCH, "20000"], capture_output=True, text=True, check=True)
    head, *rows = done.stdout.splitlines()
    assert head.startswith("20,000 firms")
    assert [row.split()[0] for row in rows] == ["mujun", "pandas", "polars"]


def test_linear_in_the_number_of_firms():
    """Ten times as many firms may take no more than thirty times as long."""
    bench = load()

    def seconds(count):
        frame = pl.DataFrame(bench.totals(count))
        times = []
        for _ in range(5):
            start = time.process_time()
            bench.by_mujun(frame)
            times.append(time.process_time() - start)
        return min(times)

    assert seconds(200_000) < 30 * seconds(20_000)
