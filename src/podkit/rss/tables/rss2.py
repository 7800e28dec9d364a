"""RSS 2.0: the elements without a prefix (RSS 2.0 Specification, rssboard.org)."""

from podkit._values import DATE, INTEGER, MARKUP, TRUE_FALSE
from podkit._xml import Attribute, InlineChild, RecordChild, Table, Text, TextChild
from podkit.models import Category, Cloud, Enclosure, Image, Source, TextInput

__all__ = [
    "CATEGORY",
    "CHANNEL",
    "CLOUD",
    "ENCLOSURE",
    "IMAGE",
    "ITEM",
    "SOURCE",
    "TEXT_INPUT",
]

CLOUD = Table(
    Cloud,
    (
        Attribute("domain", "domain"),
        Attribute("port", "port", INTEGER),
        Attribute("path", "path"),
        Attribute("registerProcedure", "register_procedure"),
        Attribute("protocol", "protocol"),
    ),
)

IMAGE = Table(
    Image,
    (
        TextChild("url", "url"),
        TextChild("title", "title"),
        TextChild("link", "link"),
        TextChild("width", "width", INTEGER),
        TextChild("height", "height", INTEGER),
        TextChild("description", "description"),
    ),
)

TEXT_INPUT = Table(
    TextInput,
    (
        TextChild("title", "title"),
        TextChild("description", "description"),
        TextChild("name", "name"),
        TextChild("link", "link"),
    ),
)

CATEGORY = Table(
    Category,
    (
        Text("text"),
        Attribute("domain", "domain"),
    ),
)

ENCLOSURE = Table(
    Enclosure,
    (
        Attribute("url", "url"),
        Attribute("length", "length", INTEGER),
        Attribute("type", "type"),
    ),
)

SOURCE = Table(
    Source,
    (
        Text("text"),
        Attribute("url", "url"),
    ),
)

CHANNEL = (
    TextChild("title", "title"),
    TextChild("link", "link"),
    TextChild("description", "description", MARKUP),
    TextChild("language", "language"),
    TextChild("copyright", "copyright"),
    TextChild("managingEditor", "managing_editor"),
    TextChild("webMaster", "webmaster"),
    TextChild("pubDate", "published", DATE),
    TextChild("lastBuildDate", "last_build_date", DATE),
    RecordChild("category", "categories", CATEGORY),
    TextChild("generator", "generator"),
    TextChild("docs", "docs"),
    RecordChild("cloud", "cloud", CLOUD),
    TextChild("ttl", "ttl", INTEGER),
    RecordChild("image", "image", IMAGE),
    TextChild("rating", "rating"),
    RecordChild("textInput", "text_input", TEXT_INPUT),
    InlineChild("skipHours", (TextChild("hour", "skip_hours", INTEGER),)),
    InlineChild("skipDays", (TextChild("day", "skip_days"),)),
)

ITEM = (
    TextChild("title", "title"),
    TextChild("link", "link"),
    TextChild("description", "description", MARKUP),
    TextChild("author", "author"),
    RecordChild("category", "categories", CATEGORY),
    TextChild("comments", "comments"),
    RecordChild("enclosure", "enclosures", ENCLOSURE),
    InlineChild("guid", (Text("guid"), Attribute("isPermaLink", "guid_is_permalink", TRUE_FALSE))),
    TextChild("pubDate", "published", DATE),
    RecordChild("source", "source", SOURCE),
)
