"""The forms that values have, and what is found where one hasn't the form that it should have."""

import re
from collections.abc import Callable, Collection, Mapping
from operator import attrgetter
from typing import Any

from podkit.checks._rules import Finding, Findings

__all__ = [
    "ADDRESS",
    "COUNTRY",
    "EMAIL",
    "HTTP",
    "LANGUAGE",
    "MIME_TYPE",
    "UUID",
    "fields_of",
    "longer",
    "malformed",
    "missing",
    "none_of",
    "path_of",
    "unlike",
]

# An absolute address: what has a scheme (RFC 3986, section 3.1).
# To mind no case takes long, so that the usual schemes are tried first.
ADDRESS = re.compile(r"(?:https?|(?i:[a-z][a-z0-9+.-]*)):\S.*", re.DOTALL)
# One of the web: what a browser opens.
HTTP = re.compile(r"(?:https?|(?i:https?))://[^\s/?#].*", re.DOTALL)
# To search for one takes linear time, as it starts where nothing of it can be before.
EMAIL = re.compile(
    r"(?<![^\s@<>()\[\],;:\"])[^\s@<>()\[\],;:\"]+@[^\s@<>()\[\],;:\"]+\.[^\s@<>()\[\],;:\".]+"
)
# Two letters (ISO 3166-1 alpha-2).
COUNTRY = re.compile(r"[A-Z]{2}")
# A language, and what narrows it; or a private or old tag (BCP 47, section 2.1).
LANGUAGE = re.compile(r"(?:[a-z]{2,8}|[ix](?=-))(?:-[a-z0-9]{1,8})*", re.IGNORECASE)
# A type and a subtype, and parameters (RFC 6838, section 4.2).
MIME_TYPE = re.compile(r"[a-z0-9][\w!#$&^.+-]*/[a-z0-9][\w!#$&^.+-]*(?:\s*;.*)?", re.IGNORECASE)
UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.IGNORECASE)


def fields_of(
    elements: Mapping[str, str],
) -> tuple[Callable[[object], tuple[Any, ...]], tuple[str, ...]]:
    """Give what gets several fields at once, and their elements.

    >>> from podkit import Show
    >>> values, elements = fields_of({"title": "title", "author": "itunes:author"})
    >>> values(Show(title="Tides")), elements
    (('Tides', None), ('title', 'itunes:author'))
    """
    return attrgetter(*elements), tuple(elements.values())


def missing(value: object, element: str, message: str) -> Findings:
    """Find that there is no value.

    >>> [finding.message for finding in missing(None, "link", "there is no <link>; give one")]
    ['there is no <link>; give one']
    """
    return () if value else (Finding(element, message),)


def unlike(form: re.Pattern[str], value: str | None, element: str, expected: str) -> Findings:
    """Find a value that hasn't a form.

    >>> [finding.message for finding in unlike(UUID, "my-show", "podcast:guid", "is no UUID")]
    ["'my-show' is no UUID"]
    """
    return () if not value or form.fullmatch(value) else malformed(value, element, expected)


def malformed(value: str, element: str, expected: str) -> Findings:
    """Say of a value that it hasn't the form that it should have.

    >>> [finding.message for finding in malformed("my-show", "podcast:guid", "is no UUID")]
    ["'my-show' is no UUID"]
    """
    return (Finding(element, f"{value!r:.80} {expected}"),)


def none_of(choices: Collection[str], value: str | None, element: str) -> Findings:
    """Find a value that is none of the choices, in whatever case.

    >>> [finding.message for finding in none_of(["yes", "no"], "on", "podcast:locked")]
    ["'on' is none of yes, no"]
    """
    if not value or value.lower() in choices:
        return ()
    return (Finding(element, f"{value!r:.80} is none of {', '.join(choices)}"),)


def longer(limit: int, value: str | None, element: str) -> Findings:
    """Find a text that has more characters than it may have.

    >>> [finding.message for finding in longer(2, "Fog", "title")]
    ['the text has 3 characters of 2; shorten it']
    """
    length = len(value or "")
    if length <= limit:
        return ()
    return (Finding(element, f"the text has {length} characters of {limit}; shorten it"),)


def path_of(url: str) -> str:
    """Give an address without its query and fragment, in small letters.

    >>> path_of("https://example.com/1.MP3?from=feed#t=3")
    'https://example.com/1.mp3'
    """
    return url.partition("#")[0].partition("?")[0].lower()
