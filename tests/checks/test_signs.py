"""Native code finds in texts what patterns find in them."""

import importlib.util
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from podkit.checks import _odd_texts, _signs, _texts

_PIECES = sorted(
    {"é", "–", "\U0001f399", " ", "<", "/", ">", "p", "=", '"', ".", ":", "&"}.union(
        *(text for sign in _texts._SIGNS for text in (sign.texts, sign.exceptions))
    )
)
_MARKUP = st.lists(
    st.sampled_from(
        [b"<", b"</", b">", b"/>", b"title", b"a:b-c.d_9", b" ", b"\n", b"\x0b", b"\xe9"]
    )
)


def _without_native_code(module):
    """Load a module as it is where the native code was not built."""
    spec = importlib.util.spec_from_file_location("without", module.__file__)
    other = importlib.util.module_from_spec(spec)
    with pytest.MonkeyPatch.context() as patch:
        patch.setitem(sys.modules, "podkit.checks._scan", None)
        patch.setitem(sys.modules, "without", other)  # where attrs looks for it
        spec.loader.exec_module(other)
    return other


_by_patterns = _without_native_code(_signs).scanner(_texts._SIGNS)
_by_a_pattern = _without_native_code(_odd_texts).odd_texts


def test_native_code_is_built():
    assert _signs.is_built, "the package was built without its native code"


@settings(deadline=None, max_examples=300)
@given(text=st.lists(st.sampled_from(_PIECES)).map("".join))
def test_native_code_finds_the_signs_that_patterns_find(text):
    assert _texts._scan(text) == _by_patterns(text)


@settings(deadline=None, max_examples=300)
@given(data=_MARKUP.map(b"".join))
def test_native_code_finds_the_odd_texts_that_a_pattern_finds(data):
    assert _odd_texts.odd_texts(data) == _by_a_pattern(data)


@pytest.mark.parametrize(
    ("data", "found"),
    [
        (b"<a>Tides</a>", []),
        (b"<a></a>", [(3, b"", "a")]),
        (b"<a> Tides</a>", [(3, b" Tides", "a")]),
        (b"<a>Tides\n</a>", [(3, b"Tides\n", "a")]),
        (b"<a><b> </b> Tides</a>", [(6, b" ", "b"), (11, b" Tides", "a")]),
        (b"<a></a x>", []),
        (b"Tides </a>", []),
        (b"<a></", []),
    ],
)
def test_texts_are_odd_that_are_empty_or_have_white_space_around(data, found):
    assert _odd_texts.odd_texts(data) == found


def test_more_signs_than_the_native_code_takes_are_refused():
    sign = _signs.Sign("<", ["<" + "".join(map(chr, range(32, 127))) * 6])
    with pytest.raises(ValueError, match="there are too many signs"):
        _signs.scanner([sign])
