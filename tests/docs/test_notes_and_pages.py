"""The guide to notes and pages has every kind of section and every problem of reading."""

import re
from pathlib import Path

import podkit
from podkit._markup.headings import _FORMS, kind_of_heading

SOURCE = Path(podkit.__file__).parent
ROOMS = [*(path for room in ("_markup", "notes", "pages") for path in SOURCE.glob(f"{room}/*.py"))]
GUIDE = (Path(__file__).parents[2] / "docs" / "notes-and-pages.md").read_text()


def rows(header):
    """Give the cells of the rows of the table with this header."""
    _, _, after = GUIDE.partition(f"\n| {header} |\n")
    lines = after.partition("\n\n")[0].splitlines()[1:]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def test_each_kind_of_section_has_a_row():
    kinds = {kind.strip("`") for kind, *_ in rows("kind | what it holds | headings such as")}
    assert kinds == {*_FORMS, "promotion", "other"}


def test_the_headings_of_the_table_are_of_their_kinds():
    for kind, _, headings in rows("kind | what it holds | headings such as"):
        for heading in filter(None, headings.split(", ")):
            assert f"`{kind_of_heading(heading)}`" == kind, heading


def test_each_problem_has_a_row():
    listed = [identifier.strip("`") for identifier, _ in rows("id | what was done")]
    sources = "".join(path.read_text() for path in [*ROOMS, SOURCE / "_text.py"])
    assert sorted(listed) == sorted(set(re.findall(r'\bid="([a-z-]+)"', sources)))
