"""Finds the transcript that stands on a page, and says where it is to be written."""

from collections.abc import Callable, Iterable

from podkit._clock import write_clock
from podkit._construct import positional
from podkit._markup.blocks import Block, tidy, tidy_line
from podkit._markup.sections import Part
from podkit._text import check_text
from podkit.errors import OnProblem, Problem, UnrepresentableError
from podkit.models import Cue, EpisodePage, Link, Paragraph, Section, ShowNotes, Transcript
from podkit.pages._content import is_boilerplate, is_furniture_heading
from podkit.pages._cues import marked_cues, unmarked_cues
from podkit.pages._lines_of_talk import turns_of

__all__ = ["cue_parts", "sections_with_cues", "take_notes"]

_transcript: Callable[..., Transcript] = positional(Transcript, "cues")


def take_notes(parts: Iterable[Part], on_problem: OnProblem) -> tuple[ShowNotes, Transcript | None]:
    """Put the parts of a page together: its notes, and the transcript, whose section stays empty.

    A paragraph of the transcript that is nothing but a link stays in its section.
    """
    sections: list[Section] = []
    cues: list[Cue] = []
    for part in parts:
        if part.kind == "transcript":
            said: list[Block] = []
            links: list[Block] = []
            for block in part.blocks:
                (links if _is_link(block) else said).append(block)
            part.blocks = links
            # A source that states where the transcript is also marks who speaks.
            cues += (
                marked_cues(said)
                if part.is_stated
                else unmarked_cues(turns_of(_without_foot(said)))
            )
            _report_links(said, on_problem)
        sections.append(part.section())
    transcript = _transcript(tuple(cues)) if cues else None
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


def _without_foot(blocks: list[Block]) -> list[Block]:
    """Give the blocks without those at the end that stand at the foot of all pages."""
    count = len(blocks)
    while count and _is_foot(blocks[count - 1].text):
        count -= 1
    return blocks[:count]


def _is_foot(text: str) -> bool:
    is_known = is_boilerplate(text) or is_furniture_heading(text)
    return is_known and any(map(str.isalpha, text))


def _is_link(block: Block) -> bool:
    content = block.paragraph.content
    return len(content) == 1 and isinstance(content[0], Link)


def _report_links(blocks: list[Block], on_problem: OnProblem) -> None:
    for block in blocks:
        for link in block.paragraph.links:
            if link.url and link.url != link.text:
                message = f"a transcript has no place for a link's target, {link.url:.80}"
                on_problem(Problem(id="link-in-transcript", message=message, line=block.line))
