"""The JSON Schema of a model fits the dictionaries of its values, and no others."""

import json
import subprocess
import sys

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from podkit import Chapter, Extension, Paragraph, Picture, Show, json_schema, to_dict
from tests.models.samples import MODELS, sample
from tests.models.strategies import any_of

every_model = pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)


def faults(model, data):
    """List what the schema of a model finds wrong with data."""
    validator = Draft202012Validator(json_schema(model))
    return [error.message for error in validator.iter_errors(data)]


@every_model
def test_a_schema_is_one_and_is_json(model):
    schema = json_schema(model)
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == Draft202012Validator.META_SCHEMA["$id"]
    assert json.loads(json.dumps(schema)) == schema


@every_model
def test_a_value_with_every_field_fits(model):
    assert faults(model, to_dict(sample(model))) == []


@every_model
@settings(max_examples=8, deadline=None)
@given(st.data())
def test_any_value_fits(model, data):
    value = data.draw(any_of(model))
    assert faults(model, json.loads(json.dumps(to_dict(value)))) == []


@every_model
def test_all_that_is_described_is_used(model):
    schema = json_schema(model)
    used = json.dumps(schema)
    assert [name for name in schema["$defs"] if f'"#/$defs/{name}"' not in used] == []


@every_model
def test_every_field_has_a_description_of_one_line(model):
    for name, definition in json_schema(model)["$defs"].items():
        described = {name: definition, **definition["properties"]}
        found = {key: part["description"] for key, part in described.items()}
        assert [key for key, text in found.items() if not text or "\n" in text] == []


def test_a_model_that_extends_another_has_its_fields_descriptions_too():
    definitions = json_schema(Show)["$defs"]
    title = definitions["Episode"]["properties"]["title"]
    assert definitions["LiveItem"]["properties"]["title"] == title
    assert definitions["LiveItem"]["description"] != definitions["Episode"]["description"]


@pytest.mark.parametrize(
    ("model", "field", "expected"),
    [
        (Show, "title", {"type": "string"}),
        (Show, "published", {"type": "string", "format": "date-time"}),
        (Show, "owner", {"$ref": "#/$defs/Owner"}),
        (Show, "episodes", {"type": "array", "items": {"$ref": "#/$defs/Episode"}}),
        (Chapter, "start", {"type": "number"}),
        (Chapter, "hidden", {"type": "boolean", "default": False}),
        (Picture, "type", {"type": "integer", "default": 3}),
        (Picture, "data", {"type": "string", "contentEncoding": "base64"}),
        (Extension, "kind", {"enum": ["element", "attribute", "json"], "default": "element"}),
        (Extension, "children", {"type": "array", "items": {"$ref": "#/$defs/Extension"}}),
        (
            Paragraph,
            "content",
            {"type": "array", "items": {"anyOf": [{"type": "string"}, {"$ref": "#/$defs/Link"}]}},
        ),
    ],
)
def test_what_a_field_becomes(model, field, expected):
    found = json_schema(model)["$defs"][model.__name__]["properties"][field]
    assert {key: value for key, value in found.items() if key != "description"} == expected


@pytest.mark.parametrize(
    ("model", "data"),
    [
        (Show, []),
        (Show, {"mood": "calm"}),
        (Show, {"title": 5}),
        (Show, {"title": None}),
        (Show, {"episodes": [{"duration": "1:30"}]}),
        (Chapter, {"title": "News"}),
        (Chapter, {"start": True}),
        (Extension, {"name": "a", "kind": "b"}),
        (Extension, {"name": "a", "attributes": [["b"]]}),
        (Extension, {"name": "a", "attributes": [["b", "c", "d"]]}),
        (Paragraph, {"content": [5]}),
    ],
)
def test_other_data_does_not_fit(model, data):
    assert faults(model, data) != []


@every_model
def test_only_fields_without_a_default_are_required(model):
    required = json_schema(model)["$defs"][model.__name__]["required"]
    fields = attrs.fields(model)
    assert required == [field.name for field in fields if field.default is attrs.NOTHING]


def test_without_docstrings_there_is_a_schema_without_descriptions():
    code = "import podkit; print(podkit.json_schema(podkit.Chapter)['$defs']['Chapter'])"
    command = [sys.executable, "-OO", "-W", "ignore", "-c", code]
    printed = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert "'start': {'type': 'number', 'description': ''}" in printed
