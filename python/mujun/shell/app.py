"""The shell command `mujun`."""

import sys
from collections.abc import Callable
from typing import Annotated

import typer

from mujun import __version__
from mujun.errors import MujunError
from mujun.knowledge import Knowledge
from mujun.shell import firms, pages
from mujun.shell.shared import OwnWords, complain, examples_fail, known_with, wrong_use

app = typer.Typer(
    name="mujun",
    help="Economic indicators out of Chinese local-government text.",
    epilog="COMMAND --help has examples. Exit codes: 0 done, 1 some pages could not be read, 2 wrong use.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


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


def knowledge(
    word: Annotated[
        str | None, typer.Argument(help="A wording, such as 规上工业增加值.", metavar="WORD")
    ] = None,
    own_words: OwnWords = None,
) -> None:
    """Look a WORD up in the knowledge base; without one, read the examples in a FILE of your own."""
    known = known_with(own_words)
    if word is not None:
        found = (known or Knowledge()).lookup(word)
        if not found:
            raise MujunError(f"the knowledge base has no entry with the wording {word}")
        for finding in found:
            typer.echo(str(finding))
    elif known is not None:
        wrong = known.check()
        for fault in wrong:
            complain(fault)
        if wrong:
            raise typer.Exit(examples_fail)
        typer.echo(f"{known!r}: the examples are read as they say")
    else:
        raise MujunError("give a WORD to look up, or --knowledge FILE to check")


# Each command with examples of its use.
_commands: dict[str, tuple[Callable[..., None], tuple[str, ...]]] = {
    "extract": (
        pages.extract,
        (
            "mujun extract page.html --published 2024-04-22",
            "mujun extract pages/*.html -o facts.parquet",
            "mujun extract pages -o facts.parquet --resume",
            "mujun extract - --format jsonl < page.txt",
        ),
    ),
    "explain": (pages.explain, ("mujun explain page.html --published 2024-04-22 -o reading.html",)),
    "derive": (pages.derive, ("mujun derive page.html --published 2024-04-22",)),
    "audit": (
        pages.audit,
        (
            "mujun audit page.html --published 2024-04-22",
            "mujun audit pages/*.html --disagreeing -o doubts.xlsx --language zh",
        ),
    ),
    "progress": (pages.progress, ("mujun progress plan.html may.html --as-of 2024-05-31",)),
    "score": (
        firms.score,
        (
            "mujun score firms.csv --scheme huangyan-2022 -o scored.xlsx",
            "mujun score firms.csv --scheme huangyan-2022 --unit 用地面积=平方米",
        ),
    ),
    "schemes": (firms.list_schemes, ("mujun schemes", "mujun schemes huangyan-2022")),
    "knowledge": (
        knowledge,
        ("mujun knowledge 规上工业增加值", "mujun knowledge --knowledge mine.toml"),
    ),
}
for _name, (_command, _examples) in _commands.items():
    # The mark in front keeps click from joining the lines.
    app.command(_name, epilog="\b\n" + "\n".join(("Examples:", *_examples)))(_command)


def main() -> None:
    """Run the command; what goes wrong is one line on standard error."""
    try:
        app()
    except MujunError as error:
        complain(str(error), error)
        sys.exit(wrong_use)
    except OSError as error:
        complain(f"{error.filename or 'the output'}: {error.strerror or error}", error)
        sys.exit(wrong_use)
