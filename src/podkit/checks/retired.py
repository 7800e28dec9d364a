"""What is there for platforms and services that have closed, as they announced it.

Chartable, which counted downloads, closed in December 2024; when the others did, a table of places
says.
"""

import re
from collections.abc import Iterator
from itertools import islice

from podkit._markup.places import RETIRED, place_of
from podkit.checks._rules import Finding, Findings, for_both, for_each, rules_in
from podkit.checks._sections import CLOSED
from podkit.checks._texts import CLOSED_HOST, Text, for_texts
from podkit.models import Episode, RawvoiceSubscribe, Show

__all__ = ["RULES"]

_GOOGLEPLAY = {
    f"googleplay_{field}": f"googleplay:{element}"
    for field, element in {
        "author": "author",
        "description": "description",
        "explicit": "explicit",
        "block": "block",
        "image": "image",
        "owner": "owner",
        "email": "email",
        "categories": "category",
        "new_feed_url": "new-feed-url",
    }.items()
}
_SUBSCRIBE = {"googleplay": "google_play_music", "stitcher": "stitcher"}
# An address that may be one of a platform that has closed: to look all up would take much longer.
_ADDRESS = re.compile(
    r"https?://(?:[\w-]+\.)*(?:google\.|stitcher\.com|breaker\.audio|app\.goo\.gl)[^\s\"'<>]*"
)
_CHARTABLE = re.compile(r"//(?:www\.)?(?:chtbl\.com|chrt\.fm)/|/(?:chtbl\.com|chrt\.fm)/track/")


@for_both(CLOSED.suggests, fields=tuple(_GOOGLEPLAY))
def googleplay_retired(part: Show | Episode) -> Findings:
    """There are no tags of Google's that nobody reads any more."""
    there = [element for field, element in _GOOGLEPLAY.items() if getattr(part, field, None)]
    message = "nobody reads Google's tags since Google Podcasts closed; leave them out"
    yield from (Finding(element, message) for element in there[:1])


@for_each("link", CLOSED.recommends)
def link_to_closed(link: str) -> Findings:
    """The page of the show or the episode is not at a platform that has closed."""
    if "goo" not in link and "stitcher" not in link and "breaker" not in link:
        return ()
    return _closed(link, "link")


@for_texts(CLOSED.suggests, signs=(CLOSED_HOST,))
def notes_link_to_closed(text: Text) -> Findings:
    """No link in a description leads to a platform that has closed."""
    # The other hosts are rare, and to search all texts for one more takes long.
    if "google.com" not in text.text and "stitcher.com" not in text.text:
        return ()
    return tuple(islice(_closed(text.text, text.element), 1))


@for_each("rawvoice_subscribe", CLOSED.suggests)
def subscribe_at_closed(subscribe: RawvoiceSubscribe) -> Findings:
    """Nobody is sent to subscribe at a platform that has closed."""
    for name, platform in _SUBSCRIBE.items():
        if getattr(subscribe, name):
            message = f"{_named(platform)}; leave it out"
            yield Finding(f"rawvoice:subscribe {name}", message)


@for_each("enclosures.url", CLOSED.recommends)
def prefix_closed(url: str) -> Findings:
    """The address of a media file leads through no service that has closed."""
    if ("chtbl.com" not in url and "chrt.fm" not in url) or not _CHARTABLE.search(url):
        return ()
    message = "it leads through Chartable, which closed in 2024; take its part out of the URL"
    return (Finding("enclosure url", message),)


RULES = rules_in(globals())


def _closed(text: str, element: str) -> Iterator[Finding]:
    """Find each address in a text that is one of a platform that has closed."""
    for address in _ADDRESS.findall(text):
        place = place_of(address)
        if place and place[1] in RETIRED:
            message = f"{address!r:.80} leads nowhere, as {_named(place[1])}; take the link out"
            yield Finding(element, message)


def _named(platform: str) -> str:
    """Say of a platform when it closed."""
    return f"{platform.replace('_', ' ').title()} closed in {RETIRED[platform]}"
