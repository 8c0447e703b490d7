"""The rows of the fact table, beside the text that they were read from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from mujun.knowledge import dictionary
from mujun.view import wording
from mujun.view.markup import Html, element

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mujun.facts.fact import Fact
    from mujun.view.card import Figure


class _Column(NamedTuple):
    """What a column shows of a fact, and what it is sorted by: unlike units never meet."""

    name: str
    shown: Callable[[Fact], str]
    key: Callable[[Fact], tuple[Any, ...]]
    means: str  # the fact table's column that says what it means
    lang: str | None = None


_columns = (
    _Column("indicator", lambda fact: fact.indicator, lambda fact: (fact.indicator,), "indicator", "zh"),
    _Column("subject", lambda fact: fact.subject or "", lambda fact: (fact.subject,), "subject", "zh"),
    _Column("value", wording.value, lambda fact: (fact.base_unit, fact.base_value), "value", "zh"),
    _Column("measure", wording.measure, lambda fact: (fact.measure, fact.basis), "measure"),
    _Column("period", wording.period, lambda fact: (fact.period_end, fact.period_start), "period_end"),
    _Column("status", lambda fact: fact.status, lambda fact: (fact.status,), "status"),
    _Column("confidence", wording.confidence, lambda fact: (fact.confidence,), "confidence"),
)


def table(figures: Sequence[Figure], prefix: str) -> Html:
    """Show the figures as a table; each cell knows its place (`data-rank`) in its column's order."""
    ranks = [_ranks([column.key(figure.fact) for figure in figures]) for column in _columns]
    meant = dictionary.of("facts")
    head = [element("th", "row", scope="col", css="row", title="its number in the table, from 0")] + [
        element("th", column.name, scope="col", css=column.name, title=meant[column.means].definition)
        for column in _columns
    ]
    rows = [
        element("tr", _row_cell(at, figure, prefix), *_cells(figure, [rank[at] for rank in ranks]))
        for at, figure in enumerate(figures)
    ]
    return element(
        "table", element("thead", element("tr", *head)), element("tbody", *rows), css="table", lang="en"
    )


def _row_cell(at: int, figure: Figure, prefix: str) -> Html:
    link = element(
        "a",
        str(figure.row),
        id=f"{prefix}-r{figure.row}",
        href=f"#{prefix}-m{figure.row}",
        aria_label=f"row {figure.row}: to its place in the text",
    )
    return element("td", link, css="row", data_rank=str(at))


def _cells(figure: Figure, ranks: Sequence[int]) -> list[Html]:
    cells = []
    for column, rank in zip(_columns, ranks, strict=True):
        shown: str = column.shown(figure.fact)
        if column.name == "status":
            shown = element("span", shown, css=f"mark {figure.css}")
        cells.append(element("td", shown, css=column.name, lang=column.lang, data_rank=str(rank)))
    return cells


def _ranks(keys: Sequence[tuple[Any, ...]]) -> list[int]:
    """Rank the keys by their order, equal ones alike; what is missing comes last.

    Examples
    --------
    >>> _ranks([("b",), (None,), ("a",), ("b",)])
    [1, 2, 0, 1]
    """
    comparable = [tuple((part is None, part) for part in key) for key in keys]
    place = {key: number for number, key in enumerate(sorted(set(comparable)))}
    return [place[key] for key in comparable]
