"""What the commands share that judge feeds: their options, how they read, print and exit."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import cast

import click
from rich.console import Console
from rich.text import Text

from podkit import checks
from podkit.checks._profiles import confirm_levels
from podkit.cli._lines import problem_line
from podkit.cli._reports import REPORTS, Found
from podkit.cli._text import LEVELS, counted, text_report
from podkit.errors import Level, PodkitError

__all__ = [
    "FAIL_ON",
    "FORMAT",
    "LEVEL",
    "PROFILE",
    "ending",
    "fail",
    "read",
    "report",
    "say_error",
    "show_text",
]

_SILENT = "off"


def _levels(
    _context: click.Context, _parameter: click.Parameter, values: tuple[str, ...]
) -> checks.Levels:
    """Read each ID=LEVEL."""
    levels: dict[str, Level | None] = {}
    for value in values:
        identifier, _, level = value.partition("=")
        if level not in {*LEVELS, _SILENT}:
            choices = ", ".join((*LEVELS, _SILENT))
            raise click.BadParameter(f"{value!r} is not ID=LEVEL, with one of {choices}")
        levels[identifier] = None if level == _SILENT else cast("Level", level)
    try:
        confirm_levels(checks.rules, levels)
    except ValueError as error:
        raise click.BadParameter(str(error)) from None
    return levels


PROFILE = click.option(
    "--profile",
    type=click.Choice(checks.PROFILES),
    default="all",
    show_default=True,
    help="Whose demands count.",
)
LEVEL = click.option(
    "--level",
    "levels",
    metavar="ID=LEVEL",
    multiple=True,
    callback=_levels,
    help="Give a problem another level, or silence it: error, warning, info, off.",
)
FORMAT = click.option(
    "--format",
    "form",
    type=click.Choice(["text", *REPORTS]),
    default="text",
    show_default=True,
    help="How to print what was found.",
)
FAIL_ON = click.option(
    "--fail-on",
    type=click.Choice([*LEVELS, "never"]),
    default="error",
    show_default=True,
    help="Exit with 1 for a problem of this level, or of a graver one.",
)


def read(feed: str) -> bytes:
    """Read a file, or what comes in.

    Raises:
        OSError: it can't be read.

    >>> read("no-such-file")
    Traceback (most recent call last):
    FileNotFoundError: [Errno 2] No such file or directory: 'no-such-file'
    """
    with click.open_file(feed, "rb") as file:
        return cast("bytes", file.read())


@contextmanager
def ending(file: str) -> Iterator[None]:
    """End the command with 2, and say why, where a file can't be read or written.

    >>> with ending("feed.xml"):
    ...     raise OSError("the disk is full")
    Traceback (most recent call last):
    SystemExit: 2
    """
    try:
        yield
    except OSError as error:
        say_error(error)
    except PodkitError as error:
        say_error(f"{file}: {error}")
    else:
        return
    raise SystemExit(2)


def say_error(error: object) -> None:
    """Print an error where it is in nobody's way."""
    Console(stderr=True).print(problem_line("error", error), soft_wrap=True)


def report(found: Found, form: str) -> None:
    """Print what was found.

    >>> report({"feed.xml": []}, "text")
    feed.xml: nothing found
    """
    if form != "text":
        click.echo(REPORTS[form](found))
        return
    for feed, problems in found.items():
        show_text(text_report(feed, counted(problems), problems), Console())


def show_text(lines: Iterable[Text], paper: Console) -> None:
    """Print lines for people, none of them broken."""
    for line in lines:
        paper.print(line, soft_wrap=True)


def fail(found: Found, fail_on: str) -> None:
    """Exit with 1 where something is as grave as that.

    >>> from podkit import Problem
    >>> fail({"feed.xml": [Problem(id="link-missing", message="", level="error")]}, "error")
    Traceback (most recent call last):
    SystemExit: 1
    """
    grave = LEVELS[: LEVELS.index(fail_on) + 1] if fail_on in LEVELS else ()
    if any(problem.level in grave for problems in found.values() for problem in problems):
        raise SystemExit(1)
