"""Tables on the screen: ruled on a terminal as wide as it is, and plain text in a pipe."""

from __future__ import annotations

import datetime as dt
from typing import IO, TYPE_CHECKING

from mujun.derived import Audit, Derived, Progress
from mujun.facts import Facts
from mujun.writers import print_table as print_facts

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from mujun.table import AnyTable

_piped_width = 200


def print_table(table: AnyTable, out: IO[str]) -> None:
    """Print the columns that a person looks at first."""
    if isinstance(table, Facts):
        print_facts(table, out)
        return
    names = table.shown if isinstance(table, (Derived, Audit, Progress)) else table.columns
    print_rows(
        names, ([getattr(row, name) for name in names] for row in table), out, empty=f"no {table.kind}"
    )


def print_rows(
    heads: Sequence[str], rows: Iterable[Sequence[object]], out: IO[str], *, empty: str = "no rows"
) -> None:
    """Print rows under their heads, numbers to the right."""
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
        ruled.add_column(head, justify="right" if numbers else "left", overflow="fold")
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
            return "" if value != value else f"{value:,.6g}" if abs(value) < 1e6 else f"{value:,.0f}"  # noqa: PLR0124 -- NaN
        case dt.date():
            return value.isoformat()
        case _:
            return str(value)
