"""Transcripts with times in ID3 tags."""

import pytest

from podkit import AudioTags, Cue, Transcript, UnrepresentableError
from podkit.audio import id3
from tests.audio.tags import frame, problems_of, tag


def sylt(*lines, language=b"eng", unit=2, content=1, encoding=0):
    """Make a frame of texts and times."""
    texts = b"".join(text + b"\0" + time.to_bytes(4) for text, time in lines)
    return frame("SYLT", bytes([encoding]) + language + bytes([unit, content]) + b"\0" + texts)


HELLO = sylt((b"Hello,", 500), (b"my love.", 1500))
CUES = Cue(text="Hello,", start=0.5), Cue(text="my love.", start=1.5)


def read(*frames):
    """Read the transcript of a tag, and the names of the problems with it."""
    fields, problems = problems_of(tag(*frames))
    return fields.get("transcript"), problems


@pytest.mark.parametrize(
    ("frames", "transcript"),
    [
        ([HELLO], Transcript(cues=CUES, language="en")),
        ([sylt((b"A", 0), content=2)], Transcript(cues=[Cue(text="A", start=0)], language="en")),
        (
            [sylt((b"\xc5\x9c", 0), language=b"XXX", encoding=3)],
            Transcript(cues=[Cue(text="Ŝ", start=0)]),
        ),
        ([sylt((b"A", 0), language=b"???")], Transcript(cues=[Cue(text="A", start=0)])),
        (
            [sylt((b"", 0), (b"A", 5), (b"", 9), (b"", 10), (b"B", 10), (b"C", 11))],
            Transcript(
                cues=[
                    Cue(text="A", start=0.005, end=0.009),
                    Cue(text="B", start=0.01),
                    Cue(text="C", start=0.011),
                ],
                language="en",
            ),
        ),
        ([sylt()], Transcript(language="en")),
        ([sylt((b"B", 0), content=5), HELLO], Transcript(cues=CUES, language="en")),
        ([sylt((b"B", 0), content=5)], None),
    ],
)
def test_a_synchronised_text_is_a_transcript(frames, transcript):
    assert read(*frames) == (transcript, [])


@pytest.mark.parametrize(
    ("frames", "transcript", "problem"),
    [
        ([sylt((b"A", 0), unit=1)], None, "unreadable-frame"),
        (
            [sylt((b"A", 0), unit=1), HELLO],
            Transcript(cues=CUES, language="en"),
            "unreadable-frame",
        ),
        ([frame("SYLT", b"\0eng\2\1\0A\0\0\0")], None, "unreadable-frame"),
        (
            [sylt((b"my love.", 1500), (b"Hello,", 500))],
            Transcript(cues=CUES, language="en"),
            "out-of-order",
        ),
        ([sylt(*[(b"A", 0)] * 65_537)], None, "unreadable-frame"),
        ([*[sylt(*[(b"A", 0)] * 40_000, content=5)] * 2, HELLO], None, "unreadable-frame"),
    ],
)
def test_what_was_forgiven_is_reported(frames, transcript, problem):
    assert read(*frames) == (transcript, [problem])


def test_a_transcript_is_written_as_a_synchronised_text():
    cues = [Cue(text="Hello,", start=0.5, end=1), Cue(text="my love.", start=1.5)]
    data = id3.dumps(AudioTags(transcript=Transcript(cues=cues)))
    lines = (b"Hello,", 500), (b"", 1000), (b"my love.", 1500)
    assert data[10:].startswith(sylt(*lines, language=b"XXX", content=2))
    german = id3.dumps(AudioTags(transcript=Transcript(language="de")))
    assert german[10:].startswith(sylt(language=b"deu", content=2))


def test_a_text_beyond_latin_1_is_written_in_utf_16():
    data = id3.dumps(AudioTags(transcript=Transcript(cues=[Cue(text="Ŝ", start=0, end=1)])))
    lines = b"\xff\xfe\x5c\1\0\0" + bytes(4) + b"\xff\xfe\0\0" + (1000).to_bytes(4)
    assert frame("SYLT", b"\1XXX\2\2\xff\xfe\0\0" + lines) in data


def test_other_synchronised_texts_stay():
    chords, mpeg = sylt((b"C", 0), content=5), sylt((b"A", 0), unit=1)
    old = tag(chords, mpeg, HELLO)
    new = id3.update(old, AudioTags(transcript=Transcript(cues=[Cue(text="New", start=0)])))
    assert (chords in new, mpeg in new, HELLO in new) == (True, True, False)
    assert HELLO in id3.update(old, AudioTags(title="A", transcript=id3.loads(old).transcript))
    assert HELLO not in id3.update(old, AudioTags(title="A"))


@pytest.mark.parametrize(
    ("cues", "where", "message"),
    [
        ([Cue(text="A")], "cues[0].start", "cues with times only"),
        ([Cue(text="A", start=0, speaker="Ann")], "cues[0].speaker", "no place"),
        ([Cue(text="", start=0)], "cues[0].text", "an empty text"),
        ([Cue(text="A", start=-1)], "cues[0]", "before"),
        ([Cue(text="A", start=2, end=1)], "cues[0]", "ends before it starts"),
        ([Cue(text="A", start=0, end=2), Cue(text="B", start=1)], "cues[1]", "it starts before"),
        ([Cue(text="A", start=4294968)], "cues[0]", "too late"),
        ([Cue(text="A", start=0)] * 65_537, "cues", "65536 texts at most, these are 65537"),
    ],
)
def test_what_a_synchronised_text_cannot_hold_is_refused(cues, where, message):
    with pytest.raises(UnrepresentableError, match=message) as error:
        id3.dumps(AudioTags(transcript=Transcript(cues=cues)))
    assert error.value.where == f"transcript.{where}"


def test_a_language_with_a_country_is_refused():
    with pytest.raises(UnrepresentableError, match=r"^transcript.language: .*not for 'de-CH'"):
        id3.dumps(AudioTags(transcript=Transcript(language="de-CH")))
