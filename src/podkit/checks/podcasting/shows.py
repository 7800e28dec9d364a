"""What a show is, which number an episode has, and what else they point to."""

import re

from podkit.checks._forms import HTTP, UUID, longer, malformed, missing
from podkit.checks._rules import (
    Finding,
    Findings,
    for_each,
    for_items,
    for_show,
    rules_in,
)
from podkit.checks._sections import tag
from podkit.checks._vocabularies import LIST_SUFFIX, MEDIUMS
from podkit.models import Episode, RemoteItem, Show, UpdateFrequency

__all__ = ["RULES"]

_NO_WEB = "is no address that starts with https:// or http://"
_LONGEST_TEXT = 128
_LONGEST_DISPLAY = 32
_ALL_MEDIUMS = frozenset({*MEDIUMS, *(f"{medium}{LIST_SUFFIX}" for medium in MEDIUMS), "mixed"})
# The version of a UUID is the digit that starts its third group (RFC 9562, section 4.2).
_VERSION_5 = re.compile(r".{14}5.*")
# RFC 5545, section 3.3.10: parts with a semicolon between them.
_RULE = re.compile(r"[A-Z]+=[^;=\s]+(?:;[A-Z]+=[^;=\s]+)*")
_FREQUENCY = re.compile(
    r"(?:^|;)FREQ=(?:SECONDLY|MINUTELY|HOURLY|DAILY|WEEKLY|MONTHLY|YEARLY)(?:;|$)"
)
_COUNT = re.compile(r"(?:^|;)COUNT=")
_UNTIL = re.compile(r"(?:^|;)UNTIL=([^;]+)")
_DATE = re.compile(
    r"\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:?\d\d)?)?|\d{8}(?:T\d{6}Z?)?"
)


@for_show(tag("guid").requires)
def podcast_guid_version(show: Show) -> Findings:
    """The show's guid is a UUID of version 5."""
    if show.guid and UUID.fullmatch(show.guid) and not _VERSION_5.match(show.guid):
        message = f"{show.guid} has version {show.guid[14]}; podkit.rss.podcast_guid makes one of 5"
        yield Finding("podcast:guid", message)


@for_show(tag("locked").suggests)
def locked_owner_missing(show: Show) -> Findings:
    """A locked feed says who may unlock it."""
    if show.locked and not show.locked_owner:
        message = "there is no owner; give the e-mail address that may unlock the feed"
        yield Finding("podcast:locked owner", message)


@for_each("medium", tag("medium").requires)
def medium_unknown(medium: str) -> Findings:
    """The medium is one that the namespace lists."""
    if medium not in _ALL_MEDIUMS:
        message = f"{medium!r:.80} is none of {', '.join(MEDIUMS)}, nor a list of them"
        yield Finding("podcast:medium", message)


@for_show(tag("medium").recommends)
def medium_list_with_items(show: Show) -> Findings:
    """A list of what is in other feeds has no items of its own."""
    if _is_list(show) and (show.episodes or show.live_items):
        message = f"{show.medium} is for lists of remote items, but there are items; drop the L"
        yield Finding("podcast:medium", message)


@for_show(tag("medium").recommends)
def medium_list_empty(show: Show) -> Findings:
    """A list of what is in other feeds has remote items."""
    if _is_list(show) and not show.remote_items:
        message = f"{show.medium} is for lists of remote items, but there is none"
        yield Finding("podcast:medium", message)


@for_show(tag("medium").suggests)
def film_items_several(show: Show) -> Findings:
    """A feed of a film has one item."""
    if show.medium == "film" and len(show.episodes) > 1:
        message = f"there are {len(show.episodes)} items, but film is for one; write video"
        yield Finding("podcast:medium", message)


@for_each("remote_items", tag("remote-item").requires)
def remote_item_guid_missing(item: RemoteItem) -> Findings:
    """What points to another feed has that feed's guid."""
    return _guid_missing(item, "podcast:remoteItem")


@for_each("podroll", tag("podroll").requires, tag("remote-item").requires)
def podroll_guid_missing(item: RemoteItem) -> Findings:
    """A show that is recommended has its guid."""
    return _guid_missing(item, "podcast:podroll podcast:remoteItem")


@for_each("podroll.feed_guid", tag("remote-item").requires, unless=UUID.fullmatch)
def podroll_guid_malformed(feed_guid: str) -> Findings:
    """The guid of a show that is recommended is a UUID."""
    expected = "is no UUID; copy the <podcast:guid> of the other feed"
    return malformed(feed_guid, "podcast:podroll podcast:remoteItem feedGuid", expected)


@for_each("podroll", tag("podroll").recommends, lack="feed_url")
def podroll_address_missing(_item: RemoteItem) -> Findings:
    """A show that is recommended has its address, for apps that can't find it by its guid."""
    message = "there is no feedUrl; give the address of the feed as well"
    return (Finding("podcast:podroll podcast:remoteItem feedUrl", message),)


@for_each("podroll.feed_url", tag("remote-item").requires, unless=HTTP.fullmatch)
def podroll_address_malformed(feed_url: str) -> Findings:
    """The address of a show that is recommended is one of the web."""
    element = "podcast:podroll podcast:remoteItem feedUrl"
    return malformed(feed_url, element, _NO_WEB)


@for_each("podroll", tag("podroll").recommends)
def podroll_episode(item: RemoteItem) -> Findings:
    """Shows are recommended, not episodes."""
    if item.item_guid:
        message = "there is an itemGuid, but a podroll is of shows; leave it out"
        yield Finding("podcast:podroll podcast:remoteItem itemGuid", message)


@for_each("remote_items.feed_guid", tag("remote-item").requires, unless=UUID.fullmatch)
def remote_item_guid_malformed(feed_guid: str) -> Findings:
    """What points to another feed has a UUID as its guid."""
    expected = "is no UUID; copy the <podcast:guid> of the other feed"
    return malformed(feed_guid, "podcast:remoteItem feedGuid", expected)


@for_each("remote_items.feed_url", tag("remote-item").requires, unless=HTTP.fullmatch)
def remote_item_address_malformed(feed_url: str) -> Findings:
    """The address of another feed is one of the web."""
    return malformed(feed_url, "podcast:remoteItem feedUrl", _NO_WEB)


@for_each("remote_items", tag("remote-item").requires)
def remote_item_medium_unknown(item: RemoteItem) -> Findings:
    """The medium of another feed is one that the namespace lists."""
    if item.medium and item.medium not in _ALL_MEDIUMS:
        message = f"{item.medium!r:.80} is none of {', '.join(MEDIUMS)}, nor a list of them"
        yield Finding("podcast:remoteItem medium", message)


@for_each("publisher", tag("publisher").requires)
def publisher_medium(item: RemoteItem) -> Findings:
    """The feed of a publisher has the medium publisher."""
    if item.medium != "publisher":
        message = 'the medium is not publisher; add medium="publisher"'
        yield Finding("podcast:publisher podcast:remoteItem medium", message)


@for_each("publisher", tag("publisher").recommends, lack="feed_url")
def publisher_address_missing(_item: RemoteItem) -> Findings:
    """The feed of a publisher has its address."""
    message = "there is no feedUrl; give the address of the publisher's feed"
    return (Finding("podcast:publisher podcast:remoteItem feedUrl", message),)


@for_each("publisher", tag("remote-item").requires)
def publisher_guid_missing(item: RemoteItem) -> Findings:
    """The feed of a publisher has its guid."""
    return _guid_missing(item, "podcast:publisher podcast:remoteItem")


@for_each("update_frequency.text", tag("update-frequency").recommends)
def update_frequency_long(text: str) -> Findings:
    """The schedule in words has at most 128 characters."""
    return longer(_LONGEST_TEXT, text, "podcast:updateFrequency")


@for_each("update_frequency", tag("update-frequency").recommends)
def update_rule_missing(frequency: UpdateFrequency) -> Findings:
    """The schedule is given as a recurrence rule, unless the show is complete."""
    if not frequency.rrule and not frequency.complete:
        message = "there is no rrule; give one such as FREQ=WEEKLY"
        yield Finding("podcast:updateFrequency rrule", message)


@for_each("update_frequency", tag("update-frequency").requires)
def update_rule_malformed(frequency: UpdateFrequency) -> Findings:
    """The schedule's rule is one of iCalendar."""
    rule = frequency.rrule
    if rule and not (_RULE.fullmatch(rule) and _FREQUENCY.search(rule)):
        message = f"{rule!r:.80} is no recurrence rule of RFC 5545, such as FREQ=WEEKLY;BYDAY=MO"
        yield Finding("podcast:updateFrequency rrule", message)


@for_each("update_frequency", tag("update-frequency").requires)
def update_start_missing(frequency: UpdateFrequency) -> Findings:
    """A schedule that counts says from when on."""
    if frequency.rrule and _COUNT.search(frequency.rrule) and not frequency.dtstart:
        message = "the rrule has COUNT, but there is no dtstart; give the date to count from"
        yield Finding("podcast:updateFrequency dtstart", message)


@for_each("update_frequency.dtstart", tag("update-frequency").requires, unless=_DATE.fullmatch)
def update_start_malformed(dtstart: str) -> Findings:
    """A schedule starts at a date of ISO 8601."""
    expected = "is no date of ISO 8601, such as 2024-03-28"
    return malformed(dtstart, "podcast:updateFrequency dtstart", expected)


@for_each("update_frequency", tag("update-frequency").requires)
def update_until_differs(frequency: UpdateFrequency) -> Findings:
    """A schedule starts and ends with a date each, or with a date and a time each."""
    until = _UNTIL.search(frequency.rrule or "")
    start = frequency.dtstart
    if until and start and ("T" in until[1]) != ("T" in start):
        message = f"it is {start!r:.80}, but the rrule ends at {until[1]!r:.80}"
        advice = "give both a time, or neither"
        yield Finding("podcast:updateFrequency dtstart", f"{message}; {advice}")


@for_items(tag("season").recommends, fields=("podcast_season",))
def season_differs(episode: Episode) -> Findings:
    """Both tags for the season give the same number."""
    itunes, podcast = episode.season, episode.podcast_season
    if itunes is not None and podcast is not None and itunes != podcast:
        message = f"it is {podcast}, but <itunes:season> says {itunes}; give both the same number"
        yield Finding("podcast:season", message)


@for_items(tag("episode").recommends, fields=("podcast_episode",))
def number_differs(episode: Episode) -> Findings:
    """Both tags for the episode's number give the same one."""
    itunes, podcast = episode.number, episode.podcast_episode
    if itunes is not None and podcast is not None and itunes != podcast:
        message = f"it is {podcast:g}, but <itunes:episode> says {itunes}; give both the same"
        yield Finding("podcast:episode", message)


@for_each("podcast_season_name", tag("season").recommends)
def season_name_long(name: str) -> Findings:
    """The name of a season has at most 128 characters."""
    return longer(_LONGEST_TEXT, name, "podcast:season name")


@for_each("podcast_episode_display", tag("episode").recommends)
def episode_display_long(display: str) -> Findings:
    """What is shown for an episode's number has at most 32 characters."""
    return longer(_LONGEST_DISPLAY, display, "podcast:episode display")


@for_each("publisher.feed_url", tag("publisher").requires, unless=HTTP.fullmatch)
def publisher_address_malformed(address: str) -> Findings:
    """The address of the publisher's feed is one of the web."""
    return malformed(address, "podcast:publisher podcast:remoteItem feedUrl", _NO_WEB)


RULES = rules_in(globals())


def _is_list(show: Show) -> bool:
    medium = show.medium or ""
    return medium == "mixed" or (medium in _ALL_MEDIUMS and medium.endswith(LIST_SUFFIX))


def _guid_missing(item: RemoteItem, element: str) -> Findings:
    message = "there is no feedGuid; copy the <podcast:guid> of the other feed"
    return missing(item.feed_guid, f"{element} feedGuid", message)
