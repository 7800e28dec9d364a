"""Tags made by hand, byte by byte, and the audio that follows them."""

import io
import struct

import attrs

from podkit import audio

SILENCE = (b"\xff\xfb\x90\x64" + bytes(413)) * 100
DURATION = 2.60625


def syncsafe(size):
    return bytes(size >> shift & 0x7F for shift in (21, 14, 7, 0))


def tag(*frames, version=3, flags=0, padding=0):
    """Put a header before frames."""
    body = b"".join(frames) + bytes(padding)
    return b"ID3" + bytes([version, 0, flags]) + syncsafe(len(body)) + body


def frame(name, body, *, version=3, status=0, flags=0, size=None):
    """Put a header before a body."""
    size = len(body) if size is None else size
    written = syncsafe(size) if version == 4 else struct.pack(">I", size)
    return name.encode() + written + bytes([status, flags]) + body


def text(name, value):
    return frame(name, b"\0" + value.encode("latin-1"))


def chap(name, start, end, *inner):
    times = struct.pack(">4I", start, end, 0xFFFFFFFF, 0xFFFFFFFF)
    return frame("CHAP", name.encode() + b"\0" + times + b"".join(inner))


def ctoc(*names, name="toc", flags=3):
    entries = b"".join(entry.encode() + b"\0" for entry in names)
    return frame("CTOC", name.encode() + b"\0" + bytes([flags, len(names)]) + entries)


def problems_of(data):
    """Read a tag; give the values that it holds and the names of the problems with them."""
    problems = []
    tags = audio.loads(data, on_problem=problems.append)
    filled = attrs.asdict(tags, recurse=False, filter=lambda _, value: value not in (None, ()))
    return filled, [problem.id for problem in problems]


def written(tags, old=b""):
    """Write tags into silence that has an old tag, and give the file's bytes."""
    file = io.BytesIO()
    audio.write(tags, file, source=io.BytesIO(old + SILENCE))
    return file.getvalue()


def frame_names(data):
    """Give the names of a v2.3 tag's frames, in order."""
    names, position = [], 10
    while data[position]:
        names.append(data[position : position + 4].decode())
        position += 10 + int.from_bytes(data[position + 4 : position + 8])
    return names
