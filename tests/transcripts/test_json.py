import json as plain_json

import pytest

from podkit import Cue, ParseError, Transcript
from podkit.transcripts import json


def loads(data):
    """Read, and give the problems too."""
    problems = []
    transcript = json.loads(plain_json.dumps(data), on_problem=problems.append)
    return transcript, [f"{problem.id}: {problem.where}" for problem in problems]


@pytest.mark.parametrize(
    ("data", "message"),
    {
        "": "line 1: this isn't JSON: ",
        '{\n"segments": [,': "line 2: this isn't JSON: ",
        b"\x89PNG\r\n\0": "line 1: this isn't JSON: ",
        "[" * 200_000: "this JSON is beyond reading: ",
        f'[{{"body": {"9" * 10_000}}}]': "this JSON is beyond reading: ",
        "{}": "expected an object with a list named 'segments'",
        '{"segments": {}}': "expected an object with a list named 'segments'",
        '"segments"': "expected an object with a list named 'segments'",
        '{"segments": [{"text": "Hi."}]}': "expected segments with a 'body', as ",
        "[1]": "expected segments with a 'body', as ",
    }.items(),
)
def test_what_is_no_transcript_is_refused(data, message):
    with pytest.raises(ParseError) as refused:
        json.loads(data)
    assert str(refused.value).startswith(message)


@pytest.mark.parametrize("data", [[], {"segments": []}, {"version": "1.0.0", "segments": []}])
def test_no_segments_are_an_empty_transcript(data):
    assert loads(data)[0] == Transcript()


@pytest.mark.parametrize(
    ("value", "start", "problem"),
    [
        (1.5, 1.5, None),
        (2, 2.0, None),
        ("2.5", 2.5, "wrong-type: segments[0].startTime"),
        ("1:02:03.5", 3723.5, "wrong-type: segments[0].startTime"),
        (-0.5, 0.0, "wrong-type: segments[0].startTime"),
        (float("inf"), None, "wrong-type: segments[0].startTime"),
        (10**400, None, "wrong-type: segments[0].startTime"),
        (True, None, "wrong-type: segments[0].startTime"),
        ([1], None, "wrong-type: segments[0].startTime"),
        (None, None, "missing-start: segments[0]"),
    ],
)
def test_a_time_is_read_as_the_nearest_number(value, start, problem):
    transcript, problems = loads({"segments": [{"startTime": value, "body": "Hello."}]})
    assert transcript.cues == (Cue(text="Hello.", start=start),)
    assert problems[:1] == ([problem] if problem else [])


def test_an_end_without_a_start_is_left_out():
    transcript, problems = loads({"segments": [{"endTime": 5, "body": "Hello."}]})
    assert (transcript.cues, problems) == ((Cue(text="Hello."),), ["missing-start: segments[0]"])


def test_milliseconds_are_reported_and_not_guessed():
    transcript, problems = loads({"segments": [{"startTime": 200_000, "body": "Hello."}]})
    assert (transcript.cues[0].start, problems) == (200_000.0, ["milliseconds: segments"])


@pytest.mark.parametrize("start", [100_000, 200_000.5])
def test_times_that_may_be_seconds_are_not_reported(start):
    assert loads({"segments": [{"startTime": start, "body": "Hello."}]})[1] == []


def test_texts_lose_white_space_at_their_ends_only():
    transcript, problems = loads({"segments": [{"startTime": 0, "body": " a  b\r\n\nc\n"}]})
    assert (transcript.text, problems) == ("a  b\n\nc", [])


def test_characters_that_are_none_are_replaced():
    transcript, _ = loads({"segments": [{"startTime": 0, "body": "a\ud800\0", "speaker": "\0"}]})
    assert transcript.cues[0] == Cue(text="a?\ufffd", start=0, speaker="\ufffd")


def test_what_has_no_place_is_reported():
    data = {"title": "x", "segments": [{"startTime": 0, "body": "a", "words": []}]}
    assert loads(data)[1] == ["unknown-key: title", "unknown-key: segments[0].words"]


def test_a_segment_is_a_line():
    cues = [Cue(text="Hello “all”.", start=0, end=1.5), Cue(text="Bye.", start=1.5, speaker="Ann")]
    assert json.dumps(Transcript(cues=cues)).splitlines()[3:5] == [
        '    {"startTime": 0, "endTime": 1.5, "body": "Hello “all”."},',
        '    {"speaker": "Ann", "startTime": 1.5, "body": "Bye."}',
    ]
