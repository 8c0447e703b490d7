"""Writing files so that what was there stays whole until what comes is."""

from __future__ import annotations

import contextlib
import os
import secrets
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import IO


@contextlib.contextmanager
def replacing(path: Path, aside: Path | None = None) -> Iterator[IO[bytes]]:
    """Open a file whose content takes the place of `path` once all of it is on the disk.

    It is written beside the old one, or where `aside` says on the same disk, and renamed over it: a full
    disk, an error or a crash leaves the old file as it was. A link stays a link, and the file that it names
    is replaced. What is no ordinary file (a pipe, a terminal) is written to as it comes.

    Raises
    ------
    OSError
        As of `open` and `write`, with the name of `path`.

    Examples
    --------
    >>> import tempfile
    >>> from pathlib import Path
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     with replacing(Path(folder, "note.txt")) as file:
    ...         _ = file.write(b"done")
    ...     [(path.name, path.read_text()) for path in Path(folder).iterdir()]
    [('note.txt', 'done')]
    """
    target = path.resolve()
    try:
        if target.exists() and not target.is_file():
            with path.open("wb") as file:
                yield file
            return
        aside = aside or target.with_name(f".{target.name}.{secrets.token_hex(4)}")
        try:
            with aside.open("xb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            if target.exists():
                aside.chmod(target.stat().st_mode)
            aside.replace(target)
        finally:
            aside.unlink(missing_ok=True)
    except OSError as error:
        error.filename = str(path)  # the file that was asked for, not the one beside it
        raise


def given(text: str, path: str | os.PathLike[str] | None) -> str | None:
    """Write a text to `path`, or give it back where there is none: what pandas' writers do."""
    if path is None:
        return text
    with replacing(Path(path)) as file:
        file.write(text.encode())
    return None
