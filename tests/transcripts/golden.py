"""The golden pairs: a transcript's file, and beside it what it reads to and its problems."""

import json
from pathlib import Path

import attrs

from podkit import Problem, transcripts

_FOLDER = Path(__file__).parent.parent / "data" / "transcripts"
FILES = sorted(path for path in _FOLDER.iterdir() if not path.name.endswith(".reading.json"))


def expectation(file: Path) -> Path:
    """Give the other half of the pair."""
    return file.with_name(f"{file.name}.reading.json")


def reading(file: Path) -> dict[str, object]:
    """Read a file into plain values, leaving out what is absent."""
    problems: list[Problem] = []
    transcript = transcripts.read(file, on_problem=problems.append)
    values = attrs.asdict(transcript, filter=lambda _field, value: value not in (None, ()))
    return {
        "problems": [f"{problem.id}: {problem}" for problem in problems],
        "transcript": json.loads(json.dumps(values)),
    }
