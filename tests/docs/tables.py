"""The tables of the documentation, made of those of the code, line by line as Markdown has them."""

from collections.abc import Iterable, Iterator

from podkit import checks
from podkit._formats import Formats
from podkit._xml import InlineChild, RecordChild, Table, Text, TextChild
from podkit._xml.rows import Row
from podkit.audio.id3._fields import ROWS
from podkit.building._facts import EPISODE, SHOW, Keys
from podkit.building._folder import _PARTS
from podkit.chapters import _FORMATS as CHAPTER_FORMATS
from podkit.notes import _FORMATS as NOTES_FORMATS
from podkit.rss.tables import CHANNEL, ITEM
from podkit.transcripts import _FORMATS as TRANSCRIPT_FORMATS

_AUTHORITIES = ("RSS", "Apple", "PSP-1")


def table(*header: str, rows: Iterable[tuple[str, ...]]) -> list[str]:
    rule = ("---",) * len(header)
    return [f"| {' | '.join(cells)} |" for cells in (header, rule, *rows)]


def code(*texts: str) -> str:
    return ", ".join(f"`{text}`" for text in texts)


def facts(keys: Keys) -> list[str]:
    rows = (
        (code(name), key.meaning, key.kind.name, "yes" if key.is_required else "")
        for name, key in keys.items()
    )
    return table("key", "says", "holds", "required", rows=rows)


def parts() -> list[str]:
    rows = ((code(part), code(*suffixes)) for part, suffixes in _PARTS.items())
    return table("part", "suffixes", rows=rows)


def rules() -> list[str]:
    return table(
        "id",
        "what a feed does that keeps it",
        *_AUTHORITIES,
        rows=(
            (code(rule.id), rule.summary.replace("<", "&lt;"), *_asks(rule))
            for rule in checks.rules
        ),
    )


def formats(room: Formats) -> list[str]:
    rows = ((code(name), code(*row.suffixes)) for name, row in room.rows.items())
    return table("format", "suffixes", rows=rows)


def elements(of: Table) -> list[str]:
    rows = [*of.rows, *([of.body] if of.body else [])]
    return table("element", "field", "holds", rows=(cells for row in rows for cells in _cells(row)))


def _cells(row: Row) -> Iterator[tuple[str, ...]]:
    if isinstance(row, TextChild):
        yield code(f"<{row.name}>"), code(row.field), row.codec.name
    elif isinstance(row, RecordChild):
        model = row.table.model.__name__ if row.table else ""
        yield code(f"<{row.name}>"), code(row.field), code(model)
    elif isinstance(row, InlineChild):
        for inner in row.rows:
            name = row.name if isinstance(inner, Text) else f"{row.name} {inner.name}"
            yield code(f"<{name}>"), code(inner.field), inner.codec.name


def _asks(rule: checks.Rule) -> tuple[str, ...]:
    """Give the level that each authority asks for."""
    levels = {demand.authority: demand.level for demand in rule.demands}
    return tuple(levels.get(authority, "") for authority in _AUTHORITIES)


def frames() -> list[str]:
    return table("field", "frames", rows=((code(row.field), code(*row.frames)) for row in ROWS))


TABLES = {
    ("build.md", "show.toml"): facts(SHOW),
    ("build.md", "episode.toml"): facts(EPISODE),
    ("build.md", "parts"): parts(),
    ("feeds.md", "channel"): elements(CHANNEL),
    ("feeds.md", "item"): elements(ITEM),
    ("chapters.md", "formats"): formats(CHAPTER_FORMATS),
    ("audio.md", "frames"): frames(),
    ("notes-and-pages.md", "formats"): formats(NOTES_FORMATS),
    ("transcripts.md", "formats"): formats(TRANSCRIPT_FORMATS),
    ("checks.md", "rules"): rules(),
}
