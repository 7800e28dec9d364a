"""What the bodies of frames are made of: one table for reading and writing.

A body is a row of parts, as in the frame descriptions of ID3v2.3 (section 4), of the Chapter Frame
Addendum, and of Apple's frames, which no document defines. Texts are Latin-1 when all texts of the
frame fit, or else UTF-16 with a byte order mark.
"""

import codecs
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

import attrs

from podkit.audio.id3._tag import Frame, render_frames, split_frames
from podkit.errors import OnProblem, ParseError, Problem, UnrepresentableError

__all__ = ["check_latin_1", "check_text", "join_values", "modernise", "read_bodies", "write_frame"]

_LATIN_1, _UTF_16, _UTF_16_BIG_ENDIAN, _UTF_8 = range(4)
_ENCODINGS = ("latin-1", "utf-16-le", "utf-16-be", "utf-8")
_NO_TEXT = re.compile("[\\0\ud800-\udfff]")


def read_bodies(
    frames: Iterable[Frame], on_problem: OnProblem
) -> Iterator[tuple[Frame, tuple[Any, ...]]]:
    r"""Read frames, and report those that can't be read; they stay in the tag as they are.

    >>> frames = [Frame("TIT2", b"\0Intro"), Frame("TIT2", b"\7Intro")]
    >>> [values for _, values in read_bodies(frames, print)]
    TIT2: not read: no text encoding has the number 7
    [('Intro',)]
    """
    for frame in frames:
        try:
            values = _read_body(frame)
        except ParseError as error:
            message = f"not read: {error}"
            on_problem(Problem(id="unreadable-frame", message=message, where=frame.id))
        else:
            yield frame, values


def write_frame(frame_id: str, *values: object) -> Frame:
    r"""Make a frame from its values.

    >>> write_frame("TIT2", "Ŝi").body
    b'\x01\xff\xfe\\\x01i\x00'
    """
    layout = _layout(frame_id)
    texts = [value for value in values if isinstance(value, str)]
    encoding = _LATIN_1 if all(map(_is_latin_1, texts)) else _UTF_16
    body = bytes([encoding]) if layout.has_encoding else b""
    for part, value in zip(layout.parts, values, strict=True):
        body += part.write(value, encoding)
    return Frame(frame_id, body)


def check_text(text: str, where: str) -> str:
    """Give the text back, or refuse one that a frame can't hold.

    Raises:
        UnrepresentableError: it is empty, or has a character that ends a text or is none.

    >>> check_text("", "title")
    Traceback (most recent call last):
    podkit.errors.UnrepresentableError: title: an empty text; give None for what is absent
    """
    if not text:
        raise UnrepresentableError("an empty text; give None for what is absent", where=where)
    if wrong := _NO_TEXT.search(text):
        message = f"an ID3 tag can't hold U+{ord(wrong[0]):04X}"
        raise UnrepresentableError(message, where=where)
    return text


def check_latin_1(text: str, where: str) -> str:
    """Give the text back, or refuse one that an address or a name in a tag can't hold.

    Raises:
        UnrepresentableError: `check_text` refuses it, or it has other characters than Latin-1's.

    >>> check_latin_1("https://example.com/ŝi", "chapters[0].url")
    Traceback (most recent call last):
    podkit.errors.UnrepresentableError: chapters[0].url: only Latin-1 has a place here, not 'ŝ'
    """
    for letter in check_text(text, where):
        if not _is_latin_1(letter):
            message = f"only Latin-1 has a place here, not {letter!r}"
            raise UnrepresentableError(message, where=where)
    return text


def join_values(text: str) -> str:
    r"""Give the one or several texts of a frame, which NUL separates, as one.

    >>> join_values("Ann\0Ben\0")
    'Ann / Ben'
    """
    first, *others = text.split("\0")
    return " / ".join(filter(None, [first, *(other.removeprefix("\ufeff") for other in others)]))


def modernise(frame: Frame, on_problem: OnProblem) -> Frame:
    r"""Give a frame of v2.4 as v2.3 has it: its texts, and the frames within it.

    >>> modernise(Frame("TIT2", b"\3caf\xc3\xa9"), print).body
    b'\x00caf\xe9'
    """
    if _layout(frame.id).parts[-1] is not _FRAMES:
        return _reencode(frame)
    try:
        *values, data = _read_body(frame)
    except ParseError:
        return frame
    inner = map(_reencode, split_frames(data, on_problem, version=4))
    return attrs.evolve(frame, body=write_frame(frame.id, *values, render_frames(inner)).body)


def _read_body(frame: Frame) -> tuple[Any, ...]:
    if not frame.is_plain:
        raise ParseError("compressed and encrypted frames aren't read")
    layout, rest, encoding = _layout(frame.id), frame.body, _LATIN_1
    if layout.has_encoding and rest[:1] < b" ":  # some writers forget the byte
        encoding, rest = rest[0] if rest else _LATIN_1, rest[1:]
    if encoding > _UTF_8:
        raise ParseError(f"no text encoding has the number {encoding}")
    values = []
    for part in layout.parts:
        value, rest = part.read(rest, encoding)
        values.append(value)
    return tuple(values)


def _reencode(frame: Frame) -> Frame:
    """Give a frame whose texts are in an encoding that v2.3 lacks in one that it has."""
    if not _layout(frame.id).has_encoding or frame.body[:1] not in (b"\2", b"\3"):
        return frame
    try:
        values = _read_body(frame)
    except ParseError:
        return frame
    return attrs.evolve(frame, body=write_frame(frame.id, *values).body)


class _Part(NamedTuple):
    """A part of a body: how it is taken off the front, and how it is written."""

    read: Callable[[bytes, int], tuple[Any, bytes]]
    write: Callable[[Any, int], bytes]


class _Layout(NamedTuple):
    """The parts of a body, and whether the number of its encoding comes first."""

    parts: tuple[_Part, ...]
    has_encoding: bool = True


def _read_string(data: bytes, encoding: int) -> tuple[str, bytes]:
    if encoding in (_LATIN_1, _UTF_8):
        text, _, rest = data.partition(b"\0")
        return _decode(text, encoding), rest
    end = data.find(b"\0\0")
    while end % 2 and end != -1:
        end = data.find(b"\0\0", end + 1)
    text, rest = (data, b"") if end == -1 else (data[:end], data[end + 2 :])
    return _decode(text, encoding), rest


def _read_text(data: bytes, encoding: int) -> tuple[str, bytes]:
    return _decode(data, encoding), b""


def _decode(data: bytes, encoding: int) -> str:
    if encoding in (_UTF_16, _UTF_16_BIG_ENDIAN):
        data = data[: len(data) // 2 * 2]
        encoding = _UTF_16_BIG_ENDIAN if data.startswith(codecs.BOM_UTF16_BE) else encoding
    text = data.decode(_ENCODINGS[encoding], "replace")
    return text if encoding == _LATIN_1 else text.removeprefix("\ufeff")


def _write_text(text: str, encoding: int) -> bytes:
    mark = codecs.BOM_UTF16_LE if encoding == _UTF_16 else b""
    return mark + text.encode(_ENCODINGS[encoding])


def _write_string(text: str, encoding: int) -> bytes:
    return _write_text(text, encoding) + (b"\0\0" if encoding == _UTF_16 else b"\0")


def _is_latin_1(text: str) -> bool:
    return all(letter <= "\xff" for letter in text)


def _read_names(data: bytes, _encoding: int) -> tuple[list[str], bytes]:
    count, data = _take(data, 1)
    *names, rest = [*data.split(b"\0", count[0]), b""][: count[0] + 1]
    return [name.decode("latin-1") for name in names], rest


def _write_names(names: list[str], _encoding: int) -> bytes:
    return bytes([len(names)]) + b"".join(_write_string(name, _LATIN_1) for name in names)


def _take(data: bytes, size: int) -> tuple[bytes, bytes]:
    if len(data) < size:
        raise ParseError("the frame ends too early")
    return data[:size], data[size:]


def _integer(size: int) -> _Part:
    def read(data: bytes, _encoding: int) -> tuple[int, bytes]:
        taken, rest = _take(data, size)
        return int.from_bytes(taken), rest

    return _Part(read, lambda value, _encoding: value.to_bytes(size))


def _read_language(data: bytes, _encoding: int) -> tuple[str, bytes]:
    code, rest = _take(data, 3)
    return code.decode("latin-1"), rest


_STRING = _Part(_read_string, _write_string)
_TEXT = _Part(_read_text, _write_text)
_NAME = _Part(
    lambda data, _encoding: _read_string(data, _LATIN_1),
    lambda text, _encoding: _write_string(text, _LATIN_1),
)
_URL = _Part(_NAME.read, lambda text, _encoding: _write_text(text, _LATIN_1))
_LANGUAGE = _Part(_read_language, lambda code, _encoding: code.encode("latin-1"))
_NAMES = _Part(_read_names, _write_names)
_BYTE, _UNSIGNED = _integer(1), _integer(4)
_DATA = _Part(lambda data, _encoding: (data, b""), lambda data, _encoding: data)
_FRAMES = _Part(*_DATA)

_TEXT_FRAME = _Layout((_TEXT,))
_LAYOUTS = {
    "APIC": _Layout((_NAME, _BYTE, _STRING, _DATA)),
    "CHAP": _Layout((_NAME, *[_UNSIGNED] * 4, _FRAMES), has_encoding=False),
    "COMM": _Layout((_LANGUAGE, _STRING, _TEXT)),
    "CTOC": _Layout((_NAME, _BYTE, _NAMES, _FRAMES), has_encoding=False),
    "TXXX": _Layout((_STRING, _TEXT)),
    "USLT": _Layout((_LANGUAGE, _STRING, _TEXT)),
    # Apple writes it as a text frame, others as the link frame that its name says it is.
    "WFED": _TEXT_FRAME,
    "WXXX": _Layout((_STRING, _URL)),
}
_UNKNOWN = _Layout((_DATA,), has_encoding=False)


def _layout(frame_id: str) -> _Layout:
    return _LAYOUTS.get(frame_id) or (_TEXT_FRAME if frame_id.startswith("T") else _UNKNOWN)
