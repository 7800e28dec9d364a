"""Conformance, driven by the tables: each row alone, read and written."""

import itertools
from datetime import UTC, datetime, timedelta, timezone
from typing import NamedTuple

import attrs
import pytest
from lxml import etree

from podkit import Chapter, Chapters, LiveItem, Show, UnrepresentableError, rss
from podkit._xml import (
    Attribute,
    Constant,
    FlagChild,
    InlineChild,
    RecordChild,
    Row,
    Table,
    Text,
    TextChild,
    clark,
    fields_of,
)
from podkit.rss.tables import CHANNEL


class Sample(NamedTuple):
    """A text and its value; a text that is not understood, and one that is forgiven as a value."""

    text: str
    value: object
    bad: str | None = None
    forgiven: tuple[str, object] | None = None


NINE = datetime(2024, 3, 28, 9, tzinfo=UTC)
SIX_WEST = NINE.replace(tzinfo=timezone(timedelta(hours=-6)))
SAMPLES = {
    "text": Sample("Tides & Tales", "Tides & Tales"),
    "text or HTML": Sample("<p>Fog &amp; fire</p>", "<p>Fog &amp; fire</p>"),
    "whole number": Sample("144", 144, "many"),
    "number": Sample("-97.75", -97.75, "many"),
    "true or false": Sample("true", True, "perhaps", ("no", False)),
    "yes or no": Sample("no", False, "perhaps", ("true", True)),
    "Yes or No": Sample("Yes", True, "perhaps", ("false", False)),
    "duration": Sample("1830.5", 1830.5, "an hour"),
    "play time": Sample("00:30:30.500", 1830.5, "half past"),
    "date": Sample(
        "Thu, 28 Mar 2024 09:00:00 +0000", NINE, "28 March", ("2024-03-28T09:00:00Z", NINE)
    ),
    "ISO 8601 date": Sample(
        "2024-03-28T09:00:00-06:00", SIX_WEST, "28 March", ("Thu, 28 Mar 2024 09:00 GMT", NINE)
    ),
}
FLAG = Sample("", True)


class Case(NamedTuple):
    """A row without rows of its own, and the rows of records and inline children around it."""

    around: tuple[InlineChild | RecordChild, ...]
    row: Attribute | Text | TextChild | FlagChild

    @property
    def sample(self) -> Sample:
        return sample(self.row)

    @property
    def steps(self) -> list[tuple[Row, Row, Table]]:
        """Each row around, the next row within it, and the table that the next row is of."""
        pairs = itertools.pairwise((*self.around, self.row))
        return [
            (outer, inner, table)
            for (outer, inner), table in zip(pairs, tables_along(self.around), strict=True)
        ]

    @property
    def table(self) -> Table:
        """The table that the row is of."""
        return [CHANNEL, *tables_along(self.around)][-1]

    def __str__(self):
        return " ".join(getattr(row, "name", "text") for row in (*self.around, self.row))

    def document(self, text: str) -> bytes:
        """Spell the row alone, beside what the elements around it can't be without."""
        root = etree.Element("rss", version="2.0")
        element = etree.SubElement(root, "channel")
        for outer, inner, table in self.steps:
            element = etree.SubElement(element, clark(outer.name))
            for row in needed(outer, table):
                if row is not inner:
                    put(row, element, sample(row).text)
        put(self.row, element, text)
        return etree.tostring(root)

    def show(self, value: object) -> Show:
        """Make the show that has the row's field alone."""
        many = self.table.is_many(self.row.field)
        fields = {self.row.field: (value,) if many else value}
        owners = [CHANNEL, *tables_along(self.around)]
        for (outer, inner, table), owner in reversed(list(zip(self.steps, owners, strict=False))):
            others = [row for row in needed(outer, table) if row is not inner]
            fields |= {row.field: sample(row).value for row in others if hasattr(row, "field")}
            if isinstance(outer, RecordChild):
                record = table.model(**fields)
                fields = {outer.field: (record,) if owner.is_many(outer.field) else record}
        return CHANNEL.model(**fields)


def tables_along(around):
    """Give the table that holds within each of some nested rows."""
    tables, table = [], CHANNEL
    for row in around:
        if isinstance(row, RecordChild):
            table = row.table or table
        tables.append(table)
    return tables


def needed(outer, table):
    """List the rows without which a record or an inline child is not there."""
    if isinstance(outer, InlineChild):
        return outer.rows[:1]
    constants = [row for row in table.rows if isinstance(row, Constant)]
    return constants + [row for row in table.rows if set(fields_of(row)) & set(table.required)]


def sample(row) -> Sample:
    match row:
        case Constant():
            return Sample(row.value, None)
        case FlagChild():
            return FLAG
    return SAMPLES[row.codec.name]


def put(row, element, text):
    if isinstance(row, Attribute | Constant):
        element.set(clark(row.name), text)
    elif isinstance(row, Text):
        element.text = text
    else:
        etree.SubElement(element, clark(row.name)).text = text or None


def cases(rows=(*CHANNEL.rows, CHANNEL.body), around=()):
    """List each row within some rows, and within those in them; tables in themselves once."""
    for row in rows:
        if isinstance(row, InlineChild):
            yield from cases(row.rows, (*around, row))
        elif isinstance(row, RecordChild) and row not in around:
            table = row.table or tables_along(around)[-1]
            yield from cases(table.rows, (*around, row))
        elif isinstance(row, Attribute | Text | TextChild | FlagChild):
            yield Case(around, row)


CASES = list(cases())
# In an order of their own, so that the tests have the same order in every run.
TABLES = dict.fromkeys(t for case in CASES for t in [CHANNEL, *tables_along(case.around)])
# Chapters have more to say in files of their own; what a feed can't say of them is refused.
MODELS = dict.fromkeys(t.model for t in TABLES if t.model not in (Chapter, Chapters))


def each(kind):
    """Parametrise a test by the cases whose sample has a text of this kind."""
    return pytest.mark.parametrize(
        "case", [case for case in CASES if getattr(case.sample, kind) is not None], ids=str
    )


def read(data):
    problems = []
    show = rss.loads(data, on_problem=problems.append)
    return show, [problem.id for problem in problems]


@each("text")
def test_a_row_reads_to_its_field_without_problems(case):
    document = case.document(case.sample.text)
    assert read(document) == (case.show(case.sample.value), [])


@each("text")
def test_a_row_writes_what_reads_back_equal(case):
    show = case.show(case.sample.value)
    assert rss.loads(rss.dumps(show)) == show


@each("text")
def test_a_row_writes_the_same_element_as_its_document(case):
    written = rss.dumps(case.show(case.sample.value))
    assert canonical(written) == canonical(case.document(case.sample.text))


@each("bad")
def test_a_value_that_is_not_understood_is_reported_and_kept(case):
    document = case.document(case.sample.bad)
    show, problems = read(document)
    assert problems[0] == "bad-value"
    assert set(problems[1:]) <= {"incomplete-element"}
    assert canonical(rss.dumps(show)) == canonical(document)
    assert rss.loads(rss.dumps(show)) == show


@each("forgiven")
def test_a_value_that_is_forgiven_is_reported_and_read(case):
    text, value = case.sample.forgiven
    assert read(case.document(text)) == (case.show(value), ["forgiven-value"])


@each("text")
def test_a_row_that_stands_twice_loses_nothing(case):
    root = etree.fromstring(case.document(case.sample.text))
    first = root[0][0]
    first.addnext(etree.fromstring(etree.tostring(first)))
    show, problems = read(etree.tostring(root))
    assert set(problems) <= {"repeated-element"}
    assert rss.loads(rss.dumps(show)) == show
    is_said_once = isinstance(case.row, FlagChild)
    assert len(canonical(rss.dumps(show))) == len(list(root.iter())) - is_said_once


@each("text")
def test_what_is_unknown_in_a_row_is_kept(case):
    root = etree.fromstring(case.document(case.sample.text))
    for element in root.iterdescendants():
        element.set("{urn:x}mood", "calm")
    show, problems = read(etree.tostring(root))
    assert "unknown-attribute" in problems or "not-text" in problems
    assert canonical(rss.dumps(show)) == canonical(etree.tostring(root))
    assert rss.loads(rss.dumps(show)) == show


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_field_of_a_model_has_a_row(model):
    rows = [row for table in TABLES if table.model is model for row in (*table.rows, table.body)]
    read = {field for row in rows if row for field in fields_of(row)}
    assert {field.name for field in attrs.fields(model)} == read | {"extensions"}


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.model.__name__)
def test_no_two_rows_of_a_table_read_one_place_or_one_field(table):
    names = [row.name for row in table.rows if hasattr(row, "name")]
    fields = [field for row in table.rows for field in fields_of(row)]
    for places in (names, fields):
        assert len(places) == len(set(places))


# docs/tags of the podcast namespace, one page a tag.
PODCAST_TAGS = """
    alternateEnclosure block chapters chat contentLink episode funding guid image images integrity
    license liveItem location locked medium person podping podroll publisher remoteItem season
    socialInteract soundbite source trailer transcript txt updateFrequency value valueRecipient
    valueTimeSplit
"""


@pytest.mark.parametrize("tag", PODCAST_TAGS.split())
def test_every_tag_of_the_podcast_namespace_has_a_row(tag):
    rows = {getattr(row, "name", "") for case in CASES for row in (*case.around, case.row)}
    assert f"podcast:{tag}" in rows


def test_a_live_item_among_the_episodes_is_refused():
    show = Show(episodes=[LiveItem(status="live")])
    with pytest.raises(UnrepresentableError, match=r"^episodes\[0\]: .* Episode, not LiveItem"):
        rss.dumps(show)


def canonical(data):
    """Give a document's elements in the order of their names, and nothing of its layout."""
    root = etree.fromstring(data, etree.XMLParser(remove_blank_text=True))
    return sorted(
        (element.tag, sorted(element.attrib.items()), (element.text or "").strip())
        for element in root.iter()
    )
