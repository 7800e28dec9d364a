"""The long show that benchmarks read, write and check."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from podkit import Enclosure, Episode, Person, Show, TranscriptLink

SHOW = Show(
    title="A long show",
    link="https://example.com/",
    description="It goes on and on.",
    language="en",
    author="Ann",
    artwork="https://example.com/cover.jpg",
    explicit=False,
)
FIRST = datetime(2020, 1, 1, tzinfo=UTC)
NOTES = "<p>We talk about <b>it</b> &amp; more, at some length.</p>\n"


def episodes(count: int) -> Iterator[Episode]:
    """Make the episodes of the long show, with 5 kB of notes each."""
    for number in range(1, count + 1):
        url = f"https://example.com/{number}"
        yield Episode(
            title=f"The story of {number}",
            link=url,
            description=f"What number {number} is about.",
            enclosures=(Enclosure(url=f"{url}.mp3", length=9_000_000 + number, type="audio/mpeg"),),
            guid=f"urn:example:{number}",
            guid_is_permalink=False,
            published=FIRST + timedelta(days=number),
            content=f"{number} {NOTES * 80}".strip(),
            itunes_title=f"The story of {number}",
            itunes_author="Ann",
            artwork=f"{url}.jpg",
            duration=1800 + number % 900,
            explicit=False,
            number=number,
            season=number // 50 + 1,
            episode_type="full",
            transcript_links=(TranscriptLink(url=f"{url}.vtt", type="text/vtt"),),
            persons=(Person(name="Ann", role="host"), Person(name=f"Guest {number % 50}")),
        )
