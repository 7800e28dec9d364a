"""ID3v1 tags: 128 bytes at the end of a file, of which older programs wrote no other.

They have texts of 30 bytes and, in v1.1, the number of the track in the last byte of the comment.
"""

import io
from typing import BinaryIO

from podkit.audio.id3._genres import genre_name
from podkit.models import AudioTags

__all__ = ["read_v1"]

_SIZE = 128


def read_v1(file: BinaryIO) -> AudioTags:
    r"""Read the tag at the end of a file; none gives empty tags.

    >>> texts = [b"Intro".ljust(30, b"\0"), b"Ann".ljust(30), bytes(30), b"2024", bytes(29), b"\7"]
    >>> tags = read_v1(io.BytesIO(b"TAG" + b"".join(texts) + b"\x11"))
    >>> tags.title, tags.artist, tags.album, tags.date, tags.track, tags.genre
    ('Intro', 'Ann', None, '2024', 7, 'Rock')
    """
    file.seek(max(0, file.seek(0, io.SEEK_END) - _SIZE))
    tag = file.read(_SIZE)
    if len(tag) < _SIZE or not tag.startswith(b"TAG"):
        return AudioTags()
    has_track = tag[125] == 0 != tag[126]
    year = _text(tag[93:97])
    return AudioTags(
        title=_text(tag[3:33]),
        artist=_text(tag[33:63]),
        album=_text(tag[63:93]),
        date=year if year and len(year) == 4 and year.isdecimal() else None,
        comment=_text(tag[97 : 125 if has_track else 127]),
        track=tag[126] if has_track else None,
        genre=genre_name(tag[127]),
    )


def _text(data: bytes) -> str | None:
    return data.partition(b"\0")[0].decode("latin-1").strip() or None
