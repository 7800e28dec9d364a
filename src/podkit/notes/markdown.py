"""Show notes as Markdown (CommonMark 0.31).

Read is what CommonMark makes of the text, HTML within it included. Written are headings,
paragraphs, lists and links; a link without a target has an empty one. What reading would not find
again by itself is stated by the tags and attributes that `podkit.notes.html` writes.

Reading needs markdown-it-py (extra ``pages``).
"""

import re
from itertools import groupby

from podkit._files import Source, Target, read_bytes, write_bytes
from podkit._text import decode
from podkit.errors import OnProblem, ParseError, UnsupportedFormatError, ignore
from podkit.models import Link, Paragraph, Section, ShowNotes
from podkit.notes import html
from podkit.notes._links import check_url, found_links
from podkit.notes._sections import marked

__all__ = [
    "dumps",
    "escape_text",
    "heading",
    "loads",
    "read",
    "section_blocks",
    "to_html",
    "write",
]

_DEEPEST = 100  # how deep quotes and lists may nest; the parser drops what is deeper
_SPECIAL = re.compile(r"[\\`*_\[\]<]|&(?=#?\w{1,40};)")
# Where a line begins as a heading, a list, a quote, a rule or a block of code does.
_AT_START = re.compile(r"^(\d{1,9}(?=[.)])|(?=[#+=>~-]))", re.MULTILINE)
_SPECIAL_IN_URL = re.compile(r"[<>()\\]|&(?=#?\w{1,40};)")
_AUTOLINK = re.compile(r"https?://[^\s<>]+")


def loads(text: str | bytes, *, on_problem: OnProblem = ignore) -> ShowNotes:
    r"""Read notes.

    Args:
        text: the file's text, or its bytes.
        on_problem: receives what was forgiven, as of `podkit.notes.html.loads`.

    Raises:
        ParseError: lists, quotes or elements nest too deeply.
        UnsupportedFormatError: markdown-it-py isn't installed.

    >>> show_notes = loads("How we talk.\n\n## Links\n\n- [Our site](/a)\n")
    >>> [(section.kind, len(section.points)) for section in show_notes.sections]
    [('summary', 0), ('links', 1)]
    """
    return html.loads(to_html(decode(text, on_problem)), on_problem=on_problem)


def dumps(show_notes: ShowNotes) -> str:
    r"""Write notes.

    Raises:
        UnrepresentableError: as of `podkit.notes.html.dumps`.

    >>> dumps(html.loads("<h2>Links</h2><ul><li>Read <a href='/a'>our site</a>!</ul>"))
    '## Links\n\n- Read [our site](/a)!\n'
    """
    blocks = []
    for where, section, is_marked in marked(show_notes):
        body = section_blocks(section, where)
        blocks += [html.section_tag(section.kind), *body, "</section>"] if is_marked else body
    return "\n\n".join(blocks) + "\n" * bool(blocks)


def read(source: Source, *, on_problem: OnProblem = ignore) -> ShowNotes:
    """Read notes from a path or an open binary file, as `loads` does.

    >>> import io
    >>> read(io.BytesIO(b"## Links")).sections[0].heading
    'Links'
    """
    return loads(read_bytes(source), on_problem=on_problem)


def write(show_notes: ShowNotes, target: Target) -> None:
    r"""Write notes to a path or an open binary file, as `dumps` does.

    >>> import io
    >>> file = io.BytesIO()
    >>> write(loads("How we talk."), file)
    >>> file.getvalue()
    b'How we talk.\n'
    """
    write_bytes(target, dumps(show_notes).encode())


def to_html(text: str) -> str:
    r"""Give the HTML that CommonMark makes of a text.

    >>> to_html("*Hello*")
    '<p><em>Hello</em></p>\n'
    """
    try:
        import markdown_it  # noqa: PLC0415 -- only those who read Markdown need it
    except ImportError as error:
        message = "reading Markdown needs markdown-it-py: install podkit[pages]"
        raise UnsupportedFormatError(message) from error
    parser = markdown_it.MarkdownIt("commonmark", {"maxNesting": _DEEPEST})
    # URLs stay as written; whether they are safe is judged when the HTML is read.
    vars(parser).update(validateLink=bool, normalizeLink=str, normalizeLinkText=str)
    tokens = parser.parse(text)
    if any(token.level >= _DEEPEST - 1 for token in tokens):
        raise ParseError(f"lists and quotes nest too deeply: {_DEEPEST} within each other")
    return str(parser.renderer.render(tokens, parser.options, {}))


def section_blocks(section: Section, where: str) -> list[str]:
    r"""Write the heading, the paragraphs and the lists of a section.

    >>> section_blocks(Section(heading="C #", paragraphs=[Paragraph(content=["1. One"])]), "")
    ['## C \\#', '1\\. One']
    """
    blocks = [f"## {heading(section.heading)}"] if section.heading else []
    numbered = enumerate(section.paragraphs)
    for is_list, paragraphs in groupby(numbered, key=lambda entry: entry[1].is_point):
        lines = [_inline(paragraph, f"{where}.paragraphs[{i}]") for i, paragraph in paragraphs]
        blocks += [_list(lines)] if is_list else lines
    return blocks


def heading(text: str) -> str:
    """Write a text as it stands in a heading."""
    return re.sub(r"#$", r"\\#", _SPECIAL.sub(r"\\\g<0>", text))


def escape_text(text: str) -> str:
    r"""Write a text so that it is read as it is.

    >>> print(escape_text("- a *b* <c> &amp; AT&T [d]\n1. e"))
    \- a \*b\* \<c> \&amp; AT&T \[d\]\
    1\. e
    """
    escaped = _AT_START.sub(r"\1\\", _SPECIAL.sub(r"\\\g<0>", text))
    return escaped.replace("\n", "\\\n")


def _list(points: list[str]) -> str:
    return "\n".join("- " + point.replace("\n", "\n  ") for point in points)


def _inline(paragraph: Paragraph, where: str) -> str:
    found = iter(found_links(paragraph.content))
    written: list[str] = []
    for part in paragraph.content:
        if isinstance(part, str):
            written.append(escape_text(part))
            continue
        if written and written[-1].endswith("!"):  # which would make an image of the link
            written[-1] = written[-1][:-1] + r"\!"
        written.append(_link(part, next(found), where))
    return "".join(written)


def _link(link: Link, found: Link, where: str) -> str:
    text = escape_text(link.text)
    if link != found:
        return f"{html.link_tag(link, found, where)}{text}</a>"
    url = check_url(link.url, where) if link.url else ""
    if link.text == url and _AUTOLINK.fullmatch(url):
        return f"<{url}>"
    target = _SPECIAL_IN_URL.sub(r"\\\g<0>", url)
    return f"[{text}](<{target}>)" if " " in target else f"[{text}]({target})"
