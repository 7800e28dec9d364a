import pytest

from podkit import rss
from tests.rss.golden import FEEDS
from tests.rss.loss import lost


@pytest.mark.parametrize("feed", FEEDS, ids=lambda feed: feed.stem)
def test_every_text_and_attribute_of_a_feed_is_in_what_is_written(feed):
    source = feed.read_bytes()
    assert lost(source, rss.dumps(rss.loads(source))) == []


def test_the_loss_check_finds_a_loss():
    source = b"<rss><channel x='7'><title>A</title><ttl>90</ttl>stray</channel></rss>"
    assert lost(source, b"<rss><channel><ttl>1:30</ttl></channel></rss>") == ["7", "A", "stray"]
