"""What mujun knows: indicators, units, regions and words, to look at and to add to."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from mujun import builtin, own_entries
from mujun import columns as _columns
from mujun import regions as _regions

if TYPE_CHECKING:
    import os
    from collections.abc import Mapping, Sequence

    import pandas as pd

    from mujun import _core
    from mujun._knowledge.schema import Entry
    from mujun._knowledge.schema_regions import Region

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
        for entry in builtin.entries()
        if entry.word_class == "indicator"
    ]
    return _frame(rows)


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
        for entry in builtin.entries()
        if entry.word_class == "unit"
    ]
    return _frame(rows)


def regions() -> pd.DataFrame:
    """List all administrative divisions by their GB/T 2260 code, ended ones (`valid_to`) included.

    Returns
    -------
    DataFrame
        Texts `code`, `name`, `parent` (the code of what it lies in) and `short` (what else it is called);
        `level`, 1 a province to 3 a county; the years `valid_from` and `valid_to`, missing where unknown.

    Source: GB/T 2260, as `cpp/knowledge/regions.csv` says in its head.

    Examples
    --------
    >>> import mujun as mj
    >>> mj.knowledge.regions().set_index("code").loc["331004", ["name", "parent"]].to_list()
    ['路桥区', '331000']
    """
    import pandas as pd

    table = pd.read_csv(builtin.folder / "regions.csv", comment="#", dtype=str, keep_default_na=False)
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


def digest() -> str:
    """Give a short digest of the knowledge files, which changes when any of them does.

    Examples
    --------
    >>> import mujun as mj
    >>> len(mj.knowledge.digest())
    12
    """
    return builtin.digest()


@dataclass(frozen=True)
class Finding:
    """An entry that has the word looked up as a surface.

    Examples
    --------
    >>> import mujun as mj
    >>> mj.knowledge.lookup("亩")
    [Finding(word_class='unit', id='mu', name='亩')]
    """

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
    return _regions.find(name)


class Knowledge:
    """The built-in knowledge base, and what you add to it; it never changes once made.

    Examples
    --------
    >>> import mujun as mj
    >>> mine = mj.Knowledge().with_file("tests/samples/mine.toml")
    >>> mine
    Knowledge(built-in entries and 5 of mine.toml)
    >>> facts = mj.extract("2023年，全县村均路灯46盏。", knowledge=mine)
    >>> facts[0].indicator_code
    'street_lamps_per_village'
    """

    def __init__(self) -> None:
        self._added: tuple[Entry, ...] = ()

    def with_file(self, path: str | os.PathLike[str]) -> Knowledge:
        """Add the entries of a TOML file, which is held to the same rules as the built-in ones.

        `check` then tells whether its examples are read as they say. How to write such a file:
        `cpp/knowledge/README.md`.

        Parameters
        ----------
        path
            A file of `[[indicator]]`, `[[unit]]`, `[[word]]` and `[[region]]` entries.

        Returns
        -------
        Knowledge
            A larger one; this one stays as it is.

        Raises
        ------
        MujunError
            Where the file cannot be read, or says something that it may not say; the message names the file,
            the entry and the field.

        Examples
        --------
        >>> import mujun as mj
        >>> mine = mj.Knowledge().with_file("tests/samples/mine.toml")
        >>> mj.extract("2023年，全镇外运蜜桔300筐。", knowledge=mine)[0].unit
        '筐'
        """
        entries = own_entries.read(Path(path), self._added)
        larger = Knowledge()
        larger._added = (*self._added, *entries)
        own_entries.check_found(entries, larger.core, larger._added)
        return larger

    def check(self) -> list[str]:
        """Read the examples of the added entries; say of each that is not read as it says what is wrong.

        Examples
        --------
        >>> import mujun as mj
        >>> mj.Knowledge().with_file("tests/samples/mine.toml").check()
        []
        """
        from mujun.examples import faults

        return faults(self._added, self)

    def lookup(self, word: str) -> list[Finding]:
        """Find the entries that have exactly this wording, the added ones too.

        Examples
        --------
        >>> import mujun as mj
        >>> mine = mj.Knowledge().with_file("tests/samples/mine.toml")
        >>> [str(finding) for finding in mine.lookup("每村路灯")]
        ['indicator:street_lamps_per_village  村均路灯']
        """
        names = {
            (entry.word_class, entry.id): _name_of(entry) for entry in (*builtin.entries(), *self._added)
        }
        names |= {("region", place.code): place.name for place in builtin.regions()}
        return [Finding(*key, names[key]) for key in self.core.lookup(word)]

    @cached_property
    def core(self) -> _core.Knowledge:
        """The same for the compiled core."""
        return own_entries.compiled(self._added)

    def __getstate__(self) -> dict[str, object]:
        return {"_added": self._added}  # the core is made anew where it is wanted

    def __repr__(self) -> str:
        if not self._added:
            return "Knowledge(built-in entries)"
        files = ", ".join(dict.fromkeys(entry.file for entry in self._added))
        return f"Knowledge(built-in entries and {len(self._added)} of {files})"


def _name_of(entry: Entry) -> str:
    """Name the entry as a person would."""
    return entry.text("name") or entry.text("symbol") or "、".join(entry.surfaces)


def _frame(rows: Sequence[Mapping[str, object]]) -> pd.DataFrame:
    import pandas as pd

    return pd.DataFrame(rows)
