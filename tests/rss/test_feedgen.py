"""The bridge to feedgen: what podkit's tables add to a ``FeedGenerator``, and shows made of one."""

from datetime import UTC, datetime

import attrs
import pytest
from feedgen.feed import FeedGenerator
from lxml import etree

from podkit import (
    Category,
    Enclosure,
    Episode,
    Extension,
    Owner,
    Person,
    Show,
    TranscriptLink,
    UnrepresentableError,
    rss,
    strict,
)
from podkit.rss.feedgen import (
    PodkitEntryExtension,
    PodkitExtension,
    from_feedgen,
    to_feedgen,
)
from tests.rss.golden import FEEDS

MADE = datetime(2024, 3, 28, 9, 0, tzinfo=UTC)
SHOW = Show(
    title="My show",
    link="https://example.com/",
    description="About it",
    last_build_date=MADE,
    episodes=[Episode(title="Two", duration=1830), Episode(description="<p>One</p>")],
)


@pytest.fixture
def feed():
    feed = FeedGenerator()
    feed.register_extension("podkit", PodkitExtension, PodkitEntryExtension)
    feed.title("My show")
    feed.link(href="https://example.com/")
    feed.description("About it")
    return feed


def test_a_feed_is_given_tags_that_feedgen_does_not_know(feed):
    feed.podkit.show = Show(
        persons=[Person(name="Jane Doe")],
        owner=Owner(email="ann@example.com"),
        itunes_categories=[Category(text="Arts", subcategories=[Category(text="Books")])],
    )
    show = from_feedgen(feed, on_problem=strict)
    assert show == attrs.evolve(
        feed.podkit.show,
        title="My show",
        link="https://example.com/",
        description="About it",
        docs=show.docs,
        generator=show.generator,
        last_build_date=show.last_build_date,
    )


def test_an_entry_is_given_tags_that_feedgen_does_not_know(feed):
    link = TranscriptLink(url="https://example.com/1.vtt", type="text/vtt")
    for title in ("One", "Two"):
        entry = feed.add_entry(order="append")
        entry.title(title)
        entry.podkit.episode = Episode(transcript_links=[link], content="<p>Notes & more</p>")
    assert from_feedgen(feed).episodes == (
        Episode(title="One", transcript_links=[link], content="<p>Notes & more</p>"),
        Episode(title="Two", transcript_links=[link], content="<p>Notes & more</p>"),
    )
    assert b"<![CDATA[<p>Notes & more</p>]]>" in feed.rss_str()


def test_entries_that_stood_before_the_extension_have_it_too():
    feed = FeedGenerator()
    entry = feed.add_entry()
    feed.register_extension("podkit", PodkitExtension, PodkitEntryExtension)
    assert entry.podkit.episode == Episode()


def test_an_extension_that_says_nothing_changes_nothing(feed):
    feed.add_entry().title("One")
    plain = etree.fromstring(feed.rss_str(extensions=False))
    extended = etree.fromstring(feed.rss_str())
    assert [(e.tag, e.text) for e in extended.iter()] == [(e.tag, e.text) for e in plain.iter()]


def test_namespaces_are_declared_once(feed):
    for _ in range(3):
        entry = feed.add_entry()
        entry.title("One")
        entry.podkit.episode = Episode(duration=90, persons=[Person(name="Jane Doe")])
    written = feed.rss_str(pretty=True)
    assert written.count(b"xmlns:podcast=") == 1
    assert written.count(b"xmlns:itunes=") == 1


def test_what_no_table_knows_is_written_where_it_was(feed):
    mood = Extension(name="{urn:x}mood", text="calm")
    stray = Extension(name="#text", text="stray")
    around = Extension(name="mood", text="wild", parent="rss")
    attribute = Extension(name="mood", kind="attribute", text="calm")
    tail = Extension(name="pace", text="slow", tail="and so on")
    feed.podkit.show = Show(extensions=[attribute, stray, mood, tail, around])
    assert from_feedgen(feed).extensions == feed.podkit.show.extensions


@pytest.mark.parametrize(
    ("show", "name"),
    [
        (Show(title="Another"), "<title>"),
        (Show(generator="me"), "<generator>"),
        (Show(last_build_date=MADE), "<lastBuildDate>"),
    ],
)
def test_a_tag_is_said_by_feedgen_or_by_podkit(feed, show, name):
    feed.podkit.show = show
    with pytest.raises(UnrepresentableError, match=f"feedgen has said {name}"):
        feed.rss_str()


def test_a_tag_that_another_extension_has_said_is_refused():
    feed = FeedGenerator()
    feed.load_extension("podcast")
    feed.register_extension("podkit", PodkitExtension, PodkitEntryExtension)
    entry = feed.add_entry()
    entry.title("One")
    entry.podcast.itunes_duration("90")
    entry.podkit.episode = Episode(duration=90)
    with pytest.raises(UnrepresentableError, match="feedgen has said <itunes:duration>"):
        entry.rss_entry()


def test_a_value_that_a_feed_cannot_carry_is_refused(feed):
    feed.podkit.show = Show(author="a\x00")
    with pytest.raises(UnrepresentableError, match=r"^author: XML can't hold"):
        feed.rss_str()


def test_an_atom_feed_is_left_as_it_is(feed):
    feed.id("tag:a")
    feed.podkit.show = Show(author="Ann")
    entry = feed.add_entry()
    entry.id("tag:1")
    entry.title("One")
    entry.content("About it")
    entry.podkit.episode = Episode(duration=90)
    assert b"itunes:" not in feed.atom_str().replace(b"xmlns:itunes", b"")


def complete(show):
    """Give a show what feedgen asks for, where it lacks it."""
    return attrs.evolve(
        show,
        title=show.title or SHOW.title,
        link=show.link or SHOW.link,
        description=show.description or SHOW.description,
        last_build_date=show.last_build_date or MADE,
        episodes=[attrs.evolve(item, title=item.title or "One") for item in show.episodes],
    )


@pytest.mark.parametrize(
    "path", [path for path in FEEDS if path.stem != "extensions"], ids=lambda path: path.stem
)
def test_what_feedgen_writes_of_a_show_reads_as_the_show(path):
    show = complete(rss.read(path))
    feed = to_feedgen(show)
    assert rss.loads(feed.rss_str()) == show
    assert rss.loads(feed.rss_str(pretty=True)) == show


def test_a_show_keeps_its_order_and_has_no_stamp():
    feed = to_feedgen(SHOW)
    assert from_feedgen(feed) == SHOW
    assert b"feedgen" not in feed.rss_str()


def test_a_show_that_was_made_into_a_feed_can_be_changed_in_it():
    feed = to_feedgen(SHOW)
    feed.title("Another")
    feed.entry()[0].podkit.episode = Episode(duration=60)
    show = from_feedgen(feed)
    assert (show.title, show.episodes[0]) == ("Another", Episode(title="Two", duration=60))


def test_a_show_says_its_generator_and_docs():
    show = attrs.evolve(SHOW, generator="a pencil", docs="https://example.com/docs")
    assert from_feedgen(to_feedgen(show)) == show


@pytest.mark.parametrize(
    ("changes", "where"),
    [
        ({"title": None}, "title"),
        ({"link": None}, "link"),
        ({"description": None}, "description"),
        ({"last_build_date": None}, "last_build_date"),
        ({"title": "a\x00"}, "title"),
        ({"author": "a\x00"}, "author"),
        ({"episodes": [Episode(title="One"), Episode(content="a")]}, "episodes[1]"),
        ({"episodes": [Episode(title="One\x00")]}, "episodes[0].title"),
        (
            {"episodes": [Episode(title="One", enclosures=[Enclosure(url="")])]},
            "episodes[0].enclosures[0].url",
        ),
        ({"extensions": [Extension(name="title", text="Another")]}, "extensions[0]"),
        ({"extensions": [Extension(name="mood", text="calm", parent="title")]}, "extensions"),
    ],
)
def test_a_show_that_feedgen_cannot_write_is_refused(changes, where):
    with pytest.raises(UnrepresentableError) as error:
        to_feedgen(attrs.evolve(SHOW, **changes))
    assert error.value.where == where
