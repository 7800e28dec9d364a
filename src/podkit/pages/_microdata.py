"""Reads the microdata of a page (WHATWG HTML, 5) as things in the manner of JSON-LD."""

from collections.abc import Iterator
from typing import Any

from selectolax.lexbor import LexborNode

__all__ = ["microdata"]

# The attribute that holds the value of a property, by the element's tag; others say it as text.
_VALUES = {
    **dict.fromkeys(("a", "area", "link"), "href"),
    **dict.fromkeys(("audio", "embed", "iframe", "img", "source", "track", "video"), "src"),
    **dict.fromkeys(("data", "meter"), "value"),
    "object": "data",
    "time": "datetime",
}
_MOST = 1000  # items and properties
_DEEPEST = 100  # how many elements a property may stand within, below its item


def microdata(root: LexborNode) -> list[dict[str, Any]]:
    """Give the items of a page, each with its properties as lists of values.

    >>> from podkit._html import parse_html
    >>> source = "<p itemscope itemtype=https://schema.org/Person>By <b itemprop=name>Ann</b>"
    >>> microdata(parse_html(source))
    [{'@type': ['https://schema.org/Person'], 'name': ['Ann']}]
    """
    if not root.css_matches("[itemscope]"):
        return []
    nodes = {node.mem_id: node for node in root.css("[itemscope], [itemprop]")[:_MOST]}
    items: dict[int, dict[str, Any]] = {
        identity: {"@type": (node.attributes.get("itemtype") or "").split()}
        for identity, node in nodes.items()
        if "itemscope" in node.attributes
    }
    owners = dict(_referred(nodes))
    for identity, node in nodes.items():
        names = (node.attributes.get("itemprop") or "").split()
        # An item that is referred to could hold itself.
        owner = _owner(node, items, owners if identity not in items else {}) if names else None
        item = items[owner] if owner is not None else {}
        for name in names:
            item.setdefault(name, []).append(items.get(identity) or _value(node))
    return [*items.values()]


def _referred(nodes: dict[int, LexborNode]) -> Iterator[tuple[str, int]]:
    """Give the names of elements elsewhere that have more of an item, and the item's identity."""
    for identity, node in nodes.items():
        for name in (node.attributes.get("itemref") or "").split():
            yield name, identity


def _owner(
    node: LexborNode, items: dict[int, dict[str, Any]], owners: dict[str, int]
) -> int | None:
    """Give the identity of the item that a property is one of."""
    holder: LexborNode | None = node
    for _ in range(_DEEPEST):
        if holder is None:
            break
        if holder is not node and holder.mem_id in items:
            return holder.mem_id
        if owners and (holder.attributes.get("id") or "") in owners:
            return owners[holder.attributes["id"] or ""]
        holder = holder.parent
    return None


def _value(node: LexborNode) -> str:
    facts = node.attributes
    named = facts.get("content") or facts.get(_VALUES.get(node.tag or "", ""))
    return node.text() if named is None else named
