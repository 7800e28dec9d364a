"""What podkit raises, and what it reports without raising.

An *error* ends a call; a *problem* is a finding that reading survived. Every reader takes an
``on_problem`` callable that receives each `Problem`; `strict` is the one that raises.
"""

from collections.abc import Callable
from typing import Literal, NoReturn, TypeAlias

import attrs

__all__ = [
    "BuildError",
    "Level",
    "OnProblem",
    "ParseError",
    "PodkitError",
    "Problem",
    "UnrepresentableError",
    "UnsupportedFormatError",
    "ignore",
    "strict",
]

Level: TypeAlias = Literal["error", "warning", "info"]


@attrs.frozen(kw_only=True)
class Problem:
    """A finding that is not an exception: something was forgiven, kept aside or advised against.

    Attributes:
        id: what kind of finding, in kebab-case; stable between versions.
        message: what was found, what was expected and, where it helps, what to do.
        level: ``"error"``, ``"warning"`` or ``"info"``.
        where: the place in the value or document, such as ``item 3, itunes:duration``.
        line: the line of the source, counted from 1, where it is known.

    >>> print(Problem(id="not-a-number", message="expected a number", where="item 3", line=41))
    item 3, line 41: expected a number
    """

    id: str
    message: str
    level: Level = "warning"
    where: str | None = None
    line: int | None = None

    def __str__(self) -> str:
        return _located(self.message, self.where, self.line)


OnProblem: TypeAlias = Callable[[Problem], object]


class PodkitError(Exception):
    """The base of all errors that podkit raises by itself; `OSError` stays `OSError`.

    >>> try:
    ...     raise ParseError("expected WEBVTT")
    ... except PodkitError as error:
    ...     print(error)
    expected WEBVTT
    """


class ParseError(PodkitError, ValueError):
    """The data can't be read at all, or a strict reader met a problem.

    Args:
        message: what was found and what was expected.
        where: the place in the document.
        line: the line of the source, counted from 1.

    >>> print(ParseError("expected WEBVTT", line=1))
    line 1: expected WEBVTT
    """

    def __init__(self, message: str, *, where: str | None = None, line: int | None = None) -> None:
        super().__init__(_located(message, where, line))
        self.where = where
        self.line = line


class UnsupportedFormatError(PodkitError, ValueError):
    """The format is not one that podkit reads or writes here.

    >>> print(UnsupportedFormatError("podkit has no chapter format 'xls'"))
    podkit has no chapter format 'xls'
    """


class UnrepresentableError(PodkitError, ValueError):
    """The value has something that the format can't carry; nothing was written.

    Args:
        message: what the format can't carry, and what to do.
        where: the field, as a path such as ``episodes[2].enclosures[0].url``.

    >>> print(UnrepresentableError("XML can't hold U+0000", where="episodes[2].title"))
    episodes[2].title: XML can't hold U+0000
    """

    def __init__(self, message: str, *, where: str | None = None) -> None:
        super().__init__(_located(message, where, None))
        self.where = where


class BuildError(PodkitError, ValueError):
    """A show's folder can't be built; ``problems`` names each file and key to mend.

    Args:
        problems: what is wrong, at least one, in the order of the folder.

    >>> problem = Problem(id="missing-key", message="say who it is", where="show.toml, author")
    >>> print(BuildError([problem]))
    show.toml, author: say who it is
    """

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(problems)
        self.problems = tuple(problems)

    def __str__(self) -> str:
        return "\n".join(map(str, self.problems))


def strict(problem: Problem) -> NoReturn:
    """Raise a problem as a `ParseError`: the ``on_problem`` of a reader that forgives nothing.

    Raises:
        ParseError: always.

    >>> strict(Problem(id="page-furniture", message="'Skip to content' is not content", line=1))
    Traceback (most recent call last):
    podkit.errors.ParseError: line 1: 'Skip to content' is not content
    """
    raise ParseError(problem.message, where=problem.where, line=problem.line)


def ignore(problem: Problem) -> None:
    """Do nothing: the ``on_problem`` that readers have by default.

    >>> ignore(Problem(id="any", message="forgiven"))
    """


def _located(message: str, where: str | None, line: int | None) -> str:
    places = [place for place in (where, f"line {line}" if line else None) if place]
    return f"{', '.join(places)}: {message}" if places else message
