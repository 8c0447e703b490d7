"""What mujun knows, as tables: indicators, units, regions and columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mujun.knowledge import builtin, dictionary

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd


def indicators() -> pd.DataFrame:
    """List all indicators, one a row: code, standard name, surfaces, kind, dimension and ratio.

    Examples
    --------
    >>> import mujun as mj
    >>> table = mj.knowledge.indicators().set_index("code")
    >>> table.loc["tax_per_mu", "name"]
    '亩均税收'
    """
    rows = [
        {
            "code": entry.id,
            "name": entry.text("name"),
            "surfaces": list(entry.surfaces),
            "kind": entry.text("kind"),
            "dimension": entry.text("dimension"),
            "stock": bool(entry.fields.get("stock", False)),
            "better": entry.fields.get("better", 0),
            "numerator": entry.ratio[0] or None,
            "denominator": entry.ratio[1] or None,
            "source": entry.source,
        }
        for entry in builtin.entries()
        if entry.word_class == "indicator"
    ]
    return _frame(rows)


def units() -> pd.DataFrame:
    """List all units and classifiers, one a row; `factor` base units are one unit, exactly (a Fraction).

    Examples
    --------
    >>> import mujun as mj
    >>> table = mj.knowledge.units().set_index("symbol")
    >>> str(table.loc["亩", "factor"])
    '2000/3'
    """
    rows = [
        {
            "id": entry.id,
            "symbol": entry.text("symbol"),
            "surfaces": list(entry.surfaces),
            "dimension": entry.text("dimension"),
            "factor": entry.factor,
            "base": entry.text("base"),
            "source": entry.source,
        }
        for entry in builtin.entries()
        if entry.word_class == "unit"
    ]
    return _frame(rows)


def regions() -> pd.DataFrame:
    """List all administrative divisions by their GB/T 2260 code, ended ones (`valid_to`) included.

    Returns
    -------
    DataFrame
        Texts `code`, `name`, `parent` (the code of what it lies in) and `short` (what else it is called);
        `level`, 1 a province to 3 a county; the years `valid_from` and `valid_to`, missing where unknown.

    Source: GB/T 2260, as `cpp/knowledge/regions.csv` says in its head.

    Examples
    --------
    >>> import mujun as mj
    >>> mj.knowledge.regions().set_index("code").loc["331004", ["name", "parent"]].to_list()
    ['路桥区', '331000']
    """
    import pandas as pd

    table = pd.read_csv(builtin.folder / "regions.csv", comment="#", dtype=str, keep_default_na=False)
    years = {name: pd.to_numeric(table[name]).astype("Int64") for name in ("valid_from", "valid_to")}
    return table.assign(level=table["level"].astype(int), **years)


def columns() -> pd.DataFrame:
    """List the fact table's columns, one a row, and behind each coded one its codes.

    Returns
    -------
    DataFrame
        Text columns `column`, `code` (empty for the column itself), `zh` (its Chinese name), `unit` (what
        the column's numbers count) and `definition`.

    Examples
    --------
    >>> import mujun as mj
    >>> table = mj.knowledge.columns().set_index(["column", "code"])
    >>> table.loc[("status", "target"), "zh"]
    '目标'
    """
    heads = dictionary.of("definitions")
    return _frame(
        [dict(zip(heads, row, strict=True)) for row in dictionary.definitions(dictionary.of("facts"))]
    )


def digest() -> str:
    """Give a short digest of the knowledge files, which changes when any of them does.

    Examples
    --------
    >>> import mujun as mj
    >>> len(mj.knowledge.digest())
    12
    """
    return builtin.digest()


def _frame(rows: Sequence[Mapping[str, object]]) -> pd.DataFrame:
    import pandas as pd

    return pd.DataFrame(rows)
