"""The golden pairs: a feed, and beside it what it reads to and which problems it has."""

import json
from datetime import datetime
from pathlib import Path

import attrs

from podkit import Problem, Show, rss

FEEDS = sorted((Path(__file__).parent.parent / "data" / "rss").glob("*.xml"))


def reading(data: bytes) -> dict[str, object]:
    """Read a feed into plain values, leaving out what is at its default."""
    problems: list[Problem] = []
    show = rss.loads(data, on_problem=problems.append)
    return {
        "problems": [f"{problem.id}: {problem}" for problem in problems],
        "show": plain(show),
    }


def plain(show: Show) -> object:
    """Turn a show into what JSON can hold."""
    values = attrs.asdict(
        show,
        filter=lambda field, value: value != field.default,
        value_serializer=lambda _instance, _field, value: (
            value.isoformat() if isinstance(value, datetime) else value
        ),
    )
    return json.loads(json.dumps(values))
