"""Reads the cues of a transcript from its paragraphs: who speaks, when, and what is said."""

import functools
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple, TypeAlias

from podkit._clock import read_clock
from podkit._construct import positional
from podkit._markup.blocks import Block
from podkit.models import Cue

__all__ = ["CLOCK", "RANGE", "marked_cues", "start_of_talk", "unmarked_cues"]

# The patterns of a time in a talk, and of the end that may follow it.
CLOCK = r"\d{1,3}(?::\d{2}){1,2}(?:[.,]\d{1,3})?"
RANGE = rf"(?:\s*(?:[-–—]|-->)\s*{CLOCK})?"
_TIME = rf"[(\[]({CLOCK}){RANGE}[)\]]"
_CAPITALS = r"[^\W\d_a-zß-ÿ]{2,}"
_NAME = r"([^\W\d_][^\s:：()\[\]]*(?: [^\s:：()\[\]]+){0,4})"
_ROLE = r"(?: \([^\W\d_][^()\d]{1,30}\))?"  # Ann (host): …
_COLON = r"(?::(?:\s+|\Z)|：\s*)"
# ``Ann: …``, ``Ann (0:14): …``, ``[0:14] Ann: …`` and ``Ann: [0:14] …``, or these alone.
_LEAD = re.compile(rf"(?:{_TIME}\s*)?{_NAME}{_ROLE}(?:\s*{_TIME})?\s*{_COLON}(?:{_TIME}\s*)?")
# ``Ann [0:14] …``.
_TIMED_LEAD = re.compile(rf"{_NAME}\s*{_TIME}\s+(?=\S)")
# ``[Ann] …``, ``[Ann, 0:14] …``, ``<Ann> …``, ``ANN. …``, ``Ann – …``, ``Ann 0:14 …``.
_LOOSE_LEADS = (
    re.compile(rf"[\[<]{_NAME}(?:[, ]+({CLOCK}))?[\]>]:?\s+(?=\S)"),
    re.compile(rf"({_CAPITALS}(?:[ ’'-]{_CAPITALS}){{0,3}})()\.\s+(?=\S)"),
    re.compile(rf"{_NAME}\s+({CLOCK})\s*:?\s+(?=\S)"),
    re.compile(rf"{_NAME}()\s+[–—|-]\s+(?=\S)"),
)
# ``ANN`` alone, perhaps with a time.
_NAME_ALONE = re.compile(rf"(?:{_TIME}\s*)?{_NAME}(?:\s*{_TIME})?\Z")
_MARKED_LEAD = re.compile(rf"([^:].*?)(?:\s*{_TIME})?\s*:?", re.DOTALL)
# ``Ann 0:14`` alone, or on the first line.
_NAME_TIMED = re.compile(rf"{_NAME}[\s,|·–-]*(?:{_TIME}|(?<!\d)({CLOCK}))\s*:?")
_TIME_FIRST = re.compile(rf"{_TIME}\s*:?\s*")
_TIME_ALONE = re.compile(rf"({CLOCK})\s*:?\s*")
_BARE_TIME_FIRST = re.compile(rf"({CLOCK}){RANGE}(?:\s*:?\s*\Z|:?\s+)")
# What a text counts or labels with, in the manner of a speaker's name.
_NO_NAMES = frozenset(
    [
        *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
        *("first", "second", "third", "finally", "note", "warning", "update", "ps"),
    ]
)
_made_cue: Callable[..., Cue] = positional(Cue, "text", "start", "end", "speaker")
_PROPER_NAME = re.compile(r"(?:(?:(?:de|del|la|van|von) )*[^\W\d_a-zß-ÿ]\S* ?){1,3}|\S+ \d+")
_BRACKETS = frozenset("([")
_LEAST_TURNS = 2
_LEAST_OF_TALK = 6
_LONGEST_NAMED = 80  # a line with a name and a time
_MOST_BETWEEN = 2  # how many times as many paragraphs a talk may have as turns
_LEAST_BARE = 3
_SEPARATORS = "–—-|·@, "
_NEXT = ">>"  # what captions have before the words of another speaker
_STOPS = frozenset(".–—-|")  # what ends a marked name, other than a colon
_AFTER_NAME = re.compile(r"\A[.–—|-]\s+")
# What the tables of turns call their columns.
_COLUMNS = frozenset(
    [
        *("time", "timestamp", "start", "speaker", "name", "text", "words", "transcript"),
        *("zeit", "sprecher", "sprecherin", "person", "temps", "heure", "intervenant"),
        *("intervenante", "texte", "tiempo", "hora", "hablante", "voz", "texto"),
    ]
)
_ENDS = (".", "?", "!", ":")
_MOST_AROUND_NAME = 3  # words of what an image of somebody is called
_BARE_NAME = re.compile(r"(?:\w[\w’'-]*\.? ){0,2}\w[\w’'-]*")


class _Turn(NamedTuple):
    """A paragraph, or several, taken apart."""

    speaker: str | None
    time: str | None
    words: str
    source: str
    start: float | None
    end: float | None


class _Lead(NamedTuple):
    """What may be a speaker's name, and how far it reaches in its text."""

    name: str
    time: str | None
    length: int
    is_all: bool
    is_sure: bool
    is_loose: bool = False


class _Said(NamedTuple):
    """A paragraph: its text, a time at the start, the words after it, and perhaps their speaker."""

    block: Block
    text: str
    time: str | None
    words: str
    lead: _Lead | None


_TakeTime: TypeAlias = Callable[[str], tuple[str | None, str]]


def marked_cues(blocks: Iterable[Block]) -> Iterator[Cue]:
    """Read the paragraphs of a source that marks who speaks, by bold type say: a cue each.

    >>> from podkit.models import Paragraph
    >>> said = Block(paragraph=Paragraph(content=["Ann: [0:14] Hello."]), lead="Ann:")
    >>> next(marked_cues([said])).speaker
    'Ann'
    """
    for block in blocks:
        text = _text(block)
        unmarked = (None, *_split_time(text), text, block.start, block.end)
        yield _cue(_marked_turn(block, _split_time) or _Turn(*unmarked))


def unmarked_cues(blocks: list[Block]) -> Iterator[Cue]:
    """Read the paragraphs of a source that may mark nothing.

    A name is a speaker's if two paragraphs or more begin with it, and if marked and followed by a
    colon. A paragraph that is only a name, a time or both belongs to the one that follows.

    >>> from podkit.models import Paragraph
    >>> lines = ["Ann (0:14):", "Hello.", "Ann:", "Bye."]
    >>> cues = unmarked_cues([Block(paragraph=Paragraph(content=[line])) for line in lines])
    >>> [(cue.speaker, cue.start, cue.text) for cue in cues]
    [('Ann', 14.0, 'Hello.'), ('Ann', None, 'Bye.')]
    """
    times = [_bare_time(_after_lead(block)) for block in blocks]
    take_time = _split_any_time if sum(map(bool, times)) >= _LEAST_TURNS else _split_sure_time
    waiting: _Turn | None = None
    for read in _turns(blocks, take_time):
        if waiting and _conflict(waiting, read):
            yield _cue(waiting)
            waiting = None
        turn = _joined(waiting, read) if waiting else read
        waiting = None if turn.words else turn
        if turn.words:
            yield _cue(turn)
    if waiting:
        yield _cue(waiting)


def start_of_talk(blocks: list[Block]) -> int | None:
    """Find where paragraphs begin that name their speakers, of whom there are two or more.

    >>> from podkit.models import Paragraph
    >>> lines = ["Hello.", *["Ann: Yes.", "Bo: No."] * 3]
    >>> start_of_talk([Block(paragraph=Paragraph(content=[line])) for line in lines])
    1
    """
    if len(blocks) < _LEAST_OF_TALK:
        return None
    leads = [_named(block) for block in blocks]
    counts = Counter(filter(None, leads))
    names = {name for name, count in counts.items() if count >= _LEAST_TURNS}
    turns = [index for index, name in enumerate(leads) if name in names]
    if len(names) < _LEAST_TURNS or len(turns) < _LEAST_OF_TALK:
        return None
    return turns[0] if len(blocks) - turns[0] <= len(turns) * _MOST_BETWEEN else None


def _named(block: Block) -> str | None:
    """Give the name that a paragraph begins with, if that is surely a speaker's should it recur."""
    lead = None if block.paragraph.is_point else _said(block, _split_any_time).lead
    return lead.name if lead and lead.is_sure and _can_be_name(lead.name) else None


def _turns(blocks: list[Block], take_time: _TakeTime) -> list[_Turn]:
    """Take the paragraphs apart; a heading that is no turn says nothing."""
    blocks = _without_columns(blocks)
    marked = [_marked_turn(block, take_time) for block in blocks]
    turns = [*filter(None, marked)]
    if len(turns) == len(blocks):  # no name is to be found by how often it is there
        return turns
    said = [_said(block, take_time) for block in blocks]
    images = _images(said)
    shown = [paragraph for paragraph, is_image in zip(said, images, strict=True) if not is_image]
    names = _names(shown)
    read = [
        turn or _read_turn(paragraph, names) for turn, paragraph in zip(marked, said, strict=True)
    ]
    return [
        turn
        for block, turn, is_image in zip(blocks, read, images, strict=True)
        if not is_image and (not block.level or turn.speaker or turn.time)
    ]


def _without_columns(blocks: list[Block]) -> list[Block]:
    """Give the blocks without those at the start that are what the columns of a table are."""
    words = (index for index, block in enumerate(blocks) if block.text.casefold() not in _COLUMNS)
    count = next(words, 0)
    return blocks[count:] if count >= _LEAST_TURNS else blocks


def _images(said: list[_Said]) -> list[bool]:
    """Say which paragraphs are what images are called, such as a photo of who is named below."""
    forms = [*map(_form_of_image, said, said[1:]), None][: len(said)]
    counts = Counter(forms)
    return [form is not None and counts[form] >= _LEAST_TURNS for form in forms]


def _form_of_image(said: _Said, following: _Said) -> tuple[str, str] | None:
    """Give the words before and after a name in a text that may be what its image is called.

    Both are empty if it is the name's initials, which stand where there is no image.
    """
    name = following.lead.name if following.lead and following.lead.is_all else None
    if not name or len(said.text.split()) > len(name.split()) + _MOST_AROUND_NAME:
        return None
    if said.text == "".join(word[0] for word in name.split()):
        return ("", "")
    before, found, after = said.text.partition(name)
    return (before, after) if found and (before or after) and after[-1:] not in _ENDS else None


def _text(block: Block) -> str:
    return (block.paragraph.bullet or "") + block.text


def _said(block: Block, take_time: _TakeTime) -> _Said:
    text = _text(block)
    time, words = take_time(text)
    return _Said(block, text, time, words, _lead_after(time, block, words))


def _lead_after(time: str | None, block: Block, words: str) -> _Lead | None:
    """Find what may be a speaker's name after a time, from which a dash may part it."""
    rest = words.lstrip(_SEPARATORS) if time else words
    rest = rest.lstrip("> ") if rest.startswith(_NEXT) else rest
    lead = _lead(block, rest)
    return lead._replace(length=lead.length + len(words) - len(rest)) if lead else None


def _marked_turn(block: Block, take_time: _TakeTime) -> _Turn | None:
    """Take apart a paragraph that begins with marked words and a colon."""
    if not block.lead or not block.text.startswith(block.lead):
        return None
    words = block.text[len(block.lead) :]
    speaker, stated = _speaker(block.lead)
    if speaker is None or not (block.lead[-1] == ":" or words[:1] == ":"):
        return None
    time, words = take_time(words.removeprefix(":").lstrip())
    return _Turn(speaker, stated or time, words, _text(block), block.start, block.end)


@functools.lru_cache(maxsize=256)  # of a transcript's paragraphs, most begin as many others do
def _speaker(lead: str) -> tuple[str | None, str | None]:
    """Give the name and the time that marked words are."""
    head = _MARKED_LEAD.fullmatch(lead)
    return (head[1], head[2]) if head else (None, None)


def _after_lead(block: Block) -> str:
    """Give what follows marked words and a colon, or else the text."""
    lead = block.lead
    if not lead or lead[-1] != ":" or not block.text.startswith(lead):
        return block.text
    return block.text[len(lead) :].lstrip()


def _split_time(text: str) -> tuple[str | None, str]:
    """Split off a time in brackets at the start."""
    time = _TIME_FIRST.match(text) if text[:1] in _BRACKETS else None
    return (time[1], text[time.end() :]) if time else (None, text)


def _split_sure_time(text: str) -> tuple[str | None, str]:
    """Split off a time in brackets at the start, or one that is all the text."""
    alone = _TIME_ALONE.fullmatch(text) if text[:1].isdecimal() else None
    return (alone[1], "") if alone else _split_time(text)


def _split_any_time(text: str) -> tuple[str | None, str]:
    """Split off a time at the start."""
    time = _bare_time(text)
    return (time[1], text[time.end() :]) if time else _split_time(text)


def _bare_time(text: str) -> re.Match[str] | None:
    return _BARE_TIME_FIRST.match(text) if text[:1].isdecimal() else None


def _names(said: list[_Said]) -> frozenset[str]:
    """Find the names of speakers.

    At least two paragraphs begin with each, or else are made of such names alone, or most begin
    with marked ones.
    """
    leads = [(paragraph.block, paragraph.lead) for paragraph in said]
    found = [(block, lead) for block, lead in leads if lead and _can_be_name(lead.name)]
    counts = Counter(lead.name for _, lead in found if lead.is_sure)
    loose = Counter(lead.name for _, lead in found if lead.is_loose)
    often = [name for name, count in loose.items() if count >= _LEAST_TURNS]
    least = len(said) / _MOST_BETWEEN if len(often) >= _LEAST_TURNS else len(said)
    is_loose = bool(often) and len(loose) >= _LEAST_TURNS and loose.total() >= least
    beside = Counter(_beside_times(said))
    alone = [lead.name for block, lead in found if lead.is_all and lead.is_sure and not block.level]
    sure = [lead.name for _, lead in found if lead.is_sure and _PROPER_NAME.fullmatch(lead.name)]
    bare = [lead.name for _, lead in found if not (lead.is_sure or lead.is_loose)]
    if any(block.level for block, _ in found) and len({*bare}) == len(bare):
        bare = []  # headings that name no speaker twice name topics
    marked = [lead.name for block, lead in found if block.lead and not lead.is_all]
    is_marked = len(marked) >= max(_LEAST_TURNS, len(said) / 2)
    return frozenset(
        [
            *(name for name, count in counts.items() if count >= _LEAST_TURNS),
            *(sure if len(sure) >= max(_LEAST_TURNS, len(said) / 2) else ()),
            *(bare if len(bare) >= max(_LEAST_BARE, len(said) / 3) else ()),
            *(alone if len(alone) >= _LEAST_TURNS else ()),
            *(marked if is_marked else ()),
            *(loose if is_loose else ()),
            *(name for name, count in beside.items() if count >= _LEAST_TURNS),
        ]
    )


def _beside_times(said: list[_Said]) -> Iterator[str]:
    """Find what stands by itself between a time by itself and what is said, in either order."""
    timed = [bool(paragraph.time) for paragraph in [*said, *said[-1:]]]
    for index, (first, second, third) in enumerate(zip(said, said[1:], said[2:], strict=False)):
        if third.time:
            continue
        if _is_time(first) and second.lead and second.lead.is_all:
            yield second.lead.name
        elif _is_time(second) and first.lead and first.lead.is_all and not timed[index + 3]:
            yield first.lead.name


def _is_time(said: _Said) -> bool:
    return bool(said.time and not said.words)


def _can_be_name(name: str) -> bool:
    return name.casefold() not in _NO_NAMES and not name[0].islower()


def _read_turn(said: _Said, names: frozenset[str]) -> _Turn:
    block, text, time, words, lead = said
    if lead is None or lead.name not in names:
        return _Turn(None, time, words, text, block.start, block.end)
    words, time = words[lead.length :].lstrip(), time or lead.time
    if block.lead and words:
        words = _AFTER_NAME.sub("", words)
        if time is None:
            time, words = _split_any_time(words)
    return _Turn(lead.name, time, words, text, block.start, block.end)


def _lead(block: Block, text: str) -> _Lead | None:
    """Find what may be a speaker's name at the start of a text.

    A colon follows it, or it is marked, or it stands alone.
    """
    marked = block.lead if block.lead and text.startswith(block.lead) else ""
    lead = _LEAD.match(text)
    if lead and not (_is_parted(marked, text) and len(marked) < lead.end(2)):
        is_all = lead.end() == len(text)
        return _Lead(lead[2], lead[1] or lead[3] or lead[4], lead.end(), is_all, is_sure=True)
    head = text.partition("\n")[0]
    timed = _NAME_TIMED.fullmatch(head) if len(head) <= _LONGEST_NAMED else None
    if timed:
        is_all = len(head) == len(text)
        name = timed[1].rstrip(_SEPARATORS)
        return _Lead(name, timed[2] or timed[3], len(head), is_all, is_sure=True)
    return _timed_lead(text) or _lead_alone(block, text, head)


def _is_parted(marked: str, text: str) -> bool:
    """Say whether a full stop or a dash stands between marked words and those that follow."""
    return marked[-1:] in _STOPS or (marked and text[len(marked) :].lstrip()[:1]) in _STOPS


def _timed_lead(text: str) -> _Lead | None:
    lead = _TIMED_LEAD.match(text)
    return _Lead(lead[1], lead[2], lead.end(), is_all=False, is_sure=True) if lead else None


def _lead_alone(block: Block, text: str, head: str) -> _Lead | None:
    is_sure = bool(block.lead) or text.isupper()
    marked = block.lead or (text if is_sure else head if _BARE_NAME.fullmatch(head) else "")
    alone = _NAME_ALONE.match(marked) if text.startswith(marked) else None
    if alone is None:
        return None if block.lead else _loose_lead(text)
    name = alone[2]
    if name[-1] in _STOPS and "." not in name[:-1]:
        name = name.rstrip(". " + _SEPARATORS)
    is_all = len(marked) == len(text)
    return _Lead(name, alone[1] or alone[3], len(marked), is_all, is_sure)


def _loose_lead(text: str) -> _Lead | None:
    """Find what is a speaker's name if most paragraphs begin with one."""
    lead = next(filter(None, (form.match(text[:_LONGEST_NAMED]) for form in _LOOSE_LEADS)), None)
    if lead is None:
        return None
    name = lead[1].rstrip(_SEPARATORS)
    return _Lead(name, lead[2] or None, lead.end(), is_all=False, is_sure=False, is_loose=True)


def _conflict(turn: _Turn, other: _Turn) -> bool:
    """Say whether both turns name a speaker, or both a time."""
    is_other = turn.speaker != other.speaker
    return bool((turn.speaker and other.speaker and is_other) or (turn.time and other.time))


def _joined(turn: _Turn, other: _Turn) -> _Turn:
    return other._replace(
        start=turn.start if other.start is None else other.start,
        speaker=turn.speaker or other.speaker,
        time=turn.time or other.time,
        source=f"{turn.source}\n{other.source}",
    )


def _cue(turn: _Turn) -> Cue:
    speaker, time, words, source, start, end = turn
    if not words:
        return _made_cue(source, start, end, None)
    return _made_cue(words, read_clock(time) if time else start, end, speaker)
