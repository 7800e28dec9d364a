"""What Apple's directory asks (A Podcaster's Guide to RSS; Apple Podcasts categories).

Tags that Apple recommends for what not every episode has, such as a page or a picture of its own,
are suggestions here.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from difflib import get_close_matches
from itertools import count, pairwise
from operator import methodcaller

from podkit.checks._categories import CATEGORIES, RETIRED
from podkit.checks._forms import HTTP, fields_of, longer, malformed, missing, none_of, path_of
from podkit.checks._rules import (
    Finding,
    Findings,
    for_both,
    for_each,
    for_episodes,
    for_media,
    for_show,
    rules_in,
)
from podkit.checks._sections import (
    APPLE_CATEGORIES,
    APPLE_DETAILS,
    APPLE_EPISODE,
    APPLE_MOVE,
    APPLE_REQUIREMENTS,
    APPLE_SHOW,
    PSP1_CHANNEL,
    PSP1_CHANNEL_OPTIONAL,
    PSP1_CHANNEL_RECOMMENDED,
    PSP1_DECLARATIONS,
    PSP1_ITEM,
    PSP1_ITEM_OPTIONAL,
    PSP1_ITEM_RECOMMENDED,
    SPOTIFY_EPISODE,
    SPOTIFY_SHOW,
    VALIDATOR,
)
from podkit.checks._texts import OTHER_TAG, Text, for_texts
from podkit.checks._vocabularies import LIST_SUFFIX
from podkit.models import Category, Enclosure, Episode, Show

__all__ = ["RULES"]

# A two-letter code of ISO 639, and what may narrow it.
_LANGUAGE = re.compile(r"[a-z]{2}(?:-[a-z0-9]{1,8})*", re.IGNORECASE)
# In bytes of UTF-8.
_LONGEST_DESCRIPTION = 4000
# In characters, for every tag without a limit of its own.
_LONGEST_VALUE = 255
_SHOW_VALUES = fields_of(
    {
        "title": "title",
        "link": "link",
        "copyright": "copyright",
        "author": "itunes:author",
        "itunes_title": "itunes:title",
        "subtitle": "itunes:subtitle",
        "keywords": "itunes:keywords",
        "new_feed_url": "itunes:new-feed-url",
    }
)
_EPISODE_VALUES = fields_of(
    {
        "title": "title",
        "link": "link",
        "guid": "guid",
        "itunes_title": "itunes:title",
        "itunes_author": "itunes:author",
        "subtitle": "itunes:subtitle",
        "keywords": "itunes:keywords",
    }
)
# Lets "How-To" pass for "How To", but not "Podcasting" for "Education".
_SIMILAR = 0.8
_FLAGS = {"block": "itunes:block", "complete": "itunes:complete"}
_SHOW_TYPES = ("episodic", "serial")
_EPISODE_TYPES = ("full", "trailer", "bonus")
_ARTWORK_SUFFIXES = (".jpg", ".jpeg", ".png")
_SUFFIX_ASKED = re.compile(r"\?\.(?:jpe?g|png)\Z", re.IGNORECASE)
_MEDIA_TYPES = {
    ".m4a": ("audio/x-m4a", "audio/m4a", "audio/mp4", "audio/aac"),
    ".mp3": ("audio/mpeg", "audio/mp3"),
    ".mov": ("video/quicktime",),
    ".mp4": ("video/mp4", "audio/mp4"),
    ".m4v": ("video/x-m4v", "video/m4v", "video/mp4"),
    ".pdf": ("application/pdf",),
}
_MEDIA_SUFFIXES = tuple(_MEDIA_TYPES)
_MEDIA_FILE = re.compile(r"[^?#]*\.(?:m4[av]|mp[34]|mov|pdf)(?:[?#].*)?")
_is_https = methodcaller("startswith", "https:")
_LISTED_TYPES = (
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
_TITLES = ("title", "itunes_title")
# "Episode 12", "Ep. 12", "S1E2", "#12: ": numbers that are said to be ones of episodes.
_NUMBER_IN_TITLE = re.compile(
    r"\s*[\[(]?(?:(?:episode|ep|folge)\b\.?\s*#?\s*\d+\b|s\d+\s*[:,]?\s*e\d+\b"
    r"|#\d+(?=\s*(?:[-:.|\])\u2013\u2014]|\Z)))",
    re.IGNORECASE,
)
# A number at the start, which can be one of another kind: "1984: Orwell", "#1 mistake".
_LEADING_NUMBER = re.compile(r"\s*(?:#(\d+)\b|(\d+)\s*[-:.|\u2013\u2014]\s)")
# How a title starts that may have one of these: most titles start otherwise.
_MAY_HAVE_NUMBER = re.compile(r"\s*[\[(]?[eEfFsS\u017f#\d]")
# A shorter title is a word that episodes can have for other reasons.
_SHORTEST_TITLE = 8
# The tags of HTML that Apple and PSP-1 list; both show a line break as one.
_OTHER_TAG = re.compile(r"<(?!/?(?i:p|ol|ul|li|a|b|i|strong|em|br)\b)/?([a-zA-Z][a-zA-Z0-9]*)\b")
# In bytes a second: what no codec for speech goes below.
_LOWEST_RATE = 500
_DAY = 24 * 60 * 60
# More words than these are hardly one keyword.
_MOST_WORDS = 3


@for_show(APPLE_SHOW.requires, PSP1_CHANNEL.requires)
def language_missing(show: Show) -> Findings:
    """The show names its language."""
    return missing(show.language, "language", "there is no <language>; give the one spoken")


@for_show(APPLE_SHOW.requires)
def language_unknown(show: Show) -> Findings:
    """The language is a two-letter code of ISO 639, maybe with a region."""
    if show.language and not _LANGUAGE.fullmatch(show.language):
        message = f"{show.language!r:.80} is no two-letter code of ISO 639, such as en or en-us"
        yield Finding("language", message)


@for_show(APPLE_SHOW.requires, SPOTIFY_SHOW.requires, PSP1_CHANNEL.requires)
def artwork_missing(show: Show) -> Findings:
    """The show has a cover."""
    message = "there is no <itunes:image> with an href; give the URL of the show's cover"
    return missing(show.artwork, "itunes:image", message)


@for_each(
    "artwork",
    APPLE_SHOW.requires,
    APPLE_EPISODE.requires,
    PSP1_CHANNEL.requires,
    PSP1_ITEM_RECOMMENDED.requires,
)
def artwork_suffix(artwork: str) -> Findings:
    """The name of a cover's file ends in .jpg or .png."""
    # Hosts whose files have no suffix put it behind a question mark, which Apple takes.
    if path_of(artwork).endswith(_ARTWORK_SUFFIXES) or _SUFFIX_ASKED.search(artwork):
        return ()
    message = f"{artwork!r:.80} doesn't end in .jpg or .png; name the file as what it is"
    return (Finding("itunes:image href", message),)


@for_show(APPLE_SHOW.requires, PSP1_CHANNEL.requires)
def category_missing(show: Show) -> Findings:
    """The show has a category."""
    message = "there is no <itunes:category> with a text; choose one of Apple's categories"
    return missing(show.itunes_categories, "itunes:category", message)


@for_show(APPLE_CATEGORIES.requires, PSP1_CHANNEL.requires)
def category_unknown(show: Show) -> Findings:
    """Every category and subcategory is in Apple's list, in its spelling."""
    for outer, category, element, index in _categories(show):
        choices = CATEGORIES.get(outer) if outer else CATEGORIES
        if (
            choices is not None
            and category.text not in choices
            and not _is_retired(outer, category)
        ):
            of_what = f"the subcategories of {outer}" if outer else "Apple's categories"
            yield _unknown(category.text, choices, of_what, element, index)


@for_show(APPLE_CATEGORIES.requires, PSP1_CHANNEL.requires)
def category_retired(show: Show) -> Findings:
    """No category is one that Apple has retired."""
    for outer, category, element, index in _categories(show):
        if _is_retired(outer, category):
            path = _path(outer, category)
            yield Finding(element, f"{path!r} is retired; choose {RETIRED[path]}", index=index)


@for_show(APPLE_CATEGORIES.recommends)
def category_repeated(show: Show) -> Findings:
    """A category is named once, with all its subcategories."""
    seen = set()
    for index, category in enumerate(show.itunes_categories):
        if category.text in seen:
            message = f"{category.text!r:.80} stands twice; put its subcategories into the first"
            yield Finding("itunes:category text", message, index=index)
        seen.add(category.text)


@for_show(APPLE_SHOW.requires, PSP1_CHANNEL.requires)
def explicit_missing(show: Show) -> Findings:
    """The show says whether it is explicit."""
    if show.explicit is None:
        message = "there is no <itunes:explicit> that says true or false; say which"
        yield Finding("itunes:explicit", message)


@for_show(APPLE_SHOW.recommends, SPOTIFY_SHOW.requires, PSP1_CHANNEL_RECOMMENDED.recommends)
def author_missing(show: Show) -> Findings:
    """The show says who makes it."""
    return missing(
        show.author, "itunes:author", "there is no <itunes:author>; say who makes the show"
    )


@for_show(APPLE_SHOW.requires, SPOTIFY_SHOW.requires, PSP1_CHANNEL_OPTIONAL.requires)
def show_type_unknown(show: Show) -> Findings:
    """The show is episodic or serial."""
    return none_of(_SHOW_TYPES, show.type, "itunes:type")


@for_show(APPLE_EPISODE.requires, PSP1_ITEM_OPTIONAL.requires)
def episode_number_missing(show: Show) -> Findings:
    """Each full episode of a serial show has a number."""
    if not _is_serial(show):
        return
    for number, episode in enumerate(show.episodes, start=1):
        if episode.number is None and _is_full(episode):
            message = "there is no <itunes:episode> with a number, which a serial show needs"
            yield Finding("itunes:episode", message, item=number)


@for_both(
    APPLE_SHOW.requires,
    APPLE_EPISODE.requires,
    PSP1_CHANNEL.requires,
    PSP1_ITEM_RECOMMENDED.requires,
    fields=("description",),
)
def description_too_long(part: Show | Episode) -> Findings:
    """A description has at most 4,000 bytes."""
    text = part.description or ""
    # A character has four bytes at most.
    if len(text) * 4 <= _LONGEST_DESCRIPTION:
        return ()
    size = len(text) if text.isascii() else len(text.encode(errors="replace"))
    if size <= _LONGEST_DESCRIPTION:
        return ()
    message = f"the <description> has {size} bytes of {_LONGEST_DESCRIPTION}; shorten it"
    return (Finding("description", message),)


@for_both(APPLE_DETAILS.requires, PSP1_DECLARATIONS.requires)
def value_too_long(part: Show | Episode) -> Findings:
    """A text has at most 255 characters where it has no limit of its own."""
    texts, elements = _SHOW_VALUES if isinstance(part, Show) else _EPISODE_VALUES
    values = texts(part)
    if len("".join(filter(None, values))) <= _LONGEST_VALUE:
        return ()
    return tuple(
        Finding(name, f"the <{name}> has {len(value)} characters of {_LONGEST_VALUE}; shorten it")
        for name, value in zip(elements, values, strict=True)
        if value and len(value) > _LONGEST_VALUE
    )


@for_episodes(APPLE_EPISODE.requires, SPOTIFY_EPISODE.requires, PSP1_ITEM.requires, lack="title")
def episode_title_missing(episode: Episode) -> Findings:
    """An episode has a title."""
    return missing(episode.title, "title", "there is no <title>; name the episode")


@for_episodes(
    APPLE_EPISODE.requires, SPOTIFY_EPISODE.requires, PSP1_ITEM.requires, lack="enclosures"
)
def enclosure_missing(episode: Episode) -> Findings:
    """An episode has a media file."""
    return missing(
        episode.enclosure,
        "enclosure",
        "there is no <enclosure> with a url; give the episode's file",
    )


@for_each("enclosures", APPLE_EPISODE.requires, PSP1_ITEM.requires)
def enclosure_length_zero(enclosure: Enclosure) -> Findings:
    """An enclosure's length is the size of a file."""
    if enclosure.length is None or enclosure.length > 0:
        return ()
    message = "the length is not above 0; give the file's size in bytes"
    return (Finding("enclosure length", message),)


@for_media("url", APPLE_EPISODE.requires, unless=_MEDIA_FILE.fullmatch)
def enclosure_suffix(url: str) -> Findings:
    """The name of the media file ends as those do that Apple lists."""
    if path_of(url).endswith(_MEDIA_SUFFIXES):
        return ()
    choices = ", ".join(_MEDIA_SUFFIXES)
    message = f"{url!r:.80} ends in none of {choices}; Apple leaves it out"
    return (Finding("enclosure url", message),)


# Apple goes by the suffix, so that a type which isn't listed does less harm.
@for_media("type", APPLE_EPISODE.recommends, PSP1_ITEM.recommends)
def enclosure_type_unknown(kind: str) -> Findings:
    """The media file has a type that Apple or PSP-1 lists."""
    return none_of(_LISTED_TYPES, kind, "enclosure type")


@for_episodes(
    APPLE_EPISODE.recommends,
    SPOTIFY_EPISODE.recommends,
    PSP1_ITEM_RECOMMENDED.recommends,
    lack="published",
)
def date_missing(episode: Episode) -> Findings:
    """An episode says when it came out."""
    return missing(
        episode.published, "pubDate", "there is no <pubDate> with a date; say when it came out"
    )


@for_episodes(APPLE_EPISODE.recommends, PSP1_ITEM_RECOMMENDED.recommends, lack="description")
def episode_description_missing(episode: Episode) -> Findings:
    """An episode says what it is about."""
    return missing(
        episode.description,
        "description",
        "there is no <description>; say what the episode is about",
    )


@for_episodes(APPLE_EPISODE.recommends, PSP1_ITEM_RECOMMENDED.recommends, lack="duration")
def duration_missing(episode: Episode) -> Findings:
    """An episode says how long it plays."""
    if episode.duration is None:
        message = "there is no <itunes:duration> that is a time; give the seconds that it plays"
        yield Finding("itunes:duration", message)


@for_episodes(APPLE_EPISODE.suggests, PSP1_ITEM_RECOMMENDED.suggests, lack="link")
def episode_link_missing(episode: Episode) -> Findings:
    """An episode names its web page."""
    return missing(
        episode.link, "link", "there is no <link>; give the episode's web page if it has one"
    )


@for_episodes(APPLE_EPISODE.suggests, PSP1_ITEM_RECOMMENDED.suggests, lack="artwork")
def episode_artwork_missing(episode: Episode) -> Findings:
    """An episode has a picture of its own."""
    message = "there is no <itunes:image> with an href; apps show the show's cover instead"
    return missing(episode.artwork, "itunes:image", message)


@for_episodes(APPLE_EPISODE.suggests, PSP1_ITEM_RECOMMENDED.suggests, lack="explicit")
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


@for_episodes(APPLE_EPISODE.requires, PSP1_ITEM_OPTIONAL.requires, fields=("episode_type",))
def episode_type_unknown(episode: Episode) -> Findings:
    """An episode is full, a trailer or a bonus."""
    return none_of(_EPISODE_TYPES, episode.episode_type, "itunes:episodeType")


@for_each("artwork", APPLE_REQUIREMENTS.requires, unless=HTTP.fullmatch)
def artwork_not_http(artwork: str) -> Findings:
    """The address of a cover is one of the web."""
    expected = "is no address that starts with https:// or http://"
    return malformed(artwork, "itunes:image href", expected)


@for_each("artwork", APPLE_REQUIREMENTS.requires)
def artwork_not_ascii(artwork: str) -> Findings:
    """The address of a cover has letters from a to z and digits, and no spaces."""
    return _not_ascii(artwork, "itunes:image href")


@for_each("artwork", APPLE_REQUIREMENTS.recommends, unless=_is_https)
def artwork_not_https(artwork: str) -> Findings:
    """A cover is had by https."""
    return _not_https(artwork, "itunes:image href")


@for_each("enclosures.url", APPLE_REQUIREMENTS.requires)
def enclosure_not_ascii(url: str) -> Findings:
    """The address of a media file has letters from a to z and digits, and no spaces."""
    return _not_ascii(url, "enclosure url")


@for_each("enclosures.url", APPLE_REQUIREMENTS.recommends, unless=_is_https)
def enclosure_not_https(url: str) -> Findings:
    """A media file is had by https."""
    return _not_https(url, "enclosure url")


@for_show(APPLE_REQUIREMENTS.requires)
def enclosure_repeated(show: Show) -> Findings:
    """No two episodes have the same media file."""
    first: dict[str, int] = {}
    for number, episode in enumerate(show.episodes, start=1):
        url = episode.enclosure.url if episode.enclosure else None
        if url and first.setdefault(url, number) != number:
            message = f"it is also the file of item {first[url]}; Apple leaves this episode out"
            yield Finding("enclosure url", message, item=number)


@for_show(APPLE_REQUIREMENTS.requires)
def episodes_missing(show: Show) -> Findings:
    """The show has an episode."""
    is_list = (show.medium or "").endswith((LIST_SUFFIX, "mixed", "publisher"))
    if not show.episodes and not is_list:
        yield Finding("item", "there is no <item>; publish an episode, which may be a trailer")


@for_episodes(APPLE_EPISODE.recommends, fields=("enclosures",))
def enclosure_type_differs(episode: Episode) -> Findings:
    """The type of the media file is that of its name."""
    enclosure = episode.enclosures[0]
    suffix = "." + path_of(enclosure.url).rpartition(".")[2]
    types = _MEDIA_TYPES.get(suffix)
    if not types or not enclosure.type or enclosure.type.lower() in types:
        return ()
    message = f"the type is {enclosure.type!r:.80}, but the file ends in {suffix}"
    return (Finding("enclosure type", f"{message}; give {types[0]}"),)


@for_episodes(APPLE_EPISODE.recommends, fields=("enclosures",))
def enclosure_length_low(episode: Episode) -> Findings:
    """The size of the media file is enough for how long it plays."""
    length = episode.enclosures[0].length or 0
    if not episode.duration or not 0 < length < episode.duration * _LOWEST_RATE:
        return ()
    message = f"{length} bytes are too few for {episode.duration:g} seconds"
    return (Finding("enclosure length", f"{message}; give the file's size in bytes"),)


@for_episodes(APPLE_EPISODE.requires)
def duration_implausible(episode: Episode) -> Findings:
    """An episode plays longer than no time, and less than a day."""
    if episode.duration is None or 0 < episode.duration <= _DAY:
        return ()
    message = f"{episode.duration:g} seconds can't be right; give the seconds that it plays"
    return (Finding("itunes:duration", message),)


@for_episodes(APPLE_EPISODE.recommends, PSP1_ITEM.recommends, fields=_TITLES)
def title_with_number(episode: Episode) -> Findings:
    """The title of an episode leaves its number to the tag for it."""
    for title, element in _titles(episode):
        may_have = _MAY_HAVE_NUMBER.match(title)
        found = may_have and (_NUMBER_IN_TITLE.match(title) or _LEADING_NUMBER.match(title))
        # "1984: what Orwell saw" is no number of an episode.
        if found and (not found.lastindex or int(found[found.lastindex]) == episode.number):
            message = f"{found[0].strip()!r:.80} is for <itunes:episode> and <itunes:season>"
            yield Finding(element, f"{message}; give it there, not here")


@for_show(APPLE_EPISODE.recommends)
def title_with_show(show: Show) -> Findings:
    """The title of an episode doesn't repeat that of the show."""
    title = (show.title or "").casefold()
    if len(title) < _SHORTEST_TITLE:
        return
    words = re.compile(rf"(?<!\w){re.escape(title)}(?!\w)")
    for number, episode in enumerate(show.episodes, start=1):
        for its, element in _titles(episode):
            # The search for a fixed text, which most have not, takes a tenth of the time.
            is_there = title in its.casefold() and words.search(its.casefold())
            if is_there and _is_full(episode):
                message = "it repeats the title of the show, which apps show beside it"
                yield Finding(element, f"{message}; drop it here", item=number)


@for_texts(APPLE_EPISODE.suggests, PSP1_ITEM_RECOMMENDED.suggests, signs=(OTHER_TAG,))
def html_stripped(text: Text) -> Findings:
    """A description has no tags but for paragraphs, lists, links and emphasis."""
    found = text.element == "description" and _OTHER_TAG.search(text.text)
    if not found:
        return ()
    message = f"<{found[1].lower():.40}> is not among the tags of HTML that apps show"
    return (Finding("description", f"{message}; use p, ol, ul, li, a, b, i, strong, em"),)


@for_each("summary", VALIDATOR.recommends)
def summary_too_long(summary: str) -> Findings:
    """A summary has at most 4,000 characters."""
    return longer(_LONGEST_DESCRIPTION, summary, "itunes:summary")


@for_each("keywords", VALIDATOR.recommends)
def keywords_without_commas(keywords: str) -> Findings:
    """Keywords have commas between them."""
    if "," in keywords or len(keywords.split()) <= _MOST_WORDS:
        return ()
    message = f"{keywords!r:.80} has no comma; write a comma after each keyword"
    return (Finding("itunes:keywords", message),)


@for_each("keywords", APPLE_SHOW.suggests)
def keywords_retired(_keywords: str) -> Findings:
    """Keywords, which Apple has retired, are left out."""
    yield Finding("itunes:keywords", "Apple no longer reads <itunes:keywords>; leave it out")


@for_each("order", APPLE_EPISODE.suggests)
def order_retired(_order: int) -> Findings:
    """The order of episodes, which Apple has retired, is that of their numbers and dates."""
    message = "Apple no longer reads <itunes:order>; give <itunes:episode> as well"
    yield Finding("itunes:order", message)


@for_each("new_feed_url", APPLE_MOVE.requires, unless=HTTP.fullmatch)
def new_feed_url_malformed(url: str) -> Findings:
    """The new address of the feed is one of the web."""
    expected = "is no address that starts with https:// or http://"
    return malformed(url, "itunes:new-feed-url", expected)


@for_show(APPLE_MOVE.suggests)
def new_feed_url_elsewhere(show: Show) -> Findings:
    """The feed is where it says that it has moved to."""
    own = {link.href for link in show.atom_links if link.rel == "self"}
    if show.new_feed_url and own and show.new_feed_url not in own:
        message = f"it sends apps on to {show.new_feed_url!r:.80}; leave it so if the feed moves"
        yield Finding("itunes:new-feed-url", message)


@for_both(APPLE_SHOW.suggests, fields=("block",))
def hidden_from_apple(part: Show | Episode) -> Findings:
    """Nothing is hidden from Apple's directory."""
    what = "the show" if isinstance(part, Show) else "the episode"
    message = f"it hides {what} from Apple's directory; leave it so if that is wanted"
    yield Finding("itunes:block", message)


@for_both(APPLE_SHOW.suggests, APPLE_EPISODE.suggests, PSP1_ITEM_OPTIONAL.suggests)
def flag_without_effect(part: Show | Episode) -> Findings:
    """What means something only where it says yes says that, or isn't there."""
    for field, element in _FLAGS.items():
        if getattr(part, field, None) is False:
            yield Finding(element, "it has no effect, as only yes has any; leave it out")


@for_show(APPLE_EPISODE.recommends)
def number_repeated(show: Show) -> Findings:
    """No two full episodes of a season have the same number."""
    for episodes in _full_by_season(show).values():
        first: dict[int, int] = {}
        for number, position, _ in episodes:
            if first.setdefault(number, position) != position:
                message = f"{number} is also the number of item {first[number]}"
                yield Finding("itunes:episode", f"{message}; number them apart", item=position)


@for_show(APPLE_EPISODE.suggests)
def season_missing(show: Show) -> Findings:
    """Either all full episodes have a season or none."""
    full = [(at, each) for at, each in enumerate(show.episodes, start=1) if _is_full(each)]
    if any(episode.season for _, episode in full):
        for position, episode in full:
            if episode.season is None:
                message = "there is no <itunes:season>, but other episodes have one; add it"
                yield Finding("itunes:season", message, item=position)


@for_show(APPLE_SHOW.suggests)
def number_gap(show: Show) -> Findings:
    """No number is left out in a season of a serial show."""
    for episodes in _full_by_season(show).values() if _is_serial(show) else ():
        numbers = sorted((number, position) for number, position, _ in episodes)
        for (number, _), (following, position) in pairwise(numbers):
            if following - number > 1:
                message = f"{following} follows {number}; is an episode missing?"
                yield Finding("itunes:episode", message, item=position)


@for_show(APPLE_SHOW.recommends)
def numbers_against_dates(show: Show) -> Findings:
    """The episodes of a serial show came out in the order of their numbers."""
    for episodes in _full_by_season(show).values() if _is_serial(show) else ():
        dated = sorted(
            (number, position, episode.published)
            for number, position, episode in episodes
            if episode.published
        )
        for (number, _, date), (following, position, later) in pairwise(dated):
            if later < date:
                message = f"{following} came out before {number}; mend the date or the number"
                yield Finding("pubDate", message, item=position)


@for_show(APPLE_SHOW.suggests, SPOTIFY_EPISODE.suggests)
def dates_repeated(show: Show) -> Findings:
    """No two episodes came out at the same moment, as apps sort by it."""
    first: dict[object, int] = {}
    for position, episode in enumerate(show.episodes, start=1):
        if episode.published and first.setdefault(episode.published, position) != position:
            message = f"it is also the date of item {first[episode.published]}; set them apart"
            yield Finding("pubDate", message, item=position)


RULES = rules_in(globals())


def _categories(show: Show) -> Iterator[tuple[str | None, Category, str, int]]:
    """Give each category and subcategory after what it stands in, its element and its index."""
    subindex = count()
    for index, category in enumerate(show.itunes_categories):
        yield None, category, "itunes:category text", index
        for subcategory in category.subcategories:
            element = "itunes:category itunes:category text"
            yield category.text, subcategory, element, next(subindex)


def _path(outer: str | None, category: Category) -> str:
    return f"{outer}/{category.text}" if outer else category.text


def _is_retired(outer: str | None, category: Category) -> bool:
    return _path(outer, category) in RETIRED


def _unknown(
    text: str, choices: Collection[str], of_what: str, element: str, index: int
) -> Finding:
    spellings = {choice.casefold(): choice for choice in choices}
    similar = get_close_matches(text.casefold(), spellings, n=1, cutoff=_SIMILAR)
    advice = f"write {spellings[similar[0]]!r}" if similar else "choose one that is"
    message = f"{text!r:.80} is not one of {of_what}; {advice}"
    return Finding(element, message, index=index)


def _titles(episode: Episode) -> list[tuple[str, str]]:
    """Give the titles of an episode, each with its element; what is said twice, once."""
    titles = [(episode.title, "title")] if episode.title else []
    if episode.itunes_title and episode.itunes_title != episode.title:
        titles.append((episode.itunes_title, "itunes:title"))
    return titles


def _full_by_season(show: Show) -> dict[int | None, list[tuple[int, int, Episode]]]:
    """Give the full episodes of each season that have a number: that, where they stand, they."""
    seasons: dict[int | None, list[tuple[int, int, Episode]]] = defaultdict(list)
    for position, episode in enumerate(show.episodes, start=1):
        if episode.number is not None and _is_full(episode):
            seasons[episode.season].append((episode.number, position, episode))
    return seasons


def _is_full(episode: Episode) -> bool:
    return (episode.episode_type or "full").lower() == "full"


def _is_serial(show: Show) -> bool:
    return (show.type or "").lower() == "serial"


def _not_ascii(address: str, element: str) -> Findings:
    if address.isascii() and " " not in address:
        return ()
    message = f"{address!r:.80} has a space or a letter beyond a to z; encode it with %"
    return (Finding(element, message),)


def _not_https(address: str, element: str) -> Findings:
    if address[:5].lower() != "http:":
        return ()
    message = f"{address!r:.80} is not safe on its way; start it with https://"
    return (Finding(element, message),)
