r"""Show notes in the forms that carry them: one module for each format, and the same four verbs.

Reading picks the format by content; writing by ``format=`` or by the file's suffix. A new format is
a module and a row in the table below; what headings and links mean is in tables of their own.
"""

from podkit._files import Source, Target, read_bytes, write_bytes
from podkit._formats import Format, Formats, Verbs
from podkit._markup import starts
from podkit._markup.places import RETIRED
from podkit._text import decode
from podkit.errors import OnProblem, ignore
from podkit.models import ShowNotes
from podkit.notes import html, markdown, text
from podkit.notes._episodes import link_episodes, resolve, title_prefix
from podkit.notes._feed import FeedNotes, for_feed
from podkit.notes._timestamps import set_timestamps
from podkit.notes._urls import set_episode_urls, set_urls

__all__ = [
    "RETIRED",
    "FeedNotes",
    "dumps",
    "for_feed",
    "html",
    "link_episodes",
    "loads",
    "markdown",
    "read",
    "resolve",
    "set_episode_urls",
    "set_timestamps",
    "set_urls",
    "text",
    "title_prefix",
    "write",
]

_FORMATS: Formats[Verbs[ShowNotes]] = Formats(
    "notes",
    {
        "html": Format(html, (".html", ".htm"), starts.HTML),
        "markdown": Format(markdown, (".md", ".markdown"), starts.MARKDOWN),
        "text": Format(text, (".txt",)),
    },
)


def loads(
    text: str | bytes,
    *,
    format: str | None = None,
    on_problem: OnProblem = ignore,
) -> ShowNotes:
    r"""Read show notes.

    Args:
        text: the file's text, or its bytes.
        format: ``"html"``, ``"markdown"`` or ``"text"``; picked by content when absent: HTML has
            tags; Markdown has ``#`` before headings, ``**`` or ``](``.
        on_problem: receives what was forgiven.

    Raises:
        ParseError: the text can't be read at all.
        UnsupportedFormatError: no format has this name, or it needs the extra ``pages``.

    >>> [link.url for link in loads("<p>See <a href='https://example.com/'>our site</a>.").links]
    ['https://example.com/']
    """
    text = decode(text, on_problem)
    return _FORMATS.for_reading(format, text).loads(text, on_problem=on_problem)


def dumps(show_notes: ShowNotes, *, format: str) -> str:
    r"""Write show notes as text.

    Args:
        show_notes: the notes.
        format: ``"html"``, ``"markdown"`` or ``"text"``.

    Raises:
        UnrepresentableError: the format can't carry a value; the error names it.
        UnsupportedFormatError: no format has this name.

    >>> dumps(loads("## Links\n\n- [Our site](https://example.com/)"), format="text")
    'Links\n\n• Our site\n'
    """
    return _FORMATS.named(format).dumps(show_notes)


def read(
    source: Source,
    *,
    format: str | None = None,
    on_problem: OnProblem = ignore,
) -> ShowNotes:
    r"""Read show notes from a path or an open binary file, as `loads` does.

    >>> import io
    >>> read(io.BytesIO(b"Links:\n* Our site")).links[0].text
    'Our site'
    """
    return loads(read_bytes(source), format=format, on_problem=on_problem)


def write(
    show_notes: ShowNotes,
    target: Target,
    *,
    format: str | None = None,
) -> None:
    r"""Write show notes to a path or an open binary file.

    Args:
        show_notes: the notes.
        target: where to write.
        format: ``"html"``, ``"markdown"`` or ``"text"``; picked by the suffix when absent:
            ``.html``, ``.htm``, ``.md``, ``.markdown`` or ``.txt``.

    Raises:
        UnrepresentableError: the format can't carry a value; nothing was written.
        UnsupportedFormatError: no format has this name or suffix.

    >>> import io
    >>> file = io.BytesIO()
    >>> write(loads("How we talk."), file, format="html")
    >>> file.getvalue()
    b'<p>How we talk.</p>\n'
    """
    write_bytes(target, _FORMATS.for_writing(format, target).dumps(show_notes).encode())
