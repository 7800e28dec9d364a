"""What the head of a written page states, and what no written page may hold."""

import re
from collections.abc import Iterator
from typing import Any

import attrs

from podkit._markup.links import check_url
from podkit.errors import UnrepresentableError
from podkit.models import Show

__all__ = ["check_texts", "check_urls", "feed_url", "open_graph", "thing"]

_NOT_HTML = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff]")
# The same of a page as UTF-8, in two steps that are many times as fast as one of the above.
_NO_CONTROLS = bytes(byte for byte in range(256) if not _NOT_HTML.match(chr(byte)) or byte > 0x7F)
_UPPER_CONTROLS = re.compile(b"\xc2[\x80-\x9f]")
_TERRITORY = re.compile(r"([a-z]{2,3})-([A-Z]{2})")


def check_urls(urls: Iterator[tuple[str, str | None]]) -> None:
    """Refuse the first URL that is neither relative nor of a safe scheme.

    Raises:
        UnrepresentableError: there is one; the error names its field.

    >>> check_urls(iter([("show.link", "https://example.com/"), ("episode.link", None)]))
    """
    for where, url in urls:
        if url is not None:
            check_url(url, where)


def check_texts(html: str, value: object) -> None:
    r"""Refuse a page that holds a character which HTML can't, and name the field that it is from.

    Raises:
        UnrepresentableError: there is one.

    >>> check_texts("<p>\0</p>", Show(title="\0"))
    Traceback (most recent call last):
    podkit.errors.UnrepresentableError: title: holds a character that HTML can't
    """
    try:
        data = html.encode()
        is_html = not (data.translate(None, _NO_CONTROLS) or _UPPER_CONTROLS.search(data))
    except UnicodeEncodeError:
        is_html = False
    if not is_html:
        where = next(_find_unwritable(value, ""), None)
        raise UnrepresentableError("holds a character that HTML can't", where=where)


def _find_unwritable(value: object, where: str) -> Iterator[str]:
    if isinstance(value, str) and _NOT_HTML.search(value):
        yield where
    elif isinstance(value, tuple):
        for index, member in enumerate(value):
            yield from _find_unwritable(member, f"{where}[{index}]")
    elif attrs.has(model := type(value)):
        for field in attrs.fields(model):
            place = f"{where}.{field.name}".removeprefix(".")
            yield from _find_unwritable(getattr(value, field.name), place)


def feed_url(show: Show) -> str | None:
    """Give where the show's feed is.

    >>> from podkit.models import AtomLink
    >>> feed_url(Show(atom_links=[AtomLink(href="feed.xml", rel="self")]))
    'feed.xml'
    """
    return next((link.href for link in show.atom_links if link.rel == "self"), None)


def open_graph(language: str | None, **facts: str | None) -> list[tuple[str, str]]:
    """Give the properties of Open Graph (ogp.me) and their contents, without the absent ones.

    >>> open_graph("de-AT", title="Be", audio__type=None)
    [('og:title', 'Be'), ('og:locale', 'de_AT')]
    """
    territory = _TERRITORY.fullmatch(language or "")
    facts["locale"] = f"{territory[1]}_{territory[2]}" if territory else None
    return [(f"og:{name.replace('__', ':')}", fact) for name, fact in facts.items() if fact]


def thing(kind: str, **facts: object) -> dict[str, Any] | None:
    """Give an object of JSON-LD without its absent facts, or None when there are no others.

    >>> thing("PodcastSeason", seasonNumber=2), thing("PodcastSeries", name=None)
    ({'@type': 'PodcastSeason', 'seasonNumber': 2}, None)
    """
    present = {name: fact for name, fact in facts.items() if fact not in (None, [])}
    return {"@type": kind, **present} if present else None
