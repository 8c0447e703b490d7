"""Which columns of a frame of firms a scheme reads, and in which units."""

from __future__ import annotations

import difflib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

from mujun import _core
from mujun.errors import MujunError

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from mujun.scoring.scheme_schema import Content, Indicator

    Source: TypeAlias = tuple[str, str, str | None, str, str, bool]

Named: TypeAlias = "Mapping[str, str | Sequence[str]]"


@dataclass
class Columns:
    """A frame's columns as a scheme calls them.

    Parameters
    ----------
    frame
        The frame.
    content
        The scheme.
    given
        The frame's column for a name of the scheme, where they differ.
    units
        The unit of a column, by its name in the scheme or in the frame, where it is not the scheme's.
    """

    frame: _core.Frame
    content: Content
    given: Named
    units: Mapping[str, str]
    notices: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._names = self.frame.columns()
        known = [*self._also(), *self._names]
        for name in self.given:
            self._check(name, self._also(), "columns=")
        for name in self.units:
            self._check(name, known, "units=")

    def _also(self) -> dict[str, tuple[str, ...]]:
        """Every name of the scheme, and by which others it goes."""
        columns = {column.name: column.also for column in self.content.columns}
        return columns | {one.name: one.also for one in self.content.indicators}

    def _check(self, name: str, known: Iterable[str], where: str) -> None:
        if name not in known:
            near = _near(name, known)
            raise MujunError(f"{where} speaks of {name}, which {self.content.name} does not read{near}")

    def find(self, name: str) -> str | None:
        """Give the frame's column for a name of the scheme; None where it has none."""
        given = self.given.get(name)
        if given is not None:
            if not isinstance(given, str):
                raise MujunError(f"columns= must give one column for {name}, not {list(given)}")
            if given not in self._names:
                raise self._lacks(given, f"columns= says that {name} is in")
            return given
        if name in self._names:
            return name
        others = [other for other in self._also().get(name, ()) if other in self._names]
        if len(others) > 1:
            raise MujunError(f"{name} may be {' or '.join(others)}: say which by columns={{{name!r}: ...}}")
        return others[0] if others else None

    def _lacks(self, column: str, said: str) -> MujunError:
        return MujunError(f"{said} {column!r}, which the frame does not have{_near(column, self._names)}")

    def need(self, name: str, use: str) -> str:
        """Give the frame's column for a name of the scheme, which must be there."""
        found = self.find(name)
        if found is None:
            raise MujunError(
                f"the frame has no column {name} ({use}){_near(name, self._names)}; if it goes by another "
                f"name, say so by columns={{{name!r}: ...}}"
            )
        return found

    def unit_of(self, name: str, column: str, default: str) -> str:
        """Give the unit of a column, as the caller or else the scheme says."""
        return self.units.get(name) or self.units.get(column) or default

    def source_of(self, indicator: Indicator) -> Source:
        """Give what an indicator is reckoned from: the frame's own ratio, else the raw columns."""
        own = self.find(indicator.name)
        if own is not None or not indicator.numerator:
            column = own or self.need(indicator.name, "one of the scheme's indicators")
            if indicator.numerator and self.find(indicator.numerator) and self.find(indicator.denominator):
                self.notices.append(
                    f"{indicator.name}: the frame's own column {column} is taken, not "
                    f"{indicator.numerator} ÷ {indicator.denominator}"
                )
            return (
                column,
                self.unit_of(indicator.name, column, indicator.unit),
                None,
                "",
                indicator.unit,
                False,
            )
        use = f"{indicator.name} = {indicator.numerator} ÷ {indicator.denominator}"
        above, below = self.need(indicator.numerator, use), self.need(indicator.denominator, use)
        raw = {column.name: column for column in self.content.columns}
        denominator = raw[indicator.denominator]
        return (
            above,
            self.unit_of(indicator.numerator, above, raw[indicator.numerator].unit),
            below,
            self.unit_of(indicator.denominator, below, denominator.unit),
            indicator.unit,
            denominator.zero_is_missing,
        )

    def of_role(self, role: str) -> list[str]:
        """Give the frame's columns that play a part; none has to be there."""
        found: list[str] = []
        for column in self.content.columns:
            if column.role != role:
                continue
            if not column.name.endswith("*"):
                one = self.find(column.name)
                found += [] if one is None else [one]
                continue
            given = self.given.get(column.name, [])
            found += [given] if isinstance(given, str) else list(given)
            start = column.name[:-1]
            found += [
                name for name in self._names if name.startswith(start) and self.frame.kind(name) == "number"
            ]
        for name in found:
            if name not in self._names:
                raise self._lacks(name, "columns= names")
        return list(dict.fromkeys(found))

    def roles(self, group: str | None, firm: str | None) -> _core.Roles:
        """Give the columns that play a part beside the indicators'."""
        for name, what in ((group, "group="), (firm, "key=")):
            if name is not None and name not in self._names:
                raise self._lacks(name, f"{what} names")
        factor, exempt = self.of_role("factor"), self.of_role("exempt")
        return _core.Roles(
            self.of_role("bonus"),
            self.of_role("malus"),
            factor[0] if factor else None,
            exempt[0] if exempt else None,
            group,
            firm,
        )

    def firm(self, key: str | None) -> str | None:
        """Give the column that names the firms: the caller's, else the first that the scheme knows."""
        return key or next((name for name in self.content.firm if name in self._names), None)


def _near(name: str, known: Iterable[str]) -> str:
    near = difflib.get_close_matches(name, list(known), n=2, cutoff=0.4)
    return f": did you mean {' or '.join(near)}?" if near else ""
