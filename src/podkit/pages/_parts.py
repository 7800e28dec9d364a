"""Sorts the parts of a page: leaves out what is the site's, sets apart the places to follow."""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby

import attrs

from podkit._clock import read_clock
from podkit._markup.blocks import Block, Boundary
from podkit._markup.headings import kind_of_heading
from podkit._markup.links import with_kinds
from podkit._markup.sections import Part
from podkit.errors import OnProblem
from podkit.models import Link, Paragraph
from podkit.pages._byline import read_byline
from podkit.pages._content import (
    is_boilerplate,
    is_furniture_heading,
    is_taxonomy,
    report_text,
)
from podkit.pages._headline import letters, read_headline
from podkit.pages._players import is_player_link

__all__ = [
    "with_headings_apart",
    "with_places_to_follow",
    "with_transcript",
    "without_links_of_site",
    "without_site",
]

# Where several links to follow the show stand without a heading, and not as part of a text.
_FOLLOW = frozenset({"follow", "social"})
_LEAST_PLACES = 2
_MOST_LETTERS = 30  # around the links
# Where lines of times alone are no transcript, and how many of them are one elsewhere.
_HOLD_TIMES = frozenset({"timestamps", "transcript"})
_LEAST_TIMES = 3
_MAILING_LIST = re.compile(
    r"\b(?:mailing list|newsletter|inbox|unsubscribe|verteiler|liste de diffusion|boletín)\b",
    re.IGNORECASE,
)
_MOST_LINES = 2
# The sections that hold such links among others.
_OWN_PLACES = frozenset({"contact", "follow", "links", "review", "show_notes", "support"})


def with_headings_apart(blocks: Iterable[Block | Boundary]) -> Iterator[Block | Boundary]:
    """Give the blocks, and as a block of its own a heading that only a line break sets apart."""
    for block in blocks:
        first = block.paragraph.content[0] if isinstance(block, Block) else None
        line, found, rest = first.partition("\n") if isinstance(first, str) else ("", "", "")
        is_apart = isinstance(block, Block) and (line == block.lead or line.endswith(":"))
        if found and isinstance(block, Block) and is_apart and kind_of_heading(line):
            yield Block(paragraph=Paragraph(content=(line,)), lead=line)
            content = (rest, *block.paragraph.content[1:])
            yield attrs.evolve(block, lead=None, paragraph=_with_content(block, content))
        else:
            yield block


def without_links_of_site(
    blocks: Iterable[Block | Boundary], files: frozenset[str], on_problem: OnProblem
) -> Iterator[Block | Boundary]:
    """Give the blocks without those whose links work a player or lead to categories.

    Args:
        blocks: the blocks.
        files: what the episode's media files have in their URLs, see `file_key`.
        on_problem: receives what was left out.
    """
    for block in blocks:
        if isinstance(block, Block) and _is_for_site(block, files):
            report_text(block.text, on_problem)
        else:
            yield block


def without_site(parts: Iterable[Part], on_problem: OnProblem) -> Iterator[Part]:
    """Give the parts without those of the site, nor lines that are at the foot of all pages.

    >>> from podkit._markup.html_blocks import html_blocks
    >>> from podkit._markup.sections import divide
    >>> from podkit._html import parse_html
    >>> from podkit.errors import ignore
    >>> blocks = html_blocks(parse_html("<p>Hi<h2>Leave a reply</h2><p>Your name"), ignore)
    >>> [part.kind for part in without_site(divide(blocks), ignore)]
    ['summary']
    """
    for part in parts:
        heading = part.heading
        if heading and heading.level and (_is_of_site(heading) or _asks_for_address(part)):
            for block in (heading, *part.blocks):
                report_text(block.text, on_problem)
            continue
        if part.kind != "transcript":
            part.blocks = [block for block in part.blocks if not _is_left_out(block, on_problem)]
        if part.blocks or part.heading or part.kind == "transcript":
            yield part


def with_places_to_follow(parts: Iterable[Part]) -> Iterator[Part]:
    """Give the parts, and as parts of their own the places to follow that others list.

    Those at the start of a part stand before it, all others after it.
    """
    for part in parts:
        if part.kind in _OWN_PLACES or part.is_stated:
            yield part
            continue
        rest: list[Block] = []
        after: list[Part] = []
        for is_place, run in groupby(part.blocks, key=_is_place):
            blocks = list(run)
            if is_place and sum(len(block.paragraph.links) for block in blocks) >= _LEAST_PLACES:
                places = Part("follow", blocks=blocks)
                if rest or part.heading:
                    after.append(places)
                else:
                    yield places
            else:
                rest += blocks
        if rest or part.heading or not part.blocks:
            part.blocks = rest
            yield part
        yield from after


def with_transcript(parts: Iterable[Part]) -> Iterator[Part]:
    """Give the parts, and as a part of its own a transcript that nothing calls so.

    It is what follows the first of three lines or more that are a time alone, in order.
    """
    for part in parts:
        times = [read_clock(block.text) for block in part.blocks]
        starts = [time for time in times if time is not None]
        if part.kind in _HOLD_TIMES or len(starts) < _LEAST_TIMES or starts != sorted(starts):
            yield part
            continue
        first = next(index for index, time in enumerate(times) if time is not None)
        if first or part.heading:
            yield Part(part.kind, part.heading, blocks=part.blocks[:first])
        yield Part("transcript", blocks=part.blocks[first:])


def _is_of_site(heading: Block) -> bool:
    """Say whether a heading is one of the site's, or the title of another episode."""
    is_link = bool(heading.paragraph.links) and not letters(_around(heading))
    is_episode = is_link and read_headline(heading.text).number is not None
    return is_episode or is_furniture_heading(heading.text)


def _is_left_out(block: Block, on_problem: OnProblem) -> bool:
    """Say whether a block is a line that is at the foot of all pages, and report it."""
    if not is_boilerplate(block.text):
        return False
    report_text(block.text, on_problem)
    return True


def _with_content(block: Block, content: tuple[str | Link, ...]) -> Paragraph:
    return attrs.evolve(block.paragraph, content=content)


def _asks_for_address(part: Part) -> bool:
    """Say whether a part without a known kind only wants the reader on a list."""
    is_short = part.kind == "other" and 0 < len(part.blocks) <= _MOST_LINES
    return is_short and all(_MAILING_LIST.search(block.text) for block in part.blocks)


def _is_for_site(block: Block, files: frozenset[str]) -> bool:
    links = block.paragraph.links
    if not links:
        return False
    around = _around(block)
    if is_taxonomy(around) and read_byline(around, ()) is not None:
        return True
    works_player = all(is_player_link(link, files) for link in links)
    is_bare = len(around) <= _MOST_LETTERS
    return works_player and (is_bare or read_byline(around, ()) is not None)


def _is_place(block: Block) -> bool:
    content = block.paragraph.content
    if len(content) == 1 and isinstance(content[0], str):
        return False
    links = [part for part in with_kinds(content) if isinstance(part, Link)]
    if not any(link.kind == "follow" for link in links) or len(_around(block)) > _MOST_LETTERS:
        return False
    return len(links) > _LEAST_PLACES or all(link.kind in _FOLLOW for link in links)


def _around(block: Block) -> str:
    return "".join(part for part in block.paragraph.content if isinstance(part, str)).strip()
