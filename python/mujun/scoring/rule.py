"""Rules read from their text: 年产值不低于5000元/平方米或年实缴税收不低于120元/平方米."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from mujun import _core
from mujun._knowledge import schema
from mujun.errors import MujunError
from mujun.view.markup import element

_signs = {"at_least": "≥", "over": ">", "at_most": "≤", "under": "<"}


@dataclass(frozen=True)
class Condition:
    """An indicator and its bound: `value`, and `high` of `between`, in `unit`, magnitudes multiplied out.

    Examples
    --------
    >>> import mujun as mj
    >>> (bound,) = mj.Rule.parse("亩均税收不低于3万元").conditions
    >>> bound.indicator, bound.comparison, bound.value, bound.unit
    ('亩均税收', 'at_least', 30000.0, '元/亩')
    """

    text: str
    indicator: str
    comparison: str  # at_least, over, at_most, under, between
    value: float
    high: float
    unit: str

    def __str__(self) -> str:
        if self.comparison == "between":
            return f"{self.value:.12g} ≤ {self.indicator} ≤ {self.high:.12g}{self.unit}"
        return f"{self.indicator} {_signs[self.comparison]} {self.value:.12g}{self.unit}"


class Rule:
    """A rule read from its text: conditions, joined by 且 and 或.

    Examples
    --------
    >>> import mujun as mj
    >>> print(mj.Rule.parse("年产值不低于5000元/平方米或年实缴税收不低于120元/平方米"))
    年产值 ≥ 5000元/平方米 或 年实缴税收 ≥ 120元/平方米
    """

    def __init__(self, text: str, core: _core.Rule) -> None:
        self.text = text
        self.core = core

    @classmethod
    def parse(cls, text: str) -> Rule:
        """Read a rule as the reader of pages does.

        且 binds before 或, and both before a comma, which joins like the next word behind a comma, or like
        且 where there is none: 面积不少于1000平方米，产值不低于5000万元或税收不低于100万元 asks all for the
        area.

        Parameters
        ----------
        text
            The rule's sentence, each condition an indicator and its bound: 不低于, 以上, 超过, 低于, ≥ …

        Raises
        ------
        MujunError
            Where a part of the text cannot be read, states no bound, or can be read in two ways. The message
            names the words.

        Examples
        --------
        >>> import mujun as mj
        >>> rule = mj.Rule.parse("用地面积3亩以上，亩均税收低于3万元")
        >>> [(one.indicator, one.comparison, one.value, one.unit) for one in rule.conditions]
        [('用地面积', 'at_least', 3.0, '亩'), ('亩均税收', 'under', 30000.0, '元/亩')]
        """
        if not isinstance(text, str) or not text.strip():
            raise MujunError(f"a rule is a text such as 年产值不低于5000万元, not {text!r}")
        words = _words()
        said = text
        for sign, word in words["signs"].items():
            said = said.replace(sign, word)
        own = words["words"]
        core = _core.Rule(said, words["all"], words["any"], own["bearers"], own["fillers"], own["reaching"])
        return cls(text, core)

    @property
    def conditions(self) -> list[Condition]:
        """The conditions in the order of the text."""
        return [Condition(*one) for one in self.core.conditions()]

    def __str__(self) -> str:
        conditions = self.conditions

        def shown(tree: Any, *, inner: bool) -> str:  # noqa: ANN401 -- a tree of numbers and pairs
            if isinstance(tree, int):
                return str(conditions[tree])
            join, parts = tree
            sign = " 且 " if join == "all" else " 或 "
            line = sign.join(shown(part, inner=True) for part in parts)
            return f"({line})" if inner else line

        return shown(self.core.tree(), inner=False)

    def __repr__(self) -> str:
        return f"Rule({str(self)!r})"

    def _repr_html_(self) -> str:
        return element("code", str(self))


@cache
def _words() -> dict[str, Any]:
    path = Path(schema.__file__).parent / "rules" / "words.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))
