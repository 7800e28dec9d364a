"""The front matter of Markdown pages, as Hugo and Jekyll have it, read in schema.org's words.

It stands between lines of ``---`` (YAML) or ``+++`` (TOML). Of YAML, plain lines of a key and a
value are read, and what is nested is passed over; TOML is read whole, with its tables for what a
theme adds. Written are lines of YAML, with the facts that no text says.
"""

import json
import re
import tomllib
from collections.abc import Iterator
from datetime import date, time
from typing import Any

from podkit._clock import write_clock
from podkit._text import check_text
from podkit.models import Episode

__all__ = ["front_matter", "take_front_matter"]

_FENCED = re.compile(
    r"(?P<fence>---|\+\+\+)[ \t]*\n(?P<lines>.*?)^(?P=fence)[ \t]*(?:\n|\Z)",
    re.DOTALL | re.MULTILINE,
)
_TABLE = re.compile(r"\[[\w.-]+\][ \t]*")
_LINE = re.compile(r"(?P<key>[\w-]+)[ \t]*(?::(?=\s|\Z)|=)[ \t]*(?P<value>.*)")
_QUOTED = re.compile(r"(\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*')[ \t]*(?:#.*)?")
_COMMENT = re.compile(r"(?:^|[ \t]+)#.*")
_NESTED = ("[", "{", "|", ">", "&", "*")
# What tables state of pages: of others, such as of each guest, the keys mean something else.
_TABLES = frozenset({"episode", "extra", "params", "podcast"})
_KEYS = {
    "title": "name",
    **dict.fromkeys(("episode", "episode_number", "number"), "episodeNumber"),
    **dict.fromkeys(("season", "season_number"), "partOfSeason"),
    **dict.fromkeys(("date", "publishdate", "pubdate", "published"), "datePublished"),
    **dict.fromkeys(("audio", "audio_url", "audio_file", "enclosure", "file"), "audio"),
    **dict.fromkeys(("media", "media_url", "mp3", "podcast", "podcast_file"), "audio"),
    **dict.fromkeys(("duration", "podcast_duration", "itunes_duration"), "duration"),
    **dict.fromkeys(("description", "summary", "excerpt"), "description"),
    "subtitle": "alternativeHeadline",
    **dict.fromkeys(("author", "authors", "host", "hosts"), "author"),
    **dict.fromkeys(("lang", "language", "locale"), "inLanguage"),
    **dict.fromkeys(("link", "canonical", "canonical_url", "canonicalurl"), "url"),
    **dict.fromkeys(("image", "cover", "episode_image", "featured_image"), "image"),
    **dict.fromkeys(("show", "series", "podcast_title"), "partOfSeries"),
}
# Of a thing that is part of another, the property that a line states.
_PARTS = {"partOfSeason": "seasonNumber", "partOfSeries": "name"}
# What a generator puts in its place, alone on its line: {{< audio src="1.mp3" >}}
_SHORTCODE = re.compile(r"^[ \t]*\{(?:\{[<%].*[%>]\}|%.*%)\}[ \t]*$", re.MULTILINE)
_URL = re.compile(r"https?://\S+")
_FILE = re.compile(r"[^\s\"'=]+\.(?:mp3|m4a|aac|ogg|oga|opus|flac|wav)\b", re.IGNORECASE)


def take_front_matter(text: str) -> tuple[dict[str, Any], str]:
    r"""Give what the front matter states, and the text without it.

    >>> take_front_matter('---\ntitle: "Fog"\nepisode: 12\ntags:\n  - sea\n---\nHello.')
    ({'name': 'Fog', 'episodeNumber': '12'}, 'Hello.')
    >>> take_front_matter("---\nHello.\n\n---\n")
    ({}, '---\nHello.\n\n---\n')
    """
    text = text.replace("\r\n", "\n")
    fenced = _FENCED.match(text)
    lines = fenced["lines"].splitlines() if fenced else []
    first = next((line for line in lines if line.strip() and line[0] != "#"), "")
    if fenced is None or not (_LINE.match(first) or _TABLE.fullmatch(first)):
        return {}, text
    pairs = _toml(fenced["lines"]) if fenced["fence"] == "+++" else None
    thing: dict[str, Any] = {}
    for key, value in _plain(lines) if pairs is None else pairs:
        name = _KEYS.get(key.lower().replace("-", "_"))
        if name and value and (name != "audio" or _names_file(value)):
            part = _PARTS.get(name)
            thing.setdefault(name, {part: value} if part else value)
    rest = text[fenced.end() :]
    files = (_FILE.search(code[0]) for code in _SHORTCODE.finditer(rest))
    file = next(filter(None, files), None)
    if file:
        thing.setdefault("audio", file[0])
    return thing, _SHORTCODE.sub("", rest)


def front_matter(episode: Episode, said: Episode) -> str:
    """Write the facts of an episode that the page's text doesn't say, or nothing.

    Args:
        episode: the episode.
        said: what the page's title line says of it.

    Raises:
        UnrepresentableError: a text holds half a surrogate pair.

    >>> episode = Episode(number=12, duration=62, itunes_author="Ann")
    >>> print(front_matter(episode, Episode(number=12)))
    ---
    duration: "1:02"
    author: "Ann"
    ---
    """
    length, audio = episode.duration, episode.enclosure
    facts = {
        "episode": episode.number if episode.number != said.number else None,
        "season": episode.season if episode.season != said.season else None,
        "date": episode.published and episode.published.isoformat(),
        "duration": None if length is None else _quoted(_clock(length), "duration"),
        "subtitle": episode.subtitle and _quoted(episode.subtitle, "subtitle"),
        "author": episode.itunes_author and _quoted(episode.itunes_author, "itunes_author"),
        "link": episode.link and _quoted(episode.link, "link"),
        "audio": audio and _quoted(audio.url, "enclosures[0].url"),
        "image": episode.artwork and _quoted(episode.artwork, "artwork"),
    }
    lines = [f"{name}: {fact}" for name, fact in facts.items() if fact is not None]
    return "\n".join(["---", *lines, "---"]) if lines else ""


def _clock(length: float) -> str:
    return write_clock(length, decimals=0 if round(length, 3).is_integer() else 3)


def _quoted(text: str, where: str) -> str:
    return json.dumps(check_text(text, f"episode.{where}"), ensure_ascii=not text.isprintable())


def _names_file(value: str) -> bool:
    return bool(_FILE.search(value) or _URL.fullmatch(value))


def _plain(lines: list[str]) -> Iterator[tuple[str, str]]:
    """Give the keys and values of plain lines, up to the first table."""
    for line in lines:
        if line.startswith("["):
            break
        stated = _LINE.fullmatch(line)
        if stated:
            yield stated["key"], _value(stated["value"])


def _toml(text: str) -> list[tuple[str, str]] | None:
    """Give the keys and values of TOML, those in tables last; nothing of what is none."""
    try:
        stated = tomllib.loads(text)
    except (ValueError, RecursionError):
        return None
    tables = [stated[name] for name in stated if name.lower() in _TABLES]
    held = [table for table in tables if isinstance(table, dict)]
    return [(key, _shown(value)) for table in (stated, *held) for key, value in table.items()]


def _shown(value: object) -> str:
    """Give a value as text, and of several the first."""
    if isinstance(value, list):
        return _shown(value[0]) if value else ""
    if isinstance(value, date | time):
        return value.isoformat()
    is_plain = isinstance(value, str | int | float) and not isinstance(value, bool)
    return str(value) if is_plain else ""


def _value(text: str) -> str:
    """Give a plain value, or nothing for one that is nested or empty."""
    quoted = _QUOTED.fullmatch(text)
    if quoted is None:
        return "" if text.startswith(_NESTED) else _COMMENT.sub("", text).strip()
    if text[0] == "'":
        return quoted[1][1:-1].replace("''", "'")
    try:
        return str(json.loads(quoted[1]))
    except ValueError:
        return quoted[1][1:-1]
