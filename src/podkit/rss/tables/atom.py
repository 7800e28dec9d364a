"""Atom elements in RSS: links, people and identity (RFC 4287)."""

from podkit._values import INTEGER, ISO_DATE
from podkit._xml import Attribute, RecordChild, Table, TextChild
from podkit.models import AtomLink, AtomPerson

__all__ = ["CHANNEL", "ITEM", "LINK", "PERSON"]

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

PERSON = Table(
    AtomPerson,
    (
        TextChild("atom:name", "name"),
        TextChild("atom:uri", "uri"),
        TextChild("atom:email", "email"),
    ),
)

_BOTH = (
    RecordChild("atom:link", "atom_links", LINK),
    RecordChild("atom:author", "atom_authors", PERSON),
    RecordChild("atom:contributor", "atom_contributors", PERSON),
    TextChild("atom:id", "atom_id"),
)

CHANNEL = (
    *_BOTH,
    TextChild("atom:updated", "atom_updated", ISO_DATE),
    TextChild("atom:icon", "atom_icon"),
    TextChild("atom:logo", "atom_logo"),
)

ITEM = (
    *_BOTH,
    TextChild("atom:published", "atom_published", ISO_DATE),
    TextChild("atom:updated", "atom_updated", ISO_DATE),
)
