"""Transcripts as WebVTT (W3C, "WebVTT: The Web Video Text Tracks Format").

What a file holds is kept: of a cue its identifier, its settings, its styles and the times of its
words; of the file its title, STYLE, REGION and NOTE blocks; and the language, in the line
``Language: en`` that video sites write into the header. A speaker is a voice span, and a cue of
several voices is read as several cues of the same times.

There is no place for a word's end and confidence, which are left out. All comments are written at
the head of the file. An absent end is written as the start of the next cue.
"""

import re
from collections.abc import Iterator
from functools import partial

from podkit._clock import read_clock
from podkit._construct import positional
from podkit._files import Source, Target, read_bytes, write_bytes
from podkit._report import refuse, report
from podkit._text import check_text
from podkit.errors import OnProblem, ignore
from podkit.models import Cue, Transcript
from podkit.transcripts._cue_text import TIMESTAMP, escape, spell, spoken, stamps, styles
from podkit.transcripts._reading import Parts, make_transcript, read_source
from podkit.transcripts._webvtt import USUAL, RawCue, read_blocks, read_header, read_usual
from podkit.transcripts._writing import captions, check_language, check_lines

__all__ = ["dumps", "loads", "read", "write"]

_cue = positional(Cue, "text", "start", "end", "speaker", "id", "words", "markup", "settings")
_LANGUAGE = re.compile(r"language:[ \t]*(\S+)[ \t]*", re.IGNORECASE)
# What a block is by the word on its first line, and whether it may follow a cue.
_KINDS = re.compile(r"(?:(STYLE|REGION)[ \t\f]*\n|(NOTE)(?:[ \t\n]|\Z))(.*)", re.DOTALL)
# What browsers take for a tag, and leave out; it ends with its bracket, or with the text.
_OTHER_TAG = re.compile(
    rf"<(?!/?(?:b|c|i|lang|rt|ruby|u|v)(?:[.\s][^>]*+)?>|{TIMESTAMP}>)[^>]*+(?:>|\Z)"
)
_FIELDS = {"STYLE": "styles", "REGION": "regions", "NOTE": "comments"}


def loads(text: str | bytes, *, on_problem: OnProblem = ignore) -> Transcript:
    r"""Read WebVTT.

    Args:
        text: the file's text, or its bytes.
        on_problem: receives what was forgiven: blocks and cues that aren't as the standard asks
            (left out, as browsers do), what they take for a tag, such as ``<3`` (left out), cues
            in which nothing is said (left out), lines of the header other than the language (not
            kept).

    Raises:
        ParseError: the text doesn't start with ``WEBVTT``, white space aside.

    >>> text = "WEBVTT\n\n00:01.000 --> 00:02.500\n<v Ann>Salt &amp; <i>pepper</i>\n"
    >>> [cue] = loads(text).cues
    >>> cue.start, cue.end, cue.speaker, cue.text, cue.markup
    (1.0, 2.5, 'Ann', 'Salt & pepper', 'Salt &amp; <i>pepper</i>')
    """
    text = read_source(text, on_problem)
    position, title, facts = read_header(text)
    if not text.startswith("WEBVTT"):
        message = "expected WEBVTT, without which browsers refuse the file; found white space"
        report(on_problem, "not-at-start", message, 1)
    language = _read_facts(facts, text.count("\n", 0, position) - len(facts) + 2, on_problem)
    others, usual = read_usual(text)
    rest = _Rest(Parts(text, USUAL), on_problem)
    cues: list[Cue] = []
    done = 0
    for number, other in enumerate(others):
        if other:
            cues += usual[done:number]
            cues += rest.cues(other, number, 0 if number else position)
            done = number
    cues += usual[done:]
    details = {"title": title.removeprefix("- ") or None, **rest.details}
    return make_transcript(cues, language, on_problem, details)


def dumps(transcript: Transcript, *, on_problem: OnProblem = ignore) -> str:
    r"""Write WebVTT.

    Args:
        transcript: the transcript.
        on_problem: receives the cues that were left out, as nothing is said in them.

    Raises:
        UnrepresentableError: a cue has no times, or ends before it starts; a text can't be held,
            such as one with a blank line; or a cue's markup isn't of its text.

    >>> cue = Cue(text="Salt & pepper", start=1, end=2.5, speaker="Ann")
    >>> dumps(Transcript(cues=[cue], language="en"))
    'WEBVTT\nLanguage: en\n\n00:00:01.000 --> 00:00:02.500\n<v Ann>Salt &amp; pepper\n'
    """
    blocks = list(_head(transcript))
    for index, cue, times in captions(transcript, ".", on_problem):
        where = f"cues[{index}]."
        id_ = f"{_line(cue.id, where + 'id')}\n" if cue.id is not None else ""
        settings = ""
        if cue.settings is not None:
            settings = f" {_line(cue.settings, where + 'settings')}"
        # A name that ends with dashes would make an arrow of the tag's end.
        voice = f"<v {escape(cue.speaker).replace('--', '-&#45;')}>" if cue.speaker else ""
        is_plain = cue.markup is None and not cue.words
        text = escape(cue.text) if is_plain else _detailed(cue, times, where)
        blocks.append(f"{id_}{times}{settings}\n{voice}{text}\n")
    return "\n".join(blocks)


def read(source: Source, *, on_problem: OnProblem = ignore) -> Transcript:
    r"""Read WebVTT from a path or an open binary file, as `loads` does.

    >>> import io
    >>> read(io.BytesIO(b"WEBVTT\n\n00:01.000 --> 00:02.500\nHello.\n")).cues[0].end
    2.5
    """
    return loads(read_bytes(source), on_problem=on_problem)


def write(transcript: Transcript, target: Target, *, on_problem: OnProblem = ignore) -> None:
    r"""Write WebVTT to a path or an open binary file, as `dumps` does.

    >>> import io
    >>> file = io.BytesIO()
    >>> write(Transcript(language="en"), file)
    >>> file.getvalue()
    b'WEBVTT\nLanguage: en\n'
    """
    write_bytes(target, dumps(transcript, on_problem=on_problem).encode())


def _read_facts(facts: list[str], first: int, on_problem: OnProblem) -> str | None:
    """Read the header's lines after the first of it; their numbers are for problems."""
    language = None
    for number, fact in enumerate(facts, start=first):
        match = _LANGUAGE.fullmatch(fact)
        if match:
            language = match[1]
        elif fact.strip():
            report(on_problem, "not-kept", f"not kept, in the header: {fact.strip():.80}", number)
    return language


class _Rest:
    """Reads the blocks that aren't usual cues; what they say of the file is in ``details``."""

    def __init__(self, parts: Parts, on_problem: OnProblem) -> None:
        self.details: dict[str, list[str]] = {"styles": [], "regions": [], "comments": []}
        self._has_cue = False
        self._parts = parts
        self._on_problem = on_problem

    def cues(self, part: str, number: int, position: int) -> Iterator[Cue]:
        """Read the blocks of a part, which stands after as many usual cues, from a position on."""
        self._has_cue |= number > 0
        line_at = partial(self._parts.line_at, number)
        for place, block in read_blocks(part, position, line_at, self._on_problem):
            if isinstance(block, tuple):
                self._has_cue = True
                found = _read_cue(block)
                for kind, message in _faults(block, found):
                    self._report(kind, message, line_at(place) + (block[0] != ""))
                yield from found
            elif not self._keep(block):
                [first, *_] = block.split("\n", 1)
                message = f"not kept, as it has no times: {first:.80}"
                self._report("not-kept", message, line_at(place))

    def _report(self, kind: str, message: str, line: int) -> None:
        report(self._on_problem, kind, message, line)

    def _keep(self, text: str) -> bool:
        """Keep a block that isn't a cue; tell whether there is a place for it."""
        kind = _KINDS.match(text)
        if not kind or (kind[1] and self._has_cue):
            return False
        held = kind[3].strip()
        if held:
            self.details[_FIELDS[kind[1] or kind[2]]].append(held)
        return True


def _read_cue(raw: RawCue) -> list[Cue]:
    """Give a cue for each voice; the identifier is that of the first."""
    id_, start, end, settings, text = raw
    cues = []
    held_id = id_.strip() or None
    for speaker, said, markup, words in spoken(text, start):
        cues.append(_cue(said, start, end, speaker, held_id, words, markup, settings or None))
        held_id = None
    return cues


def _faults(raw: RawCue, cues: list[Cue]) -> Iterator[tuple[str, str]]:
    """Say what isn't kept of a cue's text: the kind of problem, and its message."""
    tag = _OTHER_TAG.search(raw[-1])
    if tag:
        yield "not-kept", f"not kept, as browsers take it for a tag: {tag[0]!r:.80}"
    if not cues:
        yield "empty-cue", "left out, as nothing is said in it"


def _head(transcript: Transcript) -> Iterator[str]:
    """Write what stands before the cues."""
    title = f" - {_line(transcript.title, 'title')}" if transcript.title is not None else ""
    language = transcript.language
    fact = f"Language: {check_language(language)}\n" if language is not None else ""
    yield f"WEBVTT{title}\n{fact}"
    for keyword, field in _FIELDS.items():
        for index, text in enumerate(getattr(transcript, field)):
            where = f"{field}[{index}]"
            space = " " if keyword == "NOTE" and "\n" not in text else "\n"
            yield f"{keyword}{space}{_without_arrow(check_lines(text, where), where)}\n"


def _line(text: str, where: str) -> str:
    if "\n" in text:
        refuse(where, f"expected a single line, not {text!r:.80}")
    return _without_arrow(text, where)


def _without_arrow(text: str, where: str) -> str:
    if "-->" in check_text(text, where):
        refuse(where, f"an arrow would start a cue: {text!r:.80}")
    if text != text.strip() or any(character in text for character in "\0\r\ufeff"):
        refuse(where, f"would not read back: {text!r:.80}")
    return text


def _detailed(cue: Cue, times: str, where: str) -> str:
    """Write the text of a cue with its styles and the times of its words."""
    parts = styles(cue, where)
    start, end = (read_clock(time) or 0.0 for time in times.split(" --> "))
    text = spell(parts, stamps(cue, start, end))
    return _without_arrow(text, f"{where}markup")
