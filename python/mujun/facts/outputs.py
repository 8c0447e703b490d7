"""What a fact table becomes besides frames and files: the wide table, and SDMX."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mujun import _core
from mujun.facts.fact import Fact
from mujun.table.files import given
from mujun.table.table import Table

if TYPE_CHECKING:
    import os
    from collections.abc import Sequence

    import pandas as pd

    from mujun.facts.conflicts import Conflict
    from mujun.knowledge.dictionary import Language
    from mujun.sdmx.observations import Undated
    from mujun.values.parsing import PeriodLike


class Outputs(Table[_core.FactTable, Fact]):
    """The part of `Facts` that leads out of it."""

    def pivot(
        self,
        index: str | Sequence[str] = "subject",
        columns: str | Sequence[str] = "indicator",
        values: str = "value",
        *,
        period: PeriodLike = None,
        conflict: Conflict = "raise",
        language: Language | None = None,
    ) -> pd.DataFrame:
        """Make the wide frame: by default a row a subject, a column an indicator in a period.

        An indicator's head says its measure and unit too, and its status where that is not `actual`, so that
        a column holds like with like. Rows and columns come as they first appear, periods by their days.

        Parameters
        ----------
        index, columns
            One or several columns of the table, or "period". Where neither names it, the period comes as
            the last level of the columns. "indicator" keeps the pages' wordings apart; under
            "indicator_code" the wordings of one indicator of the knowledge base meet.
        values
            The column that fills the cells.
        period
            Keep the rows of this period: `2019Q1`, `2019`, `2019-05`, 2019年一季度, or its first and last
            day; what is known at a day is of every period that ends on it. The columns then have no level
            for it.
        conflict
            What to do where rows say different values for one cell: "raise", or keep the "first" or "last".
        language
            "zh" for Chinese heads.

        Raises
        ------
        MujunError
            Where rows contradict each other (it names them), or no column has the name.

        Examples
        --------
        >>> import mujun as mj
        >>> text = "2018年，路桥区税收收入12.5亿元，同比增长8.2%；椒江区税收收入9亿元，同比增长5%。"
        >>> wide = mj.extract(text).pivot(period="2018", language="zh")
        >>> list(wide.columns)
        ['税收收入（元）', '税收收入同比增速（%）']
        >>> wide.loc["椒江区"].to_list()
        [900000000.0, 5.0]
        """
        from mujun.facts.pivot import pivot

        return pivot(self, index, columns, values, period=period, conflict=conflict, language=language)

    def to_sdmx_csv(
        self,
        path: str | os.PathLike[str] | None = None,
        *,
        conflict: Conflict = "raise",
        undated: Undated = "raise",
    ) -> str | None:
        """Write SDMX-CSV 2.0, one line an observation, for a statistical database.

        `mujun.sdmx.components()` lists the columns and what they mean; `to_sdmx_structure` writes the
        definition that a reader needs. Rows that say the same of the same thing become one observation.

        Parameters
        ----------
        path
            Where to; without it the text is given back.
        conflict
            What to do where rows say different values of one thing: "raise", or keep the "first" or "last".
        undated
            What to do with rows without a period, which SDMX cannot say: "raise" or "omit".

        Raises
        ------
        MujunError
            Where rows contradict each other or have no period; it names them.

        Examples
        --------
        >>> import mujun as mj
        >>> text = mj.extract("2018年，路桥区财政总收入12.5亿元。").to_sdmx_csv()
        >>> head, line = text.splitlines()
        >>> head.split(",")[:6]
        ['STRUCTURE', 'STRUCTURE_ID', 'ACTION', 'REF_AREA', 'SUBJECT', 'INDICATOR']
        >>> line.split(",")[3:6]
        ['331004', '_T', 'fiscal_revenue']
        """
        from mujun.sdmx import observations

        return given(observations.to_csv(self, conflict=conflict, undated=undated), path)

    def to_sdmx_structure(self, path: str | os.PathLike[str] | None = None) -> str | None:
        """Write the SDMX-ML 3.0 definition of what `to_sdmx_csv` writes, with the codes that the rows use.

        Examples
        --------
        >>> import mujun as mj
        >>> mj.extract("2018年，路桥区财政总收入12.5亿元。").to_sdmx_structure()[:38]
        "<?xml version='1.0' encoding='utf-8'?>"
        """
        from mujun.sdmx import structure

        return given(structure.to_xml(self), path)
