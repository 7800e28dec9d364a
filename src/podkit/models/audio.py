"""What an audio file says of itself."""

import attrs

from podkit.models._typed import typed
from podkit.models.chapters import Chapters
from podkit.models.picture import Picture
from podkit.models.transcript import Transcript

__all__ = ["AudioFacts", "AudioTags"]


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
        category: the show's category in a directory.
        keywords: words to find it by, with commas between them.
        comment: a remark for people.
        description: what it is about.
        language: the language spoken, as a BCP 47 tag.
        guid: what identifies the episode.
        feed_url: the URL of the show's feed.
        lyrics: the transcript, as plain text.
        transcript: the transcript with times.
        chapters: the chapters, in order of time; absent where the file has none.
        pictures: the pictures; the cover has type 3.
        duration: how long the audio plays, in seconds; read from the file, and written only as the
            end of the last chapter.

    >>> AudioTags(title="Interdependence", album="Feminist Wellness", track=270).track
    270
    """

    title: str | None = None
    artist: str | None = None
    album: str | None = None
    track: int | None = None
    date: str | None = None
    genre: str | None = None
    category: str | None = None
    keywords: str | None = None
    comment: str | None = None
    description: str | None = None
    language: str | None = None
    guid: str | None = None
    feed_url: str | None = None
    lyrics: str | None = None
    transcript: Transcript | None = None
    chapters: Chapters | None = None
    pictures: tuple[Picture, ...] = ()
    duration: float | None = None


@attrs.frozen(kw_only=True, field_transformer=typed)
class AudioFacts:
    """What an audio file is, beside what its tags say: what a feed's enclosure must say of it.

    Attributes:
        mime_type: its MIME type, by its content, such as ``audio/mpeg``.
        length: its size, in bytes.
        duration: how long it plays, in seconds.
        bit_rate: its bits per second, on average.
        sample_rate: its samples per second.
        channels: how many channels it has.

    >>> AudioFacts(mime_type="audio/mpeg", length=41700, duration=2.60625).mime_type
    'audio/mpeg'
    """

    mime_type: str
    length: int
    duration: float | None = None
    bit_rate: int | None = None
    sample_rate: int | None = None
    channels: int | None = None
