"""iTunes' items in ``moov.udta.meta.ilst``, which no document defines: one table for both ways.

===========  ==================================================================================
field        items
===========  ==================================================================================
title        ©nam
artist       ©ART
album        ©alb
track        trkn
date         ©day
genre        ©gen; gnre, a number of ID3v1's, is read
category     catg
keywords     keyw
comment      ©cmt
description  desc, and ldes where the text is longer than 255 bytes
guid         egid
feed_url     purl, and pcst, which says that the file is a podcast's
lyrics       ©lyr
pictures     covr
===========  ==================================================================================
"""

import io
import struct
from collections.abc import Callable
from typing import Any, NamedTuple

from podkit._report import refuse, report_at
from podkit._text import check_text
from podkit.audio._values import read_date, write_date
from podkit.audio.mp4._atoms import Atoms, render
from podkit.errors import OnProblem, ignore, strict
from podkit.models import AudioTags, Picture

__all__ = ["read_items", "update_items"]

_IMPLICIT, _UTF_8, _UTF_16, _GIF, _JPEG, _PNG, _INTEGER, _BMP = 0, 1, 2, 12, 13, 14, 21, 27
_TEXTS = {_IMPLICIT: "utf-8", _UTF_8: "utf-8", _UTF_16: "utf-16-be"}
_PICTURES = {_GIF: "image/gif", _JPEG: "image/jpeg", _PNG: "image/png", _BMP: "image/bmp"}
# How the files of pictures start: what says their type where the item doesn't.
_STARTS = {b"\x89PNG": "image/png", b"GIF8": "image/gif", b"BM": "image/bmp"}
_SHORT = 255  # bytes of a description that iTunes shows in a line
_MOST_TRACKS = 0xFFFF


class _Data(NamedTuple):
    """A value of an item, and the number of its type."""

    type: int
    value: bytes


class _Item(NamedTuple):
    """An item: its name, its values, and its bytes."""

    name: bytes
    data: tuple[_Data, ...]
    rendered: bytes


_Reader = Callable[[list[_Item], OnProblem], tuple[Any, list[_Item]]]
_Writer = Callable[[Any, list[_Item]], list[bytes]]


class _Row(NamedTuple):
    """A field of `AudioTags` and the items that hold it.

    Attributes:
        field: the field's name.
        names: the items' names.
        read: gives the value that these items hold, None or () for none, and those that say it.
        write: gives the items for a value; of those that there were, some facts are kept.
    """

    field: str
    names: tuple[bytes, ...]
    read: _Reader
    write: _Writer


def read_items(data: bytes, on_problem: OnProblem) -> dict[str, Any]:
    """Read the fields of `AudioTags` from what an atom ``ilst`` holds.

    >>> read_items(update_items(b"", AudioTags(title="Intro")), print)["title"]
    'Intro'
    """
    items = _split(data, on_problem, on_problem)
    return {row.field: row.read(_of_row(row, items), on_problem)[0] for row in _ROWS}


def update_items(data: bytes, tags: AudioTags) -> bytes:
    """Give what an atom ``ilst`` holds with tags in place of those that it said.

    Raises:
        ParseError: the atom is damaged.
        UnrepresentableError: no item holds a value.

    >>> old = update_items(b"", AudioTags(title="Intro", artist="Ann"))
    >>> update_items(old, AudioTags(title="Intro")) == update_items(b"", AudioTags(title="Intro"))
    True
    """
    items = _split(data, strict, ignore)
    new: list[bytes] = []
    replaced: list[_Item] = []
    for row in _ROWS:
        old = _of_row(row, items)
        value, (said, used) = getattr(tags, row.field), row.read(old, ignore)
        if value != said:
            written = row.write(value, old) if value not in (None, ()) else []
            new += written
            replaced += old if written else used
    gone = set(map(id, replaced))
    kept = [item.rendered for item in items if id(item) not in gone]
    return b"".join([*kept, *new])


def _split(data: bytes, on_problem: OnProblem, on_damaged_item: OnProblem) -> list[_Item]:
    atoms, inner = (Atoms(io.BytesIO(data), handler) for handler in (on_problem, on_damaged_item))
    items = []
    for atom in atoms.all():
        values = []
        for child in inner.within(atom) if atom.name in _NAMES else ():
            body = atoms.payload(child, len(data))
            if child.name == b"data" and len(body) >= 8:
                values.append(_Data(int.from_bytes(body[1:4]), body[8:]))
        items.append(_Item(atom.name, tuple(values), atoms.rendered(atom)))
    return items


def _of_row(row: _Row, items: list[_Item]) -> list[_Item]:
    return [item for name in row.names for item in items if item.name == name]


def _item(name: bytes, kind: int, *values: bytes) -> bytes:
    data = [render(b"data", kind.to_bytes(4), bytes(4), value) for value in values]
    return render(name, *data)


def _texts(items: list[_Item], on_problem: OnProblem) -> list[str]:
    """Read the texts of items, and report what is none."""
    texts = []
    for item in items:
        for data in item.data:
            encoding = _TEXTS.get(data.type)
            if encoding is None:
                message = f"not read: a value of type {data.type}, expected text"
                _report(on_problem, "wrong-type", message, item.name)
                continue
            try:
                text = data.value.decode(encoding)
            except UnicodeDecodeError:
                text = data.value.decode(encoding, "replace")
                message = f"what isn't {encoding.upper()} is read as U+FFFD"
                _report(on_problem, "encoding", message, item.name)
            texts.append(text)
    return [text for text in texts if text]


def _text_row(field: str, name: bytes) -> _Row:
    def read(items: list[_Item], on_problem: OnProblem) -> tuple[str | None, list[_Item]]:
        texts = _texts(items, on_problem)
        return " / ".join(texts) or None, items if texts else []

    def write(text: str, _old: list[_Item]) -> list[bytes]:
        return [_item(name, _UTF_8, check_text(text, field).encode())]

    return _Row(field, (name,), read, write)


def _read_track(items: list[_Item], on_problem: OnProblem) -> tuple[int | None, list[_Item]]:
    for item in items:
        for data in item.data:
            if len(data.value) >= 4:
                number = int.from_bytes(data.value[2:4])
                return number or None, items
            message = f"not understood: {data.value!r:.40}"
            _report(on_problem, "wrong-type", message, item.name)
    return None, []


def _write_track(track: int, old: list[_Item]) -> list[bytes]:
    if not 1 <= track <= _MOST_TRACKS:
        refuse("track", f"expected a number from 1 to {_MOST_TRACKS}")
    totals = [data.value[4:6] for item in old for data in item.data if len(data.value) >= 6]
    total = totals[0] if totals else bytes(2)
    return [_item(b"trkn", _IMPLICIT, struct.pack(">2xH2s2x", track, total))]


def _read_date(items: list[_Item], on_problem: OnProblem) -> tuple[str | None, list[_Item]]:
    texts = _texts(items, on_problem)
    for text in texts:
        if (date := read_date(text)) is not None:
            return date, items
    if texts:
        message = f"not understood as a date: {texts[0]!r:.40}"
        _report(on_problem, "wrong-type", message, items[0].name)
    return None, []


def _write_date(date: str, _old: list[_Item]) -> list[bytes]:
    return [_item(b"\xa9day", _UTF_8, write_date(date, "date").encode())]


def _read_genre(items: list[_Item], on_problem: OnProblem) -> tuple[str | None, list[_Item]]:
    named = _texts([item for item in items if item.name == b"\xa9gen"], on_problem)
    if named:
        return " / ".join(named), items
    from mutagen.id3 import TCON  # noqa: PLC0415 -- heavy, and seldom needed

    for item in items:
        for data in item.data:
            number = int.from_bytes(data.value[:2])
            if 1 <= number <= len(TCON.GENRES):
                return str(TCON.GENRES[number - 1]), items
    return None, []


def _write_genre(genre: str, _old: list[_Item]) -> list[bytes]:
    return [_item(b"\xa9gen", _UTF_8, check_text(genre, "genre").encode())]


def _read_description(items: list[_Item], on_problem: OnProblem) -> tuple[str | None, list[_Item]]:
    for name in (b"ldes", b"desc"):
        texts = _texts([item for item in items if item.name == name], on_problem)
        if texts:
            return " / ".join(texts), items
    return None, []


def _write_description(text: str, _old: list[_Item]) -> list[bytes]:
    data = check_text(text, "description").encode()
    if len(data) <= _SHORT:
        return [_item(b"desc", _UTF_8, data)]
    start = data[:_SHORT].decode(errors="ignore").encode()
    return [_item(b"desc", _UTF_8, start), _item(b"ldes", _UTF_8, data)]


def _read_feed_url(items: list[_Item], on_problem: OnProblem) -> tuple[str | None, list[_Item]]:
    texts = _texts([item for item in items if item.name == b"purl"], on_problem)
    return (texts[0], items) if texts else (None, [])


def _write_feed_url(url: str, _old: list[_Item]) -> list[bytes]:
    data = check_text(url, "feed_url").encode()
    return [_item(b"pcst", _INTEGER, b"\1"), _item(b"purl", _UTF_8, data)]


def _read_pictures(
    items: list[_Item], _on_problem: OnProblem
) -> tuple[tuple[Picture, ...], list[_Item]]:
    pictures = [
        Picture(data=data.value, mime_type=_mime_type(data)) for item in items for data in item.data
    ]
    return tuple(pictures), items


def _mime_type(data: _Data) -> str:
    by_content = (kind for start, kind in _STARTS.items() if data.value.startswith(start))
    return _PICTURES.get(data.type) or next(by_content, "image/jpeg")


def _write_pictures(pictures: tuple[Picture, ...], _old: list[_Item]) -> list[bytes]:
    types = {mime_type: number for number, mime_type in _PICTURES.items()}
    values = []
    for at, picture in enumerate(pictures):
        where = f"pictures[{at}]"
        if picture.mime_type not in types:
            refuse(f"{where}.mime_type", f"an MP4's covers are {', '.join(types)}")
        if picture.type != Picture(data=b"", mime_type="").type:
            refuse(f"{where}.type", "an MP4 holds covers only, which have type 3")
        if picture.description:
            refuse(f"{where}.description", "an MP4's covers have none")
        kind = types[picture.mime_type].to_bytes(4)
        values.append(render(b"data", kind, bytes(4), picture.data))
    return [render(b"covr", *values)]


def _report(on_problem: OnProblem, problem_id: str, message: str, name: bytes) -> None:
    report_at(on_problem, problem_id, message, name.decode("latin-1"))


_ROWS = (
    _text_row("title", b"\xa9nam"),
    _text_row("artist", b"\xa9ART"),
    _text_row("album", b"\xa9alb"),
    _Row("track", (b"trkn",), _read_track, _write_track),
    _Row("date", (b"\xa9day",), _read_date, _write_date),
    _Row("genre", (b"\xa9gen", b"gnre"), _read_genre, _write_genre),
    _text_row("category", b"catg"),
    _text_row("keywords", b"keyw"),
    _text_row("comment", b"\xa9cmt"),
    _Row("description", (b"desc", b"ldes"), _read_description, _write_description),
    _text_row("guid", b"egid"),
    _Row("feed_url", (b"purl", b"pcst"), _read_feed_url, _write_feed_url),
    _text_row("lyrics", b"\xa9lyr"),
    _Row("pictures", (b"covr",), _read_pictures, _write_pictures),
)
_NAMES = {name for row in _ROWS for name in row.names}
