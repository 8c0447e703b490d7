"""The knowledge files that are installed with the package, read once."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from mujun._knowledge import schema, schema_regions

if TYPE_CHECKING:
    from mujun._knowledge.schema import Entry
    from mujun._knowledge.schema_regions import Region

folder = Path(schema.__file__).parent


@cache
def word_classes() -> list[str]:
    """Give the word classes that the core knows, in its order."""
    return schema.word_classes(folder)


@cache
def entries() -> tuple[Entry, ...]:
    """Give the entries of all files but the regions."""
    files = sorted(folder.glob("*.toml"))
    return tuple(entry for file in files for entry in schema.read_entries(file, word_classes()))


@cache
def regions() -> tuple[Region, ...]:
    """Give the regions, ended ones included."""
    return tuple(schema_regions.read_regions(folder / "regions.csv"))


@cache
def indicator_names() -> dict[str, str]:
    """Give the standard names by their codes."""
    return {entry.id: entry.text("name") for entry in entries() if entry.word_class == "indicator"}


@cache
def unit_ids() -> dict[tuple[str, str], str]:
    """Give the units' ids by symbol and base unit (分 is money, and a point of a score)."""
    units = (entry for entry in entries() if entry.word_class == "unit")
    return {(unit.text("symbol"), unit.text("base")): unit.id for unit in units}


@cache
def digest() -> str:
    """Give a short digest of all files, which changes when any of them does."""
    files = (path for ending in ("toml", "csv") for path in folder.rglob(f"*.{ending}"))
    contents = (hashlib.sha256(path.read_bytes()).digest() for path in sorted(files))
    return hashlib.sha256(b"".join(contents)).hexdigest()[:12]
