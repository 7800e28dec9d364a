"""The page of rules, made of the rules of `podkit.checks` and of the examples of their tests.

Usage, from the repository's root, after a change of either: ``python -m tests.docs.rules``
"""

import re
import textwrap
from collections.abc import Iterable, Iterator
from pathlib import Path

import attrs

from podkit import checks
from podkit.checks import (
    apple,
    feeds,
    fetched,
    files,
    moves,
    podcasting,
    psp1,
    retired,
    rss,
    spotify,
)
from podkit.checks._rules import Rule
from tests.checks.examples import EXAMPLES
from tests.docs.tables import table

PAGE = Path(__file__).parents[2] / "docs" / "rules.md"

_SECTIONS = {
    "Spelling": feeds.RULES,
    "RSS": rss.RULES,
    "Apple": apple.RULES,
    "Spotify": spotify.RULES,
    "PSP-1": psp1.RULES,
    "Podcasting 2.0": podcasting.RULES,
    "Closed platforms": retired.RULES,
    "Moves": moves.RULES,
    "Files": files.RULES,
    "Fetched files": fetched.RULES,
}
_TEXT = """\
# The rules of the checks

All {count} rules by which [`podkit.checks`](checks.md) judges, each with an example. This page is
made from the rules themselves. Ids are stable between versions.

An example is what stands in a channel beside all else that a good feed has.

{sections}
"""
# More of the same letter than are worth reading.
_REPEATED = re.compile(r"(.)\1{19,}")
_WIDTH = 96


def page() -> str:
    sections = (
        "\n\n".join((f"## {title}", *map(_rule, rules))) for title, rules in _SECTIONS.items()
    )
    return _TEXT.format(count=len(checks.rules), sections="\n\n".join(sections))


def _rule(rule: Rule) -> str:
    rows = ((demand.authority, demand.level, _escaped(demand.section)) for demand in rule.demands)
    lines = [
        f"### {rule.id}",
        "",
        _escaped(rule.summary),
        "",
        *table("who asks", "level", "where", rows=rows),
        *_example(rule),
    ]
    return "\n".join(lines)


def _escaped(text: str) -> str:
    return text.replace("<", "&lt;").replace("|", "\\|")


def _example(rule: Rule) -> Iterator[str]:
    example = EXAMPLES.get(rule.id)
    if example is None:
        return
    yield from ("", "Found in:", "", *_shown(example.bad), "", "Not found in:", "")
    yield from _shown(example.good)


def _shown(given: object) -> Iterable[str]:
    """Spell an example: XML, two of these, or a value."""
    if isinstance(given, tuple):
        old, new = given
        return ("Before:", "", *_shown(old), "", "After:", "", *_shown(new))
    if not isinstance(given, str):
        return ("```text", *textwrap.wrap(_spelled(given), _WIDTH), "```")
    if not given:
        return ("A channel without it.",)
    return ("```xml", *_lines(_shortened(given)), "```")


def _lines(text: str) -> list[str]:
    """Break XML that is too long for a line before each element."""
    if len(text) <= _WIDTH:
        return text.splitlines()
    broken = re.sub(r"(?<=>)(?=<(?!/?(?:item|!|\?))[a-zA-Z:]+[ >/])", "\n", text)
    return [line for line in re.sub(r"(?=</?item>)|(?<=<item>)", "\n", broken).splitlines() if line]


def _spelled(value: object) -> str:
    """Spell a value by the fields that differ from their defaults."""
    if isinstance(value, tuple):
        return f"[{', '.join(map(_spelled, value))}]"
    if not attrs.has(type(value)):
        return _shortened(repr(value))
    given = (
        f"{field.name}={_spelled(getattr(value, field.name))}"
        for field in attrs.fields(type(value))
        if getattr(value, field.name) != field.default
    )
    return f"{type(value).__name__}({', '.join(given)})"


def _shortened(text: str) -> str:
    return _REPEATED.sub(lambda found: f"{found[1] * 3}… ({len(found[0])} times)", text)


if __name__ == "__main__":
    PAGE.write_text(page())
