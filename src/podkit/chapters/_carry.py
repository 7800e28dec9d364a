"""What every chapter format does before writing: refuse what it can't carry."""

from collections.abc import Collection
from typing import NoReturn

import attrs

from podkit.errors import UnrepresentableError
from podkit.models import Chapter, Chapters

__all__ = ["check_carried", "check_time", "refuse"]


def check_carried(chapters: Chapters, carried: Collection[str], of_list: Collection[str]) -> None:
    """Refuse values in fields that the format has no place for.

    Args:
        chapters: what is to be written.
        carried: the fields of `Chapter` that the format carries.
        of_list: the fields of `Chapters` that it carries.

    Raises:
        UnrepresentableError: another field holds something.

    >>> check_carried(Chapters(author="Ann"), ["start", "title"], [])
    Traceback (most recent call last):
    podkit.errors.UnrepresentableError: author: the format has no place for it
    """
    _check_fields(chapters, {"chapters", *of_list}, "")
    for index, chapter in enumerate(chapters):
        _check_fields(chapter, carried, f"chapters[{index}].")


def check_time(seconds: float, where: str) -> float:
    """Give the time back, or refuse a negative one.

    >>> check_time(-1.5, "chapters[0].start")
    Traceback (most recent call last):
    podkit.errors.UnrepresentableError: chapters[0].start: -1.5 is before the audio begins
    """
    if seconds < 0:
        refuse(where, f"{seconds} is before the audio begins")
    return seconds


def refuse(where: str, message: str) -> NoReturn:
    """Raise the error that names the field.

    >>> refuse("chapters[0].title", "too long")
    Traceback (most recent call last):
    podkit.errors.UnrepresentableError: chapters[0].title: too long
    """
    raise UnrepresentableError(message, where=where)


def _check_fields(value: Chapter | Chapters, carried: Collection[str], where: str) -> None:
    for field in attrs.fields(type(value)):
        if field.name not in carried and getattr(value, field.name) != field.default:
            refuse(where + field.name, "the format has no place for it")
