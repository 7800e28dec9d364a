"""Cue sheets (CDRWIN User's Guide, appendix A).

A track carries a start, to the 75th of a second, and a title; the sheet carries the title, the
author and the name of the audio file. It has 99 tracks at most.
"""

import re
from collections.abc import Iterator
from typing import Any

import attrs

from podkit._carry import Carries, carried, check_line, check_time
from podkit._files import Source, Target, read_bytes, write_bytes
from podkit._report import refuse, report
from podkit._text import decode
from podkit.chapters._order import report_order
from podkit.errors import OnProblem, ParseError, ignore
from podkit.models import Chapter, Chapters

__all__ = ["dumps", "loads", "read", "write"]

_FRAMES = 75  # a second has as many
_MOST_TRACKS = 99
_LATEST = 6 * 10**7  # of a minute's six digits
# The sheet's command and the field of `Chapters` that holds what it says.
_SHEET = {"TITLE": "title", "PERFORMER": "author", "FILE": "file_name"}
CARRIES = Carries(("start", "title"), tuple(_SHEET.values()))
_COMMAND = re.compile(r"\s*([A-Za-z0-9]+)\s*(.*)")
# A text in quotation marks, and the type of a file.
_QUOTED = re.compile(r'"(.*)"\s*(\w*)\s*')
_INDEX = re.compile(r"(\d{1,2})\s+(\d{1,6}):([0-5]?\d):([0-7]?\d)\s*", re.ASCII)
_START = 1  # the index at which a track starts; that of 0 is the pause before it
_TYPES = {".mp3": "MP3", ".aif": "AIFF", ".aiff": "AIFF"}


@attrs.define
class _Track:
    """A track as far as it was read."""

    line: int
    title: str | None = None
    start: float | None = None


def loads(text: str | bytes, *, on_problem: OnProblem = ignore) -> Chapters:
    r"""Read a cue sheet.

    Args:
        text: the file's text, or its bytes.
        on_problem: receives what was forgiven: commands that `Chapters` has no field for, such as
            remarks; tracks without a start or in a second file (left out), and out of order.

    Raises:
        ParseError: the text has no track.

    >>> sheet = 'PERFORMER "Ann"\nTRACK 01 AUDIO\n  TITLE "The news"\n  INDEX 01 01:05:15\n'
    >>> loads(sheet).author, loads(sheet)[0].start
    ('Ann', 65.2)
    """
    facts: dict[str, Any] = {}
    tracks: list[_Track] = []
    for number, command, argument in _of_first_file(decode(text, on_problem), on_problem):
        if command == "TRACK":
            tracks.append(_Track(number))
            continue
        is_kept = (
            _read_track(tracks[-1], command, argument)
            if tracks
            else _read_fact(facts, command, argument)
        )
        if not is_kept:
            report(
                on_problem, "not-kept", f"not kept: {f'{command} {argument}'.strip():.80}", number
            )
    if not tracks:
        raise ParseError("expected a cue sheet, with lines such as TRACK 01 AUDIO")
    chapters = Chapters(chapters=tuple(_read_chapters(tracks, on_problem)), **facts)
    report_order(chapters, on_problem)
    return chapters


def dumps(chapters: Chapters, *, lossy: bool = False) -> str:
    r"""Write a cue sheet.

    Args:
        chapters: the chapters.
        lossy: leave out what the sheet has no place for, such as ends; and put chapters that stand
            within others into the one list, and leave out hidden ones.

    Raises:
        UnrepresentableError: there is such a thing, and it may not be lost; there is no chapter, or
            more than 99; or a time or text can't be held.

    >>> marks = Chapters(file_name="ep-12.mp3", chapters=[Chapter(start=65.2, title="The news")])
    >>> print(dumps(marks), end="")
    FILE "ep-12.mp3" MP3
      TRACK 01 AUDIO
        TITLE "The news"
        INDEX 01 01:05:15
    """
    chapters = carried(chapters, CARRIES, lossy=lossy)
    if not 1 <= len(chapters) <= _MOST_TRACKS:
        refuse("chapters", f"a cue sheet has 1 to {_MOST_TRACKS} tracks, not {len(chapters)}")
    lines = [
        f"{command} {_quoted(getattr(chapters, field), field)}"
        for command, field in _SHEET.items()
        if getattr(chapters, field) is not None
    ]
    if chapters.file_name is not None:
        suffix = chapters.file_name[chapters.file_name.rfind(".") :].lower()
        lines[-1] += f" {_TYPES.get(suffix, 'WAVE')}"
    for index, chapter in enumerate(chapters):
        lines += _track_lines(chapter, index + 1, f"chapters[{index}]")
    return "".join(f"{line}\n" for line in lines)


def read(source: Source, *, on_problem: OnProblem = ignore) -> Chapters:
    r"""Read a cue sheet from a path or an open binary file, as `loads` does.

    >>> import io
    >>> read(io.BytesIO(b"TRACK 01 AUDIO\nINDEX 01 01:05:00\n"))[0].start
    65.0
    """
    return loads(read_bytes(source), on_problem=on_problem)


def write(chapters: Chapters, target: Target, *, lossy: bool = False) -> None:
    r"""Write a cue sheet to a path or an open binary file, as `dumps` does.

    >>> import io
    >>> file = io.BytesIO()
    >>> write(Chapters(chapters=[Chapter(start=65)]), file)
    >>> file.getvalue()
    b'  TRACK 01 AUDIO\n    INDEX 01 01:05:00\n'
    """
    write_bytes(target, dumps(chapters, lossy=lossy).encode())


def _of_first_file(text: str, on_problem: OnProblem) -> Iterator[tuple[int, str, str]]:
    """Give the lines about the first file, each with its number, command and argument."""
    files = 0
    for number, line in enumerate(text.splitlines(), start=1):
        match = _COMMAND.fullmatch(line)
        command, argument = (match[1].upper(), match[2]) if match else ("", line)
        files += command == "FILE"
        if files > 1:
            message = (
                "left out from here on, as the times of a second file count from its own start"
            )
            report(on_problem, "second-file", message, number)
            return
        if line.strip():
            yield number, command, argument


def _read_fact(facts: dict[str, Any], command: str, argument: str) -> bool:
    """Read what a command says of the whole, or say that no field holds it."""
    field = _SHEET.get(command)
    if field is None or field in facts:
        return False
    facts[field] = _read_text(argument, has_type=command == "FILE")
    return True


def _read_track(track: _Track, command: str, argument: str) -> bool:
    """Read what a command says of a track, or say that no field holds it."""
    if command == "TITLE" and track.title is None:
        track.title = _read_text(argument, has_type=False)
        return True
    index = _INDEX.fullmatch(argument) if command == "INDEX" else None
    if not index or int(index[1]) != _START or track.start is not None:
        return False
    minutes, seconds, frames = map(int, index.group(2, 3, 4))
    track.start = ((minutes * 60 + seconds) * _FRAMES + frames) / _FRAMES
    return True


def _read_text(argument: str, *, has_type: bool) -> str | None:
    quoted = _QUOTED.fullmatch(argument)
    if quoted and (has_type or not quoted[2]):
        return quoted[1].strip() or None
    text = argument.rstrip()
    return (text.rpartition(" ")[0].rstrip() if has_type else text) or None


def _read_chapters(tracks: list[_Track], on_problem: OnProblem) -> Iterator[Chapter]:
    for track in tracks:
        if track.start is None:
            report(on_problem, "missing-start", "left out, as it has no INDEX 01", track.line)
        else:
            yield Chapter(start=track.start, title=track.title)


def _track_lines(chapter: Chapter, number: int, where: str) -> Iterator[str]:
    yield f"  TRACK {number:02d} AUDIO"
    if chapter.title is not None:
        yield f"    TITLE {_quoted(chapter.title, f'{where}.title')}"
    if chapter.start >= _LATEST:
        refuse(f"{where}.start", f"{chapter.start} seconds are more than a cue sheet counts")
    seconds, frames = divmod(round(check_time(chapter.start, f"{where}.start") * _FRAMES), _FRAMES)
    yield f"    INDEX 01 {seconds // 60:02d}:{seconds % 60:02d}:{frames:02d}"


def _quoted(text: str, where: str) -> str:
    if '"' in text:
        refuse(where, f"a cue sheet can't hold quotation marks: {text!r:.80}")
    return f'"{check_line(text, where)}"'
