"""The golden pairs: notes or a page, and beside it what it reads to and which problems it has."""

import json
from datetime import datetime

import attrs


def reading(room, path):
    """Read a file into plain values, leaving out what is absent."""
    problems = []
    value = room.read(path, on_problem=problems.append)
    return {"problems": [f"{problem.id}: {problem}" for problem in problems], "value": plain(value)}


def plain(value):
    """Turn a value into what JSON can hold."""
    values = attrs.asdict(
        value,
        filter=lambda field, value: value != field.default and field.name != "bullet",
        value_serializer=lambda _instance, _field, value: (
            value.isoformat() if isinstance(value, datetime) else value
        ),
    )
    return json.loads(json.dumps(values))
