"""What is said in an episode."""

import attrs

from podkit.models._typed import typed

__all__ = ["Cue", "Transcript"]


@attrs.frozen(kw_only=True, field_transformer=typed)
class Cue:
    """A stretch of speech: a caption, or a paragraph of a transcript without times.

    Attributes:
        text: what is said, as plain text; line breaks are kept.
        start: when it begins, in seconds; absent where the source has no times.
        end: when it ends, in seconds.
        speaker: who speaks.

    >>> Cue(text="Hello, my love.", start=0.5, end=2, speaker="Victoria").end
    2.0
    """

    text: str
    start: float | None = None
    end: float | None = None
    speaker: str | None = None


@attrs.frozen(kw_only=True, field_transformer=typed)
class Transcript:
    r"""The text of an episode, with times and speakers where they are known.

    Attributes:
        cues: the cues, in the order of speech.
        language: the language spoken, as a BCP 47 tag.

    >>> Transcript(cues=[Cue(text="Hello."), Cue(text="Goodbye.")]).text
    'Hello.\n\nGoodbye.'
    """

    cues: tuple[Cue, ...] = ()
    language: str | None = None

    @property
    def text(self) -> str:
        """All that is said, a blank line between cues, without times and speakers."""
        return "\n\n".join(cue.text for cue in self.cues)

    @property
    def is_timed(self) -> bool:
        """Whether every cue has a start: what a format of captions needs.

        >>> Transcript(cues=[Cue(text="Hello.")]).is_timed
        False
        """
        return all(cue.start is not None for cue in self.cues)
