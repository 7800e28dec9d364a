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

from lxml.etree import _Element as Element

from podkit import _files
from podkit._xml import canonical, local, parse, read_document, tag, write_document
from podkit.errors import OnProblem, ParseError, ignore
from podkit.models import Show
from podkit.rss.tables import CHANNEL

__all__ = ["dumps", "loads", "podcast_guid", "read", "write"]

# The namespace of the UUIDs in podcast:guid, as its document gives it.
_GUID_NAMESPACE = uuid.UUID("ead4c236-bf58-58c6-a2c6-a6b28d128cb6")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
# What a document is instead of a feed, by the name of its root.
_OTHER_DOCUMENTS = {
    "feed": "an Atom feed",
    "html": "a web page",
    "opml": "an OPML list",
    "rdf": "an RSS 1.0 feed",
}


def loads(data: bytes | str, *, on_problem: OnProblem = ignore) -> Show:
    """Read a show from an RSS feed.

    Args:
        data: the feed.
        on_problem: receives each `podkit.Problem` that was forgiven.

    Raises:
        ParseError: the data is no RSS feed.

    >>> loads("<rss version='2.0'><channel><title>My show</title></channel></rss>").title
    'My show'
    """
    root = parse(data, on_problem)
    return read_document(CHANNEL, root, _channel(root), on_problem)


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


def write(show: Show, target: _files.Target) -> None:
    """Write a show as an RSS 2.0 feed into a path or an open binary file.

    Raises:
        UnrepresentableError: the show has something that a feed can't carry; nothing is written.
        OSError: the file can't be written.

    >>> import io
    >>> file = io.BytesIO()
    >>> write(Show(title="My show"), file)
    >>> file.getvalue() == dumps(Show(title="My show"))
    True
    """
    _files.write_bytes(target, dumps(show))


def podcast_guid(feed_url: str) -> str:
    """Derive a show's ``guid`` from the address of its feed, as ``podcast:guid`` asks.

    >>> podcast_guid("https://podnews.net/rss/")
    '9b024349-ccf0-5f69-a609-6b82873eab3c'
    """
    return str(uuid.uuid5(_GUID_NAMESPACE, _SCHEME.sub("", feed_url, count=1).rstrip("/")))


def _channel(root: Element) -> Element:
    if canonical(tag(root)) != "rss":
        name = local(tag(root))
        found = _OTHER_DOCUMENTS.get(name.lower(), "another document")
        raise ParseError(f"expected RSS, found {found}: its root is <{name}>", line=root.sourceline)
    for child in root:
        if canonical(tag(child)) == "channel":
            return child
    raise ParseError("expected a <channel> within <rss>, found none", line=root.sourceline)
