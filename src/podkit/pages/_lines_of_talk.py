"""Parts the turns of a transcript that only line breaks set apart, as in text that was copied."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import pairwise

import attrs

from podkit._clock import read_clock
from podkit._markup.blocks import Block
from podkit.models import Paragraph
from podkit.pages._cues import CLOCK, RANGE

__all__ = ["turns_of"]

_TIME = rf"(?:[(\[]{CLOCK}{RANGE}[)\]]|{CLOCK}(?=\s|:?\s*\Z))"
_TIME_FIRST = re.compile(_TIME)
_TIME_ALONE = re.compile(rf"{_TIME}\s*:?\s*")
_WORD = r"[^\s:：()\[\]]+"
# ``Ann: …``, ``Ann (0:14): …``, ``0:14 Ann: …``, and ``Ann 0:14`` alone.
_NAMED = re.compile(
    rf"(?:{_TIME}\s*)?(?P<name>(?![a-zß-ÿ])[^\W\d_](?:{_WORD})?(?: {_WORD}){{0,4}})"
    rf"(?:(?:\s*{_TIME})?\s*(?::(?:\s|\Z)|：)|\s*{_TIME}\Z)"
)
_NAME_ALONE = re.compile(r"(?:\w[\w’'-]*\.? ){0,2}\w[\w’'-]*")
# The number and the times of a subtitle, as SRT and WebVTT have them.
_SUBTITLE = re.compile(rf"(?:\d+\n)?(?P<start>{CLOCK})\s*-->\s*(?P<end>{CLOCK})[^\n]*(?:\n|\Z)")
_LEAST_TURNS = 2
_TIME_BEGINS = frozenset("([0123456789")


def turns_of(blocks: list[Block]) -> list[Block]:
    r"""Give the blocks, and as blocks of their own the turns that are lines of one.

    A line begins a turn if it begins with a time or with a name that other lines begin with, too,
    or if it is a name above a time. Lines of a subtitle are one turn, whose times they state.

    >>> lines = Block(paragraph=Paragraph(content=["Ann: Hello,\nBo.\nAnn: Bye."]))
    >>> [block.text for block in turns_of([lines])]
    ['Ann: Hello,\nBo.', 'Ann: Bye.']
    """
    blocks = [
        _with_time_apart(block) if block.lead and block.lead[0] in _TIME_BEGINS else block
        for block in blocks
    ]
    if not any("\n" in block.text for block in blocks):
        return blocks
    lines = [line for block in blocks for line in block.text.split("\n")]
    names = _names(lines) or _names_above(lines)
    return [turn for block in blocks for turn in _turns(block, names)]


def _names(lines: list[str]) -> frozenset[str]:
    """Find the names that begin several lines, or all where each line begins with one."""
    found = [match["name"] for match in map(_NAMED.match, lines) if match]
    counts = Counter(found)
    least = 1 if len(found) == len(lines) > len(counts) else _LEAST_TURNS
    return frozenset(name for name, count in counts.items() if count >= least)


def _names_above(lines: list[str]) -> frozenset[str]:
    """Find the names that are lines again and again, of two speakers or more, from the first on."""
    found = [line for line in lines if line[:1].isupper() and _NAME_ALONE.fullmatch(line)]
    names = frozenset(name for name, count in Counter(found).items() if count >= _LEAST_TURNS)
    is_talk = len(names) >= _LEAST_TURNS and lines[0] in names
    if not is_talk or any(one in names and other in names for one, other in pairwise(lines)):
        return frozenset()
    return names


def _with_time_apart(block: Block) -> Block:
    """Give a block whose marked name has a time before it with the time as its start."""
    lead = block.lead or ""
    time = _TIME_FIRST.match(lead)
    if time is None or lead == time[0] or not block.text.startswith(lead):
        return block
    start = read_clock(time[0].strip("()[]"))
    name, text = (words[time.end() :].strip(" –—-|") for words in (lead, block.text))
    return attrs.evolve(block, paragraph=_paragraph(text), lead=name, start=start)


def _turns(block: Block, names: frozenset[str]) -> Iterable[Block]:
    text = block.text
    if "\n" not in text:
        return [block]
    subtitle = _SUBTITLE.match(text)
    if subtitle:
        said = _paragraph(text[subtitle.end() :])
        start, end = read_clock(subtitle["start"]), read_clock(subtitle["end"])
        return [attrs.evolve(block, paragraph=said, start=start, end=end)] if said.text else []
    first, *others = _split(text.split("\n"), names)
    if not others:
        return [block]
    lead = block.lead if block.lead and first.startswith(block.lead) else None
    return [
        attrs.evolve(block, paragraph=attrs.evolve(block.paragraph, content=(first,)), lead=lead),
        *(Block(paragraph=_paragraph(other), line=block.line) for other in others),
    ]


def _split(lines: list[str], names: frozenset[str]) -> Iterator[str]:
    first = lines[0]
    has_names_above = _is_name_above(first, lines[1])
    has_times = has_names_above or bool(_TIME_FIRST.match(first))
    turn = [first]
    for line, following in zip(lines[1:], [*lines[2:], ""], strict=True):
        named = _NAMED.match(line)
        is_named = line in names or (named is not None and named["name"] in names)
        is_above = has_names_above and _is_name_above(line, following)
        if is_named or is_above or (has_times and _TIME_FIRST.match(line)):
            yield "\n".join(turn)
            turn = []
        turn.append(line)
    yield "\n".join(turn)


def _is_name_above(line: str, following: str) -> bool:
    return bool(_NAME_ALONE.fullmatch(line) and _TIME_ALONE.fullmatch(following))


def _paragraph(text: str) -> Paragraph:
    return Paragraph(content=(text,) if text else ())
