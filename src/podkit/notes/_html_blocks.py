"""Finds the blocks of an HTML document or fragment, read as browsers read it (WHATWG HTML)."""

import math
from collections.abc import Callable, Iterator

import attrs
from selectolax.lexbor import LexborNode

from podkit.errors import OnProblem, Problem
from podkit.models import Link, Paragraph
from podkit.notes._blocks import Block, Boundary, tidy, visible
from podkit.notes._links import UNKNOWN, clean_url, with_kinds

__all__ = ["html_blocks", "read_seconds"]

_UNREAD = frozenset(
    [
        *("audio", "button", "canvas", "datalist", "embed", "head", "iframe", "input", "math"),
        *("noscript", "object", "script", "select", "style", "svg", "template", "textarea"),
        "video",
    ]
)
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_BLOCK = frozenset(
    [
        *("address", "article", "aside", "blockquote", "body", "caption", "center", "dd"),
        *("details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure"),
        *("footer", "form", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu"),
        *("nav", "ol", "p", "pre", "search", "section", "summary", "table", "tbody", "td"),
        *("tfoot", "th", "thead", "tr", "ul", *_HEADINGS),
    ]
)
_LEADS = ("b", "strong", "cite")


def html_blocks(
    root: LexborNode,
    on_problem: OnProblem,
    *,
    leave_out: Callable[[LexborNode], bool] = lambda _: False,
) -> list[Block | Boundary]:
    """Find the blocks within an element, in order.

    Args:
        root: the element.
        on_problem: receives what was forgiven.
        leave_out: says which nodes within it not to read, nor what is in them.

    >>> from podkit._html import parse_html
    >>> from podkit.errors import ignore
    >>> blocks = html_blocks(parse_html("<h2>Links</h2><ul><li>One<li>Two"), ignore)
    >>> [block.text for block in blocks]
    ['Links', 'One', 'Two']
    """
    reader = _Reader(on_problem)
    for node, is_start in _tags(root, leave_out):
        if is_start:
            reader.start(node)
        else:
            reader.end(node)
    reader.flush()
    return reader.blocks


def _tags(
    root: LexborNode, leave_out: Callable[[LexborNode], bool]
) -> Iterator[tuple[LexborNode, bool]]:
    """Walk through the tree: each node at its start and at its end, its children in between."""
    open_nodes: list[LexborNode] = []
    # What is still to visit, the next one last; None is the end of the last open node.
    waiting: list[LexborNode | None] = [root]
    while waiting:
        node = waiting.pop()
        if node is None:
            yield open_nodes.pop(), False
            continue
        if open_nodes and node.next is not None:
            waiting.append(node.next)
        if leave_out(node):
            continue
        yield node, True
        open_nodes.append(node)
        waiting.append(None)
        if node.tag not in _UNREAD and node.child is not None:
            waiting.append(node.child)


@attrs.define
class _Reader:
    """Gathers text and links until the block ends that holds them."""

    on_problem: OnProblem
    blocks: list[Block | Boundary] = attrs.Factory(list)
    content: list[str | Link] = attrs.Factory(list)
    has_text: bool = False
    has_break: bool = False  # whether a line break was the last thing read
    level: int | None = None
    points: int = 0  # how many entries of lists are open, one within the other
    sections: list[bool] = attrs.Factory(list)  # of each open section, whether its kind is stated
    times: tuple[float | None, float | None] = (None, None)
    # The open link, and where in the content its text starts.
    link: Link | None = None
    link_from: int = 0
    link_is_shown: bool = False
    # The words that the block leads with, and where in the content they start while they are open.
    lead: str | None = None
    lead_from: int | None = None

    def start(self, node: LexborNode) -> None:
        """Read the start of a node, or a text."""
        tag = node.tag
        if tag == "-text":
            self._add(node.text_content)
        elif tag in _BLOCK:
            self.flush()
            self._start_block(tag, node)
        elif tag == "a":
            self._start_link(node.attributes)
        elif tag == "br":
            self._break_line()
        elif tag == "img":
            self._add(node.attributes.get("alt"))
        elif tag in _LEADS and not self.has_text and self.lead is None:
            self.lead_from = len(self.content)

    def end(self, node: LexborNode) -> None:
        """Read the end of a node."""
        tag = node.tag
        if tag in _BLOCK:
            self.flush()
            self._end_block(tag)
        elif tag == "a":
            self._end_link()
            self._leave_link()
        elif tag in _LEADS and self.lead_from is not None:
            self.lead = Paragraph(content=tidy(self.content[self.lead_from :])).text
            self.lead_from = None

    def flush(self) -> None:
        """Make a block of what was gathered."""
        self._end_link()
        paragraph = Paragraph(content=with_kinds(tidy(self.content)), is_point=self.points > 0)
        if paragraph.content:
            start, end = self.times
            self.blocks.append(
                Block(paragraph=paragraph, level=self.level, lead=self.lead, start=start, end=end)
            )
        if self.level and any(link.url for link in paragraph.links):
            message = f"a heading can't hold a link; its text is kept: {paragraph.text:.80}"
            self.on_problem(Problem(id="link-in-heading", message=message))
        self.content, self.link_from = [], 0
        self.has_text = self.has_break = False
        self.lead = self.lead_from = None

    def _add(self, text: str | None) -> None:
        words = visible(text or "").replace("\n", " ")
        self.content.append(words)
        if words.strip():
            self.has_text, self.has_break = True, False

    def _break_line(self) -> None:
        """Break the line; a second break in a row ends the paragraph."""
        if self.has_break and not self.level:
            self.flush()
        else:
            self.content.append("\n")
            self.has_break = self.has_text

    def _start_block(self, tag: str, node: LexborNode) -> None:
        self.level = _HEADINGS.get(tag, self.level)
        self.points += tag == "li"
        attributes = node.attributes if tag in ("p", "section") else {}
        self.times = (
            read_seconds(attributes.get("data-start")),
            read_seconds(attributes.get("data-end")),
        )
        if tag == "section":
            kind = attributes.get("data-kind")
            self.sections.append(bool(kind))
            self.blocks += [Boundary(kind)] if kind else []

    def _end_block(self, tag: str) -> None:
        self.level = None if tag in _HEADINGS else self.level
        self.points -= tag == "li"
        if tag == "section" and self.sections.pop():
            self.blocks.append(Boundary())

    def _start_link(self, attributes: dict[str, str | None]) -> None:
        url, kind = attributes.get("href"), attributes.get("data-kind")
        if url is None and kind is None:
            return  # a mere anchor
        cleaned = clean_url(url or "")
        if url and not cleaned:
            message = f"the target is left out, as its scheme isn't one that notes keep: {url:.80}"
            self.on_problem(Problem(id="unsafe-url", message=message))
        self.link_from, self.link_is_shown = len(self.content), False
        self.link = Link(
            text="",
            url=cleaned,
            kind=kind or UNKNOWN,
            platform=attributes.get("data-platform") if kind else None,
            address=attributes.get("data-address") if kind else None,
        )

    def _end_link(self) -> None:
        """Put the open link where its text stands, if the block has any of it."""
        text = Paragraph(content=tuple(self.content[self.link_from :])).text if self.link else ""
        if self.link and text.strip():
            self.content[self.link_from :] = [attrs.evolve(self.link, text=text)]
            self.link_is_shown = True

    def _leave_link(self) -> None:
        """Close the link; one that leads elsewhere and shows nothing will show its URL."""
        if self.link and self.link.url and not (self.link_is_shown or self.link.url[0] == "#"):
            self.content.append(self.link)
            self.has_text = True
        self.link = None


def read_seconds(text: str | None) -> float | None:
    """Read the seconds that an attribute gives.

    >>> read_seconds("754.2"), read_seconds("soon")
    (754.2, None)
    """
    try:
        seconds = float(text or "")
    except ValueError:
        return None
    return seconds if math.isfinite(seconds) else None
