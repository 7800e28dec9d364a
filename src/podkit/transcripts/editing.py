"""Makes transcripts of transcripts: pure functions, from value to value."""

import math
from itertools import accumulate, pairwise

import attrs

from podkit.models import Cue, Transcript

__all__ = ["spread"]


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
