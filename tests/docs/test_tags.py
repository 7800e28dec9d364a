"""The page of tags says what the tables say."""

from podkit._xml.namespaces import NAMESPACES
from tests.docs import tags


def test_the_page_is_made_of_the_tables():
    """Where they differ, ``python -m tests.docs.tags`` writes the page anew."""
    assert tags.PAGE.read_text() == tags.page()


def test_every_namespace_has_a_place():
    assert tags._DOCUMENTS.keys() == NAMESPACES.keys()


def test_a_tag_of_the_podcast_namespace_leads_to_its_own_page():
    address = tags.document("podcast:alternateEnclosure")
    assert address.endswith("/docs/tags/alternate-enclosure.md")
