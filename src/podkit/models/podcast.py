"""The records of the podcast namespace, save value blocks (docs/1.0.md of its repository).

They hang on a `Show`, an `Episode` or both.
"""

from datetime import datetime

import attrs

from podkit.models._typed import typed
from podkit.models.extension import Extension

__all__ = [
    "Block",
    "ChaptersLink",
    "Chat",
    "ContentLink",
    "Funding",
    "License",
    "Location",
    "Person",
    "PodcastImage",
    "RemoteItem",
    "SocialInteract",
    "Soundbite",
    "Trailer",
    "TranscriptLink",
    "Txt",
    "UpdateFrequency",
]


@attrs.frozen(kw_only=True, field_transformer=typed)
class Person:
    """Somebody heard or at work in a show or an episode (``<podcast:person>``).

    Attributes:
        name: the full name or alias (the element's text).
        role: a role of the Podcast Taxonomy; absent means ``host`` (``role``).
        group: a group of the Podcast Taxonomy; absent means ``cast`` (``group``).
        img: the URL of a picture of the person (``img``).
        href: the URL of a page about the person (``href``).
        extensions: what else the element carries.

    >>> Person(name="Jane Doe", role="guest").role
    'guest'
    """

    name: str
    role: str | None = None
    group: str | None = None
    img: str | None = None
    href: str | None = None
    extensions: tuple[Extension, ...] = ()


@attrs.frozen(kw_only=True, field_transformer=typed)
class Funding:
    """A way to give money to the show (``<podcast:funding>``).

    Attributes:
        url: where to give (``url``).
        text: what the link says (the element's text).
        extensions: what else the element carries.

    >>> Funding(url="https://example.com/give", text="Support the show").text
    'Support the show'
    """

    url: str
    text: str | None = None
    extensions: tuple[Extension, ...] = ()


@attrs.frozen(kw_only=True, field_transformer=typed)
class TranscriptLink:
    """Where a transcript of the episode is (``<podcast:transcript>``); the text is a `Transcript`.

    Attributes:
        url: where the file is (``url``).
        type: its MIME type, such as ``text/vtt`` (``type``).
        language: its language, where it isn't the feed's, as a BCP 47 tag (``language``).
        rel: ``captions`` for a file of closed captions (``rel``).
        extensions: what else the element carries.

    >>> TranscriptLink(url="https://example.com/1.vtt", type="text/vtt").type
    'text/vtt'
    """

    url: str
    type: str | None = None
    language: str | None = None
    rel: str | None = None
    extensions: tuple[Extension, ...] = ()


@attrs.frozen(kw_only=True, field_transformer=typed)
class ChaptersLink:
    """Where the episode's chapter file is (``<podcast:chapters>``); its content is `Chapters`.

    Attributes:
        url: where the file is (``url``).
        type: its MIME type, by the namespace ``application/json+chapters`` (``type``).
        extensions: what else the element carries.

    >>> ChaptersLink(url="https://example.com/1.json").url
    'https://example.com/1.json'
    """

    url: str
    type: str | None = None
    extensions: tuple[Extension, ...] = ()


@attrs.frozen(kw_only=True, field_transformer=typed)
class Soundbite:
    """A part of the episode that makes a good preview (``<podcast:soundbite>``).

    Attributes:
        start_time: when it begins, in seconds (``startTime``).
        duration: how long it is, in seconds, at best 15 to 120 (``duration``).
        title: what it is called; absent means as the episode (the element's text).
        extensions: what else the element carries.

    >>> Soundbite(start_time=73, duration=60).duration
    60.0
    """

    start_time: float
    duration: float
    title: str | None = None
    extensions: tuple[Extension, ...] = ()


@attrs.frozen(kw_only=True, field_transformer=typed)
class Location:
    """A place that a show or an episode is about or was made at (``<podcast:location>``).

    Attributes:
        text: the place's name for people (the element's text).
        rel: ``subject`` (when absent) or ``creator`` (``rel``).
        geo: where it is, as a geo URI such as ``geo:30.2672,97.7431`` (``geo``).
        osm: its OpenStreetMap identifier, such as ``R113314`` (``osm``).
        country: its country, by ISO 3166-1 alpha-2 (``country``).
        extensions: what else the element carries.

    >>> Location(text="Austin", rel="creator", osm="R113314").osm
    'R113314'
    """

    text: str
    rel: str | None = None
    geo: str | None = None
    osm: str | None = None
    country: str | None = None
    extensions: tuple[Extension, ...] = ()


@attrs.frozen(kw_only=True, field_transformer=typed)
class Trailer:
    """A trailer of the show or of a season (``<podcast:trailer>``).

    Attributes:
        url: where the file is (``url``).
        title: what it is called (the element's text).
        published: when it came out, aware (``pubdate``).
        length: its size in bytes (``length``).
        type: its MIME type (``type``).
        season: the number of the season that it is for (``season``).
        extensions: what else the element carries.

    >>> Trailer(url="https://example.com/trailer.mp3", title="Coming in April").title
    'Coming in April'
    """

    url: str
    title: str | None = None
    published: datetime | None = None
    length: int | None = None
    type: str | None = None
    season: int | None = None
    extensions: tuple[Extension, ...] = ()


@attrs.frozen(kw_only=True, field_transformer=typed)
class License:
    """What may be done with the media files (``<podcast:license>``).

    Attributes:
        text: an identifier such as ``cc-by-4.0``, or the licence's name (the element's text).
        url: where the licence's text is (``url``).
        extensions: what else the element carries.

    >>> License(text="cc-by-4.0").text
    'cc-by-4.0'
    """

    text: str
    url: str | None = None
    extensions: tuple[Extension, ...] = ()


@attrs.frozen(kw_only=True, field_transformer=typed)
class RemoteItem:
    """A pointer to another feed, or to an item in it (``<podcast:remoteItem>``).

    Attributes:
        feed_guid: the other feed's ``<podcast:guid>`` (``feedGuid``).
        feed_url: where the other feed is (``feedUrl``).
        item_guid: the item's ``<guid>`` (``itemGuid``).
        medium: the other feed's medium, where it isn't ``podcast`` (``medium``).
        title: a title for people (``title``).
        extensions: what else the element carries.

    >>> RemoteItem(feed_guid="917393e3-1b1e-5cef-ace4-edaa54e1f810").medium is None
    True
    """

    feed_guid: str | None = None
    feed_url: str | None = None
    item_guid: str | None = None
    medium: str | None = None
    title: str | None = None
    extensions: tuple[Extension, ...] = ()


@attrs.frozen(kw_only=True, field_transformer=typed)
class ContentLink:
    """A place outside of the app where the episode can be had (``<podcast:contentLink>``).

    Attributes:
        href: where it leads (``href``).
        text: what is there (the element's text).
        extensions: what else the element carries.

    >>> ContentLink(href="https://example.com/live", text="Watch live").text
    'Watch live'
    """

    href: str
    text: str | None = None
    extensions: tuple[Extension, ...] = ()


@attrs.frozen(kw_only=True, field_transformer=typed)
class SocialInteract:
    """The post under which an episode is discussed (``<podcast:socialInteract>``).

    Attributes:
        protocol: how it is spoken to, such as ``activitypub``; or ``disabled`` (``protocol``).
        uri: where the post is (``uri``).
        account_id: who wrote it (``accountId``).
        account_url: a page about who wrote it (``accountUrl``).
        priority: its rank among several; 1 comes first (``priority``).
        extensions: what else the element carries.

    >>> SocialInteract(protocol="disabled").protocol
    'disabled'
    """

    protocol: str
    uri: str | None = None
    account_id: str | None = None
    account_url: str | None = None
    priority: int | None = None
    extensions: tuple[Extension, ...] = ()


@attrs.frozen(kw_only=True, field_transformer=typed)
class Block:
    """Whether a platform may show the feed in public (``<podcast:block>``).

    Attributes:
        blocked: whether it must not (the element's text: ``yes`` or ``no``).
        id: the platform, by the namespace's list; absent means all of them (``id``).
        extensions: what else the element carries.

    >>> Block(blocked=True, id="google").id
    'google'
    """

    blocked: bool
    id: str | None = None
    extensions: tuple[Extension, ...] = ()


@attrs.frozen(kw_only=True, field_transformer=typed)
class Txt:
    """A free text for a purpose, as DNS has them (``<podcast:txt>``).

    Attributes:
        text: what it says (the element's text).
        purpose: what it is for, such as ``verify`` (``purpose``).
        extensions: what else the element carries.

    >>> Txt(text="naj3eEZaWVVY9a38", purpose="verify").purpose
    'verify'
    """

    text: str
    purpose: str | None = None
    extensions: tuple[Extension, ...] = ()


@attrs.frozen(kw_only=True, field_transformer=typed)
class Chat:
    """Where listeners chat about the show, an episode or a live item (``<podcast:chat>``).

    Attributes:
        server: the host of a server to connect to (``server``).
        protocol: how it is spoken to, such as ``irc`` or ``matrix`` (``protocol``).
        account_id: the podcaster's account there (``accountId``).
        space: the room or topic (``space``).
        extensions: what else the element carries.

    >>> Chat(server="irc.example.com", protocol="irc", space="#show").space
    '#show'
    """

    server: str
    protocol: str | None = None
    account_id: str | None = None
    space: str | None = None
    extensions: tuple[Extension, ...] = ()


@attrs.frozen(kw_only=True, field_transformer=typed)
class PodcastImage:
    """A picture for a purpose (``<podcast:image>``); for Apple's, see ``artwork``.

    Attributes:
        href: where the picture or film is (``href``).
        alt: what it shows, in words (``alt``).
        aspect_ratio: its shape, as in CSS: ``16/9`` (``aspect-ratio``).
        width: in pixels (``width``).
        height: in pixels (``height``).
        type: its MIME type (``type``).
        purpose: what it is for, as words such as ``artwork`` or ``banner`` (``purpose``).
        extensions: what else the element carries.

    >>> PodcastImage(href="https://example.com/wide.png", aspect_ratio="16/9").aspect_ratio
    '16/9'
    """

    href: str
    alt: str | None = None
    aspect_ratio: str | None = None
    width: int | None = None
    height: int | None = None
    type: str | None = None
    purpose: str | None = None
    extensions: tuple[Extension, ...] = ()


@attrs.frozen(kw_only=True, field_transformer=typed)
class UpdateFrequency:
    """How often episodes come out (``<podcast:updateFrequency>``).

    Attributes:
        text: the schedule in words (the element's text).
        rrule: the schedule as a recurrence rule, RFC 5545 section 3.3.10 (``rrule``).
        dtstart: the date, or date and time, by which the rule starts, in ISO 8601 (``dtstart``).
        complete: whether no further episode will come (``complete``).
        extensions: what else the element carries.

    >>> UpdateFrequency(text="Every week", rrule="FREQ=WEEKLY").rrule
    'FREQ=WEEKLY'
    """

    text: str | None = None
    rrule: str | None = None
    dtstart: str | None = None
    complete: bool | None = None
    extensions: tuple[Extension, ...] = ()
