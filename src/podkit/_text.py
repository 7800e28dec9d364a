"""What every format made of text does: decode what a file holds, and refuse what is no text."""

import codecs
import re

from podkit.errors import OnProblem, Problem, UnrepresentableError

__all__ = ["check_text", "codec_of", "declared_encoding", "decode", "mixed", "replaced"]

# How a file may start, and the encoding that this means. All our formats start with a character of
# ASCII, of which UTF-16 makes two bytes, one of them zero.
_MARKS = (
    (rb"\xff\xfe", "UTF-16-LE"),
    (rb"\xfe\xff", "UTF-16-BE"),
    (rb"\xef\xbb\xbf", "UTF-8"),
    (rb"(?=[^\0]\0)", "UTF-16-LE"),
    (rb"(?=\0[^\0])", "UTF-16-BE"),
    (rb"", "UTF-8"),
)
_NAME = rb"[\"']?\s*([A-Za-z][\w.:-]{0,40})"
# Browsers look for it in the first 1,024 bytes.
_DECLARATION = re.compile(
    rb"\s*+(?:<\?xml\s[^>]{0,200}?encoding\s*=\s*" + _NAME + rb"|(?=<)(?s:.{0,1000}?)"
    rb"<meta\s[^>]{0,200}?charset\s*=\s*" + _NAME + rb")",
    re.IGNORECASE,
)
# Encodings whose name is given to what has more characters, as the WHATWG's Encoding Standard says.
_SUPERSETS = {
    **dict.fromkeys(("ascii", "iso8859-1"), "cp1252"),
    **dict.fromkeys(("gb2312", "gbk"), "gb18030"),
    **dict.fromkeys(("iso8859-11", "tis-620"), "cp874"),
    "big5": "big5hkscs",
    "euc_kr": "cp949",
    "iso8859-9": "cp1254",
}
# An encoding that reads this otherwise hides markup, or is no encoding of texts.
_MARKUP = rb"<a b='\u0026\x26+ACY-'>-"
# What Python makes of bytes that are not UTF-8, to be made into characters.
_ESCAPED = re.compile("[\udc80-\udcff]+")
# The encodings that files of text had before UTF-8, and what they are called.
_WESTERN = "cp1252"
_GUESSES = {
    _WESTERN: "Windows-1252",
    "cp1250": "Windows-1250",
    "cp1251": "Windows-1251",
    "cp1253": "Windows-1253",
    "cp1254": "Windows-1254",
    "cp1255": "Windows-1255",
    "cp1256": "Windows-1256",
    "cp1257": "Windows-1257",
    "cp874": "Windows-874",
    "koi8_r": "KOI8-R",
    "cp932": "Shift-JIS",
    "gb18030": "GB18030",
    "big5": "Big5",
    "cp949": "EUC-KR",
}
# A guess takes as many bytes of the lines that aren't ASCII at most, and as many that aren't at
# least: of fewer, there are too many encodings in which they mean something.
_MOST = 65_536
_LEAST = 16
_OTHER_LINE = re.compile(rb"^[^\n\x80-\xff]*+[\x80-\xff][^\n]*+\n?", re.MULTILINE)
_ASCII = bytes(range(0x80))
_NOT_ASCII = bytes(range(0x80, 0x100))


def decode(data: str | bytes, on_problem: OnProblem) -> str:
    r"""Decode what a file holds: UTF-8, or else what its mark, a declaration or its letters say.

    A file of UTF-8 with a few other bytes stays one; they are read as Windows-1252. So is all of
    a file of which too little is not ASCII to guess by.

    >>> from podkit.errors import ignore
    >>> decode(b"\xef\xbb\xbf0:00 Caf\xc3\xa9", ignore), decode(b"0:00 Caf\xe9", print)
    the bytes aren't all UTF-8; read as Windows-1252
    ('0:00 Café', '0:00 Café')
    """
    if isinstance(data, str):
        return data.removeprefix("\ufeff")
    mark, encoding = next(row for row in _MARKS if re.match(row[0], data))
    content = re.sub(mark, b"", data, count=1)
    try:
        return content.decode(encoding)
    except UnicodeDecodeError:
        if encoding != "UTF-8":
            return replaced(content, encoding, on_problem)
    text, whole = codecs.utf_8_decode(content, "ignore", False)  # noqa: FBT003 -- its name is hidden
    letters = len(text) - len(content.translate(None, _NOT_ASCII))
    if mark or letters >= max(1, whole - len(text.encode())):
        if letters and whole < len(content):
            _report("the data ends within a character, which was left out", on_problem)
            content = content[:whole]
        return mixed(content, on_problem)
    declared = declared_encoding(content)
    if declared and declared != "utf-8":
        return replaced(content, declared, on_problem)
    guess = _guessed(content)
    _report(f"the bytes aren't all UTF-8; read as {_GUESSES[guess]}", on_problem)
    return content.decode(guess, "replace")


def declared_encoding(data: bytes) -> str | None:
    """Give the codec for the encoding that a document of XML or HTML declares, if it does.

    >>> declared_encoding(b'<!DOCTYPE html><meta charset="latin1">'), declared_encoding(b"<p>")
    ('cp1252', None)
    """
    match = _DECLARATION.match(data)
    return codec_of((match[1] or match[2]).decode()) if match else None


def codec_of(declared: str) -> str | None:
    """Give the name of the codec that reads what is declared, or None for what can't be meant.

    >>> codec_of("ISO-8859-1"), codec_of("UTF-16"), codec_of("klingon")
    ('cp1252', None, None)
    """
    try:
        name = codecs.lookup(declared).name
        is_meant = _MARKUP.decode(declared, "replace").encode() == _MARKUP
    except (LookupError, UnicodeError):
        return None
    return _SUPERSETS.get(name, name) if is_meant else None


def replaced(data: bytes, encoding: str, on_problem: OnProblem) -> str:
    r"""Decode an encoding, and report the bytes that it lacks.

    >>> replaced(b"Caf\xe9", "ascii", print)
    bytes that are not ascii were replaced by U+FFFD
    'Caf�'
    """
    text = data.decode(encoding, "replace").removeprefix("\ufeff")
    if "\ufffd" in text:
        _report(f"bytes that are not {encoding} were replaced by U+FFFD", on_problem)
    return text


def mixed(data: bytes, on_problem: OnProblem) -> str:
    r"""Decode UTF-8, and as Windows-1252 the bytes that are not of it.

    >>> mixed(b"\xc3\xa9 \xe9", print)
    line 1: bytes that are not UTF-8 were read as Windows-1252, the first on this line
    'é é'
    """
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        message = "bytes that are not UTF-8 were read as Windows-1252, the first on this line"
        _report(message, on_problem, line=data.count(b"\n", 0, error.start) + 1)
        return _ESCAPED.sub(_windows, data.decode("utf-8", "surrogateescape"))


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


def _windows(match: re.Match[str]) -> str:
    return match[0].encode("utf-8", "surrogateescape").decode("cp1252", "replace")


def _guessed(data: bytes) -> str:
    """Say which encoding bytes are of: a Western one, unless another fits the letters better."""
    lines = bytearray()
    for line in _OTHER_LINE.finditer(data):
        lines += line[0]
        if len(lines) > _MOST:
            # No encoding has a blank within a character.
            del lines[max(0, *(lines.rfind(blank, 0, _MOST) for blank in b" \n")) :]
            break
    if len(lines.translate(None, _ASCII)) < _LEAST:
        return _WESTERN
    import charset_normalizer  # noqa: PLC0415 -- few files need it

    matches = list(charset_normalizer.from_bytes(lines, cp_isolation=list(_GUESSES)))
    best = [each for each in matches if each.coherence >= matches[0].coherence]
    if not best or any(_WESTERN in each.could_be_from_charset for each in best):
        return _WESTERN
    return best[0].encoding


def _report(message: str, on_problem: OnProblem, line: int | None = None) -> None:
    on_problem(Problem(id="encoding", message=message, line=line))
