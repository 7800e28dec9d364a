"""Which chapters the tables of contents name, and which stand within which.

Tables come from any writer, so they may name what isn't there, name a thing twice or each other in
a circle, and go deeper than any list of chapters does. Each is walked through once.
"""

from collections.abc import Iterator
from typing import NamedTuple

import attrs

from podkit._report import report_at
from podkit.audio.id3._tag import Frame
from podkit.errors import OnProblem

__all__ = ["DEEPEST", "OWN_TABLE", "TOP_LEVEL", "Mark", "Table", "arrange", "ranked"]

TOP_LEVEL = 2  # the flag of the table that no other one names
OWN_TABLE = "toc-"  # comes before a chapter's name in the name of the table of its chapters
DEEPEST = 32  # levels of chapters within chapters


@attrs.define(eq=False)
class Mark:
    """A chapter as its frame has it, or as the table of its chapters has it.

    Attributes:
        name: the name of the frame.
        inner: the frames within it.
        start: in milliseconds; a table has none.
        end: in milliseconds.
        marks: the chapters within it.
    """

    name: str
    inner: list[Frame]
    start: int | None = None
    end: int | None = None
    marks: list["Mark"] = attrs.Factory(list)


@attrs.frozen(eq=False)
class Table:
    """A table of contents as its frame has it.

    Attributes:
        name: the name of the frame.
        flags: whether it is the one that no other names, and whether its entries are in order.
        entries: the names of the chapters and tables in it.
        inner: the frames within it.
    """

    name: str
    flags: int
    entries: list[str]
    inner: list[Frame]


def ranked(tables: list[Table]) -> list[Table]:
    """Give the top-level tables first, then those that no other names, then the rest.

    >>> ranked([Table("a", 0, [], []), Table("b", 0, ["a"], [])])[0].name
    'b'
    """
    named = {name for table in tables for name in table.entries}
    return sorted(tables, key=lambda table: (not table.flags & TOP_LEVEL, table.name in named))


def arrange(
    tables: list[Table], marks: list[Mark], on_problem: OnProblem
) -> tuple[list[Mark], list[Mark]]:
    """Put chapters into those that hold them; give the outermost, and those that no table names.

    Args:
        tables: the tables, as `ranked` gives them.
        marks: the chapters.
        on_problem: receives what was forgiven.

    >>> two = Mark("a", [], start=0), Mark("b", [], start=9)
    >>> shown, hidden = arrange([Table("toc", TOP_LEVEL, ["b"], [])], two, print)
    >>> shown[0].name, hidden[0].name
    ('b', 'a')
    """
    walk = _Walk(tables, marks, on_problem)
    for table in tables:
        walk.through(table)
    return walk.shown, [mark for mark in marks if mark.name not in walk.placed]


class _Level(NamedTuple):
    """Where the walk is: what remains of a table, and where its chapters go."""

    entries: Iterator[str]
    marks: list[Mark]
    depth: int


class _Walk:
    """A walk through tables that takes up each chapter and each table once."""

    def __init__(self, tables: list[Table], marks: list[Mark], on_problem: OnProblem) -> None:
        self.shown: list[Mark] = []
        self.placed: set[str] = set()
        # By the names of their tables, the chapters that have been placed, and how deep they are.
        self._owners: dict[str, tuple[Mark, int]] = {}
        self._marks: dict[str, list[Mark]] = {}
        for mark in marks:
            self._marks.setdefault(mark.name, []).append(mark)
        self._tables = {table.name: table for table in reversed(tables)}
        self._walked: set[Table] = set()
        self._on_problem = on_problem

    def through(self, table: Table) -> None:
        """Walk through a table, and through those that it names, unless that is done."""
        path = [self._level(table, self.shown, 0)] if table not in self._walked else []
        while path:
            name = next(path[-1].entries, None)
            if name is None:
                path.pop()
            elif name in self._marks:
                self._place(name, path[-1])
            elif name not in self._tables:
                self._report("unknown-entry", "no chapter and no table has this name", name)
            elif self._tables[name] in self._walked:
                self._report("repeated-entry", "the table is named twice, or holds itself", name)
            else:
                path.append(self._enter(self._tables[name], path[-1]))

    def _level(self, table: Table, marks: list[Mark], depth: int) -> _Level:
        self._walked.add(table)
        return _Level(iter(table.entries), marks, depth)

    def _place(self, name: str, level: _Level) -> None:
        if name in self.placed:
            self._report("repeated-entry", "the chapter is named twice", name)
            return
        marks = self._marks[name]
        self.placed.add(name)
        self._owners[OWN_TABLE + name] = marks[0], level.depth
        level.marks.extend(marks)

    def _enter(self, table: Table, level: _Level) -> _Level:
        """Give the level of a table: chapters within a chapter, or more of those around it."""
        owner, depth = self._owners.get(table.name, (None, level.depth))
        has_title = any(frame.id == "TIT2" for frame in table.inner)
        if owner is None and not has_title:
            return self._level(table, level.marks, level.depth)
        if depth + 1 == DEEPEST:
            message = f"the chapters in it are put beside it: they are more than {DEEPEST} deep"
            self._report("too-deep", message, table.name)
            return self._level(table, level.marks, level.depth)
        if owner is None:
            owner = Mark(table.name, table.inner)
            level.marks.append(owner)
        return self._level(table, owner.marks, depth + 1)

    def _report(self, problem_id: str, message: str, name: str) -> None:
        report_at(self._on_problem, problem_id, message, f"CTOC entry {name!r:.80}")
