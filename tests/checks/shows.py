"""A show in which no rule finds anything, and how to change it."""

from datetime import UTC, datetime

import attrs

from podkit import (
    AtomLink,
    Category,
    Enclosure,
    Episode,
    Image,
    Owner,
    Show,
    TranscriptLink,
)

GOOD_EPISODE = Episode(
    title="Interdependence",
    link="https://example.com/270",
    description="<p>We need each other.</p>",
    enclosures=[
        Enclosure(url="https://example.com/270.mp3?from=feed", length=5650889, type="audio/mpeg")
    ],
    guid="ep-270",
    guid_is_permalink=False,
    published=datetime(2024, 3, 28, 9, tzinfo=UTC),
    artwork="https://example.com/270.png",
    duration=1830,
    explicit=False,
    number=270,
    season=1,
    episode_type="full",
    transcript_links=[TranscriptLink(url="https://example.com/270.vtt", type="text/vtt")],
)
GOOD_SHOW = Show(
    title="Feminist Wellness",
    link="https://example.com/",
    description="A show about living well.",
    language="en-us",
    image=Image(
        url="https://example.com/logo.png",
        title="Feminist Wellness",
        link="https://example.com/",
    ),
    atom_links=[AtomLink(href="https://example.com/feed.xml", rel="self")],
    author="Victoria",
    owner=Owner(email="victoria@example.com"),
    artwork="https://example.com/cover.JPG",
    itunes_categories=[
        Category(text="Health & Fitness", subcategories=[Category(text="Mental Health")]),
        Category(text="Technology"),
    ],
    explicit=True,
    type="Serial",
    guid="d84ced82-1926-54c0-88c2-bb01dd35d7e3",
    locked=True,
    locked_owner="victoria@example.com",
    episodes=[
        GOOD_EPISODE,
        attrs.evolve(
            GOOD_EPISODE,
            guid="EP-270",
            enclosures=[
                Enclosure(url="https://example.com/t.mp3", length=5650889, type="audio/mpeg")
            ],
            published=datetime(2024, 3, 21, 9, tzinfo=UTC),
            episode_type="Trailer",
            number=None,
            season=None,
        ),
    ],
)


def with_episodes(*changes):
    """Give the good show episodes of these changes, with guids of their own."""
    episodes = [
        attrs.evolve(GOOD_EPISODE, **({"guid": f"ep-{index}"} | change))
        for index, change in enumerate(changes)
    ]
    return attrs.evolve(GOOD_SHOW, episodes=episodes)


def with_enclosure(**changes):
    """Give the good show one episode, whose second enclosure has these changes."""
    (enclosure,) = GOOD_EPISODE.enclosures
    return with_episodes({"enclosures": [enclosure, attrs.evolve(enclosure, **changes)]})
