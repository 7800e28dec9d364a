"""Speakers in plain text: the ``Name: `` at the start of what they say.

Few texts that start with a word and a colon start with a speaker, so the rule is a careful one. Up
to five words are a name where each starts with a capital, a digit or a letter that has no capital,
or is a particle such as ``van``, and the first is no common start of a sentence such as ``Note``.
Where the rule would be wrong, a word joiner, which can't be seen, says so when the text is written:
before the colon for a name that doesn't look like one, after it for a text that looks like a name.
"""

import re

from podkit.models import Cue
from podkit.transcripts._writing import refuse

__all__ = ["read_speaker", "write_speaker"]

_JOINER = "\N{WORD JOINER}"
_PREFIX = re.compile(
    rf"(?P<name>[^\n:{_JOINER}]{{1,60}})(?P<name_mark>{_JOINER}?):(?P<text_mark>{_JOINER}?)"
    r"[ \n]\s*(?P<text>.+)",
    re.DOTALL,
)
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
    match = _PREFIX.match(text)
    if not match:
        return None, text
    if match["text_mark"]:
        mark = match.start("text_mark")
        return None, text[:mark] + text[mark + 1 :]
    name = match["name"].strip()
    return (name, match["text"]) if match["name_mark"] or _is_name(name) else (None, text)


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
    if cue.speaker is None:
        choices = [cue.text, cue.text.replace(":", f":{_JOINER}", 1)]
    else:
        choices = [f"{cue.speaker}{mark}: {cue.text}" for mark in ("", _JOINER)]
    for written in choices:
        if read_speaker(written) == (cue.speaker, cue.text):
            return written
    field = "text" if cue.speaker is None else "speaker"
    return refuse(f"{where}{field}", f"would not read back: {choices[0]!r:.80}")


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
