"""What a feed says: a show, its episodes, and the records that hang on both.

Field names are the words of RSS 2.0, Apple's tags and the podcast namespace in snake_case. Where
two of them share a word, RSS has the bare name, then iTunes, then podcast.
"""

from datetime import datetime

import attrs

from podkit.models._typed import typed
from podkit.models.extension import Extension

__all__ = [
    "AtomLink",
    "Category",
    "ChaptersLink",
    "Enclosure",
    "Episode",
    "Funding",
    "Image",
    "Owner",
    "Person",
    "Show",
    "TranscriptLink",
]


@attrs.frozen(kw_only=True, field_transformer=typed)
class Enclosure:
    """The media file of an episode (RSS 2.0 ``<enclosure>``).

    Attributes:
        url: where the file is (``url``).
        length: its size in bytes (``length``).
        type: its MIME type, such as ``audio/mpeg`` (``type``).
        extensions: what else the element carries.

    >>> Enclosure(url="https://example.com/1.mp3", length=5650889, type="audio/mpeg").length
    5650889
    """

    url: str
    length: int | None = None
    type: str | None = None
    extensions: tuple[Extension, ...] = ()


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
class Person:
    """Somebody heard or at work in a show or an episode (``<podcast:person>``).

    Attributes:
        name: the full name or alias (the element's text).
        role: a role of the Podcast Taxonomy; absent means ``host`` (``role``).
        group: a group of the Podcast Taxonomy; absent means ``cast`` (``group``).
        img: the URL of a picture of the person (``img``).
        href: the URL of a page about the person (``href``).
        extensions: what else the element carries.

    >>> Person(name="Jane Doe", role="guest").role
    'guest'
    """

    name: str
    role: str | None = None
    group: str | None = None
    img: str | None = None
    href: str | None = None
    extensions: tuple[Extension, ...] = ()


@attrs.frozen(kw_only=True, field_transformer=typed)
class Funding:
    """A way to give money to the show (``<podcast:funding>``).

    Attributes:
        url: where to give (``url``).
        text: what the link says (the element's text).
        extensions: what else the element carries.

    >>> Funding(url="https://example.com/give", text="Support the show").text
    'Support the show'
    """

    url: str
    text: str | None = None
    extensions: tuple[Extension, ...] = ()


@attrs.frozen(kw_only=True, field_transformer=typed)
class TranscriptLink:
    """Where a transcript of the episode is (``<podcast:transcript>``); the text is a `Transcript`.

    Attributes:
        url: where the file is (``url``).
        type: its MIME type, such as ``text/vtt`` (``type``).
        language: its language, where it isn't the feed's, as a BCP 47 tag (``language``).
        rel: ``captions`` for a file of closed captions (``rel``).
        extensions: what else the element carries.

    >>> TranscriptLink(url="https://example.com/1.vtt", type="text/vtt").type
    'text/vtt'
    """

    url: str
    type: str | None = None
    language: str | None = None
    rel: str | None = None
    extensions: tuple[Extension, ...] = ()


@attrs.frozen(kw_only=True, field_transformer=typed)
class ChaptersLink:
    """Where the episode's chapter file is (``<podcast:chapters>``); its content is `Chapters`.

    Attributes:
        url: where the file is (``url``).
        type: its MIME type, by the namespace ``application/json+chapters`` (``type``).
        extensions: what else the element carries.

    >>> ChaptersLink(url="https://example.com/1.json").url
    'https://example.com/1.json'
    """

    url: str
    type: str | None = None
    extensions: tuple[Extension, ...] = ()


@attrs.frozen(kw_only=True, field_transformer=typed)
class AtomLink:
    """A link of the feed to itself, its pages or its hub (``<atom:link>``, RFC 4287 section 4.2.7).

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
class Episode:
    """One episode of a show (RSS 2.0 ``<item>``).

    Attributes:
        title: the episode's title, without its number (``<title>``).
        link: the episode's web page (``<link>``).
        description: what it is about, as text or HTML (``<description>``).
        author: the e-mail address of its author (``<author>``).
        categories: its subjects (``<category>``).
        comments: the URL of the page of comments (``<comments>``).
        enclosures: its media files; most apps play the first (``<enclosure>``).
        guid: what identifies it for ever (``<guid>``).
        guid_is_permalink: whether the guid is its URL; absent means yes (``isPermaLink``).
        published: when it came out, aware (``<pubDate>``).
        content: the full show notes as HTML (``<content:encoded>``).
        itunes_title: the title for Apple (``<itunes:title>``).
        itunes_author: who made it (``<itunes:author>``).
        subtitle: a line about it (``<itunes:subtitle>``).
        summary: a longer text about it (``<itunes:summary>``).
        artwork: the URL of its picture (``<itunes:image href>``).
        duration: how long it plays, in seconds (``<itunes:duration>``).
        explicit: whether it holds explicit language (``<itunes:explicit>``).
        number: its number within the season or show (``<itunes:episode>``).
        season: the number of its season (``<itunes:season>``).
        episode_type: ``full`` (when absent), ``trailer`` or ``bonus`` (``<itunes:episodeType>``).
        block: whether Apple shall hide it (``<itunes:block>``).
        transcript_links: where its transcripts are (``<podcast:transcript>``).
        chapters_link: where its chapter file is (``<podcast:chapters>``).
        persons: who is heard in it; replaces the show's (``<podcast:person>``).
        extensions: what else the item carries.

    >>> episode = Episode(title="Interdependence", number=270, duration=1830)
    >>> attrs.evolve(episode, season=3).duration
    1830.0
    """

    title: str | None = None
    link: str | None = None
    description: str | None = None
    author: str | None = None
    categories: tuple[Category, ...] = ()
    comments: str | None = None
    enclosures: tuple[Enclosure, ...] = ()
    guid: str | None = None
    guid_is_permalink: bool | None = None
    published: datetime | None = None
    content: str | None = None
    itunes_title: str | None = None
    itunes_author: str | None = None
    subtitle: str | None = None
    summary: str | None = None
    artwork: str | None = None
    duration: float | None = None
    explicit: bool | None = None
    number: int | None = None
    season: int | None = None
    episode_type: str | None = None
    block: bool | None = None
    transcript_links: tuple[TranscriptLink, ...] = ()
    chapters_link: ChaptersLink | None = None
    persons: tuple[Person, ...] = ()
    extensions: tuple[Extension, ...] = ()

    @property
    def enclosure(self) -> Enclosure | None:
        """The first of ``enclosures``: the file that apps play.

        >>> Episode(enclosures=[Enclosure(url="https://example.com/1.mp3")]).enclosure.url
        'https://example.com/1.mp3'
        """
        return self.enclosures[0] if self.enclosures else None


@attrs.frozen(kw_only=True, field_transformer=typed)
class Show:
    """A podcast: what its feed says of the whole, and its episodes (RSS 2.0 ``<channel>``).

    Attributes:
        title: the show's name (``<title>``).
        link: the show's web site (``<link>``).
        description: what it is about, as text or HTML (``<description>``).
        language: the language spoken, as a BCP 47 tag (``<language>``).
        copyright: the notice of rights (``<copyright>``).
        managing_editor: the e-mail address for the content (``<managingEditor>``).
        webmaster: the e-mail address for the technology (``<webMaster>``).
        published: when the content came out, aware (``<pubDate>``).
        last_build_date: when the content last changed, aware (``<lastBuildDate>``).
        categories: its subjects (RSS ``<category>``).
        generator: the program that made the feed (``<generator>``).
        docs: the URL of the format's documentation (``<docs>``).
        ttl: how many minutes the feed may be cached (``<ttl>``).
        image: the small picture (RSS ``<image>``).
        atom_links: its links to itself, hub and pages (``<atom:link>``).
        author: who makes the show (``<itunes:author>``).
        owner: whom Apple writes to (``<itunes:owner>``).
        artwork: the URL of its cover, square, 1400 to 3000 pixels (``<itunes:image href>``).
        itunes_categories: Apple's categories, the first counts (``<itunes:category>``).
        explicit: whether it holds explicit language (``<itunes:explicit>``).
        type: ``episodic`` or ``serial``; absent means episodic (``<itunes:type>``).
        itunes_title: the title for Apple (``<itunes:title>``).
        subtitle: a line about it (``<itunes:subtitle>``).
        summary: a longer text about it (``<itunes:summary>``).
        complete: whether no further episode will come (``<itunes:complete>``).
        block: whether Apple shall hide it (``<itunes:block>``).
        new_feed_url: where the feed has moved to (``<itunes:new-feed-url>``).
        guid: what identifies the show for ever, a UUID (``<podcast:guid>``).
        locked: whether other hosts must not import the feed (``<podcast:locked>``).
        locked_owner: the e-mail address that may unlock it (``<podcast:locked owner>``).
        medium: what it is, such as ``podcast`` or ``music`` (``<podcast:medium>``).
        funding: ways to give money (``<podcast:funding>``).
        persons: who is regularly heard (``<podcast:person>``).
        episodes: its episodes, in the order of the feed (``<item>``).
        extensions: what else the channel carries.

    >>> show = Show(title="Feminist Wellness", episodes=[Episode(title="Interdependence")])
    >>> show.episodes[0].title
    'Interdependence'
    >>> Show(title=42)
    Traceback (most recent call last):
    TypeError: Show.title must be str or None, not int: 42
    """

    title: str | None = None
    link: str | None = None
    description: str | None = None
    language: str | None = None
    copyright: str | None = None
    managing_editor: str | None = None
    webmaster: str | None = None
    published: datetime | None = None
    last_build_date: datetime | None = None
    categories: tuple[Category, ...] = ()
    generator: str | None = None
    docs: str | None = None
    ttl: int | None = None
    image: Image | None = None
    atom_links: tuple[AtomLink, ...] = ()
    author: str | None = None
    owner: Owner | None = None
    artwork: str | None = None
    itunes_categories: tuple[Category, ...] = ()
    explicit: bool | None = None
    type: str | None = None
    itunes_title: str | None = None
    subtitle: str | None = None
    summary: str | None = None
    complete: bool | None = None
    block: bool | None = None
    new_feed_url: str | None = None
    guid: str | None = None
    locked: bool | None = None
    locked_owner: str | None = None
    medium: str | None = None
    funding: tuple[Funding, ...] = ()
    persons: tuple[Person, ...] = ()
    episodes: tuple[Episode, ...] = ()
    extensions: tuple[Extension, ...] = ()
