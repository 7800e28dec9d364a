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
from podkit._html import select
from podkit._markup.links import clean_url
from podkit.errors import OnProblem, Problem
from podkit.models import AtomLink, ChaptersLink, Enclosure, Episode, Show, TranscriptLink
from podkit.pages._byline import without_by
from podkit.pages._dates import read_date, read_duration
from podkit.pages._microdata import microdata

__all__ = [
    "Thing",
    "base_of",
    "descriptions_of",
    "file_key",
    "json_ld",
    "names_of_feed",
    "names_of_site",
    "stated",
    "titles_of",
    "to_episode",
    "to_show",
    "transcript_of",
    "with_base",
    "with_linked_feed",
]

Thing: TypeAlias = dict[str, Any]
_T = TypeVar("_T")

_show: Callable[..., Show] = positional(Show, "title", "link", "artwork", "atom_links")
_episode: Callable[..., Episode] = positional(
    Episode,
    *("title", "link", "number", "season", "published", "duration", "subtitle", "itunes_author"),
    *("artwork", "enclosures", "transcript_links", "chapters_link"),
)
_SCRIPTS = 'script[type="application/ld+json"]'
_EPISODES = frozenset({"PodcastEpisode", "RadioEpisode", "Episode", "AudioObject"})
# What a page is besides, which states its date and author.
_ARTICLES = frozenset(
    {"Article", "BlogPosting", "DiscussionForumPosting", "NewsArticle", "WebPage"}
)
# The names of ``<meta>``, and what schema.org calls what they state.
_META = {
    "og:title": "name",
    "twitter:title": "name",
    "name": "name",
    "og:url": "url",
    "og:site_name": "publisher",
    "og:description": "description",
    "twitter:description": "description",
    "description": "description",
    "og:image": "image",
    "og:image:secure_url": "image",
    "twitter:image": "image",
    "twitter:image:src": "image",
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
    "article:author": "author",
    "twitter:audio:artist_name": "author",
}
_SEASON = re.compile(r"(?:season|staffel|saison|temporada) (\d{1,3})", re.IGNORECASE)
_WRITTEN_BY = re.compile(r"(?:written|posted) by|author", re.IGNORECASE)
_FEED_TYPES = frozenset({"application/rss+xml", "application/atom+xml", "application/feed+json"})
# A site may also state a feed of its changes, or one of the answers to this page.
_OTHER_FEEDS = re.compile(
    r"comment|kommentar|commentaire|comentario|recent_?changes|cambiosrecientes|modifications_r"
    r"|letzte_.nderungen|\btopic\b",
    re.IGNORECASE,
)
_PODCAST = re.compile(r"\bpodcasts?\b", re.IGNORECASE)  # of a site's feeds, which one is the show's
_OF_EPISODES = re.compile(
    r"\b(?:podcasts?|episodes?|episodios?|[ée]pisodes?|episoden?|folgen?|shows?|sendungen?)\b",
    re.IGNORECASE,
)
_FEED_LINKS = "a[href*=feed], a[href*=rss], a[href*='.xml']"
_SAYS_FEED = re.compile(r"\b(?:rss|feed|flux|atom)\b", re.IGNORECASE)
_FEED_URL = re.compile(
    r"(?:\.(?:xml|rss)|/(?:feeds?|rss)(?:/[\w-]+)?/?|[?&](?:feed|format)=(?:podcast|rss2?|atom))\Z",
    re.IGNORECASE,
)
_MOST_FEEDS = 50
# What a feed's title says beside the show's.
_FEED_NAME = re.compile(r"\s*[-–»|:]?\s*\b(?:atom|rss|(?:podcast )?feed|flux)\b.*", re.IGNORECASE)
_IS_URL = re.compile(r"(?:https?://|/)\S+\Z")
_COUNTED = re.compile(r"\?_=\d{1,4}$")  # the number of the player on the page
_MEDIA_SUFFIX = re.compile(r"\.(?:mp3|m4a|aac|ogg|oga|opus|flac|wav|mp4|m4v|webm)$", re.IGNORECASE)
_LEAST_TELLING = 8  # letters of a file's name, by which it is known in another folder
_WHITE_SPACE = re.compile(r"[ \t\n\f\r]+")
_PREFIX = re.compile(r"\b(?:schema:|https?://schema\.org/)(?=\w)")
_PARTS = ("episode", "episodes", "hasPart")
_MEDIA = ("associatedMedia", "audio", "encoding")
_SERIES = frozenset({"PodcastSeries", "RadioSeries", "CreativeWorkSeries"})
# The properties that may only name another thing of the document.
_NAMING = (*_MEDIA, "author", "isPartOf", "partOfSeason", "partOfSeries", "publisher")


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
    show = to_show(things)
    return _episode(
        _first(things, _text, "name", "headline"),
        _absolute(_all(things, _url, "url")),
        _first(things, _integer, "episodeNumber"),
        _first(seasons, _integer, "seasonNumber"),
        next(filter(None, map(read_date, dates)), None),
        _first(things, _duration, "duration", "timeRequired"),
        _first(things, _text, "alternativeHeadline"),
        _author(things, show.title),
        artwork if artwork != show.artwork else None,
        _enclosures(things),
        _transcript_links(things),
        _first(things, _chapters_link, "chapters"),
    )


def base_of(root: LexborNode) -> str | None:
    """Give the URL that a document's relative ones are resolved against, where it states one.

    >>> from podkit._html import parse_html
    >>> base_of(parse_html('<base href="https://example.com/">'))
    'https://example.com/'
    """
    bases = (node.attributes for node in select(root, "base"))
    urls = (facts["href"] or "" for facts in bases if "href" in facts)
    return clean_url(next(urls, ""))


def with_base(show: Show, episode: Episode, base: str | None = None) -> tuple[Show, Episode]:
    """Give the facts with URLs that are relative to the page's made absolute, if it states one.

    Args:
        show: the facts of the show.
        episode: those of the episode, of which the link is the page's URL.
        base: another URL that the page states for this.

    >>> show, episode = Show(link="/"), Episode(link="https://example.com/1")
    >>> with_base(show, episode)[0].link
    'https://example.com/'
    """
    link = episode.link and _joined(base or "", episode.link)
    base = _joined(link or "", base or "")
    if not base:
        return show, episode
    feeds = (attrs.evolve(link, href=_joined(base, link.href)) for link in show.atom_links)
    files = (attrs.evolve(file, url=_joined(base, file.url)) for file in episode.enclosures)
    texts = (attrs.evolve(link, url=_joined(base, link.url)) for link in episode.transcript_links)
    marks = episode.chapters_link
    return (
        attrs.evolve(
            show,
            link=show.link and _joined(base, show.link),
            artwork=show.artwork and _joined(base, show.artwork),
            atom_links=tuple(feeds),
        ),
        attrs.evolve(
            episode,
            link=link,
            artwork=episode.artwork and _joined(base, episode.artwork),
            enclosures=tuple(files),
            transcript_links=tuple(texts),
            chapters_link=marks and attrs.evolve(marks, url=_joined(base, marks.url)),
        ),
    )


def descriptions_of(things: list[Thing]) -> list[str]:
    """Give what is said of the episode's content.

    >>> descriptions_of([{"name": "Be"}, {"description": "How to be."}])
    ['How to be.']
    """
    return _all(things, _text, "description")


def with_linked_feed(show: Show, content: LexborNode, *, is_whole: bool = False) -> Show:
    """Give the show with the feed that the content links to.

    Where another is stated, that counts which says that it is the podcast's, of the same host.

    Args:
        show: the show.
        content: the element.
        is_whole: whether it is all of the page, of which the URL must tell of episodes.

    >>> from podkit._html import parse_html
    >>> content = parse_html('<a href="/feed/podcast">RSS</a>')
    >>> with_linked_feed(Show(), content).atom_links[0].href
    '/feed/podcast'
    """
    stated = next((link.href for link in show.atom_links), None)
    if stated and _PODCAST.search(stated):
        return show
    links = content.css(_FEED_LINKS)[:_MOST_FEEDS]
    urls = [link.attributes["href"] or "" for link in links if _SAYS_FEED.search(link.text())]
    feeds = {url for url in urls if _FEED_URL.search(url) and not _OTHER_FEEDS.search(url)}
    if is_whole:
        feeds = {url for url in feeds if _OF_EPISODES.search(url)}
    if stated:
        feeds = {url for url in feeds if _PODCAST.search(url) and _host(url) == _host(stated)}
    feed = clean_url(feeds.pop()) if len(feeds) == 1 else None
    return attrs.evolve(show, atom_links=(AtomLink(href=feed, rel="self"),)) if feed else show


def transcript_of(things: list[Thing]) -> str | None:
    """Give what is said in the episode, where that is stated.

    >>> transcript_of([{"audio": {"transcript": "Ann: Hello."}}])
    'Ann: Hello.'
    """
    texts = _all(_with_media(things), _words, "transcript")
    return next(iter(texts), None)


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


def names_of_feed(things: list[Thing]) -> list[str]:
    """Give what the feed is called.

    >>> names_of_feed([{"partOfSeries": {"alternateName": "Show"}}])
    ['Show']
    """
    return _all(map(_series, things), _text, "alternateName")


def file_key(url: str) -> str:
    """Give what two URLs of one media file have in common: all but what counts its listeners.

    >>> file_key("https://example.com/1.mp3?_=1"), file_key("https://example.com/play?id=1")
    ('https://example.com/1.mp3', 'https://example.com/play?id=1')
    """
    bare = url.partition("#")[0].partition("?")[0]
    return bare if _MEDIA_SUFFIX.search(bare) else url


def _host(url: str) -> str:
    """Give the host that a URL names, or nothing for one that is relative to the page's."""
    return url.partition("://")[2].partition("/")[0].removeprefix("www.")


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
        text = script.text()
        hook = _without_prefixes if _PREFIX.search(text) else None
        try:
            data = json.loads(text, strict=False, object_hook=hook)
        except (ValueError, RecursionError):
            message = "the page's JSON-LD is not JSON; left out"
            on_problem(Problem(id="not-json", message=message))
            continue
        yield data
        yield from [_held(thing) for thing in _things(data)]


def _without_prefixes(thing: Thing) -> Thing:
    return {_PREFIX.sub("", name): value for name, value in thing.items()}


def _held(thing: Thing) -> list[Thing]:
    """Give what a thing is about and what is about it, and the episode that it has."""
    parts = [part for part in _inner_all(thing, *_PARTS) if _EPISODES.intersection(_types(part))]
    about = _inner_all(thing, "mainEntity", "subjectOf")
    if len(parts) != 1:  # of several, nothing says which is this page's
        return about
    series = {"partOfSeries": thing} if "PodcastSeries" in _types(thing) else {}
    return [*about, series | parts[0]]


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


def _author(things: list[Thing], show: str | None) -> str | None:
    """Give who made the episode; the show's own name says it only where no other does."""
    named = [name for key in ("author", "creator") for name in _all(things, _name, key)]
    stated = [name for name in named if not _IS_URL.fullmatch(name)]
    names = [*map(without_by, stated)]
    return next((name for name in names if name != show), None) or next(iter(names), None)


def _types(thing: Thing) -> list[str]:
    kinds = (kind for kind in _list(thing.get("@type")) if isinstance(kind, str))
    return [re.split(r"[/#:]", kind)[-1] for kind in kinds]


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _said(thing: Thing, name: str) -> list[Any]:
    value = thing.get(name)
    return [] if value is None else _list(value)


def _microdata(root: LexborNode) -> list[Thing]:
    """Give what the page's microdata says of the episode, then of the page, then of the show."""
    items = microdata(root)
    series = [{"partOfSeries": item} for item in items if "PodcastSeries" in _types(item)]
    kinds = (_EPISODES, _ARTICLES)
    return [item for kind in kinds for item in items if kind & {*_types(item)}] + series


def _meta(root: LexborNode) -> Thing:
    """Give what the page's head says in ``<meta>`` and ``<link>``."""
    thing: Thing = {"audio": []}
    named = [*_named(root)]
    contents = dict(reversed(named))
    for name, value in named:
        known = _META.get(name)
        if known == "audio":
            kind = contents.get("og:audio:type") if name.startswith("og:") else None
            thing[known].append({"contentUrl": value, "encodingFormat": kind})
        elif known and not (known == "author" and "://" in value):
            thing.setdefault(known, value)
    if _WRITTEN_BY.fullmatch(contents.get("twitter:label1", "")):
        thing.setdefault("author", contents.get("twitter:data1"))
    season = _SEASON.fullmatch(contents.get("article:section", ""))
    if season:
        thing["partOfSeason"] = {"seasonNumber": season[1]}
    links = [
        facts
        for node in select(root, "link")
        if (facts := node.attributes) and "rel" in facts and "href" in facts
    ]
    canonical = (link["href"] for link in links if link["rel"] == "canonical")
    thing["url"] = next(canonical, None) or thing.get("url")
    own = thing.get("name")
    feeds = [
        link for link in links if _is_feed(link) and not (own and own in str(link.get("title")))
    ] or [{}]
    name = _FEED_NAME.sub("", feeds[0].get("title") or "")
    feed = min(feeds, key=_rank_of_feed)
    thing["partOfSeries"] = {"webFeed": feed.get("href"), "alternateName": name}
    return thing


def _named(root: LexborNode) -> Iterator[tuple[str, str]]:
    """Give the contents of ``<meta>`` with their names; those of microdata belong to its items."""
    for node in select(root, "meta"):
        facts = node.attributes
        if "content" not in facts:
            continue
        name = facts.get("property") or facts.get("name")
        if not name and node.parent is not None and node.parent.tag == "head":
            name = facts.get("itemprop")
        yield (name or "").lower(), facts["content"] or ""


def _rank_of_feed(link: dict[str, str | None]) -> tuple[bool, bool, bool]:
    """Give what sorts the podcast's feed before the site's, whose title may be the show's."""
    is_rss = (link.get("type") or "").lower() == "application/rss+xml"
    named = (bool(_PODCAST.search(link.get(name) or "")) for name in ("href", "title"))
    by_url, by_title = named
    return not by_url, not by_title, not is_rss


def _is_feed(link: dict[str, str | None]) -> bool:
    rels = (link["rel"] or "").lower().split()
    is_feed = (link.get("type") or "").lower() in _FEED_TYPES and {"alternate", "feed"} & {*rels}
    return bool(is_feed) and not _OTHER_FEEDS.search(f"{link.get('title')} {link['href']}")


def _first(things: Iterable[Thing], read: Callable[[object], _T | None], *names: str) -> _T | None:
    """Give the first value that can be read: the first thing's, by the first of these names."""
    values = (read(value) for thing in things for name in names for value in _said(thing, name))
    return next((value for value in values if value is not None), None)


def _all(things: Iterable[Thing], read: Callable[[object], _T | None], name: str) -> list[_T]:
    values = (read(value) for thing in things for value in _said(thing, name))
    return [value for value in values if value is not None]


def _inner(thing: Thing, name: str) -> Thing:
    """Give the thing that another one names, or the first of several."""
    return next((inner for inner in _list(thing.get(name)) if isinstance(inner, dict)), {})


def _inner_all(thing: Thing, *names: str) -> list[Thing]:
    inner = (part for name in names for part in _list(thing.get(name)))
    return [part for part in inner if isinstance(part, dict)]


def _text(value: object) -> str | None:
    return _WHITE_SPACE.sub(" ", value).strip(" ") or None if isinstance(value, str) else None


def _name(value: object) -> str | None:
    if isinstance(value, dict):
        return _first([value], _text, "name")
    return _text(value)


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


def _with_media(things: list[Thing]) -> list[Thing]:
    """Give the things, and the media that they have."""
    return [*things, *(file for thing in things for file in _inner_all(thing, *_MEDIA))]


def _words(value: object) -> str | None:
    if not isinstance(value, str) or _IS_URL.match(value):
        return None
    return value.strip() or None


def _transcript_links(things: list[Thing]) -> tuple[TranscriptLink, ...]:
    """Give the files of the transcript, each once."""
    files: dict[str, TranscriptLink] = {}
    for link in _all(_with_media(things), _transcript_link, "transcript"):
        files.setdefault(link.url, link)
    return tuple(files.values())


def _transcript_link(value: object) -> TranscriptLink | None:
    is_url = isinstance(value, str) and _IS_URL.match(value)
    file = _media(value) if is_url or isinstance(value, dict) else None
    language = _first([value], _text, "inLanguage") if isinstance(value, dict) else None
    return TranscriptLink(url=file.url, type=file.type, language=language) if file else None


def _chapters_link(value: object) -> ChaptersLink | None:
    file = _media(value) if isinstance(value, dict) and value.get("contentUrl") else None
    return ChaptersLink(url=file.url, type=file.type) if file else None


def _media(value: object) -> Enclosure | None:
    if not isinstance(value, dict):
        value = {"contentUrl": value}
    url = _first([value], _url, "contentUrl", "url")
    url = _COUNTED.sub("", url or "")
    length = _first([value], _integer, "contentSize")
    kind = _first([value], _text, "encodingFormat")
    return Enclosure(url=url, length=length, type=kind) if url else None
