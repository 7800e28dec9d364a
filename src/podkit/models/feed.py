"""The records of a feed that RSS 2.0, Apple's tags and Atom define.

They hang on a `Show`, an `Episode` or both; field names are the documents' words in snake_case.
"""

import attrs

from podkit.models._typed import typed
from podkit.models.extension import Extension

__all__ = [
    "AtomLink",
    "AtomPerson",
    "Category",
    "Cloud",
    "Image",
    "Owner",
    "Source",
    "TextInput",
]


@attrs.frozen(kw_only=True, field_transformer=typed)
class Image:
    """The small picture of an RSS channel (RSS 2.0 ``<image>``); for Apple's, see ``artwork``.

    Attributes:
        url: where the GIF, JPEG or PNG is (``<url>``).
        title: what the picture shows (``<title>``).
        link: the site that the picture links to (``<link>``).
        width: in pixels, at most 144 (``<width>``).
        height: in pixels, at most 400 (``<height>``).
        description: the text of the link's ``title`` attribute (``<description>``).
        extensions: what else the element carries.

    >>> Image(url="https://example.com/logo.png", title="My show").title
    'My show'
    """

    url: str
    title: str | None = None
    link: str | None = None
    width: int | None = None
    height: int | None = None
    description: str | None = None
    extensions: tuple[Extension, ...] = ()


@attrs.frozen(kw_only=True, field_transformer=typed)
class Category:
    """A subject: RSS 2.0 ``<category>`` in ``categories``, Apple's in ``itunes_categories``.

    Attributes:
        text: the category's name (the element's text in RSS, its ``text`` attribute in iTunes).
        domain: the taxonomy that the name is from (``domain``; RSS only).
        subcategories: the nested categories (iTunes only).
        extensions: what else the element carries.

    >>> Category(text="Society & Culture", subcategories=[Category(text="Documentary")]).text
    'Society & Culture'
    """

    text: str
    domain: str | None = None
    subcategories: tuple["Category", ...] = ()
    extensions: tuple[Extension, ...] = ()


@attrs.frozen(kw_only=True, field_transformer=typed)
class Cloud:
    """A service that tells subscribers of changes (RSS 2.0 ``<cloud>``, the rssCloud interface).

    Attributes:
        domain: the service's host (``domain``).
        port: its port (``port``).
        path: its path (``path``).
        register_procedure: the procedure that subscribes (``registerProcedure``).
        protocol: ``xml-rpc``, ``soap`` or ``http-post`` (``protocol``).
        extensions: what else the element carries.

    >>> Cloud(domain="rpc.example.com", port=80, path="/RPC2", protocol="xml-rpc").port
    80
    """

    domain: str
    port: int | None = None
    path: str | None = None
    register_procedure: str | None = None
    protocol: str | None = None
    extensions: tuple[Extension, ...] = ()


@attrs.frozen(kw_only=True, field_transformer=typed)
class TextInput:
    """A form with one field that apps may show (RSS 2.0 ``<textInput>``).

    Attributes:
        title: the label of the button (``<title>``).
        description: what the form is for (``<description>``).
        name: the name of the field (``<name>``).
        link: where the form is sent (``<link>``).
        extensions: what else the element carries.

    >>> TextInput(title="Search", name="q", link="https://example.com/search").name
    'q'
    """

    title: str | None = None
    description: str | None = None
    name: str | None = None
    link: str
    extensions: tuple[Extension, ...] = ()


@attrs.frozen(kw_only=True, field_transformer=typed)
class Source:
    """The feed that an episode was taken from (RSS 2.0 ``<source>``).

    Attributes:
        url: where that feed is (``url``).
        text: its title (the element's text).
        extensions: what else the element carries.

    >>> Source(url="https://example.com/other.xml", text="Another show").text
    'Another show'
    """

    url: str
    text: str | None = None
    extensions: tuple[Extension, ...] = ()


@attrs.frozen(kw_only=True, field_transformer=typed)
class Owner:
    """Whom Apple writes to about the show (``<itunes:owner>``).

    Attributes:
        name: the owner's name (``<itunes:name>``).
        email: the owner's e-mail address (``<itunes:email>``).
        extensions: what else the element carries.

    >>> Owner(name="Ann", email="ann@example.com").email
    'ann@example.com'
    """

    name: str | None = None
    email: str | None = None
    extensions: tuple[Extension, ...] = ()


@attrs.frozen(kw_only=True, field_transformer=typed)
class AtomLink:
    """A link of a feed to itself, its pages or its hub (``<atom:link>``, RFC 4287 section 4.2.7).

    Attributes:
        href: where it leads (``href``).
        rel: what it is: ``self``, ``hub``, ``next``, …; absent means ``alternate`` (``rel``).
        type: the MIME type of what is there (``type``).
        hreflang: the language of what is there, as a BCP 47 tag (``hreflang``).
        title: a text for people (``title``).
        length: the size in bytes (``length``).
        extensions: what else the element carries.

    >>> AtomLink(href="https://example.com/feed.xml", rel="self").rel
    'self'
    """

    href: str
    rel: str | None = None
    type: str | None = None
    hreflang: str | None = None
    title: str | None = None
    length: int | None = None
    extensions: tuple[Extension, ...] = ()


@attrs.frozen(kw_only=True, field_transformer=typed)
class AtomPerson:
    """An author or contributor (``<atom:author>``, ``<atom:contributor>``, RFC 4287 section 3.2).

    Attributes:
        name: the person's name (``<atom:name>``).
        uri: the address of a page about the person (``<atom:uri>``).
        email: the person's e-mail address (``<atom:email>``).
        extensions: what else the element carries.

    >>> AtomPerson(name="Ann Lee", uri="https://example.com/ann").name
    'Ann Lee'
    """

    name: str
    uri: str | None = None
    email: str | None = None
    extensions: tuple[Extension, ...] = ()
