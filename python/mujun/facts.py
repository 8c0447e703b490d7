"""The fact table: one row a number mention, with the columns that every output shares."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING, Any, NamedTuple

from mujun import _core
from mujun.outputs import Outputs
from mujun.table import Table

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from mujun.document import Document, Notice


class Fact(NamedTuple):
    """A row of the fact table."""

    page: str
    article: int
    start: int
    end: int
    text: str
    indicator: str
    indicator_code: str | None
    subject: str | None
    region_code: str | None
    measure: str
    basis: str | None
    reference: str | None
    value: float
    value_high: float | None
    unit: str
    base_value: float
    base_unit: str
    precision: float
    qualifier: str
    status: str
    period_start: dt.date | None
    period_end: dt.date | None
    evidence_start: int
    evidence_end: int
    group: int | None
    parent: int | None
    confidence: float
    rule: str


class Facts(Table[_core.FactTable, Fact], Outputs):
    """The facts of one page or many.

    `pl.DataFrame(facts)`, `pa.table(facts)` and `duckdb.sql("from facts")` read it without a copy.

    Examples
    --------
    >>> import mujun as mj
    >>> facts = mj.extract("2018年，全区财政总收入12.5亿元。", subject="路桥区")
    >>> facts.columns[:5]
    ('page', 'article', 'start', 'end', 'text')
    """

    _record = Fact
    _kind = "facts"

    def __init__(
        self,
        table: _core.FactTable,
        documents: Sequence[Document] = (),
        notices: Sequence[Notice] = (),
        owners: Sequence[int] | None = None,
    ) -> None:
        super().__init__(table)
        self._documents = tuple(documents)
        self._notices = list(notices)
        self._owners = [0] * len(table) if owners is None else owners  # each row's document

    @classmethod
    def concat(cls, parts: Iterable[Facts]) -> Facts:
        """Put tables one behind another; `group` and `parent` numbers stay unique."""
        parts = list(parts)
        first_document = itertools.accumulate((len(part._documents) for part in parts), initial=0)
        return cls(
            _core.FactTable.concat([part._table for part in parts]),
            [document for part in parts for document in part._documents],
            [notice for part in parts for notice in part._notices],
            [
                first + owner
                for part, first in zip(parts, first_document, strict=False)
                for owner in part._owners
            ],
        )

    @property
    def documents(self) -> tuple[Document, ...]:
        """The pages that were read."""
        return self._documents

    @property
    def notices(self) -> list[Notice]:
        """What a person should know about the pages: nothing is dropped silently."""
        return list(self._notices)

    def _take(self, rows: Sequence[int]) -> Facts:
        owners = [self._owners[row] for row in rows]
        return Facts(self._table.take(list(rows)), self._documents, self._notices, owners)

    def explain(self, at: int) -> dict[str, Any]:
        """Say where row `at` comes from: the mention, its clause, the rule and the knowledge entries it used.

        `entries` are named `class:id`, as the knowledge files name them.
        """
        row = self._row_number(at)
        fact = self[row]
        text = self._documents[self._owners[row]].text
        return {
            "page": fact.page,
            "text": fact.text,
            "evidence": text[fact.evidence_start : fact.evidence_end],
            "rule": fact.rule,
            "entries": self._table.entries(row).split(),
            "confidence": fact.confidence,
        }

    def __repr__(self) -> str:
        return f"Facts({len(self)} rows of {len(self._documents)} pages, {len(self._notices)} notices)"

    def _repr_html_(self) -> str:
        from mujun.view import fragment

        return fragment(self)
