"""HTML read into a tree, as browsers read it (WHATWG HTML), in linear time."""

import re
from collections import Counter
from typing import cast

from selectolax.lexbor import LexborHTMLParser, LexborNode

from podkit.errors import ParseError

__all__ = ["parse_html", "select"]

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
# The same holds for many options of one list, which nobody reads, and attributes of one element.
_OPTION = re.compile(r"</?option(?=[\s/>])[^<>]*>", re.IGNORECASE)
_QUOTED = re.compile(r"=\s*(?:\"[^\"]*\"|'[^']*')")
_MOST_ATTRIBUTES = 5000
_LEAST_LETTERS = _MOST_ATTRIBUTES * 2  # of so many of them, each with a space


def parse_html(text: str) -> LexborNode:
    """Parse a document or a fragment, and give its root element.

    Raises:
        ParseError: elements nest more than 2,000 deep, or one has more than 5,000 attributes.

    >>> parse_html("<p>Hello").text()
    'Hello'
    """
    if text.count("<") > _DEEPEST and len(_START.findall(text)) > _DEEPEST:
        _check_depth(text)
        if text.count("<o") + text.count("<O") > _DEEPEST:
            text = _OPTION.sub(" ", text)
    if len(text) > _LEAST_LETTERS:
        _check_attributes(text)
    return cast("LexborNode", LexborHTMLParser(text).root)  # browsers make one of any text


def select(root: LexborNode, selector: str) -> list[LexborNode]:
    """Give the elements of a document that a selector names, quicker where that is only a tag.

    >>> [node.tag for node in select(parse_html("<p>Hello<p>Bye"), "p")]
    ['p', 'p']
    """
    return root.parser.tags(selector) if selector.isalnum() else root.css(selector)


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


def _check_attributes(text: str) -> None:
    """Look for elements with many attributes where nothing ends within many letters."""
    start = 0
    while start + _LEAST_LETTERS < len(text):
        end = text.rfind(">", start, start + _LEAST_LETTERS)
        if end < 0:
            end = text.find(">", start)
            part = text[start:end] if end >= 0 else text[start:]
            place = part.find("<")  # of which a style has none for long
            tag = _START.search(part, place) if place >= 0 else None
            names = _QUOTED.sub("= ", part[tag.end() :]).replace("/", " ").split() if tag else ()
            if len(names) > _MOST_ATTRIBUTES:
                raise ParseError(f"an element has more than {_MOST_ATTRIBUTES} attributes")
            end = start + len(part)
        start = end + 1
