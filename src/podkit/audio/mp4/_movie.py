"""The tracks of an MP4 file, and the samples of one (ISO/IEC 14496-12, section 8)."""

import io
import struct
from collections.abc import Iterator
from itertools import accumulate, islice, pairwise
from typing import NamedTuple

import attrs

from podkit.audio.mp4._atoms import Atom, Atoms
from podkit.errors import ParseError, Problem

__all__ = ["Movie", "Sample", "Track", "read_movie", "read_samples"]

_MOST_REFERENCES = 256
_MOST_SAMPLES = 1 << 14
_LARGEST_TABLE = 8 + 12 * _MOST_SAMPLES
_SOUND, _PICTURES = b"soun", b"vide"


@attrs.frozen
class Track:
    """A track.

    Attributes:
        atom: its atom, ``trak``.
        id: what others call it.
        kind: what it holds, as its handler says.
        timescale: how many units of its time there are in a second.
        duration: how long it plays, in these units.
        language: the three letters of its language.
        chapters: the tracks that have its chapters.
    """

    atom: Atom
    id: int
    kind: bytes
    timescale: int
    duration: int
    language: str
    chapters: tuple[int, ...]


@attrs.frozen
class Movie:
    """The whole of the tracks.

    Attributes:
        atom: its atom, ``moov``.
        timescale: how many units of its time there are in a second.
        tracks: the tracks.
        sound: the first track with sound.
    """

    atom: Atom
    timescale: int
    tracks: tuple[Track, ...]
    sound: Track

    @property
    def duration(self) -> float | None:
        """How long the sound plays, in seconds."""
        return self.sound.duration / self.sound.timescale or None

    @property
    def chapter_tracks(self) -> list[Track]:
        """The tracks that others have their chapters in."""
        named = {number for track in self.tracks for number in track.chapters}
        return [track for track in self.tracks if track.id in named and track.kind != _SOUND]

    @property
    def has_video(self) -> bool:
        """Whether there are moving pictures, beside those of chapters."""
        chapters = self.chapter_tracks
        return any(track.kind == _PICTURES and track not in chapters for track in self.tracks)


class Sample(NamedTuple):
    """A sample: when it begins and ends, in seconds, and where it is in the file."""

    start: float
    end: float
    offset: int
    size: int


def read_movie(atoms: Atoms) -> Movie:
    """Read what an open file says of its tracks.

    Raises:
        ParseError: the file is no MP4 with sound.
    """
    moov = next((atom for atom in atoms.all() if atom.name == b"moov"), None)
    if moov is None:
        raise ParseError("expected MP4: an atom 'moov'")
    children = atoms.within(moov)
    header = next((atom for atom in children if atom.name == b"mvhd"), None)
    timescale, _, _ = _times(atoms.payload(header, 40))
    tracks = tuple(_read_track(atoms, atom) for atom in children if atom.name == b"trak")
    sound = next((track for track in tracks if track.kind == _SOUND), None)
    if sound is None:
        raise ParseError("expected MP4 with sound: a track of it in the atom 'moov'")
    return Movie(moov, timescale, tracks, sound)


def read_samples(atoms: Atoms, movie: Movie, track: Track) -> list[Sample]:
    """List the samples of a track of chapters; of a damaged one, those that it has.

    Raises:
        ParseError: there are more than anyone writes.
    """
    table = atoms.find(track.atom, b"mdia", b"minf", b"stbl")
    if table is None:
        return []
    named = {atom.name: atoms.payload(atom, _LARGEST_TABLE) for atom in atoms.within(table)}
    sizes = list(islice(_sizes(named.get(b"stsz", b"")), _MOST_SAMPLES + 1))
    if len(sizes) > _MOST_SAMPLES:
        raise ParseError(f"more than {_MOST_SAMPLES} chapters; podkit reads no such file")
    lasting = islice(_durations(named.get(b"stts", b"")), _MOST_SAMPLES)
    first = _first_time(atoms, movie, track)
    times = (first + units / track.timescale for units in accumulate(lasting, initial=0))
    remaining = atoms.file.seek(0, io.SEEK_END)
    samples = []
    for (start, end), (offset, size) in zip(pairwise(times), _places(named, sizes), strict=False):
        remaining -= size
        if remaining < 0:
            message = "what its samples hold is more than the file"
            where = f"track {track.id}"
            atoms.on_problem(Problem(id="damaged-chapters", message=message, where=where))
            break
        samples.append(Sample(start, end, offset, size))
    return samples


def _read_track(atoms: Atoms, trak: Atom) -> Track:
    children = {atom.name: atom for atom in reversed(atoms.within(trak))}
    media = children.get(b"mdia")
    parts = {atom.name: atom for atom in reversed(atoms.within(media))} if media else {}
    header = atoms.payload(children.get(b"tkhd"), 24)
    number = header[20:24] if header[:1] == b"\1" else header[12:16]
    timescale, duration, language = _times(atoms.payload(parts.get(b"mdhd"), 40))
    reference = children.get(b"tref")
    chapters = atoms.find(reference, b"chap") if reference else None
    numbers = atoms.payload(chapters, 4 * _MOST_REFERENCES)
    return Track(
        atom=trak,
        id=int.from_bytes(number),
        kind=atoms.payload(parts.get(b"hdlr"), 12)[8:],
        timescale=timescale,
        duration=duration,
        language=language,
        chapters=tuple(int.from_bytes(numbers[at : at + 4]) for at in range(0, len(numbers), 4)),
    )


def _times(header: bytes) -> tuple[int, int, str]:
    """Read timescale, duration and language of "mvhd" or "mdhd"; a damaged one has none."""
    layout = struct.Struct(">20xIQH" if header[:1] == b"\1" else ">12xIIH")
    if len(header) < layout.size:
        return 1, 0, ""
    timescale, duration, language = layout.unpack_from(header)
    unknown = (1 << (64 if header[:1] == b"\1" else 32)) - 1
    letters = [chr(0x60 + (language >> shift & 0x1F)) for shift in (10, 5, 0)]
    return timescale or 1, 0 if duration == unknown else duration, "".join(letters)


def _first_time(atoms: Atoms, movie: Movie, track: Track) -> float:
    """Give the time at which a track begins: how long the empty edits at its start last."""
    data = atoms.payload(atoms.find(track.atom, b"edts", b"elst"), 1 << 10)
    layout = struct.Struct(">Qq4x" if data[:1] == b"\1" else ">Ii4x")
    units = 0
    for lasting, start in layout.iter_unpack(
        data[8 : 8 + (len(data) - 8) // layout.size * layout.size]
    ):
        if start != -1:
            break
        units += lasting
    return float(units / movie.timescale)


def _sizes(data: bytes) -> Iterator[int]:
    size, count = _pair(data[4:12])
    if size:
        yield from (size for _ in range(count))
    for at in range(12, min(len(data) - 3, 12 + 4 * count), 4):
        yield int.from_bytes(data[at : at + 4])


def _durations(data: bytes) -> Iterator[int]:
    for at in range(8, len(data) - 7, 8):
        count, units = _pair(data[at : at + 8])
        yield from (units for _ in range(count))


def _places(named: dict[bytes, bytes], sizes: list[int]) -> Iterator[tuple[int, int]]:
    """Give the place and the size of each sample."""
    width = 4 if b"stco" in named else 8
    offsets = named.get(b"stco") or named.get(b"co64", b"")
    runs = dict(_runs(named.get(b"stsc", b"")))
    remaining, count = iter(sizes), 0
    for chunk in range(min((len(offsets) - 8) // width, _MOST_SAMPLES)):
        count = runs.get(chunk + 1, count)
        at = 8 + chunk * width
        offset = int.from_bytes(offsets[at : at + width])
        for size in islice(remaining, count):
            yield offset, size
            offset += size


def _runs(data: bytes) -> list[tuple[int, int]]:
    """List the first chunk of each run and how many samples its chunks have."""
    return [_pair(data[at : at + 8]) for at in range(8, len(data) - 11, 12)]


def _pair(data: bytes) -> tuple[int, int]:
    return int.from_bytes(data[:4]), int.from_bytes(data[4:8])
