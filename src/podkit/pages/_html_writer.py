"""Writes an episode's page as one self-contained HTML5 file that needs no script.

The structure is in ``templates/episode.html`` and the files that it includes, the looks are in
``base.css`` and ``episode.css``; ``episode.js`` adds to a page that is whole without it. Here the
page is checked, and its facts are put into the words and forms in which the templates say them.
"""

import functools
import re
from collections.abc import Callable, Iterator
from html import escape
from itertools import chain
from typing import Any
from urllib.parse import quote

from podkit._clock import read_clock, write_clock
from podkit._markup.blocks import tidy_section
from podkit._markup.html_tags import section_html
from podkit.errors import UnrepresentableError
from podkit.models import (
    AtomLink,
    Chapter,
    ChaptersLink,
    Enclosure,
    Episode,
    EpisodePage,
    TranscriptLink,
)
from podkit.models.notes import OTHER_TIMES
from podkit.pages._head import check_texts, check_urls, feed_url, open_graph
from podkit.pages._headline import heading_of
from podkit.pages._json_ld_writer import episode_json_ld
from podkit.pages._templates import Folder, render, seconds
from podkit.pages._transcript import sections_with_cues
from podkit.pages._turns import turns
from podkit.pages._words import (
    Words,
    date_in,
    is_right_to_left,
    language_of,
    words_in,
    words_language,
)

__all__ = ["write_html"]

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
}
# The links to other pages, by the relations of RFC 8288, and what each is called in the words.
_NEIGHBOURS = {"prev": "older", "up": "all_episodes", "next": "newer"}
# A time at the start or the end of a line of the notes, as they are written.
_CLOCK = r"(?:\d{1,4}:)?\d{1,3}:\d\d"
_STAMP = re.compile(
    rf"(?P<before><(?:p|li|br)>[^\w<&]{{0,9}})(?P<first>{_CLOCK})(?![:.,]?\d)"
    rf"|(?<![\d:.,])(?P<last>{_CLOCK})(?=[)\]]?<(?:br|/p|/li)>)"
)
_SHORTEST_CHAPTER = 1.0  # how long the last one is where nothing says when it ends, in seconds


def write_html(page: EpisodePage, *, templates: Folder | None = None) -> str:
    """Write a page as HTML.

    What the page doesn't state leaves no trace, save that a heading is made from number and title.
    The chapters lead to their moments in the audio file; so do the times of a transcript.

    Args:
        page: the page.
        templates: a folder of templates that stand for podkit's.

    Raises:
        UnrepresentableError: a URL is neither relative nor of a safe scheme, a time is negative, or
            a text holds what HTML can't, such as U+0000.
        UnsupportedFormatError: jinja2 isn't installed.
        ParseError: a template of the folder can't be read or filled.
        OSError: there is no such folder.

    >>> page = EpisodePage(episode=Episode(number=20, title="Be <here> now"))
    >>> html = write_html(page)
    >>> html[html.index("<h1>") : html.index("</h1>")]
    '<h1><span class="number">Ep #20<span class="unseen">: </span></span>Be &lt;here&gt; now'
    """
    check_urls(_urls(page))
    for where, time in _times(page):
        if time is not None and time < 0:
            raise UnrepresentableError(f"{time} is before the audio begins", where=where)
    html = render(_facts(page), templates)
    check_texts(html, page)
    return html


def _urls(page: EpisodePage) -> Iterator[tuple[str, str | None]]:
    show, episode = page.show, page.episode
    yield "show.link", show.link
    yield "show.atom_links", feed_url(show)
    yield "show.artwork", show.artwork
    yield "episode.artwork", episode.artwork
    yield "episode.link", episode.link
    if episode.enclosure:
        yield "episode.enclosures[0].url", episode.enclosure.url
    for index, link in enumerate(episode.transcript_links):
        yield f"episode.transcript_links[{index}].url", link.url
    if episode.chapters_link:
        yield "episode.chapters_link.url", episode.chapters_link.url
    for index, neighbour in enumerate(episode.atom_links):
        yield f"episode.atom_links[{index}].href", neighbour.href
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


def _facts(page: EpisodePage) -> dict[str, Any]:
    """Give all that the templates may name."""
    show, episode, file = page.show, page.episode, page.episode.enclosure
    heading = page.heading or heading_of(episode)
    language = language_of(page)
    description = _description(page)
    cover = episode.artwork or show.artwork
    words = words_in(language)
    sections = list(_sections(page))
    shown = [chapter for chapter in page.chapters or () if not chapter.hidden]
    return {
        "kind": "episode",
        "page": page,
        "show": show,
        "episode": episode,
        "words": words,
        "words_language": words_language(words, language),
        "language": language,
        "right_to_left": is_right_to_left(language),
        "title": " – ".join(filter(None, (heading, show.title))) or words.untitled,
        "heading": heading,
        "number": _number(heading or "", episode.title or ""),
        "description": description,
        "author": episode.itunes_author or show.author,
        "canonical": episode.link,
        "cover": cover,
        "image_text": page.image_text,
        "audio": file.url if file else None,
        "feeds": [(feed_url(show), "application/rss+xml", words.feed)] * bool(feed_url(show)),
        "published": episode.published and date_in(words, episode.published),
        "files": list(_files(episode, words)),
        "neighbours": list(_neighbours(episode, words)),
        "sections": sections,
        "has_place_for_player": any(section["holds_player"] for section in sections),
        "turns": list(turns(page.transcript.cues)) if page.transcript else [],
        "chapters_shown": shown,
        "chapters_track": _track(shown, episode.duration) if shown else None,
        "properties": open_graph(
            language,
            type="article",
            title=heading,
            site_name=show.title,
            url=episode.link,
            description=description,
            image=cover,
            image__alt=cover and page.image_text,
            audio=file.url if file else None,
            audio__type=file.type if file else None,
        ),
        "json_ld": episode_json_ld(
            page, name=episode.title or heading, description=description, language=language
        ),
    }


def _description(page: EpisodePage) -> str | None:
    summaries = (
        paragraph.text
        for section in page.notes.sections
        if section.kind == "summary"
        for paragraph in section.paragraphs
    )
    return page.episode.subtitle or next(summaries, None)


def _number(heading: str, title: str) -> str:
    """Give what stands before the title in the heading: ``Ep #20: ``, or nothing."""
    number = heading.removesuffix(title)
    return number if number != heading and number[-1:].isspace() else ""


def _files(
    episode: Episode, words: Words
) -> Iterator[tuple[str, Enclosure | TranscriptLink | ChaptersLink]]:
    """Give the files that the page's foot leads to, and what each is called there."""
    if episode.enclosure:
        yield _label(words.audio, words, episode.enclosure.type), episode.enclosure
    for link in episode.transcript_links:
        yield _label(words.transcript, words, link.type, link.language), link
    if episode.chapters_link:
        yield _label(words.chapters, words, episode.chapters_link.type), episode.chapters_link


def _label(name: str, words: Words, mime_type: str | None, language: str | None = None) -> str:
    file_format = words.text if mime_type == "text/plain" else _FILE_FORMATS.get(mime_type or "")
    details = ", ".join(filter(None, (file_format, language)))
    return f"{name} ({details})" if details else name


def _neighbours(episode: Episode, words: Words) -> Iterator[tuple[str, AtomLink]]:
    """Give the links to the pages of other episodes, and what each is called."""
    links = {link.rel: link for link in episode.atom_links}
    for relation, word in _NEIGHBOURS.items():
        if relation in links:
            yield getattr(words, word), links[relation]


def _sections(page: EpisodePage) -> Iterator[dict[str, Any]]:
    """Give the sections, each with its paragraphs as HTML, and say what else each of them holds."""
    seekable = _seekable(page)
    is_played = is_spoken = False
    for index, (section, _) in enumerate(sections_with_cues(page)):
        where = f"notes.sections[{index}]"
        holds_player = section.kind == "player" and not is_played
        holds_transcript = section.kind == "transcript" and not is_spoken and bool(page.transcript)
        is_played, is_spoken = is_played or holds_player, is_spoken or holds_transcript
        body = section_html(tidy_section(section, where), where, home=page.show.link)
        yield {
            "id": f"section-{index + 1}",
            "kind": section.kind,
            "heading": section.heading,
            "body": body if section.kind in OTHER_TIMES else seekable(body),
            "holds_player": holds_player,
            "holds_transcript": holds_transcript,
        }


def _seekable(page: EpisodePage) -> Callable[[str], str]:
    """Give what makes links of the times that the notes list: each leads into the audio file."""
    file = page.episode.enclosure
    if file is None:
        return str
    url = escape(file.url)

    @functools.cache  # most pages have none
    def starts() -> frozenset[float]:
        return frozenset(stamp.start for stamp in page.notes.timestamps)

    def linked(stamp: re.Match[str]) -> str:
        clock = stamp["first"] or stamp["last"]
        start = read_clock(clock)
        if start is None or start not in starts():
            return stamp[0]
        time = seconds(start)
        link = f'<a href="{url}#t={time}" data-start="{time}">{clock}</a>'
        return f"{stamp['before'] or ''}{link}"

    return functools.partial(_STAMP.sub, linked)


def _track(chapters: list[Chapter], duration: float | None) -> str:
    """Give the chapters as WebVTT within a ``data:`` URL: they need no file of their own."""
    ordered = sorted(chapters, key=lambda chapter: chapter.start)
    starts = [chapter.start for chapter in ordered]
    last = max(duration or 0, starts[-1] + _SHORTEST_CHAPTER)
    cues = "\n".join(
        f"{_stamp(start)} --> {_stamp(end)}\n{_cue_text(chapter)}\n"
        for chapter, start, end in zip(ordered, starts, chain(starts[1:], [last]), strict=True)
    )
    vtt = quote(f"WEBVTT\n\n{cues}", safe=":,")
    return f"data:text/vtt,{vtt}"


def _stamp(time: float) -> str:
    return write_clock(time, decimals=3, hours=2)


def _cue_text(chapter: Chapter) -> str:
    title = " ".join((chapter.title or "").split()) or write_clock(chapter.start)
    return title.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
