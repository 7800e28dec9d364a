"""feedparser, kept from the network and from files, and from what it takes too long for."""

import importlib
import io
from collections import Counter
from typing import Any

from lxml import etree
from lxml.etree import _Element as Element

from podkit._xml import local, tag
from podkit.errors import OnProblem, ParseError, Problem

__all__ = ["parse_by_feedparser"]

# In these elements feedparser looks for e-mail addresses, and among labels for repeats, in
# quadratic time: 40,000 characters take it ten seconds.
_SEARCHED = {"author", "creator", "email", "keywords", "managingeditor", "name", "owner"}
_SEARCHED |= {"publisher", "tags", "webmaster"}
_LONGEST_SEARCHED = 1000
_LABELS = {"category", "subject"}
_MOST_LABELS = 100


def parse_by_feedparser(root: Element, on_problem: OnProblem) -> Any:  # noqa: ANN401 -- it has no types
    """Let feedparser read a document that lxml has parsed; HTML and addresses stay as they are.

    Elements that it would take too long for are emptied in the tree, and reported.

    Raises:
        ParseError: feedparser fails.

    >>> feed = etree.fromstring("<feed xmlns='http://www.w3.org/2005/Atom'><title>A</title></feed>")
    >>> parse_by_feedparser(feed, print).feed.title
    'A'
    """
    _spare(root, on_problem)
    # A stream, as feedparser takes bytes and texts for names of files, or for addresses to fetch.
    stream = io.BytesIO(etree.tostring(root))
    # It is large, and loaded when it is used.
    feedparser = importlib.import_module("feedparser")
    try:
        return feedparser.parse(stream, sanitize_html=False, resolve_relative_uris=False)
    except Exception as error:  # whatever its code runs into
        raise ParseError("feedparser can't read the document", line=root.sourceline) from error


def _spare(root: Element, on_problem: OnProblem) -> None:
    """Empty the elements that feedparser would take too long for."""
    labels: Counter[Element | None] = Counter()
    for element in list(root.iter()):
        name, parent = local(tag(element)).lower(), element.getparent()
        labels[parent] += name in _LABELS
        is_one_too_many = name in _LABELS and labels[parent] > _MOST_LABELS
        if is_one_too_many or (name in _SEARCHED and _length(element) > _LONGEST_SEARCHED):
            message = f"<{name}> is too long for feedparser, or one too many; it was not kept"
            line = element.sourceline
            on_problem(Problem(id="too-much-for-feedparser", message=message, line=line))
            element.clear()


def _length(element: Element) -> int:
    return sum(map(len, element.itertext()))
