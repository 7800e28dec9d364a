"""Transcripts as WebVTT (W3C, "WebVTT: The Web Video Text Tracks Format").

A cue carries its start, its end, its text and, as a voice span, its speaker; the header carries the
language, in the line ``Language: en`` that video sites write. A cue of several voices is read as
several cues of the same times. An absent end is written as the start of the next cue.
"""

import re
from collections.abc import Iterator
from html import unescape

from podkit._clock import write_clock
from podkit._files import Source, Target, read_bytes, write_bytes
from podkit.errors import OnProblem, ParseError, ignore
from podkit.models import Cue, Transcript
from podkit.transcripts._reading import (
    make_transcript,
    normalise,
    read_source,
    report,
    seconds,
    tidy_name,
)
from podkit.transcripts._writing import caption_spans, check_cue, check_language, check_lines

__all__ = ["dumps", "loads", "read", "write"]

_PLAIN_LINE = r"(?!.*-->).++"
_HEADER = re.compile(rf"WEBVTT(?![^ \t\n])(?P<facts>.*(?:\n{_PLAIN_LINE})*)")
# An arrow starts a cue, even in the midst of a block; the line before it is its name only where it
# is the first of the block (section 6.1, "collect a WebVTT block").
_BLOCK = re.compile(
    rf"(?:(?:(?P<name>{_PLAIN_LINE})\n)?(?P<timing>(?=.*-->).++)|(?P<other>{_PLAIN_LINE}))"
    rf"(?P<text>(?:\n{_PLAIN_LINE})*)"
)
_STAMP = r"(?:(\d{1,9}):)?([0-5]\d):([0-5]\d)\.(\d{3})(?!\d)"
_ARROW = r"[ \t\f]*-->[ \t\f]*"
_TIMING = re.compile(rf"[ \t\f]*{_STAMP}{_ARROW}{_STAMP}(?P<settings>.*)")
# Times without minutes: browsers drop them, but some programs write them.
_SHORT = r"()()(\d{1,9})\.(\d{1,3})"
_SHORT_TIMING = re.compile(rf"[ \t\f]*{_SHORT}{_ARROW}{_SHORT}(?P<settings>(?:[ \t\f].*)?)")
_LANGUAGE = re.compile(r"language:[ \t]*(\S+)[ \t]*", re.IGNORECASE)
# A tag ends with its bracket or with the text (section 6.4, "WebVTT cue text tokenizer").
_TAG = re.compile(r"<([^>]*)(?:>|\Z)")
_VOICE = re.compile(r"v(?:\.[^\s]*)?(?:\s+(.*))?", re.DOTALL)


def loads(text: str | bytes, *, on_problem: OnProblem = ignore) -> Transcript:
    r"""Read WebVTT.

    Args:
        text: the file's text, or its bytes.
        on_problem: receives what was forgiven: blocks and cues that aren't as the standard asks
            (left out, as browsers do), and what a cue has no place for: notes, styles, regions,
            the names and settings of cues, and tags.

    Raises:
        ParseError: the text doesn't start with ``WEBVTT``.

    >>> text = "WEBVTT\n\n00:01.000 --> 00:02.500\n<v Ann>Salt &amp; <i>pepper</i>\n"
    >>> loads(text).cues
    (Cue(text='Salt & pepper', start=1.0, end=2.5, speaker='Ann'),)
    """
    text = read_source(text, on_problem)
    header = _HEADER.match(text)
    if not header:
        raise ParseError(f"expected WEBVTT, found {text[:20]!r}", line=1)
    language = _read_facts(header["facts"], on_problem)
    cues: list[Cue] = []
    line, position = 1, 0
    for block in _BLOCK.finditer(text, header.end()):
        line += text.count("\n", position, block.start())
        position = block.start()
        cues += _read_block(block, line, on_problem)
    return make_transcript(cues, language, on_problem)


def dumps(transcript: Transcript) -> str:
    r"""Write WebVTT.

    Raises:
        UnrepresentableError: a cue has no times, or ends before it starts; or a text can't be
            held, such as one with a blank line.

    >>> cue = Cue(text="Salt & pepper", start=1, end=2.5, speaker="Ann")
    >>> dumps(Transcript(cues=[cue], language="en"))
    'WEBVTT\nLanguage: en\n\n00:00:01.000 --> 00:00:02.500\n<v Ann>Salt &amp; pepper\n'
    """
    blocks = ["WEBVTT\n"]
    if transcript.language is not None:
        blocks = [f"WEBVTT\nLanguage: {check_language(transcript.language)}\n"]
    spans = caption_spans(transcript)
    for index, (cue, (start, end)) in enumerate(zip(transcript.cues, spans, strict=True)):
        where = f"cues[{index}]."
        check_cue(cue, where)
        text = _escape(check_lines(cue.text, f"{where}text"))
        # A name that ends with dashes would make an arrow of the tag's end.
        voice = f"<v {_escape(cue.speaker).replace('--', '-&#45;')}>" if cue.speaker else ""
        blocks.append(f"{_stamp(start)} --> {_stamp(end)}\n{voice}{text}\n")
    return "\n".join(blocks)


def read(source: Source, *, on_problem: OnProblem = ignore) -> Transcript:
    r"""Read WebVTT from a path or an open binary file, as `loads` does.

    >>> import io
    >>> read(io.BytesIO(b"WEBVTT\n\n00:01.000 --> 00:02.500\nHello.\n")).cues[0].end
    2.5
    """
    return loads(read_bytes(source), on_problem=on_problem)


def write(transcript: Transcript, target: Target) -> None:
    r"""Write WebVTT to a path or an open binary file, as `dumps` does.

    >>> import io
    >>> file = io.BytesIO()
    >>> write(Transcript(language="en"), file)
    >>> file.getvalue()
    b'WEBVTT\nLanguage: en\n'
    """
    write_bytes(target, dumps(transcript).encode())


def _read_facts(facts: str, on_problem: OnProblem) -> str | None:
    """Read what the header says after ``WEBVTT``."""
    language = None
    for number, fact in enumerate(facts.split("\n"), start=1):
        match = _LANGUAGE.fullmatch(fact)
        if match:
            language = match[1]
        elif fact.strip():
            report(on_problem, "not-kept", f"not kept, in the header: {fact.strip():.80}", number)
    return language


def _read_block(block: re.Match[str], line: int, on_problem: OnProblem) -> Iterator[Cue]:
    if block["other"] is not None:
        report(on_problem, "not-kept", f"not kept, as it has no times: {block['other']:.80}", line)
        return
    if block["name"] is not None:
        report(on_problem, "not-kept", f"not kept: the cue's name, {block['name']:.80}", line)
        line += 1
    timing = _TIMING.fullmatch(block["timing"]) or _short_timing(block["timing"], line, on_problem)
    if not timing:
        message = f"left out, as its times can't be read: {block['timing']:.80}"
        report(on_problem, "not-a-time", message, line)
        return
    if timing["settings"].strip():
        message = f"not kept: the cue's settings,{timing['settings']:.80}"
        report(on_problem, "not-kept", message, line)
    start, end = seconds(*timing.group(1, 2, 3, 4)), seconds(*timing.group(5, 6, 7, 8))
    cues = [
        Cue(text=text, start=start, end=end, speaker=speaker)
        for speaker, text in _read_text(block["text"], line + 1, on_problem)
    ]
    if not cues:
        report(on_problem, "empty-cue", "left out, as nothing is said in it", line)
    yield from cues


def _short_timing(timing: str, line: int, on_problem: OnProblem) -> re.Match[str] | None:
    match = _SHORT_TIMING.fullmatch(timing)
    if match:
        message = f"expected times with minutes, such as 00:03.480, found {timing:.80}"
        report(on_problem, "short-time", message, line)
    return match


def _read_text(raw: str, line: int, on_problem: OnProblem) -> Iterator[tuple[str | None, str]]:
    """Give each speaker and what they say, without the tags."""
    first, *rest = _TAG.split(raw)
    dropped = [tag for tag in rest[::2] if tag != "/v" and not _VOICE.fullmatch(tag)]
    if dropped:
        report(on_problem, "not-kept", f"not kept: tags, such as <{dropped[0]:.80}>", line)
    speaker, said = None, [_unescape(first)]
    for tag, text in zip(rest[::2], rest[1::2], strict=True):
        voice = _VOICE.fullmatch(tag)
        if voice or tag == "/v":
            yield from _spoken(speaker, said)
            speaker, said = tidy_name(_unescape(voice[1] or "")) if voice else None, []
        said.append(_unescape(text))
    yield from _spoken(speaker, said)


def _spoken(speaker: str | None, said: list[str]) -> Iterator[tuple[str | None, str]]:
    text = "".join(said).strip()
    if text:
        yield speaker, text


def _unescape(text: str) -> str:
    try:
        return normalise(unescape(text)) if "&" in text else text
    except ValueError:  # a reference of thousands of digits
        return text


def _escape(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _stamp(time: float) -> str:
    return write_clock(time, decimals=3, hours=2)
