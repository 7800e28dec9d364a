"""Tells what pictures say beside their text from a page's content: captions, and words for them."""

import re

from selectolax.lexbor import LexborNode

from podkit._markup.headings import kind_of_heading
from podkit.pages._byline import is_full_name
from podkit.pages._headline import letters, read_headline, show_title

__all__ = ["PICTURES", "is_no_content"]

PICTURES = frozenset({"figcaption", "img"})
_HEADINGS = frozenset({"h1", "h2", "h3", "h4"})
# A picture with its caption: of so many elements around it, and so many more letters.
_MOST_AROUND = 3
_MOST_BESIDE = 30
# What stands in a line of text, or around a picture that does.
_IN_LINES_OF_TEXT = frozenset(
    {"a", "abbr", "b", "code", "em", "font", "i", "mark", "picture", "small", "span", "strong"}
)
_MOST_ABOVE = 6
# What says that there is a picture, and nothing of what it shows.
_NAMELESS = re.compile(
    r".{1,60} (?:avatar|profile (?:image|photo|pic|picture)|headshot|thumbnail|cover art)"
    r"|(?:(?:user|author|guest|host|profile|cover|artwork|podcast|show|episode)[ -]?)?"
    r"(?:avatar|art(?:work)?|cover|icon|image|img|logo|photo|picture|portrait|thumbnail|bild|foto"
    r"|titelbild|profilbild|imagen|pochette|portada|vignette)",
    re.IGNORECASE,
)


def is_no_content(picture: LexborNode, title: str) -> bool:
    """Say whether a caption is a picture's, or the words that stand for one only say what it shows.

    A cover may have the show's title beside the episode's, with a bar between, and a portrait may
    say who it shows.
    """
    if picture.tag == "figcaption":
        return _is_of_picture(picture)
    if _is_shown_beside(picture):
        return True
    words = " ".join((picture.attributes.get("alt") or "").split())
    if _NAMELESS.fullmatch(words):
        return True
    is_telling = not title or _is_cover(words, title) or is_full_name(words)
    return not is_telling and _is_alone(picture)


def _is_cover(words: str, title: str) -> bool:
    said = read_headline(words).title or words
    return letters(said) == title or show_title(words, title) is not None


def _is_alone(picture: LexborNode) -> bool:
    """Say whether a picture stands neither in a line of text nor in a link or a heading."""
    node, is_block = picture, False
    for _ in range(_MOST_ABOVE):
        beside = () if is_block else (_beside(node, "prev"), _beside(node, "next"))
        holder = node.parent
        if holder is None or any(map(_is_of_line, beside)):
            return holder is None
        if holder.tag in _HEADINGS or (holder.tag == "a" and holder.attributes.get("href")):
            return False
        is_block = is_block or holder.tag not in _IN_LINES_OF_TEXT
        node = holder
    return True


def _is_of_line(node: LexborNode | None) -> bool:
    return node is not None and (node.tag == "-text" or node.tag in _IN_LINES_OF_TEXT)


def _beside(node: LexborNode, side: str) -> LexborNode | None:
    """Give what stands beside a node, save white space."""
    beside: LexborNode | None = getattr(node, side)
    while beside is not None and beside.tag == "-text" and not beside.text().strip():
        beside = getattr(beside, side)
    return beside


def _is_of_picture(caption: LexborNode) -> bool:
    """Say whether a caption is that of a picture, not of a quotation, a recording or a table.

    That of a recording may only say to listen to it.
    """
    figure = caption.parent
    if figure is None or figure.css_first("audio, img") is None:
        return False
    if figure.css_first("audio") is not None:
        return kind_of_heading(" ".join(caption.text().split())) == "player"
    return figure.css_first("blockquote, iframe, pre, table, ul, video") is None


def _is_shown_beside(picture: LexborNode) -> bool:
    """Say whether the words that stand for a picture, such as a person's name, are beside it."""
    words = (picture.attributes.get("alt") or "").strip()
    holder, following = picture.parent, _beside(picture, "next")
    if words and following is not None and following.text(strip=True) == words:
        return True
    for _ in range(_MOST_AROUND if words else 0):
        shown = holder.text(strip=True) if holder is not None else ""
        if holder is None or len(shown) > len(words) + _MOST_BESIDE:
            return False
        if words in shown:
            return True
        holder = holder.parent
    return False
