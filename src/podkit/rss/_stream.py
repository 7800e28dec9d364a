"""Reads and writes feeds of any length: one episode at a time, or the show without its episodes.

What is read equals what `podkit.rss.loads` reads. Where that mends a feed, or moves what stands in
the wrong place, it has to know the feed as a whole; these then read it as a whole too.
"""

import io
import re
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain, islice
from typing import BinaryIO, cast

import attrs
from lxml import etree
from lxml.etree import _Element as Element

from podkit import _files
from podkit._files import Source, Target
from podkit._xml import DocumentWriter, Reader, canonical, read_document, tag
from podkit._xml.namespaces import SPACE
from podkit._xml.parse import SAFELY, has_too_many_attributes
from podkit.errors import OnProblem, Problem, ignore
from podkit.models import Episode, Show
from podkit.rss._reading import read_feed
from podkit.rss.tables import CHANNEL, ITEM

__all__ = ["iter_episodes", "read_show", "write_stream"]

# How much of a feed being written waits in memory rather than in a file, and moves at a time.
_MOST_IN_MEMORY = 1 << 23
_BLOCK = 1 << 20
_ITEM_PLACE = re.compile(r"item ([0-9]+),")
# An encoding that may be wrong, as any may that has a character for each byte.
_DOUBTFUL = re.compile(rb"<\?xml\s[^>]*encoding\s*=\s*[\"'](?!utf-?8)", re.IGNORECASE)
_LONGEST_DECLARATION = 200


def iter_episodes(source: Source, *, on_problem: OnProblem = ignore) -> Iterator[Episode]:
    """Read a feed's episodes one at a time, in memory for one at a time.

    A feed that is not well-formed, is packed, has another encoding than UTF-8 or items outside of
    its channel is read as a whole, from the first episode on that needs it.

    Args:
        source: a path or an open binary file; one that can't be read twice is read as a whole.
        on_problem: receives each `podkit.Problem` of an episode that was forgiven.

    Raises:
        ParseError: the source is no feed, or one that would take too much memory to read.
        OSError: the source can't be read.

    >>> feed = b"<rss><channel><item><title>One</title></item><item/></channel></rss>"
    >>> [episode.title for episode in iter_episodes(io.BytesIO(feed))]
    ['One', None]
    """
    with _opened(source) as file:
        start, count, reader = file.tell(), 0, None
        feed = _Feed(file)
        try:
            for item in feed.items():
                reader = reader or Reader(feed.root, on_problem)
                count += 1
                reader.place = f"item {count}"
                yield reader.whole(ITEM, item)
        except _WholeNeededError:
            file.seek(start)
            show = read_feed(file.read(), _without_items(count, on_problem))
            yield from islice(show.episodes, count, None)


def read_show(source: Source, *, on_problem: OnProblem = ignore) -> Show:
    """Read a show without its episodes, in memory that doesn't grow with them.

    It is as `podkit.rss.loads` reads it, with empty ``episodes``. What `iter_episodes` reads as a
    whole is read so here too.

    Args:
        source: a path or an open binary file; one that can't be read twice is read as a whole.
        on_problem: receives each `podkit.Problem` of the show that was forgiven.

    Raises:
        ParseError: the source is no feed, or one that would take too much memory to read.
        OSError: the source can't be read.

    >>> feed = b"<rss><channel><title>My show</title><item/></channel></rss>"
    >>> show = read_show(io.BytesIO(feed))
    >>> show.title, show.episodes
    ('My show', ())
    """
    with _opened(source) as file:
        start = file.tell()
        feed = _Feed(file)
        try:
            for _ in feed.items():
                pass
        except _WholeNeededError:
            file.seek(start)
            return attrs.evolve(read_feed(file.read(), on_problem), episodes=())
        return read_document(CHANNEL, feed.root, feed.channel, on_problem)


def write_stream(show: Show, episodes: Iterable[Episode], target: Target) -> None:
    """Write a show with these episodes, in memory for one at a time.

    They wait in a temporary file until all are known to be right, and with them the namespaces
    that the feed's first line declares.

    >>> file = io.BytesIO()
    >>> write_stream(Show(title="My show"), (Episode(number=number) for number in (1, 2)), file)
    >>> [episode.number for episode in iter_episodes(io.BytesIO(file.getvalue()))]
    [1, 2]
    """
    with tempfile.SpooledTemporaryFile(_MOST_IN_MEMORY) as body:
        document = DocumentWriter(CHANNEL, name="channel", root="rss", version="2.0")
        document.write_body(episodes, body)
        start, end = document.around(show)
        body.seek(0)
        blocks = iter(lambda: body.read(_BLOCK), b"")
        _files.write_chunks(target, chain([start], blocks, [end]))


@contextmanager
def _opened(source: Source) -> Iterator[BinaryIO]:
    """Open a path, or give a file that can go back to where it is."""
    with _files.opened(source) as file:
        yield file if file.seekable() else io.BytesIO(file.read())


class _WholeNeededError(Exception):
    """The feed can't be read element by element as it is read as a whole."""


class _Feed:
    """A feed that is read element by element, and keeps no item longer than it is looked at.

    Args:
        file: the feed, well-formed.

    Attributes:
        root: the root, once there is an item or the feed has come to its end.
        channel: the channel, likewise.
    """

    root: Element
    channel: Element

    def __init__(self, file: BinaryIO) -> None:
        start = file.read(_LONGEST_DECLARATION)
        file.seek(-len(start), io.SEEK_CUR)
        self._is_doubtful = _DOUBTFUL.search(start) is not None
        # What `podkit._xml.parse` mends is an error here.
        self._ends = etree.iterparse(file, events=("end",), tag=("{*}channel", "{*}item"), **SAFELY)

    def items(self) -> Iterator[Element]:
        """Give each item of the channel; it is gone from there when the next but one is asked for.

        Raises:
            _WholeNeededError: the feed can't be read so.
        """
        previous = None
        if self._is_doubtful:
            raise _WholeNeededError
        try:
            for _, element in self._ends:
                if previous is not None:
                    self._remove(previous)  # not before now: until then, its tail may not be whole
                previous = element if self._is_item(element) else None
                if previous is not None:
                    yield previous
        except etree.XMLSyntaxError as error:
            raise _WholeNeededError from error
        self._look_at(cast(Element, self._ends.root))
        if has_too_many_attributes(self.root):
            raise _WholeNeededError

    def _is_item(self, element: Element) -> bool:
        if canonical(tag(element)) != "item":
            return False
        parent = element.getparent()
        self._look_at(element.getroottree().getroot())
        if parent is self.root or has_too_many_attributes(element):
            raise _WholeNeededError
        return parent is self.channel

    def _look_at(self, root: Element) -> None:
        """Find the channel, or say that all of the feed is needed to find it."""
        has_types = root.getroottree().docinfo.internalDTD is not None
        channel = next((child for child in root if canonical(tag(child)) == "channel"), None)
        if has_types or canonical(tag(root)) != "rss" or channel is None:
            raise _WholeNeededError
        self.root, self.channel = root, channel

    def _remove(self, item: Element) -> None:
        """Take an item from the channel; a text behind it would go with it, but has to be kept."""
        if item.tail and item.tail.strip(SPACE):
            raise _WholeNeededError
        self.channel.remove(item)


def _without_items(count: int, on_problem: OnProblem) -> OnProblem:
    """Pass problems on, save those of the first items, which have been told."""

    def pass_on(problem: Problem) -> None:
        match = _ITEM_PLACE.match(problem.where or "")
        if not match or int(match[1]) > count:
            on_problem(problem)

    return pass_on
