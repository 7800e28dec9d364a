"""The bridge to feedgen: every tag of podkit's tables for code that builds a ``FeedGenerator``.

An extension of feedgen's takes what is to be said beyond feedgen's own methods as a `podkit.Show`,
and for an entry as a `podkit.Episode`; the tables in `podkit.rss.tables` write it. A tag is said by
feedgen or by podkit, never by both.

feedgen writes no feed without title, link, description and the time of its making, and no item
without title or description: `to_feedgen` gives these to feedgen and all else to the extension.
"""

from typing import TYPE_CHECKING, Any

import attrs
from lxml import etree
from lxml.etree import _Element as Element

from podkit import rss
from podkit._xml import local, tag, write_root
from podkit._xml.namespaces import NAMESPACES, SPACE
from podkit.errors import OnProblem, UnrepresentableError, ignore
from podkit.models import Episode, Show
from podkit.rss.tables import ITEM

if TYPE_CHECKING:
    from feedgen.feed import FeedGenerator

__all__ = ["PodkitEntryExtension", "PodkitExtension", "from_feedgen", "to_feedgen"]

# What feedgen can't do without, and what it says of itself unless it is told otherwise.
_REQUIRED = ("title", "link", "description", "last_build_date")
_SAID = (*_REQUIRED, "generator", "docs")
# One serves all entries, as values don't change.
_SAYS_NOTHING = Episode()


class PodkitExtension:
    """What a feed of feedgen's says through podkit.

    Attributes:
        show: the tags to add, as a show that says nothing else.

    >>> from feedgen.feed import FeedGenerator
    >>> from podkit import Person
    >>> feed = FeedGenerator()
    >>> feed.register_extension("podkit", PodkitExtension, PodkitEntryExtension)
    >>> _ = feed.title("My show"), feed.description("About it"), feed.link(href="https://a.example")
    >>> feed.podkit.show = Show(persons=[Person(name="Jane Doe")])
    >>> b"<podcast:person>Jane Doe</podcast:person>" in feed.rss_str()
    True
    """

    def __init__(self) -> None:
        self.show = Show()

    def extend_ns(self) -> dict[str, str]:
        """Give the namespaces of the tables, for the root to declare."""
        return {prefix: address for prefix, address in NAMESPACES.items() if prefix}

    def extend_rss(self, feed: Element) -> Element:
        """Add the show's tags to ``<rss>``.

        Raises:
            UnrepresentableError: the show has something that a feed can't carry, or a tag that
                feedgen has written already.
        """
        root = _tree(rss.dumps(self.show))
        channel = root[0]
        _move(channel, feed[0])
        root.remove(channel)
        _move(root, feed)
        return feed

    def extend_atom(self, feed: Element) -> Element:
        """Leave an Atom feed as it is: the tables are those of RSS."""
        return feed


class PodkitEntryExtension:
    """What an entry of feedgen's says through podkit.

    Attributes:
        episode: the tags to add, as an episode that says nothing else.

    >>> from feedgen.feed import FeedGenerator
    >>> feed = FeedGenerator()
    >>> feed.register_extension("podkit", PodkitExtension, PodkitEntryExtension)
    >>> feed.add_entry().podkit.episode = Episode(duration=1830)
    """

    def __init__(self) -> None:
        self.episode = _SAYS_NOTHING

    def extend_rss(self, entry: Element) -> Element:
        """Add the episode's tags to an ``<item>``.

        Raises:
            UnrepresentableError: the episode has something that an item can't carry, or a tag that
                feedgen has written already.
        """
        _move(_tree(write_root(ITEM, self.episode, name="item")), entry)
        return entry

    def extend_atom(self, entry: Element) -> Element:
        """Leave an Atom entry as it is: the tables are those of RSS."""
        return entry


def to_feedgen(show: Show) -> "FeedGenerator":
    """Make a ``FeedGenerator`` whose RSS reads as the show.

    What feedgen itself doesn't need is in the extension: ``feed.podkit.show`` and, of each entry,
    ``entry.podkit.episode``.

    Raises:
        UnrepresentableError: the show has something that a feed can't carry, or lacks something
            without which feedgen writes none.

    >>> from datetime import UTC, datetime
    >>> show = Show(title="My show", link="https://a.example", description="About it",
    ...     type="serial", last_build_date=datetime(2024, 3, 28, tzinfo=UTC),
    ...     episodes=[Episode(title="One", duration=1830)])
    >>> feed = to_feedgen(show)
    >>> feed.title(), feed.podkit.show.type, from_feedgen(feed) == show
    ('My show', 'serial', True)
    """
    from feedgen.feed import FeedGenerator  # noqa: PLC0415 -- it is loaded when it is asked for

    rest = _without_said(show)
    rss.dumps(show)
    rss.dumps(rest)
    feed = FeedGenerator()
    feed.register_extension("podkit", PodkitExtension, PodkitEntryExtension)
    feed.title(show.title)
    feed.link(href=show.link, rel="alternate")
    feed.description(show.description)
    feed.lastBuildDate(show.last_build_date)
    feed.generator(show.generator or "")
    feed.docs(show.docs or "")
    feed.podkit.show = attrs.evolve(rest, episodes=())
    for episode, other in zip(show.episodes, rest.episodes, strict=True):
        entry = feed.add_entry(order="append")
        entry.title(episode.title)
        entry.description(None if other.description else episode.description)
        entry.podkit.episode = other
    return feed


def from_feedgen(feed: "FeedGenerator", *, on_problem: OnProblem = ignore) -> Show:
    """Read a show from the RSS that a ``FeedGenerator`` writes.

    Raises:
        ValueError: feedgen can't write the feed: it lacks a title, say.

    >>> from feedgen.feed import FeedGenerator
    >>> feed = FeedGenerator()
    >>> _ = feed.title("My show"), feed.description("About it"), feed.link(href="https://a.example")
    >>> from_feedgen(feed).title
    'My show'
    """
    return rss.loads(feed.rss_str(), on_problem=on_problem)


def _without_said(show: Show) -> Show:
    """Leave out what feedgen is to say of a show, or refuse one that lacks what feedgen needs."""
    for field in _REQUIRED:
        if getattr(show, field) is None:
            raise UnrepresentableError("feedgen writes no feed without it", where=field)
    said: dict[str, Any] = dict.fromkeys(_SAID)
    episodes = [
        _without_name(episode, f"episodes[{index}]") for index, episode in enumerate(show.episodes)
    ]
    return attrs.evolve(show, episodes=tuple(episodes), **said)


def _without_name(episode: Episode, where: str) -> Episode:
    """Leave out an episode's title, or where it has none its description."""
    if episode.title is not None:
        return attrs.evolve(episode, title=None)
    if episode.description is not None:
        return attrs.evolve(episode, description=None)
    raise UnrepresentableError("feedgen writes no item without title or description", where=where)


def _tree(document: bytes) -> Element:
    parser = etree.XMLParser(resolve_entities=False, strip_cdata=False, huge_tree=True)
    return etree.fromstring(document, parser)


def _move(source: Element, target: Element) -> None:
    """Move what an element carries into one that feedgen has begun."""
    target.attrib.update(source.attrib)
    if source.text and source.text.strip(SPACE):
        target.text = source.text
    taken = {child.tag for child in target}
    for child in list(source):
        if child.tag in taken:
            name = f"{child.prefix}:{local(tag(child))}" if child.prefix else tag(child)
            raise UnrepresentableError(f"feedgen has said <{name}>: say it there or here, not both")
        if child.tail and not child.tail.strip(SPACE):
            child.tail = None
        target.append(child)
