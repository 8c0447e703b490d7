"""Arrow batches of pages in, Arrow batches of facts out: what engines for many machines call."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any, Literal, get_args

from mujun import _core
from mujun.errors import MujunError
from mujun.facts.fact import Fact
from mujun.page.document import Document, Notice
from mujun.reading.many import read_each
from mujun.reading.sources import unreadable

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Iterator, Sequence

    import pyarrow as pa

    from mujun.knowledge import Knowledge
    from mujun.page.document import Share

What = Literal["facts", "notices"]

PAGES_A_BATCH = 1000  # what bounds the memory of a batch that goes out, however large the one that comes in

_NOTICE_TYPES = {
    "page": "string",
    "code": "string",
    "message": "string",
    "start": "int64",
    "end": "int64",
    "text": "string",
    "byte_offset": "int64",
}
_DDL_TYPES = {
    "string": "STRING",
    "int32": "INT",
    "int64": "BIGINT",
    "float": "FLOAT",
    "double": "DOUBLE",
    "date32[day]": "DATE",
}


def batches(
    batches: Iterable[pa.RecordBatch],
    *,
    text: str = "text",
    name: str | None = None,
    published: str | dt.date | None = None,
    subject: str | None = None,
    keep: Sequence[str] = ("id",),
    what: What = "facts",
    knowledge: Knowledge | None = None,
) -> Iterator[pa.RecordBatch]:
    """Read the pages of Arrow batches, a page a row, into batches of facts.

    It is Spark's `mapInArrow` function as it stands, and fits a loop over pyarrow's batches. Pages are read
    one by one on the calling thread (an engine runs a task a core), and memory holds a batch of them.

    Parameters
    ----------
    batches
        Of any number of rows.
    text
        The column of the pages' texts.
    name
        The column of what `page` says; by default the first column of `keep`.
    published
        The column of the days of publication, or one day for all pages.
    subject
        The column of the pages' places, where a page does not say.
    keep
        Columns to carry along, repeated for each row of the page.
    what
        "notices" gives what a person should know about the pages in place of their facts. A page that
        cannot be read has no facts and the notice `unreadable_page`; it stops nothing.
    knowledge
        A knowledge base with entries of your own.

    Yields
    ------
    pyarrow.RecordBatch
        The kept columns, then those of the fact table (or of the notices). Pages come in order. `group` and
        `parent` count from the page's first row, so that they do not depend on how pages were batched.

    Raises
    ------
    MujunError
        Where a column is missing, is of a wrong type, or would be there twice.

    Examples
    --------
    >>> import pyarrow as pa
    >>> import mujun as mj
    >>> pages = pa.table({"id": [7, 8], "text": ["2018年，路桥区税收12.5亿元。", None]})
    >>> [facts] = mj.batches(pages.to_batches())
    >>> facts.select(["id", "page", "text"]).to_pylist()
    [{'id': 7, 'page': '7', 'text': '12.5亿元'}]
    >>> [notices] = mj.batches(pages.to_batches(), what="notices")
    >>> notices.select(["id", "code", "message"]).to_pylist()
    [{'id': 8, 'code': 'unreadable_page', 'message': '8: the page has no text (null)'}]
    """
    names = _columns_of(what)
    if isinstance(keep, str):
        raise MujunError(f"keep={keep!r}: give a list of columns")
    for column in keep:
        if column in names or list(keep).count(column) > 1:
            raise MujunError(f"keep: the {what} would have two columns {column!r}: rename yours")
    if name is None and keep:
        name = keep[0]

    def rows_of(pages: pa.RecordBatch) -> pa.RecordBatch:
        places = _values(pages, subject, "subject")
        loaded = map(
            _loaded,
            _texts(pages, text),
            _values(pages, name, "name", ""),
            _values(pages, published, "published"),
        )
        table, shares = read_each(list(zip(loaded, map(_as_text, places), strict=True)), knowledge)
        if what == "facts":
            rows, counts = _fact_rows(table, shares), [share.rows for share in shares]
        else:
            rows, counts = _notice_rows(shares), [len(share.notices) for share in shares]
        return _with_keys(rows, pages, keep, counts)

    return (rows_of(pages) for batch in batches for pages in _slices(batch))


def batches_ddl(keep: str = "", *, what: What = "facts") -> str:
    """Give the schema of what `batches` yields as Spark writes schemas.

    Parameters
    ----------
    keep
        The kept columns with their types, as in `"id BIGINT"`.
    what
        As of `batches`.

    Raises
    ------
    MujunError
        Where `what` is neither "facts" nor "notices".

    Examples
    --------
    >>> import mujun as mj
    >>> mj.batches_ddl("id BIGINT")[:44]
    'id BIGINT, `page` STRING, `article` INT, `st'
    """
    _columns_of(what)
    schema = (_fact_rows(_core.FactTable(), []) if what == "facts" else _notice_rows([])).schema
    columns = [f"`{field.name}` {_DDL_TYPES[str(field.type)]}" for field in schema]
    return ", ".join([keep, *columns] if keep.strip() else columns)


def _columns_of(what: What) -> Sequence[str]:
    if what not in get_args(What):
        raise MujunError(f"what={what!r}: choose 'facts' or 'notices'")
    return Fact._fields if what == "facts" else Notice._fields


def _slices(batch: pa.RecordBatch) -> Iterator[pa.RecordBatch]:
    """Cut a batch; an empty one stays, so that its schema gets through."""
    if not hasattr(batch, "num_rows") or not hasattr(batch, "schema"):
        raise MujunError(f"batches() takes an iterable of pyarrow.RecordBatch, not of {type(batch).__name__}")
    for first in range(0, max(batch.num_rows, 1), PAGES_A_BATCH):
        yield batch.slice(first, PAGES_A_BATCH)


def _column(pages: pa.RecordBatch, name: str, argument: str) -> pa.Array:
    found = pages.schema.get_all_field_indices(name)
    if len(found) != 1:
        number = "no column" if not found else f"{len(found)} columns"
        hint = "; one day for all pages is a datetime.date" if argument == "published" else ""
        raise MujunError(
            f"{argument}: the batch has {number} {name!r}, but {', '.join(pages.schema.names)}{hint}"
        )
    return pages.column(found[0])


def _texts(pages: pa.RecordBatch, name: str) -> list[str | None]:
    column = _column(pages, name, "text")
    if str(column.type) not in {"string", "large_string", "string_view", "null"}:
        raise MujunError(f"text: column {name!r} holds {column.type}, not text")
    texts: list[str | None] = column.to_pylist()
    return texts


def _values(pages: pa.RecordBatch, of: str | dt.date | None, argument: str, default: Any = None) -> list[Any]:  # noqa: ANN401 -- a column has any type
    if not isinstance(of, str):
        return [default if of is None else of] * pages.num_rows
    values: list[Any] = _column(pages, of, argument).to_pylist()
    return values


def _as_text(value: object) -> str | None:
    return None if value is None else str(value)


def _loaded(text: str | None, name: object, day: dt.date | str | None) -> Document | Notice:
    page = _as_text(name) or ""
    if text is None:
        return unreadable(page, MujunError(f"{page}: the page has no text (null)"))
    try:
        return Document(text, name=page, published=day)
    except MujunError as error:
        return unreadable(page, error)


def _fact_rows(table: _core.FactTable, shares: list[Share]) -> pa.Table:
    """Give the facts with `group` and `parent` counted from each page's first row."""
    import pyarrow as pa
    import pyarrow.compute as pc

    counts = [share.rows for share in shares]
    firsts = {
        "group": [share.first_group for share in shares],
        "parent": list(itertools.accumulate(counts, initial=0))[:-1],
    }
    rows = pa.table(table)
    for column, numbers in firsts.items():
        first = pa.array(numbers, pa.int32()).take(_repeated(counts))
        own = pc.subtract(rows[column], first)
        rows = rows.set_column(rows.schema.get_field_index(column), column, own)
    return rows


def _notice_rows(shares: list[Share]) -> pa.Table:
    import pyarrow as pa

    rows = [notice for share in shares for notice in share.notices]
    return pa.table(
        {
            name: pa.array([row[at] for row in rows], kind)
            for at, (name, kind) in enumerate(_NOTICE_TYPES.items())
        }
    )


def _with_keys(
    rows: pa.Table, pages: pa.RecordBatch, keep: Sequence[str], counts: list[int]
) -> pa.RecordBatch:
    import pyarrow as pa

    keys = [_column(pages, name, "keep").take(_repeated(counts)) for name in keep]
    return pa.RecordBatch.from_arrays(
        [*keys, *(column.combine_chunks() for column in rows.columns)],
        names=[*keep, *rows.schema.names],
    )


def _repeated(counts: list[int]) -> pa.Array:
    """Give each page's number as often as it has rows."""
    import pyarrow as pa

    return pa.array([at for at, count in enumerate(counts) for _ in range(count)], pa.int64())
