"""Atom feeds: what is read of them, and that whatever is written reads back equal."""

import calendar
import io
import json
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import attrs
import feedparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from podkit import (
    AtomLink,
    AtomPerson,
    Category,
    Enclosure,
    Episode,
    Extension,
    ParseError,
    Show,
    UnrepresentableError,
    atom,
    strict,
    to_dict,
)

FEEDS = sorted((Path(__file__).parent / "data" / "atom").glob("*.xml"))
EVERY_FIELD = next(feed for feed in FEEDS if feed.stem == "every-field")
MADE = datetime(2024, 3, 28, 9, 0, tzinfo=UTC)
EPISODE = Episode(title="One", guid="tag:1", guid_is_permalink=False, published=MADE, link="b")
SHOW = Show(title="My show", atom_id="tag:a", last_build_date=MADE, episodes=[EPISODE])

every_feed = pytest.mark.parametrize("feed", FEEDS, ids=lambda feed: feed.stem)


def feed_of(content):
    return f"<feed xmlns='http://www.w3.org/2005/Atom'>{content}</feed>"


def entry_of(content):
    return feed_of(f"<entry>{content}</entry>")


def problems_of(data):
    problems = []
    atom.loads(data, on_problem=problems.append)
    return problems


@every_feed
def test_reads_to_the_expected_values_and_problems(feed):
    data = feed.read_bytes()
    assert {
        "problems": [f"{problem.id}: {problem}" for problem in problems_of(data)],
        "show": to_dict(atom.loads(data)),
    } == json.loads(feed.with_suffix(".json").read_text())


def test_writes_every_field_as_it_was():
    assert atom.dumps(atom.read(EVERY_FIELD)) == EVERY_FIELD.read_bytes()


def test_feedparser_finds_the_same_in_what_was_written():
    parsed, show = feedparser.parse(io.BytesIO(atom.dumps(SHOW))), SHOW
    assert (parsed.version, parsed.bozo) == ("atom10", False)
    assert (parsed.feed.title, parsed.feed.id) == (show.title, show.atom_id)
    (entry,) = parsed.entries
    assert (entry.title, entry.id, entry.link) == (EPISODE.title, EPISODE.guid, EPISODE.link)
    assert calendar.timegm(entry.updated_parsed) == MADE.timestamp()


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "the data is empty"),
        (b"feed", "there is no XML element"),
        ("<rss version='2.0'/>", "expected Atom, found <rss>"),
        ("\n<html/>", "line 2: expected Atom, found <html>"),
        ("<feed xmlns='urn:x'/>", "expected Atom, found <{urn:x}feed>"),
    ],
)
def test_what_is_no_atom_feed_raises_and_says_what_was_found(data, message):
    with pytest.raises(ParseError, match=message):
        atom.loads(data)


def test_strict_raises_at_the_first_problem():
    with pytest.raises(ParseError, match=r"^line 1: <mood> was not kept"):
        atom.loads(feed_of("<mood/><day/>"), on_problem=strict)


@pytest.mark.parametrize("start", ["version='0.3' xmlns='http://purl.org/atom/ns#'", ""])
def test_an_old_namespace_of_atom_or_none_is_read(start):
    assert atom.loads(f"<feed {start}><title>A</title></feed>").title == "A"


def test_many_links_take_linear_time():
    links = "<link rel='via' href='a'/>" * 5_000 + "<link rel='enclosure' href='b'/>" * 5_000
    (episode,) = atom.loads(entry_of(links)).episodes
    assert (len(episode.atom_links), len(episode.enclosures)) == (5_000, 5_000)


def test_a_name_of_a_file_is_no_feed(tmp_path):
    file = tmp_path / "feed.atom"
    atom.write(SHOW, file)
    for name in (str(file), bytes(file), file.as_uri()):
        with pytest.raises(ParseError):
            atom.loads(name)


def test_entities_are_neither_expanded_nor_fetched(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("leaked")
    doctype = f"<!DOCTYPE feed [<!ENTITY a SYSTEM '{secret.as_uri()}'><!ENTITY b 'bb'>]>"
    assert atom.loads(doctype + feed_of("<title>&a;&b;</title>")).title == "&a;&b;"


@pytest.mark.parametrize(
    ("kind", "content", "title"),
    [
        ("text", "a &amp;amp; b", "a &amp; b"),
        ("html", "a &amp;amp; b", "a & b"),
        ("html", "<![CDATA[5 &lt; 6 &#8217;]]>", "5 < 6 ’"),
        ("xhtml", "<div xmlns='http://www.w3.org/1999/xhtml'>a &amp; b</div>", "a & b"),
    ],
)
def test_a_title_is_text_whatever_its_type(kind, content, title):
    assert atom.loads(feed_of(f"<title type='{kind}'>{content}</title>")).title == title


@pytest.mark.parametrize(
    ("content", "published", "updated"),
    [
        ("<published>2024-03-28T09:00:00Z</published>", MADE, None),
        ("<updated>2024-03-28T10:00:00+01:00</updated>", MADE, None),
        ("<published>2024-03-28T09Z</published><updated>2024-03-28T09Z</updated>", MADE, MADE),
        ("<published>2024-03-28T09:00:00</published>", MADE, None),
        ("<published/>", None, None),
        ("<published>Thu, 28 Mar 2024 09:00:00 GMT</published>", MADE, None),
        ("<published>Thu, 28 Mar 99999999999999999999 09:00:00 GMT</published>", None, None),
        ("<published>--03-28</published>", None, None),
    ],
)
def test_dates(content, published, updated):
    (episode,) = atom.loads(entry_of(content)).episodes
    assert (episode.published, episode.atom_updated) == (published, updated)


def test_a_description_is_not_made_of_the_content():
    (episode,) = atom.loads(entry_of("<content>a</content>")).episodes
    assert (episode.description, episode.content) == (None, "a")


def test_a_person_is_not_given_what_another_has():
    names = "<author><name>Ann</name><email>ann@example.com</email></author>"
    show = atom.loads(feed_of(f"{names}<author><name>Bo</name></author>"))
    assert show.atom_authors == (
        AtomPerson(name="Ann", email="ann@example.com"),
        AtomPerson(name="Bo"),
    )


def test_a_link_to_a_page_is_found_among_other_alternates():
    other = "<link href='a.json' type='application/json'/>"
    show = atom.loads(feed_of(f"{other}<link href='a' type='text/html'/><link href='b'/>"))
    assert show.link == "a"
    assert show.atom_links == (
        AtomLink(href="a.json", type="application/json"),
        AtomLink(href="b"),
    )


@pytest.mark.parametrize("name", ["id", "title", "link", "updated", "author", "content", "entry"])
def test_an_empty_element_says_nothing(name):
    assert atom.loads(entry_of(f"<{name}/>")).episodes == (Episode(),)


def test_many_unknown_elements_take_linear_time():
    entries = "<entry><mood>calm</mood></entry>\n" * 1_000
    problem = problems_of(feed_of(entries))[-1]
    assert (problem.where, problem.line) == ("entry 1000", 1_000)


def test_what_takes_feedparser_too_long_is_not_kept():
    name = "a" * 100_000
    people = f"<author><name>{name}</name></author><author><name>Bo</name></author>"
    categories = "".join(f"<category term='{n}'/>" for n in range(5_000))
    data = feed_of(people + categories)
    show = atom.loads(data)
    assert show.atom_authors == (AtomPerson(name="Bo"),)
    assert len(show.categories) == 100
    assert {problem.id for problem in problems_of(data)} == {
        "too-much-for-feedparser",
        "incomplete-element",
    }


@pytest.mark.parametrize(
    ("changes", "where"),
    [
        ({"atom_id": None}, "atom_id"),
        ({"title": None}, "title"),
        ({"title": ""}, "title"),
        ({"last_build_date": None}, "last_build_date"),
        ({"title": " A"}, "title"),
        ({"description": "a\x00b"}, "description"),
        ({"description": "\ud800"}, "description"),
        ({"description": "\uffff"}, "description"),
        ({"description": "a\x85b"}, "description"),
        ({"description": "Ã©"}, "description"),
        ({"guid": "1"}, "guid"),
        ({"language": ""}, "language"),
        ({"atom_updated": MADE}, "atom_updated"),
        ({"atom_links": [AtomLink(href="")]}, "atom_links"),
        ({"atom_links": [AtomLink(href="a", rel="alternate")]}, "link"),
        ({"categories": [Category(text="a"), Category(text="a")]}, "categories"),
        ({"extensions": [Extension(name="mood", text="calm")]}, "extensions"),
        (
            {"last_build_date": MADE.replace(tzinfo=timezone(timedelta(seconds=30)))},
            "last_build_date",
        ),
    ],
)
def test_a_show_that_atom_cannot_carry_is_refused(changes, where):
    with pytest.raises(UnrepresentableError) as error:
        atom.dumps(attrs.evolve(SHOW, **changes))
    assert error.value.where == where


@pytest.mark.parametrize(
    ("changes", "where"),
    [
        ({"guid": None}, "guid"),
        ({"guid_is_permalink": None}, "guid_is_permalink"),
        ({"title": None}, "title"),
        ({"published": None, "atom_updated": MADE}, "published"),
        ({"link": None}, "link"),
        ({"duration": 90}, "duration"),
        ({"enclosures": [Enclosure(url="a"), Enclosure(url="")]}, "enclosures"),
        ({"atom_authors": [AtomPerson(name="Ann", uri=" a")]}, "atom_authors[0].uri"),
        (
            {"atom_updated": MADE.replace(tzinfo=timezone(timedelta(seconds=30)))},
            "atom_updated",
        ),
    ],
)
def test_an_episode_that_atom_cannot_carry_is_refused(changes, where):
    with pytest.raises(UnrepresentableError) as error:
        atom.dumps(attrs.evolve(SHOW, episodes=[EPISODE, attrs.evolve(EPISODE, **changes)]))
    assert error.value.where == f"episodes[1].{where}"


def test_nothing_is_said_that_the_show_does_not_say():
    written = atom.dumps(SHOW)
    assert b"feedgen" not in written
    assert atom.dumps(SHOW) == written


def test_a_file_is_read_and_written(tmp_path):
    atom.write(SHOW, tmp_path / "feed.atom")
    assert atom.read(tmp_path / "feed.atom") == SHOW
    assert atom.read(io.BytesIO(atom.dumps(SHOW))) == SHOW


def test_a_refused_show_leaves_the_file_as_it_was(tmp_path):
    file = tmp_path / "feed.atom"
    atom.write(SHOW, file)
    with pytest.raises(UnrepresentableError):
        atom.write(Show(), file)
    assert atom.read(file) == SHOW


TEXT = st.text(
    st.sampled_from("<>&'\"; \n]ab\xe9\u2028") | st.characters(codec="utf-8"), max_size=8
).map(str.strip)
SOME_TEXT = TEXT.filter(bool)
DATES = st.datetimes(timezones=st.just(UTC) | st.just(timezone(timedelta(hours=-3, minutes=-30))))
PEOPLE = st.lists(
    st.builds(
        AtomPerson, name=SOME_TEXT, uri=st.none() | st.just("a"), email=st.none() | SOME_TEXT
    ),
    max_size=2,
)
CATEGORIES = st.lists(
    st.builds(Category, text=SOME_TEXT, domain=st.none() | SOME_TEXT), max_size=2, unique=True
)
LINKS = st.lists(
    st.builds(
        AtomLink,
        href=st.sampled_from(["a", "http://b.example/?c=d&e=f#g"]),
        rel=st.sampled_from(["self", "next", "http://podlove.org/deep-link"]),
        type=st.none() | SOME_TEXT,
        title=st.none() | SOME_TEXT,
        length=st.none() | st.integers(0),
    ),
    max_size=2,
)
EPISODES = st.builds(
    Episode,
    guid=SOME_TEXT,
    guid_is_permalink=st.just(False),
    title=SOME_TEXT,
    link=st.just("http://a.example/"),
    published=DATES,
    atom_updated=st.none() | DATES,
    description=st.none() | SOME_TEXT,
    content=st.none() | SOME_TEXT,
    enclosures=st.lists(
        st.builds(Enclosure, url=st.just("a"), length=st.none() | st.integers(0)), max_size=2
    ),
    atom_links=LINKS,
    atom_authors=PEOPLE,
    atom_contributors=PEOPLE,
    categories=CATEGORIES,
)
SHOWS = st.builds(
    Show,
    atom_id=SOME_TEXT,
    title=SOME_TEXT,
    last_build_date=DATES,
    description=st.none() | SOME_TEXT,
    language=st.none() | st.just("de-AT"),
    copyright=st.none() | SOME_TEXT,
    generator=st.none() | SOME_TEXT,
    atom_icon=st.none() | st.just("a"),
    atom_links=LINKS,
    atom_authors=PEOPLE,
    categories=CATEGORIES,
    episodes=st.lists(EPISODES, max_size=2),
)


@settings(max_examples=60, deadline=None)
@given(SHOWS)
def test_a_show_is_refused_or_reads_back_equal(show):
    try:
        written = atom.dumps(show)
    except UnrepresentableError:
        return
    assert atom.loads(written) == show
    assert atom.dumps(atom.loads(written)) == written


PLAIN = st.text("abc &<", min_size=1, max_size=8).map(str.strip).filter(bool)


@settings(max_examples=40, deadline=None)
@given(st.data())
def test_a_show_of_plain_texts_is_never_refused(data):
    show = attrs.evolve(
        SHOW,
        title=data.draw(PLAIN),
        description=data.draw(PLAIN),
        atom_authors=[AtomPerson(name=data.draw(PLAIN), email="ann@example.com")],
        episodes=[
            attrs.evolve(EPISODE, guid=str(n), title=data.draw(PLAIN), content=data.draw(PLAIN))
            for n in range(data.draw(st.integers(0, 3)))
        ],
    )
    assert atom.loads(atom.dumps(show)) == show
