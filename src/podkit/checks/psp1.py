"""What the Podcast RSS Standard asks beyond RSS and Apple (PSP-1)."""

import re

from podkit.checks._forms import UUID, missing
from podkit.checks._rules import Finding, Findings, for_each, for_episodes, for_show, rules_in
from podkit.checks._sections import (
    APPLE_EPISODE,
    PSP1_CHANNEL_OPTIONAL,
    PSP1_CHANNEL_RECOMMENDED,
    PSP1_ITEM,
    PSP1_ITEM_RECOMMENDED,
    SPOTIFY_EPISODE,
    tag,
)
from podkit.checks._vocabularies import TRANSCRIPT_TYPES
from podkit.models import Episode, Show, TranscriptLink
from podkit.rss import podcast_guid

__all__ = ["RULES"]

# The word, the sign, or a year.
_COPYRIGHT = re.compile(r"\bcopyright\b|\(c\)|[\u00a9\u2117]|\b(?:19|20)\d\d\b", re.IGNORECASE)


@for_show(PSP1_CHANNEL_RECOMMENDED.recommends)
def podcast_guid_missing(show: Show) -> Findings:
    """The show has a guid."""
    message = "there is no <podcast:guid>; podkit.rss.podcast_guid makes one of the feed's URL"
    return missing(show.guid, "podcast:guid", message)


@for_show(PSP1_CHANNEL_RECOMMENDED.requires, tag("guid").requires)
def podcast_guid_malformed(show: Show) -> Findings:
    """The show's guid is a UUID."""
    if show.guid and not UUID.fullmatch(show.guid):
        message = f"{show.guid!r:.80} is no UUID; podkit.rss.podcast_guid makes one"
        yield Finding("podcast:guid", message)


@for_show(PSP1_CHANNEL_RECOMMENDED.recommends)
def locked_missing(show: Show) -> Findings:
    """The show says whether other hosts may import it."""
    if show.locked is None:
        message = "there is no <podcast:locked> that says yes or no: whether imports are refused"
        yield Finding("podcast:locked", message)


@for_episodes(PSP1_ITEM.requires, APPLE_EPISODE.recommends, SPOTIFY_EPISODE.requires, lack="guid")
def guid_missing(episode: Episode) -> Findings:
    """An episode has a guid."""
    message = "there is no <guid>; give one that never changes, or apps will download it again"
    return missing(episode.guid, "guid", message)


@for_episodes(PSP1_ITEM_RECOMMENDED.recommends, lack="transcript_links")
def transcript_missing(episode: Episode) -> Findings:
    """An episode has a transcript."""
    return missing(
        episode.transcript_links,
        "podcast:transcript",
        "there is no <podcast:transcript> with a url; link one",
    )


@for_each("transcript_links", PSP1_ITEM_RECOMMENDED.requires)
def transcript_type_unknown(link: TranscriptLink) -> Findings:
    """A transcript has one of the types that PSP-1 lists."""
    if link.type in TRANSCRIPT_TYPES:
        return ()
    found = f"type {link.type!r:.80}" if link.type else "no type"
    message = f"the transcript has {found}; give one of {', '.join(TRANSCRIPT_TYPES)}"
    return (Finding("podcast:transcript type", message),)


@for_show(PSP1_CHANNEL_RECOMMENDED.suggests, tag("guid").suggests)
def podcast_guid_differs(show: Show) -> Findings:
    """The show's guid is what the address of its feed gives, if it never moved."""
    own = [link.href for link in show.atom_links if link.rel == "self"]
    if show.guid and own and UUID.fullmatch(show.guid):
        given = podcast_guid(own[0])
        if show.guid.lower() != given:
            message = f"the feed's own address gives {given}; keep this one if the feed has moved"
            yield Finding("podcast:guid", message)


@for_each("copyright", PSP1_CHANNEL_OPTIONAL.suggests)
def copyright_form(copyright_: str) -> Findings:
    """The notice of rights is the name of who holds them."""
    found = _COPYRIGHT.search(copyright_)
    if found:
        message = f"{found[0]!r} is left out by PSP-1, which wants the name of the holder alone"
        yield Finding("copyright", message)


RULES = rules_in(globals())
