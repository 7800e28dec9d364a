"""Finds the channel of a feed, wherever it is, and reads it."""

from lxml import etree
from lxml.etree import _Element as Element

from podkit._xml import Parsed, canonical, local, parse_source, read_document, tag
from podkit.errors import OnProblem, ParseError, Problem
from podkit.models import Show
from podkit.rss._feedparser import read_by_feedparser
from podkit.rss.tables import CHANNEL

__all__ = ["RECORDS", "parse_feed", "read_feed", "read_tree"]

# What a document is instead of a feed, by the name of its root.
_OTHER_DOCUMENTS = {"html": "a web page", "opml": "an OPML list"}
# The elements that hold an episode, and what they stand in, in RSS and in Atom.
RECORDS = {"item": "channel", "entry": "feed"}


def read_feed(data: bytes | str, on_problem: OnProblem) -> Show:
    """Read a show from an RSS feed, or with feedparser from another one.

    Raises:
        ParseError: the data is no feed.

    >>> read_feed("<rss><channel/><item><title>One</title></item></rss>", print).episodes[0].title
    line 1: <item> stands outside of <channel>; it was read as if within
    'One'
    """
    return read_tree(parse_feed(data, on_problem).root, on_problem)


def parse_feed(data: bytes | str, on_problem: OnProblem) -> Parsed:
    """Parse a feed, be it broken or cut off.

    Raises:
        ParseError: there is no XML in the data.

    >>> parse_feed("<rss><channel/></rss>", print).root.tag
    'rss'
    """
    return parse_source(data, on_problem, records=RECORDS)


def read_tree(root: Element, on_problem: OnProblem) -> Show:
    """Read a show from the root of a feed; items outside of its channel are moved into it.

    Raises:
        ParseError: the document is no feed.
    """
    name = local(tag(root))
    if found := _OTHER_DOCUMENTS.get(name.lower()):
        raise ParseError(f"expected RSS, found {found}: its root is <{name}>", line=root.sourceline)
    root = _within_rss(root, on_problem)
    if canonical(tag(root)) != "rss":
        return read_by_feedparser(root, on_problem)
    return read_document(CHANNEL, root, _channel(root, on_problem), on_problem)


def _within_rss(root: Element, on_problem: OnProblem) -> Element:
    """Put a channel that stands alone where it belongs."""
    if canonical(tag(root)) != "channel":
        return root
    _report("no-rss", "<channel> should stand within <rss>", root, on_problem)
    rss = etree.Element("rss", nsmap=root.nsmap)
    rss.append(root)
    return rss


def _channel(rss: Element, on_problem: OnProblem) -> Element:
    """Find the channel, or make one of what stands without, and put all items into it."""
    children = list(rss)
    if not children:
        raise ParseError("expected a <channel> within <rss>, found none", line=rss.sourceline)
    channel = next((child for child in children if canonical(tag(child)) == "channel"), None)
    if channel is None:
        _report("no-channel", "there is no <channel>; <rss> was read as one", rss, on_problem)
        channel = etree.SubElement(rss, "channel")
        channel.extend(children)
        return channel
    for child in children:
        if canonical(tag(child)) == "item":
            message = "<item> stands outside of <channel>; it was read as if within"
            _report("item-outside-channel", message, child, on_problem)
            channel.append(child)
    return channel


def _report(identifier: str, message: str, element: Element, on_problem: OnProblem) -> None:
    on_problem(Problem(id=identifier, message=message, line=element.sourceline))
