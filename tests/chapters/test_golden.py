import json

import pytest

from podkit import chapters
from podkit._carry import carried
from tests.chapters.golden import EXPECTED, FILES, reading


@pytest.fixture(params=FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def file(request):
    return request.param


@pytest.fixture
def module(file):
    return getattr(chapters, file.parent.name)


def test_reads_to_the_expected_values_and_problems(file):
    expected = json.loads(file.with_suffix(EXPECTED).read_text("utf-8"))
    assert reading(file.read_bytes()) == expected


def test_is_read_by_the_module_of_its_format(file, module):
    assert module.read(file) == chapters.read(file)


def test_reads_back_equal_what_it_writes(file, module):
    found = module.read(file)
    assert module.loads(module.dumps(found)) == found


def test_is_written_as_json_but_for_what_json_has_no_place_for(file):
    found = chapters.read(file)
    written = chapters.json.dumps(found, lossy=True)
    assert chapters.json.loads(written) == carried(found, chapters.json.CARRIES, lossy=True)


@pytest.mark.parametrize("path", [path for path in FILES if path.stem.startswith("every-")])
def test_is_written_as_it_is_when_it_is_in_our_hand(path):
    assert chapters.dumps(chapters.read(path), format=path.parent.name) == path.read_text("utf-8")
