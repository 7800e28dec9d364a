"""Writing the atom ``moov`` anew, with what belongs to it behind it, and with offsets that hold."""

import io
import struct
from bisect import bisect_right
from collections.abc import Callable
from itertools import count

import attrs

from podkit._files import Edit
from podkit.audio.mp4._atoms import Atom, Atoms, render, render_full
from podkit.audio.mp4._movie import Movie, Sample, Track, read_movie, read_samples
from podkit.audio.mp4._nero import write_nero
from podkit.audio.mp4._tracks import ChapterTracks, make_tracks
from podkit.errors import UnrepresentableError, strict
from podkit.models import Chapter

__all__ = ["Change", "find_items", "rewrite"]

_ROOM = 4096  # the padding that is left when the old one doesn't suffice
_HEADER_SIZE = 8
_SPACE = (b"free", b"skip")
_ITUNES = b"mdir"  # the handler of an atom "meta" with iTunes' items
_HANDLER = render_full(b"hdlr", 0, bytes(4), _ITUNES, b"appl", bytes(9))
_LANGUAGE_AT = {0: 20, 1: 32}  # in the body of an atom "mdhd", by its version
_OFFSETS = {b"stco": "I", b"co64": "Q"}


@attrs.frozen
class Change:
    """What to write; what is None stays as it is.

    Attributes:
        items: what the atom ``ilst`` holds.
        language: the three letters of the sound's language.
        marks: the chapters, in order.
    """

    items: bytes
    language: str | None = None
    marks: tuple[Chapter, ...] | None = None


def rewrite(atoms: Atoms, movie: Movie, change: Change) -> Edit:
    """Give the edit that makes a change.

    Raises:
        ParseError: the atoms are damaged.
        UnrepresentableError: a value has no place in the file.
    """
    start = movie.atom.start
    end, media = _region(atoms, movie)
    # All that follows takes places within the atom, as the bytes that are written have them.
    alone = Atoms(io.BytesIO(atoms.rendered(movie.atom)), strict)
    inner = read_movie(alone)
    size = len(_moov(alone, inner, change, 0)[0])
    moov, tracks = _moov(alone, inner, change, start + size + _HEADER_SIZE)
    kept = media if change.marks is None else []
    parts = [atoms.rendered(atom) for atom in kept]
    if tracks.samples:
        parts.append(render(b"mdat", tracks.samples))
    needed = size + sum(map(len, parts))
    space = end - start - needed
    if space and space < _HEADER_SIZE:
        space = _HEADER_SIZE + _ROOM
    if space:
        parts.append(render(b"free", bytes(space - _HEADER_SIZE)))
    moves = _moves(kept, start + size, end, start + needed + space - end)
    return Edit(start, end, b"".join([_with_offsets(moov, tracks.ids, moves), *parts]))


def find_items(atoms: Atoms, movie: Movie) -> tuple[Atom | None, Atom | None, Atom | None]:
    """Give the atoms ``udta``, ``meta`` with iTunes' items, and ``ilst``, as far as they exist."""
    udta = atoms.find(movie.atom, b"udta")
    for meta in atoms.within(udta) if udta else ():
        if meta.name == b"meta":
            handler = atoms.payload(atoms.find(meta, b"hdlr"), 12)[8:]
            if handler == _ITUNES:
                return udta, meta, atoms.find(meta, b"ilst")
    return udta, None, None


def _region(atoms: Atoms, movie: Movie) -> tuple[int, list[Atom]]:
    """Find where the atoms end that may be written anew, and which hold samples of chapters."""
    samples = [
        sample for track in movie.chapter_tracks for sample in read_samples(atoms, movie, track)
    ]
    end, media = movie.atom.end, []
    for atom in atoms.all():
        if atom.start == end:
            if atom.name == b"mdat" and _is_covered(atom, samples):
                media.append(atom)
            elif atom.name not in _SPACE:
                break
            end = atom.end
    return end, media


def _is_covered(atom: Atom, samples: list[Sample]) -> bool:
    """Say whether samples fill an atom, so that nothing else is in it."""
    position = atom.body
    for sample in sorted(samples, key=lambda sample: sample.offset):
        if atom.body <= sample.offset <= position:
            position = max(position, sample.offset + sample.size)
    return position == atom.end


def _moov(atoms: Atoms, movie: Movie, change: Change, place: int) -> tuple[bytes, ChapterTracks]:
    """Write ``moov``, with the samples of new chapters to be at a place."""
    tracks = ChapterTracks()
    changes: dict[Atom, bytes] = {}
    if change.marks is not None:
        dropped = movie.chapter_tracks
        used = {track.id for track in movie.tracks if track not in dropped}
        free_id = next(number for number in count(1) if not {number, number + 1} & used)
        tracks = make_tracks(change.marks, movie, free_id, place)
        changes.update((track.atom, b"") for track in dropped)
        next_id = free_id + len(tracks.ids)
        headers = [atom for atom in atoms.within(movie.atom) if atom.name == b"mvhd"]
        changes.update((atom, _with_next_id(atoms.rendered(atom), next_id)) for atom in headers)
    for track in movie.tracks:
        if track.atom not in changes:
            changes[track.atom] = _trak(atoms, movie, track, change, tracks.ids)
    udta, *_ = find_items(atoms, movie)
    user_data = _user_data(atoms, movie, change)
    added = tracks.traks
    if udta:
        changes[udta] = user_data
    else:
        added += user_data
    return atoms.changed(movie.atom, changes, added), tracks


def _with_next_id(header: bytes, next_id: int) -> bytes:
    """Raise the number that the next track gets, which the atom ``mvhd`` ends with."""
    return header[:-4] + max(next_id, int.from_bytes(header[-4:])).to_bytes(4)


def _trak(atoms: Atoms, movie: Movie, track: Track, change: Change, ids: tuple[int, ...]) -> bytes:
    changes: dict[Atom, bytes] = {}
    added = b""
    is_sound = track == movie.sound
    if change.marks is not None and (is_sound or track.chapters):
        reference = render(b"chap", *(number.to_bytes(4) for number in ids)) if ids else b""
        tref = atoms.find(track.atom, b"tref")
        if tref:
            others = [atom for atom in atoms.within(tref) if atom.name != b"chap"]
            body = [*map(atoms.rendered, others), reference]
            changes[tref] = render(b"tref", *body) if any(body) else b""
        elif reference:
            added = render(b"tref", reference)
    if is_sound and change.language is not None:
        media = [atom for atom in atoms.within(track.atom) if atom.name == b"mdia"]
        changes.update((atom, _mdia(atoms, atom, change.language)) for atom in media)
    return atoms.changed(track.atom, changes, added)


def _mdia(atoms: Atoms, media: Atom, language: str) -> bytes:
    headers = [atom for atom in atoms.within(media) if atom.name == b"mdhd"]
    changes = {atom: _with_language(atoms.rendered(atom), language) for atom in headers}
    return atoms.changed(media, changes)


def _with_language(header: bytes, language: str) -> bytes:
    """Set the language of an atom "mdhd": letters of five bits."""
    at = _HEADER_SIZE + _LANGUAGE_AT[header[_HEADER_SIZE] & 1]
    packed = 0
    for letter in language:
        packed = packed << 5 | ord(letter) - 0x60
    return header[:at] + packed.to_bytes(2) + header[at + 2 :]


def _user_data(atoms: Atoms, movie: Movie, change: Change) -> bytes:
    udta, meta, ilst = find_items(atoms, movie)
    changes: dict[Atom, bytes] = {}
    added = b""
    if change.marks is not None:
        if udta:
            changes.update((atom, b"") for atom in atoms.within(udta) if atom.name == b"chpl")
        if change.marks:
            added += write_nero(change.marks)
    items = render(b"ilst", change.items)
    if meta is None:
        added += render_full(b"meta", 0, _HANDLER, items) if change.items else b""
    else:
        inner = {atom: b"" for atom in atoms.within(meta) if atom.name in _SPACE}
        if ilst:
            inner[ilst] = items
        changes[meta] = atoms.changed(meta, inner, b"" if ilst else items)
    if udta:
        return atoms.changed(udta, changes, added)
    return render(b"udta", added) if added else b""


def _moves(kept: list[Atom], place: int, end: int, shift: int) -> Callable[[int], int]:
    """Give the function that says where in the file a place is to be."""
    starts, shifts = [0], [0]
    for atom in kept:
        starts += [atom.start, atom.end]
        shifts += [place - atom.start, 0]
        place += atom.end - atom.start
    starts.append(end)
    shifts.append(shift)
    return lambda offset: offset + shifts[bisect_right(starts, offset) - 1]


def _with_offsets(moov: bytes, new_ids: tuple[int, ...], moved: Callable[[int], int]) -> bytes:
    """Move the offsets of all tracks but the new ones."""
    atoms, data = Atoms(io.BytesIO(moov), strict), bytearray(moov)
    for track in read_movie(atoms).tracks:
        table = None if track.id in new_ids else atoms.find(track.atom, b"mdia", b"minf", b"stbl")
        for atom in atoms.within(table) if table else ():
            if atom.name in _OFFSETS:
                _move_offsets(data, atom, moved)
    return bytes(data)


def _move_offsets(data: bytearray, atom: Atom, moved: Callable[[int], int]) -> None:
    width = struct.calcsize(_OFFSETS[atom.name])
    start = atom.body + _HEADER_SIZE
    length = min(int.from_bytes(data[start - 4 : start]), max(atom.end - start, 0) // width)
    layout = struct.Struct(f">{length}{_OFFSETS[atom.name]}")
    try:
        layout.pack_into(data, start, *map(moved, layout.unpack_from(data, start)))
    except struct.error as error:
        message = "the audio would move beyond 4 GiB, where this file's offsets don't reach"
        raise UnrepresentableError(message) from error
