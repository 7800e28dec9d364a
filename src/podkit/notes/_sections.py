"""Puts blocks together to sections, and says which sections a reader would not find by itself."""

import re

import attrs

from podkit.models import Paragraph, Section, ShowNotes
from podkit.notes._blocks import Block, Blocks, Boundary, tidy_section
from podkit.notes._headings import kind_of_heading, kind_of_line

__all__ = ["Part", "divide", "marked", "to_sections"]

# A paragraph that is a heading without being marked as one is no longer than this.
_MOST_LETTERS = 80
_MOST_WORDS = {":": 10, "?": 4}
_PROMOTION = re.compile(
    r"\b(?:click here|sign up|enrol+|register|work with me|book (?:a|your)|buy|order|get your"
    r"|use (?:the )?code|promo code|join (?:me|us|my|our|the)|check out (?:my|our)"
    r"|apply (?:now|today|here))\b"
    r"|\d% off",
    re.IGNORECASE,
)


@attrs.define
class Part:
    """A section as it is put together: its kind, its heading, and its blocks.

    Attributes:
        kind: the section's kind.
        heading: its heading.
        is_stated: whether the source says where it starts and ends, and of what kind it is.
        blocks: what stands in it.
    """

    kind: str
    heading: Block | None = None
    is_stated: bool = False
    blocks: list[Block] = attrs.Factory(list)

    def section(self) -> Section:
        """Give the section."""
        return Section(
            kind=self.kind,
            heading=self.heading.text.replace("\n", " ") if self.heading else None,
            paragraphs=tuple(block.paragraph for block in self.blocks),
        )


def divide(blocks: Blocks) -> list[Part]:
    """Put blocks together: each heading starts a section, and what stands before is the summary.

    At the end of the summary, paragraphs that ask to buy are a section of their own.

    >>> said = [Block(paragraph=Paragraph(content=[text])) for text in ("Hello.", "Links:", "Us")]
    >>> [(part.kind, len(part.blocks)) for part in divide(said)]
    [('summary', 1), ('links', 1)]
    """
    parts: list[Part] = []
    part: Part | None = None
    for block in blocks:
        if isinstance(block, Boundary):
            part = Part(block.kind, is_stated=True) if block.kind else None
            parts += [part] if part else []
        elif part and part.is_stated and block.level and not (part.heading or part.blocks):
            part.heading = block
        elif _is_heading(block, part):
            part = Part(kind_of_heading(block.text) or "other", block)
            parts.append(part)
        else:
            if part is None:
                part = Part("other" if parts else "summary")
                parts.append(part)
            part.blocks.append(block)
    return _without_promotion(parts[0]) + parts[1:] if parts else []


def to_sections(blocks: Blocks) -> tuple[Section, ...]:
    """Put blocks together to sections, as `divide` does."""
    return tuple(part.section() for part in divide(blocks))


def marked(show_notes: ShowNotes) -> list[tuple[str, Section, bool]]:
    """Give each section as it is to be written: its place, its tidy value, and whether to mark it.

    A section needs a mark when reading would not find its kind and its bounds by itself.

    >>> sections = [Section(kind="links", heading="Links:"), Section(kind="guest", heading="Ann")]
    >>> [is_marked for _, _, is_marked in marked(ShowNotes(sections=sections))]
    [False, True]
    """
    places = [f"sections[{index}]" for index in range(len(show_notes.sections))]
    sections = tuple(map(tidy_section, show_notes.sections, places))
    leading = next((i for i, section in enumerate(sections) if section.heading), len(sections))
    marks = [to_sections(_blocks(*sections[:leading])) != sections[:leading]] * leading + [
        not section.heading or to_sections(_blocks(section)) != (section,)
        for section in sections[leading:]
    ]
    return list(zip(places, sections, marks, strict=True))


def _is_heading(block: Block, part: Part | None) -> bool:
    transcript = part.heading if part and part.kind == "transcript" else None
    if block.level is not None:
        # Of the headings within a transcript, those end it that open another section.
        is_within = transcript is not None and block.level > (transcript.level or 0)
        return not is_within or kind_of_heading(block.text) is not None
    if (part and part.is_stated) or block.paragraph.is_point or block.paragraph.links:
        return False
    is_known = kind_of_line(block.text) is not None
    return is_known or (transcript is None and _looks_like_heading(block))


def _looks_like_heading(block: Block) -> bool:
    text = block.text
    if len(text) > _MOST_LETTERS or "\n" in text:
        return False
    return block.lead == text or len(text.split()) <= _MOST_WORDS.get(text[-1], 0)


def _without_promotion(part: Part) -> list[Part]:
    count = len(part.blocks)
    while count and _is_promotion(part.blocks[count - 1]):
        count -= 1
    if part.is_stated or part.heading or count in (0, len(part.blocks)):
        return [part]
    summary, promotion = part.blocks[:count], part.blocks[count:]
    return [Part("summary", blocks=summary), Part("promotion", blocks=promotion)]


def _is_promotion(block: Block) -> bool:
    return not block.paragraph.is_point and bool(_PROMOTION.search(block.text))


def _blocks(*sections: Section) -> list[Block]:
    """Give the blocks of which the sections would be read, if nothing marked them."""
    blocks = []
    for section in sections:
        if section.heading:
            blocks.append(Block(paragraph=Paragraph(content=(section.heading,)), level=2))
        blocks += [Block(paragraph=paragraph) for paragraph in section.paragraphs]
    return blocks
