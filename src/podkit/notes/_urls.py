"""Gives the links of notes the targets that their source has lost."""

import re
from collections.abc import Mapping

import attrs

from podkit._markup.blocks import tidy
from podkit._markup.links import UNKNOWN, with_kinds
from podkit._url_pattern import fill_in
from podkit.errors import ParseError
from podkit.models import EpisodeRef, Link, Paragraph, ShowNotes

__all__ = ["set_episode_urls", "set_urls"]


def set_urls(show_notes: ShowNotes, urls: Mapping[str, str]) -> ShowNotes:
    r"""Give links their URLs.

    Args:
        show_notes: the notes.
        urls: the URL of each link, by the link's text or by the part of it, or of a paragraph,
            that is to be the link; the rest is then text around it.

    Raises:
        ParseError: a text stands nowhere in the notes without a URL, or in more than one place;
            ``where`` is the text.

    >>> from podkit.notes import text
    >>> show_notes = set_urls(text.loads("Links:\n* Send me an email"), {"email": "mailto:me@a.b"})
    >>> show_notes.sections[0].paragraphs[0].content[1]
    Link(text='email', url='mailto:me@a.b', kind='email', platform=None, address=None)
    """
    # The longest first: a text may be a part of another.
    for text in sorted(urls, key=lambda text: (-len(text), text)):
        show_notes = _set_url(show_notes, text, urls[text])
    return show_notes


def set_episode_urls(show_notes: ShowNotes, pattern: str) -> ShowNotes:
    r"""Make a link of each paragraph that is as a whole a reference to an episode and has no URL.

    Args:
        show_notes: the notes.
        pattern: the URL, with ``{number}`` and ``{season}`` for the episode's; ``{number:03}``
            gives it at least three digits.

    Raises:
        ParseError: the pattern has another field or is broken, or asks for a season that a
            reference doesn't name.

    >>> from podkit.notes import text
    >>> set_episode_urls(text.loads("Links:\n* Ep #31: On"), "/{number}/").links[0].url
    '/31/'
    """
    sections = (
        attrs.evolve(section, paragraphs=tuple(_referring(p, pattern) for p in section.paragraphs))
        for section in show_notes.sections
    )
    return attrs.evolve(show_notes, sections=tuple(sections))


def _set_url(show_notes: ShowNotes, text: str, url: str) -> ShowNotes:
    places = _places(show_notes, text)
    if len(places) != 1:
        raise ParseError(
            "the notes have no link or text without a URL that says this; give its words exactly"
            if not places
            else f"stands in {len(places)} places; give more of the words around the one you mean",
            where=repr(text),
        )
    ((section_index, index, part_index, start),) = places
    section = show_notes.sections[section_index]
    paragraphs = list(section.paragraphs)
    words = slice(start, start + len(text))
    content = with_kinds(_linked(paragraphs[index].content, part_index, words, url), section.kind)
    paragraphs[index] = attrs.evolve(paragraphs[index], content=content)
    sections = list(show_notes.sections)
    sections[section_index] = attrs.evolve(section, paragraphs=tuple(paragraphs))
    return attrs.evolve(show_notes, sections=tuple(sections))


def _places(show_notes: ShowNotes, text: str) -> list[tuple[int, int, int, int]]:
    """Find where a link says just this, or else where this is a part of a text or a link.

    A place is the index of the section, of the paragraph, of the part of its content, and of the
    text within that.
    """
    links, parts = [], []
    for section_index, section in enumerate(show_notes.sections):
        for index, paragraph in enumerate(section.paragraphs):
            for part_index, part in enumerate(paragraph.content):
                place = section_index, index, part_index
                if isinstance(part, str):
                    parts += [(*place, start) for start in _positions(text, part)]
                elif not part.url:
                    parts += [(*place, start) for start in _positions(text, part.text)]
                    links += [(*place, 0)] if part.text == text else []
    return links or parts


def _positions(text: str, within: str) -> list[int]:
    return [match.start() for match in re.finditer(re.escape(text), within)] if text else []


def _linked(
    content: tuple[str | Link, ...], index: int, words: slice, url: str
) -> tuple[str | Link, ...]:
    """Give the content with these words of one of its parts as a link."""
    part = content[index]
    if isinstance(part, str):
        text, link = part, Link(text=part[words], url=url, kind=UNKNOWN)
    else:
        text, link = part.text, attrs.evolve(part, text=part.text[words], url=url)
    parts = [*content[:index], text[: words.start], link, text[words.stop :], *content[index + 1 :]]
    return tidy(parts)


def _referring(paragraph: Paragraph, pattern: str) -> Paragraph:
    ref = EpisodeRef.parse(paragraph.text)
    if ref is None or any(link.url for link in paragraph.links):
        return paragraph
    url = fill_in(pattern, number=ref.number, season=ref.season)
    if url is None:
        known = "number" if ref.season is None else "number and season"
        message = f"can't be filled in for {paragraph.text!r:.80}, which knows only {known}"
        raise ParseError(message, where=repr(pattern))
    return attrs.evolve(paragraph, content=(Link(text=paragraph.text, url=url, kind="episode"),))
