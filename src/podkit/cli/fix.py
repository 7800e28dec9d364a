r"""``podkit fix``: mends what is wrong with a feed where there is nothing to guess.

>>> from click.testing import CliRunner
>>> start = "<?xml version='1.0'?><rss version='2.0'>"
>>> feed = start + "<channel>\n<language>en_GB</language></channel></rss>"
>>> print(CliRunner().invoke(fix, ["-"], input=feed).output, end="")
-: 1 to mend
error: language-unknown: 'en_GB' is no two-letter code of ISO 639, such as en or en-us
  line 2, channel, language
"""

import click
from rich.console import Console

from podkit import checks, rss
from podkit.cli._judging import ending, read, show_text
from podkit.cli._text import text_report

__all__ = ["fix"]

_STREAM = "-"


@click.command()
@click.argument("feed")
@click.option(
    "-o", "--out", type=click.Path(), help="The file to write the mended feed to; it may be FEED."
)
def fix(*, feed: str, out: str | None) -> None:
    """Say what of FEED can be mended without guessing, and write it mended.

    FEED is a file; - is what comes in, and with --out what goes out, while the rest is said as
    errors are. Without --out, nothing is written. Exits with 2 when FEED can't be read, or is no
    feed, or when --out can't be written.
    """
    with ending(feed):
        fixed = checks.fix(read(feed))
    if out == _STREAM:
        click.echo(rss.dumps(fixed.show), nl=False)
    elif out:
        with ending(out):
            rss.write(fixed.show, out)
    mended = list(fixed.mended)
    done = "mended" if out else "to mend"
    lines = text_report(feed, f"{len(mended) or 'nothing'} {done}", mended)
    show_text(lines, Console(stderr=out == _STREAM))
