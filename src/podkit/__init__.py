"""podkit: shows, episodes, show notes, chapters and transcripts, in every form a podcast takes.

The models and errors are here; each form has a module of its own, such as `podkit.rss`. These,
and `build`, are loaded when they are first used, as some bring large libraries with them.
"""

import importlib
from typing import TYPE_CHECKING, Any

from podkit.errors import (
    BuildError,
    ParseError,
    PodkitError,
    Problem,
    UnrepresentableError,
    UnsupportedFormatError,
    strict,
)
from podkit.models import (
    AtomLink,
    AudioTags,
    Category,
    Chapter,
    Chapters,
    ChaptersLink,
    Cue,
    Enclosure,
    Episode,
    EpisodePage,
    EpisodeRef,
    Extension,
    Funding,
    Image,
    Link,
    Owner,
    Paragraph,
    Person,
    Picture,
    Section,
    Show,
    ShowNotes,
    Transcript,
    TranscriptLink,
)

if TYPE_CHECKING:
    from podkit import audio, chapters, checks, notes, pages, rss, transcripts
    from podkit.building import build

__all__ = [
    "AtomLink",
    "AudioTags",
    "BuildError",
    "Category",
    "Chapter",
    "Chapters",
    "ChaptersLink",
    "Cue",
    "Enclosure",
    "Episode",
    "EpisodePage",
    "EpisodeRef",
    "Extension",
    "Funding",
    "Image",
    "Link",
    "Owner",
    "Paragraph",
    "ParseError",
    "Person",
    "Picture",
    "PodkitError",
    "Problem",
    "Section",
    "Show",
    "ShowNotes",
    "Transcript",
    "TranscriptLink",
    "UnrepresentableError",
    "UnsupportedFormatError",
    "audio",
    "build",
    "chapters",
    "checks",
    "notes",
    "pages",
    "rss",
    "strict",
    "transcripts",
]

_MODULES = ("audio", "chapters", "checks", "notes", "pages", "rss", "transcripts")


def __getattr__(name: str) -> Any:  # noqa: ANN401 -- a module or a function
    """Load a module, or `build`, when it is first asked for."""
    if name in _MODULES:
        return importlib.import_module(f"podkit.{name}")
    if name == "build":
        return importlib.import_module("podkit.building").build
    raise AttributeError(f"module 'podkit' has no attribute {name!r}")
