"""Looking at facts where they were read: the page with its figures marked, and the table beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from mujun.errors import MujunError
from mujun.facts.facts import Facts
from mujun.page.document import Document
from mujun.table.files import given
from mujun.view.page import default_limit, fragment, whole_page

if TYPE_CHECKING:
    import os

    from mujun.view.markup import Html

__all__ = ["HtmlPage", "explain", "fragment"]


class HtmlPage(str):
    """A page of HTML, as text; in a notebook it shows itself."""

    __slots__ = ("_facts", "_limit")
    _facts: Facts
    _limit: int

    def __new__(cls, facts: Facts, limit: int) -> Self:
        """Make the page of some facts."""
        page = super().__new__(cls, whole_page(facts, limit))
        page._facts, page._limit = facts, limit
        return page

    def save(self, path: str | os.PathLike[str]) -> None:
        """Write the page to a file, as UTF-8; what was there is replaced once the page is whole."""
        given(self, path)

    def __repr__(self) -> str:
        return f"HtmlPage({len(self)} characters)"

    def _repr_html_(self) -> Html:
        return fragment(self._facts, self._limit)


def explain(facts: Facts | Document, *, limit: int = default_limit) -> HtmlPage:
    """Show where each figure was read, as a page of HTML that needs nothing else and no network.

    The page's text has every figure marked by its status; pointing at one, with the mouse or the keyboard,
    shows its full reading. Beside the text stands the table, which a click on a column's head sorts; each row
    leads to its place and each figure to its row. Notices lead to the places that they are of.

    Parameters
    ----------
    facts
        Facts, or a page whose facts are read with what the page itself says.
    limit
        How many pages to show, those with figures first; a line says how many are left out.

    Returns
    -------
    HtmlPage
        A `str` with a method `save(path)`.

    Raises
    ------
    MujunError
        Where `facts` is something else, or `limit` is below 1.

    Examples
    --------
    >>> import mujun as mj
    >>> page = mj.explain(mj.extract("2018年，路桥区财政总收入12.5亿元。"))
    >>> "12.5亿元</a>" in page
    True
    >>> page.save("page.html")  # doctest: +SKIP
    """
    if isinstance(facts, Document):
        facts = facts._own_facts
    if not isinstance(facts, Facts):
        raise MujunError(
            f"explain() takes Facts or a Document, not {type(facts).__name__}: see mujun.extract()"
        )
    if limit < 1:
        raise MujunError(f"limit={limit}: give a number of pages, 1 or more")
    return HtmlPage(facts, limit)
