"""Shows from feedparser's results: of code that has one in hand, and of feeds that are no RSS 2.0.

feedparser unites what RSS, RDF, Atom and iTunes say of one fact, and forgets which said it. These
are the facts that are taken over, by feedparser's names:

====================================  ===========================================================
`podkit.Show`                         ``feed``
====================================  ===========================================================
title, link, language, generator,     title, link, language, generator, docs, ttl
docs, ttl
description, summary, copyright       subtitle, summary, rights
published, last_build_date            published, updated
author, owner                         author, publisher_detail
artwork, image                        image, or logo: a picture alone is artwork, one with a title,
                                      link or size is an image
itunes_categories, categories         tags: with iTunes' scheme, without
atom_links                            links, but for the one that link is
itunes_title, type, explicit, block,  itunes_title, itunes_type, itunes_explicit, itunes_block,
complete, new_feed_url                itunes_complete, itunes_new-feed-url
guid, medium, locked                  podcast_guid, podcast_medium, podcast_locked
====================================  ===========================================================

====================================  ===========================================================
`podkit.Episode`                      ``entries``
====================================  ===========================================================
title, link, comments, subtitle       title, link, comments, subtitle
description, content                  summary, if it isn't the content once more; content
guid                                  id; one that is no URL is no permalink
published                             published, or updated
author, itunes_author                 author: an e-mail address, or another text
categories, enclosures                tags, links to enclosures
artwork                               image
itunes_title, duration, explicit,     itunes_title, itunes_duration, itunes_explicit,
number, season, episode_type, block   itunes_episode, itunes_season, itunes_episodetype,
                                      itunes_block
transcript_links, chapters_link       podcast_transcript, podcast_chapters
====================================  ===========================================================
"""

import calendar
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import Any, TypeAlias, TypeVar

import attrs
from lxml.etree import _Element as Element

from podkit._feedparser import parse_by_feedparser
from podkit._values import DATE, DURATION, INTEGER, YES_NO
from podkit._xml import TEXT, Codec, Forgiven, local, tag
from podkit._xml.namespaces import SPACE
from podkit.errors import OnProblem, ParseError, Problem
from podkit.models import (
    AtomLink,
    Category,
    ChaptersLink,
    Enclosure,
    Episode,
    Image,
    Owner,
    Show,
    TranscriptLink,
)

__all__ = ["from_feedparser", "read_by_feedparser"]

# feedparser's dictionaries are mappings, but its package has no types.
Parsed: TypeAlias = Mapping[str, Any]
Model = TypeVar("Model", bound=attrs.AttrsInstance)
Rows: TypeAlias = tuple[tuple[str, str, Codec], ...]

_SHOW: Rows = (
    ("title", "title", TEXT),
    ("link", "link", TEXT),
    ("description", "subtitle", TEXT),
    ("summary", "summary", TEXT),
    ("language", "language", TEXT),
    ("copyright", "rights", TEXT),
    ("generator", "generator", TEXT),
    ("docs", "docs", TEXT),
    ("ttl", "ttl", INTEGER),
    ("author", "author", TEXT),
    ("itunes_title", "itunes_title", TEXT),
    ("type", "itunes_type", TEXT),
    ("explicit", "itunes_explicit", YES_NO),
    ("block", "itunes_block", YES_NO),
    ("complete", "itunes_complete", YES_NO),
    ("new_feed_url", "itunes_new-feed-url", TEXT),
    ("guid", "podcast_guid", TEXT),
    ("medium", "podcast_medium", TEXT),
    ("locked", "podcast_locked", YES_NO),
)
_EPISODE: Rows = (
    ("title", "title", TEXT),
    ("link", "link", TEXT),
    ("comments", "comments", TEXT),
    ("subtitle", "subtitle", TEXT),
    ("description", "summary", TEXT),
    ("guid", "id", TEXT),
    ("itunes_title", "itunes_title", TEXT),
    ("duration", "itunes_duration", DURATION),
    ("explicit", "itunes_explicit", YES_NO),
    ("block", "itunes_block", YES_NO),
    ("number", "itunes_episode", INTEGER),
    ("season", "itunes_season", INTEGER),
    ("episode_type", "itunes_episodetype", TEXT),
)
_IMAGE: Rows = (
    ("url", "href", TEXT),
    ("title", "title", TEXT),
    ("link", "link", TEXT),
    ("description", "subtitle", TEXT),
    ("width", "width", INTEGER),
    ("height", "height", INTEGER),
)
_OWNER: Rows = (("name", "name", TEXT), ("email", "email", TEXT))
_CATEGORY: Rows = (("text", "term", TEXT), ("domain", "scheme", TEXT))
_LINK: Rows = (
    ("href", "href", TEXT),
    ("rel", "rel", TEXT),
    ("type", "type", TEXT),
    ("hreflang", "hreflang", TEXT),
    ("title", "title", TEXT),
    ("length", "length", INTEGER),
)
_ENCLOSURE: Rows = (("url", "href", TEXT), ("length", "length", INTEGER), ("type", "type", TEXT))
_TRANSCRIPT: Rows = (
    ("url", "url", TEXT),
    ("type", "type", TEXT),
    ("language", "language", TEXT),
    ("rel", "rel", TEXT),
)
_CHAPTERS: Rows = (("url", "url", TEXT), ("type", "type", TEXT))
_ITUNES = "http://www.itunes.com/"


def from_feedparser(parsed: Parsed) -> Show:
    """Make a show of what ``feedparser.parse`` gave.

    Parse with ``sanitize_html=False, resolve_relative_uris=False`` to have HTML as it was written.

    >>> import feedparser, io
    >>> feed = io.BytesIO(b"<rss><channel><title>My show</title></channel></rss>")
    >>> from_feedparser(feedparser.parse(feed)).title
    'My show'
    """
    feed = parsed["feed"]
    values = _values(feed, _SHOW)
    return Show(
        **values,
        **_picture(feed),
        published=_date(feed, "published"),
        last_build_date=_date(feed, "updated"),
        owner=_record(Owner, feed.get("publisher_detail"), _OWNER),
        categories=_categories(feed, is_itunes=False),
        itunes_categories=_categories(feed, is_itunes=True),
        atom_links=_atom_links(feed),
        episodes=tuple(map(_episode, parsed["entries"])),
    )


def read_by_feedparser(root: Element, on_problem: OnProblem) -> Show:
    """Read a document that is a feed, but not RSS 2.0, if feedparser finds one in it.

    Raises:
        ParseError: feedparser finds none.
    """
    parsed = parse_by_feedparser(root, on_problem)
    if not parsed.version and not parsed.entries:
        name = local(tag(root))
        message = f"expected RSS, found another document: its root is <{name}>"
        raise ParseError(message, line=root.sourceline)
    message = "the document is not RSS 2.0; feedparser read it, and only the most usual is kept"
    on_problem(Problem(id="read-by-feedparser", message=message, line=root.sourceline))
    return from_feedparser(parsed)


def _episode(entry: Parsed) -> Episode:
    values = _values(entry, _EPISODE)
    contents = [_read(TEXT, content.get("value")) for content in entry.get("content", ())]
    content = next(filter(None, contents), None)
    if values.get("description") == content:
        values.pop("description", None)
    author = _read(TEXT, entry.get("author"))
    is_address = author is not None and "@" in author
    return Episode(
        **values,
        artwork=_picture(entry).get("artwork"),
        content=content,
        author=author if is_address else None,
        itunes_author=None if is_address else author,
        guid_is_permalink=None if "://" in values.get("guid", "://") else False,
        published=_date(entry, "published") or _date(entry, "updated"),
        categories=_categories(entry, is_itunes=False) + _categories(entry, is_itunes=True),
        enclosures=_enclosures(entry),
        transcript_links=_records(TranscriptLink, [entry.get("podcast_transcript")], _TRANSCRIPT),
        chapters_link=_record(ChaptersLink, entry.get("podcast_chapters"), _CHAPTERS),
    )


def _values(facts: object, rows: Rows) -> dict[str, Any]:
    if not isinstance(facts, Mapping):
        return {}
    read = {field: _read(codec, facts.get(name)) for field, name, codec in rows}
    return {field: value for field, value in read.items() if value is not None}


def _read(codec: Codec, fact: object) -> Any:  # noqa: ANN401 - a codec reads anything
    """Read a fact, or give None where there is none or it can't be understood."""
    text = str(fact).strip(SPACE) if isinstance(fact, str | int) else ""
    try:
        return codec.read(text) if text else None
    except Forgiven as forgiven:
        return forgiven.value
    except ValueError:
        return None


def _date(facts: Parsed, name: str) -> datetime | None:
    # Without this question, feedparser gives published for updated, and warns.
    if name not in facts:
        return None
    date: datetime | None = _read(DATE, facts[name])
    parsed = facts.get(f"{name}_parsed")
    return date or (datetime.fromtimestamp(calendar.timegm(parsed), UTC) if parsed else None)


def _record(model: type[Model], facts: object, rows: Rows) -> Model | None:
    values = _values(facts, rows)
    required = {field.name for field in attrs.fields(model) if field.default is attrs.NOTHING}
    return model(**values) if values and required <= values.keys() else None


def _records(model: type[Model], many: Iterable[object], rows: Rows) -> tuple[Model, ...]:
    return tuple(filter(None, (_record(model, facts, rows) for facts in many)))


def _picture(facts: Parsed) -> dict[str, Any]:
    """Tell Apple's picture, which has nothing but an address, from RSS's."""
    picture = facts.get("image") or {"href": facts.get("logo")}
    image = _record(Image, picture, _IMAGE)
    if image is None:
        return {}
    return {"artwork": image.url} if image == Image(url=image.url) else {"image": image}


def _categories(facts: Parsed, *, is_itunes: bool) -> tuple[Category, ...]:
    labels = (
        label for label in facts.get("tags", ()) if (label.get("scheme") == _ITUNES) == is_itunes
    )
    return _records(Category, labels, _CATEGORY[:1] if is_itunes else _CATEGORY)


def _atom_links(feed: Parsed) -> tuple[AtomLink, ...]:
    links = _records(AtomLink, feed.get("links", ()), _LINK)
    page = feed.get("link")
    return tuple(link for link in links if (link.rel, link.href) != ("alternate", page))


def _enclosures(entry: Parsed) -> tuple[Enclosure, ...]:
    links = (link for link in entry.get("links", ()) if link.get("rel") == "enclosure")
    return _records(Enclosure, links, _ENCLOSURE)
