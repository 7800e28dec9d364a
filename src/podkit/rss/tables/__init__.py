"""The tables of a feed, one module a namespace; here they come together as channel and item.

To add a tag, give its model a field, its namespace's module a row, and the tests a golden pair.
"""

from podkit._xml import RecordChild, Table
from podkit.models import Episode, Show
from podkit.rss.tables import atom, content, itunes, podcast, rss2

__all__ = ["CHANNEL", "ITEM"]

ITEM = Table(Episode, (*rss2.ITEM, *content.ITEM, *itunes.ITEM, *podcast.ITEM))

CHANNEL = Table(
    Show,
    (*rss2.CHANNEL, *atom.CHANNEL, *itunes.CHANNEL, *podcast.CHANNEL),
    body=RecordChild("item", "episodes", ITEM),
)
