"""A table as a file, as lines of text, or as a table on the screen."""

from __future__ import annotations

import contextlib
import csv
import datetime as dt
import io
import json
import math
from typing import IO, TYPE_CHECKING, Any, Protocol

from mujun.columns import check
from mujun.errors import MujunError
from mujun.excel import write_excel
from mujun.files import replacing

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from mujun.columns import Language
    from mujun.facts import Fact, Facts
    from mujun.table import AnyTable


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


def print_table(facts: Facts, out: IO[str]) -> None:
    """Print the columns that a person looks at first; as wide as the terminal, if any."""
    from rich import box
    from rich.console import Console
    from rich.table import Table

    if not facts:
        out.write("no facts\n")
        return
    console = Console(file=out, width=None if out.isatty() else 200, highlight=False, markup=False)
    table = Table(box=box.SIMPLE, pad_edge=False)
    for name in ("indicator", "subject"):
        table.add_column(name, overflow="fold")
    table.add_column("value", justify="right", no_wrap=True)
    for name in ("measure", "period", "status"):
        table.add_column(name, overflow="fold")
    table.add_column("confidence", justify="right")
    for fact in facts:
        table.add_row(
            fact.indicator,
            fact.subject or "",
            shown_value(fact),
            fact.measure,
            shown_period(fact),
            fact.status,
            f"{fact.confidence:.2f}",
        )
    console.print(table)


def shown_value(fact: Fact) -> str:
    """Give the value with its unit as people write it: 12.5亿元, 5%–8%."""
    scale, magnitude = _magnitude(fact.value, fact.unit)
    numbers = [fact.value] if fact.value_high is None else [fact.value, fact.value_high]
    return "–".join(f"{number / scale:.12g}{magnitude}" for number in numbers) + fact.unit


def shown_amount(value: float, unit: str) -> str:
    """Give a computed value with its unit as people write it, in the digits that they read.

    Examples
    --------
    >>> shown_amount(2_677_902_622, "元"), shown_amount(43, "个"), shown_amount(17.3077, "%")
    ('26.779亿元', '43个', '17.308%')
    """
    scale, magnitude = _magnitude(value, unit)
    return f"{value / scale:,.5g}{magnitude}{unit}"


def _magnitude(value: float, unit: str) -> tuple[float, str]:
    if unit in {"%", "百分点", "‰", "倍", "位"} or not math.isfinite(value) or abs(value) < 1e4:
        return 1.0, ""
    return (1e8, "亿") if abs(value) >= 1e8 else (1e4, "万")


def shown_period(fact: Fact) -> str:
    """Give the period as first..last day; a stock has its day only."""
    if fact.period_end is None:
        return "" if fact.period_start is None else f"{fact.period_start}.."
    return str(fact.period_end) if fact.period_start is None else f"{fact.period_start}..{fact.period_end}"


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
