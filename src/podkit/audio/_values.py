"""What the texts of tags say that AudioTags has in a form of its own: dates, languages, numbers."""

import re
from datetime import UTC, datetime
from typing import NoReturn

from podkit._report import refuse
from podkit._text import check_text
from podkit.audio._languages import to_bcp47

__all__ = [
    "DATE",
    "in_utc",
    "read_date",
    "read_language",
    "read_track",
    "refuse_date",
    "write_date",
    "write_language",
    "write_track",
]

_TIME = r"(?P<hour>\d\d)(?::(?P<minute>\d\d)(?::\d\d)?)?(?P<zone>Z|[+-]\d\d:?\d\d)?"
DATE = re.compile(
    rf"(?P<year>\d{{4}})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T{_TIME})?)?)?", re.ASCII
)
_TRACK = re.compile(r"\s*(\d{1,9})\s*(?:/.*)?", re.ASCII)  # "3/12" is the third of twelve


def read_date(text: str) -> str | None:
    """Read an ISO 8601 date or a part of one; None for any other text.

    >>> read_date("2024-03-28 06:30"), read_date("last spring")
    ('2024-03-28T06:30', None)
    """
    date = text.replace(" ", "T")
    return date if DATE.fullmatch(date) else None


def write_date(date: str, where: str) -> str:
    """Give the date back, or refuse what is none.

    >>> write_date("last spring", "date")
    Traceback (most recent call last):
    podkit.errors.UnrepresentableError: date: expected a date such as 2024, 2024-03-28 or ...
    """
    if not DATE.fullmatch(date):
        refuse_date(date, where)
    return date


def in_utc(date: str) -> str:
    """Give the date that a time with a zone is in UTC, without the zone; any other as it is.

    >>> in_utc("2024-03-28T06:30Z"), in_utc("2024-03-28T01:30+02:00"), in_utc("2024-03-28")
    ('2024-03-28T06:30', '2024-03-27T23:30', '2024-03-28')
    """
    match = DATE.fullmatch(date)
    if not match or not match["zone"]:
        return date
    try:
        instant = datetime.fromisoformat(date).astimezone(UTC)
    except (ValueError, OverflowError):  # no day of any calendar, or before the first one
        return date
    return instant.isoformat()[: match.start("zone")]


def refuse_date(text: str, where: str) -> NoReturn:
    """Refuse what is no date, or none that a container has a place for.

    >>> refuse_date("last spring", "date")
    Traceback (most recent call last):
    podkit.errors.UnrepresentableError: date: expected a date such as 2024, 2024-03-28 or ...
    """
    message = f"expected a date such as 2024, 2024-03-28 or 2024-03-28T06:30, not {text!r:.40}"
    refuse(where, message)


def read_track(text: str) -> int | None:
    """Read the number of a track, with or without how many there are; None for any other text.

    >>> read_track("3/12"), read_track("A")
    (3, None)
    """
    match = _TRACK.fullmatch(text)
    return int(match[1]) if match else None


def write_track(track: int, where: str) -> str:
    """Give the number as a text, or refuse one that would not read back.

    >>> write_track(-1, "track")
    Traceback (most recent call last):
    podkit.errors.UnrepresentableError: track: expected a number from 0 to 999999999
    """
    if not 0 <= track < 10**9:
        refuse(where, "expected a number from 0 to 999999999")
    return str(track)


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
