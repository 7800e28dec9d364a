"""What is asked of a feed's spelling and size, which only its bytes show, and of its place in time.

The bytes are looked at as far as the channel's first element, save where a rule says otherwise.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from itertools import chain

from podkit._xml import canonical
from podkit._xml.namespaces import NAMESPACES
from podkit.checks._rules import Feed, Finding, Findings, for_feeds, rules_in
from podkit.checks._sections import (
    APPLE_DETAILS,
    APPLE_EPISODE,
    APPLE_REQUIREMENTS,
    APPLE_SHOW,
    PLAYERS,
    PROFILE_CHANNEL,
    PSP1_DECLARATIONS,
    PSP1_ITEM_RECOMMENDED,
    RSS_FORM,
    VALIDATOR,
)

__all__ = ["RULES"]

# In bytes: what takes apps on phones long to fetch and to read each time.
_LARGEST_FEED = 10_000_000
# A root with all its namespaces has less.
_LONGEST_HEAD = 20_000
_DECLARATION = re.compile(rb"\s*<\?xml\b([^>]*)\?>")
_VERSION = re.compile(rb"\bversion\s*=\s*[\"']([^\"']*)[\"']")
_ENCODING = re.compile(rb"\bencoding\s*=\s*[\"']([^\"']*)[\"']")
_ROOT = re.compile(rb"<rss\b([^>]*)>", re.IGNORECASE)
_NAMESPACE = re.compile(rb"\bxmlns(?::([\w.-]+))?\s*=\s*[\"']\s*([^\"']*?)\s*[\"']")
_DOCTYPE = re.compile(rb"<!DOCTYPE\b", re.IGNORECASE)
_REQUIRED = ("itunes", "podcast", "atom")
# The elements that are nothing but a text, and those of which that may not be empty.
_OF_TEXT = re.compile(
    r"title|link|guid|language|pubDate|podcast:(?:guid|locked|medium|season|episode)"
    r"|itunes:(?:author|explicit|type|title|duration|episode|season|episodeType|name|email)"
)
_ITUNES_TEXTS = (
    "author|block|complete|duration|email|episode|episodeType|explicit|keywords|name|new-feed-url"
    "|season|subtitle|summary|title|type"
)
_NOT_EMPTY = re.compile(
    r"title|link|description|guid|pubDate|category|ttl|day|hour|copyright"
    rf"|sy:update(?:Period|Frequency|Base)|itunes:(?:{_ITUNES_TEXTS})"
)
# Patterns find their starts fast if those are a single character, and what follows is no fixed
# text.
_EMPTY_TAG = re.compile(rb"<(?=i)(itunes:(?:%b))\s*/>" % _ITUNES_TEXTS.encode())
_EMPTY_LIST = re.compile(rb"<(?=s)(skip(?:Days|Hours))>\s*</")
_DURATION = b"<itunes:duration>"
_CLOCK = re.compile(rb"\s*(?:<!\[CDATA\[\s*)?\d+:")
# A tag of HTML that is escaped, before any markup.
_ESCAPED_HTML = re.compile(rb"<(?=d)description>[^<&]*(?:&(?!lt;)[^<&]*)*&lt;/?[a-z]")
_AFTER_ITEMS = re.compile(rb"<(?!/|!--|\?|item\b|podcast:liveItem\b)([\w:.-]+)")


@for_feeds(PLAYERS.recommends)
def feed_large(feed: Feed) -> Findings:
    """A feed has at most 10,000,000 bytes, as apps fetch all of it again and again."""
    size = len(feed.data or b"")
    if size > _LARGEST_FEED:
        message = f"the feed has {size} bytes of {_LARGEST_FEED}; leave out what repeats"
        yield Finding("", f"{message}, or page it (RFC 5005)")


@for_feeds(APPLE_REQUIREMENTS.recommends, PSP1_DECLARATIONS.recommends)
def declaration_missing(feed: Feed) -> Findings:
    """A feed starts with an XML declaration."""
    if feed.data is not None and not _DECLARATION.match(_text(feed)):
        message = 'there is no XML declaration; start with <?xml version="1.0" encoding="UTF-8"?>'
        yield Finding("", message, line=1)


@for_feeds(RSS_FORM.requires)
def xml_version(feed: Feed) -> Findings:
    """A feed is of XML 1.0."""
    version = _declared(feed, _VERSION)
    if version not in ("", "1.0"):
        message = f"the XML is of version {version!r:.80}; write 1.0"
        yield Finding("", message, line=_line_of_declaration(feed))


@for_feeds(APPLE_DETAILS.requires, PSP1_DECLARATIONS.requires)
def encoding_not_utf8(feed: Feed) -> Findings:
    """A feed is in UTF-8."""
    encoding = _declared(feed, _ENCODING)
    if encoding.lower() not in ("", "utf-8", "utf8"):
        message = f"the encoding is {encoding!r:.80}; write the feed in UTF-8"
        yield Finding("", message, line=_line_of_declaration(feed))


@for_feeds(RSS_FORM.requires, APPLE_REQUIREMENTS.requires, PSP1_DECLARATIONS.requires)
def rss_version(feed: Feed) -> Findings:
    """A feed says that it is of RSS 2.0."""
    root = _ROOT.search(_head(feed))
    if root:
        found = _VERSION.search(root[1])
        version = found[1].decode(errors="replace") if found else ""
        if version != "2.0":
            what = f"the version is {version!r:.80}" if version else "there is no version"
            yield Finding("", f'{what}; write <rss version="2.0">')


@for_feeds(VALIDATOR.suggests)
def doctype(feed: Feed) -> Findings:
    """A feed has no document type, as RSS 2.0 has none."""
    head = _head(feed)
    found = _DOCTYPE.search(head)
    if found:
        message = "there is a DOCTYPE, which apps refuse or pass over; leave it out"
        yield Finding("", message, line=_line(head, found.start()))


@for_feeds(PSP1_DECLARATIONS.requires)
def namespace_missing(feed: Feed) -> Findings:
    """A feed declares the namespaces of Apple, of podcasting and of Atom."""
    if _ROOT.search(_head(feed)):
        meant = {address for _, address in _meant(feed)}
        for prefix in _REQUIRED:
            if NAMESPACES[prefix] not in meant:
                message = f'xmlns:{prefix}="{NAMESPACES[prefix]}" is not there; add it to <rss>'
                yield Finding("", message)


@for_feeds(APPLE_DETAILS.requires, PSP1_DECLARATIONS.requires)
def namespace_misspelt(feed: Feed) -> Findings:
    """The address of a namespace is spelled as its document does, capitals and all."""
    asked = [NAMESPACES[name] for name in (*_REQUIRED, "content")]
    for (prefix, spelled), (_, meant) in zip(_declared_namespaces(feed), _meant(feed), strict=True):
        if spelled != meant and meant in asked:
            message = f"xmlns:{prefix} is {spelled!r:.120}; write {meant!r}"
            yield Finding("", message)


@for_feeds(VALIDATOR.suggests)
def prefix_unusual(feed: Feed) -> Findings:
    """A namespace has the prefix that apps are used to."""
    usual = {address: prefix for prefix, address in NAMESPACES.items() if prefix}
    for prefix, address in _meant(feed):
        if prefix and usual.get(address, prefix) != prefix:
            message = f"{address} has the prefix {prefix!r:.40}; some apps know {usual[address]!r}"
            yield Finding("", message)


@for_feeds(APPLE_DETAILS.recommends, PSP1_DECLARATIONS.recommends)
def space_around_value(feed: Feed) -> Findings:
    """No value has white space before or after it."""
    texts = {
        (start, name)
        for start, text, name in feed.odd_texts
        if _OF_TEXT.fullmatch(name) and text.strip()
    }
    return _once_each(feed.markup, texts, "has white space around its text", "leave it out")


@for_feeds(VALIDATOR.recommends)
def element_empty(feed: Feed) -> Findings:
    """An element that is there says something."""
    data = feed.markup
    tags = chain(_EMPTY_TAG.finditer(data), _EMPTY_LIST.finditer(data) if b"<skip" in data else ())
    empty = {(found.start(), found[1].decode()) for found in tags}
    for end, text, name in feed.odd_texts:
        if not text and _NOT_EMPTY.fullmatch(name):
            start = data.rfind(b"<", 0, end)
            # What ends there may be HTML or a CDATA section within it.
            if data.startswith((name.encode(), b"![CDATA[]]"), start + 1):
                empty.add((start, name))
    return _once_each(data, empty, "is empty", "give it a value, or leave it out")


@for_feeds(APPLE_EPISODE.recommends, PSP1_ITEM_RECOMMENDED.recommends)
def duration_not_seconds(feed: Feed) -> Findings:
    """Durations are numbers of seconds."""
    data = feed.data or b""
    clocks = []
    start = data.find(_DURATION)
    while start >= 0:
        end = start + len(_DURATION)
        if _CLOCK.match(data, end):
            clocks.append((start, "itunes:duration"))
        start = data.find(_DURATION, end)
    return _once_each(data, clocks, "is a clock time", "write seconds: 3723 for 1:02:03")


@for_feeds(APPLE_SHOW.suggests, PSP1_DECLARATIONS.suggests)
def html_without_cdata(feed: Feed) -> Findings:
    """HTML stands in CDATA sections."""
    data = feed.markup
    found = _ESCAPED_HTML.search(data) if b"&lt;" in data else None
    if found:
        message = "HTML is escaped; Apple asks for it in <![CDATA[ … ]]>"
        yield Finding("description", message, line=_line(data, found.start()))


@for_feeds(PROFILE_CHANNEL.suggests)
def element_after_items(feed: Feed) -> Findings:
    """The elements of the channel stand before its items, where some apps stop to read."""
    data = feed.markup
    end = data.rfind(b"</item>")
    found = _AFTER_ITEMS.search(data, end) if end >= 0 else None
    if found:
        name = found[1].decode(errors="replace")
        message = f"<{name:.40}> stands after the items; put it before them"
        yield Finding(name, message, line=_line(data, found.start()))


@for_feeds(PROFILE_CHANNEL.recommends)
def date_in_future(feed: Feed) -> Findings:
    """No episode comes out in the future, as apps hide it or show it too early."""
    for number, episode in enumerate(feed.show.episodes if feed.now else (), start=1):
        if episode.published and feed.now and episode.published > feed.now:
            message = f"{episode.published.isoformat()} is in the future; publish it then"
            yield Finding("pubDate", message, item=number)


RULES = rules_in(globals())


def _once_each(data: bytes, found: Iterable[tuple[int, str]], what: str, advice: str) -> Findings:
    """Find each element where it stands first, and say how often it stands after that."""
    positions = defaultdict(list)
    for position, element in sorted(found):
        positions[element].append(position)
    for name, (first, *others) in positions.items():
        times = "once" if len(others) == 1 else f"{len(others)} times"
        more = f", here and {times} more" if others else ""
        yield Finding(name, f"<{name}> {what}{more}; {advice}", line=_line(data, first))


def _line(data: bytes, position: int) -> int:
    return data.count(b"\n", 0, position) + 1


def _line_of_declaration(feed: Feed) -> int:
    return _line(feed.data or b"", (feed.data or b"").find(b"<?xml"))


def _text(feed: Feed) -> bytes:
    """Give the bytes of the feed without the mark of their order."""
    return (feed.data or b"").removeprefix(b"\xef\xbb\xbf")


def _head(feed: Feed) -> bytes:
    return _text(feed)[:_LONGEST_HEAD]


def _declared(feed: Feed, name: re.Pattern[bytes]) -> str:
    """Give what the XML declaration says, or nothing."""
    declaration = _DECLARATION.match(_text(feed))
    found = name.search(declaration[1]) if declaration else None
    return found[1].decode(errors="replace") if found else ""


def _declared_namespaces(feed: Feed) -> list[tuple[str, str]]:
    """List the prefixes of the root and the addresses that it gives them."""
    root = _ROOT.search(_head(feed))
    pairs = _NAMESPACE.findall(root[1]) if root else []
    return [(prefix.decode(), address.decode(errors="replace")) for prefix, address in pairs]


def _meant(feed: Feed) -> list[tuple[str, str]]:
    """List the same with the addresses as their documents spell them."""
    return [
        (prefix, canonical(f"{{{address}}}name")[1:].removesuffix("}name"))
        for prefix, address in _declared_namespaces(feed)
    ]
