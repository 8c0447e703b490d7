"""The commands that score firms."""

import json
import sys
from pathlib import Path

import pandas as pd
import pytest

import mujun as mj

sys.path.insert(0, str(Path(__file__).parent))  # shell.py is shared by the tests of the commands

from shell import one_line, run

FIRMS = """\
企业,统一社会信用代码,年产值,年实缴税收,面积
甲厂,0091,6000000,200000,1000
乙厂,0092,1000000,9000,900
"""


@pytest.fixture
def firms(tmp_path):
    path = tmp_path / "firms.csv"
    path.write_text(FIRMS, encoding="utf-8")
    return path


def test_score_on_the_screen(firms):
    done = run("score", firms, "--scheme", "three-colour", "--key", "企业")
    assert done.returncode == 0
    one_line(done, "three-colour assumes")  # what the sources leave open is told
    lines = [line.split() for line in done.stdout.splitlines()]
    assert ["甲厂", "绿"] in [[line[0], line[-1]] for line in lines if line]
    assert ["乙厂", "黑"] in [[line[0], line[-1]] for line in lines if line]


@pytest.mark.parametrize("ending", [".csv", ".parquet", ".arrow", ".xlsx", ".jsonl"])
def test_score_to_and_from_files(firms, tmp_path, ending):
    first, second = tmp_path / f"first{ending}", tmp_path / f"second{ending}"
    assert run("score", firms, "--scheme", "three-colour", "-o", first).returncode == 0
    done = run("score", first, "--scheme", "three-colour", "-o", second)
    assert (done.returncode, done.stdout) == (0, "")
    read = {
        ".csv": lambda path: pd.read_csv(path, dtype=str),
        ".parquet": pd.read_parquet,
        ".arrow": pd.read_feather,
        ".xlsx": lambda path: pd.read_excel(path, dtype=str),
        ".jsonl": lambda path: pd.read_json(path, lines=True, dtype={"统一社会信用代码": str}),
    }[ending](second)
    assert list(read["grade"]) == ["绿", "黑"]
    assert list(read["统一社会信用代码"]) == ["0091", "0092"]
    assert list(read["企业"]) == ["甲厂", "乙厂"]


def test_score_of_standard_input_in_an_old_encoding():
    done = run("score", "-", "--scheme", "three-colour", "--format", "jsonl", stdin=FIRMS.encode("gb18030"))
    assert [json.loads(line)["grade"] for line in done.stdout.splitlines()] == ["绿", "黑"]


def test_score_options(tmp_path):
    table = tmp_path / "firms.csv"
    table.write_text("企业,税,用地面积,用电量\n甲,600,13333,300\n乙,90,6000,150\n", encoding="utf-8")
    command = ("score", table, "--scheme", "huangyan-2022-small", "--column", "评价税收=税")
    done = run(*command, "--unit", "用地面积=平方米", "--base", "亩均税收=30", "--format", "jsonl")
    assert done.returncode == 0, done.stderr
    expected = mj.score(
        pd.read_csv(table),
        "huangyan-2022-small",
        columns={"评价税收": "税"},
        units={"用地面积": "平方米"},
        bases={"亩均税收": 30},
    )
    found = [json.loads(line)["score"] for line in done.stdout.splitlines()]
    assert found == [pytest.approx(row.score) for row in expected]


def test_wrong_use_of_score(firms, tmp_path):
    for arguments, words in {
        ("--scheme", "three-color"): "did you mean 'three-colour'",
        ("--scheme", "huangyan-2022"): "评价税收",
        ("--scheme", "three-colour", "-o", tmp_path / "a.doc"): ".csv, .parquet",
        ("--scheme", "three-colour", "--unit", "面积"): "NAME=VALUE",
        ("--scheme", "three-colour", "--base", "面积=many"): "--base",
    }.items():
        done = run("score", firms, *arguments)
        assert (done.returncode, done.stdout) == (2, ""), arguments
        one_line(done, words)
    for path, words in {
        tmp_path / "none.csv": "No such file",
        tmp_path / "none.doc": ".csv, .parquet",
    }.items():
        done = run("score", path, "--scheme", "three-colour")
        assert done.returncode == 2
        one_line(done, words)
    assert run("score", firms).returncode == 2


def test_schemes():
    done = run("schemes")
    assert done.returncode == 0
    for name in mj.schemes():
        assert name in done.stdout
    assert run("schemes", "wujin").stdout.rstrip() == mj.Scheme.load("wujin").describe().rstrip()
    wrong = run("schemes", "wujing")
    assert wrong.returncode == 2
    one_line(wrong, "did you mean 'wujin'")
