"""What a scheme file may say, and what is refused: the shape of `knowledge/schemes/*.toml`."""

from __future__ import annotations

import difflib
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar, cast

from mujun.errors import MujunError

forms = ("ratio", "min-max", "steps", "points")
missing_rules = ("zero", "group mean", "exempt")
roles = ("bonus", "malus", "factor", "exempt")

T = TypeVar("T")


@dataclass(frozen=True, kw_only=True)
class Column:
    """A raw column that a scheme reads; a name that ends in `*` means every column that starts so."""

    name: str
    also: tuple[str, ...]  # other names by which it goes
    unit: str
    zero_is_missing: bool  # as a denominator, 0 is no figure; else it is an error
    role: str  # bonus, malus, factor, exempt, or empty


@dataclass(frozen=True, kw_only=True)
class Base:
    """What a value is measured by: a number, or so many times the mean of the group's firms."""

    number: float
    mean: str = ""  # firms: the mean of their values; totals: all numerators over all denominators

    def __str__(self) -> str:
        means = {"firms": "the firms' mean", "totals": "the mean by totals"}
        return f"{self.number:g}" + (f" × {means[self.mean]}" if self.mean else "")


@dataclass(frozen=True, kw_only=True)
class Indicator:
    """One of the things that a firm is measured by."""

    name: str
    also: tuple[str, ...]
    numerator: str  # empty: the frame has the value itself
    denominator: str
    unit: str
    weight: float | None  # None is left open
    form: str
    better: str  # more or less
    base: Base | None
    start: float  # of min-max: the points in a hundred that the least value earns
    steps: tuple[tuple[float, float], ...]
    cap: float | None
    floor: float | None
    missing: str  # empty: no rule
    penalty: float

    @property
    def needs_base(self) -> bool:
        """Whether its values are measured by a base."""
        return self.form in {"ratio", "steps"}

    @property
    def needs_weight(self) -> bool:
        """Whether its points come from a weight."""
        return self.form in {"ratio", "min-max"}

    @property
    def most(self) -> float | None:
        """The points of a value at its base or best; None where it is open, or awarded freely."""
        return max(points for _, points in self.steps) if self.steps else self.weight


@dataclass(frozen=True, kw_only=True)
class GradeClass:
    """A class of firms; `bound` is its share of all rated firms in %, or the lowest score."""

    name: str
    bound: float
    meaning: str
    exit: bool  # its firms must leave


@dataclass(frozen=True, kw_only=True)
class Grading:
    """How scores become classes; the best class first."""

    by: str = "none"
    classes: tuple[GradeClass, ...] = ()
    rounding: str = "down"
    ties: str = "up"


@dataclass(frozen=True, kw_only=True)
class Exempt:
    """What becomes of firms that are not rated."""

    grade: str = ""
    meaning: str = ""
    scored: bool = False
    who: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Content:
    """A scheme file, checked."""

    name: str
    title: str
    scope: str
    source: tuple[str, ...]
    total: float | None
    firm: tuple[str, ...]  # the columns that may name a firm
    unknown: Mapping[str, str]  # what the sources leave open, and why
    assumed: Mapping[str, str]  # what this file takes where they do not say
    columns: tuple[Column, ...]
    indicators: tuple[Indicator, ...]
    grading: Grading
    exempt: Exempt
    examples: tuple[Mapping[str, Any], ...]

    @property
    def open_bases(self) -> list[str]:
        """The indicators whose base the caller must give."""
        return [one.name for one in self.indicators if one.needs_base and one.base is None]

    @property
    def open_weights(self) -> list[str]:
        """The indicators whose weight the caller must give."""
        return [one.name for one in self.indicators if one.needs_weight and one.weight is None]


class Reader:
    """Takes keys out of a table of the file; what is left over at the end was not asked for."""

    def __init__(self, table: object, where: str) -> None:
        if not isinstance(table, Mapping):
            raise MujunError(f"{where}: must be a table of keys, not {table!r}")
        self._left = {str(key): value for key, value in table.items()}
        self._asked: list[str] = []
        self.where = where

    def take(self, key: str, kind: type[T], default: T | None = None) -> T:
        """Give the value of a key, which must be of this kind; without a default it must be there."""
        self._asked.append(key)
        if key not in self._left:
            if default is None:
                raise MujunError(f"{self.where}: {key} is missing")
            return default
        value = self._left.pop(key)
        if not isinstance(value, kind) or (isinstance(value, bool) and kind is not bool):
            raise MujunError(f"{self.where}: {key} = {value!r} must be {_kinds[kind]}")
        return value

    def number(self, key: str, default: float | None = None, *, least: float = -math.inf) -> float | None:
        """Give a finite number, or the default, which may be None."""
        self._asked.append(key)
        if key not in self._left:
            return default
        return finite(self._left.pop(key), f"{self.where}: {key}", least)

    def choice(self, key: str, choices: Sequence[str], default: str) -> str:
        """Give one of the words."""
        word = self.take(key, str, default)
        if word not in choices:
            raise MujunError(f"{self.where}: {key} = {word!r} must be one of {', '.join(choices)}")
        return word

    def words(self, key: str) -> tuple[str, ...]:
        """Give a list of texts."""
        listed = cast("list[object]", self.take(key, list, []))
        if not all(isinstance(word, str) for word in listed):
            raise MujunError(f"{self.where}: {key} must be a list of texts")
        return tuple(str(word) for word in listed)

    def raw(self, key: str) -> object | None:
        """Give a value of any kind."""
        self._asked.append(key)
        value: object | None = self._left.pop(key, None)
        return value

    def done(self) -> None:
        """Refuse the keys that nobody asked for."""
        for key in self._left:
            near = difflib.get_close_matches(key, self._asked, n=1)
            hint = f"did you mean {near[0]!r}?" if near else f"the keys are {', '.join(self._asked)}"
            raise MujunError(f"{self.where}: unknown key {key!r}: {hint}")


_kinds: dict[type, str] = {str: "a text", list: "a list", dict: "a table", bool: "true or false"}


def finite(value: object, where: str, least: float = -math.inf) -> float:
    """Check a number."""
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not math.isfinite(value):
        raise MujunError(f"{where} = {value!r} must be a number")
    if value < least:
        raise MujunError(f"{where} = {value!r} must be {least:g} or more")
    return float(value)
