"""Writes the tags of show notes: sections, headings, paragraphs, lists and links, nothing else."""

from html import escape
from itertools import groupby

from podkit.models import Link, Paragraph, Section
from podkit.notes._links import check_url, found_links

__all__ = ["heading_tag", "link_tag", "section_body", "section_tag"]


def section_tag(kind: str) -> str:
    """Write the start tag of a section whose kind is stated.

    >>> section_tag("promotion")
    '<section data-kind="promotion">'
    """
    return f'<section data-kind="{escape(kind)}">'


def heading_tag(heading: str) -> str:
    """Write the heading of a section.

    >>> heading_tag("Salt & pepper")
    '<h2>Salt &amp; pepper</h2>'
    """
    return f"<h2>{_text(heading)}</h2>"


def section_body(section: Section, where: str) -> list[str]:
    """Write the paragraphs of a tidy section, and neighbouring points as a list, as lines.

    >>> section_body(Section(paragraphs=[Paragraph(content=["One"], is_point=True)]), "section")
    ['<ul>', '<li>One</li>', '</ul>']
    """
    lines: list[str] = []
    numbered = enumerate(section.paragraphs)
    for is_list, paragraphs in groupby(numbered, key=lambda entry: entry[1].is_point):
        tag = "li" if is_list else "p"
        items = [
            f"<{tag}>{_inline(paragraph, f'{where}.paragraphs[{index}]')}</{tag}>"
            for index, paragraph in paragraphs
        ]
        lines += ["<ul>", *items, "</ul>"] if is_list else items
    return lines


def link_tag(link: Link, found: Link, where: str) -> str:
    """Write the start tag of a link, with its kind where it differs from what a reader found.

    >>> link = Link(text="Tell us", kind="email")
    >>> link_tag(link, link, "link")
    '<a data-kind="email">'
    """
    facts = {"href": None if link.url is None else check_url(link.url, where)}
    if link != found or link.url is None:
        facts |= {"data-kind": link.kind}
        facts |= {"data-platform": link.platform, "data-address": link.address}
    stated = (f' {name}="{escape(fact)}"' for name, fact in facts.items() if fact is not None)
    return f"<a{''.join(stated)}>"


def _inline(paragraph: Paragraph, where: str) -> str:
    found = iter(found_links(paragraph.content))
    return "".join(
        _text(part)
        if isinstance(part, str)
        else f"{link_tag(part, next(found), where)}{_text(part.text)}</a>"
        for part in paragraph.content
    )


def _text(text: str) -> str:
    return escape(text, quote=False).replace("\n", "<br>")
