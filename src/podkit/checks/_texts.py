"""The texts of a feed that may be HTML, each scanned once for all rules that look at them."""

import re
from collections.abc import Callable

import attrs

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
    >>> [text.element for _, text in text_present.values(Show(description="Ours", summary="Ours"))]
    ['description']
    """
    return rule_for(demands, PARTS, values=_texts_of, fields=_FIELDS)


_FIELDS = ("summary", "content", "description")


def _texts_of(part: Show | Episode) -> list[tuple[None, Text]]:
    """Give each text once, as that of its last element."""
    description, summary = part.description, part.summary
    content = None if isinstance(part, Show) else part.content
    found = []
    if summary and summary not in (content, description):
        found.append((None, _scanned(summary, "itunes:summary")))
    if content and content != description:
        found.append((None, _scanned(content, "content:encoded")))
    if description:
        found.append((None, _scanned(description, "description")))
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
