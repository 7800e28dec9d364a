"""Chapters in ID3 tags: tables of contents, names, pictures, and what others make of them."""

from itertools import pairwise

import attrs
import pytest

from podkit import AudioTags, Chapter, Chapters, Extension, Location, Picture, UnrepresentableError
from podkit.audio import id3
from tests.audio.tags import chap, ctoc, frame, frame_names, problems_of, syncsafe, tag, text

PICTURE = frame("APIC", b"\0image/png\0\3\0DATA")
LINK = frame("APIC", b"\0-->\0\0\0https://a.example/a.png")


def table(name, title, *entries):
    """Make a table of contents with a title, as the addendum has it."""
    names = b"".join(entry.encode() + b"\0" for entry in entries)
    body = name.encode() + b"\0" + bytes([1, len(entries)]) + names + text("TIT2", title)
    return frame("CTOC", body)


def read(*frames):
    """Read chapters, and the names of the problems with them."""
    fields, problems = problems_of(tag(*frames))
    return fields["chapters"].chapters, problems


def tagged(*chapters, **facts):
    return AudioTags(chapters=Chapters(chapters=chapters, **facts), duration=10)


def written(*chapters):
    """Write chapters and read them back."""
    return id3.loads(id3.dumps(tagged(*chapters)), duration=10).chapters.chapters


def starts(chapters):
    return [(chapter.start, starts(chapter.chapters)) for chapter in chapters]


def depth(chapters):
    return 1 + max((depth(chapter.chapters) for chapter in chapters), default=-1)


def test_chapters_are_read_in_order_of_time():
    inner = text("TIT2", "Intro"), frame("WXXX", b"\0about\0https://a.example")
    found, problems = read(ctoc("a", "b"), chap("b", 1500, 2000), chap("a", 0, 1500, *inner))
    assert found == (
        Chapter(start=0, title="Intro", url="https://a.example", element_id="a"),
        Chapter(start=1.5, end=2, element_id="b"),
    )
    assert problems == ["out-of-order"]


def test_a_table_out_of_order_is_sorted():
    found, problems = read(ctoc("b", "a"), chap("a", 0, 5), chap("b", 5, 9))
    assert ([chapter.element_id for chapter in found], problems) == (["a", "b"], ["out-of-order"])


@pytest.mark.parametrize(
    ("inner", "field", "value"),
    [
        (text("TIT2", "A"), "title", "A"),
        (frame("WXXX", b"\0chapter url\0https://a.example"), "url", "https://a.example"),
        (PICTURE, "picture", Picture(data=b"DATA", mime_type="image/png")),
        (LINK, "image", "https://a.example/a.png"),
        (frame("APIC", b"\0-->\0\3cover\0https://a.example\0"), "image", "https://a.example"),
    ],
)
def test_a_frame_within_a_chapter_says_a_field(inner, field, value):
    (chapter,), problems = read(ctoc("a"), chap("a", 0, 5, inner))
    assert (getattr(chapter, field), problems) == (value, [])


@pytest.mark.parametrize(
    "inner",
    [
        [PICTURE, PICTURE],
        [LINK, LINK],
        [frame("WXXX", b"\0\0https://a.example")] * 2,
        [text("TIT2", "A"), text("TIT2", "B")],
    ],
)
def test_frames_that_come_twice_in_a_chapter_are_reported(inner):
    _, problems = read(ctoc("a"), chap("a", 0, 5, *inner))
    assert problems == ["repeated-frame"]


@pytest.mark.parametrize("inner", [frame("WXXX", b"\0about\0"), frame("APIC", b"\0-->\0\0\0")])
def test_an_address_may_be_empty(inner):
    assert read(ctoc("a"), chap("a", 0, 5, inner)) == (
        (Chapter(start=0, end=0.005, element_id="a"),),
        [],
    )


def test_a_chapter_has_a_picture_and_the_address_of_one():
    chapter = Chapter(
        start=0,
        title="A",
        url="https://a.example",
        picture=Picture(data=b"DATA", mime_type="image/png"),
        image="https://a.example/a.png",
    )
    data = id3.dumps(tagged(chapter))
    assert PICTURE + LINK in data
    assert id3.loads(data, duration=10).chapters.chapters == (chapter,)


def test_chapters_of_v24_have_their_frames_as_v24_has_them():
    title = "x" * 200
    inner = frame("TIT2", b"\3" + title.encode(), version=4)
    contents = frame("CTOC", b"t\0\3\1a\0", version=4)
    mark = frame("CHAP", b"a\0" + bytes(16) + inner, version=4)
    fields, problems = problems_of(tag(contents, mark, version=4))
    assert [chapter.title for chapter in fields["chapters"]] == [title]
    assert problems == []


def test_a_chapter_that_no_table_names_is_hidden():
    data = ctoc("inner"), ctoc("b", name="inner"), chap("a", 0, 5), chap("b", 5, 9)
    found, problems = read(*data)
    assert ([chapter.hidden for chapter in found], problems) == ([True, False], [])


def test_a_hidden_chapter_stands_behind_one_that_starts_with_it():
    hidden, shown = Chapter(start=0, hidden=True), Chapter(start=0, title="A")
    assert written(hidden, shown) == (attrs.evolve(shown, end=None), hidden)


@pytest.mark.parametrize("tables", [[], [ctoc()], [ctoc("other")], [frame("CTOC", b"toc\0\3")]])
def test_chapters_without_a_table_are_shown(tables):
    found, problems = read(*tables, chap("a", 0, 5))
    assert [chapter.hidden for chapter in found] == [False]
    assert "no-contents" in problems


@pytest.mark.parametrize(("end", "problems"), [(4000, ["bad-end"]), (0xFFFFFFFF, [])])
def test_a_chapter_may_have_no_end(end, problems):
    (chapter,), found = read(ctoc("a"), chap("a", 5000, end))
    assert (chapter.end, found) == (None, problems)


def test_a_table_may_claim_more_than_it_has():
    found, problems = read(frame("CTOC", b"toc\0\3\xffa\0b"), chap("a", 0, 5), chap("b", 5, 9))
    assert ([chapter.hidden for chapter in found], problems) == ([False, False], [])


PARTS = Chapter(
    start=0,
    title="Part 1",
    element_id="one",
    chapters=[
        Chapter(start=0, title="A"),
        Chapter(start=2, title="B", chapters=[Chapter(start=3)]),
    ],
)


def test_chapters_within_a_chapter_are_read_back():
    last = Chapter(start=7, title="Part 2")
    assert written(PARTS, last) == (PARTS, last)


def test_chapters_within_a_chapter_are_in_a_table_that_follows_it():
    data = id3.dumps(tagged(PARTS, Chapter(start=7)))
    frames = [
        ctoc("one", "toc-one", "chp4"),
        frame("CTOC", b"toc-one\0\1\3chp1\0chp2\0toc-chp2\0" + text("TIT2", "Part 1")),
        frame("CTOC", b"toc-chp2\0\1\1chp3\0" + text("TIT2", "B")),
        chap("one", 0, 7000, text("TIT2", "Part 1")),
        chap("chp1", 0, 2000, text("TIT2", "A")),
        chap("chp2", 2000, 7000, text("TIT2", "B")),
        chap("chp3", 3000, 7000),
        chap("chp4", 7000, 10000),
    ]
    assert data[10:].startswith(b"".join(frames))


def test_a_table_with_a_title_is_a_chapter():
    """As the addendum's own example has it: no chapter stands for the part."""
    frames = [
        ctoc("p1", "p2"),
        table("p1", "Part 1", "a", "b"),
        table("p2", "Part 2", "c"),
        *[chap(name, at, at + 1000) for name, at in [("a", 0), ("b", 1000), ("c", 2000)]],
    ]
    found, problems = read(*frames)
    assert starts(found) == [(0, [(0, []), (1, [])]), (2, [(2, [])])]
    assert [(part.title, part.element_id, part.end) for part in found] == [
        ("Part 1", "p1", None),
        ("Part 2", "p2", None),
    ]
    assert problems == []
    tags = id3.loads(tag(*frames), duration=10)
    assert id3.update(tag(*frames), tags) == tag(*frames)
    assert id3.loads(id3.dumps(tags), duration=10) == tags


def test_a_table_without_a_title_is_part_of_the_one_that_names_it():
    found, problems = read(
        ctoc("x", "c"), ctoc("a", "b", name="x", flags=1), *map(chap, "abc", (0, 1, 2), (1, 2, 3))
    )
    assert (starts(found), problems) == ([(0, []), (0.001, []), (0.002, [])], [])


@pytest.mark.parametrize(
    ("names", "expected"), [("pa", ["empty-table"]), ("p", ["empty-table", "no-contents"])]
)
def test_a_table_with_a_title_and_no_chapter_is_left_out(names, expected):
    found, problems = read(ctoc(*names), table("p", "Part 1"), chap("a", 0, 5))
    assert (starts(found), found[0].hidden, problems) == ([(0, [])], False, expected)


@pytest.mark.parametrize(
    ("tables", "problem"),
    [
        ([ctoc("a", "gone")], "unknown-entry"),
        ([ctoc("a", "a")], "repeated-entry"),
        ([ctoc("a", "toc")], "repeated-entry"),
        ([ctoc("a", "x"), ctoc("toc", name="x")], "repeated-entry"),
        ([ctoc("x", "x"), ctoc("a", name="x")], "repeated-entry"),
        ([ctoc("y", name="x", flags=1), ctoc("x", "a", name="y", flags=1)], "repeated-entry"),
    ],
)
def test_tables_that_go_wrong_are_walked_once(tables, problem):
    found, problems = read(*tables, chap("a", 0, 5))
    assert (starts(found), found[0].hidden, problems) == ([(0, [])], False, [problem])


def test_all_top_level_tables_are_read():
    found, problems = read(ctoc("a"), ctoc("b", name="x"), chap("a", 0, 5), chap("b", 5, 9))
    assert ([chapter.hidden for chapter in found], problems) == ([False, False], [])


@pytest.mark.parametrize("title", [b"", text("TIT2", "A")])
def test_tables_may_be_ten_thousand_deep(title):
    tables = [
        frame("CTOC", f"t{at}".encode() + b"\0\3\1" + f"t{at + 1}".encode() + b"\0" + title)
        for at in range(10_000)
    ]
    found, problems = read(*tables, chap("t10000", 0, 5))
    assert depth(found) == (32 if title else 1)
    assert set(problems) == ({"too-deep"} if title else set())
    assert depth(written(*found)) == depth(found)


def test_tables_named_beside_their_chapters_are_no_way_around_the_depth():
    """Each table belongs to a chapter of the one before, yet all are named by the first."""
    names = [f"c{at}" for at in range(60)]
    tables = [ctoc(after, name=f"toc-{name}") for name, after in pairwise(names)]
    contents = ctoc("c0", *(f"toc-{name}" for name in names[:-1]))
    found, problems = read(contents, *tables, *(chap(name, 0, 5) for name in names))
    assert depth(found) == 32
    assert "too-deep" in problems


def test_names_are_kept_and_generated_ones_are_none():
    named, unnamed = Chapter(start=0, element_id="intro"), Chapter(start=5)
    assert written(named, unnamed) == (named, unnamed)
    assert chap("chp1", 5000, 10000) in id3.dumps(tagged(named, unnamed))


def test_a_name_that_comes_twice_is_left_out_once():
    found, problems = read(ctoc("a"), chap("a", 0, 5), chap("a", 5, 9))
    assert [(chapter.element_id, chapter.hidden) for chapter in found] == [
        ("a", False),
        (None, False),
    ]
    assert problems == ["repeated-id"]
    assert len(written(*found)) == 2


def test_tables_avoid_the_names_of_chapters():
    named = [Chapter(start=at, element_id=name) for at, name in enumerate(["toc", "toc0"])]
    assert written(*named) == tuple(named)


@pytest.mark.parametrize("count", [255, 256, 600, 16_000])
def test_long_lists_have_tables_within_the_table(count):
    marks = Chapters(chapters=[Chapter(start=second, end=second) for second in range(count)])
    data = id3.dumps(AudioTags(chapters=marks))
    assert frame_names(data).count("CTOC") == (1 if count == 255 else 1 - -count // 255)
    assert id3.loads(data).chapters == marks


def test_more_chapters_than_are_read_are_not_written():
    marks = Chapters(chapters=[Chapter(start=second, end=second) for second in range(16_400)])
    with pytest.raises(UnrepresentableError, match="16384 frames at most"):
        id3.dumps(AudioTags(chapters=marks))


EXTRA = text("TIT3", "subtitle") + frame("PRIV", b"a\0b")


def test_frames_within_a_chapter_that_no_field_is_read_from_are_kept():
    old = tag(ctoc("a", "b"), chap("a", 0, 5000, text("TIT2", "A"), EXTRA), chap("b", 5000, 9000))
    first, second = id3.loads(old).chapters
    for changed in (
        attrs.evolve(first, title="New"),
        attrs.evolve(first, start=1),
        attrs.evolve(first, title="New", element_id=None),
    ):
        new = id3.update(old, tagged(changed, second))
        assert text("TIT2", changed.title) + EXTRA in new
        assert id3.loads(new).chapters.chapters == (changed, second)


def test_frames_within_the_table_that_no_field_is_read_from_are_kept():
    contents = frame("CTOC", b"toc\0\3\1a\0" + text("TIT2", "Contents") + EXTRA)
    old = tag(contents, chap("a", 0, 5))
    new = id3.update(old, tagged(Chapter(start=0, title="New"), title="Contents"))
    assert text("TIT2", "Contents") + EXTRA in new


def test_chapters_that_say_the_same_stay_byte_for_byte():
    offsets = frame("CHAP", b"b\0" + bytes([0, 0, 0x13, 0x88, 0, 0, 0x27, 0x10]) + bytes(8) + EXTRA)
    old = tag(ctoc("a", "b"), chap("a", 0, 5000, EXTRA), offsets, text("TIT2", "Old"))
    tags = id3.loads(old, duration=10)
    assert id3.update(old, tags) == old
    assert offsets in id3.update(old, attrs.evolve(tags, title="New"))


def test_chapters_without_a_name_in_a_table_get_a_new_table():
    old = tag(ctoc("gone"), chap("a", 0, 5000))
    new = id3.update(old, id3.loads(old))
    assert new[10:].startswith(ctoc("a") + chap("a", 0, 5000))


def test_unreadable_chapters_give_way_to_new_ones():
    new = id3.update(tag(frame("CHAP", b"a\0"), frame("CTOC", b"")), tagged(Chapter(start=0)))
    assert frame_names(new) == ["CTOC", "CHAP"]


FULL = Chapter(start=0, end=5)


@pytest.mark.parametrize(
    ("chapter", "where", "message"),
    [
        (attrs.evolve(FULL, location=Location(text="Berlin")), "location", "no place"),
        (attrs.evolve(FULL, extensions=[Extension(name="a")]), "extensions", "no place"),
        (attrs.evolve(FULL, image="https://ŝ"), "image", "only Latin-1"),
        (attrs.evolve(FULL, image=""), "image", "an empty text"),
        (
            attrs.evolve(FULL, picture=Picture(data=b"", mime_type="-->")),
            "picture.mime_type",
            "give it as image",
        ),
        (attrs.evolve(FULL, picture=Picture(data=b"", mime_type="")), "picture.mime_type", "empty"),
        (attrs.evolve(FULL, element_id=""), "element_id", "an empty text"),
        (attrs.evolve(FULL, element_id="ŝ"), "element_id", "only Latin-1"),
        (attrs.evolve(FULL, element_id="chp7"), "element_id", "leave it out"),
        (attrs.evolve(FULL, hidden=True, chapters=[FULL]), "hidden", "holds none"),
        (
            attrs.evolve(FULL, chapters=[attrs.evolve(FULL, hidden=True)]),
            "chapters[0].hidden",
            "in no other one",
        ),
        (
            attrs.evolve(FULL, chapters=[FULL, attrs.evolve(FULL, title="")]),
            "chapters[1].title",
            "an empty text",
        ),
        (
            attrs.evolve(FULL, element_id="a", chapters=[attrs.evolve(FULL, element_id="a")]),
            "element_id",
            "'a' is the name of another one",
        ),
        (
            attrs.evolve(FULL, element_id="a", chapters=[attrs.evolve(FULL, element_id="toc-a")]),
            "chapters[0].element_id",
            "or of its table",
        ),
    ],
)
def test_what_a_chapter_of_a_tag_cannot_hold_is_refused(chapter, where, message):
    with pytest.raises(UnrepresentableError, match=message) as error:
        id3.dumps(tagged(FULL, chapter))
    assert error.value.where == f"chapters[1].{where}"


@pytest.mark.parametrize(
    "facts", [{"waypoints": True}, {"version": "1.1.0"}, {"extensions": [Extension(name="a")]}]
)
def test_what_a_table_cannot_hold_is_refused(facts):
    with pytest.raises(UnrepresentableError, match=rf"^chapters\.{next(iter(facts))}: .*no place"):
        id3.dumps(tagged(FULL, **facts))


def test_chapters_deeper_than_they_are_read_are_refused():
    chapter = FULL
    for _ in range(40):
        chapter = attrs.evolve(FULL, chapters=[chapter])
    with pytest.raises(UnrepresentableError, match="at most 32 deep"):
        id3.dumps(tagged(chapter))


def test_chapters_written_as_v24_have_sizes_as_v24_has_them():
    title = "Ŝ" * 100
    data = id3.dumps(tagged(Chapter(start=0, title=title)), version=4)
    inner = b"TIT2" + syncsafe(201) + b"\0\0\3" + title.encode()
    assert inner in data
    assert id3.loads(data).chapters[0].title == title


def test_chapters_are_taken_from_v24_to_v23_and_back():
    tags = tagged(attrs.evolve(PARTS, title="Ŝ" * 100), title="Ŝi")
    old = id3.dumps(tags, version=4)
    new = id3.update(old, tags)
    assert (old[3], new[3]) == (4, 3)
    assert new.rstrip(b"\0") == id3.dumps(tags).rstrip(b"\0")
    again = id3.update(new, tags, version=4)
    assert id3.loads(again, duration=10) == id3.loads(new, duration=10) == tags
