"""Reading makes values without their classes' checks; those find nothing wrong with them."""

import attrs
import pytest

from podkit import rss
from tests.rss.golden import FEEDS


def values_in(value):
    """List a value and all those that it holds."""
    if isinstance(value, tuple):
        return [inner for member in value for inner in values_in(member)]
    if not attrs.has(type(value)):
        return []
    held = [getattr(value, field.name) for field in attrs.fields(type(value))]
    return [value, *values_in(tuple(held))]


@pytest.mark.parametrize("feed", FEEDS, ids=lambda feed: feed.stem)
def test_what_is_read_passes_the_checks_of_its_class(feed):
    for value in values_in(rss.read(feed)):
        fields = attrs.fields(type(value))
        assert type(value)(**{field.name: getattr(value, field.name) for field in fields}) == value
        for field in fields:
            again = getattr(attrs.evolve(value), field.name)
            assert type(getattr(value, field.name)) is type(again)
