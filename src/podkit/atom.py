"""Atom feeds (RFC 4287), read into a `podkit.Show` by feedparser and written from it by feedgen.

Atom itself says less of a podcast than RSS does: nothing of durations, seasons or transcripts. What
a feed says beyond the fields below is reported and not kept; what a show says beyond them is
refused. Whatever is written reads back equal: ``atom.loads(atom.dumps(show)) == show``.

==================  ==================================================================
``Show``            ``<feed>``
==================  ==================================================================
atom_id             id
title, description  title, subtitle
last_build_date     updated
link                the address of the first link to an alternate page
atom_links          all other links
atom_authors        author
atom_contributors   contributor
categories          category: the text is its term, the domain its scheme
language            ``xml:lang``
copyright           rights
generator           generator
atom_icon           icon
atom_logo           logo
episodes            entry
==================  ==================================================================

==================  ==================================================================
``Episode``         ``<entry>``
==================  ==================================================================
guid, title         id, title; an id is no link: ``guid_is_permalink`` is False
published           published; where there is none, updated
atom_updated        updated, where there is published too
link                the address of the first link to an alternate page
enclosures          the links to enclosures
atom_links          all other links
atom_authors        author
atom_contributors   contributor
categories          category
description         summary
content             content
==================  ==================================================================
"""

import html
from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any, TypeAlias, TypeVar

import attrs
from lxml import etree
from lxml.etree import _Element as Element

from podkit import _files
from podkit._feedparser import parse_by_feedparser
from podkit._values import ISO_DATE
from podkit._xml import Forgiven, parse, tag
from podkit._xml.namespaces import XML_NAMESPACE, split
from podkit.errors import OnProblem, ParseError, Problem, UnrepresentableError, ignore
from podkit.models import AtomLink, AtomPerson, Category, Enclosure, Episode, Show

if TYPE_CHECKING:
    from feedgen.entry import FeedEntry
    from feedgen.feed import FeedGenerator

__all__ = ["dumps", "loads", "read", "write"]


def loads(data: bytes | str, *, on_problem: OnProblem = ignore) -> Show:
    """Read a show from an Atom feed.

    Texts are kept as they are, HTML or not, save that HTML's entities in titles are resolved.
    Addresses are relative to ``xml:base``, where there is one.

    Args:
        data: the feed.
        on_problem: receives each `podkit.Problem` that was forgiven, and what was not kept.

    Raises:
        ParseError: the data is no Atom feed.

    >>> loads("<feed xmlns='http://www.w3.org/2005/Atom'><title>My show</title></feed>").title
    'My show'
    """
    root, place = parse(data, on_problem), _Place("", on_problem)
    namespace, name = split(tag(root))
    if name != "feed" or namespace not in _NAMESPACES:
        raise ParseError(f"expected Atom, found <{tag(root)}>", line=root.sourceline)
    _prune(root, _FEED, place)
    _fill_in(root)
    parsed = parse_by_feedparser(root, on_problem)
    return _show(dict(parsed.feed), parsed.entries, place)


def dumps(show: Show) -> bytes:
    """Write a show as an Atom feed, in UTF-8.

    Raises:
        UnrepresentableError: the show has something that Atom can't carry, or lacks something that
            Atom asks for: ``atom_id``, ``title`` and ``last_build_date``; of an episode ``guid``,
            ``title``, ``published`` and either ``link`` or ``content``.

    >>> from datetime import UTC
    >>> show = Show(title="My show", atom_id="https://example.com/",
    ...     last_build_date=datetime(2024, 3, 28, 9, 0, tzinfo=UTC))
    >>> print(dumps(show).decode())
    <?xml version='1.0' encoding='UTF-8'?>
    <feed xmlns="http://www.w3.org/2005/Atom">
      <id>https://example.com/</id>
      <title>My show</title>
      <updated>2024-03-28T09:00:00+00:00</updated>
    </feed>
    <BLANKLINE>
    """
    feed = _feed(show)
    try:
        data: bytes = feed.atom_str(pretty=True)
    except ValueError as error:
        where = next(path for path, leaf in _leaves(show) if not _is_writable(leaf))
        raise UnrepresentableError("XML can't hold a character of this", where=where) from error
    written = loads(data)
    if written != show:
        leaves = dict(_leaves(written))
        where = next(path for path, leaf in _leaves(show) if leaves.get(path) != leaf)
        raise UnrepresentableError("Atom can't carry this, or not as it is", where=where)
    return data


def read(source: _files.Source, *, on_problem: OnProblem = ignore) -> Show:
    """Read a show from an Atom feed's file: a path or an open binary file.

    Raises:
        ParseError: the file is no Atom feed.
        OSError: the file can't be read.

    >>> import io
    >>> read(io.BytesIO(b"<feed xmlns='http://www.w3.org/2005/Atom' xml:lang='de'/>")).language
    'de'
    """
    return loads(_files.read_bytes(source), on_problem=on_problem)


def write(show: Show, target: _files.Target) -> None:
    """Write a show as an Atom feed into a path or an open binary file.

    Raises:
        UnrepresentableError: as `dumps` says; nothing is written.
        OSError: the file can't be written.

    >>> import io
    >>> file = io.BytesIO()
    >>> from datetime import UTC
    >>> made = datetime(2024, 3, 28, tzinfo=UTC)
    >>> write(Show(atom_id="tag:a", title="A", last_build_date=made), file)
    >>> file.getvalue().splitlines()[2]
    b'  <id>tag:a</id>'
    """
    _files.write_bytes(target, dumps(show))


# Those of Atom 1.0, of Atom 0.3, and of feeds that forgot it.
_NAMESPACES = {"http://www.w3.org/2005/Atom", "http://purl.org/atom/ns#", ""}

# What is read of an element: its attributes and children, and what is read of these in turn; None
# stands for whatever it holds.
_Known: TypeAlias = dict[str, "_Known | None"]
_TEXT: _Known = {"type": {}, "{http://www.w3.org/1999/xhtml}div": None}
_LINK: _Known = {"href": {}, "rel": {}, "type": {}, "hreflang": {}, "title": {}, "length": {}}
_PERSON: _Known = {"name": {}, "uri": {}, "email": {}}
_COMMON: _Known = {
    "id": {},
    "title": _TEXT,
    "updated": {},
    "link": _LINK,
    "author": _PERSON,
    "contributor": _PERSON,
    "category": {"term": {}, "scheme": {}},
}
_ENTRY: _Known = _COMMON | {"published": {}, "summary": _TEXT, "content": _TEXT}
_FEED: _Known = _COMMON | {
    "subtitle": _TEXT,
    "rights": _TEXT,
    "generator": {},
    "icon": {},
    "logo": {},
    "entry": _ENTRY,
}
# The types of a link that may lead to a web page.
_PAGES = {None, "text/html", "application/xhtml+xml"}
_MANY = {"link", "author", "contributor", "category", "entry"}

_Needed = TypeVar("_Needed")
# What feedparser says of a feed or an entry.
_Facts: TypeAlias = dict[str, Any]


@attrs.frozen
class _Place:
    """A place in the document that is being read, for problems."""

    path: str
    on_problem: OnProblem

    def within(self, name: str) -> "_Place":
        return attrs.evolve(self, path=f"{self.path}, {name}" if self.path else name)

    def report(self, identifier: str, message: str, line: int | None = None) -> None:
        where = self.path or None
        self.on_problem(Problem(id=identifier, message=message, where=where, line=line))


def _prune(element: Element, known: _Known, place: _Place) -> None:
    """Report and remove the attributes and elements that have no field, or stand twice."""
    for name in list(element.attrib):
        if name not in known and split(name)[0] != XML_NAMESPACE:
            del element.attrib[name]
            message = f"the attribute {name} was not kept"
            place.report("unknown-attribute", message, element.sourceline)
    own_namespace, counts = split(tag(element))[0], Counter[str]()
    for child in list(element):
        name = tag(child).removeprefix(f"{{{own_namespace}}}")
        counts[name] += 1
        inner = known.get(name, {})
        if name not in known:
            element.remove(child)
            place.report("unknown-element", f"<{name}> was not kept", child.sourceline)
        elif counts[name] > 1 and name not in _MANY:
            element.remove(child)
            place.report("repeated-element", f"only the first <{name}> was kept", child.sourceline)
        elif inner is not None:
            number = f" {counts[name]}" if name in _MANY else ""
            _prune(child, inner, place.within(name + number))


def _fill_in(root: Element) -> None:
    """Say that nothing is there, where feedparser would else assume something."""
    namespace = f"{{{split(tag(root))[0]}}}"
    for identifier in root.iter(f"{namespace}id"):
        identifier.set("isPermaLink", "false")
    for link in root.iter(f"{namespace}link"):
        for name in ("rel", "type"):
            link.set(name, link.get(name, ""))
    for person in root.iter(f"{namespace}author", f"{namespace}contributor"):
        for name in _PERSON:
            if person.find(f"{namespace}{name}") is None:
                etree.SubElement(person, f"{namespace}{name}")


def _show(feed: _Facts, entries: list[_Facts], place: _Place) -> Show:
    links = list(_links(feed, place))
    return Show(
        atom_id=feed.get("id") or None,
        title=_title(feed),
        description=feed.get("subtitle") or None,
        last_build_date=_date(feed, "updated", place),
        link=_take_alternate(links, place),
        atom_links=tuple(links),
        atom_authors=tuple(_persons(feed, "author", place)),
        atom_contributors=tuple(_persons(feed, "contributor", place)),
        categories=tuple(_categories(feed, place)),
        language=feed.get("language"),
        copyright=feed.get("rights") or None,
        generator=feed.get("generator") or None,
        atom_icon=feed.get("icon") or None,
        atom_logo=feed.get("logo") or None,
        episodes=tuple(
            _episode(dict(entry), place.within(f"entry {number}"))
            for number, entry in enumerate(entries, 1)
        ),
    )


def _episode(entry: _Facts, place: _Place) -> Episode:
    guid, links = entry.get("id") or None, list(_links(entry, place))
    published, updated = _date(entry, "published", place), _date(entry, "updated", place)
    return Episode(
        guid=guid,
        guid_is_permalink=False if guid else None,
        title=_title(entry),
        published=published or updated,
        atom_updated=updated if published else None,
        link=_take_alternate(links, place),
        enclosures=tuple(_enclosure(link, place) for link in links if link.rel == "enclosure"),
        atom_links=tuple(link for link in links if link.rel != "enclosure"),
        atom_authors=tuple(_persons(entry, "author", place)),
        atom_contributors=tuple(_persons(entry, "contributor", place)),
        categories=tuple(_categories(entry, place)),
        # Of a summary that feedparser made of the content there are no details.
        description=entry.get("summary_detail", {}).get("value") or None,
        content=entry.get("content", [{}])[0].get("value") or None,
    )


def _title(facts: _Facts) -> str | None:
    detail = facts.get("title_detail", {"type": "text/plain", "value": ""})
    text: str = detail["value"]
    return (text if detail["type"] == "text/plain" else html.unescape(text)) or None


def _date(facts: _Facts, name: str, place: _Place) -> datetime | None:
    """Read a date as RFC 3339 spells it, or leniently one that lacks its zone or is RSS's."""
    text = facts.get(name)
    if not text:
        return None
    date: datetime | None = None
    try:
        date = ISO_DATE.read(text)
    except Forgiven as forgiven:
        place.within(name).report("forgiven-value", str(forgiven))
        date = forgiven.value
    except ValueError as error:
        place.within(name).report("bad-value", f"{error}; it was not kept")
    return date


def _links(facts: _Facts, place: _Place) -> Iterator[AtomLink]:
    for number, link in enumerate(facts.get("links", ()), 1):
        inside = place.within(f"link {number}")
        values = {name: link[name] for name in _LINK if link.get(name)}
        length = _length(values.pop("length", None), inside)
        if "href" in values:
            yield AtomLink(length=length, **values)
        else:
            inside.report("incomplete-element", "there is no href; it was not kept")


def _length(text: str | None, place: _Place) -> int | None:
    try:
        return int(text) if text else None
    except ValueError:
        place.report("bad-value", f"{text!r:.80} is not a whole number; it was not kept")
        return None


def _take_alternate(links: list[AtomLink], place: _Place) -> str | None:
    """Take the first link to an alternate page out of the links, and give its address."""
    for link in links:
        if link.rel in {None, "alternate"} and link.type in _PAGES:
            links.remove(link)
            _report_more(link, {"href", "rel", "type"}, place)
            return link.href
    return None


def _enclosure(link: AtomLink, place: _Place) -> Enclosure:
    _report_more(link, {"href", "rel", "type", "length"}, place)
    return Enclosure(url=link.href, length=link.length, type=link.type)


def _report_more(link: AtomLink, kept: set[str], place: _Place) -> None:
    """Report what a link says beyond what is kept of it."""
    for name in sorted(_LINK.keys() - kept):
        if getattr(link, name) is not None:
            message = f"the attribute {name} of the link to {link.href} was not kept"
            place.report("unknown-attribute", message)


def _persons(facts: _Facts, name: str, place: _Place) -> Iterator[AtomPerson]:
    for number, person in enumerate(facts.get(f"{name}s", ()), 1):
        if person.get("name"):
            uri, email = person.get("href"), person.get("email")
            yield AtomPerson(name=person["name"], uri=uri or None, email=email or None)
        else:
            inside = place.within(f"{name} {number}")
            inside.report("incomplete-element", "there is no name; it was not kept")


def _categories(facts: _Facts, place: _Place) -> Iterator[Category]:
    for category in facts.get("tags", ()):
        if category.term:
            yield Category(text=category.term, domain=category.scheme or None)
        else:
            message = "there is no term; it was not kept"
            place.within("category").report("incomplete-element", message)


def _feed(show: Show) -> "FeedGenerator":
    from feedgen.feed import FeedGenerator  # noqa: PLC0415 -- it is loaded when it is used

    feed = FeedGenerator()
    feed.id(_needed(show.atom_id, "atom_id"))
    feed.updated(_dated(_needed(show.last_build_date, "last_build_date"), "last_build_date"))
    feed.subtitle(show.description)
    feed.language(show.language)
    feed.rights(show.copyright)
    feed.generator(show.generator or "")  # nothing, rather than feedgen
    feed.icon(show.atom_icon)
    feed.logo(show.atom_logo)
    feed.register_extension("rest", _Rest, _Rest)
    _say(feed, show, "")
    for index, episode in enumerate(show.episodes):
        entry = feed.add_entry(order="append")
        _say_of_entry(entry, episode, f"episodes[{index}].")
        _say(entry, episode, f"episodes[{index}].")
    return feed


class _Rest:
    """An extension for what feedgen leaves out: links' attributes and the type of a subtitle."""

    def __init__(self) -> None:
        self.links: list[AtomLink] = []

    def extend_ns(self) -> dict[str, str]:
        return {}

    def extend_atom(self, element: Element) -> Element:
        for subtitle in element.iterchildren("subtitle"):
            subtitle.set("type", "html")
        for link in self.links:
            values = {name: getattr(link, name) for name in _LINK}
            said = {name: str(value) for name, value in values.items() if value is not None}
            etree.SubElement(element, "link", said)
        return element


def _say(target: "FeedGenerator | FeedEntry", value: Show | Episode, where: str) -> None:
    """Say what a feed says as an entry does."""
    target.title(_needed(value.title, f"{where}title"))
    if value.link:
        target.link(href=value.link, rel="alternate")
    target.rest.links += value.atom_links
    for person in value.atom_authors:
        target.author(name=person.name, uri=person.uri, email=person.email)
    for person in value.atom_contributors:
        target.contributor(name=person.name, uri=person.uri, email=person.email)
    for category in value.categories:
        target.category(term=category.text, scheme=category.domain)


def _say_of_entry(entry: "FeedEntry", episode: Episode, where: str) -> None:
    entry.id(_needed(episode.guid, f"{where}guid"))
    published = _dated(_needed(episode.published, f"{where}published"), f"{where}published")
    if episode.atom_updated:
        entry.published(published)
        entry.updated(_dated(episode.atom_updated, f"{where}atom_updated"))
    else:
        entry.updated(published)
    _needed(episode.link or episode.content, f"{where}link")
    entry.rest.links += [
        AtomLink(href=file.url, rel="enclosure", type=file.type, length=file.length)
        for file in episode.enclosures
    ]
    entry.summary(episode.description, type="html")
    entry.content(episode.content, type="html")


def _needed(value: _Needed | None, where: str) -> _Needed:
    if not value:
        raise UnrepresentableError("Atom asks for it", where=where)
    return value


def _dated(date: datetime, where: str) -> datetime:
    if (date.utcoffset() or timedelta()) % timedelta(minutes=1):
        raise UnrepresentableError("an Atom date has an offset of whole minutes", where=where)
    return date


def _leaves(value: object, path: str = "") -> Iterator[tuple[str, object]]:
    """Give each field of a value that holds no value itself, with its path."""
    if isinstance(value, tuple):
        yield path, len(value)
        for index, member in enumerate(value):
            yield from _leaves(member, f"{path}[{index}]")
    elif attrs.has(kind := type(value)):
        for field in attrs.fields(kind):
            inner = f"{path}.{field.name}" if path else field.name
            yield from _leaves(getattr(value, field.name), inner)
    else:
        yield path, value


def _is_writable(leaf: object) -> bool:
    try:
        etree.Element("text").text = leaf if isinstance(leaf, str) else None
    except ValueError:
        return False
    return True
