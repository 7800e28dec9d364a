"""Podlove Simple Chapters 1.2 as a file of its own (podlove.org/simple-chapters).

Elements and attributes are read and written by the table that feeds are read by; what it doesn't
know is kept in the ``extensions`` of the value that carries it.
"""

from podkit._carry import ELEMENTS, Carries, carried
from podkit._files import Source, Target, read_bytes, write_bytes
from podkit._psc import CHAPTER, CHAPTERS
from podkit._xml import canonical, clark, fields_of, local, parse, read_root, tag, write_root
from podkit.chapters._order import report_order
from podkit.errors import OnProblem, ParseError, ignore
from podkit.models import Chapters

__all__ = ["dumps", "loads", "read", "write"]

_ROOT = "psc:chapters"
CARRIES = Carries(
    tuple(field for row in CHAPTER.rows for field in fields_of(row)), extensions=ELEMENTS
)


def loads(text: str | bytes, *, on_problem: OnProblem = ignore) -> Chapters:
    """Read Podlove Simple Chapters.

    Args:
        text: the file's text, or its bytes.
        on_problem: receives what was forgiven: what isn't well-formed, what no field holds (kept as
            it is), chapters out of order.

    Raises:
        ParseError: the text is no XML, or its root isn't ``<psc:chapters>``.

    >>> start = "<psc:chapters version='1.2' xmlns:psc='http://podlove.org/simple-chapters'>"
    >>> loads(f"{start}<psc:chapter start='00:01:05' title='The news'/></psc:chapters>")[0].title
    'The news'
    """
    root = parse(text, on_problem)
    if canonical(tag(root)) != clark(_ROOT):
        raise ParseError(f"expected <{_ROOT}>, found <{local(tag(root))}>", line=root.sourceline)
    chapters = read_root(CHAPTERS, root, on_problem)
    report_order(chapters, on_problem)
    return chapters


def dumps(chapters: Chapters, *, lossy: bool = False) -> str:
    """Write Podlove Simple Chapters.

    Args:
        chapters: the chapters.
        lossy: leave out what the file has no place for, such as ends; and put chapters that stand
            within others into the one list, and leave out hidden ones.

    Raises:
        UnrepresentableError: there is such a thing, and it may not be lost; or XML can't hold a
            text.

    >>> from podkit.models import Chapter
    >>> print(dumps(Chapters(chapters=[Chapter(start=65, title="The news")])), end="")
    <?xml version='1.0' encoding='UTF-8'?>
    <psc:chapters xmlns:psc="http://podlove.org/simple-chapters" version="1.2">
      <psc:chapter start="00:01:05.000" title="The news"/>
    </psc:chapters>
    """
    chapters = carried(chapters, CARRIES, lossy=lossy)
    return write_root(CHAPTERS, chapters, name=_ROOT).decode()


def read(source: Source, *, on_problem: OnProblem = ignore) -> Chapters:
    """Read Podlove Simple Chapters from a path or an open binary file, as `loads` does.

    >>> import io
    >>> read(io.BytesIO(b"<psc:chapters xmlns:psc='http://podlove.org/simple-chapters'/>"))
    Chapters(chapters=(), ...)
    """
    return loads(read_bytes(source), on_problem=on_problem)


def write(chapters: Chapters, target: Target, *, lossy: bool = False) -> None:
    """Write Podlove Simple Chapters to a path or an open binary file, as `dumps` does.

    >>> import io
    >>> file = io.BytesIO()
    >>> write(Chapters(), file)
    >>> file.getvalue().splitlines()[1]
    b'<psc:chapters xmlns:psc="http://podlove.org/simple-chapters" version="1.2"/>'
    """
    write_bytes(target, dumps(chapters, lossy=lossy).encode())
