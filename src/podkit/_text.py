"""What every format made of text does: decode what a file holds, and refuse what is no text."""

import re

from podkit.errors import OnProblem, Problem, UnrepresentableError

__all__ = ["check_text", "decode"]

# How a file may start, the encoding that this means, and the one that reads what isn't of it. All
# our formats start with a character of ASCII, of which UTF-16 makes two bytes, one of them zero.
_ENCODINGS = (
    (rb"\xff\xfe", "UTF-16-LE", "UTF-16-LE"),
    (rb"\xfe\xff", "UTF-16-BE", "UTF-16-BE"),
    (rb"\xef\xbb\xbf", "UTF-8", "Windows-1252"),
    (rb"(?=[^\0]\0)", "UTF-16-LE", "UTF-16-LE"),
    (rb"(?=\0[^\0])", "UTF-16-BE", "UTF-16-BE"),
    (rb"", "UTF-8", "Windows-1252"),
)
# Where HTML declares its encoding, and what browsers take the labels for (WHATWG Encoding, 4.2).
_CHARSET = re.compile(
    rb"<meta\b[^>]{0,200}?\bcharset\s*=\s*[\"']?\s*([\w.:-]{1,40})", re.IGNORECASE
)
_MOST_SEARCHED = 1024
_CODECS = {
    **{f"iso-8859-{part}": f"iso8859-{part}" for part in (2, 3, 4, 5, 6, 7, 8, 10, 13, 14, 15, 16)},
    **{f"windows-{page}": f"cp{page}" for page in range(1250, 1259)},
    **{f"cp{page}": f"cp{page}" for page in range(1250, 1259)},
    **dict.fromkeys(("iso-8859-1", "latin1", "us-ascii", "ascii"), "cp1252"),
    **dict.fromkeys(("shift_jis", "shift-jis", "sjis", "x-sjis", "windows-31j"), "cp932"),
    **dict.fromkeys(("gb2312", "gbk", "gb18030", "x-gbk"), "gb18030"),
    **dict.fromkeys(("euc-kr", "ks_c_5601-1987", "windows-949"), "cp949"),
    **dict.fromkeys(("iso-8859-11", "tis-620", "windows-874"), "cp874"),
    **dict.fromkeys(("big5", "big5-hkscs"), "big5hkscs"),
    **dict.fromkeys(("latin2", "l2"), "iso8859-2"),
    "iso-8859-9": "cp1254",
    "koi8-r": "koi8-r",
    "koi8-u": "koi8-u",
    "ibm866": "cp866",
    "macintosh": "mac-roman",
    "euc-jp": "euc-jp",
}


def decode(data: str | bytes, on_problem: OnProblem) -> str:
    r"""Decode what a file holds: UTF-8, UTF-16 with its mark or without, or else Windows-1252.

    What isn't UTF-8 is of the encoding that it declares as HTML does, in its first 1,024 bytes.

    >>> from podkit.errors import ignore
    >>> decode(b"\xef\xbb\xbf0:00 Caf\xc3\xa9", ignore), decode(b"0:00 Caf\xe9", print)
    the bytes aren't all UTF-8; read as Windows-1252
    ('0:00 Café', '0:00 Café')
    """
    if isinstance(data, str):
        return data.removeprefix("\ufeff")
    start, encoding, fallback = next(row for row in _ENCODINGS if re.match(row[0], data))
    content = re.sub(start, b"", data, count=1)
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        declared = _declared(content) if fallback == "Windows-1252" else None
        if declared:
            return declared
        message = f"the bytes aren't all {encoding}; read as {fallback}"
        on_problem(Problem(id="encoding", message=message))
        return content.decode(fallback, "replace")


def _declared(content: bytes) -> str | None:
    """Decode HTML by the encoding that it declares, if all of it is of that."""
    declared = _CHARSET.search(content, 0, _MOST_SEARCHED)
    codec = _CODECS.get(declared[1].decode().lower()) if declared else None
    try:
        return content.decode(codec) if codec else None
    except UnicodeDecodeError:
        return None


def check_text(text: str, where: str) -> str:
    """Give the text back, or refuse one that is empty or that UTF-8 can't hold.

    Raises:
        UnrepresentableError: the text is one of these.

    >>> check_text("", "title")
    Traceback (most recent call last):
    podkit.errors.UnrepresentableError: title: an empty text; give None for what is absent
    """
    if not text:
        raise UnrepresentableError("an empty text; give None for what is absent", where=where)
    try:
        text.encode()
    except UnicodeEncodeError as error:
        message = f"holds half a surrogate pair, {text[error.start]!r}, which is no character"
        raise UnrepresentableError(message, where=where) from error
    return text
