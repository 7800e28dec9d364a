"""Writing QuickTime's list of chapters (QuickTime File Format, "Chapter Lists").

One track holds texts, with a link in a sample's ``href``; another one JPEG pictures, each of which
stays until the next. Neither is played by itself: the sound refers to them.
"""

import struct
from itertools import accumulate
from typing import NamedTuple, TypeAlias

from podkit._report import refuse
from podkit.audio.mp4._atoms import render, render_full
from podkit.audio.mp4._movie import Movie
from podkit.errors import UnrepresentableError
from podkit.models import Chapter, Picture

__all__ = ["LATEST", "ChapterTracks", "check_chapter", "make_tracks"]

_TIMESCALE = 1000
LATEST = 1 << 22  # seconds; 32 bits hold their milliseconds
_LONGEST = {"title": 0xFFFF, "url": 0xFF}  # bytes
_UTF_8_TEXT = render_full(b"encd", 0x100)  # says that a sample's text is UTF-8
_JPEG = "image/jpeg"
_COVER = Picture(data=b"", mime_type=_JPEG).type
# The markers of JPEG that an image's size follows: all of a "start of frame", without three others.
_FRAME_STARTS = {*range(0xC0, 0xD0)} - {0xC4, 0xC8, 0xCC}
_VERSION_1, _IN_MOVIE = 1 << 24, 2
_NO_LANGUAGE = 0x55C4  # "und"
_MATRIX = struct.pack(">9I", 1 << 16, 0, 0, 0, 1 << 16, 0, 0, 0, 1 << 30)
_SELF_CONTAINED = render(b"dinf", render_full(b"dref", 0, (1).to_bytes(4), render_full(b"url ", 1)))
_TEXT_HEADER = render(
    b"gmhd",
    render_full(b"gmin", 0, struct.pack(">4H4x", 0x40, 0x8000, 0x8000, 0x8000)),
    render(b"text", _MATRIX),
)
_IMAGE_HEADER = render_full(b"vmhd", 1, bytes(8))
_ENTRY_START = bytes(6) + (1).to_bytes(2)  # of what describes samples: they are in this file

_Times: TypeAlias = list[tuple[float, float]]  # when each sample begins and ends, in seconds


class ChapterTracks(NamedTuple):
    """New tracks of chapters: their atoms, their numbers, and the samples that these point to."""

    traks: bytes = b""
    ids: tuple[int, ...] = ()
    samples: bytes = b""


class _Media(NamedTuple):
    """What a track is made of.

    Attributes:
        kind: its handler.
        header: the atom about its kind of media.
        entries: the descriptions of its samples.
        used: the number of the description, from 1, of each sample.
        samples: the samples.
        size: the width and height of what is shown.
    """

    kind: bytes
    header: bytes
    entries: list[bytes]
    used: list[int]
    samples: list[bytes]
    size: tuple[int, int] = (0, 0)


def make_tracks(
    marks: tuple[Chapter, ...], movie: Movie, free_id: int, place: int
) -> ChapterTracks:
    """Make the tracks of chapters that `settle` gave and `check_chapter` let pass.

    Args:
        marks: the chapters; none make no tracks.
        movie: the movie.
        free_id: the first number that no track has.
        place: where the samples will be in the file.

    Raises:
        UnrepresentableError: the samples would lie beyond 4 GiB.
    """
    if not marks:
        return ChapterTracks()
    starts = [mark.start for mark in marks]
    end = max(starts[-1], marks[-1].end or min(movie.duration or 0, LATEST))
    texts = _text_media(marks)
    traks = [_track(texts, movie, free_id, _spans(starts, end), place)]
    pictures = {mark.start: mark.picture.data for mark in marks if mark.picture}
    if pictures:
        place += sum(map(len, texts.samples))
        images = _image_media(list(pictures.values()))
        traks.append(_track(images, movie, free_id + 1, _spans([*pictures], end), place))
    ids = tuple(range(free_id, free_id + len(traks)))
    return ChapterTracks(b"".join(traks), ids, b"".join([*texts.samples, *pictures.values()]))


def check_chapter(chapter: Chapter, where: str) -> None:
    """Refuse what a track of chapters can't hold.

    Raises:
        UnrepresentableError: the chapter has such.

    >>> check_chapter(Chapter(start=0, url="https://a.example/" + "a" * 255), "chapters[0]")
    Traceback (most recent call last):
    podkit.errors.UnrepresentableError: chapters[0].url: an MP4 holds 255 bytes of it, not 273
    """
    for field, most in _LONGEST.items():
        size = len((getattr(chapter, field) or "").encode())
        if size > most:
            refuse(f"{where}.{field}", f"an MP4 holds {most} bytes of it, not {size}")
    if chapter.picture:
        _check_picture(chapter.picture, f"{where}.picture")


def _check_picture(picture: Picture, where: str) -> None:
    if picture.mime_type != _JPEG:
        refuse(f"{where}.mime_type", f"Apple's players show {_JPEG} in chapters of MP4, no other")
    if picture.type != _COVER:
        refuse(f"{where}.type", "an MP4 has no place for it; leave it at 3")
    if picture.description:
        refuse(f"{where}.description", "an MP4 has no place for it; leave it empty")
    if _image_size(picture.data) is None:
        refuse(f"{where}.data", "expected the bytes of a JPEG file")


def _image_size(data: bytes) -> tuple[int, int] | None:
    """Find the width and the height of a JPEG file."""
    position = 2 if data.startswith(b"\xff\xd8\xff") else len(data)
    while position + 9 <= len(data) and data[position] == 0xFF:
        marker, size = data[position + 1], int.from_bytes(data[position + 2 : position + 4])
        if marker in _FRAME_STARTS:
            height, width = struct.unpack_from(">2H", data, position + 5)
            return width, height
        position += 2 + size
    return None


def _spans(starts: list[float], end: float) -> _Times:
    return list(zip(starts, [*starts[1:], end], strict=True))


def _text_media(marks: tuple[Chapter, ...]) -> _Media:
    # Flags, justification, colours, box, font and face: all of it as a player likes.
    style = struct.pack(">2I36x", 1, 1)
    entry = render(b"text", _ENTRY_START, style)
    samples = list(map(_text_sample, marks))
    return _Media(b"text", _TEXT_HEADER, [entry], [1] * len(samples), samples)


def _text_sample(chapter: Chapter) -> bytes:
    """Write a sample with a title, and the link that all of it leads to."""
    title = (chapter.title or "").encode()
    sample = len(title).to_bytes(2) + title + _UTF_8_TEXT
    if chapter.url is None:
        return sample
    url = chapter.url.encode()
    span = struct.pack(">2H", 0, len(chapter.title or ""))
    return sample + render(b"href", span, bytes([len(url)]), url, b"\0")


def _image_media(samples: list[bytes]) -> _Media:
    sizes = [_image_size(sample) or (0, 0) for sample in samples]
    kinds = {size: number for number, size in enumerate(dict.fromkeys(sizes), 1)}
    used = [kinds[size] for size in sizes]
    return _Media(b"vide", _IMAGE_HEADER, [*map(_image_entry, kinds)], used, samples, max(sizes))


def _image_entry(size: tuple[int, int]) -> bytes:
    resolution, frames, depth, no_colour_table = 72 << 16, 1, 24, -1
    shown = struct.pack(">2H2I4xH", *size, resolution, resolution, frames)
    compressor = bytes(32)
    end = struct.pack(">Hh", depth, no_colour_table)
    return render(b"jpeg", _ENTRY_START, bytes(16), shown, compressor, end)


def _track(media: _Media, movie: Movie, number: int, times: _Times, place: int) -> bytes:
    first, last = times[0][0], times[-1][1]
    before, shown = round(first * movie.timescale), round((last - first) * movie.timescale)
    edits = [(shown, 0)] if not before else [(before, -1), (shown, 0)]
    rendered = [struct.pack(">Qq2H", *edit, 1, 0) for edit in edits]
    number_and_time = struct.pack(">16xI4xQ16x", number, before + shown)
    extent = struct.pack(">2I", *(length << 16 for length in media.size))
    duration = struct.pack(">8x2IH2x", _TIMESCALE, _units(last) - _units(first), _NO_LANGUAGE)
    table = _sample_table(media, times, place)
    return render(
        b"trak",
        render_full(b"tkhd", _VERSION_1 | _IN_MOVIE, number_and_time, _MATRIX, extent),
        render(b"edts", render_full(b"elst", _VERSION_1, len(edits).to_bytes(4), *rendered)),
        render(
            b"mdia",
            render_full(b"mdhd", 0, duration),
            render_full(b"hdlr", 0, bytes(4), media.kind, bytes(13)),
            render(b"minf", media.header, _SELF_CONTAINED, table),
        ),
    )


def _sample_table(media: _Media, times: _Times, place: int) -> bytes:
    """Write where samples are and when: each is a chunk of its own."""
    sizes = [len(sample) for sample in media.samples]
    if place + sum(sizes) >= 1 << 32:
        raise UnrepresentableError("the chapters would lie beyond 4 GiB in the file")
    lasting = [struct.pack(">2I", 1, _units(end) - _units(start)) for start, end in times]
    chunks = [struct.pack(">3I", at, 1, used) for at, used in enumerate(media.used, 1)]
    places = accumulate(sizes[:-1], initial=place)
    count = len(sizes).to_bytes(4)
    return render(
        b"stbl",
        render_full(b"stsd", 0, len(media.entries).to_bytes(4), *media.entries),
        render_full(b"stts", 0, count, *lasting),
        render_full(b"stsc", 0, count, *chunks),
        render_full(b"stsz", 0, bytes(4), count, *(size.to_bytes(4) for size in sizes)),
        render_full(b"stco", 0, count, *(offset.to_bytes(4) for offset in places)),
    )


def _units(seconds: float) -> int:
    return round(seconds * _TIMESCALE)
