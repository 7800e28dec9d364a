"""The golden pairs: a chapter file, and beside it what it reads to and which problems it has.

The folder is named after the format.
"""

import json
from pathlib import Path

import attrs

from podkit import Problem, chapters

EXPECTED = ".expected.json"
FOLDER = Path(__file__).parent.parent / "data" / "chapters"
FILES = [path for path in sorted(FOLDER.glob("*/*")) if not path.name.endswith(EXPECTED)]


def reading(data: bytes) -> dict[str, object]:
    """Read chapters into plain values, leaving out what fields hold by default."""
    problems: list[Problem] = []
    found = chapters.loads(data, on_problem=problems.append)
    values = attrs.asdict(found, filter=lambda field, value: value != field.default)
    return {
        "problems": [f"{problem.id}: {problem}" for problem in problems],
        "chapters": json.loads(json.dumps(values)),
    }
