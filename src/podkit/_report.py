"""What reading forgave, and what writing can't carry: how both are said."""

from typing import NoReturn

from podkit.errors import OnProblem, Problem, UnrepresentableError

__all__ = ["refuse", "report", "report_at"]


def report(on_problem: OnProblem, kind: str, message: str, line: int) -> None:
    """Report a problem of a line.

    >>> report(print, "not-kept", "not kept: a remark", 7)
    line 7: not kept: a remark
    """
    on_problem(Problem(id=kind, message=message, line=line))


def report_at(on_problem: OnProblem, kind: str, message: str, where: str) -> None:
    """Report a problem of a place that has a name.

    >>> report_at(print, "out-of-order", "sorted by their starts", "CHAP")
    CHAP: sorted by their starts
    """
    on_problem(Problem(id=kind, message=message, where=where))


def refuse(where: str, message: str) -> NoReturn:
    """Raise the error that names the field.

    >>> refuse("chapters[0].title", "too long")
    Traceback (most recent call last):
    podkit.errors.UnrepresentableError: chapters[0].title: too long
    """
    raise UnrepresentableError(message, where=where)
