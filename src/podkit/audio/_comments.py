r"""Vorbis comments (Vorbis I, section 5), the chapters among them, and FLAC's pictures.

Comments are names and values. Those that no row of the table reads stay as they are, in their order
and spelling; so do those that say already what a field says.

===========  ==================================================================================
field        comments
===========  ==================================================================================
title        TITLE
artist       ARTIST
album        ALBUM
track        TRACKNUMBER
date         DATE
genre        GENRE
category     PODCASTCATEGORY
keywords     PODCASTKEYWORDS
comment      COMMENT
description  DESCRIPTION
language     LANGUAGE
guid         PODCASTID
feed_url     PODCASTURL
lyrics       LYRICS; UNSYNCEDLYRICS is read
chapters     CHAPTER000, CHAPTER000NAME and CHAPTER000URL, and so on to CHAPTER999
pictures     METADATA_BLOCK_PICTURE in Ogg; blocks of their own in FLAC
===========  ==================================================================================
"""

import base64
import binascii
import re
import struct
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple, TypeVar

import attrs

from podkit._carry import Carries
from podkit._clock import read_clock, write_clock
from podkit._report import refuse, report_at
from podkit._text import check_text
from podkit.audio._carry import Capacity, check_carried, settle
from podkit.audio._values import (
    read_date,
    read_language,
    read_track,
    write_date,
    write_language,
    write_track,
)
from podkit.errors import OnProblem, ParseError, Problem, ignore
from podkit.models import AudioTags, Chapter, Chapters, Picture

__all__ = [
    "CAPACITY",
    "Comments",
    "read_comments",
    "read_picture",
    "render_comments",
    "split_comments",
    "update_comments",
    "update_pictures",
    "write_picture",
]

_LENGTH = struct.Struct("<I")
_CHAPTER = re.compile(r"CHAPTER(\d{3})(NAME|URL|)", re.ASCII)
_MOST_COMMENTS = 100_000
_MOST_CHAPTERS = 1000
_LATEST = 100 * 3600  # a time of CHAPTERxxx has two digits for the hours
_PICTURE = "METADATA_BLOCK_PICTURE"
_ASCII = re.compile(r"[ -~]+")
CAPACITY = Capacity(Carries(("start", "end", "title", "url")), ("transcript",), ends="none")

Value = TypeVar("Value")


@attrs.frozen
class Comments:
    """The comments of a stream.

    Attributes:
        vendor: the program that made the stream.
        entries: the comments, such as ``b"TITLE=Intro"``.
    """

    vendor: bytes
    entries: tuple[bytes, ...] = ()


def split_comments(data: bytes, on_problem: OnProblem) -> tuple[Comments, bytes]:
    r"""Split comments; give what follows them as well.

    Raises:
        ParseError: there are more than anyone writes.

    >>> data = render_comments(Comments(b"me", (b"TITLE=Intro",)))
    >>> split_comments(data + b"\1", print)
    (Comments(vendor=b'me', entries=(b'TITLE=Intro',)), b'\x01')
    """
    entries: list[bytes] = []
    try:
        vendor, position = _take(data, 0)
    except ParseError:
        vendor, position = b"", len(data)
    try:
        (count,) = _LENGTH.unpack_from(data, position)
        position += _LENGTH.size
        while len(entries) < min(count, _MOST_COMMENTS + 1):
            entry, position = _take(data, position)
            entries.append(entry)
    except (ParseError, struct.error):
        message = f"left out from byte {position} on: no comment is there that ends in time"
        on_problem(Problem(id="damaged-comments", message=message))
        position = len(data)
    if len(entries) > _MOST_COMMENTS:
        raise ParseError(f"more than {_MOST_COMMENTS} comments; podkit reads no such file")
    return Comments(vendor, tuple(entries)), data[position:]


def render_comments(comments: Comments) -> bytes:
    r"""Write comments.

    >>> render_comments(Comments(b"me", (b"A=b",)))
    b'\x02\x00\x00\x00me\x01\x00\x00\x00\x03\x00\x00\x00A=b'
    """
    texts = [_LENGTH.pack(len(text)) + text for text in (comments.vendor, *comments.entries)]
    return texts[0] + _LENGTH.pack(len(comments.entries)) + b"".join(texts[1:])


def read_comments(comments: Comments, on_problem: OnProblem) -> AudioTags:
    """Read the tags that comments say.

    >>> read_comments(Comments(b"", (b"title=Intro", b"TRACKNUMBER=3/12")), print)
    AudioTags(title='Intro', ..., track=3, ...)
    """
    named = _by_name(comments.entries, on_problem)
    return AudioTags(**{row.field: row.read(_of_row(row, named), on_problem)[0] for row in _ROWS})


def update_comments(comments: Comments, tags: AudioTags, *, has_pictures: bool) -> Comments:
    """Give comments with tags in place of those that they said.

    Args:
        comments: the comments.
        tags: the tags; the duration is the audio's.
        has_pictures: whether pictures are comments, as in Ogg.

    Raises:
        UnrepresentableError: comments have no place for a value.

    >>> old = Comments(b"me", (b"mood=calm", b"title=Intro"))
    >>> update_comments(old, AudioTags(title="Prologue"), has_pictures=True).entries
    (b'mood=calm', b'TITLE=Prologue')
    """
    check_carried(tags, CAPACITY)
    named = _by_name(comments.entries, ignore)
    if tags.chapters != _CHAPTERS.read(_of_row(_CHAPTERS, named), ignore)[0]:
        marks = settle(tags.chapters, tags.duration, below=_LATEST, has_end=False)
        tags = attrs.evolve(tags, chapters=Chapters(chapters=marks) if marks else None)
    new: list[bytes] = []
    replaced: set[int] = set()
    for row in _ROWS if has_pictures else _ROWS[:-1]:
        old = _of_row(row, named)
        value, (said, used) = getattr(tags, row.field), row.read(old, ignore)
        if value != said:
            written = row.write(value, old) if value not in (None, ()) else []
            new += written
            replaced.update(used)
            if written and not row.shares:
                replaced.update(at for at, *_ in old)
    kept = [entry for at, entry in enumerate(comments.entries) if at not in replaced]
    return attrs.evolve(comments, entries=(*kept, *new))


def read_picture(block: bytes) -> Picture:
    """Read a picture as FLAC has it.

    Raises:
        ParseError: it ends too early.

    >>> read_picture(write_picture(Picture(data=b"...", mime_type="image/png"), "pictures[0]"))
    Picture(data=b'...', mime_type='image/png', type=3, description='')
    """
    try:
        kind, size = struct.unpack_from(">2I", block)
        mime_type, (size,) = block[8 : 8 + size], struct.unpack_from(">I", block, 8 + size)
        start = 12 + len(mime_type)
        description = block[start : start + size]
        (size,) = struct.unpack_from(">I", block, start + size + 16)
    except struct.error as error:
        raise ParseError("the picture ends too early") from error
    data = block[start + len(description) + 20 :]
    if len(data) < size:
        raise ParseError("the picture ends too early")
    return Picture(
        data=data[:size],
        mime_type=mime_type.decode("latin-1"),
        type=kind,
        description=description.decode("utf-8", "replace"),
    )


def write_picture(picture: Picture, where: str) -> bytes:
    """Write a picture as FLAC has it; its width, height and colours are left unsaid.

    Raises:
        UnrepresentableError: a value has no place there.
    """
    if not _ASCII.fullmatch(picture.mime_type):
        refuse(f"{where}.mime_type", f"expected a MIME type, not {picture.mime_type!r:.40}")
    if not 0 <= picture.type < 1 << 32:
        refuse(f"{where}.type", "expected a number from 0 to 4294967295")
    if picture.description:
        check_text(picture.description, f"{where}.description")
    mime_type, description = picture.mime_type.encode(), picture.description.encode()
    return b"".join(
        [
            struct.pack(">2I", picture.type, len(mime_type)) + mime_type,
            struct.pack(">I", len(description)) + description,
            struct.pack(">5I", 0, 0, 0, 0, len(picture.data)) + picture.data,
        ]
    )


def update_pictures(
    old: Iterable[tuple[Picture, Value]],
    pictures: tuple[Picture, ...],
    write: Callable[[Picture, str], Value],
) -> list[Value]:
    """Give what holds each picture, as it was where it was, for that knows its size and colours.

    >>> same, new = Picture(data=b"1", mime_type="a/b"), Picture(data=b"2", mime_type="a/b")
    >>> update_pictures([(same, "old")], (same, new), lambda picture, where: where)
    ['old', 'pictures[1]']
    """
    known = dict(old)
    return [
        known.get(picture) or write(picture, f"pictures[{at}]")
        for at, picture in enumerate(pictures)
    ]


_Entry = tuple[int, str, str]  # a comment's place, its name in capitals, and its value
_Reader = Callable[[list[_Entry], OnProblem], tuple[Any, list[int]]]
_Writer = Callable[[Any, list[_Entry]], list[bytes]]


class _Row(NamedTuple):
    """A field of `AudioTags` and the comments that hold it.

    Attributes:
        field: the field's name.
        names: a pattern for the comments' names.
        read: gives the value that these comments hold, None or () for none, and their places.
        write: gives the comments for a value; those that there were may be used again.
        shares: whether comments that aren't understood may stand beside the field's own.
    """

    field: str
    names: str
    read: _Reader
    write: _Writer
    shares: bool = False


def _take(data: bytes, position: int) -> tuple[bytes, int]:
    start = position + _LENGTH.size
    end = start + int.from_bytes(data[position:start], "little")
    if end > len(data) or start > len(data):
        raise ParseError("the comment ends too early")
    return data[start:end], end


def _split(entry: bytes) -> tuple[str, bytes]:
    name, _, value = entry.partition(b"=")
    return name.decode("latin-1").upper(), value


def _by_name(entries: Iterable[bytes], on_problem: OnProblem) -> dict[str, list[_Entry]]:
    """Sort comments by the name that their row has them under."""
    named: dict[str, list[_Entry]] = {}
    for at, entry in enumerate(entries):
        name, value = _split(entry)
        try:
            text = value.decode()
        except UnicodeDecodeError:
            text = value.decode("utf-8", "replace")
            message = "what isn't UTF-8 is read as U+FFFD"
            on_problem(Problem(id="encoding", message=message, where=name))
        row = "CHAPTER" if _CHAPTER.fullmatch(name) else name
        named.setdefault(row, []).append((at, name, text))
    return named


def _of_row(row: _Row, named: dict[str, list[_Entry]]) -> list[_Entry]:
    return [entry for name in row.names.split() for entry in named.get(name, ())]


def _text_row(
    field: str,
    names: str,
    read: Callable[[list[str]], Any] = " / ".join,
    write: Callable[[Any, str], str] = check_text,
) -> _Row:
    def read_texts(entries: list[_Entry], on_problem: OnProblem) -> tuple[Any, list[int]]:
        filled = [entry for entry in entries if entry[2]]
        if not filled:
            return None, []
        first = filled[0][1]
        value = read([text for _, name, text in filled if name == first])
        if value is None:
            report_at(on_problem, "wrong-type", f"not understood: {filled[0][2]!r:.80}", first)
            return None, []
        return value, [at for at, *_ in filled]

    def write_text(value: object, _old: list[_Entry]) -> list[bytes]:
        return [f"{names.partition(' ')[0]}={write(value, field)}".encode()]

    return _Row(field, names, read_texts, write_text)


def _first(read: Callable[[str], Value | None]) -> Callable[[list[str]], Value | None]:
    """Give the value of the first text that is understood."""
    return lambda texts: next((found for found in map(read, texts) if found is not None), None)


def _read_chapters(
    entries: list[_Entry], on_problem: OnProblem
) -> tuple[Chapters | None, list[int]]:
    parts: dict[str, dict[str, str]] = {}
    for _, name, text in entries:
        for number, part in _CHAPTER.findall(name):
            parts.setdefault(number, {}).setdefault(part, text)
    found = []
    for number, texts in sorted(parts.items()):
        start = read_clock(texts.get("", ""))
        if start is None:
            message = f"left out: no time, but {texts.get('')!r:.40}"
            report_at(on_problem, "bad-start", message, f"CHAPTER{number}")
        else:
            title, url = texts.get("NAME") or None, texts.get("URL") or None
            found.append(Chapter(start=start, title=title, url=url))
    in_order = sorted(found, key=lambda chapter: chapter.start)
    if in_order != found:
        report_at(on_problem, "out-of-order", "sorted by their starts", "CHAPTER")
    used = [at for at, *_ in entries]
    return Chapters(chapters=tuple(in_order)) if found else None, used


def _write_chapters(chapters: Chapters, _old: list[_Entry]) -> list[bytes]:
    if len(chapters) > _MOST_CHAPTERS:
        refuse("chapters", f"comments have numbers for {_MOST_CHAPTERS} chapters at most")
    entries = []
    for index, chapter in enumerate(chapters):
        name = f"CHAPTER{index:03d}"
        entries.append(f"{name}={write_clock(chapter.start, decimals=3, hours=2)}")
        if chapter.title is not None:
            entries.append(f"{name}NAME={chapter.title}")
        if chapter.url is not None:
            entries.append(f"{name}URL={chapter.url}")
    return [entry.encode() for entry in entries]


def _read_pictures(
    entries: list[_Entry], on_problem: OnProblem
) -> tuple[tuple[Picture, ...], list[int]]:
    pictures, used = [], []
    for at, name, text in entries:
        try:
            pictures.append(read_picture(base64.b64decode(text)))
            used.append(at)
        except (binascii.Error, ValueError) as error:
            report_at(on_problem, "unreadable-picture", f"not read: {error}", name)
    return tuple(pictures), used


def _write_pictures(pictures: tuple[Picture, ...], old: list[_Entry]) -> list[bytes]:
    blocks = [(_read_pictures([entry], ignore)[0], entry[2]) for entry in old]
    known = [(found[0], text) for found, text in blocks if found]
    texts = update_pictures(known, pictures, _write_base64)
    return [f"{_PICTURE}={text}".encode() for text in texts]


def _write_base64(picture: Picture, where: str) -> str:
    return base64.b64encode(write_picture(picture, where)).decode()


_CHAPTERS = _Row("chapters", "CHAPTER", _read_chapters, _write_chapters)
# In the order in which new comments are written; pictures, which are long, come last.
_ROWS = (
    _text_row("title", "TITLE"),
    _text_row("artist", "ARTIST"),
    _text_row("album", "ALBUM"),
    _text_row("track", "TRACKNUMBER", _first(read_track), write_track),
    _text_row("date", "DATE", _first(read_date), write_date),
    _text_row("genre", "GENRE"),
    _text_row("category", "PODCASTCATEGORY"),
    _text_row("keywords", "PODCASTKEYWORDS"),
    _text_row("comment", "COMMENT"),
    _text_row("description", "DESCRIPTION"),
    _text_row("language", "LANGUAGE", _first(read_language), write_language),
    _text_row("guid", "PODCASTID"),
    _text_row("feed_url", "PODCASTURL"),
    _text_row("lyrics", "LYRICS UNSYNCEDLYRICS"),
    _CHAPTERS,
    _Row("pictures", _PICTURE, _read_pictures, _write_pictures, shares=True),
)
