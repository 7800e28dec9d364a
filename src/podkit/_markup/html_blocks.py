"""Finds the blocks of an HTML document or fragment, read as browsers read it (WHATWG HTML)."""

import math
import re
from collections.abc import Callable, Iterable

import attrs
from selectolax.lexbor import LexborNode

from podkit._construct import positional
from podkit._markup.blocks import Block, Boundary, tidy, with_text
from podkit._markup.links import UNKNOWN, clean_url, with_urls
from podkit.errors import OnProblem, Problem
from podkit.models import Link, Paragraph

__all__ = ["FURNITURE", "html_blocks", "read_seconds"]

FURNITURE = "furniture"

_UNREAD = frozenset(
    [
        *("audio", "button", "canvas", "datalist", "embed", "head", "iframe", "input", "math"),
        *("noscript", "object", "script", "select", "style", "svg", "template", "textarea"),
        *("amp-audio", "video"),
    ]
)
_IN_FOLD = 6
_HEADINGS = {"summary": _IN_FOLD - 1, **{f"h{level}": level for level in range(1, 7)}}
_BLOCK = frozenset(
    [
        *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd"),
        *("details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure"),
        *("footer", "form", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu"),
        *("nav", "ol", "p", "pre", "search", "section", "summary", "table", "tbody", "td"),
        *("tfoot", "th", "thead", "tr", "ul", *_HEADINGS),
    ]
)
_BOXES = frozenset({"aside", "div", "section"})  # what holds a heading and what is under it
_CAN_LEAD = frozenset({"b", "cite", "span", "strong"})
_SPEAKER = re.compile(r"(?<![^\W_])(?:speaker|bold|name|author)(?![^\W_])", re.IGNORECASE)
_MOST_BEFORE_LEAD = 4
_CELLS = 2  # of a row of a table that lists times
# The elements that may stand beside each other in a line without white space, as lists of facts do;
# none of them is in the notes that podkit writes.
_INLINE = frozenset({"b", "small", "span", "strong", "time"})
# Where two of their texts meet that are no parts of one word or number.
_JOINT = re.compile(
    r"[^\W\d_]\n\d|\d\n(?!(?:st|nd|rd|th|er|e)\b)[^\W\d_]|[a-zß-ÿ]{2}\n[A-ZÀ-Þ]"
    r"|[-:/]\d{1,4}\n\d|\d\n\d{1,4}(?:[-:/]\d| [^\W\d_])"
)
_CLOSES = frozenset(")]}:;,.!?–-")  # what may stand at the end of a time
_MOST_BEFORE_JOINT = 20  # letters
_block = positional(Block, "paragraph", "text", "level", "lead", "start", "end")
_link = positional(Link, "text", "url", "kind", "platform", "address")
_paragraph = positional(Paragraph, "content", "is_point")
_TIME = re.compile(r"\s*[(\[]?\d{1,3}(?::\d\d){1,2}[)\]]?\s*")


def html_blocks(
    root: LexborNode,
    on_problem: OnProblem,
    *,
    part_of: Callable[[LexborNode], str | None] = lambda _: None,
) -> list[Block | Boundary]:
    """Find the blocks within an element, in order.

    Args:
        root: the element.
        on_problem: receives what was forgiven.
        part_of: says what part of a page a node within it is, where the node tells: the kind of
            its section, or `FURNITURE` for what is not to be read, nor what is in it.

    >>> from podkit._html import parse_html
    >>> from podkit.errors import ignore
    >>> blocks = html_blocks(parse_html("<h2>Links</h2><ul><li>One<li>Two"), ignore)
    >>> [block.text for block in blocks]
    ['Links', 'One', 'Two']
    """
    reader = _Reader(on_problem)
    reader.read(root, part_of)
    reader.flush()
    return reader.blocks


@attrs.define
class _Reader:
    """Gathers text and links until the block ends that holds them."""

    on_problem: OnProblem
    blocks: list[Block | Boundary] = attrs.Factory(list)
    content: list[str | Link] = attrs.Factory(list)
    has_text: bool = False
    has_break: bool = False  # whether a line break was the last thing read
    # Whether an element within the line was the last to end, and another follows it at once.
    has_end: bool = False
    has_joint: bool = False
    has_control: bool = False  # whether what leads or plays was the last to end
    level: int | None = None
    last_heading: int = -1  # where the last heading is in the blocks, if its box has more
    starts: list[int] = attrs.Factory(list)  # of each open block, how many blocks stood before
    pre: int = 0  # how many elements are open whose line breaks are shown
    folded: int = 0  # how many elements are open that unfold
    row_from: int = 0  # where among the blocks the row of a table starts that was opened last
    # Of each open entry of a list, how many blocks stood before it.
    entries: list[int] = attrs.Factory(list)
    # Of each open block, the kind of its section if that is stated, or told by the node.
    sections: list[str | None] = attrs.Factory(list)
    kinds: list[str] = attrs.Factory(list)  # the same, of those that have one
    times: tuple[float | None, float | None] = (None, None)
    # The open link, and where in the content its text starts.
    link: Link | None = None
    link_from: int = 0
    link_is_shown: bool = False
    # The words that the block leads with, and where in the content they start while they are open.
    lead: str | None = None
    lead_from: int | None = None

    def read(self, root: LexborNode, part_of: Callable[[LexborNode], str | None]) -> None:
        """Walk through the tree, without recursion: it may be deep."""
        open_nodes: list[tuple[str, LexborNode]] = []
        node: LexborNode | None = root
        while node is not None:
            tag = node.tag or ""
            child = None
            if tag == "-text":
                self._add(node.text_content)
            elif (part := part_of(node)) != FURNITURE:
                self._start(tag, node, part)
                child = None if tag in _UNREAD and not self._shows(tag, node) else node.child
                if child is None:
                    self._end(tag, node)
                else:
                    open_nodes.append((tag, node))
            node = child or self._next(node, open_nodes)

    def _next(
        self, node: LexborNode, open_nodes: list[tuple[str, LexborNode]]
    ) -> LexborNode | None:
        """Give the node that follows one that has been read, and end those that end before it."""
        while open_nodes:
            following = node.next
            if following is not None:
                return following
            tag, node = open_nodes.pop()
            self._end(tag, node)
        return None

    def _start(self, tag: str, node: LexborNode, part: str | None) -> None:
        """Read the start of an element that is this part of the page."""
        if tag in _BLOCK:
            self.flush()
            self._start_block(tag, node, part)
        elif tag == "a":
            self._start_link(node.attributes)
        elif tag == "br":
            self._break_line()
        elif tag == "img":
            # Of links beside each other that show pictures, each is a word of its own.
            alternative = node.attributes.get("alt")
            self._add(f" {alternative}" if alternative and self.has_control else alternative)
        elif tag in _INLINE:
            self.has_joint |= self.has_end
        if tag in _CAN_LEAD and self.lead is None and self._is_at_start():
            self.lead_from = len(self.content) if _leads(tag, node) else self.lead_from

    def _shows(self, tag: str, node: LexborNode) -> bool:
        """Say whether a button has the words of a heading that unfolds, or the time of a cue."""
        return tag == "button" and (self.level is not None or bool(_TIME.fullmatch(node.text())))

    def _end(self, tag: str, node: LexborNode) -> None:
        """Read the end of an element."""
        if tag in _BLOCK:
            self.flush()
            self._end_block(tag)
        elif tag == "a":
            self._end_link()
            self._leave_link()
            self.has_control = True
        elif tag == "button":
            self.has_control = True
        elif tag in _INLINE:
            self.has_end = True
        if self.lead_from is not None and tag in _CAN_LEAD and _leads(tag, node):
            self.lead = _text(tidy(self.content[self.lead_from :]))
            self.lead_from = None

    def flush(self) -> None:
        """Make a block of what was gathered."""
        if not self.content:
            self.lead_from = None
            return
        self._end_link()
        content = tidy(self.content)
        # What stands under a heading in an entry is more than a point.
        is_point = bool(self.entries) and self.last_heading < self.entries[-1]
        paragraph = _paragraph(content if self.level else with_urls(content), is_point)
        if paragraph.content:
            self.blocks.append(
                _block(paragraph, paragraph.text, self.level, self.lead, *self.times)
            )
        if self.level:
            self.last_heading = len(self.blocks) - 1
        if self.level and any(link.url for link in paragraph.links):
            message = f"a heading can't hold a link; its text is kept: {paragraph.text:.80}"
            self.on_problem(Problem(id="link-in-heading", message=message))
        self.content, self.link_from = [], 0
        self.has_text = self.has_break = False
        self.lead = self.lead_from = None

    def _is_at_start(self) -> bool:
        """Say whether nothing stands in the block so far, or a time alone."""
        if not self.has_text:
            return True
        if len(self.content) > _MOST_BEFORE_LEAD:
            return False
        return bool(_TIME.fullmatch(_text(self.content)))

    def _add(self, text: str | None) -> None:
        if text and self.pre:
            self.content.append(text)
            self.has_text = self.has_text or not text.isspace()
        elif text and not text.isspace():
            if self.has_joint and self.content:
                self._part(text)
            elif self.has_control and text[0] not in _CLOSES and _TIME.fullmatch(self._last()):
                self.content.append(" ")
            self.has_joint = self.has_end = self.has_control = False
            self.content.append(text.replace("\n", " "))
            self.has_text, self.has_break = True, False
        elif text and self.content:
            # A no-break space is no mere gap.
            self.content.append(" " if text.isascii() else text.replace("\n", " "))

    def _last(self) -> str:
        return _text(self.content[-1:])

    def _part(self, text: str) -> None:
        """Put a space before the text of an element if it is of another kind than the one before.

        Browsers show a gap there, which the page's style makes.
        """
        before = self._last()
        if _JOINT.search(f"{before[-_MOST_BEFORE_JOINT:]}\n{text[:_MOST_BEFORE_JOINT]}"):
            self.content.append(" ")

    def _break_line(self) -> None:
        """Break the line; a second break in a row ends the paragraph."""
        if self.has_break and not self.level:
            self.flush()
        else:
            self.content.append("\n")
            self.has_break = self.has_text

    def _start_block(self, tag: str, node: LexborNode, part: str | None) -> None:
        self.level = self._level(tag)
        self.folded += tag == "details"
        self.pre += tag == "pre"
        if tag == "tr":
            self.row_from = len(self.blocks)
        attributes = node.attributes if tag in ("p", "section") else None
        self.times = _times(attributes) if attributes else (None, None)
        kind = attributes.get("data-kind") if attributes and tag == "section" else None
        self.starts.append(len(self.blocks))
        if tag == "li":
            self.entries.append(len(self.blocks))
        self.sections.append(kind or part)
        if kind or part:
            self.kinds.append(kind or part or "")
            self.blocks.append(Boundary(kind or part, is_stated=bool(kind)))

    def _level(self, tag: str) -> int | None:
        """Give the level of a heading; what unfolds holds all that are below its own."""
        level = _HEADINGS.get(tag, self.level)
        return max(level, _IN_FOLD) if level and self.folded and tag != "summary" else level

    def _end_block(self, tag: str) -> None:
        self.level = None if tag in _HEADINGS else self.level
        self.folded -= tag == "details"
        if tag == "li":
            self.entries.pop()
        self.pre -= tag == "pre"
        if tag == "tr":
            self._join_row()
        start = self.starts.pop()
        kind = self.sections.pop()
        if kind:
            self.kinds.pop()
        if kind and kind in self.kinds[-1:]:
            return  # what holds this one goes on
        if kind or tag == "details":
            self.blocks.append(Boundary())
        elif tag in _BOXES and start <= self.last_heading < len(self.blocks) - 1:
            self.blocks.append(Boundary(is_stated=False))
            self.last_heading = -1

    def _join_row(self) -> None:
        """Make one block of a row that is a time and what happens then, the time first."""
        row = self.blocks[self.row_from :]
        cells = [block for block in row if isinstance(block, Block) and block.level is None]
        cells.sort(key=lambda cell: not _TIME.fullmatch(cell.text))
        if len(cells) == len(row) == _CELLS and _TIME.fullmatch(cells[0].text):
            time, title = cells
            content = tidy([*time.paragraph.content, " ", *title.paragraph.content])
            paragraph = _paragraph(content, title.paragraph.is_point)
            self.blocks[self.row_from :] = [Block(paragraph=paragraph, lead=title.lead)]
        self.row_from = len(self.blocks)

    def _start_link(self, attributes: dict[str, str | None]) -> None:
        url, kind = attributes.get("href"), attributes.get("data-kind")
        if url is None and kind is None:
            return  # a mere anchor
        cleaned = clean_url(url or "")
        if url and not cleaned:
            message = f"the target is left out, as it is unsafe or too long: {url:.80}"
            self.on_problem(Problem(id="unsafe-url", message=message))
        self.link_from, self.link_is_shown = len(self.content), False
        platform = attributes.get("data-platform") if kind else None
        address = attributes.get("data-address") if kind else None
        self.link = _link("", cleaned, kind or UNKNOWN, platform, address)

    def _end_link(self) -> None:
        """Put the open link where its text stands, if the block has any of it."""
        text = _text(self.content[self.link_from :]) if self.link else ""
        if self.link and text.strip():
            self.content[self.link_from :] = [with_text(self.link, text)]
            self.link_is_shown = True

    def _leave_link(self) -> None:
        """Close the link; one that leads elsewhere and shows nothing will show its URL."""
        if self.link and self.link.url and not (self.link_is_shown or self.link.url[0] == "#"):
            self.content.append(self.link)
            self.has_text = True
        self.link = None


def _text(content: Iterable[str | Link]) -> str:
    return "".join([part if isinstance(part, str) else part.text for part in content])


def _leads(tag: str, node: LexborNode) -> bool:
    """Say whether an element is bold, a citation, or called a speaker."""
    if tag == "cite":  # who is quoted comes after what is said, who speaks before
        return node.parent is None or node.parent.tag != "blockquote"
    return tag != "span" or bool(_SPEAKER.search(node.attributes.get("class") or ""))


def _times(attributes: dict[str, str | None]) -> tuple[float | None, float | None]:
    start, end = attributes.get("data-start"), attributes.get("data-end")
    return read_seconds(start), read_seconds(end)


def read_seconds(text: str | None) -> float | None:
    """Read the seconds that an attribute gives.

    >>> read_seconds("754.2"), read_seconds("soon")
    (754.2, None)
    """
    if not text:
        return None
    try:
        seconds = float(text)
    except ValueError:
        return None
    return seconds if math.isfinite(seconds) else None
