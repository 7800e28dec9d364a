"""What was found in feeds, as machines read it: JSON, SARIF 2.1.0, commands for GitHub Actions."""

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import PurePath
from typing import Any, TypeAlias
from urllib.parse import quote

import attrs

from podkit import checks
from podkit.errors import Problem

__all__ = ["REPORTS", "Found", "github_report", "json_report", "sarif_report"]

# The name of a feed, and what was found in it.
Found: TypeAlias = Mapping[str, list[Problem]]

# Who asks for what reading reports.
_READING = "podkit: what reading a feed forgives, or keeps as it is"
_SARIF_LEVELS = {"error": "error", "warning": "warning", "info": "note"}
_GITHUB_COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}
# How GitHub escapes a message, and further a property.
_IN_MESSAGE = str.maketrans({"%": "%25", "\r": "%0D", "\n": "%0A"})
_IN_PROPERTY = _IN_MESSAGE | str.maketrans({":": "%3A", ",": "%2C"})


def json_report(found: Found) -> str:
    """List the problems, each with its feed.

    >>> print(json_report({"a.xml": [Problem(id="title-missing", message="there is none")]}))
    [
      {
        "feed": "a.xml",
        "id": "title-missing",
        "message": "there is none",
        "level": "warning",
        "where": null,
        "line": null
      }
    ]
    """
    problems = [{"feed": feed, **attrs.asdict(problem)} for feed, problem in _each(found)]
    return json.dumps(problems, indent=2)


def github_report(found: Found) -> str:
    """Give the commands by which GitHub Actions shows each problem at its line.

    >>> print(github_report({"a.xml": [Problem(id="title-missing", message="no title", line=3)]}))
    ::warning file=a.xml,line=3,title=title-missing::no title
    """
    return "\n".join(_command(feed, problem) for feed, problem in _each(found))


def sarif_report(found: Found) -> str:
    """Give a log in the format of SARIF 2.1.0, an OASIS standard.

    >>> report = sarif_report({"a.xml": [Problem(id="title-missing", message="no title", line=3)]})
    >>> json.loads(report)["runs"][0]["results"][0]["message"]
    {'text': 'no title'}
    """
    reading = (_descriptor(*pair, _READING) for pair in checks.READING_PROBLEMS.items())
    driver = {"name": "podkit", "rules": [*map(_rule, checks.rules), *reading]}
    run = {
        "tool": {"driver": driver},
        "results": [_result(feed, problem) for feed, problem in _each(found)],
        "columnKind": "unicodeCodePoints",
    }
    log = {
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [run],
    }
    return json.dumps(log, indent=2)


REPORTS: Mapping[str, Callable[[Found], str]] = {
    "json": json_report,
    "sarif": sarif_report,
    "github": github_report,
}


def _each(found: Found) -> Iterable[tuple[str, Problem]]:
    return ((feed, problem) for feed, problems in found.items() for problem in problems)


def _command(feed: str, problem: Problem) -> str:
    properties = {"file": feed, "line": problem.line, "title": problem.id}
    spelled = ",".join(
        f"{name}={str(value).translate(_IN_PROPERTY)}"
        for name, value in properties.items()
        if value is not None
    )
    message = str(attrs.evolve(problem, line=None)).translate(_IN_MESSAGE)
    return f"::{_GITHUB_COMMANDS[problem.level]} {spelled}::{message}"


def _rule(rule: checks.Rule) -> dict[str, Any]:
    demands = (f"{demand.authority}: {demand.section}" for demand in rule.demands)
    level = {"defaultConfiguration": {"level": _SARIF_LEVELS[rule.level]}}
    return _descriptor(rule.id, rule.summary, "\n".join(demands)) | level


def _descriptor(identifier: str, summary: str, said: str) -> dict[str, Any]:
    """Describe what has an id; GitHub wants both descriptions, and the help."""
    return {
        "id": identifier,
        "shortDescription": {"text": summary},
        "fullDescription": {"text": summary},
        "help": {"text": said},
    }


def _result(feed: str, problem: Problem) -> dict[str, Any]:
    location: dict[str, Any] = {"physicalLocation": {"artifactLocation": {"uri": _uri(feed)}}}
    if problem.line is not None:
        location["physicalLocation"]["region"] = {"startLine": problem.line}
    if problem.where is not None:
        location["logicalLocations"] = [{"fullyQualifiedName": problem.where}]
    return {
        "ruleId": problem.id,
        "level": _SARIF_LEVELS[problem.level],
        "message": {"text": problem.message},
        "locations": [location],
    }


def _uri(feed: str) -> str:
    path = PurePath(feed)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())
