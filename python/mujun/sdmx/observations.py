"""Facts for statistical databases: SDMX-CSV 2.0, and the structure that it refers to.

An SDMX observation has a key, the values of its dimensions, and no two observations have the same. What the
dimensions, attributes and codes mean is in `mujun.sdmx.components()`. Frequency is no dimension: a fact is
one statement and no series, and the form of its TIME_PERIOD says how long it is.

Source: SDMX 3.0 Technical Notes (time formats), SDMX-CSV 2.0 field guide, at sdmx.org.
"""

from __future__ import annotations

import csv
import hashlib
import io
from typing import TYPE_CHECKING, Any, Literal, NamedTuple, get_args

from mujun.errors import MujunError
from mujun.facts.conflicts import settled
from mujun.knowledge import builtin, dictionary, places
from mujun.values.periods import label, months, shape

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterable

    import pandas as pd

    from mujun.facts.conflicts import Conflict
    from mujun.facts.fact import Fact
    from mujun.table.table import Table

agency, structure_id, version = "MUJUN", "FACTS", "1.0.0"
not_applicable, total = "_Z", "_T"  # SDMX's codes for a dimension that says nothing, and for the whole
doubtful = 0.5  # the confidence below which an observation counts as unreliable
named_rows = 10  # rows that an error lists

Undated = Literal["raise", "omit"]


class Names(NamedTuple):
    """The codes of the lists that follow the knowledge base, each with its name."""

    area: dict[str, str]
    indicator: dict[str, str]
    unit: dict[str, str]


def components() -> pd.DataFrame:
    """List the dimensions, measures and attributes of the SDMX structure, one a row, in its order.

    Returns
    -------
    DataFrame
        Text columns `id`, `role` (dimension, time, measure, attribute), `zh`, `codes` (the id of its code
        list, empty where it is free) and `definition`.

    Examples
    --------
    >>> from mujun import sdmx
    >>> sdmx.components().set_index("id").loc["REF_AREA", "definition"]
    'the region by its GB/T 2260 code; _Z where the row is about none that has a code'
    """
    import pandas as pd

    rows = [
        (kind.name, kind.role, kind.zh, f"CL_{kind.name}" if is_coded(kind) else "", kind.definition)
        for kind in dictionary.of("sdmx").values()
    ]
    return pd.DataFrame(rows, columns=["id", "role", "zh", "codes", "definition"])


def is_coded(kind: dictionary.Column) -> bool:
    """Tell whether a component takes its values from a code list."""
    return bool(kind.codes or kind.of or kind.list)


def to_csv(facts: Table[Any, Fact], *, conflict: Conflict, undated: Undated) -> str:
    """Write the facts as SDMX-CSV 2.0; see `Facts.to_sdmx_csv`."""
    rows = [(row, fact, time_period(fact)) for row, fact in enumerate(facts)]
    if undated not in get_args(Undated):
        raise MujunError(f"undated={undated!r}: choose 'raise' or 'omit'")
    without = [row for row, _, time in rows if time is None]
    if without and undated == "raise":
        shown = ", ".join(map(str, without[:named_rows])) + (" …" if len(without) > named_rows else "")
        raise MujunError(
            f"{len(without)} of {len(rows)} rows have no period, which TIME_PERIOD must say (rows {shown}): "
            "give published=, filter them out, or choose undated='omit'"
        )
    kinds = dictionary.of("sdmx").values()
    keys = [kind.name for kind in kinds if kind.role in {"dimension", "time"}]
    observations = {row: observation(fact, time) for row, fact, time in rows if time is not None}

    def say(row: int) -> str:
        fact = facts[row]
        period = label(fact.period_start, fact.period_end)
        return f"{fact.subject or 'no subject'}, {fact.indicator}, {period}: {fact.text}"

    chosen = settled(
        (
            (row, tuple(told[key] for key in keys), (told["OBS_VALUE"], told["VALUE_HIGH"]))
            for row, told in observations.items()
        ),
        conflict,
        say,
    )
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")  # as RFC 4180 has it
    writer.writerow(["STRUCTURE", "STRUCTURE_ID", "ACTION", *(kind.name for kind in kinds)])
    for row in chosen.values():
        head = ("datastructure", f"{agency}:{structure_id}({version})", "I")
        writer.writerow([*head, *(observations[row][kind.name] for kind in kinds)])
    return out.getvalue()


def observation(fact: Fact, time: str) -> dict[str, str]:
    """Give the components of a fact's observation."""
    return {
        "REF_AREA": fact.region_code or not_applicable,
        "SUBJECT": _subject(fact),
        "INDICATOR": indicator_code(fact),
        "MEASURE": fact.measure,
        "BASIS": fact.basis or not_applicable,
        "REFERENCE": fact.reference or not_applicable,
        "STATUS": fact.status,
        "UNIT_MEASURE": unit_code(fact),
        "TIME_PERIOD": time,
        "OBS_VALUE": _number(fact.value),
        "VALUE_HIGH": "" if fact.value_high is None else _number(fact.value_high),
        "PRECISION": _number(fact.precision),
        "UNIT_MULT": "0",
        "OBS_STATUS": "U" if fact.confidence < doubtful else "F" if fact.status == "expected" else "A",
        "CONF_STATUS": "F",
        "QUALIFIER": fact.qualifier,
        "CONFIDENCE": f"{fact.confidence:.7g}",
        "WORDING": fact.indicator,
        "MENTION": fact.text,
        "PAGE": fact.page,
    }


def time_period(fact: Fact) -> str | None:
    """Write a fact's period as SDMX's TIME_PERIOD; None where it has no last day.

    Examples
    --------
    >>> import mujun as mj
    >>> text = "2018年财政总收入12.5亿元。2019年1-5月财政总收入6亿元。截至2019年5月底，规上企业121家。"
    >>> [time_period(fact) for fact in mj.extract(text)]
    ['2018', '2019-01-01/P5M', '2019-05-31']
    """
    start, end = fact.period_start, fact.period_end
    if end is None:
        return None
    kind = shape(start, end).kind
    if start is None or kind not in {"months", "days"}:
        return label(start, end)
    return f"{start}/{_duration(start, end, kind)}"


def _duration(start: dt.date, end: dt.date, kind: str) -> str:
    if kind == "days":
        return f"P{(end - start).days + 1}D"
    count = months(start, end)
    return f"P{count}M" if count % 12 else f"P{count // 12}Y"


def _subject(fact: Fact) -> str:
    if fact.subject is None:
        return not_applicable
    if fact.region_code is not None and places.is_name_of(fact.subject, fact.region_code):
        return total
    return fact.subject


def indicator_code(fact: Fact) -> str:
    """Give the code of a fact's indicator, made up of its wording where the knowledge base has none."""
    return fact.indicator_code or _digest(fact.indicator)


def unit_code(fact: Fact) -> str:
    """Give the code of a fact's unit: `yuan`, `yuan_per_mu`; made up of its wording where it is unknown."""
    parts, bases = fact.unit.split("/"), fact.base_unit.split("/")
    if len(parts) == len(bases):
        known = [builtin.unit_ids().get(pair) for pair in zip(parts, bases, strict=True)]
        ids = [code for code in known if code is not None]
        if len(ids) == len(parts):
            return "_per_".join(ids)
    return _digest(fact.unit)


def _digest(wording: str) -> str:
    return "x_" + hashlib.sha256(wording.encode()).hexdigest()[:12]


def _number(value: float) -> str:
    return str(int(value)) if value == int(value) and abs(value) < 1e15 else repr(value)


def names(facts: Iterable[Fact]) -> Names:
    """Collect the codes of regions, indicators and units that facts use, with their names."""
    found = Names({}, {}, {})
    standard = builtin.indicator_names()
    for fact in facts:
        if fact.region_code is not None:
            found.area[fact.region_code] = places.full_name(fact.region_code) or fact.subject or ""
        found.indicator[indicator_code(fact)] = standard.get(fact.indicator_code or "", fact.indicator)
        found.unit[unit_code(fact)] = fact.unit
    return found
