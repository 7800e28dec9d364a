"""Pictures: whether a file is one that directories take, and what kind."""

import io
import warnings
from pathlib import Path

from podkit._files import read_bytes
from podkit.errors import OnProblem, ParseError, Problem, UnsupportedFormatError
from podkit.models import Picture

__all__ = ["read_picture"]

# What Apple asks of artwork (A Podcaster's Guide to RSS, "itunes:image").
_FORMATS = ("JPEG", "PNG")
# Cameras write JPEG files with a second picture behind the first; Pillow calls these MPO.
_MIME_TYPES = {"JPEG": "image/jpeg", "MPO": "image/jpeg", "PNG": "image/png"}
_SMALLEST, _LARGEST = 1400, 3000


def read_picture(path: Path, *, on_problem: OnProblem) -> Picture:
    """Read a cover, and warn of a size that Apple refuses.

    Raises:
        ParseError: the file is no JPEG or PNG, or not a whole one, or far too large.
        UnsupportedFormatError: Pillow isn't installed.
        OSError: the file can't be read.
    """
    data = read_bytes(path)
    mime_type, width, height = _look_at(data)
    if width != height or not _SMALLEST <= width <= _LARGEST:
        message = (
            f"Apple asks for a square of {_SMALLEST} to {_LARGEST} pixels; "
            f"this picture has {width} × {height}"
        )
        on_problem(Problem(id="cover-size", message=message))
    return Picture(data=data, mime_type=mime_type)


def _look_at(data: bytes) -> tuple[str, int, int]:
    """Decode a picture, and give its MIME type, width and height."""
    try:
        from PIL import Image  # noqa: PLC0415 -- an extra, and slow to load
    except ModuleNotFoundError as error:
        message = "reading a cover needs pillow: install podkit[build]"
        raise UnsupportedFormatError(message) from error

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(io.BytesIO(data), formats=_FORMATS) as image:
                image.load()  # only this finds that a file is cut short
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        message = f"the picture is too large; Apple takes at most {_LARGEST} × {_LARGEST} pixels"
        raise ParseError(message) from error
    except (OSError, SyntaxError, ValueError) as error:
        raise ParseError("expected a whole picture, JPEG or PNG") from error
    return _MIME_TYPES[str(image.format)], image.width, image.height
