"""``podkit compare``: what breaks when a feed takes the place of another.

>>> from click.testing import CliRunner
>>> feed = "<rss version='2.0'><channel><title>Tides</title></channel></rss>"
>>> print(CliRunner().invoke(compare, ["no-such-file", "-"], input=feed).stderr, end="")
error: [Errno 2] No such file or directory: 'no-such-file'
"""

import click

from podkit import checks, rss
from podkit.cli._judging import FAIL_ON, FORMAT, LEVEL, PROFILE, ending, fail, read, report

__all__ = ["compare"]


@click.command()
@click.argument("old")
@click.argument("new")
@PROFILE
@LEVEL
@FORMAT
@FAIL_ON
def compare(  # noqa: PLR0913 -- one for each option
    *,
    old: str,
    new: str,
    profile: checks.Profile,
    levels: checks.Levels,
    form: str,
    fail_on: str,
) -> None:
    """Say what listeners lose or get twice when the feed NEW takes the place of OLD.

    Each is a file; - is what comes in. Exits with 1 when something is lost, by --fail-on, and with
    2 when a file can't be read, or is no feed.
    """
    with ending(old):
        before = rss.loads(read(old))
    with ending(new):
        problems = checks.compare(before, read(new), profile=profile, levels=levels)
    report({new: problems}, form)
    fail({new: problems}, fail_on)
