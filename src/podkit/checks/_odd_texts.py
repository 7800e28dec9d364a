"""Finds the texts in a feed's markup that are empty or have white space around them.

Native code does so (`podkit.checks._scan`), where the package was built with it.
"""

import re

try:
    from podkit.checks._scan import odd_texts
except ImportError:  # it was not built, or for another Python
    _ODD_TEXT = re.compile(rb">(\s++[^<>]++|[^<>]*+(?<=\s)|)</([\w:.-]++)(?=>)")

    def odd_texts(data: bytes) -> list[tuple[int, bytes, str]]:
        """Find the texts at the ends of elements that are empty or have white space around them.

        Each has where it starts, itself, and the name of its element.

        >>> odd_texts(b"<title>Tides</title><link/><author> Ann</author>")
        [(35, b' Ann', 'author')]
        """
        return [(found.start(1), found[1], found[2].decode()) for found in _ODD_TEXT.finditer(data)]


__all__ = ["odd_texts"]
