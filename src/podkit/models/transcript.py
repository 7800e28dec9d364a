"""What is said in an episode."""

import attrs

from podkit.models._typed import typed

__all__ = ["Cue", "Transcript", "Word"]


@attrs.frozen(kw_only=True, field_transformer=typed)
class Word:
    """A word of a cue, where its time is known.

    Attributes:
        text: the word, with the punctuation that belongs to it.
        start: when it begins, in seconds.
        end: when it ends, in seconds.
        confidence: how sure speech recognition is of it, from 0 to 1.

    >>> Word(text="Hello,", start=0.5, end=0.8).start
    0.5
    """

    text: str
    start: float | None = None
    end: float | None = None
    confidence: float | None = None


@attrs.frozen(kw_only=True, field_transformer=typed)
class Cue:
    """A stretch of speech: a caption, or a paragraph of a transcript without times.

    Attributes:
        text: what is said, as plain text; line breaks are kept.
        start: when it begins, in seconds; absent where the source has no times.
        end: when it ends, in seconds.
        speaker: who speaks.
        id: what identifies it in its file (WebVTT's cue identifier).
        words: its words, where their times are known.
        markup: the text with its styling, as WebVTT spells it, where it has any: ``<i>``, ``<b>``,
            ``<u>``, ``<c.loud>``, ``<lang de>``, ``<ruby>``.
        settings: where and how it is shown (WebVTT's cue settings, such as ``align:start``).

    >>> Cue(text="Hello, my love.", start=0.5, end=2, speaker="Victoria").end
    2.0
    """

    text: str
    start: float | None = None
    end: float | None = None
    speaker: str | None = None
    id: str | None = None
    words: tuple[Word, ...] = ()
    markup: str | None = None
    settings: str | None = None


@attrs.frozen(kw_only=True, field_transformer=typed)
class Transcript:
    r"""The text of an episode, with times and speakers where they are known.

    Attributes:
        cues: the cues, in the order of speech.
        language: the language spoken, as a BCP 47 tag.
        title: what its file calls it (the text in WebVTT's first line).
        styles: style sheets for its cues (WebVTT's STYLE blocks).
        regions: the regions that they are shown in (WebVTT's REGION blocks).
        comments: what its file says beside the cues (WebVTT's NOTE blocks).

    >>> Transcript(cues=[Cue(text="Hello."), Cue(text="Goodbye.")]).text
    'Hello.\n\nGoodbye.'
    """

    cues: tuple[Cue, ...] = ()
    language: str | None = None
    title: str | None = None
    styles: tuple[str, ...] = ()
    regions: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()

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
