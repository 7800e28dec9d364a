"""Input made to harm: nothing takes more than linear time, or raises another's error."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from podkit import Chapter, Chapters, ParseError, UnrepresentableError, chapters

MANY = 50_000
FORMATS = [*chapters._FORMATS.rows, None]
PIECES = st.sampled_from(
    [
        *(b'{"chapters": [', b'{"startTime": ', b'"title": ', b"[", b"]", b"{", b"}", b",", b'"'),
        *(b"1", b"-1.5", b"1e999", b"NaN", b"null", b"true", b"\\ud800", b"\xd9\xa3"),
        *(b";FFMETADATA1\n", b"[CHAPTER]\n", b"TIMEBASE=1/1000\n", b"START=1", b"END=", b"title="),
        *(b"<psc:chapters xmlns:psc='http://podlove.org/simple-chapters'>", b"</psc:chapters>"),
        *(b"<psc:chapter ", b"start='1'", b"title='A'", b"/>", b"<Chapters>", b"</Chapters>"),
        *(b"<EditionEntry>", b"<ChapterAtom>", b"<ChapterTimeStart>", b"<ChapterString>", b"</"),
        *(b"WEBVTT\n\n", b"00:00.000", b" --> ", b"\n\n", b"&#", b"<", b">"),
        *(b"TRACK 01 AUDIO\n", b"INDEX 01 00:00:00\n", b"TITLE ", b"FILE ", b'"'),
        *(b"0.0\t1.0\t", b"\t", b"CHAPTER01=", b"CHAPTER01NAME="),
        *(b"0:00 ", b"(1:05)", b"-", b" ", b"\\", b"\n", b"\r", b"\0"),
        *(b"\xe9", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf"),
    ]
)
DATA = st.one_of(st.binary(max_size=20), st.lists(PIECES, max_size=20).map(b"".join))


@settings(max_examples=400, deadline=None)
@given(DATA | DATA.map(lambda data: data.decode("utf-8", "surrogateescape")))
def test_any_data_is_read_or_raises_our_error_and_what_is_read_is_written_or_refused(data):
    for name in FORMATS:
        try:
            found = chapters.loads(data, format=name)
            chapters.dumps(found, format=name or "json")
        except (ParseError, UnrepresentableError):
            pass


@pytest.mark.parametrize(
    ("start", "many", "count"),
    [
        ('{"chapters": [', '{"startTime": 1, "title": "A"},', MANY),
        ('{"chapters": [', '{"startTime": "later", "mood": []},', 0),
        ('{"chapters": [{"startTime": 1,', '"mood": [],', 1),
        ('{"chapters": [{"startTime": 1,', '"title": "A",', 1),
        (";FFMETADATA1\n", "[CHAPTER]\nSTART=1\ntitle=A\n", MANY),
        (";FFMETADATA1\n", "[STREAM]\n", 0),
        (";FFMETADATA1\n", "no pair\n", 0),
        (";FFMETADATA1\n", "title=A\n", 0),
        (";FFMETADATA1\ntitle=", "\\\n", 0),
        (";FFMETADATA1\n", "=\\", 0),
        (";FFMETADATA1\n[", "A", 0),
        (";FFMETADATA1\n[A]", " ", 0),
        ("0:00 A\n", "0:00 A\n", MANY + 1),
        ("0:00 A\n", "nothing\n", 1),
        ("0:00 A\n", "1:", 1),
        ("0:00 A\n", "(", 1),
        ("0:00 A\n", "(1:05", 2),
        ("0:00 A\n", "* ", 1),
        ("0:00 A\n", "9", 1),
        ("0:00", " ", None),
        ("0:00 A\n0:00", "-", 1),
        ("", "\0", None),
        ("[", " ", None),
        ("WEBVTT\n", "\n00:00.000 --> 00:01.000\nA\n", MANY),
        ("WEBVTT\n\n", "A\n", 0),
        ("WEBVTT\n\n", "A\n\n", 0),
        ("WEBVTT\n\n", "-->\n", 0),
        ("WEBVTT\n\n00:00.000 --> 00:01.000\n", "<", 1),
        ("WEBVTT\n\n00:00.000 --> 00:01.000\n", "<b>\n", 1),
        ("WEBVTT\n\n00:00.000 --> 00:01.000\n", "&", 1),
        ("WEBVTT\n\n00:00.000 --> 00:01.000\n&#", "9", 1),
        ("WEBVTT\n\n00:00.000", " ", 0),
        ("WEBVTT\n\n00:00.000 --> ", "1:", 0),
        ("", "TRACK 01 AUDIO\nINDEX 01 00:00:00\n", MANY),
        ("", "REM A \n", None),
        ("", "REM \t \n", None),
        ("TRACK 01 AUDIO\n", "TRACK 02 AUDIO\n", 0),
        ("TRACK 01 AUDIO\n", "FILE A WAVE\n", 0),
        ("TRACK 01 AUDIO\nINDEX 01 00:00:00\nTITLE ", '"', 1),
        ("TRACK 01 AUDIO\nINDEX 01 00:00:00\nTITLE", " ", 1),
        ('TRACK 01 AUDIO\nINDEX 01 00:00:00\nTITLE "A"', " ", 1),
        ("", "0.0\t1.0\tA\n", MANY),
        ("0.0\t1.0\tA\n", "\\\t1\t2\n", 1),
        ("0.0\t1.0\tA", "\t", 1),
        ("0.0\t1.0\tA\n", "9", 1),
        ("0.0\t1.0\tA\n", " ", 1),
        ("CHAPTER01=0:00\n", "CHAPTER01NAME=A\n", 1),
        ("CHAPTER01=0:00\n", "CHAPTER", 1),
        ("CHAPTER01=0:00\nCHAPTER", "9", 1),
        ("CHAPTER01=0:00\nCHAPTER1", " ", 1),
        ("", "A 0:00\n", None),
        ("", "A - 0:00\n", MANY),
        ("0:00 A\n", "- ", 1),
        ("0:00 A", " <a:", 1),
        ("0:00 A", "<a:b>", 1),
        ("", "<", None),
        ("", "<!-- ", None),
        ("", "<!-- --> ", None),
        ("", "<?a ?> ", None),
        ("", "<!a> ", None),
        ("", " ", 0),
    ],
)
def test_many_of_anything_take_linear_time(start, many, count):
    text = start + many * MANY
    if text.startswith("{"):
        text = text.removesuffix(",") + ("}]}" if start.endswith(",") else "]}")
    try:
        assert len(chapters.loads(text)) == count
    except ParseError:
        assert count is None


@pytest.mark.parametrize(
    "text",
    [
        "[" * 10**6,
        '{"chapters": ' * 10**6,
        f'{{"chapters": [{{"startTime": {"9" * 10**6}}}]}}',
        "0:00 A".encode("utf-16")[:3],
        b"\xff\xfe",
    ],
)
def test_what_is_beyond_reading_raises_our_error(text):
    with pytest.raises(ParseError):
        chapters.json.loads(text)


@pytest.mark.parametrize("depth", [10, 900, 960, 980, 990])
def test_values_nested_deeply_are_reported_in_short_or_refused(depth):
    problems = []
    nested = "[" * depth + "]" * depth
    try:
        chapters.loads(f'[{{"startTime": 0, "title": {nested}}}]', on_problem=problems.append)
    except ParseError:
        return
    assert len(problems[0].message) < 100


@pytest.mark.parametrize("digits", [400, 10**6])
@pytest.mark.parametrize(
    "text",
    [
        '[{{"startTime": "{}"}}, {{"startTime": 0}}]',
        '[{{"startTime": {}.5}}, {{"startTime": 0}}]',
        ";FFMETADATA1\n[CHAPTER]\nSTART={}\n[CHAPTER]\nSTART=0\n",
        ";FFMETADATA1\n[CHAPTER]\nTIMEBASE=1/{}\n[CHAPTER]\nSTART=0\n",
        "{}:00 A\n0:00 B",
        "0:00 B\n0:{} A",
        "0:00 B\n0:{}:00 A",
    ],
)
def test_numbers_of_many_digits_are_no_times(text, digits):
    assert [chapter.start for chapter in chapters.loads(text.format("9" * digits))] == [0]


def test_messages_stay_short():
    problems = []
    key = "k" * 10**6
    for text in (
        f'[{{"startTime": 0, "{key}": 1, "{key}": 2, "title": ["{key}"], "url": [1{",1" * 999}]}}]',
        f";FFMETADATA1\n{key}=1\n{key}=2\n{key}\n[{key.upper()}]\n[CHAPTER]\nSTART={key}\n",
        f"0:00 A\n{key}",
        f"WEBVTT {key}\n\n{key}\n\n{key} --> {key}\n\n00:00.000 --> 00:01.000 {key}\n<{key}>",
        f"TRACK 01 AUDIO\nINDEX 01 00:00:00\n{key}\nREM {key}",
        f"0\t0\tA\n{key}\n\\\t{key}\t{key}",
        f"CHAPTER1={key}\n{key}",
    ):
        chapters.loads(text, on_problem=problems.append)
    assert len(problems) == 23
    assert max(len(str(problem)) for problem in problems) < 200


STARTS = [
    "0:00 A\n",
    "0\t0\tA\n",
    "CHAPTER1=0:00\n",
    "TRACK 01 AUDIO\nINDEX 01 0:0:0\n",
    "WEBVTT\n\n0:00 --> 0:01\n",
]


def nested(count):
    start = "<ChapterAtom><ChapterTimeStart>0:00</ChapterTimeStart>"
    atoms = start * count + "</ChapterAtom>" * count
    return f"<Chapters><EditionEntry>{atoms}</EditionEntry></Chapters>"


def test_chapters_within_chapters_are_read_and_written_as_deep_as_the_format_goes():
    found = chapters.matroska.loads(nested(40))
    assert chapters.matroska.loads(chapters.matroska.dumps(found)) == found
    assert len(chapters.text.loads("0:00 A")) == 1
    assert chapters.json.dumps(found, lossy=True).count("startTime") == 40


@pytest.mark.parametrize("depth", [60, 200, 5_000])
def test_chapters_nested_without_end_raise_our_error(depth):
    with pytest.raises(ParseError, match="too deeply"):
        chapters.loads(nested(depth))


def test_values_nested_without_end_are_refused():
    chapter = Chapter(start=0)
    for _ in range(200):
        chapter = Chapter(start=0, chapters=[chapter])
    with pytest.raises(UnrepresentableError, match="too deeply"):
        chapters.matroska.dumps(Chapters(chapters=[chapter]))


@pytest.mark.parametrize("start", ["", *STARTS])
def test_ten_megabytes_of_garbage_are_read_in_one_pass(start):
    line = "garbage " * 20 + "\n"
    text = start + line * (10**7 // len(line))
    if not start:
        with pytest.raises(ParseError):
            chapters.loads(text)
    else:
        assert len(chapters.loads(text)) == 1
