"""Many pages in, a file of facts out: more than memory holds, and in as many runs as it takes."""

from __future__ import annotations

import hashlib
import itertools
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence, Sized
from operator import itemgetter
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from mujun import _core
from mujun.errors import MujunError
from mujun.facts.facts import Facts
from mujun.knowledge import Knowledge
from mujun.knowledge.dictionary import check
from mujun.page.document import Document, Notice
from mujun.reading.many import batch_reader
from mujun.reading.parts import Parts
from mujun.reading.sources import day_finder, listed, name_of, together
from mujun.reading.window import in_order, progress_bar
from mujun.table.writers import takes_parts, writer_for

if TYPE_CHECKING:
    import os

    from mujun.knowledge.dictionary import Language
    from mujun.reading.parts import Tally
    from mujun.reading.sources import Days, Source

PAGES_A_PART = 1000  # what a run that is cut off may lose, and what memory holds


class Written(NamedTuple):
    """What `extract_to` wrote.

    Examples
    --------
    >>> import tempfile
    >>> import mujun as mj
    >>> pages = [("a", "2018年，路桥区财政总收入12.5亿元。"), ("b", "")]
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     written = mj.extract_to(f"{folder}/facts.csv", pages)
    >>> written.pages, written.rows, [notice.page for notice in written.unreadable]
    (2, 1, ['b'])
    """

    pages: int
    rows: int
    notices: dict[str, int]  # how many there are of each code
    unreadable: list[Notice]  # of the pages that could not be read


def extract_to(
    path: str | os.PathLike[str],
    sources: Iterable[Source],
    *,
    published: Days = None,
    subject: str | None = None,
    knowledge: Knowledge | None = None,
    threads: int = 0,
    progress: bool = False,
    language: Language | None = None,
    resume: bool = False,
) -> Written:
    """Read many pages on all cores into a file, in memory that does not grow with their number.

    The rows are those of `extract_many`, in the order of `sources`. Each thousand pages is kept in a folder
    beside the file (`.NAME.parts`) until all are read; then the file is put together, takes its place, and
    the folder goes. The disk must hold the facts twice.

    Parameters
    ----------
    path
        Where to: .parquet .csv .jsonl or .arrow, as its ending says.
    sources, published, subject, knowledge, threads, progress
        As of `extract_many`.
    language
        "zh" for Chinese heads and Chinese words for codes.
    resume
        Go on with what an earlier run left that was cut off. A thousand pages are read anew where one of
        them, its day, or what mujun knows has changed.

    Returns
    -------
    Written
        How many pages and rows there are, how many notices of each code, and which pages could not be read.

    Raises
    ------
    MujunError
        Where an argument is wrong, another run writes the same file, or no page at all can be read.
    OSError
        Where the file cannot be written; what was there before is then as it was.

    Examples
    --------
    >>> import tempfile
    >>> from pathlib import Path
    >>> import mujun as mj
    >>> pages = [("a", "2018年，路桥区财政总收入12.5亿元。"), ("b", "2018年，椒江区财政总收入9亿元。")]
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     written = mj.extract_to(f"{folder}/facts.jsonl", pages, resume=True)
    ...     len(Path(folder, "facts.jsonl").read_text(encoding="utf-8").splitlines())
    2
    """
    target = Path(path)
    write = writer_for(target)
    if not takes_parts(target):
        raise MujunError(
            f"{target}: a workbook is made in one go: extract_many(…).write(…), or another ending"
        )
    check(language)
    read = batch_reader(published, subject, knowledge, "notice")
    key = _Key(published, subject, knowledge)
    pages = listed(sources)
    names: list[str] = []

    with (
        Parts(target, resume=resume) as parts,
        progress_bar(progress, len(pages) if isinstance(pages, Sized) else None) as advance,
    ):

        def tasks() -> Iterator[tuple[str, list[Source]]]:
            for number, some in enumerate(_cut(pages, PAGES_A_PART)):
                name = f"{number:06}-{key.of(some)}"
                names.append(name)
                if name in parts:
                    advance(len(some))
                else:
                    yield from ((name, batch) for batch in together(some))

        def work(task: tuple[str, list[Source]]) -> tuple[str, int, Facts]:
            name, batch = task
            facts = read(batch)
            advance(len(batch))
            return name, len(batch), Facts(facts._table, notices=facts.notices)  # without the texts

        for name, results in itertools.groupby(in_order(work, tasks(), threads), key=itemgetter(0)):
            _, counts, facts = zip(*results, strict=True)
            parts.add(name, sum(counts), Facts.concat(facts))
        written = _sum(parts.tallies(names))
        if written.unreadable and len(written.unreadable) == written.pages:
            parts.clear()
            first = written.unreadable[0].message
            raise MujunError(first if written.pages == 1 else f"no page can be read; the first: {first}")
        stored = parts.tables(names, key.digest) if names else [Facts(_core.FactTable())]
        write(stored, target, language, parts.whole)
    return written


class _Key:
    """Names pages by what their facts depend on: what they are, their days, and what they are read with."""

    def __init__(self, published: Days, subject: str | None, knowledge: Knowledge | None) -> None:
        self.digest = (knowledge or Knowledge()).digest()
        self._settings = (_core.__version__, self.digest, subject)
        self._day_of = day_finder(published)

    def of(self, pages: Sequence[Source]) -> str:
        told = repr((self._settings, [self._identity(page) for page in pages]))
        return hashlib.sha256(told.encode()).hexdigest()[:16]

    def _identity(self, page: Source) -> tuple[object, ...]:
        try:
            name = name_of(page)
        except MujunError as error:  # reading it will say so
            return (str(error),)
        if isinstance(page, Document):
            what: object = page.text, page._given_published, page._decoding
        elif isinstance(page, tuple):
            what = page[1]
        else:
            what = _state(page)
        return name, self._day_of(name), what


def _state(path: str | os.PathLike[str]) -> tuple[int, int] | None:
    """Tell a file's content without reading it."""
    try:
        state = Path(path).stat()
    except (OSError, ValueError):
        return None
    return state.st_size, state.st_mtime_ns


def _cut(pages: Iterable[Source], count: int) -> Iterator[list[Source]]:
    rest = iter(pages)
    while some := list(itertools.islice(rest, count)):
        yield some


def _sum(tallies: Iterable[Tally]) -> Written:
    pages = rows = 0
    notices: Counter[str] = Counter()
    unreadable: list[Notice] = []
    for tally in tallies:
        pages += tally.pages
        rows += tally.rows
        notices.update(tally.notices)
        unreadable += tally.unreadable
    return Written(pages, rows, dict(notices), unreadable)
