"""A room with several formats: which one a text is in, and which one to write.

Reading picks the format by content, writing by name or by the file's suffix. A format is a module
with the verbs ``loads`` and ``dumps``, and a row of the room's table.
"""

import os
import re
from typing import Generic, Protocol, TypeVar

import attrs

from podkit._files import Target
from podkit.errors import OnProblem, UnsupportedFormatError

__all__ = ["Format", "Formats", "Verbs"]

Value = TypeVar("Value")
Module_co = TypeVar("Module_co", covariant=True)


class Verbs(Protocol[Value]):
    """What each format's module does; a room whose formats do more has a protocol of its own."""

    def loads(self, text: str | bytes, /, *, on_problem: OnProblem = ...) -> Value: ...
    def dumps(self, value: Value, /) -> str: ...


@attrs.frozen
class Format(Generic[Module_co]):
    """A format.

    Attributes:
        verbs: its module.
        suffixes: how the names of its files end, in lower case.
        start: a pattern for how its texts start; the empty one fits all.
    """

    verbs: Module_co
    suffixes: tuple[str, ...]
    start: str = ""


@attrs.frozen
class Formats(Generic[Module_co]):
    """The formats of a room.

    Attributes:
        subject: what they hold, for messages.
        rows: the formats by name, in the order in which they are tried on a text; the last one
            fits any.
    """

    subject: str
    rows: dict[str, Format[Module_co]]

    def for_reading(self, name: str | None, text: str) -> Module_co:
        """Give the format of this name, or else the first whose start fits the text.

        Raises:
            UnsupportedFormatError: no format has the name.
        """
        rows = iter(self.rows.values())
        return self.named(name) if name else next(r.verbs for r in rows if re.match(r.start, text))

    def for_writing(self, name: str | None, target: Target) -> Module_co:
        """Give the format of this name, or else the one of the target's suffix.

        Raises:
            UnsupportedFormatError: no format has the name, or the suffix.
        """
        return self.named(name) if name else self._by_suffix(target)

    def named(self, name: str) -> Module_co:
        """Give the format of this name.

        Raises:
            UnsupportedFormatError: no format has it.
        """
        if name not in self.rows:
            message = f"podkit has no {self.subject} format {name!r}; it has {', '.join(self.rows)}"
            raise UnsupportedFormatError(message)
        return self.rows[name].verbs

    def _by_suffix(self, target: Target) -> Module_co:
        path = os.fspath(target).lower() if isinstance(target, str | os.PathLike) else ""
        for row in self.rows.values():
            if path.endswith(row.suffixes):
                return row.verbs
        choices = ", ".join(suffix for row in self.rows.values() for suffix in row.suffixes)
        raise UnsupportedFormatError(
            f"no {self.subject} format has this suffix: {path!r}; give format=, or one of {choices}"
        )
