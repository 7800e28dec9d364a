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
        b"\x89P\r\n\0": "line 1: this isn't JSON: ",
        "[" * 200_000: "this JSON is beyond reading: ",
        f'[{{"body": {"9" * 10_000}}}]': "this JSON is beyond reading: ",
        "{}": "expected a list named 'segments'",
        '{"segments": {}}': "expected a list named 'segments'",
        '{"segments": [{}, 1]}': "expected a list named 'segments'",
        '{"utterances": [{"text": "Hi.", "start": 0.5}]}': "expected a list named 'segments'",
        '{"words": [{"text": "Hi.", "start": 1}]}': "expected a list named 'segments'",
        '"segments"': "expected a list named 'segments'",
        "[1]": "expected a list named 'segments'",
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


@pytest.mark.parametrize(
    "segments",
    [
        [{"startTime": 200_000, "body": "Hello."}],
        [{"startTime": 184_000, "endTime": 190_500, "body": "We start late, but we start."}],
        [{"startTime": 0, "body": "Hello."}, {"startTime": 9000, "body": "Goodbye."}],
    ],
)
def test_whole_numbers_too_far_apart_for_speech_are_milliseconds(segments):
    transcript, problems = loads({"segments": segments})
    assert transcript.cues[-1].start == segments[-1]["startTime"] / 1000
    assert problems == ["milliseconds: segments"]


@pytest.mark.parametrize(
    "segments",
    [
        [{"startTime": 100_000, "body": "Hello."}],
        [{"startTime": 200_000.5, "body": "Hello."}],
        [{"startTime": 0, "endTime": 60, "body": "Hello, all."}],
        [{"startTime": 0, "body": "Hello."}, {"startTime": 9000.0, "body": "Goodbye."}],
    ],
)
def test_times_that_may_be_seconds_are_seconds(segments):
    transcript, problems = loads({"segments": segments})
    assert (transcript.cues[-1].start, problems) == (segments[-1]["startTime"], [])


def test_long_pauses_between_whole_seconds_read_back():
    transcript = Transcript(cues=[Cue(text="A", start=0, end=9000), Cue(text="B", start=90_000)])
    problems = []
    assert json.loads(json.dumps(transcript), on_problem=problems.append) == transcript
    assert problems == []


def test_texts_lose_white_space_at_their_ends_only():
    transcript, problems = loads({"segments": [{"startTime": 0, "body": " a  b\r\n\nc\n"}]})
    assert (transcript.text, problems) == ("a  b\n\nc", [])


def test_escaped_characters_that_are_some_are_kept():
    segment = {"startTime": 0.5, "endTime": 1.5, "body": "한국 \U0001f600\r\n.", "speaker": "한"}
    [cue] = loads({"segments": [segment]})[0].cues
    assert (cue.text, cue.speaker) == ("한국 \U0001f600\n.", "한")


def test_characters_that_are_none_are_replaced():
    transcript, _ = loads({"segments": [{"startTime": 0, "body": "a\ud800\0", "speaker": "\0"}]})
    assert transcript.cues[0] == Cue(text="a\ufffd\ufffd", start=0, speaker="\ufffd")


def test_what_has_no_place_is_reported_once():
    segment = {"startTime": 0.5, "body": "a", "words": []}
    problems = loads({"title": "x", "segments": [segment, segment]})[1]
    assert problems == ["unknown-key: title", "unknown-key: segments[0].words"]


def test_a_segment_is_a_line():
    cues = [Cue(text="Hello “all”.", start=0, end=1.5), Cue(text="Bye.", start=1.5, speaker="Ann")]
    assert json.dumps(Transcript(cues=cues)).splitlines()[3:5] == [
        '    {"startTime": 0.0, "endTime": 1.5, "body": "Hello “all”."},',
        '    {"speaker": "Ann", "startTime": 1.5, "body": "Bye."}',
    ]


def test_names_are_tidied_as_everywhere():
    segments = [{"startTime": 0.5, "endTime": 1.5, "body": "a", "speaker": name} for name in NAMES]
    assert [cue.speaker for cue in loads({"segments": segments})[0].cues] == [
        *["Ann Lee"] * 2,
        None,
    ]


NAMES = [" Ann\n Lee", "Ann Lee", "  "]


def found(data):
    """Read a dialect, and give what matters of it."""
    return [(cue.text, cue.start, cue.end, cue.speaker) for cue in loads(data)[0].cues]


def test_words_take_their_spelling_from_the_text_where_there_are_as_many():
    words = [{"word": "hello", "start": 0.5, "end": 0.9}, {"word": "all", "start": 1.0}]
    [cue] = loads({"segments": [{"start": 0.5, "text": " Hello, all.", "words": words}]})[0].cues
    assert [word.text for word in cue.words] == ["Hello,", "all."]
    words.append({"word": "um", "start": 2.0})
    [cue] = loads({"segments": [{"start": 0.5, "text": " Hello, all.", "words": words}]})[0].cues
    assert [word.text for word in cue.words] == ["hello", "all", "um"]


def test_words_without_any_time_are_none():
    words = [{"word": "Hello."}, {"word": " "}]
    [cue] = loads({"segments": [{"start": 0.5, "text": "Hello.", "words": words}]})[0].cues
    assert cue.words == ()


def test_a_confidence_that_is_no_share_is_left_out():
    words = [
        {"word": "Hello.", "start": 0.5, "probability": value} for value in (0.5, 1, -0.1, "1")
    ]
    [cue] = loads({"segments": [{"start": 0.5, "text": "", "words": words}]})[0].cues
    assert [word.confidence for word in cue.words] == [0.5, 1.0, None, None]


def test_a_segment_without_text_or_times_has_those_of_its_words():
    words = [{"word": "Hello,", "start": 0.5}, {"word": "all.", "start": 1.0, "end": 1.5}]
    assert found({"segments": [{"text": None, "words": words}, {"text": "x", "words": []}]}) == [
        ("Hello, all.", 0.5, 1.5, None),
        ("x", None, None, None),
    ]


def test_channels_that_follow_one_another_are_put_in_order_of_time():
    words = [[("one", 1.0), ("four", 4.0)], [("two", 2.0)]]
    channels = [
        {"alternatives": [{"words": [{"word": word, "start": at, "end": at} for word, at in each]}]}
        for each in words
    ]
    data = {"results": {"channels": channels}}
    assert [text for text, *_ in found(data)] == ["one", "two", "four"]
    del channels[1]["alternatives"][0]["words"][0]["start"]
    assert [text for text, *_ in found(data)] == ["one", "four", "two"]


def test_google_s_results_without_words_follow_one_another():
    results = [
        {"alternatives": [{"transcript": "Hello."}], "resultEndTime": "1.5s"},
        {
            "alternatives": [{"transcript": "Bye."}],
            "resultEndTime": {"seconds": "2", "nanos": 10**8},
        },
        {"alternatives": [{"transcript": "Late."}]},
    ]
    assert found({"response": {"results": results}}) == [
        ("Hello.", 0.0, 1.5, None),
        ("Bye.", 1.5, 2.1, None),
        ("Late.", 2.1, None, None),
    ]


@pytest.mark.parametrize("time", [[], {}, {"seconds": []}, "soon", "-1s", True])
def test_a_duration_that_is_none_is_reported(time):
    results = [{"alternatives": [{"transcript": "A", "words": [{"word": "A", "startTime": time}]}]}]
    problems = loads({"results": results})[1]
    assert problems[0] == "wrong-type: segments[0].words[0].startTime"


def test_openai_s_words_beside_the_segments_are_theirs():
    data = {
        "segments": [{"start": 0.5, "end": 1.0, "text": "Hi."}, {"start": 1.0, "text": "Go on."}],
        "words": [{"word": "Hi.", "start": 0.5}, {"word": "Go", "start": 1.0}, {"word": "on."}],
    }
    assert [len(cue.words) for cue in loads(data)[0].cues] == [1, 2]


def test_amazon_s_words_without_segments_are_cues():
    items = [
        {"type": "punctuation", "alternatives": [{"content": "¡"}]},
        {"start_time": "0.5", "alternatives": [{"content": "Hello", "confidence": "0.9"}]},
        {"type": "punctuation", "alternatives": [{"content": "!"}]},
        {"type": "pronunciation", "alternatives": []},
    ]
    transcript, _ = loads({"results": {"items": items}})
    assert transcript.cues[1].text == "Hello!"
    assert transcript.cues[1].words[0].confidence == 0.9


def test_deepgram_s_paragraphs_survive_what_is_odd_in_them():
    paragraph = {"sentences": [{"text": "Hello."}, {"text": 1}, None], "start": 0.5}
    for count in (None, -1, 1, 10**9):
        words = [{"word": "hello", "start": 0.5}]
        inner = {"paragraphs": [paragraph | {"num_words": count}, 1]}
        data = {
            "results": {"channels": [{"alternatives": [{"paragraphs": inner, "words": words}]}]}
        }
        assert found(data) == [("Hello.", 0.5, None, None)]


def test_a_language_that_is_no_text_is_passed_over():
    assert loads({"language": 1, "segments": [{"start": 0.5, "text": "A"}]})[0].language is None


@pytest.mark.parametrize("speaker", [3, "3"])
def test_a_speaker_who_has_but_a_number_is_called_so(speaker):
    data = {
        "audio_url": "",
        "utterances": [{"speaker": speaker, "text": "A", "start": 1, "end": 2}],
    }
    assert found(data) == [("A", 0.001, 0.002, "Speaker 3")]


def test_a_speaker_without_a_name_is_none():
    data = {"audio_url": "", "utterances": [{"speaker": "", "text": "A", "start": 1}, None]}
    assert found(data) == [("A", 0.001, None, None)]
    assert loads(data)[1][0] == "empty-cue: segments"


SAMPLES = [
    {"segments": [{"start": 0.5, "end": 1.0, "text": "A", "words": [{"word": "A", "start": 0.5}]}]},
    {"transcription": [{"offsets": {"from": 1}, "text": "A", "tokens": [{"text": "A"}]}]},
    {
        "audio_url": "",
        "utterances": [{"start": 1, "text": "A", "words": [{"text": "A", "start": 1}]}],
    },
    {"results": {"items": [{"alternatives": [{"content": "A"}]}], "audio_segments": [{}]}},
    {"results": [{"alternatives": [{"transcript": "A", "words": [{"startTime": "1s"}]}]}]},
    {"recognizedPhrases": [{"nBest": [{"display": "A", "words": [{"word": "A"}]}]}]},
    {
        "results": {
            "channels": [{"alternatives": [{"paragraphs": {"paragraphs": [{"sentences": [{}]}]}}]}]
        }
    },
]
ANYTHING = [None, True, -1, 10**400, "x", "", [], [1], {}, {"a": 1}, [[]]]


def altered(value, other):
    """Give each value that has something else in one place."""
    yield other
    if isinstance(value, dict):
        for key, each in value.items():
            yield from (value | {key: changed} for changed in altered(each, other))
    elif isinstance(value, list):
        for index, each in enumerate(value):
            for changed in altered(each, other):
                yield [*value[:index], changed, *value[index + 1 :]]


@pytest.mark.parametrize("sample", SAMPLES, ids=str)
@pytest.mark.parametrize("other", ANYTHING, ids=lambda value: repr(value)[:9])
def test_any_value_of_a_wrong_type_is_read_or_refused(sample, other):
    for data in altered(sample, other):
        try:
            transcript = json.loads(plain_json.dumps(data))
        except ParseError:
            continue
        assert isinstance(transcript, Transcript)


def test_deep_nesting_and_many_words_are_no_matter():
    deep = plain_json.loads("[" * 400 + "]" * 400)
    assert found({"segments": [{"start": 0.5, "text": "A", "x": deep}]}) == [("A", 0.5, None, None)]
    words = [{"word": "a", "start": at, "end": at + 1} for at in range(20_000)]
    segments = [{"start": 0, "end": 20_000, "text": "a " * 20_000, "words": words}]
    assert len(loads({"segments": segments})[0].cues[0].words) == 20_000


HUGE = 10**400


@pytest.mark.parametrize(
    "data",
    [
        {"segments": [{"startTime": -HUGE, "endTime": 0, "body": "Hello."}]},
        {
            "results": {
                "channels": [
                    {
                        "alternatives": [
                            {
                                "paragraphs": {
                                    "paragraphs": [
                                        {"sentences": [{"text": "Hello."}], "num_words": HUGE}
                                    ]
                                }
                            }
                        ]
                    }
                ]
            }
        },
        *(
            {
                "results": [
                    {
                        "alternatives": [
                            {
                                "transcript": "Hello.",
                                "words": [{"word": "Hello.", "startTime": time}],
                            }
                        ]
                    }
                ]
            }
            for time in ({"seconds": HUGE}, {"seconds": 1, "nanos": HUGE})
        ),
    ],
)
def test_numbers_beyond_all_bounds_are_forgiven(data):
    [cue] = loads(data)[0].cues
    assert cue.text == "Hello."


@pytest.mark.parametrize(
    "data",
    [
        {"status": "completed", "utterances": [{"start": 500, "end": 1500, "text": "Hi there."}]},
        {"segments": [{"startTime": 0.5, "endTime": 1.5, "text": "Hi there."}]},
        [{"start_time": 0.5, "end_time": 1.5, "text": "Hi there."}],
    ],
)
def test_keys_are_known_in_other_spellings(data):
    assert loads(data)[0] == Transcript(cues=[Cue(text="Hi there.", start=0.5, end=1.5)])


def test_words_alone_are_a_cue_of_the_text_that_they_stand_beside():
    words = [{"word": "Hi", "start": 0, "end": 0.5}, {"word": "there", "start": 0.5, "end": 1}]
    [cue] = loads({"task": "transcribe", "text": "Hi there.", "words": words})[0].cues
    assert (cue.text, cue.start, cue.end, cue.words[1].text) == ("Hi there.", 0, 1, "there.")
    assert [cue.text for cue in loads({"words": words})[0].cues] == ["Hi", "there"]


def test_a_text_of_amazon_without_its_words_has_no_times():
    data = {"results": {"transcripts": [{"transcript": "Hi there."}], "items": []}}
    transcript, problems = loads(data)
    assert transcript.cues == (Cue(text="Hi there."),)
    assert problems == ["missing-start: segments[0]"]


def test_whisper_says_a_language_by_its_name():
    for name, tag in {"english": "en", "Haitian Creole": "ht", "norwegian": "no"}.items():
        data = {"language": name, "segments": [{"start": 0, "text": "Hi."}]}
        assert loads(data)[0].language == tag
