"""The lines beside a page's title that state facts: date, duration, number, author."""

import functools
import re
from collections.abc import Collection
from datetime import datetime, time, timedelta
from typing import NamedTuple

from podkit._clock import write_clock
from podkit.models import Episode
from podkit.pages._dates import CLOCK, DATE, DAY_OF_MONTH, DURATION, read_date, read_duration

__all__ = ["Facts", "is_full_name", "read_byline", "without_by", "write_byline"]

_LONGEST = 200
_NUMBER = re.compile(
    r"\b(?:(?:season|series|staffel|saison|temporada)[\s:]*#?(?P<season>\d{1,3})"
    r"|(?:episode|ep|folge|épisode|episodio)\.?[\s:]*#?(?P<number>\d{1,5})"
    r"(?: (?:of|von|de|sur) \d{1,4})?"
    r"|[st](?P<short_season>\d{1,3})\s?[·:,]?\s?e(?P<short_number>\d{1,5}))\b",
    re.IGNORECASE,
)
_NAME = re.compile(r"\W*(?:[A-ZÀ-Þ][\w.'’-]*\b\W*){1,4}(?:\d{1,2}\W*)?")
_PLAY_TIME = re.compile(CLOCK)
_TIME_OF_DAY = re.compile(
    r"\b\d{1,2}[:.]\d\d(?::\d\d)?\s?(?:h\b|[ap]\.?m\b\.?|uhr\b)|\b\d{1,2}h\d\d\b"
    # after a date, which a null stands for here
    r"|(?<=\0)(?:,?\s|,?\s(?:at|um|à|a las?)\s)(?:[01]?\d"
    r"|2[0-3]):[0-5]\d(?::[0-5]\d)?(?![\d:])(?:\s?(?:h|uhr)\b)?",
    re.IGNORECASE,
)
# How long it takes to read, how many words or visitors a page has, and what these may write.
_READING_TIME = re.compile(
    r"\b(?:(?:(?:less than|under|about|weniger als|unter|etwa|moins d['’e]|environ"
    r"|menos de|unos) ?)?"
    r"(?:\d{1,3}|an?|une?|one|einer?)[ -]min(?:ut(?:en?|es?|os?))?s?\.?[ -]"
    r"(?:to read|read(?:ing)?(?: time)?|lese(?:zeit|dauer)|zu lesen|de lecture|de lectura)\b"
    r"|\d+ min(?:ute)?s?\W{1,5}\d+ (?:words|wörter|mots|palabras)\b"
    r"|(?:(?:(?:estimated )?read(?:ing)? time|(?:geschätzte )?lese(?:zeit|dauer))"
    r"|(?:temps de )?lecture(?: estimée?)?|(?:tiempo (?:estimado )?de )?lectura(?: estimad[ao])?)"
    r"\s?[:≈~]?\s*(?:(?:about|approx\.|ca\.|etwa|env(?:\.|iron)|aprox\.|unos) ?)?"
    r"\d+ min(?:[^\W\d_]{0,5})(?: (?:to )?read\b)?"
    r"|(?:(?:leave|add|post|write) a|no|\d+) (?:comments?|replies|reply|responses?)\b"
    r"|(?:(?:keine|\d+) kommentare?|(?:schreibe? einen )?kommentar(?: (?:hinterlassen"
    r"|schreiben))?)\b"
    r"|(?:laisser un|poster un|aucun|\d+) commentaires?\b"
    r"|(?:deja un|sin|\d+) comentarios?\b"
    r"|[\d.,]+k? (?:words|wörter|mots|palabras|characters|zeichen|caractères|caracteres)\b"
    r"|(?:(?:word|symbols?|character)s? count|word count|(?:post|page|total)? ?views?|hits|reads"
    r"|anzahl (?:der )?(?:wörter|zeichen)|aufrufe|nombre de mots|vues|lectures"
    r"|(?:número|cantidad) de palabras|visitas|vistas)"
    r"(?: (?:in|im|dans|en) (?:the |l['’]|el )?(?:article|post|artikel"
    r"|artículo))?\s?[:≈]\s*[\d.,]+k?\b)",
    re.IGNORECASE,
)
# What is filed under the show, beside other facts.
_SHOW_BESIDE = re.compile(r" [|/·•] [^|/·•]{2,50} [Pp]odcast(?= [|/·•] |\Z)")
_MAY_COUNT = re.compile(r"\d|comm?ent|komment|minut", re.IGNORECASE)
# When it was changed, which says when it was published only where nothing else does.
_CHANGED = re.compile(
    r"\b(?:(?:last |zuletzt |dernière |última )?(?:update[ds]?|edited|modified|revised|reviewed"
    r"|aktualisiert|aktualisierung|bearbeitet|überarbeitet|geändert|mise? à jour|modifi(?:ée?"
    r"|cation)"
    r"|édité|actualizado|actualización|editado|modificado))(?: (?:on|am|vom|le|el|en))?\s?:?\s*\0",
    re.IGNORECASE,
)
_NO_BREAK = str.maketrans("\xa0\u2009\u202f", "   ")
# Days that are not read: those of no fixed order, and those told from the day of reading.
_OTHER_DAYS = re.compile(
    r"(?<!\d)\d{1,2}[/.]\d{1,2}[/.](?:\d\d){1,2}\b|\b\d{4}/\d\d/\d\d\b"
    r"|\b\d+ (?:minute|hour|day|week|month|year)s? ago\b"
    r"|\bvor \d+ (?:stunde|tag|woche|monat|jahr)(?:e?n)?\b|\bil y a \d+ (?:jours?|semaines?|mois"
    r"|ans?)\b"
    r"|\bhace \d+ (?:días?|semanas?|mes(?:es)?|años?)\b",
    re.IGNORECASE,
)
# What stands around the facts, in English, German, French and Spanish.
_WORDS = re.compile(
    r"\b(?:date de (?:diffusion|publication)|fecha de (?:publicación|emisión)"
    r"|podcast|show|listen|downloads?|mp3|m4a|ogg|opus|audio|file|size|aired|uploaded|posted"
    r"|published|released?|recorded|written|updated?|hosted|created|presented|revised|reviewed"
    r"|(?:release |publication |publish )?date|duration|length|running"
    r"|time|runtime|by|on|in|at|from|and|modified|edited|last"
    r"|with"
    r"|[\d.,]+ ?[km]? (?:comments?|replies|likes?|plays|downloads|views|aufrufe|vues"
    r"|visualizaciones|vistas)|pódcast|am|pm|utc|gmt|et"
    r"|\d+(?:[.,]\d+)? ?[kmg]i?b"
    r"|author|details|host|topics?|keywords|themen|sujets|temas"
    r"|category|categories|(?:filed|posted) under|tags?|tagged(?: with)?|comments?|replies"
    r"|post (?:author|published|last modified|category|comments)"
    r"|(?:mon|tues?|wednes|thurs?|fri|satur|sun)day|[ecmp][ds]t"
    r"|mit|laufzeit|spieldauer|veröffentlicht|erschienen|erstellt|gesendet|sendung|herunterladen"
    r"|geschrieben|gepostet|am|um|uhr"
    r"|von|zuletzt|aktualisiert|bearbeitet|überarbeitet|geändert"
    r"|vom|dauer|länge|datum|kategorien?|kommentare?|in|(?:abgelegt|gespeichert) unter"
    r"|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch"
    r"|avec|publiée?|postée?|parue?|diffusée?|mise? en ligne|mise? à jour|dernière|modification"
    r"|modifiée?|éditée?|classée?|télécharger|écrite?"
    r"|rédigée?|le|la|les|par|durée|dans|à"
    r"|catégories?|auteure?|commentaires?|(?:première )?(?:diffusion|publication)"
    r"|(?:émission|épisode) du"
    r"|(?:lun|mar|mercre|jeu|vendre|same)di|dimanche"
    r"|con|en|actualizado|última|actualización|publicad[oa]|emitido|descargar|detalles|escrit[ao]"
    r"|el|editado|modificado|archivado|por|duración|fecha|categorías?"
    r"|comentarios?|autora?|publicación|emisión|(?:programa|episodio) del"
    r"|lunes|martes|miércoles|jueves|viernes|sábado|domingo)\b",
    re.IGNORECASE,
)
_NAME_WORD = r"(?![a-zß-ÿ])[^\W\d_][\w.’'-]*"
_FULL_NAME = rf"{_NAME_WORD}(?: {_NAME_WORD}){{0,3}}"
_ONLY_NAME = re.compile(_FULL_NAME)
# Who made the episode, or who else speaks in it.
_PERSONS = re.compile(
    r"(?<!\w)(?:(?P<by>(?i:by|von|par|por|di):?|(?i:host(?= ))"
    r"|(?i:(?:post )?author|autor(?:in|a)?|auteure?) ?:)"
    r"|(?i:with|mit|avec|con|featuring|feat\.))\s+"
    rf"(?P<names>{_FULL_NAME}(?:(?:, | (?:and|und|et|y|e|&) ){_FULL_NAME}){{0,3}})"
)
_BY = re.compile(
    r"^(?:(?:written|hosted|posted|published|(?:content )?provided|geschrieben"
    r"|veröffentlicht|écrite?|rédigée?|publiée?"
    r"|escrit[oa]|publicad[oa]) )?(?:by|von|par|por)\b:?\s+"
    r"|^(?:author|autor(?:in|a)?|auteure?):\s+",
    re.IGNORECASE,
)


class Facts(NamedTuple):
    """What a line says of an episode, where it says it."""

    published: datetime | None = None
    season: int | None = None
    number: int | None = None
    duration: float | None = None
    itunes_author: str | None = None

    def or_else(self, others: "Facts") -> "Facts":
        """Give these facts, and of the others those that are not among these."""
        return others._replace(
            **{k: fact for k, fact in self._asdict().items() if fact is not None}
        )


def read_byline(
    text: str, names: Collection[str], *, day_first: bool | None = None
) -> Facts | None:
    """Give the facts that a line states, or None if it says anything else.

    Args:
        text: the line.
        names: what may stand in it besides: the author's name and the show's, in lower case.
        day_first: whether the day stands first in a date of figures, see `read_date`.

    >>> facts = read_byline("May 16, 2023 | Season 4, Episode 6 | 45 min | by Ann Lee", ())
    >>> facts.published.day, facts.season, facts.number, facts.duration, facts.itunes_author
    (16, 4, 6, 2700.0, 'Ann Lee')
    >>> read_byline("In May 2023 we met Ann Lee.", {"ann lee"})
    """
    if len(text) > _LONGEST:
        return None
    text = text if text.isascii() else text.translate(_NO_BREAK)
    rest = DATE.sub("\0", text)
    stated = _without_change(text) if rest.count("\0") > 1 else text
    rest = _TIME_OF_DAY.sub(" ", rest).replace("\0", " ")
    rest = _OTHER_DAYS.sub(" ", DAY_OF_MONTH.sub(" ", rest))
    rest = _SHOW_BESIDE.sub(" ", rest)
    rest = _READING_TIME.sub(" ", rest) if _MAY_COUNT.search(rest) else rest
    numbers = [*_NUMBER.finditer(rest)]
    rest = _NUMBER.sub(" ", rest)
    times = [read_duration(time[0]) for time in _PLAY_TIME.finditer(rest)]
    rest = _PLAY_TIME.sub(" ", rest)
    times += [read_duration(time[0].strip(" ,.")) for time in DURATION.finditer(rest) if time[0]]
    rest = DURATION.sub(" ", rest)
    facts = Facts(
        published=read_date(stated, day_first=day_first),
        season=_last(numbers, "season", "short_season"),
        number=_last(numbers, "number", "short_number"),
        duration=max(filter(None, times), default=None),
    )
    persons = _PERSONS.search(rest)
    if persons and (any(facts) or (persons["by"] and " " in persons["names"])):
        rest = rest[: persons.start()] + rest[persons.end() :]
        facts = facts._replace(itunes_author=persons["names"] if persons["by"] else None)
    unnamed = rest
    for name in names:
        unnamed = re.sub(re.escape(name), " ", unnamed, flags=re.IGNORECASE)
    rest, unnamed = _WORDS.sub(" ", rest), _WORDS.sub(" ", unnamed)
    # Beside a date, a name is the author's.
    is_dated = facts.published is not None or bool(_OTHER_DAYS.search(text))
    is_name = is_dated and (_NAME.fullmatch(rest) or _NAME.fullmatch(unnamed))
    return None if any(map(str.isalnum, unnamed)) and not is_name else facts


def write_byline(episode: Episode, by: str) -> str:
    """Write when an episode was published, how long it is and who made it, as far as it reads back.

    Args:
        episode: the episode.
        by: what says who made it, with ``{}`` for the name.

    >>> write_byline(Episode(duration=1830, itunes_author="Ann Lee"), "by {}")
    '30:30 · by Ann Lee'
    """
    date, author = episode.published, episode.itunes_author
    length = None if episode.duration is None else float(round(episode.duration))
    said = [
        (_day_or_time(date), Facts(published=date)) if date else None,
        (write_clock(length), Facts(duration=length)) if length else None,
        (by.format(author), Facts(itunes_author=author)) if author else None,
    ]
    kept = [part for part in said if part and read_byline(part[0], ()) == part[1]]
    line = " · ".join(words for words, _ in kept)
    stated = functools.reduce(Facts.or_else, (facts for _, facts in kept), Facts())
    return line if read_byline(line, ()) == stated else ""


def is_full_name(line: str) -> bool:
    """Say whether a line is a person's name: two words or more with capitals.

    >>> is_full_name("Ann Lee"), is_full_name("Ann")
    (True, False)
    """
    return " " in line and bool(_ONLY_NAME.fullmatch(line))


def without_by(name: str) -> str:
    """Give a name without the words that say what its bearer did.

    >>> without_by("Escrito por: Ann Lee"), without_by("Byron")
    ('Ann Lee', 'Byron')
    """
    return _BY.sub("", name)


def _without_change(line: str) -> str:
    """Give a line of several dates without the first, if that is when the page was changed."""
    first = next(DATE.finditer(line))
    is_changed = _CHANGED.search(f"{line[: first.start()]}\0")
    return line[first.end() :] if is_changed else line


def _day_or_time(instant: datetime) -> str:
    """Write the day alone where the time says no more, as `read_date` understands it."""
    is_day = instant.utcoffset() == timedelta() and instant.time() == time()
    return instant.date().isoformat() if is_day else instant.isoformat(sep=" ")


def _last(numbers: list[re.Match[str]], *names: str) -> int | None:
    """Give the last number that stands under one of these names."""
    found = [number[name] for number in numbers for name in names if number[name]]
    return int(found[-1]) if found else None
