"""Makes transcripts of transcripts: pure functions, from value to value.

Where a cue is divided, its text is too: between its words where their times are known, and else in
proportion, between the words nearest to where the text would be if all of it were spoken at one
speed. Times are kept to the microsecond. Styles stay with their text. A cue that stays whole keeps
all that it has; one that is divided hands its settings on to each part, and its identifier to the
first; those of cues that are joined are left out.
"""

import functools
import math
import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from itertools import accumulate, groupby, pairwise, repeat
from operator import attrgetter, itemgetter
from types import MappingProxyType
from typing import TypeAlias

import attrs

from podkit.models import Chapter, Chapters, Cue, Transcript, Word
from podkit.transcripts._cue_text import escape, events, markups, plain
from podkit.transcripts._words import placed

__all__ = [
    "Found",
    "align_speakers",
    "clip",
    "cut",
    "insert",
    "search",
    "sentences",
    "shift",
    "split",
    "spread",
    "to_chapters",
    "turns",
]

# Scripts that put no spaces between words: Chinese, Japanese, and their punctuation.
_UNSPACED = "\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef"
_IS_UNSPACED = re.compile(f"[{_UNSPACED}]")
# What isn't divided: words, and each character of scripts without spaces.
_PIECE = re.compile(rf"[{_UNSPACED}]|[^\s{_UNSPACED}]+")
_SPACE = re.compile(r"\s*")
# Only the first space of several may begin a match, or the time would grow with their square.
_BREAK = re.compile(r"(?<!\s)\s*\n\s*")
_PUNCTUATION = re.compile(r"[,.;:!?…%)\]}»”]+")
# What ends a sentence, and what closes behind it.
_ENDS = (".", "!", "?", "…", "。", "！", "？")
_CLOSES = "\"'”’»)]"
# What ends with a full stop within a sentence: initials, and the commonest short forms.
_SHORT_FORM = re.compile(
    r"(?:[^\W\d_]\.)+|(?:approx|cf|Dr|etc|Gen|Jr|Mr|Mrs|Ms|Prof|Rev|Sr|St|vs)\.", re.IGNORECASE
)

_CLOSING = "」』）。！？"
_TITLE_FROM = 1000  # characters of what is said from which a title is taken
_PLACE = itemgetter(0)

# Where in a text, counted in characters, which times in seconds are known; in order.
_Points: TypeAlias = list[tuple[int, float]]
# From when to when somebody speaks, and how long they have spoken before.
_Spoken: TypeAlias = tuple[float, float, float]


@attrs.frozen(kw_only=True)
class Found:
    """Where a text was found by `search`.

    Attributes:
        index: of the cue in which it begins.
        start: when it begins, in seconds; absent where the cue has no times.
        cue: the cue.

    >>> Found(index=3, start=1.5, cue=Cue(text="Hello.")).index
    3
    """

    index: int
    start: float | None
    cue: Cue


def shift(transcript: Transcript, seconds: float) -> Transcript:
    """Move all times: later, or earlier by a negative number of seconds.

    Raises:
        ValueError: a cue would begin before 0; `cut` and `clip` take off what comes before.

    >>> transcript = Transcript(cues=[Cue(text="Hello.", start=1, end=2.5)])
    >>> shift(transcript, 30).cues[0].start
    31.0
    """
    for index, cue in enumerate(transcript.cues):
        if cue.start is not None and _moved(cue.start, seconds) < 0:
            message = f"cues[{index}] would begin at {_moved(cue.start, seconds)} seconds"
            raise ValueError(f"{message}; cut(transcript, 0, {-seconds}) takes off what is before")
    return _with_cues(transcript, (_shifted(cue, seconds) for cue in transcript.cues))


def cut(transcript: Transcript, start: float, end: float) -> Transcript:
    """Take out what is said in a stretch of time, and close the gap: an advertisement goes.

    A cue that lies across a bound is divided there. Cues without times stay.

    Args:
        transcript: the transcript.
        start: where the stretch begins, in seconds.
        end: where it ends.

    Raises:
        ValueError: the stretch isn't one.

    >>> cues = [Cue(text="Hello.", start=0, end=2), Cue(text="Buy!", start=2, end=32)]
    >>> cues += [Cue(text="Goodbye.", start=32, end=33)]
    >>> [(cue.text, cue.start, cue.end) for cue in cut(Transcript(cues=cues), 2, 32).cues]
    [('Hello.', 0.0, 2.0), ('Goodbye.', 2.0, 3.0)]
    """
    _check_stretch(start, end)
    kept = []
    for cue in _with_ends(transcript):
        before, after = _between(cue, -math.inf, start), _between(cue, end, math.inf)
        kept += [before, _shifted(after, start - end) if after else None]
    return _with_cues(transcript, kept)


def insert(transcript: Transcript, at: float, duration: float) -> Transcript:
    """Make room for something that is put into the audio, such as an advertisement.

    A cue that lies across the place is divided there.

    Args:
        transcript: the transcript.
        at: where it is put, in seconds.
        duration: how long it lasts.

    Raises:
        ValueError: the stretch isn't one.

    >>> cues = [Cue(text="Hello.", start=0, end=2), Cue(text="Goodbye.", start=2, end=3)]
    >>> [(cue.start, cue.end) for cue in insert(Transcript(cues=cues), 2, 30).cues]
    [(0.0, 2.0), (32.0, 33.0)]
    """
    _check_stretch(at, at + duration)
    kept = []
    for cue in _with_ends(transcript):
        before, after = _between(cue, -math.inf, at), _between(cue, at, math.inf)
        kept += [before, _shifted(after, duration) if after else None]
    return _with_cues(transcript, kept)


def clip(transcript: Transcript, start: float, end: float) -> Transcript:
    """Give what is said in a stretch of time, with times from its beginning on.

    Cues without times are left out.

    Args:
        transcript: the transcript.
        start: where the stretch begins, in seconds.
        end: where it ends.

    Raises:
        ValueError: the stretch isn't one.

    >>> cues = [Cue(text="Hello.", start=0, end=2), Cue(text="Goodbye.", start=2, end=3)]
    >>> clip(Transcript(cues=cues), 2, 9).cues[0].start
    0.0
    """
    _check_stretch(start, end)
    kept = []
    for cue in _with_ends(transcript):
        inside = _between(cue, start, end) if cue.start is not None else None
        kept.append(_shifted(inside, -start) if inside else None)
    return _with_cues(transcript, kept)


def turns(transcript: Transcript, *, max_characters: int | None = None) -> Transcript:
    """Join the cues of each speaker's turn: a transcript to read.

    Args:
        transcript: the transcript.
        max_characters: how long a turn's text gets by joining; the next cue begins another
            paragraph of the same speaker. Absent means that there is no bound.

    >>> cues = [Cue(text="Hello,", speaker="Ann"), Cue(text="all.", speaker="Ann")]
    >>> [cue.text for cue in turns(Transcript(cues=[*cues, Cue(text="Hi.")])).cues]
    ['Hello, all.', 'Hi.']
    """
    limit = math.inf if max_characters is None else max_characters
    groups: list[list[Cue]] = []
    length = 0
    for cue in transcript.cues:
        length += len(cue.text) + 1
        if not groups or groups[-1][-1].speaker != cue.speaker or length > limit:
            groups.append([])
            length = len(cue.text)
        groups[-1].append(cue)
    return _with_cues(transcript, (_joined(group)[0] for group in groups))


def sentences(transcript: Transcript) -> Transcript:
    """Give a cue for each sentence of a speaker, be a cue now a word or many sentences.

    Where a transcript has no punctuation, all that a speaker says at a stretch is one sentence.

    >>> words = [Cue(text="Well.", start=0, end=1), Cue(text="We", start=2, end=3)]
    >>> words += [Cue(text="wait.", start=3, end=4)]
    >>> [(cue.text, cue.start, cue.end) for cue in sentences(Transcript(cues=words)).cues]
    [('Well.', 0.0, 1.0), ('We wait.', 2.0, 4.0)]
    """
    divided: list[Cue] = []
    for _, cues in groupby(_with_ends(transcript), key=attrgetter("speaker")):
        turn, points, joined = _joined(list(cues))
        bounds = pairwise([0, *_sentence_ends(turn.text), len(turn.text)])
        divided += _parts(turn, points, bounds, joined)
    return _with_cues(transcript, divided)


def split(transcript: Transcript, *, max_characters: int = 32, max_lines: int = 2) -> Transcript:
    r"""Divide cues into captions of few and short lines, of about the same length.

    A cue that fits already stays as it is. A word that is longer than a line has one to itself.

    Args:
        transcript: the transcript.
        max_characters: how long a line is at most; what fits all screens is 32 for SubRip, and 65
            for WebVTT on one line.
        max_lines: how many lines a caption has at most.

    Raises:
        ValueError: one of these isn't positive.

    >>> cue = Cue(text="We have been meaning to repaint the boat since spring.", start=0, end=4)
    >>> for part in split(Transcript(cues=[cue]), max_characters=16).cues:
    ...     print(part.start, part.end, repr(part.text))
    0.0 1.777778 'We have been\nmeaning to'
    1.777778 4.0 'repaint the boat\nsince spring.'
    """
    if max_characters < 1 or max_lines < 1:
        raise ValueError("expected positive numbers of characters and lines")
    captions: list[Cue] = []
    for cue in _with_ends(transcript):
        lines = cue.text.split("\n")
        if len(lines) <= max_lines and max(map(len, lines)) <= max_characters:
            captions.append(cue)
            continue
        wrapped = _wrapped(cue.text, max_characters, max_lines)
        groups = [wrapped[at : at + max_lines] for at in range(0, len(wrapped), max_lines)]
        parts = [(group[0][0], group[-1][1]) for group in groups]
        styled = _markups(cue, wrapped)
        for part, group in zip(_parts(cue, _points(cue), parts), groups, strict=True):
            lines = [_BREAK.sub(" ", cue.text[first:last]) for first, last in group]
            markup = _joined_markup(zip(lines, styled, strict=False), "\n")
            captions.append(attrs.evolve(part, text="\n".join(lines), markup=markup))
    return _with_cues(transcript, captions)


def align_speakers(transcript: Transcript, other: Transcript) -> Transcript:
    """Take the speakers from another transcript of the same audio, which tells them apart.

    A cue gets the speaker who speaks longest in the other one while it lasts. Where nobody does,
    its own speaker stays.

    Args:
        transcript: the transcript whose texts and times are kept.
        other: the one whose speakers are taken.

    >>> heard = [Cue(text="Hello.", start=0, end=2), Cue(text="Hi.", start=2, end=3)]
    >>> told = [Cue(text="…", start=0, end=1.9, speaker="Ann")]
    >>> told += [Cue(text="…", start=1.9, end=3, speaker="Bo")]
    >>> [cue.speaker for cue in align_speakers(Transcript(cues=heard), Transcript(cues=told)).cues]
    ['Ann', 'Bo']
    """
    stretches = _stretches(_with_ends(other))
    starts = [start for start, _, _ in stretches]
    spoken = _spoken(stretches)
    speakers: dict[int, str] = {}
    lasting: list[tuple[float, float, str]] = []
    seen = 0
    for start, end, index in sorted(
        (cue.start, cue.start if cue.end is None else cue.end, index)
        for index, cue in enumerate(_with_ends(transcript))
        if cue.start is not None
    ):
        begun, ended = bisect_right(starts, start), bisect_left(starts, end)
        lasting = [each for each in [*lasting, *stretches[seen:begun]] if each[1] > start]
        seen = begun
        # A long cue may hold very many stretches, but not as many speakers.
        is_long = ended - begun > len(spoken)
        following = spoken if is_long else [name for _, _, name in stretches[begun:ended]]
        heard = [*(name for _, _, name in lasting), *following]
        if heard:
            speakers[index] = max(heard, key=lambda name: _share(spoken[name], start, end))
    return _with_cues(
        transcript,
        [
            attrs.evolve(cue, speaker=speakers.get(index, cue.speaker))
            for index, cue in enumerate(transcript.cues)
        ],
    )


def spread(transcript: Transcript, duration: float) -> Transcript:
    """Give the cues without times estimated ones, by the length of their text.

    An estimated cue starts where the one before it ends, the first at 0, and the last ends at the
    duration; all at whole milliseconds. Cues that have times keep them: those between them share
    the time in between, and an absent end is estimated with what follows.

    Args:
        transcript: the transcript.
        duration: the audio's duration in seconds.

    Raises:
        ValueError: the duration isn't a positive number, or the times that some cues have leave
            none to those between them.

    >>> cues = [Cue(text="Hello."), Cue(text="Goodbye, all.")]
    >>> [(cue.start, cue.end) for cue in spread(Transcript(cues=cues), 19).cues]
    [(0.0, 6.0), (6.0, 19.0)]
    """
    last = round(duration * 1000) if math.isfinite(duration) else 0
    if last <= 0:
        raise ValueError(f"expected the duration as a positive number of seconds, not {duration}")
    spread_out: list[Cue] = []
    waiting: list[Cue] = []
    begin = 0
    for cue in transcript.cues:
        if cue.start is not None:
            start = round(cue.start * 1000)
            spread_out += _estimated(waiting, begin, start)
            waiting, begin = [], start
        if cue.start is None or cue.end is None:
            waiting.append(cue)
        else:
            spread_out.append(cue)
            begin = round(cue.end * 1000)
    spread_out += _estimated(waiting, begin, last)
    return attrs.evolve(transcript, cues=tuple(spread_out))


def to_chapters(
    transcript: Transcript, starts: Iterable[float], *, max_characters: int = 60
) -> Chapters:
    """Make chapters that begin at given times, each called by the first sentence said in it.

    Args:
        transcript: the transcript.
        starts: when the chapters begin, in seconds.
        max_characters: how long a title is at most.

    >>> cues = [Cue(text="Welcome. It is late.", start=0, end=9), Cue(text="News!", start=9)]
    >>> [(each.start, each.title) for each in to_chapters(Transcript(cues=cues), [0, 9])]
    [(0.0, 'Welcome.'), (9.0, 'News!')]
    """
    timed = [(cue.start, cue) for cue in _with_ends(transcript) if cue.start is not None]
    timed.sort(key=_PLACE)
    # A cue in which many chapters begin is looked through once.
    known = functools.cache(lambda place: _pieces_and_points(timed[place][1]))
    chapters = []
    for start in starts:
        place = max(bisect_right(timed, start, key=_PLACE) - 1, 0)
        texts = [cue.text[:_TITLE_FROM] for _, cue in timed[place : place + 2]]
        if texts and timed[place][0] < start:
            whole = timed[place][1].text
            begin = _piece_at(whole, *known(place), start)
            texts[0] = whole[begin : begin + _TITLE_FROM]
        chapters.append(Chapter(start=start, title=_title(" ".join(texts), max_characters)))
    return Chapters(chapters=tuple(chapters))


def search(transcript: Transcript, text: str) -> list[Found]:
    """Find where a text is said, whatever its capitals and line breaks, and across cues.

    >>> cues = [Cue(text="We have been meaning", start=0, end=2), Cue(text="to go.", start=2)]
    >>> [(found.index, found.start) for found in search(Transcript(cues=cues), "Meaning to")]
    [(0, 1.3)]
    """
    wanted = _folded(text)
    if not wanted:
        return []
    texts = [_folded(cue.text) for cue in transcript.cues]
    whole = " ".join(texts)
    begins = list(accumulate((len(each) + 1 for each in texts), initial=0))
    cues = _with_ends(transcript)
    found = []
    points: dict[int, _Points] = {}
    place = whole.find(wanted)
    while place >= 0:
        index = bisect_right(begins, place) - 1
        cue = cues[index]
        offset = (place - begins[index]) * len(cue.text) // len(texts[index])
        if index not in points:
            points[index] = _points(cue)
        start = _time_at(points[index], offset) if points[index] else None
        found.append(Found(index=index, start=start, cue=transcript.cues[index]))
        place = whole.find(wanted, place + len(wanted))
    return found


def _with_cues(transcript: Transcript, cues: Iterable[Cue | None]) -> Transcript:
    return attrs.evolve(transcript, cues=tuple(cue for cue in cues if cue))


def _with_ends(transcript: Transcript) -> list[Cue]:
    """Give the cues; an absent end is the start of the next one."""
    cues = list(transcript.cues)
    for index, (cue, following) in enumerate(pairwise(transcript.cues)):
        if cue.end is None and cue.start is not None and following.start is not None:
            cues[index] = attrs.evolve(cue, end=max(cue.start, following.start))
    return cues


def _check_stretch(start: float, end: float) -> None:
    if not 0 <= start <= end < math.inf:
        raise ValueError(f"expected a stretch of time, not from {start} to {end} seconds")


def _moved(time: float, seconds: float) -> float:
    return round(time + seconds, 6)


def _shifted(cue: Cue, seconds: float) -> Cue:
    def moved(time: float | None) -> float | None:
        return None if time is None else _moved(time, seconds)

    words = [attrs.evolve(w, start=moved(w.start), end=moved(w.end)) for w in cue.words]
    return attrs.evolve(cue, start=moved(cue.start), end=moved(cue.end), words=tuple(words))


def _between(cue: Cue, start: float, end: float) -> Cue | None:
    """Give what is said in a stretch of time; what has no times is said before all of them."""
    first, last = _offset(cue, start), _offset(cue, end)
    if first == last:
        return None
    is_whole = (first, last) == (0, len(cue.text))
    part = cue if is_whole else next(_parts(cue, _points(cue), [(first, last)]), None)
    if part is None or part.start is None:
        return part
    finish = None if part.end is None else min(end, part.end)
    return attrs.evolve(part, start=max(start, part.start), end=finish)


def _offset(cue: Cue, time: float) -> int:
    """Say where in a cue's text what is said from a time on begins."""
    if time == -math.inf or (cue.start is not None and cue.start >= time):
        return 0
    if cue.start is not None and (cue.start if cue.end is None else cue.end) > time:
        return _piece_at(cue.text, *_pieces_and_points(cue), time)
    return len(cue.text)


def _pieces_and_points(cue: Cue) -> tuple[list[tuple[int, int]], _Points]:
    return [piece.span() for piece in _PIECE.finditer(cue.text)], _points(cue)


def _piece_at(text: str, pieces: list[tuple[int, int]], points: _Points, time: float) -> int:
    """Say where the first piece begins of which at least half is said from a time on."""

    def middle(piece: tuple[int, int]) -> float:
        return sum(_span(points, text, *piece)) / 2

    at = bisect_left(pieces, time, key=middle)
    return pieces[at][0] if at < len(pieces) else len(text)


def _parts(
    cue: Cue,
    points: _Points,
    bounds: Iterable[tuple[int, int | None]],
    joined: Mapping[tuple[int, int], Cue] = MappingProxyType({}),
) -> Iterator[Cue]:
    """Give a cue for each stretch of a cue's text in which something is said.

    The first part has the cue's identifier. Of what was joined, a part that is all of a cue is it.
    """
    words = list(placed(cue))
    stretches = list(_said(cue.text, bounds))
    for (begin, last), markup in zip(stretches, _markups(cue, stretches), strict=False):
        first_word, last_word = (bisect_left(words, place, key=_PLACE) for place in (begin, last))
        own_words = tuple(word for _, word in words[first_word:last_word])
        whole = joined.get((begin, last))
        if whole and (whole.start is not None or not points):
            yield whole if whole.words else attrs.evolve(whole, words=own_words)
            continue
        start, end = _span(points, cue.text, begin, last) if points else (None, None)
        yield Cue(
            text=cue.text[begin:last],
            start=start,
            end=end,
            speaker=cue.speaker,
            id=None if begin else cue.id,
            words=own_words,
            markup=markup,
            settings=cue.settings,
        )


def _said(text: str, bounds: Iterable[tuple[int, int | None]]) -> Iterator[tuple[int, int]]:
    """Leave out the white space at the ends of stretches, and those that hold nothing else."""
    for first, last in bounds:
        said = text[first:last].strip()
        if said:
            begin = text.index(said, first)
            yield begin, begin + len(said)


def _markups(cue: Cue, bounds: Iterable[tuple[int, int]]) -> Iterator[str | None]:
    """Give the markup of stretches of a cue's text; none where the cue's isn't of its text."""
    parts = [] if cue.markup is None else list(events(cue.markup))
    return markups(parts, bounds) if plain(parts) == cue.text else repeat(None)


def _joined_markup(pieces: Iterable[tuple[str, str | None]], between: str = "") -> str | None:
    """Join texts with the markup that they have, if one has any, to that of the whole."""
    pieces = list(pieces)
    if all(markup is None for _, markup in pieces):
        return None
    whole = between.join(
        escape(text) if markup is None else _BREAK.sub(" ", markup) for text, markup in pieces
    )
    return whole if plain(events(whole)) == between.join(text for text, _ in pieces) else None


def _points(cue: Cue) -> _Points:
    if cue.start is None:
        return []
    last = (len(cue.text), cue.start if cue.end is None else cue.end)
    points = [(0, cue.start)]
    for place, word in placed(cue):
        for offset, time in ((place, word.start), (place + len(word.text), word.end)):
            if time is not None and points[-1][1] <= time <= last[1] and 0 < offset < last[0]:
                points.append((offset, time))
    return [*points, last]


def _span(points: _Points, text: str, first: int, last: int) -> tuple[float, float]:
    """Say when a stretch of a text begins and ends; to its end belongs the space behind it."""
    at_end = bisect_left(points, last, key=_PLACE)
    if points[at_end][0] == last:
        return _time_at(points, first), points[at_end][1]
    behind = _SPACE.match(text, last)
    return _time_at(points, first), _time_at(points, behind.end() if behind else last)


def _time_at(points: _Points, offset: int) -> float:
    after = bisect_right(points, offset, key=_PLACE)
    (place, time), (next_place, next_time) = points[after - 1], points[min(after, len(points) - 1)]
    if place in (offset, next_place):
        return time
    between = time + (next_time - time) * (offset - place) / (next_place - place)
    return min(max(round(between, 6), time), max(time, next_time))


def _joined(cues: list[Cue]) -> tuple[Cue, _Points, dict[tuple[int, int], Cue]]:
    """Join cues to one, without their line breaks, and say which stretches of it they are."""
    if len(cues) == 1:
        [cue] = cues
        return cue, _points(cue), {(0, len(cue.text)): cue}
    pieces: list[tuple[str, str | None]] = []
    stretches: dict[tuple[int, int], Cue] = {}
    points: _Points = []
    words: list[Word] = []
    length = 0
    for cue in cues:
        flowing = attrs.evolve(cue, text=_BREAK.sub(" ", cue.text)) if "\n" in cue.text else cue
        gap = _gap(pieces[-1][0], flowing.text) if pieces else ""
        length += len(gap)
        latest = points[-1][1] if points else 0.0
        own = _points(flowing)
        points += [(length + offset, time) for offset, time in own if time >= latest]
        words += flowing.words or _as_words(flowing)
        pieces += (gap, None), (flowing.text, cue.markup)
        stretches[length, length + len(flowing.text)] = cue
        length += len(flowing.text)
    if points and points[-1][0] < length:  # what has no times is said when all else is
        points.append((length, points[-1][1]))
    start = cues[0].start
    ends = [cue.end for cue in cues if cue.end is not None and start is not None]
    ends = [end for end in ends if start is None or end >= start]
    joined = Cue(
        text="".join(text for text, _ in pieces),
        start=start,
        end=max(ends, default=None),
        speaker=cues[0].speaker,
        words=tuple(words),
        markup=_joined_markup(pieces),
    )
    return joined, [] if start is None else points, stretches


def _gap(before: str, after: str) -> str:
    """Say what stands between two texts that are joined."""
    is_unspaced = _IS_UNSPACED.match(before[-1:]) and _IS_UNSPACED.match(after)
    return "" if is_unspaced or _PUNCTUATION.fullmatch(after) else " "


def _as_words(cue: Cue) -> list[Word]:
    """Give the one word of which a cue is made, if it is so."""
    if cue.start is None or not _PIECE.fullmatch(cue.text):
        return []
    return [Word(text=cue.text, start=cue.start, end=cue.end)]


def _sentence_ends(text: str) -> list[int]:
    ends: list[int] = []
    for piece in _PIECE.finditer(text):
        if ends and ends[-1] == piece.start() and piece[0] in _CLOSING:
            ends[-1] = piece.end()
        elif piece[0].rstrip(_CLOSES).endswith(_ENDS) and not _SHORT_FORM.fullmatch(piece[0]):
            ends.append(piece.end())
    return ends


def _wrapped(text: str, max_characters: int, max_lines: int) -> list[tuple[int, int]]:
    """Give where lines begin and end: as few captions as can be, with lines as even as can be."""
    pieces = [piece.span() for piece in _PIECE.finditer(text)]
    count = len(_lines(pieces, max_characters))
    if count > max_lines:
        count = math.ceil(count / max_lines) * max_lines
    widths = range(1, max_characters + 1)
    narrowest = bisect_left(widths, -count, key=lambda width: -len(_lines(pieces, width)))
    return _lines(pieces, widths[narrowest])


def _lines(pieces: list[tuple[int, int]], width: int) -> list[tuple[int, int]]:
    lines: list[tuple[int, int]] = []
    for first, last in pieces:
        if lines and last - lines[-1][0] <= width:
            lines[-1] = (lines[-1][0], last)
        else:
            lines.append((first, last))
    return lines


def _stretches(cues: list[Cue]) -> list[tuple[float, float, str]]:
    """Give who speaks from when to when, in order; those of one speaker don't touch."""
    timed = [
        (cue.start, cue.end, cue.speaker)
        for cue in cues
        if cue.start is not None and cue.end is not None and cue.speaker is not None
    ]
    stretches: list[tuple[float, float, str]] = []
    latest: dict[str, int] = {}
    for start, end, speaker in sorted(timed):
        index = latest.get(speaker)
        if index is not None and stretches[index][1] >= start:
            first, last, _ = stretches[index]
            stretches[index] = (first, max(last, end), speaker)
        else:
            latest[speaker] = len(stretches)
            stretches.append((start, end, speaker))
    return stretches


def _spoken(stretches: list[tuple[float, float, str]]) -> dict[str, list[_Spoken]]:
    """Give for each speaker their stretches, and how long they have spoken before each."""
    spoken: dict[str, list[_Spoken]] = {}
    for start, end, speaker in stretches:
        own = spoken.setdefault(speaker, [])
        before = own[-1][2] + own[-1][1] - own[-1][0] if own else 0.0
        own.append((start, end, before))
    return spoken


def _share(spoken: list[_Spoken], start: float, end: float) -> float:
    """Say how long somebody speaks in a stretch of time."""
    until_start, until_end = (_until(spoken, time) for time in (start, end))
    return round(until_end - until_start, 6)


def _until(spoken: list[_Spoken], time: float) -> float:
    index = bisect_right(spoken, time, key=_PLACE) - 1
    if index < 0:
        return 0.0
    start, end, before = spoken[index]
    return before + min(end, time) - start


def _title(text: str, max_characters: int) -> str | None:
    text = " ".join(text[:_TITLE_FROM].split())
    title = text[: next(iter(_sentence_ends(text)), None)]
    if len(title) <= max_characters:
        return title or None
    shorter = title[: max_characters - 1]
    return f"{shorter.rpartition(' ')[0] or shorter}…"


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


def _estimated(cues: list[Cue], begin: int, end: int) -> list[Cue]:
    """Spread cues over a time in milliseconds; each lasts at least one where there are enough."""
    if not cues:
        return []
    if end < begin:
        message = f"no time is left for {cues[0].text!r:.80}: it would start at {begin / 1000} "
        raise ValueError(f"{message}seconds and end at {end / 1000}")
    least = 1 if end - begin >= len(cues) else 0
    shared = end - begin - least * len(cues)
    lengths = [max(1, len(cue.text)) for cue in cues]
    passed = list(accumulate(lengths, initial=0))
    bounds = [
        (begin + least * index + shared * length // passed[-1]) / 1000
        for index, length in enumerate(passed)
    ]
    return [
        attrs.evolve(cue, start=start, end=stop)
        for cue, (start, stop) in zip(cues, pairwise(bounds), strict=True)
    ]
