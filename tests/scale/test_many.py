"""Many pages at once: the same as one by one, on all cores, in a window, and no bad page stops the rest."""

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

import mujun as mj
from mujun.reading import many, sources, window

sys.path.insert(0, str(Path(__file__).parent))
from pages import pages

DAY = "2019-05-10"


@pytest.fixture(scope="module")
def texts():
    table = pages(600)
    return [(f"page {at}", text) for at, text in enumerate(table["text"].to_pylist())]


@pytest.fixture(scope="module")
def one_by_one(texts):
    return mj.Facts.concat(
        mj.extract(text, name=name, published=DAY) for name, text in texts if text and text.strip()
    )


@pytest.mark.parametrize("threads", [0, 1, 2, 7])
@pytest.mark.parametrize("together", [1, 64])
def test_it_is_the_same_as_one_by_one(texts, one_by_one, monkeypatch, threads, together):
    monkeypatch.setattr(sources, "PAGES_TOGETHER", together)
    found = mj.extract_many(texts, published=DAY, threads=threads)
    assert found == one_by_one
    assert [page.source for page in found.documents] == [page.source for page in one_by_one.documents]
    for row in (0, len(found) // 2, len(found) - 1):
        assert found.explain(row) == one_by_one.explain(row)
    bad = [notice.page for notice in found.notices if notice.code == "unreadable_page"]
    assert bad == [name for name, text in texts if not (text and text.strip())]


def test_loading_one_page_overlaps_with_another():
    meeting = threading.Barrier(2, timeout=60)

    def day_of(_name):
        meeting.wait()  # passes only where two pages are loaded at the same time
        return DAY

    long = "今年税收5亿元。" * (sources.CHARACTERS_TOGETHER // 8)
    assert len(mj.extract_many([("a", long), ("b", long)], published=day_of, threads=2)) > 2


def test_other_threads_run_while_a_page_is_read():
    text = "今年一季度，全区财政总收入12.5亿元，同比增长8.2%。" * 10_000
    work = threading.Thread(target=mj.extract_many, args=([("a", text)],), kwargs={"threads": 1})
    work.start()
    turns = 0
    while work.is_alive():
        time.sleep(0.001)
        turns += 1
    assert turns > 20


def test_pages_are_asked_for_as_there_is_room():
    asked = []

    def tasks():
        for at in range(100):
            asked.append(at)
            yield at

    done = window.in_order(lambda at: at, tasks(), 2)
    for at in range(50):
        assert next(done) == at
        assert len(asked) <= at + 1 + 2 * window.TASKS_A_THREAD
    assert list(done) == list(range(50, 100))


def test_large_pages_are_not_read_together():
    large = [("a", "税" * sources.CHARACTERS_TOGETHER)] * 3
    small = [("b", "税")] * (sources.PAGES_TOGETHER + 1)
    assert [len(batch) for batch in sources.together(large + small)] == [1, 1, 1, sources.PAGES_TOGETHER, 1]


def test_only_the_page_that_there_is_no_memory_for_is_lost(texts, monkeypatch):
    def read_together(given, knowledge):
        if any(page.source == "page 7" for page, _ in given):
            raise MemoryError
        return read(given, knowledge)

    read = many.read_together
    monkeypatch.setattr(many, "read_together", read_together)
    found = mj.extract_many(texts[:40], published=DAY)
    monkeypatch.undo()
    wanted = mj.extract_many(texts[:7] + texts[8:40], published=DAY)
    assert found == wanted
    assert [page.source for page in found.documents] == [page.source for page in wanted.documents]
    [notice] = [notice for notice in found.notices if notice.page == "page 7"]
    assert (notice.code, notice.message) == ("unreadable_page", "page 7: there is too little memory for it")


NO_MEMORY = """
import resource, sys
import mujun as mj
small = "2018年，路桥区财政总收入12.5亿元。"
large = small * 4_000_000
pages = [("a", small), ("large", large), ("b", small)]
mj.extract(small)
used = int(open("/proc/self/statm").read().split()[0]) * resource.getpagesize()
resource.setrlimit(resource.RLIMIT_AS, (used + 200_000_000, resource.RLIM_INFINITY))
found = mj.extract_many(pages, threads=1)
print([fact.page for fact in found], [(notice.page, notice.code) for notice in found.notices])
"""


def test_memory_really_runs_out():
    done = subprocess.run([sys.executable, "-c", NO_MEMORY], capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "['a', 'b'] [('large', 'unreadable_page')]", done.stderr


def test_raise_stops_at_the_first(texts):
    with pytest.raises(mj.MujunError, match=r"^page 49: the text is NoneType"):
        mj.extract_many(texts, errors="raise")


@pytest.mark.parametrize("odd", [None, 5, ("a",), b"a"])
def test_what_is_no_page_is_a_notice(odd):
    found = mj.extract_many([odd, ("b", "2018年，路桥区财政总收入12.5亿元。")])
    assert [fact.page for fact in found] == ["b"]
    assert [notice.code for notice in found.notices] == ["unreadable_page"]
    assert "a page is a path, a Document or a (name, text) pair" in found.notices[0].message


def test_a_file_whose_name_is_no_text(tmp_path):
    path = tmp_path / os.fsdecode(b"\xff.txt")
    path.write_text("2018年，路桥区财政总收入12.5亿元。", encoding="utf-8")
    [fact] = mj.extract_many([path])
    assert fact.page.endswith(r"/\udcff.txt")


# Says when it has begun; 2,000 pages take much longer than a second.
LONG_RUN = """
import sys
import mujun as mj
text = "今年一季度，路桥区财政总收入12.5亿元，同比增长8.2%。" * 2000
def pages():
    for at in range(2000):
        if at == 20:
            print("begun", flush=True)
        yield str(at), text
mj.extract_many(pages(), published="2019-05-10")
"""


def seconds_to_stop():
    command, pipe = [sys.executable, "-c", LONG_RUN], subprocess.PIPE
    with subprocess.Popen(command, stdout=pipe, stderr=pipe, start_new_session=True) as run:
        assert run.stdout.readline() == b"begun\n"
        run.send_signal(signal.SIGINT)
        start = time.perf_counter()
        _, told = run.communicate(timeout=60)
        seconds = time.perf_counter() - start
    assert run.returncode != 0
    assert told.rstrip().endswith(b"KeyboardInterrupt")
    with pytest.raises(ProcessLookupError):
        os.killpg(run.pid, 0)  # its session has no process left
    return seconds


def test_ctrl_c_stops_within_a_second_and_leaves_nothing():
    assert min(seconds_to_stop() for _ in range(3)) < 1  # the machine may have other things to do
