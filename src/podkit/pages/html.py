"""An episode's page as HTML (WHATWG HTML), with its facts as JSON-LD (schema.org).

Read is any page: what stands in ``<main>``, or else in ``<article>`` or ``<body>``, is its content;
the first ``<h1>`` is the title line. The rest is reported as a problem ``page-furniture``.

Written is one self-contained file, which needs jinja2 (extra ``pages``). It reads back to the equal
page: heading, image text, the show's title, link, language and artwork, the episode's title,
number, season, link, date, duration, artwork and audio file, notes, transcript and chapters. Where
the episode has no title, its heading is read as one; where the transcript has a language, it is
read as the show's, too. No other fact of show and episode is read back, nor are the URLs of the
files that the page's foot leads to. A run of white space counts as one space, and what shows
nothing is left out.
"""

from itertools import chain

import attrs
from selectolax.lexbor import LexborNode

from podkit._files import Source, Target, read_bytes, write_bytes
from podkit._html import parse_html
from podkit._text import decode
from podkit.errors import OnProblem, Problem, ignore
from podkit.models import Chapter, Chapters, Enclosure, Episode, EpisodePage, Show
from podkit.notes._blocks import Block, tidy_line
from podkit.notes._html_blocks import html_blocks, read_seconds
from podkit.pages._headline import take_head, without_furniture
from podkit.pages._html_writer import write_html
from podkit.pages._json_ld import read_json_ld
from podkit.pages._transcript import take_notes

__all__ = ["dumps", "loads", "read", "write"]

_CONTENT = ("main", "article", "body")
_FURNITURE = ("dialog", "form", "nav")
_NO_CONTENT = "dialog, form, nav:not(.chapter-list)"
# Parts of the pages that podkit writes, by their tag.
_OTHERWISE_READ = {
    "a": "p[data-start] > a.time",
    "header": "header.hero",
    "ol": "ol.chapters",
}


def loads(text: str | bytes, *, on_problem: OnProblem = ignore) -> EpisodePage:
    """Read a page.

    Args:
        text: the file's text, or its bytes.
        on_problem: receives what was left out or forgiven.

    Raises:
        ParseError: elements nest more than 2,000 deep.

    >>> page = loads("<main><h1>Ep #20: Be</h1><p>How to be.</p></main>")
    >>> page.episode.number, page.notes.sections[0].kind
    (20, 'summary')
    """
    root = parse_html(decode(text, on_problem))
    main = next(node for tag in _CONTENT for node in root.css(tag))
    _report_furniture(root, main, on_problem)
    blocks = html_blocks(main, on_problem, leave_out=_is_no_text)
    show, episode = read_json_ld(root, on_problem)
    hero = main.css_first("header.hero")
    if hero is None:
        page, blocks = take_head(without_furniture(blocks, on_problem))
    else:
        page = _read_hero(hero)
    notes, transcript = take_notes(blocks, on_problem)
    spoken = main.css_first('section[data-kind="transcript"]')
    if transcript and spoken is not None:
        transcript = attrs.evolve(transcript, language=spoken.attributes.get("lang"))
    page = attrs.evolve(page, notes=notes, transcript=transcript, chapters=_read_chapters(main))
    return attrs.evolve(
        page,
        show=attrs.evolve(
            show, title=page.show.title or show.title, language=root.attributes.get("lang") or None
        ),
        episode=_read_episode(page, episode, main),
    )


def dumps(page: EpisodePage) -> str:
    """Write a page.

    Raises:
        UnrepresentableError: a value can't be written; the error names it.
        UnsupportedFormatError: jinja2 isn't installed.

    >>> dumps(EpisodePage(heading="Ep #20: Be"))[:15]
    '<!doctype html>'
    """
    return write_html(page)


def read(source: Source, *, on_problem: OnProblem = ignore) -> EpisodePage:
    """Read a page from a path or an open binary file, as `loads` does.

    >>> import io
    >>> read(io.BytesIO(b"<h1>Ep #20: Be</h1>")).episode.title
    'Be'
    """
    return loads(read_bytes(source), on_problem=on_problem)


def write(page: EpisodePage, target: Target) -> None:
    """Write a page to a path or an open binary file, as `dumps` does.

    >>> import io
    >>> file = io.BytesIO()
    >>> write(EpisodePage(heading="Ep #20: Be"), file)
    >>> file.getvalue()[:15]
    b'<!doctype html>'
    """
    write_bytes(target, dumps(page).encode())


def _is_no_text(node: LexborNode) -> bool:
    """Say of a part of the content that it is read as something else, or not at all."""
    if node.tag in _FURNITURE:
        return True
    return node.tag in _OTHERWISE_READ and node.css_matches(_OTHERWISE_READ[node.tag])


def _report_furniture(root: LexborNode, main: LexborNode, on_problem: OnProblem) -> None:
    outside = html_blocks(root, ignore, leave_out=lambda node: node.mem_id == main.mem_id)
    inside = (html_blocks(node, ignore) for node in main.css(_NO_CONTENT))
    for block in chain(outside, *inside):
        if isinstance(block, Block):
            message = f"left out, as it is no content: {block.text!r:.80}"
            on_problem(Problem(id="page-furniture", message=message, level="info"))


def _read_hero(hero: LexborNode) -> EpisodePage:
    """Read the head of a page that podkit wrote; JSON-LD states number, season and title."""
    cover = hero.css_first("img.cover")
    return EpisodePage(
        show=Show(title=_text(hero.css_first("p.show-title"))),
        heading=_text(hero.css_first("h1")),
        image_text=cover.attributes.get("alt") or None
        if cover is not None
        else _text(hero.css_first("p.cover")),
    )


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


def _read_episode(page: EpisodePage, stated: Episode, main: LexborNode) -> Episode:
    """Put together what the title line says, what JSON-LD states, and where the audio is."""
    audio = main.css_first("audio[src], audio source[src]")
    url = audio.attributes["src"] if audio is not None else None
    enclosures = stated.enclosures or ((Enclosure(url=url),) if url else ())
    said = page.episode
    return attrs.evolve(
        stated,
        title=said.title or stated.title,
        number=stated.number if said.number is None else said.number,
        season=stated.season if said.season is None else said.season,
        enclosures=enclosures,
    )


def _text(node: LexborNode | None) -> str | None:
    return tidy_line(node.text(), "html") or None if node is not None else None
