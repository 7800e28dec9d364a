"""Writes the tags of show notes: sections, headings, paragraphs, lists and links, nothing else.

What is written has passed nh3 (extra ``pages``) with a list of what it may hold, so that no mistake
of ours can let a script through.
"""

import functools
import re
from html import escape
from itertools import groupby
from typing import TYPE_CHECKING

from podkit._markup.links import check_url, found_links
from podkit._markup.places import SCHEMES
from podkit.errors import UnsupportedFormatError
from podkit.models import Link, Paragraph, Section

if TYPE_CHECKING:
    import nh3

__all__ = [
    "goes_on",
    "heading_tag",
    "link_tag",
    "list_tags",
    "relation",
    "sanitised",
    "section_body",
    "section_html",
    "section_tag",
]

_ALLOWED = {
    "a": {"href", "rel", "data-kind", "data-platform", "data-address"},
    "br": set(),
    "h2": set(),
    "li": set(),
    "ol": {"start"},
    "p": set(),
    "section": {"data-kind"},
    "ul": set(),
}
# A text with many references to characters takes nh3 quadratic time; a comment, which it takes out,
# makes two texts of one.
_MOST = 2000
# Of links that lead elsewhere: they see no opener, and search engines don't count them as advice
# (WHATWG HTML, 4.6.6; Google Search Central, "Qualify your outbound links").
_FOREIGN = "noopener nofollow ugc"
_HOST = re.compile(r"(?:https?:[/\\]*|[/\\]{2,})(?:[^/\\?#@]*@)?([^/\\?#:]+)", re.IGNORECASE)


def sanitised(html: str) -> str:
    """Give a fragment without all that notes don't hold, such as scripts; theirs stay as they are.

    Raises:
        UnsupportedFormatError: nh3 isn't installed.

    >>> sanitised('<p onclick="a()">Hello<script>a()</script> &amp; goodbye</p>')
    '<p>Hello &amp; goodbye</p>'
    """
    return _cleaner().clean(html).replace("&nbsp;", "\xa0")


def section_tag(kind: str) -> str:
    """Write the start tag of a section whose kind is stated.

    >>> section_tag("promotion")
    '<section data-kind="promotion">'
    """
    return f'<section data-kind="{_attribute(kind)}">'


def heading_tag(heading: str) -> str:
    """Write the heading of a section.

    >>> heading_tag("Salt & pepper")
    '<h2>Salt &amp; pepper</h2>'
    """
    return f"<h2>{_text(heading)}</h2>"


def section_html(section: Section, where: str, home: str | None = None) -> str:
    """Write the paragraphs of a tidy section, and neighbouring points as a list, sanitised.

    Args:
        section: the section.
        where: its place, for errors.
        home: a URL of the site that it is written for, whose links are not foreign.

    Raises:
        UnrepresentableError: a link has an unsafe URL.
        UnsupportedFormatError: nh3 isn't installed.

    >>> section_html(Section(paragraphs=[Paragraph(content=["Salt & pepper"])]), "section")
    '<p>Salt &amp; pepper</p>'
    """
    return sanitised("\n".join(section_body(section, where, home)))


def section_body(section: Section, where: str, home: str | None = None) -> list[str]:
    """Write what `section_html` does as lines that are yet to be sanitised.

    >>> section_body(Section(paragraphs=[Paragraph(content=["One"], is_point=True)]), "section")
    ['<ul>', '<li>One</li>', '</ul>']
    """
    lines: list[str] = []
    numbered = enumerate(section.paragraphs)
    for is_list, paragraphs in groupby(numbered, key=lambda entry: entry[1].is_point):
        written = [
            (paragraph, _inline(paragraph, section.kind, f"{where}.paragraphs[{index}]", home))
            for index, paragraph in paragraphs
        ]
        lines += list_tags(written) if is_list else [f"<p>{inline}</p>" for _, inline in written]
    return lines


def list_tags(points: list[tuple[Paragraph, str]]) -> list[str]:
    """Write points as lists, one within the other, as lines.

    Args:
        points: neighbouring points of a tidy section, each with its content as HTML.

    >>> list_tags([(Paragraph(content=["A"], is_point=True, number=3), "A")])
    ['<ol start="3">', '<li>A</li>', '</ol>']
    """
    lines: list[str] = []
    last: list[Paragraph] = []  # of each open list, the last point
    depths = [paragraph.depth for paragraph, _ in points]
    for (point, inline), next_depth in zip(points, [*depths[1:], 0], strict=True):
        while len(last) > point.depth + 1:
            lines += [_end(last.pop()), "</li>"]
        if len(last) > point.depth and not goes_on(last[-1], point):
            lines.append(_end(last.pop()))
        if len(last) == point.depth:
            lines.append(_start(point))
            last.append(point)
        last[-1] = point
        lines.append(f"<li>{inline}" if next_depth > point.depth else f"<li>{inline}</li>")
    while last:
        lines += [_end(last.pop()), *["</li>"] * bool(last)]
    return lines


def goes_on(last: Paragraph, point: Paragraph) -> bool:
    """Say whether a point may be in the list of another one: both have no numbers, or the next.

    >>> one, two = (Paragraph(content=["A"], is_point=True, number=number) for number in (1, 2))
    >>> goes_on(one, two), goes_on(one, one)
    (True, False)
    """
    if last.number is None:
        return point.number is None
    return point.number == last.number + 1


def link_tag(link: Link, found: Link, where: str, home: str | None = None) -> str:
    """Write the start tag of a link, with its kind where it differs from what a reader found.

    >>> link = Link(text="Tell us", kind="email")
    >>> link_tag(link, link, "link")
    '<a data-kind="email">'
    >>> link_tag(Link(text="Bob", url="https://example.com/"), Link(text="Bob"), "link")
    '<a href="https://example.com/" rel="noopener nofollow ugc" data-kind="other">'
    """
    url = None if link.url is None else check_url(link.url, where)
    rel = relation(url or "", home)
    facts = {"href": url, "rel": f"{rel} sponsored" if rel and link.kind == "sponsor" else rel}
    if link != found or link.url is None:
        facts |= {"data-kind": link.kind}
        facts |= {"data-platform": link.platform, "data-address": link.address}
    stated = [f' {name}="{_attribute(fact)}"' for name, fact in facts.items() if fact is not None]
    return f"<a{''.join(stated)}>"


def relation(url: str, home: str | None) -> str | None:
    """Give the ``rel`` of a link that leads to another host than home does, or None.

    Args:
        url: where the link leads.
        home: a URL of the site that it is written for.

    >>> relation("https://example.com/", "https://example.org/")
    'noopener nofollow ugc'
    >>> relation("/about", None), relation("https://example.com/a", "https://example.com/")
    (None, None)
    """
    return None if _host(url) in ("", _host(home or "")) else _FOREIGN


@functools.cache
def _cleaner() -> "nh3.Cleaner":
    try:
        import nh3  # noqa: PLC0415 -- only those who write HTML need it
    except ImportError as error:
        message = "writing notes as HTML needs nh3: install podkit[pages]"
        raise UnsupportedFormatError(message) from error
    return nh3.Cleaner(
        tags=set(_ALLOWED), attributes=_ALLOWED, url_schemes=set(SCHEMES), link_rel=None
    )


def _attribute(text: str) -> str:
    """Write a text as the value of an attribute, on one line, which Markdown doesn't end."""
    return escape(text).replace("\n", "&#10;").replace("\r", "&#13;")


def _host(url: str) -> str:
    """Give the host of a URL of the web, as browsers find it, or nothing for any other."""
    host = _HOST.match(url)
    return host[1].lower() if host else ""


def _inline(paragraph: Paragraph, section: str, where: str, home: str | None) -> str:
    if not paragraph.links:
        return _text(paragraph.text)
    found = iter(found_links(paragraph.content, section))
    return "".join(
        [
            _text(part)
            if isinstance(part, str)
            else f"{link_tag(part, next(found), where, home)}{_text(part.text)}</a>"
            for part in paragraph.content
        ]
    )


def _start(point: Paragraph) -> str:
    if point.number is None:
        return "<ul>"
    return "<ol>" if point.number == 1 else f'<ol start="{point.number}">'


def _end(point: Paragraph) -> str:
    return "</ul>" if point.number is None else "</ol>"


def _text(text: str) -> str:
    if len(text) <= _MOST:
        return escape(text, quote=False).replace("\n", "<br>")
    parts = (text[start : start + _MOST] for start in range(0, len(text), _MOST))
    return "<!---->".join(escape(part, quote=False) for part in parts).replace("\n", "<br>")
