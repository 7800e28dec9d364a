"""The web page of an episode."""

import attrs
from attrs import field

from podkit.models._typed import typed
from podkit.models.chapters import Chapters
from podkit.models.episode import Episode
from podkit.models.notes import ShowNotes
from podkit.models.show import Show
from podkit.models.transcript import Transcript

__all__ = ["EpisodePage"]


@attrs.frozen(kw_only=True, field_transformer=typed)
class EpisodePage:
    """An episode's page: the facts it states, its notes, and the transcript that stands on it.

    A section of the notes with the kind ``transcript`` or ``player`` marks the place where the
    transcript or the player stands.

    Attributes:
        show: what the page says of the show.
        episode: what it says of the episode.
        heading: the title line as written, with a number before the title if it has one.
        image_text: the text that stands for the cover picture.
        notes: the page's text, section by section.
        transcript: the transcript.
        chapters: the chapters.

    >>> EpisodePage(heading="Ep #20: Be", episode=Episode(number=20, title="Be")).episode.number
    20
    """

    show: Show = field(factory=Show)
    episode: Episode = field(factory=Episode)
    heading: str | None = None
    image_text: str | None = None
    notes: ShowNotes = field(factory=ShowNotes)
    transcript: Transcript | None = None
    chapters: Chapters | None = None
