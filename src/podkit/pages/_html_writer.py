"""Writes an episode's page as one self-contained HTML5 file that needs no script.

The structure is in ``templates/episode.html`` and the files that it includes, the looks are in
``templates/page.css``. Here the page is checked, and the facts are put into the words and forms in
which the templates, Open Graph (ogp.me) and JSON-LD (schema.org, ``PodcastEpisode``) say them.
"""

import functools
import re
from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING, Any

import attrs

from podkit._clock import write_clock
from podkit.errors import UnrepresentableError, UnsupportedFormatError
from podkit.models import ChaptersLink, Enclosure, Episode, EpisodePage, Section, TranscriptLink
from podkit.notes._links import check_url
from podkit.notes.html import render_section_body
from podkit.pages._headline import heading_of
from podkit.pages._transcript import sections_with_cues

if TYPE_CHECKING:
    import jinja2

__all__ = ["write_html"]

_NOT_HTML = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\ud800-\udfff]")

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_FILE_FORMATS = {
    "audio/mpeg": "MP3",
    "audio/mp4": "M4A",
    "audio/x-m4a": "M4A",
    "audio/ogg": "Ogg",
    "audio/opus": "Opus",
    "text/vtt": "VTT",
    "application/x-subrip": "SRT",
    "application/srt": "SRT",
    "application/json": "JSON",
    "application/json+chapters": "JSON",
    "text/html": "HTML",
    "text/plain": "text",
}


def write_html(page: EpisodePage) -> str:
    """Write a page as HTML.

    What the page doesn't state leaves no trace, save that a heading is made from number and title.
    The chapters lead to their moments in the audio file; so do the times of a transcript.

    Args:
        page: the page.

    Raises:
        UnrepresentableError: a URL is neither relative nor of a safe scheme, a time is negative, or
            a text holds what HTML can't, such as U+0000.
        UnsupportedFormatError: jinja2 isn't installed.

    >>> page = EpisodePage(episode=Episode(number=20, title="Be <here> now"))
    >>> html = write_html(page)
    >>> html[html.index("<h1>") : html.index("</h1>")]
    '<h1><span class="number">Ep #20: </span>Be &lt;here&gt; now'
    """
    for where, url in _urls(page):
        if url is not None:
            check_url(url, where)
    for where, seconds in _times(page):
        if seconds is not None and seconds < 0:
            raise UnrepresentableError(f"{seconds} is before the audio begins", where=where)
    html = _environment().get_template("episode.html").render(_facts(page))
    if _NOT_HTML.search(html):
        where = next(_find_unwritable(page, ""))
        raise UnrepresentableError("holds a character that HTML can't", where=where)
    return html


@functools.cache
def _environment() -> "jinja2.Environment":
    try:
        import jinja2  # noqa: PLC0415 -- only those who write pages need it
    except ImportError as error:
        message = "writing a page as HTML needs jinja2: install podkit[pages]"
        raise UnsupportedFormatError(message) from error
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("podkit.pages"),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.policies["json.dumps_kwargs"] = {"ensure_ascii": False}
    environment.filters.update(
        clock=write_clock, duration=_duration, seconds=_seconds, section_body=render_section_body
    )
    return environment


def _urls(page: EpisodePage) -> Iterator[tuple[str, str | None]]:
    show, episode = page.show, page.episode
    yield "show.link", show.link
    yield "show.atom_links", _feed_url(page)
    yield "show.artwork", show.artwork
    yield "episode.artwork", episode.artwork
    yield "episode.link", episode.link
    if episode.enclosure:
        yield "episode.enclosures[0].url", episode.enclosure.url
    for index, link in enumerate(episode.transcript_links):
        yield f"episode.transcript_links[{index}].url", link.url
    if episode.chapters_link:
        yield "episode.chapters_link.url", episode.chapters_link.url
    for index, chapter in enumerate(page.chapters or ()):
        yield f"chapters[{index}].url", chapter.url
        yield f"chapters[{index}].image", chapter.image


def _times(page: EpisodePage) -> Iterator[tuple[str, float | None]]:
    yield "episode.duration", page.episode.duration
    for index, chapter in enumerate(page.chapters or ()):
        yield f"chapters[{index}].start", chapter.start
        yield f"chapters[{index}].end", chapter.end
    for index, cue in enumerate(page.transcript.cues if page.transcript else ()):
        yield f"transcript.cues[{index}].start", cue.start
        yield f"transcript.cues[{index}].end", cue.end


def _find_unwritable(value: object, where: str) -> Iterator[str]:
    if isinstance(value, str) and _NOT_HTML.search(value):
        yield where
    elif isinstance(value, tuple):
        for index, member in enumerate(value):
            yield from _find_unwritable(member, f"{where}[{index}]")
    elif attrs.has(model := type(value)):
        for field in attrs.fields(model):
            place = f"{where}.{field.name}".removeprefix(".")
            yield from _find_unwritable(getattr(value, field.name), place)


def _facts(page: EpisodePage) -> dict[str, Any]:
    show, episode = page.show, page.episode
    heading = page.heading or heading_of(episode)
    sections = tuple(section for section, _ in sections_with_cues(page))
    language = (page.transcript and page.transcript.language) or show.language
    english = language is None or language.lower().split("-")[0] == "en"
    facts = {
        "page": page,
        "heading": heading,
        "number": _number(heading or "", episode.title or ""),
        "language": language,
        "english": english,
        "description": _description(page),
        "cover": episode.artwork or show.artwork,
        "audio": episode.enclosure and episode.enclosure.url,
        "feed": _feed_url(page),
        "published": _date(episode.published, english=english),
        "files": list(_files(episode)),
        "sections": sections,
        "player_at": _position(sections, "player"),
        "transcript_at": _position(sections, "transcript"),
    }
    return {**facts, "properties": _properties(page, facts), "json_ld": _json_ld(page, facts)}


def _number(heading: str, title: str) -> str:
    """Give what stands before the title in the heading: ``Ep #20: ``, or nothing."""
    number = heading.removesuffix(title)
    return number if number != heading and number[-1:].isspace() else ""


def _description(page: EpisodePage) -> str | None:
    summaries = (
        paragraph.text
        for section in page.notes.sections
        if section.kind == "summary"
        for paragraph in section.paragraphs
    )
    return page.episode.subtitle or next(summaries, None)


def _feed_url(page: EpisodePage) -> str | None:
    return next((link.href for link in page.show.atom_links if link.rel == "self"), None)


def _date(instant: datetime | None, *, english: bool) -> str | None:
    if instant is None:
        return None
    if not english:
        return instant.date().isoformat()
    return f"{instant.day} {_MONTHS[instant.month - 1]} {instant.year}"


def _position(sections: tuple[Section, ...], kind: str) -> int | None:
    """Give the place of the first section of this kind."""
    return next((index for index, section in enumerate(sections) if section.kind == kind), None)


def _files(episode: Episode) -> Iterator[tuple[str, Enclosure | TranscriptLink | ChaptersLink]]:
    """Give the files that the page's foot leads to, and what each is called there."""
    if episode.enclosure:
        yield _label("Audio", episode.enclosure.type), episode.enclosure
    for link in episode.transcript_links:
        yield _label("Transcript", link.type, link.language), link
    if episode.chapters_link:
        yield _label("Chapters", episode.chapters_link.type), episode.chapters_link


def _label(name: str, mime_type: str | None, language: str | None = None) -> str:
    details = ", ".join(filter(None, (_FILE_FORMATS.get(mime_type or ""), language)))
    return f"{name} ({details})" if details else name


def _properties(page: EpisodePage, facts: dict[str, Any]) -> list[tuple[str, str]]:
    enclosure = page.episode.enclosure
    properties = {
        "og:type": "article",
        "og:title": facts["heading"],
        "og:site_name": page.show.title,
        "og:url": page.episode.link,
        "og:description": facts["description"],
        "og:image": facts["cover"],
        "og:image:alt": facts["cover"] and page.image_text,
        "og:audio": facts["audio"],
        "og:audio:type": enclosure and enclosure.type,
    }
    return [(name, content) for name, content in properties.items() if content]


def _json_ld(page: EpisodePage, facts: dict[str, Any]) -> dict[str, Any] | None:
    show, episode, file = page.show, page.episode, page.episode.enclosure
    duration = None if episode.duration is None else _duration(episode.duration)
    thing = _thing(
        "PodcastEpisode",
        name=episode.title or facts["heading"],
        url=episode.link,
        description=facts["description"],
        datePublished=episode.published and episode.published.isoformat(),
        episodeNumber=episode.number,
        partOfSeason=_thing("PodcastSeason", seasonNumber=episode.season),
        partOfSeries=_thing(
            "PodcastSeries",
            name=show.title,
            url=show.link,
            webFeed=facts["feed"],
            image=show.artwork,
        ),
        image=facts["cover"],
        inLanguage=facts["language"],
        duration=duration,
        associatedMedia=file
        and _thing(
            "AudioObject",
            contentUrl=file.url,
            encodingFormat=file.type,
            contentSize=file.length and str(file.length),
            duration=duration,
        ),
    )
    return thing and {"@context": "https://schema.org", **thing}


def _thing(kind: str, **facts: object) -> dict[str, Any] | None:
    """Give an object of JSON-LD without its absent facts, or None when there are no others."""
    present = {name: fact for name, fact in facts.items() if fact is not None}
    return {"@type": kind, **present} if present else None


def _duration(seconds: float) -> str:
    """Write seconds as ISO 8601 does, with as many digits as HTML allows: ``PT1830.5S``."""
    return f"PT{_seconds(round(seconds, 3))}S"


def _seconds(seconds: float) -> str:
    return str(int(seconds) if seconds.is_integer() else seconds)
