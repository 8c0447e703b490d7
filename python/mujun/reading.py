"""Pages in, facts out."""

from __future__ import annotations

import collections
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sized
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, Literal

from mujun import _core
from mujun.document import Document, Notice
from mujun.errors import MujunError, as_date
from mujun.facts import Facts
from mujun.html import looks_like_html, visible

if TYPE_CHECKING:
    import datetime as dt

    from mujun.document import NoticeTuple
    from mujun.knowledge import Knowledge

    Day = dt.date | str | None
    Source = str | os.PathLike[str] | Document | tuple[str, str]


def read(
    source: str | os.PathLike[str] | bytes | IO[bytes],
    *,
    encoding: str | None = None,
    html: bool | None = None,
    published: Day = None,
    name: str | None = None,
) -> Document:
    """Read a page: a path, bytes or a binary file.

    A `str` is always a path; a text goes to `Document.from_text`. Encoding and HTML are found out where they
    are not given. HTML is turned into the text that it shows, by the extra `html`; it may give its day.

    Examples
    --------
    >>> read("全区财政总收入12.5亿元".encode(), name="note").text
    '全区财政总收入12.5亿元'
    """
    data, found_name = _bytes_of(source)
    name = name if name is not None else found_name
    decoded = _core.decode(data, encoding or "")
    if decoded is None:
        known = ", ".join(_core.encodings())
        raise MujunError(f"encoding={encoding!r} is unknown: mujun reads {known}")
    text, used, notices = decoded
    broken = [notice for notice in notices if notice[0] == "undecodable_bytes"]
    if "\0" in text or _is_foreign(text, len(broken)):
        raise MujunError(f"{name or 'the page'} is no text in {used}: convert it to a text in {used} first")
    day, title = as_date(published), None
    if looks_like_html(text) if html is None else html:
        text, title, own_day = visible(text, name)
        day = day or own_day
        notices = _placed_anew(notices, text)
    return Document(text, name=name, published=day, title=title, encoding=used, decoding=tuple(notices))


def _is_foreign(text: str, broken: int) -> bool:
    """Tell bytes that are no text, or text in another encoding, from a page with a few broken places.

    ASCII is the same in nearly every encoding, so only the other characters tell.
    """
    return broken > 0 and 2 * broken > sum(not char.isascii() for char in text)


def _placed_anew(notices: list[NoticeTuple], text: str) -> list[NoticeTuple]:
    """Give the notices of a page of HTML their places in the text that it shows.

    Broken bytes follow their marks, in order; those that are not shown, and the declaration, have no place.
    """
    marks = [at for at, char in enumerate(text) if char == "\ufffd"]
    broken = sum(notice[0] == "undecodable_bytes" for notice in notices)
    places = iter(marks if len(marks) == broken else ())
    placed: list[NoticeTuple] = []
    for code, message, _, _, byte_offset in notices:
        at = next(places, None) if code == "undecodable_bytes" else None
        placed.append((code, message, at or 0, 0 if at is None else at + 1, byte_offset))
    return placed


def _bytes_of(source: str | os.PathLike[str] | bytes | IO[bytes]) -> tuple[bytes, str]:
    if isinstance(source, (bytes, bytearray, memoryview)):
        return bytes(source), ""
    if isinstance(source, (str, os.PathLike)):
        try:
            return Path(source).read_bytes(), os.fspath(source)
        except (OSError, ValueError) as error:  # ValueError: a name that no file can have
            reason = error.strerror if isinstance(error, OSError) else str(error)
            raise MujunError(f"{os.fspath(source)!r} cannot be read: {reason}") from error
    if hasattr(source, "read"):
        data = source.read()
        if not isinstance(data, bytes):
            raise MujunError(
                "the file gives text, not bytes: open it in binary mode, or use Document.from_text"
            )
        return data, str(getattr(source, "name", ""))
    raise MujunError(f"a page is a path, bytes or a binary file, not {type(source).__name__}")


def extract(
    page: str | Document,
    *,
    published: Day = None,
    subject: str | None = None,
    name: str | None = None,
    knowledge: Knowledge | None = None,
) -> Facts:
    """Read the facts of a text or a `Document`.

    Parameters
    ----------
    page
        A text, or a page that `read` gave.
    published
        The day of publication, which anchors 今年 and 去年.
    subject
        The page's place, where the page does not say.
    name
        What the `page` column says.
    knowledge
        A knowledge base with entries of your own.

    Returns
    -------
    Facts
        A row a number that the page tells of; what a person should know is in its `notices`.

    Raises
    ------
    MujunError
        Where there is no text, or `published` is no day.

    Examples
    --------
    >>> import mujun as mj
    >>> facts = mj.extract("今年一季度，路桥区财政总收入12.5亿元，同比增长8.2%。", published="2019-05-10")
    >>> [(fact.measure, fact.value, fact.unit, str(fact.period_end)) for fact in facts]
    [('level', 1250000000.0, '元', '2019-03-31'), ('growth', 8.2, '%', '2019-03-31')]
    """
    if isinstance(page, str):
        page = Document.from_text(page, name=name or "")
    elif not isinstance(page, Document):
        raise MujunError(f"extract() takes a text or a Document, not {type(page).__name__}: see mujun.read()")
    elif name is not None:
        page = page.renamed(name)
    page = page._dated(as_date(published))
    table, notices = page._read(subject=subject, knowledge=knowledge)
    return Facts(table, [page], notices)


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
