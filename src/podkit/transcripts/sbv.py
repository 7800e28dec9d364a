r"""Transcripts as SBV, YouTube's captions.

No document defines it: it is what YouTube writes and takes. A cue carries its start, its end, its
text and its speaker, as the ``Name: `` at the start of the text. There is no place for anything
else, which is left out. An absent end is written as the start of the next cue.
"""

import re

from podkit._construct import constructor
from podkit._files import Source, Target, read_bytes, write_bytes
from podkit._report import refuse, report
from podkit.errors import OnProblem, ParseError, ignore
from podkit.models import Cue, Transcript
from podkit.transcripts._reading import Lines, make_transcript, read_source, seconds
from podkit.transcripts._speakers import read_speaker, write_speaker
from podkit.transcripts._writing import captions

__all__ = ["dumps", "loads", "read", "write"]

_STAMP = r"[ \t]*(\d{1,4}):(\d\d):(\d\d)[.,](\d{1,9})[ \t]*"
_TIMES = re.compile(rf"^{_STAMP},{_STAMP}$", re.MULTILINE)
_BREAK = re.compile(r"\[br\]|\n(?:[^\S\n]*\n)+")
_make_cue = constructor(Cue)


def loads(text: str | bytes, *, on_problem: OnProblem = ignore) -> Transcript:
    r"""Read SBV.

    A name and a colon at the start of a text are its speaker where they look like it.

    Args:
        text: the file's text, or its bytes.
        on_problem: receives what was forgiven: text before the first times, cues in which nothing
            is said (both left out), times out of order.

    Raises:
        ParseError: there is text, but no line with times.

    >>> loads("0:00:01.000,0:00:02.500\nAnn: Hello.\n").cues
    (Cue(text='Hello.', start=1.0, end=2.5, speaker='Ann', ...),)
    """
    text = read_source(text, on_problem)
    lines = Lines(text)
    times = list(_TIMES.finditer(text))
    stray = text[: times[0].start()].strip() if times else text.strip()
    if stray and not times:
        raise ParseError("expected lines with times such as 0:00:01.000,0:00:02.500")
    if stray:
        report(on_problem, "not-kept", f"not kept, as it has no times: {stray:.80}", 1)
    cues = []
    ends = [*(found.start() for found in times[1:]), len(text)]
    for found, end in zip(times, ends, strict=False):
        said = text[found.end() : end]
        speaker, said = read_speaker(_BREAK.sub("\n", said.strip()))
        times_of_cue = {
            "start": seconds(*found.group(1, 2, 3, 4)),
            "end": seconds(*found.group(5, 6, 7, 8)),
        }
        if said:
            cues.append(_make_cue({"text": said, "speaker": speaker, **times_of_cue}))
        else:
            line = lines.at(found.start())
            report(on_problem, "empty-cue", "left out, as nothing is said in it", line)
    return make_transcript(cues, None, on_problem)


def dumps(transcript: Transcript, *, on_problem: OnProblem = ignore) -> str:
    r"""Write SBV.

    Args:
        transcript: the transcript.
        on_problem: receives the cues that were left out, as nothing is said in them.

    Raises:
        UnrepresentableError: a cue has no times, or ends before it starts; or a text can't be
            held, such as one with a blank line.

    >>> dumps(Transcript(cues=[Cue(text="Hello.", start=1, end=2.5, speaker="Ann")]))
    '0:00:01.000,0:00:02.500\nAnn: Hello.\n'
    """
    blocks = []
    for index, cue, times in captions(transcript, ".", on_problem):
        text = write_speaker(cue, f"cues[{index}].")
        unsafe = _TIMES.search(text) or _BREAK.search(text)
        if unsafe:
            refuse(f"cues[{index}].text", f"would not be read as text: {unsafe[0]!r:.80}")
        start, _, end = times.partition(" --> ")
        blocks.append(f"{start.removeprefix('0')},{end.removeprefix('0')}\n{text}\n")
    return "\n".join(blocks)


def read(source: Source, *, on_problem: OnProblem = ignore) -> Transcript:
    r"""Read SBV from a path or an open binary file, as `loads` does.

    >>> import io
    >>> read(io.BytesIO(b"0:00:01.000,0:00:02.500\nHello.\n")).cues[0].end
    2.5
    """
    return loads(read_bytes(source), on_problem=on_problem)


def write(transcript: Transcript, target: Target, *, on_problem: OnProblem = ignore) -> None:
    r"""Write SBV to a path or an open binary file, as `dumps` does.

    >>> import io
    >>> file = io.BytesIO()
    >>> write(Transcript(cues=[Cue(text="Hello.", start=1, end=2.5)]), file)
    >>> file.getvalue()
    b'0:00:01.000,0:00:02.500\nHello.\n'
    """
    write_bytes(target, dumps(transcript, on_problem=on_problem).encode())
