"""Finds the transcript that stands on a page, and says where it is to be written."""

import re
from bisect import bisect
from collections import Counter
from collections.abc import Callable, Iterable
from itertools import pairwise

from podkit._clock import read_clock, write_clock
from podkit._construct import positional
from podkit._markup.blocks import Block, Boundary, tidy, tidy_line
from podkit._markup.sections import Part
from podkit._text import check_text
from podkit.errors import OnProblem, Problem, UnrepresentableError
from podkit.models import (
    Chapter,
    Chapters,
    Cue,
    EpisodePage,
    Link,
    Paragraph,
    Section,
    ShowNotes,
    Transcript,
)
from podkit.pages._boilerplate import is_boilerplate, is_furniture_heading
from podkit.pages._cues import marked_cues, unmarked_cues
from podkit.pages._lines_of_talk import turns_of
from podkit.pages._words import language_of, words_in

__all__ = ["cue_parts", "sections_with_cues", "take_notes", "take_topics"]

_LEAST_TOPICS = 2
# The words of a time that stands above a topic, perhaps with a label such as "Topic 1".
_MOST_BEFORE_TOPIC = 3
_TIME_AT_END = re.compile(r"(?<![\w:.])[(\[]?(?:\d{1,2}:)?\d{1,3}:\d\d[)\]]?\Z")
_transcript: Callable[..., Transcript] = positional(Transcript, "cues")


def take_notes(parts: Iterable[Part], on_problem: OnProblem) -> tuple[ShowNotes, Transcript | None]:
    """Put the parts of a page together: its notes, and the transcript, whose section stays empty.

    A paragraph of the transcript that is nothing but a link stays in its section, unless it says
    who speaks, or when.
    """
    sections: list[Section] = []
    cues: list[Cue] = []
    talk: list[Block] = []  # what may go on under several headings
    for part in parts:
        if part.kind == "transcript":
            said: list[Block] = []
            links: list[Block] = []
            often = _often(part.blocks)
            for block in part.blocks:
                is_kept = _is_link(block) and not _is_of_talk(block, often)
                (links if is_kept else said).append(block)
            # What recurs leads from a speaker's image elsewhere.
            part.blocks = [block for block in links if block.text not in often]
            if part.is_stated:  # the source also marks who speaks
                cues += marked_cues(said)
            else:
                talk += said
            _report_links(said, on_problem)
        sections.append(part.section())
    cues += unmarked_cues(turns_of(_without_foot(talk)))
    transcript = _transcript(tuple(cues)) if cues else None
    return ShowNotes(sections=tuple(sections)), transcript


def take_topics(
    blocks: list[Block | Boundary],
) -> tuple[list[Block | Boundary], Chapters | None]:
    """Take out the headings of a talk that a time stands above: they are chapters.

    Beneath each is a time alone, or several, of what is said.

    >>> from podkit.models import Paragraph
    >>> lines = ["Topic 1 0:00", "Fog", "0:02", "Hello.", "Topic 2 1:14", "Sun", "1:16", "Bye."]
    >>> blocks = [
    ...     Block(paragraph=Paragraph(content=[line]), level=4 if line in ("Fog", "Sun") else None)
    ...     for line in lines
    ... ]
    >>> rest, chapters = take_topics(blocks)
    >>> len(rest), [(chapter.start, chapter.title) for chapter in chapters.chapters]
    (4, [(0.0, 'Fog'), (74.0, 'Sun')])
    """
    lines = [(index, block) for index, block in enumerate(blocks) if isinstance(block, Block)]
    found: dict[int, Chapter] = {}
    taken: set[int] = set()
    for (above, before), (index, block) in pairwise(lines):
        if not block.level or before.level or len(before.text.split()) > _MOST_BEFORE_TOPIC:
            continue
        time = _TIME_AT_END.search(before.text)
        if time:
            start = read_clock(time[0].strip("()[]")) or 0.0
            found[index] = Chapter(start=start, title=block.text)
            taken |= {above, index}
    chapters = tuple(found.values())
    starts = [chapter.start for chapter in chapters]
    are_topics = len(found) >= _LEAST_TOPICS and starts == sorted(starts)
    if not (are_topics and _are_timed([*found, len(blocks)], lines)):
        return blocks, None
    kept = [block for index, block in enumerate(blocks) if index not in taken]
    return kept, Chapters(chapters=chapters)


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
        heading = words_in(language_of(page)).transcript
        sections.append(Section(kind="transcript", heading=heading))
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


def _are_timed(places: list[int], lines: list[tuple[int, Block]]) -> bool:
    """Say whether between each of these places and the next there is a line that is a time."""
    times = [index for index, block in lines if read_clock(block.text) is not None]
    return all(bisect(times, start) < bisect(times, end) for start, end in pairwise(places))


def _without_foot(blocks: list[Block]) -> list[Block]:
    """Give the blocks without those at the end that stand at the foot of all pages."""
    count = len(blocks)
    while count and (_is_foot(blocks[count - 1].text) or _is_way(blocks[count - 1])):
        count -= 1
    return blocks[:count]


def _is_foot(text: str) -> bool:
    is_known = is_boilerplate(text) or is_furniture_heading(text)
    return is_known and any(map(str.isalpha, text))


def _is_way(block: Block) -> bool:
    """Say whether a block is nothing but links, of which there are several."""
    texts = [part for part in block.paragraph.content if isinstance(part, str)]
    return len(block.paragraph.links) > 1 and not any(map(str.strip, texts))


def _often(blocks: list[Block]) -> frozenset[str]:
    """Find the texts of paragraphs that occur again: of those that are short, names."""
    counts = Counter(block.text for block in blocks)
    return frozenset(text for text, count in counts.items() if count > 1)


def _is_of_talk(block: Block, often: frozenset[str]) -> bool:
    """Say whether a link is a time, or named as others are."""
    is_named = block.text in often and block.text != block.paragraph.links[0].url
    return is_named or read_clock(block.text.strip("()[]: ")) is not None


def _is_link(block: Block) -> bool:
    content = block.paragraph.content
    return len(content) == 1 and isinstance(content[0], Link)


def _report_links(blocks: list[Block], on_problem: OnProblem) -> None:
    for block in blocks:
        for link in block.paragraph.links:
            if link.url and link.url != link.text:
                message = f"a transcript has no place for a link's target, {link.url:.80}"
                on_problem(Problem(id="link-in-transcript", message=message, line=block.line))
