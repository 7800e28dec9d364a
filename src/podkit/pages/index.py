"""A show's index: the web page that lists its seasons and episodes (WHATWG HTML).

It is written only: what it states is in the show's feed. Like an episode's page it is one file that
needs no script, and its facts are stated as Open Graph and JSON-LD (schema.org, ``PodcastSeries``).
"""

import re
from collections.abc import Iterator
from typing import Any

from podkit import notes
from podkit._files import Target, write_bytes
from podkit._markup import starts
from podkit.models import Episode, Show, ShowNotes
from podkit.pages._head import check_texts, check_urls, feed_url, open_graph
from podkit.pages._headline import heading_of
from podkit.pages._json_ld_writer import show_json_ld
from podkit.pages._templates import Folder, render
from podkit.pages._words import Words, date_in, is_right_to_left, words_in, words_language

__all__ = ["dumps", "write"]

_HTML = re.compile(starts.HTML)
_LONGEST_SUMMARY = 280
# The forms in which a show can be had beside its feed, by their MIME types.
_ALTERNATES = {"text/x-opml": "OPML", "application/json": "JSON"}


def dumps(show: Show, *, templates: Folder | None = None) -> str:
    """Write a show's index.

    The episodes stand in the order of the show, under their seasons where they have any; each leads
    to its ``link``. The feed is linked where ``show.atom_links`` have one that is ``self``; so are
    OPML (``text/x-opml``) and JSON (``application/json``) where they have it as ``alternate``.

    Args:
        show: the show, with its episodes.
        templates: a folder of templates, each of which stands for podkit's of the same name.

    Raises:
        UnrepresentableError: a URL is neither relative nor of a safe scheme, or a text holds what
            HTML can't, such as U+0000.
        UnsupportedFormatError: jinja2 isn't installed.
        ParseError: a template of the folder can't be read or filled.
        OSError: there is no such folder.

    >>> html = dumps(Show(title="Tides", episodes=[Episode(title="Fog", link="ep-1.html")]))
    >>> html[html.index("<a href") : html.index("</h3>")]
    '<a href="ep-1.html">Fog</a>'
    """
    check_urls(_urls(show))
    html = render(_facts(show), templates)
    check_texts(html, show)
    return html


def write(show: Show, target: Target, *, templates: Folder | None = None) -> None:
    """Write a show's index to a path or an open binary file, as `dumps` does.

    >>> import io
    >>> file = io.BytesIO()
    >>> write(Show(title="Tides"), file)
    >>> file.getvalue()[:15]
    b'<!doctype html>'
    """
    write_bytes(target, dumps(show, templates=templates).encode())


def _urls(show: Show) -> Iterator[tuple[str, str | None]]:
    yield "link", show.link
    yield "artwork", show.artwork
    for index, link in enumerate(show.atom_links):
        yield f"atom_links[{index}].href", link.href
    for index, episode in enumerate(show.episodes):
        yield f"episodes[{index}].link", episode.link


def _facts(show: Show) -> dict[str, Any]:
    """Give all that the templates may name."""
    words = words_in(show.language)
    about = show.description or show.summary
    description = _summary(show.subtitle, about)
    return {
        "kind": "index",
        "show": show,
        "words": words,
        "words_language": words_language(words, show.language),
        "language": show.language,
        "right_to_left": is_right_to_left(show.language),
        "title": show.title or words.episodes,
        "description": description,
        "about": notes.html.dumps(_read_text(about)) if about else None,
        "author": show.author,
        "canonical": None,
        "cover": show.artwork,
        "feeds": list(_feeds(show, words)),
        "neighbours": [],
        "seasons": list(_seasons(show, words)),
        "properties": open_graph(
            show.language,
            type="website",
            title=show.title,
            url=show.link,
            description=description,
            image=show.artwork,
        ),
        "json_ld": show_json_ld(show, description=description),
    }


def _feeds(show: Show, words: Words) -> Iterator[tuple[str, str, str]]:
    """Give the URL, the MIME type and the name of each form that the show can be had in."""
    feed = feed_url(show)
    if feed:
        yield feed, "application/rss+xml", words.feed
    for link in show.atom_links:
        if link.rel == "alternate" and link.type in _ALTERNATES:
            yield link.href, link.type, _ALTERNATES[link.type]


def _seasons(show: Show, words: Words) -> Iterator[dict[str, Any]]:
    """Give the episodes season by season, in the order in which the seasons come up."""
    seasons: dict[int | None, list[Episode]] = {}
    for episode in show.episodes:
        seasons.setdefault(episode.season, []).append(episode)
    for season, listed in seasons.items():
        name = listed[0].podcast_season_name
        yield {
            "name": name,
            "heading": name or (words.episodes if season is None else words.season.format(season)),
            "episodes": [_entry(episode, words) for episode in listed],
        }


def _entry(episode: Episode, words: Words) -> dict[str, Any]:
    return {
        "number": episode.number,
        "title": episode.title or heading_of(episode),
        "link": episode.link,
        "published": episode.published,
        "date": episode.published and date_in(words, episode.published),
        "duration": episode.duration,
        "type": {"trailer": words.trailer, "bonus": words.bonus}.get(episode.episode_type or ""),
        "summary": _summary(episode.subtitle, episode.summary, episode.description),
    }


def _summary(*texts: str | None) -> str | None:
    """Give the first of the texts that there is as a line of plain text, cut at a word."""
    text = next(filter(None, texts), "")
    paragraphs = (p for section in _read_text(text).sections for p in section.paragraphs)
    line = next((" ".join(paragraph.text.split()) for paragraph in paragraphs), "")
    if len(line) <= _LONGEST_SUMMARY:
        return line or None
    return f"{line[:_LONGEST_SUMMARY].rsplit(' ', 1)[0].rstrip(' ,;:–—-')}…"


def _read_text(text: str) -> ShowNotes:
    """Read a text of a feed, which is plain or HTML."""
    return notes.html.loads(text) if _HTML.match(text) else notes.text.loads(text)
