r"""The web pages of episodes: one module for each format, and the same four verbs.

Reading picks the format by content; writing by ``format=`` or by the file's suffix. A new format is
a module and a row in the table below.
"""

from podkit._files import Source, Target, read_bytes, write_bytes
from podkit._formats import Format, Formats, Verbs
from podkit._markup import starts
from podkit._text import decode
from podkit.errors import OnProblem, ignore
from podkit.models import EpisodePage
from podkit.pages import html, index, markdown, text

__all__ = ["dumps", "html", "index", "loads", "markdown", "read", "text", "write"]

_FORMATS: Formats[Verbs[EpisodePage]] = Formats(
    "page",
    {
        "html": Format(html, (".html", ".htm"), rf"(?!{starts.FRONT_MATTER}){starts.HTML}"),
        "markdown": Format(
            markdown, (".md", ".markdown"), rf"{starts.FRONT_MATTER}|{starts.MARKDOWN}"
        ),
        "text": Format(text, (".txt",)),
    },
)


def loads(
    text: str | bytes,
    *,
    format: str | None = None,
    on_problem: OnProblem = ignore,
) -> EpisodePage:
    r"""Read the page of an episode.

    Args:
        text: the file's text, or its bytes.
        format: ``"html"``, ``"markdown"`` or ``"text"``; picked by content when absent: HTML has
            tags; Markdown has front matter, ``#`` before headings, ``**`` or ``](``.
        on_problem: receives what was left out or forgiven.

    Raises:
        ParseError: the text can't be read at all.
        UnsupportedFormatError: no format has this name, or it needs the extra ``pages``.

    >>> page = loads("Ep #20: Be\n\nHow to be.\n\nTranscript:\n\nHello, my love.")
    >>> page.episode.number, page.transcript.cues[0].text
    (20, 'Hello, my love.')
    """
    text = decode(text, on_problem)
    return _FORMATS.for_reading(format, text).loads(text, on_problem=on_problem)


def dumps(page: EpisodePage, *, format: str) -> str:
    r"""Write the page of an episode as text.

    Args:
        page: the page.
        format: ``"html"``, ``"markdown"`` or ``"text"``.

    Raises:
        UnrepresentableError: the format can't carry a value; the error names it.
        UnsupportedFormatError: no format has this name, or it needs the extra ``pages``.

    >>> dumps(loads("Ep #20: Be\n\nLinks:\n* Our site"), format="markdown")
    '# Ep #20: Be\n\n## Links:\n\n- [Our site]()\n'
    """
    return _FORMATS.named(format).dumps(page)


def read(
    source: Source,
    *,
    format: str | None = None,
    on_problem: OnProblem = ignore,
) -> EpisodePage:
    r"""Read the page of an episode from a path or an open binary file, as `loads` does.

    >>> import io
    >>> read(io.BytesIO(b"Ep #20: Be\n\nHow to be.")).episode.title
    'Be'
    """
    return loads(read_bytes(source), format=format, on_problem=on_problem)


def write(
    page: EpisodePage,
    target: Target,
    *,
    format: str | None = None,
) -> None:
    r"""Write the page of an episode to a path or an open binary file.

    Args:
        page: the page.
        target: where to write.
        format: ``"html"``, ``"markdown"`` or ``"text"``; picked by the suffix when absent:
            ``.html``, ``.htm``, ``.md``, ``.markdown`` or ``.txt``.

    Raises:
        UnrepresentableError: the format can't carry a value; nothing was written.
        UnsupportedFormatError: no format has this name or suffix.

    >>> import io
    >>> file = io.BytesIO()
    >>> write(loads("Ep #20: Be"), file, format="markdown")
    >>> file.getvalue()
    b'# Ep #20: Be\n'
    """
    write_bytes(target, _FORMATS.for_writing(format, target).dumps(page).encode())
