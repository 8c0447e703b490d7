"""Many pages in, on all cores, and their facts out in one table."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence, Sized
from typing import TYPE_CHECKING, Literal, get_args

from mujun import _core
from mujun.errors import MujunError
from mujun.facts.facts import Facts
from mujun.page.document import Document, Notice, Share, read_together
from mujun.reading.sources import day_finder, listed, loaded, name_of, together, unreadable
from mujun.reading.window import in_order, progress_bar

if TYPE_CHECKING:
    from mujun.knowledge import Knowledge
    from mujun.reading.sources import Days, Source

Errors = Literal["notice", "raise"]


def extract_many(
    sources: Iterable[Source],
    *,
    published: Days = None,
    subject: str | None = None,
    knowledge: Knowledge | None = None,
    threads: int = 0,
    progress: bool = False,
    errors: Errors = "notice",
) -> Facts:
    """Read many pages on all cores; the rows come in the order of `sources`.

    Pages are loaded while others are read. The texts stay in memory with the facts, which show themselves in
    them: for more pages than fit, see `extract_to`. Ctrl-C waits for no page but those being read.

    Parameters
    ----------
    sources
        Paths, `Document`s, `(name, text)` pairs, or a column of texts of a data frame.
    published
        One day for all pages, or a mapping or function from a page's name to its day.
    subject
        The pages' place, where a page does not say.
    knowledge
        A knowledge base with entries of your own.
    threads
        How many to use; 0 takes what the machine has.
    progress
        Show a progress bar on standard error.
    errors
        "notice" makes a page that cannot be read a notice (`unreadable_page`), also one that there is too
        little memory for; "raise" stops at the first.

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
    read = batch_reader(published, subject, knowledge, errors)
    pages = listed(sources)
    with progress_bar(progress, len(pages) if isinstance(pages, Sized) else None) as advance:

        def work(batch: list[Source]) -> Facts:
            facts = read(batch)
            advance(len(batch))
            return facts

        return Facts.concat(in_order(work, together(pages), threads))


def batch_reader(
    published: Days, subject: str | None, knowledge: Knowledge | None, errors: Errors
) -> Callable[[Sequence[Source]], Facts]:
    """Give the function that loads and reads a few pages on the calling thread."""
    if errors not in get_args(Errors):
        raise MujunError(f"errors={errors!r}: choose 'notice' or 'raise'")
    day_of = day_finder(published)

    def load(source: Source) -> Document | Notice:
        name = ""
        try:
            name = name_of(source)
            return loaded(source, day_of(name))
        except (MujunError, MemoryError) as error:
            if errors == "raise":
                raise
            return unreadable(name, error)

    def read(sources: Sequence[Source]) -> Facts:
        table, shares = read_each([(load(source), subject) for source in sources], knowledge, errors)
        documents = [share.page for share in shares if share.page is not None]
        counts = [share.rows for share in shares if share.page is not None]
        owners = [at for at, count in enumerate(counts) for _ in range(count)]
        notices = [notice for share in shares for notice in share.notices]
        return Facts(table, documents, notices, owners, knowledge)

    return read


def read_each(
    pages: Sequence[tuple[Document | Notice, str | None]],
    knowledge: Knowledge | None,
    errors: Errors = "notice",
) -> tuple[_core.FactTable, list[Share]]:
    """Read pages, each with its place; in place of one that could not be loaded stands the notice why.

    Where they cannot be read together, such as for want of memory, each is read by itself, so that no other
    page is lost with the bad one.
    """
    readable = [(page, place) for page, place in pages if isinstance(page, Document)]
    try:
        table, shares = read_together(readable, knowledge)
    except (ValueError, MemoryError) as error:
        if len(pages) > 1:
            return _one_by_one(pages, knowledge, errors)
        if errors == "raise":
            raise
        [(bad, _)] = readable
        return _core.FactTable(), [Share(None, 0, 0, [unreadable(bad.source, error)])]
    read = iter(shares)
    return table, [
        next(read) if isinstance(page, Document) else Share(None, 0, 0, [page]) for page, _ in pages
    ]


def _one_by_one(
    pages: Sequence[tuple[Document | Notice, str | None]], knowledge: Knowledge | None, errors: Errors
) -> tuple[_core.FactTable, list[Share]]:
    whole, shares = _core.FactTable(), []
    for page in pages:
        table, [share] = read_each([page], knowledge, errors)
        shares.append(share._replace(first_group=whole.groups))
        whole.append(table)
    return whole, shares
