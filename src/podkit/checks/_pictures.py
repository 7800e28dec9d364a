"""Reads what the first bytes of a picture say of it: its format, size, colours and density.

Of JPEG (ITU-T T.81, annex B; T.871, section 10.1) and PNG (third edition, sections 11.2.1 and
11.3.4.3), which directories take; other formats are told apart by how they start.
"""

import struct
from collections.abc import Mapping

import attrs

__all__ = ["PictureHeader", "read_header"]

_PNG = b"\x89PNG\r\n\x1a\n"
_JPEG = b"\xff\xd8\xff"
_OTHERS: Mapping[bytes, str] = {
    b"GIF8": "GIF",
    b"BM": "BMP",
    b"II*\0": "TIFF",
    b"MM\0*": "TIFF",
    b"<svg": "SVG",
}
_PNG_COLOURS = {0: "grey", 2: "RGB", 3: "palette", 4: "grey", 6: "RGB"}
# By the number of components: JPEG keeps RGB as brightness and two colours.
_JPEG_COLOURS = {1: "grey", 3: "RGB", 4: "CMYK"}
_METRES_IN_INCH = 0.0254
# By the number of the unit, inch or centimetre: how many of them an inch has.
_JFIF_UNITS = {b"\1": 1.0, b"\2": 2.54}
# The markers that start a frame, with the size of the picture: SOF0 to SOF15, but for those in
# between that define Huffman tables, arithmetic coding or extensions.
_FRAMES = set(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
# The markers without a segment behind: padding, restarts, the start of the picture.
_ALONE = {0x01, 0xFF, *range(0xD0, 0xD9)}


@attrs.frozen
class PictureHeader:
    """What a picture says of itself.

    Attributes:
        format: ``JPEG``, ``PNG``, or another by its name.
        width: in pixels, of a JPEG or PNG.
        height: in pixels, of a JPEG or PNG.
        colours: ``RGB``, ``grey``, ``CMYK`` or ``palette``, of a JPEG or PNG.
        density: in pixels an inch, of a JPEG or PNG that says so.

    >>> PictureHeader("PNG", 1400, 1400, "RGB").format
    'PNG'
    """

    format: str
    width: int | None = None
    height: int | None = None
    colours: str | None = None
    density: float | None = None


def read_header(data: bytes) -> PictureHeader | None:
    r"""Read the header of a picture; of what is none, or is cut off before its size, give None.

    >>> read_header(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\x05\x78\0\0\x05\x78\x08\x02")
    PictureHeader(format='PNG', width=1400, height=1400, colours='RGB', density=None)
    >>> read_header(b"GIF89a").format, read_header(b"<html>")
    ('GIF', None)
    """
    if data.startswith(_PNG):
        return _read_png(data)
    if data.startswith(_JPEG):
        return _read_jpeg(data)
    if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        return PictureHeader("WebP")
    return next(
        (PictureHeader(name) for start, name in _OTHERS.items() if data.startswith(start)), None
    )


def _read_png(data: bytes) -> PictureHeader | None:
    if data[12:16] != b"IHDR" or len(data) < 26:
        return None
    width, height, _depth, colours = struct.unpack_from(">IIBB", data, 16)
    density = None
    place = data.find(b"pHYs", 0, data.find(b"IDAT"))
    if place >= 0 and data[place + 12 : place + 13] == b"\1":  # the unit is the metre
        density = int.from_bytes(data[place + 4 : place + 8]) * _METRES_IN_INCH
    return PictureHeader("PNG", width, height, _PNG_COLOURS.get(colours), density)


def _read_jpeg(data: bytes) -> PictureHeader | None:
    """Go from segment to segment until one starts the picture itself."""
    position = 2
    while position + 10 <= len(data) and data[position] == 0xFF:
        marker = data[position + 1]
        if marker in _FRAMES:
            height, width, components = struct.unpack_from(">HHB", data, position + 5)
            colours = _JPEG_COLOURS.get(components)
            return PictureHeader("JPEG", width, height, colours, _jpeg_density(data))
        if marker in _ALONE:
            position += 1 if marker == 0xFF else 2
        else:
            position += 2 + int.from_bytes(data[position + 2 : position + 4])
    return None


def _jpeg_density(data: bytes) -> float | None:
    """Read the density in the first segment, if that is of JFIF."""
    if data[6:11] != b"JFIF\0":
        return None
    unit = _JFIF_UNITS.get(data[13:14])
    return unit and int.from_bytes(data[14:16]) * unit
