"""HTML read into a tree, as browsers read it (WHATWG HTML), in linear time."""

import re
from collections import Counter

from selectolax.lexbor import LexborHTMLParser, LexborNode

from podkit.errors import ParseError

__all__ = ["parse_html"]

# Elements but those without an end tag, or often without one, that don't nest directly.
_TAG = re.compile(
    "<(/?)(?!(?:area|base|br|col|dd|dt|embed|hr|img|input|li|link|meta|option|p|param|rb|rp|rt|"
    r"source|t[dhr]|track|wbr)(?![^\s/>]))([a-z][^\s/>]*)",
    re.IGNORECASE,
)
_START = re.compile("<[A-Za-z]")
# Pages nest some 50 levels deep, and browsers go no deeper than 512; what an HTML parser does with
# many more takes quadratic time.
_DEEPEST = 2000


def parse_html(text: str) -> LexborNode:
    """Parse a document or a fragment, and give its root element.

    Raises:
        ParseError: elements nest more than 2,000 deep.

    >>> parse_html("<p>Hello").text()
    'Hello'
    """
    if text.count("<") > _DEEPEST and len(_START.findall(text)) > _DEEPEST:
        _check_depth(text)
    return LexborHTMLParser(text).css("html")[0]


def _check_depth(text: str) -> None:
    unclosed: Counter[str] = Counter()
    depth = 0
    for tag in _TAG.finditer(text):
        name = tag[2].lower()
        if tag[1] and not unclosed[name]:
            continue
        change = -1 if tag[1] else 1
        unclosed[name] += change
        depth += change
        if depth > _DEEPEST:
            line = text.count("\n", 0, tag.start()) + 1
            raise ParseError(f"elements nest more than {_DEEPEST} deep", line=line)
