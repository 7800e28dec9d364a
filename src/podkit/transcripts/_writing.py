"""What every transcript format does before writing: refuse what it can't carry.

No format keeps white space at the ends of a text, carriage returns or byte order marks, so that all
formats refuse the same; reading removes these everywhere. Times are written to the millisecond.
Cues that say nothing are left out and reported.
"""

import functools
import re
from collections.abc import Iterator
from operator import attrgetter, le
from typing import NoReturn

from podkit._clock import write_clock
from podkit._report import refuse
from podkit._text import check_text
from podkit.errors import OnProblem, Problem
from podkit.models import Cue, Transcript
from podkit.transcripts._reading import is_language

__all__ = [
    "captions",
    "check_cue",
    "check_language",
    "check_lines",
    "clock",
    "exact_clock",
    "said",
    "span",
    "timed_spans",
]

# What `podkit._clock` reads has hours of four digits.
_LATEST = 10_000 * 3600 * 1000
# Later times than these are looked at more closely.
_LATE = _LATEST // 1000 - 1
_text_of = attrgetter("text")
_TWO_DIGITS = [f"{number:02d}" for number in range(60)]
_THREE_DIGITS = [f"{number:03d}" for number in range(1000)]
_UNKEPT = re.compile("[\0\r\ufeff]")
_INDENTED_LINE = re.compile(r"\n\s")
_BLANK_LINE = re.compile(r"\n[^\S\n]*\n")


def check_cue(cue: Cue, where: str) -> None:
    """Refuse a cue whose text or speaker no format keeps.

    Args:
        cue: the cue.
        where: the start of its fields' paths, such as ``cues[3].``.

    Raises:
        UnrepresentableError: the text is empty, has white space at its ends or holds what isn't
            text; or the speaker does, or has white space other than single spaces.

    >>> check_cue(Cue(text="Hello. "), "cues[3].")
    Traceback (most recent call last):
    podkit.errors.UnrepresentableError: cues[3].text: has white space at an end; strip it: 'Hello. '
    """
    _check_text(cue.text, f"{where}text")
    _check_speaker(cue.speaker, f"{where}speaker")


def check_lines(text: str, where: str) -> str:
    r"""Give the text back, or refuse one with a blank line, which ends a cue in its format.

    >>> check_lines("Hello.\n\nGoodbye.", "cues[3].text")
    Traceback (most recent call last):
    podkit.errors.UnrepresentableError: cues[3].text: a blank line would end the cue; split it there
    """
    if "\n" in text and _BLANK_LINE.search(text):
        refuse(where, "a blank line would end the cue; split it there")
    return text


def check_language(language: str) -> str:
    """Give the language back, or refuse what isn't built like a tag.

    >>> check_language("de-CH")
    'de-CH'
    """
    if not is_language(language):
        refuse("language", f"expected a BCP 47 tag such as 'en' or 'de-CH', not {language!r:.80}")
    return language


def said(transcript: Transcript, on_problem: OnProblem) -> list[tuple[int, Cue]]:
    """Give the cues that say something, each with its index; report the others.

    >>> said(Transcript(cues=[Cue(text=" "), Cue(text="Hello.")]), print)
    cues[0]: left out, as nothing is said in it
    [(1, Cue(text='Hello.', ...))]
    """
    cues = list(enumerate(transcript.cues))
    if all(map(str.strip, map(_text_of, transcript.cues))):
        return cues
    for index, cue in cues:
        if not cue.text.strip():
            message = "left out, as nothing is said in it"
            on_problem(Problem(id="empty-cue", message=message, where=f"cues[{index}]"))
    return [(index, cue) for index, cue in cues if cue.text.strip()]


def span(cue: Cue, where: str) -> tuple[float | None, float | None]:
    """Give a cue's start and end, to the millisecond.

    Raises:
        UnrepresentableError: a time is negative or beyond 10,000 hours, or the end is before the
            start or without one.

    >>> span(Cue(text="Hello.", start=0.5004), "cues[3].")
    (0.5, None)
    """
    start = _to_millisecond(cue.start, f"{where}start")
    end = _to_millisecond(cue.end, f"{where}end")
    if end is not None and start is None:
        refuse(f"{where}end", "an end without a start; give both, or only the start")
    if end is not None and start is not None and end < start:
        refuse(f"{where}end", f"{end} is before the cue's start, {start}")
    return start, end


def timed_spans(cues: list[tuple[int, Cue]]) -> list[tuple[float, float | None]]:
    """Give the start and the end of each cue of `said` for a format that needs every start.

    Raises:
        UnrepresentableError: a cue has no start, or its times aren't in order.

    >>> timed_spans([(0, Cue(text="Hello."))])
    Traceback (most recent call last):
    podkit.errors.UnrepresentableError: cues[0].start: the cues have no times, which this format \
    needs; podkit.transcripts.spread(transcript, duration) gives estimated ones
    """
    spans = []
    for index, cue in cues:
        start, end = span(cue, f"cues[{index}].")
        if start is None:
            _refuse_untimed(cues, index)
        spans.append((start, end))
    return spans


def captions(
    transcript: Transcript, point: str, on_problem: OnProblem
) -> Iterator[tuple[int, Cue, str]]:
    """Give what a format of captions writes: each cue's index, itself, and its times.

    An absent end is the start of the next cue.

    Args:
        transcript: the transcript.
        point: what separates seconds and milliseconds.
        on_problem: receives the cues that are left out, as nothing is said in them.

    Raises:
        UnrepresentableError: a cue has no start, its times aren't in order, or the last cue has no
            end; or no format keeps its text or its speaker.

    >>> cues = [Cue(text="Hi.", start=0), Cue(text="Bye.", start=2, end=3)]
    >>> [times for _, _, times in captions(Transcript(cues=cues), ",", print)]
    ['00:00:00,000 --> 00:00:02,000', '00:00:02,000 --> 00:00:03,000']
    """
    cues = said(transcript, on_problem)
    _check_cues(cues)
    starts, ends = _caption_spans(cues)
    closings = _clocks(ends, point)
    # Most cues start where the one before ends.
    openings = [
        shared if start == end else clock(start, point)
        for start, end, shared in zip(starts, [-1.0, *ends], ["", *closings], strict=False)
    ]
    for (index, cue), opening, closing in zip(cues, openings, closings, strict=True):
        yield index, cue, f"{opening} --> {closing}"


def clock(seconds: float, point: str = ".") -> str:
    """Write a time of captions, quickly: hours of two digits or more, and milliseconds.

    >>> clock(3723.5), clock(360_000, ",")
    ('01:02:03.500', '100:00:00,000')
    """
    [text] = _clocks([seconds], point)
    return text


def exact_clock(time: float) -> str:
    """Write a time of `span` so that nothing of it is lost.

    >>> exact_clock(62.0), exact_clock(3723.5)
    ('0:01:02', '1:02:03.500')
    """
    return write_clock(time, decimals=0 if time.is_integer() else 3, hours=1)


def _check_characters(text: str, where: str) -> None:
    unkept = _UNKEPT.search(check_text(text, where))
    if unkept:
        refuse(where, f"no format keeps {unkept[0]!r}: {text!r:.80}")


def _to_millisecond(seconds: float | None, where: str) -> float | None:
    if seconds is None:
        return None
    # The largest numbers have no milliseconds.
    milliseconds = round(min(max(seconds, -1.0), _LATEST) * 1000)
    if not 0 <= milliseconds < _LATEST:
        refuse(where, f"expected seconds from 0 to 10,000 hours, not {seconds}")
    return milliseconds / 1000


def _refuse_untimed(cues: list[tuple[int, Cue]], index: int) -> NoReturn:
    whole = all(cue.start is None for _, cue in cues)
    refuse(
        f"cues[{index}].start",
        f"{'the cues have' if whole else 'the cue has'} no times, which this format needs; "
        "podkit.transcripts.spread(transcript, duration) gives estimated ones",
    )


def _check_cues(cues: list[tuple[int, Cue]]) -> None:
    """Refuse what `check_cue` does, and blank lines."""
    if _may_be_refused([cue.text for _, cue in cues]):
        for index, cue in cues:
            _check_text(cue.text, f"cues[{index}].text")
            check_lines(cue.text, f"cues[{index}].text")
    first = {cue.speaker: index for index, cue in reversed(cues)}
    for speaker, index in first.items():
        _check_speaker(speaker, f"cues[{index}].speaker")


def _may_be_refused(texts: list[str]) -> bool:
    """Look at all texts at once: the look at each takes longer than writing it."""
    whole = "|".join(texts)
    try:
        whole.encode()
    except UnicodeEncodeError:
        return True
    return (
        texts != [*map(str.strip, texts)]
        or any(character in whole for character in "\0\r\ufeff")
        or _INDENTED_LINE.search(whole) is not None
    )


def _check_text(text: str, where: str) -> None:
    _check_characters(text, where)
    if text != text.strip():
        refuse(where, f"has white space at an end; strip it: {text!r:.80}")


def _check_speaker(speaker: str | None, where: str) -> None:
    if speaker is None:
        return
    _check_characters(speaker, where)
    if speaker != " ".join(speaker.split()):
        message = f"white space other than single spaces between words: {speaker!r:.80}"
        refuse(where, message)


def _caption_spans(cues: list[tuple[int, Cue]]) -> tuple[list[float], list[float]]:
    """Give all starts and all ends, or refuse what a cue has."""
    starts = [cue.start for _, cue in cues if cue.start is not None]
    ends = [cue.end for _, cue in cues if cue.end is not None]
    is_whole = len(starts) == len(ends) == len(cues) and all(map(le, starts, ends))
    if is_whole and min(starts, default=0) >= 0 and max(ends, default=0) < _LATE:
        return starts, ends
    spans = [_caption_span(cues, place) for place in range(len(cues))]
    return [start for start, _ in spans], [end for _, end in spans]


def _caption_span(cues: list[tuple[int, Cue]], place: int) -> tuple[float, float]:
    """Give a cue's start and end, or refuse what it has."""
    (index, cue), *following = cues[place : place + 2]
    start, end = span(cue, f"cues[{index}].")
    if start is None:
        _refuse_untimed(cues, index)
    if end is not None:
        return start, end
    where = f"cues[{index}].end"
    if not following:
        refuse(where, "the last cue needs an end, such as the audio's duration")
    [(next_index, next_cue)] = following
    next_start, _ = span(next_cue, f"cues[{next_index}].")
    if next_start is None:
        _refuse_untimed(cues, next_index)
    if next_start < start:
        message = f"absent, and the next cue starts at {next_start}, before this one at {start}"
        refuse(where, message)
    return start, next_start


def _clocks(times: list[float], point: str) -> list[str]:
    seconds, milliseconds = _TWO_DIGITS, _THREE_DIGITS
    return [
        f"{_minutes(time // 60_000)}{seconds[time // 1000 % 60]}{point}{milliseconds[time % 1000]}"
        for time in [round(time * 1000) for time in times]
    ]


@functools.lru_cache(maxsize=256)
def _minutes(minute: int) -> str:
    return f"{minute // 60:02d}:{minute % 60:02d}:"
