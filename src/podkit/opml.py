"""OPML 2.0 (opml.org/spec2.opml): outlines, by which podcast apps exchange subscriptions.

Elements and attributes are read and written by the tables below. What no table knows, repeats a
single value or can't be understood is kept in the ``extensions`` of the value that carries it.
Whatever is written reads back equal: ``opml.loads(opml.dumps(subscriptions)) == subscriptions``.
"""

from podkit import _files
from podkit._values import DATE, INTEGER, TRUE_FALSE
from podkit._xml import (
    Attribute,
    InlineChild,
    RecordChild,
    Table,
    TextChild,
    local,
    parse,
    read_root,
    tag,
    write_root,
)
from podkit.errors import OnProblem, ParseError, UnrepresentableError, ignore
from podkit.models import Opml, OpmlHead, Outline

__all__ = ["dumps", "loads", "read", "write"]


def loads(data: bytes | str, *, on_problem: OnProblem = ignore) -> Opml:
    """Read an OPML file.

    Args:
        data: the file.
        on_problem: receives each `podkit.Problem` that was forgiven.

    Raises:
        ParseError: the data is no OPML.

    >>> line = "<outline text='My show' type='rss' xmlUrl='https://example.com/feed.xml'/>"
    >>> loads(f"<opml version='2.0'><head/><body>{line}</body></opml>").subscriptions[0].text
    'My show'
    """
    root = parse(data, on_problem)
    if tag(root) != "opml":
        raise ParseError(f"expected OPML, found <{local(tag(root))}>", line=root.sourceline)
    return read_root(_OPML, root, on_problem)


def dumps(opml: Opml) -> bytes:
    """Write an OPML file, in UTF-8.

    Raises:
        UnrepresentableError: the value has something that OPML can't carry, or no outline.

    >>> subscription = Outline(text="My show", type="rss", xml_url="https://example.com/feed.xml")
    >>> print(dumps(Opml(head=OpmlHead(title="My podcasts"), outlines=[subscription])).decode())
    <?xml version='1.0' encoding='UTF-8'?>
    <opml version="2.0">
      <head>
        <title>My podcasts</title>
      </head>
      <body>
        <outline text="My show" type="rss" xmlUrl="https://example.com/feed.xml"/>
      </body>
    </opml>
    <BLANKLINE>
    """
    if not opml.outlines:
        raise UnrepresentableError("OPML asks for at least one", where="outlines")
    return write_root(_OPML, opml, name="opml")


def read(source: _files.Source, *, on_problem: OnProblem = ignore) -> Opml:
    """Read an OPML file: a path or an open binary file.

    Raises:
        ParseError: the file is no OPML.
        OSError: the file can't be read.

    >>> import io
    >>> read(io.BytesIO(b"<opml version='1.1'><body/></opml>")).version
    '1.1'
    """
    return loads(_files.read_bytes(source), on_problem=on_problem)


def write(opml: Opml, target: _files.Target) -> None:
    """Write an OPML file: a path or an open binary file.

    Raises:
        UnrepresentableError: as `dumps` says; nothing is written.
        OSError: the file can't be written.

    >>> import io
    >>> file = io.BytesIO()
    >>> write(Opml(outlines=[Outline(text="My show")]), file)
    >>> file.getvalue().splitlines()[1]
    b'<opml version="2.0">'
    """
    _files.write_bytes(target, dumps(opml))


_HEAD = Table(
    OpmlHead,
    (
        TextChild("title", "title"),
        TextChild("dateCreated", "date_created", DATE),
        TextChild("dateModified", "date_modified", DATE),
        TextChild("ownerName", "owner_name"),
        TextChild("ownerEmail", "owner_email"),
        TextChild("ownerId", "owner_id"),
        TextChild("docs", "docs"),
        TextChild("expansionState", "expansion_state"),
        TextChild("vertScrollState", "vert_scroll_state", INTEGER),
        TextChild("windowTop", "window_top", INTEGER),
        TextChild("windowLeft", "window_left", INTEGER),
        TextChild("windowBottom", "window_bottom", INTEGER),
        TextChild("windowRight", "window_right", INTEGER),
    ),
)

_OUTLINE = Table(
    Outline,
    (
        Attribute("text", "text"),
        Attribute("type", "type"),
        Attribute("title", "title"),
        Attribute("xmlUrl", "xml_url"),
        Attribute("htmlUrl", "html_url"),
        Attribute("description", "description"),
        Attribute("language", "language"),
        Attribute("version", "version"),
        Attribute("url", "url"),
        Attribute("created", "created", DATE),
        Attribute("category", "category"),
        Attribute("isComment", "is_comment", TRUE_FALSE),
        Attribute("isBreakpoint", "is_breakpoint", TRUE_FALSE),
        RecordChild("outline", "outlines"),
    ),
)

_OPML = Table(
    Opml,
    (
        Attribute("version", "version"),
        RecordChild("head", "head", _HEAD),
        InlineChild("body", (RecordChild("outline", "outlines", _OUTLINE),)),
    ),
)
