"""What RSS 2.0 asks, and what extends it (RSS 2.0 Specification and Best Practices Profile).

Both are at rssboard.org. Of the modules that feeds carry beside those of podcasting (Atom's links,
archives, Syndication, Media RSS, places), what they require is here as well; of the warnings that
the W3C's Feed Validation Service gives, those that concern podcasts.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain, pairwise
from operator import attrgetter
from typing import Any

import attrs

from podkit.checks._forms import (
    ADDRESS,
    COUNTRY,
    EMAIL,
    LANGUAGE,
    MIME_TYPE,
    fields_of,
    malformed,
    missing,
    none_of,
    path_of,
    unlike,
)
from podkit.checks._rules import (
    Finding,
    Findings,
    for_both,
    for_each,
    for_episodes,
    for_items,
    for_show,
    rules_in,
)
from podkit.checks._sections import (
    APPLE_EPISODE,
    APPLE_SHOW,
    ARCHIVES,
    ATOM_LINK,
    CREATIVE_COMMONS,
    GEO,
    MEDIA_RSS,
    PODLOVE_CHAPTERS,
    PROFILE_CHANNEL,
    PROFILE_DATA,
    PROFILE_ITEM,
    PROFILE_NAMESPACES,
    PSP1_CHANNEL,
    PSP1_ITEM,
    REDIRECTS,
    RSS_CHANNEL,
    RSS_CLOUD,
    RSS_ENCLOSURE,
    RSS_GUID,
    RSS_IMAGE,
    RSS_ITEM,
    RSS_OPTIONAL,
    RSS_TEXT_INPUT,
    RSS_TTL,
    SPOTIFY_EPISODE,
    SPOTIFY_SHOW,
    SYNDICATION,
    VALIDATOR,
    WEBSUB,
)
from podkit.checks._texts import (
    ESCAPED,
    OTHER_ATTRIBUTE,
    OTHER_TAG,
    STYLE,
    Text,
    for_texts,
)
from podkit.models import (
    Cloud,
    Enclosure,
    Episode,
    Image,
    MediaCategory,
    MediaContent,
    MediaCopyright,
    MediaRating,
    MediaRestriction,
    MediaText,
    Show,
    Source,
    TextInput,
)

__all__ = ["RULES"]

_WEB = re.compile(r"(?:https?|(?i:https?))://[^\s/?#]")
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_LAST_HOUR = 23
# In pixels.
_LARGEST_IMAGE = {"width": 144, "height": 400}
_IMAGE_SUFFIXES = (".gif", ".jpg", ".jpeg", ".png")
_CLOUD_ATTRIBUTES = {
    "port": "port",
    "path": "path",
    "register_procedure": "registerProcedure",
    "protocol": "protocol",
}
_CLOUD_PROTOCOLS = ("xml-rpc", "soap", "http-post")
_FORM_NAME = re.compile(r"[A-Za-z][\w.:-]*")
# The first feeds are of 1999; a recording may be older, but was not published in this form.
_FIRST_YEAR = 1990
_LAST_YEAR = 2100
# What is unique within a database, but not in the world.
_MOST_DIGITS = 6
_SMALL_NUMBER = re.compile(r"\d+")
# What a browser takes for a tag or an entity. Where the first letter of a pattern minds no case, a
# search takes five times as long.
_TAG_NAMES = (
    "a|abbr|b|big|blockquote|br|center|cite|code|dd|del|div|dl|dt|em|font|h[1-6]|hr|i|img|ins"
    "|kbd|li|ol|p|pre|q|s|script|small|span|strike|strong|style|sub|sup|table|td|th|tr|tt|u|ul|var"
)
_TAG = re.compile(rf"</?(?:{_TAG_NAMES}|(?i:{_TAG_NAMES}))(?:\s[^<>]*)?/?>|<!--")
# A number needs no semicolon in HTML.
_ENTITY = re.compile(r"&(?:#\d+;?|#[xX][0-9a-fA-F]*;?|[a-zA-Z][a-zA-Z0-9]{1,7};)")
# A tag or an entity that was escaped, in a text that has been unescaped already.
_ESCAPED_TWICE = re.compile(
    r"&(?:lt;/?(?:p|br|a|b|i|ul|ol|li|em|strong|div|span)\b[^<>]{0,200}?&gt;"
    r"|amp;(?:#\d+|#x[0-9a-f]+|amp|lt|gt|quot|apos|nbsp);)"
)
# What apps that show HTML take out, for it can do harm: elements, and attributes that run scripts.
_UNSAFE_NAMES = "script|style|embed|object|meta|link|iframe|noscript|form"
_UNSAFE = re.compile(rf"<(?:\?import|{_UNSAFE_NAMES}|{_UNSAFE_NAMES.upper()})\b")
_HANDLER = re.compile(r" on[a-zA-Z]{3,} ?= ?[\"']")
# What puts a text over others, or fetches something.
_STYLE = re.compile(r" style=[\"'][^\"'<>]*?(?i:\bposition ?:|\burl ?\(|\bexpression ?\()")
# An address that is given to a link or a picture, without a scheme, a host or a mere fragment.
_RELATIVE = re.compile(
    r"=(?i:(?<=\shref=)|(?<=\ssrc=))[\"'](?![a-zA-Z][a-zA-Z0-9+.-]*:|//|#|\s)([^\"'<>]+)[\"']"
)
# A host after the first one: a service that sends on to the rest of the address.
_HOST = re.compile(r"(?:[a-zA-Z0-9-]+\.)+[a-zA-Z]{2,}")
_MOST_REDIRECTS = 5
# Fields of other modules that say what a tag of RSS says, and their elements.
_SAME = {
    ("language", "dc_language"): "dc:language",
    ("copyright", "dc_rights"): "dc:rights",
    ("managing_editor", "dc_creators"): "dc:creator",
    ("webmaster", "dc_publisher"): "dc:publisher",
    ("published", "dc_date"): "dc:date",
    ("creative_commons_licenses", "cc_license"): "cc:license",
}
_SAME_IN_ITEM = {
    ("author", "dc_creators"): "dc:creator",
    ("categories", "dc_subjects"): "dc:subject",
    ("guid", "atom_id"): "atom:id",
    ("published", "atom_published"): "atom:published",
    ("published", "dc_date"): "dc:date",
    ("source", "dc_source"): "dc:source",
    ("creative_commons_licenses", "cc_license"): "cc:license",
}
_SAID_TWICE = tuple(sorted({other for _, other in (*_SAME, *_SAME_IN_ITEM)}))
# In degrees.
_HIGHEST_LATITUDE = 90
_HIGHEST_LONGITUDE = 180
# What Media RSS says of a show or an episode, of a media file and of a group of these.
_MEDIA_VALUES = {
    "title": "media:title",
    "description": "media:description",
    "thumbnails": "media:thumbnail",
    "categories": "media:category",
    "credits": "media:credit",
    "copyright": "media:copyright",
    "ratings": "media:rating",
    "player": "media:player",
    "restrictions": "media:restriction",
}
_MEDIA_FILES = ("media_contents", "media_groups")
_MEDIA = (*_MEDIA_FILES, *(f"media_{field}" for field in _MEDIA_VALUES))
# The ratings that Media RSS lists for three of its schemes, of which the first is meant by none.
_RATINGS = {
    "urn:simple": ("adult", "nonadult"),
    "urn:mpaa": ("g", "pg", "pg-13", "r", "nc-17", "nr", "x"),
    "urn:v-chip": ("tv-y", "tv-y7", "tv-y7-fv", "tv-g", "tv-pg", "tv-14", "tv-ma"),
}
_MEDIA_WORDS = {
    "medium": ("image", "audio", "video", "document", "executable"),
    "expression": ("sample", "full", "nonstop"),
}
_MEDIA_NUMBERS = {
    "file_size": "fileSize",
    "bitrate": "bitrate",
    "framerate": "framerate",
    "samplingrate": "samplingrate",
    "channels": "channels",
    "duration": "duration",
    "height": "height",
    "width": "width",
}
_PERIODS = ("hourly", "daily", "weekly", "monthly", "yearly")
_PAGING = ("first", "last", "previous", "next", "prev-archive", "next-archive", "current", "self")


@for_show(RSS_CHANNEL.requires, APPLE_SHOW.requires, SPOTIFY_SHOW.requires, PSP1_CHANNEL.requires)
def title_missing(show: Show) -> Findings:
    """The show has a title."""
    return missing(show.title, "title", "there is no <title>; name the show")


@for_show(RSS_CHANNEL.requires, APPLE_SHOW.recommends, SPOTIFY_SHOW.requires, PSP1_CHANNEL.requires)
def link_missing(show: Show) -> Findings:
    """The show names its web page."""
    return missing(show.link, "link", "there is no <link>; give the show's web page")


@for_show(RSS_CHANNEL.requires, APPLE_SHOW.requires, SPOTIFY_SHOW.requires, PSP1_CHANNEL.requires)
def description_missing(show: Show) -> Findings:
    """The show says what it is about."""
    return missing(
        show.description, "description", "there is no <description>; say what the show is about"
    )


@for_show(RSS_IMAGE.requires)
def image_incomplete(show: Show) -> Findings:
    """The channel's <image> has a title and a link beside its URL."""
    for name in ("title", "link"):
        if show.image and not getattr(show.image, name):
            yield Finding(f"image {name}", f"the <image> has no <{name}>; repeat the channel's")


@for_show(RSS_GUID.requires, APPLE_EPISODE.requires, SPOTIFY_EPISODE.requires, PSP1_ITEM.requires)
def guid_repeated(show: Show) -> Findings:
    """No two episodes have the same guid."""
    first: dict[str, int] = {}
    for number, episode in enumerate(show.episodes, start=1):
        if episode.guid and first.setdefault(episode.guid, number) != number:
            what = f"{episode.guid!r:.80} is also the guid of item {first[episode.guid]}"
            message = f"{what}; give each episode its own"
            yield Finding("guid", message, item=number)


@for_episodes(RSS_ITEM.requires, lack="title")
def item_empty(episode: Episode) -> Findings:
    """An item has a title or a description."""
    if not episode.description:
        yield Finding("title", "the item has neither <title> nor <description>; give it a title")


@for_each("enclosures.url", RSS_ENCLOSURE.requires, unless=_WEB.match)
def enclosure_not_http(url: str) -> Findings:
    """An enclosure's URL is an absolute web address."""
    message = f"{url!r:.80} is no address that starts with https:// or http://"
    return (Finding("enclosure url", message),)


@for_each(
    "enclosures",
    RSS_ENCLOSURE.requires,
    APPLE_EPISODE.requires,
    SPOTIFY_EPISODE.requires,
    PSP1_ITEM.requires,
    unless=attrgetter("length"),
)
def enclosure_length_missing(enclosure: Enclosure) -> Findings:
    """An enclosure gives the size of its file."""
    if enclosure.length is None:
        message = "the <enclosure> has no length in digits; give the file's size in bytes"
        yield Finding("enclosure length", message)


@for_each(
    "enclosures",
    RSS_ENCLOSURE.requires,
    APPLE_EPISODE.requires,
    SPOTIFY_EPISODE.requires,
    PSP1_ITEM.requires,
    lack="type",
)
def enclosure_type_missing(_enclosure: Enclosure) -> Findings:
    """An enclosure gives the MIME type of its file."""
    message = "the <enclosure> has no type; give its MIME type, such as audio/mpeg"
    return (Finding("enclosure type", message),)


@for_episodes(RSS_GUID.recommends, fields=("guid",))
def guid_not_permalink(episode: Episode) -> Findings:
    """A guid that isn't a web address says so."""
    guid = episode.guid
    if episode.guid_is_permalink is False or not guid or _WEB.match(guid):
        return ()
    message = f'{guid!r:.80} is no web address; add isPermaLink="false"'
    return (Finding("guid isPermaLink", message),)


@for_each("link", PROFILE_DATA.requires, unless=ADDRESS.fullmatch)
def link_not_absolute(link: str) -> Findings:
    """The page of the show or the episode is an absolute address."""
    return malformed(link, "link", "is no address; start it with https://")


@for_each("link", PROFILE_DATA.recommends, unless=str.isascii)
def link_not_ascii(link: str) -> Findings:
    """The address of a page has its letters beyond a to z encoded."""
    message = f"{link!r:.80} has a letter beyond a to z; encode it with %, or by punycode"
    return (Finding("link", message),)


@for_each("docs", PROFILE_DATA.requires, unless=ADDRESS.fullmatch)
def docs_not_absolute(docs: str) -> Findings:
    """The format's documentation is an absolute address."""
    return malformed(docs, "docs", "is no address; give https://www.rssboard.org/rss-specification")


@for_each("comments", PROFILE_DATA.requires, unless=ADDRESS.fullmatch)
def comments_not_absolute(comments: str) -> Findings:
    """The page of comments is an absolute address."""
    return malformed(comments, "comments", "is no address; start it with https://")


@for_each("source.url", PROFILE_DATA.requires, unless=ADDRESS.fullmatch)
def source_not_absolute(url: str) -> Findings:
    """The feed that an episode was taken from is an absolute address."""
    return malformed(url, "source url", "is no address; start it with https://")


@for_each("image", PROFILE_DATA.requires)
def image_not_absolute(image: Image) -> Findings:
    """The picture of the channel and what it links to are absolute addresses."""
    yield from unlike(ADDRESS, image.url, "image url", "is no address; start it with https://")
    yield from unlike(ADDRESS, image.link, "image link", "is no address; start it with https://")


@for_each("image", RSS_IMAGE.requires)
def image_size(image: Image) -> Findings:
    """The picture of the channel is 1 to 144 pixels wide and 1 to 400 high."""
    for name, largest in _LARGEST_IMAGE.items():
        size = getattr(image, name)
        if size is not None and not 1 <= size <= largest:
            yield Finding(f"image {name}", f"{size} is not from 1 to {largest} pixels; shrink it")


@for_each("image", RSS_IMAGE.requires)
def image_suffix(image: Image) -> Findings:
    """The picture of the channel is a GIF, a JPEG or a PNG."""
    name = path_of(image.url).rpartition("/")[2]
    if "." in name and not name.endswith(_IMAGE_SUFFIXES):
        message = f"{image.url!r:.80} ends in none of {', '.join(_IMAGE_SUFFIXES)}"
        yield Finding("image url", message)


@for_show(PROFILE_CHANNEL.recommends)
def image_title_differs(show: Show) -> Findings:
    """The picture of the channel has the channel's title."""
    if show.image and show.title and show.image.title and show.image.title != show.title:
        message = f"{show.image.title!r:.80} is not the title of the channel; repeat that"
        yield Finding("image title", message)


@for_show(PROFILE_CHANNEL.recommends)
def image_link_differs(show: Show) -> Findings:
    """The picture of the channel leads where the channel's link does."""
    link = show.image.link if show.image else None
    if show.link and link and link.rstrip("/") != show.link.rstrip("/"):
        yield Finding("image link", f"{link!r:.80} is not the link of the channel; repeat that")


@for_each("cloud", RSS_CLOUD.requires)
def cloud_incomplete(cloud: Cloud) -> Findings:
    """A cloud has a domain, a port, a path, a procedure and a protocol."""
    for field, name in _CLOUD_ATTRIBUTES.items():
        # With http-post, the procedure is the empty string.
        is_needed = field != "register_procedure" or cloud.protocol != "http-post"
        if is_needed and getattr(cloud, field) is None:
            yield Finding(f"cloud {name}", f"there is no {name}; all five attributes are required")


@for_each("cloud", RSS_CLOUD.requires)
def cloud_port(cloud: Cloud) -> Findings:
    """The port of a cloud is a number above 0."""
    if cloud.port is not None and cloud.port <= 0:
        yield Finding("cloud port", f"{cloud.port} is no port; give the number, such as 80")


@for_each("cloud.protocol", RSS_CLOUD.requires)
def cloud_protocol_unknown(protocol: str) -> Findings:
    """The protocol of a cloud is one of three."""
    return none_of(_CLOUD_PROTOCOLS, protocol, "cloud protocol")


@for_show(RSS_TTL.requires)
def ttl_low(show: Show) -> Findings:
    """The feed may be kept for a minute or longer."""
    if show.ttl is not None and show.ttl < 1:
        yield Finding("ttl", f"{show.ttl} is not above 0; give the minutes, or leave it out")


@for_show(RSS_OPTIONAL.requires)
def skip_hour_unknown(show: Show) -> Findings:
    """The hours to skip are from 0 to 23."""
    for index, hour in enumerate(show.skip_hours):
        if not 0 <= hour <= _LAST_HOUR:
            message = f"{hour} is not from 0 to {_LAST_HOUR}; midnight is 0"
            yield Finding("skipHours hour", message, index=index)


@for_show(PROFILE_CHANNEL.requires)
def skip_hour_repeated(show: Show) -> Findings:
    """An hour to skip is named once."""
    return _repeated(show.skip_hours, "skipHours hour")


@for_show(RSS_OPTIONAL.requires)
def skip_day_unknown(show: Show) -> Findings:
    """The days to skip are those of the week, in English."""
    for index, day in enumerate(show.skip_days):
        if day.lower() not in _DAYS:
            message = f"{day!r:.80} is no day, such as Monday"
            yield Finding("skipDays day", message, index=index)


@for_show(PROFILE_CHANNEL.requires)
def skip_day_repeated(show: Show) -> Findings:
    """A day to skip is named once."""
    return _repeated([day.lower() for day in show.skip_days], "skipDays day")


@for_each("text_input", RSS_TEXT_INPUT.requires)
def text_input_incomplete(form: TextInput) -> Findings:
    """A form has a title, a description, a name and a link."""
    for name in ("title", "description", "name"):
        if not getattr(form, name):
            yield Finding(f"textInput {name}", f"there is no <{name}>; give one, or drop the form")


@for_each("text_input.link", PROFILE_DATA.requires, unless=ADDRESS.fullmatch)
def text_input_not_absolute(link: str) -> Findings:
    """A form is sent to an absolute address."""
    return malformed(link, "textInput link", "is no address; start it with https://")


@for_each("text_input.name", RSS_TEXT_INPUT.requires, unless=_FORM_NAME.fullmatch)
def text_input_name(name: str) -> Findings:
    """The name of a form's field is a word."""
    return malformed(name, "textInput name", "is no name of a field, such as q")


@for_each("text_input", PROFILE_CHANNEL.suggests)
def text_input_present(_form: TextInput) -> Findings:
    """There is no form: hardly any app shows one."""
    yield Finding("textInput", "hardly any app shows a form; leave it out")


@for_show(RSS_OPTIONAL.requires)
def channel_email_missing(show: Show) -> Findings:
    """The editor and the webmaster have an e-mail address."""
    yield from _without_email(show.managing_editor, "managingEditor")
    yield from _without_email(show.webmaster, "webMaster")


@for_items(RSS_ITEM.requires, fields=("author",))
def author_email_missing(episode: Episode) -> Findings:
    """The author of an episode has an e-mail address."""
    return _without_email(episode.author, "author")


@for_both(PROFILE_DATA.recommends, fields=("author", "managing_editor", "webmaster"))
def email_form(part: Show | Episode) -> Findings:
    """A person is an e-mail address and a name in brackets."""
    for field, name in (_EDITORS if isinstance(part, Show) else _AUTHORS).items():
        value = getattr(part, field)
        if value and "@" in value and EMAIL.search(value) and not _CONTACT.fullmatch(value):
            message = f"{value!r:.80} is not of the form ann@example.com (Ann Lee)"
            yield Finding(name, message)


@for_episodes(PROFILE_ITEM.recommends, fields=("enclosures",))
def enclosures_several(episode: Episode) -> Findings:
    """An episode has one enclosure, as most apps see no other."""
    if len(episode.enclosures) == 1:
        return ()
    message = f"there are {len(episode.enclosures)}; most apps take the first or the last only"
    return (Finding("enclosure", f"{message}; use <podcast:alternateEnclosure>", index=1),)


@for_each("enclosures.type", RSS_ENCLOSURE.requires, unless=MIME_TYPE.fullmatch)
def enclosure_type_malformed(kind: str) -> Findings:
    """The type of an enclosure is a MIME type."""
    return malformed(kind, "enclosure type", "is no MIME type, such as audio/mpeg")


@for_episodes(VALIDATOR.recommends, fields=("guid",))
def guid_small(episode: Episode) -> Findings:
    """A guid is more than a small number."""
    guid = episode.guid or ""
    if len(guid) > _MOST_DIGITS or not _SMALL_NUMBER.fullmatch(guid):
        return ()
    message = f"{guid} is hardly unique in the world; a UUID is, for new episodes"
    return (Finding("guid", message),)


@for_episodes(VALIDATOR.recommends, fields=("published",))
def date_implausible(episode: Episode) -> Findings:
    """An episode came out in the days of feeds."""
    if not episode.published or _FIRST_YEAR <= episode.published.year <= _LAST_YEAR:
        return ()
    message = f"the year {episode.published.year} is hardly right; check the clock"
    return (Finding("pubDate", message),)


@for_show(PROFILE_CHANNEL.recommends)
def build_date_early(show: Show) -> Findings:
    """The feed changed last when its newest episode came out, or later."""
    dates = [episode.published for episode in show.episodes if episode.published]
    newest = max(dates, default=None)
    if show.last_build_date and newest and newest > show.last_build_date:
        message = f"it is before the newest episode's date, {newest.isoformat()}; mend one of them"
        yield Finding("lastBuildDate", message)


@for_both(PROFILE_DATA.recommends, fields=("title",))
def html_in_title(part: Show | Episode) -> Findings:
    """A title is plain text."""
    return _markup(part.title, "title")


@for_both(PROFILE_DATA.recommends)
def html_in_text(part: Show | Episode) -> Findings:
    """Names and lines are plain text."""
    texts, elements = _SHOW_TEXTS if isinstance(part, Show) else _ITEM_TEXTS
    values = texts(part)
    joined = "".join(filter(None, values))
    if "<" not in joined and "&" not in joined:
        return ()
    return tuple(chain.from_iterable(map(_markup, values, elements)))


@for_each("categories.text", PROFILE_DATA.recommends)
def html_in_category(category: str) -> Findings:
    """A category is plain text."""
    return _markup(category, "category")


@for_each("image", PROFILE_DATA.recommends)
def html_in_image(image: Image) -> Findings:
    """The texts of the channel's picture are plain."""
    yield from _markup(image.title, "image title")
    yield from _markup(image.description, "image description")


@for_each("text_input", PROFILE_DATA.recommends)
def html_in_form(form: TextInput) -> Findings:
    """The texts of a form are plain."""
    yield from _markup(form.title, "textInput title")
    yield from _markup(form.description, "textInput description")


@for_each("source", PROFILE_DATA.recommends)
def html_in_source(source: Source) -> Findings:
    """The title of the feed that an episode was taken from is plain text."""
    return _markup(source.text, "source")


@for_both(PROFILE_DATA.suggests, fields=("summary", "description"))
def html_in_summary(part: Show | Episode) -> Findings:
    """The channel's description and the summaries are plain text, as not all apps read HTML."""
    in_summary = _markup(part.summary, "itunes:summary")
    if isinstance(part, Show):
        return (*in_summary, *_markup(part.description, "description"))
    return in_summary


@for_texts(VALIDATOR.recommends, signs=(OTHER_TAG, OTHER_ATTRIBUTE, STYLE))
def html_unsafe(text: Text) -> Findings:
    """HTML has nothing in it that apps take out for safety, such as scripts."""
    found = OTHER_TAG in text.signs and _UNSAFE.search(text.text)
    found = found or (
        OTHER_ATTRIBUTE in text.signs and "<" in text.text and _HANDLER.search(text.text)
    )
    found = found or (STYLE in text.signs and _STYLE.search(text.text))
    if not found:
        return ()
    message = f"there is {found[0].strip()!r:.80}, which apps take out; leave it out"
    return (Finding(text.element, message),)


@for_texts(VALIDATOR.recommends, signs=(OTHER_ATTRIBUTE,))
def html_relative_address(text: Text) -> Findings:
    """Links and pictures in HTML have absolute addresses."""
    found = "<" in text.text and _RELATIVE.search(text.text)
    if not found:
        return ()
    message = f"{found[1]!r:.80} is relative, which leads nowhere in an app; write it out"
    return (Finding(text.element, message),)


@for_texts(PROFILE_DATA.recommends, signs=(ESCAPED,))
def escaped_twice(text: Text) -> Findings:
    """A text is escaped once."""
    found = _ESCAPED_TWICE.search(text.text)
    if not found:
        return ()
    message = f"{found[0]!r:.80} will be shown as it is; the text was escaped twice"
    return (Finding(text.element, message),)


@for_episodes(PROFILE_NAMESPACES.recommends, fields=("content",))
def content_without_description(episode: Episode) -> Findings:
    """Where there are full notes, there is a description as well."""
    if episode.content and not episode.description:
        message = "there are full notes, but no <description>, which many apps show; give one"
        yield Finding("description", message)


@for_both(VALIDATOR.suggests, fields=_SAID_TWICE)
def said_twice(part: Show | Episode) -> Findings:
    """What RSS has said is not said again by another module."""
    same = _SAME if isinstance(part, Show) else _SAME_IN_ITEM
    for (field, other), element in same.items():
        if getattr(part, other) and getattr(part, field):
            message = f"<{element}> says what another tag says already; leave out one of them"
            yield Finding(element, message)


@for_show(PROFILE_NAMESPACES.recommends, PSP1_CHANNEL.requires)
def self_link_missing(show: Show) -> Findings:
    """The feed says where it is itself."""
    if not any(link.rel == "self" for link in show.atom_links):
        message = 'there is no <atom:link rel="self">; give the URL of the feed'
        yield Finding("atom:link", message)


@for_show(VALIDATOR.recommends)
def self_link_repeated(show: Show) -> Findings:
    """The feed names its own address once."""
    links = [link for link in show.atom_links if link.rel == "self"]
    if len(links) > 1:
        message = f"there are {len(links)} of rel self; keep the one that the feed is read from"
        yield Finding("atom:link", message)


@for_each("atom_links.href", ATOM_LINK.requires, unless=ADDRESS.fullmatch)
def atom_link_not_absolute(href: str) -> Findings:
    """The links of a feed are absolute addresses, as RSS has no base for others."""
    return malformed(href, "atom:link href", "is no address; start it with https://")


@for_each("atom_links.type", ATOM_LINK.requires, unless=MIME_TYPE.fullmatch)
def atom_link_type_malformed(kind: str) -> Findings:
    """The type of a link is a MIME type."""
    expected = "is no MIME type, such as application/rss+xml"
    return malformed(kind, "atom:link type", expected)


@for_show(WEBSUB.requires)
def hub_without_self(show: Show) -> Findings:
    """A feed with a hub names its own address, to which apps subscribe."""
    rels = {link.rel for link in show.atom_links}
    if "hub" in rels and "self" not in rels:
        message = 'there is a hub, but no link of rel="self" to subscribe to; give it'
        yield Finding("atom:link", message)


@for_show(ARCHIVES.requires)
def paging_link_repeated(show: Show) -> Findings:
    """There is one link at most to each other page of the feed."""
    rels = [link.rel for link in show.atom_links if link.rel in _PAGING and link.rel != "self"]
    return _repeated(rels, "atom:link rel")


@for_show(ARCHIVES.requires)
def complete_feed_paged(show: Show) -> Findings:
    """A feed that is complete has no further pages."""
    rels = sorted({link.rel or "" for link in show.atom_links} & {"next", "prev-archive"})
    if show.fh_complete and rels:
        message = f"the feed says that it is complete, but links {' and '.join(rels)}; drop one"
        yield Finding("fh:complete", message)


@for_show(ARCHIVES.recommends)
def archive_without_current(show: Show) -> Findings:
    """An archived page links the current one."""
    if show.fh_archive and not any(link.rel == "current" for link in show.atom_links):
        message = 'there is no link of rel="current"; link the feed that is subscribed to'
        yield Finding("atom:link", message)


@for_items(ARCHIVES.requires, fields=("atom_links",))
def paging_link_in_item(episode: Episode) -> Findings:
    """Links to other pages of the feed stand in the channel."""
    for index, link in enumerate(episode.atom_links):
        if link.rel in _PAGING:
            message = f"{link.rel} is a link of the feed, not of an item; move it to the channel"
            yield Finding("atom:link rel", message, index=index)


@for_episodes(PODLOVE_CHAPTERS.requires, fields=("chapters",))
def chapters_in_feed_out_of_order(episode: Episode) -> Findings:
    """The chapters in a feed stand in the order of time."""
    for index, (chapter, following) in enumerate(pairwise(episode.chapters or ()), start=1):
        if following.start < chapter.start:
            message = f"it starts at {following.start:g} seconds, before the one above; sort them"
            yield Finding("psc:chapters psc:chapter start", message, index=index)


@for_episodes(PODLOVE_CHAPTERS.requires, fields=("chapters",))
def chapters_in_feed_beyond_end(episode: Episode) -> Findings:
    """A chapter in a feed starts before the episode ends."""
    for index, chapter in enumerate(episode.chapters or ()):
        if episode.duration and chapter.start >= episode.duration:
            message = f"it starts at {chapter.start:g} seconds; the episode has ended by then"
            yield Finding("psc:chapters psc:chapter start", message, index=index)


@for_each("enclosures.url", REDIRECTS.suggests)
def prefixes_many(url: str) -> Findings:
    """The address of a media file leads through at most five other hosts, which count downloads."""
    # Each has a slash after it, and three are before the path.
    if url.count("/") <= _MOST_REDIRECTS + 3:
        return ()
    hosts = list(filter(_HOST.fullmatch, url.split("/")[3:-1]))
    if len(hosts) <= _MOST_REDIRECTS:
        return ()
    message = f"it leads through {len(hosts)} hosts of {_MOST_REDIRECTS}; some apps give up"
    return (Finding("enclosure url", message),)


@for_each("creative_commons_licenses", CREATIVE_COMMONS.requires, unless=ADDRESS.fullmatch)
def license_not_absolute(address: str) -> Findings:
    """A licence is an absolute address."""
    expected = "is no address; give that of the licence's text"
    return malformed(address, "creativeCommons:license", expected)


@for_each("dc_language", VALIDATOR.requires, unless=LANGUAGE.fullmatch)
def dc_language_malformed(language: str) -> Findings:
    """The language in Dublin Core is a tag of BCP 47."""
    return malformed(language, "dc:language", "is no language tag, such as en or pt-BR")


@for_each("sy_update_period", SYNDICATION.requires)
def update_period_unknown(period: str) -> Findings:
    """The feed changes hourly, daily, weekly, monthly or yearly."""
    return none_of(_PERIODS, period, "sy:updatePeriod")


@for_show(SYNDICATION.requires)
def update_frequency_low(show: Show) -> Findings:
    """The feed changes once or more often in its period."""
    if show.sy_update_frequency is not None and show.sy_update_frequency < 1:
        message = f"{show.sy_update_frequency} is not above 0; give a number that is"
        yield Finding("sy:updateFrequency", message)


@for_each("geo_lat", GEO.requires)
def latitude_off_the_globe(degrees: float) -> Findings:
    """A latitude is from -90 to 90 degrees."""
    if abs(degrees) > _HIGHEST_LATITUDE:
        yield Finding("geo:lat", f"{degrees:g} is not from -90 to 90 degrees; mend it")


@for_each("geo_long", GEO.requires)
def longitude_off_the_globe(degrees: float) -> Findings:
    """A longitude is from -180 to 180 degrees."""
    if abs(degrees) > _HIGHEST_LONGITUDE:
        yield Finding("geo:long", f"{degrees:g} is not from -180 to 180 degrees; mend it")


@for_items(MEDIA_RSS.requires, fields=_MEDIA_FILES)
def media_address_malformed(episode: Episode) -> Findings:
    """The address of a media file is absolute, in Media RSS too."""
    for element, index, content in _contents(episode):
        if content.url and not ADDRESS.fullmatch(content.url):
            message = f"{content.url!r:.80} is no address; start it with https://"
            yield Finding(f"{element} url", message, index=index)


@for_items(MEDIA_RSS.requires, fields=_MEDIA_FILES)
def media_type_malformed(episode: Episode) -> Findings:
    """The type of a media file is a MIME type, in Media RSS too."""
    for element, index, content in _contents(episode):
        if content.type and not MIME_TYPE.fullmatch(content.type):
            message = f"{content.type!r:.80} is no MIME type, such as audio/mpeg"
            yield Finding(f"{element} type", message, index=index)


@for_items(MEDIA_RSS.requires, fields=_MEDIA_FILES)
def media_word_unknown(episode: Episode) -> Findings:
    """What a media file is, and whether it is all of it, are words of Media RSS."""
    for element, index, content in _contents(episode):
        for name, words in _MEDIA_WORDS.items():
            word = getattr(content, name)
            if word and word.lower() not in words:
                message = f"{word!r:.80} is none of {', '.join(words)}"
                yield Finding(f"{element} {name}", message, index=index)


@for_items(MEDIA_RSS.requires, fields=_MEDIA_FILES)
def media_number_low(episode: Episode) -> Findings:
    """The sizes of a media file are above 0, in Media RSS too."""
    for element, index, content in _contents(episode):
        for field, name in _MEDIA_NUMBERS.items():
            number = getattr(content, field)
            if number is not None and number <= 0:
                message = f"{number:g} is not above 0; give the number, or leave it out"
                yield Finding(f"{element} {name}", message, index=index)


@for_both(MEDIA_RSS.requires, fields=_MEDIA)
def media_link_malformed(part: Show | Episode) -> Findings:
    """What Media RSS links to, and the schemes that it names, are absolute addresses."""
    for element, index, value in _media_values(part):
        for name in ("url", "scheme"):
            address = getattr(value, name, None)
            if address and not ADDRESS.fullmatch(address):
                message = f"{address!r:.80} is no address; start it with https:// or urn:"
                yield Finding(f"{element} {name}", message, index=index)


@for_both(MEDIA_RSS.requires, fields=_MEDIA)
def media_text_type_unknown(part: Show | Episode) -> Findings:
    """A text of Media RSS is plain or HTML."""
    for element, index, value in _media_values(part):
        if isinstance(value, MediaText) and value.type and value.type not in ("plain", "html"):
            message = f"{value.type!r:.80} is neither plain nor html; say which"
            yield Finding(f"{element} type", message, index=index)


@for_both(MEDIA_RSS.recommends, fields=_MEDIA)
def html_in_media(part: Show | Episode) -> Findings:
    """The texts of Media RSS are plain, unless they say that they are HTML."""
    for element, index, value in _media_values(part):
        if isinstance(value, MediaCategory | MediaCopyright | MediaText):
            is_html = isinstance(value, MediaText) and value.type == "html"
            label = value.label if isinstance(value, MediaCategory) else None
            for finding in (
                () if is_html else (*_markup(value.text, element), *_markup(label, element))
            ):
                yield attrs.evolve(finding, index=index)


@for_both(MEDIA_RSS.requires, fields=_MEDIA)
def media_rating_unknown(part: Show | Episode) -> Findings:
    """A rating is one of its scheme."""
    for element, index, value in _media_values(part):
        ratings = (
            _RATINGS.get(value.scheme or "urn:simple") if isinstance(value, MediaRating) else ()
        )
        if ratings and value.text.lower() not in ratings:
            message = f"{value.text!r:.80} is none of {', '.join(ratings)}"
            yield Finding(element, message, index=index)


@for_both(MEDIA_RSS.requires, fields=_MEDIA)
def restriction_relationship(part: Show | Episode) -> Findings:
    """A restriction says whether it allows or denies."""
    for element, index, value in _restrictions(part):
        found = value.relationship
        if found not in ("allow", "deny"):
            what = f"{found!r:.80} is neither allow nor deny" if found else "there is none"
            yield Finding(f"{element} relationship", f"{what}; say which", index=index)


@for_both(MEDIA_RSS.requires, fields=_MEDIA)
def restriction_type_unknown(part: Show | Episode) -> Findings:
    """A restriction is one by country, by address or of sharing."""
    for element, index, value in _restrictions(part):
        for finding in none_of(("country", "uri", "sharing"), value.type, f"{element} type"):
            yield attrs.evolve(finding, index=index)


@for_both(MEDIA_RSS.requires, SPOTIFY_SHOW.requires, fields=_MEDIA)
def restriction_country_unknown(part: Show | Episode) -> Findings:
    """A restriction by country lists two-letter codes of ISO 3166."""
    for element, index, value in _restrictions(part):
        for code in value.text.split() if value.type == "country" else ():
            if not COUNTRY.fullmatch(code.upper()):
                message = f"{code!r:.80} is no two-letter code of ISO 3166, such as us"
                yield Finding(element, message, index=index)


@for_both(MEDIA_RSS.requires, fields=_MEDIA)
def restriction_unknown(part: Show | Episode) -> Findings:
    """A restriction without a type is for all or none, and one by address lists addresses."""
    for element, index, value in _restrictions(part):
        if not value.type and value.text not in ("all", "none"):
            message = f"{value.text!r:.80} is neither all nor none; say which, or give the type"
            yield Finding(element, message, index=index)
        for address in value.text.split() if value.type == "uri" else ():
            if not ADDRESS.fullmatch(address):
                message = f"{address!r:.80} is no address; start it with https://"
                yield Finding(element, message, index=index)


RULES = rules_in(globals())

_EDITORS = {"managing_editor": "managingEditor", "webmaster": "webMaster"}
_AUTHORS = {"author": "author"}
_CONTACT = re.compile(rf"{EMAIL.pattern} \([^()]+\)")
_SHOW_TEXTS = fields_of(
    {
        "copyright": "copyright",
        "author": "itunes:author",
        "itunes_title": "itunes:title",
        "subtitle": "itunes:subtitle",
        "keywords": "itunes:keywords",
        "managing_editor": "managingEditor",
        "webmaster": "webMaster",
    }
)
_ITEM_TEXTS = fields_of(
    {
        "author": "author",
        "itunes_title": "itunes:title",
        "itunes_author": "itunes:author",
        "subtitle": "itunes:subtitle",
        "keywords": "itunes:keywords",
    }
)


def _contents(episode: Episode) -> Iterator[tuple[str, int, MediaContent]]:
    """Give the media files of Media RSS, each after its element and which of these it is."""
    for index, content in enumerate(episode.media_contents):
        yield "media:content", index, content
    inner = chain.from_iterable(group.contents for group in episode.media_groups)
    for index, content in enumerate(inner):
        yield "media:group media:content", index, content


def _media_values(part: Show | Episode) -> Iterator[tuple[str, int, Any]]:
    """Give what Media RSS says in a part, each after its element and which of these it is."""
    numbers: Counter[str] = Counter()
    for around, prefix, holder in _media_holders(part):
        for field, name in _MEDIA_VALUES.items():
            held = getattr(holder, prefix + field)
            for value in held if isinstance(held, tuple) else [held] if held else []:
                yield around + name, numbers[around + name], value
                numbers[around + name] += 1


def _media_holders(part: Show | Episode) -> Iterator[tuple[str, str, Any]]:
    """Give a part, its media files and their groups, after their elements and fields' prefixes."""
    yield "", "media_", part
    if isinstance(part, Episode):
        for group in part.media_groups:
            yield "media:group ", "", group
        for element, _, content in _contents(part):
            yield f"{element} ", "", content


def _restrictions(part: Show | Episode) -> Iterator[tuple[str, int, MediaRestriction]]:
    values = _media_values(part)
    return (each for each in values if isinstance(each[2], MediaRestriction))


def _repeated(values: Iterable[object], element: str) -> Findings:
    seen = set()
    for index, value in enumerate(values):
        if value in seen:
            yield Finding(element, f"{value!r:.80} stands twice; once is enough", index=index)
        seen.add(value)


def _without_email(value: str | None, element: str) -> Findings:
    if not value or ("@" in value and EMAIL.search(value)) or value.startswith("mailto:"):
        return ()
    message = f"{value!r:.80} has no e-mail address; write ann@example.com (Ann Lee)"
    return (Finding(element, message),)


def _markup(text: str | None, element: str) -> Findings:
    """Find a tag or an entity in a text that should have none."""
    if not text or ("<" not in text and "&" not in text):
        return ()
    found = _TAG.search(text) or _ENTITY.search(text)
    if not found:
        return ()
    message = f"{found[0]!r:.80} is HTML, which apps show or drop; write plain text"
    return (Finding(element, message),)
