"""Transcripts as HTML (podcast namespace, ``docs/examples/transcripts``).

A cue is a paragraph, with its speaker in a ``<cite>`` and its start in a ``<time>`` before it where
they are known. What these leave out stands in attributes that HTML allows: an end, or a start
that isn't a whole second, in the ``<time>``'s ``data-end`` and ``data-start``, white space that
browsers would not show in the paragraph's ``style``, the language in the document's ``lang``.
"""

import re
from collections.abc import Iterator
from html import escape
from typing import cast

import attrs
from selectolax.lexbor import LexborNode

from podkit._clock import read_clock, write_clock
from podkit._files import Source, Target, read_bytes, write_bytes
from podkit._html import parse_html
from podkit.errors import OnProblem, ParseError, Problem, ignore
from podkit.models import Cue, Transcript
from podkit.transcripts._paragraphs import read_paragraph
from podkit.transcripts._reading import PROLOG, make_transcript, read_source, tidy_name
from podkit.transcripts._writing import check_cue, check_language, exact_clock, said, span

__all__ = ["dumps", "loads", "read", "write"]

_PRESERVED = "white-space: pre-wrap"
_SPACE = re.compile(r"[ \t\n\f\r]+")
_BREAK = "\0"  # stands for <br>; no document holds it
_SPACE_AT_BREAK = re.compile(f" ?{_BREAK} ?")
# Documents of XML that aren't HTML, by their root.
_OTHERS = {
    "rss": "an RSS feed, which podkit.rss reads",
    "rdf:rdf": "an RSS feed, which podkit.rss reads",
    "feed": "an Atom feed, which podkit.atom reads",
    "opml": "a list of feeds, which podkit.opml reads",
    "chapters": "chapters, which podkit.chapters reads",
    "psc:chapters": "chapters, which podkit.chapters reads",
    "sami": "SAMI captions, which podkit doesn't read",
    "timedtext": "YouTube's timed text, which podkit doesn't read",
    "tt": "TTML, which podkit.transcripts.ttml reads",
}
_ROOT = re.compile(rf"\s*+{PROLOG}<([\w:]+)")
_FIELDS = {"cite": "speaker", "time": "start"}
_PARAGRAPHS = frozenset({"p"})
_BLOCKS = frozenset({"dd", "div", "li"})


@attrs.define
class _Monologue:
    """What the document says of a cue; each part is a list of texts."""

    speaker: list[str] | None = None
    start: list[str] | None = None
    text: list[str] | None = None
    time_attributes: dict[str, str | None] = attrs.Factory(dict)
    is_preserved: bool = False
    is_named_within: bool = False


def loads(text: str | bytes, *, on_problem: OnProblem = ignore) -> Transcript:
    """Read HTML, as browsers do; each paragraph is a cue.

    A ``<cite>`` and a ``<time>`` stand before their paragraph or at its start. Where a document has
    none of them, names and times at the start of paragraphs are read as those of plain text are;
    where it has no ``<p>``, its ``<div>``, ``<li>`` and ``<dd>`` are the paragraphs.

    Args:
        text: the file's text, or its bytes.
        on_problem: receives what was forgiven: text outside of paragraphs (left out), speakers and
            times without a paragraph, times that can't be read.

    Raises:
        ParseError: there is text or a script, but nothing is said in a paragraph; this is XML of
            another kind, such as a feed; or elements nest more than 2,000 deep.

    >>> loads("<cite>Ann:</cite> <time>1:02</time> <p>Salt &amp; pepper</p>").cues
    (Cue(text='Salt & pepper', start=62.0, end=None, speaker='Ann', ...),)
    """
    text = read_source(text, on_problem)
    first = _ROOT.match(text)
    if first and first[1].lower() in _OTHERS:
        raise ParseError(f"expected HTML, found {_OTHERS[first[1].lower()]}")
    root = parse_html(text)
    monologues, stray = _monologues(root, _PARAGRAPHS if root.css_first("p") else _BLOCKS)
    if stray and not any(monologue.text for monologue in monologues):
        raise ParseError(f"expected paragraphs (<p>), found other text: {stray[0]!r:.80}")
    for other in stray:
        on_problem(Problem(id="not-kept", message=f"not kept, outside of paragraphs: {other:.80}"))
    cues = list(_read_cues(monologues, on_problem))
    if not cues and (root.css_first("script") or text.startswith("<?xml")):
        raise ParseError("expected paragraphs (<p>), found XML or a page that a script is to fill")
    if not root.css_first("cite, time"):
        cues = [part for cue in cues for part in read_paragraph(cue.text)]
    return make_transcript(cues, root.attributes.get("lang"), on_problem)


def dumps(transcript: Transcript, *, on_problem: OnProblem = ignore) -> str:
    """Write a document of its own.

    Args:
        transcript: the transcript.
        on_problem: receives the cues that were left out, as nothing is said in them.

    Raises:
        UnrepresentableError: a cue ends before it starts, or a text isn't what HTML can hold.

    >>> print(dumps(Transcript(cues=[Cue(text="Salt & pepper", start=62, speaker="Ann")])), end="")
    <!DOCTYPE html>
    <html>
    <head>
    <meta charset="utf-8">
    <title>Transcript</title>
    </head>
    <body>
    <cite>Ann:</cite>
    <time>1:02</time>
    <p>Salt &amp; pepper</p>
    </body>
    </html>
    """
    language = transcript.language
    lines = [
        "<!DOCTYPE html>",
        "<html>" if language is None else f'<html lang="{check_language(language)}">',
        "<head>",
        '<meta charset="utf-8">',
        "<title>Transcript</title>",
        "</head>",
        "<body>",
    ]
    cues = said(transcript, on_problem)
    is_marked = any(cue.speaker is not None or cue.start is not None for _, cue in cues)
    for index, cue in cues:
        if not is_marked and read_paragraph(cue.text) != [Cue(text=cue.text)]:
            lines.append("<cite></cite>")  # nobody's name: the text's start isn't one either
        lines += _cue_lines(cue, f"cues[{index}].")
    return "\n".join([*lines, "</body>", "</html>", ""])


def read(source: Source, *, on_problem: OnProblem = ignore) -> Transcript:
    """Read HTML from a path or an open binary file, as `loads` does.

    >>> import io
    >>> read(io.BytesIO(b"<cite>Ann:</cite> <p>Hello.</p>")).cues[0].speaker
    'Ann'
    """
    return loads(read_bytes(source), on_problem=on_problem)


def write(transcript: Transcript, target: Target, *, on_problem: OnProblem = ignore) -> None:
    """Write HTML to a path or an open binary file, as `dumps` does.

    >>> import io
    >>> file = io.BytesIO()
    >>> write(Transcript(language="en"), file)
    >>> file.getvalue().splitlines()[1]
    b'<html lang="en">'
    """
    write_bytes(target, dumps(transcript, on_problem=on_problem).encode())


def _monologues(root: LexborNode, tags: frozenset[str]) -> tuple[list[_Monologue], list[str]]:
    """Give what each cue is made of, in elements of these tags, and the texts in no cue."""
    monologues, stray = [_Monologue()], list[str]()
    # Where the text of each element goes.
    places: dict[int, list[str]] = {}
    for node in root.traverse(include_text=True):
        place = places.get(cast(LexborNode, node.parent).mem_id, stray)
        if node.tag == "-text":
            place.append(node.text_content or "")
        elif node.tag == "br":
            place.append(_BREAK)
        else:
            places[node.mem_id] = _place(node, tags, place, monologues)
    return monologues, [text.strip() for text in stray if text.strip(f"{_BREAK} \t\n\f\r")]


def _place(
    node: LexborNode, tags: frozenset[str], outer: list[str], monologues: list[_Monologue]
) -> list[str]:
    """Say where the text of an element goes, and start a monologue where one begins."""
    if node.tag in ("script", "style", "title"):
        return []
    current = monologues[-1]
    if node.tag in tags:
        # A paragraph that holds but a name and a time has those of the next one.
        if current.text is not None and (_is_said(current.text) or not current.is_named_within):
            monologues.append(current := _Monologue())
        current.is_preserved = _PRESERVED in (node.attributes.get("style") or "")
        current.text = []
        return current.text
    field = _FIELDS.get(node.tag or "")
    if not field:
        return outer
    is_known = getattr(current, field) is not None
    if outer is current.text:
        # Within a paragraph, what follows some text is a part of it, such as a book's title.
        if is_known or _is_said(current.text):
            return outer
        current.is_named_within = True
    elif is_known or current.text is not None:
        monologues.append(current := _Monologue())
    texts: list[str] = []
    setattr(current, field, texts)
    if field == "start":
        current.time_attributes = node.attributes
    return texts


def _is_said(texts: list[str]) -> bool:
    return any(text.strip() and text != _BREAK for text in texts)


def _read_cues(monologues: list[_Monologue], on_problem: OnProblem) -> Iterator[Cue]:
    for index, monologue in enumerate(monologues):
        where = f"monologue {index + 1}"
        name = tidy_name("".join(monologue.speaker or ()).replace(_BREAK, " "))
        times, data = "".join(monologue.start or ()), monologue.time_attributes
        text = _shown("".join(monologue.text or ()), is_preserved=monologue.is_preserved)
        if text:
            start = _read_time(data.get("data-start") or times, where, on_problem)
            end = _read_time(data.get("data-end") or "", where, on_problem)
            yield Cue(
                text=text,
                start=start,
                end=None if start is None else end,
                speaker=tidy_name((name or "").removesuffix(":")),
            )
        elif name or times.strip():
            message = f"left out, as nothing is said: {name or times.strip():.80}"
            on_problem(Problem(id="empty-cue", message=message, where=where))


def _shown(text: str, *, is_preserved: bool) -> str:
    """Give a paragraph's text as a browser shows it."""
    if not is_preserved:
        text = _SPACE_AT_BREAK.sub(_BREAK, _SPACE.sub(" ", text))
    return text.replace(_BREAK, "\n").strip()


def _read_time(text: str, where: str, on_problem: OnProblem) -> float | None:
    time = read_clock(text)
    if time is None and text.strip():
        message = f"left out: expected a time such as 1:02:03, found {text.strip()!r:.80}"
        on_problem(Problem(id="not-a-time", message=message, where=where))
    return None if time is None else round(time, 3)


def _cue_lines(cue: Cue, where: str) -> Iterator[str]:
    check_cue(cue, where)
    start, end = span(cue, where)
    if cue.speaker is not None:
        yield f"<cite>{escape(cue.speaker)}:</cite>"
    if start is not None:
        data_start = "" if start.is_integer() else f' data-start="{exact_clock(start)}"'
        data_end = "" if end is None else f' data-end="{exact_clock(end)}"'
        yield f"<time{data_start}{data_end}>{write_clock(int(start))}</time>"
    text = cue.text.replace("\n", _BREAK)
    style = "" if _shown(text, is_preserved=False) == cue.text else f' style="{_PRESERVED}"'
    yield f"<p{style}>{escape(text, quote=False).replace(_BREAK, '<br>')}</p>"
