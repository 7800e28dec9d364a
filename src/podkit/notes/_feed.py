"""Notes in the form that a feed carries and that players show."""

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator
from html import escape
from itertools import groupby, starmap
from operator import attrgetter, itemgetter

import attrs

from podkit._markup.blocks import tidy, tidy_section
from podkit._markup.html_tags import list_tags, sanitised
from podkit._markup.links import check_url
from podkit.models import Link, Paragraph, ShowNotes

__all__ = ["FeedNotes", "for_feed"]

_LONGEST = 4000
_LEFT_OUT = frozenset(["comments", "player", "transcript"])  # what players show in their own way
# A word, or, of a run of letters too long to be one, as Chinese has, a letter and its marks.
_WORD = re.compile(r"\S{1,40}(?!\S)\s*|\S[^\w\s]{0,40}\s*|\s+")
_ABSOLUTE = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_PERSON = re.compile(r"^(?:mailto|tel|sms):", re.IGNORECASE)
_CUT = " …"
_INDEX, _IS_POINT = itemgetter(0), attrgetter("is_point")


@attrs.frozen(kw_only=True)
class FeedNotes:
    """Notes as a feed carries them; both forms have at most 4,000 bytes.

    Attributes:
        text: plain text, with the URL of each link after its words.
        html: HTML of paragraphs, lists and links, nothing else.

    >>> FeedNotes(text="Hello.", html="<p>Hello.</p>").html
    '<p>Hello.</p>'
    """

    text: str
    html: str


def for_feed(show_notes: ShowNotes) -> FeedNotes:
    r"""Write notes for an episode's ``<description>`` or ``<content:encoded>``.

    Apple shows ``<p>``, ``<ol>``, ``<ul>``, ``<li>`` and ``<a>`` and takes 4,000 bytes ("A
    Podcaster's Guide to RSS", ``<description>``); Spotify shows the same and takes 4,000 characters
    ("Podcast Delivery Specification"). So headings and lines are paragraphs, links have a target
    and nothing else, and what is too long is cut at a word, never within a link. The links of what
    is cut off are listed after it, as many of them as half of the room holds. A link whose URL is
    relative is text here, since a feed is no place that it could start from. Player, transcript and
    comments are left out: players show them in their own way.

    Args:
        show_notes: the notes.

    Raises:
        UnrepresentableError: a link has an unsafe URL, or a text holds half a surrogate pair.
        UnsupportedFormatError: nh3 isn't installed.

    >>> from podkit.notes import html
    >>> show_notes = html.loads("<h2>Links</h2><ul><li>See <a href='https://example.com/'>us</a>.")
    >>> for_feed(show_notes).html
    '<p>Links</p><ul><li>See <a href="https://example.com/">us</a>.</li></ul>'
    >>> for_feed(show_notes).text
    'Links\n\n- See us (https://example.com/).'
    """
    paragraphs = list(_paragraphs(show_notes))
    return FeedNotes(text=_shortened(paragraphs, _as_text), html=_shortened(paragraphs, _as_html))


def _paragraphs(show_notes: ShowNotes) -> Iterator[Paragraph]:
    """Give the headings and the paragraphs that a feed carries, with the links that lead there."""
    for index, untidy in enumerate(show_notes.sections):
        if untidy.kind in _LEFT_OUT:
            continue
        where = f"sections[{index}]"
        section = tidy_section(untidy, where)
        if section.heading and section.paragraphs:
            yield Paragraph(content=(section.heading,))
        for number, paragraph in enumerate(section.paragraphs):
            place = f"{where}.paragraphs[{number}]"
            content = tuple(_carried(part, place) for part in paragraph.content)
            yield attrs.evolve(paragraph, content=content)


def _carried(part: str | Link, where: str) -> str | Link:
    """Give a link that leads somewhere as itself, and the words of any other."""
    if isinstance(part, str):
        return part
    is_absolute = part.url and _ABSOLUTE.match(check_url(part.url, where))
    return part if is_absolute else part.text


def _shortened(paragraphs: list[Paragraph], write: Callable[[list[Paragraph]], str]) -> str:
    """Write as many of the words and links, from the first on, as there is room for."""
    pieces, is_all = _first_pieces(paragraphs)
    links = [link for paragraph in paragraphs for link in paragraph.links]

    def shown(pieces: list[tuple[int, str | Link]]) -> list[Paragraph]:
        groups = groupby(pieces, key=_INDEX)
        return [
            attrs.evolve(paragraphs[index], content=tidy(piece for _, piece in group))
            for index, group in groups
        ]

    def cut(count: int) -> str:
        index = pieces[count - 1][0] if count else 0
        before = sum(isinstance(piece, Link) for _, piece in pieces[:count])
        listed = _listed(links[:before], links[before:], write)
        return write([*shown([*pieces[:count], (index, _CUT)]), *listed])

    whole = write(shown(pieces)) if is_all else ""
    if is_all and len(whole.encode()) <= _LONGEST:
        return whole
    counts = range(len(pieces) + 1)
    return cut(bisect_right(counts, _LONGEST, key=lambda count: len(cut(count).encode())) - 1)


def _listed(
    before: list[Link], after: list[Link], write: Callable[[list[Paragraph]], str]
) -> list[Paragraph]:
    """Give the links after the cut as points, each URL once, as many as half of the room holds."""
    points: list[Paragraph] = []
    seen = {link.url for link in before}
    room = _LONGEST // 2
    for link in after:
        if link.url in seen:
            continue
        seen.add(link.url)
        point = Paragraph(content=(link,), is_point=True)
        room -= len(write([point]).encode())
        if room < 0:
            break
        points.append(point)
    return points


def _first_pieces(paragraphs: list[Paragraph]) -> tuple[list[tuple[int, str | Link]], bool]:
    """Give the pieces that may have room, as no letter takes less than a byte; are they all?"""
    pieces: list[tuple[int, str | Link]] = []
    room = _LONGEST
    for index, piece in _pieces(paragraphs):
        room -= len(piece if isinstance(piece, str) else piece.text)
        if room < 0:
            return pieces, False
        pieces.append((index, piece))
    return pieces, True


def _pieces(paragraphs: list[Paragraph]) -> Iterator[tuple[int, str | Link]]:
    """Give what is never parted, words and links, each with the index of its paragraph."""
    for index, paragraph in enumerate(paragraphs):
        for part in paragraph.content:
            if isinstance(part, Link):
                yield index, part
            else:
                yield from ((index, word[0]) for word in _WORD.finditer(part))


def _as_text(paragraphs: list[Paragraph]) -> str:
    blocks = []
    for is_list, group in groupby(paragraphs, key=_IS_POINT):
        shown = [(paragraph, "".join(map(_text_of, paragraph.content))) for paragraph in group]
        blocks += ["\n".join(starmap(_point, shown))] if is_list else [text for _, text in shown]
    return "\n\n".join(blocks)


def _point(paragraph: Paragraph, text: str) -> str:
    indent = "  " * paragraph.depth
    mark = "-" if paragraph.number is None else f"{paragraph.number}."
    return f"{indent}{mark} {text}".replace("\n", f"\n{indent}  ")


def _text_of(part: str | Link) -> str:
    if isinstance(part, str):
        return part
    target = _PERSON.sub("", part.url or "")
    return part.text if target == part.text else f"{part.text} ({target})"


def _as_html(paragraphs: list[Paragraph]) -> str:
    tags = []
    for is_list, group in groupby(paragraphs, key=_IS_POINT):
        written = [(paragraph, "".join(map(_html_of, paragraph.content))) for paragraph in group]
        if is_list:
            tags += list_tags([(point, html.replace("\n", " ")) for point, html in written])
        else:
            tags += [f"<p>{line}</p>" for _, html in written for line in html.split("\n")]
    return sanitised("".join(tags))


def _html_of(part: str | Link) -> str:
    if isinstance(part, str):
        return escape(part, quote=False)
    text = escape(part.text, quote=False).replace("\n", " ")
    return f'<a href="{escape(part.url or "")}">{text}</a>'
