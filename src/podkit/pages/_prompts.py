"""Finds the boxes of a page that ask for an address or an account, or stand below the notes."""

import re
from collections.abc import Callable, Iterator

from selectolax.lexbor import LexborNode

from podkit._markup.headings import kind_of_heading
from podkit.pages._boilerplate import is_furniture_heading
from podkit.pages._boxes import HEADINGS, MOST_KEPT, SECTIONS, ancestors, length_of

__all__ = ["boxes_of_site"]

# What asks for an address, and the heading of its box.
_FIELDS = "input[type=email], input[name*=mail]"
_HEADING_OF_FORM = "h2, h3, h4, h5, h6, [class*=title], [class*=heading]"
_MOST_FORMS = 10
_MOST_OF_FORM = 400  # letters
_OF_FORMS = frozenset({None, "contact", "follow", "news"})
# What stands below the notes, and what sections can follow it that are the site's as well.
_ENDS = "[class*=omments], [class*=elated], [class*=pisodes-list]"
_CONTROLS = "button, details, form, [class*=button], [class*=btn]"
_MOST_ENDS = 20
_BELOW = frozenset({None, "comments", "follow", "news", "related_episodes"})
_MOST_BELOW = 1500  # letters
# What asks for an account or works the page. The box that holds it has a heading of no part of the
# notes, and little else.
_BUTTONS = (
    "button, textarea, input[type=email], input[type=search], input[type=text],"
    " a[href*=log], a[href*=sign], a[href*=register], a[href*=claim]"
)
_ACCOUNT = re.compile(
    r"[^?#]*/(?:log-?in|sign[-_]?in|sign[-_]?up|register|claim)/?(?:[?#]|\Z)", re.IGNORECASE
)
_ASKS = re.compile(
    r"(?:sign ?up|log ?in|sign ?in|register|create (?:an? |your )?(?:free )?account|unlock"
    r"|claim|request|upgrade|go pro|get started|start (?:a |your )?(?:free )?trial|rate"
    r"|anmelden|einloggen|registrieren|konto (?:anlegen|erstellen)|freischalten|bewerten|anfordern"
    r"|s['’]inscrire|inscription|se connecter|créer un compte|débloquer|noter|demander"
    r"|registrarse|regístrate|iniciar sesión|crear (?:una )?cuenta|desbloquear|valorar"
    r"|solicitar)\b.*",
    re.IGNORECASE,
)
_LONGEST_ASKED = 40
_MOST_PROMPTS = 100
_LONGEST_PROMPT = 400
_MOST_AROUND_BUTTON = 4
_LINES = frozenset({"div", "p"})
_HOLDS_ALL = frozenset({"article", "body", "main"})
_LEAST_ALIKE = 2
_PROMPTS = frozenset({None, "comments", "review"})


def boxes_of_site(
    content: LexborNode, headline: LexborNode | None, is_furniture: Callable[[LexborNode], bool]
) -> frozenset[int]:
    """Find the boxes that ask for an address or an account, and those below the notes.

    Args:
        content: the element that holds the content.
        headline: the element that shows the title.
        is_furniture: tells of a box whether it is what visitors say, or other episodes.
    """
    around = ancestors(headline)
    below = _boxes_below(content, around, is_furniture)
    return _boxes_of_forms(content, around) | below | _prompts(content, headline)


def _prompts(content: LexborNode, headline: LexborNode | None) -> frozenset[int]:
    """Find the boxes that ask for an account, and those that look like several that are no content.

    Beside the title, it is the line over a row of buttons.
    """
    found: dict[int, LexborNode] = {}
    buttons = content.css(_BUTTONS)[:_MOST_PROMPTS]
    for button in filter(_asks, buttons):
        box = button.parent
        for _ in range(_MOST_AROUND_BUTTON):
            if box is None or (box.tag in SECTIONS and box.css_first("h2, h3, h4") is not None):
                break
            box = box.parent
        if box is not None and _can_be_prompt(box):
            found[box.mem_id] = box
    if found:
        _add_alike(content, found)
    if found and 2 * sum(map(length_of, found.values())) > length_of(content):
        found.clear()  # most of what can be read is no prompt
    box = headline.parent if buttons and headline is not None else None
    above = _lines_above_buttons(box) if box is not None and box.tag not in _HOLDS_ALL else ()
    return frozenset((*found, *above)) - ancestors(headline)


def _asks(button: LexborNode) -> bool:
    """Say whether a button or a link asks for an account; what asks for a text does anyhow."""
    if button.tag == "a":
        return bool(_ACCOUNT.match(button.attributes["href"] or ""))
    asked = button.text().strip()
    is_short = len(asked) <= _LONGEST_ASKED
    return button.tag != "button" or (is_short and bool(_ASKS.match(asked)))


def _can_be_prompt(box: LexborNode) -> bool:
    heading = box.css_first("h2, h3, h4")
    return (
        box.tag in SECTIONS
        and heading is not None
        and kind_of_heading(" ".join(heading.text().split())) in _PROMPTS
        and length_of(box) <= _LONGEST_PROMPT
    )


def _add_alike(content: LexborNode, found: dict[int, LexborNode]) -> None:
    """Add the boxes of the same class as others of which most are no content."""
    classes = {box.attributes.get("class") for box in found.values()} - {None, ""}
    alike: dict[str, dict[int, LexborNode]] = {}
    for heading in content.css("h2, h3")[:_MOST_PROMPTS] if classes else ():
        box = heading.parent
        called = box.attributes.get("class") if box is not None else None
        if box is not None and called in classes:
            alike.setdefault(called or "", {})[box.mem_id] = box
    for boxes in alike.values():
        told = [
            box
            for key, box in boxes.items()
            if key in found or is_furniture_heading((box.css_first("h2, h3") or box).text().strip())
        ]
        if len(told) >= _LEAST_ALIKE and 2 * len(told) > len(boxes):
            found.update((key, box) for key, box in boxes.items() if _can_be_prompt(box))


def _lines_above_buttons(box: LexborNode) -> Iterator[int]:
    """Find the short lines in the title's box that stand over nothing but buttons."""
    before: LexborNode | None = None
    for node in box.iter():
        buttons = node.css("button")
        is_row = bool(buttons) and length_of(node) == sum(map(length_of, buttons))
        if is_row and before is not None and node.tag not in HEADINGS:
            shown = before.text()
            is_short = len(shown) <= _LONGEST_ASKED and not any(map(str.isdigit, shown))
            if is_short and before.tag in _LINES and before.css_first("a") is None:
                yield before.mem_id
        before = node


def _boxes_of_forms(content: LexborNode, around: frozenset[int]) -> frozenset[int]:
    """Find the boxes that hold little but a heading and a form that asks for an address."""
    found = set()
    for field in content.css(_FIELDS)[:_MOST_FORMS]:
        box = field.parent
        for _ in range(MOST_KEPT):
            if box is None or box.mem_id in around or box.mem_id == content.mem_id:
                break
            heading = box.css_first(_HEADING_OF_FORM)
            if heading is not None:
                said, title = (" ".join(node.text().split()) for node in (box, heading))
                is_its = title and said.startswith(title) and len(said) <= _MOST_OF_FORM
                if is_its and kind_of_heading(title) in _OF_FORMS and not box.css_first("h1, ul"):
                    found.add(box.mem_id)
                break
            box = box.parent
    return frozenset(found)


def _boxes_below(
    content: LexborNode, around: frozenset[int], is_furniture: Callable[[LexborNode], bool]
) -> frozenset[int]:
    """Find the boxes of the page that stand below what visitors say, or other episodes."""
    found: set[int] = set()
    for box in content.css(_ENDS)[:_MOST_ENDS]:
        holder = box.parent
        is_of_page = holder is not None and holder.mem_id in around and box.mem_id not in around
        is_end = is_of_page and _is_below_title(box, around)
        following = box.next if is_end and is_furniture(box) else None
        while following is not None:
            if following.tag in SECTIONS and _is_of_site(following):
                found.add(following.mem_id)
            following = following.next
    return frozenset(found)


def _is_below_title(box: LexborNode, around: frozenset[int]) -> bool:
    """Say whether the title is in a box before this one."""
    before = box.prev
    while before is not None and before.mem_id not in around:
        before = before.prev
    return before is not None


def _is_of_site(box: LexborNode) -> bool:
    """Say whether a box has headings, none of them one of notes, and little but controls."""
    headings = box.css("h2, h3, h4, summary")[:_MOST_ENDS]
    kinds = {kind_of_heading(" ".join(node.text().split())) for node in headings}
    if not kinds or not kinds <= _BELOW or length_of(box) > _MOST_BELOW:
        return False
    is_bare = sum(map(length_of, (*headings, *box.css("a")))) >= length_of(box)
    return is_bare or box.css_first(_CONTROLS) is not None
