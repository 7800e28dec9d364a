"""Turns the bytes of an XML document into text: unpacks gzip, finds the encoding, forgives both.

The encoding is the one that the bytes show (XML 1.0, appendix F), or else the one that they
declare; a declaration that the bytes belie is passed over, as are bytes that the encoding lacks.
"""

import codecs
import gzip
import io
import re
import zlib

from podkit._text import codec_of, mixed, replaced
from podkit.errors import OnProblem, ParseError, Problem

__all__ = ["MAXIMUM_UNPACKED", "decoded", "is_mislabelled", "unpacked"]

# How many bytes gzip may unpack to: four times a feed of 10,000 episodes with full notes. A tree of
# it takes about a gigabyte; a megabyte of gzip could unpack to as much.
MAXIMUM_UNPACKED = 200_000_000

_GZIP = b"\x1f\x8b"
_BLOCK = 1 << 20
# How a document starts, and the encoding that this means; what is longer comes first.
_MARKS = (
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
    (b"<\0\0\0", "utf-32-le"),
    (b"\0\0\0<", "utf-32-be"),
    (b"<\0", "utf-16-le"),
    (b"\0<", "utf-16-be"),
)
_DECLARATION = re.compile(rb"\s*<\?xml\s[^>]*?encoding\s*=\s*[\"']\s*([A-Za-z][\w.-]{0,40})")
_CONTROLS = re.compile(rb"[\x80-\x9f]")


def unpacked(data: bytes, on_problem: OnProblem) -> bytes:
    """Unpack gzip; other data is given back.

    Raises:
        ParseError: nothing can be unpacked, or too much.

    >>> from podkit.errors import ignore
    >>> unpacked(gzip.compress(b"<rss/>"), ignore), unpacked(b"<rss/>", ignore)
    (b'<rss/>', b'<rss/>')
    """
    if not data.startswith(_GZIP):
        return data
    content = bytearray()
    with gzip.GzipFile(fileobj=io.BytesIO(data)) as file:
        try:
            while block := file.read1(_BLOCK):
                content += block
                if len(content) > MAXIMUM_UNPACKED:
                    size = f"{MAXIMUM_UNPACKED:,} bytes, more than are read"
                    raise ParseError(f"the gzip data unpacks to over {size}")
        except (EOFError, OSError, zlib.error) as error:
            if not content:
                raise ParseError("the gzip data can't be unpacked") from error
            message = "the gzip data is damaged or cut off; what could be unpacked was read"
            on_problem(Problem(id="damaged-gzip", message=message, level="error"))
    return bytes(content)


def is_mislabelled(data: bytes, encoding: str) -> bool:
    r"""Say whether bytes that a Western encoding reads are really in another one.

    >>> is_mislabelled("é".encode(), "ISO-8859-1"), is_mislabelled(b"\xe9", "ISO-8859-1")
    (True, False)
    """
    if codec_of(encoding) != "cp1252" or data.isascii():
        return False
    return _is_utf8(data) or not _fits(data, encoding)


def decoded(data: bytes, on_problem: OnProblem) -> str:
    r"""Decode a document, reporting a declaration or bytes that are wrong.

    >>> decoded(b"<?xml version='1.0' encoding='utf-8'?><a>\xc3\xa9 \xe9</a>", print)
    line 1: bytes that are not UTF-8 were read as Windows-1252, the first on this line
    "<?xml version='1.0' encoding='utf-8'?><a>é é</a>"
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return replaced(data, encoding, on_problem)
    match = _DECLARATION.match(data)
    declared = match[1].decode() if match else "UTF-8"
    codec = codec_of(declared)
    if codec is None:
        _report(f"the encoding can't be {declared}; read as UTF-8", on_problem)
    elif codec != "utf-8" and (data.isascii() or not _is_utf8(data)):
        if codec != codecs.lookup(declared).name and not _fits(data, declared):
            _report(f"the encoding is not {declared} but {codec}", on_problem)
        return replaced(data, codec, on_problem)
    elif codec != "utf-8":
        _report(f"the encoding is not {declared} but UTF-8", on_problem)
    return mixed(data, on_problem)


def _is_utf8(data: bytes) -> bool:
    return _fits(data, "utf-8")


def _fits(data: bytes, encoding: str) -> bool:
    """Say whether bytes are of an encoding; control characters are of none."""
    if codecs.lookup(encoding).name == "iso8859-1":
        return not _CONTROLS.search(data)
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _report(message: str, on_problem: OnProblem, line: int | None = None) -> None:
    on_problem(Problem(id="encoding", message=message, line=line))
