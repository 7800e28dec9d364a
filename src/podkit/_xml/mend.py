"""Makes text that is nearly XML well-formed: closes, escapes and drops, and reports each time.

Tags are understood as an HTML parser would: an end tag closes what is open within its element, one
that ends nothing is dropped, and a ``<`` that starts no tag is text.
"""

import functools
import re
import sys
from collections import Counter
from collections.abc import Mapping
from html import entities, escape

from podkit._xml.namespaces import SPACE
from podkit.errors import Level, OnProblem, Problem

__all__ = ["with_references", "with_tags"]

_NAME = r"[^\W\d][\w.:-]*"
# Each quantifier runs to the end, or stops at what no match could begin with, so that the time is
# linear. Quotes hold anything if they end as an attribute does.
_TOKEN = re.compile(
    rf"""<(?:
        !--.*?(?:-->|\Z)
      | (?P<declaration>\?xml\s).*?(?:\?>|\Z)
      | \?[A-Za-z_].*?(?:\?>|\Z)
      | !DOCTYPE[^\[<>]*(?:>|\[.*?(?:\]\s*>|\Z))?
      | (?P<cdata>!\[CDATA\[).*?(?:\]\]>|\Z)
      | /(?P<end>{_NAME})[^<>]*>
      | (?P<start>{_NAME})(?=[\s/>])
        (?P<attributes>(?:[^<>"']++|"[^"]*"(?=[\s/>])|'[^']*'(?=[\s/>]))*+|[^<>]*)>
      | [/\w][^<>]*\Z
    )""",
    re.DOTALL | re.VERBOSE,
)
# What a server may print before the XML declaration: warnings in HTML.
_JUNK = re.compile(r"(?:[^<]++|</?(?:b|br|div|p|pre)\b[^<>]*>)++(?=<\?xml\s)", re.IGNORECASE)
_DECLARATION = re.compile(
    r"""<\?xml\s+version\s*=\s*(["'])1\.[0-9]+\1"""
    r"""(?:\s+encoding\s*=\s*(["'])[A-Za-z][\w.-]*\2)?"""
    r"""(?:\s+standalone\s*=\s*(["'])(?:yes|no)\3)?\s*\?>"""
)
_ATTRIBUTE = re.compile(
    rf"(?P<name>{_NAME})(?:\s*=\s*(?:\"(?P<double>[^\"]*)\"|'(?P<single>[^']*)'|(?P<bare>\S+)))?|\S+"
)
# An ampersand, with the name or number behind it if it looks like a reference that XML lacks.
_REFERENCE = r"&(?!(?:amp|lt|gt|quot|apos);)(?:#?[0-9A-Za-z]{1,32};)?"
# What may hold an ampersand comes first, so that the search passes over it.
_PASSED_OR_REFERENCE = re.compile(
    rf"<!\[CDATA\[.*?(?:\]\]>|\Z)|<!--.*?(?:-->|\Z)|{_REFERENCE}", re.DOTALL
)
_MISPLACED_OR_REFERENCE = re.compile(rf"<|\]\]>|{_REFERENCE}")
_NUMBER = re.compile(r"#(?:x([0-9A-Fa-f]+)|([0-9]+))")
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]+")
# Elements of HTML that have no end.
_VOID = {"br", "hr", "img"}
_KEPT = "means nothing; it was kept as text"
_OUTSIDE = "a text outside of the document's element was dropped"
_QUOTED = {"double", "single"}
_TEXT_ALONE = re.compile(r"(?!\s*\Z)(?:[^<]++|<!\[CDATA\[.*?\]\]>)*+", re.DOTALL)


def with_references(text: str, on_problem: OnProblem) -> str:
    r"""Resolve HTML's entities; what else looks like a reference is kept as text.

    The same is reported once a line.

    >>> with_references("<a>1 & 2&nbsp;&#0;</a>", print)
    line 1: & means nothing; it was kept as text
    line 1: &nbsp; is HTML's, not XML's; it was resolved
    line 1: &#0; means nothing; it was kept as text
    '<a>1 &amp; 2\xa0&amp;#0;</a>'
    """
    lines = _Lines(text, on_problem)

    def resolve(match: re.Match[str]) -> str:
        return match[0] if match[0].startswith("<") else lines.resolved(match, match.start())

    return _PASSED_OR_REFERENCE.sub(resolve, text)


@functools.lru_cache(maxsize=256)
def _resolved(reference: str) -> tuple[str, str]:
    """Give what stands for a reference in XML, and what is to be said of that."""
    name = reference[1:-1]
    if _is_character(name):
        return reference, ""
    characters = entities.html5.get(f"{name};")
    what = "is HTML's, not XML's; it was resolved" if characters else _KEPT
    return escape(characters or reference), what


def _is_character(name: str) -> bool:
    """Say whether ``&name;`` refers to a character by its number, and XML has it."""
    match = _NUMBER.fullmatch(name)
    if not match:
        return False
    code = int(match[1], 16) if match[1] else int(match[2])
    return code <= sys.maxunicode and not _NOT_XML.match(chr(code))


def with_tags(text: str, records: Mapping[str, str], on_problem: OnProblem) -> str:
    """Make a document well-formed, but for its namespaces.

    Characters that XML lacks are dropped; so are comments, instructions and the document type,
    which say nothing. References become what `with_references` makes of them. The lines stay.

    Args:
        text: the document.
        records: the elements that are kept only when they are whole, and those that they stand
            in: what is open within the latter ends where the former start. In lower case.
        on_problem: receives what was mended.

    >>> with_tags("<a>1 < 2<b>3</a>", {}, print)
    line 1: < means nothing; it was kept as text
    line 1: <b> has no end; it was ended before </a>
    '<a>1 &lt; 2<b>3</b></a>'
    """
    return _Mender(_without_controls(text, on_problem), records, on_problem).document()


def _without_controls(text: str, on_problem: OnProblem) -> str:
    lines = _Lines(text, on_problem)

    def drop(match: re.Match[str]) -> str:
        lines.report("control-character", f"{match[0]!r:.80} was dropped", match.start())
        return ""

    return _NOT_XML.sub(drop, text)


class _Lines:
    """Mends and reports by positions in a text, which must not go back; once a line the same."""

    def __init__(self, text: str, on_problem: OnProblem) -> None:
        self.text = text
        self._on_problem = on_problem
        self._line = 1
        self._counted = 0
        self._reported: set[str] = set()

    def report(
        self, identifier: str, message: str, position: int, level: Level = "warning"
    ) -> None:
        lines = self.text.count("\n", self._counted, position)
        self._counted = position
        if lines:
            self._line += lines
            self._reported.clear()
        elif message in self._reported:
            return
        self._reported.add(message)
        self._on_problem(Problem(id=identifier, message=message, level=level, line=self._line))

    def resolved(self, match: re.Match[str], position: int) -> str:
        resolved, what = _resolved(match[0])
        if what:
            self.report("undefined-entity", f"{match[0]} {what}", position)
        return resolved


class _Mender(_Lines):
    """Goes through a document once, token by token, and writes it anew."""

    def __init__(self, text: str, records: Mapping[str, str], on_problem: OnProblem) -> None:
        super().__init__(text, on_problem)
        self._records = records
        self._pieces: list[str] = []
        # The elements that are open, each with the number of the piece that starts it.
        self._open: list[tuple[str, int]] = []
        self._names_open: Counter[str] = Counter()
        self._ended: Counter[str] = Counter()
        self._is_over = False

    def document(self) -> str:
        position = self._skip_junk()
        for match in _TOKEN.finditer(self.text, position):
            self._add_text(position, match.start())
            position = match.end()
            if match["start"] and self._is_over:
                self._wrong("what follows the end of the document was dropped", match.start())
                return "".join(self._pieces)
            self._add_token(match)
        self._add_text(position, len(self.text))
        if self._open:
            self._cut_off()
        return "".join(self._pieces)

    def _skip_junk(self) -> int:
        match = _JUNK.match(self.text)
        if not match:
            return 0
        self._wrong("what stands before the XML declaration was dropped", 0)
        self._pieces.append("\n" * match[0].count("\n"))
        return match.end()

    def _add_token(self, match: re.Match[str]) -> None:
        if match["start"]:
            self._add_start(match)
        elif match["end"]:
            self._add_end(match)
        elif match["cdata"] and self._open:
            self._pieces.append(match[0] if match[0].endswith("]]>") else f"{match[0]}]]>")
        else:
            if match["cdata"]:
                self._wrong(_OUTSIDE, match.start())
            elif match["declaration"] and (self._open or not _DECLARATION.fullmatch(match[0])):
                self._wrong("the XML declaration is malformed, or not in its place", match.start())
            self._pieces.append("\n" * match[0].count("\n"))

    def _add_text(self, start: int, end: int) -> None:
        text = self.text[start:end]
        if self._open:
            self._pieces.append(self._escaped(text, start))
        elif text.strip(SPACE):
            self._wrong(_OUTSIDE, start)
            self._pieces.append("\n" * text.count("\n"))
        else:
            self._pieces.append(text)

    def _add_start(self, match: re.Match[str]) -> None:
        name = match["start"]
        container = self._records.get(name.lower(), "")
        if self._names_open[container]:
            self._end_within(container, f"<{name}>", match.start())
        attributes = match["attributes"].removesuffix("/")
        is_empty = attributes != match["attributes"]
        if name.lower() in _VOID and not is_empty:
            self._wrong(f"<{name}> was read as <{name}/>", match.start())
            is_empty = True
        written = self._attributes(attributes, match.start("attributes"))
        if is_empty:
            self._is_over = not self._open
        else:
            self._open.append((name, len(self._pieces)))
            self._names_open[name.lower()] += 1
        lines = "\n" * (match[0].count("\n") - written.count("\n"))
        self._pieces.append(f"<{name}{written}{lines}{'/' if is_empty else ''}>")

    def _add_end(self, match: re.Match[str]) -> None:
        name = match["end"].lower()
        if self._names_open[name]:
            self._end_within(name, f"</{match['end']}>", match.start())
            started = self._end_innermost()
            if started != match["end"]:
                self._wrong(f"</{match['end']}> was read as </{started}>", match.start())
            self._is_over = not self._open
        elif name not in _VOID:
            self._wrong(f"</{match['end']}> ends nothing; it was dropped", match.start())
        self._pieces.append("\n" * match[0].count("\n"))

    def _end_within(self, name: str, cause: str, position: int) -> None:
        """End what is open within an element."""
        while self._open[-1][0].lower() != name:
            innermost = self._end_innermost()
            self._wrong(f"<{innermost}> has no end; it was ended before {cause}", position)

    def _end_innermost(self) -> str:
        name, _ = self._open.pop()
        self._names_open[name.lower()] -= 1
        self._ended[name.lower()] += 1
        self._pieces.append(f"</{name}>")
        return name

    def _cut_off(self) -> None:
        """End what is open at the end, but drop what would be half a record or half a text."""
        place = f"within <{self._open[-1][0]}>"
        for record in filter(self._ended.__getitem__, self._records):
            place += f", after {record} {self._ended[record]}"
        names = [name.lower() in self._records for name, _ in self._open]
        unfinished = names.index(True) if True in names else len(names) - 1
        name, start = self._open[unfinished]
        if True in names or _TEXT_ALONE.fullmatch("".join(self._pieces[start + 1 :])):
            del self._pieces[start:], self._open[unfinished:]
            place += f"; <{name}>, which was not whole, was dropped"
        self.report("cut-off", f"the data ends {place}", len(self.text), "error")
        while self._open:
            self._end_innermost()

    def _attributes(self, text: str, position: int) -> str:
        """Write the attributes of a tag as XML has them: each once, its value in quotes."""
        written: dict[str, str] = {}
        for match in _ATTRIBUTE.finditer(text):
            name = match["name"]
            if name is None or name in written:
                what = f"{match[0]!r:.80} is no attribute, or stands here twice; it was dropped"
                self._wrong(what, position + match.start())
                continue
            kind = match.lastgroup or "name"
            value = "" if kind == "name" else match[kind]
            if kind not in _QUOTED:
                self._wrong(f"the value of {name} is not in quotes", position + match.start())
                value = value.strip("\"'")
            value = self._escaped(value, position + match.start(kind)).replace('"', "&quot;")
            written[name] = f' {name}="{value}"'
        return "".join(written.values())

    def _escaped(self, text: str, position: int) -> str:
        """Escape what would be markup but is none, and resolve references."""

        def mend(match: re.Match[str]) -> str:
            if match[0].startswith("&"):
                return self.resolved(match, position + match.start())
            self._wrong(f"{match[0]} {_KEPT}", position + match.start())
            return escape(match[0])

        return _MISPLACED_OR_REFERENCE.sub(mend, text)

    def _wrong(self, message: str, position: int) -> None:
        self.report("not-well-formed", message, position, "error")
