"""The fact table: one row a number mention, with the columns that every output shares."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mujun import _core
from mujun.errors import MujunError
from mujun.facts.fact import Fact
from mujun.facts.outputs import Outputs
from mujun.knowledge import Knowledge
from mujun.values.amounts import plural

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable, Sequence

    from mujun.figures.derived import Audit, Derived, Progress
    from mujun.figures.panel import Conflict, Panel
    from mujun.page.document import Document, Notice
    from mujun.values.parsing import PeriodLike


class Facts(Outputs):
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
    kind = "facts"

    def __init__(
        self,
        table: _core.FactTable,
        documents: Sequence[Document] = (),
        notices: Sequence[Notice] = (),
        owners: Sequence[int] | None = None,
        knowledge: Knowledge | None = None,
    ) -> None:
        super().__init__(table, knowledge)
        self._documents = tuple(documents)
        self._notices = list(notices)
        self._owners = [0] * len(table) if owners is None else owners  # each row's document

    @classmethod
    def concat(cls, parts: Iterable[Facts]) -> Facts:
        """Put tables one behind another; `group` and `parent` numbers stay unique.

        Examples
        --------
        >>> import mujun as mj
        >>> pages = [mj.extract("全区财政总收入12.5亿元。", name=name) for name in ("a", "b")]
        >>> [fact.page for fact in mj.Facts.concat(pages)]
        ['a', 'b']
        """
        whole = _core.FactTable()
        documents: list[Document] = []
        notices: list[Notice] = []
        owners: list[int] = []
        known: dict[Knowledge | None, None] = {}  # an ordered set
        for part in parts:  # which may still be made on other threads
            if not isinstance(part, Facts):
                raise MujunError(f"concat() takes an iterable of Facts, not of {type(part).__name__}")
            owners += [len(documents) + owner for owner in part._owners]
            whole.append(part._table)
            documents += part._documents
            notices += part._notices
            known[part._knowledge] = None
        return cls(whole, documents, notices, owners, Knowledge.joined(known))

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
        return Facts(self._table.take(list(rows)), self._documents, self._notices, owners, self._knowledge)

    def explain(self, at: int) -> dict[str, Any]:
        """Say where row `at` comes from: the mention, its clause, the rule and the knowledge entries it used.

        `entries` are named `class:id`, as the knowledge files name them.

        Examples
        --------
        >>> import mujun as mj
        >>> told = mj.extract("全区财政总收入12.5亿元。").explain(0)
        >>> told["rule"], told["entries"]
        ('level', ['subject_word:county', 'indicator:fiscal_revenue', 'unit:yuan'])
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

    def panel(
        self,
        *,
        index: str = "subject",
        columns: str = "indicator",
        period: PeriodLike = None,
        measure: str = "level",
        status: str = "actual",
        conflict: Conflict = "raise",
        confidence: float = 0.5,
    ) -> Panel:
        """Make a panel of the facts of one measure, status and period, to compute on.

        Parameters
        ----------
        index, columns
            What the rows and the columns are: "subject", "region_code", "indicator", "indicator_code",
            "reference", "page" or "period". Where neither is "period", all facts must be of one.
        period
            Keep the facts of this period: `2019Q1`, `2019`, `2019-05`, 2019年一季度, or its first and last
            day. A stock (年末) is of every period that ends on its day.
        measure, status
            Which facts, by the names of the table.
        conflict
            What to do where rows say different figures of one cell: "raise", "mask" it, or take the "first",
            the "last" or the "mean". Figures that only differ in how exactly they are printed do not
            contradict each other; the more exact one is taken.
        confidence
            Facts read with less are masked.

        Returns
        -------
        Panel
            Its `low` and `high` are the bounds that the printed digits and qualifiers leave.

        Raises
        ------
        MujunError
            Where no fact is left, facts are of unlike periods, bases or references, units do not convert, or
            rows contradict each other; it names them.

        Examples
        --------
        >>> import mujun as mj
        >>> text = "2018年，路桥区、黄岩区财政总收入分别为12.5亿元、9亿元。"
        >>> panel = mj.extract(text).panel(period="2018").convert("亿元")
        >>> panel.index, panel.columns, panel.values.tolist()
        (['路桥区', '黄岩区'], ['财政总收入'], [[12.5], [9.0]])
        """
        from mujun.figures.panel_facts import of_facts

        return of_facts(
            self,
            index,
            columns,
            period,
            measure=measure,
            status=status,
            conflict=conflict,
            confidence=confidence,
        )

    def derive(self) -> Derived:
        """Give what each page implies without saying it: last year's base, the province's growth, the plan.

        A base is level ÷ (1 + growth), a reference's growth the own growth less the gap, a plan what is done
        ÷ its completion, a whole a part ÷ its share, an earlier figure the figure less its change; a growth
        lies between two levels, a per-mu figure is a total ÷ an area. Facts are put together only where
        indicator, subject and period agree. See `Derived` for the columns and an example.

        Returns
        -------
        Derived
            A table with `value` in `unit`, the bounds `low` and `high`, and the `formula`.
        """
        from mujun.figures.derived import derive

        return derive(self)

    def audit(self) -> Audit:
        """Check whether the pages agree with themselves and with each other; nothing is put right.

        Sums of parts against their total, growth and change against two levels, share against part and
        whole, completion against the target, 拉动 against 贡献率, figures told twice, and uneven lists of
        分别. A check holds where the bounds of the printed figure and of what the others lead to meet. Where
        current and constant prices, a changed scope or a revised base may explain a mismatch, the message
        says so. Facts with a confidence below 0.5 take no part. See `Audit` for the columns and an example.

        Returns
        -------
        Audit
            A table with `ok`, `expected_low`, `expected_high`, `found`, the rows and a message.
        """
        from mujun.figures.derived import audit

        return audit(self)

    def progress(self, *, as_of: dt.date | str | None = None, tolerance: float = 5) -> Progress:
        """Set targets against what was done: the project service card (项目服务卡).

        A target meets the latest figure of the same indicator, subject and unit within its time, on whichever
        page. An amount or a count is `on_track` where its completion is near the elapsed share of the time; a
        rate where it is as the target wants it. Where less is better (能耗), more than the target is
        `behind`. See `Progress` for the columns and an example.

        Parameters
        ----------
        as_of
            The day to judge by; figures after it are left out. By default each target is judged by the last
            day of its own figure.
        tolerance
            How many points the completion may differ from the elapsed share and still be on track.

        Raises
        ------
        MujunError
            Where the tolerance is no number from 0 to 100, or `as_of` no day.
        """
        from mujun.figures.derived import progress

        return progress(self, as_of, tolerance)

    def __repr__(self) -> str:
        pages, notices = plural(len(self._documents), "page"), plural(len(self._notices), "notice")
        return f"Facts({plural(len(self), 'row')} of {pages}, {notices})"

    def _repr_html_(self) -> str:
        from mujun.view import fragment

        return fragment(self)
