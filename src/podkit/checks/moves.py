"""What a move breaks: a feed that takes the place of another, held against it.

A show moves when its host changes, or the program that makes its feed. Apps know an episode by its
guid: one that they don't find again they take for new.
"""

from collections import Counter, defaultdict, deque
from collections.abc import Callable, Iterator

from podkit.checks._forms import path_of
from podkit.checks._rules import Finding, Findings, Move, for_moves, rules_in
from podkit.checks._sections import (
    APPLE_EPISODE,
    APPLE_MOVE,
    APPLE_SHOW,
    PSP1_CHANNEL_RECOMMENDED,
    PSP1_ITEM,
    RSS_GUID,
    SPOTIFY_EPISODE,
    tag,
)
from podkit.models import Episode, Show

__all__ = ["RULES", "pairs"]

# What of the show is missed when it is gone, and its element.
_SHOW_VALUES = {
    "title": "title",
    "link": "link",
    "description": "description",
    "language": "language",
    "copyright": "copyright",
    "author": "itunes:author",
    "owner": "itunes:owner",
    "artwork": "itunes:image",
    "itunes_categories": "itunes:category",
    "explicit": "itunes:explicit",
    "funding": "podcast:funding",
    "persons": "podcast:person",
    "trailers": "podcast:trailer",
    "values": "podcast:value",
    "license": "podcast:license",
    "medium": "podcast:medium",
    "locations": "podcast:location",
    "podcast_images": "podcast:image",
    "podroll": "podcast:podroll",
    "publisher": "podcast:publisher",
    "remote_items": "podcast:remoteItem",
    "update_frequency": "podcast:updateFrequency",
    "chat": "podcast:chat",
    "social_interacts": "podcast:socialInteract",
    "spotify_access": "spotify:access",
}
_EPISODE_VALUES = {
    "title": "title",
    "link": "link",
    "description": "description",
    "content": "content:encoded",
    "enclosures": "enclosure",
    "published": "pubDate",
    "artwork": "itunes:image",
    "duration": "itunes:duration",
    "explicit": "itunes:explicit",
    "number": "itunes:episode",
    "season": "itunes:season",
    "episode_type": "itunes:episodeType",
    "transcript_links": "podcast:transcript",
    "chapters_link": "podcast:chapters",
    "chapters": "psc:chapters",
    "persons": "podcast:person",
    "soundbites": "podcast:soundbite",
    "alternate_enclosures": "podcast:alternateEnclosure",
    "values": "podcast:value",
    "social_interacts": "podcast:socialInteract",
    "itunes_title": "itunes:title",
    "summary": "itunes:summary",
    "license": "podcast:license",
    "locations": "podcast:location",
    "podcast_images": "podcast:image",
    "content_links": "podcast:contentLink",
    "chat": "podcast:chat",
    "spotify_access": "spotify:access",
}


@for_moves(APPLE_EPISODE.requires, PSP1_ITEM.requires)
def episode_lost(move: Move) -> Findings:
    """Every episode is there still."""
    found = {id(old) for old, _, _ in move.pairs}
    for episode in move.old.episodes:
        # What has none of these, no app knows again.
        if id(episode) not in found and any(key(episode) for key in _KEYS):
            message = f"{episode.title!r:.80} (guid {episode.guid!r:.80}) is gone; add it"
            yield Finding("item", message)


@for_moves(RSS_GUID.requires, APPLE_EPISODE.requires, SPOTIFY_EPISODE.requires, PSP1_ITEM.requires)
def guid_changed(move: Move) -> Findings:
    """Every episode has the guid that it had."""
    for old, new, number in move.pairs:
        if old.guid and old.guid != new.guid:
            now = f"{new.guid!r:.80}" if new.guid else "what is missing"
            message = f"{now} was {old.guid!r:.80}, so that apps take it for new; keep the old"
            yield Finding("guid", message, item=number)


@for_moves(APPLE_EPISODE.recommends)
def date_changed(move: Move) -> Findings:
    """Every episode came out when it did."""
    for old, new, number in move.pairs:
        if old.published and new.published and old.published != new.published:
            message = f"it was {old.published.isoformat()}; apps sort by it, so keep the old"
            yield Finding("pubDate", message, item=number)


@for_moves(APPLE_EPISODE.recommends)
def media_kind_changed(move: Move) -> Findings:
    """What was to be heard is not to be seen, nor the other way round."""
    for old, new, number in move.pairs:
        before, now = _kind(old), _kind(new)
        if before and now and before != now:
            message = f"it was {before} and is {now}; give that in a <podcast:alternateEnclosure>"
            yield Finding("enclosure type", message, item=number)


@for_moves(APPLE_EPISODE.recommends)
def episode_value_lost(move: Move) -> Findings:
    """What was said of an episode is said still."""
    for old, new, number in move.pairs:
        for element in _lost(old, new, _EPISODE_VALUES):
            yield Finding(element, f"the old feed had a <{element}>; take it over", item=number)


@for_moves(APPLE_SHOW.recommends)
def show_value_lost(move: Move) -> Findings:
    """What was said of the show is said still."""
    for element in _lost(move.old, move.new, _SHOW_VALUES):
        yield Finding(element, f"the old feed had a <{element}>; take it over")


@for_moves(PSP1_CHANNEL_RECOMMENDED.requires, tag("guid").requires)
def podcast_guid_changed(move: Move) -> Findings:
    """The show has the guid that it had, wherever its feed is."""
    if move.old.guid and move.old.guid != move.new.guid:
        message = f"it was {move.old.guid!r:.80}; the show keeps its guid when its feed moves"
        yield Finding("podcast:guid", message)


@for_moves(tag("locked").requires)
def old_feed_locked(move: Move) -> Findings:
    """The old feed lets other hosts import it."""
    if move.old.locked:
        message = "the old feed is locked, so that hosts refuse it; unlock it there for the move"
        yield Finding("podcast:locked", message)


@for_moves(APPLE_MOVE.recommends)
def new_feed_url_missing(move: Move) -> Findings:
    """A feed at another address says that it is there for good."""
    address = _address(move.new)
    if address and address != _address(move.old) and not move.new.new_feed_url:
        message = f"there is none; give {address!r:.80} for some weeks, and redirect the old feed"
        yield Finding("itunes:new-feed-url", message)


@for_moves(APPLE_MOVE.requires)
def new_feed_url_wrong(move: Move) -> Findings:
    """The new feed doesn't send apps anywhere else."""
    address, sent = _address(move.new), move.new.new_feed_url
    if address and sent and sent != address:
        where = "back to the old feed" if sent == _address(move.old) else f"to {sent!r:.80}"
        yield Finding("itunes:new-feed-url", f"it sends apps {where}; give {address!r:.80}")


@for_moves(APPLE_MOVE.requires)
def old_feed_sends_elsewhere(move: Move) -> Findings:
    """The old feed sends apps to the new one, if to any."""
    address, sent = _address(move.new), move.old.new_feed_url
    if address and sent and sent not in (address, _address(move.old)):
        message = f"the old feed sends apps to {sent!r:.80}; give {address!r:.80} there"
        yield Finding("itunes:new-feed-url", message)


@for_moves(APPLE_SHOW.recommends)
def order_changed(move: Move) -> Findings:
    """A show that was told in order is so still, and the other way round."""
    before, now = (move.old.type or "episodic").lower(), (move.new.type or "episodic").lower()
    if before != now:
        message = f"it was {before} and is {now}, so that apps list the episodes the other way"
        yield Finding("itunes:type", message)


@for_moves(APPLE_SHOW.requires)
def block_gained(move: Move) -> Findings:
    """The new feed is not hidden from Apple's directory if the old one wasn't."""
    if move.new.block and not move.old.block:
        yield Finding("itunes:block", "it hides the show, which was to be seen; leave it out")


RULES = rules_in(globals())


def pairs(old: Show, new: Show) -> Iterator[tuple[Episode, Episode, int]]:
    """Find the episodes again: by guid, or else by file, by its name, by title or by text.

    >>> old = Show(episodes=[Episode(title="Fog"), Episode(title="Ice")])
    >>> new = Show(episodes=[Episode(title="Ice")])
    >>> [(before.title, number) for before, _, number in pairs(old, new)]
    [('Ice', 1)]
    """
    waiting = list(old.episodes)
    there = list(enumerate(new.episodes, start=1))
    taken = set()
    for key in _KEYS:
        # Of several with the same key, the first is the first. Many hosts call all files the same.
        places: dict[str, deque[tuple[int, Episode]]] = defaultdict(deque)
        for pair in there:
            places[key(pair[1])].append(pair)
        repeated = _repeated(key, old) | _repeated(key, new) if key is _file_name else set()
        for name in {"", *repeated}:
            places.pop(name, None)
        left = []
        for episode in waiting:
            found = places.get(key(episode))
            if found:
                number, now = found.popleft()
                yield episode, now, number
                taken.add(number)
            else:
                left.append(episode)
        waiting = left
        there = [pair for pair in there if pair[0] not in taken]


def _repeated(key: Callable[[Episode], str], show: Show) -> set[str]:
    return {name for name, count in Counter(map(key, show.episodes)).items() if count > 1}


def _guid(episode: Episode) -> str:
    return episode.guid or ""


def _file(episode: Episode) -> str:
    return episode.enclosure.url if episode.enclosure else ""


def _file_name(episode: Episode) -> str:
    return path_of(_file(episode)).rpartition("/")[2]


def _title(episode: Episode) -> str:
    return (episode.title or episode.itunes_title or "").casefold()


def _text(episode: Episode) -> str:
    """Give the text of an episode that nothing else tells apart: many repeat theirs."""
    is_named = _guid(episode) or _file(episode) or _title(episode)
    return "" if is_named else episode.description or episode.content or ""


# From what tells episodes apart best to what does so worst.
_KEYS = (_guid, _file, _file_name, _title, _text)


def _kind(episode: Episode) -> str:
    """Give ``audio`` or ``video``."""
    media_type = episode.enclosure.type if episode.enclosure else None
    return (media_type or "").partition("/")[0].lower()


def _address(show: Show) -> str | None:
    """Give the address that a feed says that it has."""
    return next((link.href for link in show.atom_links if link.rel == "self"), None)


def _lost(old: Show | Episode, new: Show | Episode, fields: dict[str, str]) -> Iterator[str]:
    """List the elements of what one has and the other hasn't."""
    for field, element in fields.items():
        # False is a value.
        if getattr(old, field) not in (None, "", ()) and getattr(new, field) in (None, "", ()):
            yield element
