"""Pages of every shape that an HTML page carries: white space tidy, nothing empty."""

from datetime import UTC

from hypothesis import strategies as st

from podkit import (
    AtomLink,
    Chapter,
    Chapters,
    ChaptersLink,
    Cue,
    Enclosure,
    Episode,
    EpisodePage,
    Section,
    Show,
    ShowNotes,
    Transcript,
    TranscriptLink,
)
from podkit._markup.blocks import tidy_line, visible
from tests.notes.strategies import headings, paragraphs, untidy

lines = untidy.map(lambda text: tidy_line(text, "") or "Fog")
texts = st.lists(lines, min_size=1, max_size=2).map("\n".join)
numbers = st.none() | st.integers(0, 9999)
times = st.none() | st.integers(0, 10**7).map(lambda milliseconds: milliseconds / 1000)
addresses = st.sampled_from(["https://example.com/a?b=c&d", "relative.jpg"])
urls = st.none() | addresses

enclosures = st.builds(
    Enclosure,
    url=addresses,
    length=st.none() | st.integers(1, 10**9),
    type=st.none() | st.just("audio/mpeg"),
)
episodes = st.builds(
    Episode,
    title=lines,
    number=numbers,
    season=numbers,
    link=urls,
    published=st.none() | st.datetimes(timezones=st.just(UTC)),
    duration=times,
    enclosures=st.lists(enclosures, max_size=1),
    itunes_author=st.none() | lines,
    subtitle=st.none() | lines,
    transcript_links=st.lists(
        st.builds(
            TranscriptLink,
            url=addresses,
            type=st.sampled_from([None, "text/vtt"]),
            language=st.sampled_from([None, "de"]),
        ),
        max_size=2,
    ),
    chapters_link=st.none() | st.just(ChaptersLink(url="chapters.json", type="application/json")),
    atom_links=st.lists(
        st.builds(AtomLink, href=addresses, rel=st.just("next"), title=st.none() | lines),
        max_size=1,
    ),
)
shows = st.builds(
    Show,
    title=st.none() | lines,
    link=urls,
    artwork=urls,
    copyright=st.none() | lines,
    atom_links=st.lists(st.just(AtomLink(href="feed.xml", rel="self")), max_size=1),
)
# A section for the transcript holds it, not text of its own.
sections = st.builds(
    Section,
    kind=st.sampled_from(["summary", "promotion", "links", "player", "other"]),
    heading=st.none() | headings,
    paragraphs=st.lists(paragraphs, max_size=3),
)
spoken = st.builds(Section, kind=st.just("transcript"), heading=st.none() | headings)
speakers = st.none() | st.sampled_from(["Ann", "Dr. Bob: Lee", "<b>", "Two"])
cues = st.builds(
    Cue,
    text=texts.filter(lambda text: text[0] not in "[("),
    start=times,
    end=times,
    speaker=speakers,
)
chapters = st.builds(
    Chapter,
    start=st.floats(0, 10**6),
    title=st.none() | lines,
    end=times,
    url=urls,
    image=urls,
    hidden=st.booleans(),
)


@st.composite
def pages(draw):
    notes = draw(st.lists(sections, max_size=3))
    transcript = draw(st.none() | st.lists(cues, min_size=1, max_size=3))
    if transcript:
        notes.insert(draw(st.integers(0, len(notes))), draw(spoken))
    marks = draw(st.lists(chapters, max_size=3))
    return EpisodePage(
        show=draw(shows),
        episode=draw(episodes),
        heading=draw(lines),
        image_text=draw(st.none() | lines.map(visible)),
        notes=ShowNotes(sections=notes),
        transcript=Transcript(cues=transcript, language=draw(st.sampled_from([None, "de"])))
        if transcript
        else None,
        chapters=Chapters(chapters=marks) if marks else None,
    )
