"""podkit: shows, episodes, show notes, chapters and transcripts, in every form a podcast takes.

The models and errors are here; each form has a module of its own, such as `podkit.rss`. All but
the errors are loaded when they are first used: the models are many, and some modules bring large
libraries with them.
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

if TYPE_CHECKING:
    from podkit import (
        atom,
        audio,
        chapters,
        checks,
        effective,
        notes,
        opml,
        pages,
        rss,
        transcripts,
    )
    from podkit.building import build
    from podkit.dicts import from_dict, to_dict
    from podkit.models import (
        AlternateEnclosure,
        AtomLink,
        AtomPerson,
        AudioTags,
        Block,
        Category,
        Chapter,
        Chapters,
        ChaptersLink,
        Chat,
        Cloud,
        ContentLink,
        Cue,
        Enclosure,
        EnclosureSource,
        Episode,
        EpisodePage,
        EpisodeRef,
        Extension,
        Funding,
        Image,
        Integrity,
        License,
        Link,
        LiveItem,
        Location,
        MediaCategory,
        MediaContent,
        MediaCopyright,
        MediaCredit,
        MediaGroup,
        MediaPlayer,
        MediaRating,
        MediaRestriction,
        MediaText,
        MediaThumbnail,
        Opml,
        OpmlHead,
        Outline,
        Owner,
        Paragraph,
        Person,
        Picture,
        PodcastImage,
        RawvoiceDonate,
        RawvoiceEnclosure,
        RawvoiceMetamark,
        RawvoiceRating,
        RawvoiceSubscribe,
        RemoteItem,
        Section,
        Show,
        ShowNotes,
        SocialInteract,
        Soundbite,
        Source,
        TextInput,
        Trailer,
        Transcript,
        TranscriptLink,
        Txt,
        UpdateFrequency,
        Value,
        ValueRecipient,
        ValueTimeSplit,
        Word,
    )
    from podkit.schema import json_schema

__all__ = [
    "AlternateEnclosure",
    "AtomLink",
    "AtomPerson",
    "AudioTags",
    "Block",
    "BuildError",
    "Category",
    "Chapter",
    "Chapters",
    "ChaptersLink",
    "Chat",
    "Cloud",
    "ContentLink",
    "Cue",
    "Enclosure",
    "EnclosureSource",
    "Episode",
    "EpisodePage",
    "EpisodeRef",
    "Extension",
    "Funding",
    "Image",
    "Integrity",
    "License",
    "Link",
    "LiveItem",
    "Location",
    "MediaCategory",
    "MediaContent",
    "MediaCopyright",
    "MediaCredit",
    "MediaGroup",
    "MediaPlayer",
    "MediaRating",
    "MediaRestriction",
    "MediaText",
    "MediaThumbnail",
    "Opml",
    "OpmlHead",
    "Outline",
    "Owner",
    "Paragraph",
    "ParseError",
    "Person",
    "Picture",
    "PodcastImage",
    "PodkitError",
    "Problem",
    "RawvoiceDonate",
    "RawvoiceEnclosure",
    "RawvoiceMetamark",
    "RawvoiceRating",
    "RawvoiceSubscribe",
    "RemoteItem",
    "Section",
    "Show",
    "ShowNotes",
    "SocialInteract",
    "Soundbite",
    "Source",
    "TextInput",
    "Trailer",
    "Transcript",
    "TranscriptLink",
    "Txt",
    "UnrepresentableError",
    "UnsupportedFormatError",
    "UpdateFrequency",
    "Value",
    "ValueRecipient",
    "ValueTimeSplit",
    "Word",
    "atom",
    "audio",
    "build",
    "chapters",
    "checks",
    "effective",
    "from_dict",
    "json_schema",
    "notes",
    "opml",
    "pages",
    "rss",
    "strict",
    "to_dict",
    "transcripts",
]

_MODULES = (
    "atom",
    "audio",
    "chapters",
    "checks",
    "effective",
    "notes",
    "opml",
    "pages",
    "rss",
    "transcripts",
)
# Where the functions that stand here come from; all else comes from `podkit.models`.
_HOMES = {
    "build": "building",
    "from_dict": "dicts",
    "json_schema": "schema",
    "to_dict": "dicts",
}


def __getattr__(name: str) -> Any:  # noqa: ANN401 -- a module, a class or a function
    """Load what is asked for the first time."""
    if name in _MODULES:
        return importlib.import_module(f"podkit.{name}")
    if name in __all__:
        value = getattr(importlib.import_module(f"podkit.{_HOMES.get(name, 'models')}"), name)
        globals()[name] = value
        return value
    raise AttributeError(f"module 'podkit' has no attribute {name!r}")


def __dir__() -> list[str]:
    return [*globals(), *__all__]
