"""Show notes as plain text, as a browser copies them: links show their words, not their targets.

No document defines it. A blank line parts paragraphs, a bullet marks a point, and a heading is a
short line that ends in a colon or says what headings say. Where links are listed, each entry is
read as one; bare URLs are links to themselves.

Written as text, notes keep their words and their order; reading finds headings, points, links and
kinds only where the words show them.
"""

from podkit._files import Source, Target, read_bytes, write_bytes
from podkit._markup.sections import divide
from podkit._markup.text_blocks import section_lines, text_blocks, with_entries
from podkit._text import decode
from podkit.errors import OnProblem, ignore
from podkit.models import ShowNotes

__all__ = ["dumps", "loads", "read", "write"]


def loads(text: str | bytes, *, on_problem: OnProblem = ignore) -> ShowNotes:
    r"""Read notes.

    Args:
        text: the file's text, or its bytes.
        on_problem: receives what was forgiven.

    >>> show_notes = loads("How we talk.\n\nLinks:\n• Ep #31: Listening\n• Send me an email")
    >>> [(section.kind, len(section.points)) for section in show_notes.sections]
    [('summary', 0), ('links', 2)]
    >>> [link.kind for link in show_notes.links]
    ['episode', 'email']
    """
    parts = divide(text_blocks(decode(text, on_problem)))
    return ShowNotes(sections=tuple(with_entries(part.section()) for part in parts))


def dumps(show_notes: ShowNotes) -> str:
    r"""Write the words of notes; links leave no other trace than their text.

    >>> show_notes = loads("Links:\n* Our site")
    >>> dumps(show_notes)
    'Links:\n\n* Our site\n'
    """
    lines = []
    for index, section in enumerate(show_notes.sections):
        lines += section_lines(section, f"sections[{index}]")
    return "\n\n".join(lines) + "\n" * bool(lines)


def read(source: Source, *, on_problem: OnProblem = ignore) -> ShowNotes:
    r"""Read notes from a path or an open binary file, as `loads` does.

    >>> import io
    >>> read(io.BytesIO(b"Links:\n* Our site")).sections[0].heading
    'Links:'
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
