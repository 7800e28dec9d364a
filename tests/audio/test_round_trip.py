"""Whatever can be written reads back equal."""

import io
from itertools import pairwise

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

from podkit import AudioTags, Chapter, Chapters, Picture, UnrepresentableError, audio
from tests.audio.tags import DURATION, SILENCE, frame, tag, written

TEXT = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1),
    st.sampled_from(["ÿþ", "þÿ", "\ufeff", "\ufeffŝ", " ", "\n", "𝄞", "(17)", "Ā\u0100", "\x01"]),
)
LATIN_1 = st.text(st.characters(max_codepoint=255, exclude_characters="\0"), min_size=1)
TIMES = st.one_of(
    st.integers(0, 4000).map(lambda milliseconds: milliseconds / 1000),
    st.floats(0, 2**32 / 1000 - 2),
)
CHAPTERS = st.builds(
    Chapter,
    start=TIMES,
    end=st.none() | st.none() | TIMES,
    title=st.none() | TEXT,
    url=st.none() | LATIN_1,
    hidden=st.sampled_from([False, False, True]),
)
PICTURES = st.builds(
    Picture,
    data=st.binary(max_size=9),
    mime_type=LATIN_1,
    type=st.integers(0, 255),
    description=st.just("") | TEXT,
)
DATES = st.sampled_from(["2024", "2024-03", "2024-03-28", "2024-03-28T06", "2024-03-28T06:30:59"])
TAGS = st.fixed_dictionaries(
    {},
    optional={
        **dict.fromkeys(["title", "artist", "album", "genre", "comment", "description"], TEXT),
        **dict.fromkeys(["guid", "feed_url", "lyrics"], TEXT),
        "track": st.integers(0, 10**9 - 1),
        "date": DATES,
        "language": st.sampled_from(["en", "de", "gsw"]),
        "chapters": st.builds(
            Chapters,
            chapters=st.lists(CHAPTERS, max_size=5),
            **dict.fromkeys(
                ["title", "author", "podcast_name", "description", "file_name"], st.none() | TEXT
            ),
        ),
        "pictures": st.lists(PICTURES, max_size=2),
    },
).map(lambda given: AudioTags(**given))


def as_read(tags, duration):
    """Give the tags with their chapters in order, in milliseconds, without implied ends."""
    in_order = sorted(tags.chapters or (), key=lambda chapter: chapter.start)
    times = [attrs.evolve(chapter, start=round(chapter.start, 3)) for chapter in in_order]
    limits = [after.start for _, after in pairwise(times)] + [round(duration, 3)]
    chapters = [
        attrs.evolve(chapter, end=end(chapter, limit))
        for chapter, limit in zip(times, limits, strict=False)
    ]
    found = attrs.evolve(tags.chapters, chapters=chapters) if chapters else None
    return attrs.evolve(tags, chapters=found, duration=duration)


def end(chapter, limit):
    stated = None if chapter.end is None else round(chapter.end, 3)
    return None if stated == max(limit, chapter.start) else stated


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
