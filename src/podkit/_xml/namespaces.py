"""The namespaces that tables use, and the other spellings of them seen in real feeds.

A table says ``itunes:author``; lxml and `Extension` say the same in Clark notation,
``{http://www.itunes.com/dtds/podcast-1.0.dtd}author``.
"""

import functools
import re
from collections.abc import Callable
from operator import attrgetter

from lxml.etree import _Element as Element

__all__ = ["NAMESPACES", "SPACE", "XML_NAMESPACE", "canonical", "clark", "local", "split", "tag"]

# The prefix that each namespace is written with, and its address as its document spells it.
NAMESPACES = {
    "": "",
    "atom": "http://www.w3.org/2005/Atom",
    "cc": "http://creativecommons.org/ns#",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "creativeCommons": "http://backend.userland.com/creativeCommonsRssModule",
    "dc": "http://purl.org/dc/elements/1.1/",
    "feedburner": "http://rssnamespace.org/feedburner/ext/1.0",
    "fh": "http://purl.org/syndication/history/1.0",
    "geo": "http://www.w3.org/2003/01/geo/wgs84_pos#",
    "georss": "http://www.georss.org/georss",
    "googleplay": "http://www.google.com/schemas/play-podcasts/1.0",
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "media": "http://search.yahoo.com/mrss/",
    "podcast": "https://podcastindex.org/namespace/1.0",
    "podcastRF": "http://radiofrance.fr/Lancelot/Podcast#",
    "psc": "http://podlove.org/simple-chapters",
    "rawvoice": "http://www.rawvoice.com/rawvoiceRssModule/",
    "slash": "http://purl.org/rss/1.0/modules/slash/",
    "spotify": "http://www.spotify.com/ns/rss",
    "sy": "http://purl.org/rss/1.0/modules/syndication/",
    "wfw": "http://wellformedweb.org/CommentAPI/",
}
XML_NAMESPACE = "http://www.w3.org/XML/1998/namespace"
# White space as XML knows it; a no-break space is text.
SPACE = " \t\r\n"

# Other addresses that feeds give to the same namespaces; capitals, https, and the end don't matter.
_ALIASES = {
    "http://backend.userland.com/rss2": "",
    "http://blogs.law.harvard.edu/tech/rss": "",
    "http://cyber.law.harvard.edu/rss": "",
    "http://w3.org/2005/Atom": "atom",
    "http://purl.org/atom/ns#": "atom",
    "http://web.resource.org/cc": "cc",
    "http://cyber.law.harvard.edu/rss/creativeCommonsRssModule": "creativeCommons",
    "http://cyber.law.harvard.edu/rss/creativeCommonsRssModule.html": "creativeCommons",
    "http://purl.org/dc/elements/1.0": "dc",
    "http://www.google.com/schemas/play-podcasts/1.0/play-podcasts.xsd": "googleplay",
    "http://itunes.com/dtds/podcast-1.0.dtd": "itunes",
    "http://www.rssboard.org/media-rss": "media",
    "http://tools.search.yahoo.com/mrss": "media",
    "http://video.search.yahoo.com/mrss": "media",
    "https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md": "podcast",
    "https://blubrry.com/developer/rawvoice-rss": "rawvoice",
}
_UNBOUND = "unbound:"


def clark(name: str) -> str:
    """Spell a table's name in Clark notation.

    >>> clark("atom:link"), clark("title")
    ('{http://www.w3.org/2005/Atom}link', 'title')
    """
    prefix, _, local_name = name.rpartition(":")
    return _join(NAMESPACES[prefix], local_name)


@functools.lru_cache(maxsize=4096)
def canonical(name: str) -> str:
    """Give a Clark name its namespace's proper spelling.

    A prefix that the document binds to nothing stands for the namespace usually meant by it, or
    for one named after it; of a name with too many colons, or with nothing behind one, something
    is made that can be written.

    >>> canonical("{http://www.itunes.com/DTDs/Podcast-1.0.dtd}author")
    '{http://www.itunes.com/dtds/podcast-1.0.dtd}author'
    >>> canonical("atom:link"), canonical("mood:calm")
    ('{http://www.w3.org/2005/Atom}link', '{unbound:mood}calm')
    """
    namespace, local_name = split(name)
    if namespace:
        return _join(_MEANT.get(_loosely(namespace), namespace), local_name)
    prefix, _, local_name = name.rpartition(":")
    return _join(NAMESPACES.get(prefix, _UNBOUND + prefix), local_name)


# Gives an element's name; comments, whose tag is none, are not parsed.
tag: Callable[[Element], str] = attrgetter("tag")


def split(name: str) -> tuple[str, str]:
    """Part a Clark name into namespace and local name.

    >>> split("{http://www.w3.org/2005/Atom}link"), split("title")
    (('http://www.w3.org/2005/Atom', 'link'), ('', 'title'))
    """
    namespace, _, local_name = name.rpartition("}")
    return namespace[1:], local_name


def local(name: str) -> str:
    """Give the local part of a Clark name.

    >>> local("{http://www.w3.org/2005/Atom}link")
    'link'
    """
    return name.rpartition("}")[2]


def _join(namespace: str, local_name: str) -> str:
    local_name = local_name.replace(":", "_") or "_"
    return f"{{{namespace}}}{local_name}" if namespace else local_name


def _loosely(namespace: str) -> str:
    address = re.sub("^https", "http", namespace.strip().lower())
    return address.removesuffix("/").removesuffix(".md")


_MEANT = {_loosely(address): address for address in NAMESPACES.values() if address} | {
    _loosely(alias): NAMESPACES[prefix] for alias, prefix in _ALIASES.items()
}
