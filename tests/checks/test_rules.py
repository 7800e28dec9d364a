"""Every rule finds what breaks it, and nothing in what keeps it."""

import re

import attrs
import pytest

from podkit import AudioTags, Chapters, Transcript, checks, rss
from podkit.checks import fetched, podcasting, psp1, spotify
from podkit.checks import rss as rss_rules
from podkit.checks._categories import CATEGORIES
from podkit.checks._columns import Column
from podkit.checks._rules import Feed, Move
from podkit.models import Episode, Value, ValueRecipient
from tests.checks.examples import (
    DURATION,
    EXAMPLES,
    GUID,
    NOW,
    RECIPIENT,
    alternate,
    feed,
    head,
    item,
    media,
    media_group,
    schedule,
    split,
    value,
)

AUTHORITIES = {"RSS", "Apple", "Spotify", "PSP-1", "Podcasting 2.0", "Players"}

RULES = {rule.id: rule for rule in checks.rules}
each_example = pytest.mark.parametrize("identifier", EXAMPLES)


def found(identifier, example, given):
    """Give the ids of what is found in what an example has."""
    subjects = RULES[identifier].subjects
    if Move in subjects:
        snippets = {*example.bad, *example.good}
        old, new = (rss.loads(feed(snippet, *snippets)) for snippet in given)
        return {problem.id for problem in checks.compare(old, new)}
    if Chapters in subjects:
        problems = checks.check_chapters(given, duration=DURATION)
    elif Transcript in subjects:
        problems = checks.check_transcript(given, duration=DURATION)
    elif AudioTags in subjects:
        problems = checks.check_tags(given)
    elif Feed in subjects:
        problems = checks.check(whole(given, example), now=NOW)
    else:
        problems = checks.check(rss.loads(feed(given, example.bad, example.good)), now=NOW)
    return {problem.id for problem in problems}


def whole(given, example):
    """Make the bytes of a feed, of its head or of what stands in its channel."""
    if "<channel>" not in given:
        return feed(given, example.bad, example.good)
    return given.encode() + feed("").partition(b"<channel>")[2]


@each_example
def test_a_rule_finds_what_breaks_it_and_no_other_does(identifier):
    example = EXAMPLES[identifier]
    assert found(identifier, example, example.bad) == {identifier, *example.also}


@each_example
def test_it_finds_nothing_in_what_keeps_it_nor_does_another(identifier):
    example = EXAMPLES[identifier]
    assert found(identifier, example, example.good) <= example.also


# Further ways to break a rule.
BROKEN = [
    ("title-missing", "<title/>"),
    ("language-unknown", "<language>en_us</language>"),
    ("artwork-suffix", '<itunes:image href="https://example.com/1?a.png"/>'),
    ("category-unknown", '<itunes:category text="Gadgets"/>'),
    ("category-retired", '<itunes:category text="News &amp; Politics"/>'),
    ("description-too-long", item(f"<description>{'é' * 2001}</description>")),
    ("skip-hour-unknown", "<skipHours><hour>-1</hour></skipHours>"),
    ("title-with-number", item("<title>1 - Fog</title>")),
    ("title-with-number", item("<title>S2 E3: Fog</title>")),
    ("html-in-title", "<title>Tides &amp;amp; Tales</title>"),
    ("html-unsafe", item('<description>&lt;p onclick="play()"&gt;Fog&lt;/p&gt;</description>')),
    ("html-unsafe", item('<description>&lt;p style="z:1; POSITION:fixed"></description>')),
    ("escaped-twice", item("<description>Tides &amp;amp;amp; Tales</description>")),
    ("email-form", item("<author>ann@example.com</author>")),
    ("podcast-guid-differs", "<podcast:guid>917393E3-1b1e-5cef-ace4-edaa54e1f810</podcast:guid>"),
    (
        "medium-list-with-items",
        f'<podcast:medium>mixed</podcast:medium><podcast:remoteItem feedGuid="{GUID}"/>',
    ),
    ("title-with-number", item("<title>#12: Fog</title>")),
    ("title-with-number", item("<title>#1</title>")),
    ("title-with-number", item("<title>#1 Fog</title>")),
    ("title-with-show", item("<title>The making of tides &amp; tales</title>")),
    ("title-with-number", item("<itunes:title>Ep. 1: Fog</itunes:title>")),
    ("title-with-show", item("<itunes:title>Tides &amp; Tales: Fog</itunes:title>")),
    ("access-partner-missing", "<spotify:access><sandbox enabled='false'/></spotify:access>"),
    ("flag-without-effect", item("<itunes:block>No</itunes:block>")),
    ("googleplay-retired", item("<googleplay:explicit>yes</googleplay:explicit>")),
    ("link-to-closed", "<link>https://podcasts.google.com/feed/aHR0cHM6</link>"),
    (
        "notes-link-to-closed",
        item(
            "<description>Hear us: https://docs.google.com/1 https://play.google.com/music/m/I"
            "</description>"
        ),
    ),
    (
        "prefix-closed",
        item(
            '<enclosure url="https://op3.dev/e/chrt.fm/track/1/example.com/1.mp3"'
            ' length="29280000" type="audio/mpeg"/>'
        ),
    ),
    (
        "update-until-differs",
        schedule('rrule="UNTIL=20241224T090000Z;FREQ=WEEKLY" dtstart="2024-03-01"'),
    ),
    ("txt-ai-content-unknown", item('<podcast:txt purpose="AI-Content">a bit</podcast:txt>')),
    (
        "social-address-malformed",
        item('<podcast:socialInteract uri="1" protocol="hive" accountId="a"/>'),
    ),
    ("html-in-title", item("<title>Tides &amp;#38 Tales</title>")),
    ("alternate-length-missing", alternate('length="0"').replace('length="9000000"', "")),
    (
        "duration-long",
        item(
            "<itunes:duration>86400</itunes:duration>"
            '<enclosure url="https://example.com/1.mp3" length="99280000" type="audio/mpeg"/>'
        ),
    ),
    ("times-no-chapters", item("<description>0:00 Hello\n2:00 Fog\n1:00 Ebb</description>")),
    ("times-no-chapters", item("<description>0:00 Hello\n1:00 Fog</description>")),
    (
        "times-no-chapters",
        item("<description>&lt;p>0:01 Hello&lt;br>1:00 Fog&lt;/p></description>"),
    ),
    ("times-no-chapters", item("<description>1. 0:09 Hello\n2. 1:00 Fog</description>")),
    ("times-no-chapters", item("<content:encoded>0:01 Hello\n1:00 Fog</content:encoded>")),
    ("media-word-unknown", media('expression="half"')),
    ("media-link-malformed", media_group('<media:category scheme="mood">calm</media:category>')),
    ("html-in-media", media_group('<media:category label="&amp;amp;">calm</media:category>')),
    ("html-in-media", item("<media:copyright>&amp;copy; Ann</media:copyright>")),
    (
        "media-rating-unknown",
        item(
            '<media:content><media:rating scheme="urn:v-chip">pg-13</media:rating></media:content>'
        ),
    ),
    (
        "restriction-unknown",
        '<media:restriction relationship="deny" type="uri">/images</media:restriction>',
    ),
    ("media-number-low", media_group('<media:content width="-1"/>')),
    ("restriction-relationship", '<media:restriction relationship="maybe">all</media:restriction>'),
    ("recipient-custom-incomplete", value(RECIPIENT.replace("split", 'customValue="1" split'))),
    ("time-split-times", split(RECIPIENT, 'startTime="1" duration="-1"')),
    ("update-rule-malformed", schedule('rrule="FREQ=OFTEN"')),
]
GOOD = [
    '<media:rating scheme="urn:icra">r (cz 1)</media:rating>',
    "<language>zh-hant-tw</language>",
    "<itunes:type>Episodic</itunes:type>",
    "<rawvoice:subscribe stitcher=''/>",
    item("<description>A maker of google.com/maps and https://play.google.com/store</description>"),
    '<itunes:image href="https://example.com/1.jpeg#top"/>',
    '<itunes:image href="https://example.com/1?.jpg"/>',
    f"<description>{'é' * 2000}</description>",
    item("<guid>https://example.com/fog</guid>"),
    item("<author>mailto:ann%40example.com</author>"),
    item("<title>9/11: what we saw</title>"),
    item("<title>2001 - A Space Odyssey</title>"),
    item('<description>&lt;p style="font-style: italic"&gt;Fog&lt;/p&gt;</description>'),
    item("<title>#2 mistake of sailors</title>"),
    item("<title>#1ofakind</title>"),
    item("<title>Riptides &amp; Tales</title>"),
    item("<title>R&amp;B, and AT&amp;T</title>"),
    item("<description>We left at 9:30, and were back by 12:30.</description>"),
    item("<description>10:30 am Doors\n11:30 am Talk</description>"),
    item("<description>0:00 Hello, and until 2:00 nothing more.</description>"),
    item("<itunes:summary>Fog</itunes:summary><content:encoded>Fog</content:encoded>"),
    item(
        '<podcast:alternateEnclosure type="application/x-mpegURL" length="0">'
        '<podcast:source uri="https://example.com/1.m3u8"/></podcast:alternateEnclosure>'
    ),
    item('<description>&lt;a href="#top"&gt;Fog&lt;/a&gt;, 5 &lt; 6 &amp; on</description>'),
    item('<enclosure url="HTTPS://a.example/1.M4A" length="29280000" type="Audio/X-M4A"/>'),
    item(
        '<enclosure url="https://a.example/b/c/d/e/f/g/1.mp3" length="29280000" type="audio/mpeg"/>'
    ),
    item("<description>We found it on google.de, and &amp;lt;3 it.</description>"),
    item('<description>&lt;p title="http://example.com/"&gt;Fog&lt;/p&gt;</description>'),
    item("<itunes:summary>0:09 and 0:10</itunes:summary><description>Fog</description>"),
    '<media:restriction relationship="deny" type="uri">https://example.com/</media:restriction>',
    schedule('rrule="FREQ=WEEKLY" dtstart="20240301T090000Z"'),
]


@pytest.mark.parametrize(("identifier", "snippet"), BROKEN)
def test_a_rule_finds_other_ways_to_break_it(identifier, snippet):
    assert {problem.id for problem in checks.check(rss.loads(feed(snippet)))} == {identifier}


@pytest.mark.parametrize("snippet", GOOD)
def test_what_the_documents_allow_is_good(snippet):
    assert checks.check(rss.loads(feed(snippet))) == []


def test_a_time_split_is_held_against_no_end_where_the_duration_is_not_known():
    snippet = item(value(RECIPIENT))
    episode = attrs.evolve(rss.loads(feed(snippet)).episodes[0], duration=None)
    assert list(RULES["time-split-beyond-end"].find(episode)) == []


def test_every_rule_has_an_example():
    # Those of what is fetched have tests of their own, with something to fetch.
    assert EXAMPLES.keys() == RULES.keys() - {rule.id for rule in fetched.RULES}


def test_no_two_rules_share_an_id():
    assert len(RULES) == len(checks.rules)


def test_every_rule_says_what_it_is_and_who_asks_for_it():
    for rule in checks.rules:
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", rule.id)
        assert re.fullmatch(r"[A-Z].{10,98}\.", rule.summary), rule.id
        for demand in rule.demands:
            assert demand.authority in AUTHORITIES
            assert demand.section
        assert rule.level in {demand.level for demand in rule.demands}


@pytest.mark.parametrize(
    ("module", "authority"),
    [(spotify, "Spotify"), (psp1, "PSP-1"), (podcasting, "Podcasting 2.0"), (rss_rules, "RSS")],
)
def test_a_rule_stands_in_the_module_of_who_asks_for_it(module, authority):
    assert {rule.demands[0].authority for rule in module.RULES} == {authority}


@pytest.mark.parametrize(
    ("snippet", "message"),
    [
        ('<itunes:category text="arts"/>', "'arts' is not one of Apple's categories; write 'Arts'"),
        (
            '<itunes:category text="Education"><itunes:category text="How-To"/></itunes:category>',
            "'How-To' is not one of the subcategories of Education; write 'How To'",
        ),
        (
            '<itunes:category text="Podcasting"/>',
            "'Podcasting' is not one of Apple's categories; choose one that is",
        ),
        (f"<language>{'english' * 10_000}</language>", f"'{'english' * 12}"),
    ],
)
def test_a_message_says_what_was_found_and_what_to_do(snippet, message):
    (problem,) = checks.check(rss.loads(feed(snippet)))
    assert problem.message.startswith(message[:79])
    assert len(problem.message) < 200


def test_the_line_is_that_of_the_one_that_is_meant_of_several_elements():
    whole = '<enclosure url="https://example.com/1.mp3" length="9000000" type="audio/mpeg"/>'
    lacking = '<enclosure url="https://example.com/2.mp3" length="9000000"/>'
    data = feed(item(f"{whole}\n{lacking}"))
    (problem,) = (each for each in checks.check(data) if each.id == "enclosure-type-missing")
    assert lacking.encode() in data.splitlines()[problem.line - 1]


def test_values_within_several_values_are_counted_through():
    values = Value(type="lightning", value_recipients=(ValueRecipient(address="a"),) * 2)
    parts = Column.of([Episode(), Episode(values=(values, values))])
    assert parts.at("values", "value_recipients").places == [(1, 0), (1, 1), (1, 2), (1, 3)]


def test_a_text_that_several_have_is_found_in_each():
    bad = '<enclosure url="https://example.com/{}.mp3" length="9000000" type="mp3"/>'
    show = rss.loads(feed(item(bad.format(1)) + item(bad.format(2))))
    found = [each for each in checks.check(show) if each.id == "enclosure-type-malformed"]
    assert [each.where for each in found] == ["item 1, enclosure type", "item 2, enclosure type"]


def found_in(text):
    return {problem.id for problem in checks.check(feed(item(text)))}


def test_a_duration_of_no_time_is_implausible_but_not_missing():
    found = found_in("<itunes:duration>0</itunes:duration>")
    assert "duration-implausible" in found
    assert "duration-missing" not in found


def test_a_title_that_stands_twice_is_found_once():
    twice = feed(item("<title>Ep. 1: Fog</title><itunes:title>Ep. 1: Fog</itunes:title>"))
    found = [problem.where for problem in checks.check(twice) if problem.id == "title-with-number"]
    assert found == ["item 1, title"]


def test_folders_with_dots_are_no_hosts():
    url = "https://example.com/1.0/1.1/1.2/1.3/1.4/1.5/1.mp3"
    assert "prefixes-many" not in found_in(f'<enclosure url="{url}"/>')


@pytest.mark.parametrize("title", [" Fog", "Fog\n", "\n\tFog "])
def test_white_space_on_either_side_of_a_value_is_found(title):
    assert "space-around-value" in found_in(f"<title>{title}</title>")


def test_what_stands_in_many_places_is_found_once_and_counted():
    twice = item("<title> Fog</title><itunes:subtitle/>") * 2
    messages = [problem.message for problem in checks.check(feed(twice + item("<title> </title>")))]
    spaces = "<title> has white space around its text, here and once more; leave it out"
    assert spaces in messages
    snippet = item("<itunes:subtitle/>") * 3
    messages = [problem.message for problem in checks.check(feed(snippet))]
    empty = "<itunes:subtitle> is empty, here and 2 times more; give it a value, or leave it out"
    assert empty in messages


def test_a_feed_in_utf_16_is_found_to_be_one_and_nothing_else():
    text = whole(head(declaration='<?xml version="1.0" encoding="UTF-16"?>\n'), None).decode()
    problems = checks.check(text.encode("utf-16"))
    assert [problem.id for problem in problems] == ["encoding-not-utf8"]


def test_what_is_wrong_before_the_root_has_its_line():
    start = '\n<?xml version="1.1" encoding="latin-1"?>\n\n<!DOCTYPE rss>\n'
    problems = checks.check(whole(head(declaration=start), None))
    lines = {problem.id: problem.line for problem in problems}
    assert lines["xml-version"] == lines["encoding-not-utf8"] == 2
    assert lines["doctype"] == 4


@pytest.mark.parametrize("text", ["", "<![CDATA[]]>"])
def test_an_element_is_empty_without_a_text_or_with_one_of_no_letters(text):
    assert "element-empty" in found_in(f"<itunes:subtitle>{text}</itunes:subtitle>")


def test_an_element_is_not_empty_for_what_stands_at_its_end():
    assert "element-empty" not in found_in("<description>Fog <br></br></description>")


@pytest.mark.parametrize("title", [" \n", "<![CDATA[ Fog ]]>", "Fog and\nsmog"])
def test_white_space_alone_or_in_a_text_is_not_around_a_value(title):
    assert "space-around-value" not in found_in(f"<title>{title}</title>")


def test_what_stands_in_a_cdata_section_is_no_element_of_the_feed():
    html = "<link> x </link><title></title></item><b>"
    found = found_in(f"<description><![CDATA[{html}]]></description>")
    assert found.isdisjoint({"space-around-value", "element-empty", "element-after-items"})


def test_apple_has_19_categories_and_91_subcategories():
    assert len(CATEGORIES) == 19
    assert sum(map(len, CATEGORIES.values())) == 91
