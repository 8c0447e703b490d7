"""Scoring schemes: how firms are measured and graded, as data (亩均效益综合评价)."""

from __future__ import annotations

import copy
import difflib
import os
import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from mujun._knowledge import schema
from mujun.errors import MujunError
from mujun.scoring.scheme_reading import content_of
from mujun.view.markup import element

if TYPE_CHECKING:
    from mujun.scoring.scheme_schema import Content, Grading, Indicator

SchemeLike: TypeAlias = "Scheme | str | os.PathLike[str] | Mapping[str, Any]"


def schemes() -> list[str]:
    """List the names of the schemes that come with the package.

    Examples
    --------
    >>> import mujun as mj
    >>> mj.schemes()[:3]
    ['anhui-1', 'huaian-2024', 'huangyan-2021']
    """
    return sorted(path.stem for path in _folder().glob("*.toml"))


class Scheme:
    """How firms are measured, scored and graded; it never changes once made.

    Examples
    --------
    >>> import mujun as mj
    >>> scheme = mj.Scheme.load("huangyan-2022")
    >>> [indicator.name for indicator in scheme.indicators][:2]
    ['亩均税收', '亩均增加值']
    """

    def __init__(self, table: Mapping[str, Any], name: str = "the scheme") -> None:
        self._table = copy.deepcopy(dict(table))
        self._content = content_of(self._table, name)

    @classmethod
    def load(cls, source: SchemeLike) -> Scheme:
        """Load a scheme by its name, from a TOML file, or from a mapping of the same shape.

        Parameters
        ----------
        source
            A name of `mj.schemes()`; the path of a `.toml` file; or a mapping as `tomllib` reads one.
            `cpp/knowledge/schemes/README.md` says what a scheme may say.

        Raises
        ------
        MujunError
            Where there is no such scheme, or it says what a scheme may not say: an unknown key, weights that
            do not add up, a column without a unit. The message names the place.

        Examples
        --------
        >>> import mujun as mj
        >>> print(mj.Scheme.load("three-colour").title)
        企业“三色”管理（台州市路桥区新桥镇）
        >>> mj.Scheme.load({"name": "mine", "indicator": [{"name": "亩均税收", "weight": 90, "base": 20}]})
        Traceback (most recent call last):
        mujun.errors.MujunError: mine: the weights add up to 90, not 100: 90
        """
        if isinstance(source, Scheme):
            return source
        if isinstance(source, Mapping):
            return cls(source)
        if not isinstance(source, (str, os.PathLike)):
            raise MujunError(f"a scheme is a name of schemes(), a file or a mapping, not {source!r}")
        path = Path(source)
        if isinstance(source, str) and path.suffix != ".toml":
            path = _folder() / f"{source}.toml"
            if source not in schemes():
                near = difflib.get_close_matches(source, schemes(), n=1)
                hint = f"did you mean {near[0]!r}? " if near else ""
                known = ", ".join(schemes())
                raise MujunError(f"there is no scheme {source!r}: {hint}The schemes are {known}")
        try:
            return cls(tomllib.loads(path.read_text(encoding="utf-8")), path.name)
        except OSError as error:
            raise MujunError(f"{path} cannot be read: {error.strerror}") from error
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
            raise MujunError(f"{path.name} is no TOML: {error}") from error
        except RecursionError as error:
            raise MujunError(f"{path.name} holds lists within lists, deeper than any scheme") from error

    def filled(
        self,
        *,
        bases: Mapping[str, Any] | None = None,
        weights: Mapping[str, float] | None = None,
        grades: Mapping[str, Any] | None = None,
    ) -> Scheme:
        """Give the scheme what it leaves open, or other values than its own.

        Parameters
        ----------
        bases
            By indicator: a number in the indicator's unit; or `{"mean": "firms", "factor": 2}`, twice the
            mean of the group's firms (`"totals"`: of their totals, which gives large firms their weight).
        weights
            By indicator.
        grades
            Shares of all rated firms by class, the best first: `{"A": 20, "B": 40, "C": 35, "D": 5}`; or a
            table as the files have it under [grades].

        Raises
        ------
        MujunError
            For an indicator that the scheme does not have, or values that it may not have.

        Examples
        --------
        >>> import mujun as mj
        >>> scheme = mj.Scheme.load("huangyan-2022").filled(grades={"A": 20, "B": 40, "C": 35, "D": 5})
        >>> [one.name for one in scheme.grades.classes]
        ['A', 'B', 'C', 'D']
        """
        table = copy.deepcopy(self._table)
        indicators = {indicator["name"]: indicator for indicator in table["indicator"]}
        for key, given in (("base", bases or {}), ("weight", weights or {})):
            for name, value in given.items():
                indicators[self._known(name, key)][key] = value
        if grades is not None:
            table["grades"] = dict(grades)
        return Scheme(table)

    def _known(self, name: str, what: str) -> str:
        for indicator in self.indicators:
            if name in {indicator.name, *indicator.also}:
                return indicator.name
        names = [indicator.name for indicator in self.indicators]
        near = difflib.get_close_matches(name, names, n=1, cutoff=0.4)
        hint = f"did you mean {near[0]}?" if near else f"its indicators are {', '.join(names)}"
        raise MujunError(f"{self.name} has no indicator {name} to give a {what}: {hint}")

    @property
    def content(self) -> Content:
        """Everything that the scheme says."""
        return self._content

    @property
    def name(self) -> str:
        """Its name."""
        return self._content.name

    @property
    def title(self) -> str:
        """What it is called in full."""
        return self._content.title

    @property
    def indicators(self) -> tuple[Indicator, ...]:
        """What a firm is measured by."""
        return self._content.indicators

    @property
    def grades(self) -> Grading:
        """How scores become classes."""
        return self._content.grading

    @property
    def unknown(self) -> dict[str, str]:
        """What its sources leave open, and why; bases and weights must then be given."""
        return dict(self._content.unknown)

    def describe(self) -> str:
        """Say in words what the scheme does, where it is from, and what its sources leave open.

        Examples
        --------
        >>> import mujun as mj
        >>> print(mj.Scheme.load("huangyan-2022-small").describe().splitlines()[3])
          亩均税收 = 评价税收 ÷ 用地面积, 万元/亩: 50 × value ÷ 11.5932
        """
        from mujun.scoring.scheme_text import describe

        return describe(self._content)

    def __repr__(self) -> str:
        return f"Scheme({self.name}: {self.title})"

    def _repr_html_(self) -> str:
        return element("pre", self.describe(), style="white-space: pre-wrap")


def _folder() -> Path:
    return Path(schema.__file__).parent / "schemes"
