"""An episode's page as Markdown (CommonMark 0.31).

It is laid out as `podkit.pages.text` has it, and the notes are written as `podkit.notes.markdown`
writes them; who speaks stands in bold type. Read is also any page of another make, as the HTML
that CommonMark makes of it, and its front matter: the plain lines of YAML, or the TOML, that state
title, subtitle, number, season, date, audio, duration, description, author, link, image or show.

Written as Markdown, a page states the episode's facts that no text says as front matter. It carries
no chapters, no ends of cues, and no other fact of show and episode. Reading needs markdown-it-py
(extra ``pages``).
"""

import re

from podkit._files import Source, Target, read_bytes, write_bytes
from podkit._markdown import escape_heading, escape_text
from podkit._markup.html_tags import section_tag
from podkit._markup.markdown_blocks import section_blocks, to_html
from podkit._markup.sections import marked
from podkit._text import decode
from podkit.errors import OnProblem, ignore
from podkit.models import Cue, EpisodePage, ShowNotes
from podkit.pages._front_matter import front_matter, take_front_matter
from podkit.pages._headline import head_lines, read_headline
from podkit.pages._html_reader import read_marked_up
from podkit.pages._transcript import cue_parts, sections_with_cues

__all__ = ["dumps", "loads", "read", "write"]

# What Obsidian and other wikis add: [[a page]], [[a page|its name]], ![[a picture]], ==a mark==.
_WIKI_LINK = re.compile(r"(?<!\\)\[\[([^\[\]\n]{1,200})\]\]")
_ALIAS = re.compile(r"(?<!\\)\[\[[^\[\]|\n]{1,200}\|([^\[\]\n]{1,200})\]\]")
_EMBED = re.compile(r"(?<!\\)!\[\[[^\[\]\n]{1,200}\]\]")
_MARKED = re.compile(r"(?<![\\=])==(?=[^\s=])([^\n=]{1,500}?)(?<=\S)==(?!=)")


def loads(text: str | bytes, *, on_problem: OnProblem = ignore) -> EpisodePage:
    r"""Read a page.

    Args:
        text: the file's text, or its bytes.
        on_problem: receives what was left out or forgiven.

    Raises:
        ParseError: lists, quotes or elements nest too deeply.
        UnsupportedFormatError: markdown-it-py isn't installed.

    >>> page = loads("# Ep #20: Be\n\nHow to be.\n\n## Transcript\n\n**Ann:** Hello.")
    >>> page.episode.number, page.transcript.cues[0].speaker
    (20, 'Ann')
    """
    facts, text = take_front_matter(decode(text, on_problem))
    return read_marked_up(to_html(_plain(text)), facts, on_problem)


def _plain(text: str) -> str:
    """Give a text as CommonMark where it links as wikis do, in which it may also mark and embed."""
    if not _WIKI_LINK.search(text):
        return text
    return _MARKED.sub(r"\1", _WIKI_LINK.sub(r"\1", _ALIAS.sub(r"[[\1]]", _EMBED.sub("", text))))


def dumps(page: EpisodePage) -> str:
    r"""Write a page.

    Raises:
        UnrepresentableError: a link's URL is unsafe, a text holds half a surrogate pair, or a cue
            starts before the audio does.

    >>> dumps(EpisodePage(heading="Ep #20: Be"))
    '# Ep #20: Be\n'
    """
    before, title, after = head_lines(page)
    blocks = [
        front_matter(page.episode, read_headline(title)),
        escape_text(before),
        f"# {escape_heading(title)}" if title else "",
        escape_text(after),
    ]
    placed = sections_with_cues(page)
    notes = ShowNotes(sections=tuple(section for section, _ in placed))
    for (where, section, is_marked), (_, cues) in zip(marked(notes), placed, strict=True):
        body = [*section_blocks(section, where), *_cue_blocks(cues)]
        is_stated = is_marked or bool(cues)  # no words of a transcript are a heading
        blocks += [section_tag(section.kind), *body, "</section>"] if is_stated else body
    return "\n\n".join(filter(None, blocks)) + "\n" * any(blocks)


def read(source: Source, *, on_problem: OnProblem = ignore) -> EpisodePage:
    """Read a page from a path or an open binary file, as `loads` does.

    >>> import io
    >>> read(io.BytesIO(b"# Ep #20: Be")).episode.title
    'Be'
    """
    return loads(read_bytes(source), on_problem=on_problem)


def write(page: EpisodePage, target: Target) -> None:
    r"""Write a page to a path or an open binary file, as `dumps` does.

    >>> import io
    >>> file = io.BytesIO()
    >>> write(EpisodePage(heading="Ep #20: Be"), file)
    >>> file.getvalue()
    b'# Ep #20: Be\n'
    """
    write_bytes(target, dumps(page).encode())


def _cue_blocks(cues: tuple[Cue, ...]) -> list[str]:
    blocks = []
    for index, cue in enumerate(cues):
        lead, text = cue_parts(cue, f"transcript.cues[{index}]")
        words = f"**{escape_text(lead)}** " if cue.speaker else lead and f"{lead} "
        blocks += [words + escape_text(text)] if text else []
    return blocks
