"""The entries of a file of one's own: checked as the built-in ones are, and handed to the core."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from mujun import _core
from mujun._knowledge import schema
from mujun._knowledge.schema_regions import KnowledgeError
from mujun.errors import MujunError
from mujun.knowledge import builtin

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from mujun._knowledge.schema import Entry

shown_values = 12  # that an error names


def read(path: Path, added: Sequence[Entry]) -> list[Entry]:
    """Read a file's entries and check them together with the built-in ones and those `added` before.

    Raises
    ------
    MujunError
        Where the file cannot be read or says what it may not say; it names the file, the entry and the field.
    """
    try:
        entries = schema.read_entries(path, builtin.word_classes())
        schema.check_together([*builtin.entries(), *added, *entries], builtin.regions())
        for entry in entries:
            _check_like_built_in(entry)
    except KnowledgeError as error:
        raise MujunError(str(error)) from error
    except OSError as error:
        raise MujunError(f"{path} cannot be read: {error.strerror or error}") from error
    return entries


def _check_like_built_in(entry: Entry) -> None:
    """Refuse a direction or a value that the core does not know for words of the class.

    The built-in words of the class show what it knows: a value with the same words and other numbers will do.
    """
    if entry.word_class in {"indicator", "unit", "region"}:
        return
    alike = [other for other in builtin.entries() if other.word_class == entry.word_class]
    if alike and entry.direction not in {other.direction for other in alike}:
        known = sorted({other.text("direction") or "none" for other in alike})
        raise entry.error(f"direction is {' or '.join(known)} for a {entry.word_class}")
    forms = {_form(other.text("value")): other.text("value") for other in alike}
    if alike and _form(entry.text("value")) not in forms:
        values = list(filter(None, forms.values()))
        known = [*values[:shown_values], *(["…"] if len(values) > shown_values else [])]
        told = f"one of {', '.join(known)}" if known else "left out"
        raise entry.error(f"value {entry.text('value')!r} must be {told} for a {entry.word_class}")


def _form(value: str) -> str:
    """Give a value's form: its numbers count for nothing, and Chinese text is free."""
    return re.sub(r"-?\d+", "0", value) if value.isascii() else "text"


def check_found(entries: Iterable[Entry], core: _core.Knowledge, all_entries: Sequence[Entry]) -> None:
    """Refuse a surface that folding turns into another, so that no page could ever have it.

    Raises
    ------
    MujunError
        It names the file, the entry and the surface.
    """
    for entry in entries:
        for surface in _surfaces(entry, all_entries):
            if (entry.word_class, entry.id) not in core.lookup(
                surface
            ) and entry.word_class != "script_phrase":
                error = entry.error(
                    f"surface {surface} is never found: write it in simplified characters, half-width"
                )
                raise MujunError(str(error))


def compiled(added: Sequence[Entry]) -> _core.Knowledge:
    """Give the core its built-in entries and the added ones."""
    everything = [*builtin.entries(), *added]
    indicators, units, regions, words = [], [], [], []
    for entry in added:
        surfaces = _surfaces(entry, everything)
        match entry.word_class:
            case "indicator":
                stock, better = (
                    bool(entry.fields.get("stock", False)),
                    int(str(entry.fields.get("better", 0))),
                )
                kind, dimension = entry.text("kind"), entry.text("dimension")
                name = entry.text("name")
                indicators.append((entry.id, name, kind, dimension, stock, better, *entry.ratio, surfaces))
            case "unit":
                factor = entry.factor
                symbol, dimension, base = (entry.text(key) for key in ("symbol", "dimension", "base"))
                units.append(
                    (entry.id, symbol, dimension, factor.numerator, factor.denominator, base, surfaces)
                )
            case "region":
                level = int(str(entry.fields["level"]))
                regions.append((entry.id, entry.text("name"), level, entry.text("parent"), surfaces))
            case _:
                words.append((entry.word_class, entry.id, entry.direction, entry.text("value"), surfaces))
    return _core.Knowledge(indicators, units, regions, words)


def _surfaces(entry: Entry, everything: Sequence[Entry]) -> list[str]:
    """Give the surfaces that are the entry's to answer to: not those that another entry is preferred for."""
    if entry.prefer:
        return list(entry.surfaces)
    preferred = {
        surface
        for other in everything
        if other.prefer and other.word_class == entry.word_class
        for surface in other.surfaces
    }
    return [surface for surface in entry.surfaces if surface not in preferred]
