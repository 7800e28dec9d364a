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
    "Ep 1, 2 ",
    "S1E1 “",
    "1h02",
    "(0:00)\n",
    "(0:00) a ",
    "https://a)",
    "www.a.",
    "1. a\n",
    "\\*",
    "a\n---",
    "in episode twenty ",
    "a1:05 - ",
]


@pytest.mark.parametrize("piece", PIECES)
@pytest.mark.parametrize("format", ["html", "markdown", "text"])
def test_a_piece_many_times_over_is_read(piece, format):
    # In quadratic time, any of these would take minutes.
    count = 1_000 if "<p>" in piece else 5_000 if format == "markdown" else 20_000
    show_notes = notes.loads(f"Links:\n* a{piece * count}", format=format)
    assert show_notes.sections
    assert len(show_notes.timestamps) + len(show_notes.episode_refs) <= 2 * count
    assert len(notes.for_feed(show_notes).text) <= 4_000


def test_a_long_line_is_read():
    [section] = notes.loads("word " * 200_000).sections
    assert len(section.paragraphs[0].text) == 999_999


def test_a_long_text_that_is_all_references_is_written():
    # In quadratic time, as nh3 would take by itself, this would take minutes.
    show_notes = notes.text.loads("&" * 1_000_000)
    assert notes.dumps(show_notes, format="html") == f"<p>{'&amp;' * 1_000_000}</p>\n"
    assert len(notes.for_feed(show_notes).html) <= 4_000
