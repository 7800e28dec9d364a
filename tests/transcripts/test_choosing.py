import io

import pytest

from podkit import Cue, ParseError, Transcript, UnsupportedFormatError, transcripts
from tests.transcripts.values import FORMATS

HELLO = Transcript(cues=[Cue(text="Hello.", start=1, end=2.5)])
STARTS = {
    "WEBVTT\n\n": "vtt",
    "\ufeffWEBVTT\tnotes\n": "vtt",
    "\n\nWEBVTT\n": "vtt",
    "WEBVTTER\n": "text",
    '{"segments": []}': "json",
    "[\n []]": "text",
    '[\n {"body": "Hello."}]': "json",
    "[]": "json",
    "[1] is a note.": "text",
    "[0:01] Hello.": "text",
    "[laughs] Hello.": "text",
    "\n<p>Hello.</p>": "html",
    "<!DOCTYPE html>": "html",
    "<CITE>Ann:</CITE>": "html",
    "<b>Ann:</b><p>Hello.": "html",
    "</div>\n<div>Ann: Hello.</div>": "html",
    "<?xml version='1.0'?><html><p>Hi.</p></html>": "html",
    "<3 to all": "text",
    "<b>Ann:</b> Hello.\n\n<i>Bo:</i> Hi.": "text",
    "<laughs> Hello.": "text",
    "<ann> Hello, all.\n<bo> Hi <b>you</b>.": "text",
    "**Ann:** Hello.": "markdown",
    "[0:01] **Ann:** Hello.": "markdown",
    "# Fog\n\nHello.": "markdown",
    "---\r\ntitle: Fog\r\n---\r\n": "markdown",
    "#1 is\n\nHello.": "text",
    "---\nHello.": "text",
    "** Hello.": "text",
    "1\n00:00:01,000 --> 00:00:02,000\nHi": "srt",
    "\r\n00:00:01,000 --> 00:00:02,000\r\nHi": "srt",
    "\n-0:01.5 --> 0:02\nHi": "srt",
    "1\r\n00:00:01,000 -> 00:00:02,000\r\nHi": "srt",
    "0:01 -> 0:02 is what we do.": "text",
    "first\n\n00:01.000 --> 00:02.000\nHi": "srt",
    "By Ann\nann.example\n\n1\n00:00:01,000 --> 00:00:02,000\nHi": "srt",
    "0:00:01.000,0:00:02.000\n00:00:01,000 --> 00:00:02,000\n": "sbv",
    "0:00:01.000,0:00:02.000\r\nHi": "sbv",
    "00:00:01,000,00:00:02,000\nHi": "sbv",
    "[INFORMATION]\n0:00:01.000,0:00:02.000\nHi": "sbv",
    "Dear all,\n5 --> 6 is what we do.": "text",
    "{laughs} Hello.": "text",
    "[{laughs}] Hello.": "text",
    "[by: the sea] Hello.": "text",
    "Hello.\n\nGoodbye.": "text",
    "": "text",
}


@pytest.mark.parametrize(("start", "name"), STARTS.items())
def test_picks_the_format_by_content(start, name):
    assert transcripts.loads(start) == FORMATS[name].loads(start)
    assert transcripts.loads(start.encode()) == FORMATS[name].loads(start)


PARAGRAPH = "<body><div><p begin='1s' end='2s'>Hello.</p></div></body>"


@pytest.mark.parametrize(
    "prolog",
    [
        "<?xml version='1.0'?>\n<!-- a -> b, see <x> -->\n",
        f"<!-- {'All rights reserved. ' * 99} -->",
        "<!DOCTYPE tt [<!ELEMENT tt (head?, body?)> <!-- ]; -->]>",
        "<!DOCTYPE tt PUBLIC 'a' 'b'><?xml-stylesheet href='a>b'?>",
    ],
)
@pytest.mark.parametrize("prefix", ["", "tt:", "ns-0:"])
def test_ttml_is_known_whatever_stands_before_it(prolog, prefix):
    namespace = f"xmlns{prefix and ':'}{prefix[:-1]}='http://www.w3.org/ns/ttml'"
    body = PARAGRAPH.replace("<", f"<{prefix}").replace(f"<{prefix}/", f"</{prefix}")
    found = transcripts.loads(f"{prolog}<{prefix}tt {namespace}>{body}</{prefix}tt>")
    assert found.cues == (Cue(text="Hello.", start=1, end=2),)


@pytest.mark.parametrize(
    ("data", "kind"),
    {
        b"\xff\xfb\x90d" * 9: "MP3 audio",
        b"ID3\x04": "MP3 audio",
        b"....ftypM4A ": "audio or video",
        b"\x89PNG\r\n\x1a\n": "a picture",
        b"\x1f\x8b\x08": "data packed by gzip; unpack it",
        b"PK\x05\x06": "an archive, such as",
    }.items(),
)
def test_what_is_no_text_is_refused(data, kind):
    for name in (None, "vtt", "text"):
        with pytest.raises(ParseError, match=f"^expected text, found {kind}"):
            transcripts.loads(data, format=name)


@pytest.mark.parametrize("text", ["null", "[1,2]\n"])
def test_json_without_an_object_is_no_plain_text(text):
    with pytest.raises(ParseError, match="expected a list named 'segments'"):
        transcripts.loads(text)


@pytest.mark.parametrize(
    ("data", "found"),
    {
        "<rss><channel><item><p>Hi.</p></item></channel></rss>": "an RSS feed, which podkit.rss",
        "\n<?xml version='1.0'?>\n<!-- x -->\n<rss version='2.0'>": "an RSS feed, which podkit.rss",
        '<rdf:RDF xmlns="x"></rdf:RDF>': "an RSS feed, which podkit.rss reads",
        '<feed xmlns="http://www.w3.org/2005/Atom">': "an Atom feed, which podkit.atom reads",
        "<opml></opml>": "a list of feeds, which podkit.opml reads",
        "<?xml version='1.0'?><Chapters/>": "chapters, which podkit.chapters reads",
        "<psc:chapters version='1.2'/>": "chapters, which podkit.chapters reads",
        "<SAMI><body><sync start=1><p>Hi.": "SAMI captions, which podkit doesn't read",
        "<?xml version='1.0'?><timedtext><p t='1'>Hi.": "YouTube's timed text, which podkit",
    }.items(),
)
def test_a_feed_is_refused_as_such(data, found):
    with pytest.raises(ParseError, match=f"^expected HTML, found {found}"):
        transcripts.loads(data)


def test_a_page_in_which_nothing_is_said_is_refused():
    page = "<!DOCTYPE html><title>Ep 12</title><div id=app></div><script src=app.js></script>"
    for other in (page, "<?xml version='1.0'?><smil/>"):
        with pytest.raises(ParseError, match="found XML or a page that a script is to fill"):
            transcripts.loads(other)
    table = "<table><tr><td>Hi.</td></tr></table>"
    for page in ("<html><body><h1>Hi.</h1></body></html>", "<b>Hi.</b><br>Hello.", table):
        with pytest.raises(ParseError, match=r"expected paragraphs \(<p>\), found other text: 'Hi"):
            transcripts.loads(page)


def test_an_object_with_the_wrong_quotes_is_no_plain_text():
    with pytest.raises(ParseError, match="line 1: this isn't JSON: "):
        transcripts.loads("{'segments': []}")


@pytest.mark.parametrize("name", FORMATS)
def test_reads_the_format_that_it_is_told(name):
    written = FORMATS[name].dumps(HELLO)
    assert transcripts.loads(written, format=name) == HELLO
    assert transcripts.read(io.BytesIO(written.encode()), format=name) == HELLO


@pytest.mark.parametrize(
    ("file", "name"),
    {
        "a.vtt": "vtt",
        "a.SRT": "srt",
        "a.json": "json",
        "a.html": "html",
        "a.htm": "html",
        "a.md": "markdown",
        "a.txt": "text",
    }.items(),
)
def test_picks_the_format_by_suffix(tmp_path, file, name):
    path = tmp_path / file
    transcripts.write(HELLO, path)
    assert path.read_text() == FORMATS[name].dumps(HELLO) == transcripts.dumps(HELLO, format=name)
    assert transcripts.read(str(path)) == FORMATS[name].read(path) == HELLO


@pytest.mark.parametrize("name", FORMATS)
def test_writes_the_format_that_it_is_told(tmp_path, name):
    path = tmp_path / "transcript"
    transcripts.write(HELLO, path, format=name)
    assert path.read_text() == FORMATS[name].dumps(HELLO)


def test_a_suffix_that_no_format_has_is_an_error(tmp_path):
    with pytest.raises(UnsupportedFormatError, match=r"'.*/a\.doc'; give format="):
        transcripts.write(HELLO, tmp_path / "a.doc")
    assert not (tmp_path / "a.doc").exists()


def test_a_name_that_no_format_has_is_an_error():
    with pytest.raises(UnsupportedFormatError, match="no transcript format 'doc'; it has vtt, "):
        transcripts.loads("Hello.", format="doc")


@pytest.mark.parametrize("name", FORMATS)
def test_what_is_left_out_is_reported(name):
    problems = []
    transcript = Transcript(cues=[*HELLO.cues, Cue(text=" ")])
    written = transcripts.dumps(transcript, format=name, on_problem=problems.append)
    file = io.BytesIO()
    transcripts.write(transcript, file, format=name, on_problem=problems.append)
    assert file.getvalue().decode() == written
    assert [problem.id for problem in problems] == ["empty-cue", "empty-cue"]
