"""Reads Markdown as HTML, and writes the blocks of show notes as Markdown (CommonMark 0.31).

Read are also the tables and the text struck through of GitHub Flavored Markdown.
"""

import re
from itertools import groupby
from typing import TYPE_CHECKING

from podkit._markdown import escape_heading, escape_text
from podkit._markup.html_tags import goes_on, link_tag
from podkit._markup.links import check_url, found_links
from podkit.errors import ParseError, UnsupportedFormatError
from podkit.models import Link, Paragraph, Section

if TYPE_CHECKING:
    from markdown_it.rules_block import StateBlock

__all__ = ["section_blocks", "to_html"]

_DEEPEST = 40  # how deep quotes and lists may nest; the parser drops what is deeper
_SPECIAL_IN_URL = re.compile(r"[<>()\\]|&(?=#?\w{1,40};)")
_BOX = re.compile(r"\A\\\[([ xX])\\\] ")  # as it is escaped
_AUTOLINK = re.compile(r"https?://[^\s<>]+")
# A line that begins with a time is one by itself, though CommonMark joins it to the one before.
_BEFORE_STAMP = re.compile(r"(?<![\s\\])\n(?=[ ]{0,3}(?:\*\*|__)?[(\[]{0,2}@?\d{1,3}:\d{2}(?!\d))")
_BEFORE_FOOTNOTE = re.compile(r"(?<![\n\\])\n(?=[ ]{0,3}\[\^[\w-]{1,40}\]:[ \t])")
_FOOTNOTE = re.compile(r"\\\[\^([\w-]{1,40})\\\](?!\()")  # as it is escaped


def to_html(text: str) -> str:
    r"""Give the HTML that Markdown makes of a text, lines that begin with a time kept apart.

    Footnotes stay as they are, each a paragraph of its own.

    >>> to_html("*Hello*")
    '<p><em>Hello</em></p>\n'
    """
    try:
        import markdown_it  # noqa: PLC0415 -- only those who read Markdown need it
    except ImportError as error:
        message = "reading Markdown needs markdown-it-py: install podkit[pages]"
        raise UnsupportedFormatError(message) from error
    parser = markdown_it.MarkdownIt("commonmark", {"maxNesting": _DEEPEST})
    parser.enable(["table", "strikethrough"])
    parser.block.ruler.at("reference", _target)
    # URLs stay as written; whether they are safe is judged when the HTML is read.
    vars(parser).update(validateLink=bool, normalizeLink=str, normalizeLinkText=str)
    apart = _BEFORE_FOOTNOTE.sub("\n\n", _BEFORE_STAMP.sub("  \n", text))
    tokens = parser.parse(apart)
    if any(token.level >= _DEEPEST - 1 for token in tokens):
        raise ParseError(f"lists and quotes nest too deeply: {_DEEPEST} within each other")
    return str(parser.renderer.render(tokens, parser.options, {}))


def _target(state: "StateBlock", start: int, end: int, silent: bool) -> bool:  # noqa: FBT001 -- as called
    """Read a line that gives the target of links; a footnote is none."""
    from markdown_it.rules_block import reference  # noqa: PLC0415 -- as above

    is_note = state.src.startswith("[^", state.bMarks[start] + state.tShift[start])
    return not is_note and reference(state, start, end, silent)


def section_blocks(section: Section, where: str) -> list[str]:
    r"""Write the heading, the paragraphs and the lists of a section.

    >>> section_blocks(Section(heading="C #", paragraphs=[Paragraph(content=["1. One"])]), "")
    ['## C \\#', '1\\. One']
    """
    blocks = [f"## {escape_heading(section.heading)}"] if section.heading else []
    numbered = enumerate(section.paragraphs)
    for is_list, paragraphs in groupby(numbered, key=lambda entry: entry[1].is_point):
        written = [
            (paragraph, _inline(paragraph, section.kind, f"{where}.paragraphs[{index}]"))
            for index, paragraph in paragraphs
        ]
        blocks += [_list(written)] if is_list else [inline for _, inline in written]
    return blocks


def _list(points: list[tuple[Paragraph, str]]) -> str:
    """Write points as lists, one within the other; neighbours with numbers differ in their mark."""
    lines: list[str] = []
    last: list[tuple[Paragraph, str]] = []  # of each open list, the last point and its mark
    for point, text in points:
        del last[point.depth + 1 :]
        mark = "-" if point.number is None else f"{point.number}."
        if len(last) > point.depth:
            before, old = last.pop()
            is_other = not goes_on(before, point)
            if before.number is not None and point.number is not None:
                end = {".": ")", ")": "."}[old[-1]] if is_other else old[-1]
                mark = f"{point.number}{end}"
            lines += [""] * is_other
        elif point.number not in (None, 1):  # which could not start a list below a text at once
            lines += [""] * bool(lines)
        indent = "".join(" " * (len(above) + 1) for _, above in last)
        last.append((point, mark))
        inner = indent + " " * (len(mark) + 1)
        lines.append(f"{indent}{mark} {_with_box(text)}".replace("\n", f"\n{inner}"))
    return "\n".join(lines)


def _with_box(text: str) -> str:
    """Give a point whose box, of a list of tasks, is written as such."""
    return _BOX.sub(r"[\1] ", text)


def _inline(paragraph: Paragraph, section: str, where: str) -> str:
    found = iter(found_links(paragraph.content, section))
    written: list[str] = []
    for part in paragraph.content:
        if isinstance(part, str):
            written.append(_FOOTNOTE.sub(r"[^\1]", escape_text(part)))
            continue
        if written and written[-1].endswith("!"):  # which would make an image of the link
            written[-1] = written[-1][:-1] + r"\!"
        written.append(_link(part, next(found), where))
    return "".join(written)


def _link(link: Link, found: Link, where: str) -> str:
    text = escape_text(link.text)
    if link != found:
        return f"{link_tag(link, found, where)}{text}</a>"
    url = check_url(link.url, where) if link.url else ""
    if link.text == url and _AUTOLINK.fullmatch(url):
        return f"<{url}>"
    target = _SPECIAL_IN_URL.sub(r"\\\g<0>", url)
    return f"[{text}](<{target}>)" if " " in target else f"[{text}]({target})"
