"""MP4 files (ISO/IEC 14496-12): m4a, m4b, mp4; iTunes' items and two lists of chapters.

What is written is the atom ``moov``, and behind it the samples of the chapters and an atom ``free``
so that the next edit fits. What is behind these moves only when they need more room than there is,
and then the offsets in ``moov`` follow. No atom that no field is read from changes.

The language is that of the track with the sound. A chapter's end that isn't the next one's start is
carried by the last one only.
"""

import io
from itertools import pairwise
from typing import BinaryIO

from podkit._carry import Carries
from podkit._files import Edit
from podkit._report import refuse
from podkit.audio._carry import Capacity, check_carried, settle
from podkit.audio._languages import from_bcp47, to_bcp47
from podkit.audio.mp4._atoms import Atoms
from podkit.audio.mp4._chapters import Found, read_chapters
from podkit.audio.mp4._items import read_items, update_items
from podkit.audio.mp4._movie import Movie, read_movie
from podkit.audio.mp4._rewrite import Change, find_items, rewrite
from podkit.audio.mp4._sound import read_sound
from podkit.audio.mp4._tracks import LATEST, check_chapter
from podkit.errors import OnProblem, ParseError, UnsupportedFormatError, ignore, strict
from podkit.models import AudioFacts, AudioTags, Chapter

__all__ = ["CAPACITY", "edits", "facts", "read"]

_LARGEST_MOVIE = 1 << 28
CAPACITY = Capacity(
    Carries(("start", "end", "title", "url", "picture")),
    ("transcript",),
    ends="last",
    equal_starts=False,
    first_track=1,
)
_NO_LANGUAGE = "und"


def read(file: BinaryIO, on_problem: OnProblem) -> AudioTags:
    r"""Read the tags of an open file, and how long its audio plays.

    Raises:
        ParseError: the file is no MP4 with sound.

    >>> read(io.BytesIO(b"\0\0\0\x08ftyp"), print)
    Traceback (most recent call last):
    podkit.errors.ParseError: expected MP4: an atom 'moov'
    """
    atoms = Atoms(file, on_problem)
    movie = read_movie(atoms)
    return AudioTags(
        **read_items(_items(atoms, movie), on_problem),
        language=_language(movie),
        chapters=read_chapters(atoms, movie, on_problem).chapters,
        duration=movie.duration,
    )


def edits(file: BinaryIO, tags: AudioTags) -> list[Edit]:
    r"""Give what changes in an open file when its tags are updated; nothing, if it says so already.

    Raises:
        ParseError: the file is no MP4 with sound, or its atoms are damaged.
        UnrepresentableError: a value has no place in the file.
        UnsupportedFormatError: the file is in fragments, or encrypted.

    >>> edits(io.BytesIO(b"\0\0\0\x08moov"), AudioTags())
    Traceback (most recent call last):
    podkit.errors.ParseError: expected MP4 with sound: a track of it in the atom 'moov'
    """
    check_carried(tags, CAPACITY)
    atoms = Atoms(file, strict)
    movie = read_movie(atoms)
    _check_writable(atoms, movie)
    items = _items(atoms, movie)
    change = Change(
        items=update_items(items, tags),
        language=_new_language(tags.language, movie),
        marks=_new_marks(tags, movie, read_chapters(atoms, movie, ignore)),
    )
    return [] if change == Change(items=items) else [rewrite(atoms, movie, change)]


def facts(file: BinaryIO) -> AudioFacts:
    r"""Give the facts of an open file.

    Raises:
        ParseError: the file is no MP4 with sound.

    >>> facts(io.BytesIO(b"\0\0\0\x08free"))
    Traceback (most recent call last):
    podkit.errors.ParseError: expected MP4: an atom 'moov'
    """
    atoms = Atoms(file, ignore)
    movie = read_movie(atoms)
    sound = read_sound(atoms, movie)
    size = sum(atom.end - atom.body for atom in atoms.all() if atom.name == b"mdat")
    return AudioFacts(
        mime_type="video/mp4" if movie.has_video else "audio/mp4",
        length=file.seek(0, io.SEEK_END),
        duration=movie.duration,
        bit_rate=round(size * 8 / movie.duration) if movie.duration and size else None,
        sample_rate=sound.sample_rate or None,
        channels=sound.channels or None,
    )


def _items(atoms: Atoms, movie: Movie) -> bytes:
    *_, ilst = find_items(atoms, movie)
    return atoms.payload(ilst, _LARGEST_MOVIE)


def _language(movie: Movie) -> str | None:
    code = movie.sound.language
    return None if code == _NO_LANGUAGE else to_bcp47(code)


def _check_writable(atoms: Atoms, movie: Movie) -> None:
    if movie.atom.end - movie.atom.start > _LARGEST_MOVIE:
        raise ParseError(f"an atom 'moov' of more than {_LARGEST_MOVIE} bytes")
    if atoms.find(movie.atom, b"mvex"):
        message = "podkit doesn't write tags into MP4 files in fragments; join these first"
        raise UnsupportedFormatError(message)
    for track in movie.tracks:
        if atoms.find(track.atom, b"mdia", b"minf", b"stbl", b"saio"):
            raise UnsupportedFormatError("podkit doesn't write tags into encrypted MP4 files")


def _new_language(language: str | None, movie: Movie) -> str | None:
    """Give the three letters of a language, or None where the file has it already."""
    if language == _language(movie):
        return None
    if not movie.sound.language:
        refuse("language", "the file's track of sound is damaged and has no place for it")
    code = _NO_LANGUAGE if language is None else from_bcp47(language)
    if code is None:
        message = f"MP4 has codes for whole languages only, such as 'en' or 'gsw', not {language!r}"
        refuse("language", message)
    return code


def _new_marks(tags: AudioTags, movie: Movie, found: Found) -> tuple[Chapter, ...] | None:
    """Give the chapters to write, or None where both lists say them already."""
    if found.is_whole and tags.chapters == found.chapters:
        return None
    duration = movie.duration if tags.duration is None else tags.duration
    marks = settle(tags.chapters, duration, below=LATEST, has_end=True)
    if found.is_whole and marks == tuple(found.chapters or ()):
        return None
    for index, chapter in enumerate(tags.chapters or ()):
        check_chapter(chapter, f"chapters[{index}]")
    for before, after in pairwise(marks):
        if before.start == after.start:
            refuse("chapters", f"two start at {after.start} seconds; in an MP4 one does")
    return marks
