"""Writes a feed of one episode to feed.xml, and prints what directories would find fault with."""

from datetime import UTC, datetime

from podkit import AtomLink, Category, Enclosure, Episode, Show, checks, rss

url = "https://example.com/tides"
sound = Enclosure(url=f"{url}/1.mp3", length=29_280_000, type="audio/mpeg")
episode = Episode(
    title="The Lighthouse",
    description="A keeper's tale of fog and fire.",
    guid="tides-1",
    guid_is_permalink=False,
    published=datetime(2024, 3, 28, 9, tzinfo=UTC),
    duration=1830,
    enclosures=(sound,),
)
show = Show(
    title="Tides & Tales",
    link=url,
    description="Stories of the sea.",
    language="en",
    author="Ann Lee",
    artwork=f"{url}/cover.jpg",
    itunes_categories=(Category(text="Arts", subcategories=(Category(text="Books"),)),),
    explicit=False,
    atom_links=(AtomLink(href=f"{url}/feed.xml", rel="self"),),
    episodes=(episode,),
)
rss.write(show, "feed.xml")
for problem in checks.check(show):
    print(problem.level, problem, sep=": ")
