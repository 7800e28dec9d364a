"""The page of tags, made of the tables of `podkit.rss`.

Usage, from the repository's root, after a change of the tables: ``python -m tests.docs.tags``
"""

import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from types import NoneType
from typing import Any, get_args

import attrs

from podkit._xml import (
    Attribute,
    Codec,
    Constant,
    FlagChild,
    InlineChild,
    RecordChild,
    Table,
    Text,
    TextChild,
)
from podkit._xml.namespaces import NAMESPACES
from podkit._xml.rows import Row
from podkit.rss.tables import CHANNEL, ITEM, LIVE_ITEM
from tests.docs.tables import code, table

PAGE = Path(__file__).parents[2] / "docs" / "tags.md"

# The document that defines the tags with a prefix. Two vendors have published none.
_DOCUMENTS = {
    "": ("RSS 2.0 Specification", "https://www.rssboard.org/rss-specification"),
    "atom": ("RFC 4287", "https://www.rfc-editor.org/rfc/rfc4287"),
    "cc": ("Creative Commons Rights Expression Language", "https://creativecommons.org/ns"),
    "content": ("RSS 1.0 Content", "http://purl.org/rss/1.0/modules/content/"),
    "creativeCommons": (
        "creativeCommons RSS Module",
        "https://cyber.harvard.edu/rss/creativeCommonsRssModule.html",
    ),
    "dc": ("Dublin Core", "https://www.dublincore.org/specifications/dublin-core/dces/"),
    "feedburner": ("", ""),
    "fh": ("RFC 5005", "https://www.rfc-editor.org/rfc/rfc5005"),
    "geo": ("Basic Geo Vocabulary", "https://www.w3.org/2003/01/geo/"),
    "georss": ("GeoRSS Simple", "https://www.georss.org/simple.html"),
    "googleplay": (
        "Google Play's schema, retired",
        "http://www.google.com/schemas/play-podcasts/1.0/play-podcasts.xsd",
    ),
    "itunes": (
        "A Podcaster’s Guide to RSS",
        "https://help.apple.com/itc/podcasts_connect/#/itcb54353390",
    ),
    "media": ("Media RSS", "https://www.rssboard.org/media-rss"),
    "podcast": (
        "The podcast namespace",
        "https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md",
    ),
    "podcastRF": ("", ""),
    "psc": ("Podlove Simple Chapters", "https://podlove.org/simple-chapters/"),
    "rawvoice": ("RawVoice RSS", "https://blubrry.com/developer/rawvoice-rss/"),
    "slash": ("RSS 1.0 Slash", "http://purl.org/rss/1.0/modules/slash/"),
    "spotify": (
        "Podcast Delivery Specification",
        "https://support.spotify.com/us/creators/article/podcast-specification-doc/",
    ),
    "sy": ("RSS 1.0 Syndication", "http://purl.org/rss/1.0/modules/syndication/"),
    "wfw": ("The Comment API", "http://wellformedweb.org/CommentAPI/"),
}
# Elements that have a document of their own.
_OWN_DOCUMENTS = dict.fromkeys(
    ("spotify:access", "entitlement"),
    "https://developer.spotify.com/documentation/open-access/tutorials/content",
)
_RETIRED_PAGES = {"images": "images-%28deprecated%29"}
# Where the elements are that have more than a record's section.
_SECTIONS = {"item": "item", "podcast:liveItem": "live-item"}

# What the examples of spellings are made of; the numbers differ to show how each is written.
_EXAMPLES = {
    str: "Tides & Tales",
    int: 270,
    float: 1830.5,
    bool: True,
    datetime: datetime(2024, 3, 28, 9, tzinfo=UTC),
}

_TEXT = """\
# The tags of a feed

All that `podkit.rss` reads into fields and writes from them. Every other element and attribute is
kept as an [extension](feeds.md#nothing-is-lost). This page is made from the tables that reading
and writing go by.

`<podcast:locked owner>` is the attribute `owner` of the element `<podcast:locked>`. Tags lead to
the documents that define them, models to their own tables further down. The order is that of
writing. Where a tag may stand once and stands again, the first counts and the others are kept as
extensions.

## What fields hold

{values}

Times are seconds. Reading takes [many more spellings](feeds.md#values).

## Namespaces

Each is written with this prefix, and only where it is used. Prefixes of the feed's own are read as
well, and so are other addresses that feeds give to the same namespace, such as
`https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md` or
`http://www.itunes.com/DTDs/Podcast-1.0.dtd`.

{namespaces}

## Channel

The fields of [`Show`](reference/podkit.md#podkit.models.show.Show).

{channel}

## Item

The fields of [`Episode`](reference/podkit.md#podkit.models.episode.Episode).

{item}

## Live item

[`<podcast:liveItem>`]({live_document}) is read into a
[`LiveItem`](reference/podkit.md#podkit.models.episode.LiveItem), with these fields and all those of
an [item](#item).

{live_item}

## Records

{records}
"""


def page() -> str:
    return _TEXT.format(
        values=_lines(_values()),
        namespaces=_lines(_namespaces()),
        channel=_lines(_tags(CHANNEL)),
        item=_lines(_tags(ITEM)),
        live_document=document("podcast:liveItem"),
        live_item=_lines(_tags(_only_live(), "podcast:liveItem")),
        records="\n\n".join(_record(name, of) for name, of in _records().items()),
    )


def document(name: str) -> str:
    """Give the address of the document that defines an element."""
    if name in _OWN_DOCUMENTS:
        return _OWN_DOCUMENTS[name]
    prefix, _, local = name.rpartition(":")
    _, address = _DOCUMENTS[prefix]
    if prefix == "podcast":
        slug = re.sub("[A-Z]", lambda capital: f"-{capital[0].lower()}", local)
        return address.replace("1.0.md", f"tags/{_RETIRED_PAGES.get(slug, slug)}.md")
    return address


def _lines(lines: Iterable[str]) -> str:
    return "\n".join(lines)


def _only_live() -> Table[Any]:
    own = tuple(row for row in LIVE_ITEM.rows if row not in ITEM.rows)
    return attrs.evolve(LIVE_ITEM, rows=own)


def _namespaces() -> list[str]:
    rows = []
    for prefix, address in sorted(NAMESPACES.items(), key=lambda item: item[0].lower()):
        title, where = _DOCUMENTS[prefix]
        cells = (code(prefix), code(address)) if prefix else ("none", "none")
        rows.append((*cells, _link(title, where)))
    return table("prefix", "namespace", "document", rows=rows)


def _values() -> list[str]:
    kinds = {codec.name: (codec, kind) for codec, kind in _codecs()}
    return table(
        "holds",
        "type",
        "for example",
        "is written",
        rows=(
            (name, code(kind.__name__), *_example(codec, kind))
            for name, (codec, kind) in kinds.items()
        ),
    )


def _example(codec: Codec, kind: type) -> tuple[str, str]:
    value = "<p>Fog</p>" if codec.is_markup else _EXAMPLES[kind]
    written = f"<![CDATA[{value}]]>" if codec.is_markup else codec.write(value)
    return code(repr(value).replace("datetime.", "")), code(written)


def _codecs() -> Iterator[tuple[Codec, type]]:
    """List the codecs of all rows, each with the type of the value that it reads."""
    for of in (CHANNEL, ITEM, LIVE_ITEM, *_records().values()):
        for _, row in _flat(of.rows):
            if isinstance(row, Attribute | Text | TextChild):
                yield row.codec, _kind(attrs.fields_dict(of.model)[row.field].type)


def _kind(annotation: Any) -> type:
    """Give the type of one value: that of ``str | None``, or of ``tuple[str, ...]``."""
    members = [kind for kind in get_args(annotation) if kind not in (NoneType, ...)]
    return members[0] if members else annotation


def _records() -> dict[str, Table[Any]]:
    """Find the records within channel and item, by their elements, in the order of writing."""
    found: dict[str, Table[Any]] = {}
    waiting: list[Table[Any]] = [CHANNEL, ITEM]
    while waiting:
        for _, row in _flat(waiting.pop(0).rows):
            if isinstance(row, RecordChild) and row.table not in (None, LIVE_ITEM):
                assert found.setdefault(row.name, row.table) is row.table
                waiting.append(row.table)
    return found


def _flat(rows: Iterable[Row]) -> Iterator[tuple[str, Row]]:
    """List rows, those within another in its place, each with the element that it stands in."""
    for row in rows:
        if isinstance(row, InlineChild):
            yield from ((row.name, inner) for inner in row.rows)
        else:
            yield "", row


def _record(name: str, of: Table[Any]) -> str:
    model = of.model
    values = _link(code(model.__name__), f"reference/podkit.md#{model.__module__}.{model.__name__}")
    element = _link(code(f"<{name}>"), document(name))
    return f"### {name}\n\n{element} is read into {values}.\n\n{_lines(_tags(of, name))}"


def _tags(of: Table[Any], element: str = "") -> list[str]:
    """List the tags of a table; those within a record stand under a link to its document."""
    rows = [*of.rows, *([of.body] if of.body else [])]
    return table(
        "tag",
        "field",
        "holds",
        "how many",
        rows=(
            (_tag(row, within, element), code(row.field), _held(row, element), _count(row, of))
            for within, row in _flat(rows)
            if not isinstance(row, Constant)
        ),
    )


def _tag(row: Row, within: str, element: str) -> str:
    outer = within or element
    if isinstance(row, Attribute):
        spelled = f"<{outer} {row.name}>"
    elif isinstance(row, Text):
        spelled = f"<{outer}>"
    else:
        spelled = f"<{within}><{row.name}>".removeprefix("<>")
        outer = within or row.name
    return code(spelled) if element else _link(code(spelled), document(outer))


def _held(row: Row, element: str) -> str:
    if isinstance(row, FlagChild):
        return "that it is there"
    if not isinstance(row, RecordChild):
        return row.codec.name
    model = (row.table or _records()[element]).model.__name__
    anchor = _SECTIONS.get(row.name, row.name.replace(":", "").lower())
    return _link(code(model), f"#{anchor}")


def _count(row: Row, of: Table[Any]) -> str:
    if of.is_many(row.field):
        return "any number"
    return "one, required" if row.field in of.required else "one"


def _link(text: str, address: str) -> str:
    return f"[{text}]({address})" if address else text


if __name__ == "__main__":
    PAGE.write_text(page())
