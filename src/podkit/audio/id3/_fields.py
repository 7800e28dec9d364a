"""Which frames hold which field of `AudioTags`: one table for reading and writing.

Frames are those of ID3v2.3 (section 4), Apple's for podcasts, and v2.4's TDRC and TDRL for dates.
"""

import re

from podkit._report import refuse, report_at
from podkit.audio._languages import from_bcp47, to_bcp47
from podkit.audio._values import DATE, read_track, refuse_date, write_track
from podkit.audio.id3._chapters import CHAPTERS
from podkit.audio.id3._frames import check_text, join_values, read_bodies, write_frame
from podkit.audio.id3._genres import read_genre, write_genre
from podkit.audio.id3._pictures import PICTURES
from podkit.audio.id3._rows import (
    Place,
    Row,
    read_texts,
    simple_row,
    text_row,
)
from podkit.audio.id3._tag import Frame
from podkit.audio.id3._transcript import TRANSCRIPT
from podkit.errors import OnProblem

__all__ = ["ROWS"]

_NO_LANGUAGE = "XXX"


def _write_language(tag: str, where: str) -> str:
    code = from_bcp47(tag)
    if code is None:
        refuse(
            where, f"ID3 has codes for whole languages only, such as 'en' or 'gsw', not for {tag!r}"
        )
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
    for candidate in candidates:
        date = candidate.replace(" ", "T")
        if _match_date(date):
            return date, [frame for frame, _ in bodies]
    if bodies:
        found = ", ".join(f"{name} {text!r:.20}" for name, text in texts.items())
        report_at(on_problem, "wrong-type", f"not understood as a date: {found}", bodies[0][0].id)
    return None, []


def _write_date(date: str, where: str, place: Place) -> list[Frame]:
    match = DATE.fullmatch(date) or refuse_date(date, where)
    if match["zone"]:
        refuse(where, f"ID3 has no time zones; give the time in UTC, without one, not {date!r}")
    if place.version == 4:
        return [write_frame(name, date, version=4) for name in ("TDRC", "TDRL")]
    year, month, day, hour, minute, _ = match.groups()
    frames = [write_frame("TYER", year)]
    if day:
        frames.append(write_frame("TDAT", day + month))
    if minute:
        frames.append(write_frame("TIME", hour + minute))
    return [*frames, write_frame("TDRL", date)]


def _match_date(text: str) -> re.Match[str] | None:
    """Take a date apart; one with a time zone is none of a tag's."""
    match = DATE.fullmatch(text)
    return match if match and not match["zone"] else None


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

    def write(text: str, where: str, place: Place) -> list[Frame]:
        language = from_bcp47(place.owner.language or "") or _NO_LANGUAGE
        values = language, "", check_text(text, where)
        return [write_frame(frame_id, *values, version=place.version)]

    return simple_row(field, (frame_id,), read, write, shares=True)


def _read_feed_url(frames: list[Frame], on_problem: OnProblem) -> tuple[str | None, list[Frame]]:
    flags = [frame for frame in frames if frame.id == "PCST"]
    links = [frame for frame in frames if frame.id == "WFED"]
    url, used = read_texts(links, None, on_problem)
    return url, [*flags, *used] if used else []


def _write_feed_url(url: str, where: str, place: Place) -> list[Frame]:
    # PCST tells Apple's players that the file is a podcast's, by being there.
    flag = write_frame("PCST", bytes(4), version=place.version)
    return [flag, write_frame("WFED", check_text(url, where), version=place.version)]


# In the order in which the frames are written: players that read a stream want texts first.
ROWS = (
    text_row("title", "TIT2"),
    text_row("artist", "TPE1"),
    text_row("album", "TALB"),
    text_row("track", "TRCK", read_track, write_track),
    simple_row("date", ("TYER", "TDAT", "TIME", "TDRL", "TDRC"), _read_date, _write_date),
    text_row("genre", "TCON", read_genre, write_genre),
    text_row("category", "TCAT"),
    text_row("keywords", "TKWD"),
    _remark_row("comment", "COMM", described=""),
    text_row("description", "TDES"),
    text_row("language", "TLAN", to_bcp47, _write_language),
    text_row("guid", "TGID"),
    simple_row("feed_url", ("PCST", "WFED"), _read_feed_url, _write_feed_url),
    CHAPTERS,
    _remark_row("lyrics", "USLT", described=".*"),
    TRANSCRIPT,
    PICTURES,
)
