"""Writes the knowledge files as constant C++ tables: `python3 compile.py OUT.cpp`."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterable
from pathlib import Path

import schema

HERE = Path(__file__).resolve().parent
LIMIT = 65535  # rows a table can hold: an entry is a 16-bit row number


def word_classes(header: str) -> list[str]:
    """The members of tables.hpp's enum, in order."""
    body = re.search(r"enum class WordClass[^{]*\{(.*?)\};", header, re.DOTALL)
    if body is None:
        raise schema.KnowledgeError("tables.hpp: WordClass: not found")
    return re.findall(r"^\s*(\w+),", body.group(1), re.MULTILINE)


def text8(value: str) -> str:
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def text16(value: str) -> str:
    return "u" + text8(value)


def array(row_type: str, name: str, rows: Iterable[str]) -> str:
    listed = list(rows)
    if len(listed) > LIMIT and row_type != "SurfaceRow":
        raise schema.KnowledgeError(f"{name}: {len(listed)} rows, more than {LIMIT}")
    body = "".join(f"    {{{row}}},\n" for row in listed)
    # std::array and not a C array, so that a table may be empty.
    return (
        f"constexpr std::array<{row_type}, {len(listed)}> {name}_table{{{{\n{body}}}}};\n"
        f"const std::span<const {row_type}> {name}_rows{{{name}_table}};\n\n"
    )


def tables(folder: Path) -> str:
    """The C++ source for the knowledge files in `folder`."""
    classes = word_classes((folder / "tables.hpp").read_text(encoding="utf-8"))
    entries = [entry for path in sorted(folder.glob("*.toml")) for entry in schema.read_entries(path, classes)]
    schema.check_together(entries)
    regions = schema.read_regions(folder / "regions.csv")
    order = {name: number for number, name in enumerate(classes)}
    entries.sort(key=lambda entry: (order[entry.word_class], entry.id))
    units = [entry for entry in entries if entry.word_class == "unit"]
    indicators = [entry for entry in entries if entry.word_class == "indicator"]
    words = [entry for entry in entries if entry.word_class not in ("unit", "indicator")]

    surfaces: list[tuple[str, int, bool, int]] = []  # text, class, not preferred, row: sorted as the lexicon answers
    for table in (units, indicators, words):
        for row, entry in enumerate(table):
            surfaces += [(text, order[entry.word_class], not entry.prefer, row) for text in entry.surfaces]
    for row, names in enumerate(schema.region_surfaces(regions)):
        surfaces += [(text, order["region"], False, row) for text in names]
    surfaces.sort(key=lambda surface: (surface[0].encode("utf-16-be"), *surface[1:]))

    return (
        "// Written by cpp/knowledge/compile.py; edit the data files instead.\n"
        '#include "knowledge/tables.hpp"\n\n#include <array>\n\nnamespace mujun::knowledge {\n\n'
        + array("IndicatorRow", "indicator", map(indicator_row, indicators))
        + array("UnitRow", "unit", map(unit_row, units))
        + array("RegionRow", "region", map(region_row, regions))
        + array("WordRow", "word", map(word_row, words))
        + array("SurfaceRow", "surface", (surface_row(classes, *surface) for surface in surfaces))
        + f"constexpr std::array<const char*, {len(classes)}> class_name_table{{{', '.join(map(text8, classes))}}};\n"
        + "const std::span<const char* const> class_names{class_name_table};\n\n"
        + "}  // namespace mujun::knowledge\n"
    )


def indicator_row(entry: schema.Entry) -> str:
    stock = "true" if entry.fields.get("stock") else "false"
    numerator, denominator = entry.ratio
    return (
        f"{text8(entry.id)}, {text16(entry.text('name'))}, {text8(entry.text('kind'))}, "
        f"{text8(entry.text('dimension'))}, {stock}, {entry.fields.get('better', 0)}, "
        f"{text8(numerator)}, {text8(denominator)}"
    )


def unit_row(entry: schema.Entry) -> str:
    return (
        f"{text8(entry.id)}, {text16(entry.text('symbol'))}, {text8(entry.text('dimension'))}, "
        f"{entry.factor.numerator}, {entry.factor.denominator}, {text16(entry.text('base'))}"
    )


def region_row(region: schema.Region) -> str:
    return f"{text8(region.code)}, {text16(region.name)}, {region.level}, {text8(region.parent)}"


def word_row(entry: schema.Entry) -> str:
    return f"WordClass::{entry.word_class}, {text8(entry.id)}, {entry.direction}, {text8(entry.text('value'))}"


def surface_row(classes: list[str], text: str, word_class: int, _preferred: bool, row: int) -> str:
    return f"{text16(text)}, WordClass::{classes[word_class]}, {row}"


def main() -> int:
    if len(sys.argv) != 2:
        print("usage: compile.py OUT.cpp", file=sys.stderr)
        return 2
    try:
        source = tables(HERE)
    except schema.KnowledgeError as error:
        print(error, file=sys.stderr)
        return 1
    Path(sys.argv[1]).write_text(source, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
