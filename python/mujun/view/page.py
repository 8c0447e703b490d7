"""Facts and their pages as HTML: a fragment for a notebook, or a page of its own."""

from __future__ import annotations

import base64
import hashlib
import itertools
from collections import Counter
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING

from mujun._core import __version__
from mujun.knowledge import dictionary
from mujun.values.amounts import plural
from mujun.view import wording
from mujun.view.markup import Html, element, escape, joined
from mujun.view.sheets import sheets
from mujun.view.table import table
from mujun.view.text import marked_text

if TYPE_CHECKING:
    from collections.abc import Sequence

    from mujun.facts.facts import Facts
    from mujun.page.document import Notice
    from mujun.view.card import Figure
    from mujun.view.sheets import Sheet

listed_open = 12  # a longer list of notices is folded

default_limit = 20  # pages

_fragments = itertools.count(1)


def fragment(facts: Facts, limit: int = default_limit) -> Html:
    """Give what a notebook shows; where it lets no styles in, that is one line of text."""
    return joined(
        element("style", _asset("view.css")),
        element("pre", f"{facts!r}: trust this notebook to see the page", css="fallback"),
        element("div", _content(facts, limit, _unique(facts)), css="view", style="display: none"),
        element("script", _asset("view.js")),
    )


def whole_page(facts: Facts, limit: int) -> Html:
    """Give a page that stands alone; its policy lets nothing in, and no script run but its own."""
    style, script = _asset("view.css"), _asset("view.js")
    policy = f"default-src 'none'; style-src '{_digest(style)}'; script-src '{_digest(script)}'"
    title = facts.documents[0].title if len(facts.documents) == 1 else ""
    head = joined(
        Html('<meta charset="utf-8">'),
        Html(f'<meta http-equiv="Content-Security-Policy" content="{policy}">'),
        Html('<meta name="viewport" content="width=device-width, initial-scale=1">'),
        Html(f'<meta name="generator" content="mujun {escape(__version__)}">'),
        element("title", title or "mujun"),
        element("style", style),
    )
    body = joined(
        element("main", _content(facts, limit, "mujun"), css="view alone"), element("script", script)
    )
    return joined(
        Html("<!doctype html>\n"), element("html", element("head", head), element("body", body), lang="en")
    )


@cache
def _asset(name: str) -> Html:
    return Html(resources.files(__package__).joinpath(name).read_text(encoding="utf-8"))


def _digest(content: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(content.encode()).digest()).decode()


def _unique(facts: Facts) -> str:
    """Begin the ids so that no two outputs of a notebook share one, not even if two sessions made them."""
    texts = "\0".join(page.text for page in facts.documents)
    digest = hashlib.sha256(f"{texts}{list(facts)}".encode("utf-8", "surrogatepass")).hexdigest()
    return f"mujun-{digest[:8]}-{next(_fragments)}"


def _content(facts: Facts, limit: int, prefix: str) -> Html:
    shown, left_out, unread = sheets(facts, limit)
    blocks = [element("p", notice.message, css="unread") for notice in unread]
    if len(shown) == 1:
        title = element("div", _title(shown[0]), css="head")
        blocks += [title, _sheet(shown[0], facts, f"{prefix}-0")]
    else:
        blocks += [
            element(
                "details",
                element("summary", _title(sheet)),
                _sheet(sheet, facts, f"{prefix}-{number}"),
                css="sheet",
                open=number == 0,
            )
            for number, sheet in enumerate(shown)
        ]
    if left_out:
        pages = plural(len(left_out), "more page")
        figures = plural(sum(len(sheet.rows) for sheet in left_out), "figure")
        notices = plural(sum(len(sheet.notices) for sheet in left_out), "notice")
        rest = f"{pages} with {figures} and {notices} not shown: explain(…, limit=…) shows more"
        blocks.append(element("p", rest, css="rest"))
    return joined(*blocks) or element("p", "nothing was read", css="rest")


def _title(sheet: Sheet) -> Html:
    page = sheet.page
    title = page.title or page.source or "untitled"
    about = (
        page.source if page.source != title else "",
        f"published {page.published}" if page.published else "",
        page.encoding,
        plural(len(page.text), "character"),
        plural(len(sheet.rows), "figure"),
        plural(len(sheet.notices), "notice") if sheet.notices else "",
    )
    return joined(
        element("span", title, css="title", lang="zh"),
        element("span", " · ".join(filter(None, about)), css="about"),
    )


def _sheet(sheet: Sheet, facts: Facts, prefix: str) -> Html:
    figures = sheet.figures(facts)
    panes = [element("div", marked_text(sheet.page, figures, sheet.notices, prefix), css="pane")]
    if figures:
        panes.append(element("div", table(figures, prefix), css="pane rows"))
    return joined(
        _legend(figures),
        _notices(sheet.notices, prefix) if sheet.notices else "",
        element("div", *panes, css="panes"),
    )


def _legend(figures: Sequence[Figure]) -> Html:
    counts = Counter(figure.fact.status for figure in figures)
    doubtful = sum(wording.is_doubtful(figure.fact) for figure in figures)
    marks = [
        element(
            "span",
            element("span", status.code, css=f"mark {status.code}"),
            f" {counts[status.code]:,}",
            title=status.definition,
        )
        for status in dictionary.of("facts")["status"].codes
        if counts[status.code]
    ]
    if doubtful:
        marks.append(element("span", element("span", "look at it", css="mark doubtful"), f" {doubtful:,}"))
    return element("div", *marks, css="legend") if marks else Html("")


def _notices(notices: Sequence[Notice], prefix: str) -> Html:
    """List what a person should know, the places of each kind together."""
    kinds: dict[tuple[str, str], list[Html]] = {}
    for number, notice in enumerate(notices):
        places = kinds.setdefault((notice.code, notice.message), [])
        if place := _place(notice, f"#{prefix}-n{number}"):
            places.append(place)
    lines = [
        element("li", element("code", code), " ", message, *(joined(" ", place) for place in places))
        for (code, message), places in kinds.items()
    ]
    summary = element("summary", plural(len(notices), "notice"))
    return element("details", summary, element("ul", *lines), css="notices", open=len(notices) <= listed_open)


def _place(notice: Notice, href: str) -> Html | None:
    """Link to where a notice is of, by its words; what has no place in the text may have one in the bytes."""
    if notice.start < notice.end:
        return element("a", " ".join(notice.text.split())[:20] or "blank", href=href, lang="zh")
    if notice.byte_offset is not None:
        return element("span", f"byte {notice.byte_offset:,}", css="about")
    return None
