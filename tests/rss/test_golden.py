import json

import attrs
import pytest

from podkit import rss
from tests.rss.golden import FEEDS, reading
from tests.rss.test_tables import MODELS


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


def said(value):
    """List the fields that say something in a value and in those that it holds."""
    if isinstance(value, tuple):
        return {field for member in value for field in said(member)}
    if not attrs.has(type(value)):
        return set()
    fields = [f for f in attrs.fields(type(value)) if getattr(value, f.name) != f.default]
    inner = {field for f in fields for field in said(getattr(value, f.name))}
    return inner | {(type(value), f.name) for f in fields}


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.__name__)
def test_the_feed_with_every_tag_says_something_of_every_field(model):
    feed = next(feed for feed in FEEDS if feed.stem == "every-tag")
    fields = {field.name for field in attrs.fields(model) if not field.inherited}
    found = {name for owner, name in said(rss.read(feed)) if owner is model}
    assert fields - {"extensions"} - found == set()
