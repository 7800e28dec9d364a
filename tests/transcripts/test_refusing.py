"""What a format can't carry is refused, and the error names the cue and its field."""

import attrs
import pytest

from podkit import Cue, Transcript, UnrepresentableError
from tests.transcripts.values import CAPTIONS, FORMATS, WITHOUT_LANGUAGE

HELLO = Cue(text="Hello.", start=1, end=2)
TIMED = ["vtt", "srt", "json"]


def refusal(name, *cues, language=None):
    with pytest.raises(UnrepresentableError) as refused:
        FORMATS[name].dumps(Transcript(cues=cues, language=language))
    return str(refused.value)


@pytest.mark.parametrize("name", TIMED)
def test_timed_formats_say_that_the_cues_have_no_times_and_what_to_call(name):
    assert refusal(name, Cue(text="Hello."), Cue(text="Goodbye.")) == (
        "cues[0].start: the cues have no times, which this format needs; "
        "podkit.transcripts.spread(transcript, duration) gives estimated ones"
    )


@pytest.mark.parametrize("name", TIMED)
def test_timed_formats_name_the_cue_without_times(name):
    message = refusal(name, HELLO, Cue(text="Goodbye."))
    assert message.startswith("cues[1].start: the cue has no times")


@pytest.mark.parametrize("name", ["html", "markdown", "text"])
def test_other_formats_need_no_times(name):
    transcript = Transcript(cues=[Cue(text="Hello."), HELLO])
    assert FORMATS[name].loads(FORMATS[name].dumps(transcript)) == transcript


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    ("changes", "message"),
    [
        ({"end": 0.5}, "cues[1].end: 0.5 is before the cue's start, 1.0"),
        ({"start": -1}, "cues[1].start: expected seconds from 0 to 10,000 hours, not -1.0"),
        ({"end": 1e308}, "cues[1].end: expected seconds from 0 to 10,000 hours, not 1e+308"),
        ({"end": 4e7}, "cues[1].end: expected seconds from 0 to 10,000 hours, not 40000000.0"),
        ({"start": None}, "cues[1].end: an end without a start; give both, or only the start"),
        ({"text": " a"}, "cues[1].text: has white space at an end; strip it: ' a'"),
        ({"text": "a\0b"}, r"cues[1].text: no format keeps '\x00': 'a\x00b'"),
        ({"text": "a\r\nb"}, r"cues[1].text: no format keeps '\r': 'a\r\nb'"),
        ({"text": "\ufeffa"}, r"cues[1].text: no format keeps '\ufeff': '\ufeffa'"),
        ({"text": "a\ud800"}, r"cues[1].text: holds half a surrogate pair, '\ud800', which"),
        ({"speaker": ""}, "cues[1].speaker: an empty text; give None for what is absent"),
        ({"speaker": "A  B"}, "cues[1].speaker: white space other than single spaces"),
        ({"speaker": "A\nB"}, "cues[1].speaker: white space other than single spaces"),
        ({"speaker": "\0"}, r"cues[1].speaker: no format keeps '\x00'"),
    ],
)
def test_no_format_writes(name, changes, message):
    assert refusal(name, HELLO, attrs.evolve(HELLO, **changes)).startswith(message)


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("text", ["", " \n"])
def test_a_cue_that_says_nothing_is_left_out_and_reported(name, text):
    problems = []
    empty = Cue(text=text, start=3, end=2, speaker="\0")
    later = attrs.evolve(HELLO, start=2, end=3)
    transcript = Transcript(cues=[HELLO, empty, later])
    written = FORMATS[name].dumps(transcript, on_problem=problems.append)
    assert written == FORMATS[name].dumps(Transcript(cues=[HELLO, later]))
    assert list(map(str, problems)) == ["cues[1]: left out, as nothing is said in it"]


@pytest.mark.parametrize("name", ["vtt", "srt", "sbv", "markdown", "text"])
@pytest.mark.parametrize("between", ["\n\n", "\n \t\n", "\n\x0b\n"])
def test_a_blank_line_ends_a_cue_and_is_refused(name, between):
    message = refusal(name, HELLO, attrs.evolve(HELLO, text=f"a{between}b"))
    assert message == "cues[1].text: a blank line would end the cue; split it there"


@pytest.mark.parametrize("name", CAPTIONS)
def test_the_latest_time_is_written(name):
    latest = 10_000 * 3600 - 0.001
    transcript = Transcript(cues=[Cue(text="Hello.", start=latest, end=latest)])
    assert FORMATS[name].loads(FORMATS[name].dumps(transcript)) == transcript


@pytest.mark.parametrize("name", CAPTIONS)
def test_a_line_that_is_indented_is_not_blank(name):
    transcript = Transcript(cues=[attrs.evolve(HELLO, text="a\n b")])
    assert FORMATS[name].loads(FORMATS[name].dumps(transcript)) == transcript


@pytest.mark.parametrize("name", CAPTIONS)
def test_captions_need_the_times_of_the_next_cue_for_an_absent_end(name):
    message = refusal(name, Cue(text="Hello.", start=3), Cue(text="Goodbye."))
    assert message.startswith("cues[1].start: the cue has no times")


@pytest.mark.parametrize("name", CAPTIONS)
def test_captions_take_an_absent_end_from_the_next_cue(name):
    transcript = Transcript(cues=[Cue(text="Hello.", start=0), HELLO])
    assert FORMATS[name].loads(FORMATS[name].dumps(transcript)).cues[0].end == 1.0


@pytest.mark.parametrize("name", CAPTIONS)
def test_captions_need_the_end_of_the_last_cue(name):
    message = refusal(name, HELLO, Cue(text="Goodbye.", start=3))
    assert message == "cues[1].end: the last cue needs an end, such as the audio's duration"


@pytest.mark.parametrize("name", CAPTIONS)
def test_captions_refuse_an_absent_end_where_the_next_cue_starts_before(name):
    message = refusal(name, Cue(text="Hello.", start=3), HELLO)
    assert message.startswith("cues[0].end: absent, and the next cue starts at 1.0")


@pytest.mark.parametrize("name", ["json", "html", "markdown", "text"])
def test_other_formats_keep_ends_absent(name):
    transcript = Transcript(cues=[Cue(text="Hello.", start=3), Cue(text="Hello.", start=3.5)])
    assert FORMATS[name].loads(FORMATS[name].dumps(transcript)) == transcript


@pytest.mark.parametrize("name", ["vtt", "html"])
def test_the_language_is_carried_where_it_has_a_place(name):
    transcript = Transcript(cues=[HELLO], language="de-CH")
    assert FORMATS[name].loads(FORMATS[name].dumps(transcript)) == transcript


@pytest.mark.parametrize("name", ["vtt", "html"])
@pytest.mark.parametrize("language", ["", "en_US", "en -->", "en\n"])
def test_a_language_that_is_no_tag_is_refused(name, language):
    message = f"language: expected a BCP 47 tag such as 'en' or 'de-CH', not {language!r}"
    assert refusal(name, language=language) == message


@pytest.mark.parametrize("name", WITHOUT_LANGUAGE)
def test_the_language_is_left_out_where_it_has_no_place(name):
    with_language = FORMATS[name].dumps(Transcript(cues=[HELLO], language="de"))
    assert with_language == FORMATS[name].dumps(Transcript(cues=[HELLO]))


@pytest.mark.parametrize("name", FORMATS)
def test_times_are_written_to_the_millisecond(name):
    transcript = Transcript(cues=[Cue(text="Hello.", start=0.9996, end=3661.00049)])
    [cue] = FORMATS[name].loads(FORMATS[name].dumps(transcript)).cues
    assert (cue.start, cue.end) == (1.0, 3661.0)


@pytest.mark.parametrize(
    "text", ["a --> b", "<b>a", "a</FONT>", r"{\an8}a", "<i >a", "<laughs>", "a </x y>"]
)
def test_subrip_refuses_what_players_take_for_markup(text):
    message = refusal("srt", HELLO, attrs.evolve(HELLO, text=text))
    assert message.startswith("cues[1].text: would not be read as text: ")


@pytest.mark.parametrize("text", ["[0:01] a", "[1:02:03.5 --> 1:02:04]a"])
def test_plain_text_refuses_what_reads_as_a_time(text):
    message = refusal("text", HELLO, Cue(text=text))
    assert message.startswith("cues[1].text: would be read as a time or a name: ")


@pytest.mark.parametrize("text", ["a --> b", "a\n0:01 -> 0:02", "0:01->0:02.5 \na"])
def test_subrip_refuses_what_reads_as_the_times_of_a_cue(text):
    message = refusal("srt", HELLO, attrs.evolve(HELLO, text=text))
    assert message.startswith("cues[1].text: would not be read as text: ")


@pytest.mark.parametrize("text", ["a -> b", "1 -> 2", "at 0:01 -> 0:02", "0:01 -> then"])
def test_subrip_writes_other_short_arrows(text):
    transcript = Transcript(cues=[attrs.evolve(HELLO, text=text)])
    assert FORMATS["srt"].loads(FORMATS["srt"].dumps(transcript)) == transcript
