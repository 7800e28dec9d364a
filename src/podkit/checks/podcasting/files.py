"""The files beside an episode's own: transcripts, chapters, other versions, trailers, pictures."""

import re

from podkit.checks._forms import (
    ADDRESS,
    HTTP,
    LANGUAGE,
    MIME_TYPE,
    longer,
    malformed,
    missing,
    none_of,
    path_of,
    unlike,
)
from podkit.checks._rules import (
    Finding,
    Findings,
    for_each,
    for_items,
    for_live_items,
    for_show,
    rules_in,
)
from podkit.checks._sections import PSP1_ITEM_RECOMMENDED, tag
from podkit.models import (
    AlternateEnclosure,
    ChaptersLink,
    Episode,
    Integrity,
    LiveItem,
    PodcastImage,
    Show,
    Soundbite,
    Trailer,
    TranscriptLink,
)

__all__ = ["RULES"]

_LONGEST_TEXT = 128
_LONGEST_NAME = 32
# The suffixes of files, and the type that each belongs to.
_TRANSCRIPT_SUFFIXES = {
    ".txt": "text/plain",
    ".html": "text/html",
    ".vtt": "text/vtt",
    ".json": "application/json",
    ".srt": "application/x-subrip",
}
_CHAPTER_TYPES = ("application/json+chapters", "application/json")
# In seconds.
_SHORTEST_SOUNDBITE = 15
_LONGEST_SOUNDBITE = 120
# In bits per second, less than any codec for speech needs: what is below was meant in kilobits.
_LOWEST_BITRATE = 1000
# HTTP Live Streaming and MPEG-DASH: what such a file lists is of no size that could be given.
_STREAM_TYPES = ("application/x-mpegurl", "application/vnd.apple.mpegurl", "application/dash+xml")
_USUAL_STREAMS = ("audio/mpeg", "audio/mp3", "audio/mp4", "video/mp4")
_INTEGRITY_TYPES = ("sri", "pgp-signature")
# A hash of W3C's Subresource Integrity, and more of them.
_SRI = re.compile(r"(?:sha(?:256|384|512)-[A-Za-z0-9+/_-]+={0,2}(?:\s+|$))+")
_STATUSES = ("pending", "live", "ended")
# A number, or two with a slash between them, as in CSS.
_RATIO = re.compile(r"\d+(?:\.\d+)?(?:\s*/\s*\d+(?:\.\d+)?)?")


@for_each(
    "transcript_links.url",
    tag("transcript").requires,
    PSP1_ITEM_RECOMMENDED.requires,
    unless=HTTP.fullmatch,
)
def transcript_address_malformed(url: str) -> Findings:
    """The address of a transcript is one of the web."""
    expected = "is no address that starts with https:// or http://"
    return malformed(url, "podcast:transcript url", expected)


@for_each("transcript_links", tag("transcript").recommends, fields=("type",))
def transcript_type_differs(link: TranscriptLink) -> Findings:
    """The type of a transcript is that of its file's name."""
    suffix = "." + path_of(link.url).rpartition(".")[2]
    expected = _TRANSCRIPT_SUFFIXES.get(suffix, link.type)
    if link.type == expected or link.type not in _TRANSCRIPT_SUFFIXES.values():
        return ()
    message = f"the type is {link.type}, but the file ends in {suffix}; give {expected}"
    return (Finding("podcast:transcript type", message),)


@for_each("transcript_links.language", tag("transcript").requires, unless=LANGUAGE.fullmatch)
def transcript_language_malformed(language: str) -> Findings:
    """The language of a transcript is a tag of BCP 47."""
    expected = "is no language tag, such as en or pt-BR"
    return malformed(language, "podcast:transcript language", expected)


@for_each("transcript_links.rel", tag("transcript").recommends)
def transcript_rel_unknown(rel: str) -> Findings:
    """A transcript is a plain one or captions."""
    return none_of(("captions",), rel, "podcast:transcript rel")


@for_items(tag("transcript").suggests, fields=("transcript_links",))
def transcript_repeated(episode: Episode) -> Findings:
    """A transcript is named once."""
    seen = set()
    for index, link in enumerate(episode.transcript_links):
        if link.url in seen:
            message = f"{link.url!r:.80} is named twice; once is enough"
            yield Finding("podcast:transcript url", message, index=index)
        seen.add(link.url)


@for_each("chapters_link", tag("chapters").requires, lack="type")
def chapters_type_missing(_link: ChaptersLink) -> Findings:
    """The chapter file has a type."""
    message = f"there is no type; give {_CHAPTER_TYPES[0]}"
    return (Finding("podcast:chapters type", message),)


@for_each("chapters_link.type", tag("chapters").recommends)
def chapters_type_unknown(kind: str) -> Findings:
    """The chapter file is JSON."""
    return none_of(_CHAPTER_TYPES, kind, "podcast:chapters type")


@for_each("chapters_link.url", tag("chapters").requires, unless=HTTP.fullmatch)
def chapters_address_malformed(url: str) -> Findings:
    """The address of the chapter file is one of the web."""
    expected = "is no address that starts with https:// or http://"
    return malformed(url, "podcast:chapters url", expected)


@for_each("soundbites", tag("soundbite").recommends)
def soundbite_length(soundbite: Soundbite) -> Findings:
    """A soundbite lasts 15 to 120 seconds."""
    length = soundbite.duration
    if not _SHORTEST_SOUNDBITE <= length <= _LONGEST_SOUNDBITE:
        limits = f"{_SHORTEST_SOUNDBITE} to {_LONGEST_SOUNDBITE}"
        message = f"it lasts {length:g} seconds; {limits} make a good preview"
        yield Finding("podcast:soundbite duration", message)


@for_items(tag("soundbite").requires, fields=("soundbites",))
def soundbite_beyond_end(episode: Episode) -> Findings:
    """A soundbite lies within the episode."""
    for index, soundbite in enumerate(episode.soundbites):
        end = soundbite.start_time + soundbite.duration
        if soundbite.start_time < 0 or (episode.duration and end > episode.duration + 1):
            message = f"it is from {soundbite.start_time:g} to {end:g} seconds; the episode isn't"
            yield Finding("podcast:soundbite startTime", message, index=index)


@for_each("soundbites.title", tag("soundbite").recommends)
def soundbite_title_long(title: str) -> Findings:
    """The title of a soundbite has at most 128 characters."""
    return longer(_LONGEST_TEXT, title, "podcast:soundbite")


@for_each("alternate_enclosures", tag("alternate-enclosure").requires, lack="type")
def alternate_type_missing(_enclosure: AlternateEnclosure) -> Findings:
    """Another version of the media file has a type."""
    message = "there is no type; give its MIME type, such as audio/opus"
    return (Finding("podcast:alternateEnclosure type", message),)


@for_each(
    "alternate_enclosures.type",
    tag("alternate-enclosure").requires,
    unless=MIME_TYPE.fullmatch,
)
def alternate_type_malformed(kind: str) -> Findings:
    """The type of another version is a MIME type."""
    expected = "is no MIME type, such as audio/opus"
    return malformed(kind, "podcast:alternateEnclosure type", expected)


@for_each("alternate_enclosures", tag("source").requires, lack="sources")
def alternate_source_missing(_enclosure: AlternateEnclosure) -> Findings:
    """Another version of the media file can be had somewhere."""
    message = "there is no <podcast:source> with a uri; say where the file is"
    return (Finding("podcast:alternateEnclosure podcast:source", message),)


@for_each("alternate_enclosures", tag("alternate-enclosure").recommends)
def alternate_length_missing(enclosure: AlternateEnclosure) -> Findings:
    """Another version of the media file gives its size, unless it is a list of parts."""
    message = "there is no length above 0; give the file's size in bytes"
    size = (enclosure.length or 0) > 0 or (enclosure.type or "").lower() in _STREAM_TYPES
    return missing(size, "podcast:alternateEnclosure length", message)


@for_each("alternate_enclosures", tag("alternate-enclosure").requires)
def alternate_bitrate_low(enclosure: AlternateEnclosure) -> Findings:
    """The bit rate of another version is in bits per second."""
    if enclosure.bitrate is None or enclosure.bitrate >= _LOWEST_BITRATE:
        return ()
    message = f"{enclosure.bitrate:g} bits per second are too few; write 128000, not 128"
    return (Finding("podcast:alternateEnclosure bitrate", message),)


@for_each("alternate_enclosures.title", tag("alternate-enclosure").recommends)
def alternate_title_long(title: str) -> Findings:
    """The title of another version has at most 32 characters."""
    return longer(_LONGEST_NAME, title, "podcast:alternateEnclosure title")


@for_each("alternate_enclosures.rel", tag("alternate-enclosure").recommends)
def alternate_rel_long(rel: str) -> Findings:
    """The name of a group of versions has at most 32 characters."""
    return longer(_LONGEST_NAME, rel, "podcast:alternateEnclosure rel")


@for_each(
    "alternate_enclosures.lang",
    tag("alternate-enclosure").requires,
    unless=LANGUAGE.fullmatch,
)
def alternate_language_malformed(lang: str) -> Findings:
    """The language of another version is a tag of BCP 47."""
    expected = "is no language tag, such as en or pt-BR"
    return malformed(lang, "podcast:alternateEnclosure lang", expected)


@for_items(tag("alternate-enclosure").recommends, fields=("alternate_enclosures",))
def alternate_defaults_several(episode: Episode) -> Findings:
    """One version at most is the file of the enclosure."""
    defaults = [each for each in episode.alternate_enclosures if each.default]
    if len(defaults) > 1:
        message = f"{len(defaults)} of them are the default; let the one of the <enclosure> be it"
        yield Finding("podcast:alternateEnclosure default", message)


@for_items(tag("alternate-enclosure").recommends, fields=("alternate_enclosures",))
def alternate_default_differs(episode: Episode) -> Findings:
    """The version that is said to be the file of the enclosure is of its type."""
    main = episode.enclosure.type if episode.enclosure else None
    for index, version in enumerate(episode.alternate_enclosures):
        if version.default and version.type and main and version.type.lower() != main.lower():
            message = f"it is {version.type!r:.80}, but the <enclosure> is {main!r:.80}"
            advice = "let the version of that be the default"
            element = "podcast:alternateEnclosure default"
            yield Finding(element, f"{message}; {advice}", index=index)


@for_each(
    "alternate_enclosures.sources.content_type",
    tag("source").requires,
    unless=MIME_TYPE.fullmatch,
)
def source_type_malformed(content_type: str) -> Findings:
    """The type of what is at a place is a MIME type."""
    element = "podcast:alternateEnclosure podcast:source contentType"
    return malformed(content_type, element, "is no MIME type, such as audio/opus")


@for_each("alternate_enclosures.sources.uri", tag("source").requires, unless=ADDRESS.fullmatch)
def source_address_malformed(uri: str) -> Findings:
    """The place of another version is an address."""
    expected = "is no address; start it with https:// or another scheme"
    return malformed(uri, "podcast:alternateEnclosure podcast:source uri", expected)


@for_each("alternate_enclosures.integrity.type", tag("integrity").requires)
def integrity_type_unknown(kind: str) -> Findings:
    """What proves that a file is unchanged is a hash or a signature."""
    element = "podcast:alternateEnclosure podcast:integrity type"
    return none_of(_INTEGRITY_TYPES, kind, element)


@for_each("alternate_enclosures.integrity", tag("integrity").requires)
def integrity_malformed(integrity: Integrity) -> Findings:
    """A hash that proves that a file is unchanged is one of Subresource Integrity."""
    if integrity.type != "sri":
        return ()
    element = "podcast:alternateEnclosure podcast:integrity value"
    expected = "is no hash such as sha384-… in Base64"
    return unlike(_SRI, integrity.value, element, expected)


@for_each("trailers", tag("trailer").requires, lack="title")
def trailer_title_missing(_trailer: Trailer) -> Findings:
    """A trailer has a title."""
    return (Finding("podcast:trailer", "it is empty; write the trailer's title"),)


@for_each("trailers.title", tag("trailer").recommends)
def trailer_title_long(title: str) -> Findings:
    """The title of a trailer has at most 128 characters."""
    return longer(_LONGEST_TEXT, title, "podcast:trailer")


@for_each("trailers", tag("trailer").requires, lack="published")
def trailer_date_missing(_trailer: Trailer) -> Findings:
    """A trailer says when it came out."""
    message = "there is no pubdate with a date; say when the trailer came out"
    return (Finding("podcast:trailer pubdate", message),)


@for_each("trailers.url", tag("trailer").requires, unless=HTTP.fullmatch)
def trailer_address_malformed(url: str) -> Findings:
    """The address of a trailer is one of the web."""
    expected = "is no address that starts with https:// or http://"
    return malformed(url, "podcast:trailer url", expected)


@for_each("trailers", tag("trailer").recommends, lack="length")
def trailer_length_missing(_trailer: Trailer) -> Findings:
    """A trailer gives its size."""
    message = "there is no length; give the file's size in bytes"
    return (Finding("podcast:trailer length", message),)


@for_each("trailers", tag("trailer").recommends, lack="type")
def trailer_type_missing(_trailer: Trailer) -> Findings:
    """A trailer gives its type."""
    message = "there is no type; give its MIME type, such as audio/mpeg"
    return (Finding("podcast:trailer type", message),)


@for_each("trailers.type", tag("trailer").requires, unless=MIME_TYPE.fullmatch)
def trailer_type_malformed(kind: str) -> Findings:
    """The type of a trailer is a MIME type."""
    expected = "is no MIME type, such as audio/mpeg"
    return malformed(kind, "podcast:trailer type", expected)


@for_show(tag("trailer").suggests)
def trailer_dates_repeated(show: Show) -> Findings:
    """The newest trailer can be told from the others."""
    dates = [trailer.published for trailer in show.trailers if trailer.published]
    for index, date in enumerate(dates):
        if date in dates[:index]:
            message = "it came out with another trailer; give each its own date, the newest counts"
            yield Finding("podcast:trailer pubdate", message, index=index)


@for_each("podcast_images.href", tag("image").requires, unless=HTTP.fullmatch)
def picture_address_malformed(href: str) -> Findings:
    """The address of a picture is one of the web."""
    expected = "is no address that starts with https:// or http://"
    return malformed(href, "podcast:image href", expected)


@for_each("podcast_images", tag("image").recommends, lack="alt")
def picture_text_missing(_image: PodcastImage) -> Findings:
    """A picture has a text for those who can't see it."""
    return (Finding("podcast:image alt", "there is no alt; say what the picture shows"),)


@for_each("podcast_images", tag("image").recommends, lack="width")
def picture_width_missing(_image: PodcastImage) -> Findings:
    """A picture gives its width."""
    return (Finding("podcast:image width", "there is no width; give it in pixels"),)


@for_each("podcast_images", tag("image").recommends)
def picture_ratio_missing(image: PodcastImage) -> Findings:
    """A picture gives its shape, or its width and height."""
    if not image.aspect_ratio and not (image.width and image.height):
        message = "there is no aspect-ratio; give one such as 16/9, or width and height"
        yield Finding("podcast:image aspect-ratio", message)


@for_each("podcast_images.aspect_ratio", tag("image").requires, unless=_RATIO.fullmatch)
def picture_ratio_malformed(aspect_ratio: str) -> Findings:
    """The shape of a picture is a ratio as in CSS."""
    expected = "is no ratio, such as 1/1 or 16/9"
    return malformed(aspect_ratio, "podcast:image aspect-ratio", expected)


@for_each("podcast_images.type", tag("image").requires, unless=MIME_TYPE.fullmatch)
def picture_type_malformed(kind: str) -> Findings:
    """The type of a picture is a MIME type."""
    expected = "is no MIME type, such as image/webp"
    return malformed(kind, "podcast:image type", expected)


@for_each("podcast_images.purpose", tag("image").requires)
def picture_purpose_long(purpose: str) -> Findings:
    """The purpose of a picture has at most 128 characters."""
    return longer(_LONGEST_TEXT, purpose, "podcast:image purpose")


@for_each("images_srcset", tag("images-(deprecated)").recommends)
def pictures_retired(_srcset: str) -> Findings:
    """Pictures stand in the tag that has taken the place of <podcast:images>."""
    message = "<podcast:images> is retired; write a <podcast:image> for each picture"
    yield Finding("podcast:images srcset", message)


@for_live_items(tag("live-item").requires)
def live_status_missing(item: LiveItem) -> Findings:
    """A live item says whether it is on air."""
    message = f"there is no status; give one of {', '.join(_STATUSES)}"
    return missing(item.status, "status", message)


@for_live_items(tag("live-item").requires)
def live_status_unknown(item: LiveItem) -> Findings:
    """A live item is pending, live or ended."""
    return none_of(_STATUSES, item.status, "status")


@for_live_items(tag("live-item").requires)
def live_start_missing(item: LiveItem) -> Findings:
    """A live item says when it starts."""
    message = "there is no start; give a date and time of ISO 8601"
    return missing(item.start, "start", message)


@for_live_items(tag("live-item").recommends)
def live_end_missing(item: LiveItem) -> Findings:
    """A live item says when it ends."""
    return missing(item.end, "end", "there is no end; say when the stream should end")


@for_live_items(tag("live-item").requires)
def live_end_early(item: LiveItem) -> Findings:
    """A live item ends after it starts."""
    if item.start and item.end and item.end <= item.start:
        yield Finding("end", f"{item.end.isoformat()} is not after the start; mend one of the two")


@for_live_items(tag("live-item").requires)
def live_link_missing(item: LiveItem) -> Findings:
    """A live item has a link for apps that can't play it."""
    message = "there is no <podcast:contentLink>; link a page that plays the stream"
    return missing(item.content_links, "podcast:contentLink", message)


@for_live_items(tag("live-item").recommends)
def live_version_missing(item: LiveItem) -> Findings:
    """A live item says by which protocol and codec it streams."""
    message = "there is no <podcast:alternateEnclosure>; say what kind of stream it is"
    return missing(item.alternate_enclosures, "podcast:alternateEnclosure", message)


@for_live_items(tag("live-item").requires)
def live_guid_missing(item: LiveItem) -> Findings:
    """A live item has a guid."""
    message = "there is no <guid>; give one that stays while the stream is the same"
    return missing(item.guid, "guid", message)


@for_live_items(tag("live-item").recommends)
def live_enclosure_missing(item: LiveItem) -> Findings:
    """A live item has an enclosure for apps that know nothing else."""
    message = "there is no <enclosure>; give the stream's URL for apps that know no other tag"
    return missing(item.enclosures, "enclosure", message)


@for_live_items(tag("live-item").suggests)
def live_type_unusual(item: LiveItem) -> Findings:
    """A stream can be had as MP3 or MP4, which all apps play."""
    kinds = [enclosure.type for enclosure in item.enclosures]
    kinds += [version.type for version in item.alternate_enclosures]
    types = list(filter(None, kinds))
    if types and not any(kind.lower() in _USUAL_STREAMS for kind in types):
        message = f"there is {', '.join(types):.80} alone; give MP3 or MP4 too, which all apps play"
        yield Finding("enclosure type", message)


RULES = rules_in(globals())
