"""Transcripts as SubRip.

No document defines it: it is what players accept. A cue carries its start, its end, its text and
its speaker, as the ``Name: `` at the start of the text. There is no place for a language, which is
left out: the feed's link to the file carries it. An absent end is written as the start of the next
cue.
"""

import re

from podkit._clock import write_clock
from podkit._files import Source, Target, read_bytes, write_bytes
from podkit.errors import OnProblem, ParseError, ignore
from podkit.models import Cue, Transcript
from podkit.transcripts._reading import make_transcript, read_source, report, seconds
from podkit.transcripts._speakers import read_speaker, write_speaker
from podkit.transcripts._writing import caption_spans, check_cue, check_lines, refuse

__all__ = ["dumps", "loads", "read", "write"]

# The line that starts a cue, whether or not its times can be read.
_START = re.compile(r"^([ \t]*-?\d[\d:.,]{0,30}[ \t]*-->.*)$", re.MULTILINE)
_STAMP = r"(-?)(?:(?:(\d{1,9}):)?(\d{1,9}):)?(\d{1,9})(?:[.,](\d{1,9}))?"
_TIMING = re.compile(rf"[ \t]*{_STAMP}[ \t]*-->[ \t]*{_STAMP}(?P<rest>(?:[ \t].*)?)")
_TAG = re.compile(r"</?(?:[bius]|font)\b[^<>]*>|\{\\[^{}\n]*\}", re.IGNORECASE)
# What players don't show as it is: they take any word in angle brackets for a tag.
_UNSAFE = re.compile(r"-->|</?[a-z][^<>]*>|\{\\[^{}\n]*\}", re.IGNORECASE)
_BLANK_LINES = re.compile(r"\n(?:[^\S\n]*\n)+")
# How a file ends that was cut within a cue's index or times: at most two short lines.
_CUT = re.compile(r"\n[ \t]*\n(\d{1,9}(?:\n[\d:.,]{0,30}[ \t]?-{0,2})?)\n?\Z")


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
    (Cue(text='Hello.', start=1.0, end=2.5, speaker='Ann'),)
    """
    text = _whole(read_source(text, on_problem), on_problem)
    preface, *parts = _START.split(text)
    if preface.strip() and not parts:
        raise ParseError("expected lines with times such as 00:00:01,000 --> 00:00:02,500")
    stray = _without_index(preface).strip()
    if stray:
        report(on_problem, "not-kept", f"not kept, as it has no times: {stray:.80}", 1)
    timings, texts = parts[::2], parts[1::2]
    without_index = [*map(_without_index, texts[:-1]), *texts[-1:]]
    cues, line = [], 1 + preface.count("\n")
    for timing, raw, between in zip(timings, without_index, texts, strict=True):
        said = _read_text(raw, line + 1, on_problem)
        if said:
            cues.append(_read_cue(timing, said, line, on_problem))
        else:
            report(on_problem, "empty-cue", "left out, as nothing is said in it", line)
        line += between.count("\n")
    return make_transcript(cues, None, on_problem)


def dumps(transcript: Transcript) -> str:
    r"""Write SubRip.

    Raises:
        UnrepresentableError: a cue has no times, or ends before it starts; or a text can't be
            held, such as one with a blank line, an arrow or what reads as a tag.

    >>> dumps(Transcript(cues=[Cue(text="Hello.", start=1, end=2.5, speaker="Ann")]))
    '1\n00:00:01,000 --> 00:00:02,500\nAnn: Hello.\n'
    """
    spans = caption_spans(transcript)
    blocks = []
    for index, (cue, (start, end)) in enumerate(zip(transcript.cues, spans, strict=True)):
        where = f"cues[{index}]."
        check_cue(cue, where)
        text = check_lines(write_speaker(cue, where), f"{where}text")
        unsafe = _UNSAFE.search(text)
        if unsafe:
            refuse(f"{where}text", f"would not be read as text: {unsafe[0]!r:.80}")
        blocks.append(f"{index + 1}\n{_stamp(start)} --> {_stamp(end)}\n{text}\n")
    return "\n".join(blocks)


def read(source: Source, *, on_problem: OnProblem = ignore) -> Transcript:
    r"""Read SubRip from a path or an open binary file, as `loads` does.

    >>> import io
    >>> read(io.BytesIO(b"1\n00:00:01,000 --> 00:00:02,500\nHello.\n")).cues[0].end
    2.5
    """
    return loads(read_bytes(source), on_problem=on_problem)


def write(transcript: Transcript, target: Target) -> None:
    r"""Write SubRip to a path or an open binary file, as `dumps` does.

    >>> import io
    >>> file = io.BytesIO()
    >>> write(Transcript(cues=[Cue(text="Hello.", start=1, end=2.5)]), file)
    >>> file.getvalue()
    b'1\n00:00:01,000 --> 00:00:02,500\nHello.\n'
    """
    write_bytes(target, dumps(transcript).encode())


def _whole(text: str, on_problem: OnProblem) -> str:
    """Leave out a last index, or index and time, that nothing follows."""
    cut = _CUT.search(text)
    if not cut:
        return text
    line = text.count("\n", 0, cut.start(1)) + 1
    report(on_problem, "cut-off", f"left out, as the file ends within a cue: {cut[1]!r}", line)
    return text[: cut.start()]


def _without_index(text: str) -> str:
    """Leave out the line before the next cue's times, if it is a number."""
    before, _, last = text.removesuffix("\n").rpartition("\n")
    return before if last.strip().isdecimal() else text


def _read_text(raw: str, line: int, on_problem: OnProblem) -> str:
    tag = _TAG.search(raw)
    if tag:
        report(on_problem, "not-kept", f"not kept: tags, such as {tag[0]:.80}", line)
    text, blanks = _BLANK_LINES.subn("\n", _TAG.sub("", raw).strip())
    if blanks:
        report(on_problem, "blank-line", "left out: a blank line within a text", line)
    return text


def _read_cue(timing: str, said: str, line: int, on_problem: OnProblem) -> Cue:
    speaker, text = read_speaker(said)
    match = _TIMING.fullmatch(timing)
    if not match:
        message = f"kept without times, as these can't be read: {timing:.80}"
        report(on_problem, "not-a-time", message, line)
        return Cue(text=text, speaker=speaker)
    if match["rest"].strip():
        report(on_problem, "not-kept", f"not kept: the cue's position,{match['rest']:.80}", line)
    if match[1] or match[6]:
        report(on_problem, "negative-time", f"read as 0: {timing:.80}", line)
    start = 0.0 if match[1] else seconds(*match.group(2, 3, 4, 5))
    end = 0.0 if match[6] else seconds(*match.group(7, 8, 9, 10))
    return Cue(text=text, start=start, end=end, speaker=speaker)


def _stamp(time: float) -> str:
    return write_clock(time, decimals=3, point=",", hours=2)
