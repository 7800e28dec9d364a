"""Which frames hold which field of `AudioTags`: one table for reading and writing.

Frames are those of ID3v2.3 (section 4), Apple's for podcasts, and v2.4's TDRC and TDRL for dates.
"""

import re
from collections.abc import Callable
from typing import Any, NamedTuple

from podkit.audio.id3._chapters import read_chapters, write_chapters
from podkit.audio.id3._frames import (
    check_latin_1,
    check_text,
    join_values,
    read_bodies,
    write_frame,
)
from podkit.audio.id3._languages import from_bcp47, to_bcp47
from podkit.audio.id3._tag import Frame
from podkit.errors import OnProblem, Problem, UnrepresentableError
from podkit.models import AudioTags, Picture

__all__ = ["ROWS", "Row"]

_TRACK = re.compile(r"\s*(\d{1,9})\s*(?:/.*)?", re.ASCII)  # "3/12" is the third of twelve
_DATE = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d)(?:T(\d\d)(?::(\d\d)(?::\d\d)?)?)?)?)?", re.ASCII)
_NO_LANGUAGE = "XXX"
_ANY_PICTURE = "image/"  # what APIC has when the type isn't known

Reader = Callable[[list[Frame], OnProblem], tuple[Any, list[Frame]]]
Writer = Callable[[Any, AudioTags], list[Frame]]


class Row(NamedTuple):
    """A field of `AudioTags` and the frames that hold it.

    Attributes:
        field: the field's name.
        frames: the names of the frames.
        read: gives the value that these frames hold, None or () for none, and those that say it.
        write: gives the frames for a value.
        shares: whether other frames of these names may stand beside the field's own.
    """

    field: str
    frames: tuple[str, ...]
    read: Reader
    write: Writer
    shares: bool = False


def _text_row(
    field: str,
    frame_id: str,
    read: Callable[[str], Any] = str,
    write: Callable[[Any, str], str] = check_text,
) -> Row:
    def read_frames(frames: list[Frame], on_problem: OnProblem) -> tuple[Any, list[Frame]]:
        return _read_texts(frames, read, on_problem)

    def write_frames(value: object, _tags: AudioTags) -> list[Frame]:
        return [write_frame(frame_id, write(value, field))]

    return Row(field, (frame_id,), read_frames, write_frames)


def _read_texts(
    frames: list[Frame], read: Callable[[str], Any], on_problem: OnProblem
) -> tuple[Any, list[Frame]]:
    found, used = [], []
    for frame, (texts,) in read_bodies(frames, on_problem):
        text = join_values(texts)
        value = read(text) if text else None
        if value is not None:
            found.append(value)
            used.append(frame)
        elif text:
            _report(on_problem, "wrong-type", f"not understood: {text!r:.80}", frame.id)
    if len(found) > 1:
        _report(on_problem, "repeated-frame", f"the first of {len(found)} is read", used[0].id)
    return (found[0] if found else None), used


def _read_track(text: str) -> int | None:
    match = _TRACK.fullmatch(text)
    return int(match[1]) if match else None


def _write_track(track: int, where: str) -> str:
    if not 0 <= track < 10**9:
        raise UnrepresentableError("expected a number from 0 to 999999999", where=where)
    return str(track)


def _write_language(tag: str, where: str) -> str:
    code = from_bcp47(tag)
    if code is None:
        message = f"ID3 has codes for whole languages only, such as 'en' or 'gsw', not for {tag!r}"
        raise UnrepresentableError(message, where=where)
    return code


def _read_date(frames: list[Frame], on_problem: OnProblem) -> tuple[str | None, list[Frame]]:
    bodies = list(read_bodies(frames, on_problem))
    texts = {frame.id: text.partition("\0")[0].strip() for frame, (text,) in reversed(bodies)}
    year, day, time = (texts.get(name, "") for name in ("TYER", "TDAT", "TIME"))
    candidates = (
        texts.get("TDRL", ""),
        texts.get("TDRC", ""),
        f"{year}-{day[2:]}-{day[:2]}T{time[:2]}:{time[2:]}",
        f"{year}-{day[2:]}-{day[:2]}",
        year,
    )
    for date in candidates:
        if _DATE.fullmatch(date.replace(" ", "T")):
            return date.replace(" ", "T"), [frame for frame, _ in bodies]
    if bodies:
        found = ", ".join(f"{name} {text!r:.20}" for name, text in texts.items())
        _report(on_problem, "wrong-type", f"not understood as a date: {found}", bodies[0][0].id)
    return None, []


def _write_date(date: str, _tags: AudioTags) -> list[Frame]:
    match = _DATE.fullmatch(date)
    if not match:
        message = f"expected a date such as 2024, 2024-03-28 or 2024-03-28T06:30, not {date!r:.40}"
        raise UnrepresentableError(message, where="date")
    year, month, day, hour, minute = match.groups()
    frames = [write_frame("TYER", year)]
    if day:
        frames.append(write_frame("TDAT", day + month))
    if minute:
        frames.append(write_frame("TIME", hour + minute))
    return [*frames, write_frame("TDRL", date)]


def _remark_row(field: str, frame_id: str, described: str) -> Row:
    """Make the row of a text with a language and a description.

    Args:
        field: the field's name.
        frame_id: the frame's name.
        described: a pattern for the descriptions that the field's frame may have.
    """

    def read(frames: list[Frame], on_problem: OnProblem) -> tuple[str | None, list[Frame]]:
        for frame, (_, description, texts) in read_bodies(frames, on_problem):
            text = join_values(texts)
            if text and re.fullmatch(described, description):
                return text, [frame]
        return None, []

    def write(text: str, tags: AudioTags) -> list[Frame]:
        language = from_bcp47(tags.language or "") or _NO_LANGUAGE
        return [write_frame(frame_id, language, "", check_text(text, field))]

    return Row(field, (frame_id,), read, write, shares=True)


def _read_feed_url(frames: list[Frame], on_problem: OnProblem) -> tuple[str | None, list[Frame]]:
    flags = [frame for frame in frames if frame.id == "PCST"]
    links = [frame for frame in frames if frame.id == "WFED"]
    url, used = _read_texts(links, str, on_problem)
    return url, [*flags, *used] if used else []


def _write_feed_url(url: str, _tags: AudioTags) -> list[Frame]:
    # PCST tells Apple's players that the file is a podcast's, by being there.
    return [write_frame("PCST", bytes(4)), write_frame("WFED", check_text(url, "feed_url"))]


def _read_pictures(
    frames: list[Frame], on_problem: OnProblem
) -> tuple[tuple[Picture, ...], list[Frame]]:
    pictures, used = [], []
    for frame, (mime, kind, description, data) in read_bodies(frames, on_problem):
        mime_type = mime or _ANY_PICTURE
        pictures.append(Picture(data=data, mime_type=mime_type, type=kind, description=description))
        used.append(frame)
    return tuple(pictures), used


def _write_pictures(pictures: tuple[Picture, ...], _tags: AudioTags) -> list[Frame]:
    return [_picture_frame(picture, f"pictures[{at}]") for at, picture in enumerate(pictures)]


def _picture_frame(picture: Picture, where: str) -> Frame:
    mime_type = check_latin_1(picture.mime_type, f"{where}.mime_type")
    if not 0 <= picture.type <= 0xFF:
        raise UnrepresentableError("expected a number from 0 to 255", where=f"{where}.type")
    if picture.description:
        check_text(picture.description, f"{where}.description")
    return write_frame("APIC", mime_type, picture.type, picture.description, picture.data)


def _report(on_problem: OnProblem, problem_id: str, message: str, where: str) -> None:
    on_problem(Problem(id=problem_id, message=message, where=where))


# In the order in which the frames are written: players that read a stream want texts first.
ROWS = (
    _text_row("title", "TIT2"),
    _text_row("artist", "TPE1"),
    _text_row("album", "TALB"),
    _text_row("track", "TRCK", _read_track, _write_track),
    Row("date", ("TYER", "TDAT", "TIME", "TDRL", "TDRC"), _read_date, _write_date),
    _text_row("genre", "TCON"),
    _remark_row("comment", "COMM", described=""),
    _text_row("description", "TDES"),
    _text_row("language", "TLAN", to_bcp47, _write_language),
    _text_row("guid", "TGID"),
    Row("feed_url", ("PCST", "WFED"), _read_feed_url, _write_feed_url),
    Row(
        "chapters",
        ("CTOC", "CHAP"),
        read_chapters,
        lambda chapters, _tags: write_chapters(chapters),
    ),
    _remark_row("lyrics", "USLT", described=".*"),
    Row("pictures", ("APIC",), _read_pictures, _write_pictures),
)
