"""Instances are made alike by native code and without it."""

import importlib
import sys

import attrs
import pytest

from podkit import _construct
from podkit.models import Cue, Word


@pytest.fixture(params=["native", "python"])
def positional(request, monkeypatch):
    """Give the function in both ways."""
    assert _construct.is_built, "the package was built without its native code"
    if request.param == "native":
        yield _construct.positional
        return
    with monkeypatch.context() as patch:
        patch.setitem(sys.modules, "podkit._positional", None)
        yield importlib.reload(_construct).positional
    importlib.reload(_construct)


def test_given_fields_are_filled_and_others_have_their_defaults(positional):
    make = positional(Cue, "end", "text", "start")
    assert make(2.0, "Hello.", 0.5) == Cue(text="Hello.", start=0.5, end=2.0)
    assert make(None, "Hello.", None) == Cue(text="Hello.")


def test_instances_are_of_the_class_and_as_frozen(positional):
    word = positional(Word, "text")("Hello,")
    assert type(word) is Word
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        word.text = "Goodbye."


@pytest.mark.parametrize("values", [(), ("Hello,",), ("Hello,", 0.5, 1.0)])
def test_another_number_of_values_is_a_type_error(positional, values):
    with pytest.raises(TypeError):
        positional(Word, "text", "start")(*values)


def test_values_are_held_as_long_as_the_instance(positional):
    make = positional(Word, "text")
    text = "".join(["Hel", "lo"])
    before = sys.getrefcount(text)
    words = [make(text) for _ in range(100)]
    assert sys.getrefcount(text) == before + 100
    del words
    assert sys.getrefcount(text) == before
