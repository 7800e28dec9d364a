"""Puts short cues together, so that a transcript of captions reads as paragraphs."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from podkit._clock import write_clock
from podkit.models import Cue
from podkit.pages._templates import seconds

__all__ = ["Said", "turns"]

_LONGEST_CAPTION = 120  # in characters; what is longer is a paragraph by itself
_LONGEST_TURN = 600
_LONG_TURN = 280  # the turn ends with the next sentence
_PAUSE = 3.0  # in seconds
_SENTENCE_ENDS = (".", "?", "!", "…", "。", "？", "！")


class Said(NamedTuple):
    """A cue, in the words of its template.

    Attributes:
        name: what links to it call it.
        start: when it begins, in seconds.
        end: when it ends, in seconds.
        time: when it begins, by the clock.
        speaker: who speaks.
        text: what is said.
        is_first: whether its paragraph begins with it.
    """

    name: str
    start: str | None
    end: str | None
    time: str | None
    speaker: str | None
    text: str
    is_first: bool


def turns(cues: Iterable[Cue]) -> Iterator[list[Said]]:
    """Give the cues in groups that make a paragraph each.

    The first cue at 754 seconds is called ``t=754``: a media fragment (W3C, "Media Fragments URI")
    leads to it without a script.

    >>> cues = [Cue(text="Fog is", start=1, end=2), Cue(text="loud.", start=2), Cue(text="Yes.")]
    >>> [[(said.name, said.text) for said in turn] for turn in turns(cues)]
    [[('t=1', 'Fog is'), ('t=2', 'loud.')], [('cue-3', 'Yes.')]]
    """
    turn: list[Said] = []
    taken: set[str] = set()
    length = 0
    last = Cue(text="")
    for number, cue in enumerate(cues, 1):
        if turn and not _continues(last, cue, length):
            yield turn
            turn, length = [], 0
        start = None if cue.start is None else seconds(cue.start)
        name = f"t={start}"
        if start is None or name in taken:
            name = f"cue-{number}"
        taken.add(name)
        end = None if cue.end is None else seconds(cue.end)
        time = None if cue.start is None else write_clock(cue.start)
        turn.append(Said(name, start, end, time, cue.speaker, cue.text, not turn))
        length += len(cue.text)
        last = cue
    if turn:
        yield turn


def _continues(last: Cue, cue: Cue, length: int) -> bool:
    """Say whether a cue goes on with a turn of this length."""
    if last.start is None or cue.start is None or last.speaker != cue.speaker:
        return False
    if max(len(last.text), len(cue.text)) > _LONGEST_CAPTION or length > _LONGEST_TURN:
        return False
    ends_sentence = last.text.endswith(_SENTENCE_ENDS)
    pauses = last.end is not None and cue.start - last.end > _PAUSE
    return not (ends_sentence and (pauses or length > _LONG_TURN))
