"""Sorts the parts of a page: leaves out what is the site's, sets apart the places to follow."""

import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import groupby, zip_longest
from urllib.parse import urljoin

import attrs

from podkit._clock import read_clock
from podkit._markup.blocks import Block, Boundary
from podkit._markup.headings import kind_of_heading, name_in_heading
from podkit._markup.links import with_kinds
from podkit._markup.sections import Part
from podkit.errors import OnProblem
from podkit.models import Link, Paragraph
from podkit.pages._boilerplate import is_boilerplate, is_furniture_heading
from podkit.pages._byline import is_full_name
from podkit.pages._content import is_on_site, report_text
from podkit.pages._cues import start_of_talk
from podkit.pages._dates import CLOCK, read_date, read_duration
from podkit.pages._headline import (
    letters,
    read_headline,
    read_title_line,
)
from podkit.pages._lines_of_site import (
    MOST_AROUND,
    has_only_links,
    is_only_date,
    words_around,
)

__all__ = [
    "stray_date",
    "take_length",
    "with_episodes",
    "with_headings_apart",
    "with_people",
    "with_persons_below",
    "with_persons_headed",
    "with_places_to_follow",
    "with_transcript",
    "without_site",
]

# Where several links to follow the show stand without a heading, and not as part of a text.
_FOLLOW = frozenset({"follow", "social"})
_LEAST_PLACES = 2
# Where lines of times alone are no transcript, and how many of them are one elsewhere.
_HOLD_TIMES = frozenset({"timestamps", "transcript"})
_LEAST_TIMES = 3
# A show's title with a number, which the episode's title follows.
_COUNTED = re.compile(r"([^\W\d].{1,60}?),? \#?\d{1,4}(?::| [–—-]) \S")
# A page in a folder of episodes.
_EPISODES = re.compile(
    r"(https?://[^?#]{1,300}/(?:episodes?|[ée]pisodes|episodios|episoden|folgen?|podcasts?|shows?)/)"
    r"(?!(?:about|all|archives?|categories|category|feed|page|rss|search|subscribe|tags?)(?:[/.]|\Z))"
    r"[^/?#:]+/?(?:[?#].*)?",
    re.IGNORECASE,
)
_FACT = re.compile(
    r"(?:show|podcast|channel|frequency|published|release date|length|duration|season|episode"
    r"|rating"
    r"|language|copyright|size|sendung|häufigkeit|veröffentlicht|länge|dauer|staffel|folge"
    r"|bewertung"
    r"|sprache|émission|fréquence|publiée?|durée|saison|épisode|classification|langue|programa"
    r"|frecuencia|publicado|duración|temporada|episodio|clasificación|idioma)(?:\s?:\s.*|\s*)\Z",
    re.IGNORECASE,
)
_LEAST_FACTS = 3
_OF_SITE = frozenset({"comments", "related_episodes"})  # seldom part of notes
# The sections that show where something stands, even if nothing is read from it.
_MARKS = frozenset({"player", "transcript"})
_BUTTONS = frozenset({"follow", "support"})  # what a button says at the end of a page
_UNMARKED = 7  # the level of a heading that is a paragraph
_CAN_HOLD_TALK = frozenset({"other", "summary"})
_LONGEST_NAME = 40
_SPEAKER = re.compile(r"([^:\n]+):")
_FIRST_NAME = re.compile(r"\b([^\W\d_a-zß-ÿ][\w’'-]*) (?=[^\W\d_a-zß-ÿ])")
_MAY_BE_OF_PERSON = frozenset({"guest", "other"})
_MAILING_LIST = re.compile(
    r"\b(?:your e-?mail|e-?mail address|mailing list|newsletter|inbox|unsubscribe|verteiler"
    r"|liste de diffusion|boletín)\b",
    re.IGNORECASE,
)
# Who writes a newsletter is told without.
_ASKS = re.compile(
    r"\b(?:your?|sign up|subscribe|join|get|receive|never miss|deine?r?|dich|ihre?|euch|eure?"
    r"|abonn\w*|anmeld\w*|melde|votre|vous|inscri\w+|inscrivez|recev\w+|tus?|suscr\w+|recib\w+|apúnt\w+)\b",
    re.IGNORECASE,
)
_PERSONS = frozenset({"guest", "hosts", "people"})
_PRONOUNS = re.compile(r" \([\w/ ]{2,20}\)\Z")
_MOST_LINES = 2
# The sections that hold such links among others.
_OWN_PLACES = frozenset({"contact", "credits", "guest", "hosts", "people", "review", "support"})
_LISTS_OF_PLACES = frozenset({"follow", "links", "show_notes"})
_BEGINS_PLACES = re.compile(
    r"(?:subscribe|listen|follow|available|abonnier|(?:jetzt )?(?:an)?hör|abonne|s['’]abonner"
    r"|écoute|suscr[ií]b|escuch|disponible)",
    re.IGNORECASE,
)
# A card of another page is a heading that links there, and no more than so many lines.
_MOST_OF_CARD = 3
# What an author may head so, too.
_MORE = re.compile(
    r"(?:more|mehr|más|plus)\b(?P<on> (?:on|about|zum thema|zu|über|sobre|sur)\b)?", re.IGNORECASE
)
# Below a talk, what this begins is not said.
_RIGHTS = re.compile(r"(?:copyright\b|©|\(c\)) ?(?:©|\(c\))? ?(?:19|20)\d\d\b", re.IGNORECASE)
_MOST_OF_RIGHTS = 3  # paragraphs
# How long the episode is, in a line of its own.
_LENGTH = re.compile(
    r"(?P<label>(?:(?:total |episode )?"
    r"(?:running time|run ?time|duration|length|play(?:ing)? ?time)"
    r"|(?:lauf|spiel)?dauer|laufzeit|länge|durée|duración)(?: de .{1,20})?\s*[:–—-]?\s*)?"
    rf"(?P<length>(?(label)(?:{CLOCK}|\d.{{0,60}})"
    r"|\d{1,4} ?(?:min(?:s|ute[ns]?|utos)?|h(?:ours?|rs?)?)\b.{0,40}?))\.?",
    re.IGNORECASE,
)
_LONGEST_LENGTH = 150  # letters


def with_headings_apart(blocks: Iterable[Block | Boundary]) -> Iterator[Block | Boundary]:
    """Give the blocks, and as a block of its own a heading that only a line break sets apart."""
    for block in blocks:
        if not isinstance(block, Block) or "\n" not in block.text:
            yield block
            continue
        first = block.paragraph.content[0]
        line, found, rest = first.partition("\n") if isinstance(first, str) else ("", "", "")
        is_apart = line == block.lead or line.endswith(":")
        if found and is_apart and kind_of_heading(line):
            yield Block(paragraph=Paragraph(content=(line,)), lead=line)
            content = (rest, *block.paragraph.content[1:])
            yield attrs.evolve(block, lead=None, paragraph=_with_content(block, content))
        else:
            yield block


def take_length(
    blocks: list[Block | Boundary],
) -> tuple[list[Block | Boundary], float | None]:
    """Take out the line that only says how long the episode is, wherever it stands.

    >>> said = [Block(paragraph=Paragraph(content=[text])) for text in ("Hi.", "Length: 1:02:03")]
    >>> [block.text for block in take_length(said)[0]], take_length(said)[1]
    (['Hi.'], 3723.0)
    """
    for index, block in enumerate(blocks):
        if isinstance(block, Block) and block.level and has_only_links(block):
            break  # of another page
        text = block.text if isinstance(block, Block) else ""
        match = _LENGTH.fullmatch(text) if len(text) <= _LONGEST_LENGTH else None
        seconds = read_duration(match["length"]) if match else None
        if seconds is not None:
            return blocks[:index] + blocks[index + 1 :], seconds
    return blocks, None


def stray_date(blocks: list[Block | Boundary], *, day_first: bool | None = None) -> datetime | None:
    """Give the date of the first line that says no more than it, wherever it stands.

    Args:
        blocks: the page's blocks.
        day_first: whether the day stands first in a date of figures, see `read_date`.

    >>> said = [Block(paragraph=Paragraph(content=[text])) for text in ("Hi.", "2 May 2023")]
    >>> stray_date(said).day
    2
    """
    for block in blocks:
        if isinstance(block, Boundary):
            continue
        if block.level and is_furniture_heading(block.text):
            break  # of other pages
        if not block.paragraph.is_point and is_only_date(block, block.text):
            date = read_date(block.text, day_first=day_first)
            if date:
                return date
    return None


def without_site(
    parts: Iterable[Part], on_problem: OnProblem, page: str | None = None
) -> Iterator[Part]:
    """Give the parts without those of the site, nor lines that are at the foot of all pages.

    Args:
        parts: the parts.
        on_problem: receives what was left out.
        page: the page's URL, if that is known.

    >>> from podkit._markup.html_blocks import html_blocks
    >>> from podkit._markup.sections import divide
    >>> from podkit._html import parse_html
    >>> from podkit.errors import ignore
    >>> blocks = html_blocks(parse_html("<p>Hi<h2>Leave a reply</h2><p>Your name"), ignore)
    >>> [part.kind for part in without_site(divide(blocks), ignore)]
    ['summary']
    """
    own = [part for part in parts if not _is_left_out_whole(part, page, on_problem)]
    own = [*_once(own, on_problem)]
    for part, following in zip_longest(own, own[1:]):
        heading = part.heading
        if part.kind == "transcript":
            part.blocks = _without_rights(part.blocks, on_problem)
        else:
            part.blocks = _without_row(part.blocks, on_problem)
            part.blocks = [
                block for block in part.blocks if not _is_left_out(block, part, on_problem)
            ]
        if heading and _heads_nothing(heading, part, following):
            report_text(heading.text, on_problem)
        elif part.blocks or part.heading or part.kind == "transcript":
            yield part


def with_places_to_follow(parts: Iterable[Part]) -> Iterator[Part]:
    """Give the parts, and as parts of their own the places to follow that others list.

    Those at the start of a part stand before it, all others after it. Where a part may hold such
    links itself, only a row of them that says what it is for is not of it.
    """
    for part in parts:
        if part.kind in _LISTS_OF_PLACES or part.is_stated:
            yield part
            continue
        is_of_places = _is_row_of_places if part.kind in _OWN_PLACES else _is_place
        rest: list[Block] = []
        after: list[Part] = []
        for is_place, run in groupby(part.blocks, key=is_of_places):
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


def with_episodes(
    parts: Iterable[Part], page: str | None, names: Iterable[str] = ()
) -> Iterator[Part]:
    """Give the parts with what links lead to other episodes.

    Those are links to pages in the same folder, and those within the site that begin with a number,
    which may have the show's title before it. A heading of no known kind over nothing else is of
    related episodes.

    Args:
        parts: the parts.
        page: the page's URL, if that is known.
        names: what the show may be called.
    """
    known = {letters(name) for name in names}
    folder = _EPISODES.match(page or "")
    for part in parts:
        if part.kind != "transcript":
            part.blocks = [
                _with_episodes(block, page, folder and folder[1], known) for block in part.blocks
            ]
            if part.kind == "other" and part.blocks and all(map(has_only_links, part.blocks)):
                links = (link for block in part.blocks for link in block.paragraph.links)
                if all(link.kind == "episode" for link in links):
                    part.kind = "related_episodes"
        yield part


def with_persons_below(parts: Iterable[Part]) -> list[Part]:
    """Give the parts, and in that of guests or hosts the persons whose names are headings as well.

    Their headings are of the same level, and stand under one that has nothing but a portrait.

    >>> from podkit._markup.sections import divide
    >>> said = [("Hosts", 2), ("Ann Lee", 2), ("Sails.", None), ("Bo Holm", 2), ("Links", 2)]
    >>> blocks = [Block(paragraph=Paragraph(content=[text]), level=level) for text, level in said]
    >>> [(part.kind, len(part.blocks)) for part in with_persons_below(divide(blocks))]
    [('hosts', 3), ('links', 0)]
    """
    kept: list[Part] = []
    filled: Part | None = None
    for part in parts:
        group = kept[-1] if kept else None
        if group and part.heading and _is_person_of(group, part.heading, is_filled=group is filled):
            name = part.heading.text
            others = [block for block in group.blocks if block.text not in name]  # no portraits
            group.blocks = [*others, attrs.evolve(part.heading, level=None), *part.blocks]
            filled = group
        else:
            kept.append(part)
    return kept


def with_people(parts: list[Part], author: str | None) -> list[Part]:
    """Give the parts, and those under a person's name as what that person is here.

    Of a name without another, some paragraph must say the whole: so Loretta is no place.

    Args:
        parts: the parts.
        author: who made the episode, if that is known.
    """
    named = [
        (part, name)
        for part in parts
        if part.heading and part.kind in _MAY_BE_OF_PERSON
        if (name := name_in_heading(part.heading.text))
    ]
    texts = (block.text for part in parts for block in part.blocks) if named else ()
    first_names = {name for text in texts for name in _FIRST_NAME.findall(text)}
    for part, name in named:
        if f"{author} ".startswith(f"{name} "):
            part.kind = "hosts"
        elif name in first_names:
            part.kind = "guest"
    return parts


def with_persons_headed(blocks: list[Block]) -> list[Block]:
    """Give the blocks of a text, and as headings its lines that say which person they are about.

    Some other line must name the person in full, so that a list of links may have such entries.

    >>> said = [Block(paragraph=Paragraph(content=[text])) for text in ("About Ann", "Ann Lee")]
    >>> [block.lead for block in with_persons_headed(said)]
    ['About Ann', None]
    """
    named = {
        index: name
        for index, block in enumerate(blocks)
        if not (block.paragraph.is_point or block.paragraph.links)
        if (name := name_in_heading(block.text))
    }
    texts = (block.text for block in blocks) if named else ()
    first_names = {name for text in texts for name in _FIRST_NAME.findall(text)}
    return [
        attrs.evolve(block, lead=block.text) if named.get(index) in first_names else block
        for index, block in enumerate(blocks)
    ]


def with_transcript(parts: Iterable[Part]) -> Iterator[Part]:
    """Give the parts, and as a part of its own a transcript that nothing calls so.

    It is what follows the first of three lines or more that are a time alone, in order, or where
    two speakers or more are named again and again.
    """
    for part in _with_talk(_joined(parts)):
        blocks = () if part.kind in _HOLD_TIMES else part.blocks
        times = [read_clock(block.text) for block in blocks]
        starts = [time for time in times if time is not None]
        if len(starts) < _LEAST_TIMES or starts != sorted(starts):
            yield part
            continue
        first = next(index for index, time in enumerate(times) if time is not None)
        if first and blocks[first - 1].text in {block.text for block in blocks[first:]}:
            first -= 1  # who speaks, as later on
        if first or part.heading:
            yield Part(part.kind, part.heading, blocks=part.blocks[:first])
        yield Part("transcript", blocks=part.blocks[first:])


def _joined(parts: Iterable[Part]) -> Iterator[Part]:
    """Give the parts, and as one a transcript whose heading has what unfolds it below."""
    before: Part | None = None
    for part in parts:
        is_alone = before is not None and before.heading and not before.blocks
        if before and is_alone and before.kind == part.kind == "transcript":
            part.heading, part.level = before.heading, before.level
        elif before:
            yield before
        before = part
    if before:
        yield before


def _with_talk(parts: Iterable[Part]) -> Iterator[Part]:
    """Give the parts, and as one of its own a talk that may go on under several headings."""
    for is_free, run in groupby(parts, key=_can_hold_talk):
        free = list(run)
        start = start_of_talk([block for part in free for block in _all(part)]) if is_free else None
        while start is not None and start >= len(_all(free[0])):
            start -= len(_all(free[0]))
            yield free.pop(0)
        if start is None:
            yield from free
            continue
        rest = [free.pop() for _ in range(_count_beyond(free))][::-1]
        first, said = free[0], [block for part in free for block in _all(part)][start:]
        is_headed = first.heading is not None
        if start > is_headed:
            yield Part(first.kind, first.heading, blocks=_all(first)[is_headed:start])
        # A heading right before the talk is its own; one that says who speaks is part of it.
        yield Part("transcript", first.heading if start == is_headed == 1 else None, blocks=said)
        yield from rest


def _count_beyond(parts: list[Part]) -> int:
    """Count the last parts with a heading in which nobody speaks who has spoken before."""
    named = [
        {
            match[1]
            for block in _all(part)
            if (match := _SPEAKER.match(f"{block.text[:_LONGEST_NAME]}:"))
        }
        for part in parts
    ]
    for count in range(len(parts) - 1):
        index = len(parts) - 1 - count
        if parts[index].heading is None or named[index] & set().union(*named[:index]):
            return count
    return len(parts) - 1


def _is_person_of(group: Part, heading: Block, *, is_filled: bool) -> bool:
    """Say whether a heading is a person's name under one that says who they are."""
    name = _PRONOUNS.sub("", heading.text)
    level = group.heading.level if group.heading else None
    is_below = level is not None and heading.level == level and group.kind in _PERSONS
    if not (is_below and is_full_name(name)):
        return False
    return is_filled or all(block.text in name for block in group.blocks)


def _can_hold_talk(part: Part) -> bool:
    is_of_site = part.heading is not None and is_furniture_heading(part.heading.text)
    return part.kind in _CAN_HOLD_TALK and not (part.is_stated or is_of_site)


def _all(part: Part) -> list[Block]:
    return [*([part.heading] if part.heading else ()), *part.blocks]


def _is_left_out_whole(part: Part, page: str | None, on_problem: OnProblem) -> bool:
    """Say whether a part is the site's, and report it."""
    is_marked = part.heading and (part.heading.level or part.kind in _OF_SITE)
    is_row = bool(part.blocks) and part.kind == "other" and all(map(has_only_links, part.blocks))
    is_of_site = (is_marked or is_row) and _is_of_site(part, page)
    if part.heading is None or not (is_of_site or _asks_for_address(part)):
        return False
    for block in (part.heading, *part.blocks):
        report_text(block.text, on_problem)
    return True


def _without_row(blocks: list[Block], on_problem: OnProblem) -> list[Block]:
    """Give the blocks without links at their end that a line of the site stands over."""
    count = next((i for i, block in enumerate(reversed(blocks)) if not has_only_links(block)), 0)
    row = blocks[-count - 1 :] if count else []
    if not row or row[0].paragraph.is_point or not is_furniture_heading(row[0].text):
        return blocks
    for block in row:
        report_text(block.text, on_problem)
    return blocks[: -len(row)]


def _once(parts: list[Part], on_problem: OnProblem) -> Iterator[Part]:
    """Give the parts without those that stand there twice, for small screens and large ones."""
    seen: set[tuple[str, ...]] = set()
    for part in parts:
        texts = tuple(block.text for block in _all(part))
        if part.heading and part.blocks and texts in seen:
            report_text(" ".join(texts), on_problem)
        else:
            yield part
        seen.add(texts)


def _without_rights(blocks: list[Block], on_problem: OnProblem) -> list[Block]:
    """Give what is said without what stands at its end on whose it is, and what that is worth."""
    last = max(len(blocks) - _MOST_OF_RIGHTS, 1)
    places = (i for i in range(last, len(blocks)) if _RIGHTS.match(blocks[i].text))
    end = next(places, len(blocks))
    for block in blocks[end:]:
        report_text(block.text, on_problem)
    return blocks[:end]


def _heads_nothing(heading: Block, part: Part, following: Part | None) -> bool:
    """Say whether a heading has lost what stood under it, or is only a button's label."""
    if not part.blocks and is_boilerplate(heading.text):
        return True
    is_heading = heading.level or (part.kind in _BUTTONS and following is None)
    return bool(is_heading) and _is_empty(heading, part, following)


def _is_empty(heading: Block, part: Part, following: Part | None) -> bool:
    """Say whether nothing stands under a heading, nor under those that it holds."""
    if part.blocks or part.kind in _MARKS:
        return False
    if following is None:
        return True
    if following.heading is None:
        return following.kind != "transcript"
    return (following.heading.level or _UNMARKED) <= (heading.level or _UNMARKED)


def _is_of_site(part: Part, page: str | None) -> bool:
    """Say whether a heading is one of the site's, or the title of another episode."""
    heading = part.heading
    if heading is None or is_furniture_heading(heading.text):
        return heading is not None and not _is_more_of_author(heading.text, part, page)
    links = heading.paragraph.links
    if _lists_facts(part):
        return True
    if not links or letters(words_around(heading)):
        return False
    is_card = part.kind == "other" and len(part.blocks) <= _MOST_OF_CARD
    is_own = is_card and all(is_on_site(link.url or "", page) for link in links)
    return is_own or read_headline(heading.text).number is not None


def _is_more_of_author(heading: str, part: Part, page: str | None) -> bool:
    """Say whether there is more on what was spoken of, or more from a guest, not of the site."""
    more = _MORE.match(heading)
    links = [link for block in part.blocks for link in block.paragraph.links]
    if more is None or not links:
        return more is not None and more["on"] is not None
    return page is not None and not any(is_on_site(link.url or "/", page) for link in links)


def _lists_facts(part: Part) -> bool:
    """Say whether a part of no known kind lists what an app knows of each episode."""
    if part.kind != "other":
        return False
    count = sum(bool(_FACT.match(block.text)) for block in part.blocks)
    return count >= _LEAST_FACTS and len(part.blocks) <= 3 * count


def _is_left_out(block: Block, part: Part, on_problem: OnProblem) -> bool:
    """Say whether a block is a line that is at the foot of all pages, and report it."""
    is_time = part.kind in _HOLD_TIMES and read_clock(block.text) is not None
    if is_time or not is_boilerplate(block.text):
        return False
    report_text(block.text, on_problem)
    return True


def _with_content(block: Block, content: tuple[str | Link, ...]) -> Paragraph:
    return attrs.evolve(block.paragraph, content=content)


def _asks_for_address(part: Part) -> bool:
    """Say whether a part without a known kind only wants the reader on a list."""
    is_short = part.kind in ("follow", "other") and 0 < len(part.blocks) <= _MOST_LINES
    return is_short and all(
        _MAILING_LIST.search(block.text) and _ASKS.search(block.text) and not _lists_places(block)
        for block in part.blocks
    )


def _lists_places(block: Block) -> bool:
    """Say whether a block has several links, or one with a label."""
    links = block.paragraph.links
    return len(links) >= _LEAST_PLACES or (
        len(links) == 1
        and words_around(block).endswith(":")
        and len(words_around(block)) <= MOST_AROUND
    )


def _is_place(block: Block) -> bool:
    content = block.paragraph.content
    if len(content) == 1 and isinstance(content[0], str):
        return False
    links = [part for part in with_kinds(content) if isinstance(part, Link)]
    if not any(link.kind == "follow" for link in links) or len(words_around(block)) > MOST_AROUND:
        return False
    return len(links) > _LEAST_PLACES or all(link.kind in _FOLLOW for link in links)


def _is_row_of_places(block: Block) -> bool:
    """Say whether a block has nothing but places to follow, and a word to do so before them."""
    is_row = len(block.paragraph.links) >= _LEAST_PLACES and bool(_BEGINS_PLACES.match(block.text))
    return is_row and not block.paragraph.is_point and _is_place(block)


def _with_episodes(block: Block, page: str | None, folder: str | None, names: set[str]) -> Block:
    """Give a block in which links to other episodes are of that kind."""
    links = block.paragraph.links
    found = {id(link) for link in links if _is_episode(link, page, folder, names)}
    if not found:
        return block
    content = tuple(
        attrs.evolve(part, kind="episode") if isinstance(part, Link) and id(part) in found else part
        for part in block.paragraph.content
    )
    return attrs.evolve(block, paragraph=_with_content(block, content))


def _is_episode(link: Link, page: str | None, folder: str | None, names: set[str]) -> bool:
    """Say whether a link leads into the folder of episodes, or begins with a number of one."""
    url = link.url or ""
    if not is_on_site(url, page):
        return False
    if folder and page and _is_in_folder(url, page, folder):
        return True
    if not any(map(str.isdigit, link.text)):
        return False
    counted = _COUNTED.match(link.text)
    if counted and letters(counted[1]) in names:
        return True
    _, episode = read_title_line(link.text)
    title = episode.title or ""
    return episode.number is not None and title != link.text and link.text.endswith(title)


def _is_in_folder(url: str, page: str, folder: str) -> bool:
    """Say whether a URL leads to another page in the folder."""
    if not (url.startswith("/") or "://" in url):
        return False
    match = _EPISODES.fullmatch(url if "://" in url else urljoin(page, url))
    is_other = not page.rstrip("/").endswith(url.rstrip("/"))
    return match is not None and match[1] == folder and is_other
