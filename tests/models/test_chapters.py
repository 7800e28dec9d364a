from collections.abc import Sequence

import pytest

from podkit import Chapter, Chapters

A, B, C = (Chapter(start=start, title=title) for start, title in [(0, "A"), (60, "B"), (90, "C")])
MARKS = Chapters(chapters=[A, B, C], author="Ann")


def test_are_a_sequence_of_chapters():
    assert isinstance(MARKS, Sequence)
    assert len(MARKS) == 3
    assert list(MARKS) == [A, B, C]
    assert list(reversed(MARKS)) == [C, B, A]
    assert (MARKS[0], MARKS[-1]) == (A, C)
    assert MARKS[1:] == (B, C)
    assert B in MARKS
    assert Chapter(start=5) not in MARKS
    assert (MARKS.index(C), MARKS.count(A)) == (2, 1)


def test_raise_beyond_their_end():
    with pytest.raises(IndexError):
        MARKS[3]


def test_are_false_when_there_are_none():
    assert not Chapters(title="A")
    assert MARKS


def test_are_equal_by_what_the_file_says_too():
    assert Chapters(chapters=[A, B, C]) != MARKS
    assert MARKS != (A, B, C)
