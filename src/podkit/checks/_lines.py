"""Says on which lines of a feed's bytes the places stand that findings name.

The element that is meant is looked up in the tree of the feed; for one that is missing stands the
element that should hold it.
"""

import functools
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TypeAlias

import attrs
from lxml.etree import _Element as Element

from podkit._xml import Parsed, StartLines, canonical, clark, local, tag
from podkit._xml.namespaces import NAMESPACES
from podkit.errors import Problem, ignore
from podkit.rss._reading import RECORDS, parse_feed

__all__ = ["Lines"]

# What a problem that reading found tells of its element: libxml2's line, and the local name.
_Key: TypeAlias = tuple[int | None, str]

# The records of RSS, and the names under which reading numbers them.
_NUMBERED = {"item": "item", clark("podcast:liveItem"): "liveItem"}
# The elements that hold a whole feed, in RSS and in Atom.
_CONTAINERS = frozenset(RECORDS.values())
# The namespaces of RSS 1.0 and 0.90, whose names are those of RSS 2.0.
_OLDER = ("{http://purl.org/rss/1.0/}", "{http://my.netscape.com/rdf/simple/0.9/}")
# What reading reports when it moves elements.
_MOVING = {"item-outside-channel", "no-channel", "no-rss"}
# What reading reports of an element without saying which: the root, if no name stands here.
_ELEMENTS = dict.fromkeys(("no-channel", "no-rss", "read-by-feedparser"), "")
_ELEMENTS["item-outside-channel"] = "item"


class Lines:
    r"""The lines of a feed.

    Args:
        parsed: the feed, which was read since.
        reading: the problems that reading found.

    >>> from podkit.rss._reading import read_tree
    >>> feed = parse_feed(b"<rss>\n<channel>\n<title>Tides</title></channel></rss>", print)
    >>> show = read_tree(feed.root, print)
    >>> lines = Lines(feed, [])
    >>> lines.of("channel", "title"), lines.of("channel", "link"), lines.of("feed", "")
    (3, 2, 1)
    """

    def __init__(self, parsed: Parsed, reading: Sequence[Problem]) -> None:
        if not _MOVING.isdisjoint(problem.id for problem in reading):
            parsed = parse_feed(parsed.source, ignore)
        root = parsed.root
        self._root = root
        self._starts = StartLines(parsed)
        self._reading = reading
        self._incomplete = {
            self._key_of(problem) for problem in reading if problem.id == "incomplete-element"
        }
        self._is_rss = canonical(tag(root)) in {"rss", "channel"}
        self._channel: Element | None = None
        self._latest: tuple[str, Element, dict[str, list[Element]]] = "feed", root, _by_name(root)
        # The records by the name under which reading numbers them.
        self._records: dict[str, list[Element]] = defaultdict(list)
        # Items that stand outside of the channel: reading numbers them after the others.
        self._outside: list[Element] = []
        self._add(root)
        self._records["item"] += self._outside

    def of(self, place: str, path: str, index: int | None = None) -> int | None:
        """Give the line of what stands at a place.

        Args:
            place: ``feed``, ``channel``, or ``item`` or ``liveItem`` with its number.
            path: the names of elements within each other; the last may be that of an attribute.
            index: which of these elements is meant, from 0, in the order of the feed.
        """
        found = self._found(place, path)
        if index is not None and self._incomplete:
            read = [element for element in found if _key(element) not in self._incomplete]
            found = read or found
        return self._starts.of(found[min(index or 0, len(found) - 1)])

    def corrected(self) -> Iterator[Problem]:
        """Give the problems that reading found, with the lines on which their elements start."""
        for problem in self._reading:
            line = problem.line
            if line is not None and not self._starts.is_start(line):
                key = self._key_of(problem)
                line = self._exact.get(key, line) if key[1] else line
            if line is None and problem.where:  # it is about a channel that reading made
                line = self._starts.of(self._root)
            yield problem if line == problem.line else attrs.evolve(problem, line=line)

    @functools.cached_property
    def _exact(self) -> dict[_Key, int | None]:
        """The line on which the first element of each key starts."""
        lines = reversed(self._starts.exact.items())
        return {_key(element): line for element, line in lines}

    def _key_of(self, problem: Problem) -> _Key:
        if problem.where is None and problem.id in _ELEMENTS:
            return problem.line, _ELEMENTS[problem.id] or local(tag(self._root))
        path = (problem.where or "").rpartition(", ")[2]
        return problem.line, path.partition(" ")[0].rpartition(":")[2]

    def _add(self, element: Element) -> None:
        """Note the records in an element, and whether it holds the feed."""
        name = canonical(tag(element))
        if self._channel is None and local(tag(element)).lower() in _CONTAINERS:
            self._channel = element
        is_within = name in {"rss", "channel"}
        for child in element:
            record = self._record(tag(child), is_within=is_within)
            if not record:
                self._add(child)
            elif record == "item" and name == "rss":
                self._outside.append(child)
            else:
                self._records[record].append(child)

    def _record(self, spelled: str, *, is_within: bool) -> str | None:
        """Give the name under which reading numbers an element, if it does."""
        if not self._is_rss:
            return "item" if local(spelled).lower() in RECORDS else None
        return _NUMBERED.get(canonical(spelled)) if is_within else None

    def _found(self, place: str, path: str) -> list[Element]:
        """Find the elements of a path, as far as it leads."""
        if place != self._latest[0]:
            part = self._part(place)
            self._latest = place, part, _by_name(part)
        _, part, children = self._latest
        first, *others = path.split() or [""]
        name = _meant(first)
        # What has a number is no part of the channel, but one of its own.
        found = None if place == "channel" and name in _NUMBERED else children.get(name)
        if not found:
            return [part]
        for other in map(_meant, others):
            inner = [child for element in found for child in _by_name(element).get(other, ())]
            if not inner:
                break
            found = inner
        return found

    def _part(self, place: str) -> Element:
        """Give the element of the feed, of its channel or of a record."""
        if place == "channel" and self._channel is not None:
            return self._channel
        name, _, number = place.partition(" ")
        records = self._records[name]
        # feedparser finds some where there is none of the name.
        is_there = number and int(number) <= len(records)
        return records[int(number) - 1] if is_there else self._root


def _by_name(element: Element) -> dict[str, list[Element]]:
    """Give the elements within an element, by their names."""
    children: dict[str, list[Element]] = {}
    for child in element.iterchildren("*"):
        children.setdefault(_name(tag(child)), []).append(child)
    return children


@functools.cache
def _meant(name: str) -> str:
    """Give the Clark name that a path means; a name whose prefix no table has is found nowhere."""
    return clark(name) if name.rpartition(":")[0] in NAMESPACES else name


@functools.lru_cache(maxsize=4096)
def _name(spelled: str) -> str:
    """Give an element's Clark name; those of older versions of RSS are those of RSS 2.0."""
    name = canonical(spelled)
    return local(name) if name.startswith(_OLDER) else name


def _key(element: Element) -> _Key:
    return element.sourceline, local(tag(element))
