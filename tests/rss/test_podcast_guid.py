"""The guid of a show is made of its feed's URL (podcast namespace, ``docs/tags/guid.md``)."""

import pytest

from podkit import rss

# The examples of the document.
EXAMPLES = {
    "mp3s.nashownotes.com/pc20rss.xml": "917393e3-1b1e-5cef-ace4-edaa54e1f810",
    "podnews.net/rss": "9b024349-ccf0-5f69-a609-6b82873eab3c",
}


@pytest.mark.parametrize(("url", "guid"), EXAMPLES.items())
@pytest.mark.parametrize("scheme", ["", "https://", "http://", "HTTPS://", "feed://"])
@pytest.mark.parametrize("slashes", ["", "/", "//"])
def test_scheme_and_last_slashes_are_left_out(url, guid, scheme, slashes):
    assert rss.podcast_guid(scheme + url + slashes) == guid


@pytest.mark.parametrize(
    "other",
    [
        "http://a.example/?of=b.example",
        "a.example/?of=feed://b.example",
        "a.example//?of=b.example",
    ],
)
def test_all_else_counts(other):
    assert rss.podcast_guid(other) != rss.podcast_guid("a.example/?of=http://b.example")
