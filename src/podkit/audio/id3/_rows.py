"""How a table of rows reads frames into fields, and writes fields into frames.

A row says which frames hold a field. The same rows serve a tag, a chapter and a table of contents,
which are all lists of frames. Writing changes as little as it can: frames that say already what the
field says stay byte for byte, and so does what no row reads.
"""

from collections.abc import Callable, Iterable
from typing import Any, NamedTuple, TypeAlias

from podkit._report import report_at
from podkit.audio.id3._frames import check_text, join_values, read_bodies, write_frame
from podkit.audio.id3._tag import Frame
from podkit.errors import OnProblem, ignore

__all__ = [
    "Place",
    "Row",
    "read_rows",
    "read_texts",
    "simple_row",
    "text_row",
    "update_rows",
]


class Place(NamedTuple):
    """What is written, and where.

    Attributes:
        owner: the value whose fields are written.
        where: the path of the owner, with a point behind it, for errors.
        version: the version of the tag.
    """

    owner: Any
    where: str
    version: int


Reader: TypeAlias = Callable[[list[Frame], OnProblem], tuple[Any, list[Frame]]]
Writer: TypeAlias = Callable[[Any, str, Place], list[Frame]]
Updater: TypeAlias = Callable[[list[Frame], Place], tuple[list[Frame], list[Frame]]]


class Row(NamedTuple):
    """A field and the frames that hold it.

    Attributes:
        field: the field's name.
        frames: the names of the frames.
        read: gives the value that these frames hold, None or () for none, and those that say it.
        update: gives the frames for the owner's value, and the old ones that they take the place
            of: the same where these say it already.
    """

    field: str
    frames: tuple[str, ...]
    read: Reader
    update: Updater


def read_rows(rows: Iterable[Row], frames: list[Frame], on_problem: OnProblem) -> dict[str, Any]:
    """Read the fields that the frames hold."""
    named = _by_name(frames)
    return {
        row.field: row.read(_of_row(row, named), on_problem)[0]
        for row in rows
        if not named.keys().isdisjoint(row.frames)
    }


def update_rows(rows: Iterable[Row], old: list[Frame], place: Place) -> list[Frame]:
    """Give the frames that hold the owner's fields and what else the old ones hold.

    Where nothing changes, the old list itself is given.
    """
    named = _by_name(old)
    new: list[Frame] = []
    replaced: list[Frame] = []
    for row in rows:
        written, superseded = row.update(_of_row(row, named), place)
        new += written
        replaced += superseded
    if new == replaced:
        return old
    gone = set(replaced)
    return [*new, *(frame for frame in old if frame not in gone)]


def simple_row(
    field: str, frames: tuple[str, ...], read: Reader, write: Writer, *, shares: bool = False
) -> Row:
    """Make the row of a field whose value says all that its frames have to say.

    Args:
        field: the field's name.
        frames: the names of the frames.
        read: as the row's.
        write: gives the frames for a value, its path, and the place.
        shares: whether other frames of these names may stand beside the field's own.
    """

    def update(old: list[Frame], place: Place) -> tuple[list[Frame], list[Frame]]:
        said, used = read(old, ignore)
        value = getattr(place.owner, field)
        if value in (None, ()):
            return [], used
        if value == said and len(frames) == 1:
            return used, used
        new = write(value, place.where + field, place)
        names = {frame.id for frame in new}
        if value == said and names == {frame.id for frame in used}:
            return used, used
        said_by = set(used)
        return new, [f for f in old if f in said_by or (f.id in names and not shares)]

    return Row(field, frames, read, update)


def text_row(
    field: str,
    frame_id: str,
    read: Callable[[str], Any] | None = None,
    write: Callable[[Any, str], str] = check_text,
) -> Row:
    """Make the row of a field that is one text.

    Args:
        field: the field's name.
        frame_id: the frame's name.
        read: gives the value of a text, or None for one that isn't understood; absent where the
            text is the value.
        write: gives the text of a value and its path, or refuses it.
    """

    def read_frames(frames: list[Frame], on_problem: OnProblem) -> tuple[Any, list[Frame]]:
        return read_texts(frames, read, on_problem)

    def write_frames(value: object, where: str, place: Place) -> list[Frame]:
        return [write_frame(frame_id, write(value, where), version=place.version)]

    return simple_row(field, (frame_id,), read_frames, write_frames)


def read_texts(
    frames: list[Frame], read: Callable[[str], Any] | None, on_problem: OnProblem
) -> tuple[Any, list[Frame]]:
    """Read texts, and list the frames that hold one: the first value, or else all texts as one."""
    found, used = [], []
    for frame, (texts,) in read_bodies(frames, on_problem):
        text = join_values(texts)
        value = read(text) if read and text else text or None
        if value is not None:
            found.append(value)
            used.append(frame)
        elif text:
            report_at(on_problem, "wrong-type", f"not understood: {text!r:.80}", frame.id)
    if len(found) > 1:
        message = f"the first of {len(found)} is read" if read else f"{len(found)} are read as one"
        report_at(on_problem, "repeated-frame", message, used[0].id)
    if not found:
        return None, []
    return found[0] if read else " / ".join(dict.fromkeys(found)), used


def _by_name(frames: list[Frame]) -> dict[str, list[Frame]]:
    named: dict[str, list[Frame]] = {}
    for frame in frames:
        named.setdefault(frame.id, []).append(frame)
    return named


def _of_row(row: Row, named: dict[str, list[Frame]]) -> list[Frame]:
    return [frame for name in row.frames for frame in named.get(name, ())]
