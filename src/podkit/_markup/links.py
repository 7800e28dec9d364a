"""What kind a link is: by where it leads, by what it says, and by the section that it stands in.

`podkit._markup.places` has the table of places, `podkit._markup.wordings` those of words.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import chain

from podkit._construct import positional
from podkit._markup.places import SCHEMES, place_of
from podkit._markup.wordings import (
    PLAYER_NAME,
    is_pointer,
    is_review,
    kind_of_words,
    platform_of,
)
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
    "with_urls",
]

UNKNOWN = ""  # the kind of a link that a reader has yet to recognise

# RFC 9110, 4.1: the length that every server and browser should take. What is longer is data.
_LONGEST_URL = 8000
_WEB = ("https:", "http:")
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
# What words around a link with a URL tell of it where its own do: a telephone number beside it, or
# a platform that is named there, is not where it leads.
_NOT_AROUND = frozenset(["comment", "episode", "phone", "social", "text_message"])
_ALWAYS_AROUND = frozenset(["review", "sponsor"])
_EMAIL = r"(?<![\w.+@/-])\w[\w.+-]{0,63}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}(?![\w-])"
_TELEPHONE = r"\+?\d[\d ().-]{4,18}\d"
_ADDRESSES = {
    "email": re.compile(_EMAIL),
    "text_message": re.compile(_TELEPHONE),
    "phone": re.compile(_TELEPHONE),
}
_NOT_IN_URLS = r"\s<>\"“”«»、。，；：！？（）「」『』【】《》"
# A domain of the highest level; the names of files and of what is made of them end otherwise.
_DOMAIN = (
    r"(?!(?:css|html?|js|json|jsx|mp3|pdf|php|srt|tsx?|txt|vtt|wav|xml|ya?ml|zip)/)[a-z]{2,24}"
)
_BARE_URL = re.compile(
    rf"https?://[\w\[][^{_NOT_IN_URLS}]*|(?P<email>{_EMAIL})"
    rf"|(?<![\w.@/-])www\.(?:[\w-]{{1,63}}\.){{1,8}}[^\W\d_]{{2,24}}(?![\w-])"
    rf"(?:[/?#:][^{_NOT_IN_URLS}]*)?"
    # a host and a path alone
    rf"|(?-i:(?<![\w.@/:-])(?:[a-z\d][a-z\d-]{{1,62}}\.){{1,4}}{_DOMAIN}/[\w~@][^{_NOT_IN_URLS}]*)",
    re.IGNORECASE,
)
_HOST = re.compile(rf"\.{_DOMAIN}/[\w~@]")
_AFTER_URLS = ".,;:!?…’'*_"
_BRACKETS = {")": "(", "]": "[", "}": "{"}


def clean_url(url: str) -> str | None:
    r"""Give the URL as browsers read it, or None for one that is empty, too long or unsafe.

    The safe schemes are those of `podkit._markup.places`; a relative URL has none. A URL has no
    more than 8,000 characters.

    >>> clean_url(" https://example.com/\n"), clean_url("java\tscript:alert(1)")
    ('https://example.com/', None)
    """
    cleaned = (url if url.isprintable() else _CONTROLS.sub("", url)).strip(" ")
    scheme = None if cleaned.startswith(_WEB) else _SCHEME.match(cleaned)
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

    What a link is for is often said around it: a link that is alone in its line is judged by the
    line's text, and by the kind of the section.

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
    if len(parts) == 1:  # as in most lists of links
        return (_recognised(links[0], links[0].text, section),)
    around = iter(_lines_around(parts, links))
    return tuple(
        [
            _recognised(part, next(around), section) if isinstance(part, Link) else part
            for part in parts
        ]
    )


def with_urls(content: tuple[str | Link, ...]) -> tuple[str | Link, ...]:
    """Give tidy content in which bare URLs and e-mail addresses are links, as `find_urls` does.

    >>> [part.url for part in with_urls(("See www.example.com.",)) if isinstance(part, Link)]
    ['http://www.example.com']
    """
    for part in content:
        # Few texts have a stroke, which is looked for sooner.
        if isinstance(part, str) and (
            ("/" in part and ("://" in part or _HOST.search(part))) or "@" in part or "www." in part
        ):
            found = (find_urls(part) if isinstance(part, str) else (part,) for part in content)
            return tuple(filter(None, chain.from_iterable(found)))
    return content


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
    """Give a text as content in which bare URLs, hosts with a path and e-mail addresses are links.

    >>> said = "Write to me@example.com, or see example.com/fog."
    >>> [part.url for part in find_urls(said) if isinstance(part, Link)]
    ['mailto:me@example.com', 'https://example.com/fog']
    """
    position = 0
    for match in _BARE_URL.finditer(text):
        said = match["email"] or _without_end(match[0])
        scheme = "mailto:" if match["email"] else "" if "://" in said else _scheme(said)
        url = clean_url(scheme + said)
        if url:
            yield text[position : match.start()]
            yield _link(said, url, UNKNOWN, None, None)
            position = match.start() + len(said)
    yield text[position:]


def _scheme(host: str) -> str:
    """Give the scheme of a URL that is written without: today's, save where it begins as of old."""
    return "http://" if host[:4].lower() == "www." else "https://"


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


def _without_end(url: str) -> str:
    """Give a URL without the marks of the sentence, and the brackets, that end after it."""
    surplus = {mark: url.count(mark) - url.count(_BRACKETS[mark]) for mark in _BRACKETS}
    end = len(url)
    while url[end - 1] in _AFTER_URLS or surplus.get(url[end - 1], 0) > 0:
        end -= 1
        if url[end] in surplus:
            surplus[url[end]] -= 1
    return url[:end]


def _lines_around(parts: tuple[str | Link, ...], links: list[Link]) -> Iterable[str]:
    """Give for each link the text of its line; its own, if there are others in the line."""
    texts = [part if isinstance(part, str) else part.text for part in parts]
    if len(links) == 1 and not any("\n" in text for text in texts):
        return ["".join(texts)]
    lines: list[list[str | Link]] = [[]]
    for part in parts:
        if isinstance(part, Link):
            lines[-1].append(part)
        else:
            first, *others = part.split("\n")
            lines[-1].append(first)
            lines += [[other] for other in others]
    return chain.from_iterable(map(_around_each, lines))


def _around_each(line: list[str | Link]) -> list[str]:
    texts = [part if isinstance(part, str) else part.text for part in line]
    said = [part.text for part in line if isinstance(part, Link)]
    return ["".join(texts)] if len(said) == 1 else said


def _recognised(link: Link, around: str, section: str) -> Link:
    if link.kind != UNKNOWN:
        return link
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
    kind, words = _told(link, around)
    address = _ADDRESSES[kind].search(words) if kind in _ADDRESSES else None
    named = link.text if link.url else words
    platform = platform_of(named) if kind in _ON_PLATFORMS else None
    return kind, platform, address[0] if address else None


def _told(link: Link, around: str) -> tuple[str, str]:
    """Find the kind of a link to an unknown place, and the words that tell it: its own or others.

    Where there is a URL, words around count only if they can't be about something else.
    """
    kind = kind_of_words(link.text)
    if kind != "other" or around == link.text:
        return kind, link.text
    kind = kind_of_words(around)
    tells = (
        not link.url
        or kind in _ALWAYS_AROUND
        or (kind not in _NOT_AROUND and is_pointer(link.text))
    )
    return (kind, around) if tells else ("other", link.text)


def _at_place(
    url: str, around: str, kind: str, platform: str | None
) -> tuple[str, str | None, str | None]:
    scheme, _, rest = url.partition(":")
    if kind in _ADDRESSES and SCHEMES.get(scheme.lower()):
        return kind, platform, rest.partition("?")[0] or None
    return "review" if kind == "follow" and is_review(around) else kind, platform, None
