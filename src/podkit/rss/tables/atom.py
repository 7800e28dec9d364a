"""Atom elements in RSS: ``atom:link`` (RFC 4287, section 4.2.7)."""

from podkit._xml import Attribute, RecordChild, Table
from podkit.models import AtomLink
from podkit.rss._values import INTEGER

__all__ = ["CHANNEL", "LINK"]

LINK = Table(
    AtomLink,
    (
        Attribute("href", "href"),
        Attribute("rel", "rel"),
        Attribute("type", "type"),
        Attribute("hreflang", "hreflang"),
        Attribute("title", "title"),
        Attribute("length", "length", INTEGER),
    ),
)

CHANNEL = (RecordChild("atom:link", "atom_links", LINK),)
