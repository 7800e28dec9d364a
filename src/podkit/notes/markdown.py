"""Show notes as Markdown (CommonMark 0.31).

Read is what CommonMark makes of the text, HTML within it included. Written are headings,
paragraphs, lists and links; a link without a target has an empty one. What reading would not find
again by itself is stated by the tags and attributes that `podkit.notes.html` writes.

Reading needs markdown-it-py (extra ``pages``).
"""

from podkit._files import Source, Target, read_bytes, write_bytes
from podkit._markup.html_tags import section_tag
from podkit._markup.markdown_blocks import section_blocks, to_html
from podkit._markup.sections import marked
from podkit._text import decode
from podkit.errors import OnProblem, ignore
from podkit.models import ShowNotes
from podkit.notes import html

__all__ = ["dumps", "loads", "read", "write"]


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
        blocks += [section_tag(section.kind), *body, "</section>"] if is_marked else body
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
