"""The knowledge base: the built-in entries, and what you add to them."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from mujun.errors import MujunError, as_text
from mujun.knowledge import builtin, own_entries

if TYPE_CHECKING:
    import os
    from collections.abc import Iterable

    from mujun import _core
    from mujun._knowledge.schema import Entry


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


def core_of(knowledge: object) -> _core.Knowledge | None:
    """Give the core what a caller knows besides the built-in entries: None where that is nothing."""
    if knowledge is None:
        return None
    if not isinstance(knowledge, Knowledge):
        raise MujunError(
            f"knowledge={knowledge!r} is no knowledge base: give mj.Knowledge().with_file('mine.toml')"
        )
    return knowledge.core


def lookup(word: str) -> list[Finding]:
    """Find the entries that have exactly this wording, in simplified or traditional characters.

    Examples
    --------
    >>> import mujun as mj
    >>> [str(finding) for finding in mj.knowledge.lookup("规上工业增加值")]
    ['indicator:scale_industrial_value_added  规模以上工业增加值']
    """
    return Knowledge().lookup(word)


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
        from mujun.reading.examples import faults

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
        return [Finding(*key, names[key]) for key in self.core.lookup(as_text(word, "word"))]

    def digest(self) -> str:
        """Give a short digest of all that is known, which changes when an entry does; files carry it.

        Examples
        --------
        >>> import mujun as mj
        >>> mj.Knowledge().digest() == mj.knowledge.digest()
        True
        """
        if not self._added:
            return builtin.digest()
        added = "".join(map(repr, self._added))
        return hashlib.sha256(f"{builtin.digest()}{added}".encode()).hexdigest()[: len(builtin.digest())]

    @classmethod
    def joined(cls, parts: Iterable[Knowledge | None]) -> Knowledge | None:
        """Put together what several bases add, None where none does; of entries of one id the last counts."""
        there = list(dict.fromkeys(part for part in parts if part is not None))
        if len(there) < 2:
            return there[0] if there else None
        whole = cls()
        entries = {(entry.word_class, entry.id): entry for part in there for entry in part._added}
        whole._added = tuple(entries.values())
        return whole

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
