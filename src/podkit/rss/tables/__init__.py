"""The tables of a feed, one module a namespace; here they come together as channel and item.

To add a tag, give its model a field, its namespace's module a row, and the tests a golden pair.
"""

from podkit._psc import CHAPTERS
from podkit._xml import RecordChild, Table
from podkit.models import Episode, LiveItem, Show
from podkit.rss.tables import (
    atom,
    comments,
    content,
    dc,
    itunes,
    licenses_and_places,
    media,
    platforms,
    podcast,
    rawvoice,
    rss2,
    syndication,
)

__all__ = ["CHANNEL", "ITEM", "LIVE_ITEM"]

_ITEM = (
    *rss2.ITEM,
    *content.ITEM,
    *itunes.ITEM,
    *podcast.ITEM,
    RecordChild("psc:chapters", "chapters", CHAPTERS),
    *atom.ITEM,
    *media.ITEM,
    *dc.ITEM,
    *comments.ITEM,
    *platforms.ITEM,
    *rawvoice.ITEM,
    *licenses_and_places.ITEM,
)

ITEM = Table(Episode, _ITEM)

LIVE_ITEM = Table(LiveItem, (*podcast.LIVE_ITEM, *_ITEM))

CHANNEL = Table(
    Show,
    (
        *rss2.CHANNEL,
        *itunes.CHANNEL,
        *podcast.CHANNEL,
        *atom.CHANNEL,
        *media.CHANNEL,
        *dc.CHANNEL,
        *syndication.CHANNEL,
        *platforms.CHANNEL,
        *rawvoice.CHANNEL,
        *licenses_and_places.CHANNEL,
        RecordChild("podcast:liveItem", "live_items", LIVE_ITEM, is_numbered=True),
    ),
    body=RecordChild("item", "episodes", ITEM, is_numbered=True),
)
