"""What an entry of a knowledge file may say, and what is refused.

The build (compile.py) and the analyst's own files (mujun.knowledge) go through the same checks.
Standard library only.
"""

from __future__ import annotations

import csv
import re
import tomllib
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

UNIT_KEYS: dict[str, type] = {"symbol": str, "dimension": str, "in_base": str, "base": str}
INDICATOR_KEYS: dict[str, type] = {
    "name": str,
    "kind": str,
    "dimension": str,
    "stock": bool,
    "better": int,
    "from": list,
}
WORD_KEYS: dict[str, type] = {"class": str, "direction": str, "value": str}
TABLES: dict[str, dict[str, type]] = {"unit": UNIT_KEYS, "indicator": INDICATOR_KEYS, "word": WORD_KEYS}
COMMON_KEYS: dict[str, type] = {
    "id": str,
    "surfaces": list,
    "prefer": bool,
    "source": str,
    "examples": list,
    "not_examples": list,
}
REQUIRED = {
    "unit": ("symbol", "surfaces", "dimension", "in_base", "base", "source"),
    "indicator": ("name", "kind", "dimension", "source"),
    "word": ("class", "surfaces"),
}
KINDS = ("total", "rate", "count", "share", "index", "rank")
DIRECTIONS = {"up": 1, "down": -1}
REGION_COLUMNS = ["code", "name", "level", "parent", "short", "valid_from", "valid_to"]
# In `short` where the whole name reads as common words (富县, 新区): it is found only behind its city's name.
COMMON_NAME = "-"

Value = str | int | bool | list[str]


class KnowledgeError(ValueError):
    """A knowledge file says something it may not say; the message starts with `file: id:`."""


@dataclass(frozen=True)
class Entry:
    """One entry: its file, its class (`unit`, `indicator` or a word's class), and what it says."""

    file: str
    word_class: str
    id: str
    fields: dict[str, Value]
    surfaces: tuple[str, ...]
    examples: tuple[dict[str, str], ...]
    not_examples: tuple[dict[str, str], ...]
    prefer: bool
    source: str

    def error(self, message: str) -> KnowledgeError:
        """Say what is wrong with this entry."""
        return KnowledgeError(f"{self.file}: {self.id}: {message}")

    def text(self, key: str) -> str:
        """Give a field as text, empty where the entry has none."""
        return str(self.fields.get(key, ""))

    @property
    def direction(self) -> int:
        """+1 up, -1 down, 0 neither."""
        return DIRECTIONS.get(self.text("direction"), 0)

    @property
    def factor(self) -> Fraction:
        """How many base units one of this unit is."""
        return Fraction(self.text("in_base"))

    @property
    def ratio(self) -> tuple[str, str]:
        """Numerator and denominator by their codes, empty where the indicator is no ratio."""
        codes = self.fields.get("from", [])
        return (codes[0], codes[1]) if isinstance(codes, list) and codes else ("", "")


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


def word_classes(folder: Path) -> list[str]:
    """List the word classes the core knows, in its order: the members of the enum in tables.hpp."""
    header = (folder / "tables.hpp").read_text(encoding="utf-8")
    body = re.search(r"enum class WordClass[^{]*{(.*?)};", header, re.DOTALL)
    if body is None:
        raise KnowledgeError("tables.hpp: WordClass: not found")
    return re.findall(r"^\s*(\w+),", body.group(1), re.MULTILINE)


def read_entries(path: Path, classes: Sequence[str]) -> list[Entry]:
    """Read one TOML file, each entry checked by itself; `classes` are the word classes the core knows."""
    try:
        content = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise KnowledgeError(f"{path.name}: {error}") from error
    entries: list[Entry] = []
    for table, rows in content.items():
        if table not in TABLES:
            raise KnowledgeError(f"{path.name}: {table}: unknown key; tables are unit, indicator and word")
        entries += [_entry(path.name, table, row, classes) for row in rows]
    _check_sorted(entries)
    return entries


def read_regions(path: Path) -> list[Region]:
    """Read regions.csv, sorted by code and with known parents; comment lines start with `#`."""
    lines = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    reader = csv.DictReader(lines)
    if reader.fieldnames != REGION_COLUMNS:
        raise KnowledgeError(f"{path.name}: header: must be {','.join(REGION_COLUMNS)}")
    kept = REGION_COLUMNS[3:]
    regions = [
        Region(row["code"], row["name"], int(row["level"]), *(row[name] for name in kept)) for row in reader
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


def check_together(entries: Iterable[Entry]) -> None:
    """Check what only shows over all files: clashing ids and surfaces, unknown dimensions and codes."""
    entries = list(entries)
    units = [entry for entry in entries if entry.word_class == "unit"]
    dimensions = {unit.text("dimension") for unit in units}
    base_symbols = {(unit.text("dimension"), unit.text("symbol")) for unit in units if unit.factor == 1}
    codes = {entry.id for entry in entries if entry.word_class == "indicator"}
    for entry in entries:
        if entry.word_class == "unit" and (entry.text("dimension"), entry.text("base")) not in base_symbols:
            raise entry.error(f"base {entry.text('base')} is no unit of dimension {entry.text('dimension')}")
        if entry.word_class == "indicator":
            for dimension in entry.text("dimension").split("/"):
                if dimension not in dimensions:
                    raise entry.error(f"unknown dimension {dimension}")
            for code in entry.ratio:
                if code and code not in codes:
                    raise entry.error(f"unknown indicator {code} in from")
    _check_ids(entries)
    _check_claims(entries)


def _entry(file: str, table: str, row: dict[str, object], classes: Sequence[str]) -> Entry:
    name = str(row.get("id", "(no id)"))

    def refuse(message: str) -> KnowledgeError:
        return KnowledgeError(f"{file}: {name}: {message}")

    keys = COMMON_KEYS | TABLES[table]
    for key, value in row.items():
        if key not in keys:
            raise refuse(f"unknown key {key}")
        if type(value) is not keys[key]:
            raise refuse(f"{key} must be a {keys[key].__name__}")
    for key in ("id", *REQUIRED[table]):
        if not row.get(key):
            raise refuse(f"no {key}")
    surfaces = _texts(row.get("surfaces", []))
    if table == "indicator":
        surfaces = tuple(dict.fromkeys((str(row["name"]), *surfaces)))
    entry = Entry(
        file=file,
        word_class=str(row["class"]) if table == "word" else table,
        id=name,
        fields={key: row[key] for key in TABLES[table] if key in row},  # type: ignore[misc]
        surfaces=surfaces,
        examples=_cases(row.get("examples", []), ("text", "span")),
        not_examples=_cases(row.get("not_examples", []), ("text", "why")),
        prefer=row.get("prefer") is True,
        source=str(row.get("source", "")),
    )
    _check_values(entry, table, classes)
    _check_cases(entry)
    _check_surfaces(entry)
    return entry


def _texts(value: object) -> tuple[str, ...]:
    return tuple(str(item) for item in value) if isinstance(value, list) else ()


def _cases(value: object, needed: tuple[str, str]) -> tuple[dict[str, str], ...]:
    """Give examples as text; one that lacks a needed key becomes empty, which _check_cases refuses."""
    cases = value if isinstance(value, list) else []
    whole = (isinstance(case, dict) and all(map(case.get, needed)) for case in cases)
    return tuple(
        {key: str(item) for key, item in case.items()} if good else {}
        for case, good in zip(cases, whole, strict=True)
    )


def _check_values(entry: Entry, table: str, classes: Sequence[str]) -> None:
    taken = {"unit", "indicator", "region"} if table == "word" else set()
    if entry.word_class not in classes or entry.word_class in taken:
        raise entry.error(f"unknown class {entry.word_class}")
    if entry.word_class == "indicator":
        if entry.text("kind") not in KINDS:
            raise entry.error(f"unknown kind {entry.text('kind')}; one of {', '.join(KINDS)}")
        if entry.fields.get("better", 0) not in (-1, 0, 1):
            raise entry.error("better must be 1, -1 or 0")
        if "from" in entry.fields and len(_texts(entry.fields["from"])) != 2:
            raise entry.error("from must be [numerator, denominator]")
    if entry.word_class == "unit":
        try:
            positive = entry.factor > 0
        except (ValueError, ZeroDivisionError):
            positive = False
        if not positive:
            raise entry.error(f"in_base must be a positive number or fraction, not {entry.text('in_base')}")
    if entry.text("direction") not in ("", *DIRECTIONS):
        raise entry.error("direction must be up or down")


def _check_cases(entry: Entry) -> None:
    if not entry.examples:
        raise entry.error("no example")
    for case in entry.examples:
        if not case or case["span"] not in case["text"]:
            raise entry.error("an example needs text, and a span that stands in it")
    if not all(entry.not_examples):
        raise entry.error("a not_example needs text and why")


def _check_surfaces(entry: Entry) -> None:
    for surface in entry.surfaces:
        if not surface or surface != surface.strip():
            raise entry.error(f"surface {surface!r} is empty or has space around it")
        if any("\uff01" <= character <= "\uff5e" for character in surface):
            raise entry.error(f"surface {surface} is full-width; write it half-width")
        if len(surface) == 1 and not entry.not_examples:
            raise entry.error(f"one-character surface {surface} without a not_example")
    if len(set(entry.surfaces)) < len(entry.surfaces):
        raise entry.error("a surface is listed twice")


def _check_sorted(entries: Sequence[Entry]) -> None:
    last: dict[str, str] = {}
    for entry in entries:
        before = last.get(entry.word_class, "")
        if entry.id < before:
            raise entry.error(f"not sorted, after {before}")
        last[entry.word_class] = entry.id


def _check_ids(entries: Sequence[Entry]) -> None:
    seen: dict[tuple[str, str], Entry] = {}
    for entry in entries:
        other = seen.setdefault((entry.word_class, entry.id), entry)
        if other is not entry:
            raise entry.error(f"the id is taken in {other.file}")


def _check_claims(entries: Sequence[Entry]) -> None:
    claims: dict[tuple[str, str], list[Entry]] = {}
    for entry in entries:
        for surface in entry.surfaces:
            claims.setdefault((entry.word_class, surface), []).append(entry)
    for (_, surface), owners in claims.items():
        if len(owners) > 1 and sum(owner.prefer for owner in owners) != 1:
            others = ", ".join(owner.id for owner in owners[:-1])
            raise owners[-1].error(f"surface {surface} is also of {others}; exactly one needs prefer = true")
