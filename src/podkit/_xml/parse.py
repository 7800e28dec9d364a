"""Reads bytes into an XML tree: nothing from outside, nothing expanded, little refused.

Well-formed data is parsed as it is. Other data is mended where the meaning is plain (undefined
entities, a bare ``&``, control characters), and what is then still wrong is left to libxml2's
recovery. Either is reported.
"""

import codecs
import re
import sys
from html import entities

from lxml import etree
from lxml.etree import _Element as Element

from podkit.errors import OnProblem, ParseError, Problem

__all__ = ["parse"]

_DECLARATION = re.compile(rb"((?:\xef\xbb\xbf|\s)+)(<\?xml\s[^>]*\?>)?")
# Where a reference is none comes first, so that the search passes over it.
_REFERENCE = re.compile(
    rb"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)"
    rb"|&(?!(?:amp|lt|gt|quot|apos);)(?:(#?\w{1,32});)?",
    re.DOTALL,
)
_NUMBER = re.compile(r"#(?:x([0-9A-Fa-f]+)|([0-9]+))")
_CONTROLS = re.compile(rb"[\x00-\x08\x0b\x0c\x0e-\x1f]+")
_XML_CHARACTER = re.compile("[\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# libxml2 stops at this depth; it is the one limit whose breach leaves too little to recover.
_TOO_DEEP = "Excessive depth"


def parse(data: bytes | str, on_problem: OnProblem) -> Element:
    """Parse a document and return its root element, without comments and instructions.

    Raises:
        ParseError: there is no element to be found, or elements nest too deeply.
    """
    if isinstance(data, bytes) and data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        data = data.decode("utf-16", "replace")
    encoding = "utf-8" if isinstance(data, str) else None
    source = data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data
    source = _declaration_first(source, on_problem)
    if not source.strip():
        raise ParseError("the data is empty")
    try:
        root = etree.fromstring(source, _parser(encoding, recover=False))
    except etree.XMLSyntaxError as error:
        if _TOO_DEEP in error.msg:
            raise ParseError("elements nest too deeply", line=error.lineno) from error
    else:
        # Only a document type can define entities.
        if root.getroottree().docinfo.internalDTD is None:
            return root
    return _recovered(_mended(source, on_problem), encoding, on_problem)


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


def _mended(data: bytes, on_problem: OnProblem) -> bytes:
    """Resolve HTML's entities, keep other references as text, drop control characters."""
    line, counted = 1, 0

    def report(identifier: str, message: str, position: int) -> None:
        nonlocal line, counted
        line += data.count(b"\n", counted, position)
        counted = position
        on_problem(Problem(id=identifier, message=message, line=line))

    def mend(match: re.Match[bytes]) -> bytes:
        name = (match[1] or b"").decode()
        if match[0].startswith(b"<") or _is_character(name):
            return match[0]
        text = entities.html5.get(f"{name};")
        reference = match[0].decode()
        if text is None:
            report(
                "undefined-entity", f"{reference} means nothing; it was kept as text", match.start()
            )
            return b"&amp;" + match[0][1:]
        report(
            "undefined-entity", f"{reference} is HTML's, not XML's; it was resolved", match.start()
        )
        return b"".join(b"&#%d;" % ord(character) for character in text)

    def drop(match: re.Match[bytes]) -> bytes:
        report("control-character", f"{match[0]!r} was dropped", match.start())
        return b""

    data = _REFERENCE.sub(mend, data)
    line, counted = 1, 0
    return _CONTROLS.sub(drop, data)


def _is_character(name: str) -> bool:
    """Say whether ``&name;`` refers to a character by its number, and XML has it."""
    match = _NUMBER.fullmatch(name)
    if not match:
        return False
    code = int(match[1], 16) if match[1] else int(match[2])
    return code <= sys.maxunicode and bool(_XML_CHARACTER.match(chr(code)))


def _recovered(data: bytes, encoding: str | None, on_problem: OnProblem) -> Element:
    """Parse what need not be well-formed, reporting what libxml2 forgives."""
    parser = _parser(encoding, recover=True)
    root: Element | None = etree.fromstring(data, parser)
    for entry in parser.error_log:
        on_problem(
            Problem(id="not-well-formed", message=entry.message, level="error", line=entry.line)
        )
    if root is None:
        start = data[:40].decode("utf-8", "replace")
        raise ParseError(f"there is no XML element in the data, which starts with {start!r}")
    if next(root.iter(etree.Entity), None) is not None:
        raise ParseError("the document defines entities in an encoding that hides their use")
    return root
