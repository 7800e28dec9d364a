"""Reads what stands at the head of a page: the title line, the show's title, the cover's text."""

import re
from collections.abc import Callable

from podkit._construct import positional
from podkit._markup.blocks import Block, Boundary, tidy_line
from podkit._markup.headings import kind_of_heading
from podkit.errors import OnProblem, Problem
from podkit.models import Episode, EpisodePage, Show

__all__ = [
    "head_lines",
    "heading_of",
    "letters",
    "read_headline",
    "show_title",
    "take_head",
    "without_furniture",
]

_BREAK = r"\s*[:.|–—-]+\s+"  # what parts number and title
_WORD = (
    r"(?:episode|eps?|folge|épisode|episodio|podcast|show|sendung|ausgabe|émission|capítulo"
    r"|programa"
    r"|n[or°º]\.?)(?![^\W\d])\.?\s*(?:#|n[or°º]\.?)?\s*(?P<number>\d{1,5})"
)
_SEASON = r"(?:season|staffel|saison|temporada)\s*(?P<season>\d{1,3})\s*[,:·|–-]?\s*"
_SHORT = r"s(?P<season>\d{1,3})[ ,·-]{0,3}e(?P<number>\d{1,5})"
_FORMS = [
    re.compile(form, re.IGNORECASE | re.DOTALL)
    for form in (
        rf"(?:{_SEASON})?{_WORD}(?:{_BREAK}(?P<title>\S.*))?",
        rf"{_SHORT}(?:{_BREAK}(?P<title>\S.*))?",
        rf"(?P<season>\d{{1,2}})x(?P<number>\d{{1,3}})(?:{_BREAK}|\s+)(?P<title>\S.*)",
        rf"\#(?P<number>\d{{1,5}}){_BREAK}(?P<title>\S.*)",
        r"\#(?P<number>(?!1\s)\d{1,5})\s+(?P<title>\S.*)",  # a reason may be the #1
        rf"e?(?P<number>\d{{1,3}}){_BREAK}(?P<title>\S.*)",
        r"[(\[]#?(?P<number>\d{1,3})[)\]]\s+(?P<title>\S.*)",
        rf"(?P<title>\S.{{0,300}}?)\s+[(\[](?:{_SEASON})?(?:{_WORD})[)\]]",
        rf"(?P<title>\S.{{0,300}}?)\s+[(\[]{_SHORT}[)\]]",
        r"(?P<title>\S.{0,300}?)\s+[(\[]#?(?P<number>\d{1,3})[)\]]",
        rf"(?P<title>\S.{{0,300}}?)\s+[|·–—-]\s+(?:{_SEASON})?{_WORD}",
        rf"(?P<title>\S.{{0,300}}?)\s+[|·–—-]\s+{_SHORT}",
    )
]
_episode: Callable[..., Episode] = positional(Episode, "number", "season", "title")
_BAR = re.compile(r"\s+[|·–—-]\s+")
_LONGEST = 300
_LONGEST_TITLE = 120
# Where the head of a page is looked for, in blocks.
_HEAD = 6
_FURNITURE = re.compile(
    r"skip (?:to|navigation).{0,40}|(?:toggle )?(?:menu|navigation)|zum inhalt springen"
    r"|(?:aller|passer) au contenu|(?:saltar|ir) al contenido",
    re.IGNORECASE,
)


def read_headline(text: str) -> Episode:
    """Give the episode's number, season and title as a title line says them.

    >>> episode = read_headline("Ep #270: Interdependence: Needing Each Other")
    >>> episode.number, episode.title
    (270, 'Interdependence: Needing Each Other')
    """
    matches = (form.fullmatch(text) for form in _FORMS)
    match = next(filter(None, matches), None)
    if match is None:
        return _episode(None, None, text)
    facts = match.groupdict()
    season = facts.get("season")
    return _episode(int(facts["number"]), int(season) if season else None, facts["title"] or text)


def head_lines(page: EpisodePage) -> tuple[str, str, str]:
    """Give the lines at the head of a page, or empty ones: the title line is that in the middle.

    Where the page has no title line, it is made from number and title. The show's title stands
    before it, unless the cover's text after it begins or ends with it.

    Raises:
        UnrepresentableError: a text holds half a surrogate pair.

    >>> head_lines(EpisodePage(show=Show(title="Ann"), episode=Episode(number=20, title="Be")))
    ('Ann', 'Ep #20: Be', '')
    """
    show, episode = page.show, page.episode
    heading = page.heading or heading_of(episode) or ""
    is_in_image_text = show.title == show_title(page.image_text or "", episode.title or "")
    return (
        tidy_line("" if is_in_image_text else show.title or "", "show.title"),
        tidy_line(heading, "heading"),
        tidy_line(page.image_text or "", "image_text"),
    )


def heading_of(episode: Episode) -> str | None:
    """Make the title line of an episode that has none, from its number and title.

    >>> heading_of(Episode(number=20, title="Be"))
    'Ep #20: Be'
    """
    number = None if episode.number is None else f"Ep #{episode.number}"
    return ": ".join(filter(None, (number, episode.title))) or None


def show_title(text: str, title: str) -> str | None:
    """Give the show's title where a text is that and the episode's, with a bar between.

    >>> show_title("Feminist Wellness | Needing Each Other", "Needing each other!")
    'Feminist Wellness'
    """
    wanted = letters(title)
    for bar in _BAR.finditer(text[:_LONGEST]) if wanted else ():
        before, after = text[: bar.start()], text[bar.end() :]
        if letters(after) == wanted:
            return before
        if letters(before) == wanted:
            return after
    return None


def letters(text: str) -> str:
    """Give the letters and digits of a text alone, in lower case, to compare it by.

    >>> letters("Needing Each Other!")
    'needingeachother'
    """
    return "".join(filter(str.isalnum, text.casefold()))


def without_furniture(
    blocks: list[Block | Boundary], on_problem: OnProblem
) -> list[Block | Boundary]:
    """Give the blocks without those at the head that only help to move through the page."""
    kept = []
    for index, block in enumerate(blocks):
        if isinstance(block, Block) and index < _HEAD and _FURNITURE.fullmatch(block.text):
            message = f"left out, as it is no content: {block.text!r}"
            problem = Problem(id="page-furniture", message=message, level="info", line=block.line)
            on_problem(problem)
        else:
            kept.append(block)
    return kept


def take_head(
    blocks: list[Block | Boundary],
) -> tuple[EpisodePage, list[Block | Boundary]]:
    """Give what the head of a page says, and the blocks that are left.

    The title line is the first heading of level 1, or the first line with an episode's number, or
    the first line if it looks like a title. The line before it is the show's title; the one after
    it is the cover's text if it is made of both titles.
    """
    index = _find_headline(blocks)
    if index is None:
        return EpisodePage(), blocks
    heading = _text(blocks[index])
    episode = read_headline(heading)
    before, after = blocks[:index], blocks[index + 1 :]
    show, image_text = None, None
    if after:
        show = show_title(_text(after[0]), episode.title or "")
    if show:
        image_text, after = _text(after[0]), after[1:]
    elif len(before) == 1 and 0 < len(_text(before[0])) <= _LONGEST_TITLE:
        show, before = _text(before[0]), []
    page = EpisodePage(
        show=Show(title=show), episode=episode, heading=heading, image_text=image_text
    )
    return page, before + after


def _find_headline(blocks: list[Block | Boundary]) -> int | None:
    finders = (_is_top_heading, _is_numbered)
    for is_headline, last in zip(finders, (len(blocks), _HEAD), strict=True):
        for index, block in enumerate(blocks[:last]):
            if isinstance(block, Block) and is_headline(block):
                return index
    return 0 if blocks and _looks_like_title(blocks[0]) else None


def _is_top_heading(block: Block) -> bool:
    return block.level == 1 and kind_of_heading(block.text) is None


def _is_numbered(block: Block) -> bool:
    is_line = len(block.text) <= _LONGEST and "\n" not in block.text
    is_free = is_line and not (block.paragraph.is_point or block.paragraph.links)
    return is_free and read_headline(block.text).number is not None


def _looks_like_title(block: Block | Boundary) -> bool:
    text = _text(block)
    if not isinstance(block, Block) or block.paragraph.is_point or block.paragraph.links:
        return False
    is_short = len(text) <= _LONGEST_TITLE and "\n" not in text
    return is_short and text[-1] not in ".!:;,…" and kind_of_heading(text) is None


def _text(block: Block | Boundary) -> str:
    return block.text if isinstance(block, Block) else ""
