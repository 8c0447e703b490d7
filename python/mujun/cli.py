"""The shell command `mujun`."""

import enum
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import IO, TYPE_CHECKING, Annotated

import typer

from mujun import __version__
from mujun.errors import MujunError, as_date
from mujun.facts import Facts
from mujun.reading import extract_many, read

if TYPE_CHECKING:
    from mujun.document import Document

app = typer.Typer(
    name="mujun",
    help="Economic indicators out of Chinese local-government text.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)

some_unreadable, wrong_use = 1, 2


Pages = Annotated[list[str], typer.Argument(help="Pages to read; - is standard input.", metavar="PAGES...")]
Published = Annotated[
    str | None, typer.Option(metavar="DATE", help="The day of publication, which anchors 今年 and 去年.")
]
Subject = Annotated[
    str | None, typer.Option(metavar="NAME", help="The pages' place, where a page does not say.")
]


class Format(enum.StrEnum):
    """What is printed where no file is asked for."""

    table = "table"
    jsonl = "jsonl"
    csv = "csv"


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"mujun {__version__}")
        raise typer.Exit


@app.callback()
def _options(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    pass


@app.command()
def extract(
    pages: Pages,
    published: Published = None,
    subject: Subject = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o", "--output", metavar="FILE", help="A .parquet, .csv, .jsonl, .arrow or .xlsx file."
        ),
    ] = None,
    form: Annotated[Format, typer.Option("--format", help="What to print without -o.")] = Format.table,
) -> None:
    """Read the facts of PAGES: a table on the screen, lines of text, or a file."""
    from mujun import writers

    write_file = None if output is None else writers.writer_for(output)
    facts, code = _read_pages(pages, published, subject)
    if write_file is not None and output is not None:
        write_file(facts, output)
    else:
        printers: dict[str, Callable[[Facts, IO[str]], None]] = {
            "table": writers.print_table,
            "jsonl": writers.write_jsonl,
            "csv": writers.write_csv,
        }
        _print(lambda: printers[form](facts, sys.stdout))
    raise typer.Exit(code)


@app.command()
def explain(
    pages: Pages,
    published: Published = None,
    subject: Subject = None,
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Where to; else standard output.")
    ] = None,
    limit: Annotated[int, typer.Option(metavar="N", help="How many pages to show.", min=1)] = 20,
) -> None:
    """Show PAGES with every figure marked, its reading and the table, as one HTML page without network."""
    from mujun import view

    facts, code = _read_pages(pages, published, subject)
    page = view.explain(facts, limit=limit)
    if output is not None:
        page.save(output)
    else:
        _print(lambda: sys.stdout.write(page))
    raise typer.Exit(code)


def _read_pages(pages: list[str], published: str | None, subject: str | None) -> tuple[Facts, int]:
    """Read the pages, tell of those that cannot be read, and give the exit code; stop where none can."""
    day = as_date(published, "--published")
    unreadable: list[str] = []
    sources: list[str | Document] = []
    for page in pages:
        try:
            sources.append(read(sys.stdin.buffer.read(), name="-") if page == "-" else page)
        except MujunError as error:
            unreadable.append(str(error))
    bar = len(pages) > 1 and sys.stderr.isatty()
    facts = extract_many(sources, published=day, subject=subject, progress=bar)
    unreadable += [notice.message for notice in facts.notices if notice.code == "unreadable_page"]
    for message in unreadable:
        _complain(message)
    if len(unreadable) == len(pages):
        raise typer.Exit(wrong_use)
    return facts, some_unreadable if unreadable else 0


def _print(write: Callable[[], object]) -> None:
    try:
        write()
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader (head, less) has gone: nothing is wrong, and Python must not complain at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


@app.command()
def knowledge(
    word: Annotated[str, typer.Argument(help="A wording, such as 规上工业增加值.", metavar="WORD")],
) -> None:
    """Look a word up in the knowledge base."""
    from mujun.knowledge import lookup

    found = lookup(word)
    if not found:
        raise MujunError(f"the knowledge base has no entry with the wording {word}")
    for finding in found:
        typer.echo(str(finding))


def _complain(message: str) -> None:
    typer.echo(f"mujun: {' '.join(message.split())}", err=True)


def main() -> None:
    """Run the command; what goes wrong is one line on standard error."""
    try:
        app()
    except MujunError as error:
        _complain(str(error))
        sys.exit(wrong_use)
    except OSError as error:
        _complain(f"{error.filename or 'the output'}: {error.strerror or error}")
        sys.exit(wrong_use)
