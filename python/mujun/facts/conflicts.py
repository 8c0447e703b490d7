"""Rows that speak of one thing: where they agree one is kept, where they do not the caller chooses."""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING, Literal, TypeVar, get_args

from mujun.errors import MujunError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

Key = TypeVar("Key", bound=Hashable)
Conflict = Literal["raise", "first", "last"]
named_rows = 3  # conflicts that an error tells of in full


def settled(
    rows: Iterable[tuple[int, Key, Hashable]], conflict: Conflict, say: Callable[[int], str]
) -> dict[Key, int]:
    """Give one row a key, in the order of the keys.

    Parameters
    ----------
    rows
        A row's number, what it speaks of, and what it says of that.
    conflict
        Which row is kept where several say different things of one: "first", "last", or "raise" for an error.
    say
        Puts a row into the words of the error.
    """
    if conflict not in get_args(Conflict):
        raise MujunError(f"conflict={conflict!r}: choose 'raise', 'first' or 'last'")
    kept: dict[Key, tuple[int, Hashable]] = {}
    clashes: list[str] = []
    for row, key, value in rows:
        other, told = kept.setdefault(key, (row, value))
        if told == value:
            continue
        if conflict == "raise":
            clashes.append(f"row {other} ({say(other)}) and row {row} ({say(row)})")
        elif conflict == "last":
            kept[key] = (row, value)
    if clashes:
        shown = "; ".join(clashes[:named_rows])
        more = f"; and {len(clashes) - named_rows} more" if len(clashes) > named_rows else ""
        raise MujunError(
            f"different values of one thing: {shown}{more}: "
            "filter the rows, or choose conflict='first' or 'last'"
        )
    return {key: row for key, (row, _) in kept.items()}
