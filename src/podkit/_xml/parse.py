"""Reads bytes into an XML tree: nothing from outside, nothing expanded, little refused.

Well-formed data is parsed as it is. Other data is decoded and mended, as little as it needs, and
each mend is reported; what is wrong with namespaces is left to libxml2's recovery.
"""

import re
from collections.abc import Collection

from lxml import etree
from lxml.etree import _Element as Element

from podkit._xml.decode import decoded, is_mislabelled, unpacked
from podkit._xml.mend import with_references, with_tags
from podkit.errors import OnProblem, ParseError, Problem

__all__ = ["MAXIMUM_ATTRIBUTES", "parse"]

# lxml takes quadratic time over the attributes of one element: 20,000 take more than a second. The
# root of a feed that declares every namespace has some thirty.
MAXIMUM_ATTRIBUTES = 1000

_DECLARATION = re.compile(rb"((?:\xef\xbb\xbf|\s)+)(<\?xml\s[^>]*\?>)?")
# What libxml2 says of what it doesn't read, because it would take too much stack or memory: 256
# levels of elements, and 10,000,000 bytes of one text, attribute or tag. No feed needs as much.
_TOO_DEEP = "Excessive depth"
_HAS_TOO_MANY = etree.XPath(f"boolean(descendant-or-self::*[@*[{MAXIMUM_ATTRIBUTES + 1}]])")
_TOO_LONG = re.compile(r"(?!Comment).*(?:XML_PARSE_HUGE|huge text|too big|too long)")


def parse(data: bytes | str, on_problem: OnProblem, *, records: Collection[str] = ()) -> Element:
    """Parse a document, be it packed with gzip, and return its root.

    Args:
        data: the document.
        on_problem: receives what was forgiven.
        records: the names of the elements, in lower case, that never nest; where the data is cut
            off, only whole ones are kept.

    Raises:
        ParseError: there is no element, or one too deep or too long, or a gzip bomb.

    >>> parse("<rss><item>1</item><item>2", print, records=("item",)).findtext("item")
    line 1: the data ends within <item>, after item 1; <item>, which was not whole, was dropped
    '1'
    """
    encoding = "utf-8" if isinstance(data, str) else None
    if isinstance(data, str):
        source = data.encode("utf-8", "surrogatepass")
    else:
        source = unpacked(data, on_problem)
    source = _declaration_first(source, on_problem)
    if not source.strip():
        raise ParseError("the data is empty")
    root = _well_formed(source, encoding)
    if root is not None and (encoding or not is_mislabelled(source, _encoding(root))):
        return root
    text = source.decode("utf-8", "surrogatepass") if encoding else decoded(source, on_problem)
    return _mended(text, records, on_problem)


def _declaration_first(data: bytes, on_problem: OnProblem) -> bytes:
    """Move space before the XML declaration behind it, where it is allowed and keeps the lines."""
    match = _DECLARATION.match(data)
    if not match:
        return data
    space = match[1].replace(b"\xef\xbb\xbf", b"")
    if match[2] and space:
        message = "nothing may precede the XML declaration; the space before it was passed over"
        on_problem(Problem(id="space-before-declaration", message=message, line=1))
    return (match[2] or b"") + space + data[match.end() :]


def _well_formed(data: bytes, encoding: str | None) -> Element | None:
    """Parse data that is well-formed, and has no document type: only that can define entities."""
    try:
        root = etree.fromstring(data, _parser(encoding, recover=False))
    except etree.XMLSyntaxError as error:
        # Tags without end may be what makes it deep: those are mended first.
        if _TOO_DEEP not in error.msg:
            _refuse(error.msg, error.lineno, error)
        return None
    _refuse_too_many(root)
    return root if root.getroottree().docinfo.internalDTD is None else None


def _encoding(root: Element) -> str:
    return root.getroottree().docinfo.encoding or "utf-8"


def _mended(text: str, records: Collection[str], on_problem: OnProblem) -> Element:
    """Mend what is wrong with references, then the rest; libxml2 recovers wrong namespaces."""
    text = with_references(text, on_problem)
    root = _well_formed(text.encode("utf-8", "surrogatepass"), "utf-8")
    if root is not None:
        return root
    mended = with_tags(text, records, on_problem)
    if not mended.strip():
        raise ParseError(f"there is no XML element in the data, which starts with {text[:40]!r}")
    parser = _parser("utf-8", recover=True)
    root = etree.fromstring(mended.encode(), parser)
    for entry in parser.error_log:
        _refuse(entry.message, entry.line, None)
        problem = Problem(
            id="not-well-formed", message=entry.message, level="error", line=entry.line
        )
        on_problem(problem)
    _refuse_too_many(root)
    return root


def _refuse_too_many(root: Element) -> None:
    if _HAS_TOO_MANY(root):
        raise ParseError(f"an element has more than {MAXIMUM_ATTRIBUTES} attributes")


def _refuse(message: str, line: int | None, cause: Exception | None) -> None:
    """Raise where libxml2 says that it stops."""
    if _TOO_DEEP in message:
        raise ParseError("elements nest too deeply", line=line) from cause
    if _TOO_LONG.match(message):
        what = "a text, an attribute or a tag is longer than 10,000,000 bytes"
        raise ParseError(f"{what}, which is not read", line=line) from cause


def _parser(encoding: str | None, *, recover: bool) -> etree.XMLParser:
    # Leave collect_ids alone: without it, libxml2 loads external DTDs from files.
    return etree.XMLParser(
        encoding=encoding,
        recover=recover,
        resolve_entities=False,
        load_dtd=False,
        no_network=True,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
