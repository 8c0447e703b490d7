"""HTML to the text that a reader of the page reads; needs the extra `html`."""

from __future__ import annotations

import datetime as dt
import itertools
import re
from html import escape
from typing import TYPE_CHECKING, NamedTuple

from mujun.errors import MujunError
from mujun.page.html.blocks import Line, main_lines
from mujun.page.html.walk import Node, Walk

if TYPE_CHECKING:
    from collections.abc import Iterator

head_length = 4000  # characters that tell whether a page is HTML
any_tag = re.compile(
    r"<(?:!doctype\s+html|html|head|meta|title|body|div|p|br|span|font|center|table|tr|td|ul|ol|li|h[1-6]|article"
    r"|section|main)\b[^<>]*>",
    re.IGNORECASE,
)
whole_page = re.compile(r"<(?:!doctype|html|body)\b", re.IGNORECASE)

longest_dateline = 200
most_declarations = 200  # more of them, or longer ones, tell a page's day no better
longest_declaration = 20_000
modified = re.compile(r"modif|updat|http-equiv", re.IGNORECASE)
day_in_words = re.compile(r"(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日")


class Visible(NamedTuple):
    """What a page of HTML shows."""

    text: str
    title: str | None
    published: dt.date | None


def looks_like_html(text: str) -> bool:
    """Tell by a tag near the page's beginning."""
    return any_tag.search(text, 0, head_length) is not None


def visible(html: str, name: str) -> Visible:
    """Give the main text of a page, its title, and the day it was published where the page says."""
    try:
        from htmldate import find_date
        from resiliparse.parse.html import HTMLTree
    except ModuleNotFoundError as error:
        raise MujunError(f"{name or 'the page'} is HTML: pip install 'mujun[html]'") from error
    if '=\\"' in html:  # cut out of JSON with its escapes
        html = html.replace('\\"', '"').replace("<\\/", "</")
    tree = HTMLTree.parse(html)
    walk = Walk(tree, keeps_lines=whole_page.search(html) is None)
    lines = main_lines(walk.lines, walk.blocks)
    # The clock is never read, so the latest day that passes for a date is a fixed one.
    found = find_date(
        _where_days_are_told(tree, lines),
        url=name if "://" in name else None,
        original_date=True,
        extensive_search=False,
        min_date="1949-10-01",
        max_date="2199-12-31",
    )
    text = "\n".join(line.text for line in lines)
    return Visible(text, _title(tree, lines), None if found is None else dt.date.fromisoformat(found))


def _title(tree: Node, lines: list[Line]) -> str | None:
    for selector in ('meta[name="ArticleTitle" i]', 'meta[property="og:title" i]'):
        meta = tree.document.query_selector(selector)
        if meta is not None and (content := meta.getattr("content", "").strip()):
            return str(content)
    headings = [line.text.strip() for line in lines if line.tag == "h1"]
    return headings[0] if len(headings) == 1 else tree.title or None


def _where_days_are_told(tree: Node, lines: list[Line]) -> str:
    """Give the head's declarations and the lines above the first sentence.

    Dates elsewhere are those of events, of other articles, or of the day when the page was fetched.
    """
    head = itertools.islice(_declarations(tree), most_declarations)
    above = itertools.takewhile(lambda line: not line.is_prose, lines[:20])
    days = [day_in_words.sub(_iso_day, escape(line.text[:longest_dateline])) for line in above]
    return f"<html><head>{''.join(head)}</head><body><p>{'</p><p>'.join(days)}</p></body></html>"


def _declarations(tree: Node) -> Iterator[str]:
    node = None if tree.head is None else tree.head.first_child
    while node is not None:
        told = node.html if _may_tell_days(node) else ""
        if 0 < len(told) <= longest_declaration and (node.tag != "meta" or modified.search(told) is None):
            yield told
        node = node.next


def _may_tell_days(node: Node) -> bool:
    if node.tag == "link":
        return bool(node.getattr("rel") == "canonical")
    if node.tag == "script":
        return bool(node.getattr("type") == "application/ld+json")
    return node.tag in {"meta", "title"}


def _iso_day(words: re.Match[str]) -> str:
    year, month, day = map(int, words.groups())
    return f"{year}-{month:02}-{day:02}"
