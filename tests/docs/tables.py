"""The tables of the documentation, made of those of the code, line by line as Markdown has them."""

from collections.abc import Iterable

from podkit._formats import Formats
from podkit.audio._comments import _ROWS as COMMENTS
from podkit.audio.id3._fields import ROWS as FRAMES
from podkit.audio.mp4._items import _ROWS as ITEMS
from podkit.building._facts import EPISODE, SHOW, Keys
from podkit.building._folder import _PARTS
from podkit.chapters import _FORMATS as CHAPTER_FORMATS
from podkit.chapters import players
from podkit.notes import _FORMATS as NOTES_FORMATS
from tests.rss.oracle import REASONS


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


def formats(room: Formats) -> list[str]:
    rows = ((code(name), code(*row.suffixes)) for name, row in room.rows.items())
    return table("format", "suffixes", rows=rows)


def carries() -> list[str]:
    """Give what each chapter format carries of a chapter, of the list, and of what is unknown."""
    rows = []
    for name, row in CHAPTER_FORMATS.rows.items():
        held = row.verbs.CARRIES
        extensions = "keys of JSON" if "json" in held.extensions else "elements of XML"
        kept = extensions if held.extensions else ""
        rows.append((code(name), code(*held.of_chapter), code(*held.of_list), kept))
    return table("format", "of a chapter", "of the list", "what is unknown", rows=rows)


def player_rules() -> list[str]:
    rows = ((code(rule.id), rule.level, rule.summary, rule.why) for rule in players.rules)
    return table("id", "level", "what is asked", "what players do", rows=rows)


def tags() -> list[str]:
    items = {row.field: code(*(name.decode("latin-1") for name in row.names)) for row in ITEMS}
    items |= {"language": "the language of the sound's track", "chapters": "`chpl`, text track"}
    comments = {row.field: code(*row.names.split()) for row in COMMENTS} | {
        "chapters": "`CHAPTER000` …"
    }
    rows = (
        (
            code(row.field),
            code(*row.frames),
            items.get(row.field, "none"),
            comments.get(row.field, "none"),
        )
        for row in FRAMES
    )
    return table("field", "ID3", "MP4", "Vorbis comments", rows=rows)


def differences() -> list[str]:
    rows = ((reason.feed_has, reason.podkit, reason.feedparser) for reason in REASONS.values())
    return table("a feed has", "podkit reads", "feedparser reads", rows=rows)


TABLES = {
    ("build.md", "show.toml"): facts(SHOW),
    ("build.md", "episode.toml"): facts(EPISODE),
    ("build.md", "parts"): parts(),
    ("chapters.md", "formats"): formats(CHAPTER_FORMATS),
    ("chapters.md", "carries"): carries(),
    ("chapters.md", "players"): player_rules(),
    ("audio.md", "tags"): tags(),
    ("notes-and-pages.md", "formats"): formats(NOTES_FORMATS),
    ("feedgen-and-feedparser.md", "differences"): differences(),
}
