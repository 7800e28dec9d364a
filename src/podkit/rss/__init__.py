"""RSS 2.0 feeds with the namespaces of podcasting, read into a `podkit.Show` and written from it.

Elements and attributes are read by the tables in `podkit.rss.tables`. What no table knows, repeats
a single value or can't be understood is kept in the ``extensions`` of the value that carries it,
and is written back; so are texts in places that have none, named ``#text``. White space around an
element's text is not part of it, and an empty element or attribute says nothing.

Whatever is written reads back equal: ``rss.loads(rss.dumps(show)) == show``. For that, `dumps`
refuses what a feed can't carry: characters that XML lacks, empty texts, white space around a text,
fractions of a second in a date.
"""

import re
import uuid
from collections.abc import Iterable

from podkit import _files
from podkit._xml import write_document
from podkit.errors import OnProblem, ignore
from podkit.models import Episode, Show
from podkit.rss._feedparser import from_feedparser
from podkit.rss._reading import read_feed
from podkit.rss._stream import iter_episodes, read_show, write_stream
from podkit.rss.feedgen import from_feedgen, to_feedgen
from podkit.rss.tables import CHANNEL

__all__ = [
    "dumps",
    "from_feedgen",
    "from_feedparser",
    "iter_episodes",
    "loads",
    "podcast_guid",
    "read",
    "read_show",
    "to_feedgen",
    "write",
]

# The namespace of the UUIDs in podcast:guid, as its document gives it.
_GUID_NAMESPACE = uuid.UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")
_SCHEME = re.compile(r"^[a-z][a-z0-9+.-]*://", re.IGNORECASE)


def loads(data: bytes | str, *, on_problem: OnProblem = ignore) -> Show:
    """Read a show from an RSS feed; what is one of another kind is read by feedparser.

    What is wrong with the feed is forgiven and reported: entities, encodings, tags without end; of
    a feed that is cut off, the episodes that are whole are read. Nothing is fetched.

    Args:
        data: the feed; its bytes may be packed with gzip.
        on_problem: receives each `podkit.Problem` that was forgiven.

    Raises:
        ParseError: the data is no feed, or one that would take too much memory to read.

    >>> loads("<rss version='2.0'><channel><title>My show</title></channel></rss>").title
    'My show'
    """
    return read_feed(data, on_problem)


def dumps(show: Show) -> bytes:
    """Write a show as an RSS 2.0 feed, in UTF-8.

    Raises:
        UnrepresentableError: the show has something that a feed can't carry.

    >>> print(dumps(Show(title="My show", author="Ann")).decode())
    <?xml version='1.0' encoding='UTF-8'?>
    <rss version="2.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd">
      <channel>
        <title>My show</title>
        <itunes:author>Ann</itunes:author>
      </channel>
    </rss>
    <BLANKLINE>
    """
    return write_document(CHANNEL, show, name="channel", root="rss", version="2.0")


def read(source: _files.Source, *, on_problem: OnProblem = ignore) -> Show:
    """Read a show from a feed's file: a path or an open binary file.

    Raises:
        ParseError: the file is no RSS feed.
        OSError: the file can't be read.

    >>> import io
    >>> read(io.BytesIO(b"<rss version='2.0'><channel><ttl>60</ttl></channel></rss>")).ttl
    60
    """
    return loads(_files.read_bytes(source), on_problem=on_problem)


def write(show: Show, target: _files.Target, *, episodes: Iterable[Episode] | None = None) -> None:
    """Write a show as an RSS 2.0 feed into a path or an open binary file.

    Args:
        show: the show.
        target: a path or an open binary file.
        episodes: what is written in place of the show's own episodes; of an iterator, one at a time
            is held in memory.

    Raises:
        UnrepresentableError: the show has something that a feed can't carry; nothing is written.
        OSError: the file can't be written.

    >>> import io
    >>> file = io.BytesIO()
    >>> write(Show(title="My show"), file)
    >>> file.getvalue() == dumps(Show(title="My show"))
    True
    """
    if episodes is None:
        _files.write_bytes(target, dumps(show))
    else:
        write_stream(show, episodes, target)


def podcast_guid(feed_url: str) -> str:
    """Derive a show's ``guid`` from the address of its feed, as ``podcast:guid`` asks.

    >>> podcast_guid("https://podnews.net/rss/")
    '9b024349-ccf0-5f69-a609-6b82873eab3c'
    """
    return str(uuid.uuid5(_GUID_NAMESPACE, _SCHEME.sub("", feed_url, count=1).rstrip("/")))
