"""HTML made of elements: what is not markup already is text, and is escaped here and nowhere else."""

from __future__ import annotations

import html
import re

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
