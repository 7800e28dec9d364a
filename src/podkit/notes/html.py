"""Show notes as HTML: the fragment that a feed carries in ``<content:encoded>`` (WHATWG HTML).

Read is any document or fragment, as browsers read it. Written are headings, paragraphs, lists and
links, nothing else, and URLs of the schemes http, https, mailto, tel and sms or relative ones.
What reading would not find again by itself is stated: a section's kind and bounds by
``<section data-kind>``, a link's kind by ``data-kind``, ``data-platform`` and ``data-address``; a
link without a target has no ``href``.

A run of white space counts as one space, and what shows nothing is left out, as in browsers.
"""

from html import escape
from itertools import groupby

from podkit._files import Source, Target, read_bytes, write_bytes
from podkit._text import decode
from podkit.errors import OnProblem, ignore
from podkit.models import Link, Paragraph, Section, ShowNotes
from podkit.notes._blocks import tidy_section
from podkit.notes._html_blocks import html_blocks, parse_html
from podkit.notes._links import check_url, found_links
from podkit.notes._sections import marked, to_sections

__all__ = [
    "dumps",
    "link_tag",
    "loads",
    "read",
    "render_section_body",
    "section_tag",
    "write",
]


def loads(text: str | bytes, *, on_problem: OnProblem = ignore) -> ShowNotes:
    """Read notes.

    Args:
        text: the file's text, or its bytes.
        on_problem: receives what was forgiven: the target of a link of an unsafe scheme, or of a
            link in a heading, is left out.

    Raises:
        ParseError: elements nest too deeply.

    >>> show_notes = loads("<p>How we talk.<h2>Links</h2><ul><li><a href='/a'>Our site</a></ul>")
    >>> [(section.kind, len(section.points)) for section in show_notes.sections]
    [('summary', 0), ('links', 1)]
    """
    root = parse_html(decode(text, on_problem))
    return ShowNotes(sections=to_sections(html_blocks(root, on_problem)))


def dumps(show_notes: ShowNotes) -> str:
    """Write notes as a fragment.

    Raises:
        UnrepresentableError: a link has a URL that browsers read as another or that is of an unsafe
            scheme, or a text holds half a surrogate pair.

    >>> link = Link(text="Our <new> site", url="https://example.com/")
    >>> print(dumps(ShowNotes(sections=[Section(heading="Links", kind="links", paragraphs=[
    ...     Paragraph(content=["Read ", link], is_point=True)])])), end="")
    <h2>Links</h2>
    <ul>
    <li>Read <a href="https://example.com/">Our &lt;new&gt; site</a></li>
    </ul>
    """
    lines = []
    for where, section, is_marked in marked(show_notes):
        lines += [section_tag(section.kind)] if is_marked else []
        lines += [f"<h2>{_text(section.heading)}</h2>"] if section.heading else []
        lines += _body(section, where)
        lines += ["</section>"] if is_marked else []
    return "".join(f"{line}\n" for line in lines)


def read(source: Source, *, on_problem: OnProblem = ignore) -> ShowNotes:
    """Read notes from a path or an open binary file, as `loads` does.

    >>> import io
    >>> read(io.BytesIO(b"<h2>Links")).sections[0].heading
    'Links'
    """
    return loads(read_bytes(source), on_problem=on_problem)


def write(show_notes: ShowNotes, target: Target) -> None:
    r"""Write notes to a path or an open binary file, as `dumps` does.

    >>> import io
    >>> file = io.BytesIO()
    >>> write(loads("How we talk."), file)
    >>> file.getvalue()
    b'<p>How we talk.</p>\n'
    """
    write_bytes(target, dumps(show_notes).encode())


def render_section_body(section: Section) -> str:
    """Write the paragraphs of a section, and neighbouring points as a list, without the heading.

    Raises:
        UnrepresentableError: as `dumps` does.

    >>> render_section_body(Section(paragraphs=[Paragraph(content=["Salt & pepper"])]))
    '<p>Salt &amp; pepper</p>'
    """
    return "\n".join(_body(tidy_section(section, "section"), "section"))


def _body(section: Section, where: str) -> list[str]:
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


def section_tag(kind: str) -> str:
    """Write the start tag of a section whose kind is stated.

    >>> section_tag("promotion")
    '<section data-kind="promotion">'
    """
    return f'<section data-kind="{escape(kind)}">'


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
