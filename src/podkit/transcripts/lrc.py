r"""Transcripts as LRC, the lyrics of music players, also with times within a line.

No document defines it: it is what players accept. A line carries a cue's start, its text and its
speaker, as the ``Name: `` at the start of the text; it lasts until the next line, which is empty
where nobody speaks. A time within a line carries the word behind it, which lasts until the next
one; an empty one follows where there is a pause. What is said between two words without a time of
its own belongs to the first. The head carries a title. There is no place for anything else, which
is left out; a line break is written as a space.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

import attrs

from podkit._clock import read_clock
from podkit._construct import constructor
from podkit._files import Source, Target, read_bytes, write_bytes
from podkit._report import refuse, report
from podkit._text import check_text
from podkit.errors import OnProblem, ParseError, ignore
from podkit.models import Cue, Transcript, Word
from podkit.transcripts._reading import make_transcript, normalise, read_source, seconds
from podkit.transcripts._speakers import read_speaker, write_speaker
from podkit.transcripts._words import TimedWord, timed
from podkit.transcripts._writing import captions

__all__ = ["dumps", "loads", "read", "write"]

_STAMP = r"(\d{1,6}):(\d\d)(?:[.:](\d{1,3}))?"
_LINE_STAMP = re.compile(rf"[ \t]*\[{_STAMP}\]")
_WORD_STAMP = re.compile(rf"<{_STAMP}>")
# The times of words as foobar2000 has them; the first word has its line's.
_SQUARE_STAMP = re.compile(rf"\[({_STAMP})\]")
_FACT = re.compile(r"\[([A-Za-z#]{1,20}):([^\]\n]*)\][ \t]*")
_OFFSET = re.compile(r"[+-]?\d{1,9}")
# Only the first space of several may begin a match, or the time would grow with their square.
_BREAK = re.compile(r"(?<![^\S\n])[^\S\n]*\n[^\S\n]*")
_make_cue = constructor(Cue)
_make_word = constructor(Word)


def loads(text: str | bytes, *, on_problem: OnProblem = ignore) -> Transcript:
    r"""Read LRC.

    A line with several times is a cue for each. A name and a colon at the start of a text are its
    speaker where they look like it.

    Args:
        text: the file's text, or its bytes.
        on_problem: receives what was forgiven: lines without a time, and facts of the head other
            than a title and an offset (left out).

    Raises:
        ParseError: there is text, but no line with a time.

    >>> for cue in loads("[ti:Fog]\n[00:01.00]Ann: Hello.\n[00:02.50]\n").cues:
    ...     print(cue.start, cue.end, cue.speaker, cue.text)
    1.0 2.5 Ann Hello.
    """
    text = read_source(text, on_problem)
    facts: dict[str, str] = {}
    entries: list[tuple[float, str]] = []
    for number, line in enumerate(text.split("\n"), start=1):
        fact, stamps = _FACT.fullmatch(line), _line_stamps(line)
        if stamps:
            said, squares = _SQUARE_STAMP.subn(r"<\1>", line[stamps[-1].end() :].strip())
            if squares:
                said = f"<{stamps[-1][0].strip()[1:-1]}> {said}"
            entries += [(seconds(None, *stamp.groups()), said) for stamp in stamps]
        elif fact and fact[1].lower() in ("ti", "offset"):
            facts[fact[1].lower()] = fact[2].strip()
        elif line.strip():
            report(on_problem, "not-kept", f"not kept: {line.strip():.80}", number)
    if text.strip() and not entries and not facts:
        raise ParseError("expected lines with times such as [00:01.00]Hello.")
    offset = facts.get("offset", "")
    # A positive offset shows the lines sooner.
    sooner = int(offset) / 1000 if _OFFSET.fullmatch(offset) else 0.0
    cues = list(_read_cues(sorted(entries, key=lambda entry: entry[0]), sooner))
    details: dict[str, Any] = {"title": facts.get("ti") or None}
    return make_transcript(cues, None, on_problem, details)


def dumps(transcript: Transcript, *, on_problem: OnProblem = ignore) -> str:
    r"""Write LRC.

    Args:
        transcript: the transcript.
        on_problem: receives the cues that were left out, as nothing is said in them.

    Raises:
        UnrepresentableError: a cue has no times, or doesn't end before the next one; or a text
            can't be held, such as one with a blank line or with what reads as a time.

    >>> dumps(Transcript(cues=[Cue(text="Hello.", start=1, end=2.5, speaker="Ann")]))
    '[00:01.00]Ann: Hello.\n[00:02.50]\n'
    """
    lines = []
    if transcript.title is not None:
        fact = f"[ti:{check_text(transcript.title, 'title')}]"
        found = _FACT.fullmatch(fact)
        if not found or found[2].strip() != transcript.title or normalise(fact) != fact:
            refuse("title", f"would not read back: {fact!r:.80}")
        lines.append(fact)
    latest = None
    for index, cue, times in captions(transcript, ".", on_problem):
        where = f"cues[{index}]."
        start, end = (read_clock(stamp) or 0.0 for stamp in times.split(" --> "))
        if latest is not None and start < latest:
            refuse(f"{where}start", "begins before the cue before it ends, which LRC can't say")
        if end == start:
            refuse(f"{where}end", "the cue has no length, which LRC can't say")
        if latest is not None and start > latest:
            lines.append(f"[{_clock(latest)}]")
        lines.append(f"[{_clock(start)}]{_written(cue, where, start, end)}")
        latest = end
    if latest is not None:
        lines.append(f"[{_clock(latest)}]")
    return "".join(f"{line}\n" for line in lines)


def read(source: Source, *, on_problem: OnProblem = ignore) -> Transcript:
    r"""Read LRC from a path or an open binary file, as `loads` does.

    >>> import io
    >>> read(io.BytesIO(b"[00:01.00]Hello.\n[00:02.50]Goodbye.\n")).cues[0].end
    2.5
    """
    return loads(read_bytes(source), on_problem=on_problem)


def write(transcript: Transcript, target: Target, *, on_problem: OnProblem = ignore) -> None:
    r"""Write LRC to a path or an open binary file, as `dumps` does.

    >>> import io
    >>> file = io.BytesIO()
    >>> write(Transcript(cues=[Cue(text="Hello.", start=1, end=2.5)]), file)
    >>> file.getvalue()
    b'[00:01.00]Hello.\n[00:02.50]\n'
    """
    write_bytes(target, dumps(transcript, on_problem=on_problem).encode())


def _line_stamps(line: str) -> list[re.Match[str]]:
    stamps: list[re.Match[str]] = []
    stamp = _LINE_STAMP.match(line)
    while stamp:
        stamps.append(stamp)
        stamp = _LINE_STAMP.match(line, stamp.end())
    return stamps


def _read_cues(entries: list[tuple[float, str]], sooner: float) -> Iterator[Cue]:
    """Give the cue of each line that says something; it lasts until a later line."""
    times = [max(round(time - sooner, 3), 0.0) for time, _ in entries]
    for time, (_, said) in zip(times, entries, strict=True):
        after = bisect_right(times, time)
        end = times[after] if after < len(times) else None
        whole, words = _read_words(said, sooner, end)
        speaker, text = read_speaker(whole)
        if text:
            # Not a word is said in the speaker's name.
            begin = len(whole) - len(text) if speaker else 0
            spoken = [word for place, word in words if place >= begin]
            values = {"text": text, "start": time, "end": end, "speaker": speaker}
            yield _make_cue({**values, "words": spoken})


def _read_words(said: str, sooner: float, end: float | None) -> tuple[str, list[tuple[int, Word]]]:
    """Read a line without the times within it, and what follows each of them, by its place."""
    first, *parts = _WORD_STAMP.split(said)
    times = [
        max(round(seconds(None, *stamp) - sooner, 3), 0.0)
        for stamp in zip(parts[::4], parts[1::4], parts[2::4], strict=True)
    ]
    pieces, length = [first], len(first)
    words = []
    for text, start, stop in zip(parts[3::4], times, [*times, end][1:], strict=True):
        # Of the spaces before and behind a time, those before are the text's.
        piece = text.lstrip() if not pieces[-1] or pieces[-1][-1].isspace() else text
        said_then = piece.strip()
        if said_then:
            word = _make_word({"text": said_then, "start": start, "end": stop})
            words.append((length + piece.index(said_then), word))
        if piece:
            pieces.append(piece)
            length += len(piece)
    return "".join(pieces).rstrip(), words


def _written(cue: Cue, where: str, start: float, end: float) -> str:
    cue = attrs.evolve(cue, text=_BREAK.sub(" ", cue.text))
    text = write_speaker(cue, where)
    unsafe = _SQUARE_STAMP.search(text) or _WORD_STAMP.search(text)
    if unsafe:
        refuse(f"{where}text", f"would be read as a time: {unsafe[0]!r:.80}")
    said = 0 if cue.speaker is None else len(text) - len(cue.text)
    return text[:said] + _with_words(attrs.evolve(cue, text=text[said:]), start, end)


def _with_words(cue: Cue, start: float, end: float) -> str:
    """Write a text with the times of its words: when each begins, and when a pause does."""
    closing = TimedWord(len(cue.text), "", end, end)
    pieces: list[str] = []
    position = 0
    for word, following in pairwise([*timed(cue, start, end), closing]):
        behind = word.place + len(word.text)
        pieces += cue.text[position : word.place], f"<{_clock(word.start)}>", word.text
        position = behind
        if word.end < following.start and not cue.text[behind : following.place].strip():
            pieces.append(f"<{_clock(word.end)}>")
    return "".join([*pieces, cue.text[position:]])


def _clock(time: float) -> str:
    """Write a time as players know it, in hundredths of a second, or exactly where it is finer."""
    minute, rest = divmod(round(time * 1000), 60_000)
    second, fraction = divmod(rest, 1000)
    digits = f"{fraction:03d}" if fraction % 10 else f"{fraction // 10:02d}"
    return f"{minute:02d}:{second:02d}.{digits}"
