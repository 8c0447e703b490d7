"""The commands that read pages."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Annotated

import typer

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
    read_pages,
    to_standard_output,
    write_pages,
)

if TYPE_CHECKING:
    from mujun.facts.facts import Facts


def extract(
    pages: Pages,
    published: Published = None,
    subject: Subject = None,
    output: Output = None,
    form: Form = Format.table,
    language: InLanguage = None,
    own_words: OwnWords = None,
) -> None:
    """Read the facts of PAGES: a table on the screen, lines of text, or a file."""
    write_pages(_same, (pages, published, subject, own_words), output, form, language)


def _same(facts: Facts) -> Facts:
    return facts


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
