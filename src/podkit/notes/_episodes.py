"""Finds the episodes of a show that notes and transcripts refer to, and links to them."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

import attrs

from podkit._markup.blocks import tidy
from podkit._references import find_references
from podkit.models import Episode, EpisodeRef, Link, Paragraph, Show, ShowNotes

__all__ = ["link_episodes", "resolve", "title_prefix"]

# How a title starts with letters and a number: ``JSJ 221: …``, ``LNP341 …``, ``FG-045 …``.
_PREFIXED = re.compile(r"([^\W\d_]{2,10})(?:\s?[#:-])?\s?(\d{1,5})(?![\w%]|[.,:]\d)")
_LEAST_PREFIXED = 3  # fewer titles with the same letters may have them by chance


def resolve(refs: Iterable[EpisodeRef], show: Show) -> tuple[Episode | None, ...]:
    """Find the episode that each reference means.

    It has the number that the reference says, by itself or in its title, as in ``Ep #20: Be``, or
    after the letters that the show has before its numbers.
    Where several have it, season and title decide; a title counts whatever its capitals and marks.

    Args:
        refs: what a text refers to: `ShowNotes.episode_refs`, or `EpisodeRef.find_all` of any text.
        show: the show with its episodes.

    Returns:
        An episode for each reference, or None where the show has none, or several.

    >>> rest = Episode(number=20, title="Rest", link="https://example.com/20")
    >>> resolve(EpisodeRef.find_all("In Episode 20 and Episode 21"), Show(episodes=[rest]))[0].link
    'https://example.com/20'
    """
    by_number = _by_number(show, title_prefix(show))
    return tuple(_meant(ref, by_number[ref.number]) for ref in refs)


def title_prefix(show: Show) -> str | None:
    """Give the letters that a show has before the numbers of its episodes, or None.

    They start at least three titles and half of them, each with a number of its own, which is the
    episode's where that is known.

    >>> titles = ["JSJ 221: Rest", "JSJ 222: Sleep", "JSJ 223: Dreams"]
    >>> title_prefix(Show(episodes=[Episode(title=title) for title in titles]))
    'JSJ'
    """
    found = set()
    for episode in show.episodes:
        start = _PREFIXED.match(episode.title or "")
        if start and episode.number in (None, int(start[2])):
            found.add((start[1], int(start[2])))
    counts = Counter(prefix for prefix, _ in found)
    least = max(_LEAST_PREFIXED, len(show.episodes) / 2)
    return next((prefix for prefix, count in counts.most_common(1) if count >= least), None)


def link_episodes(show_notes: ShowNotes, show: Show) -> ShowNotes:
    """Make a link of each reference to an episode that the show has, where there is none yet.

    A link that leads to an episode of the show is of the kind ``episode``, whatever it says. What
    has the show's own letters, such as ``JSJ 221``, is a reference too, if `title_prefix` finds
    them.

    Args:
        show_notes: the notes.
        show: the show; its episodes need links.

    >>> from podkit.notes import text
    >>> rest = Episode(number=20, title="Rest", link="https://example.com/20")
    >>> linked = link_episodes(text.loads("We said so in Episode 20."), Show(episodes=[rest]))
    >>> [(link.text, link.url, link.kind) for link in linked.links]
    [('Episode 20', 'https://example.com/20', 'episode')]
    """
    prefix = title_prefix(show)
    by_number = _by_number(show, prefix)
    urls = {_comparable(episode.link) for episode in show.episodes if episode.link}

    def linked(part: str | Link) -> Iterable[str | Link]:
        if isinstance(part, str):
            return _with_links(part, by_number, prefix)
        if part.url:
            is_episode = _comparable(part.url) in urls
            return (attrs.evolve(part, kind="episode", platform=None) if is_episode else part,)
        ref = EpisodeRef.parse(part.text, prefix=prefix)
        episode = _meant(ref, by_number[ref.number]) if ref else None
        url = episode.link if episode else None
        return (attrs.evolve(part, url=url, kind="episode") if url else part,)

    def paragraph_linked(paragraph: Paragraph) -> Paragraph:
        content = [piece for part in paragraph.content for piece in linked(part)]
        return attrs.evolve(paragraph, content=tidy(content))

    sections = (
        attrs.evolve(section, paragraphs=tuple(map(paragraph_linked, section.paragraphs)))
        for section in show_notes.sections
    )
    return attrs.evolve(show_notes, sections=tuple(sections))


def _by_number(show: Show, prefix: str | None) -> defaultdict[int, list[Episode]]:
    by_number = defaultdict(list)
    for episode in show.episodes:
        number = episode.number
        if number is None:
            number = _number_in(episode.title or "", prefix)
        if number is not None:
            by_number[number].append(episode)
    return by_number


def _number_in(title: str, prefix: str | None) -> int | None:
    start = _PREFIXED.match(title)
    if start and start[1] == prefix:
        return int(start[2])
    said = EpisodeRef.parse(title)
    return said.number if said else None


def _meant(ref: EpisodeRef, episodes: list[Episode]) -> Episode | None:
    """Give the one of the episodes with the number of a reference that it means."""
    if ref.season is not None:
        episodes = [episode for episode in episodes if episode.season in (None, ref.season)]
    if len(episodes) > 1 and ref.title:
        title = _letters(ref.title)
        episodes = [episode for episode in episodes if title in _letters(episode.title or "")]
    return episodes[0] if len(episodes) == 1 else None


def _with_links(
    text: str, by_number: defaultdict[int, list[Episode]], prefix: str | None
) -> Iterator[str | Link]:
    """Give a text with links for the references in it that can be resolved."""
    position = 0
    for reference in find_references(text, prefix):
        ref = EpisodeRef(number=reference.number, season=reference.season, title=reference.title)
        episode = _meant(ref, by_number[ref.number])
        words = text[reference.start : reference.end]
        if episode and episode.link and words:
            yield text[position : reference.start]
            yield Link(text=words, url=episode.link, kind="episode")
            position = reference.end
    yield text[position:]


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.casefold()))


def _comparable(url: str) -> str:
    """Give a URL without what may differ between links to one page."""
    return url.partition("#")[0].partition("://")[2].removeprefix("www.").rstrip("/")
