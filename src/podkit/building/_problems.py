"""Keeps the errors of a show's folder, so that all are said at once, each by its file and key."""

import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

import attrs

from podkit.errors import BuildError, OnProblem, PodkitError, Problem, UnrepresentableError

__all__ = ["Problems", "blamed"]

Value = TypeVar("Value")
# What a field of an episode is in when it is written: ``episodes[0].title``.
_AROUND = re.compile(r"episodes?(?:\[\d+\])?\.")
_FIELD = re.compile(r"\w*")


class Problems:
    """The errors of a folder; what is none is passed on at once.

    >>> problems = Problems(print)
    >>> problems.refuse("no-sound", "there is no sound", "ep-7/audio.mp3")
    >>> problems.warn("no-bass", "there is no bass", "ep-7/audio.mp3")
    ep-7/audio.mp3: there is no bass
    >>> [str(error) for error in problems.errors]
    ['ep-7/audio.mp3: there is no sound']
    """

    def __init__(self, on_problem: OnProblem) -> None:
        self._on_problem = on_problem
        self.errors: list[Problem] = []

    def report(self, problem: Problem) -> None:
        """Keep an error, once, or pass on what is none."""
        if problem.level != "error":
            self._on_problem(problem)
        elif problem not in self.errors:
            self.errors.append(problem)

    def refuse(self, kind: str, message: str, where: str) -> None:
        """Keep an error: what stands in the way of building."""
        self.report(Problem(id=kind, message=message, level="error", where=where))

    def warn(self, kind: str, message: str, where: str) -> None:
        """Pass on what does not stand in the way."""
        self.report(Problem(id=kind, message=message, where=where))

    def check(self) -> None:
        """Raise the errors found so far, if there are any."""
        if self.errors:
            raise BuildError(self.errors)

    def read(self, read: Callable[..., Value], path: Path, name: str) -> Value | None:
        """Read a file whose problems get this name; None, and an error, if it can't be read."""

        def named(problem: Problem) -> None:
            where = f"{name}, {problem.where}" if problem.where else name
            self.report(attrs.evolve(problem, where=where))

        try:
            return read(path, on_problem=named)
        except PodkitError as error:
            self.refuse("unreadable-file", str(error), name)
            return None


@contextmanager
def blamed(name: str, origins: Mapping[str, str]) -> Iterator[None]:
    """Make of a value that can't be written an error of the file that the value comes from.

    Args:
        name: the file of the fields that `origins` doesn't name.
        origins: the file of a field, and its key there.

    Raises:
        BuildError: a value can't be written.

    >>> with blamed("ep-7/episode.toml", {"title": "ep-7/page.txt"}):
    ...     raise UnrepresentableError("XML can't hold U+0001", where="episodes[0].title")
    Traceback (most recent call last):
    podkit.errors.BuildError: ep-7/page.txt: XML can't hold U+0001
    """
    try:
        yield
    except UnrepresentableError as error:
        path = _AROUND.sub("", error.where or "", count=1)
        field = _FIELD.match(path)
        where = origins.get(field[0] if field else "")
        message = str(error)
        if where and path in origins:
            message = message.removeprefix(f"{error.where}: ")
        problem = Problem(id="unrepresentable", message=message, level="error", where=where or name)
        raise BuildError([problem]) from error
