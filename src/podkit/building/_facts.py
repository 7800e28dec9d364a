"""The facts that a show's folder states in TOML: which keys there are and what each holds.

The two tables are the whole schema: they read the files, and the documentation is made from them.
"""

import difflib
import json
import re
import tomllib
from collections.abc import Callable, Iterator
from datetime import date, datetime, time
from pathlib import Path, PurePath
from typing import Any, TypeAlias, cast
from urllib.parse import SplitResult, quote, urlsplit
from uuid import UUID

import attrs

from podkit._url_pattern import fill_in
from podkit.building._formats import TIMED
from podkit.building._problems import Problems

__all__ = ["EPISODE", "SHOW", "Facts", "Key", "Keys", "address", "read_facts", "refuse_missing"]


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


# White space and control characters, which stand in no URL.
_GAP = re.compile(r"[\s\x00-\x1f\x7f-\x9f]")
_EMAIL = re.compile(r"[^\s@]+@[^\s@]+")
_LARGEST_COUNT = 999_999_999  # what the tags of an MP3 file hold


def _is_text(value: object) -> bool:
    return isinstance(value, str) and bool(value.strip()) and value == value.strip()


def _is_texts(value: object) -> bool:
    return isinstance(value, list) and bool(value) and all(map(_is_text, value))


def _is_categories(value: object) -> bool:
    """Say whether each is one category, or two with a “>” between them."""
    return _is_texts(value) and all(
        all(map(str.strip, parts)) and len(parts) <= 2
        for parts in (text.split(">") for text in cast("list[str]", value))
    )


def _is_email(value: object) -> bool:
    return isinstance(value, str) and bool(_EMAIL.fullmatch(value))


def _is_inside(value: object) -> bool:
    path = PurePath(value) if isinstance(value, str) else PurePath("/")
    return _is_text(value) and not path.is_absolute() and ".." not in path.parts


def _is_uuid(value: object) -> bool:
    try:
        return str(UUID(str(value))) == value
    except ValueError:
        return False


def _is_count(value: object) -> bool:
    return isinstance(value, int) and value is not True and 1 <= value <= _LARGEST_COUNT


def _is_date(value: object) -> bool:
    return isinstance(value, datetime) and value.utcoffset() is not None and value.microsecond == 0


def _parts(value: object) -> SplitResult:
    """Take a URL apart; what is none has no parts."""
    try:
        return urlsplit(value if isinstance(value, str) and not _GAP.search(value) else "")
    except ValueError:
        return urlsplit("")


def _is_url(value: object) -> bool:
    return _parts(value).scheme in ("http", "https") and bool(_parts(value).hostname)


def _is_base(value: object) -> bool:
    return _is_url(value) and not {"?", "#"} & set(str(value))


def _is_target(value: object) -> bool:
    return _is_url(value) or (
        _parts(value).scheme in ("mailto", "tel", "sms") and bool(_parts(value).path)
    )


def _is_targets(value: object) -> bool:
    return isinstance(value, dict) and all(map(_is_target, value.values()))


def _is_pattern(value: object) -> bool:
    if not isinstance(value, str):
        return False
    url = fill_in(value, number=1, season=1)
    return _is_url(url) and url != fill_in(value, number=2, season=1)


def _choice(*choices: str) -> Kind:
    return Kind(" or ".join(f'"{choice}"' for choice in choices), choices.__contains__)


def _is_timed_formats(value: object) -> bool:
    return _is_texts(value) and set(cast("list[str]", value)) <= set(TIMED)


_TEXT = Kind("a text in quotes, without space around it", _is_text)
_CATEGORIES = Kind('a list of texts such as ["Arts > Books", "History"]', _is_categories)
_MAIL = Kind("an e-mail address", _is_email)
_FILE = Kind("the name of a file in the folder", _is_inside)
_FOLDER = Kind("the name of a folder in the folder", _is_inside)
_URL = Kind("an http or https URL", _is_url)
_BASE = Kind("an http or https URL without “?” and “#”", _is_base)
_PATTERN = Kind("a URL with {number}, or {season} and {number}, in it", _is_pattern)
_TRUTH = Kind("true or false", lambda value: isinstance(value, bool))
_COUNT = Kind(f"a whole number from 1 to {_LARGEST_COUNT}", _is_count)
_DATE = Kind(
    "a date with time and zone, to the second, such as 2024-03-28T09:00:00Z, without quotes",
    _is_date,
)
_UUID = Kind("a UUID in lower case", _is_uuid)
_LINKS = Kind('lines such as "our web site" = "https://example.com/"', _is_targets)
_TIMED_FORMATS = Kind(f"a list of {', '.join(map(json.dumps, TIMED))}", _is_timed_formats)
_EPISODE_TYPE = _choice("full", "trailer", "bonus")

SHOW: Keys = {
    "title": Key(_TEXT, "what the show is called", is_required=True),
    "description": Key(_TEXT, "what the show is about", is_required=True),
    "author": Key(_TEXT, "who makes the show", is_required=True),
    "email": Key(_MAIL, "where directories write to about the show", is_required=True),
    "categories": Key(_CATEGORIES, "Apple's categories, as in “Arts > Books”", is_required=True),
    "language": Key(
        _TEXT, "the language spoken, as a BCP 47 tag such as “en-US”", is_required=True
    ),
    "image": Key(_FILE, "the cover: JPEG or PNG", is_required=True),
    "link": Key(_URL, "where the show's web site is", is_required=True),
    "explicit": Key(_TRUTH, "whether the show holds explicit language", is_required=True),
    "url": Key(_BASE, "under which address the built files will be published", is_required=True),
    "episode_url": Key(_PATTERN, "where each episode's page is, with {number} for its number"),
    "type": Key(_choice("episodic", "serial"), "in which order episodes are heard"),
    "copyright": Key(_TEXT, "the notice of rights"),
    "guid": Key(_UUID, "what identifies the show, where its first feed had another address"),
    "locked": Key(_TRUTH, "whether other hosts must not import the feed"),
    "templates": Key(_FOLDER, "where templates are that stand for podkit's, file by file"),
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
    "date": Key(_DATE, "when the episode came out, where its page doesn't say"),
    "title": Key(_TEXT, "what the episode is called, where its page doesn't say"),
    "number": Key(_COUNT, "the episode's number, where its title doesn't say"),
    "season": Key(_COUNT, "the number of its season"),
    "episode_type": Key(_EPISODE_TYPE, "what it is"),
    "explicit": Key(_TRUTH, "whether it holds explicit language"),
    "description": Key(_TEXT, "what it is about, as plain text, where its page has no summary"),
    "link": Key(_URL, "where its page is, where that doesn't say"),
    "guid": Key(_TEXT, "what identifies it, where it was published before"),
    "links": Key(_LINKS, "where the page's links lead, by their text"),
}


def read_facts(path: Path | None, name: str, keys: Keys, problems: Problems) -> Facts:
    """Read a file of facts; each wrong, unknown or missing key is an error that names it.

    What a key says is None where it can't be told, as its value is wrong.

    Args:
        path: the file; None where there is none, which then states nothing.
        name: what problems call it.
        keys: what it may hold.
        problems: receives what is wrong.
    """
    text = path.read_bytes() if path else b""
    try:
        data = tomllib.loads(text.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:  # a number of too many digits, lists too deep
        _refuse_toml(text, error, name, keys, problems)
        return dict.fromkeys(keys)
    facts: Facts = {}
    for key, value in _flat(data, keys):
        facts[key] = _checked(key, value, name, keys, problems)
    for key, row in keys.items():
        if row.is_required and key not in facts:
            refuse_missing(key, row, name, problems)
    return facts


def refuse_missing(key: str, row: Key, name: str, problems: Problems) -> None:
    """Report a fact that is stated nowhere, with the file and the key to write it in."""
    problems.refuse("missing-key", f"this is missing; say {row.meaning}", f"{name}, {key}")


def address(show_facts: Facts, name: str) -> str:
    """Give the address under which a built file will be published.

    >>> address({"url": "https://example.com/my-show"}, "a tale.mp3")
    'https://example.com/my-show/a%20tale.mp3'
    """
    return f"{show_facts['url'].removesuffix('/')}/{quote(name)}"


def _refuse_toml(text: bytes, error: Exception, name: str, keys: Keys, problems: Problems) -> None:
    """Report what isn't TOML, with what the key of that line holds."""
    message = f"this isn't TOML: {error}"
    line = _LINE_OF_ERROR.search(message)
    key = _key_at(text.decode("utf-8-sig"), int(line[1])) if line else None
    if key in keys:
        problems.refuse("bad-toml", f"expected {keys[key].kind.name}; {message}", f"{name}, {key}")
    else:
        problems.refuse("bad-toml", message, name)


_LINE_OF_ERROR = re.compile(r"at line (\d+)")
_LINE = re.compile(r"[ \t]*(?:\[(?P<table>[\w.-]+)\]|(?P<key>[\w.-]+)[ \t]*=)")


def _key_at(text: str, number: int) -> str:
    """Give the name of the key on a line, dotted where it is in a table; or an empty one."""
    table, key = "", ""
    for line in text.split("\n")[:number]:
        found = _LINE.match(line)
        table = (found and found["table"]) or table
        key = (found and found["key"]) or ""
    return f"{table}.{key}".strip(".")


def _flat(data: dict[str, Any], keys: Keys) -> Iterator[tuple[str, Any]]:
    """Give the pairs of a file, with a dotted name for what stands in one of its tables."""
    for name, value in data.items():
        if isinstance(value, dict) and name not in keys:
            yield from ((f"{name}.{inner}", held) for inner, held in value.items())
        else:
            yield name, value


def _checked(key: str, value: object, name: str, keys: Keys, problems: Problems) -> Any:  # noqa: ANN401 -- what the key's kind says
    """Give a value back, or None and an error for one that is wrong."""
    where = f"{name}, {key}"
    if key not in keys:
        close = difflib.get_close_matches(key, keys, n=1)
        hint = f"did you mean {close[0]}?" if close else f"there are {', '.join(keys)}"
        problems.refuse("unknown-key", f"there is no such key; {hint}", where)
    elif not keys[key].kind.accepts(value):
        message = f"expected {keys[key].kind.name}, found {_shown(value):.80}"
        problems.refuse("wrong-value", message, where)
    else:
        return value
    return None


def _shown(value: object) -> str:
    """Give a value as TOML has it."""
    if isinstance(value, date | time):
        return value.isoformat()
    return json.dumps(value, ensure_ascii=False, default=str)
