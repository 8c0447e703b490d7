"""What a fact table becomes besides frames: files, the wide table, and SDMX."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, cast

from mujun.files import given

if TYPE_CHECKING:
    import os
    from collections.abc import Sequence

    import pandas as pd

    from mujun.columns import Language
    from mujun.conflicts import Conflict
    from mujun.facts import Facts
    from mujun.sdmx import Undated


class Outputs:
    """A base of `Facts`, which is its only child."""

    @property
    def _facts(self) -> Facts:
        return cast("Facts", self)

    def write(self, path: str | os.PathLike[str], *, language: Language | None = None) -> None:
        """Write a file: .parquet .csv .jsonl .arrow or .xlsx, as its ending says.

        An existing file is replaced once the new one is whole. Parquet and Arrow files say in their metadata
        what each column means and counts; a workbook has a sheet for that, and one for the notices.

        Parameters
        ----------
        path
            Where to.
        language
            "zh" for Chinese heads and Chinese words for codes. A .csv is then marked as UTF-8, which
            spreadsheet programs need.

        Raises
        ------
        MujunError
            Where the ending is none of these.
        OSError
            Where the file cannot be written; what was there before is then as it was.

        Examples
        --------
        >>> import tempfile
        >>> import mujun as mj
        >>> facts = mj.extract("2018年，全区财政总收入12.5亿元。")
        >>> with tempfile.TemporaryDirectory() as folder:
        ...     facts.write(f"{folder}/facts.csv", language="zh")
        ...     with open(f"{folder}/facts.csv", encoding="utf-8-sig") as file:
        ...         file.readline()[:7]
        '页面,文章序号'
        """
        from mujun.writers import writer_for

        writer_for(Path(path))(self._facts, Path(path), language)

    def pivot(
        self,
        index: str | Sequence[str] = "subject",
        columns: str | Sequence[str] = "indicator",
        values: str = "value",
        *,
        period: str | None = None,
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
            Keep the rows of one period, as the heads write it (`2019-Q1`, `2019年一季度`); the columns then
            have no level for it.
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
        >>> text = "2018年，甲县、乙县财政总收入分别为12.5亿元、9亿元，同比分别增长8.2%、5%。"
        >>> wide = mj.extract(text).pivot(period="2018", language="zh")
        >>> list(wide.columns)
        ['财政总收入（元）', '财政总收入同比增速（%）']
        >>> wide.loc["乙县"].to_list()
        [900000000.0, 5.0]
        """
        from mujun.pivot import pivot

        return pivot(self._facts, index, columns, values, period=period, conflict=conflict, language=language)

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
        from mujun import sdmx

        return given(sdmx.to_csv(self._facts, conflict=conflict, undated=undated), path)

    def to_sdmx_structure(self, path: str | os.PathLike[str] | None = None) -> str | None:
        """Write the SDMX-ML 3.0 definition of what `to_sdmx_csv` writes, with the codes that the rows use.

        Examples
        --------
        >>> import mujun as mj
        >>> mj.extract("2018年，路桥区财政总收入12.5亿元。").to_sdmx_structure()[:38]
        "<?xml version='1.0' encoding='utf-8'?>"
        """
        from mujun import sdmx_structure

        return given(sdmx_structure.to_xml(self._facts), path)
