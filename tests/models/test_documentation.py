"""Every field of every model is documented, in order."""

import inspect
import re

import attrs
import pytest

from podkit import Problem
from tests.models.samples import MODELS

FIELD = re.compile(r"^    (\w+): (\S.*(?:\n {8,}\S.*)*)$", re.MULTILINE)


def documented(model):
    """Read the names and texts under "Attributes:"."""
    _, _, attributes = inspect.getdoc(model).partition("\nAttributes:\n")
    return dict(FIELD.findall(attributes.partition("\n\n")[0]))


@pytest.mark.parametrize("model", [*MODELS, Problem], ids=lambda model: model.__name__)
def test_the_docstring_names_every_field_in_order(model):
    found = documented(model)
    assert list(found) == [field.name for field in attrs.fields(model) if not field.inherited]
    assert [text for text in found.values() if not text.endswith(".")] == []


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_every_property_is_documented(model):
    properties = {n: v for n, v in vars(model).items() if isinstance(v, property)}
    assert [name for name, value in properties.items() if not value.__doc__] == []
