import json
from pathlib import Path

import pytest

from podkit import pages
from tests.notes.golden import reading

SOURCES = [
    path
    for path in sorted((Path(__file__).parents[1] / "data/pages").iterdir())
    if path.suffix in (".html", ".md", ".txt")
]


@pytest.fixture(params=SOURCES, ids=lambda path: path.name)
def source(request):
    return request.param


def test_reads_to_the_expected_values_and_problems(source):
    expected = source.with_suffix(".json").read_text()
    assert reading(pages, source) == json.loads(expected)


def test_reads_back_equal_what_it_writes(source):
    page = pages.read(source)
    assert pages.loads(pages.dumps(page, format="html")) == page
