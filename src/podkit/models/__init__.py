"""The values that podkit reads and writes: frozen, compared by value, with no I/O of their own.

Every class takes keyword arguments only, checks their types, keeps any iterable as a tuple, and
changes through `attrs.evolve`. Times and durations are seconds as `float`, instants are aware
`datetime.datetime`, URLs and HTML are `str`, languages are BCP 47 tags, and what is absent is None.
"""

from podkit.models.audio import AudioFacts, AudioTags
from podkit.models.chapters import Chapter, Chapters
from podkit.models.enclosure import AlternateEnclosure, Enclosure, EnclosureSource, Integrity
from podkit.models.episode import Episode, LiveItem
from podkit.models.extension import Extension
from podkit.models.feed import (
    AtomLink,
    AtomPerson,
    Category,
    Cloud,
    Image,
    Owner,
    Source,
    TextInput,
)
from podkit.models.media import (
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
)
from podkit.models.notes import EpisodeRef, Link, Paragraph, Section, ShowNotes
from podkit.models.opml import Opml, OpmlHead, Outline
from podkit.models.page import EpisodePage
from podkit.models.picture import Picture
from podkit.models.podcast import (
    Block,
    ChaptersLink,
    Chat,
    ContentLink,
    Funding,
    License,
    Location,
    Person,
    PodcastImage,
    RemoteItem,
    SocialInteract,
    Soundbite,
    Trailer,
    TranscriptLink,
    Txt,
    UpdateFrequency,
)
from podkit.models.rawvoice import (
    RawvoiceDonate,
    RawvoiceEnclosure,
    RawvoiceMetamark,
    RawvoiceRating,
    RawvoiceSubscribe,
)
from podkit.models.show import Show
from podkit.models.spotify import SpotifyAccess, SpotifyEntitlement
from podkit.models.transcript import Cue, Transcript, Word
from podkit.models.value import Value, ValueRecipient, ValueTimeSplit

__all__ = [
    "AlternateEnclosure",
    "AtomLink",
    "AtomPerson",
    "AudioFacts",
    "AudioTags",
    "Block",
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
    "Person",
    "Picture",
    "PodcastImage",
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
    "SpotifyAccess",
    "SpotifyEntitlement",
    "TextInput",
    "Trailer",
    "Transcript",
    "TranscriptLink",
    "Txt",
    "UpdateFrequency",
    "Value",
    "ValueRecipient",
    "ValueTimeSplit",
    "Word",
]
