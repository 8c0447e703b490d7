"""A page in, its facts out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mujun.errors import MujunError, as_date
from mujun.facts.facts import Facts
from mujun.page.document import Document, read_together

if TYPE_CHECKING:
    from mujun.knowledge import Knowledge
    from mujun.page.document import Day


def extract(
    page: str | Document,
    *,
    published: Day = None,
    subject: str | None = None,
    name: str | None = None,
    knowledge: Knowledge | None = None,
) -> Facts:
    """Read the facts of a text or a `Document`.

    Parameters
    ----------
    page
        A text, or a page that `read` gave.
    published
        The day of publication, which anchors 今年 and 去年.
    subject
        The page's place, where the page does not say.
    name
        What the `page` column says.
    knowledge
        A knowledge base with entries of your own.

    Returns
    -------
    Facts
        A row a number that the page tells of; what a person should know is in its `notices`.

    Raises
    ------
    MujunError
        Where there is no text, or `published` is no day.

    Examples
    --------
    >>> import mujun as mj
    >>> facts = mj.extract("今年一季度，路桥区财政总收入12.5亿元，同比增长8.2%。", published="2019-05-10")
    >>> [(fact.measure, fact.value, fact.unit, str(fact.period_end)) for fact in facts]
    [('level', 1250000000.0, '元', '2019-03-31'), ('growth', 8.2, '%', '2019-03-31')]
    """
    if isinstance(page, str):
        page = Document.from_text(page, name=name or "", published=published)
    elif not isinstance(page, Document):
        raise MujunError(f"extract() takes a text or a Document, not {type(page).__name__}: see mujun.read()")
    else:
        page = (page if name is None else page.renamed(name))._dated(as_date(published))
    table, [share] = read_together([(page, subject)], knowledge)
    return Facts(table, [page], share.notices, knowledge=knowledge)
