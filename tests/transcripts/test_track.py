"""Chromium, as a peer, shows every cue of the WebVTT that we write, as it is."""

from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread

import pytest

from podkit import Cue, Transcript, Word
from podkit.transcripts import vtt
from tests.pages.browser import browser
from tests.transcripts.golden import FILES

# What a <track> makes of a file: its cues, and what each shows as text.
CUES = """
const done = arguments[1];
// Times within a line are processing instructions of the document that shows the cue.
const times = fragment => {
    const found = [], walker = document.createTreeWalker(fragment, 0x40);
    while (walker.nextNode()) found.push(walker.currentNode.data);
    return found;
};
const video = document.createElement("video");
const track = document.createElement("track");
track.src = URL.createObjectURL(new Blob([arguments[0]], {type: "text/vtt"}));
track.default = true;
track.addEventListener("error", () => done("the track isn't WebVTT"));
track.addEventListener("load", () => done(Array.from(track.track.cues, cue => ({
    start: cue.startTime,
    end: cue.endTime,
    id: cue.id,
    line: cue.line,
    align: cue.align,
    text: cue.getCueAsHTML().textContent,
    speaker: cue.getCueAsHTML().querySelector("span[title]")?.title ?? null,
    styles: Array.from(cue.getCueAsHTML().querySelectorAll("i, b, u, ruby, [lang]"), style =>
        `${style.localName} ${style.className}`.trim()),
    times: times(cue.getCueAsHTML()),
}))));
video.append(track);
document.body.append(video);
track.track.mode = "hidden";
"""
TRANSCRIPTS = {
    "plain": Transcript(
        cues=[
            Cue(text="Hello.", start=0, end=2.5),
            Cue(text="Two lines,\nthe second – with ünïcödé.", start=2.5, end=2.75),
            Cue(text="5 < 7 > 3 & a <3 &amp; <b>", start=2.75, end=3600.001),
            Cue(text="An arrow --> within", start=3600.001, end=3601),
            Cue(text="NOTE this\nSTYLE\nWEBVTT", start=3601, end=360_000),
        ],
        language="en",
        title="Plain",
        comments=["nothing\nto see"],
    ),
    "speakers": Transcript(
        cues=[
            Cue(text="Hello.", start=0, end=1, speaker="Ann Lee"),
            Cue(text="Hello.", start=0, end=1, speaker="R&D > -->"),
            Cue(text="Hello.", start=0, end=0, speaker=".loud <Bo>"),
        ]
    ),
    "details": Transcript(
        cues=[
            Cue(
                text="Never gonna give",
                start=1,
                end=4,
                speaker="Ann",
                id="first --",
                words=[Word(text="Never", start=1), Word(text="gonna", start=2)],
                markup="Never <i.loud>gonna <b>give</b></i>",
                settings="line:3 align:left",
            )
        ],
        styles=["::cue { color: lime }"],
    ),
}


class Page(BaseHTTPRequestHandler):
    """An empty page: without a host's page around it, a browser loads no track."""

    def do_GET(self):
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_):
        """Say nothing."""


@pytest.fixture(scope="module")
def page():
    with ThreadingHTTPServer(("127.0.0.1", 0), Page) as server:
        thread = Thread(target=server.serve_forever)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


@pytest.fixture(scope="module")
def driver(page):
    with browser(400, 300) as driver:
        driver.set_script_timeout(30)
        driver.get(page)
        yield driver


def shown(driver, transcript):
    return driver.execute_async_script(CUES, vtt.dumps(transcript))


def check(driver, transcript):
    cues = shown(driver, transcript)
    assert [(cue["start"], cue["end"], cue["speaker"], cue["text"]) for cue in cues] == [
        (cue.start, cue.end, cue.speaker, cue.text) for cue in transcript.cues
    ]
    assert [cue["id"] for cue in cues] == [cue.id or "" for cue in transcript.cues]


@pytest.mark.parametrize("name", TRANSCRIPTS)
def test_a_track_has_the_times_texts_and_speakers_that_we_write(driver, name):
    check(driver, TRANSCRIPTS[name])


@pytest.mark.parametrize(
    "file", [file for file in FILES if file.suffix == ".vtt"], ids=lambda file: file.name
)
def test_a_track_has_the_cues_of_every_file_that_we_have_read(driver, file):
    read = vtt.read(file)
    # A track sorts its cues by their times.
    cues = [cue for cue in read.cues if cue.end >= cue.start]
    check(driver, Transcript(cues=sorted(cues, key=lambda cue: (cue.start, -cue.end))))


def test_a_track_has_the_styles_settings_and_times_of_words_that_we_write(driver):
    [cue] = shown(driver, TRANSCRIPTS["details"])
    assert cue["styles"] == ["i loud", "b"]
    assert (cue["line"], cue["align"]) == (3, "left")
    assert cue["times"] == ["00:00:02.000"]
