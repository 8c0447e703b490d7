"""The days of the public holidays. Standard library only."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from .schema_regions import KnowledgeError

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
    """Read holidays.csv, sorted by name and day; comment lines start with `#`."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    reader = csv.DictReader(lines)
    if reader.fieldnames != HOLIDAY_COLUMNS:
        raise KnowledgeError(f"{path.name}: header: must be {','.join(HOLIDAY_COLUMNS)}")
    try:
        holidays = [
            Holiday(row["holiday"], date.fromisoformat(row["first"]), date.fromisoformat(row["last"]))
            for row in reader
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
