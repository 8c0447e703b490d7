"""What the columns of a table mean: their Chinese heads, their units, and the codes that they hold."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, get_args

from mujun._knowledge import schema
from mujun.errors import MujunError

if TYPE_CHECKING:
    from collections.abc import Mapping

Language = Literal["zh"]


@dataclass(frozen=True, kw_only=True)
class Described:
    """What has a Chinese name, and a meaning in both languages."""

    zh: str
    definition: str
    definition_zh: str

    def definition_in(self, language: Language | None) -> str:
        """Give the meaning in a language."""
        return self.definition if language is None else self.definition_zh


@dataclass(frozen=True, kw_only=True)
class Code(Described):
    """One of the values that a coded column holds; `head` is its part of a head in the wide table."""

    code: str
    head: str = ""

    def word_in(self, language: Language | None) -> str:
        """Give what the code is called in a language; None is the code itself."""
        return self.code if language is None else self.zh


@dataclass(frozen=True, kw_only=True)
class Column(Described):
    """A column; `unit` says what its numbers count, `codes` what it holds where it is coded."""

    name: str
    unit: str = ""
    unit_zh: str = ""
    codes: tuple[Code, ...] = ()
    # Of a component of the SDMX structure:
    role: str = ""  # dimension, time, measure or attribute
    of: str = ""  # the column of the fact table whose codes it takes
    list: str = ""  # the list of the knowledge base that it takes its codes from
    format: str = "String"  # SDMX's name of its data type, where it has no codes

    def head_in(self, language: Language | None) -> str:
        """Give the column's head in a language; None is the plain name."""
        return self.name if language is None else self.zh

    def words_in(self, language: Language | None) -> dict[str, str]:
        """Give what each of the column's codes is called in a language; empty for a column of free values."""
        return {code.code: code.word_in(language) for code in self.codes}

    def unit_in(self, language: Language | None) -> str:
        """Give what the column's numbers count, in a language."""
        return self.unit if language is None else self.unit_zh


@cache
def of(table: str) -> dict[str, Column]:
    """Give the columns of a table by their names, in its order; `table` is a file of `_knowledge/columns`."""
    rows = _content(table)["column"]
    columns = [
        Column(**row | {"codes": tuple(Code(**code) for code in row.get("codes", ()))}) for row in rows
    ]
    return {column.name: column for column in columns}


def title(table: str, language: Language | None) -> str:
    """Give what a table is called in a language."""
    name: str = _content(table)["title" if language is None else "title_zh"]
    return name


@cache
def _content(table: str) -> dict[str, Any]:
    path = Path(schema.__file__).parent / "columns" / f"{table}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def definitions(
    columns: Mapping[str, Column], language: Language | None = None
) -> list[tuple[str, str, str, str, str]]:
    """List what columns and their codes mean: the rows of the table `definitions`."""
    rows = []
    for column in columns.values():
        meaning = column.unit_in(language), column.definition_in(language)
        rows.append((column.head_in(language), "", column.zh, *meaning))
        rows += [
            (column.head_in(language), code.word_in(language), code.zh, "", code.definition_in(language))
            for code in column.codes
        ]
    return rows


def check(language: str | None) -> None:
    """Refuse a language that there is not."""
    if language not in {None, *get_args(Language)}:
        raise MujunError(f"language={language!r}: choose 'zh', or None for the plain names")
