"""What the README claims."""

import re
from pathlib import Path

import pytest

from podkit.chapters import _FORMATS as CHAPTERS
from podkit.notes import _FORMATS as NOTES
from podkit.pages import _FORMATS as PAGES
from podkit.transcripts import _FORMATS as TRANSCRIPTS

README = (Path(__file__).parents[2] / "README.md").read_text()
ROOMS = {
    "chapters": CHAPTERS,
    "transcripts": TRANSCRIPTS,
    "show notes": NOTES,
    "episode pages": PAGES,
}
# What the README calls the formats.
WORDS = {
    "cue": "CUE",
    "ffmetadata": "FFMETADATA",
    "html": "HTML",
    "json": "podcast namespace JSON",
    "labels": "Audacity labels",
    "lrc": "LRC",
    "markdown": "Markdown",
    "matroska": "Matroska XML",
    "ogm": "OGM text",
    "psc": "Podlove Simple Chapters",
    "sbv": "SBV",
    "srt": "SRT",
    "text": "text",
    "ttml": "TTML",
    "vtt": "WebVTT",
}


@pytest.mark.parametrize("room", ROOMS)
def test_it_names_the_formats_that_a_room_has(room):
    cell = re.search(rf"^\| {room} \| (.*?) \| the same \|$", README, re.MULTILINE)[1]
    assert sorted(cell.split(", ")) == sorted(WORDS[name] for name in ROOMS[room].rows)


def test_its_links_lead_to_files():
    targets = re.findall(r"\]\((?!https:)([^)#]+)", README)
    assert targets
    missing = [target for target in targets if not (Path(__file__).parents[2] / target).exists()]
    assert missing == []
