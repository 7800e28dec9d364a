"""How feeds spell values: text and markup, numbers, truth, times and dates.

Each is a `Codec`: two small functions, of which the reading one knows the liberties seen in real
feeds and the writing one the spelling that the documents ask for.
"""

import functools
import math
import re
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal

from dateutil import parser as dateutil_parser

from podkit._clock import read_clock, write_clock
from podkit._xml import Codec, Forgiven, Unheld

__all__ = [
    "CAPITAL_YES_NO",
    "DATE",
    "DECIMAL",
    "DURATION",
    "EXPLICIT",
    "INTEGER",
    "ISO_DATE",
    "MARKUP",
    "PLAY_TIME",
    "TRUE_FALSE",
    "W3C_DATE",
    "YES_NO",
    "YES_NO_CLEAN",
]

_INTEGER = re.compile(r"\s*([+-]?[0-9]+)\s*")
_DECIMAL = re.compile(r"\s*[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)\s*")


def _read_integer(text: str) -> int:
    if text.isdigit() and text.isascii():
        return int(text)
    match = _INTEGER.fullmatch(text)
    if not match:
        raise ValueError(f"{text!r:.80} is not a whole number")
    return int(match[1])


def _read_decimal(text: str) -> float:
    number = float(text) if _DECIMAL.fullmatch(text) else math.nan
    if not math.isfinite(number):
        raise ValueError(f"{text!r:.80} is not a number")
    return number


def _write_decimal(number: float) -> str:
    """Write the shortest decimal number that reads back equal."""
    return str(int(number)) if number.is_integer() else f"{Decimal(repr(number)):f}"


# The words for true and false that feeds have in each other's stead.
_WORDS = {"true": True, "yes": True, "1": True, "false": False, "no": False, "0": False}


def _truth(true: str, false: str, **more: bool) -> Codec:
    """Make a codec of truth values that writes these two words; other words are forgiven."""
    proper = {true: True, false: False, true.lower(): True, false.lower(): False}
    words = _WORDS | more

    def read(text: str) -> bool:
        value = proper.get(text)
        return value if value is not None else read_other(text)

    def read_other(text: str) -> bool:
        word = text.strip().lower()
        if word in proper:
            return proper[word]
        if word in words:
            spelling = true if words[word] else false
            raise Forgiven(words[word], f"{text!r} should be {spelling!r}; it was read as that")
        raise ValueError(f"{text!r:.80} is neither {true} nor {false}")

    return Codec(f"{true} or {false}", read, lambda value: true if value else false)


# Minutes after hours, or seconds, of which there are more than 59.
_OVERFULL = re.compile(r":(?:[6-9][0-9]|[0-9]{3})")


def _read_duration(text: str) -> float:
    """Read seconds or a clock time."""
    seconds: float | None
    if text.isdigit() and text.isascii():
        seconds = float(text)
    else:
        seconds = float(text) if _DECIMAL.fullmatch(text) else read_clock(text)
    if seconds is None or not 0 <= seconds < math.inf:
        raise ValueError(f"{text!r:.80} is not a duration in seconds or hours:minutes:seconds")
    if ":" in text and _OVERFULL.search(text):
        what = f"{text!r:.80} is no clock time, whose minutes and seconds end at 59"
        raise Forgiven(seconds, f"{what}; it was read as {_write_decimal(seconds)} seconds")
    return seconds


def _read_play_time(text: str) -> float:
    """Read the same, and of the word that Normal Play Time has besides say that it is right."""
    if text == "now":
        raise Unheld("'now' is no number of seconds")
    return _read_duration(text)


def _write_duration(seconds: float) -> str:
    if seconds < 0:
        raise ValueError("a time in the audio can't be negative")
    return _write_decimal(seconds)


def _write_play_time(seconds: float) -> str:
    """Write a clock time, or seconds where they are finer or longer than a clock has them."""
    clock = write_clock(seconds, decimals=3, hours=2) if seconds >= 0 else ""
    return clock if read_clock(clock) == seconds else _write_duration(seconds)


_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_WEEKDAY_NAMES = [day[:3] for day in _DAYS]
_MONTH_NAMES = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
_MONTHS = [name.lower() for name in _MONTH_NAMES]
_MINUTE = timedelta(minutes=1)
# The hours of the named zones of RFC 2822, section 4.3.
_ZONES = {"UT": 0, "UTC": 0, "GMT": 0, "Z": 0, "EST": -5, "EDT": -4, "CST": -6, "CDT": -5}
_ZONES |= {"MST": -7, "MDT": -6, "PST": -8, "PDT": -7}
# The military zones, which section 4.3 says to take for UTC.
_MILITARY_ZONES = dict.fromkeys("ABCDEFGHIKLMNOPQRSTUVWXY", 0)
_ZONES |= _MILITARY_ZONES
# RFC 2822, sections 3.3 and 4.3.
_DATE = re.compile(
    rf"\s*(?:([a-z]{{3,9}})\s*,?\s+)?(\d\d?)\s+({'|'.join(_MONTHS)})[a-z]{{0,6}}\s+"
    rf"(\d{{4}}|\d\d)\s+(\d\d?):(\d\d)(?::(\d\d))?\s+([+-]\d{{4}}|{'|'.join(_ZONES)})\s*",
    re.IGNORECASE | re.ASCII,
)
# RFC 2822, section 3.2.3: what stands in brackets that hold none.
_COMMENT = re.compile(r"\((?:[^()\\]|\\.)*\)", re.DOTALL)
# RFC 3339, section 5.6, and the offsets without a colon that ISO 8601 allows too.
_ISO = re.compile(
    r"\d{4}-\d\d-\d\dT\d\d(?::\d\d(?::\d\d(?:\.\d+)?)?)?(?:Z|[+-]\d\d:?\d\d)", re.ASCII
)
# A day, a month or a year: W3C's "Date and Time Formats", which Dublin Core follows.
_DAY = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?", re.ASCII)
# The parts of the usual spelling, "Thu, 28 Mar 2024 09:00:00 GMT", as ISO 8601 has them.
_WEEKDAYS = {f"{name}, ": number for number, name in enumerate(_WEEKDAY_NAMES)}
_ISO_MONTHS = {f" {name} ": f"-{number:02}-" for number, name in enumerate(_MONTH_NAMES, 1)}
_ISO_ZONES = {f" {sign}{hour:02}00": f"{sign}{hour:02}:00" for sign in "+-" for hour in range(13)}
_ISO_ZONES[" GMT"] = "+00:00"
# A text longer than this is no date; the limit keeps hostile ones from the lenient parser.
_LONGEST_DATE = 60
# Nor is one longer than this with comments.
_LONGEST_COMMENTED = 200
# Two dates without a part in common: what the lenient parser takes from them is not in the text.
_BLANKS = datetime(2000, 1, 1, 0, 0), datetime(2001, 2, 2, 1, 1)  # noqa: DTZ001


def _read_date(text: str) -> datetime:
    """Read an RFC 2822 date, or leniently another one that is complete."""
    # What nearly all feeds write is read in a third of the time when turned into ISO 8601.
    if text[:5] in _WEEKDAYS and text[16:17] == " " and text[19:20] == text[22:23] == ":":
        try:
            day, month, zone = text[5:7], _ISO_MONTHS[text[7:12]], _ISO_ZONES[text[25:]]
            date = datetime.fromisoformat(text[12:16] + month + day + text[16:25] + zone)
            if date.weekday() == _WEEKDAYS[text[:5]]:
                return date
        except (KeyError, ValueError):
            pass
    bare = _without_comments(text)
    match = _DATE.fullmatch(bare)
    if not match:
        return _read_other_date(text, "RFC 2822")
    try:
        date = _date_of(match)
    except ValueError as error:
        raise ValueError(f"{text!r} is not a date") from error
    day = _DAYS[date.weekday()]
    if match[1] and not day.startswith(match[1].title()):
        what = f"{text!r} names another day of the week than {day}"
        raise Forgiven(date, f"{what}; it was read as {date.isoformat()}")
    if bare != text or match[8].upper() in _MILITARY_ZONES:
        what = f"{text!r} is a date of an old form, which few programs read"
        raise Forgiven(date, f"{what}; it was read as {date.isoformat()}")
    return date


def _without_comments(text: str) -> str:
    """Put a space in the place of each comment of a text that is short enough to be a date."""
    commented = None
    while "(" in text and text != commented and len(text) <= _LONGEST_COMMENTED:
        commented, text = text, _COMMENT.sub(" ", text)
    return text


def _date_of(match: re.Match[str]) -> datetime:
    _, day, month, year, hour, minute, second, zone = match.groups()
    return datetime(
        int(year) if len(year) == 4 else _century(int(year)),
        _MONTHS.index(month.lower()) + 1,
        int(day),
        int(hour),
        int(minute),
        int(second or 0),
        tzinfo=_zone(zone.upper()),
    )


@functools.lru_cache(maxsize=256)
def _zone(name: str) -> timezone:
    """Give the zone of a name, or of an offset such as ``-0530``."""
    if name in _ZONES:
        return timezone(timedelta(hours=_ZONES[name]))
    sign = -1 if name[0] == "-" else 1
    return timezone(sign * timedelta(hours=int(name[1:3]), minutes=int(name[3:])))


def _century(year: int) -> int:
    """Complete a year of two digits as RFC 2822, section 4.3, says."""
    return year + (2000 if year < 50 else 1900)


def _read_iso_date(text: str) -> datetime:
    """Read a date and time of RFC 3339, or leniently another one that is complete."""
    return (
        datetime.fromisoformat(text) if _ISO.fullmatch(text) else _read_other_date(text, "ISO 8601")
    )


def _read_w3c_date(text: str) -> datetime:
    """Read the same, and of what W3CDTF allows besides say that it is right."""
    if _DAY.fullmatch(text):
        raise Unheld(f"{text!r} is no moment, for it has no time")
    return _read_iso_date(text)


def _read_other_date(text: str, document: str) -> datetime:
    """Read a date that the document doesn't allow, if it lacks neither day nor time."""
    if len(text) > _LONGEST_DATE:
        raise ValueError(f"{text!r:.80} is not a date")
    try:
        date, other = (
            dateutil_parser.parse(text, _Lenient(), default=blank, tzinfos=_other_zone)
            for blank in _BLANKS
        )
    except (ValueError, OverflowError) as error:
        raise ValueError(f"{text!r} is not a date") from error
    if date != other:
        raise ValueError(f"{text!r} is not a complete date")
    date = date.replace(microsecond=0, tzinfo=date.tzinfo or UTC)
    raise Forgiven(date, f"{text!r} is not an {document} date; it was read as {date.isoformat()}")


class _Lenient(dateutil_parser.parserinfo):
    """What dateutil takes words and numbers for; by itself it asks the clock for the century."""

    def convertyear(self, year: int, century_specified: bool = False) -> int:  # noqa: FBT001, FBT002
        return year if century_specified or year > 99 else _century(year)


def _other_zone(name: str | None, offset: int | None) -> timezone | None:
    """Give the zone of a name or an offset in seconds; by itself dateutil asks the machine."""
    if offset is None:
        hours = _ZONES.get((name or "").upper())
        return None if hours is None else timezone(timedelta(hours=hours))
    return timezone(timedelta(minutes=offset // 60))


def _write_date(date: datetime) -> str:
    offset = date.utcoffset()
    if date.microsecond or (offset and offset % _MINUTE):
        raise ValueError("an RSS date has whole seconds, and an offset of whole minutes")
    # What `email.utils.format_datetime` gives, in a fourth of the time.
    day, month = _WEEKDAY_NAMES[date.weekday()], _MONTH_NAMES[date.month - 1]
    zone = f"{date:%z}" if offset else "+0000"
    clock = f"{date.hour:02}:{date.minute:02}:{date.second:02}"
    return f"{day}, {date.day:02} {month} {date.year:04} {clock} {zone}"


def _write_iso_date(date: datetime) -> str:
    if (date.utcoffset() or timedelta()) % _MINUTE:
        raise ValueError("a date has an offset of whole minutes")
    return date.isoformat()


INTEGER = Codec("whole number", _read_integer, str)
DECIMAL = Codec("number", _read_decimal, _write_decimal)
TRUE_FALSE = _truth("true", "false")
YES_NO = _truth("yes", "no")
YES_NO_CLEAN = _truth("yes", "no", clean=False)
CAPITAL_YES_NO = _truth("Yes", "No")
EXPLICIT = _truth("true", "false", explicit=True, clean=False)
MARKUP = Codec("text or HTML", str, str, is_markup=True)
DURATION = Codec("duration", _read_duration, _write_duration)
# Normal Play Time: RFC 2326, section 3.6.
PLAY_TIME = Codec("play time", _read_play_time, _write_play_time)
DATE = Codec("date", _read_date, _write_date)
ISO_DATE = Codec("ISO 8601 date", _read_iso_date, _write_iso_date)
W3C_DATE = Codec("ISO 8601 date", _read_w3c_date, _write_iso_date)
