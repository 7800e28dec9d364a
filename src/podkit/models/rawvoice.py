"""The records of the RawVoice RSS module (blubrry.com/developer/rawvoice-rss), from PowerPress."""

import attrs

from podkit.models._typed import typed
from podkit.models.extension import Extension

__all__ = [
    "RawvoiceDonate",
    "RawvoiceEnclosure",
    "RawvoiceMetamark",
    "RawvoiceRating",
    "RawvoiceSubscribe",
]


@attrs.frozen(kw_only=True, field_transformer=typed)
class RawvoiceRating:
    """Whom the show suits (``<rawvoice:rating>``).

    Attributes:
        text: a rating of television in the USA, such as ``TV-G`` (the element's text).
        tv: the same (``tv``).
        movie: a rating of the cinema (``movie``).
        extensions: what else the element carries.

    >>> RawvoiceRating(text="TV-PG").text
    'TV-PG'
    """

    text: str
    tv: str | None = None
    movie: str | None = None
    extensions: tuple[Extension, ...] = ()


@attrs.frozen(kw_only=True, field_transformer=typed)
class RawvoiceDonate:
    """A way to give money to the show (``<rawvoice:donate>``).

    Attributes:
        href: where to give (``href``).
        text: what the link says (the element's text).
        extensions: what else the element carries.

    >>> RawvoiceDonate(href="https://example.com/give", text="Give").text
    'Give'
    """

    href: str
    text: str | None = None
    extensions: tuple[Extension, ...] = ()


@attrs.frozen(kw_only=True, field_transformer=typed)
class RawvoiceSubscribe:
    """Where the show is found (``<rawvoice:subscribe>``); each field is the URL of a page.

    Attributes:
        feed: the feed itself (``feed``).
        html: the show's own page about subscribing (``html``).
        itunes: at Apple (``itunes``).
        googleplay: at Google Play (``googleplay``).
        android: on Android (``android``).
        blubrry: at Blubrry (``blubrry``).
        stitcher: at Stitcher (``stitcher``).
        tunein: at TuneIn (``tunein``).
        spotify: at Spotify (``spotify``).
        extensions: what else the element carries.

    >>> RawvoiceSubscribe(spotify="https://open.spotify.com/show/1").itunes is None
    True
    """

    feed: str | None = None
    html: str | None = None
    itunes: str | None = None
    googleplay: str | None = None
    android: str | None = None
    blubrry: str | None = None
    stitcher: str | None = None
    tunein: str | None = None
    spotify: str | None = None
    extensions: tuple[Extension, ...] = ()


@attrs.frozen(kw_only=True, field_transformer=typed)
class RawvoiceEnclosure:
    """The media file in another format (``<rawvoice:webm>``, ``<rawvoice:mp4>``).

    Attributes:
        src: where the file is (``src``).
        type: its MIME type (``type``).
        length: its size in bytes (``length``).
        extensions: what else the element carries.

    >>> RawvoiceEnclosure(src="https://example.com/1.webm", length=12).length
    12
    """

    src: str
    type: str | None = None
    length: int | None = None
    extensions: tuple[Extension, ...] = ()


@attrs.frozen(kw_only=True, field_transformer=typed)
class RawvoiceMetamark:
    """A note about a moment of the episode (``<rawvoice:metamark>``).

    Attributes:
        type: what is there, such as ``video``, ``ad`` or ``comment`` (``type``).
        link: the URL of what is there (``link``).
        position: the moment, in seconds (``position``).
        duration: how long it is, in seconds (``duration``).
        text: the note (the element's text).
        extensions: what else the element carries.

    >>> RawvoiceMetamark(type="ad", position=60).position
    60.0
    """

    type: str | None = None
    link: str | None = None
    position: float | None = None
    duration: float | None = None
    text: str | None = None
    extensions: tuple[Extension, ...] = ()
