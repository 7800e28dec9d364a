"""Finds the blocks of an HTML document or fragment, read as browsers read it (WHATWG HTML)."""

import math
import re
from collections.abc import Callable, Iterable

import attrs
from selectolax.lexbor import LexborNode

from podkit._construct import positional
from podkit._markup.blocks import (
    HIGHEST_NUMBER,
    Block,
    Boundary,
    tidy,
    tidy_text,
    with_content,
    with_text,
)
from podkit._markup.links import UNKNOWN, clean_url, with_urls
from podkit.errors import OnProblem, Problem
from podkit.models import Link, Paragraph

__all__ = ["ASIDE_TITLE", "FURNITURE", "html_blocks", "read_seconds"]

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
_LISTS = frozenset({"dir", "menu", "ol", "ul"})
_INTEGER = re.compile(r"[+-]?\d{1,10}", re.ASCII)
# Of what is open, some things depend.
_COUNTED = frozenset({"details", "li", "pre", "tr", *_LISTS})
# What holds a heading and what is under it.
_BOXES = frozenset({"article", "aside", "div", "section"})
_CAN_LEAD = frozenset({"b", "cite", "span", "strong"})
_BOLD = frozenset({"b", "strong"})
# A paragraph that is the title of a note beside the text.
ASIDE_TITLE = re.compile(
    r"(?<![^\W_])(?:admonition|alert|aside|block|callout|hint|infobox|note|tip)[-_]{1,2}"
    r"(?:heading|title)(?![^\W_])",
    re.IGNORECASE,
)
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
_paragraph = positional(Paragraph, "content", "is_point", "number", "depth")
_plain_paragraph = positional(Paragraph, "content")
_CUES = ("cue-", "t=")  # how the names begin that podkit gives to cues
# Where the marks of footnotes lead, as many makers name the place, and what leads back.
_NOTE = re.compile(r"#(?:user-content-)?(?:fn|footnote|cite_note)(?:\d+|[:_-](?!ref)[\w:-]+)\Z")
_BACK = re.compile(r"#\S*(?:ref|anchor|link|back)\S* \s*[↑↩⤴^]\ufe0e?\d*\s*")
_TIME = re.compile(r"\s*[(\[]?\d{1,3}(?::\d\d){1,2}[)\]]?\s*")


def html_blocks(
    root: LexborNode,
    on_problem: OnProblem,
    *,
    part_of: Callable[[LexborNode, str], str | None] = lambda _, __: None,
) -> list[Block | Boundary]:
    """Find the blocks within an element, in order.

    Args:
        root: the element.
        on_problem: receives what was forgiven.
        part_of: says what part of a page a node with this tag is, where the node tells: the kind
            of its section, or `FURNITURE` for what is not to be read, nor what is in it. It need
            not be asked of the bold words that a paragraph begins with.

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
    # Of each open list, the number of its next entry, if it is numbered, and what is added then.
    lists: list[tuple[int | None, int]] = attrs.Factory(list)
    numbers: list[int | None] = attrs.Factory(list)  # of each open entry, until it is shown
    # Of each open block, the kind of its section if that is stated, or told by the node.
    sections: list[str | None] = attrs.Factory(list)
    kinds: list[str] = attrs.Factory(list)  # the same, of those that have one
    times: tuple[float | None, float | None] = (None, None)
    is_cue: bool = False  # whether the open block is a cue by its name, whose URLs are no links
    is_title: bool = False  # whether it is the title of a note beside the text
    # The open link, and where in the content its text starts.
    link: Link | None = None
    link_from: int = 0
    link_is_shown: bool = False
    # The words that the block leads with, and where in the content they start while they are open.
    lead: str | None = None
    lead_from: int | None = None

    def read(self, root: LexborNode, part_of: Callable[[LexborNode, str], str | None]) -> None:
        """Walk through the tree, without recursion: it may be deep."""
        open_nodes: list[tuple[str, LexborNode]] = []
        node: LexborNode | None = root
        while node is not None:
            tag = node.tag or ""
            child = None
            if tag == "-text":
                self._add(node.text_content)
            elif (part := part_of(node, tag)) != FURNITURE and not (
                tag == "p" and part is None and self._takes_plain(node)
            ):
                self._start(tag, node, part)
                child = None if tag in _UNREAD and not self._shows(tag, node) else node.child
                if child is None:
                    self._end(tag, node)
                else:
                    open_nodes.append((tag, node))
            # Go on with what is within the node, or follows it once all has ended that ends here.
            while child is None and open_nodes:
                child = node.next
                if child is None:
                    tag, node = open_nodes.pop()
                    self._end(tag, node)
            node = child

    def _takes_plain(self, node: LexborNode) -> bool:
        """Read at once a paragraph that is only text, perhaps after bold words, as most are."""
        child = node.child
        if child is None or self.pre or self.level or self.link or self.entries:
            return False
        words = None if child.tag == "-text" else child.child
        last = child if words is None else child.next
        if last is None or last.next is not None or last.tag != "-text":
            return False
        is_led = words is not None and words.next is None and child.tag in _BOLD
        lead = words.text_content if words is not None and is_led else None
        said = last.text_content
        if not said or said.isspace() or (words is not None and (not lead or lead.isspace())):
            return False
        self.flush()
        if self.lead is not None:
            return False
        self._read_attributes("p", node, node.attributes)
        text = tidy_text(f"{lead or ''}{said}".replace("\n", " "))
        if text:
            paragraph = _plain_paragraph((text,) if self.is_cue else with_urls((text,)))
            lead = text if self.is_title else tidy_text(lead.replace("\n", " ")) if lead else None
            self.blocks.append(_block(paragraph, text, None, lead, *self.times))
        self.has_joint = self.has_end = self.has_control = False
        return True

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
        elif tag == "input" and self.entries:
            self._add(_box(node.attributes))
        elif tag in _INLINE:
            self.has_joint |= self.has_end
        if tag in _CAN_LEAD and self.lead is None and self._is_at_start():
            self.lead_from = len(self.content) if _leads(tag, node) else self.lead_from

    def _shows(self, tag: str, node: LexborNode) -> bool:
        """Say whether a button has the words of a heading that unfolds, or the time of a cue."""
        if tag != "button":
            return False
        is_time = bool(_TIME.fullmatch(node.text()))
        return self.level is not None or is_time or _unfolds(node.attributes.get("class"))

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
        is_point = bool(self.entries) and self._is_point()
        number = self.numbers[-1] if is_point else None
        depth = len(self.lists) - 1 if is_point and self.lists else 0
        content = content if self.level or self.is_cue else with_urls(content)
        paragraph = _paragraph(content, is_point, number, depth)
        if content:
            if is_point and not self.level:
                self.numbers[-1] = None
            start, end = self.times
            if self.is_title:
                self.lead = paragraph.text
            self.blocks.append(_block(paragraph, paragraph.text, self.level, self.lead, start, end))
        if self.level:
            self._end_heading(paragraph)
        self.content, self.link_from = [], 0
        self.has_text = self.has_break = False
        self.lead = self.lead_from = None

    def _is_point(self) -> bool:
        """Say whether what an entry holds is a point; under a heading, it is more than that."""
        is_numbered = bool(self.lists) and self.lists[-1][0] is not None
        return is_numbered or self.last_heading < self.entries[-1]

    def _end_heading(self, heading: Paragraph) -> None:
        self.last_heading = len(self.blocks) - 1
        if any(link.url for link in heading.links):
            message = f"a heading can't hold a link; its text is kept: {heading.text:.80}"
            self.on_problem(Problem(id="link-in-heading", message=message))

    def _is_at_start(self) -> bool:
        """Say whether nothing stands in the block so far, or a time alone."""
        if not self.has_text:
            return True
        if len(self.content) > _MOST_BEFORE_LEAD:
            return False
        return bool(_TIME.fullmatch(_text(self.content)))

    def _add(self, text: str | None) -> None:
        if not text:
            return
        if self.pre:
            self.content.append(text)
            self.has_text = self.has_text or not text.isspace()
        elif not text.isspace():
            if self.has_joint and self.content:
                self._part(text)
            elif self.has_control and text[0] not in _CLOSES and _TIME.fullmatch(self._last()):
                self.content.append(" ")
            self.has_joint = self.has_end = self.has_control = False
            self.content.append(text.replace("\n", " "))
            self.has_text, self.has_break = True, False
        elif self.content:
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
        if self.level or tag in _HEADINGS:
            self.level = self._level(tag)
        if tag in _COUNTED:
            self._open(tag, node)
        attributes = node.attributes if tag in ("p", "section") else None
        self._read_attributes(tag, node, attributes)
        kind = attributes.get("data-kind") if attributes and tag == "section" else None
        self.starts.append(len(self.blocks))
        self.sections.append(kind or part)
        if kind or part:
            self.kinds.append(kind or part or "")
            self.blocks.append(Boundary(kind or part, is_stated=bool(kind)))

    def _read_attributes(
        self, tag: str, node: LexborNode, attributes: dict[str, str | None] | None
    ) -> None:
        """Note when a block is said, and whether it is the title of a note, by its attributes."""
        self.times = _times(attributes) if attributes else (None, None)
        name = attributes.get("id") if attributes else None
        self.is_cue = bool(name and name.startswith(_CUES))
        classes = attributes.get("class") if attributes and tag == "p" else None
        self.is_title = bool(classes and ASIDE_TITLE.search(classes)) and _ends_part(node.parent)

    def _open(self, tag: str, node: LexborNode) -> None:
        """Count an element that opens."""
        self.folded += tag == "details"
        self.pre += tag == "pre"
        if tag == "li":
            self._start_point(node.attributes.get("value"))
        elif tag in _LISTS:
            self.lists.append(_counting(tag, node))
        elif tag == "tr":
            self.row_from = len(self.blocks)

    def _close(self, tag: str) -> None:
        """Count an element that is no longer open."""
        self.folded -= tag == "details"
        self.pre -= tag == "pre"
        if tag == "li":
            self.entries.pop()
            self.numbers.pop()
        elif tag in _LISTS:
            self.lists.pop()
        elif tag == "tr":
            self._join_row()
            self.row_from = len(self.blocks)

    def _level(self, tag: str) -> int | None:
        """Give the level of a heading; what unfolds holds all that are below its own."""
        level = _HEADINGS.get(tag, self.level)
        return max(level, _IN_FOLD) if level and self.folded and tag != "summary" else level

    def _end_block(self, tag: str) -> None:
        if tag in _HEADINGS:
            self.level = None
        if tag in _COUNTED:
            self._close(tag)
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

    def _start_point(self, value: str | None) -> None:
        """Count an entry of a list."""
        self.entries.append(len(self.blocks))
        number, step = self.lists[-1] if self.lists else (None, 1)
        if number is not None:
            number = _integer(value, number)
            self.lists[-1] = (number + step, step)
        is_number = number is not None and 0 <= number <= HIGHEST_NUMBER
        self.numbers.append(number if is_number else None)

    def _join_row(self) -> None:
        """Make one block of a row that is a time and what happens then, the time first."""
        row = self.blocks[self.row_from :]
        cells = [block for block in row if isinstance(block, Block) and block.level is None]
        cells.sort(key=lambda cell: not _TIME.fullmatch(cell.text))
        if len(cells) == len(row) == _CELLS and _TIME.fullmatch(cells[0].text):
            time, title = cells
            content = tidy([*time.paragraph.content, " ", *title.paragraph.content])
            paragraph = with_content(title.paragraph, content)
            self.blocks[self.row_from :] = [Block(paragraph=paragraph, lead=title.lead)]

    def _start_link(self, attributes: dict[str, str | None]) -> None:
        url, kind = attributes.get("href"), attributes.get("data-kind")
        if (url is None and kind is None) or "data-start" in attributes:
            return  # a mere anchor, or a time that plays the audio
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
            self.content[self.link_from :] = _shown(self.link, text)
            self.link_is_shown = True

    def _leave_link(self) -> None:
        """Close the link; one that leads elsewhere and shows nothing will show its URL."""
        if self.link and self.link.url and not (self.link_is_shown or self.link.url[0] == "#"):
            self.content.append(self.link)
            self.has_text = True
        self.link = None


def _text(content: Iterable[str | Link]) -> str:
    return "".join([part if isinstance(part, str) else part.text for part in content])


def _shown(link: Link, text: str) -> list[str | Link]:
    """Give a link as it is shown; the marks of footnotes lead nowhere once they are taken out."""
    url = link.url or ""
    if _NOTE.match(url):
        return [text if "[" in text else f"[{text.strip()}]"]
    return [] if url[:1] == "#" and _BACK.fullmatch(f"{url} {text}") else [with_text(link, text)]


def _unfolds(classes: str | None) -> bool:
    """Say whether a button is the heading of what it unfolds."""
    return classes is not None and "accordion" in classes


def _leads(tag: str, node: LexborNode) -> bool:
    """Say whether an element is bold, a citation, or called a speaker."""
    if tag == "cite":  # who is quoted comes after what is said, who speaks before
        return node.parent is None or node.parent.tag != "blockquote"
    return tag != "span" or bool(_SPEAKER.search(node.attributes.get("class") or ""))


def _ends_part(box: LexborNode | None) -> bool:
    """Say whether a heading follows a box, or nothing, so that no other text goes on after it."""
    after = box.next if box is not None else None
    while after is not None and after.tag == "-text":
        after = after.next
    first = after.child if after is not None else None
    return after is None or bool({after.tag, first.tag if first else None} & _HEADINGS.keys())


def _box(attributes: dict[str, str | None]) -> str | None:
    """Give the box of a list of tasks as Markdown has it; one to be ticked by a visitor is none."""
    if attributes.get("type") != "checkbox" or "disabled" not in attributes:
        return None
    return "[x] " if "checked" in attributes else "[ ] "


def _counting(tag: str, node: LexborNode) -> tuple[int | None, int]:
    """Give the number of a list's first entry, if it is numbered, and what is added each time."""
    if tag != "ol":
        return None, 1
    attributes = node.attributes
    if "reversed" in attributes:
        entries = sum(child.tag == "li" for child in node.iter())
        return _integer(attributes.get("start"), entries), -1
    return _integer(attributes.get("start"), 1), 1


def _integer(text: str | None, default: int) -> int:
    return int(text) if text and _INTEGER.fullmatch(text.strip()) else default


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
