"""The table engine where no feed reaches: other models, other tables."""

import copy
import pickle
import weakref

import attrs
import pytest

from podkit import Extension, UnrepresentableError, errors
from podkit._xml import (
    Attribute,
    Codec,
    Constant,
    Forgiven,
    RecordChild,
    Table,
    TextChild,
    parse,
    read_document,
    write_document,
)


@attrs.frozen(kw_only=True)
class Place:
    name: str | None = None
    latitude: str | None = None
    extensions: tuple[Extension, ...] = ()


@attrs.frozen(kw_only=True)
class Trip:
    length: float | None = None
    extensions: tuple[Extension, ...] = ()


@attrs.frozen(kw_only=True)
class Atlas:
    places: tuple[Place, ...] = attrs.field(default=(), converter=tuple)
    extensions: tuple[Extension, ...] = ()


def read_comma(text):
    if "," not in text:
        return float(text)
    value = float(text.replace(",", "."))
    raise Forgiven(value, f"{text!r} has a comma for a point")


PLACE = Table(Place, (Attribute("lat", "latitude"), TextChild("name", "name")))
ATLAS = Table(Atlas, (Constant("edition", "2"), RecordChild("place", "places", PLACE)))
TRIP = Table(Trip, (Attribute("length", "length", Codec("number", read_comma, str)),))


def test_a_constant_is_written_and_passed_over():
    written = write_document(ATLAS, Atlas(), name="atlas", root="map", version="1")
    assert b'<atlas edition="2"/>' in written
    root = parse(written, errors.ignore)
    assert read_document(ATLAS, root, root[0], errors.strict) == Atlas()


def test_a_model_of_few_fields_is_written():
    written = write_document(PLACE, Place(name="Sea"), name="place", root="map", version="1")
    assert b"<place>\n    <name>Sea</name>\n  </place>" in written


def test_an_attribute_whose_spelling_is_forgiven_is_read_with_a_problem():
    problems = []
    root = parse("<map><trip length='1,5'/></map>", errors.ignore)
    assert read_document(TRIP, root, root[0], problems.append) == Trip(length=1.5)
    assert [problem.id for problem in problems] == ["forgiven-value"]


def test_an_extension_that_would_be_forgiven_as_a_field_is_refused():
    extension = Extension(name="length", kind="attribute", text="1,5")
    with pytest.raises(UnrepresentableError, match="the field length"):
        write_document(TRIP, Trip(extensions=(extension,)), name="trip", root="map", version="1")


def test_what_is_read_is_made_without_checks_yet_as_its_class_would_make_it():
    atlas = Atlas(places=[Place(name="Sea"), Place(latitude="54")])
    root = parse(write_document(ATLAS, atlas, name="a", root="m", version="1"), errors.ignore)
    found = read_document(ATLAS, root, root[0], errors.strict)
    assert (found, hash(found), repr(found)) == (atlas, hash(atlas), repr(atlas))
    assert pickle.loads(pickle.dumps(found)) == attrs.evolve(found) == copy.copy(found) == atlas
    assert weakref.ref(found)() is found
    for value in (found, *found.places):
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            value.name = "Other"
