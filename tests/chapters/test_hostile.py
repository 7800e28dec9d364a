"""Input made to harm: nothing takes more than linear time, or raises another's error."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from podkit import ParseError, UnrepresentableError, chapters

MANY = 50_000
FORMATS = ["json", "ffmetadata", "text", None]
PIECES = st.sampled_from(
    [
        *(b'{"chapters": [', b'{"startTime": ', b'"title": ', b"[", b"]", b"{", b"}", b",", b'"'),
        *(b"1", b"-1.5", b"1e999", b"NaN", b"null", b"true", b"\\ud800", b"\xd9\xa3"),
        *(b";FFMETADATA1\n", b"[CHAPTER]\n", b"TIMEBASE=1/1000\n", b"START=1", b"END=", b"title="),
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
        ("0:00 A\n0:00", "-", 2),
        ("", "\0", None),
        ("[", " ", None),
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
    ):
        chapters.loads(text, on_problem=problems.append)
    assert len(problems) == 12
    assert max(len(str(problem)) for problem in problems) < 200
