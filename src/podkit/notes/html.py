"""Show notes as HTML: the fragment that a feed carries in ``<content:encoded>`` (WHATWG HTML).

Read is any document or fragment, as browsers read it. Written are headings, paragraphs, lists and
links, nothing else, and URLs that are relative or of a scheme that leads to the web, a person or a
feed; nh3 (extra ``pages``) sees to it. Links that lead elsewhere say so by ``rel``.
What reading would not find again by itself is stated: a section's kind and bounds by
``<section data-kind>``, a link's kind by ``data-kind``, ``data-platform`` and ``data-address``; a
link without a target has no ``href``.

A run of white space counts as one space, and what shows nothing is left out, as in browsers.
"""

from podkit._files import Source, Target, read_bytes, write_bytes
from podkit._html import parse_html
from podkit._markup.html_blocks import html_blocks
from podkit._markup.html_tags import heading_tag, sanitised, section_body, section_tag
from podkit._markup.sections import marked, to_sections
from podkit._text import decode
from podkit.errors import OnProblem, Problem, ignore
from podkit.models import ShowNotes

__all__ = ["dumps", "loads", "read", "write"]

# What notes don't hold, by where it is found, and what is read in its place.
_LOST = {
    "img[src]": "pictures are left out, save the texts that stand for them",
    "iframe, audio, video, embed, object": "players are left out",
    "table": "tables are read as paragraphs, one for each cell",
    "blockquote": "quotations are read as paragraphs",
    "pre, code": "code is read as text",
    "s, del, strike": "text that is struck through is read as text",
}


def loads(text: str | bytes, *, on_problem: OnProblem = ignore) -> ShowNotes:
    """Read notes.

    Args:
        text: the file's text, or its bytes.
        on_problem: receives what was forgiven: the target of a link of an unsafe scheme, or of a
            link in a heading, is left out; pictures, players, tables, quotations, code and text
            struck through lose their form.

    Raises:
        ParseError: elements nest more than 2,000 deep.

    >>> show_notes = loads("<p>How we talk.<h2>Links</h2><ul><li><a href='/a'>Our site</a></ul>")
    >>> [(section.kind, len(section.points)) for section in show_notes.sections]
    [('summary', 0), ('links', 1)]
    """
    root = parse_html(decode(text, on_problem))
    for selector, message in _LOST.items():
        if root.css_first(selector) is not None:
            on_problem(Problem(id="lost-form", message=message, level="info"))
    return ShowNotes(sections=to_sections(html_blocks(root, on_problem)))


def dumps(show_notes: ShowNotes) -> str:
    """Write notes as a fragment.

    Raises:
        UnrepresentableError: a link has a URL that browsers read as another or that is of an unsafe
            scheme, or a text holds half a surrogate pair.
        UnsupportedFormatError: nh3 isn't installed.

    >>> from podkit.models import Link, Paragraph, Section
    >>> link = Link(text="Our <new> site", url="/new")
    >>> print(dumps(ShowNotes(sections=[Section(heading="Links", kind="links", paragraphs=[
    ...     Paragraph(content=["Read ", link], is_point=True)])])), end="")
    <h2>Links</h2>
    <ul>
    <li>Read <a href="/new">Our &lt;new&gt; site</a></li>
    </ul>
    """
    lines = []
    for where, section, is_marked in marked(show_notes):
        lines += [section_tag(section.kind)] if is_marked else []
        lines += [heading_tag(section.heading)] if section.heading else []
        lines += section_body(section, where)
        lines += ["</section>"] if is_marked else []
    return sanitised("".join(f"{line}\n" for line in lines))


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
