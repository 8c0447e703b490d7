"""A table as a file, or as lines of text."""

from __future__ import annotations

import contextlib
import csv
import datetime as dt
import io
import json
from typing import IO, TYPE_CHECKING, Any, Protocol

from mujun.errors import MujunError
from mujun.knowledge.dictionary import check
from mujun.table.excel import write_excel
from mujun.table.files import replacing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from mujun.knowledge.dictionary import Language
    from mujun.table.table import AnyTable


def write_jsonl(table: AnyTable, out: IO[str], language: Language | None = None) -> None:
    """Write one JSON object a line, with every column in order."""
    for row in _printable(table, language):
        out.write(json.dumps(row, ensure_ascii=False, allow_nan=False) + "\n")


def write_csv(table: AnyTable, out: IO[str], language: Language | None = None) -> None:
    """Write comma-separated values with a head line; a null is an empty cell."""
    heads = [kind.head_in(language) for kind in table.described.values()]
    writer = csv.DictWriter(out, heads, lineterminator="\n")
    writer.writeheader()
    writer.writerows(_printable(table, language))


def _printable(table: AnyTable, language: Language | None) -> Iterator[dict[str, Any]]:
    """Give the rows with days as ISO text, and `confidence` with the digits that its 32 bits hold."""
    heads = [kind.head_in(language) for kind in table.described.values()]
    words = [kind.words_in(language) for kind in table.described.values()]
    for row in table:
        values = [
            value.isoformat() if isinstance(value, dt.date) else known.get(value, value) if known else value
            for known, value in zip(words, row, strict=True)
        ]
        printed = dict(zip(heads, values, strict=True))
        if "confidence" in table.columns:
            name = table.described["confidence"].head_in(language)
            printed[name] = float(f"{printed[name]:.7g}")
        yield printed


def _to_csv(table: AnyTable, out: IO[bytes], language: Language | None) -> None:
    # Without the mark, spreadsheet programs take the file for one in the system's old encoding.
    encoding = "utf-8" if language is None else "utf-8-sig"
    with _text(out, encoding) as lines:
        write_csv(table, lines, language)


def _to_jsonl(table: AnyTable, out: IO[bytes], language: Language | None) -> None:
    with _text(out, "utf-8") as lines:
        write_jsonl(table, lines, language)


@contextlib.contextmanager
def _text(out: IO[bytes], encoding: str) -> Iterator[IO[str]]:
    lines = io.TextIOWrapper(out, encoding=encoding, newline="")
    try:
        yield lines
    finally:
        lines.detach()  # writes what is left, and leaves the file open to its owner


def _to_parquet(table: AnyTable, out: IO[bytes], language: Language | None) -> None:
    import pyarrow.parquet as pq

    pq.write_table(table.to_arrow(language=language), out)


def _to_arrow(table: AnyTable, out: IO[bytes], language: Language | None) -> None:
    import pyarrow as pa

    content = table.to_arrow(language=language)
    with pa.ipc.new_file(out, content.schema) as writer:
        writer.write_table(content)


_writers: dict[str, Callable[[AnyTable, IO[bytes], Language | None], None]] = {
    ".parquet": _to_parquet,
    ".csv": _to_csv,
    ".jsonl": _to_jsonl,
    ".arrow": _to_arrow,
    ".xlsx": write_excel,
}


class FileWriter(Protocol):
    """Writes a table to a path; with a language, under its heads and in its words."""

    def __call__(self, table: AnyTable, target: Path, language: Language | None = None) -> None:
        """Write `table` to `target`."""


def writer_for(path: Path) -> FileWriter:
    """Choose the writer by the file's ending: before the pages are read, so that a slip costs nothing.

    The file that it writes takes its place once it is whole.
    """
    try:
        write = _writers[path.suffix.lower()]
    except KeyError:
        raise MujunError(f"{path}: the ending says the kind of file: {', '.join(_writers)}") from None

    def to_file(table: AnyTable, target: Path, language: Language | None = None) -> None:
        check(language)
        with replacing(target) as out:
            write(table, out, language)

    return to_file
