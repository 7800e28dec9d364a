"""What an OPML file says: an outline of texts, and in podcasting a list of subscriptions.

Field names are the words of OPML 2.0 in snake_case.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime

import attrs

from podkit.models._typed import typed
from podkit.models.extension import Extension

__all__ = ["Opml", "OpmlHead", "Outline"]


@attrs.frozen(kw_only=True, field_transformer=typed)
class Outline:
    """A line of an outline: a feed that is subscribed to, or a group of such lines.

    Attributes:
        text: what the line says, which may hold HTML (``text``).
        type: what kind of line it is; ``rss`` is a feed, Atom or RSS (``type``).
        title: the feed's title (``title``).
        xml_url: where the feed is (``xmlUrl``).
        html_url: the feed's web site (``htmlUrl``).
        description: the feed's description (``description``).
        language: the feed's language, as a BCP 47 tag (``language``).
        version: the feed's version: ``RSS``, ``RSS1``, ``RSS2`` or ``scriptingNews`` (``version``).
        url: where a line of the type ``link`` or ``include`` leads (``url``).
        created: when the line was made, aware (``created``).
        category: its subjects: paths divided by slashes, divided by commas (``category``).
        is_comment: whether the line is commented out, with those in it (``isComment``).
        is_breakpoint: whether a script shall stop here (``isBreakpoint``).
        outlines: the lines within it (``<outline>``).
        extensions: what else the element carries.

    >>> Outline(text="My show", type="rss", xml_url="https://example.com/feed.xml").type
    'rss'
    """

    text: str | None = None
    type: str | None = None
    title: str | None = None
    xml_url: str | None = None
    html_url: str | None = None
    description: str | None = None
    language: str | None = None
    version: str | None = None
    url: str | None = None
    created: datetime | None = None
    category: str | None = None
    is_comment: bool | None = None
    is_breakpoint: bool | None = None
    outlines: tuple["Outline", ...] = ()
    extensions: tuple[Extension, ...] = ()


@attrs.frozen(kw_only=True, field_transformer=typed)
class OpmlHead:
    """What an OPML file says of itself (OPML 2.0 ``<head>``).

    Attributes:
        title: the file's title (``<title>``).
        date_created: when it was made, aware (``<dateCreated>``).
        date_modified: when it last changed, aware (``<dateModified>``).
        owner_name: whose it is (``<ownerName>``).
        owner_email: the owner's e-mail address (``<ownerEmail>``).
        owner_id: the address of a page by which the owner can be reached (``<ownerId>``).
        docs: the URL of the format's documentation (``<docs>``).
        expansion_state: the numbers of the lines that are open, divided by commas
            (``<expansionState>``).
        vert_scroll_state: the number of the line at the top of the window (``<vertScrollState>``).
        window_top: the window's upper edge, in pixels (``<windowTop>``).
        window_left: its left edge (``<windowLeft>``).
        window_bottom: its lower edge (``<windowBottom>``).
        window_right: its right edge (``<windowRight>``).
        extensions: what else the head carries.

    >>> OpmlHead(title="My podcasts", owner_name="Ann").title
    'My podcasts'
    """

    title: str | None = None
    date_created: datetime | None = None
    date_modified: datetime | None = None
    owner_name: str | None = None
    owner_email: str | None = None
    owner_id: str | None = None
    docs: str | None = None
    expansion_state: str | None = None
    vert_scroll_state: int | None = None
    window_top: int | None = None
    window_left: int | None = None
    window_bottom: int | None = None
    window_right: int | None = None
    extensions: tuple[Extension, ...] = ()


@attrs.frozen(kw_only=True, field_transformer=typed)
class Opml:
    """An OPML file (OPML 2.0 ``<opml>``).

    Attributes:
        version: the version of OPML that it is written in (``version``).
        head: what it says of itself (``<head>``).
        outlines: its lines, in order (``<outline>`` in ``<body>``).
        extensions: what else the file carries.

    >>> group = Outline(text="News", outlines=[Outline(text="One", xml_url="https://a.example/")])
    >>> [outline.text for outline in Opml(outlines=[group]).subscriptions]
    ['One']
    """

    version: str = "2.0"
    head: OpmlHead = OpmlHead()
    outlines: tuple[Outline, ...] = ()
    extensions: tuple[Extension, ...] = ()

    @property
    def subscriptions(self) -> tuple[Outline, ...]:
        """The lines that give a feed's address, at any depth, in order.

        >>> Opml(outlines=[Outline(text="One", xml_url="https://a.example/")]).subscriptions[0].text
        'One'
        """
        return tuple(line for line in _all(self.outlines) if line.xml_url is not None)


def _all(outlines: Iterable[Outline]) -> Iterator[Outline]:
    for outline in outlines:
        yield outline
        yield from _all(outline.outlines)
