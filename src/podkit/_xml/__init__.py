"""The XML table engine: one declarative table reads an element into a value and writes it back.

`rows` is the vocabulary of tables, `namespaces` the names, `parse` reads bytes safely, `lines` says
where elements stand in them, `read` and `write` follow a table in one direction each. What no row
reads is kept as an `Extension`, which `extensions` writes back; `spell` is how XML is spelled.
"""

from podkit._xml.lines import StartLines
from podkit._xml.namespaces import canonical, clark, local, tag
from podkit._xml.parse import Parsed, parse, parse_source
from podkit._xml.read import Reader, read_document, read_root
from podkit._xml.rows import (
    TEXT,
    Attribute,
    Codec,
    Constant,
    FlagChild,
    Forgiven,
    InlineChild,
    RecordChild,
    Row,
    Table,
    Text,
    TextChild,
    Unheld,
    fields_of,
)
from podkit._xml.write import DocumentWriter, write_document, write_root

__all__ = [
    "TEXT",
    "Attribute",
    "Codec",
    "Constant",
    "DocumentWriter",
    "FlagChild",
    "Forgiven",
    "InlineChild",
    "Parsed",
    "Reader",
    "RecordChild",
    "Row",
    "StartLines",
    "Table",
    "Text",
    "TextChild",
    "Unheld",
    "canonical",
    "clark",
    "fields_of",
    "local",
    "parse",
    "parse_source",
    "read_document",
    "read_root",
    "tag",
    "write_document",
    "write_root",
]
