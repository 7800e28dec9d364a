"""What can be mended without guessing is mended, and nothing else is touched."""

from collections import Counter

import attrs
import pytest
from hypothesis import given, settings

from podkit import (
    Category,
    Enclosure,
    Episode,
    Extension,
    Image,
    LiveItem,
    Show,
    TranscriptLink,
    checks,
    rss,
)
from tests.checks.examples import EXAMPLES, feed
from tests.checks.shows import GOOD_SHOW
from tests.checks.test_check import SHOWS

DURATION = "{http://www.itunes.com/dtds/podcast-1.0.dtd}duration"


def said(text):
    return Extension(name=DURATION, text=text)


def file(kind):
    return Enclosure(url="https://example.com/1.mp3", type=kind)


def transcript(kind):
    return TranscriptLink(url="https://example.com/1", type=kind)


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("arts", "Arts"),
        ("HEALTH & fitness", "Health & Fitness"),
        ("Health and Fitness", "Health & Fitness"),
        ("Health &amp; Fitness", "Health & Fitness"),
        ("tv&film", "TV & Film"),
        ("Podcasting", "Podcasting"),
    ],
)
def test_a_category_is_spelled_as_apple_spells_it(text, spelled):
    show = checks.fix(Show(itunes_categories=[Category(text=text)])).show
    assert show.itunes_categories == (Category(text=spelled),)


def test_a_subcategory_is_spelled_as_apple_spells_it_in_its_category():
    inner = [Category(text="how-to"), Category(text="Design")]
    show = checks.fix(
        Show(itunes_categories=[Category(text="education", subcategories=inner)])
    ).show
    (category,) = show.itunes_categories
    assert [inner.text for inner in category.subcategories] == ["How To", "Design"]


@pytest.mark.parametrize(
    ("field", "value", "mended"),
    [
        ("language", "en_GB", "en-GB"),
        ("language", None, None),
        ("guid", "{917393E3-1B1E-5CEF-ACE4-EDAA54E1F810}", "917393e3-1b1e-5cef-ace4-edaa54e1f810"),
        ("guid", "my-show", "my-show"),
        ("medium", "Podcast", "podcast"),
        ("medium", "wax cylinder", "wax cylinder"),
        ("skip_days", ("monday", "Monday", "Tag"), ("Monday", "Tag")),
        ("skip_hours", (1, 1, 2), (1, 2)),
        ("image", Image(url="u", link="l"), Image(url="u", title="Tides", link="l")),
        ("image", Image(url="u", title="t", link="l"), Image(url="u", title="t", link="l")),
    ],
)
def test_a_value_of_the_show_is_mended(field, value, mended):
    show = checks.fix(Show(title="Tides", **{field: value})).show
    assert show == Show(title="Tides", **{field: mended})


@pytest.mark.parametrize(
    ("changes", "mended"),
    [
        ({"guid": "1"}, {"guid": "1", "guid_is_permalink": False}),
        ({"guid": "1", "guid_is_permalink": True}, {"guid": "1", "guid_is_permalink": False}),
        ({"guid": "https://example.com/1"}, {"guid": "https://example.com/1"}),
        ({"enclosures": [file("Audio/MP3")]}, {"enclosures": [file("audio/mpeg")]}),
        ({"enclosures": [file("audio/ogg")]}, {"enclosures": [file("audio/ogg")]}),
        ({"enclosures": [file(None)]}, {"enclosures": [file(None)]}),
        (
            {
                "transcript_links": [
                    transcript("application/srt"),
                    transcript("text/vtt; charset=a"),
                ]
            },
            {"transcript_links": [transcript("application/x-subrip"), transcript("text/vtt")]},
        ),
        ({"transcript_links": [transcript(None)]}, {"transcript_links": [transcript(None)]}),
        ({"transcript_links": [transcript(";x")]}, {"transcript_links": [transcript(";x")]}),
        (
            {"transcript_links": [TranscriptLink(url="1.vtt", type="text/srt")]},
            {"transcript_links": [TranscriptLink(url="1.vtt", type="text/srt")]},
        ),
    ],
)
def test_a_value_of_an_episode_or_a_live_item_is_mended(changes, mended):
    show = Show(episodes=[Episode(**changes)], live_items=[LiveItem(**changes, status="Live")])
    assert checks.fix(show).show == Show(
        episodes=[Episode(**mended)], live_items=[LiveItem(**mended, status="live")]
    )


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("1h 2m 3s", 3723),
        ("1 hour, 2 minutes", 3720),
        ("62 min", 3720),
        ("90 Seconds", 90),
        ("2hrs", 7200),
        ("PT1H2M3S", 3723),
    ],
)
def test_a_duration_in_words_becomes_one_in_seconds(text, seconds):
    other = Extension(name="mood", text="1h")
    show = checks.fix(Show(episodes=[Episode(extensions=[said(text), other])])).show
    assert show.episodes == (Episode(duration=seconds, extensions=[other]),)


@pytest.mark.parametrize("text", ["an hour", "", "PT", "1h 2h", "90", "0 min"])
def test_what_could_mean_anything_stays(text):
    show = Show(episodes=[Episode(extensions=[said(text)])])
    assert checks.fix(show) == (show, ())


def test_a_second_duration_stays_where_it_is():
    show = Show(episodes=[Episode(duration=9, extensions=[said("1h")])])
    assert checks.fix(show).show == show


def test_a_picture_gets_no_link_that_is_none():
    show = Show(title="Tides", link="tides", image=Image(url="u", title="Tides"))
    assert checks.fix(show).show == show
    show = attrs.evolve(show, link="https://example.com/")
    assert checks.fix(show).show.image.link == "https://example.com/"


def test_a_good_show_stays_as_it_is():
    assert checks.fix(GOOD_SHOW) == (GOOD_SHOW, ())


def test_the_problems_are_listed_that_are_gone():
    show = attrs.evolve(GOOD_SHOW, language="en_us", itunes_categories=[Category(text="arts")])
    fixed = checks.fix(show)
    assert [(problem.id, problem.where) for problem in fixed.mended] == [
        ("language-unknown", "channel, language"),
        ("category-unknown", "channel, itunes:category text"),
    ]
    left = {problem.id for problem in checks.check(fixed.show)}
    assert left.isdisjoint(problem.id for problem in fixed.mended)


def test_of_two_alike_only_the_one_is_listed_that_is_gone():
    categories = [Category(text="arts"), Category(text="Podcasting")]
    fixed = checks.fix(attrs.evolve(GOOD_SHOW, itunes_categories=categories))
    assert [problem.message for problem in fixed.mended] == [
        "'arts' is not one of Apple's categories; write 'Arts'"
    ]


def test_a_problem_that_is_worded_anew_is_not_gone():
    fixed = checks.fix(Show(language="the_klingon"))
    assert fixed.show.language == "the-klingon"
    assert "language-unknown" not in [problem.id for problem in fixed.mended]
    assert "language-unknown" in [problem.id for problem in checks.check(fixed.show)]


def test_of_a_feed_what_reading_forgave_is_mended_and_has_its_line():
    feed = (
        b"<?xml version='1.0' encoding='UTF-8'?>\n"
        b"<rss version='2.0' xmlns:it='http://www.itunes.com/DTDs/Podcast-1.0.dtd'><channel>\n"
        b"<it:explicit>YES</it:explicit>\n"
        b"<mood:calm xmlns:mood='urn:mood'>kept</mood:calm>\n"
        b"<item><it:duration>62 min</it:duration></item></channel></rss>"
    )
    fixed = checks.fix(feed)
    found = {problem.id: problem.line for problem in fixed.mended}
    assert found["forgiven-value"] == 3
    assert found["namespace-misspelt"] == 2
    assert found["bad-value"] == found["duration-missing"] == 5
    assert "unknown-element" not in found
    assert fixed.show.explicit is True
    written = rss.dumps(fixed.show)
    assert b"<itunes:explicit>true</itunes:explicit>" in written
    assert b"<itunes:duration>3720</itunes:duration>" in written


@pytest.mark.parametrize(
    "piece",
    [
        b'<item><guid isPermaLink="maybe">abc</guid></item>',
        b"<image><url>https://example.com/a.png</url><title><b/></title><link><b/></link></image>",
        b"<item><itunes:duration>soon</itunes:duration></item>",
        b"<skipDays><day>monday</day><day><b/></day></skipDays>",
        b"<podcast:medium><b/></podcast:medium><language><b/></language>",
        b'<item><enclosure type="audio/mp3" length="x"/></item>',
        b'<item><podcast:transcript type="text/srt"/></item>',
    ],
)
def test_what_was_kept_of_a_mended_value_is_in_nobodys_way(piece):
    namespaces = (
        b"xmlns:itunes='http://www.itunes.com/dtds/podcast-1.0.dtd' "
        b"xmlns:podcast='https://podcastindex.org/namespace/1.0'"
    )
    feed = b"<rss %s><channel><title>Tides</title>%s</channel></rss>" % (namespaces, piece)
    fixed = checks.fix(feed)
    assert rss.loads(rss.dumps(fixed.show)) == fixed.show


def test_durations_of_a_feed_become_seconds_and_that_is_listed():
    channel = b"<channel><item><itunes:duration>%b</itunes:duration></item></channel></rss>"
    start = b'<rss xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd">\n'
    clock, overfull = (checks.fix(start + channel % text) for text in (b"1:02:03", b"00:07:74"))
    assert clock.show.episodes[0].duration == 3723
    assert ("duration-not-seconds", 2) in [(each.id, each.line) for each in clock.mended]
    assert overfull.show.episodes[0].duration == 494
    assert ("forgiven-value", 2) in [(each.id, each.line) for each in overfull.mended]


# What stands in a channel.
SNIPPETS = [(name, each.bad) for name, each in EXAMPLES.items() if isinstance(each.bad, str)]
SNIPPETS = [(name, snippet) for name, snippet in SNIPPETS if "<channel>" not in snippet]


def test_mending_breaks_nothing():
    for identifier, snippet in SNIPPETS:
        show = rss.loads(feed(snippet))
        before, after = (
            Counter((problem.id, problem.where) for problem in checks.check(each))
            for each in (show, checks.fix(show).show)
        )
        assert after - before == Counter(), identifier


@settings(deadline=None, max_examples=30)
@given(SHOWS)
def test_what_was_mended_needs_no_mending(show):
    fixed = checks.fix(show)
    assert checks.fix(fixed.show) == (fixed.show, ())
