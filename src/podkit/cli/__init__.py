"""The ``podkit`` command: one module for each of its commands.

>>> from click.testing import CliRunner
>>> CliRunner().invoke(main, ["build", "--help"]).exit_code
0
"""

import io
import sys

import click

from podkit.cli.build import build
from podkit.cli.check import check
from podkit.cli.compare import compare
from podkit.cli.fix import fix

__all__ = ["main"]


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="podkit", message="%(prog)s %(version)s")
def main() -> None:
    """Make podcasts, check them and mend them."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")  # any text prints in any encoding


for command in (build, check, compare, fix):
    main.add_command(command)
