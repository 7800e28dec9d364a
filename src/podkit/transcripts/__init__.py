"""Transcripts in the files that carry them: one module for each format, and the same four verbs.

Reading picks the format by content; writing by ``format=`` or by the file's suffix. A new format is
a module and a row in the table below. What makes transcripts of transcripts is in `editing`.

Every format carries the texts, their order, their speakers and, to the millisecond, their times;
``vtt`` and ``html`` carry the language too.
"""

from podkit._files import Source, Target, read_bytes, write_bytes
from podkit._formats import Format, Formats, Verbs
from podkit._text import decode
from podkit.errors import OnProblem, ignore
from podkit.models import Transcript
from podkit.transcripts import html, json, srt, text, vtt
from podkit.transcripts.editing import spread

__all__ = ["dumps", "html", "json", "loads", "read", "spread", "srt", "text", "vtt", "write"]

_TIMES = r"[ \t]*-?[\d:]{1,12}(?:[.,]\d{1,9})?[ \t]*-->"
_FORMATS: Formats[Verbs[Transcript]] = Formats(
    "transcript",
    {
        "vtt": Format(vtt, (".vtt",), r"WEBVTT(?!\S)"),
        "json": Format(json, (".json",), r"\s*+(?:\{|\[\s*+[{\]])"),
        "html": Format(html, (".html", ".htm"), r"\s*+<[!?/A-Za-z]"),
        # The line before the first times is an index, whatever it says.
        "srt": Format(srt, (".srt",), rf"\s*+(?:{_TIMES}|[^\n]{{0,80}}\n\s*+{_TIMES})"),
        "text": Format(text, (".txt",)),
    },
)


def loads(
    text: str | bytes,
    *,
    format: str | None = None,
    on_problem: OnProblem = ignore,
) -> Transcript:
    r"""Read a transcript.

    Args:
        text: the file's text, or its bytes.
        format: ``"vtt"``, ``"json"``, ``"html"``, ``"srt"`` or ``"text"``; picked by content when
            absent.
        on_problem: receives what was forgiven.

    Raises:
        ParseError: the text is not of the format.
        UnsupportedFormatError: no format has this name.

    >>> loads("1\n00:00:01,000 --> 00:00:02,500\nAnn: Hello.\n").cues
    (Cue(text='Hello.', start=1.0, end=2.5, speaker='Ann'),)
    """
    text = decode(text, on_problem)
    return _FORMATS.for_reading(format, text).loads(text, on_problem=on_problem)


def dumps(transcript: Transcript, *, format: str) -> str:
    r"""Write a transcript as text.

    Args:
        transcript: the transcript.
        format: ``"vtt"``, ``"json"``, ``"html"``, ``"srt"`` or ``"text"``.

    Raises:
        UnrepresentableError: the format can't carry a value, or needs times that the cues don't
            have; the error names the cue.
        UnsupportedFormatError: no format has this name.

    >>> dumps(loads("[1:02] Ann: Hello."), format="text")
    '[0:01:02] Ann: Hello.\n'
    """
    return _FORMATS.named(format).dumps(transcript)


def read(
    source: Source,
    *,
    format: str | None = None,
    on_problem: OnProblem = ignore,
) -> Transcript:
    r"""Read a transcript from a path or an open binary file, as `loads` does.

    >>> import io
    >>> read(io.BytesIO(b"WEBVTT\n\n00:01.000 --> 00:02.500\nHello.\n")).text
    'Hello.'
    """
    return loads(read_bytes(source), format=format, on_problem=on_problem)


def write(
    transcript: Transcript,
    target: Target,
    *,
    format: str | None = None,
) -> None:
    r"""Write a transcript to a path or an open binary file.

    Args:
        transcript: the transcript.
        target: where to write.
        format: ``"vtt"``, ``"json"``, ``"html"``, ``"srt"`` or ``"text"``; picked by the suffix
            when absent: ``.vtt``, ``.json``, ``.html``, ``.htm``, ``.srt`` or ``.txt``.

    Raises:
        UnrepresentableError: the format can't carry a value, or needs times that the cues don't
            have; nothing was written.
        UnsupportedFormatError: no format has this name or suffix.

    >>> import io
    >>> file = io.BytesIO()
    >>> write(loads("Ann: Hello."), file, format="text")
    >>> file.getvalue()
    b'Ann: Hello.\n'
    """
    write_bytes(target, _FORMATS.for_writing(format, target).dumps(transcript).encode())
