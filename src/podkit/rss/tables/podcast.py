"""The podcast namespace (github.com/Podcastindex-org/podcast-namespace, docs/1.0.md)."""

from podkit._xml import Attribute, InlineChild, RecordChild, Table, Text, TextChild
from podkit.models import ChaptersLink, Funding, Person, TranscriptLink
from podkit.rss._values import YES_NO

__all__ = ["CHANNEL", "CHAPTERS", "FUNDING", "ITEM", "PERSON", "TRANSCRIPT"]

FUNDING = Table(
    Funding,
    (
        Attribute("url", "url"),
        Text("text"),
    ),
)

PERSON = Table(
    Person,
    (
        Text("name"),
        Attribute("role", "role"),
        Attribute("group", "group"),
        Attribute("img", "img"),
        Attribute("href", "href"),
    ),
)

TRANSCRIPT = Table(
    TranscriptLink,
    (
        Attribute("url", "url"),
        Attribute("type", "type"),
        Attribute("language", "language"),
        Attribute("rel", "rel"),
    ),
)

CHAPTERS = Table(
    ChaptersLink,
    (
        Attribute("url", "url"),
        Attribute("type", "type"),
    ),
)

CHANNEL = (
    TextChild("podcast:guid", "guid"),
    InlineChild("podcast:locked", (Text("locked", YES_NO), Attribute("owner", "locked_owner"))),
    TextChild("podcast:medium", "medium"),
    RecordChild("podcast:funding", "funding", FUNDING),
    RecordChild("podcast:person", "persons", PERSON),
)

ITEM = (
    RecordChild("podcast:transcript", "transcript_links", TRANSCRIPT),
    RecordChild("podcast:chapters", "chapters_link", CHAPTERS),
    RecordChild("podcast:person", "persons", PERSON),
)
