"""Writes the knowledge files as constant C++ tables: `python3 compile.py OUT.cpp`."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

HERE = Path(__file__).resolve().parent
# The folder as a package, which it is in the wheel too: its modules find each other the same way in both.
sys.path.insert(0, str(HERE.parent))
schema = importlib.import_module(f"{HERE.name}.schema")
schema_regions = importlib.import_module(f"{HERE.name}.schema_regions")
schema_holidays = importlib.import_module(f"{HERE.name}.schema_holidays")
LIMIT = 65535  # rows a table can hold: an entry is a 16-bit row number


def _text8(value: str) -> str:
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _text16(value: str) -> str:
    return "u" + _text8(value)


def _array(row_type: str, name: str, rows: Iterable[str]) -> str:
    listed = list(rows)
    if len(listed) > LIMIT and row_type != "SurfaceRow":
        raise schema_regions.KnowledgeError(f"{name}: {len(listed)} rows, more than {LIMIT}")
    body = "".join(f"    {{{row}}},\n" for row in listed)
    # std::array and not a C _array, so that a table may be empty.
    return (
        f"constexpr std::array<{row_type}, {len(listed)}> {name}_table{{{{\n{body}}}}};\n"
        f"const std::span<const {row_type}> {name}_rows{{{name}_table}};\n\n"
    )


def tables(folder: Path) -> str:
    """Write the C++ source for the knowledge files in `folder`."""
    classes = schema.word_classes(folder)
    files = sorted(folder.glob("*.toml"))
    entries = [entry for file in files for entry in schema.read_entries(file, classes)]
    regions = schema_regions.read_regions(folder / "regions.csv")
    holidays = schema_holidays.read_holidays(folder / "holidays.csv")
    schema.check_together(entries, regions)
    for entry in entries:
        if entry.word_class == "region":
            raise entry.error("regions of the knowledge base are in regions.csv")
    order = {name: number for number, name in enumerate(classes)}
    entries.sort(key=lambda entry: (order[entry.word_class], entry.id))
    units = [entry for entry in entries if entry.word_class == "unit"]
    indicators = [entry for entry in entries if entry.word_class == "indicator"]
    words = [entry for entry in entries if entry.word_class not in ("unit", "indicator")]

    # Text, class, not preferred, row: sorted as the lexicon answers.
    surfaces: list[tuple[str, int, bool, int]] = []
    for table in (units, indicators, words):
        for row, entry in enumerate(table):
            surfaces += [(text, order[entry.word_class], not entry.prefer, row) for text in entry.surfaces]
    for row, names in enumerate(schema_regions.region_surfaces(regions)):
        surfaces += [(text, order["region"], False, row) for text in names]
    surfaces.sort(key=lambda surface: (surface[0].encode("utf-16-be"), *surface[1:]))

    return (
        "// Written by cpp/knowledge/compile.py; edit the data files instead.\n"
        '#include "knowledge/tables.hpp"\n\n#include <array>\n\nnamespace mujun::knowledge {\n\n'
        + _array("IndicatorRow", "indicator", map(_indicator_row, indicators))
        + _array("UnitRow", "unit", map(_unit_row, units))
        + _array("RegionRow", "region", map(_region_row, regions))
        + _array("WordRow", "word", map(_word_row, words))
        + _array("SurfaceRow", "surface", (_surface_row(classes, *surface) for surface in surfaces))
        + _array("HolidayRow", "holiday", map(_holiday_row, holidays))
        + f"constexpr std::array<const char*, {len(classes)}> class_name_table{{\n"
        + "".join(f"    {_text8(name)},\n" for name in classes)
        + "};\n"
        + "const std::span<const char* const> class_names{class_name_table};\n\n"
        + "}  // namespace mujun::knowledge\n"
    )


def _indicator_row(entry: schema.Entry) -> str:
    stock = "true" if entry.fields.get("stock") else "false"
    numerator, denominator = entry.ratio
    return (
        f"{_text8(entry.id)}, {_text16(entry.text('name'))}, {_text8(entry.text('kind'))}, "
        f"{_text8(entry.text('dimension'))}, {stock}, {entry.fields.get('better', 0)}, "
        f"{_text8(numerator)}, {_text8(denominator)}"
    )


def _unit_row(entry: schema.Entry) -> str:
    return (
        f"{_text8(entry.id)}, {_text16(entry.text('symbol'))}, {_text8(entry.text('dimension'))}, "
        f"{entry.factor.numerator}, {entry.factor.denominator}, {_text16(entry.text('base'))}"
    )


def _region_row(region: schema_regions.Region) -> str:
    return f"{_text8(region.code)}, {_text16(region.name)}, {region.level}, {_text8(region.parent)}"


def _holiday_row(holiday: schema_holidays.Holiday) -> str:
    first, last = holiday.first, holiday.last
    return f"{_text8(holiday.name)}, {first.year}, {first.month}, {first.day}, {last.month}, {last.day}"


def _word_row(entry: schema.Entry) -> str:
    return (
        f"WordClass::{entry.word_class}, {_text8(entry.id)}, {entry.direction}, {_text8(entry.text('value'))}"
    )


def _surface_row(classes: list[str], text: str, word_class: int, _preferred: bool, row: int) -> str:
    return f"{_text16(text)}, WordClass::{classes[word_class]}, {row}"


def main() -> int:
    """Compile the files beside this one."""
    if len(sys.argv) != 2:
        print("usage: compile.py OUT.cpp", file=sys.stderr)
        return 2
    try:
        source = tables(HERE)
    except schema_regions.KnowledgeError as error:
        print(error, file=sys.stderr)
        return 1
    Path(sys.argv[1]).write_text(source, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
