"""``podkit check``: what is wrong with feeds.

>>> from click.testing import CliRunner
>>> feed = "<rss version='2.0'><channel><title>Tides</title></channel></rss>"
>>> print(CliRunner().invoke(check, ["-", "--profile", "rss"], input=feed).output, end="")
-: 2 errors
error: link-missing: there is no <link>; give the show's web page
  line 1, channel, link
error: description-missing: there is no <description>; say what the show is about
  line 1, channel, description
"""

import functools
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import cast, get_args

import click
from rich.console import Console
from rich.text import Text

from podkit import checks
from podkit.cli._fetching import PoliteFetch
from podkit.cli._lines import one_line, problem_line
from podkit.cli._reports import REPORTS, Found
from podkit.errors import Level, ParseError, Problem

__all__ = ["check"]

# The strongest first.
_LEVELS = get_args(Level)
_SILENT = "off"
# How many places of like problems people are shown; the other formats have them all.
_MOST_PLACES = 10


def _levels(
    _context: click.Context, _parameter: click.Parameter, values: tuple[str, ...]
) -> checks.Levels:
    """Read each ID=LEVEL."""
    levels: dict[str, Level | None] = {}
    for value in values:
        identifier, _, level = value.partition("=")
        if level not in {*_LEVELS, _SILENT}:
            choices = ", ".join((*_LEVELS, _SILENT))
            raise click.BadParameter(f"{value!r} is not ID=LEVEL, with one of {choices}")
        levels[identifier] = None if level == _SILENT else cast("Level", level)
    return levels


@click.command()
@click.argument("feeds", metavar="FEED...", nargs=-1, required=True)
@click.option(
    "--profile",
    type=click.Choice(checks.PROFILES),
    default="all",
    show_default=True,
    help="Whose demands count.",
)
@click.option(
    "--level",
    "levels",
    metavar="ID=LEVEL",
    multiple=True,
    callback=_levels,
    help="Give a problem another level, or silence it: error, warning, info, off.",
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", *REPORTS]),
    default="text",
    show_default=True,
    help="How to print what was found.",
)
@click.option(
    "--fail-on",
    type=click.Choice([*_LEVELS, "never"]),
    default="error",
    show_default=True,
    help="Exit with 1 for a problem of this level, or of a graver one.",
)
@click.option(
    "--fetch", "is_fetched", is_flag=True, help="Also look at the files that a feed names."
)
def check(  # noqa: PLR0913 -- one for each option
    *,
    feeds: tuple[str, ...],
    profile: checks.Profile,
    levels: checks.Levels,
    form: str,
    fail_on: str,
    is_fetched: bool,
) -> None:
    """Say what Apple, Spotify, PSP-1, RSS and Podcasting 2.0 find wrong with each FEED.

    A FEED is a file; - is what comes in. Exits with 1 when something is wrong, by --fail-on, and
    with 2 when a file can't be read, after what was found in the others.
    """
    ask = functools.partial(
        checks.check,
        profile=profile,
        levels=levels,
        now=datetime.now(UTC),
        fetch=PoliteFetch() if is_fetched else None,
    )
    asked = {feed: _found(feed, ask) for feed in feeds}
    found = {feed: problems for feed, problems in asked.items() if problems is not None}
    if form == "text":
        paper = Console()
        for line in _text(found):
            paper.print(line, soft_wrap=True)
    else:
        click.echo(REPORTS[form](found))
    if len(found) < len(asked):
        raise SystemExit(2)
    grave = _LEVELS[: _LEVELS.index(fail_on) + 1] if fail_on in _LEVELS else ()
    if any(problem.level in grave for problems in found.values() for problem in problems):
        raise SystemExit(1)


def _found(feed: str, ask: Callable[[bytes], list[Problem]]) -> list[Problem] | None:
    """Check one feed, if there is a file; that it is no feed is what is wrong with it."""
    try:
        with click.open_file(feed, "rb") as file:
            data = file.read()
    except OSError as error:
        Console(stderr=True).print(problem_line("error", error), soft_wrap=True)
        return None
    try:
        return ask(data)
    except ParseError as error:
        return [Problem(id="no-feed", message=str(error), level="error", line=error.line)]


def _text(found: Found) -> Iterator[Text]:
    """Give the lines of a report for people: the gravest first, like problems together."""
    for feed, problems in found.items():
        yield Text(f"{one_line(feed)}: {_count(problems)}", "bold")
        groups: dict[tuple[str, str, str], list[Problem]] = defaultdict(list)
        for problem in sorted(problems, key=lambda problem: _LEVELS.index(problem.level)):
            groups[problem.level, problem.id, problem.message].append(problem)
        for (level, identifier, message), alike in groups.items():
            yield problem_line(level, f"{identifier}: {message}")
            yield Text(f"  {one_line(_places(alike))}")


def _count(problems: list[Problem]) -> str:
    counts = Counter(problem.level for problem in problems)
    said = (
        f"{counts[level]} {level}{'s' * (counts[level] > 1)}" for level in _LEVELS if counts[level]
    )
    return ", ".join(said) or "nothing found"


def _places(problems: list[Problem]) -> str:
    """Say where problems are, up to a point."""
    places = list(map(_place, problems[:_MOST_PLACES]))
    if len(problems) > _MOST_PLACES:
        places.append(f"and {len(problems) - _MOST_PLACES} more")
    return "; ".join(places)


def _place(problem: Problem) -> str:
    line = None if problem.line is None else f"line {problem.line}"
    return ", ".join(filter(None, (line, problem.where)))
