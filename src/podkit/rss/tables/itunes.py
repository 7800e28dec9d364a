"""Apple's tags, current and retired (A Podcaster's Guide to RSS)."""

from podkit._values import CAPITAL_YES_NO, DURATION, EXPLICIT, INTEGER, MARKUP
from podkit._xml import Attribute, InlineChild, RecordChild, Table, TextChild
from podkit.models import Category, Owner

__all__ = ["CATEGORY", "CHANNEL", "ITEM", "OWNER"]

OWNER = Table(
    Owner,
    (
        TextChild("itunes:name", "name"),
        TextChild("itunes:email", "email"),
    ),
)

CATEGORY = Table(
    Category,
    (
        Attribute("text", "text"),
        RecordChild("itunes:category", "subcategories"),
    ),
)

CHANNEL = (
    TextChild("itunes:author", "author"),
    RecordChild("itunes:owner", "owner", OWNER),
    InlineChild("itunes:image", (Attribute("href", "artwork"),)),
    RecordChild("itunes:category", "itunes_categories", CATEGORY),
    TextChild("itunes:explicit", "explicit", EXPLICIT),
    TextChild("itunes:type", "type"),
    TextChild("itunes:title", "itunes_title"),
    TextChild("itunes:subtitle", "subtitle"),
    TextChild("itunes:summary", "summary", MARKUP),
    TextChild("itunes:complete", "complete", CAPITAL_YES_NO),
    TextChild("itunes:block", "block", CAPITAL_YES_NO),
    TextChild("itunes:new-feed-url", "new_feed_url"),
    TextChild("itunes:keywords", "keywords"),
    TextChild("itunes:applepodcastsverify", "applepodcastsverify"),
)

ITEM = (
    TextChild("itunes:title", "itunes_title"),
    TextChild("itunes:author", "itunes_author"),
    TextChild("itunes:subtitle", "subtitle"),
    TextChild("itunes:summary", "summary", MARKUP),
    InlineChild("itunes:image", (Attribute("href", "artwork"),)),
    TextChild("itunes:duration", "duration", DURATION),
    TextChild("itunes:explicit", "explicit", EXPLICIT),
    TextChild("itunes:episode", "number", INTEGER),
    TextChild("itunes:season", "season", INTEGER),
    TextChild("itunes:episodeType", "episode_type"),
    TextChild("itunes:block", "block", CAPITAL_YES_NO),
    TextChild("itunes:keywords", "keywords"),
    TextChild("itunes:order", "order", INTEGER),
    TextChild("itunes:isClosedCaptioned", "is_closed_captioned", CAPITAL_YES_NO),
)
