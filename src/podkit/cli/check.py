"""``podkit check``: what is wrong with feeds.

>>> from click.testing import CliRunner
>>> feed = "<rss version='2.0'><channel><title>Tides</title></channel></rss>"
>>> print(CliRunner().invoke(check, ["-", "--profile", "rss"], input=feed).output, end="")
-: 2 errors, 1 warning
error: link-missing: there is no <link>; give the show's web page
  line 1, channel, link
error: description-missing: there is no <description>; say what the show is about
  line 1, channel, description
warning: self-link-missing: there is no <atom:link rel="self">; give the URL of the feed
  line 1, channel, atom:link
"""

import functools
from collections.abc import Callable
from datetime import UTC, datetime

import click

from podkit import checks
from podkit.cli._judging import (
    FAIL_ON,
    FORMAT,
    LEVEL,
    PROFILE,
    fail,
    read,
    report,
    say_error,
)
from podkit.errors import ParseError, Problem

__all__ = ["check"]

_NO_FEED = "no-feed"


@click.command()
@click.argument("feeds", metavar="FEED...", nargs=-1, required=True)
@PROFILE
@LEVEL
@FORMAT
@FAIL_ON
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
        fetch=checks.PoliteFetch() if is_fetched else None,
    )
    asked = {feed: _found(feed, ask, levels) for feed in feeds}
    found = {feed: problems for feed, problems in asked.items() if problems is not None}
    report(found, form)
    if len(found) < len(asked):
        raise SystemExit(2)
    fail(found, fail_on)


def _found(
    feed: str, ask: Callable[[bytes], list[Problem]], levels: checks.Levels
) -> list[Problem] | None:
    """Check one feed, if there is a file; that it is no feed is what is wrong with it."""
    try:
        return ask(read(feed))
    except OSError as error:
        say_error(error)
        return None
    except ParseError as error:
        level = levels.get(_NO_FEED, "error")
        problem = Problem(id=_NO_FEED, message=str(error), level=level or "error", line=error.line)
        return [problem] if level else []
