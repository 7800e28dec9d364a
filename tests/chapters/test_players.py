"""What players will make of chapters: each rule finds what it is for, and nothing else."""

import pytest

from podkit import Chapter, Chapters, Picture
from podkit.chapters import players

GOOD = [Chapter(start=start, title=f"At {start}") for start in (0, 60, 120)]
JPEG = Picture(data=bytes(500_000), mime_type="image/jpeg")


def marks(*chapters, **changed):
    """Give three good chapters, or those given, with what is changed in the last one."""
    *others, last = chapters or GOOD
    given = {"start": last.start, "title": last.title, "end": last.end} | changed
    return Chapters(chapters=[*others, Chapter(**given)])


def found(value, duration=200):
    problems = players.check_players(value, duration=duration)
    return [(problem.id, problem.where) for problem in problems]


@pytest.mark.parametrize(
    "value",
    [
        Chapters(),
        marks(),
        marks(picture=JPEG),
        marks(end=200),
        marks(start=190),
        marks(title="a" * 70),
        Chapters(chapters=[Chapter(start=10 * count, title="A") for count in range(255)]),
    ],
)
def test_nothing_is_found_in_good_chapters(value):
    assert found(value, duration=200 if len(value) < 255 else 2550) == []


@pytest.mark.parametrize(
    ("id", "value", "where"),
    [
        ("out-of-order", marks(start=30), "chapters[2]"),
        ("equal-starts", marks(start=60), "chapters[2]"),
        ("first-not-at-start", marks(*(Chapter(start=s, title="A") for s in (1, 60, 90))), None),
        ("starts-beyond-duration", marks(start=200), "chapters[2].start"),
        ("ends-beyond-duration", marks(end=200.5), "chapters[2].end"),
        ("ends-before-start", marks(end=119), "chapters[2].end"),
        ("zero-length", marks(end=120), "chapters[2].end"),
        ("short-chapter", marks(end=129.5), "chapters[2]"),
        ("short-chapter", marks(start=190.5), "chapters[2]"),
        ("overlapping", marks(Chapter(start=0, end=61, title="A"), *GOOD[1:]), "chapters[1]"),
        ("nested-chapters", marks(chapters=GOOD[2:]), "chapters[2].chapters"),
        ("hidden-chapter", marks(hidden=True, title=None), "chapters[2].hidden"),
        ("title-missing", marks(title=None), "chapters[2].title"),
        ("title-missing", marks(title=" "), "chapters[2].title"),
        ("title-long", marks(title="a" * 71), "chapters[2].title"),
        (
            "picture-large",
            marks(picture=Picture(data=bytes(500_001), mime_type="image/png")),
            "chapters[2].picture",
        ),
        (
            "picture-type",
            marks(picture=Picture(data=b"a", mime_type="image/webp")),
            "chapters[2].picture.mime_type",
        ),
        ("few-chapters", Chapters(chapters=GOOD[:2]), "chapters"),
    ],
)
def test_a_rule_finds_what_it_is_for(id, value, where):
    assert found(value) == [(id, where or "chapters[0].start")]


def test_too_many_chapters():
    value = Chapters(chapters=[Chapter(start=10 * count, title="A") for count in range(256)])
    assert found(value, duration=2560) == [("too-many-chapters", "chapters")]


def test_without_a_duration_ends_are_not_held_against_it():
    assert found(marks(start=10**6, end=10**7), duration=None) == []


def test_chapters_within_others_are_looked_at_as_lists_of_their_own():
    inner = [Chapter(start=start, title="A") for start in (90, 70)]
    outer = Chapter(start=60, title="A", chapters=inner)
    assert found(marks(GOOD[0], outer, GOOD[2])) == [
        ("out-of-order", "chapters[1].chapters[1]"),
        ("nested-chapters", "chapters[1].chapters"),
    ]


def test_a_hidden_chapter_may_lie_within_the_one_that_it_follows():
    hidden = Chapter(start=5, end=6, hidden=True)
    value = marks(Chapter(start=0, end=60, title="A"), hidden, *GOOD[1:])
    assert found(value) == [("hidden-chapter", "chapters[1].hidden")]


def test_each_rule_has_an_id_of_its_own_a_level_a_summary_and_a_reason():
    ids = [rule.id for rule in players.rules]
    assert len(set(ids)) == len(ids) == 17
    assert {rule.level for rule in players.rules} == {"error", "warning", "info"}
    sentences = [text for rule in players.rules for text in (rule.summary, rule.why)]
    assert [text for text in sentences if not text.endswith(".")] == []
