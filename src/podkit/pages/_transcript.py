"""Finds the transcript that stands on a page, and says where it is to be written."""

import re
from collections import Counter

from podkit._clock import read_clock, write_clock
from podkit._text import check_text
from podkit.errors import OnProblem, Problem, UnrepresentableError
from podkit.models import Cue, EpisodePage, Paragraph, Section, ShowNotes, Transcript
from podkit.notes._blocks import Block, Blocks, tidy, tidy_line
from podkit.notes._sections import divide

__all__ = ["cue_parts", "sections_with_cues", "take_notes"]

_TIME = r"[(\[](\d{1,3}(?::\d{2}){1,2}(?:[.,]\d{1,3})?)[)\]]"
_NAME = r"([^\W\d_][^\s:()\[\]]*(?: [^\s:()\[\]]+){0,4})"
# ``Ann: …``, ``Ann (0:14): …``, ``[0:14] Ann: …`` and ``Ann: [0:14] …``.
_LEAD = re.compile(rf"(?:{_TIME}\s*)?{_NAME}(?:\s*{_TIME})?\s*:\s+(?:{_TIME}\s*)?")
_MARKED_LEAD = re.compile(rf"([^:].*?)(?:\s*{_TIME})?\s*:?", re.DOTALL)
_TIME_FIRST = re.compile(rf"{_TIME}\s*")
# What a text counts or labels with, in the manner of a speaker's name.
_NO_NAMES = frozenset(
    [
        *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
        *("first", "second", "third", "finally", "note", "warning", "update", "ps"),
    ]
)
_LEAST_TURNS = 2


def take_notes(blocks: Blocks, on_problem: OnProblem) -> tuple[ShowNotes, Transcript | None]:
    """Put the blocks of a page together: its notes, and the transcript, whose section stays empty.

    A paragraph of the transcript that is nothing but a link stays in its section.
    """
    sections: list[Section] = []
    cues: list[Cue] = []
    for part in divide(blocks):
        if part.kind == "transcript":
            said = [block for block in part.blocks if not _is_link(block)]
            part.blocks = [block for block in part.blocks if _is_link(block)]
            # A source that states where the transcript is also marks who speaks.
            names = frozenset() if part.is_stated else _names(said)
            cues += [_read_cue(block, names) for block in said]
            _report_links(said, on_problem)
        sections.append(part.section())
    transcript = Transcript(cues=tuple(cues)) if cues else None
    return ShowNotes(sections=tuple(sections)), transcript


def sections_with_cues(page: EpisodePage) -> list[tuple[Section, tuple[Cue, ...]]]:
    """Give the sections of a page, and the cues that are to be written in each.

    They are written in the first section for a transcript; if there is none, in one at the end.

    >>> page = EpisodePage(transcript=Transcript(cues=[Cue(text="Hello.")]))
    >>> [(section.heading, len(cues)) for section, cues in sections_with_cues(page)]
    [('Transcript', 1)]
    """
    sections = list(page.notes.sections)
    cues = page.transcript.cues if page.transcript else ()
    kinds = [section.kind for section in sections]
    if cues and "transcript" not in kinds:
        sections.append(Section(kind="transcript", heading="Transcript"))
        kinds.append("transcript")
    place = kinds.index("transcript") if cues else None
    return [(section, cues if i == place else ()) for i, section in enumerate(sections)]


def cue_parts(cue: Cue, where: str) -> tuple[str, str]:
    """Give what stands before the words of a cue, which is who speaks and when, and the words.

    Raises:
        UnrepresentableError: the cue starts before the audio does, or a text holds half a surrogate
            pair.

    >>> cue_parts(Cue(text="Hello,  my love.", speaker="Ann", start=14), "cue")
    ('Ann (0:14):', 'Hello, my love.')
    """
    speaker = tidy_line(cue.speaker or "", f"{where}.speaker")
    text = Paragraph(content=tidy([cue.text])).text
    if text:
        check_text(text, f"{where}.text")
    time = ""
    if cue.start is not None:
        if cue.start < 0:
            raise UnrepresentableError(f"{cue.start} is before the audio begins", where=where)
        start = round(cue.start, 3)
        time = f"({write_clock(start, decimals=0 if start.is_integer() else 3)})"
    lead = " ".join(filter(None, (speaker, time)))
    return f"{lead}:" if speaker else lead, text


def _is_link(block: Block) -> bool:
    return len(block.paragraph.content) == len(block.paragraph.links) == 1


def _report_links(blocks: list[Block], on_problem: OnProblem) -> None:
    for block in blocks:
        for link in block.paragraph.links:
            if link.url and link.url != link.text:
                message = f"a transcript has no place for a link's target, {link.url:.80}"
                on_problem(Problem(id="link-in-transcript", message=message, line=block.line))


def _names(blocks: list[Block]) -> frozenset[str]:
    """Find the names with which at least two paragraphs begin."""
    leads = filter(None, (_LEAD.match(block.text) for block in blocks))
    return frozenset(
        name
        for name, count in Counter(lead[2] for lead in leads).items()
        if count >= _LEAST_TURNS and name.casefold() not in _NO_NAMES and not name[0].islower()
    )


def _read_cue(block: Block, names: frozenset[str]) -> Cue:
    text = (block.paragraph.bullet or "") + block.text
    speaker, time, words = _marked_lead(block) or _plain_lead(text, names)
    start = block.start if time is None else read_clock(time)
    if not words:
        return Cue(text=text, start=block.start, end=block.end)
    return Cue(text=words, start=start, end=block.end, speaker=speaker)


def _marked_lead(block: Block) -> tuple[str | None, str | None, str] | None:
    """Give speaker, time and words of a cue whose source marks who speaks, by bold type say."""
    if not block.lead:
        return None
    words = block.text[len(block.lead) :]
    head = _MARKED_LEAD.fullmatch(block.lead)
    if head is None or not (block.lead.endswith(":") or words.startswith(":")):
        return None
    time, words = _split_time(words.removeprefix(":").lstrip())
    return head[1], head[2] or time, words


def _plain_lead(text: str, names: frozenset[str]) -> tuple[str | None, str | None, str]:
    """Give speaker, time and words of a cue; a speaker is one of these names."""
    lead = _LEAD.match(text)
    if lead and lead[2] in names:
        return lead[2], lead[1] or lead[3] or lead[4], text[lead.end() :]
    return None, *_split_time(text)


def _split_time(text: str) -> tuple[str | None, str]:
    time = _TIME_FIRST.match(text)
    return (time[1], text[time.end() :]) if time else (None, text)
