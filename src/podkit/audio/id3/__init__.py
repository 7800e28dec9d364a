r"""ID3v2 tags (ID3v2.2, v2.3 and v2.4, the Chapter Frame Addendum, Apple's frames for podcasts).

A tag is read from every version, and written as v2.3, which every player knows, or as v2.4 when
asked for. `AudioTags` and the tag meet in the table of `podkit.audio.id3._fields`:

==============  ==============================================================================
field           frames
==============  ==============================================================================
title           TIT2
artist          TPE1
album           TALB
track           TRCK
date            in v2.3, TYER, TDAT and TIME; in v2.4, TDRC; in both TDRL, which Apple reads
genre           TCON, numbers as the names that they stand for
category        TCAT
keywords        TKWD
comment         COMM without a description
description     TDES
language        TLAN
guid            TGID
feed_url        WFED, and PCST, which says that the file is a podcast's
chapters        CHAP and CTOC; within a chapter TIT2, WXXX and, for its picture, APIC, which also
                holds its image, as a picture of the type ``-->``; within the table of contents,
                for facts of the list, TIT2, TPE1, TALB, TDES and TOFN
lyrics          the first USLT
transcript      the first SYLT with lyrics or a transcription, and times in milliseconds
pictures        APIC
==============  ==============================================================================

Writing over an old tag changes as little as it can: frames that already say what a field says stay
byte for byte, and so does every frame that no field reads, in a chapter too. What the versions have
differently is changed, where a tag becomes one of another version: names of v2.2, headers, and
texts in UTF-8, which v2.3 lacks. A tag of which nothing changes stays as it is. A new one has the
size of the old one, if it fits, so that the audio stays where it is; or else room for later edits.

`read_v1` reads the tag of 128 bytes at the end of old files, which is never written.

A text frame that comes several times is read as one text. A tag of more than 16,384 frames, of
which there is none but to do harm, is an error.
"""

from podkit._carry import Carries
from podkit.audio._carry import Capacity
from podkit.audio.id3._chapters import without_implied_ends
from podkit.audio.id3._fields import ROWS
from podkit.audio.id3._frames import convert
from podkit.audio.id3._rows import Place, read_rows, update_rows
from podkit.audio.id3._tag import read_tag, render_tag, split_tag, tag_size
from podkit.audio.id3._v1 import read_v1
from podkit.errors import OnProblem, UnsupportedFormatError, ignore
from podkit.models import AudioTags

__all__ = ["CAPACITY", "dumps", "loads", "read_tag", "read_v1", "tag_size", "update"]

CAPACITY = Capacity(
    Carries(
        (
            "start",
            "end",
            "title",
            "url",
            "image",
            "picture",
            "hidden",
            "element_id",
            "chapters",
        ),
        ("author", "title", "podcast_name", "description", "file_name"),
    ),
    time_zones=False,
)


def loads(
    tag: bytes, *, duration: float | None = None, on_problem: OnProblem = ignore
) -> AudioTags:
    """Read a tag.

    Args:
        tag: the tag, or no bytes.
        duration: how long the audio plays, in seconds, where that is known.
        on_problem: receives what was forgiven.

    Raises:
        ParseError: the tag is damaged.
        UnsupportedFormatError: the tag is of no version that podkit reads.

    >>> loads(dumps(AudioTags(title="Intro", track=1)), duration=9.5)
    AudioTags(title='Intro', ..., track=1, ..., duration=9.5)
    """
    values = read_rows(ROWS, split_tag(tag, on_problem).frames, on_problem)
    chapters = without_implied_ends(values.pop("chapters", None), duration)
    return AudioTags(**values, chapters=chapters, duration=duration)


def dumps(tags: AudioTags, *, version: int = 3) -> bytes:
    r"""Write a tag; tags that say nothing give no bytes.

    Raises:
        UnrepresentableError: a value has no place in a tag.
        UnsupportedFormatError: the version is neither 3 nor 4.

    >>> dumps(AudioTags(title="Intro"))[:26]
    b'ID3\x03\x00\x00\x00\x00\x1fvTIT2\x00\x00\x00\x06\x00\x00\x00Intro'
    """
    return update(b"", tags, version=version)


def update(tag: bytes, tags: AudioTags, *, version: int = 3) -> bytes:
    """Write a tag in place of another, and keep what the other has besides.

    The new tag is as large as the old one, if it fits into that.

    Args:
        tag: the old tag, or no bytes.
        tags: what the new one says.
        version: 3 for ID3v2.3, which every player knows, or 4 for ID3v2.4.

    Raises:
        ParseError: the old tag is damaged.
        UnrepresentableError: a value has no place in a tag.
        UnsupportedFormatError: the version is neither 3 nor 4, or the old tag is of none that
            podkit reads.

    >>> old = dumps(AudioTags(title="Intro", artist="Ann"))
    >>> loads(update(old, AudioTags(title="Prologue")))
    AudioTags(title='Prologue', artist=None, ...)
    """
    if version not in (3, 4):
        raise UnsupportedFormatError(f"podkit writes ID3v2.3 and v2.4, not v2.{version}")
    old = split_tag(tag, ignore)
    frames = convert(old.frames, version)
    new = update_rows(ROWS, frames, Place(tags, "", version))
    if new is frames and old.version == version:
        return tag[: old.size]
    return render_tag(new, version=version, size=old.size)
