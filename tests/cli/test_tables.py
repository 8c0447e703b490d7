"""The commands that compute on the facts of pages."""

import json
import sys
from pathlib import Path

import pytest

import mujun as mj

sys.path.insert(0, str(Path(__file__).parent))  # shell.py is shared by the tests of the commands

from shell import TEXT, one_line, run


@pytest.mark.parametrize("command", ["derive", "audit", "progress"])
def test_what_facts_lead_to(command, page, tmp_path):
    page.write_text(TEXT + "今年，全县财政总收入力争达到50亿元。", encoding="utf-8")
    read = mj.extract(mj.read(page), published="2019-05-10")
    table = getattr(read, command)()
    assert len(table) > 0 or command == "audit"
    done = run(command, page, "--published", "2019-05-10", "--format", "jsonl")
    assert (done.returncode, done.stderr) == (0, "")
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [line["indicator"] for line in lines] == [row.indicator for row in table]
    assert all(list(line) == list(table.columns) for line in lines)
    target = tmp_path / f"{command}.csv"
    done = run(command, page, "--published", "2019-05-10", "-o", target, "--language", "zh")
    assert (done.returncode, done.stdout) == (0, "")
    assert target.read_text(encoding="utf-8-sig").startswith("页面,")


def test_derive_on_the_screen(page):
    done = run("derive", page, "--published", "2019-05-10")
    assert done.returncode == 0
    assert "12.5亿元 ÷ (1 + 8.2%)" in done.stdout
    assert "11.55亿元" in done.stdout
    assert run("derive", "-", stdin="天气很好。".encode()).stdout == "no derived figures\n"


def test_audit_of_what_does_not_agree(tmp_path):
    page = tmp_path / "page.txt"
    page.write_text(
        "目前，路桥区完成整治企业1759家，其中改造升级794家，关停淘汰966家。路桥区税收收入8亿元，"
        "占财政总收入10亿元的80%。",
        encoding="utf-8",
    )
    done = run("audit", page, "--disagreeing")
    assert done.returncode == 0
    assert "794家 + 966家 = 1760家" in done.stdout
    assert len(run("audit", page, "--disagreeing", "--format", "jsonl").stdout.splitlines()) == 1


def test_progress_as_of_a_day(page):
    page.write_text(TEXT + "今年，全县财政总收入力争达到50亿元。", encoding="utf-8")
    done = run("progress", page, "--published", "2019-05-10", "--as-of", "2019-03-31")
    assert "25.00" in done.stdout  # the completion in %
    assert "on_track" in done.stdout
    wrong = run("progress", page, "--as-of", "soon")
    assert wrong.returncode == 2
    one_line(wrong, "as_of='soon'")


@pytest.mark.parametrize("command", ["derive", "audit", "progress"])
def test_pages_that_cannot_be_read(command, page, tmp_path):
    assert run(command, tmp_path / "none.txt").returncode == 2
    some = run(command, page, tmp_path / "none.txt")
    assert some.returncode == 1
    one_line(some, "none.txt")
    slip = run(command, page, "-o", tmp_path / "a.doc")
    assert slip.returncode == 2
    one_line(slip, ".parquet")
