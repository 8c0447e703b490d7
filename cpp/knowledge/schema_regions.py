"""The regions of the knowledge base, how its tables are read, and the error that every check raises.

Standard library only.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

REGION_COLUMNS = ["code", "name", "level", "parent", "short", "valid_from", "valid_to"]
# In `short` where the whole name reads as common words (富县, 新区): it is found only behind its city's name.
COMMON_NAME = "-"


class KnowledgeError(ValueError):
    """A knowledge file says something it may not say; the message starts with `file: id:`."""


@dataclass(frozen=True)
class Region:
    """A row of regions.csv."""

    code: str
    name: str
    level: int
    parent: str
    short: str
    valid_from: str
    valid_to: str


def read_rows(path: Path, columns: list[str]) -> csv.DictReader[str]:
    """Read the rows of a CSV file that has just these columns; comment lines start with `#`."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    reader = csv.DictReader(lines)
    if reader.fieldnames != columns:
        raise KnowledgeError(f"{path.name}: header: must be {','.join(columns)}")
    return reader


def read_regions(path: Path) -> list[Region]:
    """Read regions.csv, sorted by code and with known parents."""
    kept = REGION_COLUMNS[3:]
    regions = [
        Region(row["code"], row["name"], int(row["level"]), *(row[name] for name in kept))
        for row in read_rows(path, REGION_COLUMNS)
    ]
    keys = [(region.code, region.valid_from) for region in regions]
    codes = {region.code for region in regions}
    for before, after in pairwise(keys):
        if before >= after:
            raise KnowledgeError(f"{path.name}: {after[0]}: not sorted, after {before[0]}")
    for region in regions:
        if region.parent and region.parent not in codes:
            raise KnowledgeError(f"{path.name}: {region.code}: unknown parent {region.parent}")
        if len(region.short) == 1 and region.short != COMMON_NAME:
            raise KnowledgeError(f"{path.name}: {region.code}: a one-character short name")
    return regions


def region_surfaces(regions: Sequence[Region]) -> list[tuple[str, ...]]:
    """List the wordings that a text may use for each region, row by row.

    A region that is no more is found by its name as long as no living one bears it.
    """
    living = [region for region in regions if not region.valid_to]
    living_names = {region.name for region in living}
    cities = {region.code: region for region in living}
    surfaces: list[tuple[str, ...]] = []
    for region in regions:
        names = [region.name, region.short]
        if region.valid_to and region.name in living_names:
            names = []
        elif region.short == COMMON_NAME:
            city = cities.get(region.parent)
            names = [city.name + region.name, city.short + region.name] if city else []
        surfaces.append(tuple(dict.fromkeys(name for name in names if name)))
    return surfaces
