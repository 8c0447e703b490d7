"""Many pages in, on all cores, and their facts out in one table."""

from __future__ import annotations

import collections
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sized
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, Literal

from mujun import _core
from mujun.errors import MujunError, as_date
from mujun.facts.facts import Facts
from mujun.page.document import Document, Notice
from mujun.page.read import read
from mujun.reading.extract import extract

if TYPE_CHECKING:
    from mujun.knowledge import Knowledge
    from mujun.page.document import Day

    Source = str | os.PathLike[str] | Document | tuple[str, str]


def extract_many(
    sources: Iterable[Source],
    *,
    published: Day | Mapping[str, Day] | Callable[[str], Day] = None,
    subject: str | None = None,
    knowledge: Knowledge | None = None,
    threads: int = 0,
    progress: bool = False,
    errors: Literal["notice", "raise"] = "notice",
) -> Facts:
    """Read many pages on all cores; the rows come in the order of `sources`.

    Parameters
    ----------
    sources
        Paths, `Document`s, `(name, text)` pairs, or a column of texts of a data frame.
    published
        One day for all pages, or a mapping or function from a page's name to its day.
    threads
        How many to use; 0 takes what the machine has.
    progress
        Show a progress bar on standard error.
    errors
        "notice" makes a page that cannot be read a notice (`unreadable_page`); "raise" stops at the first.

    Returns
    -------
    Facts
        The rows of all pages; `page` says which.

    Raises
    ------
    MujunError
        Where an argument is wrong, and for a bad page with `errors="raise"`.

    Examples
    --------
    >>> import mujun as mj
    >>> pages = [("a", "2018年，路桥区财政总收入12.5亿元。"), ("b", "2018年，椒江区财政总收入9亿元。")]
    >>> [(fact.page, fact.subject, fact.text) for fact in mj.extract_many(pages)]
    [('a', '路桥区', '12.5亿元'), ('b', '椒江区', '9亿元')]
    """
    if errors not in {"notice", "raise"}:
        raise MujunError(f"errors={errors!r}: choose 'notice' or 'raise'")
    if threads < 0:
        raise MujunError(f"threads={threads}: give a number of threads, or 0 for what the machine has")
    day_of = _day_of(published)

    def one(source: Source) -> Facts:
        page_name = ""
        try:
            page_name = _name_of(source)
            day = day_of(page_name)
            page = _document_of(source, day)
            return extract(page, published=day, subject=subject, knowledge=knowledge)
        except (MujunError, MemoryError) as error:
            if errors == "raise":
                raise
            return unreadable(page_name, error)

    pages = _pages(sources)
    done = _in_order(one, pages, threads)
    if progress:
        done = _with_progress(done, len(pages) if isinstance(pages, Sized) else None)
    return Facts.concat(done)


def unreadable(page: str, error: MujunError | MemoryError) -> Facts:
    """Give no facts, and a notice that says why the page could not be read."""
    message = str(error) if isinstance(error, MujunError) else f"{page}: there is too little memory for it"
    return Facts(_core.FactTable(), notices=[Notice(page, "unreadable_page", message, 0, 0, "")])


def _pages(sources: Iterable[Source]) -> Iterable[Source]:
    if isinstance(sources, (str, bytes, os.PathLike, Document)):
        raise MujunError("extract_many() takes several pages: put a single one in a list")
    items: Any = sources
    if hasattr(items, "to_list") and hasattr(
        items, "name"
    ):  # a column of a pandas or polars frame holds texts
        names = getattr(items, "index", range(len(items)))
        return [(str(name), text) for name, text in zip(names, items.to_list(), strict=True)]
    return sources


def _name_of(source: Source) -> str:
    if isinstance(source, Document):
        return source.source
    if isinstance(source, tuple):
        return source[0]
    return os.fspath(source)


def _document_of(source: Source, day: Day) -> Document:
    if isinstance(source, Document):
        return source
    if isinstance(source, tuple):
        name, text = source
        if not isinstance(text, str):
            raise MujunError(f"{name}: the text is {type(text).__name__}, not str")
        return Document.from_text(text, name=name)
    return read(source, published=day)


def _day_of(published: Day | Mapping[str, Day] | Callable[[str], Day]) -> Callable[[str], Day]:
    if isinstance(published, Mapping):
        return published.get
    if callable(published):
        return published
    day = as_date(published)
    return lambda _name: day


def _in_order(work: Callable[[Source], Facts], sources: Iterable[Source], threads: int) -> Iterator[Facts]:
    """Work on a window of pages at a time, so that a slow one does not let finished ones pile up."""
    count = threads or os.cpu_count() or 1
    waiting: collections.deque[Future[Facts]] = collections.deque()
    with ThreadPoolExecutor(count) as pool:
        try:
            for source in sources:
                waiting.append(pool.submit(work, source))
                if len(waiting) >= 4 * count:
                    yield waiting.popleft().result()
            while waiting:
                yield waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()


def _with_progress(parts: Iterator[Facts], total: int | None) -> Iterator[Facts]:
    from rich.console import Console
    from rich.progress import track

    return iter(track(parts, "reading", total, console=Console(stderr=True)))
