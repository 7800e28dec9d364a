"""Says on which lines of a document its elements start.

libxml2 knows the line on which a start tag ends, but counts lines in 16 bits. Where a tag may have
started further up, or the document is longer, the document itself is gone through; there as well,
libxml2's lines serve where it dropped tags.
"""

import functools
import io
import re
from itertools import accumulate, pairwise

from lxml.etree import _Element as Element

from podkit._xml.decode import decoded
from podkit._xml.parse import Parsed
from podkit.errors import ignore

__all__ = ["StartLines"]

# What a "<" begins in a well-formed document; of start tags only the beginning matters.
_MARKUP = re.compile(
    rb"""<(?:
        !--(?:[^-]++|-(?!->))*+-->
      | !\[CDATA\[(?:[^\]]++|\](?!\]>))*+\]\]>
      | \?.*?\?>
      | ([^/!?])
    )""",
    re.DOTALL | re.VERBOSE,
)
# What shows that the bytes of a document are not those of ASCII, where it has no other characters:
# the zeros of UTF-16 and UTF-32, and the escapes of ISO 2022.
_OTHER_BYTES = (b"\0", b"\x1b")
# As many lines as libxml2 counts.
_MOST_LINES = 0xFFFF


class StartLines:
    r"""The lines on which the elements of a document start, counted from 1.

    Args:
        parsed: the document.

    >>> from podkit._xml.parse import parse_source
    >>> parsed = parse_source("<a>\n<b\nid='1'/></a>", ignore)
    >>> lines = StartLines(parsed)
    >>> [lines.of(element) for element in parsed.root.iter()]
    [1, 2]
    """

    def __init__(self, parsed: Parsed) -> None:
        source = parsed.source
        if isinstance(source, bytes) and any(other in source for other in _OTHER_BYTES):
            source = decoded(source, ignore)
        data = source if isinstance(source, bytes) else source.encode("utf-8", "surrogatepass")
        self._root = parsed.root
        self._is_well_formed = isinstance(parsed.source, bytes)
        self._data = data
        self._lines = io.BytesIO(data).readlines()  # in a fifth of the time that split takes
        self._known: dict[int, bool] = {}

    def of(self, element: Element) -> int | None:
        """Give the line of an element."""
        line = element.sourceline
        if self.is_start(line):
            return line
        return self._first if element is self._root and self._first else self.exact[element]

    def is_start(self, line: int | None) -> bool:
        """Say whether all start tags that end on a line start there as well."""
        if line is None or not line <= len(self._lines) < _MOST_LINES:
            return False
        # Of a line of many elements, the text before them is looked at once.
        if line not in self._known:
            self._known[line] = _starts_all(self._lines[line - 1])
        return self._known[line]

    @functools.cached_property
    def _first(self) -> int | None:
        """The line of the root, where libxml2 dropped no tags."""
        start = next(match.start() for match in _MARKUP.finditer(self._data) if match[1])
        return 1 + self._data.count(b"\n", 0, start) if self._is_well_formed else None

    @functools.cached_property
    def exact(self) -> dict[Element, int | None]:
        """The line of each element, in their order."""
        elements = list(self._root.iter())
        data = self._data
        starts = [match.start() for match in _MARKUP.finditer(data) if match[1]]
        if len(starts) != len(elements):
            return {element: element.sourceline for element in elements}
        newlines = (data.count(b"\n", before, start) for before, start in pairwise([0, *starts]))
        lines = [1 + passed for passed in accumulate(newlines)]
        return dict(zip(elements, lines, strict=True))


def _starts_all(line: bytes) -> bool:
    """Say whether all start tags that end on a line start there as well."""
    # No tag has a "<" in it, not even in a value. A ">" may end a tag, but not one of "]]>".
    before, start, _ = line.partition(b"<")
    return bool(start) and b">" not in before.rstrip().removesuffix(b"]]>")
