"""Reading the two lists of chapters of an MP4 file: QuickTime's tracks, and Nero's list.

Both are written, as players read one or the other. Where both are read, the track counts; its
starts are Nero's where the titles are the same, for Nero's are finer and some writers let the first
chapter of a track start at 0.
"""

import struct
from bisect import bisect_left

import attrs

from podkit.audio.mp4._atoms import Atoms
from podkit.audio.mp4._movie import Movie, Sample, Track, read_samples
from podkit.audio.mp4._nero import MOST_BYTES, nero_titles, read_nero
from podkit.errors import OnProblem, Problem
from podkit.models import Chapter, Chapters, Picture

__all__ = ["Found", "read_chapters"]

_LONGEST_TEXT = 1 << 17
_CLOSE = 0.1  # seconds within which two lists mean the same start
_SAME = 0.01  # and within which a picture belongs to a chapter
_PICTURES = b"vide"


@attrs.frozen
class Found:
    """The chapters of a file.

    Attributes:
        chapters: the chapters.
        is_whole: whether there are none, or both lists say the same.
    """

    chapters: Chapters | None
    is_whole: bool


def read_chapters(atoms: Atoms, movie: Movie, on_problem: OnProblem) -> Found:
    """Read the chapters of an open file."""
    tracks = movie.chapter_tracks
    nero = read_nero(
        atoms.payload(atoms.find(movie.atom, b"udta", b"chpl"), MOST_BYTES), on_problem
    )
    chapters = _read_texts(atoms, movie, [track for track in tracks if track.kind != _PICTURES])
    for track in [track for track in tracks if track.kind == _PICTURES][:1]:
        if chapters:
            chapters = _with_pictures(atoms, chapters, read_samples(atoms, movie, track))
    if not chapters or not nero:
        found = chapters or nero
        return Found(Chapters(chapters=tuple(found)) if found else None, is_whole=not found)
    pairs = list(zip(chapters, nero, strict=False))
    has_same_titles = nero_titles(chapters) == nero_titles(nero)
    is_whole = has_same_titles and all(
        abs(one.start - other.start) <= _CLOSE for one, other in pairs
    )
    if not is_whole:
        message = "the track of chapters and Nero's list don't say the same"
        on_problem(Problem(id="chapters-disagree", message=message, where="chpl"))
    if has_same_titles:
        exact = [attrs.evolve(one, start=other.start) for one, other in pairs]
        chapters = sorted([*exact, *chapters[len(exact) :]], key=lambda chapter: chapter.start)
    return Found(Chapters(chapters=tuple(chapters)), is_whole=is_whole)


def _read_texts(atoms: Atoms, movie: Movie, tracks: list[Track]) -> list[Chapter]:
    """Read the titles of the first track; another one may be for the links."""
    samples = [(track, read_samples(atoms, movie, track)) for track in tracks]
    if not samples or not samples[0][1]:
        return []
    urls: dict[float, str] = {}
    for _, others in samples[1:]:
        for sample in others:
            _, url = _read_text(atoms, sample)
            if url:
                urls.setdefault(round(sample.start, 3), url)
    chapters = []
    for sample in samples[0][1]:
        title, url = _read_text(atoms, sample)
        start = round(sample.start, 3)
        chapters.append(Chapter(start=start, title=title, url=url or urls.get(start)))
    end = round(samples[0][1][-1].end, 3)
    if end != round(max(movie.duration or 0, chapters[-1].start), 3):
        chapters[-1] = attrs.evolve(chapters[-1], end=end)
    return chapters


def _read_text(atoms: Atoms, sample: Sample) -> tuple[str | None, str | None]:
    """Read the text of a sample, and where it leads."""
    atoms.file.seek(sample.offset)
    data = atoms.file.read(min(sample.size, _LONGEST_TEXT))
    position = 2 + int.from_bytes(data[:2])
    text = data[2:position]
    url = None
    while position + 8 <= len(data):
        size, name = struct.unpack_from(">I4s", data, position)
        if name == b"href" and position + 13 <= len(data):
            start = position + 13
            url = data[start : start + data[start - 1]].decode("utf-8", "replace") or None
        position += max(size, 8)
    return _decode(text) or None, url


def _decode(text: bytes) -> str:
    if text[:2] in (b"\xfe\xff", b"\xff\xfe"):
        return text.decode("utf-16", "replace")
    try:
        return text.decode()
    except UnicodeDecodeError:
        return text.decode("mac-roman")


def _with_pictures(atoms: Atoms, chapters: list[Chapter], samples: list[Sample]) -> list[Chapter]:
    """Give chapters the pictures that begin when they do."""
    starts = [chapter.start for chapter in chapters]
    found = list(chapters)
    for sample in samples:
        after = min(bisect_left(starts, sample.start), len(starts) - 1)
        near = min((after, max(after - 1, 0)), key=lambda at: abs(starts[at] - sample.start))
        if sample.size and abs(starts[near] - sample.start) <= _SAME:
            found[near] = attrs.evolve(found[near], picture=_read_picture(atoms, sample))
    return found


def _read_picture(atoms: Atoms, sample: Sample) -> Picture:
    atoms.file.seek(sample.offset)
    data = atoms.file.read(sample.size)
    mime_type = "image/png" if data.startswith(b"\x89PNG") else "image/jpeg"
    return Picture(data=data, mime_type=mime_type)
