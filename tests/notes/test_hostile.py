"""Input made to harm: all of it is read in linear time, or refused."""

import pytest

from podkit import notes

PIECES = [
    "[",
    "[a](",
    "<",
    "&",
    "a@",
    "http://",
    "• ",
    "- ",
    "1 ",
    " ",
    "\u00a0",
    "Ep ",
    "review ",
    "text ",
    "a<br>",
    "Links:\n",
    "<a href=x><p>y",
    "<b><p>x",
    "**a",
    "follow Spotify ",
]


@pytest.mark.parametrize("piece", PIECES)
@pytest.mark.parametrize("format", ["html", "markdown", "text"])
def test_a_piece_many_times_over_is_read(piece, format):
    # In quadratic time, any of these would take minutes.
    count = 1_000 if "<p>" in piece else 5_000 if format == "markdown" else 20_000
    show_notes = notes.loads(f"Links:\n* a{piece * count}", format=format)
    assert show_notes.sections


def test_a_long_line_is_read():
    [section] = notes.loads("word " * 200_000).sections
    assert len(section.paragraphs[0].text) == 999_999
