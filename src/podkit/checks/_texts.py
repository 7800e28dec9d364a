"""The texts of a feed that may be HTML, each scanned once for all rules that look at them."""

import re
from collections.abc import Callable
from itertools import chain, repeat

import attrs

from podkit.checks._columns import Column, Selection
from podkit.checks._rules import PARTS, Demand, Findings, Rule, rule_for
from podkit.models import Episode, Show

__all__ = ["Text", "for_texts"]

# What is no tag, or one that most apps don't show. To mind no case would take longer.
_OTHER_TAG = re.compile(r"</?+(?![pabi][ />]|(?:br|li|[ou]l|em|strong)[ />])")
# An attribute that is no address of the web, and not among the usual ones that do nothing.
_OTHER_ATTRIBUTE = re.compile(
    r"=(?:[\"'](?!https?:)(?<! rel=.)(?<! target=.)(?<! class=.)(?<! style=.)| [\"'])"
)


@attrs.frozen
class Text:
    """A text that may be HTML.

    Attributes:
        text: the text.
        element: its element.
        has_other_tags: whether it may have other tags than those that most apps show.
        has_other_attributes: whether it may have other attributes than addresses and classes.

    >>> Text("Fog.", "description").has_other_tags
    False
    """

    text: str
    element: str
    has_other_tags: bool = False
    has_other_attributes: bool = False


def for_texts(*demands: Demand) -> Callable[[Callable[[Text], Findings]], Rule]:
    """Make a function a rule for the texts of the show, of each episode and of each live item.

    >>> from podkit.checks._sections import VALIDATOR
    >>> @for_texts(VALIDATOR.suggests)
    ... def text_present(text):
    ...     '''There is no text.'''
    >>> show = Show(description="Ours", summary="Ours")
    >>> texts = text_present.selection.of(Column.of([show]))
    >>> [text.element for text in texts.values]
    ['description']
    """
    return rule_for(demands, PARTS, Selection(values=_texts))


def _texts(parts: Column) -> Column:
    """Give the texts of all parts."""
    texts = list(map(_texts_of, parts.values))
    places = chain.from_iterable(map(repeat, parts.places, map(len, texts)))
    return Column(list(places), list(chain.from_iterable(texts)))


def _texts_of(part: Show | Episode) -> list[Text]:
    """Give each text of a part once, as that of its last element."""
    description, summary = part.description, part.summary
    content = None if isinstance(part, Show) else part.content
    found = []
    if summary and summary not in (content, description):
        found.append(_scanned(summary, "itunes:summary"))
    if content and content != description:
        found.append(_scanned(content, "content:encoded"))
    if description:
        found.append(_scanned(description, "description"))
    return found


def _scanned(text: str, element: str) -> Text:
    if "<" not in text:
        return Text(text, element)
    return Text(
        text,
        element,
        _OTHER_TAG.search(text) is not None,
        _OTHER_ATTRIBUTE.search(text) is not None,
    )
