"""What is found in the files that a feed names, when they are fetched by what is passed in."""

import io
import ssl

import attrs
import pytest
from PIL import Image

from podkit import (
    AlternateEnclosure,
    ChaptersLink,
    Enclosure,
    EnclosureSource,
    Episode,
    LiveItem,
    Show,
    Trailer,
    TranscriptLink,
    checks,
)
from podkit.checks import Answer, fetched

MEDIA = "https://example.com/1.mp3"
COVER = "https://example.com/cover.png"
VTT = "https://example.com/1.vtt"
CHAPTERS = "https://example.com/1.json"
IDS = {rule.id for rule in fetched.RULES}


def picture(size=(1400, 1400), form="PNG", mode="RGB", **options):
    file = io.BytesIO()
    Image.new(mode, size).save(file, form, **options)
    return file.getvalue()


class Server:
    """Answers as it is told to, and remembers what it was asked."""

    def __init__(self, **answers):
        self.answers = answers
        self.asked = []

    def __call__(self, url, *, method, headers, limit):
        self.asked.append((method, url, dict(headers)))
        answer = self.answers.get(method, self.answers.get("ANY"))
        if isinstance(answer, Exception):
            raise answer
        content = answer.get("content", b"")[:limit]
        return Answer(**{"url": url, "status": 200} | answer | {"content": content})


def found(show, **answers):
    """List what is found of the rules for fetched files."""
    problems = checks.check(show, fetch=Server(**answers))
    return [(problem.id, problem.where) for problem in problems if problem.id in IDS]


def of_cover(address=COVER, /, HEAD=None, **answer):  # noqa: N803 -- a method of HTTP
    return found(Show(artwork=address), HEAD=HEAD or {}, GET={"content": picture()} | answer)


def of_media(enclosure=None, **answers):
    enclosure = enclosure or Enclosure(url=MEDIA, length=9, type="audio/mpeg")
    good = {"HEAD": {"headers": {"accept-ranges": "bytes"}}, "GET": {"status": 206}}
    return [
        identifier
        for identifier, _ in found(
            Show(episodes=[Episode(enclosures=[enclosure])]), **(good | answers)
        )
    ]


def of_transcript(content, headers=None, kind="text/vtt", duration=None):
    link = TranscriptLink(url=VTT, type=kind)
    show = Show(episodes=[Episode(transcript_links=[link], duration=duration)])
    headers = {"access-control-allow-origin": "*"} if headers is None else headers
    return found(show, GET={"content": content, "headers": headers})


def of_chapters(content, headers=None, duration=None):
    link = ChaptersLink(url=CHAPTERS, type="application/json+chapters")
    show = Show(episodes=[Episode(chapters_link=link, duration=duration)])
    headers = {"access-control-allow-origin": "*"} if headers is None else headers
    return found(show, GET={"content": content, "headers": headers})


GOOD_VTT = b"WEBVTT\n\n00:00.000 --> 00:09.000\nHello.\n"
GOOD_CHAPTERS = b'{"version": "1.2.0", "chapters": [{"startTime": 0, "title": "Fog"}]}'


def test_nothing_is_fetched_unless_asked_for():
    problems = checks.check(Show(artwork=COVER))
    assert IDS.isdisjoint(problem.id for problem in problems)


def test_good_files_are_good():
    assert of_cover() == []
    assert of_cover(content=picture(dpi=(72, 72))) == []
    assert of_cover("https://example.com/1.JPG", content=picture((3000, 3000), "JPEG")) == []
    assert of_media() == []
    assert of_transcript(GOOD_VTT) == []
    assert of_chapters(GOOD_CHAPTERS) == []


@pytest.mark.parametrize(
    ("status", "advice"),
    [(403, "let every app fetch it"), (410, "put the file there"), (429, "check again later")],
)
def test_what_to_do_goes_by_the_status(status, advice):
    problems = checks.check(Show(artwork=COVER), fetch=Server(ANY={"status": status}))
    [message] = [problem.message for problem in problems if problem.id == "file-unreachable"]
    assert f"status {status}; {advice}" in message


@pytest.mark.parametrize(
    ("answer", "identifier"),
    [
        ({"status": 404}, "file-unreachable"),
        (OSError("no route to host"), "file-unreachable"),
        (ssl.SSLCertVerificationError("expired"), "certificate-invalid"),
    ],
)
def test_a_file_that_is_not_there_is_found_once_wherever_it_is_named(answer, identifier):
    show = Show(
        artwork=COVER,
        episodes=[
            Episode(
                artwork=COVER + "?2",
                enclosures=[Enclosure(url=MEDIA)],
                transcript_links=[TranscriptLink(url=VTT)],
                chapters_link=ChaptersLink(url=CHAPTERS),
            )
        ],
    )
    assert found(show, ANY=answer) == [
        (identifier, "channel, itunes:image href"),
        (identifier, "item 1, itunes:image href"),
        (identifier, "item 1, enclosure url"),
        (identifier, "item 1, podcast:transcript url"),
        (identifier, "item 1, podcast:chapters url"),
    ]


@pytest.mark.parametrize(
    ("answer", "identifier"),
    [
        ({"seconds": 5.1}, "answer-slow"),
        ({"redirects": 6}, "redirects-many"),
        ({"url": "http://example.com/1.png"}, "redirect-to-http"),
        ({"content": b"GIF89a"}, "artwork-format"),
        ({"content": b"<html>"}, "artwork-format"),
        ({"content": picture((1399, 1399))}, "artwork-size"),
        ({"content": picture((3001, 3001))}, "artwork-size"),
        ({"content": picture((1400, 1500))}, "artwork-not-square"),
        ({"content": picture(mode="L")}, "artwork-colours"),
        ({"content": picture(form="JPEG")}, "artwork-suffix-differs"),
        ({"content": picture(dpi=(300, 300))}, "artwork-density"),
    ],
)
def test_a_cover_is_held_against_what_directories_ask(answer, identifier):
    assert of_cover(**answer) == [(identifier, "channel, itunes:image href")]


def test_a_cover_whose_name_says_nothing_may_be_either():
    assert of_cover("https://example.com/cover", content=picture(form="JPEG")) == []


def test_a_fast_and_near_answer_is_good():
    assert of_cover(seconds=0.2, redirects=5) == []
    assert of_cover("http://example.com/1.png", url="http://example.com/2.png") == []


@pytest.mark.parametrize(
    ("headers", "expected"),
    [
        ({"content-length": "8"}, ["length-differs"]),
        ({"content-length": "9"}, []),
        ({"content-length": "many"}, []),
        ({"content-type": "text/html; charset=utf-8"}, ["served-type-differs"]),
        ({"content-type": "Audio/MPEG; x=y"}, []),
        ({"content-type": "audio/mp3"}, []),
    ],
)
def test_the_head_of_a_media_file_is_held_against_the_feed(headers, expected):
    assert of_media(HEAD={"headers": headers}) == expected


def test_what_the_feed_does_not_say_is_not_compared():
    headers = {"content-length": "8", "content-type": "audio/mpeg"}
    assert of_media(Enclosure(url=MEDIA), HEAD={"headers": headers}) == []


def test_ranges_are_there_if_the_server_says_so_or_gives_one():
    assert of_media(HEAD={}, GET={"status": 206}) == []
    assert of_media(HEAD={"headers": {"accept-ranges": "Bytes"}}, GET={"status": 200}) == []
    assert of_media(HEAD={"headers": {"accept-ranges": "none"}}, GET={"status": 200}) == [
        "ranges-missing"
    ]
    assert of_media(HEAD={}, GET=OSError("reset")) == ["ranges-missing"]


@pytest.mark.parametrize("status", [405, 501])
def test_where_head_is_refused_the_first_byte_tells_of_the_file(status):
    part = {"status": 206, "headers": {"content-range": "bytes 0-0/8", "content-length": "1"}}
    assert of_media(HEAD={"status": status}, GET=part) == ["head-refused", "length-differs"]
    whole = {"status": 200, "headers": {"content-length": "9"}}
    assert of_media(HEAD={"status": status}, GET=whole) == ["head-refused", "ranges-missing"]
    assert of_media(HEAD={"status": status}, GET=OSError("reset")) == [
        "file-unreachable",
        "head-refused",
    ]


@pytest.mark.parametrize("status", [400, 403, 404])
def test_a_file_that_is_there_only_when_asked_for_is_there(status):
    part = {"status": 206, "headers": {"content-range": "bytes 0-0/9", "content-length": "1"}}
    assert of_media(HEAD={"status": status}, GET=part) == ["head-refused"]
    assert of_media(HEAD={"status": status}, GET={"status": status}) == ["file-unreachable"]


def test_a_server_of_covers_answers_to_head_and_is_asked_once():
    covers = [f"https://a.example/{number}.png" for number in range(3)]
    show = Show(artwork=covers[0], episodes=[Episode(artwork=cover) for cover in covers])
    server = Server(HEAD={"status": 405}, GET={"content": picture()})
    problems = checks.check(show, fetch=server)
    found = [problem.where for problem in problems if problem.id == "head-refused"]
    assert found == [f"{part}, itunes:image href" for part in ("channel", "item 2", "item 3")]
    assert [method for method, _, _ in server.asked] == ["GET", "HEAD", "GET", "GET"]
    assert of_cover(HEAD=OSError("reset")) == [("head-refused", "channel, itunes:image href")]


def test_trailers_are_asked_for():
    trailers = [Trailer(url=MEDIA), Trailer(url=f"{MEDIA}?2", length=9, type="video/mp4")]
    headers = {"content-type": "audio/mpeg", "content-length": "9", "accept-ranges": "bytes"}
    place = "channel, podcast:trailer url"
    found_in_trailers = found(Show(trailers=trailers), HEAD={"headers": headers})
    assert found_in_trailers == [("served-type-differs", place)]


def test_no_more_than_a_byte_of_a_media_file_is_asked_for():
    server = Server(HEAD={}, GET={"status": 206})
    checks.check(Show(episodes=[Episode(enclosures=[Enclosure(url=MEDIA)])]), fetch=server)
    assert server.asked == [("HEAD", MEDIA, {}), ("GET", MEDIA, {"Range": "bytes=0-0"})]


def test_other_versions_of_a_media_file_are_asked_for_too():
    sources = [
        EnclosureSource(uri="ipfs://Qm"),
        EnclosureSource(uri="https://example.com/1.opus"),
        EnclosureSource(
            uri="https://example.com/1.torrent", content_type="application/x-bittorrent"
        ),
    ]
    version = AlternateEnclosure(type="audio/opus", length=9, sources=sources)
    show = Show(episodes=[Episode(alternate_enclosures=[version])])
    headers = {"content-type": "audio/opus", "content-length": "9", "accept-ranges": "bytes"}
    path = "podcast:alternateEnclosure podcast:source uri"
    assert found(show, HEAD={"headers": headers}) == [("served-type-differs", f"item 1, {path}")]


def test_an_address_that_is_none_of_the_web_is_not_fetched():
    link = "file:///etc/passwd"
    episode = Episode(
        artwork=link,
        enclosures=[Enclosure(url=link)],
        transcript_links=[TranscriptLink(url=link)],
        chapters_link=ChaptersLink(url="1.json"),
    )
    server = Server()
    checks.check(Show(artwork="cover.png", episodes=[episode]), fetch=server)
    assert server.asked == []


def test_each_address_is_fetched_once():
    episode = Episode(artwork=COVER, transcript_links=[TranscriptLink(url=VTT)])
    other = attrs.evolve(episode, artwork="https://example.com/2.png")
    server = Server(ANY={})
    checks.check(Show(artwork=COVER, episodes=[episode, episode, other, other]), fetch=server)
    asked = [(method, url) for method, url, _ in server.asked]
    other = "https://example.com/2.png"
    assert asked == [("GET", COVER), ("HEAD", COVER), ("GET", VTT), ("GET", other)]


def test_what_is_on_air_is_not_asked_for():
    item = LiveItem(enclosures=[Enclosure(url=MEDIA)], transcript_links=[TranscriptLink(url=VTT)])
    assert found(Show(live_items=[item]), ANY={"status": 404}) == [
        ("file-unreachable", "liveItem 1, podcast:transcript url")
    ]


def test_a_transcript_is_read_as_what_the_feed_says():
    place = "item 1, podcast:transcript url"
    assert of_transcript(b"<html><p>Not found</p></html>") == [("transcript-unreadable", place)]
    assert of_transcript(GOOD_VTT, kind="text/markdown") == []
    assert of_transcript(GOOD_VTT, kind="application/json") == [("transcript-unreadable", place)]


def test_a_file_longer_than_is_read_is_not_judged():
    assert of_transcript(b"{" * 10_000_000, kind="application/json") == []


def test_chapters_are_read():
    place = "item 1, podcast:chapters url"
    assert of_chapters(b"<html></html>") == [("chapters-unreadable", place)]


def test_web_pages_must_be_let_in():
    place = "item 1, podcast:transcript url"
    assert of_transcript(GOOD_VTT, headers={}) == [("transcript-cors-missing", place)]
    place = "item 1, podcast:chapters url"
    assert of_chapters(GOOD_CHAPTERS, headers={}) == [("chapters-cors-missing", place)]


def test_players_in_web_pages_are_imitated():
    server = Server(ANY={"content": GOOD_VTT})
    checks.check(Show(episodes=[Episode(transcript_links=[TranscriptLink(url=VTT)])]), fetch=server)
    assert server.asked == [("GET", VTT, {"Origin": "https://example.com"})]


def test_what_a_transcript_says_is_checked_and_has_the_line_of_its_address():
    feed = (
        "<rss version='2.0' xmlns:podcast='https://podcastindex.org/namespace/1.0' "
        "xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd'><channel>\n<item>\n"
        f"<podcast:transcript url='{VTT}' type='text/vtt'/>\n"
        f"<podcast:transcript url='{VTT}?2' type='text/vtt'/>\n"
        "<itunes:duration>5</itunes:duration></item></channel></rss>"
    )
    content = b"WEBVTT\n\n00:07.000 --> 00:09.000\nHello.\n"
    problems = checks.check(feed.encode(), fetch=Server(ANY={"content": content}))
    late = [problem for problem in problems if problem.id == "cue-beyond-end"]
    assert [problem.line for problem in late] == [3, 4]
    assert late[0].where.startswith("item 1, podcast:transcript url, cues[0]")


def test_what_chapters_say_is_checked():
    link = ChaptersLink(url=CHAPTERS)
    content = b'{"version": "1.2.0", "chapters": [{"startTime": 0}, {"startTime": 60}]}'
    show = Show(episodes=[Episode(chapters_link=link, duration=30)])
    problems = checks.check(show, fetch=Server(ANY={"content": content}))
    assert "chapters-starts-beyond-duration" in [problem.id for problem in problems]


def test_profiles_and_levels_hold_for_fetched_files():
    show = Show(artwork=COVER)
    server = Server(ANY={"content": picture((9, 9))})

    def levels(**options):
        problems = checks.check(show, fetch=server, **options)
        return [problem.level for problem in problems if problem.id == "artwork-size"]

    assert levels() == ["error"]
    assert levels(profile="rss") == []
    assert levels(levels={"artwork-size": "info"}) == ["info"]
