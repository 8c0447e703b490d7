"""Tables of figures as lines: heads first, then row by row, a cell a line."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

# A figure and nothing else; its unit names no time, and no numbering follows.
number = re.compile(r"[-+±−－]?\d(?:[\d,， .．]*\d)?\s*[^\d\s年月日季、.．:：()（）]{0,8}")
year = re.compile(r"(?:19|20)\d\d")
nothing = frozenset(
    {"", "-", "--", "—", "——", "－", "–", "/", "…", "..."}
)  # how a table says that it has no figure
numbering = frozenset({"序号", "编号"})
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
    """Give heads and rows as lines.

    The heads stand again before a row that has other columns filled than the row before: without them a
    reader of lines would take its figures for those of the columns before.
    """
    grid = _grid(table.rows)
    first = next((at for at, row in enumerate(grid) if _has_figures(row)), len(grid))
    top, rows = grid[:first], [_texts(grid, at) for at in range(first, len(grid))]
    names = [
        _column_name([row for row in top if not _is_caption(row)], column) for column in range(len(grid[0]))
    ]
    used = {column for row in rows for column in row if names[column] not in numbering}
    figures = {c for c in used if c > 0 and any(number.fullmatch(row.get(c, "")) for row in rows)}

    lines = [next(cell.text for cell in row if cell.text) for row in top if _is_caption(row)]
    shown: set[int] | None = None
    last_name: list[str] = []
    for row in rows:
        filled = figures & row.keys()
        if not filled:  # the name of a section
            lines += row.values()
            shown = None
            continue
        if filled != shown:
            lines += [names[c] for c in sorted(used - figures | filled) if names[c]]
            shown = filled
        # A name that reaches over several rows stands again before each.
        last_name = [text for c, text in row.items() if c in used - figures] or last_name
        lines += [*last_name, *(row[c] for c in sorted(filled))]
    return lines


def _has_figures(row: list[Cell]) -> bool:
    """Tell a row of figures from a head, which may name years."""
    return any(cell.is_number and year.fullmatch(cell.text) is None for cell in row[1:])


def _is_caption(row: list[Cell]) -> bool:
    """Tell a row with one text in it."""
    return len({id(cell) for cell in row if cell.text}) == 1


def _texts(grid: list[list[Cell]], at: int) -> dict[int, str]:
    """Give the texts of the cells that begin in a row, by their columns."""
    row, above = grid[at], grid[at - 1] if at else None
    return {
        column: cell.text
        for column, cell in enumerate(row)
        if cell.text not in nothing
        and (column == 0 or cell is not row[column - 1])
        and (above is None or cell is not above[column])
    }


def _column_name(heads: list[list[Cell]], column: int) -> str:
    """Join the heads over a column, the upper one first; a head that reaches over two rows counts once."""
    names = dict.fromkeys(row[column].text for row in heads)
    return " ".join(name for name in names if name)


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
