"""Spells names, elements and texts as XML, and refuses what would not read back as it is.

Names are those of Namespaces in XML 1.0, characters those of XML 1.0. White space is put only where
reading passes over it.
"""

import itertools
import re
from collections.abc import Iterator

import attrs

from podkit._xml.namespaces import NAMESPACES, SPACE, XML_NAMESPACE, canonical, split
from podkit.errors import UnrepresentableError

__all__ = [
    "Names",
    "encoded",
    "escaped",
    "escaped_attribute",
    "spelled_element",
    "stripped",
]

_START = "A-Z_a-z\xc0-\xd6\xd8-\xf6\xf8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d\u2070-\u218f"
_START += "\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufffd\U00010000-\U000effff"
# A name without a colon: Namespaces in XML 1.0, section 3.
_NAME = re.compile(f"[{_START}][{_START}\\-.0-9\xb7\u0300-\u036f\u203f\u2040]*")
_XMLNS_NAMESPACE = "http://www.w3.org/2000/xmlns/"
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_FORBIDDEN_BYTES = bytes(set(range(32)) - {9, 10, 13})


class Names:
    """Gives the names of one document their prefixes.

    Attributes:
        prefixes_used: those that the document's root has to declare.
    """

    def __init__(self) -> None:
        self.prefixes_used: set[str] = set()
        self._prefixes = {address: prefix for prefix, address in NAMESPACES.items()}
        self._prefixes[XML_NAMESPACE] = "xml"
        self._taken = set(self._prefixes.values())
        self._numbered = (f"ns{number}" for number in itertools.count(1))

    def declarations(self) -> str:
        """Declare the namespaces used so far, in the order of their prefixes."""
        addresses = {prefix: address for address, prefix in self._prefixes.items()}
        return "".join(
            f' xmlns:{prefix}="{escaped_attribute(addresses[prefix])}"'
            for prefix in sorted(self.prefixes_used - {"", "xml"})
        )

    def element(self, name: str, hint: str | None, where: str) -> str:
        """Spell a Clark name with its namespace's prefix: the usual one, the hint or a new one."""
        namespace, local_name = split(name)
        if not _NAME.fullmatch(local_name) or "{}" in name or namespace == _XMLNS_NAMESPACE:
            raise UnrepresentableError(f"{name!r} can't be a name in XML", where=where)
        if canonical(name) != name:
            raise UnrepresentableError(f"{name!r} is spelled {canonical(name)!r}", where=where)
        if namespace not in self._prefixes:
            self._prefixes[namespace] = self._new_prefix(hint or "")
        prefix = self._prefixes[namespace]
        self.prefixes_used.add(prefix)
        return f"{prefix}:{local_name}" if prefix else local_name

    def attribute(self, name: str, hint: str | None, where: str) -> str:
        """Spell an attribute's name."""
        if name == "xmlns":
            raise UnrepresentableError("a namespace is declared by being used", where=where)
        return self.element(name, hint, where)

    def _new_prefix(self, hint: str) -> str:
        is_free = hint not in self._taken and not hint.lower().startswith("xml")
        if not (_NAME.fullmatch(hint) and is_free):
            hint = next(prefix for prefix in self._numbered if prefix not in self._taken)
        self._taken.add(hint)
        return hint


def spelled_element(name: str, attributes: str, text: str, elements: list[str], depth: int) -> str:
    """Spell an element of what it holds, all of it spelled already; each child has a line.

    >>> print(spelled_element("image", "", "", ["<url>a.png</url>"], 1))
    <image>
        <url>a.png</url>
      </image>
    """
    indent = "\n" + "  " * depth
    if elements:
        lines = f"{indent}  ".join(["", *elements])
        return f"<{name}{attributes}>{text}{lines}{indent}</{name}>"
    return f"<{name}{attributes}>{text}</{name}>" if text else f"<{name}{attributes}/>"


def stripped(text: str, where: str) -> str:
    """Give a text unchanged, or refuse it: readers pass over white space around it."""
    if not text:
        raise UnrepresentableError("an empty text says nothing: give None", where=where)
    if text.strip(SPACE) != text:
        raise UnrepresentableError("white space around a text is lost: strip it", where=where)
    return text


def escaped(text: str) -> str:
    """Spell the text of an element.

    >>> escaped("Tides & Tales")
    'Tides &amp; Tales'
    """
    text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text.replace("\r", "&#13;")


def escaped_attribute(text: str) -> str:
    """Spell the value of an attribute, to stand between double quotes."""
    text = escaped(text).replace('"', "&quot;")
    return text.replace("\n", "&#10;").replace("\t", "&#9;")


def encoded(text: str, value: object, path: str) -> bytes:
    """Encode what was written of a value, or say which part of it XML can't hold."""
    if "\ufffe" not in text and "\uffff" not in text:
        try:
            data = text.encode()
        except UnicodeEncodeError:
            pass
        else:
            if len(data.translate(None, _FORBIDDEN_BYTES)) == len(data):
                return data
    path, character = next(_forbidden(value, path))
    raise UnrepresentableError(f"XML can't hold U+{ord(character):04X}", where=path)


def _forbidden(value: object, path: str) -> Iterator[tuple[str, str]]:
    """Find the characters that XML can't hold, each with the path of its field."""
    if isinstance(value, str):
        yield from ((path, match[0]) for match in _FORBIDDEN.finditer(value))
    elif isinstance(value, tuple):
        for index, member in enumerate(value):
            yield from _forbidden(member, f"{path}[{index}]")
    elif attrs.has(kind := type(value)):
        for field in attrs.fields(kind):
            inner = f"{path}.{field.name}" if path else field.name
            yield from _forbidden(getattr(value, field.name), inner)
