"""What every transcript format does before writing: refuse what it can't carry.

No format keeps white space at the ends of a text, carriage returns or byte order marks, so that all
formats refuse the same; reading removes these everywhere. Times are written to the millisecond.
"""

import re
from typing import NoReturn

from podkit._clock import write_clock
from podkit._text import check_text
from podkit.errors import UnrepresentableError
from podkit.models import Cue, Transcript
from podkit.transcripts._reading import is_language

__all__ = [
    "caption_spans",
    "check_cue",
    "check_language",
    "check_lines",
    "exact_clock",
    "refuse",
    "span",
    "timed_spans",
]

# What `podkit._clock` reads has hours of four digits.
_LATEST = 10_000 * 3600 * 1000
_UNKEPT = re.compile("[\0\r\ufeff]")
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
    _check_characters(cue.text, f"{where}text")
    if cue.text != cue.text.strip():
        refuse(f"{where}text", f"has white space at an end; strip it: {cue.text!r:.80}")
    if cue.speaker is not None:
        _check_characters(cue.speaker, f"{where}speaker")
        if cue.speaker != " ".join(cue.speaker.split()):
            message = f"white space other than single spaces between words: {cue.speaker!r:.80}"
            refuse(f"{where}speaker", message)


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


def timed_spans(transcript: Transcript) -> list[tuple[float, float | None]]:
    """Give each cue's start and end for a format in which every cue has a start.

    Raises:
        UnrepresentableError: a cue has no start, or its times aren't in order.

    >>> timed_spans(Transcript(cues=[Cue(text="Hello.")]))
    Traceback (most recent call last):
    podkit.errors.UnrepresentableError: cues[0].start: the cues have no times, which this format \
    needs; podkit.transcripts.spread(transcript, duration) gives estimated ones
    """
    spans = []
    for index, cue in enumerate(transcript.cues):
        start, end = span(cue, f"cues[{index}].")
        if start is None:
            _refuse_untimed(transcript, index)
        spans.append((start, end))
    return spans


def caption_spans(transcript: Transcript) -> list[tuple[float, float]]:
    """Give each cue's start and end for a format in which every cue has both.

    An absent end becomes the start of the next cue.

    Raises:
        UnrepresentableError: a cue has no start, its times aren't in order, or the last cue has no
            end.

    >>> caption_spans(Transcript(cues=[Cue(text="Hi.", start=0), Cue(text="Bye.", start=2, end=3)]))
    [(0.0, 2.0), (2.0, 3.0)]
    """
    spans = timed_spans(transcript)
    return [
        (start, _end_or_next(spans, index) if end is None else end)
        for index, (start, end) in enumerate(spans)
    ]


def exact_clock(time: float) -> str:
    """Write a time of `span` so that nothing of it is lost.

    >>> exact_clock(62.0), exact_clock(3723.5)
    ('0:01:02', '1:02:03.500')
    """
    return write_clock(time, decimals=0 if time.is_integer() else 3, hours=1)


def refuse(where: str, message: str) -> NoReturn:
    """Raise the error that names the field.

    >>> refuse("cues[3].text", "too long")
    Traceback (most recent call last):
    podkit.errors.UnrepresentableError: cues[3].text: too long
    """
    raise UnrepresentableError(message, where=where)


def _check_characters(text: str, where: str) -> None:
    unkept = _UNKEPT.search(check_text(text, where))
    if unkept:
        refuse(where, f"no format keeps {unkept[0]!r}: {text!r:.80}")


def _to_millisecond(seconds: float | None, where: str) -> float | None:
    if seconds is None:
        return None
    milliseconds = round(seconds * 1000)
    if not 0 <= milliseconds < _LATEST:
        refuse(where, f"expected seconds from 0 to 10,000 hours, not {seconds}")
    return milliseconds / 1000


def _refuse_untimed(transcript: Transcript, index: int) -> NoReturn:
    whole = all(cue.start is None for cue in transcript.cues)
    refuse(
        f"cues[{index}].start",
        f"{'the cues have' if whole else 'the cue has'} no times, which this format needs; "
        "podkit.transcripts.spread(transcript, duration) gives estimated ones",
    )


def _end_or_next(spans: list[tuple[float, float | None]], index: int) -> float:
    start, where = spans[index][0], f"cues[{index}].end"
    if index + 1 == len(spans):
        refuse(where, "the last cue needs an end, such as the audio's duration")
    following = spans[index + 1][0]
    if following < start:
        refuse(where, f"absent, and the next cue starts at {following}, before this one at {start}")
    return following
