"""The records of Media RSS 1.5.1 (rssboard.org/media-rss), as far as podcasts carry them.

The namespace lets the same elements stand in an item, in a group of files and with a single file.
"""

import attrs

from podkit.models._typed import typed
from podkit.models.extension import Extension

__all__ = [
    "MediaCategory",
    "MediaContent",
    "MediaCopyright",
    "MediaCredit",
    "MediaGroup",
    "MediaPlayer",
    "MediaRating",
    "MediaRestriction",
    "MediaText",
    "MediaThumbnail",
]


@attrs.frozen(kw_only=True, field_transformer=typed)
class MediaText:
    """A title or description (``<media:title>``, ``<media:description>``).

    Attributes:
        text: what it says (the element's text).
        type: ``plain`` (when absent) or ``html`` (``type``).
        extensions: what else the element carries.

    >>> MediaText(text="A <b>film</b>", type="html").type
    'html'
    """

    text: str
    type: str | None = None
    extensions: tuple[Extension, ...] = ()


@attrs.frozen(kw_only=True, field_transformer=typed)
class MediaThumbnail:
    """A picture of what is played (``<media:thumbnail>``).

    Attributes:
        url: where the picture is (``url``).
        width: in pixels (``width``).
        height: in pixels (``height``).
        time: when it is seen, in seconds (``time``).
        extensions: what else the element carries.

    >>> MediaThumbnail(url="https://example.com/1.jpg", width=75).width
    75
    """

    url: str
    width: int | None = None
    height: int | None = None
    time: float | None = None
    extensions: tuple[Extension, ...] = ()


@attrs.frozen(kw_only=True, field_transformer=typed)
class MediaCategory:
    """A subject (``<media:category>``).

    Attributes:
        text: the category's name (the element's text).
        scheme: the taxonomy that the name is from (``scheme``).
        label: the name for people (``label``).
        extensions: what else the element carries.

    >>> MediaCategory(text="music/artist", label="Artist").label
    'Artist'
    """

    text: str
    scheme: str | None = None
    label: str | None = None
    extensions: tuple[Extension, ...] = ()


@attrs.frozen(kw_only=True, field_transformer=typed)
class MediaCredit:
    """Who has a part in the making (``<media:credit>``).

    Attributes:
        text: the name (the element's text).
        role: what they did (``role``).
        scheme: the list that the role is from (``scheme``).
        extensions: what else the element carries.

    >>> MediaCredit(text="Ann Lee", role="author").role
    'author'
    """

    text: str
    role: str | None = None
    scheme: str | None = None
    extensions: tuple[Extension, ...] = ()


@attrs.frozen(kw_only=True, field_transformer=typed)
class MediaCopyright:
    """The notice of rights (``<media:copyright>``).

    Attributes:
        text: the notice (the element's text).
        url: where the terms are (``url``).
        extensions: what else the element carries.

    >>> MediaCopyright(text="2024 Ann Lee").text
    '2024 Ann Lee'
    """

    text: str
    url: str | None = None
    extensions: tuple[Extension, ...] = ()


@attrs.frozen(kw_only=True, field_transformer=typed)
class MediaRating:
    """Whom the content suits (``<media:rating>``).

    Attributes:
        text: the rating (the element's text).
        scheme: the system that it is of; absent means ``urn:simple`` (``scheme``).
        extensions: what else the element carries.

    >>> MediaRating(text="nonadult").text
    'nonadult'
    """

    text: str
    scheme: str | None = None
    extensions: tuple[Extension, ...] = ()


@attrs.frozen(kw_only=True, field_transformer=typed)
class MediaPlayer:
    """A page that plays the content (``<media:player>``).

    Attributes:
        url: where the page is (``url``).
        width: the width of its window, in pixels (``width``).
        height: the height of its window, in pixels (``height``).
        extensions: what else the element carries.

    >>> MediaPlayer(url="https://example.com/player?1", height=200).height
    200
    """

    url: str
    width: int | None = None
    height: int | None = None
    extensions: tuple[Extension, ...] = ()


@attrs.frozen(kw_only=True, field_transformer=typed)
class MediaRestriction:
    """Where the content may be played (``<media:restriction>``).

    Attributes:
        text: countries or addresses, or ``all`` or ``none`` (the element's text).
        relationship: ``allow`` or ``deny`` (``relationship``).
        type: what the text lists: ``country``, ``uri`` or ``sharing`` (``type``).
        extensions: what else the element carries.

    >>> MediaRestriction(text="au us", relationship="allow", type="country").text
    'au us'
    """

    text: str
    relationship: str | None = None
    type: str | None = None
    extensions: tuple[Extension, ...] = ()


@attrs.frozen(kw_only=True, field_transformer=typed)
class MediaContent:
    """A media file (``<media:content>``).

    Attributes:
        url: where the file is (``url``).
        file_size: its size in bytes (``fileSize``).
        type: its MIME type (``type``).
        medium: ``audio``, ``video``, ``image``, ``document`` or ``executable`` (``medium``).
        is_default: whether it is the one to play of its group (``isDefault``).
        expression: ``full`` (when absent), ``sample`` or ``nonstop`` (``expression``).
        bitrate: its bit rate, in kilobits per second (``bitrate``).
        framerate: its frames per second (``framerate``).
        samplingrate: its thousands of samples per second (``samplingrate``).
        channels: how many channels of sound it has (``channels``).
        duration: how long it plays, in seconds (``duration``).
        height: in pixels (``height``).
        width: in pixels (``width``).
        lang: its language, as a BCP 47 tag (``lang``).
        title: its title (``<media:title>``).
        description: what it is about (``<media:description>``).
        keywords: up to ten words, with commas between them (``<media:keywords>``).
        thumbnails: pictures of it (``<media:thumbnail>``).
        categories: its subjects (``<media:category>``).
        credits: who made it (``<media:credit>``).
        copyright: the notice of rights (``<media:copyright>``).
        ratings: whom it suits (``<media:rating>``).
        player: a page that plays it (``<media:player>``).
        restrictions: where it may be played (``<media:restriction>``).
        extensions: what else the element carries.

    >>> MediaContent(url="https://example.com/1.mp4", medium="video", framerate=25).framerate
    25.0
    """

    url: str | None = None
    file_size: int | None = None
    type: str | None = None
    medium: str | None = None
    is_default: bool | None = None
    expression: str | None = None
    bitrate: float | None = None
    framerate: float | None = None
    samplingrate: float | None = None
    channels: int | None = None
    duration: float | None = None
    height: int | None = None
    width: int | None = None
    lang: str | None = None
    title: MediaText | None = None
    description: MediaText | None = None
    keywords: str | None = None
    thumbnails: tuple[MediaThumbnail, ...] = ()
    categories: tuple[MediaCategory, ...] = ()
    credits: tuple[MediaCredit, ...] = ()
    copyright: MediaCopyright | None = None
    ratings: tuple[MediaRating, ...] = ()
    player: MediaPlayer | None = None
    restrictions: tuple[MediaRestriction, ...] = ()
    extensions: tuple[Extension, ...] = ()


@attrs.frozen(kw_only=True, field_transformer=typed)
class MediaGroup:
    """Files with one content, such as a film in several sizes (``<media:group>``).

    Attributes:
        contents: the files (``<media:content>``).
        title: its title (``<media:title>``).
        description: what it is about (``<media:description>``).
        keywords: up to ten words, with commas between them (``<media:keywords>``).
        thumbnails: pictures of it (``<media:thumbnail>``).
        categories: its subjects (``<media:category>``).
        credits: who made it (``<media:credit>``).
        copyright: the notice of rights (``<media:copyright>``).
        ratings: whom it suits (``<media:rating>``).
        player: a page that plays it (``<media:player>``).
        restrictions: where it may be played (``<media:restriction>``).
        extensions: what else the element carries.

    >>> small, large = MediaContent(height=480), MediaContent(height=1080)
    >>> len(MediaGroup(contents=[small, large]).contents)
    2
    """

    contents: tuple[MediaContent, ...] = ()
    title: MediaText | None = None
    description: MediaText | None = None
    keywords: str | None = None
    thumbnails: tuple[MediaThumbnail, ...] = ()
    categories: tuple[MediaCategory, ...] = ()
    credits: tuple[MediaCredit, ...] = ()
    copyright: MediaCopyright | None = None
    ratings: tuple[MediaRating, ...] = ()
    player: MediaPlayer | None = None
    restrictions: tuple[MediaRestriction, ...] = ()
    extensions: tuple[Extension, ...] = ()
