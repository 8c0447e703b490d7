"""What an entry of a knowledge file may say, and what is refused.

The build (compile.py) and the analyst's own files go through the same checks. Standard library only.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from .schema_regions import KnowledgeError, Region

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
REGION_KEYS: dict[str, type] = {"name": str, "level": int, "parent": str}
TABLES = {"unit": UNIT_KEYS, "indicator": INDICATOR_KEYS, "region": REGION_KEYS, "word": WORD_KEYS}
TYPE_NAMES = {str: "text in quotes", list: "a list in brackets", bool: "true or false", int: "a whole number"}
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
    "region": ("name", "level", "parent", "source"),
    "word": ("class", "surfaces"),
}
KINDS = ("total", "rate", "count", "share", "index", "rank")
DIRECTIONS = {"up": 1, "down": -1}
FACTOR_LIMIT = 2**63  # of a factor's numerator and denominator
LEVELS = range(1, 5)  # of regions: province, prefecture, county, town


@dataclass(frozen=True)
class Entry:
    """One entry: its file, its class (`unit`, `indicator`, `region` or a word's class), and what it says."""

    file: str
    word_class: str
    id: str
    fields: dict[str, str | int | bool | list[str]]
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
        content = tomllib.loads(path.read_bytes().decode("utf-8-sig"))  # some editors mark what is UTF-8
    except UnicodeDecodeError as error:
        raise KnowledgeError(
            f"{path.name}: byte {error.start} is no UTF-8: save the file as UTF-8"
        ) from error
    except (tomllib.TOMLDecodeError, RecursionError) as error:  # lists within lists within lists
        raise KnowledgeError(f"{path.name}: {error}") from error
    entries: list[Entry] = []
    for table, rows in content.items():
        if table not in TABLES:
            raise KnowledgeError(f"{path.name}: {table}: unknown key; tables are {', '.join(TABLES)}")
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            raise KnowledgeError(
                f"{path.name}: {table}: an entry starts with [[{table}]], in double brackets"
            )
        entries += [_entry(path.name, table, row, classes) for row in rows]
    _check_sorted(entries)
    return entries


def check_together(entries: Iterable[Entry], regions: Iterable[Region] = ()) -> None:
    """Check what only shows over all files: clashing ids and surfaces, unknown dimensions and codes."""
    entries = list(entries)
    _check_regions([entry for entry in entries if entry.word_class == "region"], regions)
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
    if wrong := _wrong_fields(table, row):
        raise KnowledgeError(f"{file}: {name}: {wrong}")
    surfaces = _texts(row.get("surfaces"))
    if table in ("indicator", "region"):
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


def _wrong_fields(table: str, row: dict[str, object]) -> str:
    """Say which field is missing, unknown or of the wrong type; empty where none is."""
    keys = COMMON_KEYS | TABLES[table]
    for key, value in row.items():
        if key not in keys:
            return f"unknown key {key}"
        if type(value) is not keys[key]:
            return f"{key} must be {TYPE_NAMES[keys[key]]}"
        if key in ("surfaces", "from") and not all(isinstance(item, str) for item in _items(value)):
            return f"{key} must be a list of texts in quotes"
    missing = [key for key in ("id", *REQUIRED[table]) if not row.get(key)]
    return f"no {missing[0]}" if missing else ""


def _items(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _texts(value: object) -> tuple[str, ...]:
    return tuple(str(item) for item in _items(value))


def _cases(value: object, needed: tuple[str, str]) -> tuple[dict[str, str], ...]:
    """Give examples as text; one that lacks a needed key becomes empty, which _check_cases refuses."""
    cases = _items(value)
    whole = (isinstance(case, dict) and all(map(case.get, needed)) for case in cases)
    return tuple(
        {key: str(item) for key, item in case.items()} if good else {}
        for case, good in zip(cases, whole, strict=True)
    )


def _check_values(entry: Entry, table: str, classes: Sequence[str]) -> None:
    if not re.fullmatch(r"\w+", entry.id, re.ASCII):
        raise entry.error("an id is made of letters, digits and _")
    if entry.word_class not in classes or (table == "word" and entry.word_class in TABLES):
        raise entry.error(f"unknown class {entry.word_class}")
    if entry.text("direction") not in ("", *DIRECTIONS):
        raise entry.error("direction must be up or down")
    checks = {"indicator": _check_indicator, "unit": _check_unit, "region": _check_region}
    if table in checks:
        checks[table](entry)


def _check_indicator(entry: Entry) -> None:
    if entry.text("kind") not in KINDS:
        raise entry.error(f"unknown kind {entry.text('kind')}; one of {', '.join(KINDS)}")
    if entry.fields.get("better", 0) not in (-1, 0, 1):
        raise entry.error("better must be 1, -1 or 0")
    if "from" in entry.fields and len(_texts(entry.fields["from"])) != 2:
        raise entry.error("from must be [numerator, denominator]")


def _check_unit(entry: Entry) -> None:
    try:
        positive = entry.factor > 0
    except (ValueError, ZeroDivisionError):
        positive = False
    if not positive:
        raise entry.error(f"in_base must be a positive number or fraction, not {entry.text('in_base')}")
    if max(entry.factor.numerator, entry.factor.denominator) >= FACTOR_LIMIT:
        raise entry.error(f"in_base {entry.text('in_base')} has too many digits")


def _check_region(entry: Entry) -> None:
    if not re.fullmatch(r"[1-9]\d{5}(\d{3}){0,2}", entry.id):
        raise entry.error("the id of a region is its code, of 6, 9 or 12 digits")
    if entry.fields["level"] not in LEVELS:
        raise entry.error("level must be 1 (province), 2 (prefecture), 3 (county) or 4 (town)")


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


def _check_regions(entries: Sequence[Entry], regions: Iterable[Region]) -> None:
    names = {region.code: region.name for region in regions}
    added = {entry.id for entry in entries}
    for entry in entries:
        if entry.id in names:
            raise entry.error(f"the code is that of {names[entry.id]}")
        if entry.text("parent") not in names and entry.text("parent") not in added - {entry.id}:
            raise entry.error(f"unknown parent {entry.text('parent')}")


def _check_sorted(entries: Sequence[Entry]) -> None:
    last: dict[str, str] = {}
    for entry in entries:
        before = last.get(entry.word_class, "")
        if entry.id < before:
            raise entry.error(
                f"not sorted, after {before}: put the entries of a class in the order of their ids"
            )
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
