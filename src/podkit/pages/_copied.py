"""Finds a page's head and foot in a text that was copied out of a browser together with its site.

Nothing marks them there. A site is told by the lines above the title that lead through it; then the
title is the first line with an episode's number, or the one that stands beside the date. What is
below the notes begins with a line that no author writes, after which there is no text.
"""

import re
from collections.abc import Collection
from itertools import groupby

from podkit._markup.blocks import Block, tidy, visible
from podkit._markup.headings import kind_of_line, name_in_heading
from podkit.errors import OnProblem
from podkit.models import Paragraph
from podkit.pages._boilerplate import is_boilerplate, left_out
from podkit.pages._byline import is_full_name, read_byline
from podkit.pages._dates import DAY_OF_MONTH
from podkit.pages._foot import begins_foot, is_field, is_foot, length_in_row
from podkit.pages._headline import (
    FURNITURE_LINE,
    is_of_app_label,
    is_of_site,
    letters,
    read_headline,
    says_number,
)

__all__ = ["take_site"]

_MOST_LINES = 100  # of a head
_LONGEST_LINE = 120  # letters of a line that is no text
_LEAST_WAYS = 3
_MOST_BELOW = 12  # lines between the title and its last fact
_MOST_BESIDE = 4
_MOST_SAID = 2  # subtitles
_LEAST_OF_TEXT = 150  # letters
_MOST_OF_PAGE = 2 / 3  # that a foot is
_ENDS_TEXT = (".", ":", ";", ",", "!", "?", "…")
_COUNTER = re.compile(r"[\d.,]+ ?[km]?|\W+", re.IGNORECASE)
_PICTURE = re.compile(
    r"(?:photo|foto|image|bild|imagen|illustration)(?:graf(?:ie|ía)|graphie)?s? ?"
    r"(?:by|von|de|par|:) .*"
    r"|(?:autorenbild|author(?:'s)? (?:picture|photo)|writer(?:'s)? picture|foto del escritor"
    r"|photo du rédacteur|logo|.{1,40} (?:logo|avatar))",
    re.IGNORECASE,
)
# What else a menu has, besides what says nothing but the way.
_ENTRY = re.compile(
    r"(?:about|contact|work with) (?:me|us)|über(?: mich)?|sobre (?:mí|nosotros)"
    r"|qui (?:suis-je|sommes-nous)"
    r"|(?:l['’])?équipe|equipo|host|newsletter|services|coaching|events?|termine|resources|press"
    r"|presse|tienda|boutique|faq|alle beiträge|all posts|tous les posts|todas las entradas",
    re.IGNORECASE,
)
_PODCAST = re.compile(r"\bp[oó]dcast\b", re.IGNORECASE)
# A line on what the show is about, which is not its title.
_SAYS_WHAT = re.compile(r"(?:an?|eine?|une?|el|un) (?:[\w-]+ ){0,2}p[oó]dcast\b", re.IGNORECASE)
# The sections that a site's foot may seem to have.
_OF_SITE = frozenset(
    [
        *(None, "comments", "contact", "follow", "licence", "news", "player", "related_episodes"),
        *("review", "support", "people", "summary"),
    ]
)
_VISITOR = re.compile(r"\b(?:says|wrote|sagt|schreibt|schrieb|dit|a écrit|dice|dijo) ?:\Z")
_MOST_OVER_COMMENT = 6  # lines
_TAG = re.compile(r"[^\W\d_][^.,:;!?…]{0,30}(?:, [^\W\d_][^.,:;!?…]{0,30})*")
_MOST_OF_TAG = 3  # words


def take_site(text: str, on_problem: OnProblem) -> tuple[list[Block], str]:
    r"""Give the lines of a page's head as blocks, and the text with no more than its content.

    A text without a site around it is given back as it is; of others, the lines are left empty that
    are no content.

    >>> menu = "The Tides\nHome\nAbout\nContact\nSubscribe"
    >>> head, rest = take_site(f"{menu}\nFog\nMay 2, 2024\nHome\n\nHello.", lambda problem: None)
    >>> [block.text for block in head], rest.strip()
    (['The Tides', 'Fog', 'May 2, 2024'], 'Hello.')
    """
    source = visible(text).split("\n")
    lines = [line.strip() for line in source]
    head = _Head(lines)
    title = head.title()
    if title is None:
        return [], text
    facts, end = head.facts(title)
    named = {index for index in (head.show(title), title) if index is not None}
    if says_number(lines[title]) and read_headline(lines[title]).title == lines[title]:
        # The title stands below the number.
        below = [index for index in range(title + 1, end) if lines[index]][:1]
        named |= {index for index in below if index not in facts or head.is_name(index)}
    facts = [index for index in facts if index not in named]
    kept = [*sorted(named), *facts]
    said = {letters(lines[index]) for index in kept}
    beside = (index for index in range(title, end) if head.is_furniture(lines[index], said))
    taken = {*range(title + 1), *kept, *range(_start_of_foot(lines, end, facts), len(lines))}
    taken.update(index for index in beside if not length_in_row(lines[index]))
    _report(lines, sorted(taken.difference(kept)), on_problem)
    names = [index for index in facts if head.is_name(index)]
    texts = [f"by {lines[index]}" if index in names else lines[index] for index in kept]
    blocks = [
        Block(
            paragraph=Paragraph(content=tidy([text])),
            line=index + 1,
            level=1 if index == title else None,
        )
        for index, text in zip(kept, texts, strict=True)
    ]
    return blocks, "\n".join(["" if i in taken else line for i, line in enumerate(source)])


def _report(lines: list[str], places: list[int], on_problem: OnProblem) -> None:
    """Report the lines that are left out, those without a gap as one."""
    shown = [index for index in places if lines[index]]
    for _, run in groupby(enumerate(shown), key=lambda pair: pair[1] - pair[0]):
        indexes = [index for _, index in run]
        on_problem(left_out(" ".join(lines[index] for index in indexes), indexes[0] + 1))


class _Head:
    """The short lines that a text begins with."""

    def __init__(self, lines: list[str]) -> None:
        """Keep the lines, and count those that can be of the head."""
        self.lines = lines
        ends = (i for i, line in enumerate(lines[:_MOST_LINES]) if _is_text(line))
        self.end = next(ends, min(len(lines), _MOST_LINES))
        self.ways = [i for i in range(self.end) if _is_way(lines[i])]
        is_marked = any(map(FURNITURE_LINE.fullmatch, lines[: self.end]))
        self.least_ways = 1 if is_marked else _LEAST_WAYS

    def title(self) -> int | None:
        """Give which line is the title, if there is a site above it."""
        if len(self.ways) < self.least_ways:
            return None
        others = (i for i in range(self.ways[0], self.end) if i not in self.ways)
        place = next((i for i in others if says_number(self.lines[i])), None)
        if place is None:
            place = self._beside_date()
        above = [line for line in self.lines[:place] if line]
        if place is None or not above or is_of_app_label(above[-1]):
            return None
        if self._is_app(place):
            return None
        is_menu = sum(index < place for index in self.ways) >= self.least_ways
        is_said = sum(line.endswith(_ENDS_TEXT) for line in above) > _MOST_SAID
        return place if is_menu and not is_said else None

    def _is_app(self, title: int) -> bool:
        """Say whether an app's facts are below: a day of no year, and at once how long it is."""
        days = (i for i in range(title, self.end) if _states_day(self.lines[i]))
        facts = [read_byline(line, ()) for i in days for line in self.lines[i : i + _MOST_BESIDE]]
        first, *others = facts or [None]
        is_of_no_year = first is not None and first.published is None
        return is_of_no_year and any(fact and fact.duration for fact in others[: _MOST_BESIDE - 1])

    def _beside_date(self) -> int | None:
        """Give which line is the title over the first date, or else below it."""
        dated = next((i for i in range(self.end) if _states_when_or_who(self.lines[i])), None)
        if dated is None:
            return None
        last = max((i for i in self.ways if i < dated), default=-1)
        over = [i for i in range(last + 1, dated) if self._can_be_title(i)]
        below = [i for i in range(dated + 1, self.end) if self._can_be_title(i)]
        # A title may look like a name: below the author's, or alone.
        for places in (over, below):
            for index in places:
                if not self._is_authors(index):
                    return index
        return next(iter((*below, *over)), None)

    def _can_be_title(self, index: int) -> bool:
        line = self.lines[index]
        if not line or _is_counter(line) or read_byline(line, ()) is not None:
            return False
        return not (_is_short(line) and line in self.lines[:index])

    def _is_authors(self, index: int) -> bool:
        return self.is_name(index) and _states_day((*self._below(index), "")[0])

    def _below(self, index: int) -> list[str]:
        return [line for line in self.lines[index + 1 : self.end] if line][:_MOST_BESIDE]

    def _above(self, index: int) -> list[str]:
        return [line for line in self.lines[:index] if line][-_MOST_BESIDE:]

    def show(self, title: int) -> int | None:
        """Give which line is the show's title: one over the episode's, or the first of all."""
        own = [
            index
            for index in range(title)
            if self.lines[index]
            and not (is_of_site(self.lines[index]) or _is_counter(self.lines[index]))
            and read_byline(self.lines[index], ()) is None
            and letters(self.lines[index]) != letters(self.lines[title])
        ]
        last = max((i for i in self.ways if i < title), default=-1)
        named = [index for index in own if _PODCAST.search(self.lines[index])]
        named = [index for index in named if not _SAYS_WHAT.match(self.lines[index])]
        recurring = [i for i in own if self.lines[i] in self.lines[title + 1 : self.end]]
        first = [i for i in own[:1] if sum(way < i for way in self.ways) < _LEAST_WAYS]
        over = [i for i in own[-1:] if i > last]
        return next(iter((*named[-1:], *recurring[:1], *first, *over)), None)

    def facts(self, title: int) -> tuple[list[int], int]:
        """Give which lines state facts beside the title, and where these end."""
        last = max((i for i in self.ways if i < title), default=-1)
        found = [i for i in range(last + 1, title) if self.states_fact(i)]
        end, said = title + 1, 0
        for index in range(title + 1, min(self.end, title + _MOST_BELOW)):
            line = self.lines[index]
            if self.states_fact(index):
                found.append(index)
                end = index + 1
            elif line and not self.is_furniture(line, {letters(self.lines[title])}):
                said += 1
                if said > _MOST_SAID or kind_of_line(line):
                    break
            elif line and kind_of_line(line) is None:
                end = index + 1
        return self._with_author(found), end

    def _with_author(self, found: list[int]) -> list[int]:
        """Give lines of facts, of which no more than one is a bare name: that before the date."""
        names = [index for index in found if self.is_name(index)]
        facts = [index for index in found if index not in names]
        day = next((i for i in facts if _states_day(self.lines[i])), -1)
        said = (read_byline(self.lines[index], ()) for index in facts)
        if any(fact and fact.itunes_author for fact in said):
            return facts
        over = [index for index in names if index < day]
        return [*facts, *(over[-1:] or names[:1])]

    def is_name(self, index: int) -> bool:
        """Say whether a line is a person's name, and no more."""
        line = self.lines[index]
        is_fact = read_byline(line, ()) is not None
        return is_full_name(line) and not (is_fact or is_of_site(line) or kind_of_line(line))

    def states_fact(self, index: int) -> bool:
        """Say whether a line states a fact of the episode; a name does beside a day."""
        line = self.lines[index]
        if self.is_name(index):
            beside = (*self._below(index)[:1], *self._above(index)[-1:])
            return any(map(_states_day, beside)) and not says_number(line)
        facts = read_byline(line, ()) if line else None
        return facts is not None and (any(facts) or _is_day(line))

    def is_furniture(self, line: str, said: Collection[str]) -> bool:
        """Say whether a line beside the title works the page, or has been said."""
        return not line or (
            letters(line) in said or is_of_site(line) or is_boilerplate(line) or _is_counter(line)
        )


def _start_of_foot(lines: list[str], start: int, facts: list[int]) -> int:
    """Give where the foot begins: with a line that no author writes, below which is no text.

    What visitors say is none, nor what is said of the author, who is among the facts.
    """
    known = " ".join(lines[index] for index in facts)
    size = sum(map(len, lines[start:]))
    after = 0
    foot = len(lines)
    for index in range(len(lines) - 1, start, -1):
        line = lines[index]
        after += len(line)
        if after > _MOST_OF_PAGE * size:
            break
        is_of_author = (name_in_heading(line) or line) in known and foot < len(lines)
        is_text = len(line) >= _LEAST_OF_TEXT and not _is_of_visitor(lines, index)
        if begins_foot(lines, index) or (line and is_of_author):
            foot = index
        elif is_text or kind_of_line(line) not in _OF_SITE:
            break
    return _without_row(lines, start, _without_form(lines, start, foot))


def _is_of_visitor(lines: list[str], index: int) -> bool:
    """Say whether a line above tells which visitor says it, and when."""
    above = [line for line in lines[max(0, index - _MOST_OVER_COMMENT) : index] if line]
    return any(map(_VISITOR.search, above)) and any(map(_states_day, above))


def _without_form(lines: list[str], start: int, end: int) -> int:
    """Give where the last lines without a gap begin, if they are a form or begin to share."""
    while end > start and not lines[end - 1]:
        end -= 1
    first = end
    while first > start and lines[first - 1]:
        first -= 1
    block = lines[first:end]
    fields = sum(map(is_field, block))
    foot = sum(is_foot(line, has_begun=True) for line in block)
    is_row = 2 * foot >= len(block) > 1 and is_foot(block[0], has_begun=True)
    is_short = all(len(line) < _LEAST_OF_TEXT for line in block)
    return first if is_short and first > start and (fields > 1 or is_row) else end


def _without_row(lines: list[str], start: int, end: int) -> int:
    """Give where the lines begin over the foot that file the page, count or share it."""
    has_begun = any(lines[end:])
    while end > start:
        line = lines[end - 1]
        if line and not (is_foot(line, has_begun=has_begun) or _is_counter(line)):
            break
        has_begun = has_begun or bool(line)
        end -= 1
    first = end
    while first > start and _is_tag(lines[first - 1]):
        first -= 1
    # What the page is filed under stands apart from its text.
    above = [line for line in lines[start:first] if line][-1:]
    is_apart = has_begun and not lines[first - 1] and bool(above) and above[0].endswith(_ENDS_TEXT)
    return first if is_apart and kind_of_line(above[0]) is None else end


def _is_tag(line: str) -> bool:
    return bool(_TAG.fullmatch(line)) and all(map(_is_short, line.split(", ")))


def _is_way(line: str) -> bool:
    return is_of_site(line) or bool(_ENTRY.fullmatch(line))


def _is_text(line: str) -> bool:
    return len(line) > _LONGEST_LINE or (len(line) > _LONGEST_LINE // 2 and line.endswith("."))


def _is_short(line: str) -> bool:
    return len(line.split()) <= _MOST_OF_TAG


def _is_counter(line: str) -> bool:
    return bool(_COUNTER.fullmatch(line) or _PICTURE.fullmatch(line))


def _is_day(line: str) -> bool:
    return bool(DAY_OF_MONTH.fullmatch(line.strip(" .")) or DAY_OF_MONTH.fullmatch(line))


def _states_when_or_who(line: str) -> bool:
    facts = read_byline(line, ()) if line else None
    return _states_day(line) or (facts is not None and facts.itunes_author is not None)


def _states_day(line: str) -> bool:
    facts = read_byline(line, ()) if line else None
    return facts is not None and (facts.published is not None or _is_day(line))
