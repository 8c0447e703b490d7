"""Bytes in, a page out: its encoding found, its HTML turned into the text that it shows."""

from __future__ import annotations

import os
from pathlib import Path
from typing import IO, TYPE_CHECKING

from mujun import _core
from mujun.errors import MujunError, as_date
from mujun.page.document import Document
from mujun.page.html.visible import looks_like_html, visible

if TYPE_CHECKING:
    from mujun.page.document import Day, NoticeTuple


def read(
    source: str | os.PathLike[str] | bytes | IO[bytes],
    *,
    encoding: str | None = None,
    html: bool | None = None,
    published: Day = None,
    name: str | None = None,
) -> Document:
    """Read a page: a path, bytes or a binary file.

    A `str` is always a path; a text goes to `Document.from_text`. Encoding and HTML are found out where they
    are not given. HTML is turned into the text that it shows, by the extra `html`; it may give its day.

    Examples
    --------
    >>> read("全区财政总收入12.5亿元".encode(), name="note").text
    '全区财政总收入12.5亿元'
    """
    data, found_name = _bytes_of(source)
    name = name if name is not None else found_name
    decoded = _core.decode(data, encoding or "")
    if decoded is None:
        known = ", ".join(_core.encodings())
        raise MujunError(f"encoding={encoding!r} is unknown: mujun reads {known}")
    text, used, notices = decoded
    broken = [notice for notice in notices if notice[0] == "undecodable_bytes"]
    if "\0" in text or _is_foreign(text, len(broken)):
        raise MujunError(f"{name or 'the page'} is no text in {used}: convert it to a text in {used} first")
    day, title = as_date(published), None
    if looks_like_html(text) if html is None else html:
        text, title, own_day = visible(text, name)
        day = day or own_day
        notices = _placed_anew(notices, text)
    return Document(text, name=name, published=day, title=title, encoding=used, decoding=tuple(notices))


def _is_foreign(text: str, broken: int) -> bool:
    """Tell bytes that are no text, or text in another encoding, from a page with a few broken places.

    ASCII is the same in nearly every encoding, so only the other characters tell.
    """
    return broken > 0 and 2 * broken > sum(not char.isascii() for char in text)


def _placed_anew(notices: list[NoticeTuple], text: str) -> list[NoticeTuple]:
    """Give the notices of a page of HTML their places in the text that it shows.

    Broken bytes follow their marks, in order; those that are not shown, and the declaration, have no place.
    """
    marks = [at for at, char in enumerate(text) if char == "\ufffd"]
    broken = sum(notice[0] == "undecodable_bytes" for notice in notices)
    places = iter(marks if len(marks) == broken else ())
    placed: list[NoticeTuple] = []
    for code, message, _, _, byte_offset in notices:
        at = next(places, None) if code == "undecodable_bytes" else None
        placed.append((code, message, at or 0, 0 if at is None else at + 1, byte_offset))
    return placed


def _bytes_of(source: str | os.PathLike[str] | bytes | IO[bytes]) -> tuple[bytes, str]:
    if isinstance(source, (bytes, bytearray, memoryview)):
        return bytes(source), ""
    if isinstance(source, (str, os.PathLike)):
        try:
            return Path(source).read_bytes(), os.fspath(source)
        except (OSError, ValueError) as error:  # ValueError: a name that no file can have
            reason = error.strerror if isinstance(error, OSError) else str(error)
            raise MujunError(f"{os.fspath(source)!r} cannot be read: {reason}") from error
    if hasattr(source, "read"):
        data = source.read()
        if not isinstance(data, bytes):
            raise MujunError(
                "the file gives text, not bytes: open it in binary mode, or use Document.from_text"
            )
        return data, str(getattr(source, "name", ""))
    raise MujunError(f"a page is a path, bytes or a binary file, not {type(source).__name__}")
