"""The shell command: what it prints and writes, and one line and an exit code for every wrong input."""

import csv
import io
import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

import mujun as mj

sys.path.insert(0, str(Path(__file__).parent))  # shell.py is shared by the tests of the commands

from shell import TEXT, one_line, run


@pytest.fixture
def expected(page):
    return mj.extract(mj.read(page), published="2019-05-10")


def plain(facts):
    """Rows as JSON has them."""
    return [
        row
        | {"confidence": pytest.approx(row["confidence"], rel=1e-6)}
        | {name: row[name] and row[name].isoformat() for name in ("period_start", "period_end")}
        for row in facts.to_dicts()
    ]


def test_jsonl(page, expected):
    done = run("extract", page, "--published", "2019-05-10", "--format", "jsonl")
    assert (done.returncode, done.stderr) == (0, "")
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert found == plain(expected)
    assert list(found[0]) == list(expected.columns)
    assert "财政总收入" in done.stdout
    assert found[0]["period_end"] == "2019-03-31"


def test_csv(page, expected):
    done = run("extract", page, "--published", "2019-05-10", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert list(rows[0]) == list(expected.columns)
    assert [row["text"] for row in rows] == [fact.text for fact in expected]
    assert rows[0]["value_high"] == ""


def test_table(page):
    done = run("extract", page, "--published", "2019-05-10")
    assert done.returncode == 0
    assert "12.5亿元" in done.stdout
    assert "2019-01-01..2019-03-31" in done.stdout
    assert max(len(line) for line in done.stdout.splitlines()) <= 200


def test_a_page_without_facts(tmp_path):
    path = tmp_path / "p.txt"
    path.write_text("天气很好。", encoding="utf-8")
    done = run("extract", path)
    assert (done.returncode, done.stdout, done.stderr) == (0, "no facts\n", "")
    assert run("extract", path, "--format", "jsonl").stdout == ""


def test_standard_input(expected):
    done = run("extract", "-", "--published", "2019-05-10", "--format", "jsonl", stdin=TEXT.encode())
    found = [json.loads(line) for line in done.stdout.splitlines()]
    assert [row["page"] for row in found] == ["-"] * len(expected)
    assert [row["value"] for row in found] == [fact.value for fact in expected]


def test_subject(page):
    done = run("extract", page, "--subject", "青禾县", "--format", "jsonl")
    assert json.loads(done.stdout.splitlines()[0])["subject"] == "青禾县"


def read_jsonl(path):
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize(
    ("ending", "texts"),
    [
        (".jsonl", lambda path: [row["text"] for row in read_jsonl(path)]),
        (".csv", lambda path: list(pd.read_csv(path)["text"])),
        (".parquet", lambda path: pq.read_table(path)["text"].to_pylist()),
        (".arrow", lambda path: pa.ipc.open_file(path).read_all()["text"].to_pylist()),
        (".xlsx", lambda path: list(pd.read_excel(path)["text"])),
        (".PARQUET", lambda path: pq.read_table(path)["text"].to_pylist()),
    ],
)
def test_files(page, expected, tmp_path, ending, texts):
    target = tmp_path / f"facts{ending}"
    done = run("extract", page, page, "-o", target)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert texts(target) == [fact.text for fact in expected] * 2


def test_a_folder_stands_for_its_files(page, expected, tmp_path):
    folder = tmp_path / "pages"
    (folder / "deep").mkdir(parents=True)
    for name in ("b.txt", "a.txt", "deep/c.txt", ".hidden"):
        (folder / name).write_bytes(page.read_bytes())
    out = tmp_path / "facts.csv"
    done = run("extract", folder, "--published", "2019-05-10", "-o", out)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    names = [str(folder / name) for name in ("a.txt", "b.txt", "deep/c.txt") for _ in expected]
    assert pd.read_csv(out)["page"].to_list() == names


def test_a_run_that_was_cut_off_is_gone_on_with(page, expected, tmp_path):
    out = tmp_path / "facts.csv"
    # 15 kB hold the parts, but not the file.
    full = f"ulimit -f 15; {sys.executable} -m mujun extract {page} {' '.join([str(page)] * 50)} -o {out}"
    done = subprocess.run(["bash", "-c", full], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    one_line(done, str(out), "File too large", "(What was read is kept: resume goes on from there.)")
    assert run("extract", *[page] * 51, "-o", out, "--resume").returncode == 0
    assert len(pd.read_csv(out)) == 51 * len(expected)
    one_line(run("extract", page, "--resume"), "--resume is for a file")
    one_line(run("extract", page, "--resume", "-o", tmp_path / "f.xlsx"), "a workbook is made in one go")
    assert sorted(tmp_path.iterdir()) == sorted([page, out])


def test_bad_pages(tmp_path):
    empty = tmp_path / "empty.txt"
    empty.touch()
    picture = tmp_path / "picture.png"
    picture.write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR")
    (tmp_path / "empty").mkdir()
    for path, words in {
        empty: "is empty",
        picture: "is no text",
        tmp_path / "empty": "the folder has no files",
        tmp_path / "none.txt": "No such file",
    }.items():
        done = run("extract", path, "--format", "jsonl")
        assert (done.returncode, done.stdout) == (2, "")
        one_line(done, words, str(path))
    done = run("extract", "-")
    assert done.returncode == 2
    one_line(done, "is empty")


def test_some_pages_cannot_be_read(page, tmp_path, expected):
    done = run("extract", tmp_path / "none.txt", page, "--published", "2019-05-10", "--format", "jsonl")
    assert done.returncode == 1
    one_line(done, "none.txt")
    assert [json.loads(line)["text"] for line in done.stdout.splitlines()] == [fact.text for fact in expected]


def test_wrong_use(page, tmp_path):
    for arguments, words in {
        ("--published", "2019-02-30"): "--published='2019-02-30' is no day",
        ("-o", tmp_path / "facts.doc"): ".parquet, .csv, .jsonl",
        ("-o", tmp_path / "none" / "facts.csv"): "No such file",
        ("-o", tmp_path / "none" / "facts.parquet"): "none",
    }.items():
        done = run("extract", page, *arguments)
        assert (done.returncode, done.stdout) == (2, ""), arguments
        one_line(done, words)


def test_usage_is_on_standard_error(page):
    for arguments in ((), ("extract",), ("extract", page, "--format", "xml"), ("harvest",)):
        done = run(*arguments)
        assert done.returncode == 2
        assert done.stderr or "Usage" in done.stdout
        assert "Traceback" not in done.stderr


def test_version_and_help():
    assert run("--version").stdout == f"mujun {mj.__version__}\n"
    assert "PAGES" in run("extract", "--help").stdout


def test_a_reader_that_leaves_early_is_no_error(page):
    command = [sys.executable, "-m", "mujun", "extract", *[str(page)] * 2000, "--format", "jsonl"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 0


def test_start_up_is_light(page):
    """Printing lines needs neither pandas nor pyarrow, nor what draws tables."""
    code = (
        "import atexit, sys\n"
        "atexit.register(lambda: print(sorted(sys.modules), file=sys.stderr))\n"
        "from mujun.shell.app import main\n"
        "main()\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "extract", str(page), "--format", "jsonl"],
        capture_output=True,
        check=True,
        text=True,
        encoding="utf-8",
    )
    loaded = done.stderr
    assert "'mujun.shell.app'" in loaded
    for heavy in ("pandas", "pyarrow", "numpy", "polars"):
        assert f"'{heavy}'" not in loaded


def test_many_pages_show_a_bar_on_a_terminal_only(page):
    master, terminal = pty.openpty()
    command = [sys.executable, "-m", "mujun", "extract", *[str(page)] * 3, "--format", "jsonl"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=terminal) as process:
        os.close(terminal)
        printed = process.stdout.read()
    assert [json.loads(line)["text"] for line in printed.splitlines()] == ["12.5亿元", "8.2%"] * 3
    assert "3/3" in os.read(master, 100_000).decode("utf-8", "replace")
    os.close(master)
    assert run("extract", page, page, "--format", "jsonl").stderr == ""


def test_explain(page, tmp_path):
    target = tmp_path / "page.html"
    done = run("explain", page, "--published", "2019-05-10", "--subject", "青禾县", "-o", target)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    facts = mj.extract(mj.read(page), published="2019-05-10", subject="青禾县")
    assert target.read_text(encoding="utf-8") == mj.explain(facts)
    printed = run("explain", "-", "--published", "2019-05-10", stdin=TEXT.encode())
    assert printed.stdout.startswith("<!doctype html>")
    assert "12.5亿元</a>" in printed.stdout


def test_explain_of_pages_that_cannot_be_read(page, tmp_path):
    done = run("explain", page, tmp_path / "none.txt", "--limit", "1")
    assert done.returncode == 1
    one_line(done, "none.txt")
    assert "none.txt" in done.stdout
    assert run("explain", tmp_path / "none.txt").returncode == 2
    assert run("explain", page, "--limit", "0").returncode == 2
    nowhere = run("explain", page, "-o", tmp_path / "none" / "page.html")
    assert nowhere.returncode == 2
    one_line(nowhere, "No such file")


@pytest.mark.parametrize(
    "command", ["extract", "explain", "derive", "audit", "progress", "score", "schemes", "knowledge"]
)
def test_help_has_examples(command):
    shown = run(command, "--help").stdout
    assert "Examples:" in shown
    assert f"\n  mujun {command}" in shown  # each on a line of its own


def test_completion_is_offered():
    assert "--install-completion" in run("--help").stdout
    environment = {
        "_MUJUN_COMPLETE": "complete_bash",
        "COMP_WORDS": "mujun score f --scheme th",
        "COMP_CWORD": "4",
    }
    code = "import sys; sys.argv = ['mujun']; from mujun.shell.app import app; app(prog_name='mujun')"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.stdout.split() == ["three-colour"]


def test_knowledge():
    done = run("knowledge", "规上工业增加值")
    assert done.returncode == 0
    assert "规模以上工业增加值" in done.stdout
    unknown = run("knowledge", "没有这个词呢")
    assert unknown.returncode == 2
    one_line(unknown, "没有这个词呢")
