from itertools import pairwise

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from podkit import Cue, Transcript
from podkit.transcripts import spread

UNTIMED = st.lists(st.text(max_size=9).map(lambda text: Cue(text=text)), min_size=1, max_size=9)


def times(cues, duration):
    return [(cue.start, cue.end) for cue in spread(Transcript(cues=cues), duration).cues]


@settings(max_examples=100, deadline=None)
@given(cues=UNTIMED, duration=st.integers(9, 10**8))
def test_estimated_times_fill_the_duration_and_grow(cues, duration):
    spans = times(cues, duration / 1000)
    assert (spans[0][0], spans[-1][1]) == (0, duration / 1000)
    assert all(end == start for (_, end), (start, _) in pairwise(spans))
    assert all(start < end for start, end in spans)


@settings(max_examples=50, deadline=None)
@given(cues=UNTIMED, duration=st.floats(0.001, 1e6))
def test_estimated_times_are_whole_milliseconds_within_any_duration(cues, duration):
    spans = times(cues, duration)
    assert all(time == round(time * 1000) / 1000 for span in spans for time in span)
    assert spans[-1][1] == round(duration * 1000) / 1000
    assert all(start <= end for start, end in spans)


def test_a_longer_text_lasts_longer():
    assert times([Cue(text="a" * 10), Cue(text="b" * 30)], 40) == [(0, 10), (10, 40)]


def test_all_but_the_times_stays():
    transcript = Transcript(cues=[Cue(text="Hello.", speaker="Ann")], language="en")
    expected = attrs.evolve(transcript, cues=[Cue(text="Hello.", speaker="Ann", start=0, end=9)])
    assert spread(transcript, 9) == expected


def test_cues_that_have_times_keep_them():
    cues = [Cue(text="a", start=0.0001, end=5), Cue(text="b", start=4, end=50)]
    assert spread(Transcript(cues=cues), 9).cues == tuple(cues)


def test_cues_between_timed_ones_share_the_time_between():
    cues = [
        Cue(text="a"),
        Cue(text="b", start=2, end=3),
        Cue(text="c"),
        Cue(text="d"),
        Cue(text="e", start=7),
        Cue(text="f"),
    ]
    assert times(cues, 9) == [(0, 2), (2, 3), (3, 5), (5, 7), (7, 8), (8, 9)]


def test_nothing_is_spread_to_nothing():
    assert spread(Transcript(), 9) == Transcript()


@pytest.mark.parametrize("duration", [0, -1, 0.0004, float("nan"), float("inf")])
def test_a_duration_that_is_none_is_an_error(duration):
    with pytest.raises(ValueError, match="expected the duration as a positive number of seconds"):
        spread(Transcript(), duration)


def test_timed_cues_that_leave_no_time_are_an_error():
    cues = [Cue(text="a", start=1, end=8), Cue(text="b"), Cue(text="c", start=5, end=9)]
    message = r"no time is left for 'b': it would start at 8.0 seconds and end at 5.0"
    with pytest.raises(ValueError, match=message):
        spread(Transcript(cues=cues), 20)
