"""A wrong value is an error at construction, and the error names the field."""

import re
from datetime import date, datetime
from types import NoneType
from typing import Literal, get_args, get_origin

import pytest

from podkit import Category, Chapter, Chapters, Cue, Episode, Extension, Paragraph, Show
from tests.models.samples import FIELDS, PLAIN, kinds, sample

NAN, INFINITY = float("nan"), float("inf")
NAIVE = PLAIN[datetime].replace(tzinfo=None)
WRONG = {
    str: [1, b"text", ["text"]],
    int: [True, 1.0, "1"],
    float: [True, "1:05", NAN, INFINITY, -INFINITY, 10**400],
    bool: [1, 0, "true"],
    bytes: ["data", bytearray(b"data")],
    datetime: [date(2024, 3, 28), "2024-03-28", NAIVE, 1711616400],
}


def wrong_values(annotation):
    """List values that an annotation doesn't allow."""
    arguments = get_args(annotation)
    if get_origin(annotation) is tuple:
        return [None, 7, "text", b"text", [object()], [None]]
    if get_origin(annotation) is Literal:
        return [None, arguments[0].upper(), 7, []]
    found = [object(), ("text",)] if NoneType in arguments else [None, object()]
    return found + [value for kind in kinds(annotation) for value in WRONG.get(kind, ["text"])]


@pytest.mark.parametrize(
    ("model", "field"), FIELDS, ids=[f"{model.__name__}.{field.name}" for model, field in FIELDS]
)
def test_a_wrong_value_is_refused_with_the_name_of_its_field(model, field):
    for wrong in wrong_values(field.type):
        with pytest.raises((TypeError, ValueError)) as error:
            sample(model, **{field.name: wrong})
        assert re.match(rf"{model.__name__}\.{field.name}(\[0\])? must be ", str(error.value))
        assert len(str(error.value)) < 200


@pytest.mark.parametrize(
    ("make", "error", "message"),
    [
        (lambda: Show(title=42), TypeError, "Show.title must be str or None, not int: 42"),
        (
            lambda: Show(episodes=Episode()),
            TypeError,
            "Show.episodes must be an iterable of values, not Episode: Episode(",
        ),
        (
            lambda: Show(episodes=[Episode(), "second"]),
            TypeError,
            "Show.episodes[1] must be Episode, not str: 'second'",
        ),
        (
            lambda: Paragraph(content="text"),
            TypeError,
            "Paragraph.content must be an iterable of values, not str: 'text'",
        ),
        (
            lambda: Paragraph(content=["text", 7]),
            TypeError,
            "Paragraph.content[1] must be str or Link, not int: 7",
        ),
        (
            lambda: Episode(published=NAIVE),
            ValueError,
            "Episode.published must be aware: give datetime.datetime(2024, 3, 28, 9, 0) a tzinfo",
        ),
        (lambda: Chapter(start=NAN), ValueError, "Chapter.start must be finite, not nan"),
        (lambda: Cue(text="", end=10**400), ValueError, "Cue.end must be finite, not inf"),
        (lambda: Cue(text="", start=True), TypeError, "Cue.start must be float or None, not bool"),
        (
            lambda: Extension(name="a", kind="comment"),
            ValueError,
            "Extension.kind must be 'element' or 'attribute' or 'json', not 'comment'",
        ),
        (
            lambda: Extension(name="a", attributes=[["a", "b"]]),
            TypeError,
            "Extension.attributes[0] must be a tuple of 2 values, not list: ['a', 'b']",
        ),
        (
            lambda: Extension(name="a", attributes=[("a", "b", "c")]),
            ValueError,
            "Extension.attributes[0] must be a tuple of 2 values, not 3: ('a', 'b', 'c')",
        ),
        (
            lambda: Extension(name="a", attributes=[("a", 1)]),
            TypeError,
            "Extension.attributes[0][1] must be str, not int: 1",
        ),
        (
            lambda: Extension(name="a", children=[Category(text="b")]),
            TypeError,
            "Extension.children[0] must be Extension, not Category: Category(",
        ),
        (lambda: Chapters(waypoints=1), TypeError, "Chapters.waypoints must be bool or None, not"),
        (lambda: Show(title=7 * [10**9]), TypeError, "Show.title must be str or None, not list: ["),
    ],
)
def test_the_message_says_what_is_wrong(make, error, message):
    with pytest.raises(error) as raised:
        make()
    assert str(raised.value).startswith(message)


def test_what_an_iterable_raises_is_passed_on():
    def broken():
        yield Episode()
        raise LookupError("gone")

    with pytest.raises(LookupError, match="gone"):
        Show(episodes=broken())
