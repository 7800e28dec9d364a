import attrs
import pytest
from hypothesis import given, settings

from podkit import Cue, ParseError, Transcript, UnrepresentableError, Word, transcripts
from podkit.transcripts import lrc
from tests.transcripts.values import TIMED, to_milliseconds


def loads(data):
    """Read, and give the problems too."""
    problems = []
    transcript = lrc.loads(data, on_problem=problems.append)
    return transcript.cues, [str(problem) for problem in problems]


@pytest.mark.parametrize(
    ("stamp", "start"),
    {
        "[00:01]": 1,
        "[0:01.5]": 1.5,
        "[00:01.50]": 1.5,
        "[00:01.505]": 1.505,
        "[00:01:50]": 1.5,
        "[100:00.00] ": 6000,
    }.items(),
)
def test_a_line_lasts_until_the_next(stamp, start):
    cues = loads(f"{stamp}Ann: Hello.\n[9999:00.00]Bye.\n")[0]
    assert cues[0] == Cue(text="Hello.", start=start, end=599_940, speaker="Ann")
    assert cues[1] == Cue(text="Bye.", start=599_940)


def test_the_latest_time_is_written():
    latest = 10_000 * 3600 - 0.001
    transcript = Transcript(cues=[Cue(text="a", start=latest - 1, end=latest)])
    assert transcripts.loads(lrc.dumps(transcript)) == transcript


def test_an_empty_line_ends_the_one_before():
    assert loads("[00:01.00]a\n[00:02.00]\n") == ((Cue(text="a", start=1, end=2),), [])


def test_lines_of_the_same_time_last_until_a_later_one():
    cues, _ = loads("[00:01.00]a\n[00:01.00]b\n[00:02.00]c\n")
    assert [cue.end for cue in cues] == [2, 2, None]


def test_a_line_with_several_times_is_said_at_each():
    cues, _ = loads("[00:05.00][00:01.00] chorus\n[00:03.00]verse\n")
    assert [(cue.start, cue.text) for cue in cues] == [(1, "chorus"), (3, "verse"), (5, "chorus")]


def test_times_within_a_line_are_those_of_words():
    cues, _ = loads("[00:01.00] <00:01.00> Hel<00:01.20>lo, <00:01.50> all. <00:01.90>\n")
    assert cues == (
        Cue(
            text="Hello, all.",
            start=1,
            words=[
                Word(text="Hel", start=1, end=1.2),
                Word(text="lo,", start=1.2, end=1.5),
                Word(text="all.", start=1.5, end=1.9),
            ],
        ),
    )


def test_a_name_is_no_word():
    [cue] = loads("[00:01.00]<00:01.00>Ann <00:01.10>Lee: <00:01.20>Hello.\n")[0]
    assert (cue.speaker, [word.text for word in cue.words]) == ("Ann Lee", ["Hello."])


@pytest.mark.parametrize(
    ("offset", "start"), {"+500": 0.5, "-500": 1.5, "5000": 0.0, "soon": 1.0, "": 1.0}.items()
)
def test_a_positive_offset_is_sooner(offset, start):
    [cue] = loads(f"[offset:{offset}]\n[00:01.00]<00:01.00>a")[0]
    assert (cue.start, cue.words[0].start) == (start, start)


def test_facts_other_than_the_title_are_reported():
    problems = []
    transcript = lrc.loads("[TI: Fog ]\n[ar:Ann]\na\n[ti]\n", on_problem=problems.append)
    assert (transcript.title, transcript.cues) == ("Fog", ())
    assert [str(each) for each in problems] == [
        "line 2: not kept: [ar:Ann]",
        "line 3: not kept: a",
        "line 4: not kept: [ti]",
    ]


def test_text_without_times_is_refused():
    with pytest.raises(ParseError, match=r"expected lines with times such as \[00:01.00\]Hello."):
        lrc.loads("Hello.")


def test_a_title_reads_back_or_is_refused():
    transcript = Transcript(title="Fog", cues=[Cue(text="a", start=1, end=2)])
    assert lrc.loads(lrc.dumps(transcript)) == transcript
    for title in ("a]b", "a\nb", " a", "a\0b"):
        with pytest.raises(UnrepresentableError, match="title: would not read back: "):
            lrc.dumps(Transcript(title=title))


@pytest.mark.parametrize(
    ("cues", "message"),
    [
        ([(0, 2), (1, 3)], "cues[1].start: begins before the cue before it ends, which LRC can't"),
        ([(0, 0)], "cues[0].end: the cue has no length, which LRC can't say"),
    ],
)
def test_cues_that_do_not_follow_one_another_are_refused(cues, message):
    with pytest.raises(UnrepresentableError) as refused:
        lrc.dumps(Transcript(cues=[Cue(text="a", start=start, end=end) for start, end in cues]))
    assert str(refused.value).startswith(message)


def test_times_of_words_may_stand_in_square_brackets():
    cues, _ = loads("[00:01.00] so [00:02.00] it [00:03.00]\n[00:05.00]goes\n")
    assert cues[0].text == "so it"
    assert cues[0].words == (Word(text="so", start=1, end=2), Word(text="it", start=2, end=3))


@pytest.mark.parametrize("text", ["[00:01]a", "a [00:01.00] b", "a <00:01.00> b"])
def test_what_would_be_read_as_a_time_is_refused(text):
    with pytest.raises(UnrepresentableError, match=r"cues\[0\].text: would be read as a time: "):
        lrc.dumps(Transcript(cues=[Cue(text=text, start=0, end=1)]))


def test_line_breaks_become_spaces():
    assert lrc.dumps(Transcript(cues=[Cue(text="a\n b", start=0, end=1)])) == (
        "[00:00.00]a b\n[00:01.00]\n"
    )


@settings(max_examples=150, deadline=None)
@given(transcript=TIMED)
def test_a_transcript_is_refused_or_reads_back_equal(transcript):
    expected = to_milliseconds(attrs.evolve(transcript, language=None))
    if any("\n" in cue.text for cue in expected.cues):
        return
    try:
        written = lrc.dumps(transcript)
    except UnrepresentableError:
        return
    assert lrc.loads(written) == expected
    if len(expected.cues) > 0:
        assert transcripts.loads(written).cues == expected.cues


def test_a_line_break_that_becomes_a_space_makes_no_speaker():
    transcript = Transcript(cues=[Cue(text="Q:\u2028\nwhy?", start=1, end=2)])
    assert lrc.loads(lrc.dumps(transcript)).cues == (Cue(text="Q: why?", start=1, end=2),)
