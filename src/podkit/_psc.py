"""Podlove Simple Chapters 1.2, in a feed and as a file (podlove.org/simple-chapters)."""

from podkit._values import PLAY_TIME
from podkit._xml import Attribute, Constant, RecordChild, Table
from podkit.models import Chapter, Chapters

__all__ = ["CHAPTER", "CHAPTERS"]

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
