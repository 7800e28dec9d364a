"""An episode's page as HTML (WHATWG HTML), with its facts as JSON-LD (schema.org).

Read is any page: what stands in ``<main>``, or else in ``<article>`` or ``<body>``, is its content;
the first ``<h1>`` is the title line. The rest is reported as a problem ``page-furniture``.

Written is one self-contained file, which needs jinja2 (extra ``pages``); ``data-podkit`` on its
first element marks it as podkit's. It reads back to the equal page: heading, image text, the show's
title, link, language, artwork, feed and copyright, the episode's title, subtitle, number, season,
author, link, date, duration, artwork and audio file, the files of transcripts and chapters, the
pages before and after, notes, transcript and chapters. Where the episode has no title, its heading
is read as one; where the transcript has a language, it is read as the show's, too. No other fact of
show and episode is read back. A run of white space counts as one space, and what shows nothing is
left out.
"""

from podkit._files import Source, Target, read_bytes, write_bytes
from podkit._text import decode
from podkit.errors import OnProblem, ignore
from podkit.models import EpisodePage
from podkit.pages._html_reader import read_html
from podkit.pages._html_writer import write_html
from podkit.pages._templates import Folder

__all__ = ["dumps", "loads", "read", "write"]


def loads(text: str | bytes, *, on_problem: OnProblem = ignore) -> EpisodePage:
    """Read a page.

    Args:
        text: the file's text, or its bytes.
        on_problem: receives what was left out or forgiven.

    Raises:
        ParseError: elements nest more than 2,000 deep.

    >>> page = loads("<main><h1>Ep #20: Be</h1><p>How to be.</p></main>")
    >>> page.episode.number, page.notes.sections[0].kind
    (20, 'summary')
    """
    return read_html(decode(text, on_problem), on_problem)


def dumps(page: EpisodePage, *, templates: Folder | None = None) -> str:
    """Write a page.

    Args:
        page: the page.
        templates: a folder of templates, each of which stands for podkit's of the same name.

    Raises:
        UnrepresentableError: a value can't be written; the error names it.
        UnsupportedFormatError: jinja2 isn't installed.
        ParseError: a template of the folder can't be read or filled.
        OSError: there is no such folder.

    >>> dumps(EpisodePage(heading="Ep #20: Be"))[:15]
    '<!doctype html>'
    """
    return write_html(page, templates=templates)


def read(source: Source, *, on_problem: OnProblem = ignore) -> EpisodePage:
    """Read a page from a path or an open binary file, as `loads` does.

    >>> import io
    >>> read(io.BytesIO(b"<h1>Ep #20: Be</h1>")).episode.title
    'Be'
    """
    return loads(read_bytes(source), on_problem=on_problem)


def write(page: EpisodePage, target: Target, *, templates: Folder | None = None) -> None:
    """Write a page to a path or an open binary file, as `dumps` does.

    >>> import io
    >>> file = io.BytesIO()
    >>> write(EpisodePage(heading="Ep #20: Be"), file)
    >>> file.getvalue()[:15]
    b'<!doctype html>'
    """
    write_bytes(target, dumps(page, templates=templates).encode())
