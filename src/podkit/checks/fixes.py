"""Mends what is wrong with a show where there is one way to do so, and nothing to guess.

A table names the fields that can be mended, each with the function that gives its value. What
reading forgave is mended by writing.
"""

import re
import uuid
from collections import Counter
from collections.abc import Callable, Collection, Mapping
from typing import Any, NamedTuple, TypeAlias, TypeVar

import attrs

from podkit._xml import clark
from podkit.checks._categories import CATEGORIES
from podkit.checks._check import check
from podkit.checks._forms import ADDRESS, HTTP
from podkit.checks._vocabularies import MEDIUMS
from podkit.checks.podcasting.files import transcript_type_differs
from podkit.errors import Problem, ignore
from podkit.models import (
    Category,
    Enclosure,
    Episode,
    Extension,
    Image,
    LiveItem,
    Show,
    TranscriptLink,
)
from podkit.rss import dumps, loads

__all__ = ["Fixed", "fix"]

Part = TypeVar("Part", Show, Episode, LiveItem)
Menders: TypeAlias = Mapping[str, Callable[[Any], Any]]

# Types that mean the same, as they are spelled by the documents and otherwise.
_MEDIA_TYPES = dict.fromkeys(
    ("audio/mp3", "audio/mpeg3", "audio/mpg", "audio/x-mp3", "audio/x-mpeg", "audio/x-mpeg-3"),
    "audio/mpeg",
)
_TRANSCRIPT_TYPES = dict.fromkeys(
    ("application/srt", "application/x-srt", "text/srt", "text/x-srt", "text/x-subrip"),
    "application/x-subrip",
)
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_STATUSES = ("pending", "live", "ended")
_DURATION = clark("itunes:duration")
_PREFIX = re.compile(r"[^\s:]+:")
# "PT1H2M", "1 hour 2 minutes", "62 min".
_PERIOD = re.compile(
    r"(?:PT)?(?:([0-9]+)\s*h(?:(?:ou)?rs?)?)?[\s,]*"
    r"(?:([0-9]+)\s*m(?:in(?:ute)?s?)?)?[\s,]*(?:([0-9]+)\s*s(?:ec(?:ond)?s?)?)?",
    re.IGNORECASE,
)


class Fixed(NamedTuple):
    """A show that was mended.

    Attributes:
        show: the show.
        mended: the problems that it had and has no more, with the lines of the feed that it was.

    >>> Fixed(Show(title="Tides"), ()).show.title
    'Tides'
    """

    show: Show
    mended: tuple[Problem, ...]


def fix(source: Show | bytes) -> Fixed:
    r"""Mend what can be mended without guessing.

    These are the spelling of categories, languages, types and durations; a guid that is no address
    but is not said to be none; and, of a feed, all that reading forgave, as soon as it is written.

    Args:
        source: the show, or its RSS feed.

    Raises:
        ParseError: the bytes are no feed.

    >>> feed = b"<rss><channel><title>Tides</title>\n<language>en_GB</language></channel></rss>"
    >>> fixed = fix(feed)
    >>> fixed.show.language
    'en-GB'
    >>> for problem in fixed.mended:
    ...     print(problem.id, problem.line)
    declaration-missing 1
    rss-version 1
    language-unknown 2
    """
    if isinstance(source, Show):
        show = _mended_show(source)
        return Fixed(show, _gone(check(source), check(show)))
    show = _mended_show(loads(source, on_problem=ignore))
    return Fixed(show, _gone(check(source), check(dumps(show))))


def _gone(before: list[Problem], after: list[Problem]) -> tuple[Problem, ...]:
    """List the problems that are there no more; one that is worded anew is still there."""
    exact = Counter((*_place(problem), problem.message) for problem in after)
    alike = Counter(map(_place, after))
    changed = []
    for problem in before:
        place = _place(problem)
        if exact[*place, problem.message]:
            exact[*place, problem.message] -= 1
            alike[place] -= 1
        else:
            changed.append(problem)
    gone = []
    for problem in changed:
        alike[_place(problem)] -= 1
        if alike[_place(problem)] < 0:
            gone.append(problem)
    return tuple(gone)


def _place(problem: Problem) -> tuple[str, str]:
    """Give what a problem is of, and where; prefixes may change in writing."""
    return problem.id, _PREFIX.sub("", problem.where or "")


def _mended_show(show: Show) -> Show:
    return attrs.evolve(
        _mended(show, _CHANNEL),
        live_items=tuple(_mended(item, _LIVE_ITEM) for item in show.live_items),
        episodes=tuple(_mended(episode, _ITEM) for episode in show.episodes),
    )


def _mended(part: Part, menders: Menders) -> Part:
    changes: dict[str, Any] = {}
    for field, mend in menders.items():
        value = mend(part)
        if value != getattr(part, field):
            changes[field] = value
    return attrs.evolve(part, **changes) if changes else part


def _itunes_categories(show: Show) -> tuple[Category, ...]:
    return tuple(map(_category, show.itunes_categories))


def _category(category: Category) -> Category:
    """Spell a category and its subcategories as Apple does."""
    text = _spelled(category.text, CATEGORIES)
    choices = CATEGORIES.get(text, ())
    subcategories = tuple(
        attrs.evolve(inner, text=_spelled(inner.text, choices)) for inner in category.subcategories
    )
    return attrs.evolve(category, text=text, subcategories=subcategories)


def _spelled(text: str, choices: Collection[str]) -> str:
    """Give the choice that differs in capitals, spaces or the word for "&" alone, or the text."""
    return {_letters(choice): choice for choice in choices}.get(_letters(text), text)


def _letters(text: str) -> str:
    return re.sub(r"[\s-]", "", text.casefold().replace("&amp;", "&").replace(" and ", "&"))


def _language(show: Show) -> str | None:
    return show.language and show.language.replace("_", "-")


def _image(show: Show) -> Image | None:
    image = show.image
    # An address that is none would be wrong in both places.
    link = show.link if ADDRESS.fullmatch(show.link or "") else None
    return image and attrs.evolve(image, title=image.title or show.title, link=image.link or link)


def _skip_days(show: Show) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_spelled(day, _DAYS) for day in show.skip_days))


def _skip_hours(show: Show) -> tuple[int, ...]:
    return tuple(dict.fromkeys(show.skip_hours))


def _guid(show: Show) -> str | None:
    try:
        return show.guid and str(uuid.UUID(show.guid))
    except ValueError:
        return show.guid


def _medium(show: Show) -> str | None:
    return show.medium and _spelled(show.medium, MEDIUMS)


def _guid_is_permalink(episode: Episode) -> bool | None:
    is_none = episode.guid and not HTTP.match(episode.guid)
    return False if is_none else episode.guid_is_permalink


def _enclosures(episode: Episode) -> tuple[Enclosure, ...]:
    return tuple(map(_enclosure, episode.enclosures))


def _enclosure(enclosure: Enclosure) -> Enclosure:
    spelled = enclosure.type and _MEDIA_TYPES.get(enclosure.type.lower(), enclosure.type)
    return attrs.evolve(enclosure, type=spelled)


def _transcript_links(episode: Episode) -> tuple[TranscriptLink, ...]:
    return tuple(map(_transcript_link, episode.transcript_links))


def _transcript_link(link: TranscriptLink) -> TranscriptLink:
    """Spell the type, unless the file's name says another one: which is right is to be guessed."""
    spelled = attrs.evolve(link, type=_transcript_type(link.type))
    return link if any(transcript_type_differs.find(spelled)) else spelled


def _transcript_type(text: str | None) -> str | None:
    """Give a type without parameters, such as the encoding."""
    plain = text and text.partition(";")[0].strip().lower()
    return _TRANSCRIPT_TYPES.get(plain, plain) if plain else text


def _duration(episode: Episode) -> float | None:
    period = _period(episode)
    return _seconds(period) if period else episode.duration


def _extensions(episode: Episode) -> tuple[Extension, ...]:
    """Leave out what `_duration` reads, and what is said of a guid that is no address."""
    period = _period(episode)
    is_mended = _guid_is_permalink(episode) != episode.guid_is_permalink
    return tuple(
        extension
        for extension in episode.extensions
        if extension is not period
        and not (is_mended and (extension.parent, extension.name) == ("guid", "isPermaLink"))
    )


def _period(episode: Episode) -> Extension | None:
    """Give the extension that says how long an episode plays, if nothing else does."""
    if episode.duration is not None:
        return None
    return next(filter(_seconds, episode.extensions), None)


def _seconds(extension: Extension) -> float | None:
    """Read a duration that is spelled as a period; 0 says nothing."""
    match = _PERIOD.fullmatch(extension.text or "") if extension.name == _DURATION else None
    if not match:
        return None
    hours, minutes, seconds = (int(number or 0) for number in match.groups())
    return hours * 3600 + minutes * 60 + float(seconds)


def _status(item: LiveItem) -> str | None:
    return item.status and _spelled(item.status, _STATUSES)


_CHANNEL: Menders = {
    "itunes_categories": _itunes_categories,
    "language": _language,
    "image": _image,
    "skip_days": _skip_days,
    "skip_hours": _skip_hours,
    "guid": _guid,
    "medium": _medium,
}
_ITEM: Menders = {
    "guid_is_permalink": _guid_is_permalink,
    "enclosures": _enclosures,
    "transcript_links": _transcript_links,
    "duration": _duration,
    "extensions": _extensions,
}
_LIVE_ITEM: Menders = {**_ITEM, "status": _status}
