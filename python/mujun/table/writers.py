"""A table as a file, or as lines of text."""

from __future__ import annotations

import contextlib
import csv
import datetime as dt
import io
import itertools
import json
from typing import IO, TYPE_CHECKING, Any, Protocol, TypeVar

from mujun.errors import MujunError
from mujun.knowledge.dictionary import check
from mujun.table.excel import write_excel
from mujun.table.files import replacing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    import pyarrow as pa

    from mujun.knowledge.dictionary import Column, Language

Item = TypeVar("Item")


class Writable(Protocol):
    """What a file is made of: a table, or what lies in Arrow and looks like one."""

    @property
    def described(self) -> Mapping[str, Column]: ...  # noqa: D102
    def __iter__(self) -> Iterator[tuple[Any, ...]]: ...
    def to_arrow(self, *, language: Language | None = None) -> pa.Table: ...  # noqa: D102


def write_jsonl(tables: Iterable[Writable], out: IO[str], language: Language | None = None) -> None:
    """Write one JSON object a line, with every column in order."""
    for table in tables:
        for row in _printable(table, language):
            out.write(json.dumps(row, ensure_ascii=False, allow_nan=False) + "\n")


def write_csv(tables: Iterable[Writable], out: IO[str], language: Language | None = None) -> None:
    """Write comma-separated values with a head line; a null is an empty cell."""
    first, tables = _peeked(tables)
    heads = [kind.head_in(language) for kind in first.described.values()]
    writer = csv.DictWriter(out, heads, lineterminator="\n")
    writer.writeheader()
    for table in tables:
        writer.writerows(_printable(table, language))


def _peeked(items: Iterable[Item]) -> tuple[Item, Iterable[Item]]:
    """Give the first, which says what all are like, and all of them."""
    rest = iter(items)
    first = next(rest)
    return first, itertools.chain([first], rest)


def _printable(table: Writable, language: Language | None) -> Iterator[dict[str, Any]]:
    """Give the rows with days as ISO text, and `confidence` with the digits that its 32 bits hold."""
    heads = [kind.head_in(language) for kind in table.described.values()]
    words = [kind.words_in(language) for kind in table.described.values()]
    for row in table:
        values = [
            value.isoformat() if isinstance(value, dt.date) else known.get(value, value) if known else value
            for known, value in zip(words, row, strict=True)
        ]
        printed = dict(zip(heads, values, strict=True))
        if "confidence" in table.described:
            name = table.described["confidence"].head_in(language)
            printed[name] = float(f"{printed[name]:.7g}")
        yield printed


def _to_csv(tables: Iterable[Writable], out: IO[bytes], language: Language | None) -> None:
    # Without the mark, spreadsheet programs take the file for one in the system's old encoding.
    encoding = "utf-8" if language is None else "utf-8-sig"
    with _text(out, encoding) as lines:
        write_csv(tables, lines, language)


def _to_jsonl(tables: Iterable[Writable], out: IO[bytes], language: Language | None) -> None:
    with _text(out, "utf-8") as lines:
        write_jsonl(tables, lines, language)


@contextlib.contextmanager
def _text(out: IO[bytes], encoding: str) -> Iterator[IO[str]]:
    lines = io.TextIOWrapper(out, encoding=encoding, newline="")
    try:
        yield lines
    finally:
        lines.detach()  # writes what is left, and leaves the file open to its owner


def _to_parquet(tables: Iterable[Writable], out: IO[bytes], language: Language | None) -> None:
    import pyarrow.parquet as pq

    first, contents = _peeked(table.to_arrow(language=language) for table in tables)
    with pq.ParquetWriter(out, first.schema) as writer:
        for content in contents:
            writer.write_table(content)


def _to_arrow(tables: Iterable[Writable], out: IO[bytes], language: Language | None) -> None:
    import pyarrow as pa

    first, contents = _peeked(table.to_arrow(language=language) for table in tables)
    with pa.ipc.new_file(out, first.schema) as writer:
        for content in contents:
            writer.write_table(content)


def _to_excel(tables: Iterable[Any], out: IO[bytes], language: Language | None) -> None:
    [table] = tables  # notices go along with their table: there is but one
    write_excel(table, out, language)


_writers: dict[str, Callable[[Iterable[Writable], IO[bytes], Language | None], None]] = {
    ".parquet": _to_parquet,
    ".csv": _to_csv,
    ".jsonl": _to_jsonl,
    ".arrow": _to_arrow,
    ".xlsx": _to_excel,
}


class FileWriter(Protocol):
    """Writes a table, or one in parts, to a path; with a language, under its heads and in its words."""

    def __call__(
        self,
        tables: Iterable[Writable],
        target: Path,
        language: Language | None = None,
        aside: Path | None = None,
    ) -> None:
        """Write tables of the same columns, at least one, to `target`; until it is whole, to `aside`."""


def takes_parts(path: Path) -> bool:
    """Tell whether the kind of file can be written part by part; a workbook is made in one go."""
    return path.suffix.lower() != ".xlsx"


def writer_for(path: Path) -> FileWriter:
    """Choose the writer by the file's ending: before the pages are read, so that a slip costs nothing.

    The file that it writes takes its place once it is whole.
    """
    try:
        write = _writers[path.suffix.lower()]
    except KeyError:
        raise MujunError(f"{path}: the ending says the kind of file: {', '.join(_writers)}") from None

    def to_file(
        tables: Iterable[Writable], target: Path, language: Language | None = None, aside: Path | None = None
    ) -> None:
        check(language)
        with replacing(target, aside) as out:
            write(tables, out, language)

    return to_file
