"""What a rule is: a function that looks at a value, and who asks for what it finds.

A module of rules is named after the authority whose document it follows, or after what its rules
look at. Decorating a function with one of the functions here that start with ``for_`` makes it a
`Rule`: its name gives the id, its docstring the summary. Where authorities ask for the same thing,
one rule names them all; it stands in the module of the first, in the order RSS, Apple, Spotify,
PSP-1, Podcasting 2.0.
"""

import functools
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import datetime
from typing import Any, Generic, TypeAlias, TypeVar, get_args

import attrs

from podkit._construct import positional
from podkit.checks._columns import Selection
from podkit.checks._odd_texts import odd_texts
from podkit.errors import Level, Problem
from podkit.models import AudioTags, Episode, LiveItem, Show, Transcript

__all__ = [
    "PARTS",
    "Demand",
    "Feed",
    "File",
    "Finding",
    "Findings",
    "Move",
    "Rule",
    "Section",
    "for_both",
    "for_each",
    "for_episodes",
    "for_feeds",
    "for_items",
    "for_live_items",
    "for_media",
    "for_moves",
    "for_show",
    "for_tags",
    "for_transcripts",
    "for_values",
    "rule_for",
    "rules_in",
]

_problem: Callable[..., Problem] = positional(Problem, "id", "message", "level", "where", "line")
Content = TypeVar("Content")
_CDATA = b"<![CDATA["
_THEMSELVES = Selection()
# The classes of what a feed holds that rules look at.
PARTS = (Show, Episode, LiveItem)


@attrs.frozen
class Demand:
    """What one authority says of a rule.

    Attributes:
        authority: who says it, such as ``Apple``.
        section: the document and its section.
        level: ``"error"`` for what it requires, ``"warning"`` for what it recommends, ``"info"``
            for what it recommends where there is such a thing, which a feed can't show.

    >>> Demand("PSP-1", "Recommended <channel> elements", "warning").level
    'warning'
    """

    authority: str
    section: str
    level: Level


@attrs.frozen
class Section:
    """A section of an authority's document, from which rules come.

    >>> Section("PSP-1", "Required <item> elements").requires.level
    'error'
    """

    authority: str
    title: str

    @property
    def requires(self) -> Demand:
        """What the section requires."""
        return Demand(self.authority, self.title, "error")

    @property
    def recommends(self) -> Demand:
        """What the section recommends."""
        return Demand(self.authority, self.title, "warning")

    @property
    def suggests(self) -> Demand:
        """What the section recommends where there is such a thing, which a feed can't show."""
        return Demand(self.authority, self.title, "info")


@attrs.define  # not frozen, as that takes longer to make
class Finding:
    """What a rule found.

    Attributes:
        element: the element, after those that it stands in, and the attribute if it is about one:
            ``enclosure length``, ``podcast:value podcast:valueRecipient split``.
        message: what was found, and what to do.
        item: the number of the item that it is in, from 1, where a rule for the show finds it.
        index: which of the elements of that name it is, from 0, where there can be several.
        line: the line of the feed, where a rule for its bytes finds it.

    >>> Finding("title", "there is no <title>; name the show").element
    'title'
    """

    element: str
    message: str
    item: int | None = None
    index: int | None = None
    line: int | None = None


Findings: TypeAlias = Iterable[Finding]


@attrs.frozen
class Feed:
    """A feed as it is published: what it says, and how that is spelled.

    Attributes:
        show: what it says.
        data: the bytes of the feed, where it was given as such.
        now: the time by which dates are in the future, if they are to be judged.

    >>> Feed(Show(title="Tides"), b"<rss/>").now is None
    True
    """

    show: Show
    data: bytes | None = None
    now: datetime | None = None

    @functools.cached_property
    def markup(self) -> bytes:
        r"""The bytes, with as much of the texts in CDATA sections as shows their lines.

        >>> Feed(Show(), b"<title><![CDATA[Tides\n& Tales]]></title>").markup
        b'<title><![CDATA[.\n]]></title>'
        """
        first, *sections = (self.data or b"").split(_CDATA)
        return _CDATA.join([first, *map(_emptied, sections)])

    @functools.cached_property
    def odd_texts(self) -> list[tuple[int, bytes, str]]:
        """Of the texts that elements end with, those that are empty or have white space around.

        Each has where it starts in the markup, itself and the name of its element.

        >>> Feed(Show(), b"<title>Tides</title><link/><author> Ann</author>").odd_texts
        [(35, b' Ann', 'author')]
        """
        return odd_texts(self.markup)


@attrs.frozen
class Move:
    """What becomes of a show when another feed takes the place of its own.

    Attributes:
        old: the show as it was.
        new: the show as it will be.
        pairs: the episodes that are in both, as they were and as they will be, and the number of
            the new one's item, from 1.

    >>> Move(Show(title="Tides"), Show(title="Tides & Tales")).new.title
    'Tides & Tales'
    """

    old: Show
    new: Show
    pairs: tuple[tuple[Episode, Episode, int], ...] = ()


@attrs.frozen
class File(Generic[Content]):
    """What an episode's file holds: a transcript, chapters or tags.

    Attributes:
        content: what it holds.
        duration: how long the audio plays, in seconds, if that is known.

    >>> File(Transcript(cues=[]), 1830.5).duration
    1830.5
    """

    content: Content
    duration: float | None = None


@attrs.frozen(kw_only=True)
class Rule:
    """One thing that a feed should do, and who asks for it.

    Attributes:
        id: its name, in kebab-case; stable between versions.
        summary: what a feed does that keeps it.
        demands: who asks for it, where, and how strongly.
        subjects: the classes of the values that it looks at.
        find: looks at such a value, or at one that it holds, and gives what is wrong with it.
        selection: what it looks at in them, which may be they themselves.
        unless: holds for values that it need not look at; without it, it looks at all.
        level: the level of what it finds: that of its strongest demand.

    >>> from podkit.checks import rules
    >>> language = next(rule for rule in rules if rule.id == "language-missing")
    >>> language.level, language.summary, [demand.authority for demand in language.demands]
    ('error', 'The show names its language.', ['Apple', 'PSP-1'])
    """

    id: str
    summary: str
    demands: tuple[Demand, ...]
    subjects: tuple[type, ...]
    find: Callable[[Any], Findings] = attrs.field(repr=False)
    selection: Selection = _THEMSELVES
    unless: Callable[[Any], object] | None = attrs.field(default=None, repr=False)
    level: Level = attrs.field(init=False)

    @level.default
    def _strongest(self) -> Level:
        return _strongest(self.demands)

    def level_for(self, authorities: Collection[str]) -> Level | None:
        """Give the level of the strongest demand of these authorities, or None if none asks.

        >>> from podkit.checks import rules
        >>> link = next(rule for rule in rules if rule.id == "link-missing")
        >>> link.level_for({"Apple"}), link.level_for({"Podcasting 2.0"})
        ('warning', None)
        """
        demands = [demand for demand in self.demands if demand.authority in authorities]
        return _strongest(demands) if demands else None

    def problem(
        self,
        finding: Finding,
        place: str,
        *,
        level: Level | None = None,
        line: int | None = None,
    ) -> Problem:
        """Make a problem of what was found at a place: at the rule's own level or another one.

        >>> from podkit.checks import rules
        >>> link = next(rule for rule in rules if rule.id == "link-missing")
        >>> print(link.problem(Finding("link", "there is none"), "channel", line=2))
        channel, link, line 2: there is none
        """
        around = f"item {finding.item}" if finding.item else place
        element = finding.element
        where = f"{around}, {element}" if around and element else around or element
        return _problem(self.id, finding.message, level or self.level, where, line)


def for_show(
    *demands: Demand, fields: tuple[str, ...] = (), lack: str | None = None
) -> Callable[[Callable[[Show], Findings]], Rule]:
    """Make a function a rule for the show as a whole.

    Args:
        demands: who asks for it.
        fields: fields without any of which there is nothing to find.
        lack: a field with which there is nothing to find.

    >>> @for_show(Section("PSP-1", "Required <channel> elements").requires, lack="title")
    ... def title_missing(show):
    ...     '''The show has a title.'''
    ...     yield Finding("title", "there is no <title>; name the show")
    >>> title_missing.id, title_missing.level, title_missing.summary
    ('title-missing', 'error', 'The show has a title.')
    """
    return rule_for(demands, (Show,), Selection(fields=fields, lack=lack))


def for_episodes(
    *demands: Demand, fields: tuple[str, ...] = (), lack: str | None = None
) -> Callable[[Callable[[Episode], Findings]], Rule]:
    """Make a function a rule for each episode by itself."""
    return rule_for(demands, (Episode,), Selection(fields=fields, lack=lack))


def for_live_items(*demands: Demand) -> Callable[[Callable[[LiveItem], Findings]], Rule]:
    """Make a function a rule for each live item by itself."""
    return rule_for(demands, (LiveItem,))


def for_items(
    *demands: Demand, fields: tuple[str, ...] = ()
) -> Callable[[Callable[[Episode], Findings]], Rule]:
    """Make a function a rule for each episode and for each live item."""
    return rule_for(demands, (Episode, LiveItem), Selection(fields=fields))


def for_both(
    *demands: Demand, fields: tuple[str, ...] = ()
) -> Callable[[Callable[[Show | Episode], Findings]], Rule]:
    """Make a function a rule for the show, for each episode and for each live item."""
    return rule_for(demands, PARTS, Selection(fields=fields))


def for_each(
    path: str,
    *demands: Demand,
    fields: tuple[str, ...] = (),
    lack: str | None = None,
    unless: Callable[[Any], object] | None = None,
) -> Callable[[Callable[[Any], Findings]], Rule]:
    """Make a function a rule for each value of a field, in the show and the items that have it.

    Args:
        path: the field, or the way to a field of its values: ``values.value_recipients``. What is
            found in a text must depend on that alone, as equal ones are looked at once.
        demands: who asks for it.
        fields: fields of the value without any of which there is nothing to find.
        lack: a field of it with which there is nothing to find.
        unless: holds for values in which there is nothing to find, such as the ``fullmatch`` of a
            pattern: the function is not called for these.

    >>> person_tag = Section("Podcasting 2.0", "docs/tags/person.md")
    >>> @for_each("persons", person_tag.recommends, lack="img")
    ... def person_unseen(person):
    ...     '''A person has a picture.'''
    ...     yield Finding("podcast:person img", "there is none; show the person")
    >>> person_unseen.id, person_unseen.selection.lack
    ('person-unseen', 'img')
    """
    field = path.partition(".")[0]
    subjects = tuple(part for part in PARTS if hasattr(part, field))
    return rule_for(demands, subjects, Selection(tuple(path.split(".")), fields, lack), unless)


def for_media(
    field: str, *demands: Demand, unless: Callable[[Any], object] | None = None
) -> Callable[[Callable[[str], Findings]], Rule]:
    """Make a function a rule for a text that the media file of each episode has in a field."""
    return rule_for(demands, (Episode,), Selection(("enclosure", field)), unless)


def for_feeds(*demands: Demand) -> Callable[[Callable[[Feed], Findings]], Rule]:
    """Make a function a rule for how a feed is spelled, or for its place in time."""
    return rule_for(demands, (Feed,))


def for_moves(*demands: Demand) -> Callable[[Callable[[Move], Findings]], Rule]:
    """Make a function a rule for a feed that takes the place of another."""
    return rule_for(demands, (Move,))


def for_transcripts(*demands: Demand) -> Callable[[Callable[[File[Transcript]], Findings]], Rule]:
    """Make a function a rule for a transcript."""
    return rule_for(demands, (Transcript,))


def for_tags(*demands: Demand) -> Callable[[Callable[[File[AudioTags]], Findings]], Rule]:
    """Make a function a rule for the tags of an audio file."""
    return rule_for(demands, (AudioTags,))


def for_values(
    subjects: tuple[type, ...], *demands: Demand
) -> Callable[[Callable[[Any], Findings]], Rule]:
    """Make a function a rule for values of some classes.

    >>> @for_values((str,), Section("RSS", "RSS 2.0 Specification").requires)
    ... def text_missing(text):
    ...     '''A text says something.'''
    ...     if not text:
    ...         yield Finding("", "it is empty; write something")
    >>> text_missing.subjects
    (<class 'str'>,)
    """
    return rule_for(demands, subjects)


def rule_for(
    demands: Iterable[Demand],
    subjects: tuple[type, ...],
    selection: Selection = _THEMSELVES,
    unless: Callable[[Any], object] | None = None,
) -> Callable[[Callable[[Any], Findings]], Rule]:
    """Make a function a rule, from its name and its docstring; for the rest see `Rule`.

    >>> @rule_for([Section("RSS", "Elements").requires], (str,))
    ... def text_missing(text):
    ...     '''A text says something.'''
    >>> text_missing.id
    'text-missing'
    """
    return lambda find: Rule(
        id=find.__name__.replace("_", "-"),
        summary=(find.__doc__ or "").strip(),
        demands=tuple(demands),
        subjects=subjects,
        find=find,
        selection=selection,
        unless=unless,
    )


def rules_in(namespace: Mapping[str, object]) -> tuple[Rule, ...]:
    """Give the rules among a module's variables, in the order of the module.

    >>> rules_in({"Show": Show})
    ()
    """
    return tuple(value for value in namespace.values() if isinstance(value, Rule))


def _emptied(section: bytes) -> bytes:
    """Leave of what follows the start of a CDATA section a dot for its text, and its newlines."""
    text, end, rest = section.partition(b"]]>")
    return b"".join((b"." if text else b"", b"\n" * text.count(b"\n"), end, rest))


def _strongest(demands: Iterable[Demand]) -> Level:
    # `Level` has the strongest first.
    return min((demand.level for demand in demands), key=get_args(Level).index)
