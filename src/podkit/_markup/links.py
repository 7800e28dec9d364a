"""What kind a link is: by where it leads, by what it says, and by the section that it stands in.

`podkit._markup.places` has the table of places, `podkit._markup.wordings` those of words.
"""

import re
from collections.abc import Callable, Iterable, Iterator

from podkit._construct import positional
from podkit._markup.places import SCHEMES, place_of
from podkit._markup.wordings import PLAYER_NAME, is_review, kind_of_words, platform_of
from podkit._text import check_text
from podkit.errors import UnrepresentableError
from podkit.models import EpisodeRef, Link

__all__ = [
    "UNKNOWN",
    "check_url",
    "clean_url",
    "find_urls",
    "found_links",
    "link_entry",
    "with_kinds",
]

UNKNOWN = ""  # the kind of a link that a reader has yet to recognise

# RFC 9110, 4.1: the length that every server and browser should take. What is longer is data.
_LONGEST_URL = 8000
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_TO_FEEDS = "|".join(name for name, place in SCHEMES.items() if place == ("follow", "rss"))
# The scheme of a URL, or of the one that follows that of an app: ``feed:https://example.com/feed``.
_SCHEME = re.compile(rf"(?:(?:{_TO_FEEDS}):)*([^:/?#]*):", re.IGNORECASE)

# What a link is by its section, where its own kind is one of these.
_BY_SECTION: dict[str, dict[str, str]] = {
    "books": {"other": "book", "shop": "book"},
    "follow": {"media": "follow"},
    "guest": {"other": "guest", "follow": "guest"},
    "review": {"other": "review", "follow": "review"},
    "sponsors": dict.fromkeys(
        ("other", "shop", "book", "download", "program", "follow", "webinar", "support"), "sponsor"
    ),
    "support": {"other": "support"},
    "transcript": {"other": "transcript", "download": "transcript"},
}

_ON_PLATFORMS = frozenset(["follow", "review", "social"])
_link: Callable[..., Link] = positional(Link, "text", "url", "kind", "platform", "address")
_EMAIL = r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}"
_TELEPHONE = r"\+?\d[\d ().-]{4,18}\d"
_ADDRESSES = {
    "email": re.compile(_EMAIL),
    "text_message": re.compile(_TELEPHONE),
    "phone": re.compile(_TELEPHONE),
}
_BARE_URL = re.compile(rf"https?://[^\s<>\"“”]+(?<![.,;:!?)\]}}’'*_])|{_EMAIL}")


def clean_url(url: str) -> str | None:
    r"""Give the URL as browsers read it, or None for one that is empty, too long or unsafe.

    The safe schemes are those of `podkit._markup.places`; a relative URL has none. A URL has no
    more than 8,000 characters.

    >>> clean_url(" https://example.com/\n"), clean_url("java\tscript:alert(1)")
    ('https://example.com/', None)
    """
    cleaned = _CONTROLS.sub("", url).strip(" ")
    scheme = _SCHEME.match(cleaned)
    if (scheme and scheme[1].lower() not in SCHEMES) or len(cleaned) > _LONGEST_URL:
        return None
    return cleaned or None


def check_url(url: str, where: str) -> str:
    """Give the URL back, or refuse one that browsers read as another or that isn't safe.

    >>> check_url("javascript:alert(1)", "links[0].url")
    Traceback (most recent call last):
    podkit.errors.UnrepresentableError: links[0].url: expected a URL of at most 8,000 characters
    that is relative or begins with http, https, mailto, tel, sms, feed, itpc, pcast or podcast,
    and that has no spaces around it or control characters in it, not 'javascript:alert(1)'
    """
    if clean_url(url) != url:
        *schemes, last = SCHEMES
        message = (
            f"expected a URL of at most {_LONGEST_URL:,} characters that is relative or begins with"
            f" {', '.join(schemes)} or {last}, and that has no spaces around it or control"
            f" characters in it, not {url!r:.80}"
        )
        raise UnrepresentableError(message, where=where)
    return check_text(url, where)


def with_kinds(content: Iterable[str | Link], section: str = "other") -> tuple[str | Link, ...]:
    """Give the content with kind, platform and address for each link whose kind is `UNKNOWN`.

    What a link is for is often said around it: a link that is alone in its paragraph is judged by
    the paragraph's text, and by the kind of the section.

    >>> link = Link(text="Apple Podcasts", url="https://podcasts.apple.com/id1", kind=UNKNOWN)
    >>> with_kinds([link])[0].kind, with_kinds(["Please review us on ", link])[1].kind
    ('follow', 'review')
    >>> with_kinds([Link(text="Lamps", url="/lamps", kind=UNKNOWN)], "sponsors")[0].kind
    'sponsor'
    """
    parts = tuple(content)
    links = [part for part in parts if isinstance(part, Link)]
    if not links:
        return parts
    around = "".join([part if isinstance(part, str) else part.text for part in parts])
    return tuple(
        _recognised(part, around if len(links) == 1 else part.text, section)
        if isinstance(part, Link) and part.kind == UNKNOWN
        else part
        for part in parts
    )


def found_links(content: Iterable[str | Link], section: str) -> list[Link]:
    """Give the links of the content with the kinds that a reader would find by itself.

    >>> [link.kind for link in found_links([Link(text="Spotify", kind="sponsor")], "other")]
    ['follow']
    """
    bare = (
        _link(part.text, part.url, UNKNOWN, None, None) if isinstance(part, Link) else part
        for part in content
    )
    return [part for part in with_kinds(bare, section) if isinstance(part, Link)]


def find_urls(text: str) -> Iterator[str | Link]:
    """Give a text as content in which bare URLs and e-mail addresses are links.

    >>> [part.url for part in find_urls("Write to me@example.com.") if isinstance(part, Link)]
    ['mailto:me@example.com']
    """
    position = 0
    for match in _BARE_URL.finditer(text):
        url = clean_url(match[0] if "://" in match[0] else f"mailto:{match[0]}")
        if url:
            yield text[position : match.start()]
            yield _link(match[0], url, UNKNOWN, None, None)
            position = match.end()
    yield text[position:]


def link_entry(text: str, section: str) -> tuple[str | Link, ...]:
    """Give the entry of a list of links that have lost their targets as content.

    It is one link, or one for each place to follow the show that it names.

    >>> entry = link_entry("Follow on Spotify or RSS.", "follow")
    >>> [link.platform for link in entry if isinstance(link, Link)]
    ['spotify', 'rss']
    """
    link = _recognised(Link(text=text, kind=UNKNOWN), text, section)
    places = [*PLAYER_NAME.finditer(text)] if link.kind == "follow" else []
    content: list[str | Link] = []
    position = 0
    for place in places:
        content.append(text[position : place.start()])
        content.append(Link(text=place[0], kind="follow", platform=platform_of(place[0])))
        position = place.end()
    return (*content, text[position:]) if places else (link,)


def _recognised(link: Link, around: str, section: str) -> Link:
    kind, platform, address = _facts(link, around)
    kind = _BY_SECTION.get(section, {}).get(kind, kind)
    return _link(link.text, link.url, kind, platform, address)


def _facts(link: Link, around: str) -> tuple[str, str | None, str | None]:
    """Find the kind of a link, its platform and its address."""
    if EpisodeRef.parse(link.text):
        return "episode", None, None
    place = place_of(link.url) if link.url else None
    if link.url and place:
        return _at_place(link.url, around, *place)
    kind = kind_of_words(around)
    address = _ADDRESSES[kind].search(around) if kind in _ADDRESSES else None
    platform = platform_of(around) if kind in _ON_PLATFORMS else None
    return kind, platform, address[0] if address else None


def _at_place(
    url: str, around: str, kind: str, platform: str | None
) -> tuple[str, str | None, str | None]:
    scheme, _, rest = url.partition(":")
    if kind in _ADDRESSES and SCHEMES.get(scheme.lower()):
        return kind, platform, rest.partition("?")[0] or None
    return "review" if kind == "follow" and is_review(around) else kind, platform, None
