"""A folder of audio, pages, notes, chapters and transcripts becomes a published show.

`build` does it in one call; `prepare` does all but the writing, for those who want to look at the
show first, or to watch the progress.
"""

import os
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

import attrs

from podkit import checks, rss
from podkit.building._episode import EpisodeParts, read_episode
from podkit.building._facts import SHOW, Facts, address, read_facts
from podkit.building._folder import SHOW_FILE, find_episodes
from podkit.building._pictures import read_picture
from podkit.building._publication import (
    FEED,
    Made,
    Publication,
    TaggedAudio,
    cover_name,
    plan_episode,
)
from podkit.errors import (
    BuildError,
    OnProblem,
    ParseError,
    Problem,
    UnrepresentableError,
    ignore,
)
from podkit.models import AtomLink, Category, Owner, Picture, Show

__all__ = ["Made", "Publication", "build", "prepare"]


def build(
    folder: str | os.PathLike[str],
    out: str | os.PathLike[str],
    *,
    on_problem: OnProblem = ignore,
) -> tuple[Made, ...]:
    """Build a show's folder into a folder of files to publish.

    Args:
        folder: holds ``show.toml``, the cover and the episodes; docs/build.md describes it.
        out: where the feed, the audio and the episodes' files go; made if it isn't there.
        on_problem: receives what is no error: estimated times, unused files, what directories
            will find fault with.

    Returns:
        The files, in the order of writing.

    Raises:
        BuildError: the folder lacks something or holds something wrong; nothing was written.
        OSError: a file can't be read or written.

    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as empty:
    ...     build(empty, "dist")
    Traceback (most recent call last):
    podkit.errors.BuildError: show.toml: this file is missing; it says what the show is
    """
    return tuple(prepare(folder, on_problem=on_problem).write(out))


def prepare(folder: str | os.PathLike[str], *, on_problem: OnProblem = ignore) -> Publication:
    """Read a show's folder and make all that will be written, without writing it.

    Args:
        folder: holds ``show.toml``, the cover and the episodes.
        on_problem: receives what is no error, as in `build`.

    Raises:
        BuildError: the folder lacks something or holds something wrong.
        OSError: a file can't be read.

    >>> prepare("examples/feminist-wellness").show.episodes[0].number
    270
    """
    path = Path(folder)
    errors = _Errors(on_problem)
    facts = _show_facts(path, errors)
    cover = _cover(path / facts["image"], on_problem)
    show = _show(facts, cover)
    used = {path / SHOW_FILE, path / facts["image"]}
    parts = [
        read_episode(files, show, facts, errors.report)
        for files in find_episodes(path, used, errors.report)
    ]
    _check_guids(parts, errors)
    errors.check()
    publication = _publication(parts, show, facts, cover, errors)
    for problem in checks.check(publication.show):
        if problem.level != "info":  # advice on what not every show has
            errors.report(attrs.evolve(problem, where=f"{FEED}, {problem.where}"))
    errors.check()
    return publication


class _Errors:
    """Keeps the errors of a folder, so that all of them are known at once; passes on the rest."""

    def __init__(self, on_problem: OnProblem) -> None:
        self._on_problem = on_problem
        self._errors: list[Problem] = []

    def report(self, problem: Problem) -> None:
        if problem.level == "error":
            self._errors.append(problem)
        else:
            self._on_problem(problem)

    def refuse(self, kind: str, message: str, where: str) -> None:
        self.report(Problem(id=kind, message=message, level="error", where=where))

    def check(self) -> None:
        """Raise the errors found so far, if there are any."""
        if self._errors:
            raise BuildError(self._errors)


def _show_facts(folder: Path, errors: _Errors) -> Facts:
    path = folder / SHOW_FILE
    if path.is_file():
        facts = read_facts(path, SHOW_FILE, SHOW, errors.report)
    else:
        message = "this file is missing; it says what the show is"
        errors.refuse("missing-file", message, SHOW_FILE)
    errors.check()
    return facts


def _cover(path: Path, on_problem: OnProblem) -> Picture:
    where = f"{SHOW_FILE}, image"

    def located(problem: Problem) -> None:
        on_problem(attrs.evolve(problem, where=where))

    try:
        if path.is_file():
            return read_picture(path, on_problem=located)
        message = f"there is no file {path.name} in the folder"
    except ParseError as error:
        message = f"{path.name}: {error}"
    problem = Problem(id="unreadable-cover", message=message, level="error", where=where)
    raise BuildError([problem])


def _show(facts: Facts, cover: Picture) -> Show:
    feed_url = address(facts, FEED)
    return Show(
        title=facts["title"],
        link=facts["link"],
        description=facts["description"],
        language=facts["language"],
        copyright=facts.get("copyright"),
        atom_links=(AtomLink(href=feed_url, rel="self", type="application/rss+xml"),),
        author=facts["author"],
        owner=Owner(name=facts["author"], email=facts["email"]),
        artwork=address(facts, cover_name("cover", cover)),
        itunes_categories=_categories(facts["categories"]),
        explicit=facts["explicit"],
        type=facts.get("type"),
        guid=facts.get("guid") or rss.podcast_guid(feed_url),
        locked=facts.get("locked"),
        locked_owner=facts["email"] if "locked" in facts else None,
        medium="podcast",
    )


def _categories(names: Iterable[str]) -> tuple[Category, ...]:
    """Read “Arts > Books”; those within the same category come together."""
    found: dict[str, list[Category]] = {}
    for name in names:
        text, *inner = (part.strip() for part in name.split(">", 1))
        found.setdefault(text, []).extend(Category(text=part) for part in inner)
    return tuple(Category(text=text, subcategories=tuple(inner)) for text, inner in found.items())


def _check_guids(parts: Iterable[EpisodeParts], errors: _Errors) -> None:
    first: dict[str, str] = {}
    for part in parts:
        guid, name = part.episode.guid or "", part.files.facts_name
        if guid in first:
            message = f"{guid} is the guid in {first[guid]} too; each episode needs its own"
            errors.refuse("repeated-guid", message, f"{name}, guid")
        first.setdefault(guid, name)


def _publication(
    parts: list[EpisodeParts], show: Show, facts: Facts, cover: Picture, errors: _Errors
) -> Publication:
    """Make all files of all episodes, and the feed with the newest first."""
    try:
        rss.dumps(show)  # refuses now what the feed could not hold later
    except UnrepresentableError as error:
        errors.refuse("unrepresentable", str(error), SHOW_FILE)
    plans = []
    for part in sorted(parts, key=_age, reverse=True):
        try:
            plans.append(plan_episode(part, show, facts, cover))
        except UnrepresentableError as error:
            errors.refuse("unrepresentable", str(error), part.files.facts_name)
    sounds: dict[str, TaggedAudio] = {}
    texts = {cover_name("cover", cover): cover.data}
    for plan in plans:
        for name in plan.files.keys() & texts.keys():
            errors.refuse("repeated-name", "another file is built under this name too", name)
        sounds |= plan.sounds
        texts |= plan.files
    episodes = tuple(plan.episode for plan in plans)
    return Publication(show=attrs.evolve(show, episodes=episodes), sounds=sounds, files=texts)


def _age(parts: EpisodeParts) -> tuple[datetime | None, str]:
    return parts.episode.published, parts.files.stem
