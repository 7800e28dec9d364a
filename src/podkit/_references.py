"""How texts refer to episodes by number, in English, German, French and Spanish.

No document defines it: the forms are those counted on published show notes and transcripts, and
their translations. ``Ep #20``, ``Episode 166 “Be the Cake”``, ``Episodes 31-33``, ``Folgen 3 und
4``, ``S2E5``, ``2x05``, ``Staffel 2, Folge 5``, ``as we said in #193`` and ``in episode twenty``
refer to episodes; ``in this episode 3 guests``, ``the #1 podcast`` and ``episode 1.5`` do not.
Numbers in words count where what stands before and after them leaves no doubt. A show may have
letters of its own before the numbers, as in ``JSJ 221``, ``LNP341``, ``CRE: 219`` and ``FG-045``.
"""

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from podkit._numerals import NUMBERS

__all__ = ["Reference", "find_references", "read_reference"]


class Reference(NamedTuple):
    """What a text says of an episode, and where.

    Attributes:
        start: where the reference starts in the text.
        end: where it ends.
        number: the episode's number.
        season: the number of its season, where it is said.
        title: its title, where it is said.
    """

    start: int
    end: int
    number: int
    season: int | None = None
    title: str | None = None


_MOST_IN_A_RANGE = 100  # a longer one is more likely a misreading than a list of episodes
_LEAST_BEFORE_SLASH = 10
_GAP = r"\s{0,3}"

_SINGULAR = r"ep|[eé]p(?:isode)?|folge|ausgabe|episodio"
_PLURAL = r"eps|[eé]p(?:isode)?s|folgen|episoden|ausgaben|episodios"
_SEASON = r"(?:season|series|staffel|saison|temporada)"
_SIGN = r"(?:\#|n\.?[°º]|n[or]\.|n[úu]m\.|number|nummer|num[ée]ro|n[úu]mero)"
# No part of a word, a longer number, a decimal or a share, and no span of time.
_ENDS = (
    r"(?!\w|%|[.,:]\d"
    r"|\s?(?:%|min(?:ute[ns]?|utos)?\b|sec(?:ond)?s?\b|hours?\b|uhr\b|stunden?\b|heures?\b|horas?\b))"
)
_WORDED = rf"{_GAP}\.?{_GAP}(?:{_SIGN}{_GAP})?(?P<worded>\d{{1,5}}){_ENDS}"
# S2E5, S02 E05, S2:E5, S2 Ep. 5; 2x05, whose zero tells it from a size; Season 2, Episode 5.
_SEASONED = (
    r"\bS(?P<short_season>\d{1,3})\s?[:,.]?\s?E(?:p\.?\s?)?(?P<short>\d{1,5})\b"
    r"|\b(?P<x_season>\d{1,2})x(?P<x>0\d)\b"
    rf"|\b{_SEASON}{_GAP}(?P<season>\d{{1,3}})\s?[,:–—-]?\s?(?:{_SINGULAR}|(?P<plurals>{_PLURAL}))"
    rf"{_GAP}\.?{_GAP}(?:{_SIGN}{_GAP})?(?P<seasoned>\d{{1,5}}){_ENDS}"
)
_OF_SEASON = rf"(?:,?\s(?:of|in|from|der|aus|de|de la)\s{_SEASON}\s(?P<of_season>\d{{1,3}})\b)?"
# A number with a sign alone refers where a word before it says so, and is not the first of many; or
# in brackets, or where a line or what follows a colon lists several. A rank has fewer digits.
_SIGNED = (
    r"\b(?:in|on|see|from|hear|siehe|aus|voir|dans|en|ver|véase)\s\#(?P<signed>\d{1,5})"
    r"(?=\s?[.,;:!?)\]–—“„\"«]|\s*\Z|\n|\s(?:and|und|et|y|with|where|about|we|i|you|wir)\b)"
    r"|(?<=\()\#(?P<bracketed>\d{2,5})(?=[),])"
    r"|(?:(?m:^)|(?<=:)|(?<=:\s))\#(?P<listed>\d{2,5})(?=(?:,|\s?&|,?\s(?:and|und|et|y))\s?\#\d{2})"
)
_NUMERAL = "|".join(
    word.replace(" ", r"[\s-]") for word in sorted(NUMBERS, key=lambda word: -len(word))
)
_SPELLED = (
    r"\b(?:in|on|from|of|since|to|see|after|before|is|aus|seit|von|zu|ab|nach|vor|dans|de|en|del|el|al"
    r"|desde)\s(?:l['’])?(?:episode|folge|épisode|episodio)\s(?:number\s|nummer\s|numéro\s|número\s)?"
    rf"(?P<spelled>{_NUMERAL})"
    r"(?=\s?(?:[.,;:!?)“„\"«]|\Z|\n)|\s(?:and|with|where|when|about|we|i|you|he|she|they|is|was|of|that"
    r"|which|mit|wo|und|haben|hat|ging|wir|ich|über|war|ist|avec|où|et|on|nous|quand|con|donde|y"
    rf"|hablamos|cuando)\b(?!\s(?:{_NUMERAL}|hundred)\b))"
)
# "In this episode 3 guests" counts guests.
_NOT_THIS = "".join(
    rf"(?<!\b{word}\s)"
    for word in (
        *("this", "each", "every", "per", "whole", "dieser", "diese", "jeder", "jede", "pro"),
        *("cet", "chaque", "par", "este", "cada", "por"),
    )
)
# A mention starts with a word or a sign: said first, since it is soon seen.
_STARTS = r"(?:\b(?=\w)|(?=\#))"
_NEXT = re.compile(
    rf"(?:(?P<range>[-–—]|{_GAP}\b(?:to|through|bis|à|au?|al)\b{_GAP})|(?P<dash>\s[-–—]\s)"
    r"|(?P<slash>/)"
    rf"|,?{_GAP}(?:[,&]|\b(?:and|or|und|oder|et|ou|[yoe])\b){_GAP})"
    rf"(?P<sign>\#?)(?P<number>\d{{1,5}}){_ENDS}",
    re.IGNORECASE,
)
_NUMBERS = ("short", "x", "seasoned", "worded", "signed", "bracketed", "listed")
_SEASONS = ("short_season", "x_season", "season", "of_season")
_PART = re.compile(r"[^\s-]+")
_TITLE = re.compile(
    r"\s?[,:]?\s?(?P<open>\()?(?:[“\"]([^”\"\n]{1,200})[”\"]|„([^“”\n]{1,200})[“”]"
    r"|«([^»\n]{1,200})»|‘([^\n]{1,200}?)’(?!\w)|'(?=[^\W\d_a-z])([^\n]{1,200}?)'(?!\w))"
    r"(?(open)\))"
)
# A dash that joins two numbers makes a range of episodes; any other one precedes the title.
_TITLE_AFTER = (
    rf"{_GAP}(?:(?:[:|]|\.(?=[^.]*\Z)|,(?=\s(?-i:[A-ZÀ-Þ“„«])[^.,]{{0,60}}\Z)|(?<=\s)[–—-]"
    rf"|[–—-](?!\d)){_GAP}(?P<title>\S.{{0,200}}))?"
)


def read_reference(text: str, prefix: str | None = None) -> Reference | None:
    """Read a text that is a reference as a whole, with the title that follows it, or give None.

    Args:
        text: the text.
        prefix: the letters that the show has before the numbers of its episodes, if any.

    >>> ref = read_reference("Ep #31: Communication")
    >>> ref.number, ref.title
    (31, 'Communication')
    >>> read_reference("In Episode 31 we talked")
    """
    text = text.strip()
    match = _whole(prefix).fullmatch(text)
    return Reference(0, len(text), *_said(match), match["title"]) if match else None


def find_references(text: str, prefix: str | None = None) -> Iterator[Reference]:
    """Find the references of a text, in order; each episode of a range or a list is one.

    A line that is one as a whole has its title after it.

    Args:
        text: the text.
        prefix: the letters that the show has before the numbers of its episodes, if any.

    >>> [ref.number for ref in find_references("as in Episodes 31-33, and Episode 188.")]
    [31, 32, 33, 188]
    """
    position = start = 0
    for line in text.splitlines(keepends=True):
        whole = read_reference(line, prefix)
        if whole:
            yield from _mentions(text, position, start, prefix)
            yield whole._replace(start=start, end=start + len(line.rstrip()))
            position = start + len(line)
        start += len(line)
    yield from _mentions(text, position, start, prefix)


@functools.lru_cache(maxsize=64)
def _whole(prefix: str | None) -> re.Pattern[str]:
    return re.compile(
        rf"(?:{_SEASONED}|(?:{_names(prefix)}){_WORDED}|\#(?P<signed>\d{{2,5}})){_TITLE_AFTER}",
        re.IGNORECASE,
    )


@functools.lru_cache(maxsize=64)
def _mention(prefix: str | None) -> re.Pattern[str]:
    return re.compile(
        rf"{_STARTS}(?:{_NOT_THIS}(?:{_SEASONED}"
        rf"|\b(?:{_names(prefix)}|(?P<plural>{_PLURAL})){_WORDED}{_OF_SEASON})"
        rf"|{_SIGNED}|{_SPELLED})",
        re.IGNORECASE,
    )


def _names(prefix: str | None) -> str:
    """Give the pattern of what an episode is called; a show's letters are as it writes them."""
    return rf"(?-i:{re.escape(prefix)})(?:{_GAP}[:-])?|{_SINGULAR}" if prefix else _SINGULAR


def _mentions(text: str, position: int, end: int, prefix: str | None) -> Iterator[Reference]:
    """Find the references in a stretch of the text, of which no line is one as a whole."""
    while match := _mention(prefix).search(text, position, end):
        number, season = _said(match)
        last = Reference(match.start(), match.end(), number, season)
        is_plural = (match["plural"] or match["plurals"]) is not None
        while joined := _next(text, last, is_plural=is_plural):
            yield last
            number = int(joined["number"])
            if joined["range"] or joined["dash"]:
                for between in range(last.number + 1, number):
                    yield Reference(last.end, last.end, between, season)
            last = Reference(joined.start("sign"), joined.end(), number, season)
        title = _TITLE.match(text, last.end)
        named = next(filter(None, title.groups()[1:])).strip() if title else None
        last = last._replace(title=named or None, end=title.end() if title else last.end)
        yield last
        position = last.end


def _next(text: str, last: Reference, *, is_plural: bool) -> re.Match[str] | None:
    """Find the number that a range or a list goes on with.

    A list needs "episodes" before it, or a sign before the number: "episode 3 and 4 friends".
    """
    joined = _NEXT.match(text, last.end)
    if joined is None:
        return None
    if joined["slash"]:  # "episode 1/2" is the first of two
        is_joined = _LEAST_BEFORE_SLASH <= last.number == int(joined["number"]) - 1
    elif joined["range"] or (joined["dash"] and is_plural):
        is_joined = last.number < int(joined["number"]) <= last.number + _MOST_IN_A_RANGE
    else:
        is_joined = not joined["dash"] and (is_plural or joined["sign"] != "")
    return joined if is_joined else None


def _said(match: re.Match[str]) -> tuple[int, int | None]:
    """Give the number of the episode that is referred to, and that of its season."""
    facts = match.groupdict()
    season = next((facts[name] for name in _SEASONS if facts.get(name)), None)
    if facts.get("spelled"):
        return NUMBERS[" ".join(_PART.findall(facts["spelled"].lower()))], None
    number = next(facts[name] for name in _NUMBERS if facts.get(name))
    return int(number), int(season) if season else None
