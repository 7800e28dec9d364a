"""What every chapter format does while reading: report what it forgave."""

from podkit.errors import OnProblem, Problem
from podkit.models import Chapters

__all__ = ["report", "report_order"]


def report(on_problem: OnProblem, kind: str, message: str, line: int) -> None:
    """Report what a line of the source had.

    >>> report(print, "not-kept", "not kept: a remark", 7)
    line 7: not kept: a remark
    """
    on_problem(Problem(id=kind, message=message, line=line))


def report_order(chapters: Chapters, on_problem: OnProblem) -> None:
    """Report each chapter that starts before the one that it follows; the order is kept.

    >>> from podkit.models import Chapter
    >>> report_order(Chapters(chapters=[Chapter(start=9), Chapter(start=5)]), print)
    chapters[1]: starts at 5.0 seconds, before the chapter that it follows
    """
    latest = 0.0
    for index, chapter in enumerate(chapters):
        if chapter.start < latest:
            message = f"starts at {chapter.start} seconds, before the chapter that it follows"
            where = f"chapters[{index}]"
            on_problem(Problem(id="out-of-order", message=message, where=where))
        latest = chapter.start
