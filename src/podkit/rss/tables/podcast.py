"""The podcast namespace (github.com/Podcastindex-org/podcast-namespace, docs/1.0.md).

One table a page of docs/tags; which tags may stand in channel, item and live item is said there.
"""

from podkit._values import DATE, DECIMAL, INTEGER, ISO_DATE, TRUE_FALSE, YES_NO
from podkit._xml import Attribute, InlineChild, RecordChild, Table, Text, TextChild
from podkit.models import (
    AlternateEnclosure,
    Block,
    ChaptersLink,
    Chat,
    ContentLink,
    EnclosureSource,
    Funding,
    Integrity,
    License,
    Location,
    Person,
    PodcastImage,
    RemoteItem,
    SocialInteract,
    Soundbite,
    Trailer,
    TranscriptLink,
    Txt,
    UpdateFrequency,
    Value,
    ValueRecipient,
    ValueTimeSplit,
)

__all__ = [
    "ALTERNATE_ENCLOSURE",
    "BLOCK",
    "CHANNEL",
    "CHAPTERS",
    "CHAT",
    "CONTENT_LINK",
    "FUNDING",
    "IMAGE",
    "INTEGRITY",
    "ITEM",
    "LICENSE",
    "LIVE_ITEM",
    "LOCATION",
    "PERSON",
    "REMOTE_ITEM",
    "SOCIAL_INTERACT",
    "SOUNDBITE",
    "SOURCE",
    "TRAILER",
    "TRANSCRIPT",
    "TXT",
    "UPDATE_FREQUENCY",
    "VALUE",
    "VALUE_RECIPIENT",
    "VALUE_TIME_SPLIT",
]

FUNDING = Table(
    Funding,
    (
        Text("text"),
        Attribute("url", "url"),
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

SOUNDBITE = Table(
    Soundbite,
    (
        Text("title"),
        Attribute("startTime", "start_time", DECIMAL),
        Attribute("duration", "duration", DECIMAL),
    ),
)

LOCATION = Table(
    Location,
    (
        Text("text"),
        Attribute("rel", "rel"),
        Attribute("geo", "geo"),
        Attribute("osm", "osm"),
        Attribute("country", "country"),
    ),
)

TRAILER = Table(
    Trailer,
    (
        Text("title"),
        Attribute("pubdate", "published", DATE),
        Attribute("url", "url"),
        Attribute("length", "length", INTEGER),
        Attribute("type", "type"),
        Attribute("season", "season", INTEGER),
    ),
)

LICENSE = Table(
    License,
    (
        Text("text"),
        Attribute("url", "url"),
    ),
)

SOURCE = Table(
    EnclosureSource,
    (
        Attribute("uri", "uri"),
        Attribute("contentType", "content_type"),
    ),
)

INTEGRITY = Table(
    Integrity,
    (
        Attribute("type", "type"),
        Attribute("value", "value"),
    ),
)

ALTERNATE_ENCLOSURE = Table(
    AlternateEnclosure,
    (
        Attribute("type", "type"),
        Attribute("length", "length", INTEGER),
        Attribute("bitrate", "bitrate", DECIMAL),
        Attribute("height", "height", INTEGER),
        Attribute("lang", "lang"),
        Attribute("title", "title"),
        Attribute("rel", "rel"),
        Attribute("codecs", "codecs"),
        Attribute("default", "default", TRUE_FALSE),
        RecordChild("podcast:source", "sources", SOURCE),
        RecordChild("podcast:integrity", "integrity", INTEGRITY),
    ),
)

REMOTE_ITEM = Table(
    RemoteItem,
    (
        Attribute("feedGuid", "feed_guid"),
        Attribute("feedUrl", "feed_url"),
        Attribute("itemGuid", "item_guid"),
        Attribute("medium", "medium"),
        Attribute("title", "title"),
    ),
)

VALUE_RECIPIENT = Table(
    ValueRecipient,
    (
        Attribute("name", "name"),
        Attribute("type", "type"),
        Attribute("address", "address"),
        Attribute("customKey", "custom_key"),
        Attribute("customValue", "custom_value"),
        Attribute("split", "split", INTEGER),
        Attribute("fee", "fee", TRUE_FALSE),
    ),
)

VALUE_TIME_SPLIT = Table(
    ValueTimeSplit,
    (
        Attribute("startTime", "start_time", DECIMAL),
        Attribute("duration", "duration", DECIMAL),
        Attribute("remoteStartTime", "remote_start_time", DECIMAL),
        Attribute("remotePercentage", "remote_percentage", DECIMAL),
        RecordChild("podcast:remoteItem", "remote_item", REMOTE_ITEM),
        RecordChild("podcast:valueRecipient", "value_recipients", VALUE_RECIPIENT),
    ),
)

VALUE = Table(
    Value,
    (
        Attribute("type", "type"),
        Attribute("method", "method"),
        Attribute("suggested", "suggested", DECIMAL),
        RecordChild("podcast:valueRecipient", "value_recipients", VALUE_RECIPIENT),
        RecordChild("podcast:valueTimeSplit", "value_time_splits", VALUE_TIME_SPLIT),
    ),
)

CONTENT_LINK = Table(
    ContentLink,
    (
        Text("text"),
        Attribute("href", "href"),
    ),
)

SOCIAL_INTERACT = Table(
    SocialInteract,
    (
        Attribute("priority", "priority", INTEGER),
        Attribute("protocol", "protocol"),
        Attribute("uri", "uri"),
        Attribute("accountId", "account_id"),
        Attribute("accountUrl", "account_url"),
    ),
)

BLOCK = Table(
    Block,
    (
        Text("blocked", YES_NO),
        Attribute("id", "id"),
    ),
)

TXT = Table(
    Txt,
    (
        Text("text"),
        Attribute("purpose", "purpose"),
    ),
)

CHAT = Table(
    Chat,
    (
        Attribute("server", "server"),
        Attribute("protocol", "protocol"),
        Attribute("accountId", "account_id"),
        Attribute("space", "space"),
    ),
)

IMAGE = Table(
    PodcastImage,
    (
        Attribute("href", "href"),
        Attribute("alt", "alt"),
        Attribute("aspect-ratio", "aspect_ratio"),
        Attribute("width", "width", INTEGER),
        Attribute("height", "height", INTEGER),
        Attribute("type", "type"),
        Attribute("purpose", "purpose"),
    ),
)

UPDATE_FREQUENCY = Table(
    UpdateFrequency,
    (
        Text("text"),
        Attribute("rrule", "rrule"),
        Attribute("dtstart", "dtstart"),
        Attribute("complete", "complete", TRUE_FALSE),
    ),
)

_BOTH = (
    RecordChild("podcast:person", "persons", PERSON),
    RecordChild("podcast:location", "locations", LOCATION),
    RecordChild("podcast:license", "license", LICENSE),
    RecordChild("podcast:image", "podcast_images", IMAGE),
    InlineChild("podcast:images", (Attribute("srcset", "images_srcset"),)),
    RecordChild("podcast:funding", "funding", FUNDING),
    RecordChild("podcast:value", "values", VALUE),
    RecordChild("podcast:socialInteract", "social_interacts", SOCIAL_INTERACT),
    RecordChild("podcast:chat", "chat", CHAT),
    RecordChild("podcast:txt", "txts", TXT),
)

CHANNEL = (
    TextChild("podcast:guid", "guid"),
    InlineChild("podcast:locked", (Text("locked", YES_NO), Attribute("owner", "locked_owner"))),
    TextChild("podcast:medium", "medium"),
    *_BOTH,
    RecordChild("podcast:trailer", "trailers", TRAILER),
    RecordChild("podcast:block", "podcast_blocks", BLOCK),
    RecordChild("podcast:updateFrequency", "update_frequency", UPDATE_FREQUENCY),
    InlineChild("podcast:podping", (Attribute("usesPodping", "uses_podping", TRUE_FALSE),)),
    InlineChild("podcast:podroll", (RecordChild("podcast:remoteItem", "podroll", REMOTE_ITEM),)),
    InlineChild(
        "podcast:publisher", (RecordChild("podcast:remoteItem", "publisher", REMOTE_ITEM),)
    ),
    RecordChild("podcast:remoteItem", "remote_items", REMOTE_ITEM),
)

ITEM = (
    RecordChild("podcast:transcript", "transcript_links", TRANSCRIPT),
    RecordChild("podcast:chapters", "chapters_link", CHAPTERS),
    *_BOTH,
    InlineChild(
        "podcast:season",
        (Text("podcast_season", INTEGER), Attribute("name", "podcast_season_name")),
    ),
    InlineChild(
        "podcast:episode",
        (Text("podcast_episode", DECIMAL), Attribute("display", "podcast_episode_display")),
    ),
    RecordChild("podcast:soundbite", "soundbites", SOUNDBITE),
    RecordChild("podcast:alternateEnclosure", "alternate_enclosures", ALTERNATE_ENCLOSURE),
    RecordChild("podcast:contentLink", "content_links", CONTENT_LINK),
)

# What a live item has beside all of an item.
LIVE_ITEM = (
    Attribute("status", "status"),
    Attribute("start", "start", ISO_DATE),
    Attribute("end", "end", ISO_DATE),
)
