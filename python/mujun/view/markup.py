"""HTML made of elements: what is not markup already is text, and is escaped here and nowhere else."""

from __future__ import annotations

import html
import itertools
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_unwritable = re.compile("[\0\ud800-\udfff]")  # no HTML page can hold these, not even escaped


class Html(str):
    """Markup that stands as it is."""

    __slots__ = ()


def escape(text: str) -> Html:
    """Make markup of a text, character by character; markup stays what it is.

    Examples
    --------
    >>> escape('<"亩均">')
    '&lt;&quot;亩均&quot;&gt;'
    """
    if isinstance(text, Html):
        return text
    escaped = html.escape(_unwritable.sub("\ufffd", text))
    return Html(escaped.replace("\r\n", "&#13;\n"))  # a reader of HTML would make one character of the two


def joined(*content: str) -> Html:
    """Put pieces one behind another."""
    return Html("".join(map(escape, content)))


def grid(
    heads: Iterable[str], rows: Iterable[Iterable[str]], caption: str = "", *, row_heads: bool = False
) -> Html:
    """Make a plain table, which a notebook styles; cells are text or markup.

    Examples
    --------
    >>> grid(["区县", "税收"], [["路桥区", "12.5"]])
    '<table><thead><tr><th>区县</th><th>税收</th></tr></thead><tbody><tr><td>路桥区</td><td>12.5</td></tr></tbody></table>'
    """
    head = element("thead", element("tr", *(element("th", one) for one in heads)))
    body = element("tbody", *(_row(row, "th" if row_heads else "td") for row in rows))
    return element("table", element("caption", caption) if caption else "", head, body)


def _row(cells: Iterable[str], first: str) -> Html:
    names = itertools.chain([first], itertools.repeat("td"))
    return element("tr", *map(element, names, cells))


def element(name: str, *content: str, css: str = "", **attributes: str | bool | None) -> Html:
    """Make an element; `css` names its classes without the prefix that keeps them apart from all others.

    An attribute that is None or False is left out, one that is True has no value.

    Examples
    --------
    >>> element("a", "1 < 2", css="mark target", href="#r1", aria_label=None)
    '<a class="mujun-mark mujun-target" href="#r1">1 &lt; 2</a>'
    """
    given = {"class": " ".join(f"mujun-{one}" for one in css.split()) or None, **attributes}
    head = name + "".join(
        f" {key.replace('_', '-')}" + ("" if value is True else f'="{escape(value)}"')
        for key, value in given.items()
        if value is not None and value is not False
    )
    return Html(f"<{head}>{joined(*content)}</{name}>")
