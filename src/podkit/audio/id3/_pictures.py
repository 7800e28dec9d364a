"""Pictures as APIC frames, and the links to pictures that APIC frames may hold instead.

A picture with the MIME type ``-->`` is the URL of one (ID3v2.3, section 4.15). In a chapter, such a
frame holds `Chapter.image`: AntennaPod reads it so, and no other way is in use.
"""

from typing import Any

from podkit._report import refuse, report_at
from podkit.audio.id3._frames import check_latin_1, check_text, read_bodies, write_frame
from podkit.audio.id3._rows import Place, simple_row
from podkit.audio.id3._tag import Frame
from podkit.errors import OnProblem
from podkit.models import Picture

__all__ = ["IMAGE", "PICTURE", "PICTURES"]

_LINK = "-->"
_ANY_PICTURE = "image/"  # what APIC has when the type isn't known
_OTHER = 0  # the type of a linked picture, after which players prefer a picture in the file


def _read_pictures(
    frames: list[Frame], on_problem: OnProblem
) -> tuple[tuple[Picture, ...], list[Frame]]:
    pictures, used = [], []
    for frame, (mime, kind, description, data) in read_bodies(frames, on_problem):
        mime_type = mime or _ANY_PICTURE
        pictures.append(Picture(data=data, mime_type=mime_type, type=kind, description=description))
        used.append(frame)
    return tuple(pictures), used


def _write_pictures(pictures: tuple[Picture, ...], where: str, place: Place) -> list[Frame]:
    return [_picture_frame(picture, f"{where}[{at}]", place) for at, picture in enumerate(pictures)]


def _read_one(
    frames: list[Frame], on_problem: OnProblem, *, linked: bool
) -> tuple[Picture | None, list[Frame]]:
    """Read the first picture that is a link, or that is none."""
    pictures, used = _read_pictures(frames, on_problem)
    found = [
        pair for pair in zip(pictures, used, strict=True) if (pair[0].mime_type == _LINK) == linked
    ]
    if len(found) > 1:
        report_at(on_problem, "repeated-frame", f"the first of {len(found)} is read", "APIC")
    return (found[0][0], [found[0][1]]) if found else (None, [])


def _read_picture(frames: list[Frame], on_problem: OnProblem) -> tuple[Any, list[Frame]]:
    return _read_one(frames, on_problem, linked=False)


def _write_picture(picture: Picture, where: str, place: Place) -> list[Frame]:
    if picture.mime_type == _LINK:
        refuse(f"{where}.mime_type", "'-->' says that the picture is an address; give it as image")
    return [_picture_frame(picture, where, place)]


def _picture_frame(picture: Picture, where: str, place: Place) -> Frame:
    mime_type = check_latin_1(picture.mime_type, f"{where}.mime_type")
    if not 0 <= picture.type <= 0xFF:
        refuse(f"{where}.type", "expected a number from 0 to 255")
    if picture.description:
        check_text(picture.description, f"{where}.description")
    values = mime_type, picture.type, picture.description, picture.data
    return write_frame("APIC", *values, version=place.version)


def _read_image(frames: list[Frame], on_problem: OnProblem) -> tuple[str | None, list[Frame]]:
    link, used = _read_one(frames, on_problem, linked=True)
    url = link.data.decode("latin-1").partition("\0")[0] if link else ""
    return (url, used) if url else (None, [])


def _write_image(url: str, where: str, place: Place) -> list[Frame]:
    data = check_latin_1(url, where).encode("latin-1")
    return [write_frame("APIC", _LINK, _OTHER, "", data, version=place.version)]


PICTURES = simple_row("pictures", ("APIC",), _read_pictures, _write_pictures)
# Both of a chapter's.
PICTURE = simple_row("picture", ("APIC",), _read_picture, _write_picture, shares=True)
IMAGE = simple_row("image", ("APIC",), _read_image, _write_image, shares=True)
