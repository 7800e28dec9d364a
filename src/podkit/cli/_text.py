"""What was found in feeds, as people read it."""

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import get_args

from rich.text import Text

from podkit.cli._lines import one_line, problem_line
from podkit.errors import Level, Problem

__all__ = ["LEVELS", "counted", "text_report"]

# The strongest first.
LEVELS = get_args(Level)
# How many places of like problems people are shown; the other formats have them all.
_MOST_PLACES = 10


def text_report(feed: str, said: str, problems: list[Problem]) -> Iterator[Text]:
    """Give the lines of a report: the gravest first, like problems together.

    Args:
        feed: the name of the feed.
        said: what to say of it first.
        problems: what was found in it.

    >>> problem = Problem(id="title-missing", message="there is no <title>", line=3)
    >>> for line in text_report("feed.xml", counted([problem]), [problem]):
    ...     print(line)
    feed.xml: 1 warning
    warning: title-missing: there is no <title>
      line 3
    """
    yield Text(one_line(f"{feed}: {said}"), "bold")
    groups: dict[tuple[str, str, str], list[Problem]] = defaultdict(list)
    for problem in sorted(problems, key=lambda problem: LEVELS.index(problem.level)):
        groups[problem.level, problem.id, problem.message].append(problem)
    for (level, identifier, message), alike in groups.items():
        yield problem_line(level, f"{identifier}: {message}")
        yield Text(f"  {one_line(_places(alike))}")


def counted(problems: list[Problem]) -> str:
    """Say how many problems of each level there are.

    >>> counted([Problem(id="a", message=""), Problem(id="b", message="")]), counted([])
    ('2 warnings', 'nothing found')
    """
    counts = Counter(problem.level for problem in problems)
    said = (
        f"{counts[level]} {level}{'s' * (counts[level] > 1)}" for level in LEVELS if counts[level]
    )
    return ", ".join(said) or "nothing found"


def _places(problems: list[Problem]) -> str:
    """Say where problems are, up to a point."""
    places = list(map(_place, problems[:_MOST_PLACES]))
    if len(problems) > _MOST_PLACES:
        places.append(f"and {len(problems) - _MOST_PLACES} more")
    return "; ".join(places)


def _place(problem: Problem) -> str:
    line = None if problem.line is None else f"line {problem.line}"
    return ", ".join(filter(None, (line, problem.where)))
