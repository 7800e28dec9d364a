"""Measures the boxes of a page, and what is around them."""

from selectolax.lexbor import LexborNode

__all__ = ["HEADINGS", "MOST_KEPT", "SECTIONS", "ancestors", "length_of"]

HEADINGS = frozenset({"h1", "h2", "h3", "h4"})
# Boxes that can hold a transcript or a list of chapters.
SECTIONS = frozenset({"article", "aside", "blockquote", "details", "div", "ol", "section", "ul"})
MOST_KEPT = 20  # boxes, one within the other


def ancestors(node: LexborNode | None) -> frozenset[int]:
    """Give the identities of a node and all that holds it."""
    found = []
    while node is not None:
        found.append(node.mem_id)
        node = node.parent
    return frozenset(found)


def length_of(node: LexborNode) -> int:
    """Count the letters and marks of an element, save white space.

    >>> from podkit._html import parse_html
    >>> length_of(parse_html("<p>Be the <b>cake</b>.</p>"))
    10
    """
    return len("".join(node.text().split()))
