"""A page cut to be shown: into sections to fold, and at every span that something is to be said about."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from mujun.page.document import Document

section_length = 1500  # characters, about a screen and a half of Chinese


class Piece(NamedTuple):
    """A stretch of the text, and the numbers of the spans that cover all of it."""

    start: int
    end: int
    spans: tuple[int, ...]


def cut(length: int, spans: Sequence[tuple[int, int]], at: Iterable[int] = ()) -> Iterator[Piece]:
    """Cut a text wherever a span begins or ends, and `at` the places given; spans may overlap and nest.

    Examples
    --------
    >>> [tuple(piece) for piece in cut(9, [(2, 6), (4, 6)])]
    [(0, 2, ()), (2, 4, (0,)), (4, 6, (0, 1)), (6, 9, ())]
    """
    opening: dict[int, list[int]] = {}
    closing: dict[int, list[int]] = {}
    for number, (start, end) in enumerate(spans):
        if start < end:
            opening.setdefault(start, []).append(number)
            closing.setdefault(end, []).append(number)
    covering: dict[int, None] = {}  # in the order in which they began
    for start, end in itertools.pairwise(sorted({0, length, *at, *opening, *closing})):
        for number in closing.get(start, ()):
            del covering[number]
        covering.update(dict.fromkeys(opening.get(start, ())))
        yield Piece(start, end, tuple(covering))


class Section(NamedTuple):
    """A part of the page that is folded by itself."""

    title: str
    start: int
    end: int


def sections(page: Document) -> list[Section]:
    """Cut a page into its articles, what stands between them, and long ones again at line ends."""
    parts: list[Section] = []
    done = 0
    for article in page.articles:
        parts += _sections("", done, article.start, page.text)
        parts += _sections(article.title, article.start, article.end, page.text)
        done = article.end
    parts += _sections("", done, len(page.text), page.text)
    return parts


def _sections(title: str, start: int, end: int, text: str) -> Iterator[Section]:
    while start < end:
        stop = _stop(text, start, end)
        yield Section(title or _beginning(text, start, stop), start, stop)
        title, start = "", stop


def _stop(text: str, start: int, end: int) -> int:
    """Find where a section may end: behind a line, else behind a sentence, else at twice the length."""
    wanted, longest = start + section_length, start + 2 * section_length
    if longest >= end:
        return end
    for mark in "\n。":
        found = text.find(mark, wanted, longest)
        if found >= 0:
            return found + 1
    return longest


def _beginning(text: str, start: int, end: int) -> str:
    return " ".join(text[start : min(end, start + 200)].split())[:60]
