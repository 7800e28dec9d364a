"""feedparser as oracle: both read the same facts.

Of repeated elements podkit reads the first and feedparser the last, so that the feed that is full
of them is left out. feedparser has one key for what several namespaces say, such as ``title``: the
facts of RSS 2.0 are compared without the others, and theirs one by one.
"""

import calendar

import attrs
import feedparser
import pytest

from podkit import Episode, Show, rss
from tests.rss.golden import FEEDS
from tests.rss.oracle import texts

RIVALS = ("atom_", "dc_", "media_", "googleplay_", "podcast_", "rawvoice_")
EVERY_TAG = rss.read(next(feed for feed in FEEDS if feed.stem == "every-tag"))


def without_rivals(value):
    """Give a show or an episode without what other namespaces say of the same things."""
    fields = [field for field in attrs.fields(type(value)) if field.name.startswith(RIVALS)]
    return attrs.evolve(value, **{field.name: field.default for field in fields})


@pytest.fixture(params=[feed for feed in FEEDS if feed.stem != "extensions"], ids=lambda f: f.stem)
def pair(request):
    show = without_rivals(rss.read(request.param))
    episodes = map(without_rivals, show.episodes)
    show = attrs.evolve(show, episodes=episodes, live_items=(), remote_items=())
    # What is written has no liberties, on which the two may differ.
    return show, feedparser.parse(rss.dumps(show))


def seconds(published):
    return published and calendar.timegm(published.utctimetuple())


def test_the_channel_has_the_same_facts(pair):
    show, parsed = pair
    facts = (show.title, show.link, show.language, show.generator)
    feed = parsed.feed
    assert facts == tuple(feed.get(key) for key in ("title", "link", "language", "generator"))


def test_the_episodes_have_the_same_facts(pair):
    show, parsed = pair
    assert [
        (
            episode.title,
            episode.link,
            episode.guid,
            seconds(episode.published),
            [enclosure.url for enclosure in episode.enclosures],
        )
        for episode in show.episodes
    ] == [
        (
            entry.get("title"),
            entry.get("link"),
            entry.get("id"),
            entry.get("published_parsed") and calendar.timegm(entry.published_parsed),
            [enclosure.href for enclosure in entry.get("enclosures", ())],
        )
        for entry in parsed.entries
    ]


def alone(value, field):
    """Write one field of a show or of an episode alone, and let feedparser read it."""
    value = type(value)(**{field: getattr(value, field)})
    if isinstance(value, Episode):
        return feedparser.parse(rss.dumps(Show(episodes=[value]))).entries[0]
    return feedparser.parse(rss.dumps(value)).feed


@pytest.mark.parametrize(
    ("field", "key"),
    [
        ("copyright", "rights"),
        ("description", "subtitle"),
        ("docs", "docs"),
        ("ttl", "ttl"),
        ("rating", "rating"),
        ("author", "author"),
        ("itunes_title", "itunes_title"),
        ("subtitle", "subtitle"),
        ("summary", "summary"),
        ("type", "itunes_type"),
        ("new_feed_url", "itunes_new-feed-url"),
        ("guid", "podcast_guid"),
        ("medium", "podcast_medium"),
        ("atom_id", "id"),
        ("atom_icon", "icon"),
        ("atom_logo", "logo"),
        ("dc_title", "title"),
        ("dc_publisher", "publisher"),
        ("dc_language", "language"),
        ("dc_rights", "rights"),
        ("sy_update_period", "sy_updateperiod"),
        ("sy_update_frequency", "sy_updatefrequency"),
        ("spotify_country_of_origin", "spotify_countryoforigin"),
        ("rawvoice_frequency", "rawvoice_frequency"),
        ("podcast_rf_origin_station", "podcastrf_originstation"),
    ],
)
def test_a_text_of_the_channel_is_the_same(field, key):
    assert alone(EVERY_TAG, field)[key] == str(getattr(EVERY_TAG, field))


@pytest.mark.parametrize(
    ("field", "key"),
    [
        ("description", "summary"),
        ("comments", "comments"),
        ("itunes_author", "author"),
        ("subtitle", "subtitle"),
        ("summary", "summary"),
        ("number", "itunes_episode"),
        ("season", "itunes_season"),
        ("episode_type", "itunes_episodetype"),
        ("order", "itunes_order"),
        ("atom_id", "id"),
        ("dc_title", "title"),
        ("dc_description", "summary"),
        ("slash_comments", "slash_comments"),
        ("slash_section", "slash_section"),
        ("wfw_comment", "wfw_comment"),
        ("wfw_comment_rss", "wfw_commentrss"),
        ("feedburner_orig_link", "feedburner_origlink"),
        ("podcast_rf_step_id", "podcastrf_stepid"),
    ],
)
def test_a_text_of_an_episode_is_the_same(field, key):
    episode = EVERY_TAG.episodes[0]
    assert alone(episode, field)[key] == str(getattr(episode, field))


@pytest.mark.parametrize(
    ("field", "facts"),
    [
        ("cloud", lambda feed: [feed.cloud[key] for key in ("domain", "port", "path")]),
        ("text_input", lambda feed: [feed.textinput[key] for key in ("title", "name", "link")]),
        ("image", lambda feed: [feed.image.href, feed.image.title, str(feed.image.width)]),
        ("artwork", lambda feed: [feed.image.href]),
        ("owner", lambda feed: list(feed.publisher_detail.values())),
        ("categories", lambda feed: [tag.term for tag in feed.tags]),
        ("itunes_categories", lambda feed: [tag.term for tag in feed.tags]),
        ("atom_links", lambda feed: [link.href for link in feed.links]),
        ("atom_contributors", lambda feed: [person.name for person in feed.contributors]),
        ("creative_commons_licenses", lambda feed: [link.href for link in feed.links]),
        ("podcast_images", lambda feed: [feed.podcast_image["aspect-ratio"]]),
    ],
)
def test_what_feedparser_reads_of_the_channel_is_said_by_its_field(field, facts):
    assert_says(EVERY_TAG, field, facts)


@pytest.mark.parametrize(
    ("field", "facts"),
    [
        ("media_contents", lambda entry: [content["url"] for content in entry.media_content]),
        ("media_thumbnails", lambda entry: [picture["url"] for picture in entry.media_thumbnail]),
        ("media_credits", lambda entry: list(entry.media_credit[0].values())),
        ("media_ratings", lambda entry: list(entry.media_rating.values())),
        ("media_player", lambda entry: [entry.media_player["url"]]),
        ("chapters", lambda entry: [chapter.title for chapter in entry.psc_chapters.chapters]),
        ("dc_creators", lambda entry: [author.name for author in entry.authors]),
        ("dc_subjects", lambda entry: [tag.term for tag in entry.tags]),
        ("source", lambda entry: [entry.source.href, entry.source.title]),
        ("content", lambda entry: [content.value for content in entry.content]),
    ],
)
def test_what_feedparser_reads_of_an_episode_is_said_by_its_field(field, facts):
    assert_says(EVERY_TAG.episodes[0], field, facts)


def assert_says(value, field, facts):
    found, held = facts(alone(value, field)), set(texts(getattr(value, field)))
    assert found
    assert set(found) <= held


def test_chapters_have_the_same_times():
    episode = EVERY_TAG.episodes[0]
    chapters = alone(episode, "chapters").psc_chapters.chapters
    assert [chapter.start for chapter in episode.chapters] == [
        chapter.start_parsed.total_seconds() for chapter in chapters
    ]


def test_a_place_is_the_same():
    episode = EVERY_TAG.episodes[0]
    longitude, latitude = alone(episode, "georss_point").where["coordinates"]
    assert (latitude, longitude) == (episode.geo_lat, episode.geo_long)


@pytest.mark.parametrize("field", ["dc_date", "atom_updated"])
def test_a_date_is_the_same(field):
    episode = EVERY_TAG.episodes[0]
    parsed = alone(episode, field).updated_parsed
    assert calendar.timegm(parsed) == seconds(getattr(episode, field))
