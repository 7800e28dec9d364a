"""Every rule finds what it is for, and nothing in a good show."""

import re

import attrs
import pytest

from podkit import Category, Enclosure, Image, TranscriptLink, checks
from podkit.checks import apple, psp1, rss
from podkit.checks._categories import CATEGORIES
from tests.checks.shows import GOOD_EPISODE, GOOD_SHOW, with_enclosure, with_episodes


def show(**changes):
    return attrs.evolve(GOOD_SHOW, **changes)


def episode(**changes):
    return with_episodes({}, changes)


def file(**changes):
    (enclosure,) = GOOD_EPISODE.enclosures
    return episode(enclosures=[attrs.evolve(enclosure, **changes)])


def category(text, *subcategories):
    nested = [Category(text=subcategory) for subcategory in subcategories]
    return show(itunes_categories=[Category(text=text, subcategories=nested)])


# The rule, a show that breaks it and no other, and where it does.
BROKEN = [
    ("title-missing", show(title=None), "channel, title"),
    ("title-missing", show(title=""), "channel, title"),
    ("link-missing", show(link=None), "channel, link"),
    ("description-missing", show(description=None), "channel, description"),
    ("image-incomplete", show(image=Image(url="u", link="l")), "channel, image title"),
    ("image-incomplete", show(image=Image(url="u", title="t")), "channel, image link"),
    ("guid-repeated", with_episodes({}, {}, {"guid": "ep-0"}), "item 3, guid"),
    ("enclosure-not-http", with_enclosure(url="1.mp3"), "item 1, enclosure url"),
    ("enclosure-not-http", with_enclosure(url="ftp://a.example/1"), "item 1, enclosure url"),
    ("enclosure-length-missing", with_enclosure(length=None), "item 1, enclosure length"),
    ("enclosure-type-missing", with_enclosure(type=None), "item 1, enclosure type"),
    ("guid-not-permalink", episode(guid_is_permalink=None), "item 2, guid isPermaLink"),
    ("guid-not-permalink", episode(guid_is_permalink=True), "item 2, guid isPermaLink"),
    ("language-missing", show(language=None), "channel, language"),
    ("language-unknown", show(language="english"), "channel, language"),
    ("language-unknown", show(language="en_us"), "channel, language"),
    ("artwork-missing", show(artwork=None), "channel, itunes:image"),
    ("artwork-suffix", show(artwork="https://a.example/1.gif"), "channel, itunes:image href"),
    ("artwork-suffix", episode(artwork="https://a.example/1?a.png"), "item 2, itunes:image href"),
    ("category-missing", show(itunes_categories=[]), "channel, itunes:category"),
    ("category-unknown", category("Health"), "channel, itunes:category text"),
    ("category-unknown", category("Gadgets", "Phones"), "channel, itunes:category text"),
    ("category-unknown", category("Arts", "Food", "Literature"), "channel, itunes:category text"),
    ("explicit-missing", show(explicit=None), "channel, itunes:explicit"),
    ("author-missing", show(author=None), "channel, itunes:author"),
    ("show-type-unknown", show(type="weekly"), "channel, itunes:type"),
    ("episode-number-missing", episode(number=None), "item 2, itunes:episode"),
    (
        "episode-number-missing",
        episode(number=None, episode_type=None),
        "item 2, itunes:episode",
    ),
    ("description-too-long", show(description="a" * 4001), "channel, description"),
    ("description-too-long", episode(description="é" * 2001), "item 2, description"),
    ("description-too-long", episode(description="\ud800" * 4001), "item 2, description"),
    ("value-too-long", show(author="é" * 256), "channel, itunes:author"),
    ("value-too-long", episode(title="é" * 256), "item 2, title"),
    ("episode-title-missing", episode(title=None), "item 2, title"),
    ("enclosure-missing", episode(enclosures=[]), "item 2, enclosure"),
    ("enclosure-length-zero", with_enclosure(length=0), "item 1, enclosure length"),
    ("enclosure-length-zero", with_enclosure(length=-(10**5000)), "item 1, enclosure length"),
    ("enclosure-suffix", file(url="https://a.example/1.ogg"), "item 2, enclosure url"),
    ("enclosure-suffix", file(url="https://a.example/1#.mp3"), "item 2, enclosure url"),
    ("enclosure-type-unknown", file(type="audio/mp3"), "item 2, enclosure type"),
    ("date-missing", episode(published=None), "item 2, pubDate"),
    ("episode-description-missing", episode(description=None), "item 2, description"),
    ("duration-missing", episode(duration=None), "item 2, itunes:duration"),
    ("episode-link-missing", episode(link=None), "item 2, link"),
    ("episode-artwork-missing", episode(artwork=None), "item 2, itunes:image"),
    ("episode-explicit-missing", episode(explicit=None), "item 2, itunes:explicit"),
    ("episode-number-zero", episode(number=0), "item 2, itunes:episode"),
    ("episode-number-zero", episode(season=-1), "item 2, itunes:season"),
    ("episode-type-unknown", episode(episode_type="teaser"), "item 2, itunes:episodeType"),
    ("self-link-missing", show(atom_links=[]), "channel, atom:link"),
    ("podcast-guid-missing", show(guid=None), "channel, podcast:guid"),
    ("podcast-guid-malformed", show(guid="my-show"), "channel, podcast:guid"),
    ("locked-missing", show(locked=None), "channel, podcast:locked"),
    ("guid-missing", episode(guid=None), "item 2, guid"),
    ("transcript-missing", episode(transcript_links=[]), "item 2, podcast:transcript"),
    (
        "transcript-type-unknown",
        episode(transcript_links=[TranscriptLink(url="u")]),
        "item 2, podcast:transcript type",
    ),
    (
        "transcript-type-unknown",
        episode(transcript_links=[TranscriptLink(url="u", type="application/srt")]),
        "item 2, podcast:transcript type",
    ),
]


@pytest.mark.parametrize(("rule", "broken", "where"), BROKEN)
def test_a_rule_finds_what_breaks_it_and_no_other_rule_does(rule, broken, where):
    assert [(problem.id, problem.where) for problem in checks.check(broken)] == [(rule, where)]


def test_an_item_that_says_nothing_breaks_the_rule_of_rss_beside_those_of_apple():
    problems = checks.check(episode(title=None, description=None))
    assert [problem.id for problem in problems] == [
        "item-empty",
        "episode-title-missing",
        "episode-description-missing",
    ]


def test_no_rule_finds_anything_in_a_good_show():
    assert checks.check(GOOD_SHOW) == []


@pytest.mark.parametrize(
    "good",
    [
        show(language="pt-BR"),
        show(language="zh-hant-tw"),
        show(image=None),
        show(description="é" * 2000),
        show(author="é" * 255),
        show(type=None, episodes=[attrs.evolve(GOOD_EPISODE, number=None)]),
        show(episodes=[]),
        show(artwork="https://a.example/1.jpeg#top"),
        episode(guid="https://a.example/2", guid_is_permalink=None),
        file(url="HTTP://a.example/1.M4A", type="Audio/X-M4A"),
        episode(
            enclosures=[
                *GOOD_EPISODE.enclosures,
                Enclosure(
                    url="https://a.example/1.torrent", length=9, type="application/x-bittorrent"
                ),
            ]
        ),
    ],
)
def test_what_the_documents_allow_is_good(good):
    assert checks.check(good) == []


def test_every_rule_has_a_show_that_breaks_it():
    assert {rule.id for rule in checks.rules} - {rule for rule, _, _ in BROKEN} == {"item-empty"}


def test_no_two_rules_share_an_id():
    ids = [rule.id for rule in checks.rules]
    assert len(set(ids)) == len(ids)


def test_all_modules_of_rules_are_listed():
    assert checks.rules == (*rss.RULES, *apple.RULES, *psp1.RULES)


@pytest.mark.parametrize("rule", checks.rules, ids=lambda rule: rule.id)
def test_every_rule_says_what_it_is(rule):
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.id)
    assert re.fullmatch(r"\S.{10,80}\.", rule.summary)


@pytest.mark.parametrize("rule", checks.rules, ids=lambda rule: rule.id)
def test_every_rule_names_who_asks_for_it_and_where(rule):
    for demand in rule.demands:
        assert demand.authority in {"RSS", "Apple", "PSP-1"}
        assert demand.section


@pytest.mark.parametrize(("module", "authority"), [(rss, "RSS"), (apple, "Apple"), (psp1, "PSP-1")])
def test_a_rule_stands_in_the_module_of_an_authority_that_asks_for_it(module, authority):
    for rule in module.RULES:
        assert rule.demands[0].authority == authority


@pytest.mark.parametrize(
    ("rule", "level"),
    [
        ("link-missing", "error"),  # required by RSS, recommended by Apple
        ("author-missing", "warning"),
        ("episode-artwork-missing", "info"),
    ],
)
def test_the_strongest_demand_gives_the_level(rule, level):
    (broken,) = [broken for identifier, broken, _ in BROKEN if identifier == rule]
    (problem,) = checks.check(broken)
    assert problem.level == level


@pytest.mark.parametrize(
    ("broken", "message"),
    [
        (category("arts"), "'arts' is not one of Apple's categories; write 'Arts'"),
        (
            category("Education", "How-To"),
            "'How-To' is not one of the subcategories of Education; write 'How To'",
        ),
        (
            category("Podcasting"),
            "'Podcasting' is not one of Apple's categories; choose one that is",
        ),
        (
            with_episodes({"guid": "1"}, {}, {"guid": "1"}),
            "'1' is also the guid of item 1; give each episode its own",
        ),
        (show(description="a" * 4001), "the <description> has 4001 bytes of 4000; shorten it"),
    ],
)
def test_a_message_says_what_was_found_and_what_to_do(broken, message):
    assert [problem.message for problem in checks.check(broken)] == [message]


def test_a_message_quotes_no_more_than_the_start_of_a_long_value():
    (problem,) = checks.check(show(language="english" * 10_000))
    assert len(problem.message) < 200


def test_apple_has_19_categories_and_91_subcategories():
    assert len(CATEGORIES) == 19
    assert sum(map(len, CATEGORIES.values())) == 91
