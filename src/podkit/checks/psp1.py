"""What the Podcast RSS Standard asks beyond RSS and Apple (PSP-1)."""

import re

from podkit.checks._rules import Finding, Findings, for_episodes, for_show, rules_in
from podkit.checks._sections import (
    APPLE_EPISODE,
    PSP1_CHANNEL,
    PSP1_CHANNEL_RECOMMENDED,
    PSP1_ITEM,
    PSP1_ITEM_RECOMMENDED,
)
from podkit.models import Episode, Show

__all__ = ["RULES"]

_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)
_TRANSCRIPT_TYPES = (
    "text/plain",
    "text/html",
    "text/vtt",
    "application/json",
    "application/x-subrip",
)


@for_show(PSP1_CHANNEL.requires)
def self_link_missing(show: Show) -> Findings:
    """The feed says where it is itself."""
    if not any(link.rel == "self" for link in show.atom_links):
        message = 'there is no <atom:link rel="self">; give the URL of the feed'
        yield Finding("atom:link", message)


@for_show(PSP1_CHANNEL_RECOMMENDED.recommends)
def podcast_guid_missing(show: Show) -> Findings:
    """The show has a guid."""
    if not show.guid:
        message = "there is no <podcast:guid>; podkit.rss.podcast_guid makes one of the feed's URL"
        yield Finding("podcast:guid", message)


@for_show(PSP1_CHANNEL_RECOMMENDED.requires)
def podcast_guid_malformed(show: Show) -> Findings:
    """The show's guid is a UUID."""
    if show.guid and not _UUID.fullmatch(show.guid):
        message = f"{show.guid!r:.80} is no UUID; podkit.rss.podcast_guid makes one"
        yield Finding("podcast:guid", message)


@for_show(PSP1_CHANNEL_RECOMMENDED.recommends)
def locked_missing(show: Show) -> Findings:
    """The show says whether other hosts may import it."""
    if show.locked is None:
        message = "there is no <podcast:locked> that says yes or no: whether imports are refused"
        yield Finding("podcast:locked", message)


@for_episodes(PSP1_ITEM.requires, APPLE_EPISODE.recommends)
def guid_missing(episode: Episode) -> Findings:
    """An episode has a guid."""
    if not episode.guid:
        message = "there is no <guid>; give one that never changes, or apps will download it again"
        yield Finding("guid", message)


@for_episodes(PSP1_ITEM_RECOMMENDED.recommends)
def transcript_missing(episode: Episode) -> Findings:
    """An episode has a transcript."""
    if not episode.transcript_links:
        yield Finding("podcast:transcript", "there is no <podcast:transcript> with a url; link one")


@for_episodes(PSP1_ITEM_RECOMMENDED.requires)
def transcript_type_unknown(episode: Episode) -> Findings:
    """A transcript has one of the types that PSP-1 lists."""
    for link in episode.transcript_links:
        if link.type not in _TRANSCRIPT_TYPES:
            found = f"type {link.type!r:.80}" if link.type else "no type"
            message = f"the transcript has {found}; give one of {', '.join(_TRANSCRIPT_TYPES)}"
            yield Finding("podcast:transcript type", message)


RULES = rules_in(globals())
