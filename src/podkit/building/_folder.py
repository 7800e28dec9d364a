"""Which file of a show's folder is which part of which episode.

An episode is a sub-folder (``ep-270/audio.mp3``, ``ep-270/page.txt``) or a stem in the folder
itself (``ep-270.mp3``, ``ep-270.txt``, ``ep-270.chapters.txt``): what has audio or facts.
"""

from collections.abc import Iterable
from pathlib import Path

import attrs

from podkit.errors import OnProblem, Problem

__all__ = ["SHOW_FILE", "EpisodeFiles", "find_episodes"]

SHOW_FILE = "show.toml"

# The parts of an episode and the suffixes of their files.
_PARTS = {
    "audio": (".mp3",),
    "page": (".txt", ".md", ".html"),
    "notes": (".txt", ".md", ".html"),
    "chapters": (".json", ".txt", ".ffmetadata", ".ffmeta"),
    "transcript": (".vtt", ".srt", ".json", ".html", ".txt"),
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
        return self.parts[part].relative_to(self.folder).as_posix()

    def first_name(self, *parts: str) -> str:
        """Give the name of the file of the first of these parts that the episode has."""
        return next(self.name(part) for part in parts if part in self.parts)

    @property
    def facts_name(self) -> str:
        """The name of the file where the episode's facts are, or are to be written."""
        if "episode" in self.parts:
            return self.name("episode")
        is_flat = self.parts["audio"].parent == self.folder
        return f"{self.stem}.toml" if is_flat else f"{self.stem}/episode.toml"


def find_episodes(folder: Path, used: set[Path], on_problem: OnProblem) -> list[EpisodeFiles]:
    """Find the episodes of a show's folder, in the order of their stems.

    Args:
        folder: the show's folder.
        used: the files that belong to the show, not to an episode.
        on_problem: receives an error for a part that has two files and for an episode without
            audio, and a warning for a file that belongs to no episode.
    """
    found: dict[str, list[tuple[str, Path]]] = {}
    for path in _visible(folder):
        if path.is_dir():
            parts = [(_part(inner)[1], inner) for inner in _visible(path)]
            found.setdefault(path.name, []).extend(parts)
        elif path not in used:
            stem, part = _part(path)
            found.setdefault(stem, []).append((part, path))
    episodes = []
    for stem, files in sorted(found.items()):
        if stem and {part for part, _ in files} & {"audio", "episode"}:
            episodes.append(_episode(EpisodeFiles(stem, {}, folder), files, on_problem))
        else:
            _report_unused(folder, (path for _, path in files), on_problem)
    return episodes


def _visible(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if not path.name.startswith("."))


def _part(path: Path) -> tuple[str, str]:
    """Give the stem that a file is named by, and which part of an episode it is; or no part."""
    stem, _, part = path.stem.rpartition(".")
    if path.suffix in _PARTS.get(part, ()):
        return stem, part
    return path.stem, _BY_SUFFIX.get(path.suffix, "")


def _episode(
    episode: EpisodeFiles, files: list[tuple[str, Path]], on_problem: OnProblem
) -> EpisodeFiles:
    """Fill in the parts, and report what hinders."""
    for part, path in files:
        if not part:
            _report_unused(episode.folder, [path], on_problem)
        elif part in episode.parts:
            message = f"there is {episode.name(part)} already; an episode has one file of {part}"
            where = path.relative_to(episode.folder).as_posix()
            on_problem(Problem(id="two-files", message=message, level="error", where=where))
        else:
            episode.parts[part] = path
    if "audio" not in episode.parts:
        message = "the episode has no audio; put an MP3 file beside this one"
        where = episode.facts_name
        on_problem(Problem(id="missing-audio", message=message, level="error", where=where))
    return episode


def _report_unused(folder: Path, paths: Iterable[Path], on_problem: OnProblem) -> None:
    for path in paths:
        where = path.relative_to(folder).as_posix()
        message = f"not used: it is no part of an episode ({', '.join(_PARTS)})"
        on_problem(Problem(id="unused-file", message=message, where=where))
