"""Whatever can be written reads back equal, in every format and from each to every other."""

import math
from itertools import pairwise

import attrs
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from podkit import Chapter, Chapters, Extension, Location, UnrepresentableError, chapters
from podkit._carry import carried, walk

FORMATS = {name: row.verbs for name, row in chapters._FORMATS.rows.items()}
every_format = pytest.mark.parametrize("name", FORMATS)

# Any text, with a liking for what one of the formats treats specially.
ANY_TEXT = st.lists(
    st.one_of(
        st.sampled_from("=;#\\[]{<>&\"'\n\r\t\0\u2028\ufeff\ud800 -:()é🌊"),
        st.sampled_from(["1:05", "[CHAPTER]", "title=", "-->", "&amp;", "<a:b>", "TRACK 1"]),
        st.text(max_size=4),
    ),
    max_size=4,
).map("".join)
PLAIN_TEXT = st.text("aä🌊", min_size=1, max_size=4)
TEXT = st.one_of(PLAIN_TEXT, PLAIN_TEXT, ANY_TEXT)
URL = PLAIN_TEXT.map("https://example.com/{}".format) | TEXT
# Times that every format holds, but for cue sheets those of any frame.
SECONDS = st.integers(0, 10**5).map(float)
MILLISECONDS = st.integers(0, 10**8).map(lambda count: count / 1000)
FRAMES = st.integers(0, 10**6).map(lambda count: count / 75)
ANY_TIME = st.one_of(MILLISECONDS, FRAMES, st.floats(0, allow_nan=False, allow_infinity=False))
# The finest times of those formats that don't hold any.
TIMES = {
    "json": ANY_TIME,
    "psc": ANY_TIME,
    "cue": FRAMES,
    "labels": st.integers(0, 10**11).map(lambda count: count / 10**6),
    "matroska": st.integers(0, 10**14).map(lambda count: count / 10**9),
}

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | TEXT,
    lambda inner: st.lists(inner, max_size=2) | st.dictionaries(TEXT, inner, max_size=2),
    max_leaves=3,
)
NAMES = st.sampled_from(["mood", "url", "href", "image", "endTime", "location", "version"]) | TEXT
KEYS = st.builds(
    Extension,
    kind=st.just("json"),
    name=NAMES,
    text=JSON.map(lambda value: chapters.json._spelled(value) or "1"),
)
ELEMENTS = st.builds(
    Extension,
    kind=st.sampled_from(["element", "attribute"]),
    name=st.sampled_from(["mood", "start", "title", "ChapterUID", "{https://example.com/ns}mood"]),
    text=TEXT,
    parent=st.sampled_from([None, None, "ChapterDisplay"]),
)
EXTENSIONS = {name: st.lists(KEYS if name == "json" else ELEMENTS, max_size=2) for name in FORMATS}
NEEDED = dict.fromkeys(FORMATS, ("start",)) | {"text": ("start", "title")}
LOCATIONS = st.builds(
    Location,
    text=TEXT,
    geo=st.none() | TEXT,
    rel=st.none() | TEXT,
    extensions=st.lists(KEYS, max_size=1),
)


def field_values(name, time):
    """Make strategies of what the fields of a chapter may hold in a format."""
    return {
        "start": time,
        "title": TEXT,
        "end": time,
        "url": URL,
        "image": URL,
        "hidden": st.booleans(),
        "location": LOCATIONS,
        "element_id": TEXT,
        "chapters": st.lists(st.builds(Chapter, start=time, title=TEXT), max_size=2),
        "extensions": EXTENSIONS[name],
    }


def lists(name, fields=None):
    """Make a strategy of chapters in order, with fields that a format carries."""
    carries = FORMATS[name].CARRIES
    known = {
        field: held
        for field, held in field_values(name, TIMES.get(name, MILLISECONDS)).items()
        if field in carries.of_chapter or (field == "extensions" and carries.extensions)
    }
    chosen = {field: known[field] for field in fields or known}
    needed = {field: chosen.pop(field) for field in NEEDED[name]}
    chapter = st.fixed_dictionaries(needed, optional=chosen).map(lambda given: Chapter(**given))
    of_list = {
        field: st.booleans() if field == "waypoints" else TEXT
        for field in carries.of_list
        if fields is None
    }
    if fields is None and carries.extensions:
        of_list["extensions"] = EXTENSIONS[name]
    members = st.lists(chapter, min_size=1, max_size=4).map(
        lambda found: sorted(found, key=lambda member: member.start)
    )
    return st.fixed_dictionaries({"chapters": members}, optional=of_list).map(
        lambda given: (
            chapters.with_ends(Chapters(**given), 10**6)
            if name in ("ffmetadata", "vtt")
            else Chapters(**given)
        )
    )


def written(module, value):
    """Write a value, or give None where the format refuses it."""
    try:
        return module.dumps(value)
    except UnrepresentableError:
        return None


def without_implied_ends(value):
    freed = [
        attrs.evolve(chapter, end=None if chapter.end == following.start else chapter.end)
        for chapter, following in pairwise(value)
    ]
    return attrs.evolve(value, chapters=[*freed, *value[-1:]])


def reads_as(name, value):
    """Give what a format reads of a value: two of them have no ends that say nothing."""
    return without_implied_ends(value) if name in ("ffmetadata", "vtt") else value


@every_format
@settings(max_examples=150, deadline=None)
@given(st.data())
def test_what_is_written_reads_back_equal(name, data):
    value = data.draw(lists(name))
    text = written(FORMATS[name], value)
    assert text is None or FORMATS[name].loads(text) == reads_as(name, value)


@every_format
def test_most_values_are_written(name):
    """That is, the test above doesn't pass because all is refused."""
    counts = {True: 0, False: 0}

    @settings(max_examples=40, deadline=None, database=None, derandomize=True)
    @given(lists(name, FIELDS_OF_ALL & set(FORMATS[name].CARRIES.of_chapter)))
    def count(value):
        counts[written(FORMATS[name], value) is not None] += 1

    count()
    assert counts[True] > counts[False] / 4


FIELDS_OF_ALL = {"start", "title", "end"}


@every_format
@settings(max_examples=100, deadline=None)
@given(st.data())
def test_what_is_read_from_our_text_is_written_as_the_same_text(name, data):
    other = data.draw(st.sampled_from(sorted(FORMATS)))
    value = carried(data.draw(lists(other)), FORMATS[name].CARRIES, lossy=True)
    text = written(FORMATS[name], value)
    if text is not None:
        found = FORMATS[name].loads(text)
        assert FORMATS[name].dumps(found) == text
        assert chapters.loads(text.encode()) == found


@every_format
@settings(max_examples=100, deadline=None)
@given(st.data())
def test_what_two_formats_carry_goes_from_each_to_the_other(name, data):
    other = data.draw(st.sampled_from(sorted(FORMATS)))
    shared = set(FORMATS[name].CARRIES.of_chapter) & set(FORMATS[other].CARRIES.of_chapter)
    fields = {field: held for field, held in field_values(name, SECONDS).items() if field in shared}
    chapter = st.builds(Chapter, **fields | {"title": PLAIN_TEXT})
    members = data.draw(st.lists(chapter, min_size=1, max_size=3))
    value = Chapters(chapters=sorted(members, key=lambda member: member.start))
    if {name, other} & {"ffmetadata", "vtt"}:
        assume("end" in shared)
        value = chapters.with_ends(value, 10**6)
    text = written(FORMATS[name], value)
    there = written(FORMATS[other], value)
    if text is not None and there is not None:
        found = FORMATS[other].loads(FORMATS[other].dumps(FORMATS[name].loads(text)))
        assert found == reads_as(other, reads_as(name, value))


@every_format
@settings(max_examples=60, deadline=None)
@given(st.data())
def test_any_chapters_fit_when_what_does_not_fit_may_be_lost(name, data):
    other = data.draw(st.sampled_from(sorted(FORMATS)))
    value = data.draw(lists(other))
    carries = FORMATS[name].CARRIES
    less = carried(value, carries, lossy=True)
    assert carried(less, carries, lossy=False) == less
    shown = [c for _, c in walk(value) if "hidden" in carries.of_chapter or not c.hidden]
    assert sorted(c.start for _, c in walk(less)) == sorted(c.start for c in shown)
    if text := written(FORMATS[name], less):
        assert chapters.dumps(value, format=name, lossy=True) == text


@settings(max_examples=50, deadline=None)
@given(ANY_TIME)
def test_any_time_is_written_to_the_unit_of_the_format_or_refused(start):
    """To the unit, that is, as far as a float can tell it."""
    units = {"ffmetadata": 1e-3, "text": 1e-3, "vtt": 1e-3, "ogm": 1e-3, "cue": 1 / 75}
    units |= {"labels": 1e-6, "matroska": 1e-9}
    for name, unit in units.items():
        end = start + 1 if name in ("ffmetadata", "vtt") else None
        text = written(FORMATS[name], Chapters(chapters=[Chapter(start=start, end=end, title="A")]))
        near = unit / 2 + 2 * math.ulp(start)
        assert text is None or abs(FORMATS[name].loads(text)[0].start - start) <= near
