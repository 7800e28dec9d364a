"""Speakers in plain text: the ``Name: `` at the start of what they say.

Few texts that start with a word and a colon start with a speaker, so the rule is a careful one. Up
to five words are a name where each starts with a capital, a digit or a letter that has no capital,
or is a particle such as ``van``, and the first is no common start of a sentence such as ``Note``.
Where the rule would be wrong, a word joiner, which can't be seen, says so when the text is written:
before the colon for a name that doesn't look like one, after it for a text that looks like a name.
"""

import functools
import re
from typing import NoReturn

from podkit._report import refuse
from podkit.models import Cue

__all__ = ["read_speaker", "speaker_prefix", "write_speaker"]

_JOINER = "\N{WORD JOINER}"
_LONGEST_NAME = 60
_NAME = rf"([^\n:{_JOINER}]{{1,{_LONGEST_NAME}}})({_JOINER}?)"
_BEFORE_COLON = re.compile(_NAME)
_MARKED = re.compile(rf"{_NAME}:{_JOINER}[ \n]")
_MOST_WORDS = 5
_WORD = re.compile(
    r"""[^\W_][^\s.,;!?…"“”„«»()\[\]{}<>|*=]*|(?:[A-Z]\.)+(?:[A-Z])?|(?:Dr|Jr|Mrs?|Ms|Prof|Sr|St)\."""
)
_PARTICLE = re.compile("&|al|and|bin|da|de|del|della|der|di|dos|du|el|la|le|of|the|van|von|y")
# Words that start a sentence, a list or a heading more often than they are somebody's name.
_NO_NAME = re.compile(
    "one|two|three|four|five|six|seven|eight|nine|ten|first|second|third|fourth|fifth|last|finally|"
    "chapter|episode|part|season|section|step|point|number|rule|tip|lesson|reason|fact|myth|again|"
    "also|and|answer|but|caution|disclaimer|edit|example|hint|important|next|no|note|now|ok|okay|"
    "plus|question|remember|reminder|so|spoiler|then|today|tomorrow|update|warning|well|yes",
    re.IGNORECASE,
)


def read_speaker(text: str) -> tuple[str | None, str]:
    """Split a text into its speaker, if it starts with one, and what they say.

    >>> read_speaker("Ludwig van Beethoven: Da da da dum.")
    ('Ludwig van Beethoven', 'Da da da dum.')
    >>> read_speaker("Two: Acceptance.")
    (None, 'Two: Acceptance.')
    """
    name, colon, said = text.partition(": ")
    speaker = _speaker(name) if colon else None
    if speaker:
        said = said.lstrip()
        return (speaker, said) if said else (None, text)
    return _read_rare(text) if ":" in text[: _LONGEST_NAME + 2] else (None, text)


def write_speaker(cue: Cue, where: str) -> str:
    """Write the speaker before what they say, so that both read back.

    Raises:
        UnrepresentableError: they would not.

    >>> write_speaker(Cue(text="Hello.", speaker="Ann"), "cues[3].")
    'Ann: Hello.'
    >>> write_speaker(Cue(text="Hello.", speaker="Ann: Lee"), "cues[3].")
    Traceback (most recent call last):
    podkit.errors.UnrepresentableError: cues[3].speaker: would not read back: 'Ann: Lee: Hello.'
    """
    if cue.speaker is not None:
        return f"{speaker_prefix(cue.speaker) or _refuse(cue, f'{where}speaker')}{cue.text}"
    if ":" not in cue.text[: _LONGEST_NAME + 2] or read_speaker(cue.text) == (None, cue.text):
        return cue.text
    marked = cue.text.replace(":", f":{_JOINER}", 1)
    return marked if read_speaker(marked) == (None, cue.text) else _refuse(cue, f"{where}text")


@functools.lru_cache(maxsize=256)
def speaker_prefix(speaker: str) -> str | None:
    """Give what stands before any text for its speaker to be read, or None where nothing does it.

    >>> speaker_prefix("Ann"), speaker_prefix("Ann: Lee")
    ('Ann: ', None)
    """
    for mark in ("", _JOINER):
        if read_speaker(f"{speaker}{mark}: -") == (speaker, "-"):
            return f"{speaker}{mark}: "
    return None


def _read_rare(text: str) -> tuple[str | None, str]:
    """Split a text whose speaker stands on a line of their own, or that is marked to have none."""
    name, _, rest = text.partition(":")
    if rest[:1] == _JOINER and _MARKED.match(text):
        return None, f"{name}:{rest[1:]}"
    speaker = _speaker(name) if rest[:1] == "\n" else None
    said = rest.lstrip()
    return (speaker, said) if speaker and said else (None, text)


def _refuse(cue: Cue, where: str) -> NoReturn:
    name = "" if cue.speaker is None else f"{cue.speaker}: "
    refuse(where, f"would not read back: {f'{name}{cue.text}'!r:.80}")


@functools.lru_cache(maxsize=256)
def _speaker(before_colon: str) -> str | None:
    """Give the name that stands before a colon, if it is one."""
    match = _BEFORE_COLON.fullmatch(before_colon)
    name = match[1].strip() if match else ""
    return name if match and (match[2] or (name and _is_name(name))) else None


def _is_name(name: str) -> bool:
    words = name.split()
    capitalised = [word for word in words if _is_capitalised(word)]
    return (
        len(words) <= _MOST_WORDS
        and not _NO_NAME.fullmatch(words[0])
        and all(word in capitalised or _PARTICLE.fullmatch(word) for word in words)
        and not all(map(str.isdecimal, capitalised))
    )


def _is_capitalised(word: str) -> bool:
    return not word[0].islower() and _WORD.fullmatch(word) is not None
