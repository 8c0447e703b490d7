"""What mujun knows: indicators, units, regions and words, to look at and to add to."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from mujun import _core
from mujun import columns as _columns
from mujun._knowledge import schema
from mujun.errors import MujunError

if TYPE_CHECKING:
    import os
    from collections.abc import Mapping, Sequence

    import pandas as pd

    from mujun._knowledge.schema import Entry, Region

__all__ = ["Finding", "Knowledge", "columns", "digest", "indicators", "lookup", "region", "regions", "units"]


def indicators() -> pd.DataFrame:
    """List all indicators, one a row: code, standard name, surfaces, kind, dimension and ratio.

    Examples
    --------
    >>> import mujun as mj
    >>> table = mj.knowledge.indicators().set_index("code")
    >>> table.loc["tax_per_mu", "name"]
    '亩均税收'
    """
    rows = [
        {
            "code": entry.id,
            "name": entry.text("name"),
            "surfaces": list(entry.surfaces),
            "kind": entry.text("kind"),
            "dimension": entry.text("dimension"),
            "stock": bool(entry.fields.get("stock", False)),
            "better": entry.fields.get("better", 0),
            "numerator": entry.ratio[0] or None,
            "denominator": entry.ratio[1] or None,
            "source": entry.source,
        }
        for entry in _builtin()
        if entry.word_class == "indicator"
    ]
    return _frame(rows)


@cache
def indicator_names() -> dict[str, str]:
    """Give the standard names by their codes."""
    return {entry.id: entry.text("name") for entry in _builtin() if entry.word_class == "indicator"}


@cache
def unit_ids() -> dict[tuple[str, str], str]:
    """Give the units' ids by symbol and base unit (分 is money, and a point of a score)."""
    units = (entry for entry in _builtin() if entry.word_class == "unit")
    return {(unit.text("symbol"), unit.text("base")): unit.id for unit in units}


def units() -> pd.DataFrame:
    """List all units and classifiers, one a row; `factor` base units are one unit, exactly (a Fraction).

    Examples
    --------
    >>> import mujun as mj
    >>> table = mj.knowledge.units().set_index("symbol")
    >>> str(table.loc["亩", "factor"])
    '2000/3'
    """
    rows = [
        {
            "id": entry.id,
            "symbol": entry.text("symbol"),
            "surfaces": list(entry.surfaces),
            "dimension": entry.text("dimension"),
            "factor": entry.factor,
            "base": entry.text("base"),
            "source": entry.source,
        }
        for entry in _builtin()
        if entry.word_class == "unit"
    ]
    return _frame(rows)


def regions() -> pd.DataFrame:
    """List all administrative divisions by their GB/T 2260 code, ended ones (`valid_to`) included."""
    import pandas as pd

    table = pd.read_csv(_folder() / "regions.csv", comment="#", dtype=str, keep_default_na=False)
    years = {name: pd.to_numeric(table[name]).astype("Int64") for name in ("valid_from", "valid_to")}
    return table.assign(level=table["level"].astype(int), **years)


def columns() -> pd.DataFrame:
    """List the fact table's columns, one a row, and behind each coded one its codes.

    Returns
    -------
    DataFrame
        Text columns `column`, `code` (empty for the column itself), `zh` (its Chinese name), `unit` (what
        the column's numbers count) and `definition`.

    Examples
    --------
    >>> import mujun as mj
    >>> table = mj.knowledge.columns().set_index(["column", "code"])
    >>> table.loc[("status", "target"), "zh"]
    '目标'
    """
    heads = _columns.of("definitions")
    return _frame([dict(zip(heads, row, strict=True)) for row in _columns.definitions("facts")])


@cache
def digest() -> str:
    """Give a short digest of the knowledge files, which changes when any of them does.

    Examples
    --------
    >>> import mujun as mj
    >>> len(mj.knowledge.digest())
    12
    """
    files = (path for ending in ("toml", "csv") for path in _folder().rglob(f"*.{ending}"))
    contents = (hashlib.sha256(path.read_bytes()).digest() for path in sorted(files))
    return hashlib.sha256(b"".join(contents)).hexdigest()[:12]


@dataclass(frozen=True)
class Finding:
    """An entry that has the word looked up as a surface."""

    word_class: str
    id: str
    name: str

    def __str__(self) -> str:
        return f"{self.word_class}:{self.id}  {self.name}"


def lookup(word: str) -> list[Finding]:
    """Find the entries that have exactly this wording, in simplified or traditional characters.

    Examples
    --------
    >>> import mujun as mj
    >>> [str(finding) for finding in mj.knowledge.lookup("规上工业增加值")]
    ['indicator:scale_industrial_value_added  规模以上工业增加值']
    """
    return Knowledge().lookup(word)


def region(name: str) -> list[Region]:
    """Find the regions that a name may mean, living ones first; the name may lead with its province or city.

    Examples
    --------
    >>> import mujun as mj
    >>> [(found.code, found.name) for found in mj.knowledge.region("台州路桥区")]
    [('331004', '路桥区')]
    """
    found = [candidate for candidate in _all_regions() if _may_mean(name, candidate)]
    return sorted(found, key=lambda place: (place.valid_to != "", place.level, place.code))


@cache
def is_name_of(name: str, code: str) -> bool:
    """Tell whether a name may mean the region of this code."""
    return any(_may_mean(name, place) for place in _all_regions() if place.code == code)


def full_name(code: str) -> str:
    """Give a region's name behind those of what it lies in: 浙江省台州市路桥区; empty for an unknown code."""
    places = [place for place in _all_regions() if place.code == code]
    if not places:
        return ""
    place = _living().get(code, places[-1])
    return "".join(holder.name for holder in reversed(_holders(place))) + place.name


class Knowledge:
    """The built-in knowledge base, and what you add to it; it never changes once made.

    Examples
    --------
    >>> mine = mj.Knowledge().with_file("mine.toml")  # doctest: +SKIP
    >>> facts = mj.extract(text, knowledge=mine)  # doctest: +SKIP
    """

    def __init__(self) -> None:
        self._added: tuple[Entry, ...] = ()

    def with_file(self, path: str | os.PathLike[str]) -> Knowledge:
        """Add the entries of a TOML file, which is held to the same rules as the built-in ones.

        Raises
        ------
        MujunError
            Where the file says something that it may not say; the message names the entry.
        """
        file = Path(path)
        try:
            entries = schema.read_entries(file, schema.word_classes(_folder()))
            schema.check_together([*_builtin(), *self._added, *entries])
        except schema.KnowledgeError as error:
            raise MujunError(str(error)) from error
        larger = Knowledge()
        larger._added = (*self._added, *entries)
        return larger

    def lookup(self, word: str) -> list[Finding]:
        """Find the entries that have exactly this wording."""
        names = {(entry.word_class, entry.id): _name_of(entry) for entry in (*_builtin(), *self._added)}
        names |= {("region", place.code): place.name for place in _all_regions()}
        return [Finding(*key, names[key]) for key in self.core.lookup(word)]

    @cached_property
    def core(self) -> _core.Knowledge:
        """The same for the compiled core."""
        by_class: dict[str, list[Entry]] = {"indicator": [], "unit": []}
        words: list[Entry] = []
        for entry in self._added:
            by_class.get(entry.word_class, words).append(entry)
        return _core.Knowledge(
            [
                (
                    entry.id,
                    entry.text("name"),
                    entry.text("kind"),
                    entry.text("dimension"),
                    bool(entry.fields.get("stock", False)),
                    int(str(entry.fields.get("better", 0))),
                    *entry.ratio,
                    list(entry.surfaces),
                )
                for entry in by_class["indicator"]
            ],
            [
                (
                    entry.id,
                    entry.text("symbol"),
                    entry.text("dimension"),
                    entry.factor.numerator,
                    entry.factor.denominator,
                    entry.text("base"),
                    list(entry.surfaces),
                )
                for entry in by_class["unit"]
            ],
            [
                (entry.word_class, entry.id, entry.direction, entry.text("value"), list(entry.surfaces))
                for entry in words
            ],
        )


def _folder() -> Path:
    return Path(schema.__file__).parent


@cache
def _builtin() -> tuple[Entry, ...]:
    classes = schema.word_classes(_folder())
    files = sorted(_folder().glob("*.toml"))
    return tuple(entry for file in files for entry in schema.read_entries(file, classes))


@cache
def _all_regions() -> tuple[Region, ...]:
    return tuple(schema.read_regions(_folder() / "regions.csv"))


@cache
def _living() -> dict[str, Region]:
    return {region.code: region for region in _all_regions() if not region.valid_to}


def _may_mean(name: str, region: Region) -> bool:
    """Tell whether `name` is the region's name, its stem (路桥), or that behind names of what it lies in."""
    for called in {region.name, region.short, region.name[:-1]}:
        if len(called) < 2 or not name.endswith(called):
            continue
        rest = name.removesuffix(called)
        if not rest or any(_may_mean(rest, holder) for holder in _holders(region)):
            return True
    return False


def _holders(region: Region) -> list[Region]:
    holders = []
    while holder := _living().get(region.parent):
        holders.append(holder)
        region = holder
    return holders


def _name_of(entry: Entry) -> str:
    """Name the entry as a person would."""
    return entry.text("name") or entry.text("symbol") or "、".join(entry.surfaces)


def _frame(rows: Sequence[Mapping[str, object]]) -> pd.DataFrame:
    import pandas as pd

    return pd.DataFrame(rows)
