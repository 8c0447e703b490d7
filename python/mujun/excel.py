"""A fact table as an Excel workbook: the facts, the notices, and what the columns mean."""

from __future__ import annotations

import datetime as dt
import math
import unicodedata
from typing import IO, TYPE_CHECKING, Any, NamedTuple

from mujun import columns
from mujun._core import __version__
from mujun.errors import MujunError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from mujun.columns import Language
    from mujun.facts import Fact, Facts

row_limit = 1_048_576  # of a sheet, its head included
text_limit = 32_767  # characters of a cell
first_day = dt.date(1900, 3, 1)  # Excel's calendar counts a 29th February 1900, so that days before differ
measured_rows = 1000  # of which the widest cell sets a column's width
narrowest, widest = 8, 60  # columns, in characters of half width
titles = {
    None: ("facts", "notices", "definitions"),
    "zh": ("指标数据", "提示", "列说明"),
}


class Cell(NamedTuple):
    """A value and the number format that it is shown in."""

    value: Any
    number_format: str = "General"


def write_excel(facts: Facts, out: IO[bytes], language: Language | None = None) -> None:
    """Write a workbook of three sheets with frozen heads, filters and number formats.

    Texts stay texts, also those that begin with `=`. Days before March 1900, which Excel's calendar gets
    wrong, are written as ISO text.
    """
    try:
        from openpyxl import Workbook
    except ModuleNotFoundError as error:
        raise MujunError("an .xlsx file needs openpyxl: pip install 'mujun[excel]'") from error

    columns.check(language)
    book = Workbook(write_only=True)
    book.properties.creator = f"mujun {__version__}"
    notices = ([Cell(part) for part in notice] for notice in facts.notices)
    definitions = ([Cell(part) for part in row] for row in columns.definitions(language))
    words = {name: kind.words_in(language) for name, kind in columns.of("facts").items()}
    sheets: list[tuple[str, Iterable[list[Cell]]]] = [
        ("facts", (_cells(fact, words) for fact in facts)),
        ("notices", notices),
        ("definitions", definitions),
    ]
    for (table, rows), title in zip(sheets, titles[language], strict=True):
        _add_sheet(book, title, [kind.head_in(language) for kind in columns.of(table).values()], list(rows))
    book.save(out)


def _cells(fact: Fact, words: Mapping[str, Mapping[str, str]]) -> list[Cell]:
    """Give a row's cells: numbers with the digits that the page wrote, codes in words."""
    formats = {
        "value": _format(fact.precision, fact.unit),
        "value_high": _format(fact.precision, fact.unit),
        "base_value": "#,##0" if fact.base_value == round(fact.base_value) else "#,##0.00",
        "precision": "#,##0.######" if fact.precision % 1 else "#,##0",
        "confidence": "0.00",
    }
    row = fact._asdict() | {"confidence": float(f"{fact.confidence:.7g}")}
    return [Cell(words[name].get(value, value), formats.get(name, "General")) for name, value in row.items()]


def _format(precision: float, unit: str) -> str:
    """Show as many decimals as were written; rates carry their sign, and stay the number that they are."""
    decimals = max(0, -math.floor(math.log10(2 * precision) + 1e-9)) if precision > 0 else 0
    digits = "#,##0" + ("." + "0" * decimals if decimals else "")
    return digits + (f'"{unit}"' if unit in {"%", "‰"} else "")


def _add_sheet(book: Any, title: str, heads: Sequence[str], rows: Sequence[Sequence[Cell]]) -> None:  # noqa: ANN401 -- openpyxl has no types
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    if len(rows) >= row_limit:
        raise MujunError(
            f"{len(rows):,} rows are more than a sheet holds ({row_limit - 1:,}): write .parquet or .csv"
        )
    sheet = book.create_sheet(title)
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(heads))}{len(rows) + 1}"
    for at, head in enumerate(heads):
        shown = (str(row[at].value) for row in rows[:measured_rows] if row[at].value is not None)
        width = max(map(_width, (head, *shown))) + 2
        sheet.column_dimensions[get_column_letter(at + 1)].width = min(max(width, narrowest), widest)
    bold, top = Font(bold=True), Alignment(vertical="top")
    written = [_written(sheet, Cell(head)) for head in heads]
    for cell in written:
        cell.font, cell.alignment = bold, top
    sheet.append(written)
    for row in rows:
        sheet.append([_written(sheet, cell) for cell in row])


def _written(sheet: Any, cell: Cell) -> Any:  # noqa: ANN401 -- openpyxl has no types
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE

    value = cell.value
    if isinstance(value, dt.date) and value < first_day:
        value = value.isoformat()
    if not isinstance(value, str):
        made = WriteOnlyCell(sheet, value)
        made.number_format = "yyyy-mm-dd" if isinstance(value, dt.date) else cell.number_format
        return made
    text = ILLEGAL_CHARACTERS_RE.sub("\ufffd", value)
    made = WriteOnlyCell(sheet, text if len(text) <= text_limit else text[: text_limit - 1] + "…")
    made.data_type = "s"  # whatever it begins with, it is no formula
    return made


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
