"""Tables on the screen: ruled on a terminal as wide as it is, and plain text in a pipe."""

from __future__ import annotations

import datetime as dt
import math
from typing import IO, TYPE_CHECKING, Any, Literal

from mujun.facts.facts import Facts
from mujun.values.amounts import shown_amount, shown_period, shown_value

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from mujun.figures.derived import Audit, Derived, Progress

_piped_width = 200
_amounts = {"value", "low", "high", "target", "actual"}  # shown with their row's unit
_nouns = {"derived": "derived figures", "audit": "checks", "progress": "targets"}


def print_table(table: Facts | Derived | Audit | Progress, out: IO[str]) -> None:
    """Print the columns that a person looks at first."""
    if isinstance(table, Facts):
        _print_facts(table, out)
        return
    names = [name for name in table.shown if name != "unit"]
    rows = ([_shown(row, name) for name in names] for row in table)
    print_rows(names, rows, out, right=_amounts, empty=f"no {_nouns[table.kind]}")


def _shown(row: Any, name: str) -> object:  # noqa: ANN401 -- a record of any of the tables
    value = getattr(row, name)
    return shown_amount(value, row.unit) if name in _amounts and value is not None else value


def _print_facts(facts: Facts, out: IO[str]) -> None:
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


def print_rows(
    heads: Sequence[str],
    rows: Iterable[Sequence[object]],
    out: IO[str],
    *,
    right: Collection[str] = (),
    empty: str = "no rows",
) -> None:
    """Print rows under their heads; numbers, and what stands under the heads of `right`, to the right."""
    from rich import box
    from rich.console import Console
    from rich.table import Table

    every = [list(row) for row in rows]
    if not every:
        out.write(f"{empty}\n")
        return
    console = Console(file=out, width=None if out.isatty() else _piped_width, highlight=False, markup=False)
    ruled = Table(box=box.SIMPLE, pad_edge=False)
    for at, head in enumerate(heads):
        numbers = any(isinstance(row[at], (int, float)) and not isinstance(row[at], bool) for row in every)
        side: Literal["right", "left"] = "right" if numbers or head in right else "left"
        ruled.add_column(head, justify=side, overflow="fold")
    for row in every:
        ruled.add_row(*map(_cell, row))
    console.print(ruled)


def _cell(value: object) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case float():
            return "" if math.isnan(value) else f"{value:,.2f}"
        case dt.date():
            return value.isoformat()
        case _:
            return str(value)
