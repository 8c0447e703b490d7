"""A page: its text, which every span refers to, and what is known about it."""

from __future__ import annotations

import copy
import functools
from typing import TYPE_CHECKING, NamedTuple

from mujun import _core
from mujun.errors import MujunError, as_date, as_text
from mujun.knowledge.base import core_of

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Sequence

    from mujun.facts.facts import Facts
    from mujun.knowledge import Knowledge

    Day = dt.date | str | None
    NoticeTuple = tuple[str, str, int, int, int | None]  # code, meaning, start, end, byte offset
    ReadingTuple = tuple[_core.FactTable, list[NoticeTuple], list[tuple[int, int, int, int]], dt.date | None]


class Notice(NamedTuple):
    """Something a person should know about a page; `text` is the place it speaks of.

    `byte_offset` says where in the page's bytes, for what decoding noticed.

    Examples
    --------
    >>> import mujun as mj
    >>> [(notice.code, notice.text) for notice in mj.extract("今年一季度，全区财政总收入12.5亿元。").notices]
    [('no_anchor', '')]
    """

    page: str
    code: str
    message: str
    start: int
    end: int
    text: str
    byte_offset: int | None = None


class Article(NamedTuple):
    """One article of a page: its title and its half-open span in the page's text.

    Examples
    --------
    >>> import mujun as mj
    >>> mj.read("tests/samples/qinghe.txt").articles[0].title
    '青禾镇一季度经济运行开局良好'
    """

    title: str
    start: int
    end: int


class Document:
    """A page that was read.

    Parameters
    ----------
    text
        What spans refer to: `text[fact.start:fact.end]` is the fact's mention.
    name
        What the fact table's `page` column says.
    published
        The day of publication where the caller knows it; else the page's own, where it gives one.

    Examples
    --------
    >>> page = Document.from_text("全区财政总收入12.5亿元。", name="note")
    >>> page.text[7:13]
    '12.5亿元'
    >>> page.source
    'note'
    """

    def __init__(
        self,
        text: str,
        *,
        name: str = "",
        published: dt.date | str | None = None,
        title: str | None = None,
        encoding: str | None = None,
        decoding: tuple[NoticeTuple, ...] = (),
    ) -> None:
        if not as_text(text, "text").strip():
            raise MujunError(f"{name or 'the text'} is empty: there is nothing to read")
        if len(text) > _core.longest_page:
            raise MujunError(
                f"{name or 'the text'} has {len(text):,} characters: a page has at most "
                f"{_core.longest_page:,}, so cut it at the end of an article"
            )
        self.text = text
        self.source = as_text(name, "name")
        self.encoding = encoding
        self._given_published = as_date(published)
        self._given_title = title
        self._decoding = decoding

    @classmethod
    def from_text(cls, text: str, *, name: str = "", published: dt.date | str | None = None) -> Document:
        """Make a page of a text.

        Examples
        --------
        >>> Document.from_text("全区财政总收入12.5亿元。", name="note", published="2019-05-10")
        Document('note', 14 characters, published=2019-05-10)
        """
        return cls(text, name=name, published=published)

    def renamed(self, name: str) -> Document:
        """Give the same page under another name.

        Examples
        --------
        >>> Document.from_text("全区财政总收入12.5亿元。").renamed("note").source
        'note'
        """
        return self._changed(source=as_text(name, "name"))

    def _dated(self, published: dt.date | None) -> Document:
        """Give the same page with the day that a caller knows, if one does."""
        return self if published is None else self._changed(_given_published=published)

    def _changed(self, **fields: object) -> Document:
        page = copy.copy(self)
        page.__dict__.pop("_own_reading", None)  # it was of the page as it was
        page.__dict__.update(fields)
        return page

    def _notices(self, reading: list[NoticeTuple]) -> list[Notice]:
        # Decoding has told of the marks of broken bytes; reading tells of those that the page came with.
        broken = {start for code, _, start, _, _ in self._decoding if code == "undecodable_bytes"}
        return [
            Notice(self.source, code, message, start, end, self.text[start:end], byte_offset)
            for code, message, start, end, byte_offset in (*self._decoding, *reading)
            if code != "damaged_text" or not broken.issuperset(range(start, end))
        ]

    @functools.cached_property
    def _own_reading(self) -> ReadingTuple:
        return _core.read(self.text, self.source, self._given_published, "", None)

    @property
    def published(self) -> dt.date | None:
        """The day of publication, as the caller gave it or as the page says."""
        return self._given_published or self._own_reading[3]

    @property
    def articles(self) -> list[Article]:
        """The page's articles in order."""
        spans = self._own_reading[2]
        return [Article(self.text[t0:t1].strip(), start, end) for start, end, t0, t1 in spans]

    @property
    def title(self) -> str:
        """The page's title, or its first article's."""
        if self._given_title is not None:
            return self._given_title
        return self.articles[0].title if self.articles else ""

    @property
    def notices(self) -> list[Notice]:
        """What a person should know about the page and its decoding."""
        return self._notices(self._own_reading[1])

    @property
    def _own_facts(self) -> Facts:
        from mujun.facts.facts import Facts

        return Facts(self._own_reading[0], [self], self.notices)

    def __repr__(self) -> str:
        return f"Document({self.source!r}, {len(self.text)} characters, published={self.published})"

    def _repr_html_(self) -> str:
        return self._own_facts._repr_html_()


class Share(NamedTuple):
    """What one page has of the table of several."""

    page: Document | None  # None where it could not be read
    rows: int
    first_group: int  # its numbers in the column `group` count from here
    notices: list[Notice]


def read_together(
    pages: Sequence[tuple[Document, str | None]], knowledge: Knowledge | None
) -> tuple[_core.FactTable, list[Share]]:
    """Read pages, each with its place where the caller knows it, while other threads run.

    What the caller says goes before what a page says.
    """
    given = [
        (page.text, page.source, page._given_published, as_text(place or "", "subject"))
        for page, place in pages
    ]
    table, shares = _core.read_many(given, core_of(knowledge))
    return table, [
        Share(page, rows, first_group, page._notices(notices))
        for (page, _), (rows, first_group, notices) in zip(pages, shares, strict=True)
    ]
