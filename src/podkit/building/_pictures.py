"""Pictures: whether a file is one that directories take, and what kind."""

from pathlib import Path

from podkit._files import read_bytes
from podkit.errors import OnProblem, ParseError, Problem
from podkit.models import Picture

__all__ = ["read_picture"]

# What Apple asks of artwork (A Podcaster's Guide to RSS, "itunes:image").
_MIME_TYPES = {"JPEG": "image/jpeg", "PNG": "image/png"}
_SMALLEST, _LARGEST = 1400, 3000


def read_picture(path: Path, *, on_problem: OnProblem) -> Picture:
    """Read a cover, and warn of a size that Apple refuses.

    Raises:
        ParseError: the file is no JPEG or PNG.
        OSError: the file can't be read.
    """
    from PIL import Image, UnidentifiedImageError  # noqa: PLC0415 -- an extra, and slow to load

    data = read_bytes(path)
    try:
        with Image.open(path, formats=list(_MIME_TYPES)) as image:
            image.verify()
    except (UnidentifiedImageError, SyntaxError, Image.DecompressionBombError) as error:
        raise ParseError("expected a picture, JPEG or PNG") from error
    width, height = image.size
    if width != height or not _SMALLEST <= width <= _LARGEST:
        message = (
            f"Apple asks for a square of {_SMALLEST} to {_LARGEST} pixels; "
            f"this picture has {width} × {height}"
        )
        on_problem(Problem(id="cover-size", message=message))
    return Picture(data=data, mime_type=_MIME_TYPES[str(image.format)])
