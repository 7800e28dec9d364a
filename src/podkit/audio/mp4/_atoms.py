"""The atoms that MP4 files are made of (ISO/IEC 14496-12, where they are called boxes).

Only the atoms that are asked for are looked into, so that neither their depth nor the audio costs
anything.
"""

import io
import struct
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

import attrs

from podkit.errors import OnProblem, ParseError, Problem, UnrepresentableError

__all__ = ["Atom", "Atoms", "render", "render_full"]

_HEADER = struct.Struct(">I4s")
_WIDE = struct.Struct(">Q")
_MOST_ATOMS = 50_000  # in one atom
_LARGEST = (1 << 32) - 1


class Atom(NamedTuple):
    """An atom: its name, and where its header, its body and its end are in the file."""

    name: bytes
    start: int
    body: int
    end: int


@attrs.frozen
class Atoms:
    """The atoms of an open file.

    Attributes:
        file: the file.
        on_problem: receives what was forgiven.
    """

    file: BinaryIO
    on_problem: OnProblem

    def all(self) -> Iterator[Atom]:
        """Give the atoms that are in no other."""
        return self._split(0, self.file.seek(0, io.SEEK_END), "the file")

    def within(self, atom: Atom, *, skip: int = 0) -> list[Atom]:
        """List the atoms in an atom, behind some bytes.

        >>> file = io.BytesIO(render(b"moov", render(b"trak"), render(b"udta")))
        >>> atoms = Atoms(file, print)
        >>> [child.name for child in atoms.within(next(atoms.all()))]
        [b'trak', b'udta']
        """
        start = min(atom.body + skip, atom.end)
        # QuickTime's "meta" starts with an atom at once, that of ISO with a version and flags.
        if atom.name == b"meta" and self.payload(atom, 8)[4:] != b"hdlr":
            start = min(start + 4, atom.end)
        return list(self._split(start, atom.end, repr(atom.name.decode("latin-1"))))

    def find(self, atom: Atom, *names: bytes) -> Atom | None:
        """Give the atom that is the first of its name in the first of the next name, and so on."""
        found: Atom | None = atom
        for name in names:
            if found is None:
                break
            found = next((child for child in self.within(found) if child.name == name), None)
        return found

    def payload(self, atom: Atom | None, most: int) -> bytes:
        """Read the first bytes of what an atom holds; none of one that isn't there."""
        if atom is None:
            return b""
        self.file.seek(atom.body)
        return self.file.read(min(most, atom.end - atom.body))

    def rendered(self, atom: Atom) -> bytes:
        """Read an atom with its header, which says where it ends, so that others may follow."""
        data = self._bytes(atom.start, atom.end)
        is_open = data[:4] == bytes(4)
        return len(data).to_bytes(4) + data[4:] if is_open else data

    def changed(self, atom: Atom, changes: dict[Atom, bytes], added: bytes = b"") -> bytes:
        r"""Write an atom with others in it changed or added.

        >>> atoms = Atoms(io.BytesIO(render(b"moov", render(b"trak"), b"end")), print)
        >>> moov = next(atoms.all())
        >>> atoms.changed(moov, {}, render(b"udta"))
        b'\x00\x00\x00\x1bmoov\x00\x00\x00\x08trak\x00\x00\x00\x08udtaend'
        """
        children = self.within(atom)
        first, last = (children[0].start, children[-1].end) if children else (atom.end, atom.end)
        body = [
            changes.get(child) if child in changes else self.rendered(child) for child in children
        ]
        before, after = self._bytes(atom.body, first), self._bytes(last, atom.end)
        return render(atom.name, before, *filter(None, body), added, after)

    def _bytes(self, start: int, end: int) -> bytes:
        self.file.seek(start)
        return self.file.read(end - start)

    def _split(self, start: int, end: int, where: str) -> Iterator[Atom]:
        for _ in range(_MOST_ATOMS):
            if start + _HEADER.size > end:
                return
            self.file.seek(start)
            header = self.file.read(_HEADER.size + _WIDE.size)
            size, name = _HEADER.unpack_from(header)
            body = start + _HEADER.size
            if size == 0:  # the rest of what it is in
                size = end - start
            elif size == 1 and len(header) == _HEADER.size + _WIDE.size:
                (size,) = _WIDE.unpack_from(header, _HEADER.size)
                body += _WIDE.size
            if not body <= start + size <= end:
                message = f"left out from byte {start} on: no atom starts there that ends in time"
                self.on_problem(Problem(id="damaged-atoms", message=message, where=where))
                return
            yield Atom(name, start, body, start + size)
            start += size
        raise ParseError(f"more than {_MOST_ATOMS} atoms; podkit reads no such file", where=where)


def render(name: bytes, *parts: bytes) -> bytes:
    r"""Write an atom.

    Raises:
        UnrepresentableError: it is beyond 4 GiB.

    >>> render(b"free", b"abc")
    b'\x00\x00\x00\x0bfreeabc'
    """
    body = b"".join(parts)
    if _HEADER.size + len(body) > _LARGEST:
        raise UnrepresentableError(f"an atom {name.decode('latin-1')!r} of more than 4 GiB")
    return _HEADER.pack(_HEADER.size + len(body), name) + body


def render_full(name: bytes, flags: int, *parts: bytes) -> bytes:
    r"""Write an atom that starts with a version, which is 0, and flags.

    >>> render_full(b"url ", 1)
    b'\x00\x00\x00\x0curl \x00\x00\x00\x01'
    """
    return render(name, flags.to_bytes(4), *parts)
