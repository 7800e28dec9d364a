"""The files that a transcript is read from and written to."""

import attrs

__all__ = ["FORMATS", "READ", "TIMED", "TranscriptFormat"]


@attrs.frozen
class TranscriptFormat:
    """A format of a transcript.

    Attributes:
        name: what `podkit.transcripts` calls it.
        mime_type: its MIME type (podcast namespace, ``docs/examples/transcripts/transcripts.md``).
        is_timed: whether it needs times.
    """

    name: str
    mime_type: str
    is_timed: bool = True


# By the suffixes of their files: those for readers, then those for players.
FORMATS = {
    "txt": TranscriptFormat("text", "text/plain", is_timed=False),
    "html": TranscriptFormat("html", "text/html", is_timed=False),
    "vtt": TranscriptFormat("vtt", "text/vtt"),
    "srt": TranscriptFormat("srt", "application/x-subrip"),
    "json": TranscriptFormat("json", "application/json"),
}
TIMED = tuple(suffix for suffix, row in FORMATS.items() if row.is_timed)

# What a transcript is read as, by the suffix of its file; plain text may hold any format.
READ = {
    ".vtt": "vtt",
    ".srt": "srt",
    ".json": "json",
    ".html": "html",
    ".htm": "html",
    ".md": "markdown",
    ".markdown": "markdown",
    ".ttml": "ttml",
    ".dfxp": "ttml",
    ".sbv": "sbv",
    ".lrc": "lrc",
    ".txt": None,
}
