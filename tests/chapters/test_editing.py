"""Chapters follow the cuts that are made in their audio."""

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from podkit import Chapter, Chapters, Cue, Transcript, chapters, transcripts

MARKS = Chapters(
    title="A show",
    chapters=[
        Chapter(start=0, title="Hello"),
        Chapter(start=10, end=30, title="Ad", url="https://a.example"),
        Chapter(
            start=40,
            title="News",
            chapters=[Chapter(start=40, title="East"), Chapter(start=50, end=60, title="West")],
        ),
    ],
)

TIME = st.integers(0, 50_000).map(lambda count: count / 1000)


@st.composite
def chapter(draw, within=None):
    """Make a chapter that doesn't end before it starts."""
    start, length = draw(TIME), draw(st.none() | TIME)
    end = None if length is None else round(start + length, 3)
    return Chapter(start=start, end=end, chapters=() if within is None else draw(within))


NESTED = st.recursive(chapter(), lambda inner: chapter(st.lists(inner, max_size=3)), max_leaves=6)
ANY = st.lists(NESTED, max_size=5).map(lambda found: Chapters(chapters=found))
IN_ORDER = st.lists(TIME, max_size=8).map(
    lambda starts: Chapters(chapters=[Chapter(start=start) for start in sorted(starts)])
)


def times(marks):
    return [(mark.start, mark.end, mark.title, times(mark.chapters)) for mark in marks]


@pytest.mark.parametrize(
    ("seconds", "expected"),
    [
        (0, [(0, None, "Hello"), (10, 30, "Ad"), (40, None, "News")]),
        (2.5, [(2.5, None, "Hello"), (12.5, 32.5, "Ad"), (42.5, None, "News")]),
    ],
)
def test_all_times_are_shifted(seconds, expected):
    shifted = chapters.shift(MARKS, seconds)
    assert [mark[:3] for mark in times(shifted)] == expected
    assert [mark.start for mark in shifted[2].chapters] == [40 + seconds, 50 + seconds]
    assert attrs.evolve(shifted, chapters=()) == attrs.evolve(MARKS, chapters=())
    assert chapters.shift(shifted, -seconds) == MARKS


@pytest.mark.parametrize(
    "marks", [MARKS, Chapters(chapters=[Chapter(start=9, chapters=[Chapter(start=4)])])]
)
def test_no_chapter_is_shifted_to_before_the_start(marks):
    with pytest.raises(ValueError, match=r"begin at -.* cut\(chapters, 0, 4.5\) takes off"):
        chapters.shift(marks, -4.5)


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (10, 40, [(0, None, "Hello"), (10, None, "News")]),
        (10, 30, [(0, None, "Hello"), (20, None, "News")]),
        (5, 35, [(0, None, "Hello"), (10, None, "News")]),
        (20, 25, [(0, None, "Hello"), (10, 25, "Ad"), (35, None, "News")]),
        (20, 45, [(0, None, "Hello"), (10, 20, "Ad"), (20, None, "News")]),
        (5, 15, [(0, None, "Hello"), (5, 20, "Ad"), (30, None, "News")]),
        (0, 45, [(0, None, "News")]),
        (0, 0, [(0, None, "Hello"), (10, 30, "Ad"), (40, None, "News")]),
        (70, 99, [(0, None, "Hello"), (10, 30, "Ad"), (40, None, "News")]),
    ],
)
def test_what_is_within_a_cut_goes_and_what_is_behind_moves_up(start, end, expected):
    shorter = chapters.cut(MARKS, start, end)
    assert [mark[:3] for mark in times(shorter)] == expected
    assert shorter.title == "A show"


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (40, 50, [(40, 50, "West")]),
        (45, 55, [(40, None, "East"), (45, 50, "West")]),
        (50, 60, [(40, None, "East")]),
    ],
)
def test_chapters_within_a_chapter_are_cut_too(start, end, expected):
    assert [mark[:3] for mark in times(chapters.cut(MARKS, start, end)[2].chapters)] == expected


def test_the_last_chapter_goes_where_its_end_is_known():
    assert chapters.cut(MARKS, 35, 80)[-1].title == "News"
    assert chapters.cut(chapters.with_ends(MARKS, 80), 35, 80)[-1].title == "Ad"


@pytest.mark.parametrize(
    ("at", "expected"),
    [
        (0, [(5, None, "Hello"), (15, 35, "Ad"), (45, None, "News")]),
        (10, [(0, None, "Hello"), (15, 35, "Ad"), (45, None, "News")]),
        (20, [(0, None, "Hello"), (10, 35, "Ad"), (45, None, "News")]),
        (30, [(0, None, "Hello"), (10, 30, "Ad"), (45, None, "News")]),
        (99, [(0, None, "Hello"), (10, 30, "Ad"), (40, None, "News")]),
    ],
)
def test_what_is_behind_the_room_moves_and_what_is_around_it_lasts_longer(at, expected):
    assert [mark[:3] for mark in times(chapters.insert(MARKS, at, 5))] == expected


def test_a_chapter_of_no_length_moves_whole():
    marks = Chapters(chapters=[Chapter(start=3, end=3)])
    assert times(chapters.insert(marks, 3, 5)) == [(8, 8, None, [])]
    assert times(chapters.cut(marks, 1, 2)) == [(2, 2, None, [])]
    assert times(chapters.cut(marks, 3, 4)) == []
    assert times(chapters.clip(marks, 3, 4)) == [(0, 0, None, [])]


@pytest.mark.parametrize(
    ("start", "end", "expected"),
    [
        (0, 99, [(0, None, "Hello"), (10, 30, "Ad"), (40, None, "News")]),
        (5, 20, [(0, None, "Hello"), (5, 15, "Ad")]),
        (10, 40, [(0, 20, "Ad")]),
        (30, 41, [(10, None, "News")]),
        (50, 70, [(0, None, "News")]),
    ],
)
def test_a_stretch_has_its_chapters_with_times_from_its_beginning(start, end, expected):
    assert [mark[:3] for mark in times(chapters.clip(MARKS, start, end))] == expected


@pytest.mark.parametrize("edit", [chapters.cut, chapters.clip])
@pytest.mark.parametrize(("start", "end"), [(2, 1), (-1, 1), (0, float("inf")), (float("nan"), 1)])
def test_what_is_no_stretch_is_refused(edit, start, end):
    with pytest.raises(ValueError, match="expected a stretch of time, not from"):
        edit(MARKS, start, end)
    with pytest.raises(ValueError, match="expected a stretch of time, not from"):
        chapters.insert(MARKS, start, end - start)


@settings(max_examples=100, deadline=None)
@given(ANY, TIME, TIME)
def test_a_cut_undoes_what_was_put_in(marks, at, duration):
    longer = chapters.insert(marks, at, duration)
    assert chapters.cut(longer, at, round(at + duration, 6)) == marks


@settings(max_examples=100, deadline=None)
@given(ANY, TIME)
def test_a_shift_undoes_a_shift(marks, seconds):
    assert chapters.shift(chapters.shift(marks, seconds), -seconds) == marks


@settings(max_examples=100, deadline=None)
@given(ANY, TIME)
def test_a_shift_is_room_at_the_start(marks, seconds):
    assert chapters.shift(marks, seconds) == chapters.insert(marks, 0, seconds)


@settings(max_examples=100, deadline=None)
@given(IN_ORDER, TIME, TIME)
def test_order_is_kept_and_the_chapter_that_plays_stays_the_same(marks, one, other):
    start, end = sorted((one, other))
    shorter = chapters.cut(marks, start, end)
    starts = [mark.start for mark in shorter]
    assert starts == sorted(starts)
    at_end = [mark for mark in marks if mark.start <= end]
    assert sum(mark.start <= start for mark in shorter) <= len(at_end)
    if at_end:
        assert starts


@settings(max_examples=100, deadline=None)
@given(st.lists(TIME, min_size=3, max_size=6, unique=True).map(sorted), st.data())
def test_chapters_and_transcripts_follow_the_same_cuts(starts, data):
    marks = Chapters(chapters=[Chapter(start=start) for start in starts])
    ended = chapters.with_ends(marks, starts[-1] + 100)
    spoken = Transcript(cues=[Cue(text="a", start=mark.start, end=mark.end) for mark in ended])
    first, last = sorted((data.draw(st.sampled_from(starts)), data.draw(st.sampled_from(starts))))
    for name, values in {
        "cut": (first, last),
        "clip": (first, last),
        "insert": (first, last),
        "shift": (last,),
    }.items():
        edited = getattr(chapters, name)(marks, *values)
        same = getattr(transcripts, name)(spoken, *values)
        assert [mark.start for mark in edited] == [cue.start for cue in same.cues]
