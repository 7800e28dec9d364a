"""The picking of formats, on a room made up: colours in hexadecimal or in words."""

import io
from pathlib import Path
from types import SimpleNamespace

import pytest

from podkit import UnsupportedFormatError
from podkit._formats import Format, Formats

HEX, WORD = SimpleNamespace(name="hex"), SimpleNamespace(name="word")
COLOURS = Formats(
    "colour",
    {"hex": Format(HEX, (".hex", ".rgb"), r"\s*#[0-9a-f]"), "word": Format(WORD, (".word",))},
)


@pytest.mark.parametrize(
    ("name", "text", "verbs"),
    [
        (None, "#ff0000", HEX),
        (None, " #a", HEX),
        (None, "red #ff0000", WORD),
        (None, "#red", WORD),
        (None, "", WORD),
        ("word", "#ff0000", WORD),
        ("hex", "red", HEX),
    ],
)
def test_reading_goes_by_name_or_else_by_start(name, text, verbs):
    assert COLOURS.for_reading(name, text) is verbs


@pytest.mark.parametrize(
    ("name", "target", "verbs"),
    [
        (None, "a.hex", HEX),
        (None, "a.word.RGB", HEX),
        (None, Path("colours/a.word"), WORD),
        ("hex", "a.word", HEX),
        ("word", io.BytesIO(), WORD),
    ],
)
def test_writing_goes_by_name_or_else_by_suffix(name, target, verbs):
    assert COLOURS.for_writing(name, target) is verbs


@pytest.mark.parametrize(
    ("target", "shown"), [("a.txt", "'a.txt'"), ("hex", "'hex'"), (io.BytesIO(), "''")]
)
def test_a_target_without_a_known_suffix_is_refused(target, shown):
    with pytest.raises(UnsupportedFormatError) as error:
        COLOURS.for_writing(None, target)
    assert str(error.value) == (
        f"no colour format has this suffix: {shown}; give format=, or one of .hex, .rgb, .word"
    )


@pytest.mark.parametrize(
    "pick",
    [
        COLOURS.named,
        lambda n: COLOURS.for_reading(n, "#f"),
        lambda n: COLOURS.for_writing(n, "a.hex"),
    ],
)
def test_an_unknown_name_is_refused(pick):
    with pytest.raises(UnsupportedFormatError) as error:
        pick("cmyk")
    assert str(error.value) == "podkit has no colour format 'cmyk'; it has hex, word"
