"""Says on which lines of a document its elements start.

libxml2 counts lines in 16 bits, and guesses those beyond 65,535; it also gives the line on which a
start tag ends. So the document itself is gone through; libxml2's lines serve where it dropped tags.
"""

import re
from itertools import accumulate, pairwise

from lxml import etree
from lxml.etree import _Element as Element

from podkit._xml.decode import decoded
from podkit._xml.parse import Parsed
from podkit.errors import ignore

__all__ = ["count_elements", "element_lines"]

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
_OTHER_BYTES = re.compile(rb"[\0\x1b]")
_COUNT = etree.XPath("count(descendant-or-self::*)")


def element_lines(parsed: Parsed) -> list[int | None]:
    r"""Give the line on which each element starts, counted from 1, in document order.

    >>> from podkit._xml.parse import parse_source
    >>> element_lines(parse_source("<a>\n<b\nid='1'/></a>", ignore))
    [1, 2]
    """
    source = parsed.source
    if isinstance(source, bytes) and _OTHER_BYTES.search(source):
        source = decoded(source, ignore)
    data = source if isinstance(source, bytes) else source.encode("utf-8", "surrogatepass")
    starts = [match.start() for match in _MARKUP.finditer(data) if match[1]]
    if len(starts) != count_elements(parsed.root):
        return [element.sourceline for element in parsed.root.iter()]
    newlines = (data.count(b"\n", before, start) for before, start in pairwise([0, *starts]))
    return [1 + passed for passed in accumulate(newlines)]


def count_elements(root: Element) -> int:
    """Count an element and those within.

    >>> count_elements(etree.fromstring("<a><b><c/></b></a>"))
    3
    """
    return int(_COUNT(root))
