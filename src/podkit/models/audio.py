"""What an audio file says of itself."""

import attrs

from podkit.models._typed import typed
from podkit.models.chapters import Chapters

__all__ = ["AudioTags", "Picture"]


@attrs.frozen(kw_only=True, field_transformer=typed)
class Picture:
    """A picture inside an audio file.

    Attributes:
        data: the bytes of the picture's file.
        mime_type: its MIME type, such as ``image/jpeg``.
        type: what it shows, by ID3's numbers; 3 is the front cover.
        description: a text for it.

    >>> Picture(data=b"...", mime_type="image/jpeg").type
    3
    """

    data: bytes
    mime_type: str
    type: int = 3
    description: str = ""


@attrs.frozen(kw_only=True, field_transformer=typed)
class AudioTags:
    """The tags of an audio file, by the same names for every container.

    Attributes:
        title: the episode's title.
        artist: who made it.
        album: the show's title.
        track: the episode's number.
        date: when it came out, an ISO 8601 date or a part of one (``2024``, ``2024-03-28``).
        genre: the genre, ``Podcast`` by custom.
        comment: a remark for people.
        description: what it is about.
        language: the language spoken, as a BCP 47 tag.
        guid: what identifies the episode.
        feed_url: the URL of the show's feed.
        lyrics: the transcript, as plain text.
        chapters: the chapters, in order of time; absent where the file has none.
        pictures: the pictures; the cover has type 3.
        duration: how long the audio plays, in seconds; read from the file, never written.

    >>> AudioTags(title="Interdependence", album="Feminist Wellness", track=270).track
    270
    """

    title: str | None = None
    artist: str | None = None
    album: str | None = None
    track: int | None = None
    date: str | None = None
    genre: str | None = None
    comment: str | None = None
    description: str | None = None
    language: str | None = None
    guid: str | None = None
    feed_url: str | None = None
    lyrics: str | None = None
    chapters: Chapters | None = None
    pictures: tuple[Picture, ...] = ()
    duration: float | None = None
