"""Spark, by its mapInArrow, says of 20,000 pages what one process says, and so does a loop over Parquet."""

import functools
import importlib.util
import os
import shutil
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq
import pytest

import mujun as mj

sys.path.insert(0, str(Path(__file__).parent))
from pages import pages

COUNT = 20_000
FILES = 4
work = functools.partial(mj.batches, published="day")


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """Pages as they lie on a cluster's disk: several files."""
    path = tmp_path_factory.mktemp("pages")
    table = pages(COUNT)
    for at in range(FILES):
        pq.write_table(table.slice(at * COUNT // FILES, COUNT // FILES), path / f"{at}.parquet")
    return path


@pytest.fixture(scope="module")
def expected(folder):
    return pa.Table.from_batches(work(pq.read_table(folder).to_batches()))


def in_order(table):
    """Partitions come in any order; a page's rows stay together and in theirs."""
    return table.take(pc.sort_indices(table["id"]))  # which is stable


def test_a_loop_over_files(folder, expected, tmp_path):
    with pq.ParquetWriter(tmp_path / "facts.parquet", expected.schema) as writer:
        for path in sorted(folder.iterdir()):
            for facts in work(pq.ParquetFile(path).iter_batches(batch_size=700)):
                writer.write_batch(facts)
    assert pq.read_table(tmp_path / "facts.parquet").equals(expected)


def why_no_spark():
    if importlib.util.find_spec("pyspark") is None:
        return "pyspark is not installed (the extra `spark`)"
    if "JAVA_HOME" not in os.environ and shutil.which("java") is None:
        return "no Java is found: install a JRE (17 or newer), or set JAVA_HOME"
    return ""


@pytest.fixture(scope="module")
def spark():
    why_not = why_no_spark()
    if why_not:
        if os.environ.get("CI") == "true":
            pytest.fail(why_not)
        pytest.skip(why_not)
    from pyspark.sql import SparkSession

    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYSPARK_PYTHON", sys.executable)
        patch.setenv("SPARK_LOCAL_IP", "127.0.0.1")
        session = (
            SparkSession.builder.master("local[2]")
            .config("spark.ui.enabled", "false")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.sql.execution.arrow.maxRecordsPerBatch", "3000")
            .getOrCreate()
        )
        yield session
        session.stop()


@pytest.mark.filterwarnings("ignore")  # Spark's own
@pytest.mark.parametrize("what", ["facts", "notices"])
def test_spark(spark, folder, expected, tmp_path, what):
    said = functools.partial(work, what=what)
    schema = mj.batches_ddl("id BIGINT", what=what)
    spark.read.parquet(str(folder)).mapInArrow(said, schema).write.parquet(str(tmp_path / what))
    found = in_order(pq.read_table(tmp_path / what))
    if what == "notices":
        expected = pa.Table.from_batches(said(pq.read_table(folder).to_batches()))
    assert found.num_rows > 500
    assert found.cast(expected.schema).equals(expected)
