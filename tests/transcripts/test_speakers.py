"""Names in plain text: which are read, and how those are written that would not be."""

import pytest

from podkit import Cue, Transcript, UnrepresentableError
from podkit.transcripts import srt, text

NAMES = [
    "Ann",
    "ANN LEE",
    "SPEAKER_00",
    "Speaker 1",
    "Q",
    "Dr. Okoro",
    "J.R.R. Tolkien",
    "Samuel L. Jackson",
    "O’Brien-Smith",
    "Ludwig van Beethoven",
    "Ann and Bo",
    "Änne",
    "Ирина",
    "李明",
    "हिन्दी",
    "Juan Carlos de la Cruz",
    "50 Cent",
]
TEXTS = [
    "Two: Acceptance.",
    "Step 3: Rest.",
    "NOTE: loud.",
    "the thing is: no.",
    "Here's the thing: no.",
    "I said no. Ann: stop.",
    "“Ann: stop.”",
    "10: the first number.",
    "At 10:30: not yet.",
    "Ann:stop.",
    "Ann :)",
    "https://example.com: a link.",
    "Ann, Bo: stop.",
    "Ann (host): stop.",
    "of the: no.",
    "A Name That Has Six Words: no.",
    f"{'Ann' * 30}: stop.",
    "- Ann: stop.",
    ": stop.",
    "Ann:",
]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("space", [" ", "\n", "  "])
def test_a_name_before_a_colon_is_the_speaker(name, space):
    assert text.loads(f"{name}:{space}Hello: you.").cues == (Cue(text="Hello: you.", speaker=name),)


def test_a_space_before_the_colon_is_not_the_name_s():
    assert text.loads("Ann : Hello.").cues[0].speaker == "Ann"


@pytest.mark.parametrize("said", TEXTS)
def test_other_words_before_a_colon_are_text(said):
    assert text.loads(said).cues == (Cue(text=said),)


@pytest.mark.parametrize("said", TEXTS)
def test_such_text_is_written_as_it_is(said):
    assert text.dumps(Transcript(cues=[Cue(text=said)])) == f"{said}\n"


@pytest.mark.parametrize("module", [srt, text])
@pytest.mark.parametrize(
    ("cue", "written"),
    [
        (Cue(text="Hello.", speaker="Ann"), "Ann: Hello."),
        (Cue(text="Hello.", speaker="the narrator"), "the narrator\u2060: Hello."),
        (Cue(text="Hello.", speaker="Two"), "Two\u2060: Hello."),
        (Cue(text="Remember Ann: Hello."), "Remember Ann: Hello."),
        (Cue(text="Dearest Ann: Hello."), "Dearest Ann:\u2060 Hello."),
        (Cue(text="Dearest Ann:\nHello."), "Dearest Ann:\u2060\nHello."),
        (Cue(text="dear\u2060: Hello."), "dear\u2060:\u2060 Hello."),
        (Cue(text="Bo: Hello.", speaker="Ann"), "Ann: Bo: Hello."),
    ],
)
def test_a_word_joiner_settles_what_is_not_clear(module, cue, written):
    cue = Cue(text=cue.text, speaker=cue.speaker, start=1, end=2)
    transcript = Transcript(cues=[cue])
    assert f"{written}\n" in module.dumps(transcript).replace("[0:00:01 --> 0:00:02] ", "")
    assert module.loads(module.dumps(transcript)) == transcript


@pytest.mark.parametrize("module", [srt, text])
@pytest.mark.parametrize(
    ("cue", "where"),
    [
        (Cue(text="Hello.", speaker="Ann: Lee"), "cues[0].speaker"),
        (Cue(text="Hello.", speaker="Ann\u2060"), "cues[0].speaker"),
        (Cue(text="Hello.", speaker="A" * 61), "cues[0].speaker"),
        (Cue(text="Ann:\u2060 Hello."), "cues[0].text"),
    ],
)
def test_what_would_not_read_back_is_refused(module, cue, where):
    cue = Cue(text=cue.text, speaker=cue.speaker, start=1, end=2)
    with pytest.raises(UnrepresentableError, match="would not read back: ") as refused:
        module.dumps(Transcript(cues=[cue]))
    assert refused.value.where == where
