"""Media RSS 1.5.1 (rssboard.org/media-rss), as far as podcasts carry it.

The elements that the document calls optional may stand in channel, item, group and content alike;
they are fields of the value there, with ``media_`` before their names in a show and an episode.
"""

from podkit._values import DECIMAL, DURATION, INTEGER, MARKUP, PLAY_TIME, TRUE_FALSE
from podkit._xml import Attribute, RecordChild, Row, Table, Text, TextChild
from podkit.models import (
    MediaCategory,
    MediaContent,
    MediaCopyright,
    MediaCredit,
    MediaGroup,
    MediaPlayer,
    MediaRating,
    MediaRestriction,
    MediaText,
    MediaThumbnail,
)

__all__ = [
    "CATEGORY",
    "CHANNEL",
    "CONTENT",
    "COPYRIGHT",
    "CREDIT",
    "GROUP",
    "ITEM",
    "PLAYER",
    "RATING",
    "RESTRICTION",
    "TEXT",
    "THUMBNAIL",
]

TEXT = Table(
    MediaText,
    (
        Text("text", MARKUP),
        Attribute("type", "type"),
    ),
)

THUMBNAIL = Table(
    MediaThumbnail,
    (
        Attribute("url", "url"),
        Attribute("width", "width", INTEGER),
        Attribute("height", "height", INTEGER),
        Attribute("time", "time", PLAY_TIME),
    ),
)

CATEGORY = Table(
    MediaCategory,
    (
        Text("text"),
        Attribute("scheme", "scheme"),
        Attribute("label", "label"),
    ),
)

CREDIT = Table(
    MediaCredit,
    (
        Text("text"),
        Attribute("role", "role"),
        Attribute("scheme", "scheme"),
    ),
)

COPYRIGHT = Table(
    MediaCopyright,
    (
        Text("text"),
        Attribute("url", "url"),
    ),
)

RATING = Table(
    MediaRating,
    (
        Text("text"),
        Attribute("scheme", "scheme"),
    ),
)

PLAYER = Table(
    MediaPlayer,
    (
        Attribute("url", "url"),
        Attribute("width", "width", INTEGER),
        Attribute("height", "height", INTEGER),
    ),
)

RESTRICTION = Table(
    MediaRestriction,
    (
        Text("text"),
        Attribute("relationship", "relationship"),
        Attribute("type", "type"),
    ),
)


def _optional(prefix: str) -> tuple[Row, ...]:
    """Give the rows of the elements that may stand anywhere."""
    return (
        RecordChild("media:title", f"{prefix}title", TEXT),
        RecordChild("media:description", f"{prefix}description", TEXT),
        TextChild("media:keywords", f"{prefix}keywords"),
        RecordChild("media:thumbnail", f"{prefix}thumbnails", THUMBNAIL),
        RecordChild("media:category", f"{prefix}categories", CATEGORY),
        RecordChild("media:credit", f"{prefix}credits", CREDIT),
        RecordChild("media:copyright", f"{prefix}copyright", COPYRIGHT),
        RecordChild("media:rating", f"{prefix}ratings", RATING),
        RecordChild("media:player", f"{prefix}player", PLAYER),
        RecordChild("media:restriction", f"{prefix}restrictions", RESTRICTION),
    )


CONTENT = Table(
    MediaContent,
    (
        Attribute("url", "url"),
        Attribute("fileSize", "file_size", INTEGER),
        Attribute("type", "type"),
        Attribute("medium", "medium"),
        Attribute("isDefault", "is_default", TRUE_FALSE),
        Attribute("expression", "expression"),
        Attribute("bitrate", "bitrate", DECIMAL),
        Attribute("framerate", "framerate", DECIMAL),
        Attribute("samplingrate", "samplingrate", DECIMAL),
        Attribute("channels", "channels", INTEGER),
        Attribute("duration", "duration", DURATION),
        Attribute("height", "height", INTEGER),
        Attribute("width", "width", INTEGER),
        Attribute("lang", "lang"),
        *_optional(""),
    ),
)

GROUP = Table(
    MediaGroup,
    (
        RecordChild("media:content", "contents", CONTENT),
        *_optional(""),
    ),
)

CHANNEL = _optional("media_")

ITEM = (
    RecordChild("media:content", "media_contents", CONTENT),
    RecordChild("media:group", "media_groups", GROUP),
    *_optional("media_"),
)
