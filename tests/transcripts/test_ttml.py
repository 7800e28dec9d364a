import pytest

from podkit import Cue, ParseError, Transcript, UnrepresentableError, Word
from podkit.transcripts import ttml

TT = '<tt xmlns="http://www.w3.org/ns/ttml" xmlns:m="http://www.w3.org/ns/ttml#metadata"'


def loads(body, head="", attributes=""):
    """Read a document, and give the problems too."""
    problems = []
    data = f"{TT} {attributes}><head>{head}</head><body>{body}</body></tt>"
    transcript = ttml.loads(data, on_problem=problems.append)
    return transcript.cues, [f"{problem.id}: {problem.message}" for problem in problems]


def times(attributes, outer="", root=""):
    [cue] = loads(f"<div {outer}><p {attributes}>a</p></div>", attributes=root)[0]
    return cue.start, cue.end


@pytest.mark.parametrize(
    ("attributes", "expected"),
    {
        'begin="00:00:01.000" end="00:01:02.5"': (1, 62.5),
        'begin="0.860" end="1:48.737"': (0.86, 108.737),
        'begin="1:02:03.456" end="2h"': (3723.456, 7200),
        'begin="1.5s" end="2m"': (1.5, 120),
        'begin="500ms" dur="1s"': (0.5, 1.5),
        'dur="1s"': (0, 1),
        'begin="1s" end="5s" dur="2s"': (1, 3),
        'begin="1s" end="2s" dur="5s"': (1, 2),
        'begin="15f" end="00:00:01:15"': (0.5, 1.5),
        'begin="3t" end="4t"': (3, 4),
        'begin="1s"': (1, None),
        'end="1s"': (0, 1),
        "": (None, None),
    }.items(),
)
def test_times_are_read_in_every_notation(attributes, expected):
    assert times(attributes) == expected


@pytest.mark.parametrize(
    ("root", "expected"),
    {
        'frameRate="25"': (0.4, 10),
        'frameRate="20" frameRateMultiplier="1000 1001"': (0.5005, 10),
        'frameRate="0" tickRate="1000"': (0.333333, 0.01),
        'frameRate="many" frameRateMultiplier="x y"': (0.333333, 10),
    }.items(),
)
def test_the_root_says_what_a_frame_and_a_tick_are(root, expected):
    assert times('begin="10f" end="10t"', root=root) == expected


def test_times_are_taken_from_the_start_of_what_surrounds_them():
    assert times('begin="1s" end="2s"', 'begin="10s" end="20s"') == (11, 12)
    assert times('begin="1s"', 'begin="10s" end="20s"') == (11, 20)
    assert times("", 'begin="10s" end="20s"') == (10, 20)


def test_times_that_pass_the_end_of_what_surrounds_them_are_those_of_the_document():
    assert times('begin="11s" end="12s"', 'begin="10s" end="20s"') == (11, 12)


SEQUENCES = {
    '<p dur="2s">a</p><p dur="3s">b</p>': [(0, 2), (2, 5)],
    '<p begin="1s" dur="2s">a</p><p begin="1s" end="3s">b</p>': [(1, 3), (4, 6)],
    '<p dur="2s"/><p dur="3s">b</p>': [(2, 5)],
    '<metadata/><p begin="1s">a</p><p dur="3s">b</p>': [(1, None), (1, 4)],
    '<div><p begin="1s" end="3s">a</p></div><p dur="1s">b</p>': [(1, 3), (3, 4)],
    '<div dur="9s"><p end="3s">a</p></div><p dur="1s">b</p>': [(0, 3), (9, 10)],
    '<div timeContainer="seq"><p dur="1s">a</p><p dur="1s">b</p></div><p dur="1s">c</p>': [
        *((0, 1), (1, 2), (2, 3))
    ],
    '<p><span begin="1s" end="2s">a</span></p><p dur="1s">b</p>': [(1, 2), (2, 3)],
    "<p>a</p>": [(None, None)],
}


@pytest.mark.parametrize(("said", "expected"), SEQUENCES.items())
def test_in_a_sequence_times_are_taken_from_the_end_of_what_stands_before(said, expected):
    cues, _ = loads(f'<div timeContainer="seq">{said}</div>')
    assert [(cue.start, cue.end) for cue in cues] == expected


def test_a_sequence_starts_where_its_element_does():
    cues, _ = loads('<div begin="10s" timeContainer="seq"><p dur="1s">a</p><p dur="2s">b</p></div>')
    assert [(cue.start, cue.end) for cue in cues] == [(10, 11), (11, 13)]


def test_words_may_be_a_sequence():
    [cue] = loads(
        '<p begin="1s" timeContainer="seq"><span dur="1s">light</span>'
        '<span begin="1s">house</span> <span begin="1s" dur="1s">keeper</span> said</p>'
    )[0]
    assert (cue.text, cue.start, cue.end) == ("lighthouse keeper said", 1, 5)
    assert cue.words == (
        Word(text="light", start=1, end=2),
        Word(text="house", start=3),
        Word(text="keeper", start=4, end=5),
    )


def test_a_sequence_may_stand_in_a_sequence_of_words():
    within = '<span timeContainer="seq"><span dur="1s">a</span><span dur="1s">b</span></span>'
    [cue] = loads(f'<p timeContainer="seq">{within}<span dur="1s">c</span></p>')[0]
    assert [(word.start, word.end) for word in cue.words] == [(0, 1), (1, 2), (2, 3)]


def test_words_are_spans_with_times_of_their_own():
    [cue], problems = loads(
        '<p begin="1s" end="3s">Oh, <span begin="0s" end="1s">light</span><span begin="1s">house'
        '</span> <span><span begin="1.5s"> keeper. </span></span><span begin="1s"/></p>'
    )
    assert (cue.text, problems) == ("Oh, lighthouse keeper.", [])
    assert cue.words == (
        Word(text="light", start=1, end=2),
        Word(text="house", start=2, end=3),
        Word(text="keeper.", start=2.5, end=3),
    )


def test_what_lyrics_say_again_in_other_words_is_left_out():
    role = '<span m:role="x-translation">Licht</span><span m:role="x-roman">lait</span>'
    assert loads(f'<p begin="1s">light{role}<span m:role="x-bg"> house</span></p>')[0][0].text == (
        "light house"
    )


def test_a_paragraph_without_times_has_those_of_its_words():
    [cue] = loads('<p><span begin="1s" end="2s">a</span> <span begin="2s" end="3s">b</span></p>')[0]
    assert (cue.start, cue.end) == (1, 3)


@pytest.mark.parametrize("said", ["a<br/>b", "<span>a<br/></span>b", "<span>a<br/>b</span>"])
def test_a_span_with_times_is_a_word_whatever_is_in_it(said):
    [cue] = loads(f'<p><span begin="1s" end="2s">{said}</span></p>')[0]
    assert (cue.text, cue.start, cue.end) == ("a\nb", 1, 2)
    assert cue.words == (Word(text="a\nb", start=1, end=2),)


def test_a_name_space_may_hold_any_character():
    assert times('begin="1s"', root='xmlns:x="a}b" x:unit="y"') == (1, None)


def test_the_speaker_is_the_nearest_agent_by_name_or_else_by_id():
    head = (
        '<metadata><m:agent xml:id="a"><m:name> Ann\nLee </m:name></m:agent><m:agent xml:id="b"/>'
    )
    head += "</metadata>"
    body = '<div m:agent="a"><p begin="1s">x</p><p begin="2s" m:agent="b a">y</p></div>'
    body += '<div><p begin="3s" m:agent="c">z</p><p begin="4s">o</p></div>'
    assert [cue.speaker for cue in loads(body, head)[0]] == ["Ann Lee", "b", "c", None]


@pytest.mark.parametrize(
    ("paragraph", "text"),
    {
        "<p>\n a\tb\n</p>": "a b",
        "<p>a <br/> b</p>": "a\nb",
        '<p xml:space="preserve"> a  b\n c </p>': "a  b\n c",
        "<p>a&#160;&#160;b</p>": "a\xa0\xa0b",
        "<p>a<m:desc>noise</m:desc> b</p>": "a b",
    }.items(),
)
def test_the_text_is_what_players_show(paragraph, text):
    assert loads(paragraph)[0][0].text == text


@pytest.mark.parametrize(
    ("body", "problem"),
    {
        '<p begin="1s"><br/></p>': "empty-cue: left out, as nothing is said in it",
        '<p begin="soon">a</p>': "not-a-time: left out: expected a time such as ",
        "<p>a</p>": "missing-start: has no begin; kept without times",
    }.items(),
)
def test_what_is_odd_is_reported(body, problem):
    assert loads(body)[1][0].startswith(problem)


@pytest.mark.parametrize(
    ("data", "message"),
    {
        "": "the data is empty",
        "Hello.": "there is no XML element",
        "<html/>": "expected <tt>",
    }.items(),
)
def test_what_is_no_ttml_is_refused(data, message):
    with pytest.raises(ParseError, match=message):
        ttml.loads(data)


def test_entities_are_not_expanded():
    bomb = '<!DOCTYPE tt [<!ENTITY a "aaaa"><!ENTITY b SYSTEM "file:///etc/passwd">]>'
    data = f'{bomb}{TT}><body><p begin="1s">x &a; &b; y</p></body></tt>'
    assert "root:" not in ttml.loads(data).text


def test_a_title_and_speakers_stand_in_the_head():
    cues = [Cue(text="a", start=0, end=1, speaker=name) for name in ("<Ann>", "Bo", "<Ann>")]
    transcript = Transcript(title="Salt & pepper", language="de-CH", cues=cues)
    written = ttml.dumps(transcript)
    assert ttml.loads(written) == transcript
    assert written.count("<ttm:agent ") == 2


@pytest.mark.parametrize(
    ("transcript", "message"),
    [
        (Transcript(title="\x01"), r"title: XML can't hold '\x01'"),
        (Transcript(cues=[Cue(text="a\x0bb", start=0, end=1)]), r"cues[0].text: XML can't hold"),
        (
            Transcript(cues=[Cue(text="a", start=0, end=1, speaker="\x02")]),
            r"cues[0].speaker: XML can't hold",
        ),
    ],
)
def test_what_xml_has_no_way_to_hold_is_refused(transcript, message):
    with pytest.raises(UnrepresentableError) as refused:
        ttml.dumps(transcript)
    assert str(refused.value).startswith(message)
