r"""Transcripts as Markdown (CommonMark): paragraphs, each with its time and, in bold, its speaker.

They are those of `text`, as in ``[0:01:02] **Ann:** Hello.``, with a backslash before what Markdown
would take for markup; where a line breaks, one stands at its end. A heading carries the
title. There is no place for anything else, which is left out.

Read is what people and programs write: each paragraph, point of a list and quoted paragraph is a
cue, without its emphasis, its code marks, its links' targets and its HTML.
"""

import re
from collections.abc import Iterator
from html import unescape
from html.entities import html5

from podkit._files import Source, Target, read_bytes, write_bytes
from podkit._markdown import escape_heading, escape_text, escape_words
from podkit._report import refuse, report
from podkit._text import check_text
from podkit.errors import OnProblem, ignore
from podkit.models import Transcript
from podkit.transcripts._paragraphs import (
    join_paragraphs,
    paragraphs,
    read_paragraph,
    read_text,
    write_paragraph,
)
from podkit.transcripts._reading import make_transcript, normalise, tidy_name
from podkit.transcripts._writing import said

__all__ = ["dumps", "loads", "read", "write"]

_FRONT_MATTER = re.compile(r"---[ \t]*\n(?:(?!---[ \t]*\n)[^\n]*\n)*+---[ \t]*(?:\n|\Z)")
_COMMENT = re.compile(r"(?<!\\)<!--.*?(?:-->|\Z)", re.DOTALL)
_HEADING = re.compile(r"[ ]{0,3}(#{1,6})(?:[ \t]+(.*))?")
_HEADING_END = re.compile(r"(?:\A|[ \t])#+\Z")
_UNDERLINED = re.compile(r"^[ ]{0,3}([^\s=][^\n]*)\n[ ]{0,3}={2,}[ \t]*$", re.MULTILINE)
# Rules, and what fences code.
_RULE = re.compile(r"[ \t]*(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|(?:`{3}|~{3})[^`]*)")
_QUOTE = re.compile(r"\A[ \t]*(?:>[ \t]?)+")
_POINT = re.compile(r"[ \t]*(?:[-*+]|(\d{1,9})[.)])[ \t]+")
_CLOCK = re.compile(r"\d{1,4}(?::\d\d){1,2}(?:[.,]\d{1,9})?")
# No alternative reads on past what another one would begin with, so that the time is linear.
_INLINE = re.compile(
    r"""\\(?P<escaped>[!-/:-@\[-`{-~\n])
      | `(?P<code>[^`\n]+)`
      | !?\[(?P<label>[^\[\]\n\\]*)\]\([^()\n]*\)
      | <(?P<url>https?://[^<>\s]+)>
      | (?P<line><br\s*/?>\n?)
      | </?(?:a|abbr|b|cite|del|div|em|font|i|ins|mark|p|s|small|span|strong|sub|sup|time|u)
        (?:\s[^<>]*)?/?>
      | (?P<reference>&(?:\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6}|[A-Za-z]\w{0,30});)
      | (?P<mark>\*+|_+|~~)""",
    re.VERBOSE,
)


def loads(text: str | bytes, *, on_problem: OnProblem = ignore) -> Transcript:
    r"""Read Markdown.

    Times and names are read as those of plain text are, in bold type or not. A heading of the first
    level is the title if nothing is said before it.

    Args:
        text: the file's text, or its bytes.
        on_problem: receives what was forgiven: other headings and what stands before all (left
            out), bytes that aren't UTF-8, cues out of order.

    Raises:
        ParseError: this is no text, as it holds NUL or starts as a PDF or an archive does.

    >>> transcript = loads("# Fog\n\n[1:02] **Ann:** It was *very* dark.\n")
    >>> transcript.title, transcript.cues
    ('Fog', (Cue(text='It was very dark.', start=62.0, end=None, speaker='Ann', ...),))
    """
    text = read_text(text, on_problem)
    front_matter = _FRONT_MATTER.match(text)
    if front_matter:
        report(on_problem, "not-kept", "not kept: what stands before the text, between ---", 1)
        text = "\n" * front_matter[0].count("\n") + text[front_matter.end() :]
    text = _COMMENT.sub(lambda comment: "\n" * comment[0].count("\n"), text)
    titles: list[str] = []
    lines = "\n".join(_without_blocks(text, titles, on_problem))
    plain = [_plain(paragraph).strip() for paragraph in paragraphs(lines)]
    cues = [cue for paragraph in plain if paragraph for cue in read_paragraph(paragraph)]
    return make_transcript(cues, None, on_problem, {"title": next(iter(titles), None)})


def dumps(transcript: Transcript, *, on_problem: OnProblem = ignore) -> str:
    r"""Write Markdown, with times and speakers where they are known.

    Args:
        transcript: the transcript.
        on_problem: receives the cues that were left out, as nothing is said in them.

    Raises:
        UnrepresentableError: a text can't be held, such as one with a blank line, or would be read
            as a time.

    >>> from podkit.models import Cue
    >>> cues = [Cue(text="A *very* long night.", start=62, end=65.5, speaker="Ann")]
    >>> print(dumps(Transcript(title="Fog", cues=cues)), end="")
    # Fog
    <BLANKLINE>
    [0:01:02 --> 0:01:05.500] **Ann:** A \*very\* long night.
    """
    blocks = [] if transcript.title is None else [f"# {_title(transcript.title)}"]
    for index, cue in said(transcript, on_problem):
        times, speaker, text = write_paragraph(cue, f"cues[{index}].")
        name = f"**{escape_words(speaker.strip())}** " if speaker else ""
        blocks.append(f"{times}{name}{escape_text(text)}")
    return join_paragraphs(blocks)


def read(source: Source, *, on_problem: OnProblem = ignore) -> Transcript:
    """Read Markdown from a path or an open binary file, as `loads` does.

    >>> import io
    >>> read(io.BytesIO(b"**Ann:** Hello.")).cues[0].speaker
    'Ann'
    """
    return loads(read_bytes(source), on_problem=on_problem)


def write(transcript: Transcript, target: Target, *, on_problem: OnProblem = ignore) -> None:
    r"""Write Markdown to a path or an open binary file, as `dumps` does.

    >>> import io
    >>> from podkit.models import Cue
    >>> file = io.BytesIO()
    >>> write(Transcript(cues=[Cue(text="Hello.", speaker="Ann")]), file)
    >>> file.getvalue()
    b'**Ann:** Hello.\n'
    """
    write_bytes(target, dumps(transcript, on_problem=on_problem).encode())


def _without_blocks(text: str, titles: list[str], on_problem: OnProblem) -> Iterator[str]:
    """Give the lines of paragraphs alone, parted by blank lines; headings go to the titles."""
    is_begun, is_apart = False, True
    for number, line in enumerate(_UNDERLINED.sub(r"# \1\n", text).split("\n"), start=1):
        heading = _HEADING.fullmatch(line)
        if heading:
            name = tidy_name(_plain(_HEADING_END.sub("", heading[2] or "")))
            if name and (titles or is_begun or heading[1] != "#"):
                report(on_problem, "not-kept", f"not kept: the heading {name:.80}", number)
            elif name:
                titles.append(name)
        if heading or _RULE.fullmatch(line):
            is_apart = True
            yield ""
            continue
        said_there = _QUOTE.sub("", line, count=1)
        point = _POINT.match(said_there)
        # A number starts a point only where a list may begin or goes on.
        if point and (is_apart or not point[1]):
            yield ""
            said_there = said_there[point.end() :]
        is_apart = point is not None or not said_there.strip()
        is_begun = is_begun or not is_apart
        yield said_there.strip(" \t")


def _plain(text: str) -> str:
    """Give a text without its marks, as it is shown."""
    pieces: list[str] = []
    opened: dict[str, int] = {}
    position = 0
    for token in _INLINE.finditer(text):
        pieces.append(text[position : token.start()])
        position = token.end()
        if token["mark"]:
            pieces.append(token["mark"])
            _match_mark(token, pieces, opened)
        else:
            pieces.append(_shown(token))
    return "".join([*pieces, text[position:]])


def _shown(token: re.Match[str]) -> str:
    if token["reference"]:
        is_known = token["reference"][1] == "#" or token["reference"][1:] in html5
        return normalise(unescape(token["reference"])) if is_known else token["reference"]
    if token["line"]:
        return "\n"
    if token["label"] is not None:
        label = _plain(token["label"])
        is_held = token.string[max(token.start() - 1, 0) : token.start()] in ("[", "(")
        return f"[{label}]" if _CLOCK.fullmatch(label) and not is_held else label
    return token["escaped"] or token["code"] or token["url"] or ""


def _match_mark(token: re.Match[str], pieces: list[str], opened: dict[str, int]) -> None:
    """Take a mark and the one that it closes off, or remember it as one that may open."""
    mark, text = token[0], token.string
    before = text[token.start() - 1] if token.start() else " "
    after = text[token.end() : token.end() + 1] or " "
    is_word = mark[0] == "_" and before.isalnum() and after.isalnum()
    if mark in opened and not before.isspace() and not is_word:
        pieces[opened.pop(mark)] = pieces[-1] = ""
    elif not after.isspace() and not is_word:
        opened[mark] = len(pieces) - 1


def _title(title: str) -> str:
    if title != tidy_name(normalise(check_text(title, "title"))):
        refuse("title", f"would not read back: {title!r:.80}")
    return escape_heading(title)
