"""Transcripts as TTML (W3C, "Timed Text Markup Language 2", and IMSC, its profile).

A paragraph carries a cue's start, its end, its text and its speaker, who is an agent in the head;
the head carries the title, the root the language. A span with times carries a word, which lasts no
longer than its cue. There is no place for anything else, which is left out. An absent end is
written as the start of what follows. Apple's transcripts and lyrics are read too.
"""

import re
from collections.abc import Iterable, Iterator
from html import escape
from typing import TypeAlias

from lxml.etree import _Element as Element

from podkit._clock import read_clock
from podkit._construct import constructor
from podkit._files import Source, Target, read_bytes, write_bytes
from podkit._report import refuse
from podkit._text import check_text
from podkit._xml import local, parse
from podkit.errors import OnProblem, ParseError, Problem, ignore
from podkit.models import Cue, Transcript, Word
from podkit.transcripts._reading import make_transcript, normalise, tidy_name
from podkit.transcripts._words import timed
from podkit.transcripts._writing import captions, check_language, clock

__all__ = ["dumps", "loads", "read", "write"]

_TT = "http://www.w3.org/ns/ttml"
_XML = "{http://www.w3.org/XML/1998/namespace}"
_CLOCK = re.compile(r"(?:(?:(\d{1,4}):)?(\d{1,4}):)?(\d{1,6}(?:\.\d{1,9})?)(?::(\d{1,4}))?")
_OFFSET = re.compile(r"(\d{1,12}(?:\.\d{1,9})?)(h|m|s|ms|f|t)")
_METRICS = {"h": 3600.0, "m": 60.0, "s": 1.0, "ms": 0.001}
_DIGITS = re.compile(r"\d{1,9}(?:\.\d{1,9})?")
_ROUNDED = 0.001  # seconds by which the sum of times may pass a time that was rounded
_SPACE = re.compile("[ \t\n\r]+")
_BREAK = "\x01"  # stands for <br/>; XML has no way to hold it
_SPACE_AT_BREAK = re.compile(f" ?{_BREAK} ?")
# What XML has no way to hold.
_NO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
# What lyrics say in other words: a translation, and how they are spoken.
_TOLD_AGAIN = frozenset({"x-translation", "x-roman"})
Times: TypeAlias = tuple[float | None, float | None]
_make_cue = constructor(Cue)
_make_word = constructor(Word)


def loads(text: str | bytes, *, on_problem: OnProblem = ignore) -> Transcript:
    r"""Read TTML.

    Times within an element that has times are taken from its start on, as the standard has it, save
    where some would pass its end: all are times of the whole document then, as Apple's are. In one
    whose ``timeContainer`` is ``seq``, they are taken from the end of what stands before.

    Args:
        text: the file's text, or its bytes.
        on_problem: receives what was forgiven: XML that isn't well-formed, times that can't be
            read, paragraphs in which nothing is said (left out), styles and regions (not kept).

    Raises:
        ParseError: this isn't XML, or its root isn't ``<tt>``.

    >>> text = '<tt xmlns="http://www.w3.org/ns/ttml"><body><div>\
    ... <p begin="1s" end="2.5s">Hello,<br/>all.</p></div></body></tt>'
    >>> loads(text).cues
    (Cue(text='Hello,\nall.', start=1.0, end=2.5, speaker=None, ...),)
    """
    root = parse(text, on_problem)
    if local(str(root.tag)) != "tt":
        raise ParseError(f"expected <tt>, found <{local(str(root.tag)):.80}>", line=root.sourceline)
    cues = list(_Reader(root, on_problem).cues(root, (None, None), None))
    title = next((tidy_name(_text(each)) for each in root.iter("{*}title")), None)
    for kind in ("styling", "layout"):
        if root.find(f"{{*}}head/{{*}}{kind}") is not None:
            on_problem(Problem(id="not-kept", message=f"not kept: the document's {kind}"))
    language = root.get(f"{_XML}lang")
    return make_transcript(cues, language, on_problem, {"title": title})


def dumps(transcript: Transcript, *, on_problem: OnProblem = ignore) -> str:
    """Write TTML.

    Args:
        transcript: the transcript.
        on_problem: receives the cues that were left out, as nothing is said in them.

    Raises:
        UnrepresentableError: a cue has no times, or ends before it starts; or a text can't be
            held, such as one with a character that XML has no way to write.

    >>> cue = Cue(text="Salt & pepper", start=1, end=2.5, speaker="Ann")
    >>> print(dumps(Transcript(cues=[cue], language="en")), end="")
    <?xml version="1.0" encoding="UTF-8"?>
    <tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttm="http://www.w3.org/ns/ttml#metadata" \
xml:lang="en">
    <head>
    <metadata>
    <ttm:agent type="person" xml:id="speaker1"><ttm:name type="full">Ann</ttm:name></ttm:agent>
    </metadata>
    </head>
    <body>
    <div>
    <p begin="00:00:01.000" end="00:00:02.500" ttm:agent="speaker1">Salt &amp; pepper</p>
    </div>
    </body>
    </tt>
    """
    agents: dict[str, str] = {}
    paragraphs = [
        _paragraph(cue, f"cues[{index}].", times, agents)
        for index, cue, times in captions(transcript, ".", on_problem)
    ]
    return "\n".join([*_head(transcript, agents), *paragraphs, "</div>", "</body>", "</tt>", ""])


def read(source: Source, *, on_problem: OnProblem = ignore) -> Transcript:
    """Read TTML from a path or an open binary file, as `loads` does.

    >>> import io
    >>> read(io.BytesIO(b'<tt><body><p begin="1s">Hello.</p></body></tt>')).cues[0].start
    1.0
    """
    return loads(read_bytes(source), on_problem=on_problem)


def write(transcript: Transcript, target: Target, *, on_problem: OnProblem = ignore) -> None:
    r"""Write TTML to a path or an open binary file, as `dumps` does.

    >>> import io
    >>> file = io.BytesIO()
    >>> write(Transcript(), file)
    >>> file.getvalue().splitlines()[0]
    b'<?xml version="1.0" encoding="UTF-8"?>'
    """
    write_bytes(target, dumps(transcript, on_problem=on_problem).encode())


def _text(element: Element) -> str:
    return "".join(element.itertext())


class _Reader:
    """Reads the paragraphs of a document."""

    def __init__(self, root: Element, on_problem: OnProblem) -> None:
        self._on_problem = on_problem
        frames = _number(_attribute(root, "frameRate"), 30.0)
        numerator, _, denominator = (_attribute(root, "frameRateMultiplier") or "1 1").partition(
            " "
        )
        self._frames = frames * _number(numerator, 1.0) / _number(denominator, 1.0)
        self._ticks = _number(_attribute(root, "tickRate"), 1.0)
        self._is_absolute = any(map(self._passes_its_parent, root.iter("{*}p", "{*}span")))
        self._names = {
            agent.get(f"{_XML}id"): tidy_name(_text(agent)) for agent in root.iter("{*}agent")
        }

    def cues(self, element: Element, times: Times, speaker: str | None) -> Iterator[Cue]:
        """Give the cues in an element of these times, and of this speaker or its own."""
        start, end = times
        speaker = self._speaker(element) or speaker
        is_sequence = _is_sequence(element)
        readers = {"p": self._cue, "body": self.cues, "div": self.cues}
        for child in element:
            reader = readers.get(local(str(child.tag)))
            if reader is None:
                continue
            inner = self._times(child, start, None if is_sequence else end)
            cues: Iterable[Cue] = reader(child, inner, speaker)
            if is_sequence:
                cues = [*cues]
                start = _ended(inner, [cue.end for cue in cues])
            yield from cues

    def _speaker(self, element: Element) -> str | None:
        agent = (_attribute(element, "agent") or "").partition(" ")[0]
        return self._names.get(agent) or tidy_name(agent)

    def _times(self, element: Element, outer_start: float | None, outer_end: float | None) -> Times:
        """Give when an element begins and ends, within another one or the document."""
        start, end = self._time(element, "begin"), self._time(element, "end")
        duration = self._time(element, "dur")
        if duration is not None:
            ended = (start or 0.0) + duration
            end = ended if end is None else min(end, ended)
        if start is None and end is None:
            return outer_start, outer_end
        begin = 0.0 if self._is_absolute else outer_start or 0.0
        start = round(begin + (start or 0.0), 6)
        return start, outer_end if end is None else round(begin + end, 6)

    def _passes_its_parent(self, element: Element) -> bool:
        """Tell whether an element ends after its parent does, if its times are within that."""
        parent = element.getparent()
        if parent is None or element.get("end") is None or parent.get("end") is None:
            return False
        end, outer_start, outer_end = (
            self._clock_time(each.get(name)) or 0.0
            for each, name in ((element, "end"), (parent, "begin"), (parent, "end"))
        )
        return outer_start + end > outer_end + _ROUNDED

    def _time(self, element: Element, name: str) -> float | None:
        value = element.get(name)
        time = self._clock_time(value)
        if time is None and value is not None:
            message = f"left out: expected a time such as 00:00:01.000 or 1.5s, found {value!r:.80}"
            self._report("not-a-time", message, element)
        return time

    def _clock_time(self, value: str | None) -> float | None:
        clock, offset = _CLOCK.fullmatch(value or ""), _OFFSET.fullmatch(value or "")
        if clock:
            hours, minutes, seconds, frames = clock.groups()
            whole = int(hours or 0) * 3600 + int(minutes or 0) * 60 + float(seconds)
            return whole + int(frames or 0) / self._frames
        if offset:
            units = {**_METRICS, "f": 1 / self._frames, "t": 1 / self._ticks}
            return float(offset[1]) * units[offset[2]]
        return None

    def _cue(self, element: Element, times: Times, speaker: str | None) -> Iterator[Cue]:
        start, end = times
        pieces: list[str] = []
        words: list[Word] = []
        self._gather(element, start, end, pieces, words)
        is_preserved = element.get(f"{_XML}space") == "preserve"
        text = _shown(normalise("".join(pieces)), is_preserved=is_preserved)
        if not text:
            self._report("empty-cue", "left out, as nothing is said in it", element)
            return
        if words:
            start = words[0].start if start is None else start
            end = words[-1].end if end is None else end
        if start is None:
            self._report("missing-start", "has no begin; kept without times", element)
        yield _make_cue(
            {
                "text": text,
                "start": start,
                "end": None if start is None else end,
                "speaker": self._speaker(element) or speaker,
                "words": words,
            }
        )

    def _gather(
        self,
        element: Element,
        start: float | None,
        end: float | None,
        pieces: list[str],
        words: list[Word],
    ) -> None:
        """Gather the text of an element, and the words that have times of their own."""
        pieces.append(element.text or "")
        is_sequence = _is_sequence(element)
        for child in element:
            name = local(str(child.tag))
            if name == "br":
                pieces.append(_BREAK)
            elif name == "span" and _attribute(child, "role") not in _TOLD_AGAIN:
                # Apple writes no space between the words that it marks as such.
                pieces.append(" " if _attribute(child, "unit") == "word" else "")
                times = self._times(child, start, None if is_sequence else end)
                place, count = len(pieces), len(words)
                self._gather(child, *times, pieces, words)
                is_timed = child.get("begin") is not None or (is_sequence and times[1] is not None)
                if is_timed and len(words) == count:
                    said = _shown(normalise("".join(pieces[place:])))
                    word = {"text": said, "start": times[0], "end": times[1]}
                    words += [_make_word(word)] if said else []
                if is_sequence:
                    start = _ended(times, [word.end for word in words[count:]])
            pieces.append(child.tail or "")

    def _report(self, kind: str, message: str, element: Element) -> None:
        self._on_problem(Problem(id=kind, message=message, line=element.sourceline))


def _is_sequence(element: Element) -> bool:
    """Tell whether the times in an element are taken from the end of what stands before."""
    return element.get("timeContainer") == "seq"


def _ended(times: Times, ends: list[float | None]) -> float | None:
    """Give when an element of a sequence ends: when it says, or with the last that is in it."""
    start, end = times
    return max([start, *ends], key=lambda time: time or 0.0) if end is None else end


def _attribute(element: Element, name: str) -> str | None:
    """Give an attribute by its local name, whatever its namespace is called."""
    items = element.attrib.items()
    return next((str(value) for key, value in items if local(str(key)) == name), None)


def _number(text: str | None, default: float) -> float:
    """Read a positive number."""
    number = float(text) if text and _DIGITS.fullmatch(text) else 0.0
    return number or default


def _shown(text: str, *, is_preserved: bool = False) -> str:
    """Give a paragraph's text as players show it."""
    if not is_preserved:
        text = _SPACE_AT_BREAK.sub(_BREAK, _SPACE.sub(" ", text))
    return text.replace(_BREAK, "\n").strip()


def _paragraph(cue: Cue, where: str, times: str, agents: dict[str, str]) -> str:
    """Write a cue, and give its speaker a place among the agents."""
    start, _, end = times.partition(" --> ")
    agent = ""
    if cue.speaker is not None:
        _escaped(cue.speaker, f"{where}speaker")
        name = agents.setdefault(cue.speaker, f"speaker{len(agents) + 1}")
        agent = f' ttm:agent="{name}"'
    is_shown = _shown(cue.text.replace("\n", _BREAK)) == cue.text
    space = "" if is_shown else ' xml:space="preserve"'
    text = _escaped(cue.text, f"{where}text")
    if cue.words:
        text = _with_words(cue, read_clock(start) or 0.0, read_clock(end) or 0.0)
    text = text.replace("\n", "<br/>")
    return f'<p begin="{start}" end="{end}"{agent}{space}>{text}</p>'


def _with_words(cue: Cue, start: float, end: float) -> str:
    """Write the text of a cue with its words, whose times count from the cue's start on."""
    pieces = []
    position = 0
    for word in timed(cue, start, end):
        if _shown(word.text) == word.text:
            pieces.append(escape(cue.text[position : word.place], quote=False))
            begin, stop = clock(word.start - start), clock(word.end - start)
            text = escape(word.text, quote=False)
            pieces.append(f'<span begin="{begin}" end="{stop}">{text}</span>')
            position = word.place + len(word.text)
    pieces.append(escape(cue.text[position:], quote=False))
    return "".join(pieces)


def _head(transcript: Transcript, agents: dict[str, str]) -> Iterator[str]:
    language = "" if transcript.language is None else check_language(transcript.language)
    yield '<?xml version="1.0" encoding="UTF-8"?>'
    yield f'<tt xmlns="{_TT}" xmlns:ttm="{_TT}#metadata" xml:lang="{language}">'
    facts = []
    if transcript.title is not None:
        facts.append(f"<ttm:title>{_escaped(transcript.title, 'title')}</ttm:title>")
    for name, agent in agents.items():
        full = f'<ttm:name type="full">{escape(name, quote=False)}</ttm:name>'
        facts.append(f'<ttm:agent type="person" xml:id="{agent}">{full}</ttm:agent>')
    if facts:
        yield from ["<head>", "<metadata>", *facts, "</metadata>", "</head>"]
    yield from ["<body>", "<div>"]


def _escaped(text: str, where: str) -> str:
    unheld = _NO_XML.search(check_text(text, where))
    if unheld:
        refuse(where, f"XML can't hold {unheld[0]!r}")
    return escape(text, quote=False)
