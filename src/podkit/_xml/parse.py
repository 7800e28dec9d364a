"""Reads bytes into an XML tree: nothing from outside, nothing expanded, little refused.

Well-formed data is parsed as it is. Other data is decoded and mended, as little as it needs, and
each mend is reported; what is wrong with namespaces is left to libxml2's recovery.
"""

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from lxml import etree
from lxml.etree import _Element as Element

from podkit._xml.decode import decoded, is_mislabelled, unpacked
from podkit._xml.mend import with_references, with_tags
from podkit._xml.native import has_more_attributes
from podkit.errors import OnProblem, ParseError, Problem

__all__ = [
    "MAXIMUM_ATTRIBUTES",
    "SAFELY",
    "Parsed",
    "has_too_many_attributes",
    "parse",
    "parse_source",
]

# lxml takes quadratic time over the attributes of one element: 20,000 take more than a second. The
# root of a feed that declares every namespace has some thirty.
MAXIMUM_ATTRIBUTES = 1000

# How every parser is set. Leave collect_ids alone: without it, libxml2 loads external DTDs from
# files.
SAFELY: dict[str, Any] = {
    "resolve_entities": False,
    "load_dtd": False,
    "no_network": True,
    "huge_tree": False,
    "remove_comments": True,
    "remove_pis": True,
}
_DECLARATION = re.compile(rb"((?:\xef\xbb\xbf|\s)+)(<\?xml\s[^>]*\?>)?")
# What libxml2 says of what it doesn't read, because it would take too much stack or memory: 256
# levels of elements, and 10,000,000 bytes of one text, attribute or tag. No feed needs as much.
_TOO_DEEP = "Excessive depth"
_TOO_LONG = re.compile(
    r"(?!Comment|Name|Excessive depth).*(?:XML_PARSE_HUGE|huge text|too big|too long)"
)
_NO_RECORDS: Mapping[str, str] = {}


class Parsed(NamedTuple):
    """A document's tree, and what it was parsed from.

    Attributes:
        root: the root of the tree.
        source: the document: unpacked, and mended to a text where it had to be; its lines are
            those of the data.
    """

    root: Element
    source: bytes | str


def parse(
    data: bytes | str, on_problem: OnProblem, *, records: Mapping[str, str] = _NO_RECORDS
) -> Element:
    """Parse a document, be it packed with gzip, and return its root.

    Args:
        data: the document.
        on_problem: receives what was forgiven.
        records: the elements of which only whole ones are kept where the data is cut off, each
            with the one that it stands in; in lower case.

    Raises:
        ParseError: there is no element, or one too deep or too long, or a gzip bomb.

    >>> parse("<rss><item>1</item><item>2", print, records={"item": "rss"}).findtext("item")
    line 1: the data ends within <item>, after item 1; <item>, which was not whole, was dropped
    '1'
    """
    return parse_source(data, on_problem, records=records).root


def parse_source(
    data: bytes | str, on_problem: OnProblem, *, records: Mapping[str, str] = _NO_RECORDS
) -> Parsed:
    """Parse a document as `parse` does, and give what the tree was made of beside it.

    >>> parse_source("<a>1 & 2</a>", lambda problem: None).source
    '<a>1 &amp; 2</a>'
    """
    encoding = "utf-8" if isinstance(data, str) else None
    if isinstance(data, str):
        source = data.encode("utf-8", "surrogatepass")
    else:
        source = unpacked(data, on_problem)
    source = _declaration_first(source, on_problem)
    if not source or source.isspace():
        raise ParseError("the data is empty")
    root = _well_formed(source, encoding)
    if root is not None and (
        encoding or not is_mislabelled(source, root.getroottree().docinfo.encoding)
    ):
        parsed = Parsed(root, source)
    else:
        text = source.decode("utf-8", "surrogatepass") if encoding else decoded(source, on_problem)
        parsed = _mended(text, records, on_problem)
    if has_too_many_attributes(parsed.root):
        raise ParseError(f"an element has more than {MAXIMUM_ATTRIBUTES} attributes")
    return parsed


def has_too_many_attributes(element: Element) -> bool:
    """Say whether an element, or one within it, has more attributes than lxml can handle."""
    return has_more_attributes(element, MAXIMUM_ATTRIBUTES)


def _declaration_first(data: bytes, on_problem: OnProblem) -> bytes:
    """Move space before the XML declaration behind it, where it is allowed and keeps the lines."""
    match = _DECLARATION.match(data)
    if not match or (not match[2] and match[1].isspace()):
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
        _refuse_length(error.msg, error.lineno)
        return None
    return None if _has_document_type(root) else root


def _mended(text: str, records: Mapping[str, str], on_problem: OnProblem) -> Parsed:
    """Mend references alone, if all else is well-formed but for namespaces, or else everything."""
    found: list[Problem] = []
    mended = with_references(text, found.append)
    root, errors = _recovered(mended)
    if root is None or _has_document_type(root) or any(map(_is_of_tags, errors)):
        found.clear()
        mended = with_tags(text, records, on_problem)
        root, errors = _recovered(mended)
    for error in errors:
        if _TOO_DEEP in error.message:
            raise ParseError("elements nest too deeply", line=error.line)
        message, line = error.message, error.line
        found.append(Problem(id="not-well-formed", message=message, level="error", line=line))
    if root is None:
        raise ParseError(f"there is no XML element in the data, which starts with {text[:40]!r}")
    for problem in found:
        on_problem(problem)
    return Parsed(root, mended)


def _recovered(text: str) -> tuple[Element | None, list[etree._LogEntry]]:
    """Parse what may be wrong, and say what libxml2 found so."""
    parser = _parser("utf-8", recover=True)
    try:
        root: Element | None = etree.fromstring(text.encode("utf-8", "surrogatepass"), parser)
    except etree.XMLSyntaxError:  # it finds nothing to begin with
        root = None
    errors = list(parser.error_log)
    for error in errors:
        _refuse_length(error.message, error.line)
    return root, errors


def _is_of_tags(error: etree._LogEntry) -> bool:
    return error.domain != etree.ErrorDomains.NAMESPACE


def _has_document_type(root: Element) -> bool:
    return root.getroottree().docinfo.internalDTD is not None


def _refuse_length(message: str, line: int | None) -> None:
    """Raise where libxml2 stops because of a length."""
    if _TOO_LONG.match(message):
        what = "a text, an attribute or a tag is longer than 10,000,000 bytes"
        raise ParseError(f"{what}, which is not read", line=line)


def _parser(encoding: str | None, *, recover: bool) -> etree.XMLParser:
    parser: etree.XMLParser = etree.XMLParser(encoding=encoding, recover=recover, **SAFELY)
    return parser
