"""What Apple's directory asks (A Podcaster's Guide to RSS; Apple Podcasts categories).

Tags that Apple recommends for what not every episode has, such as a page or a picture of its own,
are suggestions here.
"""

import re
from collections.abc import Collection
from difflib import get_close_matches

from podkit.checks._categories import CATEGORIES
from podkit.checks._rules import Finding, Findings, for_both, for_episodes, for_show, rules_in
from podkit.checks._sections import (
    APPLE_CATEGORIES,
    APPLE_DETAILS,
    APPLE_EPISODE,
    APPLE_SHOW,
    PSP1_CHANNEL,
    PSP1_CHANNEL_OPTIONAL,
    PSP1_CHANNEL_RECOMMENDED,
    PSP1_DECLARATIONS,
    PSP1_ITEM,
    PSP1_ITEM_OPTIONAL,
    PSP1_ITEM_RECOMMENDED,
)
from podkit.models import Category, Episode, Show

__all__ = ["RULES"]

# A two-letter code of ISO 639, and what may narrow it.
_LANGUAGE = re.compile(r"[a-z]{2}(?:-[a-z0-9]{1,8})*", re.IGNORECASE)
# In bytes of UTF-8.
_LONGEST_DESCRIPTION = 4000
# In characters, for every tag without a limit of its own.
_LONGEST_VALUE = 255
_SHOW_VALUES = {
    "title": "title",
    "link": "link",
    "copyright": "copyright",
    "author": "itunes:author",
    "itunes_title": "itunes:title",
    "new_feed_url": "itunes:new-feed-url",
}
_EPISODE_VALUES = {
    "title": "title",
    "link": "link",
    "guid": "guid",
    "itunes_title": "itunes:title",
}
# Lets "How-To" pass for "How To", but not "Podcasting" for "Education".
_SIMILAR = 0.8
_SHOW_TYPES = ("episodic", "serial")
_EPISODE_TYPES = ("full", "trailer", "bonus")
_ARTWORK_SUFFIXES = (".jpg", ".jpeg", ".png")
_MEDIA_SUFFIXES = (".m4a", ".mp3", ".mov", ".mp4", ".m4v", ".pdf")
_MEDIA_TYPES = (
    "audio/x-m4a",
    "audio/mpeg",
    "video/quicktime",
    "video/mp4",
    "video/x-m4v",
    "application/pdf",
    # Listed by PSP-1 alone.
    "audio/m4a",
    "video/m4v",
)


@for_show(APPLE_SHOW.requires, PSP1_CHANNEL.requires)
def language_missing(show: Show) -> Findings:
    """The show names its language."""
    if not show.language:
        yield Finding("language", "there is no <language>; give the one spoken")


@for_show(APPLE_SHOW.requires)
def language_unknown(show: Show) -> Findings:
    """The language is a two-letter code of ISO 639, maybe with a region."""
    if show.language and not _LANGUAGE.fullmatch(show.language):
        message = f"{show.language!r:.80} is no two-letter code of ISO 639, such as en or en-us"
        yield Finding("language", message)


@for_show(APPLE_SHOW.requires, PSP1_CHANNEL.requires)
def artwork_missing(show: Show) -> Findings:
    """The show has a cover."""
    if not show.artwork:
        message = "there is no <itunes:image> with an href; give the URL of the show's cover"
        yield Finding("itunes:image", message)


@for_both(
    APPLE_SHOW.requires,
    APPLE_EPISODE.requires,
    PSP1_CHANNEL.requires,
    PSP1_ITEM_RECOMMENDED.requires,
)
def artwork_suffix(part: Show | Episode) -> Findings:
    """The name of a cover's file ends in .jpg or .png."""
    if part.artwork and not _ends_in(_ARTWORK_SUFFIXES, part.artwork):
        message = f"{part.artwork!r:.80} doesn't end in .jpg or .png; name the file as what it is"
        yield Finding("itunes:image href", message)


@for_show(APPLE_SHOW.requires, PSP1_CHANNEL.requires)
def category_missing(show: Show) -> Findings:
    """The show has a category."""
    if not show.itunes_categories:
        message = "there is no <itunes:category> with a text; choose one of Apple's categories"
        yield Finding("itunes:category", message)


@for_show(APPLE_CATEGORIES.requires, PSP1_CHANNEL.requires)
def category_unknown(show: Show) -> Findings:
    """Every category and subcategory is in Apple's list, in its spelling."""
    for category in show.itunes_categories:
        subcategories = CATEGORIES.get(category.text)
        if subcategories is None:
            yield _unknown(category, CATEGORIES, "Apple's categories")
            continue
        for subcategory in category.subcategories:
            if subcategory.text not in subcategories:
                yield _unknown(subcategory, subcategories, f"the subcategories of {category.text}")


@for_show(APPLE_SHOW.requires, PSP1_CHANNEL.requires)
def explicit_missing(show: Show) -> Findings:
    """The show says whether it is explicit."""
    if show.explicit is None:
        message = "there is no <itunes:explicit> that says true or false; say which"
        yield Finding("itunes:explicit", message)


@for_show(APPLE_SHOW.recommends, PSP1_CHANNEL_RECOMMENDED.recommends)
def author_missing(show: Show) -> Findings:
    """The show says who makes it."""
    if not show.author:
        yield Finding("itunes:author", "there is no <itunes:author>; say who makes the show")


@for_show(APPLE_SHOW.requires, PSP1_CHANNEL_OPTIONAL.requires)
def show_type_unknown(show: Show) -> Findings:
    """The show is episodic or serial."""
    yield from _not_one_of(_SHOW_TYPES, show.type, "itunes:type")


@for_show(APPLE_EPISODE.requires, PSP1_ITEM_OPTIONAL.requires)
def episode_number_missing(show: Show) -> Findings:
    """Each full episode of a serial show has a number."""
    if (show.type or "").lower() != "serial":
        return
    for number, episode in enumerate(show.episodes, start=1):
        if episode.number is None and (episode.episode_type or "full").lower() == "full":
            message = "there is no <itunes:episode> with a number, which a serial show needs"
            yield Finding("itunes:episode", message, item=number)


@for_both(
    APPLE_SHOW.requires,
    APPLE_EPISODE.requires,
    PSP1_CHANNEL.requires,
    PSP1_ITEM_RECOMMENDED.requires,
)
def description_too_long(part: Show | Episode) -> Findings:
    """A description has at most 4,000 bytes."""
    size = len((part.description or "").encode(errors="replace"))
    if size > _LONGEST_DESCRIPTION:
        message = f"the <description> has {size} bytes of {_LONGEST_DESCRIPTION}; shorten it"
        yield Finding("description", message)


@for_both(APPLE_DETAILS.requires, PSP1_DECLARATIONS.requires)
def value_too_long(part: Show | Episode) -> Findings:
    """A text has at most 255 characters where it has no limit of its own."""
    values = _SHOW_VALUES if isinstance(part, Show) else _EPISODE_VALUES
    for field, name in values.items():
        length = len(getattr(part, field) or "")
        if length > _LONGEST_VALUE:
            message = f"the <{name}> has {length} characters of {_LONGEST_VALUE}; shorten it"
            yield Finding(name, message)


@for_episodes(APPLE_EPISODE.requires, PSP1_ITEM.requires)
def episode_title_missing(episode: Episode) -> Findings:
    """An episode has a title."""
    if not episode.title:
        yield Finding("title", "there is no <title>; name the episode")


@for_episodes(APPLE_EPISODE.requires, PSP1_ITEM.requires)
def enclosure_missing(episode: Episode) -> Findings:
    """An episode has a media file."""
    if not episode.enclosure:
        yield Finding("enclosure", "there is no <enclosure> with a url; give the episode's file")


@for_episodes(APPLE_EPISODE.requires, PSP1_ITEM.requires)
def enclosure_length_zero(episode: Episode) -> Findings:
    """An enclosure's length is the size of a file."""
    for enclosure in episode.enclosures:
        if enclosure.length is not None and enclosure.length <= 0:
            message = "the length is not above 0; give the file's size in bytes"
            yield Finding("enclosure length", message)


@for_episodes(APPLE_EPISODE.requires)
def enclosure_suffix(episode: Episode) -> Findings:
    """The name of the media file ends as those do that Apple lists."""
    if episode.enclosure and not _ends_in(_MEDIA_SUFFIXES, episode.enclosure.url):
        choices = ", ".join(_MEDIA_SUFFIXES)
        message = f"{episode.enclosure.url!r:.80} ends in none of {choices}; Apple leaves it out"
        yield Finding("enclosure url", message)


# Apple goes by the suffix, so that a type which isn't listed does less harm.
@for_episodes(APPLE_EPISODE.recommends, PSP1_ITEM.recommends)
def enclosure_type_unknown(episode: Episode) -> Findings:
    """The media file has a type that Apple or PSP-1 lists."""
    if episode.enclosure:
        yield from _not_one_of(_MEDIA_TYPES, episode.enclosure.type, "enclosure type")


@for_episodes(APPLE_EPISODE.recommends, PSP1_ITEM_RECOMMENDED.recommends)
def date_missing(episode: Episode) -> Findings:
    """An episode says when it came out."""
    if not episode.published:
        yield Finding("pubDate", "there is no <pubDate> with a date; say when it came out")


@for_episodes(APPLE_EPISODE.recommends, PSP1_ITEM_RECOMMENDED.recommends)
def episode_description_missing(episode: Episode) -> Findings:
    """An episode says what it is about."""
    if not episode.description:
        yield Finding("description", "there is no <description>; say what the episode is about")


@for_episodes(APPLE_EPISODE.recommends, PSP1_ITEM_RECOMMENDED.recommends)
def duration_missing(episode: Episode) -> Findings:
    """An episode says how long it plays."""
    if episode.duration is None:
        message = "there is no <itunes:duration> that is a time; give the seconds that it plays"
        yield Finding("itunes:duration", message)


@for_episodes(APPLE_EPISODE.suggests, PSP1_ITEM_RECOMMENDED.suggests)
def episode_link_missing(episode: Episode) -> Findings:
    """An episode names its web page."""
    if not episode.link:
        yield Finding("link", "there is no <link>; give the episode's web page if it has one")


@for_episodes(APPLE_EPISODE.suggests, PSP1_ITEM_RECOMMENDED.suggests)
def episode_artwork_missing(episode: Episode) -> Findings:
    """An episode has a picture of its own."""
    if not episode.artwork:
        message = "there is no <itunes:image> with an href; apps show the show's cover instead"
        yield Finding("itunes:image", message)


@for_episodes(APPLE_EPISODE.suggests, PSP1_ITEM_RECOMMENDED.suggests)
def episode_explicit_missing(episode: Episode) -> Findings:
    """An episode says whether it is explicit."""
    if episode.explicit is None:
        message = "there is no <itunes:explicit> that says true or false; the show's value counts"
        yield Finding("itunes:explicit", message)


@for_episodes(APPLE_EPISODE.requires, PSP1_ITEM_OPTIONAL.requires)
def episode_number_zero(episode: Episode) -> Findings:
    """The numbers of an episode and of its season count from 1."""
    for name, number in (("itunes:episode", episode.number), ("itunes:season", episode.season)):
        if number is not None and number <= 0:
            yield Finding(name, f"the <{name}> is not above 0; count from 1, or leave it out")


@for_episodes(APPLE_EPISODE.requires, PSP1_ITEM_OPTIONAL.requires)
def episode_type_unknown(episode: Episode) -> Findings:
    """An episode is full, a trailer or a bonus."""
    yield from _not_one_of(_EPISODE_TYPES, episode.episode_type, "itunes:episodeType")


RULES = rules_in(globals())


def _ends_in(suffixes: tuple[str, ...], url: str) -> bool:
    """Say whether a URL's path ends in one of the suffixes, in whatever case."""
    return url.partition("#")[0].partition("?")[0].lower().endswith(suffixes)


def _unknown(category: Category, choices: Collection[str], of_what: str) -> Finding:
    spellings = {choice.casefold(): choice for choice in choices}
    similar = get_close_matches(category.text.casefold(), spellings, n=1, cutoff=_SIMILAR)
    advice = f"write {spellings[similar[0]]!r}" if similar else "choose one that is"
    message = f"{category.text!r:.80} is not one of {of_what}; {advice}"
    return Finding("itunes:category text", message)


def _not_one_of(choices: Collection[str], value: str | None, element: str) -> Findings:
    """Find a value that is none of the choices, in whatever case."""
    if value and value.lower() not in choices:
        yield Finding(element, f"{value!r:.80} is none of {', '.join(choices)}")
