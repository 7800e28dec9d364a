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


def decode(data: str | bytes, on_problem: OnProblem) -> str:
    r"""Decode what a file holds: UTF-8, UTF-16 with its mark or without, or else Windows-1252.

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
        message = f"the bytes aren't all {encoding}; read as {fallback}"
        on_problem(Problem(id="encoding", message=message))
        return content.decode(fallback, "replace")


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
