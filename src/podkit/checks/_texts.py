"""The texts of a feed that may be HTML, each scanned once for all rules that look at them."""

import functools
from collections.abc import Callable
from itertools import chain, repeat

import attrs

from podkit._construct import positional
from podkit.checks._columns import Column, Selection
from podkit.checks._rules import PARTS, Demand, Findings, Rule, rule_for
from podkit.checks._signs import Sign, scanner
from podkit.models import Episode, Show

__all__ = [
    "ADDRESS_OF_HTTP",
    "CLOSED_HOST",
    "ESCAPED",
    "OTHER_ATTRIBUTE",
    "OTHER_TAG",
    "STYLE",
    "TIME",
    "Text",
    "for_texts",
]

_QUOTED = ('="', "='")
_SHOWN = ("p", "a", "b", "i", "br", "li", "ol", "ul", "em", "strong")
# What is no tag, or one that most apps don't show.
OTHER_TAG = Sign(
    "<", ["<"], [f"<{slash}{name}{end}" for slash in ("", "/") for name in _SHOWN for end in " />"]
)
# An attribute that is no address of the web, and not among the usual ones that do nothing.
OTHER_ATTRIBUTE = Sign(
    "=",
    (*_QUOTED, '= "', "= '"),
    [f"{quoted}{scheme}:" for quoted in _QUOTED for scheme in ("http", "https")]
    + [" rel=", " target=", " class=", " style="],
)
STYLE = Sign("=", [" style="])
ESCAPED = Sign(
    "&", ["&lt;", *(f"&amp;{name}" for name in ("#", "amp", "lt", "gt", "quot", "apos", "nbsp"))]
)
ADDRESS_OF_HTTP = Sign("=", [f"{quoted}http:" for quoted in _QUOTED])
CLOSED_HOST = Sign(".", ["google.", "stitcher."])
TIME = Sign(":", [f":{digit}" for digit in range(6)])
_SIGNS = (OTHER_TAG, OTHER_ATTRIBUTE, STYLE, ESCAPED, ADDRESS_OF_HTTP, CLOSED_HOST, TIME)
_scan = scanner(_SIGNS)


@attrs.frozen
class Text:
    """A text that may be HTML.

    Attributes:
        text: the text.
        element: its element.
        notes: its element as that of the full notes of an episode, if it is these.
        signs: the signs that it has.

    >>> Text("Fog.", "description").signs
    frozenset()
    """

    text: str
    element: str
    notes: str | None = None
    signs: frozenset[Sign] = frozenset()


_text = positional(Text, "text", "element", "notes", "signs")


@attrs.frozen
class _WithSigns:
    """Gives the texts of all parts that have one of some signs."""

    signs: tuple[Sign, ...]

    def __call__(self, parts: Column) -> Column:
        texts = parts.once(_texts)
        return texts.where([not text.signs.isdisjoint(self.signs) for text in texts.values])


def for_texts(
    *demands: Demand, signs: tuple[Sign, ...], subjects: tuple[type, ...] = PARTS
) -> Callable[[Callable[[Text], Findings]], Rule]:
    """Make a function a rule for the texts of the show, of each episode and of each live item.

    Args:
        demands: who asks for it.
        signs: without one of these there is nothing to find in a text.
        subjects: the classes of what the texts are of.

    >>> from podkit.checks._sections import VALIDATOR
    >>> @for_texts(VALIDATOR.suggests, signs=(ESCAPED,))
    ... def text_escaped(text):
    ...     '''There is no text that is escaped.'''
    >>> show = Show(description="Ours &lt; yours", summary="Ours &lt; yours")
    >>> texts = text_escaped.selection.of(Column.of([show]))
    >>> [text.element for text in texts.values]
    ['description']
    """
    return rule_for(demands, subjects, Selection(values=_WithSigns(signs)))


def _texts(parts: Column) -> Column:
    """Give the texts of all parts."""
    texts = list(map(_texts_of, parts.values))
    return Column(
        lambda: list(chain.from_iterable(map(repeat, parts.places, map(len, texts)))),
        list(chain.from_iterable(texts)),
    )


def _texts_of(part: Show | Episode) -> list[Text]:
    """Give each text of a part once, as that of its last element."""
    description, summary = part.description, part.summary
    content = None if isinstance(part, Show) else part.content
    found = []
    if summary and summary not in (content, description):
        found.append(_text(summary, "itunes:summary", None, _signs(_scan(summary))))
    if content and content != description:
        found.append(_text(content, "content:encoded", "content:encoded", _signs(_scan(content))))
    if description:
        notes = (
            "description" if not content else "content:encoded" if content == description else None
        )
        found.append(_text(description, "description", notes, _signs(_scan(description))))
    return found


@functools.cache
def _signs(bits: int) -> frozenset[Sign]:
    return frozenset(sign for number, sign in enumerate(_SIGNS) if bits >> number & 1)
