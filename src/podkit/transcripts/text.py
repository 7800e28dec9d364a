"""Transcripts as plain text: paragraphs, each with its time and its speaker where they are known.

No document defines it: it is what people and programs write, as in ``[0:01:02] Ann: Hello.`` A
cue is a paragraph, and blank lines stand between paragraphs. A time is written in brackets, with
the end after an arrow where there is one: ``[0:01:02 --> 0:01:05.500]``. There is no place for
anything else, which is left out. `_paragraphs` says how others write them, which is read too.
"""

from podkit._files import Source, Target, read_bytes, write_bytes
from podkit.errors import OnProblem, ignore
from podkit.models import Transcript
from podkit.transcripts._paragraphs import (
    join_paragraphs,
    paragraphs,
    read_paragraph,
    read_text,
    write_paragraph,
)
from podkit.transcripts._reading import make_transcript
from podkit.transcripts._writing import said

__all__ = ["dumps", "loads", "read", "write"]


def loads(text: str | bytes, *, on_problem: OnProblem = ignore) -> Transcript:
    r"""Read plain text: a cue for each paragraph.

    A time and a name at its start are the cue's: ``[1:02] Ann: …``, ``Ann (1:02): …``, ``Ann: …``,
    ``**Ann:** …``, or ``Ann  1:02`` on a line of their own. A name must look like one: up to five
    words with capitals, as in ``Ann: `` or ``SPEAKER_01: ``, that aren't a common start of a
    sentence such as ``Note: ``. Where every line of a paragraph starts so, each is a cue.

    Args:
        text: the file's text, or its bytes.
        on_problem: receives what was forgiven: bytes that aren't UTF-8, cues out of order.

    Raises:
        ParseError: this is no text, as it holds NUL or starts as a PDF or an archive does.

    >>> for cue in loads("[1:02] Ann: Hello.\n\nTwo: acceptance.").cues:
    ...     print(cue.start, cue.speaker, cue.text)
    62.0 Ann Hello.
    None None Two: acceptance.
    """
    parts = paragraphs(read_text(text, on_problem))
    return make_transcript([c for part in parts for c in read_paragraph(part)], None, on_problem)


def dumps(transcript: Transcript, *, on_problem: OnProblem = ignore) -> str:
    r"""Write plain text, with times and speakers where they are known.

    Args:
        transcript: the transcript.
        on_problem: receives the cues that were left out, as nothing is said in them.

    Raises:
        UnrepresentableError: a text can't be held, such as one with a blank line, or would be read
            as a time.

    >>> from podkit.models import Cue
    >>> dumps(Transcript(cues=[Cue(text="Hello.", start=62, speaker="Ann"), Cue(text="Hi.")]))
    '[0:01:02] Ann: Hello.\n\nHi.\n'
    """
    cues = said(transcript, on_problem)
    written = ["".join(write_paragraph(cue, f"cues[{index}].")) for index, cue in cues]
    return join_paragraphs(written)


def read(source: Source, *, on_problem: OnProblem = ignore) -> Transcript:
    """Read plain text from a path or an open binary file, as `loads` does.

    >>> import io
    >>> read(io.BytesIO(b"Ann: Hello.")).cues[0].speaker
    'Ann'
    """
    return loads(read_bytes(source), on_problem=on_problem)


def write(transcript: Transcript, target: Target, *, on_problem: OnProblem = ignore) -> None:
    r"""Write plain text to a path or an open binary file, as `dumps` does.

    >>> import io
    >>> from podkit.models import Cue
    >>> file = io.BytesIO()
    >>> write(Transcript(cues=[Cue(text="Hello.")]), file)
    >>> file.getvalue()
    b'Hello.\n'
    """
    write_bytes(target, dumps(transcript, on_problem=on_problem).encode())
