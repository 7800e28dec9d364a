"""Matroska's chapters as MKVToolNix's XML (its manual, "The XML chapter file format").

Chapters may nest. A chapter's unique number, ``ChapterUID``, is its element id. What the table
doesn't know, such as a title's language or a second edition, is kept in the ``extensions`` of the
value that carries it. Times are to the nanosecond.
"""

from podkit._carry import ELEMENTS, Carries, carried, check_clock
from podkit._clock import read_clock
from podkit._files import Source, Target, read_bytes, write_bytes
from podkit._xml import (
    Codec,
    InlineChild,
    RecordChild,
    Table,
    TextChild,
    fields_of,
    local,
    parse,
    read_root,
    tag,
    write_root,
)
from podkit.chapters._order import report_order
from podkit.errors import OnProblem, ParseError, ignore
from podkit.models import Chapter, Chapters

__all__ = ["dumps", "loads", "read", "write"]


def loads(text: str | bytes, *, on_problem: OnProblem = ignore) -> Chapters:
    """Read Matroska's chapters.

    Args:
        text: the file's text, or its bytes.
        on_problem: receives what was forgiven: what isn't well-formed, what no field holds (kept as
            it is), chapters out of order.

    Raises:
        ParseError: the text is no XML, or its root isn't ``<Chapters>``.

    >>> atom = "<ChapterAtom><ChapterTimeStart>00:01:05.000000000</ChapterTimeStart></ChapterAtom>"
    >>> loads(f"<Chapters><EditionEntry>{atom}</EditionEntry></Chapters>")[0].start
    65.0
    """
    root = parse(text, on_problem)
    if tag(root) != _ROOT:
        raise ParseError(f"expected <{_ROOT}>, found <{local(tag(root))}>", line=root.sourceline)
    chapters = read_root(_CHAPTERS, root, on_problem)
    report_order(chapters, on_problem)
    return chapters


def dumps(chapters: Chapters, *, lossy: bool = False) -> str:
    """Write Matroska's chapters.

    Args:
        chapters: the chapters.
        lossy: leave out what the file has no place for, such as links.

    Raises:
        UnrepresentableError: there is such a thing, and it may not be lost; or XML can't hold a
            text, or chapters nest more than 50 deep.

    >>> print(dumps(Chapters(chapters=[Chapter(start=65, title="The news")])), end="")
    <?xml version='1.0' encoding='UTF-8'?>
    <Chapters>
      <EditionEntry>
        <ChapterAtom>
          <ChapterTimeStart>00:01:05.000000000</ChapterTimeStart>
          <ChapterDisplay>
            <ChapterString>The news</ChapterString>
          </ChapterDisplay>
        </ChapterAtom>
      </EditionEntry>
    </Chapters>
    """
    chapters = carried(chapters, CARRIES, lossy=lossy)
    return write_root(_CHAPTERS, chapters, name=_ROOT).decode()


def read(source: Source, *, on_problem: OnProblem = ignore) -> Chapters:
    """Read Matroska's chapters from a path or an open binary file, as `loads` does.

    >>> import io
    >>> len(read(io.BytesIO(b"<Chapters/>")))
    0
    """
    return loads(read_bytes(source), on_problem=on_problem)


def write(chapters: Chapters, target: Target, *, lossy: bool = False) -> None:
    """Write Matroska's chapters to a path or an open binary file, as `dumps` does.

    >>> import io
    >>> file = io.BytesIO()
    >>> write(Chapters(), file)
    >>> file.getvalue().splitlines()[1]
    b'<Chapters/>'
    """
    write_bytes(target, dumps(chapters, lossy=lossy).encode())


def _read_time(text: str) -> float:
    seconds = read_clock(text)
    if seconds is None:
        raise ValueError(f"{text!r:.80} is no time such as 00:01:05.000000000")
    return round(seconds, 9)


def _read_flag(text: str) -> bool:
    if text not in ("0", "1"):
        raise ValueError(f"{text!r:.80} is neither 1 nor 0")
    return text == "1"


_TIME = Codec("time to the nanosecond", _read_time, lambda time: check_clock(time, "", decimals=9))
_FLAG = Codec("1 or 0", _read_flag, lambda flag: "1" if flag else "0")

_ROOT = "Chapters"
_ATOM = Table(
    Chapter,
    (
        TextChild("ChapterUID", "element_id"),
        TextChild("ChapterTimeStart", "start", _TIME),
        TextChild("ChapterTimeEnd", "end", _TIME),
        TextChild("ChapterFlagHidden", "hidden", _FLAG),
        InlineChild("ChapterDisplay", (TextChild("ChapterString", "title"),)),
        RecordChild("ChapterAtom", "chapters"),
    ),
)
_CHAPTERS = Table(
    Chapters, (InlineChild("EditionEntry", (RecordChild("ChapterAtom", "chapters", _ATOM),)),)
)
CARRIES = Carries(
    tuple(field for row in _ATOM.rows for field in fields_of(row)), extensions=ELEMENTS
)
