"""Reads dates and durations as pages state them: in ISO 8601, or in words of five languages."""

import re
from datetime import UTC, datetime

from podkit._clock import read_clock

__all__ = [
    "CLOCK",
    "DATE",
    "DAY_OF_MONTH",
    "DURATION",
    "puts_day_first",
    "read_date",
    "read_duration",
]

# How the names of months begin in English, German, French, Spanish and Italian.
_MONTHS = (
    r"jan|ene|gen|янв",
    r"feb|fév|fev|фев",
    r"mar(?!di)|mär|mrz|mrt|maa|мар",
    r"apr|avr|abr|апр",
    r"may|mai|mag|mei|ма[йя]",
    r"jun|juin|giu|июн",
    r"jul|juil|lug|июл",
    r"aug|aoû|ago|авг",
    r"sep|set|сен",
    r"oct|okt|ott|окт",
    r"nov|ноя",
    r"dec|dez|déc|dic|дек",
)
_MONTH_NUMBERS = [(re.compile(form), number) for number, form in enumerate(_MONTHS, 1)]
_MONTH = rf"(?:{'|'.join(_MONTHS)})[^\W\d_]{{0,7}}\.?"
_DAY = r"\d{1,2}(?:st|nd|rd|th|er|º|\.)?"
_YEAR = r"(?:19|20)\d\d"
_ISO_TIME = r"(?:[01]\d|2[0-3]):\d\d(?::\d\d(?:\.\d{1,9})?)? ?(?:Z|[+-]\d\d:?\d\d)?"
_ISO_DATE = rf"{_YEAR}-\d\d-\d\d(?:[T ]{_ISO_TIME})?"
DATE = re.compile(
    rf"\b(?:(?P<iso>{_ISO_DATE})|(?P<year_first>{_YEAR}(?:/\d\d?/\d\d?|年\d\d?月\d\d?日))"
    rf"|(?P<dotted>\d{{1,2}}\.\d{{1,2}}\.{_YEAR})"
    rf"|(?P<slashed>\d{{1,2}}(?P<mark>[/-])\d{{1,2}}(?P=mark)(?:{_YEAR}|(?<=/)\d\d(?![/.]?\d)))"
    rf"|(?P<day>{_DAY}) (?:de |of )?(?P<month>{_MONTH})(?: de|,)? (?P<year>{_YEAR})"
    rf"|(?P<month_first>{_MONTH}) (?P<second_day>{_DAY}),? (?P<last_year>{_YEAR}))"
    # A time may follow without a space, where only its style sets it apart.
    r"(?:\b|(?<=日)|(?=\d{1,3}(?::\d\d| ?min)))",
    re.IGNORECASE,
)
DAY_OF_MONTH = re.compile(rf"\b(?:{_MONTH} {_DAY}|{_DAY} (?:de )?{_MONTH})(?!\w)", re.IGNORECASE)
CLOCK = r"(?<![\d:])\d{1,3}(?::\d\d){1,2}(?![\d:])"
_UNITS = (
    (r"h|hrs?|hours?|std\.?|stunden?|heures?|horas?|час(?:а|ов)?", 3600),
    (r"m|mins?\.?|minutes?|minuten?|minutos?|мин(?:ут[аы]?)?", 60),
    (r"s|secs?\.?|seconds?|sekunden?|secondes?|segundos?|сек(?:унд[аы]?)?", 1),
)
_IN_UNITS = "".join(
    rf"(?:(?P<n{seconds}>\d{{1,5}})[\s-]?(?:{names})(?![^\W\d_])"
    r"[\s,.]{0,2}(?:and |und |et |y )?)?"
    for names, seconds in _UNITS
)
DURATION = re.compile(rf"(?<![\w.-])(?=\d){_IN_UNITS}(?<=[\w.\s])", re.IGNORECASE)
# ISO 8601, save that some write no T, and some give seconds alone.
_ISO_DURATION = re.compile(
    r"P(?:0+Y0+M)?(?:(?P<n86400>\d{1,3})D)?T?(?:(?P<n3600>\d{1,6})H)?(?:(?P<n60>\d{1,7})M)?"
    r"(?:(?P<n1>\d{1,9}(?:\.\d{1,9})?)S)?",
    re.IGNORECASE,
)
_SECONDS = re.compile(r"\d{1,6}(?:\.\d{1,9})?")
_LONGEST = 80
# The languages that put the day before the month in figures (Unicode CLDR, "yMd"), and those of
# the regions of English that do.
_DAY_FIRST = re.compile(
    r"(?:ca|cs|da|de|el|es|eu|fi|fr|gl|hr|id|it|nb|nl|no|pl|pt|ro|sk|sl|tr|uk)(?:[-_].*)?"
    r"|en[-_](?:au|gb|ie|in|nz|uk|za)",
    re.IGNORECASE,
)
_MONTH_FIRST = re.compile(r"(?:en|es)[-_](?:us|pr)", re.IGNORECASE)
_MOST_MONTHS = 12


def puts_day_first(language: str | None) -> bool | None:
    """Say whether a language puts the day before the month in figures; None where that varies.

    >>> puts_day_first("fr"), puts_day_first("en-US"), puts_day_first("en"), puts_day_first(None)
    (True, False, None, None)
    """
    if _MONTH_FIRST.fullmatch(language or ""):
        return False
    return True if _DAY_FIRST.fullmatch(language or "") else None


def read_date(text: str, *, day_first: bool | None = None) -> datetime | None:
    """Read the first date in a text; a date that names no time or zone is taken as UTC's.

    Args:
        text: the text.
        day_first: whether the day stands first in ``3/4/2024``; None where nobody can say.

    >>> read_date("Posted on 18. Januar 2024").isoformat()
    '2024-01-18T00:00:00+00:00'
    >>> read_date("2024-02-30"), read_date("March")
    (None, None)
    >>> read_date("14/3/2024").month, read_date("3/4/2024")
    (3, None)
    >>> read_date("3/4/2024", day_first=True).month
    4
    """
    match = DATE.search(text[:_LONGEST])
    try:
        found = datetime.fromisoformat(_iso(match, day_first=day_first) if match else text.strip())
    except ValueError:
        return None
    return found.replace(tzinfo=UTC) if found.tzinfo is None else found


def read_duration(text: str) -> float | None:
    """Read a duration as seconds: in ISO 8601, by the clock, in words, or seconds alone.

    >>> read_duration("PT1H2M3.5S"), read_duration("P1H2M"), read_duration("62 min")
    (3723.5, 3720.0, 3720.0)
    >>> read_duration("1:02:03"), read_duration("3723"), read_duration("soon")
    (3723.0, 3723.0, None)
    """
    text = text.strip()[:_LONGEST]
    clock = read_clock(text)
    if clock is not None:
        return clock
    if _SECONDS.fullmatch(text):
        return float(text)
    match = _ISO_DURATION.fullmatch(text) or DURATION.fullmatch(text)
    parts = {k: v for k, v in match.groupdict().items() if v} if match else {}
    return sum(int(k[1:]) * float(v) for k, v in parts.items()) if parts else None


def _iso(date: re.Match[str], *, day_first: bool | None) -> str:
    if date["iso"]:
        return date["iso"].replace(" ", "T", 1).replace(" ", "")
    if date["slashed"]:
        first, second, year = re.findall(r"\d+", date["slashed"])
        if max(int(first), int(second)) > _MOST_MONTHS or first == second:
            day_first = int(first) > _MOST_MONTHS
        day, month = (first, second) if day_first else (second, first)
        century = "" if year[2:] else "20"  # no podcast is older
        return "" if day_first is None else f"{century}{year}-{month:0>2}-{day:0>2}"
    if date["dotted"] or date["year_first"]:
        parts = re.findall(r"\d+", date["dotted"] or date["year_first"])
        year, month, day = parts[::-1] if date["dotted"] else parts
        return f"{year}-{month:0>2}-{day:0>2}"
    name = (date["month"] or date["month_first"]).casefold()
    number = next(number for form, number in _MONTH_NUMBERS if form.match(name))
    day = re.sub(r"\D", "", date["day"] or date["second_day"])
    return f"{date['year'] or date['last_year']}-{number:02}-{day:0>2}"
