"""The facts that a show's folder states in TOML: which keys there are and what each holds.

The two tables are the whole schema: they read the files, and the documentation is made from them.
"""

import difflib
import tomllib
from collections.abc import Callable, Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, TypeAlias
from urllib.parse import quote
from uuid import UUID

import attrs

from podkit.errors import OnProblem, Problem

__all__ = ["EPISODE", "SHOW", "Facts", "Key", "Keys", "address", "read_facts", "report_missing"]


@attrs.frozen
class Kind:
    """A kind of value in TOML.

    Attributes:
        name: what is expected, as a message says it.
        accepts: whether a value is one.
    """

    name: str
    accepts: Callable[[Any], bool]


@attrs.frozen
class Key:
    """A key of a file.

    Attributes:
        kind: what it holds.
        meaning: what it says, as the end of a sentence that asks for it.
        is_required: whether a show can't be built without it.
    """

    kind: Kind
    meaning: str
    is_required: bool = False


Keys: TypeAlias = dict[str, Key]
Facts: TypeAlias = dict[str, Any]  # by the key's name, dotted where it is in a table of the file


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip()) and value == value.strip()


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(map(_is_text, value))


def _is_uuid(value: object) -> bool:
    try:
        return str(UUID(str(value))) == value
    except ValueError:
        return False


def _is_date(value: object) -> bool:
    return isinstance(value, datetime) and value.utcoffset() is not None


def _is_url(value: object) -> bool:
    return _is_text(value) and str(value).startswith(("http://", "https://"))


def _is_pattern(value: object) -> bool:
    try:
        return _is_url(value) and str(value).format(number=1, season=1) != value
    except (LookupError, ValueError):
        return False


def _is_link_table(value: object) -> bool:
    return isinstance(value, dict) and all(map(_is_text, value.values()))


def _choice(*choices: str) -> Kind:
    return Kind(" or ".join(f'"{choice}"' for choice in choices), choices.__contains__)


_TEXT = Kind("a text, without space around it", _is_text)
_TEXTS = Kind('a list of texts such as ["Arts > Books"]', _is_texts)
_URL = Kind("an http or https URL", _is_url)
_PATTERN = Kind("a URL with {number}, or {season} and {number}, in it", _is_pattern)
_TRUTH = Kind("true or false", lambda value: isinstance(value, bool))
_COUNT = Kind("a whole number, 1 or more", lambda value: type(value) is int and value > 0)
_DATE = Kind("a date with time and zone such as 2024-03-28T09:00:00Z, without quotes", _is_date)
_UUID = Kind("a UUID in lower case", _is_uuid)
_LINKS = Kind('lines such as "our web site" = "https://example.com/"', _is_link_table)
_TIMED_FORMATS = Kind(
    'a list of "vtt", "srt", "json"',
    lambda value: _is_texts(value) and set(value) <= {"vtt", "srt", "json"},
)
_EPISODE_TYPE = _choice("full", "trailer", "bonus")

SHOW: Keys = {
    "title": Key(_TEXT, "what the show is called", is_required=True),
    "description": Key(_TEXT, "what the show is about", is_required=True),
    "author": Key(_TEXT, "who makes the show", is_required=True),
    "email": Key(_TEXT, "where directories write to about the show", is_required=True),
    "categories": Key(_TEXTS, "Apple's categories, as in “Arts > Books”", is_required=True),
    "language": Key(
        _TEXT, "the language spoken, as a BCP 47 tag such as “en-US”", is_required=True
    ),
    "image": Key(_TEXT, "the cover's file in the folder: JPEG or PNG", is_required=True),
    "link": Key(_URL, "where the show's web site is", is_required=True),
    "explicit": Key(_TRUTH, "whether the show holds explicit language", is_required=True),
    "url": Key(_URL, "under which address the built files will be published", is_required=True),
    "episode_url": Key(_PATTERN, "where each episode's page is, with {number} for its number"),
    "type": Key(_choice("episodic", "serial"), "in which order episodes are heard"),
    "copyright": Key(_TEXT, "the notice of rights"),
    "guid": Key(_UUID, "what identifies the show, where its first feed had another address"),
    "locked": Key(_TRUTH, "whether other hosts must not import the feed"),
    "episode.season": Key(_COUNT, "the season of episodes that state none"),
    "episode.episode_type": Key(_EPISODE_TYPE, "the type of episodes that state none"),
    "episode.explicit": Key(_TRUTH, "whether episodes that don't say so are explicit"),
    "transcript.formats": Key(
        _TIMED_FORMATS,
        "which timed formats to write, beside text and HTML; all of them where it isn't said",
    ),
    "transcript.times": Key(
        _choice("estimated"), "to spread a transcript without times over the audio"
    ),
}

EPISODE: Keys = {
    "date": Key(_DATE, "when the episode came out", is_required=True),
    "title": Key(_TEXT, "what the episode is called, where its page doesn't say"),
    "number": Key(_COUNT, "the episode's number, where its title doesn't say"),
    "season": Key(_COUNT, "the number of its season"),
    "episode_type": Key(_EPISODE_TYPE, "what it is"),
    "explicit": Key(_TRUTH, "whether it holds explicit language"),
    "description": Key(_TEXT, "what it is about, where its page has no summary"),
    "link": Key(_URL, "where its page is"),
    "guid": Key(_TEXT, "what identifies it, where it was published before"),
    "links": Key(_LINKS, "where the page's links lead, by their text"),
}


def read_facts(path: Path | None, name: str, keys: Keys, on_problem: OnProblem) -> Facts:
    """Read a file of facts; each wrong, unknown or missing key is a problem that names it.

    Args:
        path: the file; None where there is none, which then states nothing.
        name: what problems call it.
        keys: what it may hold.
        on_problem: receives what is wrong.
    """
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8")) if path else {}
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        message = f"this isn't TOML: {error}"
        on_problem(Problem(id="bad-toml", message=message, level="error", where=name))
        return {}
    facts = {}
    stated = dict(_flat(data, keys))
    for key, value in stated.items():
        problem = _problem(key, value, keys, f"{name}, {key}")
        if problem:
            on_problem(problem)
        else:
            facts[key] = value
    for key, row in keys.items():
        if row.is_required and key not in stated:
            report_missing(key, row, name, on_problem)
    return facts


def report_missing(key: str, row: Key, name: str, on_problem: OnProblem) -> None:
    """Report a fact that is stated nowhere, with the file and the key to write it in."""
    message = f"this is missing; say {row.meaning}"
    where = f"{name}, {key}"
    on_problem(Problem(id="missing-key", message=message, level="error", where=where))


def address(show_facts: Facts, name: str) -> str:
    """Give the address under which a built file will be published.

    >>> address({"url": "https://example.com/my-show"}, "a tale.mp3")
    'https://example.com/my-show/a%20tale.mp3'
    """
    return f"{show_facts['url'].removesuffix('/')}/{quote(name)}"


def _flat(data: dict[str, Any], keys: Keys) -> Iterator[tuple[str, Any]]:
    """Give the pairs of a file, with a dotted name for what stands in one of its tables."""
    for name, value in data.items():
        if isinstance(value, dict) and name not in keys:
            yield from ((f"{name}.{inner}", held) for inner, held in value.items())
        else:
            yield name, value


def _problem(key: str, value: object, keys: Keys, where: str) -> Problem | None:
    if key not in keys:
        close = difflib.get_close_matches(key, keys, n=1)
        hint = f"did you mean {close[0]}?" if close else f"there are {', '.join(keys)}"
        message = f"there is no such key; {hint}"
        return Problem(id="unknown-key", message=message, level="error", where=where)
    if not keys[key].kind.accepts(value):
        message = f"expected {keys[key].kind.name}, found {value!r:.80}"
        return Problem(id="wrong-value", message=message, level="error", where=where)
    return None
