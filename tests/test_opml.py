"""OPML files: what is read of them, and that whatever is written reads back equal."""

import io
import json
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import attrs
import pytest
from hypothesis import given, settings

from podkit import (
    Extension,
    Opml,
    OpmlHead,
    Outline,
    ParseError,
    UnrepresentableError,
    opml,
    strict,
    to_dict,
)
from tests.models.strategies import any_of

FILES = sorted((Path(__file__).parent / "data" / "opml").glob("*.opml"))
IN_OUR_HAND = next(file for file in FILES if file.stem == "every-name")
SHOW = Outline(text="My show", type="rss", xml_url="https://example.com/feed.xml")
LIST = Opml(outlines=[SHOW])

every_file = pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)


def opml_of(outlines, head=""):
    return f"<opml version='2.0'><head>{head}</head><body>{outlines}</body></opml>"


def problems_of(data):
    problems = []
    opml.loads(data, on_problem=problems.append)
    return problems


@every_file
def test_reads_to_the_expected_values_and_problems(file):
    data = file.read_bytes()
    assert {
        "problems": [f"{problem.id}: {problem}" for problem in problems_of(data)],
        "opml": to_dict(opml.loads(data)),
    } == json.loads(file.with_suffix(".json").read_text())


@every_file
def test_reads_back_equal_what_it_writes(file):
    outlines = opml.read(file)
    written = opml.dumps(outlines)
    assert opml.loads(written) == outlines
    assert opml.dumps(opml.loads(written)) == written


def test_is_written_as_it_is_when_it_is_in_our_hand():
    assert opml.dumps(opml.read(IN_OUR_HAND)) == IN_OUR_HAND.read_bytes()


@pytest.mark.parametrize(
    ("name", "urls"),
    [
        (
            "pocket-casts",
            ["https://example.com/slow/feed.xml", "https://example.org/rss?id=7&key=a"],
        ),
        ("antennapod", ["https://example.com/slow/feed.xml", "https://example.net/feed.atom"]),
        ("overcast", ["https://example.com/slow/feed.xml"]),
        ("apple", ["https://example.com/slow/feed.xml"]),
    ],
)
def test_the_subscriptions_of_an_app_are_found_at_any_depth(name, urls):
    file = next(file for file in FILES if file.stem == name)
    assert [outline.xml_url for outline in opml.read(file).subscriptions] == urls


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "the data is empty"),
        (b"opml", "there is no XML element"),
        ("\n<rss version='2.0'/>", "line 2: expected OPML, found <rss>"),
        ("<opml xmlns='urn:x'/>", "expected OPML, found <opml>"),
    ],
)
def test_what_is_no_opml_raises_and_says_what_was_found(data, message):
    with pytest.raises(ParseError, match=message):
        opml.loads(data)


def test_strict_raises_at_the_first_problem():
    with pytest.raises(ParseError, match=r"^title, line 1: <title> may stand only once"):
        opml.loads(opml_of("", "<title>A</title><title>B</title>"), on_problem=strict)


def test_outlines_nested_too_deeply_raise():
    with pytest.raises(ParseError, match="nest too deeply"):
        opml.loads(opml_of("<outline text='a'>" * 200 + "</outline>" * 200))


def test_entities_are_neither_expanded_nor_fetched(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("leaked")
    doctype = f"<!DOCTYPE opml [<!ENTITY a SYSTEM '{secret.as_uri()}'><!ENTITY b 'bb'>]>"
    (outline,) = opml.loads(doctype + opml_of("<outline text='&a;&b;'/>")).outlines
    assert outline.text == "&a;&b;"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("Thu, 28 Mar 2024 09:00:00 GMT", datetime(2024, 3, 28, 9, 0, tzinfo=UTC)),
        ("28 Mar 24 10:00:00 +0100", datetime(2024, 3, 28, 9, 0, tzinfo=UTC)),
        ("Thu, 28 Mar 2024 09:00:00 -0000", datetime(2024, 3, 28, 9, 0, tzinfo=UTC)),
        ("2024-03-28T09:00:00.5Z", datetime(2024, 3, 28, 9, 0, tzinfo=UTC)),
        ("2024-03-28T09:00", datetime(2024, 3, 28, 9, 0, tzinfo=UTC)),
        ("2024-03-28", None),
        ("2024-03-28T09:00:00+00:00:30", None),
        ("Thu, 28 Mar 99999999999999999999 09:00:00 GMT", None),
        ("yesterday", None),
    ],
)
def test_dates(text, date):
    data = opml_of(f"<outline created='{text}'/>")
    (outline,) = opml.loads(data).outlines
    assert outline.created == date
    assert opml.loads(opml.dumps(opml.loads(data))).outlines == (outline,)


@pytest.mark.parametrize(
    ("value", "where", "message"),
    [
        (Opml(), "outlines", "at least one"),
        (Opml(outlines=[Outline(text="")]), "outlines[0].text", "empty"),
        (Opml(outlines=[Outline(text="a\x00")]), "outlines[0].text", "U+0000"),
        (
            attrs.evolve(LIST, head=OpmlHead(date_created=datetime(2024, 3, 28, 9, 0, 0, 1, UTC))),
            "head.date_created",
            "whole seconds",
        ),
        (
            Opml(
                outlines=[
                    Outline(created=datetime(2024, 3, 28, tzinfo=timezone(timedelta(seconds=30))))
                ]
            ),
            "outlines[0].created",
            "whole minutes",
        ),
        (
            attrs.evolve(LIST, extensions=[Extension(name="mood", text="calm", parent="head")]),
            "extensions",
            "no <head>",
        ),
    ],
)
def test_what_opml_cannot_carry_is_refused(value, where, message):
    with pytest.raises(UnrepresentableError) as error:
        opml.dumps(value)
    assert error.value.where == where
    assert message in str(error.value)


def test_many_outlines_take_linear_time():
    data = opml_of("<outline text='a' mood='calm'/>\n" * 5_000)
    assert problems_of(data)[-1].line == 5_000


def test_a_file_is_read_and_written(tmp_path):
    opml.write(LIST, tmp_path / "shows.opml")
    assert opml.read(tmp_path / "shows.opml") == LIST
    assert opml.read(io.BytesIO(opml.dumps(LIST))) == LIST


def test_a_refused_list_leaves_the_file_as_it_was(tmp_path):
    file = tmp_path / "shows.opml"
    opml.write(LIST, file)
    with pytest.raises(UnrepresentableError):
        opml.write(Opml(), file)
    assert opml.read(file) == LIST


@settings(max_examples=100, deadline=None)
@given(any_of(Opml))
def test_a_list_is_refused_or_reads_back_equal(outlines):
    try:
        written = opml.dumps(outlines)
    except UnrepresentableError:
        return
    assert opml.loads(written) == outlines
    assert opml.dumps(opml.loads(written)) == written
