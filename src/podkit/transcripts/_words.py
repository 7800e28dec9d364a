"""Where the words of a cue stand in its text, and when they are said."""

from collections.abc import Iterator
from typing import NamedTuple

from podkit.models import Cue, Word

__all__ = ["TimedWord", "placed", "timed"]

_NEAR = 100  # characters within which a word is looked for, as a recogniser may spell it otherwise


class TimedWord(NamedTuple):
    """A word as it is written.

    Attributes:
        place: where in the cue's text it begins.
        text: the word.
        start: when it begins, in whole milliseconds, but in seconds.
        end: when it ends.
    """

    place: int
    text: str
    start: float
    end: float


def placed(cue: Cue) -> Iterator[tuple[int, Word]]:
    """Find the words of a cue in its text; those that it doesn't have are passed over.

    >>> list(placed(Cue(text="so it goes", words=[Word(text="so"), Word(text="goes")])))
    [(0, Word(text='so', ...)), (6, Word(text='goes', ...))]
    """
    position = 0
    for word in cue.words:
        place = _find(word.text, cue.text, position) if word.text.strip() else -1
        if place >= 0:
            yield place, word
            position = place + len(word.text)


def timed(cue: Cue, start: float, end: float) -> list[TimedWord]:
    """Give the words that have a time within their cue's, and later than those before.

    An absent end is the start of the next one, or else the cue's end; none is later than that.

    Args:
        cue: the cue.
        start: when it begins, as it is written.
        end: when it ends.

    >>> words = [Word(text="so", start=1), Word(text="it", start=1.5), Word(text="goes", start=9)]
    >>> for word in timed(Cue(text="so it goes", words=words), 1.0, 2.0):
    ...     print(word)
    TimedWord(place=0, text='so', start=1.0, end=1.5)
    TimedWord(place=3, text='it', start=1.5, end=2.0)
    """
    begun: list[tuple[int, Word, float]] = []
    latest = start
    for place, word in placed(cue):
        # The largest numbers have no milliseconds.
        if word.start is None or not start - 1 < word.start < end + 1:
            continue
        begin = _to_millisecond(word.start)
        if latest <= begin <= end:
            begun.append((place, word, begin))
            latest = begin
    words = []
    following = end
    for place, word, begin in reversed(begun):
        stop = following if word.end is None else max(begin, min(end, word.end))
        words.append(TimedWord(place, word.text, begin, _to_millisecond(stop)))
        following = begin
    return words[::-1]


def _find(word: str, text: str, position: int) -> int:
    """Find a word near a place, but within another word only where it is nowhere else."""
    last = position + len(word) + _NEAR
    place = nearest = text.find(word, position, last)
    while place > position and word[0].isalnum() and text[place - 1].isalnum():
        place = text.find(word, place + 1, last)
    return nearest if place < 0 else place


def _to_millisecond(seconds: float) -> float:
    return round(seconds * 1000) / 1000
