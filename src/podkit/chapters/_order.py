"""What every chapter format does after reading: report chapters that are out of order."""

from podkit.errors import OnProblem, Problem
from podkit.models import Chapters

__all__ = ["report_order"]


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
