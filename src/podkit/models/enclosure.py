"""The media files of an episode: RSS 2.0's, and the podcast namespace's other versions of it."""

import attrs

from podkit.models._typed import typed
from podkit.models.extension import Extension

__all__ = [
    "AlternateEnclosure",
    "Enclosure",
    "EnclosureSource",
    "Integrity",
]


@attrs.frozen(kw_only=True, field_transformer=typed)
class Enclosure:
    """The media file of an episode (RSS 2.0 ``<enclosure>``).

    Attributes:
        url: where the file is (``url``).
        length: its size in bytes (``length``).
        type: its MIME type, such as ``audio/mpeg`` (``type``).
        extensions: what else the element carries.

    >>> Enclosure(url="https://example.com/1.mp3", length=5650889, type="audio/mpeg").length
    5650889
    """

    url: str
    length: int | None = None
    type: str | None = None
    extensions: tuple[Extension, ...] = ()


@attrs.frozen(kw_only=True, field_transformer=typed)
class EnclosureSource:
    """A place from which an alternate enclosure can be had (``<podcast:source>``).

    Attributes:
        uri: the place (``uri``).
        content_type: the MIME type of what is there, where it isn't the file's (``contentType``).
        extensions: what else the element carries.

    >>> EnclosureSource(uri="ipfs://QmX33FYe").uri
    'ipfs://QmX33FYe'
    """

    uri: str
    content_type: str | None = None
    extensions: tuple[Extension, ...] = ()


@attrs.frozen(kw_only=True, field_transformer=typed)
class Integrity:
    """What proves that a media file is unchanged (``<podcast:integrity>``).

    Attributes:
        type: ``sri`` or ``pgp-signature`` (``type``).
        value: the SRI string or the signature in Base64 (``value``).
        extensions: what else the element carries.

    >>> Integrity(type="sri", value="sha384-ExVq").type
    'sri'
    """

    type: str
    value: str
    extensions: tuple[Extension, ...] = ()


@attrs.frozen(kw_only=True, field_transformer=typed)
class AlternateEnclosure:
    """Another version of an episode's media file (``<podcast:alternateEnclosure>``).

    Attributes:
        type: its MIME type (``type``).
        length: its size in bytes (``length``).
        bitrate: its average bit rate, in bits per second (``bitrate``).
        height: the height of a video, in pixels (``height``).
        lang: its language, as a BCP 47 tag (``lang``).
        title: what it is called (``title``).
        rel: the group of versions that it belongs to (``rel``).
        codecs: its codecs, by RFC 6381 (``codecs``).
        default: whether it is the file of the ``<enclosure>`` (``default``).
        sources: where it can be had (``<podcast:source>``).
        integrity: what proves that it is unchanged (``<podcast:integrity>``).
        extensions: what else the element carries.

    >>> opus = EnclosureSource(uri="https://example.com/1.opus")
    >>> AlternateEnclosure(type="audio/opus", bitrate=96000, sources=[opus]).bitrate
    96000.0
    """

    type: str | None = None
    length: int | None = None
    bitrate: float | None = None
    height: int | None = None
    lang: str | None = None
    title: str | None = None
    rel: str | None = None
    codecs: str | None = None
    default: bool | None = None
    sources: tuple[EnclosureSource, ...] = ()
    integrity: Integrity | None = None
    extensions: tuple[Extension, ...] = ()
