"""The commands that score firms."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from mujun.errors import MujunError
from mujun.scoring.scheme import Scheme, schemes
from mujun.shell.shared import Form, Format, complain, to_standard_output

if TYPE_CHECKING:
    import pandas as pd

    from mujun.scoring.scores import Scores

_endings = ".csv, .parquet, .arrow, .xlsx, .jsonl"

SchemeName = Annotated[
    str,
    typer.Option(
        "--scheme",
        metavar="NAME",
        help="A name that `mujun schemes` lists, or a TOML file.",
        autocompletion=schemes,
    ),
]


def score(
    firms: Annotated[
        str,
        typer.Argument(
            metavar="FIRMS", help=f"A {_endings} file, a row a firm; - is CSV from standard input."
        ),
    ],
    scheme: SchemeName,
    key: Annotated[
        str | None, typer.Option(metavar="COLUMN", help="The column that names the firms.")
    ] = None,
    group: Annotated[
        str | None, typer.Option(metavar="COLUMN", help="Score and rank within its values.")
    ] = None,
    columns: Annotated[
        list[str] | None,
        typer.Option(
            "--column", metavar="NAME=COLUMN", help="The column of a name of the scheme; may be repeated."
        ),
    ] = None,
    units: Annotated[
        list[str] | None,
        typer.Option(
            "--unit", metavar="COLUMN=UNIT", help="A column's unit, where not the scheme's; may be repeated."
        ),
    ] = None,
    bases: Annotated[
        list[str] | None,
        typer.Option("--base", metavar="INDICATOR=NUMBER", help="An indicator's base; may be repeated."),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", metavar="FILE", help=f"A {_endings} file: the firms with their scores."
        ),
    ] = None,
    form: Form = Format.table,
) -> None:
    """Score FIRMS by a scheme, rank and grade them; the scores come beside the columns of FIRMS."""
    from mujun.scoring.score import score as score_firms

    if output is not None:
        _check_ending(output)
    asked = Scheme.load(scheme)
    frame = _read(firms, asked)
    scored = score_firms(
        frame,
        asked,
        columns=_pairs("--column", columns),
        group=group,
        bases=_numbers("--base", bases),
        units=_pairs("--unit", units),
        key=key,
    )
    for notice in scored.notices:
        complain(notice)
    _hand_on(frame, scored, output, form)


def list_schemes(
    name: Annotated[
        str | None, typer.Argument(metavar="NAME", help="A scheme to describe.", autocompletion=schemes)
    ] = None,
) -> None:
    """List the scoring schemes, or describe one: indicators, weights, bases, classes, sources."""
    from mujun.shell import terminal

    if name is not None:
        to_standard_output(lambda: sys.stdout.write(f"{Scheme.load(name).describe().rstrip()}\n"))
        return
    rows = [(one, Scheme.load(one).title) for one in schemes()]
    to_standard_output(lambda: terminal.print_rows(("scheme", "title"), rows, sys.stdout))


def _pairs(option: str, given: list[str] | None) -> dict[str, str]:
    pairs = {}
    for text in given or ():
        name, equals, value = text.partition("=")
        if not (name and equals and value):
            raise MujunError(f"{option} {text}: write it as NAME=VALUE")
        pairs[name] = value
    return pairs


def _numbers(option: str, given: list[str] | None) -> dict[str, float] | None:
    try:
        return {name: float(value) for name, value in _pairs(option, given).items()} or None
    except ValueError as error:
        raise MujunError(f"{option}: {error}") from error


def _check_ending(path: Path) -> None:
    if path.suffix.lower() not in _endings.split(", "):
        raise MujunError(f"{path}: the ending says the kind of file: {_endings}")


def _read(source: str, scheme: Scheme) -> pd.DataFrame:
    """Read a table of firms; codes stay text, so that their zeros stay."""
    import pandas as pd

    from mujun.page.read import read

    names = dict.fromkeys(scheme.content.firm, str)
    path = Path(source)
    if source != "-":
        _check_ending(path)
    match "" if source == "-" else path.suffix.lower():
        case ".parquet":
            return pd.read_parquet(path)
        case ".arrow":
            return pd.read_feather(path)
        case ".xlsx":
            return pd.read_excel(path, dtype=names)
        case ".jsonl":
            return pd.read_json(io.StringIO(read(path, html=False).text), lines=True, dtype=names)
        case _:
            page = (
                read(sys.stdin.buffer.read(), html=False, name="-")
                if source == "-"
                else read(path, html=False)
            )
            try:
                return pd.read_csv(io.StringIO(page.text), dtype=names)
            except (pd.errors.ParserError, pd.errors.EmptyDataError) as error:
                raise MujunError(f"{source} is no CSV: {error}") from error


def _hand_on(frame: pd.DataFrame, scored: Scores, output: Path | None, form: Format) -> None:
    from mujun.shell import terminal
    from mujun.table.files import replacing

    told = scored.to_pandas()
    twice = [name for name in told.columns if name in frame]
    joined = frame.drop(columns=twice).join(told)
    if output is None and form is Format.table:
        shown = told.drop(columns=[name for name in told.columns if str(name).startswith("score:")])
        shown.insert(0, "firm", scored.firms or [str(at + 1) for at in range(len(scored))])
        rows = shown.astype(object).where(shown.notna(), None).to_numpy().tolist()
        to_standard_output(
            lambda: terminal.print_rows(
                [str(head) for head in shown.columns], rows, sys.stdout, empty="no firms"
            )
        )
        return
    ending = f".{form}" if output is None else output.suffix.lower()
    content = _content(joined, ending)
    if output is None:
        to_standard_output(lambda: sys.stdout.write(content.decode()))
    else:
        with replacing(output) as file:
            file.write(content)


def _content(frame: pd.DataFrame, ending: str) -> bytes:
    out = io.BytesIO()
    match ending:
        case ".csv":
            return frame.to_csv(index=False).encode()
        case ".jsonl":
            return frame.to_json(orient="records", lines=True, force_ascii=False).encode()
        case ".xlsx":
            frame.to_excel(out, index=False, freeze_panes=(1, 0))
        case ".arrow":
            frame.to_feather(out)
        case _:
            frame.to_parquet(out, index=False)
    return out.getvalue()
