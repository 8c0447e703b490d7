"""Tables of figures as lines, a row each."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

# A figure and nothing else; its unit names no time, and no numbering follows.
number = re.compile(r"[-+±−－]?\d(?:[\d,， .．]*\d)?\s*[^\d\s年月日季、.．:：()（）]{0,8}")
year = re.compile(r"(?:19|20)\d\d")
most_columns = 200
most_rows = 10_000


@dataclass(slots=True)
class Cell:
    """A cell and how many columns and rows it takes."""

    text: str
    columns: int = 1
    rows: int = 1

    @property
    def is_number(self) -> bool:
        """Tell whether it is a figure and nothing else."""
        return number.fullmatch(self.text) is not None


@dataclass(slots=True)
class Table:
    """A table while it is read; `first_line` and `first_block` are where its own begin."""

    first_line: int
    first_block: int
    rows: list[list[Cell]] = field(default_factory=list)
    cell_start: int = 0
    holds_tables: bool = False

    @property
    def has_figures(self) -> bool:
        """Tell a table of figures from one that only lays out the page."""
        wide = [row for row in self.rows if len(row) >= 2]
        return (
            not self.holds_tables
            and len(wide) >= 2
            and any(cell.is_number for row in wide for cell in row[1:])
        )


def lines_of(table: Table) -> list[str]:
    """Give a line a row, its cells parted by tabs.

    A head stands over the first of its columns; the name of several rows stands in each, so that every figure
    has the name of its row before it.
    """
    grid = _grid(table.rows)
    first = next((at for at, row in enumerate(grid) if _has_figures(row)), len(grid))
    lines = []
    for at, row in enumerate(grid):
        if _is_caption(row):
            lines.append(next(cell.text for cell in row if cell.text))
            continue
        above = grid[at - 1] if at else [None] * len(row)
        shown = [
            cell.text
            if (column == 0 or cell is not row[column - 1])
            and (cell is not above[column] or (at > first and not cell.is_number))
            else ""
            for column, cell in enumerate(row)
        ]
        lines.append("\t".join(shown).rstrip("\t"))
    return [line for line in lines if line]


def _has_figures(row: list[Cell]) -> bool:
    """Tell a row of figures from a head, which may name years."""
    return any(cell.is_number and year.fullmatch(cell.text) is None for cell in row[1:])


def _is_caption(row: list[Cell]) -> bool:
    """Tell a row with one text in it."""
    return len({id(cell) for cell in row if cell.text}) == 1


def _grid(rows: list[list[Cell]]) -> list[list[Cell]]:
    """Put each cell in every place that it takes, so that columns lie under one another."""
    grid: list[list[Cell]] = []
    reaching: dict[int, tuple[Cell, int]] = {}  # column → a cell from above and how many rows it has left
    for row in rows:
        placed: list[Cell] = []
        waiting = iter(row)
        cell = next(waiting, None)
        while len(placed) < most_columns and (cell is not None or len(placed) in reaching):
            if len(placed) in reaching:
                above, left = reaching.pop(len(placed))
                if left > 1:
                    reaching[len(placed)] = (above, left - 1)
                placed.append(above)
            elif cell is not None:
                for _ in range(cell.columns):
                    if cell.rows > 1:
                        reaching[len(placed)] = (cell, cell.rows - 1)
                    placed.append(cell)
                cell = next(waiting, None)
        grid.append(placed[:most_columns])
    width = max(len(row) for row in grid)
    return [row + [Cell("")] * (width - len(row)) for row in grid]
