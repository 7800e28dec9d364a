"""A transcript with times as a SYLT frame ("synchronised lyrics/text", ID3v2.3, section 4.10).

The frame is a row of texts, each with the time when it starts; a text ends where the next starts.
A cue that has an end is followed by an empty text at that time, as karaoke players expect it.
"""

from operator import itemgetter

import attrs

from podkit._report import refuse, report_at
from podkit.audio._languages import from_bcp47, to_bcp47
from podkit.audio.id3._frames import MOST_LINES, check_text, read_bodies, write_frame
from podkit.audio.id3._rows import Place, simple_row
from podkit.audio.id3._tag import Frame
from podkit.errors import OnProblem
from podkit.models import Cue, Transcript

__all__ = ["TRANSCRIPT"]

_MILLISECONDS = 2  # the format of times; the other one counts MPEG frames
_LYRICS, _TRANSCRIPTION = 1, 2  # the types of content
_LATEST = 0xFFFFFFFF
_NO_LANGUAGE = "XXX"


def _read_transcript(
    frames: list[Frame], on_problem: OnProblem
) -> tuple[Transcript | None, list[Frame]]:
    """Read the first transcript whose times are in milliseconds."""
    passed = 0
    for frame, (language, unit, content, _, lines) in read_bodies(frames, on_problem):
        if content in (_LYRICS, _TRANSCRIPTION) and unit == _MILLISECONDS:
            in_order = sorted(lines, key=itemgetter(1))
            if in_order != lines:
                report_at(on_problem, "out-of-order", "sorted by their starts", "SYLT")
            known = None if language == _NO_LANGUAGE else to_bcp47(language)
            return Transcript(cues=_cues(in_order), language=known), [frame]
        if content in (_LYRICS, _TRANSCRIPTION):
            message = "not read: its times are numbers of MPEG frames"
            report_at(on_problem, "unreadable-frame", message, "SYLT")
        passed += len(lines)
        if passed > MOST_LINES:
            report_at(
                on_problem, "unreadable-frame", f"{passed} texts before it aren't speech", "SYLT"
            )
            break
    return None, []


def _cues(lines: list[tuple[str, int]]) -> tuple[Cue, ...]:
    cues: list[Cue] = []
    for text, time in lines:
        if text:
            cues.append(Cue(text=text, start=time / 1000))
        elif cues and cues[-1].end is None:
            cues[-1] = attrs.evolve(cues[-1], end=time / 1000)
    return tuple(cues)


def _write_transcript(transcript: Transcript, where: str, place: Place) -> list[Frame]:
    language = _NO_LANGUAGE
    if transcript.language is not None:
        language = from_bcp47(transcript.language) or ""
    if not language:
        message = f"ID3 has codes for whole languages only, not for {transcript.language!r}"
        refuse(f"{where}.language", message)
    lines: list[tuple[str, int]] = []
    for index, cue in enumerate(transcript.cues):
        lines += _lines(cue, f"{where}.cues[{index}]", after=lines[-1][1] if lines else 0)
    if len(lines) > MOST_LINES:
        refuse(f"{where}.cues", f"podkit reads {MOST_LINES} texts at most, these are {len(lines)}")
    values = language, _MILLISECONDS, _TRANSCRIPTION, "", lines
    return [write_frame("SYLT", *values, version=place.version)]


def _lines(cue: Cue, where: str, *, after: int) -> list[tuple[str, int]]:
    if cue.speaker is not None:
        refuse(f"{where}.speaker", "an ID3 tag has no place for it; leave it out")
    if cue.start is None:
        refuse(f"{where}.start", "an ID3 tag holds cues with times only")
    start = round(cue.start * 1000)
    end = start if cue.end is None else round(cue.end * 1000)
    if not after <= start <= end <= _LATEST:
        message = "it starts before what precedes it ends, ends before it starts, or is too late"
        refuse(where, message)
    lines = [(check_text(cue.text, f"{where}.text"), start)]
    return lines if cue.end is None else [*lines, ("", end)]


TRANSCRIPT = simple_row("transcript", ("SYLT",), _read_transcript, _write_transcript, shares=True)
