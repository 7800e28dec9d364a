import pytest

from podkit import Cue, Transcript

TIMED, UNTIMED = Cue(text="Hello.", start=0), Cue(text="Two\nlines.", speaker="Ann")


@pytest.mark.parametrize(
    ("cues", "text"),
    [([], ""), ([TIMED], "Hello."), ([TIMED, UNTIMED], "Hello.\n\nTwo\nlines.")],
)
def test_the_text_is_all_that_is_said(cues, text):
    assert Transcript(cues=cues).text == text


@pytest.mark.parametrize(
    ("cues", "is_timed"),
    [([], True), ([TIMED], True), ([UNTIMED], False), ([TIMED, UNTIMED], False)],
)
def test_is_timed_when_every_cue_has_a_start(cues, is_timed):
    assert Transcript(cues=cues).is_timed is is_timed
