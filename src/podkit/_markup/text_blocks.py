"""Finds the blocks of a plain text, and writes them."""

import re
from collections.abc import Callable, Iterator

import attrs

from podkit._construct import positional
from podkit._markup.blocks import Block, tidy, tidy_section, visible
from podkit._markup.headings import kind_of_line
from podkit._markup.links import link_entry, with_kinds, with_urls
from podkit._markup.wordings import kind_of_words
from podkit.models import Link, Paragraph, Section

__all__ = ["section_lines", "text_blocks", "with_entries"]

# A point that its source shows without a bullet has an empty one.
_BULLET = re.compile(r"(?:[•●▪◦‣⁃∙]\s*|[·*–—-]\s+)(?=\S)")
_NUMBER = re.compile(r"(\d{1,3})[.)]\s+(?=\S)")
_LEAST_NUMBERED = 2
_WRITTEN_BULLET = "• "
_INDENT = "  "
# The sections whose entries are links, and the most words of an entry without a bullet.
_LISTS_OF_LINKS = frozenset(
    ["contact", "follow", "links", "related_episodes", "resources", "review", "support"]
)
# Those that may ask in sentences that link to nothing.
_ASKING = frozenset({"review", "support"})
_MOST_WORDS = 20
_SENTENCES = re.compile(r"[^\n]*[^\W\d_]{2}\s?[.!?] (?=[^\W\d_])(?![a-zß-ÿ])[^\n]*[.!?]")
_made_block: Callable[..., Block] = positional(Block, "paragraph", "text", "line")
_paragraph: Callable[..., Paragraph] = positional(
    Paragraph, "content", "is_point", "number", "bullet"
)


def text_blocks(text: str) -> Iterator[Block]:
    r"""Find the blocks of a text, in order.

    >>> [(block.text, block.line) for block in text_blocks("Links:\n* One\n* Two\n\nThree\nlines")]
    [('Links:', 1), ('One', 2), ('Two', 3), ('Three\nlines', 5)]
    """
    source = [*visible(text).split("\n"), ""]
    numbered = _numbered(source)
    lines: list[str] = []
    is_heading = is_numbered = False
    for number, line in enumerate(source, start=1):
        was_heading, is_heading = is_heading, kind_of_line(line) is not None
        starts_point = number in numbered or _BULLET.match(line.lstrip())
        if lines and (is_heading or was_heading or starts_point or not line.strip()):
            bullet = _NUMBER if is_numbered else _BULLET
            yield _block("\n".join(lines).strip(), number - len(lines), bullet)
            lines = []
        if line.strip():
            is_numbered = is_numbered if lines else number in numbered
            lines.append(line)


def with_entries(section: Section) -> Section:
    """Give the section with the points and links that its kind makes of its paragraphs.

    >>> section = Section(kind="links", paragraphs=[Paragraph(content=["Send me an email"])])
    >>> with_entries(section).links[0].kind
    'email'
    """
    if section.kind == "key_points" and not section.points:
        entries = [_as_point(line) for line in _by_line(section)]
    elif section.kind in _LISTS_OF_LINKS:
        entries = [_as_entry(line, section.kind) for line in _by_line(section)]
    else:
        return section
    return attrs.evolve(section, paragraphs=tuple(entries))


def section_lines(section: Section, where: str) -> list[str]:
    """Give the heading, the paragraphs and the points of a section as they are written.

    >>> point = Paragraph(content=["Our site"], is_point=True)
    >>> section_lines(Section(heading="Links:", paragraphs=[point]), "sections[0]")
    ['Links:', '• Our site']
    """
    section = tidy_section(section, where)
    lines = [section.heading] if section.heading else []
    lines += [f"{_bullet(paragraph)}{paragraph.text}" for paragraph in section.paragraphs]
    return lines


def _bullet(paragraph: Paragraph) -> str:
    """Give what stands before a point: its bullet as written, its number, or ours."""
    if not paragraph.is_point:
        return ""
    if paragraph.bullet is not None:
        return paragraph.bullet
    mark = _WRITTEN_BULLET if paragraph.number is None else f"{paragraph.number}. "
    return _INDENT * paragraph.depth + mark


def _numbered(lines: list[str]) -> set[int]:
    """Find the lines, counted from 1, that are points of lists which count from 1 on."""
    found: set[int] = set()
    run: list[int] = []
    for index, line in enumerate(lines, start=1):
        shown = line.lstrip()
        number = _NUMBER.match(shown) if shown[:1].isdigit() else None
        if number is None:
            continue
        run = [*run, index] if int(number[1]) == len(run) + 1 else [index] * (number[1] == "1")
        found.update(run[-_LEAST_NUMBERED:] if len(run) >= _LEAST_NUMBERED else [])
    return found


def _block(text: str, line: int, mark: re.Pattern[str]) -> Block:
    bullet = mark.match(text)
    content = with_urls(tidy([text[bullet.end() :] if bullet else text]))
    number = int(bullet[1]) if bullet and mark is _NUMBER else None
    paragraph = _paragraph(content, bool(bullet), number, bullet[0] if bullet else None)
    return _made_block(paragraph, paragraph.text, line)


def _by_line(section: Section) -> Iterator[Paragraph]:
    """Give the paragraphs with each line as one, where none goes on with what one before says."""
    for paragraph in section.paragraphs:
        lines = paragraph.text.split("\n")
        # A platform's name may begin with a small letter.
        goes_on = any(line[0].islower() and "://" not in line for line in lines)
        if paragraph.is_point or len(lines) == 1 or goes_on:
            yield paragraph
            continue
        for line in lines:
            content = with_kinds(with_urls((line,)), section.kind)
            yield attrs.evolve(paragraph, content=content)


def _as_point(paragraph: Paragraph) -> Paragraph:
    bullet = paragraph.bullet if paragraph.is_point else ""
    number = paragraph.number
    return _paragraph(paragraph.content, True, number, bullet)  # noqa: FBT003 -- a field's value


def _as_entry(paragraph: Paragraph, section: str) -> Paragraph:
    is_text = len(paragraph.text.split()) > _MOST_WORDS or _SENTENCES.fullmatch(paragraph.text)
    if not paragraph.is_point and is_text:
        return paragraph
    if (
        section in _ASKING
        and paragraph.text.endswith(".")
        and kind_of_words(paragraph.text) == "other"
    ):
        return paragraph
    entry = _as_point(paragraph)
    # A host in it, without a scheme, is but what is written of where it leads.
    are_hosts = all(_is_host(link) and link.text != entry.text for link in entry.links)
    return entry if not are_hosts else attrs.evolve(entry, content=link_entry(entry.text, section))


def _is_host(link: Link) -> bool:
    return link.url == f"https://{link.text}"
