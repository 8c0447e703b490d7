"""A plan for very many pages, worked out from what some cost here.

    python tests/bench/plan.py [PAGES [CORES [CHARACTERS]]]

Reads Parquet of 5,000 pages of our own sentences through `mujun.batches` on one core, as a task of an engine
does, writes Parquet, and takes from it what a page costs: the processor's time, the bytes in and out, and the
memory of the task. From these follow the core hours, the partitions and the memory of a cluster.
"""

import math
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

import mujun as mj

sys.path.insert(0, str(Path(__file__).parents[1] / "scale"))
from pages import long_pages

SAMPLE = 5_000
BATCH = 1000  # rows of a batch that comes in: spark.sql.execution.arrow.maxRecordsPerBatch
TASK_SECONDS = 300  # long against what starting a task costs, short against what losing one costs
SPARE = 1.3  # cores wait for the disk, and the last tasks for no other


def task(source: str, target: str) -> None:
    """What one task does; prints the processor's seconds and the peak of memory."""
    begun = time.process_time()
    pages = pq.ParquetFile(source).iter_batches(batch_size=BATCH)
    facts = mj.batches(pages, published="day")
    first = next(facts)
    with pq.ParquetWriter(target, first.schema) as writer:
        writer.write_batch(first)
        for batch in facts:
            writer.write_batch(batch)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    sys.stdout.write(f"{time.process_time() - begun} {peak}")


def measured(characters: int) -> tuple[float, float, float, float, float]:
    """Seconds, facts, bytes in and bytes out of a page; bytes of memory of a task."""
    with tempfile.TemporaryDirectory() as folder:
        source, target = f"{folder}/pages.parquet", f"{folder}/facts.parquet"
        texts = [text for _, text in long_pages(SAMPLE, characters)]
        columns = {"id": range(SAMPLE), "day": ["2019-05-10"] * SAMPLE, "text": texts}
        pq.write_table(pa.table(columns), source, row_group_size=BATCH)
        command = [sys.executable, __file__, "--task", source, target]
        runs = [subprocess.run(command, capture_output=True, text=True, check=True) for _ in range(3)]
        figures = [map(float, run.stdout.split()) for run in runs]
        seconds, peak = (min(column) for column in zip(*figures, strict=True))
        facts = pq.read_metadata(target).num_rows
        sizes = [Path(path).stat().st_size / SAMPLE for path in (source, target)]
    return seconds / SAMPLE, facts / SAMPLE, *sizes, peak


def main() -> None:
    given = [int(float(word)) for word in sys.argv[1:]]
    pages, cores, characters = given + [100_000_000, 64, 2000][len(given) :]
    seconds, facts, size_in, size_out, peak = measured(characters)
    work = pages * seconds
    partitions = max(math.ceil(work / TASK_SECONDS / cores) * cores, cores)
    size_in, size_out = size_in * pages, size_out * pages
    lines = {
        "a page": f"{characters:,} characters, {facts:.1f} facts, {seconds * 1e6:,.0f} µs of one core",
        "the work": f"{work / 3600:,.1f} core hours for {pages:,} pages",
        f"on {cores} cores": f"{SPARE * work / cores / 3600:,.2f} hours, with {SPARE - 1:.0%} to spare",
        "partitions": f"{partitions:,} of {math.ceil(pages / partitions):,} pages, {TASK_SECONDS} s each",
        "memory": f"{peak / 1e6:,.0f} MB a task at {BATCH} rows a batch, {peak * cores / 1e9:,.1f} GB in all",
        "in": f"{size_in / 1e9:,.0f} GB of Parquet, {size_in / partitions / 1e6:,.0f} MB a partition",
        "out": f"{size_out / 1e9:,.0f} GB of Parquet, {facts * pages / 1e9:,.2f} billion facts",
    }
    for what, figure in lines.items():
        sys.stdout.write(f"{what:14} {figure}\n")


if __name__ == "__main__":
    if sys.argv[1:2] == ["--task"]:
        task(*sys.argv[2:])
    else:
        main()
