"""What Spotify asks beyond RSS and Apple.

That is in its Podcast Delivery Specification 1.10, in the help of Spotify for Creators, and, of who
may play a show, in the documentation of Spotify Open Access.
"""

import html
import re
from itertools import pairwise

from podkit._clock import find_timestamps, write_clock
from podkit.checks._forms import COUNTRY, EMAIL, malformed, missing
from podkit.checks._rules import (
    Finding,
    Findings,
    for_each,
    for_episodes,
    for_items,
    for_media,
    for_show,
    rules_in,
)
from podkit.checks._sections import (
    PODLOVE_CHAPTERS,
    SPOTIFY_ACCESS,
    SPOTIFY_CHAPTERS,
    SPOTIFY_EPISODE,
    SPOTIFY_MEDIA,
    SPOTIFY_NOTES,
    SPOTIFY_SHOW,
)
from podkit.checks._texts import ADDRESS_OF_HTTP, TIME, Text, for_texts
from podkit.models import Episode, Owner, Show, SpotifyAccess

__all__ = ["RULES"]

# What MP3, and MP4 with AAC, are called.
_MEDIA_TYPES = (
    "audio/mpeg",
    "audio/mp4",
    "audio/x-m4a",
    "audio/m4a",
    "audio/mp3",
    "audio/aac",
    "video/mp4",
    "video/x-m4v",
    "video/m4v",
    "video/quicktime",
)
# In seconds.
_LONGEST_EPISODE = 12 * 60 * 60
_LEAST_CHAPTERS = 3
# What may be a time, and what is before its colon where it starts a line.
_TIME = re.compile(r":(?<=\d:)[0-5]\d\b")
_BEFORE = re.compile(r"[^\w<>\n]*(?:\d{1,3}[.)]\s+)?\d{1,3}")
_LINE_END = re.compile(r"<(?:br|/p|/li|/div)\b[^<>]*>", re.IGNORECASE)
_TAG = re.compile(r"<[^<>]*>")
_LINK = re.compile(r"href=[\"'](http:[^\"'<>]*)")


@for_show(SPOTIFY_SHOW.recommends)
def owner_missing(show: Show) -> Findings:
    """The show says whom to write to."""
    message = "there is no <itunes:owner>; give an address, to which Spotify sends its code"
    return missing(show.owner, "itunes:owner", message)


@for_each("owner", SPOTIFY_SHOW.recommends, lack="email")
def owner_email_missing(_owner: Owner) -> Findings:
    """The owner has an e-mail address."""
    message = "there is no <itunes:email>; give the address, to which Spotify sends its code"
    return (Finding("itunes:owner itunes:email", message),)


@for_each("owner.email", SPOTIFY_SHOW.requires, unless=EMAIL.fullmatch)
def owner_email_malformed(email: str) -> Findings:
    """The address of the owner is one for e-mail."""
    expected = "is no e-mail address, such as ann@example.com"
    return malformed(email, "itunes:owner itunes:email", expected)


@for_each("spotify_country_of_origin", SPOTIFY_SHOW.requires)
def country_of_origin_unknown(countries: str) -> Findings:
    """The countries of origin are two-letter codes of ISO 3166, or global."""
    for code in countries.split():
        if code.lower() != "global" and not COUNTRY.fullmatch(code.upper()):
            message = f"{code!r:.80} is no two-letter code of ISO 3166, such as us; nor global"
            yield Finding("spotify:countryOfOrigin", message)


@for_show(SPOTIFY_SHOW.requires)
def recent_count_low(show: Show) -> Findings:
    """A show that is limited to its newest episodes shows one or more."""
    if show.spotify_limit is not None and show.spotify_limit < 1:
        message = f"{show.spotify_limit} is not above 0; give the number of episodes to show"
        yield Finding("spotify:limit recentCount", message)


@for_episodes(SPOTIFY_EPISODE.recommends, fields=("summary",))
def summary_alone(episode: Episode) -> Findings:
    """What an episode is about doesn't stand in its summary alone, which Spotify doesn't read."""
    if episode.description or episode.content or episode.media_description:
        return ()
    message = "there is no other text, and Spotify reads none here; repeat it as <description>"
    return (Finding("itunes:summary", message),)


@for_media("type", SPOTIFY_MEDIA.recommends)
def enclosure_type_refused(kind: str) -> Findings:
    """A media file is MP3, or MP4 with AAC."""
    if kind.lower() in _MEDIA_TYPES:
        return ()
    message = f"{kind!r:.80} is neither MP3 nor MP4, which Spotify takes"
    return (Finding("enclosure type", f"{message}; give the file as one of these"),)


@for_episodes(SPOTIFY_MEDIA.requires, fields=("duration",))
def duration_long(episode: Episode) -> Findings:
    """An episode plays twelve hours at most."""
    if not episode.duration or episode.duration <= _LONGEST_EPISODE:
        return ()
    message = f"{episode.duration:g} seconds are more than twelve hours; split the episode"
    return (Finding("itunes:duration", message),)


@for_items(SPOTIFY_EPISODE.requires, PODLOVE_CHAPTERS.requires)
def chapters_in_feed_empty(episode: Episode) -> Findings:
    """A list of chapters in a feed has a chapter."""
    if episode.chapters is None or episode.chapters:
        return ()
    message = "there is no <psc:chapter>; give one, or leave out the list"
    return (Finding("psc:chapters", message),)


@for_texts(SPOTIFY_CHAPTERS.suggests, signs=(TIME,), subjects=(Episode,))
def times_no_chapters(notes: Text) -> Findings:
    """The times in a description make chapters: three or more, in order, from 0:00."""
    if not notes.notes:
        return ()
    text = notes.text
    colons = [time.start() for time in _TIME.finditer(text)]
    if len(colons) < 2 or sum(_starts_line(text, colon) for colon in colons) < 2:
        return ()
    times = [time for time, _ in find_timestamps(_plain(text))]
    if len(times) < 2:
        return ()
    if times[0] != 0:
        found = f"the first time is {write_clock(times[0])}; start with 0:00"
    elif any(later < time for time, later in pairwise(times)):
        found = "the times are not in order; sort them"
    elif len(times) < _LEAST_CHAPTERS:
        found = f"there are {len(times)} times; give {_LEAST_CHAPTERS} or more"
    else:
        return ()
    return (Finding(notes.notes, f"{found}, if they shall be chapters on Spotify"),)


@for_texts(SPOTIFY_NOTES.suggests, signs=(ADDRESS_OF_HTTP,))
def html_link_not_https(text: Text) -> Findings:
    """Links in HTML are addresses of https, as Spotify follows no others."""
    found = text.element != "itunes:summary" and _LINK.search(text.text)
    if not found:
        return ()
    message = f"Spotify doesn't follow {found[1]!r:.80}; start it with https:// if it has that"
    return (Finding(text.element, message),)


@for_show(SPOTIFY_ACCESS.requires)
def access_partner_missing(show: Show) -> Findings:
    """Where who may play an episode is restricted, the show names the partner who restricts it."""
    access = show.spotify_access
    is_restricted = access or any(episode.spotify_access for episode in show.episodes)
    if is_restricted and not (access and access.partner_id):
        message = "there is no <partner id>, without which nothing is restricted; give it"
        yield Finding("spotify:access partner id", message)


@for_each("spotify_access", SPOTIFY_ACCESS.suggests)
def sandbox_enabled(access: SpotifyAccess) -> Findings:
    """The show is not hidden, as it is for trying it out."""
    if access.sandbox:
        message = "nobody finds the show who hasn't its address; leave it so while you try it out"
        yield Finding("spotify:access sandbox enabled", message)


RULES = rules_in(globals())


def _starts_line(text: str, colon: int) -> bool:
    """Say whether a time may start a line of a text that may be HTML."""
    start = 1 + max(text.rfind("\n", 0, colon), text.rfind(">", 0, colon))
    return _BEFORE.fullmatch(text, start, colon) is not None


def _plain(text: str) -> str:
    """Give the lines of a text that may be HTML."""
    return html.unescape(_TAG.sub("", _LINE_END.sub("\n", text))) if "<" in text else text
