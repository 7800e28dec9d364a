"""``podkit build``: a folder becomes a published show.

>>> from click.testing import CliRunner
>>> print(CliRunner().invoke(build, ["no-such-folder", "--out", "dist"]).stderr, end="")
error: show.toml: this file is missing; it says what the show is
"""

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import NoReturn

import click
from rich.console import Console
from rich.filesize import decimal
from rich.progress import track
from rich.table import Table
from rich.text import Text

from podkit.building import Made, prepare
from podkit.cli._lines import one_line, problem_line
from podkit.errors import BuildError, PodkitError, Problem

__all__ = ["build"]


@click.command()
@click.argument("show_folder", type=click.Path(path_type=Path))
@click.option("--out", required=True, type=click.Path(path_type=Path), help="Where to publish to.")
@click.option("--quiet", is_flag=True, help="Print errors only.")
def build(show_folder: Path, out: Path, *, quiet: bool) -> None:
    """Build SHOW_FOLDER: the feed, tagged audio, chapters, transcripts and pages.

    Exits with 1, and one line for each error, when the folder can't be built.
    """
    try:
        made = _made(show_folder, out, Console(stderr=True, quiet=quiet))
        paper = Console(quiet=quiet)
        paper.print(_table(made))
        paper.print(Text(one_line(f"{len(made)} files in {out}: {_count(made)}")), soft_wrap=True)
    except BrokenPipeError:
        raise  # whoever read has enough; click ends quietly
    except BuildError as error:
        _fail(error.problems)
    except (PodkitError, OSError) as error:
        _fail([error])


def _made(show_folder: Path, out: Path, terminal: Console) -> list[Made]:
    """Build, and show on the terminal how far it is and what was found."""

    def report(problem: Problem) -> None:
        terminal.print(problem_line(problem.level, problem), soft_wrap=True)

    with terminal.status(Text(one_line(f"Reading {show_folder}"))):
        publication = prepare(show_folder, on_problem=report)
    return list(
        track(
            publication.write(out),
            total=len(publication.names),
            description="Writing",
            console=terminal,
            transient=True,
            disable=not terminal.is_terminal,
        )
    )


def _fail(errors: Iterable[object]) -> NoReturn:
    terminal = Console(stderr=True)
    for error in errors:
        terminal.print(problem_line("error", error), soft_wrap=True)
    raise SystemExit(1)


def _table(made: Iterable[Made]) -> Table:
    table = Table("File", "Size", "", box=None, pad_edge=False)
    table.columns[1].justify = "right"
    for file in made:
        table.add_row(Text(one_line(file.name)), decimal(file.size), file.change)
    return table


def _count(made: Iterable[Made]) -> str:
    counts = Counter(file.change for file in made)
    return ", ".join(
        f"{counts[change]} {change}" for change in ("new", "changed", "unchanged") if counts[change]
    )
