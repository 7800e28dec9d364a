"""Puts blocks together to sections, and says which sections a reader would not find by itself."""

import re
from itertools import groupby
from operator import itemgetter

import attrs

from podkit._clock import read_clock
from podkit._markup.blocks import Block, Blocks, Boundary, nested, tidy_section, with_content
from podkit._markup.headings import kind_of_heading, kind_of_line
from podkit._markup.links import with_kinds
from podkit.models import Paragraph, Section, ShowNotes

__all__ = ["Part", "divide", "marked", "to_sections"]

# A paragraph that is a heading without being marked as one is no longer than this.
_MOST_LETTERS = 80
_MOST_OF_LABEL = 160  # the letters of one that has its value beside it
_MOST_WORDS = {":": 10, "?": 4}
# What parts of a talk are about, too, so that headings below that of the transcript don't end it.
_SPOKEN_OF = frozenset(
    ["books", "guest", "hosts", "key_points", "news", "people", "picks", "quotes", "summary"]
)
# The sections that are a list of times if all of their points begin or end with one.
_MAY_LIST_TIMES = frozenset({"other", "summary"})
_LEAST_TIMES = 3
_TIMED = re.compile(
    r"[(\[]?(\d{1,3}(?::\d\d){1,2})[)\]]?\s.*\S|\S.*\s[(\[]?(\d{1,3}(?::\d\d){1,2})[)\]]?"
)
# The sections that end with the box that holds their heading.
_IN_BOXES = frozenset({"follow", "player", "review", "support"})
_MOST_WORDS_OF_NAME = 5
_LEAST_OF_TITLE = 4  # words, letters of a word, and turns before it
_ENDS_NO_TITLE = frozenset('.!,;:…”"')
_TURN = re.compile(r"(?:[(\[][\d:.,]+[)\]] ?)?[^\W\d_][^:\n]{0,40}:\s")
_ENDS_SPEECH = frozenset('.!?…”"')
_ENDS_SENTENCE = (".", "!", ",", ";", "…")
# The sections that are often divided by persons, with a name as the heading.
_OF_PERSONS = frozenset({"guest", "hosts", "people", "picks"})
# The sections whose first line may say what their list is of.
_WITH_LISTS = frozenset(["books", "links", "picks", "related_episodes", "resources", "show_notes"])
_PROMOTION = re.compile(
    r"\b(?:click here|sign up|enrol+|register|work with me|book (?:a|your)|buy|order|get your"
    r"|use (?:the )?code|promo code|join (?:me|us|my|our|the)|check out (?:my|our)"
    r"|apply (?:now|today|here))\b"
    r"|\d% off",
    re.IGNORECASE,
)
# What hosts and makers add below a summary, each a section of its own: who paid for the episode,
# and the words of Acast, Megaphone, Simplecast, Spotify's Anchor and others.
_ASIDES = {
    "sponsors": re.compile(
        r"(?:(?:this|today's|today’s) (?:episode|show|podcast)|(?:we|the (?:show|podcast))) "
        r"(?:is|are|was) (?:sponsored|supported|brought to you|made possible) by\b"
        r"|(?:diese|die heutige) (?:folge|episode) wird (?:präsentiert|unterstützt) von\b"
        r"|cet épisode (?:vous )?est (?:sponsorisé|offert) par\b"
        r"|este episodio (?:es|está) patrocinado por\b",
        re.IGNORECASE,
    ),
    "licence": re.compile(
        r"learn more about your ad choices|hosted on acast\b|hosted by simplecast\b"
        r"|(?:privacy & opt-out|see (?:our )?privacy policy|see \S+/privacy\b)"
        r"|(?:hébergé par (?:acast|ausha)|visitez \S+/privacy)\b|advertising inquiries:",
        re.IGNORECASE,
    ),
    "support": re.compile(
        r"(?:--- )?support (?:this|the) (?:podcast|show)(?: (?:by|on|at)\b.{0,60})?:",
        re.IGNORECASE,
    ),
}

_KIND = itemgetter(0)


@attrs.define
class Part:
    """A section as it is put together: its kind, its heading, and its blocks.

    Attributes:
        kind: the section's kind.
        heading: its heading.
        is_stated: whether the source says where it starts and ends, and of what kind it is.
        level: the level of the heading that says its kind, if that is marked.
        has_left_box: whether the box has ended that holds its heading, if it goes on after that.
        blocks: what stands in it.
    """

    kind: str
    heading: Block | None = None
    is_stated: bool = False
    level: int | None = None
    has_left_box: bool = False
    blocks: list[Block] = attrs.Factory(list)

    def section(self) -> Section:
        """Give the section; what its links are for is said by its kind, too."""
        return Section(
            kind=self.kind,
            heading=self.heading.text.replace("\n", " ") if self.heading else None,
            paragraphs=nested([_with_kinds(block.paragraph, self.kind) for block in self.blocks]),
        )


def divide(blocks: Blocks) -> list[Part]:
    """Put blocks together: each heading starts a section, and what stands before is the summary.

    At the end of the summary, paragraphs that ask to buy, name a sponsor or come from the host of
    the feed are sections of their own.

    >>> said = [Block(paragraph=Paragraph(content=[text])) for text in ("Hello.", "Links:", "Us")]
    >>> [(part.kind, len(part.blocks)) for part in divide(said)]
    [('summary', 1), ('links', 1)]
    """
    parts: list[Part] = []
    part: Part | None = None
    for block in blocks:
        if isinstance(block, Boundary):
            if block.is_box_end:
                part = _after_box(part, parts)
                continue
            if _goes_on(block, part or (parts[-1] if parts else None)):
                part = parts[-1]
                continue
            part = Part(block.kind, is_stated=block.is_stated) if block.kind else None
            parts += [part] if part else []
        elif part and _is_its_heading(block, part):
            part.heading = block
        elif _is_heading(block, part):
            part = _opened_by(block, part)
            parts.append(part)
        else:
            if part is None:
                part = Part("other" if any(map(_has_begun, parts)) else "summary")
                parts.append(part)
            part.blocks.append(block)
    for timed in filter(_lists_times, parts):
        timed.kind = "timestamps"
    return _without_asides(parts[0]) + parts[1:] if parts else []


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


def _with_kinds(paragraph: Paragraph, section: str) -> Paragraph:
    content = with_kinds(paragraph.content, section)
    if content is paragraph.content:
        return paragraph
    return with_content(paragraph, content)


def _lists_times(part: Part) -> bool:
    """Say whether all that stands under a heading is points with a time each, in order."""
    is_free = part.heading and part.kind in _MAY_LIST_TIMES and not part.is_stated
    if not is_free or len(part.blocks) < _LEAST_TIMES:
        return False
    last = -1.0
    for block in part.blocks:
        match = _TIMED.fullmatch(block.text) if block.paragraph.is_point else None
        time = read_clock(match[1] or match[2]) if match else None
        if time is None or time <= last:
            return False
        last = time
    return True


def _after_box(part: Part | None, parts: list[Part]) -> Part | None:
    """Give the part that goes on after the box that holds its heading, if it does."""
    if part is None or _ends_in_box(part, parts):
        return None
    part.has_left_box = True
    return part


def _ends_in_box(part: Part, parts: list[Part]) -> bool:
    """Say whether a part ends with the box that holds its heading.

    So do people who are shown before the notes begin.
    """
    is_first = part is parts[0] and part.kind in _OF_PERSONS
    return part.kind in _IN_BOXES or (is_first and bool(part.blocks))


def _goes_on(boundary: Boundary, part: Part | None) -> bool:
    """Say whether what begins, by the page's markup, belongs to the part before: its heading, say.

    A page may mark a transcript and each paragraph in it.
    """
    return part is not None and not boundary.is_stated and part.kind == boundary.kind


def _has_begun(part: Part) -> bool:
    """Say whether a part shows that the notes have begun, as one does not that markup suggests."""
    is_headed = part.heading is not None and part.kind not in (*_IN_BOXES, *_OF_PERSONS)
    return part.is_stated or is_headed or part.kind in ("summary", "other")


def _opened_by(heading: Block, part: Part | None) -> Part:
    """Give the part that a heading opens; a person's name keeps the kind of the part before."""
    kind, level = kind_of_heading(heading.text), heading.level
    if kind is None and part and part.kind in _OF_PERSONS and (level or 0) > (part.level or 6):
        return Part(part.kind, heading, level=part.level)
    return Part(kind or "other", heading, level=level)


def _is_its_heading(block: Block, part: Part) -> bool:
    """Say whether a block is the heading of a part that has begun without one."""
    if part.heading or part.blocks:
        return False
    if not block.level:
        return not part.is_stated and kind_of_line(block.text) == part.kind
    return part.is_stated or kind_of_heading(block.text) == part.kind


def _is_heading(block: Block, part: Part | None) -> bool:
    is_spoken = part is not None and part.kind == "transcript"
    if block.level is not None:
        # Of the headings within a transcript, those end it that open another section.
        level = part.heading.level if part and part.heading else None
        is_within = is_spoken and block.level > (level or 0)
        kind = kind_of_heading(block.text) if is_within else None
        is_spoken_of = bool(level) and kind in _SPOKEN_OF and not (part and part.has_left_box)
        return not is_within or not (kind is None or is_spoken_of)
    is_long = len(block.text) > _MOST_OF_LABEL
    if is_long or (part and part.is_stated) or block.paragraph.is_point or block.paragraph.links:
        return False
    if part and part.blocks and _ends_in_stamp(part.blocks):
        return False  # but the title of a chapter
    if _introduces(block, part):
        return False
    if is_spoken:
        return _ends_talk(block, part)
    return kind_of_line(block.text) is not None or _looks_like_heading(block)


def _ends_talk(block: Block, part: Part | None) -> bool:
    """Say whether a line is the heading of what follows a talk.

    "Host" alone says who speaks; others are what is heard, or what somebody asks.
    """
    kind = kind_of_line(block.text)
    if kind is None:
        is_turn = _TURN.match(block.text) is not None
        return _is_title(block.text) and not is_turn and _is_in_turns(part)
    is_said = block.text[0] in "[(" or (block.text[-1] == "?" and _is_announced(part))
    return kind not in _SPOKEN_OF and not is_said


def _is_title(line: str) -> bool:
    """Say whether a line has a capital on each of its words, save short ones."""
    words = line.split()
    is_short = _LEAST_OF_TITLE <= len(words) <= _MOST_WORDS[":"] and len(line) <= _MOST_LETTERS
    return (
        is_short
        and line[-1] not in _ENDS_NO_TITLE
        and all(word[0].isupper() or len(word) < _LEAST_OF_TITLE for word in words[1:])
        and words[0][0].isupper()
    )


def _is_in_turns(part: Part | None) -> bool:
    """Say whether each of the last paragraphs of a talk begins with who speaks."""
    last = part.blocks[-_LEAST_OF_TITLE:] if part else []
    return len(last) == _LEAST_OF_TITLE and all(_TURN.match(block.text) for block in last)


def _introduces(block: Block, part: Part | None) -> bool:
    """Say whether a line begins what stands under a heading that is marked as such."""
    is_first = part is not None and not part.blocks and part.kind in _WITH_LISTS
    heading = part.heading if part and is_first else None
    is_marked = heading is not None and heading.level is not None
    return is_marked and block.text.endswith(":") and kind_of_line(block.text) is None


def _ends_in_stamp(blocks: list[Block]) -> bool:
    """Say whether the last line is a time that a title follows: 0:00, or after one with a title.

    Two times in a row are a player's.
    """
    if blocks[-1].text[-1] not in "0123456789)]":
        return False
    lines = [line for block in blocks[-3:] for line in block.text.split("\n")]
    *before, time = [read_clock(line.strip("()[] ")) for line in lines[-3:]]
    if time is None or before[-1:] not in ([], [None]):
        return False
    return time == 0 or before[:1] not in ([], [None])


def _is_announced(part: Part | None) -> bool:
    """Say whether the last paragraph of a talk is who speaks, or when."""
    text = part.blocks[-1].text if part and part.blocks else "."
    return len(text.split()) <= _MOST_WORDS_OF_NAME and text[-1] not in _ENDS_SPEECH


def _looks_like_heading(block: Block) -> bool:
    text = block.text
    if len(text) > _MOST_LETTERS or "\n" in text:
        return False
    if block.lead == text and text.endswith(_ENDS_SENTENCE):
        return kind_of_heading(text) is not None
    return block.lead == text or len(text.split()) <= _MOST_WORDS.get(text[-1], 0)


def _without_asides(part: Part) -> list[Part]:
    if part.is_stated or part.heading or part.kind != "summary":
        return [part]
    summary, asides = list(part.blocks), []
    while summary and (kind := _aside(summary[-1])):
        asides.append((kind, summary.pop()))
    if not summary:
        return [part]
    groups = groupby(reversed(asides), key=_KIND)
    return [
        Part("summary", blocks=summary),
        *(Part(kind, blocks=[block for _, block in group]) for kind, group in groups),
    ]


def _aside(block: Block) -> str | None:
    """Give the kind of section that a paragraph is by itself, below a summary."""
    if block.paragraph.is_point:
        return None
    kind = next((kind for kind, form in _ASIDES.items() if form.match(block.text)), None)
    return kind or ("promotion" if _PROMOTION.search(block.text) else None)


def _blocks(*sections: Section) -> list[Block]:
    """Give the blocks of which the sections would be read, if nothing marked them."""
    blocks = []
    for section in sections:
        if section.heading:
            blocks.append(Block(paragraph=Paragraph(content=(section.heading,)), level=2))
        blocks += [Block(paragraph=paragraph) for paragraph in section.paragraphs]
    return blocks
