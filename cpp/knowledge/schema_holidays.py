"""The days of the public holidays. Standard library only."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from .schema_regions import KnowledgeError, read_rows

if TYPE_CHECKING:
    from pathlib import Path

HOLIDAY_COLUMNS = ["holiday", "first", "last"]


@dataclass(frozen=True)
class Holiday:
    """A row of holidays.csv: a holiday of one year."""

    name: str
    first: date
    last: date


def read_holidays(path: Path) -> list[Holiday]:
    """Read holidays.csv, sorted by name and day."""
    rows = read_rows(path, HOLIDAY_COLUMNS)
    try:
        holidays = [
            Holiday(row["holiday"], date.fromisoformat(row["first"]), date.fromisoformat(row["last"]))
            for row in rows
        ]
    except ValueError as error:
        raise KnowledgeError(f"{path.name}: {error}") from error
    for holiday in holidays:
        if holiday.last < holiday.first or holiday.last.year != holiday.first.year:
            raise KnowledgeError(
                f"{path.name}: {holiday.name}: {holiday.last} ends what {holiday.first} began"
            )
    for before, after in pairwise(holidays):
        if (before.name, before.first.year) >= (after.name, after.first.year):
            raise KnowledgeError(f"{path.name}: {after.name}: {after.first}: not sorted, or a year twice")
    return holidays
