"""Workbooks as a person opens them."""

import datetime as dt

import openpyxl
import pandas as pd
import pytest

import mujun as mj
from mujun.page.document import Notice
from mujun.table import excel

TEXT = """2018年，全区财政总收入12.5亿元，同比增长8.25%。2019年，全区固定资产投资增长5%-8%。
全区亩均税收24.65万元/亩。财政总收\ufffd\ufffd3亿元。
"""


@pytest.fixture(scope="module")
def facts():
    return mj.extract(TEXT, name='=HYPERLINK("http://example.org")')


@pytest.fixture(scope="module", params=[None, "zh"])
def book(request, facts, tmp_path_factory):
    path = tmp_path_factory.mktemp("excel") / "facts.xlsx"
    facts.write(path, language=request.param)
    return openpyxl.load_workbook(path)


def column(book, *names):
    sheet = book.worksheets[0]
    heads = [cell.value for cell in sheet[1]]
    (at,) = (heads.index(name) for name in names if name in heads)
    return [cells[at] for cells in sheet.iter_rows(min_row=2)]


def test_three_sheets_with_frozen_heads_and_filters(book, facts):
    facts_sheet, notices, definitions = book.worksheets
    assert book.sheetnames in (["facts", "notices", "definitions"], ["指标数据", "提示", "列说明"])
    for sheet, rows in ((facts_sheet, len(facts)), (notices, len(facts.notices)), (definitions, None)):
        assert sheet.freeze_panes == "A2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert all(cell.font.bold for cell in sheet[1])
        assert rows in (None, sheet.max_row - 1)
    assert definitions.max_row - 1 == len(mj.knowledge.columns())


def test_the_values_are_the_facts(book, facts):
    assert [cell.value for cell in column(book, "value", "数值")] == [fact.value for fact in facts]
    assert [cell.value for cell in column(book, "subject", "主体")] == [fact.subject for fact in facts]
    words = {"actual": "实际", "target": "目标"}
    found = [cell.value for cell in column(book, "status", "性质")]
    assert found in ([fact.status for fact in facts], [words[fact.status] for fact in facts])


def test_numbers_show_the_digits_that_were_written(book, facts):
    formats = {
        fact.text: cell.number_format for fact, cell in zip(facts, column(book, "value", "数值"), strict=True)
    }
    assert formats["12.5亿元"] == "#,##0"
    assert formats["8.25%"] == '#,##0.00"%"'
    assert formats["24.65万元/亩"] == "#,##0"
    high = dict(zip([f.text for f in facts], column(book, "value_high", "数值上限"), strict=True))
    assert (high["5%-8%"].value, high["5%-8%"].number_format) == (8, '#,##0"%"')
    assert high["12.5亿元"].value is None


def test_days_are_days(book, facts):
    cells = column(book, "period_end", "期末")
    modern = [
        cell for cell, fact in zip(cells, facts, strict=True) if fact.period_end == dt.date(2018, 12, 31)
    ]
    assert modern
    assert {(cell.value.date(), cell.number_format) for cell in modern} == {
        (dt.date(2018, 12, 31), "yyyy-mm-dd")
    }


def test_days_that_excel_counts_wrong_are_texts(facts, tmp_path):
    class Old(mj.Facts):
        def __iter__(self):
            return (fact._replace(period_end=dt.date(1899, 12, 31)) for fact in super().__iter__())

    Old(facts._table).write(tmp_path / "old.xlsx")
    book = openpyxl.load_workbook(tmp_path / "old.xlsx")
    assert {cell.value for cell in column(book, "period_end")} == {"1899-12-31"}


def test_texts_that_look_like_formulas_stay_texts(book, facts):
    pages = column(book, "page", "页面")
    assert {cell.value for cell in pages} == {facts[0].page}
    assert {cell.data_type for cell in pages} == {"s"}


def test_notices_are_told(book, facts):
    rows = [[cell.value for cell in cells] for cells in book.worksheets[1].iter_rows(min_row=2)]
    assert [row[1] for row in rows] == [notice.code for notice in facts.notices]
    assert "damaged_text" in {row[1] for row in rows}


def test_columns_are_wide_enough_for_chinese(book):
    sheet = book.worksheets[0]
    for cells in sheet.iter_cols():
        width = sheet.column_dimensions[cells[0].column_letter].width
        texts = [cell.value for cell in cells if isinstance(cell.value, str)]
        needed = max(sum(1 if char.isascii() else 2 for char in text) for text in texts)
        assert width >= min(needed, excel.widest), texts


def test_pandas_reads_it(facts, tmp_path):
    facts.write(tmp_path / "facts.xlsx")
    frame = pd.read_excel(tmp_path / "facts.xlsx")
    assert list(frame.columns) == list(facts.columns)
    assert list(frame["text"]) == [fact.text for fact in facts]


def test_a_table_without_rows(facts, tmp_path):
    facts[:0].write(tmp_path / "facts.xlsx")
    assert pd.read_excel(tmp_path / "facts.xlsx").shape == (0, len(facts.columns))


def test_what_a_cell_cannot_hold(tmp_path, monkeypatch):
    page = mj.Document.from_text("财政总收入12.5亿元。", name="a\x00b")
    mj.extract(page).write(tmp_path / "control.xlsx")
    assert pd.read_excel(tmp_path / "control.xlsx")["page"][0] == "a\ufffdb"

    long = Notice("p", "code", "x" * 40_000, 0, 0, "")
    noticed = mj.extract(page)
    monkeypatch.setattr(type(noticed), "notices", [long])
    noticed.write(tmp_path / "long.xlsx")
    text = openpyxl.load_workbook(tmp_path / "long.xlsx").worksheets[1]["C2"].value
    assert (len(text), text[-2:]) == (excel.text_limit, "x…")


def test_too_many_rows_are_refused(facts, tmp_path, monkeypatch):
    monkeypatch.setattr(excel, "row_limit", len(facts))
    with pytest.raises(
        mj.MujunError, match=r"rows are more than a sheet holds \(\d+\): write \.parquet or \.csv"
    ):
        facts.write(tmp_path / "facts.xlsx")
    assert list(tmp_path.iterdir()) == []
