"""White space is made tidy alike by native code and without it."""

import importlib.util
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from podkit._markup import blocks
from podkit._markup.blocks import tidy, tidy_text
from podkit.models import Link

_TEXTS = st.text(st.sampled_from("ab \n\t\x00\x7f\x85\xa0\u2003\ufeffé–\U0001f399"), max_size=8)


@pytest.fixture
def without(monkeypatch):
    """Give the module as it is where its native code was not built."""
    monkeypatch.setitem(sys.modules, "podkit._markup._tidy", None)
    spec = importlib.util.spec_from_file_location("blocks_without", blocks.__file__)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_native_code_is_built():
    assert blocks.is_tidy("Hello."), "the package was built without its native code"


@settings(deadline=None)
@given(_TEXTS)
def test_what_is_tidy_is_what_need_not_be_mended(text):
    mended = blocks._collapse(blocks.visible(text).strip())
    assert blocks.is_tidy(text) == (mended == text != "" and "\n" not in text)
    assert tidy_text(text) == mended


@pytest.mark.parametrize("text", ["Hello, world.", "Grüße aus Köln", "1:02 – “Fog” 🎙"])
def test_texts_as_most_are_need_not_be_mended(text):
    assert blocks.is_tidy(text)


def test_without_native_code_each_text_is_mended(without):
    assert not without.is_tidy("Hello.")
    assert without.tidy_text(" Hello,  world.\n") == "Hello, world."
    assert without.tidy([Link(text="our site")]) == (Link(text="our site"),)


def test_a_tidy_link_alone_is_kept_as_it_is():
    link = Link(text="our site", url="/")
    assert tidy([link])[0] is link
