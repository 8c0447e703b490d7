"""The commands that read pages."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

from mujun.errors import MujunError, as_date
from mujun.reading.to_file import extract_to
from mujun.shell.shared import (
    Form,
    Format,
    InLanguage,
    Output,
    OwnWords,
    PageFile,
    Pages,
    Published,
    Subject,
    complain_of,
    known_with,
    listed,
    read_pages,
    shows_bar,
    to_standard_output,
    write_pages,
    wrong_use,
)
from mujun.table.writers import takes_parts

if TYPE_CHECKING:
    from pathlib import Path

    from mujun.shell.shared import Language, PageOptions


def extract(
    pages: Pages,
    published: Published = None,
    subject: Subject = None,
    output: Output = None,
    form: Form = Format.table,
    language: InLanguage = None,
    own_words: OwnWords = None,
    resume: Annotated[
        bool, typer.Option("--resume", help="Go on with a run that was cut off while it made FILE.")
    ] = False,
) -> None:
    """Read the facts of PAGES: a table on the screen, lines of text, or a file."""
    if resume and output is None:
        raise MujunError("--resume is for a file: give one with -o")
    given = (pages, published, subject, own_words)
    if output is not None and (resume or takes_parts(output)):
        _to_file(given, output, language, resume)
    else:
        write_pages(lambda facts: facts, given, output, form, language)


def _to_file(given: PageOptions, output: Path, language: Language | None, resume: bool) -> None:
    """Write part by part: many pages do not fill the memory, and a run that is cut off can be resumed."""
    pages, published, subject, own_words = given
    sources, unreadable = listed(pages)
    if not sources:
        complain_of(unreadable)
        raise typer.Exit(wrong_use)
    written = extract_to(
        output,
        sources,
        published=as_date(published, "--published"),
        subject=subject,
        knowledge=known_with(own_words),
        progress=shows_bar(sources),
        language=None if language is None else "zh",
        resume=resume,
    )
    raise typer.Exit(complain_of(unreadable + [notice.message for notice in written.unreadable]))


def derive(
    pages: Pages,
    published: Published = None,
    subject: Subject = None,
    output: Output = None,
    form: Form = Format.table,
    language: InLanguage = None,
    own_words: OwnWords = None,
) -> None:
    """Derive what PAGES imply without saying it, each figure with its bounds and formula."""
    write_pages(lambda facts: facts.derive(), (pages, published, subject, own_words), output, form, language)


def audit(
    pages: Pages,
    published: Published = None,
    subject: Subject = None,
    output: Output = None,
    form: Form = Format.table,
    language: InLanguage = None,
    own_words: OwnWords = None,
    disagreeing: Annotated[bool, typer.Option("--disagreeing", help="Only what does not agree.")] = False,
) -> None:
    """Check whether the figures of PAGES agree: sums, growths, shares, completions."""
    write_pages(
        lambda facts: facts.audit().filter(ok=False) if disagreeing else facts.audit(),
        (pages, published, subject, own_words),
        output,
        form,
        language,
    )


def progress(
    pages: Pages,
    published: Published = None,
    subject: Subject = None,
    as_of: Annotated[
        str | None, typer.Option(metavar="DATE", help="The day to look from; else each figure's own.")
    ] = None,
    output: Output = None,
    form: Form = Format.table,
    language: InLanguage = None,
    own_words: OwnWords = None,
) -> None:
    """Set the targets of PAGES against what was done."""
    write_pages(
        lambda facts: facts.progress(as_of=as_of),
        (pages, published, subject, own_words),
        output,
        form,
        language,
    )


def explain(
    pages: Pages,
    published: Published = None,
    subject: Subject = None,
    output: PageFile = None,
    limit: Annotated[int, typer.Option(metavar="N", help="How many pages to show.", min=1)] = 20,
    own_words: OwnWords = None,
) -> None:
    """Show PAGES with every figure marked, its reading and the table, as one HTML page without network."""
    from mujun import view

    facts, code = read_pages(pages, published, subject, own_words)
    page = view.explain(facts, limit=limit)
    if output is not None:
        page.save(output)
    else:
        to_standard_output(lambda: sys.stdout.write(page))
    raise typer.Exit(code)
