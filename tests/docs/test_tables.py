"""The tables of the documentation say what the tables of the code say."""

from pathlib import Path

import pytest

from tests.docs.tables import TABLES

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize(("page", "name"), TABLES)
def test_a_table_is_that_of_the_code(page, name):
    """Where they differ, the table to put into the page is the first of the two."""
    table = TABLES[page, name]
    lines = [*(DOCS / page).read_text().splitlines(), ""]
    starts = [index for index, line in enumerate(lines) if line == table[0]]
    assert table in [lines[start : lines.index("", start)] for start in starts]
