r"""Paragraphs of plain text, as people and programs write transcripts: who speaks, and when.

A paragraph may start with a time in brackets, ``[1:02]`` or ``[1:02 --> 1:05]``, with a name and a
colon, or with both: ``[1:02] Ann: …``, ``Ann (1:02): …``, ``Ann: [1:02] …``, or ``Ann  1:02`` on a
line of its own. Asterisks around these, as in Markdown, are passed over. A time alone on the first
line is the paragraph's too. A paragraph of which every line starts so is a cue for each line.

A word joiner, which can't be seen, at the start of the second line says that all this is text.
"""

import re
from itertools import pairwise

from podkit.models import Cue
from podkit.transcripts._reading import seconds
from podkit.transcripts._speakers import read_speaker

__all__ = ["JOINER", "read_paragraph"]

JOINER = "\N{WORD JOINER}"
_CLOCK = r"(?:(\d{1,4}):)?(\d{1,3}):(\d\d)(?:[.,](\d{1,9}))?"
_STAMP = rf"[\[(]{_CLOCK}(?:[ ]?(?:-->|[-–—])[ ]?{_CLOCK})?[\])]"
_TIME_FIRST = re.compile(rf"{_STAMP}\s*(?=\S)")
_TIME_ALONE = re.compile(rf"{_CLOCK}[ \t]*\n\s*(?=[^\s{JOINER}])")
_NAME = r"(?P<name>[^\n:\[\](){}]{1,60}?)"
# ``Ann (1:02):``, and without the colon at the end of a line.
_NAME_FIRST = re.compile(
    rf"{_NAME}[ \t]*{_STAMP}(?:[ \t]*:(?=\s)|[ \t]*(?=\n))\s*(?=[^\s{JOINER}])"
)
_NAME_AND_CLOCK = re.compile(rf"{_NAME}[ \t]+{_CLOCK}[ \t]*\n\s*(?=[^\s{JOINER}])")
_BOLD = re.compile(rf"(?P<time>{_STAMP}\s*)?\*\*(?P<inner>[^*\n]{{1,80}})\*\*(?P<colon>:?)[ \t]*")
_CLOCK_LINE = re.compile(rf"^{_CLOCK}[ \t]*$", re.MULTILINE)


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


def _read_lines(paragraph: str) -> list[Cue]:
    """Read the cues of lines, or none where not every line starts one."""
    if _TIME_ALONE.match(paragraph):
        times = list(_CLOCK_LINE.finditer(paragraph))
        bounds = [(time.start(), time.end()) for time in times] + [(len(paragraph), 0)]
        whole = [paragraph[first:last] for (first, _), (last, _) in pairwise(bounds)]
        return [_read(part.strip()) for part in whole] if len(whole) > 1 else []
    cues = []
    for line in paragraph.split("\n"):
        cue = _read(line.strip())
        if cue.speaker is None and cue.start is None:
            return []
        cues.append(cue)
    return cues


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
    name_first = _NAME_FIRST.match(paragraph) or _NAME_AND_CLOCK.match(paragraph)
    if name_first:
        name, _ = read_speaker(f"{name_first['name'].strip()}: -")
        if name is not None:
            return _cue(paragraph[name_first.end() :], name, name_first.groups()[1:])
    time_first = _TIME_FIRST.match(paragraph) or _TIME_ALONE.match(paragraph)
    if time_first:
        speaker, text = read_speaker(paragraph[time_first.end() :])
        return _cue(text, speaker, time_first.groups())
    speaker, text = read_speaker(paragraph)
    time_within = _TIME_FIRST.match(text) if speaker is not None else None
    if time_within:
        return _cue(text[time_within.end() :], speaker, time_within.groups())
    return _cue(text, speaker, ())


def _cue(text: str, speaker: str | None, times: tuple[str | None, ...]) -> Cue:
    whole = [
        seconds(hours, minutes, digits, fraction)
        for hours, minutes, digits, fraction in zip(*[iter(times)] * 4, strict=True)
        if minutes is not None and digits is not None
    ]
    start, end = [*whole, None, None][:2]
    return Cue(text=text.replace(f"\n{JOINER}", "\n", 1), start=start, end=end, speaker=speaker)
