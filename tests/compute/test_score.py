"""Scores against plain arithmetic, from any frame, in any units."""

import sys
from pathlib import Path

import duckdb
import pandas as pd
import polars as pl
import pyarrow as pa
import pytest

import mujun as mj

sys.path.insert(0, str(Path(__file__).parent))  # firms.py is shared by the tests of scoring

from firms import FIRMS, HAND, MINE, points

# The bases of 黄岩 2022 (its notice of 2023-09-25), by the columns that they are ratios of.
BASES_2022 = {
    "亩均税收": 24.097,
    "亩均增加值": 136.16,
    "单位能耗增加值": 2.694,
    "单位排放增加值": 4929.81,
    "全员劳动生产率": 18.14,
    "R&D占比": 0.0302,
}


def test_a_firm_at_every_base_of_huangyan_scores_100():
    own = {name: [base, 2 * base] for name, base in BASES_2022.items()}
    assert points(mj.score(own, "huangyan-2022")) == pytest.approx([100, 200], rel=1e-12)
    mu, added, revenue = 12.5, 136.16 * 12.5, 8000.0
    raw = {
        "评价税收": [24.097 * mu],
        "用地面积": [mu],
        "工业增加值": [added],
        "综合能耗": [added / 2.694],
        "主要污染物排放量": [added / 4929.81],
        "年平均职工人数": [added / 18.14],
        "R&D经费支出": [0.0302 * revenue],
        "主营业务收入": [revenue],
    }
    assert points(mj.score(raw, "huangyan-2022")) == pytest.approx([100], rel=1e-12)


def test_columns_in_order():
    scores = mj.score(FIRMS, MINE)
    assert scores.columns == ("score", "rank", "grade", "score:亩均税收", "score:单位能耗税收", "notes")
    assert points(scores) == pytest.approx(HAND, rel=1e-12)
    assert [row.rank for row in scores] == [1, 2, 3]
    assert scores[0].points == pytest.approx({"亩均税收": 120, "单位能耗税收": 80})
    assert [(row.grade, row.notes) for row in scores] == [(None, None)] * 3
    assert scores.firms == ["甲", "乙", "丙"]
    assert len(scores) == 3
    assert [row.rank for row in scores[1:]] == [2, 3]
    assert scores[1:].firms == ["乙", "丙"]
    assert scores.to_dicts()[2]["score:亩均税收"] == pytest.approx(15)
    assert "mine" in repr(scores)
    assert "丙" in scores._repr_html_()


READERS = {
    "pandas": pd.DataFrame,
    "polars": pl.DataFrame,
    "pyarrow": pa.table,
    "mapping": dict,
    "chunks": lambda table: pa.concat_tables([pa.table(table).slice(at, 1) for at in range(3)]),
    "sliced": lambda table: pa.concat_tables([pa.table(table)] * 2).combine_chunks().slice(3, 3),
    "duckdb": lambda table: duckdb.from_arrow(pa.table(table)),
    "category": lambda table: pd.DataFrame(table).astype({"企业": "category"}),
    "integers": lambda table: pd.DataFrame(table).astype(
        {"税收": "int32", "用地面积": "uint8", "能耗": "Int64"}
    ),
    "decimals": lambda table: pa.table(table).set_column(
        1, "税收", pa.array(table["税收"]).cast(pa.decimal128(9, 2))
    ),
    "floats": lambda table: pl.DataFrame(table).with_columns(pl.col("税收").cast(pl.Float32)),
}


@pytest.mark.parametrize("reader", READERS)
def test_any_frame(reader):
    scores = mj.score(READERS[reader](FIRMS), MINE)
    assert points(scores) == pytest.approx(HAND, rel=1e-12)
    assert scores.firms == ["甲", "乙", "丙"]


def test_into_frames():
    firms = pd.DataFrame(FIRMS).set_index("企业")
    scores = mj.score(firms, MINE)
    joined = firms.join(scores.to_pandas())
    assert joined.loc["甲", "score"] == pytest.approx(200)
    assert joined.columns.to_list() == ["税收", "用地面积", "能耗", *scores.columns]
    assert scores.to_polars().schema["rank"] == pl.Int32
    assert pa.table(scores).column_names == list(scores.columns)
    assert duckdb.sql("select max(score) from scores").fetchall()[0] == pytest.approx((200,))
    zh = scores.to_pandas(language="zh")
    assert zh.columns.to_list() == [
        "综合得分",
        "位次",
        "类别",
        "得分：亩均税收",
        "得分：单位能耗税收",
        "说明",
    ]


def test_own_ratios_are_taken_as_they_are():
    scores = mj.score(FIRMS | {"亩均税收": [20, 20, 10]}, MINE)
    assert [row.points["亩均税收"] for row in scores] == pytest.approx([60, 60, 30])
    assert scores.notices == ["亩均税收: the frame's own column 亩均税收 is taken, not 税收 ÷ 用地面积"]


def test_columns_by_other_names():
    firms = {"tax": FIRMS["税收"], "land": FIRMS["用地面积"], "coal": FIRMS["能耗"]}
    names = {"税收": "tax", "用地面积": "land", "能耗": "coal"}
    assert points(mj.score(firms, MINE, columns=names)) == pytest.approx(HAND)


@pytest.mark.parametrize("by", ["用地面积", "land"])
def test_units(by):
    square_metres = [mu * 2000 / 3 for mu in FIRMS["用地面积"]]
    firms = {"税收": [tax * 10000 for tax in FIRMS["税收"]], "land": square_metres, "能耗": FIRMS["能耗"]}
    scores = mj.score(firms, MINE, columns={"用地面积": "land"}, units={"税收": "元", by: "平方米"})
    assert points(scores) == pytest.approx(HAND, rel=1e-12)
    percent = mj.score(
        {name: [base] for name, base in BASES_2022.items()} | {"R&D占比": [3.02]},
        "huangyan-2022",
        units={"R&D占比": "%"},
    )
    assert points(percent) == pytest.approx([100])


def test_no_firms():
    scores = mj.score({name: [] for name in FIRMS} | {"企业": pa.array([], pa.string())}, MINE)
    assert len(scores) == 0
    assert scores.to_pandas().empty


@pytest.mark.parametrize("ending", ["csv", "jsonl", "parquet", "arrow", "xlsx"])
@pytest.mark.parametrize("language", [None, "zh"])
def test_files_name_the_firms(tmp_path, ending, language):
    path = tmp_path / f"scores.{ending}"
    scores = mj.score(FIRMS, MINE)
    scores.write(path, language=language)
    readers = {
        "csv": pd.read_csv,
        "jsonl": lambda path: pd.read_json(path, lines=True),
        "parquet": pd.read_parquet,
        "arrow": pd.read_feather,
        "xlsx": pd.read_excel,
    }
    read = readers[ending](path)
    firm, score, grade = ("firm", "score", "grade") if language is None else ("企业", "综合得分", "类别")
    assert list(read.columns[[0, 1, 3]]) == [firm, score, grade]
    assert read[firm].to_list() == FIRMS["企业"]
    assert read[score].to_list() == pytest.approx(HAND, rel=1e-12)
    assert scores.columns[0] == "score"  # beside the firms' own frame no firm is wanted


def test_a_workbook_of_scores_tells_its_columns_and_notices(tmp_path):
    firms = {"企业": ["甲"], "评价税收": [600], "用地面积": [20], "用电量": [300]}
    scores = mj.score(firms, "huangyan-2022-small")
    scores.write(tmp_path / "scores.xlsx")
    sheets = pd.read_excel(tmp_path / "scores.xlsx", sheet_name=None)
    assert sheets["scores"].loc[0, "firm"] == "甲"
    assert sheets["notices"]["message"].to_list() == scores.notices
    assert set(sheets["definitions"]["column"]) == {"firm", *scores.columns}


def test_scores_without_names_are_written_without(tmp_path):
    scores = mj.grade({"score": [96, 52]}, "huaian-2024")
    scores.write(tmp_path / "scores.csv")
    assert pd.read_csv(tmp_path / "scores.csv").columns[0] == "score"
