"""Which file of a show's folder is which part of which episode.

An episode is a sub-folder (``ep-270/audio.mp3``, ``ep-270/page.txt``) or a stem in the folder
itself (``ep-270.mp3``, ``ep-270.txt``, ``ep-270.chapters.txt``): what has audio or facts.
"""

from collections.abc import Iterator
from pathlib import Path

import attrs

from podkit.building._formats import READ
from podkit.building._problems import Problems

__all__ = ["SHOW_FILE", "EpisodeFiles", "find_episodes"]

SHOW_FILE = "show.toml"

# The parts of an episode and the suffixes of their files.
_PARTS = {
    "audio": (".mp3",),
    "page": (".txt", ".md", ".html"),
    "notes": (".txt", ".md", ".html"),
    "chapters": (".json", ".txt", ".ffmetadata", ".ffmeta"),
    "transcript": tuple(READ),
    "cover": (".jpg", ".jpeg", ".png"),
    "episode": (".toml",),
}
# What a file is that names no part: ``ep-270.txt``.
_BY_SUFFIX = {".mp3": "audio", ".txt": "page", ".md": "page", ".html": "page", ".toml": "episode"}


@attrs.frozen
class EpisodeFiles:
    """The files of an episode.

    Attributes:
        stem: what the episode's built files are called.
        parts: the path of each part that it has: ``audio``, ``page``, ``notes``, ``chapters``,
            ``transcript``, ``cover`` and ``episode``.
        folder: the show's folder.
    """

    stem: str
    parts: dict[str, Path]
    folder: Path

    def name(self, part: str) -> str:
        """Give the name of a part's file within the show's folder."""
        return _name(self.parts[part], self.folder)

    @property
    def facts_name(self) -> str:
        """The name of the file where the episode's facts are, or are to be written."""
        if "episode" in self.parts:
            return self.name("episode")
        is_flat = self.parts["audio"].parent == self.folder
        return f"{self.stem}.toml" if is_flat else f"{self.stem}/episode.toml"


@attrs.frozen
class _File:
    """A file, the episode that its place and name say it is of, and which part it is, if any."""

    path: Path
    stem: str
    part: str | None


def find_episodes(folder: Path, used: set[Path], problems: Problems) -> list[EpisodeFiles]:
    """Find the episodes of a show's folder, in the order of their stems.

    Args:
        folder: the show's folder.
        used: the files that belong to the show, not to an episode.
        problems: receives an error for a part that has two files and for a name that can't be
            published, and a warning for a file that belongs to no episode and for a folder
            without episodes.
    """
    found: dict[str, list[_File]] = {}
    for file in _files(folder, used):
        found.setdefault(file.stem, []).append(file)
    episodes = []
    for stem, files in sorted(found.items()):
        if not stem or {file.part for file in files}.isdisjoint(("audio", "episode")):
            for file in files:
                _report_unused(file, folder, problems)
        elif _has_address(stem, problems):
            episodes.append(EpisodeFiles(stem, _parts(files, folder, problems), folder))
    if not episodes:
        message = "there is no episode beside this file; give each a folder with its audio"
        problems.warn("no-episode", message, SHOW_FILE)
    return episodes


def _files(folder: Path, used: set[Path]) -> Iterator[_File]:
    for path in _visible(folder):
        if path.is_dir():
            yield from (
                _File(inner, path.name, _place(inner)[1])
                for inner in _visible(path)
                if inner not in used
            )
        elif path not in used:
            yield _File(path, *_place(path))


def _visible(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if not path.name.startswith("."))


def _place(path: Path) -> tuple[str, str | None]:
    """Give the stem that a file is named by, and which part of an episode it is, if any."""
    suffix = path.suffix.lower()
    part = _named_part(path)
    if part:
        return path.stem.rpartition(".")[0], part if suffix in _PARTS[part] else None
    return path.stem, _BY_SUFFIX.get(suffix)


def _named_part(path: Path) -> str | None:
    name = path.stem.rpartition(".")[2].lower()
    return name if name in _PARTS else None


def _has_address(stem: str, problems: Problems) -> bool:
    """Say whether an address can be made of a stem, and refuse one of which none can."""
    try:
        stem.encode()
    except UnicodeEncodeError:
        message = "this name isn't UTF-8, and no address can be made of it; rename it"
        problems.refuse("unreadable-name", message, _shown(stem))
        return False
    return True


def _parts(files: list[_File], folder: Path, problems: Problems) -> dict[str, Path]:
    """Give the file of each part, and report those that are none."""
    parts: dict[str, Path] = {}
    for file in files:
        if not file.part:
            _report_unused(file, folder, problems)
        elif file.part in parts:
            first = _name(parts[file.part], folder)
            message = f"there is {first} already; an episode has one file of {file.part}"
            problems.refuse("two-files", message, _name(file.path, folder))
        else:
            parts[file.part] = file.path
    return parts


def _report_unused(file: _File, folder: Path, problems: Problems) -> None:
    named = _named_part(file.path)
    if named and not file.part:
        reason = f"the suffix of {named} is one of {', '.join(_PARTS[named])}"
    elif file.part:
        reason = "an episode is a folder of its own, with its audio"
    else:
        reason = f"it is no part of an episode ({', '.join(_PARTS)})"
    problems.warn("unused-file", f"not used: {reason}", _name(file.path, folder))


def _name(path: Path, folder: Path) -> str:
    return _shown(path.relative_to(folder).as_posix())


def _shown(name: str) -> str:
    """Give a name as a text that can be printed, even if it isn't UTF-8."""
    return name.encode(errors="backslashreplace").decode()
