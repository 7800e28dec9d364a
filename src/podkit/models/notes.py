"""Show notes: what an episode's page or description says, as sections, paragraphs and links."""

from itertools import chain

import attrs
from attrs import field

from podkit._clock import find_timestamps
from podkit._references import Reference, find_references, read_reference
from podkit.models._typed import typed
from podkit.models.chapters import Chapter, Chapters

__all__ = ["EpisodeRef", "Link", "Paragraph", "Section", "ShowNotes"]

# Fewer are times that a text mentions, not a list of chapters, if no heading says that they are.
_LEAST_TIMESTAMPS = 3
_LEAST_UNDER_HEADING = 2
OTHER_TIMES = frozenset(["news", "transcript"])  # the kinds of sections whose times are none


@attrs.frozen(kw_only=True, field_transformer=typed)
class EpisodeRef:
    """A mention of another episode of the same show.

    Attributes:
        number: the episode's number.
        season: the number of its season, where it is said.
        title: its title, where it is said.

    >>> EpisodeRef(number=166, title="Be The Cake").number
    166
    """

    number: int
    season: int | None = None
    title: str | None = None

    @classmethod
    def parse(cls, text: str, *, prefix: str | None = None) -> "EpisodeRef | None":
        """Read a text that is a reference as a whole, or give None.

        Args:
            text: the text.
            prefix: the letters that the show has before the numbers of its episodes, if any, which
                `podkit.notes.title_prefix` finds.

        >>> EpisodeRef.parse("Ep #31: Communication")
        EpisodeRef(number=31, season=None, title='Communication')
        >>> EpisodeRef.parse("In Episode 31 we talked")
        """
        reference = read_reference(text, prefix)
        return cls._of(reference) if reference else None

    @classmethod
    def find_all(cls, text: str, *, prefix: str | None = None) -> "tuple[EpisodeRef, ...]":
        """Find the episodes that a text mentions, in order; a range counts as each of its episodes.

        The text may be notes, a transcript or any other, in English, German, French or Spanish.

        Args:
            text: the text.
            prefix: the letters that the show has before the numbers of its episodes, if any, as in
                `parse`.

        >>> [ref.number for ref in EpisodeRef.find_all("as in Episodes 31-33, and Episode 188.")]
        [31, 32, 33, 188]
        >>> EpisodeRef.find_all("Episode 166 “Be the Cake” has it")[0].title
        'Be the Cake'
        >>> EpisodeRef.find_all("wie in Staffel 2, Folge 5")
        (EpisodeRef(number=5, season=2, title=None),)
        >>> EpisodeRef.find_all("We had it in JSJ 221.", prefix="JSJ")[0].number
        221
        """
        return tuple(map(cls._of, find_references(text, prefix)))

    @classmethod
    def _of(cls, reference: Reference) -> "EpisodeRef":
        return cls(number=reference.number, season=reference.season, title=reference.title)


@attrs.frozen(kw_only=True, field_transformer=typed)
class Link:
    """A link of the show notes, or an entry whose target the source has lost.

    Attributes:
        text: what the link says.
        url: where it leads; absent where only the text is known.
        kind: what it is for: ``follow``, ``review``, ``social``, ``email``, ``text_message``,
            ``phone``, ``episode``, ``guest``, ``sponsor``, ``book``, ``shop``, ``support``,
            ``download``, ``transcript``, ``media``, ``webinar``, ``program``, ``comment`` or
            ``other``.
        platform: whose it is, such as ``apple_podcasts`` or ``instagram``, where that is known.
        address: the e-mail address or telephone number, as written.

    >>> Link(text="Follow me on Instagram", kind="social", platform="instagram").platform
    'instagram'
    """

    text: str
    url: str | None = None
    kind: str = "other"
    platform: str | None = None
    address: str | None = None


@attrs.frozen(kw_only=True, field_transformer=typed)
class Paragraph:
    """A paragraph or a point of a list: text with links in it.

    Attributes:
        content: the text and the links, in order; put together they are the paragraph's text.
        is_point: whether it is an entry of a list.
        number: the number of an entry, where its list is numbered.
        depth: how many other entries an entry stands within: 0 for one of a list in no other.
        bullet: the bullet as written, with the space after it; empty for a point of a plain text
            that shows none, absent where the source is no plain text. It is spelling, not meaning:
            two paragraphs that differ in it are equal.

    >>> link = Link(text="our site", url="https://example.com/")
    >>> Paragraph(content=["Read ", link, "."]).text
    'Read our site.'
    """

    content: tuple[str | Link, ...]
    is_point: bool = False
    number: int | None = None
    depth: int = 0
    bullet: str | None = field(default=None, eq=False)

    @property
    def text(self) -> str:
        """The paragraph as plain text."""
        if len(self.content) == 1 and isinstance(self.content[0], str):
            return self.content[0]  # as most paragraphs are
        return "".join([part if isinstance(part, str) else part.text for part in self.content])

    @property
    def links(self) -> tuple[Link, ...]:
        """The links, in order."""
        if len(self.content) == 1 and isinstance(self.content[0], str):
            return ()
        return tuple([part for part in self.content if isinstance(part, Link)])

    @property
    def episode_refs(self) -> tuple[EpisodeRef, ...]:
        """The episodes that it mentions, in order."""
        return EpisodeRef.find_all(self.text)


@attrs.frozen(kw_only=True, field_transformer=typed)
class Section:
    """A part of the show notes.

    Attributes:
        kind: what it is: ``summary``, ``promotion``, ``key_points``, ``show_notes``, ``player``,
            ``timestamps``, ``guest``, ``hosts``, ``people``, ``links``, ``resources``, ``books``,
            ``picks``, ``related_episodes``, ``quotes``, ``sponsors``, ``transcript``, ``follow``,
            ``review``, ``contact``, ``support``, ``news``, ``comments``, ``credits``, ``licence``
            or ``other``.
        heading: its heading as written, with any colon or question mark; absent where it has none.
        paragraphs: its paragraphs and points.

    >>> Section(kind="key_points", heading="What You’ll Learn:").paragraphs
    ()
    """

    kind: str = "other"
    heading: str | None = None
    paragraphs: tuple[Paragraph, ...] = ()

    @property
    def points(self) -> tuple[Paragraph, ...]:
        """The paragraphs that are entries of a list."""
        return tuple(paragraph for paragraph in self.paragraphs if paragraph.is_point)

    @property
    def links(self) -> tuple[Link, ...]:
        """The links of all paragraphs, in order."""
        return tuple(chain.from_iterable(paragraph.links for paragraph in self.paragraphs))

    @property
    def episode_refs(self) -> tuple[EpisodeRef, ...]:
        """The episodes that its paragraphs mention, in order."""
        return tuple(chain.from_iterable(paragraph.episode_refs for paragraph in self.paragraphs))


@attrs.frozen(kw_only=True, field_transformer=typed)
class ShowNotes:
    """What is written about an episode.

    Attributes:
        sections: the sections, in order.

    >>> text = Paragraph(content=["As we said in Episode 12."])
    >>> show_notes = ShowNotes(sections=[Section(kind="summary", paragraphs=[text])])
    >>> show_notes.episode_refs
    (EpisodeRef(number=12, season=None, title=None),)
    """

    sections: tuple[Section, ...] = ()

    @property
    def links(self) -> tuple[Link, ...]:
        """The links of all sections, in order."""
        return tuple(chain.from_iterable(section.links for section in self.sections))

    @property
    def episode_refs(self) -> tuple[EpisodeRef, ...]:
        """The episodes that the notes mention, in order."""
        return tuple(chain.from_iterable(section.episode_refs for section in self.sections))

    @property
    def timestamps(self) -> Chapters:
        """The chapters that the notes list: three or more lines with times that do not fall.

        Under a heading that says so, two suffice. The times of a transcript and of events are none.

        >>> lines = ["0:00 Hello", "1:05 The news", "12:34 Goodbye"]
        >>> points = [Paragraph(content=[line], is_point=True) for line in lines]
        >>> show_notes = ShowNotes(sections=[Section(paragraphs=points)])
        >>> [chapter.title for chapter in show_notes.timestamps]
        ['Hello', 'The news', 'Goodbye']
        """
        sections = [section for section in self.sections if section.kind not in OTHER_TIMES]
        listed = [section for section in sections if section.kind == "timestamps"]
        stamps = _stamps(sections)
        if len(stamps) < _LEAST_TIMESTAMPS or not _is_in_order(stamps):
            stamps = _stamps(listed, is_list=True)
        if len(stamps) < _LEAST_UNDER_HEADING or not _is_in_order(stamps):
            return Chapters()
        return Chapters(
            chapters=tuple(Chapter(start=start, title=title) for start, title in stamps)
        )


def _stamps(sections: list[Section], *, is_list: bool = False) -> list[tuple[float, str]]:
    texts = (paragraph.text for section in sections for paragraph in section.paragraphs)
    return find_timestamps("\n".join(texts), is_list=is_list)


def _is_in_order(stamps: list[tuple[float, str]]) -> bool:
    starts = [start for start, _ in stamps]
    return starts == sorted(starts)
