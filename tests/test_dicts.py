"""Values become dictionaries that JSON holds, and come back equal."""

import json
import subprocess
import sys
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import podkit
from podkit import (
    Category,
    Chapter,
    Enclosure,
    Episode,
    EpisodePage,
    Extension,
    Link,
    Owner,
    Paragraph,
    ParseError,
    Picture,
    Problem,
    Show,
    UnrepresentableError,
    from_dict,
    to_dict,
)
from tests.models.samples import MODELS, sample
from tests.models.strategies import any_of

every_model = pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)


def through_json(value):
    """Write a value as JSON and read it again, with nothing to forgive."""
    return from_dict(type(value), json.loads(json.dumps(to_dict(value))), on_problem=podkit.strict)


@every_model
def test_a_value_with_every_field_comes_back_equal(model):
    value = sample(model)
    assert through_json(value) == value
    assert repr(through_json(value)) == repr(value)


@every_model
@settings(max_examples=15, deadline=None)
@given(st.data())
def test_any_value_comes_back_equal(model, data):
    value = data.draw(any_of(model))
    assert through_json(value) == value


@pytest.mark.parametrize(
    ("value", "data"),
    [
        (Show(), {}),
        (Show(title="A", persons=[]), {"title": "A"}),
        (Chapter(start=0), {"start": 0.0}),
        (Chapter(start=0, hidden=True), {"start": 0.0, "hidden": True}),
        (Episode(explicit=False, number=0), {"explicit": False, "number": 0}),
        (EpisodePage(episode=Episode(number=1)), {"episode": {"number": 1}}),
        (
            Picture(data=b"\xff\x00", mime_type="image/png"),
            {"data": "/wA=", "mime_type": "image/png"},
        ),
        (
            Episode(published=datetime(2024, 3, 28, 9, tzinfo=timezone(timedelta(hours=-5)))),
            {"published": "2024-03-28T09:00:00-05:00"},
        ),
        (
            Paragraph(content=["See ", Link(text="us")], bullet="• "),
            {"content": ["See ", {"text": "us"}], "bullet": "• "},
        ),
        (
            Extension(
                name="a", attributes=[("b", "c")], children=[Extension(name="d")], prefix="x"
            ),
            {"name": "a", "attributes": [["b", "c"]], "children": [{"name": "d"}], "prefix": "x"},
        ),
        (
            Category(text="A", subcategories=[Category(text="B")]),
            {"text": "A", "subcategories": [{"text": "B"}]},
        ),
    ],
    ids=lambda value: type(value).__name__,
)
def test_what_a_value_becomes(value, data):
    assert to_dict(value) == data
    assert repr(from_dict(type(value), data)) == repr(value)


def test_the_offset_of_a_date_is_kept():
    zone = timezone(timedelta(hours=5, minutes=45))
    kept = through_json(Episode(published=datetime(2024, 3, 28, tzinfo=zone))).published
    assert kept.utcoffset() == zone.utcoffset(None)


def test_values_that_need_no_conversion_are_taken_as_they_are():
    moment = datetime(2024, 3, 28, tzinfo=UTC)
    data = {"published": moment, "duration": 90, "enclosures": ({"url": "a"},), "title": None}
    expected = Episode(published=moment, duration=90, enclosures=[Enclosure(url="a")])
    assert from_dict(Episode, data) == expected
    assert from_dict(Picture, {"data": b"data", "mime_type": "image/png"}).data == b"data"


@pytest.mark.parametrize(
    ("model", "data", "where", "message"),
    [
        (Show, {"title": 5}, "title", "must be str or None, not int: 5"),
        (Show, {"ttl": True}, "ttl", "must be int or None, not bool: True"),
        (Show, {"ttl": 1.5}, "ttl", "must be int or None, not float: 1.5"),
        (Show, {"published": "today"}, "published", "must be ISO 8601, not 'today'"),
        (Show, {"published": "2024-03-28"}, "published", "must be aware: give"),
        (Show, {"published": 5}, "published", "must be datetime or None, not int: 5"),
        (Show, {"owner": "Ann"}, "owner", "must be Owner or None, not str: 'Ann'"),
        (Show, {"episodes": "abc"}, "episodes", "must be a list, not 'abc'"),
        (Show, {"episodes": {"a": 1}}, "episodes", "must be a list, not {'a': 1}"),
        (Show, {"episodes": None}, "episodes", "must be a list, not None"),
        (Show, {"episodes": [{}, "abc"]}, "episodes[1]", "must be Episode, not str: 'abc'"),
        (Show, {"episodes": [{}, {}, {"duration": "1"}]}, "episodes[2].duration", "must be float"),
        (Show, {"owner": {"name": 5}}, "owner.name", "must be str or None, not int: 5"),
        (
            Show,
            {"episodes": [{"enclosures": [{"length": 1}]}]},
            "episodes[0].enclosures[0].url",
            "must be given",
        ),
        (Chapter, {}, "start", "must be given"),
        (Chapter, {"start": float("inf")}, "start", "must be finite, not inf"),
        (Chapter, {"start": 0, "hidden": None}, "hidden", "must be bool, not NoneType: None"),
        (Extension, {"name": "a", "kind": "b"}, "kind", "must be 'element' or 'attribute'"),
        (Extension, {"name": "a", "attributes": [["b"]]}, "attributes[0]", "a tuple of 2 values"),
        (Extension, {"name": "a", "attributes": ["bc"]}, "attributes[0]", "a list, not 'bc'"),
        (Paragraph, {"content": ["a", {"text": 5}]}, "content[1].text", "must be str, not int: 5"),
        (Paragraph, {"content": ["a", 5]}, "content[1]", "must be str or Link, not int: 5"),
        (Picture, {"mime_type": "a", "data": "%"}, "data", "must be base64, not '%'"),
        (Picture, {"mime_type": "a", "data": "é"}, "data", "must be base64, not 'é'"),
        (EpisodePage, {"show": None}, "show", "must be Show, not NoneType: None"),
        (Show, [], None, "Show must be a dictionary, not []"),
        (Show, None, None, "Show must be a dictionary, not None"),
    ],
)
def test_data_of_another_type_is_an_error_that_says_where(model, data, where, message):
    with pytest.raises(ParseError) as caught:
        from_dict(model, data)
    assert caught.value.where == where
    assert str(caught.value).startswith(f"{where}: " if where else message)
    assert message in str(caught.value)


def test_the_first_of_several_errors_is_the_one_raised():
    with pytest.raises(ParseError, match=r"^episodes\[0\]\.title: "):
        from_dict(Show, {"episodes": [{"title": 1}, {"title": 2}], "language": 3})


def test_unknown_keys_are_left_out_and_reported_with_their_place():
    problems = []
    data = {
        "mood": "calm",
        "episodes": [{}, {"title": "A", "b": 1, "a": 2}],
        "owner": {"nam": "Ann"},
        7: "b",
    }
    show = from_dict(Show, data, on_problem=problems.append)
    assert show == Show(episodes=[Episode(), Episode(title="A")], owner=Owner())
    assert problems == [
        Problem(id="unknown-key", message=f"not kept: {key!r} is unknown here", where=where)
        for where, key in [
            ("owner", "nam"),
            ("episodes[1]", "a"),
            ("episodes[1]", "b"),
            (None, "mood"),
            (None, 7),
        ]
    ]


def test_unknown_keys_beside_an_error_are_reported_before_it():
    problems = []
    with pytest.raises(ParseError, match=r"^title: "):
        from_dict(Show, {"mood": "calm", "title": 5}, on_problem=problems.append)
    assert [problem.id for problem in problems] == ["unknown-key"]


def test_a_strict_reader_refuses_unknown_keys():
    with pytest.raises(ParseError, match=r"^owner: not kept: 'nam' is unknown here"):
        from_dict(Show, {"owner": {"nam": "Ann"}}, on_problem=podkit.strict)


def nested(levels):
    """Make an extension within an extension, and so on."""
    extension = Extension(name="a")
    for _ in range(levels):
        extension = Extension(name="a", children=(extension,))
    return extension


def test_what_nests_as_deeply_as_a_feed_may_comes_back():
    deep = nested(250)
    assert from_dict(Extension, to_dict(deep)) == deep


def test_what_nests_without_end_is_refused():
    data = {"name": "a"}
    for _ in range(5000):
        data = {"name": "a", "children": [data]}
    with pytest.raises(ParseError, match="nests too deeply"):
        from_dict(Extension, data)
    with pytest.raises(UnrepresentableError, match="nests too deeply"):
        to_dict(nested(5000))


def test_an_error_shows_no_trace_of_the_library():
    with pytest.raises(ParseError) as caught:
        from_dict(Show, {"episodes": [{"duration": "1"}]})
    assert isinstance(caught.value.__cause__, TypeError)
    assert caught.value.__suppress_context__


def test_the_library_is_loaded_when_it_is_first_used():
    code = "import podkit, sys; assert 'cattrs' not in sys.modules; podkit.to_dict(podkit.Show())"
    subprocess.run([sys.executable, "-c", code], check=True)
