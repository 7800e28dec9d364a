"""The blocks of a WebVTT file.

Defined by W3C, "WebVTT: The Web Video Text Tracks Format", sections "WebVTT file parsing" and
"WebVTT cue timings and settings parsing".
"""

import re
from collections.abc import Callable, Iterator
from typing import TypeAlias

from podkit._construct import positional
from podkit._report import report
from podkit.errors import OnProblem, ParseError
from podkit.models import Cue
from podkit.transcripts._cue_text import TIMESTAMP, unescape
from podkit.transcripts._reading import read_stamp, read_stamps, seconds, tidy_name

__all__ = ["USUAL", "RawCue", "read_blocks", "read_header", "read_usual"]

# A line with something on it, but no arrow; it is left at the first character that decides.
_LINE = r"(?=[^\n])[^\n-]*+(?:-(?!->)[^\n-]*+)*+(?=\n|\Z)"
_LINES = rf"(?:\n{_LINE})*+"
_HEADER = re.compile(rf"\s*+WEBVTT(?![^ \t\n])(?P<title>.*)(?P<facts>{_LINES})")
_SPACES = " \t\f"
_SPACE = rf"[{_SPACES}]*+"
# An arrow starts a cue, even in the midst of a block; the line before it is its identifier only
# where it is the first of the block. Times without minutes are none for browsers.
_BLOCK = re.compile(
    rf"(?:({_LINE})\n)?"
    rf"(?:{_SPACE}{TIMESTAMP}{_SPACE}-->{_SPACE}{TIMESTAMP}(.*+)|((?=.*-->).++))({_LINES})"
    rf"|({_LINE}{_LINES})"
)
_ODD = 9
# A cue as most are: of one voice or none, without other tags. Such a block reads the same as by the
# pattern above, in much less time; digits are spelt one by one, as the engine counts slowly.
_STAMP = r"([0-9][0-9]:[0-5][0-9]|[0-5][0-9]):([0-5][0-9])\.([0-9][0-9][0-9])"
USUAL = re.compile(
    rf"\n\n(?:([^\n:>]++)\n)?{_STAMP} --> {_STAMP}((?: .*)?)\n"
    r"(?:<v ([^<>&\n]++)>)? *+([^<>&\s][^<>\n]*+(?:\n[^<>\n]++)*+)(?:</v>)?(?=\n\n|\n?\Z)"
)
_make_usual = positional(Cue, "id", "start", "end", "settings", "speaker", "text")
_SHORT = r"([0-9]{1,9})\.([0-9]{1,3})"
_SHORT_TIMING = re.compile(rf"{_SPACE}{_SHORT}{_SPACE}-->{_SPACE}{_SHORT}((?:[ \t\f].*)?)")
# A cue as its file has it: identifier, start, end, settings and text, each of which may be empty.
RawCue: TypeAlias = tuple[str, float, float, str, str]


def read_header(text: str) -> tuple[int, str, list[str]]:
    r"""Read what stands before the blocks: where it ends, the title, and the other lines.

    Raises:
        ParseError: the text doesn't start with ``WEBVTT``, white space aside.

    >>> read_header("WEBVTT Hello\nKind: captions\n\nNOTE none\n")
    (27, 'Hello', ['Kind: captions'])
    """
    header = _HEADER.match(text)
    if not header:
        raise ParseError(f"expected WEBVTT, found {text[:20]!r}", line=1)
    return header.end(), header["title"].strip(), header["facts"].split("\n")[1:]


def read_usual(text: str) -> tuple[list[str], list[Cue]]:
    r"""Read the usual cues of a file, and give what stands before, between and after them.

    The parts are one more than the cues, and most are empty. Each is whole blocks; only the first
    starts with the header. Everything is done with whole columns, most of it without any Python.

    >>> read_usual("WEBVTT\n\nNOTE none\n\n00:00.000 --> 00:01.000\n<v Ann>Hello.\n")
    (['WEBVTT\n\nNOTE none', '\n'], [Cue(text='Hello.', start=0.0, end=1.0, speaker='Ann', ...)])
    """
    parts = USUAL.split(text)
    columns = [parts[number :: USUAL.groups + 1] for number in range(USUAL.groups + 1)]
    others, ids, *times, settings, voices, texts = columns
    names = {voice: tidy_name(voice) if voice else None for voice in {*voices}}
    cues = map(
        _make_usual,
        [id_.strip() or None if id_ else None for id_ in ids],
        read_stamps(*times[:3]),
        read_stamps(*times[3:]),
        [held.strip(_SPACES) or None if held else None for held in settings],
        map(names.__getitem__, voices),
        [(unescape(text) if "&" in text else text).strip() for text in texts],
    )
    return others, list(cues)


def read_blocks(
    text: str, position: int, line_at: Callable[[int], int], on_problem: OnProblem
) -> Iterator[tuple[int, RawCue | str]]:
    r"""Read the blocks after the header, each with the place in the text where it starts.

    Cues whose times can't be read are reported. What isn't a cue is given as it is.

    >>> from podkit.transcripts._reading import Lines
    >>> text = "WEBVTT\n\nx\n00:00.000 --> 00:01.000 align:end\nHello.\n\nNOTE none\n"
    >>> list(read_blocks(text, 6, Lines(text).at, print))
    [(8, ('x', 0.0, 1.0, 'align:end', 'Hello.')), (52, 'NOTE none')]
    """
    for block in _BLOCK.finditer(text, position):
        id_, *times, settings, odd, said, other = block.groups()
        if settings is not None:
            start, end = read_stamp(*times[:3]), read_stamp(*times[3:])
            yield block.start(), (id_ or "", start, end, settings.strip(_SPACES), said[1:])
        elif other is not None:
            yield block.start(), other
        elif short := _read_short(odd, line_at(block.start(_ODD)), on_problem):
            yield block.start(), (id_ or "", *short, said[1:])


def _read_short(timing: str, line: int, on_problem: OnProblem) -> tuple[float, float, str] | None:
    """Read times without minutes and settings, or report a line that has no times."""
    short = _SHORT_TIMING.fullmatch(timing)
    if not short:
        message = f"left out, as its times can't be read: {timing:.80}"
        report(on_problem, "not-a-time", message, line)
        return None
    message = f"expected times with minutes, such as 00:03.480, found {timing:.80}"
    report(on_problem, "short-time", message, line)
    start, start_fraction, end, end_fraction, settings = short.groups()
    return (
        seconds(None, None, start, start_fraction),
        seconds(None, None, end, end_fraction),
        settings.strip(_SPACES),
    )
