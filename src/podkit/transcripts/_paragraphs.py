r"""Paragraphs of plain text, as people and programs write transcripts: who speaks, and when.

A paragraph may start with a time in brackets, ``[1:02]`` or ``[1:02 --> 1:05]``, with a name and a
colon, or with both: ``[1:02] Ann: …``, ``Ann (1:02): …``, ``Ann: [1:02] …``, or ``Ann  1:02`` on a
line of its own. A name may stand in square brackets: ``[Ann]: …``. Asterisks around these, as in
Markdown, are passed over. A time alone on the first line is the paragraph's too. A paragraph of
which every line starts so is a cue for each line; where the first line is a time, with a name or
not, and nothing else, each such line starts a cue.

A word joiner, which can't be seen, at the start of the second line says that all this is text.
"""

import re
from itertools import pairwise

from podkit._report import refuse
from podkit.errors import OnProblem, ParseError
from podkit.models import Cue
from podkit.transcripts._reading import decode_text, normalise, seconds
from podkit.transcripts._speakers import read_speaker, write_speaker
from podkit.transcripts._writing import check_cue, check_lines, exact_clock, span

__all__ = ["join_paragraphs", "paragraphs", "read_paragraph", "read_text", "write_paragraph"]

_JOINER = "\N{WORD JOINER}"
_BETWEEN = re.compile(r"\n(?:[^\S\n]*\n)+")
# What is no text, though it may hold some, by its beginning.
_NO_TEXT = {
    "PK\x03\x04": "an archive, such as a document of Word; save it as text",
    "%PDF-": "a PDF; save it as text",
    "{\\rtf": "Rich Text; save it as plain text",
    "[Script Info]": "captions of SubStation Alpha; save them as SubRip",
}
_CLOCK = r"(?:(\d{1,4}):)?(\d{1,3}):(\d\d)(?:[.,](\d{1,9}))?"
_TIMES = rf"{_CLOCK}(?:[ ]?(?:-->|[-–—])[ ]?{_CLOCK})?"
_STAMP = rf"[\[(]{_TIMES}[\])]"
_TIME_FIRST = re.compile(rf"{_STAMP}\s*(?=\S)")
_SPACE = r"[^\S\n]"
_TIMES_ALONE = re.compile(rf"{_TIMES}{_SPACE}*\n\s*(?=[^\s{_JOINER}])")
_NAME = r"(?P<name>[^\n:\[\](){}]{1,60}?)"
# ``Ann (1:02):``, and without the colon at the end of a line.
_NAME_FIRST = re.compile(
    rf"\[?{_NAME}\]?{_SPACE}*{_STAMP}(?:{_SPACE}*:(?=\s)|{_SPACE}*(?=\n))\s*(?=[^\s{_JOINER}])"
)
_NAME_AND_TIMES = re.compile(rf"\[?{_NAME}\]?{_SPACE}+{_TIMES}{_SPACE}*\n\s*(?=[^\s{_JOINER}])")
_NAME_IN_BRACKETS = re.compile(rf"\[{_NAME}\]:")
_BOLD = re.compile(rf"(?P<time>{_STAMP}\s*)?\*\*(?P<inner>[^*\n]{{1,80}})\*\*(?P<colon>:?)[ \t]*")


def read_text(data: str | bytes, on_problem: OnProblem) -> str:
    """Decode a text, and give its lines one kind of end.

    Raises:
        ParseError: this is no text, as it holds NUL or starts as another kind of file does.

    >>> read_text(b"%PDF-1.7", print)
    Traceback (most recent call last):
    podkit.errors.ParseError: expected text, found a PDF; save it as text
    """
    text = decode_text(data, on_problem)
    for start, kind in _NO_TEXT.items():
        if text.startswith(start):
            raise ParseError(f"expected text, found {kind}")
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise ParseError("expected text, found a NUL character", line=line)
    return normalise(text)


def paragraphs(text: str) -> list[str]:
    r"""Part a text where lines are blank.

    >>> paragraphs("\na\nb\n \nc\n")
    ['a\nb', 'c']
    """
    return [part.strip() for part in _BETWEEN.split(text.strip()) if part]


def read_paragraph(paragraph: str) -> list[Cue]:
    r"""Read a paragraph, stripped and not empty, as a cue; or as several, one for each line.

    >>> read_paragraph("**Ann** (1:02): Hello.")
    [Cue(text='Hello.', start=62.0, end=None, speaker='Ann', ...)]
    >>> [cue.speaker for cue in read_paragraph("Ann: Hello.\nBo: Hi.")]
    ['Ann', 'Bo']
    """
    if "\n" in paragraph:
        cues = _read_lines(paragraph)
        if cues:
            return cues
    return [_read(paragraph)]


def write_paragraph(cue: Cue, where: str) -> tuple[str, str, str]:
    r"""Write a cue as a paragraph, in parts: its times, its speaker, and what is said.

    Raises:
        UnrepresentableError: it would not read back, or no format keeps its text or speaker.

    >>> write_paragraph(Cue(text="Hello.", start=62, end=65.5, speaker="Ann"), "cues[3].")
    ('[0:01:02 --> 0:01:05.500] ', 'Ann: ', 'Hello.')
    """
    check_cue(cue, where)
    start, end = span(cue, where)
    spoken = check_lines(write_speaker(cue, where), f"{where}text")
    speaker = spoken[: len(spoken) - len(cue.text)] if cue.speaker is not None else ""
    if spoken.startswith(tuple(_NO_TEXT)):
        refuse(f"{where}text", f"would be read as another kind of file: {spoken!r:.80}")
    times = " --> ".join(exact_clock(time) for time in (start, end) if time is not None)
    lead = f"[{times}] " if times else ""
    expected = [Cue(text=cue.text, start=start, end=end, speaker=cue.speaker)]
    text = spoken[len(speaker) :]
    for written in (text, text.replace("\n", f"\n{_JOINER}", 1)):
        if read_paragraph(f"{lead}{speaker}{written}") == expected:
            return lead, speaker, written
    return refuse(f"{where}text", f"would be read as a time or a name: {lead + spoken!r:.80}")


def join_paragraphs(written: list[str]) -> str:
    r"""Give the text of a file that holds these paragraphs.

    >>> join_paragraphs(["Hello.", "Hi."])
    'Hello.\n\nHi.\n'
    """
    return "\n\n".join(written) + "\n" * bool(written)


def _read_lines(paragraph: str) -> list[Cue]:
    """Read the cues of lines, or none where not every line starts one."""
    lines = paragraph.split("\n")
    if lines[1].startswith(_JOINER):
        return []
    if _is_head(lines[0]):
        heads = [index for index, line in enumerate(lines) if _is_head(line)]
        parts = ["\n".join(lines[first:last]) for first, last in pairwise([*heads, None])]
        return [_read(part.strip()) for part in parts] if len(parts) > 1 else []
    cues = []
    for line in lines:
        cue = _read(line.strip())
        if cue.speaker is None and cue.start is None:
            return []
        cues.append(cue)
    return cues


def _is_head(line: str) -> bool:
    """Tell whether all of a line is a time, with a name or not, of what stands below."""
    cue = _read(f"{line.strip()}\n-")
    return cue.start is not None and cue.text == "-"


def _read(paragraph: str) -> Cue:
    bold = _BOLD.match(paragraph) if "**" in paragraph[:120] else None
    if bold:
        rest = paragraph[bold.end() :]
        plain = f"{bold['time'] or ''}{bold['inner'].strip()}{bold['colon']} {rest}"
        cue = _read_plain(plain.strip())
        if cue.speaker is not None or (cue.start is not None and not bold["time"]):
            return cue
    return _read_plain(paragraph)


def _read_plain(paragraph: str) -> Cue:
    name_first = _NAME_FIRST.match(paragraph) or _NAME_AND_TIMES.match(paragraph)
    if name_first:
        name, _ = read_speaker(f"{name_first['name'].strip()}: -")
        if name is not None:
            return _cue(paragraph[name_first.end() :], name, name_first.groups()[1:])
    time_first = _TIME_FIRST.match(paragraph) or _TIMES_ALONE.match(paragraph)
    if time_first:
        speaker, text = _read_speaker(paragraph[time_first.end() :])
        return _cue(text, speaker, time_first.groups())
    speaker, text = _read_speaker(paragraph)
    time_within = _TIME_FIRST.match(text) if speaker is not None else None
    if time_within:
        return _cue(text[time_within.end() :], speaker, time_within.groups())
    return _cue(text, speaker, ())


def _read_speaker(text: str) -> tuple[str | None, str]:
    name = _NAME_IN_BRACKETS.match(text)
    bare = read_speaker(f"{name['name']}:{text[name.end() :]}") if name else (None, text)
    return bare if bare[0] is not None else read_speaker(text)


def _cue(text: str, speaker: str | None, times: tuple[str | None, ...]) -> Cue:
    whole = [
        seconds(hours, minutes, digits, fraction)
        for hours, minutes, digits, fraction in zip(*[iter(times)] * 4, strict=True)
        if minutes is not None and digits is not None
    ]
    start, end = [*whole, None, None][:2]
    return Cue(text=text.replace(f"\n{_JOINER}", "\n", 1), start=start, end=end, speaker=speaker)
