"""Many pages of 2,000 characters: what a page costs each way, and what a second thread gives.

    python tests/bench/bench_many.py [PAGES]

What is printed are microseconds a page, the best of three. `processor` is the processor's time, which a busy
machine changes little; `clock` is what a watch shows. The speed-up on two threads is read off the clock, so
the machine should be idle; that of the core alone, which needs no lock of Python, is what the machine gives.
"""

import datetime as dt
import sys
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pyarrow as pa

import mujun as mj
from mujun import _core

sys.path.insert(0, str(Path(__file__).parents[1] / "scale"))
from pages import long_pages

DAY = dt.date(2019, 5, 10)


def best(work: Callable[[], object], pages: int, rounds: int = 3) -> tuple[float, float]:
    """Microseconds a page, of the clock and of the processor."""
    times = []
    for _ in range(rounds):
        clock, processor = time.perf_counter(), time.process_time()
        work()
        times.append((time.perf_counter() - clock, time.process_time() - processor))
    return tuple(min(column) / pages * 1e6 for column in zip(*times, strict=True))


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    pages = long_pages(count)
    given = [(text, name, DAY, "") for name, text in pages]
    table = pa.table({"id": range(count), "text": [text for _, text in pages]})
    facts = mj.extract_many(pages[:1000], published=DAY)

    def core(threads: int) -> None:
        with ThreadPoolExecutor(threads) as pool:
            list(pool.map(_core.read_many, (given[first : first + 50] for first in range(0, count, 50))))

    def to_file(folder: str, threads: int) -> object:
        return mj.extract_to(f"{folder}/facts.parquet", pages, published=DAY, threads=threads)

    with tempfile.TemporaryDirectory() as folder:
        ways = {
            "the core, 1 thread": lambda: core(1),
            "the core, 2 threads": lambda: core(2),
            "extract, one by one": lambda: [mj.extract(text, published=DAY) for _, text in pages],
            "extract_many, 1 thread": lambda: mj.extract_many(pages, published=DAY, threads=1),
            "extract_many, 2 threads": lambda: mj.extract_many(pages, published=DAY, threads=2),
            "extract_to, 1 thread": lambda: to_file(folder, 1),
            "extract_to, 2 threads": lambda: to_file(folder, 2),
            "batches": lambda: sum(b.num_rows for b in mj.batches(table.to_batches(), published=DAY)),
        }
        timed = {name: best(work, count) for name, work in ways.items()}

    sys.stdout.write(f"{count:,} pages of 2,000 characters, {len(facts) / 1000:.1f} facts each\n")
    sys.stdout.write(f"{'µs a page':24} {'clock':>8} {'processor':>10}\n")
    for name, (clock, processor) in timed.items():
        sys.stdout.write(f"{name:24} {clock:8.0f} {processor:10.0f}\n")
    for name in ("the core", "extract_many", "extract_to"):
        one, two = timed[f"{name}, 1 thread"][0], timed[f"{name}, 2 threads"][0]
        sys.stdout.write(f"{name}: {one / two:.2f} times as fast on 2 threads\n")


if __name__ == "__main__":
    main()
