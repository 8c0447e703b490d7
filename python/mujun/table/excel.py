"""A table as an Excel workbook: its rows, the notices, and what the columns mean."""

from __future__ import annotations

import contextlib
import datetime as dt
import errno
import math
import os
import unicodedata
from typing import IO, TYPE_CHECKING, Any, NamedTuple

from mujun._core import __version__
from mujun.errors import MujunError
from mujun.knowledge import dictionary

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from mujun.knowledge.dictionary import Column, Language
    from mujun.table.table import AnyTable

row_limit = 1_048_576  # of a sheet, its head included
text_limit = 32_767  # characters of a cell
first_day = dt.date(1900, 3, 1)  # Excel's calendar counts a 29th February 1900, so that days before differ
measured_rows = 1000  # of which the widest cell sets a column's width
narrowest, widest = 8, 60  # columns, in characters of half width


class Number(NamedTuple):
    """A number and the format that it is shown in."""

    value: float
    number_format: str

    def __str__(self) -> str:
        return f"{self.value:,.10g}"


def write_excel(table: AnyTable, out: IO[bytes], language: Language | None = None) -> None:
    """Write a workbook of a table, of the notices if it has any to tell of, and of what the columns mean.

    Heads are frozen and filter; texts stay texts, also those that begin with `=`. Days before March 1900,
    which Excel's calendar gets wrong, are written as ISO text.
    """
    try:
        from openpyxl import Workbook
    except ModuleNotFoundError as error:
        raise MujunError("an .xlsx file needs openpyxl: pip install 'mujun[excel]'") from error

    book = Workbook(write_only=True)
    book.properties.creator = f"mujun {__version__}"
    words = [kind.words_in(language) for kind in table.described.values()]
    with _system_errors():
        rows = [_cells(table.columns, row, words) for row in table]
        _add_sheet(book, dictionary.title(table.kind, language), language, table.described, rows)
        if hasattr(table, "notices"):
            _add_notices(book, language, table.notices)
        meanings = dictionary.definitions(table.described, language)
        title, kinds = dictionary.title("definitions", language), dictionary.of("definitions")
        _add_sheet(book, title, language, kinds, meanings)
        book.save(out)


@contextlib.contextmanager
def _system_errors() -> Iterator[None]:
    """Turn the errors of lxml, which writes for openpyxl where it is there, into the system's."""
    try:
        from lxml.etree import SerialisationError
    except ModuleNotFoundError:
        yield
        return
    try:
        yield
    except SerialisationError as error:  # such as IO_ENOSPC
        number = getattr(errno, str(error).removeprefix("IO_"), errno.EIO)
        raise OSError(number, os.strerror(number)) from error


def _add_notices(book: Any, language: Language | None, notices: Sequence[Any]) -> None:  # noqa: ANN401
    """Tell the notices; those that are of no page are texts."""
    title, kinds = dictionary.title("notices", language), dictionary.of("notices")
    if any(isinstance(notice, str) for notice in notices):
        kinds = {"message": kinds["message"]}
        notices = [(notice,) for notice in notices]
    _add_sheet(book, title, language, kinds, notices)


def _cells(names: Sequence[str], row: Sequence[Any], words: Sequence[Mapping[str, str]]) -> list[object]:
    """Give a row's values: numbers with the digits that they have, codes in words."""
    formats = {"confidence": "0.00"}
    said = dict(zip(names, row, strict=True))
    if "precision" in said:
        formats["value"] = formats["value_high"] = _digits(said["precision"], said["unit"])
    cells: list[object] = []
    for name, value, known in zip(names, row, words, strict=True):
        if isinstance(value, float):
            digits = 7 if name == "confidence" else 15  # what 32 and 64 bits hold
            cells.append(Number(float(f"{value:.{digits}g}"), formats.get(name) or _format(value)))
        elif isinstance(value, list):
            cells.append(", ".join(map(str, value)))
        else:
            cells.append(known.get(value, value) if known else value)
    return cells


def _digits(precision: float, unit: str) -> str:
    """Show as many decimals as were written; rates carry their sign, and stay the number that they are."""
    decimals = max(0, -math.floor(math.log10(2 * precision) + 1e-9)) if precision > 0 else 0
    return "#,##0" + ("." + "0" * decimals if decimals else "") + (f'"{unit}"' if unit in {"%", "‰"} else "")


def _format(value: float) -> str:
    """Show a whole number whole, and five digits of another."""
    if value == round(value):
        return "#,##0"
    decimals = min(max(4 - math.floor(math.log10(abs(value))), 0), 10)
    return "#,##0" + ("." + "0" * min(decimals, 2) + "#" * (decimals - 2) if decimals else "")


def _add_sheet(
    book: Any,  # noqa: ANN401 -- openpyxl has no types
    title: str,
    language: Language | None,
    kinds: Mapping[str, Column],
    rows: Sequence[Sequence[object]],
) -> None:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    if len(rows) >= row_limit:
        raise MujunError(
            f"{len(rows):,} rows are more than a sheet holds ({row_limit - 1:,}): write .parquet or .csv"
        )
    sheet = book.create_sheet(title)
    heads = [column.head_in(language) for column in kinds.values()]
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = f"A1:{get_column_letter(len(heads))}{len(rows) + 1}"
    for at, head in enumerate(heads):
        shown = (str(row[at]) for row in rows[:measured_rows] if row[at] is not None)
        width = max(map(_width, (head, *shown))) + 2
        sheet.column_dimensions[get_column_letter(at + 1)].width = min(max(width, narrowest), widest)
    written = [WriteOnlyCell(sheet, head) for head in heads]
    for cell in written:
        cell.font, cell.alignment = Font(bold=True), Alignment(vertical="top")
    sheet.append(written)
    for row in rows:
        sheet.append([_written(sheet, value) for value in row])


def _written(sheet: Any, value: object) -> object:  # noqa: ANN401 -- openpyxl has no types
    """Give what openpyxl takes: the value itself, which is fast, or a cell where there is more to say."""
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.cell.cell import ERROR_CODES, ILLEGAL_CHARACTERS_RE

    if isinstance(value, Number):
        cell = WriteOnlyCell(sheet, value.value)
        cell.number_format = value.number_format
        return cell
    if isinstance(value, dt.date) and value < first_day:
        return value.isoformat()
    if not isinstance(value, str):
        return value
    text = ILLEGAL_CHARACTERS_RE.sub("\ufffd", value)
    text = text if len(text) <= text_limit else text[: text_limit - 1] + "…"
    if text.startswith("=") or text in ERROR_CODES:
        cell = WriteOnlyCell(sheet, text)
        cell.data_type = "s"  # it is no formula, and no error
        return cell
    return text


def _width(text: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)
