"""What is asked of the files of an episode: its chapters, its transcripts, the tags of its audio.

The rules for chapters are those of `podkit.chapters.players`, under their ids after ``chapters-``.
"""

from collections.abc import Iterable
from itertools import pairwise
from typing import Any

from podkit.chapters import players
from podkit.checks._forms import longer, missing
from podkit.checks._rules import (
    Demand,
    File,
    Finding,
    Findings,
    Rule,
    for_tags,
    for_transcripts,
    rules_in,
)
from podkit.checks._sections import APPLE_TRANSCRIPTS, PLAYERS, TRANSCRIPT_FILES
from podkit.errors import Problem
from podkit.models import AudioTags, Chapters, Transcript

__all__ = ["RULES", "check_chapters", "check_tags", "check_transcript"]

# In characters, so that a caption is seen whole.
_LONGEST_LINE = 65
_MOST_LINES = 2
# In seconds: what a file may say of an end more than the audio, for times are rounded.
_TOLERANCE = 1.0
# The part of the audio that a transcript must reach at least to be of all of it.
_LEAST_REACH = 0.8
_FRONT_COVER = 3  # the type of a picture in ID3v2.3, 4.15
_PICTURE_TYPES = ("image/jpeg", "image/png")
_LARGEST_PICTURE = 1_000_000  # bytes, which are loaded before the audio


def check_chapters(chapters: Chapters, *, duration: float | None = None) -> list[Problem]:
    """Find what players will make of chapters that their makers may not want.

    Args:
        chapters: the chapters.
        duration: how long the audio plays, in seconds, if that is known.

    >>> from podkit import Chapter
    >>> for problem in check_chapters(Chapters(chapters=[Chapter(start=5, title="Fog")])):
    ...     print(problem.level, problem.id, problem.where, sep=" | ")
    warning | chapters-first-not-at-start | chapters[0].start
    info | chapters-few-chapters | chapters
    """
    return _problems(File(chapters, duration), Chapters)


def check_transcript(transcript: Transcript, *, duration: float | None = None) -> list[Problem]:
    """Find what is wrong with a transcript.

    Args:
        transcript: the transcript.
        duration: how long the audio plays, in seconds, if that is known.

    >>> from podkit import Cue
    >>> cues = [Cue(text="Hello.", start=9, end=8, speaker="Ann")]
    >>> for problem in check_transcript(Transcript(cues=cues)):
    ...     print(problem.level, problem.id, problem, sep=" | ")
    error | cue-ends-early | cues[0].end: 8 seconds, but it starts at 9; mend one of them
    """
    return _problems(File(transcript, duration), Transcript)


def check_tags(tags: AudioTags) -> list[Problem]:
    """Find what is wrong with the tags of an audio file.

    >>> for problem in check_tags(AudioTags(title="Fog", artist="Ann")):
    ...     print(problem.level, problem.id, problem, sep=" | ")
    warning | tag-album-missing | album: there is none; give the title of the show
    warning | tag-cover-missing | pictures: there is no front cover; add the episode's or the show's
    """
    return _problems(File(tags, tags.duration), AudioTags)


def _from_players(rule: players.Rule) -> Rule:
    """Make a rule of one that players have for chapters."""

    def find(file: File[Chapters]) -> Iterable[Finding]:
        for problem in players.check_players(file.content, duration=file.duration):
            if problem.id == rule.id:
                yield Finding(problem.where or "", problem.message)

    return Rule(
        id=f"chapters-{rule.id}",
        summary=rule.summary,
        demands=(Demand(PLAYERS.authority, rule.why, rule.level),),
        subjects=(Chapters,),
        find=find,
    )


CHAPTER_RULES = tuple(map(_from_players, players.rules))


@for_transcripts(TRANSCRIPT_FILES.requires)
def transcript_empty(file: File[Transcript]) -> Findings:
    """A transcript says something."""
    message = "there is none with a text; write down what is said"
    return missing(file.content.text.strip(), "cues", message)


@for_transcripts(TRANSCRIPT_FILES.recommends, APPLE_TRANSCRIPTS.recommends)
def cue_time_missing(file: File[Transcript]) -> Findings:
    """Every cue has its time, so that apps can follow the audio."""
    for index, cue in enumerate(file.content.cues):
        if cue.start is None:
            message = "there is none; podkit.transcripts.editing can estimate it"
            yield Finding(f"cues[{index}].start", message)


@for_transcripts(TRANSCRIPT_FILES.requires)
def cue_ends_early(file: File[Transcript]) -> Findings:
    """A cue ends after it starts."""
    for index, cue in enumerate(file.content.cues):
        if cue.start is not None and cue.end is not None and cue.end < cue.start:
            message = f"{cue.end:g} seconds, but it starts at {cue.start:g}; mend one of them"
            yield Finding(f"cues[{index}].end", message)


@for_transcripts(TRANSCRIPT_FILES.requires)
def cues_out_of_order(file: File[Transcript]) -> Findings:
    """Cues stand in the order of time."""
    for index, (cue, following) in enumerate(pairwise(file.content.cues), start=1):
        if cue.start is not None and following.start is not None and following.start < cue.start:
            message = f"{following.start:g} seconds, after one that starts at {cue.start:g}"
            yield Finding(f"cues[{index}].start", f"{message}; sort them")


@for_transcripts(TRANSCRIPT_FILES.requires)
def cue_beyond_end(file: File[Transcript]) -> Findings:
    """A cue starts before the audio ends."""
    for index, cue in enumerate(file.content.cues):
        if file.duration and cue.start is not None and cue.start > file.duration + _TOLERANCE:
            message = f"{cue.start:g} seconds, but the audio ends at {file.duration:g}"
            yield Finding(f"cues[{index}].start", f"{message}; is it the file of this episode?")


@for_transcripts(TRANSCRIPT_FILES.recommends)
def transcript_incomplete(file: File[Transcript]) -> Findings:
    """A transcript goes on until the audio ends."""
    times = [cue.end or cue.start or 0 for cue in file.content.cues]
    if file.duration and any(times) and max(times) < file.duration * _LEAST_REACH:
        message = f"the last one ends at {max(times):g} of {file.duration:g} seconds"
        yield Finding("cues", f"{message}; is the rest missing?")


@for_transcripts(TRANSCRIPT_FILES.suggests)
def cue_line_long(file: File[Transcript]) -> Findings:
    """A line has at most 65 characters, so that it can be shown as a caption."""
    for index, cue in enumerate(file.content.cues):
        longest = max(cue.text.split("\n"), key=len) if cue.start is not None else ""
        yield from longer(_LONGEST_LINE, longest, f"cues[{index}].text")


@for_transcripts(TRANSCRIPT_FILES.suggests)
def cue_lines_many(file: File[Transcript]) -> Findings:
    """A cue has at most two lines, so that it can be shown as a caption."""
    for index, cue in enumerate(file.content.cues):
        lines = cue.text.count("\n") + 1
        if cue.start is not None and lines > _MOST_LINES:
            message = f"it has {lines} lines of {_MOST_LINES}; split it"
            yield Finding(f"cues[{index}].text", message)


@for_transcripts(APPLE_TRANSCRIPTS.suggests, TRANSCRIPT_FILES.suggests)
def speakers_missing(file: File[Transcript]) -> Findings:
    """A transcript says who speaks."""
    if file.content.cues and not any(cue.speaker for cue in file.content.cues):
        yield Finding("cues", "no cue has a speaker; say who speaks where it changes")


@for_tags(PLAYERS.recommends)
def tag_title_missing(file: File[AudioTags]) -> Findings:
    """The tags have the title of the episode."""
    return missing(file.content.title, "title", "there is none; give the title of the episode")


@for_tags(PLAYERS.recommends)
def tag_artist_missing(file: File[AudioTags]) -> Findings:
    """The tags say who made the episode."""
    return missing(file.content.artist, "artist", "there is none; say who makes the show")


@for_tags(PLAYERS.recommends)
def tag_album_missing(file: File[AudioTags]) -> Findings:
    """The tags have the title of the show."""
    return missing(file.content.album, "album", "there is none; give the title of the show")


@for_tags(PLAYERS.recommends)
def tag_cover_missing(file: File[AudioTags]) -> Findings:
    """The tags have a cover."""
    covers = [picture for picture in file.content.pictures if picture.type == _FRONT_COVER]
    message = "there is no front cover; add the episode's or the show's"
    return missing(covers, "pictures", message)


@for_tags(PLAYERS.recommends)
def tag_picture_type(file: File[AudioTags]) -> Findings:
    """A picture in the tags is a JPEG or a PNG."""
    for index, picture in enumerate(file.content.pictures):
        if picture.mime_type not in _PICTURE_TYPES:
            message = f"{picture.mime_type!r:.80}; players show {' and '.join(_PICTURE_TYPES)}"
            yield Finding(f"pictures[{index}].mime_type", message)


@for_tags(PLAYERS.recommends)
def tag_picture_large(file: File[AudioTags]) -> Findings:
    """A picture in the tags has 1,000,000 bytes at most, as it is loaded before the audio."""
    for index, picture in enumerate(file.content.pictures):
        if len(picture.data) > _LARGEST_PICTURE:
            message = f"{len(picture.data)} bytes are loaded before the audio; shrink it"
            yield Finding(f"pictures[{index}].data", message)


@for_tags(PLAYERS.suggests)
def tag_track_low(file: File[AudioTags]) -> Findings:
    """The number of the episode counts from 1."""
    track = file.content.track
    if track is not None and track < 1:
        yield Finding("track", f"{track} is not above 0; give the number, or leave it out")


RULES = (*CHAPTER_RULES, *rules_in(globals()))


def _problems(file: File[Any], kind: type) -> list[Problem]:
    return [
        rule.problem(finding, "")
        for rule in RULES
        if kind in rule.subjects
        for finding in rule.find(file)
    ]
