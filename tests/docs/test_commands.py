"""The reference of the command is what the command says of itself."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from podkit.cli import main

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "cli.md"


@pytest.mark.parametrize("command", sorted(main.commands))
def test_the_help_of_a_command(command):
    run = CliRunner().invoke(main, [command, "--help"], prog_name="podkit", terminal_width=80)
    assert f"## podkit {command}\n\n```text\n{run.stdout}```\n" in PAGE.read_text()
