"""What a feed carries beyond the fields of the models, kept verbatim."""

from typing import Literal

import attrs
from attrs import field

from podkit.models._typed import typed

__all__ = ["Extension"]


@attrs.frozen(kw_only=True, field_transformer=typed)
class Extension:
    """What no field holds: an XML element or attribute, or a key of a JSON object.

    It is unknown, repeated, or not understood.

    Names in XML are in Clark notation: ``{namespace}local``, or ``local`` without a namespace.
    An extension stands in the ``extensions`` of the value that holds it.

    Attributes:
        name: the element's or attribute's name.
        kind: ``"element"``, ``"attribute"`` or ``"json"``.
        text: the element's text before its first child, the attribute's value, or the value of the
            key, as JSON.
        attributes: the element's attributes, as pairs of name and value.
        children: the element's child elements.
        tail: the text that follows a child element, in mixed content.
        parent: the name of the child element that carries it, where that element's text is a field
            of its own (an attribute of ``<title>``); ``None`` for what the value itself carries.
        prefix: the namespace prefix of the source, used again in writing when it is free. It is
            spelling, not meaning: two extensions that differ in it are equal.

    >>> Extension(name="{https://example.org/ns}mood", text="calm", prefix="ex").text
    'calm'
    """

    name: str
    kind: Literal["element", "attribute", "json"] = "element"
    text: str | None = None
    attributes: tuple[tuple[str, str], ...] = ()
    children: tuple["Extension", ...] = ()
    tail: str | None = None
    parent: str | None = None
    prefix: str | None = field(default=None, eq=False)
