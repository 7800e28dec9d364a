"""Transcripts in the files that carry them: one module for each format, and the same four verbs.

Reading picks the format by content; writing by ``format=`` or by the file's suffix. A new format is
a module and a row in the table below. What makes transcripts of transcripts is in `editing`.

Every format carries the texts, their order, their speakers and, to the millisecond, their times.
Each format's module says what else it carries; the rest is left out.
"""

import re
from typing import Protocol

from podkit._files import Source, Target, read_bytes, write_bytes
from podkit._formats import Format, Formats, Verbs
from podkit.errors import OnProblem, ignore
from podkit.models import Transcript
from podkit.transcripts import editing, html, json, lrc, markdown, sbv, srt, text, ttml, vtt
from podkit.transcripts._reading import PROLOG, decode_text
from podkit.transcripts.editing import (
    align_speakers,
    clip,
    cut,
    insert,
    search,
    sentences,
    shift,
    split,
    spread,
    to_chapters,
    turns,
)

__all__ = [
    "align_speakers",
    "clip",
    "cut",
    "dumps",
    "editing",
    "html",
    "insert",
    "json",
    "loads",
    "lrc",
    "markdown",
    "read",
    "sbv",
    "search",
    "sentences",
    "shift",
    "split",
    "spread",
    "srt",
    "text",
    "to_chapters",
    "ttml",
    "turns",
    "vtt",
    "write",
]


class _Verbs(Verbs[Transcript], Protocol):
    """What each format's module does; all of them leave out the cues that say nothing."""

    def dumps(self, value: Transcript, /, *, on_problem: OnProblem = ...) -> str: ...


# A number alone before an arrow is of another text: ``5 --> 6``.
_STAMP = r"(?=\d+[:.,]\d)[\d:]{1,12}(?:[.,]\d{1,9})?"
_TIMES = rf"[ \t]*-?{_STAMP}[ \t]*-(?:->|>[ \t]*{_STAMP}\s*?(?:\n|\Z))"
_SRT_STAMP = r"\d\d:\d\d:\d\d[,.]\d{3}"
_SRT_TIMES = rf"{_SRT_STAMP}[ ]*-->[ ]*{_SRT_STAMP}\s*?(?:\n|\Z)"
# What no other text says than an object, be it with the wrong quotes.
_OBJECT = r"\{\s*+[\"'}]"
# What all of a text may be that holds no object.
_VALUES = r"(?:null|\[[\s\d.,-]*+\])\s*+\Z"
# Plain text may start with a tag too, such as <laughs>; HTML has one of these somewhere. What the
# reader of HTML refuses as such, feeds among it, is his as well.
_BLOCKS = "article|body|br|cite|dd|div|dl|h[1-6]|html|li|p|section|table|time"
_BLOCK = rf"(?=<[a-z/])(?s:.*?)<(?:{_BLOCKS})[\s/>]"
_HTML = rf"(?i:<[!?]|<(?:chapters|feed|opml|psc:chapters|rdf:RDF|rss)[\s>]|{_BLOCK})"
_SBV_STAMP = r"\d{1,4}:\d\d:\d\d[.,]\d{3}"
_SBV_START = rf"\[INFORMATION\]|{_SBV_STAMP},{_SBV_STAMP}[ \t]*(?:[\r\n]|\Z)"
_LRC_LINE = r"\[\d{1,6}:\d\d\.\d{2,3}\][^\n]*+"
_LRC_FACT = r"\[(?:ti|ar|al|au|by|la|re|ve|length|offset):[^\]\n]*+\]\s*?(?:\n|\Z)"
# A heading, or a name or a time in bold type.
_HEADING = r"#{1,6}[ \t]+\S|---[ \t]*\r?\n[\w-]+:"
_BOLD = r"(?:\[[\d:.,]{4,12}\][ \t]*)?\*\*[^*\n]{1,80}\*\*"
_MARKDOWN = re.compile(r"\.(?:md|markdown)\Z", re.IGNORECASE)
_FORMATS: Formats[_Verbs] = Formats(
    "transcript",
    {
        "vtt": Format(vtt, (".vtt",), r"[\s\ufeff]*+WEBVTT(?!\S)"),
        "json": Format(json, (".json",), rf"\s*+(?:{_OBJECT}|\[\s*+{_OBJECT}|{_VALUES})"),
        "ttml": Format(ttml, (".ttml", ".dfxp"), rf"\s*+{PROLOG}<(?:[\w.-]{{1,80}}:)?tt[\s/>]"),
        "html": Format(html, (".html", ".htm"), rf"\s*+{_HTML}"),
        "sbv": Format(sbv, (".sbv",), rf"\s*+(?:{_SBV_START})"),
        # The line before the first times is an index, whatever it says; what stands before that
        # is whose work it is.
        "srt": Format(
            srt,
            (".srt",),
            rf"\s*+(?:{_TIMES}|[^\n]{{0,80}}\n\s*+{_TIMES}|(?:[^\n]{{0,200}}+\n){{2,10}}?{_SRT_TIMES})",
        ),
        # A line of plain text may start with a time too, but two such lines in a row do not.
        "lrc": Format(
            lrc,
            (".lrc",),
            rf"\s*+(?:{_LRC_FACT}|{_LRC_LINE}\s*?\n{_LRC_LINE})",
        ),
        "markdown": Format(markdown, (".md", ".markdown"), rf"\s*+(?:{_HEADING}|{_BOLD})"),
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
        format: ``"vtt"``, ``"json"``, ``"ttml"``, ``"html"``, ``"srt"``, ``"sbv"``, ``"lrc"``,
            ``"markdown"`` or ``"text"``; picked by content when absent.
        on_problem: receives what was forgiven.

    Raises:
        ParseError: the text is not of the format.
        UnsupportedFormatError: no format has this name.

    >>> loads("1\n00:00:01,000 --> 00:00:02,500\nAnn: Hello.\n").cues
    (Cue(text='Hello.', start=1.0, end=2.5, speaker='Ann', ...),)
    """
    text = decode_text(text, on_problem)
    return _FORMATS.for_reading(format, text).loads(text, on_problem=on_problem)


def dumps(transcript: Transcript, *, format: str, on_problem: OnProblem = ignore) -> str:
    r"""Write a transcript as text.

    Args:
        transcript: the transcript.
        format: ``"vtt"``, ``"json"``, ``"ttml"``, ``"html"``, ``"srt"``, ``"sbv"``, ``"lrc"``,
            ``"markdown"`` or ``"text"``.
        on_problem: receives the cues that were left out, as nothing is said in them.

    Raises:
        UnrepresentableError: the format can't carry a value, or needs times that the cues don't
            have; the error names the cue.
        UnsupportedFormatError: no format has this name.

    >>> dumps(loads("[1:02] Ann: Hello."), format="text")
    '[0:01:02] Ann: Hello.\n'
    """
    return _FORMATS.named(format).dumps(transcript, on_problem=on_problem)


def read(
    source: Source,
    *,
    format: str | None = None,
    on_problem: OnProblem = ignore,
) -> Transcript:
    r"""Read a transcript from a path or an open binary file, as `loads` does.

    What looks like plain text is Markdown where the path's suffix says so.

    >>> import io
    >>> read(io.BytesIO(b"WEBVTT\n\n00:01.000 --> 00:02.500\nHello.\n")).text
    'Hello.'
    """
    data = decode_text(read_bytes(source), on_problem)
    verbs = _FORMATS.for_reading(format, data)
    if not format and verbs is text and _MARKDOWN.search(str(source)):
        verbs = markdown
    return verbs.loads(data, on_problem=on_problem)


def write(
    transcript: Transcript,
    target: Target,
    *,
    format: str | None = None,
    on_problem: OnProblem = ignore,
) -> None:
    r"""Write a transcript to a path or an open binary file.

    Args:
        transcript: the transcript.
        target: where to write.
        format: ``"vtt"``, ``"json"``, ``"ttml"``, ``"html"``, ``"srt"``, ``"sbv"``, ``"lrc"``,
            ``"markdown"`` or ``"text"``; picked by the suffix when absent: ``.vtt``, ``.json``,
            ``.ttml``, ``.dfxp``, ``.html``, ``.htm``, ``.srt``, ``.sbv``, ``.lrc``, ``.md``,
            ``.markdown`` or ``.txt``.
        on_problem: receives the cues that were left out, as nothing is said in them.

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
    verbs = _FORMATS.for_writing(format, target)
    write_bytes(target, verbs.dumps(transcript, on_problem=on_problem).encode())
