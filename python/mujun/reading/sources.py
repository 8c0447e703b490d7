"""What a caller may give for many pages: how each is named, dated and loaded, and which are read together."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from mujun.errors import MujunError, as_date
from mujun.page.document import Document, Notice
from mujun.page.read import read

if TYPE_CHECKING:
    from mujun.page.document import Day

Source: TypeAlias = "str | os.PathLike[str] | Document | tuple[str, str]"
Days: TypeAlias = "Day | Mapping[str, Day] | Callable[[str], Day]"

# Pages that are read in one call of the core: enough that calling costs little, few enough that each thread
# has work, little waits in memory, and Ctrl-C is heard at once.
PAGES_TOGETHER = 64
CHARACTERS_TOGETHER = 100_000


def listed(sources: Iterable[Source]) -> Iterable[Source]:
    """Refuse a single page; take a column of a pandas or polars frame as texts, named by its index."""
    if isinstance(sources, (str, bytes, os.PathLike, Document)):
        raise MujunError("many pages are wanted: put a single one in a list")
    items: Any = sources
    if hasattr(items, "to_list") and hasattr(items, "name"):
        names = getattr(items, "index", range(len(items)))
        return [(str(name), text) for name, text in zip(names, items.to_list(), strict=True)]
    return sources


def name_of(source: Source) -> str:
    r"""Give what the `page` column says; of a file's name that is no UTF-8, the odd bytes as `\udcff`."""
    match source:
        case Document():
            return source.source
        case tuple((name, _)):
            return str(name)
        case str() | os.PathLike():
            return os.fsdecode(source).encode(errors="backslashreplace").decode()
    raise MujunError(f"a page is a path, a Document or a (name, text) pair, not {type(source).__name__}")


def day_finder(published: Days) -> Callable[[str], Day]:
    """Give the function from a page's name to its day."""
    if isinstance(published, Mapping):
        return published.get
    if callable(published):
        return published
    day = as_date(published)
    return lambda _name: day


def loaded(source: Source, day: Day) -> Document:
    """Give the page, read from its file where it is one."""
    match source:
        case Document():
            return source._dated(as_date(day))
        case tuple((_, str(text))):
            return Document(text, name=name_of(source), published=day)
        case tuple((_, text)):
            raise MujunError(f"{name_of(source)}: the text is {type(text).__name__}, not str")
    return read(source, published=day, name=name_of(source))


def unreadable(page: str, error: ValueError | MemoryError) -> Notice:
    """Say why a page could not be read."""
    message = str(error) if isinstance(error, ValueError) else f"{page}: there is too little memory for it"
    return Notice(page, "unreadable_page", message, 0, 0, "")


def together(sources: Iterable[Source]) -> Iterator[list[Source]]:
    """Cut the pages, in order, into those that are read together."""
    batch: list[Source] = []
    size = 0
    for source in sources:
        batch.append(source)
        size += _size(source)
        if len(batch) == PAGES_TOGETHER or size >= CHARACTERS_TOGETHER:
            yield batch
            batch, size = [], 0
    if batch:
        yield batch


def _size(source: Source) -> int:
    """Tell about how many characters a page has; what cannot be told shows when it is read."""
    match source:
        case Document(text=text) | tuple((_, str(text))):
            return len(text)
        case str() | os.PathLike():
            with contextlib.suppress(OSError, ValueError):
                return Path(source).stat().st_size
    return 0
