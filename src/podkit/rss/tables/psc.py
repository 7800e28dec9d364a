"""Podlove Simple Chapters 1.2: an episode's chapters in the feed (podlove.org/simple-chapters)."""

from podkit._xml import Attribute, Constant, RecordChild, Table
from podkit.models import Chapter, Chapters
from podkit.rss._values import PLAY_TIME

__all__ = ["CHAPTER", "CHAPTERS", "ITEM"]

CHAPTER = Table(
    Chapter,
    (
        Attribute("start", "start", PLAY_TIME),
        Attribute("title", "title"),
        Attribute("href", "url"),
        Attribute("image", "image"),
    ),
)

CHAPTERS = Table(
    Chapters,
    (
        Constant("version", "1.2"),
        RecordChild("psc:chapter", "chapters", CHAPTER),
    ),
)

ITEM = (RecordChild("psc:chapters", "chapters", CHAPTERS),)
