"""A fact table as a file, as lines of text, or as a table on the screen."""

from __future__ import annotations

import csv
import json
from typing import IO, TYPE_CHECKING, Any

from mujun.errors import MujunError

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Callable
    from pathlib import Path

    from mujun.facts import Fact, Facts


def _printable(fact: Fact) -> dict[str, Any]:
    """Dates as ISO text; `confidence` with the digits that its 32 bits hold."""
    row = fact._asdict()
    row["confidence"] = float(f"{fact.confidence:.7g}")
    for name in ("period_start", "period_end"):
        day: dt.date | None = row[name]
        row[name] = None if day is None else day.isoformat()
    return row


def write_jsonl(facts: Facts, out: IO[str]) -> None:
    """Write one JSON object a line, with every column in order."""
    for fact in facts:
        out.write(json.dumps(_printable(fact), ensure_ascii=False, allow_nan=False) + "\n")


def write_csv(facts: Facts, out: IO[str]) -> None:
    """Write comma-separated values with a head line; a null is an empty cell."""
    writer = csv.DictWriter(out, facts.columns, lineterminator="\n")
    writer.writeheader()
    writer.writerows(_printable(fact) for fact in facts)


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
    scale, magnitude = 1.0, ""
    if fact.unit not in {"%", "百分点", "‰", "倍", "位"}:
        largest = abs(fact.value)
        scale, magnitude = (1e8, "亿") if largest >= 1e8 else (1e4, "万") if largest >= 1e4 else (1.0, "")
    numbers = [fact.value] if fact.value_high is None else [fact.value, fact.value_high]
    return "–".join(f"{number / scale:.12g}{magnitude}" for number in numbers) + fact.unit


def shown_period(fact: Fact) -> str:
    """Give the period as first..last day; a stock has its day only."""
    if fact.period_end is None:
        return "" if fact.period_start is None else f"{fact.period_start}.."
    return str(fact.period_end) if fact.period_start is None else f"{fact.period_start}..{fact.period_end}"


def _to_text(write: Callable[[Facts, IO[str]], None]) -> Callable[[Facts, Path], None]:
    def to_file(facts: Facts, path: Path) -> None:
        with path.open("w", encoding="utf-8", newline="") as out:
            write(facts, out)

    return to_file


def _to_parquet(facts: Facts, path: Path) -> None:
    import pyarrow.parquet as pq

    pq.write_table(facts.to_arrow(), path)


def _to_arrow(facts: Facts, path: Path) -> None:
    import pyarrow as pa

    table = facts.to_arrow()
    with pa.OSFile(str(path), "wb") as out, pa.ipc.new_file(out, table.schema) as writer:
        writer.write_table(table)


def _to_excel(facts: Facts, path: Path) -> None:
    try:
        import openpyxl  # noqa: F401 -- an extra: say how to get it before any work is done
    except ModuleNotFoundError as error:
        raise MujunError("an .xlsx file needs openpyxl: pip install 'mujun[excel]'") from error
    facts.to_pandas().to_excel(path, index=False)


_writers: dict[str, Callable[[Facts, Path], None]] = {
    ".parquet": _to_parquet,
    ".csv": _to_text(write_csv),
    ".jsonl": _to_text(write_jsonl),
    ".arrow": _to_arrow,
    ".xlsx": _to_excel,
}


def writer_for(path: Path) -> Callable[[Facts, Path], None]:
    """Choose the writer by the file's ending: before the pages are read, so that a slip costs nothing."""
    try:
        return _writers[path.suffix.lower()]
    except KeyError:
        raise MujunError(f"{path}: the ending says the kind of file: {', '.join(_writers)}") from None
