import json
from pathlib import Path

import pytest

from podkit import notes
from tests.notes.golden import reading

SOURCES = [
    path
    for path in sorted((Path(__file__).parents[1] / "data/notes").iterdir())
    if path.suffix != ".json"
]


@pytest.fixture(params=SOURCES, ids=lambda path: path.name)
def source(request):
    return request.param


def test_reads_to_the_expected_values_and_problems(source):
    expected = source.with_suffix(".json").read_text()
    assert reading(notes, source) == json.loads(expected)


@pytest.mark.parametrize("format", ["html", "markdown"])
def test_reads_back_equal_what_it_writes(source, format):
    show_notes = notes.read(source)
    assert notes.loads(notes.dumps(show_notes, format=format), format=format) == show_notes
