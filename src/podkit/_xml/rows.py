"""The vocabulary of tables: what can be said about how a value is spelled in XML.

A row binds a place in an element to a field of the model. Rows are data; `podkit._xml.read` and
`podkit._xml.write` know how to follow them. Names are prefixed as the specifications prefix them.
Whether a field holds one value or many, and whether it must be there, is what the model says.
"""

import functools
from collections.abc import Callable
from typing import Any, Generic, TypeAlias, TypeVar, get_origin

import attrs

__all__ = [
    "MAXIMUM_DEPTH",
    "TEXT",
    "Attribute",
    "Codec",
    "Constant",
    "FlagChild",
    "Forgiven",
    "InlineChild",
    "RecordChild",
    "Row",
    "Table",
    "Text",
    "TextChild",
    "Unheld",
    "fields_of",
]


# How deep records may nest in a document: far below what Python's own stack allows.
MAXIMUM_DEPTH = 50


class Forgiven(ValueError):  # noqa: N818 - it carries a value; it is an error only where nobody forgives
    """What a codec raises when it understood a spelling that no document allows.

    Args:
        value: what was read.
        message: what was wrong with the text, and how it was read.
    """

    def __init__(self, value: Any, message: str) -> None:  # noqa: ANN401 -- whatever a codec reads
        super().__init__(message)
        self.value: Any = value


class Unheld(ValueError):  # noqa: N818 - as `Forgiven`
    """What a codec raises of a text that a document allows, but that no value of it can hold."""


@attrs.frozen
class Codec:
    """How a kind of value is spelled.

    Attributes:
        name: what the value is called in documentation and messages.
        read: from text; raises `ValueError` for what it doesn't understand, `Forgiven` with it.
        write: to text; raises `ValueError` for what can't be spelled.
        is_markup: whether the text may be HTML, and is best written as CDATA then.
    """

    name: str
    read: Callable[[str], Any]
    write: Callable[[Any], str]
    is_markup: bool = False


TEXT = Codec("text", str, str)


@attrs.frozen
class Attribute:
    """An attribute of the element: ``<enclosure url="…">``."""

    name: str
    field: str
    codec: Codec = TEXT


@attrs.frozen
class Constant:
    """An attribute of the format's own: ``<psc:chapters version="1.2">``.

    It is always written, and whatever stands there is passed over in reading.
    """

    name: str
    value: str


@attrs.frozen
class Text:
    """The text of the element itself: ``<podcast:person>Jane</podcast:person>``."""

    field: str
    codec: Codec = TEXT


@attrs.frozen
class TextChild:
    """A child element whose text is a field, or one of many: ``<title>…</title>``."""

    name: str
    field: str
    codec: Codec = TEXT


@attrs.frozen
class FlagChild:
    """A child element that says something by being there: ``<fh:complete/>``."""

    name: str
    field: str


@attrs.frozen
class InlineChild:
    """A child element whose rows are fields of the value around it: ``<itunes:image href="…"/>``.

    The first row is what the element is for: without it there is no element. A text child in it is
    one of many: ``<skipHours><hour>1</hour></skipHours>``.
    """

    name: str
    rows: "tuple[Attribute | Text | TextChild | RecordChild, ...]"


@attrs.frozen
class RecordChild:
    """A child element that is a value of its own: ``<enclosure url="…"/>``.

    Without a table it nests the table that the row stands in: ``<itunes:category>``. Problems
    within one that is numbered say where it stands: ``item 3``.
    """

    name: str
    field: str
    table: "Table[Any] | None" = None
    is_numbered: bool = False


Model = TypeVar("Model", bound=attrs.AttrsInstance)
Row: TypeAlias = Attribute | Constant | Text | TextChild | FlagChild | InlineChild | RecordChild


@attrs.frozen(eq=False)
class Table(Generic[Model]):
    """How one kind of element is read into a model and written from it.

    Attributes:
        model: the class of the values, which has the field ``extensions`` for what no row reads.
        rows: what the element carries, in the order of writing.
        body: the records that follow all else, extensions included: the items of a channel.
    """

    model: type[Model]
    rows: tuple[Row, ...]
    body: RecordChild | None = None

    @functools.cached_property
    def required(self) -> tuple[str, ...]:
        """The fields without which there is no value: those that have no default.

        >>> from podkit.models import Enclosure
        >>> Table(Enclosure, (Attribute("url", "url"),)).required
        ('url',)
        """
        fields = attrs.fields(self.model)
        return tuple(field.name for field in fields if field.default is attrs.NOTHING)

    @functools.cached_property
    def unwritten(self) -> tuple["attrs.Attribute[Any]", ...]:
        """The fields of the model that the element has no place for.

        >>> from podkit.models import Person
        >>> table = Table(Person, (Text("name"), Attribute("role", "role")))
        >>> [field.name for field in table.unwritten]
        ['group', 'img', 'href']
        """
        rows = (*self.rows, self.body) if self.body else self.rows
        written = {field for row in rows for field in fields_of(row)} | {"extensions"}
        return tuple(field for field in attrs.fields(self.model) if field.name not in written)

    def is_many(self, field: str) -> bool:
        """Say whether a field holds any number of values.

        >>> from podkit.models import Episode
        >>> Table(Episode, ()).is_many("enclosures"), Table(Episode, ()).is_many("chapters_link")
        (True, False)
        """
        return get_origin(attrs.fields_dict(self.model)[field].type) is tuple


def fields_of(row: Row) -> tuple[str, ...]:
    """List the fields that a row reads and writes.

    >>> fields_of(InlineChild("guid", (Text("guid"), Attribute("isPermaLink", "is_permalink"))))
    ('guid', 'is_permalink')
    """
    if isinstance(row, Constant):
        return ()
    return (
        tuple(inner.field for inner in row.rows) if isinstance(row, InlineChild) else (row.field,)
    )
