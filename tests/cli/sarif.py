"""Holds what ``podkit check --format sarif`` prints against the schema of SARIF, where that is.

Usage: ``python -m tests.cli.sarif SCHEMA FEED…``, where the schema is
``sarif-2.1/schema/sarif-schema-2.1.0.json`` of https://github.com/oasis-tcs/sarif-spec.
"""

import json
import sys
from pathlib import Path

import jsonschema
from click.testing import CliRunner

from podkit.cli import main as command


def main(schema, *feeds):
    """Print what of each log the schema refuses, and how many results there are."""
    validator = jsonschema.Draft4Validator(
        json.loads(Path(schema).read_text()), format_checker=jsonschema.FormatChecker()
    )
    run = CliRunner().invoke(command, ["check", *feeds, "--format", "sarif"])
    log = json.loads(run.stdout)
    errors = list(validator.iter_errors(log))
    for error in errors:
        print(error.json_path, error.message[:200], sep=": ")
    (only,) = log["runs"]
    known = {rule["id"] for rule in only["tool"]["driver"]["rules"]}
    unknown = {result["ruleId"] for result in only["results"]} - known
    print(
        f"{len(only['results'])} results, {len(errors)} errors, without a rule: {unknown or 'none'}"
    )
    return 1 if errors or unknown else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
