"""Whatever can be written reads back equal."""

import io
from itertools import pairwise

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

from podkit import (
    AudioTags,
    Chapter,
    Chapters,
    Cue,
    Picture,
    Transcript,
    UnrepresentableError,
    audio,
)
from podkit.audio import id3
from tests.audio.tags import DURATION, SILENCE, frame, tag, written

TEXT = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1),
    st.sampled_from(["ÿþ", "þÿ", "\ufeff", "\ufeffŝ", " ", "\n", "𝄞", "(17)", "Ā\u0100", "\x01"]),
)
LATIN_1 = st.text(st.characters(max_codepoint=255, exclude_characters="\0"), min_size=1)
TIMES = st.one_of(
    st.integers(0, 4000).map(lambda milliseconds: milliseconds / 1000),
    st.floats(0, 2**32 / 1000 - 4),
)
PICTURES = st.builds(
    Picture,
    data=st.binary(max_size=9),
    mime_type=LATIN_1,
    type=st.integers(0, 255),
    description=st.just("") | TEXT,
)
NAMES = st.sampled_from(["a", "b", "toc", "toc0", "toc-a", "ch0", "part 1"])


@st.composite
def chapters_of(draw, within, hidden):
    """Chapters, some of which hold others."""
    start, length = draw(TIMES), draw(st.none() | st.none() | st.integers(0, 2000))
    return Chapter(
        start=start,
        end=None if length is None else start + length / 1000,
        title=draw(st.none() | TEXT),
        url=draw(st.none() | LATIN_1),
        image=draw(st.none() | LATIN_1),
        picture=draw(st.none() | PICTURES),
        hidden=draw(hidden),
        element_id=draw(st.none() | st.none() | NAMES),
        chapters=draw(within),
    )


NONE, SHOWN = st.just(()), st.just(value=False)
DEEP = st.lists(chapters_of(NONE, SHOWN), max_size=2)
CHAPTERS = st.one_of(
    chapters_of(NONE, st.booleans()),
    chapters_of(st.lists(chapters_of(DEEP, SHOWN), max_size=2), SHOWN),
)
LINES = st.lists(st.tuples(TEXT, st.integers(0, 900), st.none() | st.integers(0, 900)), max_size=5)


@st.composite
def transcripts(draw):
    """Cues that follow each other, some with ends."""
    cues, time = [], 0
    for text, pause, length in draw(LINES):
        start = time + pause
        time = start + (length or 0)
        end = None if length is None else time / 1000
        cues.append(Cue(text=text, start=start / 1000, end=end))
    return Transcript(cues=cues, language=draw(LANGUAGES | st.none()))


LANGUAGES = st.sampled_from(["en", "de", "gsw"])
DATES = st.sampled_from(["2024", "2024-03", "2024-03-28", "2024-03-28T06", "2024-03-28T06:30:59"])
TAGS = st.fixed_dictionaries(
    {},
    optional={
        **dict.fromkeys(["title", "artist", "album", "genre", "comment", "description"], TEXT),
        **dict.fromkeys(["category", "keywords", "guid", "feed_url", "lyrics"], TEXT),
        "track": st.integers(0, 10**9 - 1),
        "date": DATES,
        "language": LANGUAGES,
        "transcript": transcripts(),
        "chapters": st.builds(
            Chapters,
            chapters=st.lists(CHAPTERS, min_size=1, max_size=5),
            **dict.fromkeys(
                ["title", "author", "podcast_name", "description", "file_name"], st.none() | TEXT
            ),
        ),
        "pictures": st.lists(PICTURES, max_size=2),
    },
).map(lambda given: AudioTags(**given))


def as_read(tags, duration):
    """Give the tags with their chapters in order, in milliseconds, without implied ends."""
    chapters = without_implied_ends(tags.chapters or (), duration)
    found = attrs.evolve(tags.chapters, chapters=chapters) if chapters else None
    return attrs.evolve(tags, chapters=found, duration=duration)


def without_implied_ends(chapters, limit):
    in_order = sorted(chapters, key=lambda chapter: (round(chapter.start, 3), chapter.hidden))
    starts = [round(chapter.start, 3) for chapter in in_order]
    limits = [max(pair) for pair in pairwise(starts)]
    limits += [max(round(limit, 3), *starts[-1:])] if starts else []
    return [
        attrs.evolve(
            chapter,
            start=start,
            end=None
            if chapter.end is None or round(chapter.end, 3) == implied
            else round(chapter.end, 3),
            chapters=without_implied_ends(
                chapter.chapters, implied if chapter.end is None else chapter.end
            ),
        )
        for chapter, start, implied in zip(in_order, starts, limits, strict=True)
    ]


@settings(max_examples=150, deadline=None)
@given(TAGS, TAGS)
def test_tags_are_refused_or_read_back_equal(tags, older):
    unknown = frame("XYZ1", b"anything")
    old = tag(unknown)
    try:
        old = written(older, old)[: -len(SILENCE)]
        file = written(tags, old)
    except UnrepresentableError:
        return
    assert audio.read(io.BytesIO(file)) == as_read(tags, DURATION)
    assert file.endswith(SILENCE)
    assert unknown in file
    assert written(tags, file[: -len(SILENCE)]) == file


@settings(max_examples=150, deadline=None)
@given(TAGS, TAGS, st.tuples(*[st.sampled_from([3, 4])] * 2))
def test_tags_of_both_versions_read_back_equal(tags, older, versions):
    unknown = frame("XYZ1", b"anything")
    try:
        old = id3.update(tag(unknown), attrs.evolve(older, duration=9), version=versions[0])
        new = id3.update(old, attrs.evolve(tags, duration=9), version=versions[1])
    except UnrepresentableError:
        return
    assert id3.loads(new, duration=9) == as_read(tags, 9)
    assert new[3] == versions[1]
    assert b"XYZ1" in new
    assert id3.update(new, attrs.evolve(tags, duration=9), version=versions[1]) == new


@settings(max_examples=50, deadline=None)
@given(TAGS)
def test_a_tag_alone_reads_back_equal(tags):
    try:
        data = audio.dumps(attrs.evolve(tags, duration=9))
    except UnrepresentableError:
        return
    read = audio.loads(data)
    assert attrs.evolve(read, chapters=None) == attrs.evolve(tags, chapters=None, duration=None)
    assert as_read(read, 9).chapters == as_read(tags, 9).chapters
