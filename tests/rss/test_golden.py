import json

import pytest

from podkit import rss
from tests.rss.golden import FEEDS, reading


@pytest.fixture(params=FEEDS, ids=lambda feed: feed.stem)
def feed(request):
    return request.param


def test_reads_to_the_expected_values_and_problems(feed):
    assert reading(feed.read_bytes()) == json.loads(feed.with_suffix(".json").read_text())


def test_reads_back_equal_what_it_writes(feed):
    show = rss.read(feed)
    assert rss.loads(rss.dumps(show)) == show


def test_writes_the_same_bytes_again(feed):
    written = rss.dumps(rss.read(feed))
    assert rss.dumps(rss.loads(written)) == written


def test_finds_no_other_problem_in_what_it_writes(feed):
    def kinds(data):
        problems = []
        rss.loads(data, on_problem=problems.append)
        return {problem.id for problem in problems}

    source = feed.read_bytes()
    assert kinds(rss.dumps(rss.loads(source))) <= kinds(source)
