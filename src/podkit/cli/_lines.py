"""Lines for a terminal: one for each problem, whatever its text may hold."""

import re

from rich.text import Text

__all__ = ["one_line", "problem_line"]

_STYLES = {"error": "red", "warning": "yellow", "info": "blue"}
# A new line, and all that a terminal would take for an order.
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]")


def one_line(text: object) -> str:
    r"""Give a text as one line: what isn't shown but obeyed is escaped.

    >>> one_line("a\nb\x1b[31m")
    'a\\nb\\x1b[31m'
    """
    return _CONTROL.sub(lambda found: found[0].encode("unicode_escape").decode(), str(text))


def problem_line(level: str, text: object) -> Text:
    """Give the line that says what was found, its level in colour.

    >>> problem_line("error", "no audio").plain
    'error: no audio'
    """
    return Text.assemble((level, _STYLES[level]), f": {one_line(text)}")
