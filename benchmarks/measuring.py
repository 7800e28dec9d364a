"""What the benchmarks share: taking turns, telling what is missing, drawing growth."""

import importlib
import statistics
import time
from collections.abc import Callable
from typing import Any, TypeAlias

Contestants: TypeAlias = dict[str, Callable[[], object]]
Points: TypeAlias = list[tuple[float, float, float]]


def medians(
    contestants: Contestants, rounds: int, prepare: Callable[[], object] = lambda: None
) -> dict[str, float]:
    """Run the contestants in turn, each after preparing; give the median of their seconds."""
    times: dict[str, list[float]] = {name: [] for name in contestants}
    for _ in range(rounds):
        for name, run in contestants.items():
            prepare()
            start = time.perf_counter()
            run()
            times[name].append(time.perf_counter() - start)
    return {name: statistics.median(seconds) for name, seconds in times.items()}


def imported(name: str) -> Any:
    """Import a library, or say that it is missing."""
    try:
        return importlib.import_module(name)
    except ImportError:
        print(f"{name} is not installed")
        return None


def plot(points: Points, names: tuple[str, str]) -> str:
    """Draw time against size as SVG, both axes linear, so that linear growth is a straight line.

    Args:
        points: megabytes, and the milliseconds of two contestants.
        names: theirs.
    """
    width, height, margin = 640, 400, 50
    most_size = max(size for size, _, _ in points)
    most_time = max(max(times) for _, *times in points)

    def line(values: list[tuple[float, float]], colour: str, name: str) -> str:
        places = [
            (margin + x / most_size * (width - 2 * margin), height - margin - y / most_time * 300)
            for x, y in values
        ]
        path = " ".join(f"{x:.1f},{y:.1f}" for x, y in places)
        dots = "".join(
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{colour}"/>' for x, y in places
        )
        x, y = places[-1]
        label = f'<text x="{x - 8:.1f}" y="{y - 8:.1f}" text-anchor="end">{name}</text>'
        return f'<polyline points="{path}" fill="none" stroke="{colour}"/>{dots}{label}'

    lines = [
        line([(size, first) for size, first, _ in points], "#b3261e", names[0]),
        line([(size, second) for size, _, second in points], "#1e5cb3", names[1]),
    ]
    bottom, right = height - margin, width - margin
    axes = f'<path d="M{margin},{margin} V{bottom} H{right}" fill="none" stroke="#555"/>'
    labels = (
        f'<text x="{right}" y="{bottom + 20}" text-anchor="end">{most_size:.0f} MB</text>'
        f'<text x="{margin}" y="{margin - 10}">{most_time:.0f} ms</text>'
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" '
        f'font-family="sans-serif" font-size="13">{axes}{labels}{"".join(lines)}</svg>\n'
    )
