"""The RawVoice RSS module, from Blubrry and PowerPress (blubrry.com/developer/rawvoice-rss)."""

from podkit._values import DECIMAL, INTEGER, MARKUP, YES_NO
from podkit._xml import Attribute, InlineChild, RecordChild, Table, Text, TextChild
from podkit.models import (
    RawvoiceDonate,
    RawvoiceEnclosure,
    RawvoiceMetamark,
    RawvoiceRating,
    RawvoiceSubscribe,
)

__all__ = ["CHANNEL", "DONATE", "ENCLOSURE", "ITEM", "METAMARK", "RATING", "SUBSCRIBE"]

RATING = Table(
    RawvoiceRating,
    (
        Text("text"),
        Attribute("tv", "tv"),
        Attribute("movie", "movie"),
    ),
)

DONATE = Table(
    RawvoiceDonate,
    (
        Text("text"),
        Attribute("href", "href"),
    ),
)

SUBSCRIBE = Table(
    RawvoiceSubscribe,
    (
        Attribute("feed", "feed"),
        Attribute("html", "html"),
        Attribute("itunes", "itunes"),
        Attribute("googleplay", "googleplay"),
        Attribute("android", "android"),
        Attribute("blubrry", "blubrry"),
        Attribute("stitcher", "stitcher"),
        Attribute("tunein", "tunein"),
        Attribute("spotify", "spotify"),
    ),
)

ENCLOSURE = Table(
    RawvoiceEnclosure,
    (
        Attribute("src", "src"),
        Attribute("type", "type"),
        Attribute("length", "length", INTEGER),
    ),
)

METAMARK = Table(
    RawvoiceMetamark,
    (
        Text("text"),
        Attribute("type", "type"),
        Attribute("link", "link"),
        Attribute("position", "position", DECIMAL),
        Attribute("duration", "duration", DECIMAL),
    ),
)

CHANNEL = (
    RecordChild("rawvoice:rating", "rawvoice_rating", RATING),
    TextChild("rawvoice:location", "rawvoice_location"),
    TextChild("rawvoice:frequency", "rawvoice_frequency"),
    RecordChild("rawvoice:donate", "rawvoice_donate", DONATE),
    RecordChild("rawvoice:subscribe", "rawvoice_subscribe", SUBSCRIBE),
)

ITEM = (
    InlineChild("rawvoice:poster", (Attribute("url", "rawvoice_poster"),)),
    TextChild("rawvoice:isHd", "rawvoice_is_hd", YES_NO),
    TextChild("rawvoice:embed", "rawvoice_embed", MARKUP),
    RecordChild("rawvoice:webm", "rawvoice_webm", ENCLOSURE),
    RecordChild("rawvoice:mp4", "rawvoice_mp4", ENCLOSURE),
    RecordChild("rawvoice:metamark", "rawvoice_metamarks", METAMARK),
)
