"""Files are replaced whole or not at all."""

import errno
import os
import subprocess
import sys
import threading

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import mujun as mj

ENDINGS = [".parquet", ".csv", ".jsonl", ".arrow", ".xlsx"]

# Writes with a limit on the size of files, which stops a write halfway as a full disk does.
WRITES = """
import resource, signal, sys
import mujun as mj
import openpyxl, pyarrow.parquet, pyarrow.compute  # what is loaded later may write files of its own
facts = mj.extract("2018年，全区财政总收入12.5亿元。" * 50)
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (1000, resource.RLIM_INFINITY))
for path in sys.argv[1:]:
    try:
        facts.write(path)
    except OSError as error:
        print(error.errno, error.filename)
"""


@pytest.fixture
def old(tmp_path):
    """A file of each kind, with what stood there before."""
    paths = [tmp_path / f"facts{ending}" for ending in ENDINGS]
    for path in paths:
        path.write_text("old", encoding="utf-8")
    return paths


def test_a_full_disk_leaves_the_old_files(old, tmp_path):
    done = subprocess.run([sys.executable, "-c", WRITES, *old], capture_output=True, text=True, check=True)
    assert done.stdout.splitlines() == [f"{errno.EFBIG} {path}" for path in old], done.stderr
    assert [path.read_text() for path in old] == ["old"] * len(old)
    assert sorted(tmp_path.iterdir()) == sorted(old)


@pytest.mark.parametrize("ending", ENDINGS)
def test_an_error_midway_leaves_the_old_file(facts, old, tmp_path, monkeypatch, ending):
    def fails(_descriptor):
        raise OSError(errno.EIO, "the disk is gone")

    monkeypatch.setattr(os, "fsync", fails)
    with pytest.raises(OSError, match="the disk is gone") as told:
        facts.write(tmp_path / f"facts{ending}")
    assert told.value.filename == str(tmp_path / f"facts{ending}")
    assert [path.read_text() for path in old] == ["old"] * len(old)
    assert sorted(tmp_path.iterdir()) == sorted(old)


def test_a_new_file_takes_the_place(facts, old):
    for path in old:
        facts.write(path)
        assert path.read_bytes() != b"old"
    assert list(pd.read_csv(old[ENDINGS.index(".csv")])["text"]) == [fact.text for fact in facts]


def test_permissions_stay(facts, tmp_path):
    path = tmp_path / "facts.csv"
    path.touch(mode=0o640)
    facts.write(path)
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_new_file_is_as_open_makes_it(facts, tmp_path):
    facts.write(tmp_path / "facts.csv")
    (tmp_path / "other").touch()
    assert (tmp_path / "facts.csv").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_a_link_stays_a_link(facts, tmp_path):
    target, link = tmp_path / "target.csv", tmp_path / "link.csv"
    target.touch()
    link.symlink_to(target)
    facts.write(link)
    assert link.is_symlink()
    assert target.read_text(encoding="utf-8").startswith("page,")


def test_a_pipe_is_written_to(facts, tmp_path):
    path, read = tmp_path / "pipe.csv", []
    os.mkfifo(path)
    reader = threading.Thread(target=lambda: read.append(path.read_text(encoding="utf-8")))
    reader.start()
    facts.write(path)
    reader.join(timeout=10)
    assert read[0].startswith("page,")
    assert path.is_fifo()


def test_a_folder_that_is_not_there(facts, tmp_path):
    path = tmp_path / "none" / "facts.parquet"
    with pytest.raises(FileNotFoundError) as told:
        facts.write(path)
    assert told.value.filename == str(path)


def test_an_unknown_ending(facts, tmp_path):
    with pytest.raises(
        mj.MujunError, match=r"facts\.doc: the ending says the kind of file: \.parquet, \.csv"
    ):
        facts.write(tmp_path / "facts.doc")
    with pytest.raises(mj.MujunError, match="language='fr'"):
        facts.write(tmp_path / "facts.csv", language="fr")
    assert list(tmp_path.iterdir()) == []


READERS = {
    ".parquet": lambda path: pq.read_table(path).num_rows,
    ".arrow": lambda path: pa.ipc.open_file(path).read_all().num_rows,
    ".csv": lambda path: len(pd.read_csv(path)),
    ".jsonl": lambda path: len(pd.read_json(path, lines=True)),
    ".xlsx": lambda path: len(pd.read_excel(path)),
}


@pytest.mark.parametrize("method", ["derive", "audit", "progress"])
@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("language", [None, "zh"])
def test_every_table_can_be_written(tmp_path, method, ending, language):
    """Also one with columns of row numbers, truth values, and bounds that have no end."""
    text = (
        "2017年，路桥区财政总收入11亿元。2018年，路桥区财政总收入超12.5亿元，同比增长8.2%。"
        "2019年，路桥区力争财政总收入13亿元，完成12亿元。"
    )
    table = getattr(mj.extract(text), method)()
    assert len(table) > 0
    path = tmp_path / f"table{ending}"
    table.write(path, language=language)
    assert READERS[ending](path) == len(table)
