"""What was read so far of many pages, kept beside the file that is being made: a run may go on with it."""

from __future__ import annotations

import collections
import json
import os
import shutil
from typing import TYPE_CHECKING, Any, NamedTuple

from mujun.errors import MujunError
from mujun.knowledge import dictionary
from mujun.page.document import Notice
from mujun.table import frames
from mujun.table.files import replacing

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path
    from types import TracebackType
    from typing import Self

    import pyarrow as pa

    from mujun.facts.facts import Facts
    from mujun.knowledge.dictionary import Column, Language

TALLY = b"mujun.tally"


class Tally(NamedTuple):
    """What the pages of a part came to."""

    pages: int
    rows: int
    groups: int
    notices: Mapping[str, int]
    unreadable: list[Notice]

    @classmethod
    def of(cls, pages: int, facts: Facts) -> Tally:
        """Count what the pages came to."""
        codes = collections.Counter(notice.code for notice in facts.notices)
        unreadable = [notice for notice in facts.notices if notice.code == "unreadable_page"]
        return cls(pages, len(facts), facts._table.groups, codes, unreadable)

    @classmethod
    def stored(cls, text: bytes) -> Tally:
        """Give it back from what was written."""
        pages, rows, groups, notices, unreadable = json.loads(text)
        return cls(pages, rows, groups, notices, [Notice(*notice) for notice in unreadable])


class StoredFacts:
    """Facts that lie in a file, as writers take them."""

    def __init__(self, rows: pa.Table, digest: str) -> None:
        self._rows = rows
        self._digest = digest

    @property
    def described(self) -> dict[str, Column]:
        """What the columns mean."""
        return dictionary.of("facts")

    def __iter__(self) -> Iterator[tuple[Any, ...]]:
        for batch in self._rows.to_batches(max_chunksize=1000):
            yield from zip(*(column.to_pylist() for column in batch.columns), strict=True)

    def to_arrow(self, *, language: Language | None = None) -> pa.Table:
        """Give the table, its columns named in a language and described."""
        return frames.described(self._rows, self.described, self._digest, language)


class Parts:
    """The parts of a file that is being made, in a folder beside it; each is whole, or it is not there.

    The folder goes once all is done. Where something goes wrong it stays, for a run that resumes. One run at
    a time may have it.

    Parameters
    ----------
    target
        The file that is being made.
    resume
        Keep what an earlier run left; else it is thrown away.
    """

    def __init__(self, target: Path, *, resume: bool) -> None:
        self._target = target
        self._resume = resume
        whole = target.resolve()
        self._folder = whole.with_name(f".{whole.name}.parts")
        self.whole = self._folder / "whole"  # where the file is put together

    def __enter__(self) -> Self:
        import fcntl  # which only Unix has

        try:
            self._folder.mkdir(exist_ok=True)
            self._lock = os.open(self._folder, os.O_RDONLY)
        except OSError as error:
            error.filename = str(self._target)  # the file that was asked for, not what is beside it
            raise
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            os.close(self._lock)
            raise MujunError(f"{self._target}: another run is writing it; wait for its end") from None
        for left in self._folder.iterdir():
            if not self._resume or left.suffix != ".arrow":  # what was being written when the run was cut off
                left.unlink()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is None or not any(self._folder.glob("*.arrow")):
            shutil.rmtree(self._folder)
        else:
            error.add_note("(What was read is kept: resume goes on from there.)")
        os.close(self._lock)

    def clear(self) -> None:
        """Throw away what is there."""
        for left in self._folder.iterdir():
            left.unlink()

    def __contains__(self, name: str) -> bool:
        return self._path(name).exists()

    def add(self, name: str, pages: int, facts: Facts) -> None:
        """Keep the facts of some pages under a name."""
        import pyarrow as pa

        rows = pa.table(facts._table).replace_schema_metadata({TALLY: json.dumps(Tally.of(pages, facts))})
        options = pa.ipc.IpcWriteOptions(compression="lz4")
        try:
            with (
                replacing(self._path(name)) as out,
                pa.ipc.new_file(out, rows.schema, options=options) as file,
            ):
                file.write_table(rows)
        except OSError as error:
            error.filename = str(self._target)
            raise

    def tallies(self, names: Iterable[str]) -> Iterator[Tally]:
        """Say what each part came to."""
        import pyarrow as pa

        for name in names:
            with pa.ipc.open_file(self._path(name)) as file:
                yield Tally.stored(file.schema.metadata[TALLY])

    def tables(self, names: Iterable[str], digest: str) -> Iterator[StoredFacts]:
        """Give the parts' facts one behind another; `group` and `parent` numbers stay unique."""
        import pyarrow as pa

        groups = rows = 0
        for name in names:
            with pa.ipc.open_file(self._path(name)) as file:
                part = file.read_all()
            tally = Tally.stored(part.schema.metadata[TALLY])
            yield StoredFacts(_shifted(part, group=groups, parent=rows), digest)
            groups += tally.groups
            rows += tally.rows

    def _path(self, name: str) -> Path:
        return self._folder / f"{name}.arrow"


def _shifted(rows: pa.Table, **firsts: int) -> pa.Table:
    import pyarrow as pa
    import pyarrow.compute as pc

    for column, first in firsts.items():
        try:
            moved = pc.add_checked(rows[column], pa.scalar(first, pa.int32()))
        except pa.ArrowInvalid as error:
            raise MujunError("more than 2,147,483,647 rows: write several files") from error
        rows = rows.set_column(rows.schema.get_field_index(column), column, moved)
    return rows
