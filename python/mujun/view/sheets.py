"""Which pages a view shows: each with its rows and its notices."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from mujun.view.card import Figure

if TYPE_CHECKING:
    from mujun.facts.facts import Facts
    from mujun.page.document import Document, Notice


class Sheet(NamedTuple):
    """A page, the numbers of its rows in the fact table, and its notices."""

    page: Document
    rows: list[int]
    notices: list[Notice]

    def figures(self, facts: Facts) -> list[Figure]:
        """Give the page's rows with what they were read by."""
        return [Figure(row, facts[row], tuple(facts.explain(row)["entries"])) for row in self.rows]


class Sheets(NamedTuple):
    """The pages that are shown, those that are not, and the notices of pages that could not be read."""

    shown: list[Sheet]
    left_out: list[Sheet]
    unread: list[Notice]


def sheets(facts: Facts, limit: int) -> Sheets:
    """Choose the first pages up to the limit, those with rows before those without."""
    every = [Sheet(page, [], []) for page in facts.documents]
    for row, owner in enumerate(facts._owners):
        every[owner].rows.append(row)
    unread: list[Notice] = []
    by_name: dict[str, list[Sheet]] = {}
    for sheet in every:
        by_name.setdefault(sheet.page.source, []).append(sheet)
    for notice in facts.notices:
        namesakes = by_name.get(notice.page, [])
        noticed = next((sheet for sheet in namesakes if _is_of(notice, sheet.page)), None)
        (unread if noticed is None else noticed.notices).append(notice)
    every.sort(key=lambda sheet: not sheet.rows)
    return Sheets(every[:limit], every[limit:], unread)


def _is_of(notice: Notice, page: Document) -> bool:
    """Tell by the words at the notice's place: pages may share a name."""
    return page.text[notice.start : notice.end] == notice.text
