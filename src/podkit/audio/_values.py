"""What the texts of tags say that AudioTags has in a form of its own: dates, languages, numbers."""

import re

from podkit._text import check_text
from podkit.audio._carry import refuse
from podkit.audio.id3._languages import to_bcp47

__all__ = ["read_date", "read_language", "read_track", "write_date", "write_language"]

_DATE = re.compile(
    r"\d{4}(?:-\d\d(?:-\d\d(?:[T ]\d\d(?::\d\d(?::\d\d)?)?(?:Z|[+-]\d\d:?\d\d)?)?)?)?", re.ASCII
)
_TRACK = re.compile(r"\s*(\d{1,9})\s*(?:/.*)?", re.ASCII)  # "3/12" is the third of twelve


def read_date(text: str) -> str | None:
    """Read an ISO 8601 date or a part of one; None for any other text.

    >>> read_date("2024-03-28 06:30"), read_date("last spring")
    ('2024-03-28T06:30', None)
    """
    return text.replace(" ", "T") if _DATE.fullmatch(text) else None


def write_date(date: str, where: str) -> str:
    """Give the date back, or refuse what is none.

    >>> write_date("last spring", "date")
    Traceback (most recent call last):
    podkit.errors.UnrepresentableError: date: expected a date such as 2024, 2024-03-28 or ...
    """
    if read_date(date) != date:
        message = f"expected a date such as 2024, 2024-03-28 or 2024-03-28T06:30, not {date!r:.40}"
        refuse(where, message)
    return date


def read_track(text: str) -> int | None:
    """Read the number of a track, with or without how many there are; None for any other text.

    >>> read_track("3/12"), read_track("A")
    (3, None)
    """
    match = _TRACK.fullmatch(text)
    return int(match[1]) if match else None


def read_language(text: str) -> str:
    """Read a BCP 47 tag, or a code of three letters that stands for one.

    >>> read_language("ger"), read_language("de-CH")
    ('de', 'de-CH')
    """
    return to_bcp47(text) or text


def write_language(tag: str, where: str) -> str:
    """Give the language back, or refuse one that would read as another.

    >>> write_language("deu", "language")
    Traceback (most recent call last):
    podkit.errors.UnrepresentableError: language: expected the BCP 47 tag 'de', not 'deu'
    """
    if read_language(tag) != tag:
        refuse(where, f"expected the BCP 47 tag {read_language(tag)!r}, not {tag!r}")
    return check_text(tag, where)
