"""Tells blocks that lead through the site, or name what a page is filed under, from the content."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import groupby

from podkit._markup.blocks import Block, Boundary
from podkit._markup.headings import is_elsewhere, kind_of_heading, kind_of_line
from podkit.errors import OnProblem
from podkit.models import Link
from podkit.pages._boilerplate import is_boilerplate, is_taxonomy
from podkit.pages._byline import Facts, read_byline
from podkit.pages._content import is_on_site, report_text
from podkit.pages._dates import read_date
from podkit.pages._headline import (
    FURNITURE_LINE,
    is_way,
    letters,
    read_headline,
)
from podkit.pages._players import is_player_link

__all__ = [
    "MOST_AROUND",
    "has_only_links",
    "is_only_date",
    "without_cards",
    "without_links_of_site",
    "words_around",
]

_LONGEST_DATE = 80
MOST_AROUND = 30  # around the links
_LEAST_WAYS = 2
_TOPIC = re.compile(
    r"/(?:tags?|topics?|categor(?:y|ies)|kategorien?|schlagw(?:o|ö|oe)rt(?:er)?|stichw(?:o|oe)rte?r?"
    r"|themen?|rubrik(?:en)?|etiquetas?|temas?|categor[ií]as?|catégories?|mots?-cles?|th[eè]mes?"
    r"|th[eé]matiques?|rubriques?|genres?|keywords?|taxonomy/term)/[^/?#]+/?\Z",
    re.IGNORECASE,
)
_MOST_OF_LABEL = 3  # words
_HASHTAG = re.compile(r"#(?!\s?\d+(?![^\W_]))")  # but #14 is an episode
_ACCOUNT = re.compile(
    r"/(?:sign-?in|log-?in|sign_in|wp-login\.php)(?![\w-])|\A#/portal", re.IGNORECASE
)
_LEAST_CARDS = 2
# What leads to the pages before and after this one, or to all of them.
_LONGEST_WAY = 120
_WAY = re.compile(
    r"[«‹←<].*|(?:back|return|zurück|retour|volver)\W*"
    r"|(?:previous|next|older|newer|prev)(?: (?:episodes?|posts?|articles?|shows?|entry))?"
    r"(?:\W*|\s*[:»→›].*)"
    r"|(?:vorherige|nächste|vorige|ältere|neuere)[rs]?(?: (?:folgen?|episoden?|beitrag|beiträge"
    r"|artikel|sendung))?(?:\W*|\s*[:»→›].*)"
    r"|(?:(?:épisode|article|émission)s? )?(?:précédent|suivant)e?s?(?:\W*|\s*[:»→›].*)"
    r"|(?:(?:episodio|entrada|artículo|programa)s? )?(?:anterior|siguiente)(?:es)?(?:\W*"
    r"|\s*[:»→›].*)"
    r"|(?:\W*(?:back|return|see|view|browse|all|zurück|alle|retour|voir|tous|toutes|volver|ver"
    r"|todos)\b)"
    r"(?: (?:all|the|to|a|de|la|les|los|las|l|à|aux?|den|der|die|zu|zur|more))*[ ’']"
    r"(?:episodes?|podcasts?|shows?|posts?|archives?|list|home|folgen|episoden|übersicht|liste"
    r"|startseite|blog|news|magazin|articles?|entradas|émissions?|épisodes|accueil|episodios"
    r"|programas|inicio|lista)\W*",
    re.IGNORECASE,
)
# The same with the other page's title beside it, or in the same link.
_WAY_LABEL = re.compile(
    r"\W*(?:(?:previous|next|older|newer|prev)(?: (?:article|entry|episode|post|show))?"
    r"|(?:vorherige|nächste|vorige|ältere|neuere)[rs]? (?:artikel|beitrag|episode|folge|sendung)"
    r"|(?:(?:article|émission|épisode) )?(?:précédent|suivant)e?"
    r"|(?:(?:artículo|entrada|episodio|programa) )?(?:anterior|siguiente))\W*",
    re.IGNORECASE,
)
_WAY_TITLED = re.compile(
    r"(?:previous|next|older|newer|prev) (?:article|entry|episode|post|show)\b"
    r"|(?:vorherige|nächste|vorige|ältere|neuere)[rs]? (?:artikel|beitrag|episode|folge|sendung)\b"
    r"|(?:article|émission|épisode) (?:précédent|suivant)e?\b"
    r"|(?:artículo|entrada|episodio|programa) (?:anterior|siguiente)\b",
    re.IGNORECASE,
)
_BEGINS_BACK, _ENDS_ON = tuple("«‹←"), tuple("»›→")


def without_cards(
    blocks: Iterable[Block | Boundary], page: str | None, on_problem: OnProblem
) -> Iterator[Block | Boundary]:
    """Give the blocks without those under a heading of no known kind that are cards of other pages.

    A card is a link within the site, and below it facts, or another line with the same link.

    Args:
        blocks: the blocks.
        page: the page's URL, if that is known.
        on_problem: receives what was left out.
    """
    group: list[Block | Boundary] = []
    for block in (*_without_told_cards(blocks, page, on_problem), None):
        if block is None or isinstance(block, Boundary) or block.level is not None:
            if _are_cards(group, page):
                for other in group:
                    report_text(other.text if isinstance(other, Block) else "", on_problem)
            else:
                yield from group
            group = []
        if block is not None:
            group.append(block)


def without_links_of_site(
    blocks: Iterable[Block | Boundary],
    files: frozenset[str],
    on_problem: OnProblem,
    page: str | None = None,
) -> Iterator[Block | Boundary]:
    """Give the blocks without those whose links work a player or lead to categories.

    Args:
        blocks: the blocks.
        files: what the episode's media files have in their URLs, see `file_key`.
        on_problem: receives what was left out.
        page: the page's URL, if that is known.
    """
    blocks = list(blocks)
    headings = {letters(b.text) for b in blocks if isinstance(b, Block) and b.level is not None}
    before: Block | Boundary | None = None
    ways: set[str | None] = set()  # where the last line that leads on leads to
    for block, following in zip(blocks, [*blocks[1:], None], strict=False):
        links = block.paragraph.links if isinstance(block, Block) else ()
        if not isinstance(block, Block):
            is_of_site = False
        elif not links:
            is_label = _labels_topics(block) and _files_nothing(following, page)
            is_of_site = is_label or is_only_date(block, block.text) or _is_label_of_fact(block)
        else:
            # A picture may say the words of the link in which it stands.
            is_double = _is_double(block, before) or _is_picture_of(block, following)
            is_of_site = (
                is_double
                or _is_for_site(block, files, headings, page)
                or _goes_on_to(block, ways)
                or _is_way_on(block, before)
                or (_labels_topics(block) and _files_nothing(following, page))
            )
        ways = {link.url for link in links} if is_of_site else set()
        if is_of_site and isinstance(block, Block):
            report_text(block.text, on_problem)
        else:
            yield block
        before = block


def _are_cards(group: list[Block | Boundary], page: str | None) -> bool:
    """Say whether a heading and what is below it are cards."""
    heading, *below = group or [Boundary()]
    if not isinstance(heading, Block) or heading.level is None or kind_of_heading(heading.text):
        return False
    urls: Counter[str] = Counter()
    count = 0
    for block in below:
        links = block.paragraph.links if isinstance(block, Block) else ()
        if isinstance(block, Block) and len(links) == 1 and not words_around(block):
            urls[links[0].url or ""] += 1
        elif isinstance(block, Block) and urls and any(read_byline(block.text, ()) or ()):
            count += 1
        else:
            return False
    is_told = all(times > 1 for times in urls.values()) or count == len(urls)
    return len(urls) >= _LEAST_CARDS and is_told and all(is_on_site(url, page) for url in urls)


def _without_told_cards(
    blocks: Iterable[Block | Boundary], page: str | None, on_problem: OnProblem
) -> Iterator[Block | Boundary]:
    """Give the blocks without those in a row that are one link, and say when another page is of."""
    for url, run in groupby(blocks, key=_only_url):
        card = list(run)
        is_card = bool(url) and len(card) > 1 and is_on_site(url or "", page)
        texts = [block.text for block in card if isinstance(block, Block)] if is_card else []
        if any(any(read_byline(text, ()) or ()) for text in texts):
            for text in texts:
                report_text(text, on_problem)
        else:
            yield from card


def _only_url(block: Block | Boundary) -> str | None:
    """Give where a block leads that is nothing but one link, and no heading."""
    content = block.paragraph.content if isinstance(block, Block) and block.level is None else ()
    only = content[0] if len(content) == 1 else None
    return only.url if isinstance(only, Link) else None


def _is_for_site(block: Block, files: frozenset[str], headings: set[str], page: str | None) -> bool:
    links = block.paragraph.links
    around = words_around(block)
    is_permalink = not (letters(around) or block.paragraph.is_point)
    if is_only_date(block, around) or (is_permalink and is_only_date(block, block.text)):
        return True
    if _leads_on(block, around) or _leads_within(block, around, headings, page):
        return True
    if is_taxonomy(around) and read_byline(around, ()) is not None:
        return True
    works_player = all(is_player_link(link, files) for link in links)
    is_bare = len(around) <= MOST_AROUND
    if not letters(around) and not block.level and _is_credit(block.text):
        return True
    return works_player and (is_bare or read_byline(around, ()) is not None)


def _is_credit(text: str) -> bool:
    return is_boilerplate(text) and any(map(str.isalpha, text))


def _is_entry_of_contents(link: Link, headings: set[str]) -> bool:
    is_within = (link.url or "").startswith("#")
    return is_within and letters(link.text).lstrip("0123456789") in headings


def _leads_within(block: Block, around: str, headings: set[str], page: str | None) -> bool:
    """Say whether a block only leads to parts of the page, or to topics of the site."""
    if FURNITURE_LINE.fullmatch(block.text):
        return True
    links = block.paragraph.links
    texts = [link.text for link in links]
    is_bare = not (letters(around) or block.level)
    return is_bare and (
        all(_HASHTAG.match(text) for text in texts)
        or all(_is_topic(link, page) for link in links)
        or all(_is_for_account(link) for link in links)
        or all(_is_entry_of_contents(link, headings) for link in links)
        or (len(texts) >= _LEAST_WAYS and all(map(is_way, texts)))
        or all(map(is_elsewhere, texts))
    )


def _labels_topics(block: Block) -> bool:
    """Say whether a line is but the label of what the page is filed under."""
    text = block.text
    is_short = len(text) <= MOST_AROUND and len(text.split()) <= _LEAST_WAYS
    return is_short and is_taxonomy(text)


def _files_nothing(following: Block | Boundary | None, page: str | None) -> bool:
    """Say whether topics of the site stand below a label, or nothing, as they were left out."""
    if not isinstance(following, Block) or following.level is not None:
        return True
    is_topic = (_is_topic(link, page) for link in following.paragraph.links)
    return has_only_links(following) and all(is_topic)


def _is_label_of_fact(block: Block) -> bool:
    """Say whether a line is but what a template puts around a fact that was read: "Posted on"."""
    text = block.text
    if len(text) > MOST_AROUND or block.level or block.lead == text:
        return False
    if block.paragraph.is_point:
        return False
    is_short = len(text.split()) <= _MOST_OF_LABEL and kind_of_line(text) is None
    return is_short and text[-1].isalpha() and read_byline(text, ()) == Facts()


def _is_topic(link: Link, page: str | None) -> bool:
    url = link.url or ""
    return bool(_TOPIC.search(url)) and is_on_site(url, page)


def _is_for_account(link: Link) -> bool:
    """Say whether a link of a word or two asks to log in to the site, such as to follow it."""
    is_short = len(link.text.split()) <= _LEAST_WAYS
    return is_short and bool(_ACCOUNT.search(link.url or ""))


def is_only_date(block: Block, text: str) -> bool:
    """Say whether a line, or what stands in it around links, only says when it was published."""
    if len(text) > _LONGEST_DATE or not any(map(str.isdigit, text)) or block.level:
        return False
    # The day may stand second, too: a date is one either way. Most lines have none, which is sooner
    # known than whether they say anything else.
    return read_date(text, day_first=True) is not None and (
        read_byline(text, (), day_first=True) is not None
    )


def _is_double(block: Block, before: Block | Boundary | None) -> bool:
    if not isinstance(before, Block):
        return False
    return block.text == before.text and block.paragraph == before.paragraph


def _is_picture_of(block: Block, following: Block | Boundary | None) -> bool:
    """Say whether a block is but links that show no words, and lead to where the next one does."""
    links = block.paragraph.links
    if not all(link.text == link.url for link in links) or not has_only_links(block):
        return False
    after = following.paragraph.links if isinstance(following, Block) else ()
    urls = {link.url for link in after}
    return all(link.url in urls for link in links)


def _goes_on_to(block: Block, ways: set[str | None]) -> bool:
    """Say whether a block is but the rest of a link whose first line was left out."""
    return (
        bool(ways)
        and has_only_links(block)
        and all(link.url in ways for link in block.paragraph.links)
    )


def _is_way_on(block: Block, before: Block | Boundary | None) -> bool:
    """Say whether a block with an arrow on stands after one with an arrow back."""
    is_after = isinstance(before, Block) and before.text.startswith(_BEGINS_BACK)
    return is_after and has_only_links(block) and block.text.endswith(_ENDS_ON)


def has_only_links(block: Block) -> bool:
    """Say whether a block has links, and no words around them."""
    return bool(block.paragraph.links) and not letters(words_around(block))


def _leads_on(block: Block, around: str) -> bool:
    """Say whether a block only leads to the pages before and after, or to all of them."""
    text = block.text.replace("\n", " ")
    if len(around) > MOST_AROUND or len(text) > _LONGEST_WAY:
        return False
    if _WAY_LABEL.fullmatch(around) or _lead_on_to_titles(block):
        return True
    is_numbered = text[-1:] in "»›→" and read_headline(text.strip("»›→ ")).number is not None
    return is_numbered or bool(_WAY.fullmatch(text))


def _lead_on_to_titles(block: Block) -> bool:
    links = block.paragraph.links
    is_way = not block.paragraph.is_point and all(_WAY_TITLED.match(link.text) for link in links)
    return is_way and has_only_links(block)


def words_around(block: Block) -> str:
    return "".join([part for part in block.paragraph.content if isinstance(part, str)]).strip()
