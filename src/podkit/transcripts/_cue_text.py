"""The text of WebVTT's cues: its spans, its voices and its times within a line.

Defined by W3C, "WebVTT: The Web Video Text Tracks Format", sections "WebVTT cue text parsing rules"
and "WebVTT cue text tokenizer".
"""

import html
import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

from podkit._construct import positional
from podkit._report import refuse
from podkit.models import Cue, Word
from podkit.transcripts._reading import normalise, read_stamp, tidy_name
from podkit.transcripts._words import timed
from podkit.transcripts._writing import clock

__all__ = [
    "TIMESTAMP",
    "End",
    "Event",
    "Part",
    "Spoken",
    "Start",
    "escape",
    "events",
    "markup",
    "markups",
    "plain",
    "spell",
    "spoken",
    "stamps",
    "styles",
    "unescape",
]

# Hours, if any, and minutes; seconds; milliseconds.
TIMESTAMP = r"((?:[0-9]{1,9}:)?[0-5][0-9]):([0-5][0-9])\.([0-9]{3})(?![0-9])"
_TIMESTAMP = re.compile(TIMESTAMP)
# A tag ends with its bracket, or with the text.
_TAG = re.compile(r"<([^>]*)(?:>|\Z)")
_START = re.compile(r"([^.\t\n\f ]*)((?:\.[^.\t\n\f ]*)*)(.*)", re.DOTALL)
_SPANS = frozenset({"b", "c", "i", "lang", "ruby", "u", "v"})
_VALUED = frozenset({"lang", "v"})
# Deeper nesting of styles isn't kept: what repeats it around each voice would grow with its square.
_DEEPEST = 8
_word = positional(Word, "text", "start")
_HUGE_REFERENCE = re.compile(r"&#(?:[0-9]{8,}|[xX][0-9a-fA-F]{8,});?")
# All of a text that is said by one voice, which is how most texts with tags look.
_ONE_VOICE = re.compile(r"<v[ \t]+([^<>&\n]+)>([^<]*)(?:</v>)?")


class Start(NamedTuple):
    """The start of a span.

    Attributes:
        name: of its tag.
        classes: the words after dots.
        annotation: what follows them: who speaks, or a language.
    """

    name: str
    classes: tuple[str, ...]
    annotation: str


class End(NamedTuple):
    """The end of a span: the start that it belongs to."""

    start: Start


# A text, or where a span starts or ends; of an event, also a time in seconds.
Part: TypeAlias = str | Start | End
Event: TypeAlias = Part | float
# What one voice says in a cue: who it is, the text, its markup, and its words.
Spoken: TypeAlias = tuple[str | None, str, str | None, tuple[Word, ...]]


def events(raw: str) -> Iterator[Event]:
    """Read a cue's text: the nodes of its tree, each span as its start and its end.

    >>> list(events("<i.loud>Salt &amp;"))
    [Start(name='i', classes=('loud',), annotation=''), 'Salt &', \
End(start=Start(name='i', classes=('loud',), annotation=''))]
    """
    path: list[Start] = []
    parts = _TAG.split(raw)
    if parts[0]:
        yield unescape(parts[0])
    for tag, text in zip(parts[1::2], parts[2::2], strict=True):
        yield from _end(tag[1:], path) if tag.startswith("/") else _start(tag, path)
        if text:
            yield unescape(text)
    yield from map(End, reversed(path))


def spoken(raw: str, start: float) -> list[Spoken]:
    """Read what each voice says in a cue; nothing for those that say nothing.

    Args:
        raw: the cue's text as its file has it.
        start: the cue's start, which is that of the words before the first time.

    >>> spoken("<v Ann>Hi, <b>all</b>.</v> <v Bo>Hi.", 0.0)
    [('Ann', 'Hi, all.', 'Hi, <b>all</b>.', ()), ('Bo', 'Hi.', None, ())]
    """
    if "<" not in raw:
        text = unescape(raw).strip()
        return [(None, text, None, ())] if text else []
    voice = _ONE_VOICE.fullmatch(raw)
    if voice:
        name, text = voice.groups()
        text = unescape(text).strip()
        return [(tidy_name(name), text, None, ())] if text else []
    runs = _by_voice(_styled(events(raw)))
    return [said for speaker, parts in runs if (said := _spoken(speaker, parts, start))]


def spell(parts: Iterable[Part], times: Sequence[tuple[int, float]] = ()) -> str:
    """Write a cue's text.

    Args:
        parts: its texts, and where spans start and end.
        times: where in the plain text, counted in characters, which times stand; in order.

    >>> italic = Start("i", ("loud",), "")
    >>> spell([italic, "Salt & pepper", End(italic)], [(7, 1.5)])
    '<i.loud>Salt &amp; <00:00:01.500>pepper</i>'
    """
    pieces: list[str] = []
    position, waiting = 0, iter([*times, (-1, 0.0)])
    place, time = next(waiting)
    for part in parts:
        if isinstance(part, str):
            start = 0
            while position + start <= place < position + len(part):
                pieces += escape(part[start : place - position]), f"<{clock(time)}>"
                start = place - position
                place, time = next(waiting)
            pieces.append(escape(part[start:]))
            position += len(part)
        elif isinstance(part, Start):
            classes = "".join(f".{each}" for each in part.classes)
            annotation = f" {escape(part.annotation)}" if part.annotation else ""
            pieces.append(f"<{part.name}{classes}{annotation}>")
        else:
            pieces.append(f"</{part.start.name}>")
    return "".join(pieces)


def stamps(cue: Cue, start: float, end: float) -> list[tuple[int, float]]:
    """Find where in a cue's text the times of its words stand, for `spell`.

    A time stands before its word where it is later than those before it, and within the cue.

    Args:
        cue: the cue.
        start: when it begins, as it is written.
        end: when it ends.

    >>> words = [Word(text="so", start=1), Word(text="it", start=1.5), Word(text="goes", start=1.5)]
    >>> stamps(Cue(text="so it goes", words=words), 1.0, 2.0)
    [(3, 1.5)]
    """
    places: dict[float, int] = {}
    for word in timed(cue, start, end):
        if start < word.start < end:
            places.setdefault(word.start, word.place)
    return [(place, time) for time, place in places.items()]


def markup(parts: Iterable[Event], begin: int, size: int) -> str | None:
    """Write a part of a cue's text with its styles, or give None where it has none.

    Args:
        parts: the whole text.
        begin: where the part starts in the plain text, counted in characters.
        size: how many it has.

    >>> markup(events("<b>Ann:</b> Salt & <i>pepper"), 5, 13)
    'Salt &amp; <i>pepper</i>'
    """
    kept: list[Part] = []
    position = -begin
    for part in parts:
        if isinstance(part, str):
            text = part[max(0, -position) : max(0, size - position)]
            position += len(part)
            if text:
                kept.append(text)
        elif isinstance(part, End) and kept and kept[-1] == part.start:
            kept.pop()  # nothing is in the span
        elif not isinstance(part, float):
            kept.append(part)
    return spell(kept) if any(isinstance(part, Start) for part in kept) else None


def markups(parts: Iterable[Event], bounds: Iterable[tuple[int, int]]) -> Iterator[str | None]:
    """Write parts of a cue's text as `markup` does: from where to where each goes, in order.

    One walk serves all of them; `markup` takes less time for one.

    >>> list(markups(events("<i>Salt & pepper</i>, please."), [(0, 4), (7, 15), (15, 23)]))
    ['<i>Salt</i>', '<i>pepper</i>, ', None]
    """
    pieces = list(_pieces(parts))
    number = 0
    for first, last in bounds:
        kept: list[Part] = []
        held: tuple[Start, ...] = ()
        while number < len(pieces) and pieces[number][0] < last:
            place, text, spans = pieces[number]
            said = text[max(0, first - place) : last - place]
            if said:
                kept += [*_between(held, spans), said]
                held = spans
            if place + len(text) > last:
                break
            number += 1
        kept += _between(held, ())
        yield spell(kept) if any(isinstance(part, Start) for part in kept) else None


def styles(cue: Cue, where: str) -> list[Part]:
    """Read a cue's text with its styles, before it is written.

    Raises:
        UnrepresentableError: they aren't of the cue's text, or other than styles.

    >>> styles(Cue(text="Salt", markup="<i>Pepper"), "cues[3].")
    Traceback (most recent call last):
    podkit.errors.UnrepresentableError: cues[3].markup: isn't of the cue's text: '<i>Pepper'
    """
    if cue.markup is None:
        return [cue.text]
    parts: list[Part] = []
    for part in events(cue.markup):
        if isinstance(part, float) or (isinstance(part, Start) and part.name == "v"):
            message = f"times and voices belong in words and speaker: {cue.markup!r:.80}"
            refuse(f"{where}markup", message)
        parts.append(part)
    if plain(parts) != cue.text:
        refuse(f"{where}markup", f"isn't of the cue's text: {cue.markup!r:.80}")
    return parts


def plain(parts: Iterable[Event]) -> str:
    """Give the texts alone.

    >>> plain(events("<i>Salt</i> &amp; pepper"))
    'Salt & pepper'
    """
    return "".join([part for part in parts if isinstance(part, str)])


def escape(text: str) -> str:
    """Write text so that no part of it is read as a tag, an entity or an arrow.

    >>> escape("<b> & -->")
    '&lt;b&gt; &amp; --&gt;'
    """
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def unescape(text: str) -> str:
    """Replace a text's entities by their characters.

    >>> unescape("Salt &amp; pepper")
    'Salt & pepper'
    """
    if "&" not in text:
        return text
    try:
        return normalise(html.unescape(text))
    except ValueError:  # a reference of thousands of digits, which is to no character
        known = _HUGE_REFERENCE.sub("\N{REPLACEMENT CHARACTER}", text)
        return normalise(html.unescape(known))


def _pieces(parts: Iterable[Event]) -> Iterator[tuple[int, str, tuple[Start, ...]]]:
    """Give each text with its place and the spans that it stands in."""
    path: list[Start] = []
    position = 0
    for part in parts:
        if isinstance(part, str):
            yield position, part, tuple(path[:_DEEPEST])
            position += len(part)
        elif isinstance(part, Start):
            path.append(part)
        elif isinstance(part, End):
            path.pop()


def _between(held: tuple[Start, ...], spans: tuple[Start, ...]) -> list[Part]:
    """Give what ends and what starts between two texts, by the spans that they stand in."""
    if held is spans or held == spans == ():
        return []
    shared = 0
    while shared < min(len(held), len(spans)) and held[shared] is spans[shared]:
        shared += 1
    return [*map(End, reversed(held[shared:])), *spans[shared:]]


def _start(tag: str, path: list[Start]) -> Iterator[Event]:
    if "0" <= tag[:1] <= "9":
        time = _TIMESTAMP.fullmatch(tag)
        if time:
            yield read_stamp(*time.groups())
        return
    name, classes, annotation = _START.fullmatch(tag).groups()  # type: ignore[union-attr]
    if name in _SPANS or (name == "rt" and path and path[-1].name == "ruby"):
        words = " ".join(unescape(annotation).split()) if name in _VALUED else ""
        start = Start(name, tuple(filter(None, classes.split("."))), words)
        path.append(start)
        yield start


def _end(name: str, path: list[Start]) -> Iterator[Event]:
    """End the innermost span, if it is of this name; a ruby ends its last text too."""
    if path and path[-1].name == "rt" and name == "ruby":
        yield End(path.pop())
    if path and path[-1].name == name:
        yield End(path.pop())


def _styled(parts: Iterable[Event]) -> Iterator[Event]:
    """Leave out spans without a style, and give the classes of voices a span of their own."""
    depth = 0
    for part in parts:
        if isinstance(part, Start):
            if part.name == "v":
                yield part
            if style := _style(part):
                depth += 1
                if depth <= _DEEPEST:
                    yield style
        elif isinstance(part, End):
            if style := _style(part.start):
                if depth <= _DEEPEST:
                    yield End(style)
                depth -= 1
            if part.start.name == "v":
                yield part
        else:
            yield part


def _style(span: Start) -> Start | None:
    if span.name in ("c", "v"):
        return Start("c", span.classes, "") if span.classes else None
    return span


def _by_voice(parts: Iterable[Event]) -> Iterator[tuple[str | None, list[Event]]]:
    """Part a tree by who speaks; the styles and the time that hold go on with the next voice."""
    voices: list[str | None] = [None]
    styles: list[Start] = []
    time: list[float] = []
    held: list[Event] = []
    for part in parts:
        span = part.start if isinstance(part, End) else part
        if isinstance(span, Start) and span.name == "v":
            yield voices[-1], [*held, *map(End, reversed(styles))]
            if span is part:
                voices.append(tidy_name(span.annotation))
            else:
                voices.pop()
            held = [*styles, *time]
            continue
        if isinstance(part, Start):
            styles.append(part)
        elif isinstance(part, End):
            styles.pop()
        elif isinstance(part, float):
            time = [part]
        held.append(part)
    yield voices[-1], held


def _spoken(speaker: str | None, parts: list[Event], start: float) -> Spoken | None:
    whole = plain(parts)
    text = whole.strip()
    if not text:
        return None
    is_timed = any(isinstance(part, float) for part in parts)
    return (
        speaker,
        text,
        markup(parts, len(whole) - len(whole.lstrip()), len(text)),
        tuple(_words(parts, start)) if is_timed else (),
    )


def _words(parts: list[Event], start: float) -> Iterator[Word]:
    """Give each word; the first one after a time has it."""
    stretches: list[tuple[float, list[str]]] = [(start, [])]
    for part in parts:
        if isinstance(part, str):
            stretches[-1][1].append(part)
        elif isinstance(part, float):
            stretches.append((part, []))
    for time, texts in stretches:
        for index, text in enumerate("".join(texts).split()):
            yield _word(text, None if index else time)
