"""What the commands share: options, reading pages, and where the output goes."""

from __future__ import annotations

import enum
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from mujun.errors import MujunError, as_date
from mujun.knowledge import Knowledge
from mujun.page.read import read
from mujun.reading.many import extract_many

if TYPE_CHECKING:
    from collections.abc import Callable

    from mujun.facts.facts import Facts
    from mujun.figures.derived import Audit, Derived, Progress
    from mujun.page.document import Document

# Pages, day, place and files of one's own words, as a command is given them.
PageOptions: TypeAlias = "tuple[list[str], str | None, str | None, list[Path] | None]"

some_unreadable, examples_fail, wrong_use = 1, 1, 2

Pages = Annotated[
    list[str],
    typer.Argument(help="Pages to read, or folders of them; - is standard input.", metavar="PAGES..."),
]
Published = Annotated[
    str | None, typer.Option(metavar="DATE", help="The day of publication, which anchors 今年 and 去年.")
]
Subject = Annotated[
    str | None, typer.Option(metavar="NAME", help="The pages' place, where a page does not say.")
]
OwnWords = Annotated[
    list[Path] | None,
    typer.Option("--knowledge", metavar="FILE", help="Words of your own, a TOML file; may be repeated."),
]
Output = Annotated[
    Path | None,
    typer.Option("-o", "--output", metavar="FILE", help="A .parquet, .csv, .jsonl, .arrow or .xlsx file."),
]
PageFile = Annotated[
    Path | None, typer.Option("-o", "--output", metavar="FILE", help="Where to; else standard output.")
]


class Language(enum.StrEnum):
    """The language of heads and codes."""

    zh = "zh"


class Format(enum.StrEnum):
    """What is printed where no file is asked for."""

    table = "table"
    jsonl = "jsonl"
    csv = "csv"


Form = Annotated[Format, typer.Option("--format", help="What to print without -o.")]
InLanguage = Annotated[Language | None, typer.Option(help="Chinese heads and codes in FILE.")]


def known_with(files: list[Path] | None) -> Knowledge | None:
    """Add the files to what is known; None where there are none."""
    known = None
    for file in files or ():
        known = (known or Knowledge()).with_file(file)
    return known


def read_pages(
    pages: list[str], published: str | None, subject: str | None, own_words: list[Path] | None
) -> tuple[Facts, int]:
    """Read the pages, tell of those that cannot be read, and give the exit code; stop where none can."""
    sources, unreadable = listed(pages)
    facts = extract_many(
        sources,
        published=as_date(published, "--published"),
        subject=subject,
        knowledge=known_with(own_words),
        progress=shows_bar(sources),
    )
    unreadable += [notice.message for notice in facts.notices if notice.code == "unreadable_page"]
    code = complain_of(unreadable)
    if unreadable and not facts.documents:
        raise typer.Exit(wrong_use)
    return facts, code


def listed(pages: list[str]) -> tuple[list[str | Document], list[str]]:
    """List the pages, with a folder's files in its place, and say what of them cannot be read at all."""
    sources: list[str | Document] = []
    unreadable: list[str] = []
    for page in pages:
        if page == "-":
            try:
                sources.append(read(sys.stdin.buffer.read(), name="-"))
            except MujunError as error:
                unreadable.append(str(error))
        elif Path(page).is_dir():
            files = sorted(str(path) for path in Path(page).rglob("[!.]*") if path.is_file())
            if not files:
                unreadable.append(f"{page}: the folder has no files")
            sources += files
        else:
            sources.append(page)
    return sources, unreadable


def shows_bar(sources: list[str | Document]) -> bool:
    """Tell whether a progress bar is of use."""
    return len(sources) > 1 and sys.stderr.isatty()


def complain_of(unreadable: list[str]) -> int:
    """Print why pages cannot be read, a line each, and give the exit code."""
    for message in unreadable:
        complain(message)
    return some_unreadable if unreadable else 0


def write_pages(
    make: Callable[[Facts], Facts | Derived | Audit | Progress],
    pages: PageOptions,
    output: Path | None,
    form: Format,
    language: Language | None,
) -> None:
    """Read pages and hand on the table that is made of their facts: to a file, or to standard output."""
    from mujun.shell import terminal
    from mujun.table import writers

    write_file = None if output is None else writers.writer_for(output)  # before the pages are read
    if language is not None and output is None:
        raise MujunError("--language is for a file: give one with -o")
    facts, code = read_pages(*pages)
    table = make(facts)
    if write_file is not None and output is not None:
        write_file([table], output, None if language is None else "zh")
    elif form is Format.table:
        to_standard_output(lambda: terminal.print_table(table, sys.stdout))
    elif form is Format.jsonl:
        to_standard_output(lambda: writers.write_jsonl([table], sys.stdout))
    else:
        to_standard_output(lambda: writers.write_csv([table], sys.stdout))
    raise typer.Exit(code)


def to_standard_output(write: Callable[[], object]) -> None:
    """Let `write` print; a reader that has gone (head, less) is no error."""
    try:
        write()
        sys.stdout.flush()
    except BrokenPipeError:
        # Python would complain again at exit, when it flushes what is left.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def complain(message: str, error: BaseException | None = None) -> None:
    """Print one line on standard error: the message, and what is noted at the error."""
    told = " ".join([message, *getattr(error, "__notes__", ())])
    typer.echo(f"mujun: {' '.join(told.split())}", err=True)
