"""Reads the facts that a page states for machines (schema.org, ogp.me).

They stand in JSON-LD, in microdata, in ``<meta>`` and in ``<link>``. Each is put into the words of
schema.org, so that one table reads all; where several state a fact, the first of that order counts.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, TypeAlias, TypeVar
from urllib.parse import urljoin

import attrs
from selectolax.lexbor import LexborNode

from podkit._construct import positional
from podkit._markup.links import clean_url
from podkit.errors import OnProblem, Problem
from podkit.models import AtomLink, Enclosure, Episode, Show
from podkit.pages._dates import read_date, read_duration

__all__ = [
    "Thing",
    "file_key",
    "json_ld",
    "names_of_site",
    "stated",
    "titles_of",
    "to_episode",
    "to_show",
    "with_base",
]

Thing: TypeAlias = dict[str, Any]
_T = TypeVar("_T")

_show: Callable[..., Show] = positional(Show, "title", "link", "artwork", "atom_links")
_SCRIPTS = 'script[type="application/ld+json"]'
_EPISODES = frozenset({"PodcastEpisode", "RadioEpisode", "Episode", "AudioObject"})
# What a page is besides, which states its date and author.
_ARTICLES = frozenset({"Article", "BlogPosting", "NewsArticle", "WebPage"})
# The names of ``<meta>``, and what schema.org calls what they state.
_META = {
    "og:title": "name",
    "twitter:title": "name",
    "name": "name",
    "og:url": "url",
    "og:site_name": "publisher",
    "og:image": "image",
    "twitter:image": "image",
    "thumbnailurl": "image",
    "og:audio": "audio",
    "og:audio:url": "audio",
    "og:audio:secure_url": "audio",
    "twitter:player:stream": "audio",
    "contenturl": "audio",
    "article:published_time": "datePublished",
    "datepublished": "datePublished",
    "uploaddate": "datePublished",
    "duration": "duration",
    "author": "author",
}
_FEED_TYPES = frozenset({"application/rss+xml", "application/atom+xml", "application/feed+json"})
_OTHER_FEEDS = re.compile(r"comment|kommentar|commentaire|comentario", re.IGNORECASE)
# What a feed's title says beside the show's.
_FEED_NAME = re.compile(r"\s*[-–»|:]?\s*\b(?:atom|rss|(?:podcast )?feed|flux)\b.*", re.IGNORECASE)
_COUNTED = re.compile(r"\?_=\d{1,4}$")  # the number of the player on the page
_MEDIA_SUFFIX = re.compile(r"\.(?:mp3|m4a|aac|ogg|oga|opus|flac|wav|mp4|m4v|webm)$", re.IGNORECASE)
_LEAST_TELLING = 8  # letters of a file's name, by which it is known in another folder
_WHITE_SPACE = re.compile(r"[ \t\n\f\r]+")
_MEDIA = ("associatedMedia", "audio", "encoding")
_SERIES = frozenset({"PodcastSeries", "RadioSeries", "CreativeWorkSeries"})
# The properties that may only name another thing of the document.
_NAMING = (*_MEDIA, "author", "isPartOf", "partOfSeason", "partOfSeries", "publisher")
# Microdata is read from so many items, and so many properties of each, and no more.
_MOST_ITEMS = 20
_MOST_PROPERTIES = 200


def json_ld(root: LexborNode, on_problem: OnProblem) -> list[Thing]:
    """Give what the page's JSON-LD says of the episode, and then of the page.

    >>> from podkit._html import parse_html
    >>> from podkit.errors import ignore
    >>> data = '{"@graph": [{"@type": "WebPage"}, {"@type": "PodcastEpisode", "name": "Be"}]}'
    >>> root = parse_html(f'<script type="application/ld+json">{data}</script>')
    >>> [thing["@type"] for thing in json_ld(root, ignore)]
    ['PodcastEpisode', 'WebPage']
    """
    things = [thing for data in _scripts(root, on_problem) for thing in _things(data)]
    _name_out(things)
    series = ({"partOfSeries": thing} for thing in things if _SERIES.intersection(_types(thing)))
    return [
        *(
            thing
            for types in (_EPISODES, _ARTICLES)
            for thing in things
            if types.intersection(_types(thing))
        ),
        *series,
    ]


def stated(root: LexborNode, on_problem: OnProblem) -> list[Thing]:
    """Give all that the page states for machines, the most trusted first."""
    return [*json_ld(root, on_problem), *_microdata(root), _meta(root)]


def to_show(things: list[Thing]) -> Show:
    """Give what is said of the show.

    >>> to_show([{"partOfSeries": [{"name": "Show", "webFeed": "/feed"}]}]).atom_links[0].href
    '/feed'
    """
    series = [_series(thing) for thing in things]
    feed = _first(series, _url, "webFeed")
    return _show(
        _first(series, _text, "name"),
        _first(series, _url, "url"),
        _first(series, _url, "image"),
        (AtomLink(href=feed, rel="self"),) if feed else (),
    )


def to_episode(things: list[Thing]) -> Episode:
    """Give what is said of the episode.

    >>> to_episode([{"name": "Be", "episodeNumber": "20", "timeRequired": "PT2M"}]).duration
    120.0
    """
    artwork = _first(things, _url, "image", "thumbnailUrl")
    dates = [date for name in ("datePublished", "uploadDate") for date in _all(things, _text, name)]
    # A date with a time says more than one without.
    dates.sort(key=lambda date: ":" not in date)
    seasons = [_inner(thing, "partOfSeason") for thing in things]
    return Episode(
        title=_first(things, _text, "name", "headline"),
        link=_absolute(_all(things, _url, "url")),
        number=_first(things, _integer, "episodeNumber"),
        season=_first(seasons, _integer, "seasonNumber"),
        published=next(filter(None, map(read_date, dates)), None),
        duration=_first(things, _duration, "duration", "timeRequired"),
        subtitle=_first(things, _text, "alternativeHeadline"),
        itunes_author=_first(things, _name, "author", "creator"),
        artwork=artwork if artwork != to_show(things).artwork else None,
        enclosures=_enclosures(things),
    )


def with_base(show: Show, episode: Episode) -> tuple[Show, Episode]:
    """Give the facts with URLs that are relative to the page's made absolute, if it states one.

    >>> show, episode = Show(link="/"), Episode(link="https://example.com/1")
    >>> with_base(show, episode)[0].link
    'https://example.com/'
    """
    base = episode.link
    if not base:
        return show, episode
    feeds = (attrs.evolve(link, href=_joined(base, link.href)) for link in show.atom_links)
    files = (attrs.evolve(file, url=_joined(base, file.url)) for file in episode.enclosures)
    return (
        attrs.evolve(
            show,
            link=show.link and _joined(base, show.link),
            artwork=show.artwork and _joined(base, show.artwork),
            atom_links=tuple(feeds),
        ),
        attrs.evolve(
            episode,
            artwork=episode.artwork and _joined(base, episode.artwork),
            enclosures=tuple(files),
        ),
    )


def titles_of(things: list[Thing]) -> list[str]:
    """Give what the page calls itself, in any of its statements."""
    return [*_all(things, _text, "name"), *_all(things, _text, "headline")]


def names_of_site(things: list[Thing]) -> list[str]:
    """Give what the site and its feed are called, of which one may be the show's title.

    >>> names_of_site([{"publisher": {"name": "Site"}, "partOfSeries": {"alternateName": "Show"}}])
    ['Show', 'Site']
    """
    series = [_series(thing) for thing in things]
    return [*_all(series, _text, "alternateName"), *_all(things, _name, "publisher")]


def file_key(url: str) -> str:
    """Give what two URLs of one media file have in common: all but what counts its listeners.

    >>> file_key("https://example.com/1.mp3?_=1"), file_key("https://example.com/play?id=1")
    ('https://example.com/1.mp3', 'https://example.com/play?id=1')
    """
    bare = url.partition("#")[0].partition("?")[0]
    return bare if _MEDIA_SUFFIX.search(bare) else url


def _absolute(urls: list[str]) -> str | None:
    """Give the first of several URLs that is absolute, or else the first."""
    return next((url for url in urls if "://" in url), None) or next(iter(urls), None)


def _joined(base: str, url: str) -> str:
    try:
        return urljoin(base, url)
    except ValueError:
        return url


def _scripts(root: LexborNode, on_problem: OnProblem) -> Iterator[Any]:
    for script in root.css(_SCRIPTS):
        try:
            yield json.loads(script.text(), strict=False)
        except (ValueError, RecursionError):
            message = "the page's JSON-LD is not JSON; left out"
            on_problem(Problem(id="not-json", message=message))


def _things(data: object) -> Iterator[Thing]:
    """Give the things on top of a document, and those in its graphs."""
    found = [thing for thing in _list(data) if isinstance(thing, dict)]
    for thing in found:
        yield thing
        inner = [part for part in _list(thing.get("@graph")) if isinstance(part, dict)]
        yield from inner
        mains = (part.get("mainEntity") for part in (thing, *inner))
        yield from (main for main in mains if isinstance(main, dict))


def _name_out(things: list[Thing]) -> None:
    """Put things in the places where others of the document only name them by ``@id``."""
    named = {thing["@id"]: thing for thing in things if isinstance(thing.get("@id"), str)}
    for thing in things:
        for name in _NAMING:
            value = thing.get(name)
            if isinstance(value, dict) and isinstance(value.get("@id"), str) and len(value) == 1:
                thing[name] = named.get(value["@id"], value)


def _series(thing: Thing) -> Thing:
    """Give the series that an episode is part of."""
    parts = (part for part in _list(thing.get("isPartOf")) if isinstance(part, dict))
    return _inner(thing, "partOfSeries") or next(
        (part for part in parts if _SERIES.intersection(_types(part))), {}
    )


def _types(thing: Thing) -> list[str]:
    return [kind for kind in _list(thing.get("@type")) if isinstance(kind, str)]


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _microdata(root: LexborNode) -> Iterator[Thing]:
    """Give the items of the page's microdata that are of the types that tell of an episode."""
    for item in root.css("[itemscope][itemtype]")[:_MOST_ITEMS]:
        name = (item.attributes["itemtype"] or "").rpartition("/")[2]
        if name in _EPISODES | _ARTICLES:
            thing: Thing = {"@type": name}
            for node in item.css("[itemprop]")[:_MOST_PROPERTIES]:
                facts = node.attributes
                value = facts.get("content") or facts.get("datetime") or facts.get("src")
                thing.setdefault(facts["itemprop"] or "", value)
            yield thing


def _meta(root: LexborNode) -> Thing:
    """Give what the page's head says in ``<meta>`` and ``<link>``."""
    thing: Thing = {"audio": []}
    for node in root.css("meta[content]"):
        facts = node.attributes
        name = facts.get("property") or facts.get("name") or facts.get("itemprop") or ""
        known, value = _META.get(name.lower()), facts["content"]
        if known == "audio":
            thing[known].append(value)
        elif known:
            thing.setdefault(known, value)
    links = [node.attributes for node in root.css("link[rel][href]")]
    canonical = (link["href"] for link in links if link["rel"] == "canonical")
    thing["url"] = next(canonical, None) or thing.get("url")
    feed = next(filter(_is_feed, links), {})
    name = _FEED_NAME.sub("", feed.get("title") or "")
    thing["partOfSeries"] = {"webFeed": feed.get("href"), "alternateName": name}
    return thing


def _is_feed(link: dict[str, str | None]) -> bool:
    rels = (link["rel"] or "").lower().split()
    is_feed = (link.get("type") or "").lower() in _FEED_TYPES and {"alternate", "feed"} & {*rels}
    return bool(is_feed) and not _OTHER_FEEDS.search(f"{link.get('title')} {link['href']}")


def _first(things: Iterable[Thing], read: Callable[[object], _T | None], *names: str) -> _T | None:
    """Give the first value that can be read: the first thing's, by the first of these names."""
    values = (read(value) for thing in things for name in names for value in _list(thing.get(name)))
    return next((value for value in values if value is not None), None)


def _all(things: Iterable[Thing], read: Callable[[object], _T | None], name: str) -> list[_T]:
    values = (read(value) for thing in things for value in _list(thing.get(name)))
    return [value for value in values if value is not None]


def _inner(thing: Thing, name: str) -> Thing:
    """Give the thing that another one names, or the first of several."""
    return next((inner for inner in _list(thing.get(name)) if isinstance(inner, dict)), {})


def _text(value: object) -> str | None:
    return _WHITE_SPACE.sub(" ", value).strip(" ") or None if isinstance(value, str) else None


def _name(value: object) -> str | None:
    return _text(value.get("name") if isinstance(value, dict) else value)


def _url(value: object) -> str | None:
    """Read a URL, or that of a thing, such as an ``ImageObject``."""
    if isinstance(value, dict):
        return _first([value], _url, "url", "contentUrl")
    return clean_url(value) if isinstance(value, str) else None


def _integer(value: object) -> int | None:
    text = str(value)
    return int(text) if re.fullmatch(r"[0-9]{1,18}", text) else None


def _duration(value: object) -> float | None:
    return read_duration(str(value)) if isinstance(value, str | int | float) else None


def _enclosures(things: list[Thing]) -> tuple[Enclosure, ...]:
    """Give the media files, each once."""
    files: dict[str, Enclosure] = {}
    media = [file for name in _MEDIA for file in _all(things, _media, name)]
    media += filter(None, (_media(thing) for thing in things if thing.get("contentUrl")))
    for file in media:
        name = file_key(file.url).rpartition("/")[2]
        is_telling = len(name) >= _LEAST_TELLING and _MEDIA_SUFFIX.search(name)
        files.setdefault(name if is_telling else file_key(file.url), file)
    return tuple(files.values())


def _media(value: object) -> Enclosure | None:
    if not isinstance(value, dict):
        value = {"contentUrl": value}
    url = _first([value], _url, "contentUrl", "url")
    url = _COUNTED.sub("", url or "")
    length, kind = _integer(value.get("contentSize")), _text(value.get("encodingFormat"))
    return Enclosure(url=url, length=length, type=kind) if url else None
