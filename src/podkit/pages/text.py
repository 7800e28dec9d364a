"""An episode's page as plain text, as a browser copies it: links show their words only.

No document defines it. The title line comes first, the line before it is the show's title, and the
one after it the cover's text if that is made of both titles; lines that state no more than date,
duration, number or author follow; then come the notes, as `podkit.notes.text` reads them. The first
media file that they link to is the enclosure. A paragraph of the transcript is a cue; it may begin
with who speaks and when, as in ``Ann (0:14): …``, where a name counts that begins two paragraphs or
more. So may each of its lines, which then is a cue, too.

Written as text, a page keeps its words and their order; date, duration and author stand below the
title line. It carries no targets of links, no chapters, no ends of cues, and no other fact of show
and episode but what the title line and the cover's text say.
"""

import attrs

from podkit._files import Source, Target, read_bytes, write_bytes
from podkit._markup.sections import divide
from podkit._markup.text_blocks import section_lines, text_blocks, with_entries
from podkit._text import decode
from podkit.errors import OnProblem, ignore
from podkit.models import EpisodePage
from podkit.pages._byline import write_byline
from podkit.pages._copied import take_site
from podkit.pages._foot import length_in_player, without_foot
from podkit.pages._headline import (
    head_lines,
    show_title,
    take_head,
    with_lines_apart,
    without_app_above,
    without_furniture,
    without_menu,
)
from podkit.pages._parts import with_people, with_persons_headed
from podkit.pages._players import linked_files
from podkit.pages._transcript import cue_parts, sections_with_cues, take_notes
from podkit.pages._words import language_of, words_in

__all__ = ["dumps", "loads", "read", "write"]


def loads(text: str | bytes, *, on_problem: OnProblem = ignore) -> EpisodePage:
    r"""Read a page.

    Args:
        text: the file's text, or its bytes.
        on_problem: receives what was left out or forgiven.

    >>> page = loads("Skip to content\n\nEp #20: Be\n\nHow to be.", on_problem=print)
    line 1: left out, as it is no content: 'Skip to content'
    >>> page.episode.number, page.notes.sections[0].kind
    (20, 'summary')
    """
    head, text = take_site(decode(text, on_problem), on_problem)
    found = [*head, *text_blocks(text)]
    found = found if head else without_menu(found, on_problem)
    blocks = with_lines_apart(without_app_above([*found], on_problem))
    blocks = without_furniture(blocks, on_problem)
    page, blocks = take_head(blocks)
    length = length_in_player(blocks)
    parts = divide(with_persons_headed(without_foot(blocks, on_problem)))
    parts = with_people(parts, page.episode.itunes_author)
    notes, transcript = take_notes(parts, on_problem)
    notes = attrs.evolve(notes, sections=tuple(map(with_entries, notes.sections)))
    episode = attrs.evolve(
        page.episode,
        duration=page.episode.duration or length,
        enclosures=linked_files(notes),
    )
    return attrs.evolve(page, episode=episode, notes=notes, transcript=transcript)


def dumps(page: EpisodePage) -> str:
    r"""Write the words of a page.

    Raises:
        UnrepresentableError: a text holds half a surrogate pair, or a cue starts before the audio.

    >>> dumps(loads("Ep #20: Be\n\nLinks:\n* Our site"))
    'Ep #20: Be\n\nLinks:\n\n* Our site\n'
    """
    before, title, image_text = head_lines(page)
    facts = write_byline(page.episode, words_in(language_of(page)).by) if title else ""
    is_title = show_title(image_text, page.episode.title or "") is not None
    after = (image_text, facts) if is_title else (facts, image_text)
    lines = [line for line in (before, title, *after) if line]
    for index, (section, cues) in enumerate(sections_with_cues(page)):
        lines += section_lines(section, f"notes.sections[{index}]")
        parts = (cue_parts(cue, f"transcript.cues[{i}]") for i, cue in enumerate(cues))
        lines += [f"{lead} {text}".lstrip() for lead, text in parts if text]
    return "\n\n".join(lines) + "\n" * bool(lines)


def read(source: Source, *, on_problem: OnProblem = ignore) -> EpisodePage:
    """Read a page from a path or an open binary file, as `loads` does.

    >>> import io
    >>> read(io.BytesIO(b"Ep #20: Be")).episode.title
    'Be'
    """
    return loads(read_bytes(source), on_problem=on_problem)


def write(page: EpisodePage, target: Target) -> None:
    r"""Write a page to a path or an open binary file, as `dumps` does.

    >>> import io
    >>> file = io.BytesIO()
    >>> write(loads("Ep #20: Be"), file)
    >>> file.getvalue()
    b'Ep #20: Be\n'
    """
    write_bytes(target, dumps(page).encode())
