"""Conformance, driven by the tables: each row alone, read and written."""

from datetime import UTC, datetime
from typing import NamedTuple

import attrs
import pytest
from lxml import etree

from podkit import Enclosure, Episode, Funding, Image, Owner, Person, Show, rss
from podkit._xml import Attribute, Codec, InlineChild, RecordChild, Text, TextChild, clark
from podkit.rss.tables import CHANNEL

# For each codec: a text, its value, and a text that it doesn't understand, if there is one.
SAMPLES = {
    "text": ("Tides & Tales", "Tides & Tales", None),
    "text or HTML": ("<p>Fog &amp; fire</p>", "<p>Fog &amp; fire</p>", None),
    "whole number": ("144", 144, "many"),
    "true or false": ("true", True, "perhaps"),
    "yes or no": ("no", False, "perhaps"),
    "Yes or No": ("Yes", True, "perhaps"),
    "duration": ("1830.5", 1830.5, "an hour"),
    "date": ("Thu, 28 Mar 2024 09:00:00 +0000", datetime(2024, 3, 28, 9, tzinfo=UTC), "28 March"),
}


class Case(NamedTuple):
    """A field, the records around its element, and the row or inline row that it is."""

    path: tuple[RecordChild, ...]
    row: Attribute | Text | TextChild | InlineChild
    inner: Attribute | Text | TextChild

    @property
    def codec(self) -> Codec:
        return self.inner.codec

    def __str__(self):
        names = [record.name for record in self.path]
        return " ".join([*names, getattr(self.row, "name", "text"), self.inner.field])

    def document(self, text: str) -> bytes:
        """Spell the field alone, beside what the records around it can't be without."""
        root = etree.Element("rss", version="2.0")
        element = etree.SubElement(root, "channel")
        tables = tables_along(self.path)
        for record, table in zip(self.path, tables[1:], strict=True):
            element = etree.SubElement(element, clark(record.name))
            for row in table.rows:
                is_it = record is self.path[-1] and row is self.row
                if getattr(row, "field", None) in table.required and not is_it:
                    put(row, element, "needed")
        if isinstance(self.row, InlineChild):
            element = etree.SubElement(element, clark(self.row.name))
            if self.inner is not self.row.rows[0]:
                put(self.row.rows[0], element, SAMPLES[self.row.rows[0].codec.name][0])
        put(self.inner, element, text)
        return etree.tostring(root)

    def show(self, value):
        """Make the show that has the field alone."""
        fields = {self.inner.field: value}
        if isinstance(self.row, InlineChild):
            main = self.row.rows[0]
            fields = {main.field: SAMPLES[main.codec.name][1]} | fields
        tables = tables_along(self.path)
        for record, outer, table in reversed(
            list(zip(self.path, tables[:-1], tables[1:], strict=True))
        ):
            made = table.model(**(dict.fromkeys(table.required, "needed") | fields))
            fields = {record.field: (made,) if outer.is_many(record.field) else made}
        return CHANNEL.model(**fields)


def tables_along(path):
    tables = [CHANNEL]
    for record in path:
        tables.append(record.table or tables[-1])
    return tables


def put(row, element, text):
    if isinstance(row, Attribute):
        element.set(clark(row.name), text)
    elif isinstance(row, Text):
        element.text = text
    else:
        etree.SubElement(element, clark(row.name)).text = text


def cases(path=()):
    table = tables_along(path)[-1]
    for row in (*table.rows, table.body):
        if isinstance(row, InlineChild):
            yield from (Case(path, row, inner) for inner in row.rows)
        elif isinstance(row, RecordChild) and row not in path:
            yield from cases((*path, row))
        elif isinstance(row, Attribute | Text | TextChild):
            yield Case(path, row, row)


CASES = list(cases())
BAD_CASES = [case for case in CASES if SAMPLES[case.codec.name][2]]


@pytest.fixture(params=CASES, ids=str)
def case(request):
    return request.param


@pytest.fixture(params=BAD_CASES, ids=str)
def bad_case(request):
    return request.param


def test_a_row_reads_to_its_field_without_problems(case):
    text, value, _ = SAMPLES[case.codec.name]
    problems = []
    show = rss.loads(case.document(text), on_problem=problems.append)
    assert (show, problems) == (case.show(value), [])


def test_a_row_writes_what_reads_back_equal(case):
    show = case.show(SAMPLES[case.codec.name][1])
    assert rss.loads(rss.dumps(show)) == show


def test_a_row_writes_the_same_element_as_its_document(case):
    text, value, _ = SAMPLES[case.codec.name]
    assert canonical(rss.dumps(case.show(value))) == canonical(case.document(text))


def test_a_value_that_is_not_understood_is_reported_and_kept(bad_case):
    bad = SAMPLES[bad_case.codec.name][2]
    problems = []
    show = rss.loads(bad_case.document(bad), on_problem=problems.append)
    assert problems[0].id == "bad-value"
    assert canonical(rss.dumps(show)) == canonical(bad_case.document(bad))


@pytest.mark.parametrize("model", [Show, Episode, Enclosure, Image, Owner, Person, Funding])
def test_every_field_of_a_model_has_a_row(model):
    tables = [table for case in CASES for table in tables_along(case.path)]
    table = next(table for table in tables if table.model is model)
    read = {"extensions"}
    for row in (*table.rows, table.body):
        inner = row.rows if isinstance(row, InlineChild) else [row]
        read |= {row.field for row in inner if row}
    assert {field.name for field in attrs.fields(model)} == read


def canonical(data):
    """Give a document without prefixes and white space between elements."""
    root = etree.fromstring(data, etree.XMLParser(remove_blank_text=True))
    return [
        (element.tag, dict(element.attrib), (element.text or "").strip()) for element in root.iter()
    ]
