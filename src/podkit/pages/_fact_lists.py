"""Reads the facts that a page lists beside what they are: in a table, or in a list of terms."""

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from podkit._html import select
from podkit.pages._dates import read_date, read_duration
from podkit.pages._stated import Thing

__all__ = ["take_fact_lists"]

# What schema.org calls a fact, and what lists call it in English, German, French and Spanish.
_LABELS = {
    "datePublished": (
        r"(?:release |air |publication |original air )?date"
        r"|(?:published|released|aired|posted)(?: on)?"
        r"|(?:erscheinungs|sende|veröffentlichungs)?datum|erschienen|veröffentlicht|gesendet"
        r"|date de (?:publication|diffusion)|publiée?(?: le)?|diffusée?(?: le)?"
        r"|fecha(?: de .{1,20})?"
        r"|publicado|emitido|emisión"
    ),
    "duration": (
        r"duration|(?:running |play(?:ing)? ?|run)?time|length|(?:lauf|spiel)?dauer|laufzeit|länge"
        r"|durée|duración"
    ),
    "episodeNumber": (
        r"(?:episode|show|folge|folgen|épisode|episodio|sendung|programa)?[ -]?"
        r"(?:no|nr|number|nummer|n[°º]|numéro|número|#)\.?|episode|folge|épisode|episodio"
    ),
    "seasonNumber": r"(?:season|staffel|saison|temporada)(?: (?:no\.?|nr\.?|number))?",
    "partOfSeries": r"podcast|show|series|reihe|sendung|sendereihe|émission|série|programa|serie",
}
_LABEL = re.compile(
    r"\W*(?:" + "|".join(f"(?P<{name}>{forms})" for name, forms in _LABELS.items()) + r")\W*",
    re.IGNORECASE,
)
# Of what it is part of, a fact is stated under another name.
_IN_PARTS = {
    "seasonNumber": ("partOfSeason", "seasonNumber"),
    "partOfSeries": ("partOfSeries", "name"),
}
# A box that is a label, beside which its value stands.
_LABELS_OF_VALUES = "[class*=label]"
_NUMBER = re.compile(r"\D{0,20}?#?(\d{1,5})(?: (?:of|von|de|sur) \d+)?")
_BOXES = frozenset({"b", "div", "p", "span", "strong"})
_LEAST = 2  # facts in one list
_MOST = 500  # rows
_LONGEST = 80


def take_fact_lists(root: LexborNode) -> Thing:
    """Take out of a document the lists that state facts, and give these in schema.org's words.

    A list with one such row is none, as a table may be of anything.

    >>> from podkit._html import parse_html
    >>> source = "<table><tr><th>Date<td>2 May 2023<tr><th>Length<td>48:12<tr><th>Of<td>Fog"
    >>> root = parse_html(source)
    >>> take_fact_lists(root)
    {'datePublished': '2 May 2023', 'duration': '48:12'}
    >>> root.text()
    ''
    """
    facts: Thing = {}
    found: dict[int, dict[str, str]] = {}
    rows = [*_rows(root)]
    for holder, label, value, _ in rows:
        name = _LABEL.fullmatch(_text(label)[:_LONGEST])
        said = _value(name.lastgroup, _text(value)) if name and name.lastgroup else None
        if name and name.lastgroup and said:
            found.setdefault(holder, {}).setdefault(name.lastgroup, said)
    for holder, listed in found.items():
        if len(listed) < _LEAST:
            continue
        for fact, stated in listed.items():
            key, inner = _IN_PARTS.get(fact, (fact, None))
            facts.setdefault(key, {inner: stated} if inner else stated)
        for node in (node for other, _, _, nodes in rows if other == holder for node in nodes):
            node.decompose()
    return facts


def _rows(
    root: LexborNode,
) -> Iterator[tuple[int, LexborNode, LexborNode, list[LexborNode]]]:
    """Give what holds each row, its label, its value, and the nodes of which it is made."""
    for row in select(root, "tr")[:_MOST]:
        cells = [cell for cell in row.iter() if cell.tag in ("td", "th")]
        if len(cells) == _LEAST and row.parent is not None:
            table = row.parent if row.parent.tag == "table" else row.parent.parent or row.parent
            yield table.mem_id, cells[0], cells[1], [row]
    for term in select(root, "dt")[:_MOST]:
        value = term.next
        while value is not None and value.tag == "-text":
            value = value.next
        if value is not None and value.tag == "dd" and term.parent is not None:
            # Each pair may have a box of its own.
            box = term.parent if term.parent.tag == "dl" else term.parent.parent or term.parent
            yield box.mem_id, term, value, [term, value]
    for label in root.css(_LABELS_OF_VALUES)[:_MOST]:
        pair = label.parent
        parts = [*pair.iter()] if pair is not None and label.tag in _BOXES else []
        is_pair = len(parts) == _LEAST and parts[0].mem_id == label.mem_id
        if pair is None or pair.parent is None or not is_pair:
            continue
        if _LABEL.fullmatch(_text(label)[:_LONGEST]) and len(_text(parts[1])) <= _LONGEST:
            yield pair.parent.mem_id, label, parts[1], [pair]


def _value(name: str, text: str) -> str | None:
    """Give a fact as it can be read, if it can."""
    if len(text) > _LONGEST:
        return None
    if name == "datePublished":
        return text if read_date(text) else None
    if name == "duration":
        return text if read_duration(text) else None
    if name == "partOfSeries":
        return text if any(map(str.isalpha, text)) else None
    number = _NUMBER.fullmatch(text)
    return number[1] if number else None


def _text(node: LexborNode) -> str:
    return " ".join(node.text().split())
