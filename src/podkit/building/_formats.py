"""The files that a transcript is written to."""

import attrs

__all__ = ["FORMATS", "TIMED", "TranscriptFormat"]


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
