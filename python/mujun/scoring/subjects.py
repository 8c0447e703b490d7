"""Which columns of a frame the conditions of a rule speak of, and in which units."""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING, TypeAlias

from mujun import _core
from mujun.errors import MujunError

if TYPE_CHECKING:
    from collections.abc import Mapping

    from mujun.scoring.rule import Condition, Rule

    Subject: TypeAlias = tuple[str, str, str | None, str]  # column, its unit, area, its unit

area_word = "面积"
per_mu_word = "亩均"


class Subjects:
    """The columns that a rule speaks of.

    Parameters
    ----------
    names
        The frame's columns.
    given, units
        What the caller says of them: see `mujun.screen`.
    rule
        The rule.
    """

    def __init__(
        self, names: list[str], given: Mapping[str, str], units: Mapping[str, str], rule: Rule
    ) -> None:
        self._names = names
        self._given = given
        self._units = units
        for name in given.values():
            self.check(name, "columns=")
        words = {one.indicator for one in rule.conditions}
        words |= {word.removeprefix(per_mu_word) for word in words} | {area_word}
        for where, said in (("columns=", {*given}), ("units=", {*units} - {*names})):
            if stray := sorted(said - words):
                raise MujunError(f"{where} speaks of {stray[0]}, which the rule does not: {rule}")

    def check(self, name: str, where: str) -> None:
        """Refuse a column that the frame does not have."""
        if name not in self._names:
            raise MujunError(f"{where} names {name!r}, which the frame does not have{self._near(name)}")

    def of(self, condition: Condition) -> Subject:
        """Give what a condition is put to: a column, or a column by an area."""
        word, column = self._column_of(condition)
        own = self._units.get(word) or self._units.get(column)
        above, _, below = condition.unit.partition("/")
        per_area = bool(below) and _core.dimension(below) == "area"
        if own and (not per_area or _core.dimension(own) == _core.dimension(condition.unit)):
            return column, own, None, ""
        is_ratio = word.startswith(per_mu_word) or (below and not per_area)
        if is_ratio and not own:
            raise MujunError(f"{column} is a ratio: say in what, by units={{{word!r}: '万{condition.unit}'}}")
        if per_area and not word.startswith(per_mu_word):
            area = self._area_of(condition)
            area_unit = self._units.get(area_word) or self._units.get(area) or "平方米"
            return column, own or _default(above), area, area_unit
        return column, own or _default(condition.unit), None, ""

    def _column_of(self, condition: Condition) -> tuple[str, str]:
        words = [condition.indicator]
        if condition.indicator.startswith(per_mu_word):
            words.append(condition.indicator.removeprefix(per_mu_word))
        for word in words:
            if (column := self._find(word)) is not None:
                return word, column
        raise MujunError(
            f"the frame has no column {condition.indicator}, of which the rule says {condition.text}"
            f"{self._near(condition.indicator)}; say which it is by columns={{{condition.indicator!r}: ...}}"
        )

    def _find(self, word: str) -> str | None:
        return self._given.get(word) or (word if word in self._names else None)

    def _area_of(self, condition: Condition) -> str:
        if (column := self._find(area_word)) is not None:
            return column
        areas = [name for name in self._names if name.endswith(area_word)]
        if len(areas) == 1:
            return areas[0]
        which = f"which of {', '.join(areas)}" if areas else "which column"
        raise MujunError(
            f"{condition.text} is a bound per area, and the frame has no column {area_word}: say {which} it "
            f"is by columns={{{area_word!r}: ...}}"
        )

    def _near(self, name: str) -> str:
        near = difflib.get_close_matches(name, self._names, n=2, cutoff=0.4)
        return f": did you mean {' or '.join(near)}?" if near else ""


def _default(unit: str) -> str:
    """Money is in 元 and area in 平方米; what is neither is in the unit of its bound."""
    return {"money": "元", "area": "平方米"}.get(_core.dimension(unit), unit) if unit else ""
