"""What the bodies of frames are made of: one table for reading and writing.

A body is a row of parts, as in the frame descriptions of ID3v2.3 and v2.4 (section 4), of the
Chapter Frame Addendum, and of Apple's frames, which no document defines. Texts are written in
Latin-1 when all texts of the frame fit, or else in UTF-16 with a byte order mark; in v2.4, in
UTF-8.
"""

import codecs
import re
from collections.abc import Callable, Iterable, Iterator
from typing import Any, NamedTuple

from podkit.audio.id3._tag import Frame, render_frames, split_frames
from podkit.errors import OnProblem, ParseError, Problem, UnrepresentableError, ignore

__all__ = [
    "MOST_LINES",
    "check_latin_1",
    "check_text",
    "convert",
    "join_values",
    "read_bodies",
    "write_frame",
]

_LATIN_1, _UTF_16, _UTF_16_BIG_ENDIAN, _UTF_8 = range(4)
_ENCODINGS = ("latin-1", "utf-16-le", "utf-16-be", "utf-8")
MOST_LINES = 1 << 16  # of a synchronised text: three words a second for six hours
_UTF_16_STRING = re.compile(rb"(?:[^\0].|\0[^\0])*+", re.DOTALL)  # as far as two bytes of zero
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


def write_frame(frame_id: str, *values: object, version: int = 3) -> Frame:
    r"""Make a frame from its values.

    >>> write_frame("TIT2", "Ŝi").data, write_frame("TIT2", "Ŝi", version=4).data
    (b'\x01\xff\xfe\\\x01i\x00', b'\x03\xc5\x9ci')
    """
    layout = _layout(frame_id)
    encoding = _UTF_8 if version == 4 else _encoding(layout, values)
    written = [bytes([encoding])] if layout.has_encoding else []
    written += [
        part.write(value, encoding) for part, value in zip(layout.parts, values, strict=True)
    ]
    return Frame(frame_id, b"".join(written), version)


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
    if "\0" not in text:
        return text
    text = text.replace("\0\ufeff", "\0")
    while "\0\0" in text:
        text = text.replace("\0\0", "\0")
    return text.strip("\0").replace("\0", " / ")


def convert(frames: Iterable[Frame], version: int) -> list[Frame]:
    r"""Give frames as a version has them: their headers, their texts, and the frames within them.

    What has no name that a frame may have is left out in v2.4, where only the next frame's name
    tells which of two ways a size is written in.

    >>> [frame.data for frame in convert([Frame("TIT2", b"\3caf\xc3\xa9", version=4)], 3)]
    [b'\x00caf\xe9']
    """
    return [_convert(frame, version) for frame in frames if version == 3 or frame.is_named]


def _convert(frame: Frame, version: int) -> Frame:
    if frame.version == version:
        return frame
    layout = _layout(frame.id)
    holds_frames = layout.parts[-1] is _FRAMES
    try:
        foreign = layout.has_encoding and version == 3 and frame.body()[:1] in (b"\2", b"\3")
        values = _read_body(frame) if foreign or holds_frames else ()
    except ParseError:
        values = ()
    if not values:
        return frame.as_version(version)
    if holds_frames:
        inner = split_frames(values[-1], ignore, version=frame.version)
        values = (*values[:-1], render_frames(convert(inner, version)))
    return frame.as_version(version, write_frame(frame.id, *values, version=version).data)


def _read_body(frame: Frame) -> tuple[Any, ...]:
    layout = _layout(frame.id)
    if frame.is_compressed and layout.parts[-1] is _FRAMES:
        # What is in it may be compressed as well: each would grow by a factor, on the other's.
        raise ParseError("compressed frames that hold frames aren't read")
    data = frame.body()
    encoding = position = 0
    if layout.has_encoding and data and data[0] < 0x20:  # some writers forget the byte
        encoding, position = data[0], 1
    if encoding > _UTF_8:
        raise ParseError(f"no text encoding has the number {encoding}")
    values = []
    for part in layout.parts:
        value, position = part.read(data, position, encoding)
        values.append(value)
    return tuple(values)


class _Part(NamedTuple):
    """A part of a body: how it is read from a position on, and how it is written.

    Reading takes the body, the position and the encoding, and gives the value and where the next
    part starts.
    """

    read: Callable[[bytes, int, int], tuple[Any, int]]
    write: Callable[[Any, int], bytes]


class _Layout(NamedTuple):
    """The parts of a body, and whether the number of its encoding comes first."""

    parts: tuple[_Part, ...]
    has_encoding: bool = True


def _encoding(layout: _Layout, values: tuple[Any, ...]) -> int:
    """Give the encoding of v2.3 that holds all texts of a frame."""
    texts = [value for value in values if isinstance(value, str)]
    if layout.parts[-1] is _LINES:
        texts += [text for text, _ in values[-1]]
    return _LATIN_1 if all(map(_is_latin_1, texts)) else _UTF_16


def _read_string(data: bytes, position: int, encoding: int) -> tuple[str, int]:
    if encoding in (_LATIN_1, _UTF_8):
        end, width = data.find(b"\0", position), 1
    else:
        end, width = next(_UTF_16_STRING.finditer(data, position)).end(), 2
        end = end if end + width <= len(data) else -1
    if end == -1:
        return _decode(data[position:], encoding), len(data)
    return _decode(data[position:end], encoding), end + width


def _read_text(data: bytes, position: int, encoding: int) -> tuple[str, int]:
    return _decode(data[position:], encoding), len(data)


def _decode(data: bytes, encoding: int) -> str:
    if encoding == _LATIN_1:
        return data.decode("latin-1")
    if encoding != _UTF_8:
        data = data[: len(data) // 2 * 2]
        encoding = _UTF_16_BIG_ENDIAN if data.startswith(codecs.BOM_UTF16_BE) else encoding
    return data.decode(_ENCODINGS[encoding], "replace").removeprefix("\ufeff")


def _write_text(text: str, encoding: int) -> bytes:
    # In UTF-8 a mark is no part of the text, either: a text that starts like one has another.
    starts_like_mark = encoding == _UTF_8 and text.startswith("\ufeff")
    mark = codecs.BOM_UTF16_LE if encoding == _UTF_16 else codecs.BOM_UTF8 * starts_like_mark
    return mark + text.encode(_ENCODINGS[encoding])


def _write_string(text: str, encoding: int) -> bytes:
    return _write_text(text, encoding) + (b"\0\0" if encoding == _UTF_16 else b"\0")


def _is_latin_1(text: str) -> bool:
    return text.isascii() or max(text) <= "\xff"


def _read_names(data: bytes, position: int, _encoding: int) -> tuple[list[str], int]:
    count, position = _read_byte(data, position, _encoding)
    names = []
    while count and position < len(data):
        name, position = _read_string(data, position, _LATIN_1)
        names.append(name)
        count -= 1
    return names, position


def _write_names(names: list[str], _encoding: int) -> bytes:
    return bytes([len(names)]) + b"".join(_write_string(name, _LATIN_1) for name in names)


def _read_lines(data: bytes, position: int, encoding: int) -> tuple[list[tuple[str, int]], int]:
    """Read texts, each with a time behind it."""
    lines = []
    while position < len(data):
        text, position = _read_string(data, position, encoding)
        time, position = _read_unsigned(data, position, encoding)
        lines.append((text, time))
        if len(lines) > MOST_LINES:
            raise ParseError(f"more than {MOST_LINES} texts")
    return lines, position


def _write_lines(lines: list[tuple[str, int]], encoding: int) -> bytes:
    return b"".join(_write_string(text, encoding) + time.to_bytes(4) for text, time in lines)


def _integer(size: int) -> _Part:
    def read(data: bytes, position: int, _encoding: int) -> tuple[int, int]:
        end = _end(data, position, size)
        return int.from_bytes(data[position:end]), end

    return _Part(read, lambda value, _encoding: value.to_bytes(size))


def _end(data: bytes, position: int, size: int) -> int:
    if position + size > len(data):
        raise ParseError("the frame ends too early")
    return position + size


def _read_language(data: bytes, position: int, _encoding: int) -> tuple[str, int]:
    end = _end(data, position, 3)
    return data[position:end].decode("latin-1"), end


def _read_data(data: bytes, position: int, _encoding: int) -> tuple[bytes, int]:
    return data[position:], len(data)


_STRING = _Part(_read_string, _write_string)
_TEXT = _Part(_read_text, _write_text)
_NAME = _Part(
    lambda data, position, _encoding: _read_string(data, position, _LATIN_1),
    lambda text, _encoding: _write_string(text, _LATIN_1),
)
_URL = _Part(_NAME.read, lambda text, _encoding: _write_text(text, _LATIN_1))
_LANGUAGE = _Part(_read_language, lambda code, _encoding: code.encode("latin-1"))
_NAMES = _Part(_read_names, _write_names)
_LINES = _Part(_read_lines, _write_lines)
_BYTE, _UNSIGNED = _integer(1), _integer(4)
_read_byte, _read_unsigned = _BYTE.read, _UNSIGNED.read
_DATA = _Part(_read_data, lambda data, _encoding: data)
_FRAMES = _Part(*_DATA)

_TEXT_FRAME = _Layout((_TEXT,))
_LAYOUTS = {
    "APIC": _Layout((_NAME, _BYTE, _STRING, _DATA)),
    "CHAP": _Layout((_NAME, *[_UNSIGNED] * 4, _FRAMES), has_encoding=False),
    "COMM": _Layout((_LANGUAGE, _STRING, _TEXT)),
    "CTOC": _Layout((_NAME, _BYTE, _NAMES, _FRAMES), has_encoding=False),
    "GEOB": _Layout((_NAME, _STRING, _STRING, _DATA)),
    "SYLT": _Layout((_LANGUAGE, _BYTE, _BYTE, _STRING, _LINES)),
    "TXXX": _Layout((_STRING, _TEXT)),
    "USER": _Layout((_LANGUAGE, _TEXT)),
    "USLT": _Layout((_LANGUAGE, _STRING, _TEXT)),
    # Apple writes it as a text frame, others as the link frame that its name says it is.
    "WFED": _TEXT_FRAME,
    "WXXX": _Layout((_STRING, _URL)),
}
_UNKNOWN = _Layout((_DATA,), has_encoding=False)


def _layout(frame_id: str) -> _Layout:
    return _LAYOUTS.get(frame_id) or (_TEXT_FRAME if frame_id.startswith("T") else _UNKNOWN)
