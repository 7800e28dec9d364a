"""Transcripts as SubRip.

No document defines it: it is what players accept. A cue carries its start, its end, its text with
the styles ``<i>``, ``<b>`` and ``<u>``, and its speaker, as the ``Name: `` at the start of the
text. An absent end is written as the start of the next cue.

There is no place for the rest, which is left out: other styles, words' times, identifiers, settings
and all that is of the whole file, such as the language, which the feed's link to the file carries.
"""

import re
from collections.abc import Callable, Iterator
from functools import partial

from podkit._construct import positional
from podkit._files import Source, Target, read_bytes, write_bytes
from podkit._report import refuse, report
from podkit.errors import OnProblem, ParseError, ignore
from podkit.models import Cue, Transcript
from podkit.transcripts._cue_text import End, Part, escape, events, markup, plain, styles
from podkit.transcripts._reading import Parts, make_transcript, read_source, read_stamps, seconds
from podkit.transcripts._speakers import read_speaker, speaker_prefix, write_speaker
from podkit.transcripts._writing import captions

__all__ = ["dumps", "loads", "read", "write"]

# A time as it should be: hours and minutes; seconds; milliseconds. Digits are spelt one by one, as
# the engine counts slowly.
_TIME = r"([0-9][0-9]:[0-9][0-9]):([0-9][0-9])[.,]([0-9][0-9][0-9])"
# The lines that start a cue, an index and times. The line's end before them is what the search
# looks for, which is quick.
_INDEX = r"\n(?:[ \t]*+[0-9]++[ \t]*+\n)?"
_START = re.compile(rf"{_INDEX}{_TIME}[ \t]*+-->[ \t]*+{_TIME}(?![^\n])")
# The same with any other times, whether or not these can be read. What stands behind them is the
# cue's position, as in ``X1:40``, or else its text.
_ODD_TIME = r"[ \t]*+-?[0-9][0-9:.,]{0,30}"
# An arrow may have one dash only, where nothing but times stands around it.
_CLOCK = r"[ \t]*+[0-9]++:[0-9][0-9:.,]{0,30}"
_SHORT_ARROW = rf"{_CLOCK}[ \t]*+->{_CLOCK}[ \t]*+(?![^\n])"
_ODD_START = re.compile(
    rf"{_INDEX}({_ODD_TIME}[ \t]*+-->(?:{_ODD_TIME}(?=[ \t]++[^\s:]++:?(?:\s|\Z))|.*)"
    rf"|{_SHORT_ARROW})"
)
_STAMP = r"(-?)(?:(?:([0-9]{1,9}):)?([0-9]{1,9}):)?([0-9]{1,9})(?:[.,]([0-9]{1,9}))?"
_ODD_TIMES = re.compile(rf"[ \t]*{_STAMP}[ \t]*--?>[ \t]*{_STAMP}((?:[ \t].*)?)")
_STYLES = ("b", "i", "u")
_TAG = re.compile(r"</?(?:([biu])|s|font)\b[^<>]*>|\{\\[^{}\n]*\}", re.IGNORECASE)
# What players don't show as it is: they take any word in angle brackets for a tag.
_UNSAFE = re.compile(
    rf"-->|^{_SHORT_ARROW}|</?[a-z][^<>]*>|\{{\\[^{{}}\n]*\}}", re.IGNORECASE | re.MULTILINE
)
_BLANK_LINES = re.compile(r"\n(?:[^\S\n]*\n)+")
# How a file ends that was cut within a cue's index or times: at most two short lines.
_CUT = re.compile(r"\n[ \t]*\n([0-9]{1,9}(?:\n[0-9:.,]{0,30}[ \t]?-{0,2})?)\n?\Z")
_LONGEST_CUT = 100
_cue = positional(Cue, "text", "start", "end", "speaker", "markup")


def loads(text: str | bytes, *, on_problem: OnProblem = ignore) -> Transcript:
    r"""Read SubRip.

    A name and a colon at the start of a text are its speaker where they look like it: up to five
    words with capitals, as in ``Ann: `` or ``SPEAKER_01: ``, that aren't a common start of a
    sentence such as ``Note: ``.

    Args:
        text: the file's text, or its bytes.
        on_problem: receives what was forgiven: times that can't be read or are negative, blank
            lines within a text, a file that ends within a cue; and what a cue has no place for:
            positions and tags. Indexes are neither kept nor checked.

    Raises:
        ParseError: there is text, but no line with times.

    >>> text = "1\n00:00:01,000 --> 00:00:02,500\nAnn: <i>Hello.</i>\n"
    >>> loads(text).cues
    (Cue(text='Hello.', start=1.0, end=2.5, speaker='Ann', ..., markup='<i>Hello.</i>', ...),)
    """
    # Every cue comes after a line's end; this one isn't counted.
    text = "\n" + _whole(read_source(text, on_problem), on_problem)
    parts = _START.split(text)
    [head, *raws], *times = (parts[number :: _START.groups + 1] for number in range(7))
    odd = _ODD_START.search(head)
    preface = head[: odd.start() if odd else None].strip()
    if preface and not odd and not raws:
        raise ParseError("expected lines with times such as 00:00:01,000 --> 00:00:02,500")
    if preface:
        report(on_problem, "not-kept", f"not kept, as it has no times: {preface:.80}", 1)
    rest = _Rest(Parts(text, _START, first=0), on_problem)
    cues = [*rest.cues(head, 0, None)]
    starts, ends = read_stamps(*times[:3]), read_stamps(*times[3:])
    for number, (start, end, raw) in enumerate(zip(starts, ends, raws, strict=True), start=1):
        said = raw.strip()
        if not said or "<" in said or ">" in said or "{" in said or said.count("\n") > 1:
            cues += rest.cues(raw, number, (start, end))
        else:
            speaker, said = read_speaker(said)
            cues.append(_cue(said, start, end, speaker, None))
    return make_transcript(cues, None, on_problem)


def dumps(transcript: Transcript, *, on_problem: OnProblem = ignore) -> str:
    r"""Write SubRip.

    Args:
        transcript: the transcript.
        on_problem: receives the cues that were left out, as nothing is said in them.

    Raises:
        UnrepresentableError: a cue has no times, or ends before it starts; a text can't be held,
            such as one with a blank line, an arrow or what reads as a tag; or a cue's markup
            isn't of its text.

    >>> dumps(Transcript(cues=[Cue(text="Hello.", start=1, end=2.5, speaker="Ann")]))
    '1\n00:00:01,000 --> 00:00:02,500\nAnn: Hello.\n'
    """
    blocks: list[str] = []
    for number, (index, cue, times) in enumerate(captions(transcript, ",", on_problem), start=1):
        prefix = speaker_prefix(cue.speaker) if cue.speaker else None
        text = f"{prefix}{cue.text}"
        if not prefix or cue.markup is not None or "<" in text or ">" in text or "{" in text:
            text = _written(cue, f"cues[{index}].")
        blocks.append(f"{number}\n{times}\n{text}\n")
    return "\n".join(blocks)


def read(source: Source, *, on_problem: OnProblem = ignore) -> Transcript:
    r"""Read SubRip from a path or an open binary file, as `loads` does.

    >>> import io
    >>> read(io.BytesIO(b"1\n00:00:01,000 --> 00:00:02,500\nHello.\n")).cues[0].end
    2.5
    """
    return loads(read_bytes(source), on_problem=on_problem)


def write(transcript: Transcript, target: Target, *, on_problem: OnProblem = ignore) -> None:
    r"""Write SubRip to a path or an open binary file, as `dumps` does.

    >>> import io
    >>> file = io.BytesIO()
    >>> write(Transcript(cues=[Cue(text="Hello.", start=1, end=2.5)]), file)
    >>> file.getvalue()
    b'1\n00:00:01,000 --> 00:00:02,500\nHello.\n'
    """
    write_bytes(target, dumps(transcript, on_problem=on_problem).encode())


def _whole(text: str, on_problem: OnProblem) -> str:
    """Leave out a last index, or index and time, that nothing follows."""
    cut = _CUT.search(text, max(0, len(text) - _LONGEST_CUT))
    if not cut:
        return text
    line = text.count("\n", 0, cut.start(1)) + 1
    report(on_problem, "cut-off", f"left out, as the file ends within a cue: {cut[1]!r}", line)
    return text[: cut.start()]


class _Rest:
    """Reads what isn't as usual: odd times, and texts with more than words."""

    def __init__(self, parts: Parts, on_problem: OnProblem) -> None:
        self._parts = parts
        self._on_problem = on_problem

    def cues(self, part: str, number: int, times: tuple[float, float] | None) -> Iterator[Cue]:
        """Read a part, which follows these times, if any; its number is that of usual times."""
        line_at = partial(self._parts.line_at, number)
        for odd, place, raw in _pieces(part):
            if not odd and not times:
                continue
            speaker, text, markup = _read_text(raw, place, line_at, self._on_problem)
            if not text:
                message = "left out, as nothing is said in it"
                report(self._on_problem, "empty-cue", message, line_at(place))
                continue
            start, end = times or (None, None)
            if odd:
                start, end = _read_odd(odd, line_at(place), self._on_problem)
            yield _cue(text, start, end, speaker, markup)


def _pieces(part: str) -> Iterator[tuple[str | None, int, str]]:
    """Give each text of a part, the line of odd times before it, if any, and where it starts."""
    odd, place = None, 0
    for start in _ODD_START.finditer(part):
        yield odd, place, part[place : start.start()]
        odd, place = start[1], start.end()
    yield odd, place, part[place:]


def _read_odd(timing: str, line: int, on_problem: OnProblem) -> tuple[float | None, float | None]:
    match = _ODD_TIMES.fullmatch(timing)
    if not match:
        message = f"kept without times, as these can't be read: {timing:.80}"
        report(on_problem, "not-a-time", message, line)
        return None, None
    minus, hours, minutes, second, fraction, end_minus, *end, rest = match.groups()
    if rest.strip():
        report(on_problem, "not-kept", f"not kept: the cue's position,{rest:.80}", line)
    if minus or end_minus:
        report(on_problem, "negative-time", f"read as 0: {timing:.80}", line)
    start = 0.0 if minus else seconds(hours, minutes, second, fraction)
    return start, 0.0 if end_minus else seconds(*end)


def _read_text(
    raw: str, place: int, line_at: Callable[[int], int], on_problem: OnProblem
) -> tuple[str | None, str, str | None]:
    """Give the speaker, the text and its markup; the place in the file is for problems."""
    parts = None
    if "<" in raw or "{\\" in raw:
        _report_tag(raw, place, line_at, on_problem)
        parts = [*events(_as_webvtt(raw))]
        raw = plain(parts)
    text = raw.strip()
    if text.count("\n") > 1:
        text, blanks = _BLANK_LINES.subn("\n", text)
        if blanks:
            parts = None
            message = "left out: a blank line within a text"
            report(on_problem, "blank-line", message, line_at(place))
    speaker, said = read_speaker(text)
    if not parts or not text.endswith(said):
        return speaker, said, None
    begin = len(raw) - len(raw.lstrip()) + len(text) - len(said)
    return speaker, said, markup(parts, begin, len(said))


def _report_tag(raw: str, place: int, line_at: Callable[[int], int], on_problem: OnProblem) -> None:
    for tag in _TAG.finditer(raw):
        if not tag[1]:
            line = line_at(place + tag.start())
            report(on_problem, "not-kept", f"not kept: tags, such as {tag[0]:.80}", line)
            return


def _as_webvtt(raw: str) -> str:
    """Spell a text's tags as WebVTT has them, and leave out those that it doesn't have."""
    pieces, position = [], 0
    for tag in _TAG.finditer(raw):
        pieces.append(escape(raw[position : tag.start()]))
        if tag[1]:
            pieces.append(f"<{'/' if tag[0][1] == '/' else ''}{tag[1].lower()}>")
        position = tag.end()
    pieces.append(escape(raw[position:]))
    return "".join(pieces)


def _written(cue: Cue, where: str) -> str:
    """Write the speaker and the text with its styles."""
    text = write_speaker(cue, where)
    if "<" in text or ">" in text or "{" in text:
        unsafe = _UNSAFE.search(text)
        if unsafe:
            refuse(f"{where}text", f"would not be read as text: {unsafe[0]!r:.80}")
    # Where a mark in the text says that it doesn't start with a speaker, it has no styles.
    if cue.markup is None or not text.endswith(cue.text):
        return text
    parts = styles(cue, where)
    return text.removesuffix(cue.text) + "".join(map(_spelled, parts))


def _spelled(part: Part) -> str:
    if isinstance(part, str):
        return part
    span = part.start if isinstance(part, End) else part
    if span.name not in _STYLES or span.classes:
        return ""
    return f"</{span.name}>" if isinstance(part, End) else f"<{span.name}>"
