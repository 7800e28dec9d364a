r"""ID3v2 tags (ID3v2.3 and v2.4, the Chapter Frame Addendum, Apple's frames for podcasts).

A tag is read from v2.3 and v2.4, and written as v2.3, which every player knows. `AudioTags` and the
tag meet in the table of `podkit.audio.id3._fields`:

==============  ==============================================================================
field           frames
==============  ==============================================================================
title           TIT2
artist          TPE1
album           TALB
track           TRCK
date            TYER, TDAT and TIME, as v2.3 has it, and TDRL, which Apple reads; TDRC is read
genre           TCON, as text
comment         COMM without a description
description     TDES
language        TLAN
guid            TGID
feed_url        WFED, and PCST, which says that the file is a podcast's
chapters        CHAP and CTOC; within a chapter TIT2 and WXXX; within the table of contents, for
                facts of the list, TIT2, TPE1, TALB, TDES and TOFN
lyrics          the first USLT
pictures        APIC
==============  ==============================================================================

Writing over an old tag changes as little as it can: frames that already say what a field says stay
byte for byte, and so does every frame that no field reads. Only texts that came in UTF-8, which
v2.3 lacks, are written in UTF-16.
"""

import attrs

from podkit.audio.id3._chapters import settle, without_implied_ends
from podkit.audio.id3._fields import ROWS, Row
from podkit.audio.id3._frames import modernise
from podkit.audio.id3._tag import Frame, read_tag, render_tag, split_tag
from podkit.errors import OnProblem, ignore
from podkit.models import AudioTags

__all__ = ["dumps", "loads", "read_tag", "update"]


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
        UnsupportedFormatError: the tag is neither v2.3 nor v2.4.

    >>> loads(dumps(AudioTags(title="Intro", track=1)), duration=9.5)
    AudioTags(title='Intro', ..., track=1, ..., duration=9.5)
    """
    named = _by_name(_frames(tag, on_problem))
    values = {row.field: row.read(_of_row(row, named), on_problem)[0] for row in ROWS}
    chapters = without_implied_ends(values.pop("chapters"), duration)
    return AudioTags(**values, chapters=chapters, duration=duration)


def dumps(tags: AudioTags) -> bytes:
    r"""Write a tag; tags that say nothing give no bytes.

    Raises:
        UnrepresentableError: a value has no place in a tag.

    >>> dumps(AudioTags(title="Intro"))[:26]
    b'ID3\x03\x00\x00\x00\x00\x0fvTIT2\x00\x00\x00\x06\x00\x00\x00Intro'
    """
    return update(b"", tags)


def update(tag: bytes, tags: AudioTags) -> bytes:
    """Write a tag in place of another, and keep what the other has besides.

    Raises:
        ParseError: the old tag is damaged.
        UnrepresentableError: a value has no place in a tag.
        UnsupportedFormatError: the old tag is neither v2.3 nor v2.4.

    >>> old = dumps(AudioTags(title="Intro", artist="Ann"))
    >>> loads(update(old, AudioTags(title="Prologue")))
    AudioTags(title='Prologue', artist=None, ...)
    """
    tags = attrs.evolve(tags, chapters=settle(tags.chapters, tags.duration))
    old = _frames(tag, ignore)
    named = _by_name(old)
    new: list[Frame] = []
    replaced: set[Frame] = set()
    for row in ROWS:
        written, superseded = _update_row(row, _of_row(row, named), tags)
        new += written
        replaced.update(superseded)
    return render_tag([*new, *(frame for frame in old if frame not in replaced)])


def _frames(tag: bytes, on_problem: OnProblem) -> list[Frame]:
    version, frames = split_tag(tag, on_problem)
    return frames if version == 3 else [modernise(frame, on_problem) for frame in frames]


def _by_name(frames: list[Frame]) -> dict[str, list[Frame]]:
    named: dict[str, list[Frame]] = {}
    for frame in frames:
        named.setdefault(frame.id, []).append(frame)
    return named


def _of_row(row: Row, named: dict[str, list[Frame]]) -> list[Frame]:
    return [frame for name in row.frames for frame in named.get(name, ())]


def _update_row(row: Row, old: list[Frame], tags: AudioTags) -> tuple[list[Frame], list[Frame]]:
    """Give a field's frames, and the old ones that they take the place of."""
    value = getattr(tags, row.field)
    said, used = row.read(old, ignore)
    new = [] if value in (None, ()) else row.write(value, tags)
    names = {frame.id for frame in new}
    if value == said and names == {frame.id for frame in used}:
        return used, used
    rivals = [] if row.shares else [frame for frame in old if frame.id in names]
    return new, [*used, *rivals]
