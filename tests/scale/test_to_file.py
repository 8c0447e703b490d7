"""Many pages into a file: the rows of one go, in memory that does not grow, and a run may be cut off."""

import errno
import json
import signal
import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import mujun as mj
from mujun.reading import many, to_file

sys.path.insert(0, str(Path(__file__).parent))
from pages import pages

DAY = "2019-05-10"
PART = 100  # pages, in place of a thousand
COUNT = 650


def given(count=COUNT):
    return [(f"page {at}", text) for at, text in enumerate(pages(count)["text"].to_pylist())]


@pytest.fixture(autouse=True)
def small_parts(monkeypatch):
    monkeypatch.setattr(to_file, "PAGES_A_PART", PART)


@pytest.fixture(scope="module")
def whole():
    return mj.extract_many(given(), published=DAY)


@pytest.fixture
def read_pages(monkeypatch):
    """The names of the pages that are read, in whichever order the threads come to them."""
    names = []

    def loaded(source, day):
        names.append(source[0])
        return load(source, day)

    load = many.loaded
    monkeypatch.setattr(many, "loaded", loaded)
    return names


def content(path):
    if path.suffix == ".parquet":
        return pq.read_table(path)
    if path.suffix == ".arrow":
        return pa.ipc.open_file(path).read_all()
    return path.read_text(encoding="utf-8-sig")


@pytest.mark.parametrize("language", [None, "zh"])
@pytest.mark.parametrize("ending", [".parquet", ".arrow", ".csv", ".jsonl"])
def test_it_is_the_same_as_in_one_go(whole, tmp_path, ending, language):
    at_once, in_parts = tmp_path / f"a{ending}", tmp_path / f"b{ending}"
    whole.write(at_once, language=language)
    mj.extract_to(in_parts, given(), published=DAY, language=language)
    if ending in {".parquet", ".arrow"}:
        assert content(in_parts).equals(content(at_once), check_metadata=True)
    else:
        assert in_parts.read_bytes() == at_once.read_bytes()
    assert sorted(tmp_path.iterdir()) == [at_once, in_parts]


def test_what_it_tells(whole, tmp_path):
    written = mj.extract_to(tmp_path / "f.csv", given(), published=DAY)
    bad = [notice for notice in whole.notices if notice.code == "unreadable_page"]
    assert (written.pages, written.rows, written.unreadable) == (COUNT, len(whole), bad)
    assert sum(written.notices.values()) == len(whole.notices)
    assert written.notices["unreadable_page"] == len(bad) > 10


def test_no_pages_and_no_readable_page(tmp_path):
    path = tmp_path / "f.csv"
    assert mj.extract_to(path, []).rows == 0
    assert len(path.read_text(encoding="utf-8").splitlines()) == 1
    with pytest.raises(mj.MujunError, match="no page can be read; the first: a is empty"):
        mj.extract_to(path, [("a", ""), ("b", "")])
    assert list(tmp_path.iterdir()) == [path]


def test_own_words_are_known(tmp_path):
    known = mj.Knowledge().with_file(Path(__file__).parents[1] / "samples" / "mine.toml")
    text = "2018年，路桥区财政总收入12.5亿元。"
    mj.extract_to(tmp_path / "a.parquet", [("a", text)], knowledge=known)
    mj.extract(text, knowledge=known).write(tmp_path / "b.parquet")
    found = [pq.read_schema(tmp_path / name).metadata for name in ("a.parquet", "b.parquet")]
    assert found[0] == found[1]


# Reads pages into a file and is killed at the at-th time that something is to be put on the disk for good.
KILLED = """
import os, signal, sys
sys.path.insert(0, sys.argv[1])
import mujun as mj
from mujun.reading import to_file
from test_to_file import DAY, PART, given

def fsync(descriptor, left=[int(sys.argv[3])]):
    left[0] -= 1
    if not left[0]:
        os.kill(os.getpid(), signal.SIGKILL)
    plain(descriptor)

plain, os.fsync = os.fsync, fsync
to_file.PAGES_A_PART = PART
mj.extract_to(sys.argv[2], given(), published=DAY, resume=True)
"""
PARTS = -(-COUNT // PART)


def killed(path, at):
    command = [sys.executable, "-c", KILLED, str(Path(__file__).parent), str(path), str(at)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == -signal.SIGKILL, done.stderr


@pytest.mark.parametrize("at", [1, 4, PARTS + 1])
def test_a_killed_run_is_gone_on_with(whole, tmp_path, read_pages, at):
    path = tmp_path / "facts.parquet"
    path.write_text("old")
    killed(path, at)
    assert path.read_text() == "old"
    written = mj.extract_to(path, given(), published=DAY, resume=True)
    wanted = [name for name, _ in given()[(at - 1) * PART :]]  # what was kept is not read again
    assert sorted(read_pages) == sorted(wanted)
    assert (written.pages, written.rows) == (COUNT, len(whole))
    assert len(written.unreadable) == sum(notice.code == "unreadable_page" for notice in whole.notices)
    assert content(path).equals(whole.to_arrow())
    assert list(tmp_path.iterdir()) == [path]


def test_a_run_killed_again_and_again(whole, tmp_path):
    path = tmp_path / "facts.jsonl"
    for _ in range(3):
        killed(path, 2)  # each run keeps one part more
    mj.extract_to(path, given(), published=DAY, resume=True)
    assert [json.loads(line)["text"] for line in path.read_text("utf-8").splitlines()] == [
        fact.text for fact in whole
    ]


def test_without_resume_it_starts_anew(whole, tmp_path, read_pages):
    path = tmp_path / "facts.csv"
    killed(path, 3)
    mj.extract_to(path, given(), published=DAY)
    assert len(read_pages) == COUNT
    assert list(tmp_path.iterdir()) == [path]
    assert len(path.read_text("utf-8").splitlines()) == len(whole) + 1


@pytest.mark.parametrize("change", ["text", "day", "subject", "order"])
def test_what_has_changed_is_read_anew(tmp_path, change):
    path, fresh = tmp_path / "facts.parquet", tmp_path / "fresh.parquet"
    some, options = given(), {"published": DAY, "subject": None}
    killed(path, 4)
    if change == "text":
        some[PART] = ("page 100", "2018年，路桥区财政总收入99亿元。")
    elif change == "order":
        some.reverse()
    else:
        options |= {"day": {"published": "2020-05-10"}, "subject": {"subject": "路桥区"}}[change]
    mj.extract_to(path, some, **options, resume=True)
    mj.extract_to(fresh, some, **options)
    assert content(path).equals(content(fresh))


def test_a_file_that_has_changed_is_read_anew(tmp_path):
    page, path = tmp_path / "page.txt", tmp_path / "facts.csv"
    page.write_text("2018年，路桥区财政总收入12.5亿元。", encoding="utf-8")

    def sources():
        yield page
        yield from given(5 * PART)
        raise KeyboardInterrupt

    for text in ("2018年，路桥区财政总收入99亿元。", "2018年，路桥区财政总收入0.1亿元。"):
        with pytest.raises(KeyboardInterrupt) as told:
            mj.extract_to(path, sources(), published=DAY, threads=1, resume=True)
        assert told.value.__notes__ == ["(What was read is kept: resume goes on from there.)"]
        page.write_text(text, encoding="utf-8")
    mj.extract_to(path, [page, *given(5 * PART)], published=DAY, resume=True)
    assert path.read_text("utf-8").count("亿元") > 1
    assert "99亿元" not in path.read_text("utf-8")
    assert "0.1亿元" in path.read_text("utf-8")


def test_one_run_at_a_time(tmp_path):
    path = tmp_path / "facts.csv"

    def sources():
        yield from given(10)
        with pytest.raises(mj.MujunError, match="another run is writing it"):
            mj.extract_to(path, given(10))

    assert mj.extract_to(path, sources()).pages == 10


def test_where_nothing_can_be_written_no_page_is_read(tmp_path, read_pages):
    path = tmp_path / "none" / "facts.parquet"
    with pytest.raises(FileNotFoundError) as told:
        mj.extract_to(path, given())
    assert told.value.filename == str(path)
    for name, message in [("facts.xlsx", "in one go"), ("facts.doc", "the ending says the kind of file")]:
        with pytest.raises(mj.MujunError, match=message):
            mj.extract_to(tmp_path / name, given())
    assert read_pages == []


# Writes with a limit on the size of files, which stops a write halfway as a full disk does.
FULL = """
import resource, signal, sys
sys.path.insert(0, sys.argv[1])
import mujun as mj
from mujun.reading import to_file
from test_to_file import DAY, PART, given
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[3]), resource.RLIM_INFINITY))
to_file.PAGES_A_PART = PART
try:
    mj.extract_to(sys.argv[2], given(), published=DAY)
except OSError as error:
    print(error.errno, error.filename)
"""


# The one stops the first part, the other the file that the parts are put together to.
@pytest.mark.parametrize("limit", [1_000, 100_000])
def test_a_full_disk_leaves_the_old_file(whole, tmp_path, read_pages, limit):
    path = tmp_path / "facts.csv"
    path.write_text("old")
    command = [sys.executable, "-c", FULL, str(Path(__file__).parent), str(path), str(limit)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.split() == [str(errno.EFBIG), str(path)], done.stderr
    assert path.read_text() == "old"
    mj.extract_to(path, given(), published=DAY, resume=True)
    assert len(read_pages) == (COUNT if limit == 1_000 else 0)
    assert len(path.read_text("utf-8").splitlines()) == len(whole) + 1
    assert list(tmp_path.iterdir()) == [path]


PEAK = """
import resource, sys
import mujun as mj
text = "今年一季度，路桥区财政总收入12.5亿元，同比增长8.2%。会议强调，要扎实推进各项工作。" * 10
pages = ((str(at), f"{text}全年新增企业{at + 2}家。") for at in range(int(sys.argv[2])))
mj.extract_to(sys.argv[1], pages, published="2019-05-10", threads=2)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


def peak(path, count):
    command = [sys.executable, "-c", PEAK, str(path), str(count)]
    return int(subprocess.run(command, capture_output=True, text=True, check=True).stdout) * 1024


def test_memory_does_not_grow_with_the_number_of_pages(tmp_path):
    path = tmp_path / "facts.parquet"
    few, many = peak(path, 2_000), peak(path, 10_000)
    assert pq.read_metadata(path).num_rows > 200_000
    assert many < 1.1 * few
