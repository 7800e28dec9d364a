import pytest

from podkit import Chapter, Chapters, ParseError, chapters, strict
from podkit.chapters import with_ends

HELLO = Chapters(chapters=[Chapter(start=0, title="Hello")])
PSC = "xmlns:psc='http://podlove.org/simple-chapters'"
ATOM = "<ChapterAtom><ChapterTimeStart>0:00</ChapterTimeStart>{}</ChapterAtom>"
DISPLAY = "<ChapterDisplay><ChapterString>Hello</ChapterString></ChapterDisplay>"
MKV = f"<Chapters><EditionEntry>{ATOM.format(DISPLAY)}</EditionEntry></Chapters>"
TEXTS = {
    "json": '{"chapters": [{"startTime": 0, "endTime": 1, "title": "Hello"}]}',
    "ffmetadata": ";FFMETADATA1\n[CHAPTER]\nTIMEBASE=1/1\nSTART=0\nEND=1\ntitle=Hello\n",
    "text": "0:00 Hello\n",
    "psc": f"<psc:chapters {PSC}><psc:chapter start='0' title='Hello'/></psc:chapters>",
    "matroska": MKV,
    "vtt": "WEBVTT\n\n00:00.000 --> 00:01.000\nHello\n",
    "cue": "TRACK 01 AUDIO\nTITLE Hello\nINDEX 01 00:00:00\n",
    "labels": "0.0\t0.0\tHello\n",
    "ogm": "CHAPTER01=00:00:00.000\nCHAPTER01NAME=Hello\n",
}


def problems_of(text, format=None):
    problems = []
    chapters.loads(text, format=format, on_problem=problems.append)
    return [problem.id for problem in problems]


@pytest.mark.parametrize("format", TEXTS)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_format_is_picked_by_content_in_every_encoding(format, encoding):
    data = TEXTS[format].encode(encoding)
    assert chapters.loads(data, on_problem=strict)[0].title == "Hello"
    assert chapters.loads(data) == getattr(chapters, format).loads(data)


@pytest.mark.parametrize(
    ("text", "format"),
    [
        ('\n\t {"chapters": []}', "json"),
        ("[]", "json"),
        ('[ {"startTime": 0}]', "json"),
        ("[00:00] Hello", "text"),
        (";FFMETADATA2\n", "ffmetadata"),
        ("", "text"),
        ("0:00 {}", "text"),
        ("<3 0:00\n0:00 A", "text"),
        ("0:00 A\tB", "text"),
        ("1\t2", "labels"),
        ("\n 0\t1.5\tA", "labels"),
        ("WEBVTT", "vtt"),
        ("WEBVTT\tA", "vtt"),
        ("WEBVTTER 0:00\n0:00 A", "text"),
        ('\n rem a\n\n  Title "A"\r\nTrack 1 AUDIO\nINDEX 01 0:00:00', "cue"),
        ("TITLE 0:00\n0:00 A", "text"),
        ("chapter1 = 0:00", "ogm"),
        ("CHAPTER 1 0:00\n0:00 A", "text"),
        ("Track 1 0:00\n0:00 A", "text"),
        ("TRACK 01 MODE1/2352\nINDEX 01 0:00:00", "cue"),
        ("<?xml version='1.0'?>\n<?a b?><!-- <a> -->\n<!DOCTYPE x><Chapters/>", "matroska"),
        ("<chapters xmlns='http://podlove.org/simple-chapters'/>", "psc"),
        (f"<psc:chapters {PSC}/>", "psc"),
    ],
)
def test_what_a_format_starts_with(text, format):
    assert chapters.loads(text) == getattr(chapters, format).loads(text)


@pytest.mark.parametrize(
    ("name", "format"),
    [
        ("a.json", "json"),
        ("A.CHAPTERS.JSON", "json"),
        ("a.ffmetadata", "ffmetadata"),
        ("a.ffmeta", "ffmetadata"),
        ("a.json.txt", "text"),
        ("a.psc", "psc"),
        ("a.xml", "psc"),
        ("a.mkv.xml", "matroska"),
        ("a.vtt", "vtt"),
        ("a.cue", "cue"),
        ("a.labels", "labels"),
        ("a.ogm.txt", "ogm"),
    ],
)
def test_the_format_written_is_picked_by_suffix(tmp_path, name, format):
    file = tmp_path / name
    value = with_ends(HELLO, 1) if format in ("ffmetadata", "vtt") else HELLO
    for target in (file, str(file)):
        chapters.write(value, target)
        assert file.read_text() == chapters.dumps(value, format=format)
        assert chapters.read(target, format=format) == value


def test_the_format_asked_for_beats_the_suffix(tmp_path):
    file = tmp_path / "chapters.txt"
    chapters.write(HELLO, file, format="json")
    assert chapters.read(file) == HELLO
    with pytest.raises(ParseError):
        chapters.read(file, format="ffmetadata")


@pytest.mark.parametrize(
    ("format", "text", "message", "line"),
    [
        ("json", "", "isn't JSON", 1),
        ("json", '{"chapters":\n[}', "isn't JSON", 2),
        ("json", "{}", "a list named 'chapters'", None),
        ("json", '{"chapters": {}}', "a list named 'chapters'", None),
        ("json", '"chapters"', "a list named 'chapters'", None),
        ("json", "1:05", "isn't JSON", 1),
        ("ffmetadata", "", "expected ;FFMETADATA", 1),
        ("ffmetadata", "\n;FFMETADATA1", "expected ;FFMETADATA", 1),
        ("text", "No times", "expected lines with a time", None),
        ("text", "1:05", "expected lines with a time", None),
        ("text", "We met at 10:30", "expected lines with a time", None),
        ("psc", "<rss/>", "expected <psc:chapters>, found <rss>", 1),
        ("psc", "<Chapters/>", "expected <psc:chapters>, found <Chapters>", 1),
        ("psc", "0:00 A", "no XML element", None),
        ("matroska", "\n<chapters/>", "expected <Chapters>, found <chapters>", 2),
        ("vtt", "", "expected WEBVTT", 1),
        ("vtt", "WEBVTTER", "expected WEBVTT", 1),
        ("cue", "", "expected a cue sheet", None),
        ("cue", 'TITLE "A"\nINDEX 01 00:00:00', "expected a cue sheet", None),
        ("labels", "0:00 A", "parted by tabs", None),
        ("ogm", "0:00 A", "such as CHAPTER01=", None),
    ],
)
def test_what_cannot_be_read_at_all_raises(format, text, message, line):
    with pytest.raises(ParseError, match=message) as error:
        chapters.loads(text, format=format)
    assert error.value.line == line


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ('[{"startTime": 0}]', ["bare-list"]),
        ('{"chapters": [], "mood": 1}', ["unknown-key"]),
        ('{"chapters": [], "chapters": []}', ["repeated-key"]),
        ('{"chapters": [{"title": "A"}]}', ["missing-start"]),
        ('{"chapters": [{"startTime": ""}]}', ["missing-start"]),
        ('{"chapters": [[]]}', ["missing-start"]),
        ('{"chapters": [{"startTime": 1, "title": 1}]}', ["wrong-type"]),
        ('{"chapters": [{"startTime": 2}, {"startTime": 1}]}', ["out-of-order"]),
        ('{"version": 9, "chapters": []}', ["wrong-type"]),
        ('{"version": "1.1.0", "title": null, "chapters": [{"startTime": 1, "url": ""}]}', []),
        ('{"chapters": [{"start": 1, "href": "a", "image": "b"}]}', ["other-key"] * 3),
        ('{"chapters": [{"startTime": 1, "mood": NaN}]}', ["unknown-key"]),
        (f"<psc:chapters {PSC} version='7'><psc:chapter start='1' href=''/></psc:chapters>", []),
        ("WEBVTT\n\n1\n00:00.000 --> 00:01.000\nA\n\n\n", []),
        ("WEBVTT\n\nNOTE 1\n\n00:00.000 --> 00:01.000 line:0\n<b>A\n", ["not-kept"] * 3),
        ("WEBVTT\n\n00:00 --> now\nA\n", ["not-a-time"]),
        ("TRACK 01 AUDIO\nINDEX 01 00:00:00\nTRACK 02 AUDIO", ["missing-start"]),
        ("0\t1\tA\nB", ["not-a-chapter"]),
        (
            "CHAPTER1=0:00\nCHAPTER1=0:01\nCHAPTER2NAME=A\nB",
            ["repeated-key", "not-a-chapter", "missing-start"],
        ),
        (";FFMETADATA\nmood=calm\n", ["unknown-key"]),
        (";FFMETADATA\ntitle=A\nTITLE=B\n", ["repeated-key"]),
        (";FFMETADATA\n[STREAM]\ntitle=A\n", ["unknown-section"]),
        (";FFMETADATA\ntitle\n", ["not-a-pair"]),
        (";FFMETADATA\n[CHAPTER]\nEND=1\n", ["missing-start"]),
        (";FFMETADATA\n[CHAPTER]\nSTART=1.5\n", ["wrong-type", "missing-start"]),
        (";FFMETADATA\n[CHAPTER]\nSTART=1\nTIMEBASE=1\n", ["wrong-type"]),
        (";FFMETADATA\n[CHAPTER]\nSTART=9\n[CHAPTER]\nSTART=1\n", ["out-of-order"]),
        (";FFMETADATA\n\n# x\n; y\n \n\n[CHAPTER] \nSTART=0\nEND=\ntitle=\n", []),
        (b"0:00 Caf\xe9", ["encoding"]),
        (b"\xef\xbb\xbf0:00 Caf\xe9", ["encoding"]),
        (b"\xff\xfe0\x00:\x000\x000\x00 \x00A\x00B", ["encoding"]),
        ("0:00 A\nor B\n", ["not-a-chapter"]),
        ("0:02 A\n0:01 B\n0:03 C\n0:01 D", ["out-of-order"] * 2),
        ("0:00 A\n\n \n0:00 B", []),
    ],
)
def test_what_was_forgiven_is_reported(text, ids):
    assert problems_of(text) == ids


@pytest.mark.parametrize("data", [b"0:00 Caf\xe9", b"\xef\xbb\xbf0:00 Caf\xe9"])
def test_bytes_that_are_not_utf_8_are_read_as_windows_1252(data):
    assert chapters.loads(data)[0].title == "Café"


@pytest.mark.parametrize(
    ("written", "start"),
    [
        ("94", 94),
        ("94.5", 94.5),
        ('"94.5"', 94.5),
        ('" 1:34.5 "', 94.5),
        ('"0:01:34,5"', 94.5),
        ("0", 0),
        ("-0.0", 0),
        ("1e3", 1000),
    ],
)
def test_times_of_json(written, start):
    assert chapters.loads(f'[{{"startTime": {written}}}]')[0].start == start


@pytest.mark.parametrize(
    "written",
    ["-1", "true", "null", "[]", "{}", "NaN", "Infinity", "1e999", '"inf"', '"soon"', "9" * 400],
)
def test_what_is_no_time_in_json(written):
    assert len(chapters.loads(f'{{"chapters": [{{"startTime": {written}}}]}}')) == 0


@pytest.mark.parametrize(
    ("base", "start"),
    [("1/1000", 12.0), ("1/1", 12000.0), ("1001/30000", 400.4), ("0/1", 0.0)],
)
def test_time_bases_of_ffmetadata(base, start):
    text = f";FFMETADATA1\n[CHAPTER]\nTIMEBASE={base}\nSTART=12000\n"
    assert chapters.loads(text)[0].start == start


def test_an_end_where_the_next_chapter_starts_is_read_as_absent():
    text = ";FFMETADATA1\n" + "".join(
        f"[CHAPTER]\nTIMEBASE=1/1\nSTART={start}\nEND={end}\n" for start, end in [(0, 5), (5, 9)]
    )
    found = chapters.loads(text)
    assert [chapter.end for chapter in found] == [None, 9.0]
    assert "START=0\nEND=5000\n" in chapters.dumps(found, format="ffmetadata")


@pytest.mark.parametrize(
    ("seconds", "written"),
    [(94, "94"), (94.0, "94"), (94.5, "94.5"), (0.1 + 0.2, "0.30000000000000004")],
)
def test_times_of_json_are_written_as_they_are(seconds, written):
    text = chapters.dumps(Chapters(chapters=[Chapter(start=seconds)]), format="json")
    assert f'"startTime": {written}\n' in text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0:00 - 1:05 Intro", [(0, 65, "Intro")]),
        ("0:00-1:05 Intro\n1:05–2:10 News", [(0, None, "Intro"), (65, 130, "News")]),
        ("0:00 – 1:00: Intro\n1:05 – 2:10 – News", [(0, 60, "Intro"), (65, 130, "News")]),
        ("(0:00 - 1:05) Intro\n[1:05-2:10] On", [(0, None, "Intro"), (65, 130, "On")]),
        ("0:00 - 1:05 Intro <a:b>", [(0, 65, "Intro")]),
        ("0:00 Intro\n1:05 8:15 to Graz", [(0, None, "Intro"), (65, None, "8:15 to Graz")]),
        ("1:05 - 0:30 Intro", [(65, None, "0:30 Intro")]),
        ("0:00 Intro [1:05]", [(0, None, "Intro [1:05]")]),
        ("0:00 - 1:05", [(0, None, "1:05")]),
    ],
)
def test_lines_of_text_may_give_ends_where_all_do(text, expected):
    found = chapters.loads(text, format="text")
    assert [(chapter.start, chapter.end, chapter.title) for chapter in found] == expected
