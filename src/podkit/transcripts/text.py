"""Transcripts as plain text: paragraphs, each with its time and its speaker where they are known.

No document defines it: it is what people and programs write, as in ``[0:01:02] Ann: Hello.`` A
cue is a paragraph, and blank lines stand between paragraphs. A time is written in brackets, with
the end after an arrow where there is one: ``[0:01:02 --> 0:01:05.500]``. There is no place for a
language, which is left out: the feed's link to the file carries it.
"""

import re

from podkit._files import Source, Target, read_bytes, write_bytes
from podkit._text import decode
from podkit.errors import OnProblem, ParseError, ignore
from podkit.models import Cue, Transcript
from podkit.transcripts._reading import make_transcript, normalise, seconds
from podkit.transcripts._speakers import read_speaker, write_speaker
from podkit.transcripts._writing import check_cue, check_lines, exact_clock, refuse, span

__all__ = ["dumps", "loads", "read", "write"]

_BETWEEN = re.compile(r"\n(?:[^\S\n]*\n)+")
_CLOCK = r"(?:(\d{1,4}):)?(\d{1,3}):(\d\d)(?:[.,](\d{1,9}))?"
_STAMP = re.compile(rf"\[{_CLOCK}(?P<end> ?--> ?{_CLOCK})?\]\s*(?P<rest>.+)", re.DOTALL)


def loads(text: str | bytes, *, on_problem: OnProblem = ignore) -> Transcript:
    r"""Read plain text: a cue for each paragraph.

    A time in brackets at the start is the cue's; a name and a colon after it are its speaker where
    they look like it: up to five words with capitals, as in ``Ann: `` or ``SPEAKER_01: ``, that
    aren't a common start of a sentence such as ``Note: ``.

    Args:
        text: the file's text, or its bytes.
        on_problem: receives what was forgiven: bytes that aren't UTF-8, cues out of order.

    Raises:
        ParseError: this is no text, as it holds NUL.

    >>> loads("[1:02] Ann: Hello.\n\nTwo: acceptance.").cues
    (Cue(text='Hello.', start=62.0, end=None, speaker='Ann'),
     Cue(text='Two: acceptance.', start=None, end=None, speaker=None))
    """
    text = decode(text, on_problem)
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise ParseError("expected text, found a NUL character", line=line)
    paragraphs = _BETWEEN.split(normalise(text).strip())
    cues = [_read_paragraph(paragraph.strip()) for paragraph in paragraphs if paragraph]
    return make_transcript(cues, None, on_problem)


def dumps(transcript: Transcript) -> str:
    r"""Write plain text, with times and speakers where they are known.

    Raises:
        UnrepresentableError: a text can't be held, such as one with a blank line, or would be read
            as a time.

    >>> dumps(Transcript(cues=[Cue(text="Hello.", start=62, speaker="Ann"), Cue(text="Hi.")]))
    '[0:01:02] Ann: Hello.\n\nHi.\n'
    """
    paragraphs = [_paragraph(cue, f"cues[{index}].") for index, cue in enumerate(transcript.cues)]
    return "\n\n".join(paragraphs) + ("\n" if paragraphs else "")


def read(source: Source, *, on_problem: OnProblem = ignore) -> Transcript:
    """Read plain text from a path or an open binary file, as `loads` does.

    >>> import io
    >>> read(io.BytesIO(b"Ann: Hello.")).cues[0].speaker
    'Ann'
    """
    return loads(read_bytes(source), on_problem=on_problem)


def write(transcript: Transcript, target: Target) -> None:
    r"""Write plain text to a path or an open binary file, as `dumps` does.

    >>> import io
    >>> file = io.BytesIO()
    >>> write(Transcript(cues=[Cue(text="Hello.")]), file)
    >>> file.getvalue()
    b'Hello.\n'
    """
    write_bytes(target, dumps(transcript).encode())


def _read_paragraph(paragraph: str) -> Cue:
    stamp = _STAMP.fullmatch(paragraph)
    speaker, text = read_speaker(stamp["rest"] if stamp else paragraph)
    return Cue(
        text=text,
        start=seconds(*stamp.group(1, 2, 3, 4)) if stamp else None,
        end=seconds(*stamp.group(6, 7, 8, 9)) if stamp and stamp["end"] else None,
        speaker=speaker,
    )


def _paragraph(cue: Cue, where: str) -> str:
    check_cue(cue, where)
    start, end = span(cue, where)
    text = check_lines(write_speaker(cue, where), f"{where}text")
    times = " --> ".join(exact_clock(time) for time in (start, end) if time is not None)
    paragraph = f"[{times}] {text}" if times else text
    if _read_paragraph(paragraph) != Cue(text=cue.text, start=start, end=end, speaker=cue.speaker):
        refuse(f"{where}text", f"would be read as a time: {paragraph!r:.80}")
    return paragraph
