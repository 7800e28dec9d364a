"""Whatever can be written reads back equal."""

import math
from itertools import pairwise

import attrs
from hypothesis import given, settings
from hypothesis import strategies as st

from podkit import Chapter, Chapters, UnrepresentableError, chapters

# Any text, with a liking for what one of the formats treats specially.
ANY_TEXT = st.lists(
    st.one_of(
        st.sampled_from("=;#\\[]{\n\r\0\u2028\ufeff\ud800 -:()é🌊"),
        st.sampled_from(["1:05", "[CHAPTER]", "title="]),
        st.text(max_size=4),
    ),
    max_size=4,
).map("".join)
PLAIN_TEXT = st.text("aä🌊", min_size=1, max_size=4)
TEXT = st.one_of(PLAIN_TEXT, PLAIN_TEXT, ANY_TEXT)
MILLISECONDS = st.integers(0, 10**8).map(lambda count: count / 1000)
ANY_TIME = st.one_of(MILLISECONDS, st.floats(0, allow_nan=False, allow_infinity=False))


def in_order(**fields):
    chapter = st.builds(Chapter, start=MILLISECONDS, title=TEXT, **fields)
    return st.lists(chapter, max_size=4).map(lambda found: sorted(found, key=lambda c: c.start))


def with_facts(of_chapters, **fields):
    values = st.fixed_dictionaries({"chapters": of_chapters}, optional=fields)
    return values.map(lambda given: Chapters(**given))


ANY_CHAPTERS = with_facts(
    st.lists(
        st.builds(
            Chapter,
            start=ANY_TIME,
            title=st.none() | TEXT,
            end=st.none() | ANY_TIME,
            url=st.none() | TEXT,
            image=st.none() | TEXT,
            hidden=st.booleans(),
        ),
        max_size=4,
    ),
    **dict.fromkeys(["author", "title", "podcast_name", "description", "file_name"], TEXT),
    waypoints=st.sampled_from([None, True, False]),
)
CARRIED_BY_FFMETADATA = with_facts(
    in_order(end=st.none() | MILLISECONDS).map(
        lambda found: [*found, Chapter(start=10**5, end=10**5 + 1.5)]
    ),
    **dict.fromkeys(["author", "title", "podcast_name", "description"], TEXT),
)
CARRIED_BY_TEXT = with_facts(in_order())


def written(module, value):
    """Write a value, or give None where the format refuses it."""
    try:
        return module.dumps(value)
    except UnrepresentableError:
        return None


def check_stable(module, value):
    text = written(module, value)
    if text is not None:
        assert module.dumps(module.loads(text)) == text
        assert chapters.loads(text.encode()) == module.loads(text)


@settings(max_examples=200, deadline=None)
@given(ANY_CHAPTERS)
def test_json_reads_back_equal(value):
    text = written(chapters.json, value)
    assert text is None or chapters.json.loads(text) == value
    check_stable(chapters.json, value)


@settings(max_examples=200, deadline=None)
@given(CARRIED_BY_FFMETADATA)
def test_ffmetadata_reads_back_equal_but_for_ends_that_say_nothing(value):
    text = written(chapters.ffmetadata, value)
    assert text is None or chapters.ffmetadata.loads(text) == without_implied_ends(value)


def without_implied_ends(value):
    followed = [
        attrs.evolve(chapter, end=None if chapter.end == following.start else chapter.end)
        for chapter, following in pairwise(value)
    ]
    return attrs.evolve(value, chapters=[*followed, *value[-1:]])


@settings(max_examples=200, deadline=None)
@given(CARRIED_BY_TEXT)
def test_text_reads_back_equal(value):
    text = written(chapters.text, value)
    assert text is None or chapters.text.loads(text) == value


@settings(max_examples=200, deadline=None)
@given(ANY_CHAPTERS | CARRIED_BY_FFMETADATA | CARRIED_BY_TEXT)
def test_what_is_read_from_our_text_is_written_as_the_same_text(value):
    check_stable(chapters.ffmetadata, value)
    check_stable(chapters.text, value)


@settings(max_examples=50, deadline=None)
@given(ANY_TIME)
def test_any_time_is_written_to_the_millisecond_or_refused(start):
    """To the millisecond, that is, as far as a float can tell it."""
    near = 0.0005 + math.ulp(start)
    value = Chapters(chapters=[Chapter(start=start, end=start, title="A")])
    text = written(chapters.ffmetadata, value)
    assert text is None or abs(chapters.ffmetadata.loads(text)[0].start - start) <= near
    text = written(chapters.text, Chapters(chapters=[Chapter(start=start, title="A")]))
    assert text is None or abs(chapters.text.loads(text)[0].start - start) <= near
