"""HTML to the text that a reader sees; needs the extra `html`."""

from __future__ import annotations

import datetime as dt
import re
from typing import NamedTuple

from mujun.errors import MujunError

head_length = 4000
tag = re.compile(r"<(?:!doctype\s+html|html|head|body|div|p|table|article|section)\b[^<>]*>", re.IGNORECASE)


class Visible(NamedTuple):
    """What a page of HTML shows."""

    text: str
    title: str | None
    published: dt.date | None


def looks_like_html(text: str) -> bool:
    """Tell by the tags that a page of HTML begins with."""
    return tag.search(text, 0, head_length) is not None


def visible(html: str, name: str) -> Visible:
    """Give what the page shows, without navigation and footers."""
    try:
        from htmldate import find_date
        from resiliparse.extract.html2text import extract_plain_text
        from resiliparse.parse.html import HTMLTree
    except ModuleNotFoundError as error:
        raise MujunError(f"{name or 'the page'} is HTML: pip install 'mujun[html]'") from error
    tree = HTMLTree.parse(html)
    # Not its main_content: that drops inline elements of one character, and with them 约 and commas.
    text = extract_plain_text(
        tree,
        list_bullets=False,
        alt_texts=False,
        skip_elements=["nav", "footer", "aside", "select", "button"],
    )
    # The clock is never read, so the latest day that passes for a date is a fixed one.
    found = find_date(html, original_date=True, extensive_search=False, max_date="2199-12-31")
    return Visible(text, tree.title or None, None if found is None else dt.date.fromisoformat(found))
