"""Reads a page that podkit wrote: its marks state all that general rules would have to guess."""

from typing import Any

import attrs
from selectolax.lexbor import LexborNode

from podkit._markup.blocks import tidy_line
from podkit._markup.html_blocks import FURNITURE, html_blocks, read_seconds
from podkit._markup.links import clean_url
from podkit._markup.sections import divide
from podkit.errors import OnProblem
from podkit.models import (
    AtomLink,
    Chapter,
    Chapters,
    ChaptersLink,
    Enclosure,
    Episode,
    EpisodePage,
    Show,
    TranscriptLink,
)
from podkit.pages._content import report_outside, without_unseen
from podkit.pages._stated import json_ld, to_episode, to_show
from podkit.pages._transcript import take_notes

__all__ = ["read_own_page"]

# What is read otherwise, by its tag.
_OTHERWISE_READ = {
    "a": "p[data-start] > a.time",
    "h1": "h1",
    "header": "header",
    "nav": "nav.chapter-list",
}


def read_own_page(root: LexborNode, on_problem: OnProblem) -> EpisodePage:
    """Read a page; what JSON-LD states and nothing shows is read too.

    >>> from podkit._html import parse_html
    >>> from podkit.errors import ignore
    >>> root = parse_html("<main><header><h1>Be</h1></header><p>Hello.</main>")
    >>> read_own_page(root, ignore).notes.sections[0].kind
    'summary'
    """
    main = next(iter(root.css("main")), root)
    things = json_ld(root, on_problem)
    without_unseen(root)
    report_outside(main, on_problem)
    blocks = html_blocks(main, on_problem, part_of=_part_of)
    notes, transcript = take_notes(divide(blocks), on_problem)
    spoken = main.css_first('section[data-kind="transcript"]')
    if transcript and spoken is not None:
        transcript = attrs.evolve(transcript, language=spoken.attributes.get("lang"))
    page = _read_head(main)
    show = to_show(things)
    return attrs.evolve(
        page,
        show=attrs.evolve(
            show,
            title=page.show.title or show.title,
            language=root.attributes.get("lang") or None,
            copyright=_text(root.css_first("p.copyright")),
        ),
        episode=attrs.evolve(_with_audio(to_episode(things), main), **_shown(root)),
        notes=notes,
        transcript=transcript,
        chapters=_read_chapters(main),
    )


def _part_of(node: LexborNode, tag: str) -> str | None:
    selector = _OTHERWISE_READ.get(tag)
    return FURNITURE if selector and node.css_matches(selector) else None


def _read_head(main: LexborNode) -> EpisodePage:
    """Read the head of the page; JSON-LD states number, season and title."""
    cover = main.css_first("img.cover")
    return EpisodePage(
        show=Show(title=_text(main.css_first("p.show-title"))),
        heading=_text(main.css_first("h1")),
        image_text=cover.attributes.get("alt") or None
        if cover is not None
        else _text(main.css_first("p.cover")),
    )


def _with_audio(episode: Episode, main: LexborNode) -> Episode:
    audio = main.css_first("audio[src]")
    url = audio.attributes["src"] if audio is not None and not episode.enclosures else None
    return attrs.evolve(episode, enclosures=(Enclosure(url=url),)) if url else episode


def _shown(root: LexborNode) -> dict[str, Any]:
    """Give the facts of an episode that its page shows: the author, and what its foot leads to."""
    files = root.css("a.transcript[href]")
    marks = root.css_first("a.chapters-file[href]")
    return {
        "itunes_author": _text(root.css_first(".facts > .author")),
        "transcript_links": tuple(
            TranscriptLink(url=url, type=file.get("type"), language=file.get("hreflang"))
            for url, file in map(_linked, files)
            if url
        ),
        "chapters_link": _chapters_link(*_linked(marks)) if marks is not None else None,
        "atom_links": tuple(
            AtomLink(href=url, rel=facts["rel"], title=_text(link.css_first("span")))
            for link in root.css("nav.neighbours a[href][rel]")
            for url, facts in [_linked(link)]
            if url
        ),
    }


def _linked(link: LexborNode) -> tuple[str | None, dict[str, str | None]]:
    """Give where a link leads, if that is safe, and what it states."""
    return clean_url(link.attributes["href"] or ""), link.attributes


def _chapters_link(url: str | None, facts: dict[str, str | None]) -> ChaptersLink | None:
    return ChaptersLink(url=url, type=facts.get("type")) if url else None


def _read_chapters(main: LexborNode) -> Chapters | None:
    chapters = []
    for link in main.css("ol.chapters a[data-start]"):
        facts = link.attributes
        start = read_seconds(facts["data-start"])
        if start is not None:
            chapters.append(
                Chapter(
                    start=start,
                    title=_text(link),
                    end=read_seconds(facts.get("data-end")),
                    url=facts.get("data-url"),
                    image=facts.get("data-image"),
                    hidden="data-hidden" in facts,
                )
            )
    return Chapters(chapters=tuple(chapters)) if chapters else None


def _text(node: LexborNode | None) -> str | None:
    return tidy_line(node.text(), "html") or None if node is not None else None
