"""The tidy table made wide: a row a subject, a column an indicator with its measure and unit."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING, Any

from mujun.errors import MujunError
from mujun.facts.conflicts import settled
from mujun.knowledge import dictionary as kinds
from mujun.knowledge.builtin import indicator_names
from mujun.values.amounts import shown_value
from mujun.values.parsing import as_period
from mujun.values.periods import label

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    import pandas as pd

    from mujun.facts.conflicts import Conflict
    from mujun.facts.fact import Fact
    from mujun.knowledge.dictionary import Language
    from mujun.table.table import Table
    from mujun.values.parsing import PeriodLike

    Key = tuple[Any, ...]

in_base_unit = {"base_value", "base_unit"}
numbers = {"value", "value_high", "base_value", "precision", "confidence"}


def pivot(
    facts: Table[Any, Fact],
    index: str | Sequence[str],
    columns: str | Sequence[str],
    values: str,
    *,
    period: PeriodLike,
    conflict: Conflict,
    language: Language | None,
) -> pd.DataFrame:
    """Make the wide frame; see `Facts.pivot`."""
    import pandas as pd

    kinds.check(language)
    down, across = _names(facts, "index", index), _names(facts, "columns", columns)
    _names(facts, "values", values)
    if twice := sorted({*down} & {*across}):
        raise MujunError(f"{', '.join(twice)}: a column goes into index= or columns=, not into both")
    rows = list(facts) if period is None else _of_period(facts, period)
    if period is None and "period" not in (*down, *across):
        across = (*across, "period")

    write = _Writer({*down, *across}, values, language)
    keys = [(write.key(fact, down), write.key(fact, across)) for fact in rows]
    content = [getattr(fact, values) for fact in rows]
    cells = settled(
        ((row, key, content[row]) for row, key in enumerate(keys)), conflict, lambda row: _told(rows[row])
    )
    lines, heads = (
        _ordered([key[side] for key in cells], names) for side, names in enumerate((down, across))
    )
    grid = [
        [content[cells[line, head]] if (line, head) in cells else None for head in heads] for line in lines
    ]
    return pd.DataFrame(
        grid,
        index=write.labels(lines, down),
        columns=write.labels(heads, across),
        dtype=float if values in numbers else None,
    )


def _names(facts: Table[Any, Fact], argument: str, names: str | Sequence[str]) -> tuple[str, ...]:
    names = (names,) if isinstance(names, str) else tuple(names)
    if not names:
        raise MujunError(f"{argument}= needs a column's name")
    for name in names:
        if name != "period" or argument == "values":
            facts.check_column(name)
    return names


def _of_period(facts: Table[Any, Fact], period: PeriodLike) -> list[Fact]:
    """Give the rows of a period; what is known at a day is of every period that ends on it."""
    start, end = as_period(period)
    rows = [fact for fact in facts if fact.period_end == end and fact.period_start in {start, None}]
    if not rows:
        there = dict.fromkeys(label(fact.period_start, fact.period_end) for fact in facts)
        said = ", ".join(filter(None, there))
        raise MujunError(f"period={period!r}: no row is of that period; there are {said or 'none'}")
    return rows


def _told(fact: Fact) -> str:
    period = label(fact.period_start, fact.period_end) or "no period"
    return f"{fact.subject or 'no subject'}, {fact.indicator}, {period}: {shown_value(fact)}"


class _Writer:
    """Writes the labels of rows and columns; what is a label of its own is not said again in the heads."""

    def __init__(self, named: set[str], values: str, language: Language | None) -> None:
        self._named = named
        self._unit = "base_unit" if values in in_base_unit else "unit"
        self._language = language
        self._kinds = kinds.of("facts")
        self._words = {name: kind.words_in(language) for name, kind in self._kinds.items()}
        self._patterns = {code.code: code.head for code in self._kinds["measure"].codes}

    def key(self, fact: Fact, names: Sequence[str]) -> Key:
        """Give what sets the fact's row or column apart from others."""
        parts: dict[str, Callable[[], object]] = {
            "period": lambda: (fact.period_start, fact.period_end),
            "indicator": lambda: self._head(fact, fact.indicator),
            "indicator_code": lambda: self._head(fact, self._standard(fact)),
        }
        return tuple(parts[name]() if name in parts else self._word(fact, name) for name in names)

    def labels(self, keys: Sequence[Key], names: Sequence[str]) -> pd.Index:
        """Write keys as pandas' labels."""
        import pandas as pd

        written = [
            tuple(
                label(part[0], part[1], self._language) if name == "period" else part
                for part, name in zip(key, names, strict=True)
            )
            for key in keys
        ]
        heads = [self._name(name) for name in names]
        if len(names) == 1:
            return pd.Index([part for (part,) in written], name=heads[0], dtype=None if written else object)
        return pd.MultiIndex.from_tuples(written, names=heads)

    def _name(self, name: str) -> str:
        if name == "period":
            return "period" if self._language is None else "时期"
        return self._kinds[name].head_in(self._language)

    def _word(self, fact: Fact, name: str) -> object:
        value = getattr(fact, name)
        return self._words[name].get(value, value)

    def _standard(self, fact: Fact) -> str:
        """Name the indicator by the knowledge base, so that its wordings meet; else as the page does."""
        if self._language is None:
            return fact.indicator_code or fact.indicator
        return indicator_names().get(fact.indicator_code or "", fact.indicator)

    def _head(self, fact: Fact, indicator: str) -> str:
        """Write an indicator with its measure and unit: 财政总收入同比增速（%）."""
        said = {
            name: "" if name in self._named else str(self._word(fact, name) or "")
            for name in ("measure", "basis", "reference", "status", self._unit)
        }
        if fact.status == "actual":
            said["status"] = ""
        if self._language is None:
            measure = "" if fact.measure == "level" else said["measure"]
            words = (indicator, said["status"], measure, said["basis"], said["reference"])
            unit = f" ({said[self._unit]})" if said[self._unit] else ""
            return " ".join(word for word in words if word) + unit
        pattern = self._patterns[fact.measure]
        if not said["measure"] or ("{reference}" in pattern and not said["reference"]):
            pattern = "" if fact.measure == "level" else said["measure"]
        unit = f"（{said[self._unit]}）" if said[self._unit] else ""
        return indicator + said["status"] + pattern.format_map(said) + unit


def _ordered(keys: Sequence[Key], names: Sequence[str]) -> list[Key]:
    """Order keys part by part: periods by their days, everything else as it first appears."""
    places: list[dict[object, int]] = [
        {part: place for place, part in enumerate(dict.fromkeys(key[at] for key in keys))}
        for at in range(len(names))
    ]

    def place(key: Key) -> tuple[object, ...]:
        return tuple(
            (part[1] or dt.date.max, part[0] or dt.date.min) if name == "period" else places[at][part]
            for at, (part, name) in enumerate(zip(key, names, strict=True))
        )

    return sorted(dict.fromkeys(keys), key=place)
