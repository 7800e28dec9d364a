"""The values that podkit reads and writes: frozen, compared by value, with no I/O of their own.

Every class takes keyword arguments only, checks their types, keeps any iterable as a tuple, and
changes through `attrs.evolve`. Times and durations are seconds as `float`, instants are aware
`datetime.datetime`, URLs and HTML are `str`, languages are BCP 47 tags, and what is absent is None.
"""

from podkit.models.audio import AudioTags, Picture
from podkit.models.chapters import Chapter, Chapters
from podkit.models.extension import Extension
from podkit.models.notes import EpisodeRef, Link, Paragraph, Section, ShowNotes
from podkit.models.page import EpisodePage
from podkit.models.show import (
    AtomLink,
    Category,
    ChaptersLink,
    Enclosure,
    Episode,
    Funding,
    Image,
    Owner,
    Person,
    Show,
    TranscriptLink,
)
from podkit.models.transcript import Cue, Transcript

__all__ = [
    "AtomLink",
    "AudioTags",
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
    "Person",
    "Picture",
    "Section",
    "Show",
    "ShowNotes",
    "Transcript",
    "TranscriptLink",
]
