"""The page's text with its figures marked, each with its reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mujun.values.amounts import plural
from mujun.view.card import Figure, reading
from mujun.view.markup import Html, element, escape, joined
from mujun.view.pieces import Piece, Section, cut, sections

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mujun.page.document import Document, Notice

open_length = 3000  # characters of a long page that are shown before the reader unfolds more


def marked_text(page: Document, figures: Sequence[Figure], notices: Sequence[Notice], prefix: str) -> Html:
    """Show a page's text; `prefix` begins the ids of its places."""
    parts = sections(page)
    spans = [(figure.fact.start, figure.fact.end) for figure in figures]
    spans += [(notice.start, notice.end) for notice in notices]
    pieces = cut(len(page.text), spans, (part.start for part in parts))
    marker = _Marker(page.text, figures, notices, prefix)
    folds = len(page.text) > open_length or len(page.articles) > 1
    room = open_length
    blocks = []
    piece = next(pieces, None)
    for part in parts:
        content: list[Html] = []
        already = marker.figures_seen
        while piece is not None and piece.end <= part.end:
            content.append(marker.marked(piece))
            piece = next(pieces, None)
        count = marker.figures_seen - already
        # What has no figure is opened only where nothing has.
        is_open = room > 0 and (count > 0 or not figures)
        room -= (part.end - part.start) * is_open
        block = element("div", *content, css="text", lang="zh", data_start=str(part.start))
        blocks.append(_fold(part, count, block, is_open=is_open) if folds else block)
    return joined(*blocks)


def _fold(part: Section, count: int, block: Html, *, is_open: bool) -> Html:
    summary = element(
        "summary",
        element("span", part.title, css="beginning", lang="zh"),
        element("span", plural(count, "figure"), css="count"),
    )
    return element("details", summary, block, css="section", open=is_open)


class _Marker:
    """Marks one piece after another; an id is given where its span begins."""

    def __init__(self, text: str, figures: Sequence[Figure], notices: Sequence[Notice], prefix: str) -> None:
        self._text = text
        self._figures = figures
        self._notices = notices
        self._prefix = prefix
        self.figures_seen = 0

    def marked(self, piece: Piece) -> Html:
        text = escape(self._text[piece.start : piece.end])
        count = len(self._figures)
        figures = [self._figures[span] for span in piece.spans if span < count]
        notices = [span - count for span in piece.spans if span >= count]
        if notices:
            text = self._noticed(piece, text, notices)
        return self._figure(piece, text, figures) if figures else text

    def _noticed(self, piece: Piece, text: Html, numbers: Sequence[int]) -> Html:
        begun = [number for number in numbers if self._notices[number].start == piece.start]
        for number in begun:
            text = element("span", text, id=f"{self._prefix}-n{number}")
        messages = dict.fromkeys(self._notices[number].message for number in numbers)
        return element("span", text, css="noticed", title=" ".join(messages))

    def _figure(self, piece: Piece, text: Html, figures: Sequence[Figure]) -> Html:
        begun = [figure.row for figure in figures if figure.fact.start == piece.start]
        self.figures_seen += len(begun)
        card = f"{self._prefix}-c{piece.start}"
        link = element(
            "a",
            text,
            css=f"mark {figures[-1].css}",
            id=f"{self._prefix}-m{begun.pop()}" if begun else None,
            href=f"#{self._prefix}-r{figures[-1].row}",
            aria_describedby=card,
            data_evidence=f"{figures[-1].fact.evidence_start} {figures[-1].fact.evidence_end}",
        )
        others = [element("span", id=f"{self._prefix}-m{row}") for row in begun]
        told = element("span", *map(reading, figures), css="card", id=card, role="tooltip", lang="en")
        return element("span", *others, link, told, css="figure")
