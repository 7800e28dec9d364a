"""Reads what a page's JSON-LD says of the episode and the show (schema.org, ``PodcastEpisode``)."""

import json
import re
from collections.abc import Iterator
from datetime import datetime
from typing import Any

from selectolax.lexbor import LexborNode

from podkit.errors import OnProblem, Problem
from podkit.models import AtomLink, Enclosure, Episode, Show

__all__ = ["read_json_ld"]

_SCRIPTS = 'script[type="application/ld+json"]'
_DURATION = re.compile(r"PT(?:(\d{1,4})H)?(?:(\d{1,6})M)?(?:(\d{1,9}(?:\.\d{1,9})?)S)?")


def read_json_ld(root: LexborNode, on_problem: OnProblem) -> tuple[Show, Episode]:
    """Give the facts of the first ``PodcastEpisode`` in the scripts of a document.

    >>> from podkit.errors import ignore
    >>> from podkit._html import parse_html
    >>> json_ld = '{"@type": "PodcastEpisode", "episodeNumber": 20}'
    >>> html = f'<script type="application/ld+json">{json_ld}</script>'
    >>> read_json_ld(parse_html(html), ignore)[1].number
    20
    """
    thing = next(_episodes(root, on_problem), {})
    series, file = _inner(thing, "partOfSeries"), _inner(thing, "associatedMedia")
    feed, audio = _text(series, "webFeed"), _text(file, "contentUrl")
    artwork, image = _text(series, "image"), _text(thing, "image")
    show = Show(
        title=_text(series, "name"),
        link=_text(series, "url"),
        artwork=artwork,
        atom_links=(AtomLink(href=feed, rel="self"),) if feed else (),
    )
    enclosure = audio and Enclosure(
        url=audio, length=_integer(file, "contentSize"), type=_text(file, "encodingFormat")
    )
    episode = Episode(
        title=_text(thing, "name"),
        link=_text(thing, "url"),
        number=_integer(thing, "episodeNumber"),
        season=_integer(_inner(thing, "partOfSeason"), "seasonNumber"),
        published=_instant(thing, "datePublished"),
        duration=_duration(thing, "duration"),
        artwork=image if image != artwork else None,
        enclosures=(enclosure,) if enclosure else (),
    )
    return show, episode


def _episodes(root: LexborNode, on_problem: OnProblem) -> Iterator[dict[str, Any]]:
    for script in root.css(_SCRIPTS):
        try:
            data = json.loads(script.text())
        except (ValueError, RecursionError):
            message = "the page's JSON-LD is not JSON; left out"
            on_problem(Problem(id="not-json", message=message))
            continue
        graph = data.get("@graph", [data]) if isinstance(data, dict) else data
        for thing in graph if isinstance(graph, list) else []:
            if isinstance(thing, dict) and "PodcastEpisode" in _types(thing):
                yield thing


def _types(thing: dict[str, Any]) -> list[Any]:
    types = thing.get("@type")
    return types if isinstance(types, list) else [types]


def _inner(thing: dict[str, Any], name: str) -> dict[str, Any]:
    """Give the thing that another one names, or the first of several."""
    inner = thing.get(name)
    first = inner[0] if isinstance(inner, list) and inner else inner
    return first if isinstance(first, dict) else {}


def _text(thing: dict[str, Any], name: str) -> str | None:
    text = thing.get(name)
    return text if isinstance(text, str) and text else None


def _integer(thing: dict[str, Any], name: str) -> int | None:
    text = str(thing.get(name))
    return int(text) if re.fullmatch(r"[0-9]{1,18}", text) else None


def _instant(thing: dict[str, Any], name: str) -> datetime | None:
    try:
        instant = datetime.fromisoformat(_text(thing, name) or "")
    except ValueError:
        return None
    return instant if instant.utcoffset() is not None else None


def _duration(thing: dict[str, Any], name: str) -> float | None:
    match = _DURATION.fullmatch(_text(thing, name) or "")
    if not match or not any(match.groups()):
        return None
    hours, minutes, seconds = (float(part or 0) for part in match.groups())
    return hours * 3600 + minutes * 60 + seconds
