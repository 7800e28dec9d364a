"""Finds the texts in a feed's markup that are empty or have white space around them.

Native code does so (`podkit.checks._scan`), where the package was built with it.
"""

import re

__all__ = ["odd_texts"]

_ODD_TEXT = re.compile(rb">(\s++[^<>]++|[^<>]*+(?<=\s)|)</([\w:.-]++)(?=>)")


def _by_pattern(data: bytes) -> list[tuple[int, bytes, str]]:
    """Find the texts at the ends of elements that are empty or have white space around them.

    Each has where it starts, itself, and the name of its element.

    >>> _by_pattern(b"<title>Tides</title><link/><author> Ann</author>")
    [(35, b' Ann', 'author')]
    """
    return [(found.start(1), found[1], found[2].decode()) for found in _ODD_TEXT.finditer(data)]


try:
    from podkit.checks._scan import odd_texts
except ImportError:  # it was not built, or for another Python
    odd_texts = _by_pattern
