"""What RSS 2.0 asks (RSS 2.0 Specification, rssboard.org)."""

import re

from podkit.checks._rules import Finding, Findings, for_episodes, for_show, rules_in
from podkit.checks._sections import (
    APPLE_EPISODE,
    APPLE_SHOW,
    PSP1_CHANNEL,
    PSP1_ITEM,
    RSS_CHANNEL,
    RSS_ENCLOSURE,
    RSS_GUID,
    RSS_IMAGE,
    RSS_ITEM,
)
from podkit.models import Episode, Show

__all__ = ["RULES"]

_HTTP = re.compile(r"https?://[^\s/?#]", re.IGNORECASE)


@for_show(RSS_CHANNEL.requires, APPLE_SHOW.requires, PSP1_CHANNEL.requires)
def title_missing(show: Show) -> Findings:
    """The show has a title."""
    if not show.title:
        yield Finding("title", "there is no <title>; name the show")


@for_show(RSS_CHANNEL.requires, APPLE_SHOW.recommends, PSP1_CHANNEL.requires)
def link_missing(show: Show) -> Findings:
    """The show names its web page."""
    if not show.link:
        yield Finding("link", "there is no <link>; give the show's web page")


@for_show(RSS_CHANNEL.requires, APPLE_SHOW.requires, PSP1_CHANNEL.requires)
def description_missing(show: Show) -> Findings:
    """The show says what it is about."""
    if not show.description:
        yield Finding("description", "there is no <description>; say what the show is about")


@for_show(RSS_IMAGE.requires)
def image_incomplete(show: Show) -> Findings:
    """The channel's <image> has a title and a link beside its URL."""
    for name in ("title", "link"):
        if show.image and not getattr(show.image, name):
            yield Finding(f"image {name}", f"the <image> has no <{name}>; repeat the channel's")


@for_show(RSS_GUID.requires, APPLE_EPISODE.requires, PSP1_ITEM.requires)
def guid_repeated(show: Show) -> Findings:
    """No two episodes have the same guid."""
    first: dict[str, int] = {}
    for number, episode in enumerate(show.episodes, start=1):
        if episode.guid and first.setdefault(episode.guid, number) != number:
            what = f"{episode.guid!r:.80} is also the guid of item {first[episode.guid]}"
            message = f"{what}; give each episode its own"
            yield Finding("guid", message, item=number)


@for_episodes(RSS_ITEM.requires)
def item_empty(episode: Episode) -> Findings:
    """An item has a title or a description."""
    if not (episode.title or episode.description):
        yield Finding("title", "the item has neither <title> nor <description>; give it a title")


@for_episodes(RSS_ENCLOSURE.requires)
def enclosure_not_http(episode: Episode) -> Findings:
    """An enclosure's URL is an absolute web address."""
    for enclosure in episode.enclosures:
        if not _HTTP.match(enclosure.url):
            message = f"{enclosure.url!r:.80} is no address that starts with https:// or http://"
            yield Finding("enclosure url", message)


@for_episodes(RSS_ENCLOSURE.requires, APPLE_EPISODE.requires, PSP1_ITEM.requires)
def enclosure_length_missing(episode: Episode) -> Findings:
    """An enclosure gives the size of its file."""
    for enclosure in episode.enclosures:
        if enclosure.length is None:
            message = "the <enclosure> has no length in digits; give the file's size in bytes"
            yield Finding("enclosure length", message)


@for_episodes(RSS_ENCLOSURE.requires, APPLE_EPISODE.requires, PSP1_ITEM.requires)
def enclosure_type_missing(episode: Episode) -> Findings:
    """An enclosure gives the MIME type of its file."""
    for enclosure in episode.enclosures:
        if not enclosure.type:
            message = "the <enclosure> has no type; give its MIME type, such as audio/mpeg"
            yield Finding("enclosure type", message)


@for_episodes(RSS_GUID.recommends)
def guid_not_permalink(episode: Episode) -> Findings:
    """A guid that isn't a web address says so."""
    if episode.guid and episode.guid_is_permalink is not False and not _HTTP.match(episode.guid):
        message = f'{episode.guid!r:.80} is no web address; add isPermaLink="false"'
        yield Finding("guid isPermaLink", message)


RULES = rules_in(globals())
