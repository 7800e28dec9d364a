"""The blocks that a text is made of, before they are put into sections: what all readers yield."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeAlias

import attrs

from podkit._construct import positional
from podkit._markup.links import with_kinds, with_urls
from podkit._text import check_text
from podkit.errors import UnrepresentableError
from podkit.models import Link, Paragraph, Section

try:
    from podkit._markup._tidy import is_tidy
except ImportError:  # it was not built, or for another Python

    def is_tidy(text: str) -> bool:  # noqa: ARG001
        """Say that a text may not be tidy: without native code, to look takes as long as to mend.

        >>> is_tidy("Hello")
        False
        """
        return False


__all__ = [
    "DEEPEST_POINT",
    "HIGHEST_NUMBER",
    "Block",
    "Blocks",
    "Boundary",
    "nested",
    "tidy",
    "tidy_line",
    "tidy_section",
    "tidy_text",
    "visible",
    "with_content",
    "with_lines",
    "with_text",
]

HIGHEST_NUMBER = 999_999_999  # of a point (CommonMark 0.31, 5.2)
DEEPEST_POINT = 8
# What HTML collapses; a no-break space is none of it.
_WHITE_SPACE = re.compile(r"[ \n]+")
_BLANK_LINES = re.compile(r"\n\s*\n")
_SPACES = re.compile(r" {2,}")
_CONTROLS: dict[int, str | None] = {
    **dict.fromkeys([*range(0x20), *range(0x7F, 0xA0)], " "),
    ord("\n"): "\n",
    0xFEFF: None,  # the mark that tells the order of bytes
}


@attrs.frozen(kw_only=True)
class Block:
    """A heading, a paragraph or a point, as it stands in its source.

    Attributes:
        paragraph: its text and links.
        level: of a heading, from 1 to 6; absent for others.
        lead: the bold or cited words that it begins with, such as a speaker's name.
        start: when it is said, in seconds, where the source says so.
        end: until when.
        line: its first line in the source, counted from 1, where that is known.
        text: the block as plain text.
    """

    paragraph: Paragraph
    level: int | None = None
    lead: str | None = None
    start: float | None = None
    end: float | None = None
    line: int | None = None
    text: str = attrs.field(init=False, eq=False)

    @text.default
    def _text_of_paragraph(self) -> str:
        return self.paragraph.text


@attrs.frozen
class Boundary:
    """Where a section starts whose kind the source tells, or, without a kind, where it ends.

    Attributes:
        kind: the section's kind.
        is_stated: whether the source states it in podkit's words, and all else of the section too.
    """

    kind: str | None = None
    is_stated: bool = True

    @property
    def is_box_end(self) -> bool:
        """Whether it is only where the box ends that holds a heading and what stands under it."""
        return not (self.kind or self.is_stated)


_paragraph: Callable[..., Paragraph] = positional(
    Paragraph, "content", "is_point", "number", "depth", "bullet"
)
_section: Callable[..., Section] = positional(Section, "kind", "heading", "paragraphs")
_link: Callable[..., Link] = positional(Link, "text", "url", "kind", "platform", "address")
Blocks: TypeAlias = Iterable[Block | Boundary]


def tidy(content: Iterable[str | Link]) -> tuple[str | Link, ...]:
    r"""Give the content with white space as browsers show it, and neighbouring texts joined.

    A run of white space is one space, or one line break if it holds any; there is none at the ends,
    nor at the ends of a link. A link without text shows its URL.

    >>> tidy(["Read  our", Link(text=" site "), "\n", "now. "])
    ('Read our ', Link(text='site', url=None, kind='other', platform=None, address=None), '\nnow.')
    """
    parts = list(content)
    texts = [part for part in parts if isinstance(part, str)]
    if len(texts) == len(parts):
        text = tidy_text("".join(texts))
        return (text,) if text else ()
    if len(parts) == 1 and isinstance(parts[0], Link) and is_tidy(parts[0].text):
        return (parts[0],)
    tidied: list[str | Link] = []
    between = gap = ""  # what is known to stand before the next link, and the white space after it
    for part in _joined(parts):
        text = part if isinstance(part, str) else part.text
        body = text.strip()
        if not body:
            gap += text
            continue
        shown = _collapse(body)
        if tidied or between:
            between += _collapse(gap + text[: text.index(body[0])])
        gap = text[len(text.rstrip()) :]
        if isinstance(part, str):
            between += shown
        else:
            tidied += [between] if between else []
            tidied.append(part if shown == text else with_text(part, shown))
            between = ""
    tidied += [between] if between else []
    return tuple(tidied)


def tidy_text(text: str) -> str:
    r"""Give a text with white space as `tidy` has it.

    >>> tidy_text(" Read  our\nsite")
    'Read our\nsite'
    """
    return text if is_tidy(text) else _collapse(visible(text).strip())


def tidy_section(section: Section, where: str) -> Section:
    """Give the section as it reads back: white space tidy, nothing empty, bare URLs as links.

    Raises:
        UnrepresentableError: a text holds half a surrogate pair, or a number is none of a list.

    >>> tidy_section(Section(heading=" Links: ", paragraphs=[Paragraph(content=[" "])]), "section")
    Section(kind='other', heading='Links:', paragraphs=())
    """
    heading = tidy_line(section.heading or "", f"{where}.heading")
    paragraphs: list[Paragraph] = []
    for index, paragraph in enumerate(section.paragraphs):
        content = tidy(paragraph.content)
        linked = with_urls(content)
        if linked is not content:
            content = with_kinds(linked, section.kind)
        if content:
            shown = with_content(paragraph, content)
            place = f"{where}.paragraphs[{index}]"
            check_text(shown.text, place)
            _check_number(paragraph.number, place)
            paragraphs.append(shown)
    return _section(section.kind, heading or None, nested(paragraphs))


def tidy_line(text: str, where: str) -> str:
    r"""Give a text as one line, with its white space tidy.

    Raises:
        UnrepresentableError: it holds half a surrogate pair.

    >>> tidy_line(" Links\n& books: ", "heading")
    'Links & books:'
    """
    line = _WHITE_SPACE.sub(" ", visible(text).strip())
    return check_text(line, where) if line else ""


def nested(paragraphs: Sequence[Paragraph]) -> tuple[Paragraph, ...]:
    """Give the paragraphs with each point at most one deeper than the one before, and no other.

    >>> nested([Paragraph(content=["One"], is_point=True, depth=3)])[0].depth
    0
    """
    if all(paragraph.number is None and not paragraph.depth for paragraph in paragraphs):
        return tuple(paragraphs)
    found = []
    deepest = 0
    for old in paragraphs:
        depth = max(0, min(old.depth, deepest, DEEPEST_POINT)) if old.is_point else 0
        number = old.number if old.is_point else None
        found.append(_paragraph(old.content, old.is_point, number, depth, old.bullet))
        deepest = depth + 1 if old.is_point else 0
    return tuple(found)


def with_content(paragraph: Paragraph, content: tuple[str | Link, ...]) -> Paragraph:
    """Give a paragraph that says something else.

    >>> with_content(Paragraph(content=["One"], is_point=True, number=1), ("Two",)).number
    1
    """
    old = paragraph
    return _paragraph(content, old.is_point, old.number, old.depth, old.bullet)


def with_lines(block: Block, numbers: Iterable[int]) -> Block:
    r"""Give a block with some of its lines alone, counted from 0; what is a link there stays one.

    >>> link = Link(text="our site", url="/")
    >>> block = Block(paragraph=Paragraph(content=["See ", link, ".\n5 Likes"], is_point=True))
    >>> with_lines(block, [0]).paragraph.links == (link,), with_lines(block, [1]).text
    (True, '5 Likes')
    """
    lines: list[list[str | Link]] = [[]]
    for part in block.paragraph.content:
        pieces = (part if isinstance(part, str) else part.text).split("\n")
        shown = pieces if isinstance(part, str) else [with_text(part, piece) for piece in pieces]
        lines[-1].append(shown[0])
        lines += [[piece] for piece in shown[1:]]
    kept = [part for number in numbers for part in ("\n", *lines[number])][1:]
    return attrs.evolve(block, paragraph=with_content(block.paragraph, tidy(kept)))


def with_text(link: Link, text: str) -> Link:
    """Give a link that says something else.

    >>> with_text(Link(text="here", url="/"), "our site").url
    '/'
    """
    return _link(text, link.url, link.kind, link.platform, link.address)


def visible(text: str) -> str:
    r"""Give a text with a space for each control character; only line breaks are left.

    >>> visible("a\tb\x1bc\nd")
    'a b c\nd'
    """
    return text if text.isprintable() else text.translate(_CONTROLS)


def _check_number(number: int | None, where: str) -> None:
    if number is not None and not 0 <= number <= HIGHEST_NUMBER:
        message = f"expected a number from 0 to {HIGHEST_NUMBER:,}, as lists have, not {number}"
        raise UnrepresentableError(message, where=f"{where}.number")


def _joined(content: Iterable[str | Link]) -> Iterator[str | Link]:
    """Give the content with neighbouring texts as one, and links without text showing their URL."""
    texts: list[str] = []
    for part in content:
        if isinstance(part, str):
            texts.append(part)
            continue
        yield visible("".join(texts))
        texts = []
        text = visible(part.text)
        shown = text if text.strip() else part.url or ""
        yield part if shown == part.text else with_text(part, shown)
    yield visible("".join(texts))


def _collapse(text: str) -> str:
    if "\n" in text:
        text = _BLANK_LINES.sub("\n", text)
        return _WHITE_SPACE.sub(lambda run: "\n" if "\n" in run[0] else " ", text)
    return _SPACES.sub(" ", text) if "  " in text else text
