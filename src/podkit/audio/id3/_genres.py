"""Genres, which ID3 has as texts, as numbers of a list, and as both (ID3v2.3, section 4.2.1)."""

import re

from podkit._report import refuse
from podkit.audio.id3._frames import check_text

__all__ = ["genre_name", "read_genre", "write_genre"]

# "17" alone, or "(17)" before a text, which is a finer genre.
_NUMBERS = re.compile(r"\A(?:\d{1,3}\Z|(?:\((?:\d{1,3}|RX|CR)\))+)", re.ASCII)


def read_genre(text: str) -> str:
    """Give genres by their names; a text that starts with a bracket has two of them.

    >>> read_genre("(17)"), read_genre("(4)Eurodisco"), read_genre("((Live)")
    ('Rock', 'Disco / Eurodisco', '(Live)')
    """
    names: list[str | None] = []
    for part in text.split(" / "):
        name = _NUMBERS.sub("", part)
        names += map(_named, re.findall(r"\w+", part[: len(part) - len(name)]))
        names.append(name.removeprefix("(") if name.startswith("((") else name)
    return " / ".join(dict.fromkeys(filter(None, names)))


def write_genre(genre: str, where: str) -> str:
    """Give the text that is read as a genre.

    Raises:
        UnrepresentableError: there is none.

    >>> write_genre("Podcast", "genre"), write_genre("(17)", "genre")
    ('Podcast', '((17)')
    """
    for text in (check_text(genre, where), f"({genre}"):
        if read_genre(text) == genre:
            return text
    return refuse(where, f"{genre!r} would be read as {read_genre(genre)!r}")


def genre_name(number: int) -> str | None:
    """Give the name of a genre, or None where the list has no such number.

    >>> genre_name(17), genre_name(255)
    ('Rock', None)
    """
    import mutagen.id3  # noqa: PLC0415 -- heavy, and few tags have numbers

    return dict(enumerate(mutagen.id3.TCON.GENRES)).get(number)


def _named(number: str) -> str | None:
    if number in ("RX", "CR"):
        return "Remix" if number == "RX" else "Cover"
    return genre_name(int(number)) or number
