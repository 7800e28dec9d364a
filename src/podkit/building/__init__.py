"""A folder of audio, pages, notes, chapters and transcripts becomes a published show.

`build` does it in one call; `prepare` does all but the writing, for those who want to look at the
show first, or to watch the progress.
"""

import os
import re
from collections.abc import Iterable
from datetime import datetime
from pathlib import Path

import attrs

from podkit import checks, rss
from podkit.building._episode import read_episode
from podkit.building._facts import SHOW, Facts, address, read_facts
from podkit.building._folder import SHOW_FILE, EpisodeFiles, find_episodes
from podkit.building._pictures import read_picture
from podkit.building._problems import Problems, blamed
from podkit.building._publication import (
    FEED,
    EpisodePlan,
    Made,
    Publication,
    TaggedAudio,
    cover_name,
    page_file,
    plan_episode,
    show_files,
)
from podkit.errors import BuildError, OnProblem, ignore
from podkit.models import AtomLink, Category, Owner, Picture, Show

__all__ = ["Made", "Publication", "TaggedAudio", "build", "prepare"]


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
        BuildError: the folder lacks something or holds something wrong, or `out` is in it; nothing
            was written.
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
    problems = Problems(on_problem)
    facts = _show_facts(path, problems)
    cover = _cover(path, facts, problems)
    if cover is None or problems.errors:
        raise BuildError(problems.errors)
    show = _show(facts, cover)
    _check_values(show, problems)
    templates = _templates(path, facts, problems)
    used = {path / SHOW_FILE, path / facts["image"], *(templates.iterdir() if templates else ())}
    plans = [
        plan
        for files in find_episodes(path, used, problems)
        if (plan := _plan(files, show, facts, cover, problems))
    ]
    plans.sort(key=_age, reverse=True)
    show = attrs.evolve(show, episodes=tuple(plan.episode for plan in plans))
    _check_rules(show, plans, problems)
    files = _files(show, plans, cover, templates, problems)
    problems.check()
    sounds = {name: sound for plan in plans for name, sound in plan.sounds.items()}
    return Publication(folder=path, show=show, sounds=sounds, files=files)


def _show_facts(folder: Path, problems: Problems) -> Facts:
    path = folder / SHOW_FILE
    if path.is_file():
        return read_facts(path, SHOW_FILE, SHOW, problems)
    message = "this file is missing; it says what the show is"
    problems.refuse("missing-file", message, SHOW_FILE)
    return {}


def _cover(folder: Path, facts: Facts, problems: Problems) -> Picture | None:
    name, where = facts.get("image"), f"{SHOW_FILE}, image"
    if name is None:
        return None
    if not (folder / name).is_file():
        problems.refuse("missing-file", f"there is no file {name} in the folder", where)
        return None
    return problems.read(read_picture, folder / name, where)


def _templates(folder: Path, facts: Facts, problems: Problems) -> Path | None:
    name = facts.get("templates")
    if name is None or (folder / name).is_dir():
        return name and folder / name
    message = f"there is no folder {name} in this one"
    problems.refuse("missing-file", message, f"{SHOW_FILE}, templates")
    return None


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


def _check_values(show: Show, problems: Problems) -> None:
    """Refuse now what the feed could not hold later."""
    try:
        with blamed(SHOW_FILE, _SHOW_ORIGINS):
            rss.dumps(show)
    except BuildError as error:
        _keep(error, problems)


def _plan(
    files: EpisodeFiles, show: Show, facts: Facts, cover: Picture, problems: Problems
) -> EpisodePlan | None:
    """Read an episode and make its files, or give None, and errors, where that can't be done."""
    parts = read_episode(files, show, facts, problems)
    try:
        return plan_episode(parts, show, facts, cover) if parts else None
    except BuildError as error:
        _keep(error, problems)
        return None


def _keep(error: BuildError, problems: Problems) -> None:
    for problem in error.problems:
        problems.report(problem)


def _age(plan: EpisodePlan) -> tuple[datetime | None, str]:
    return plan.episode.published, plan.parts.files.stem


# The fields of a show that are not called as the key that they come from.
_SHOW_FIELDS = {
    "artwork": "image",
    "atom_links": "url",
    "itunes_categories": "categories",
    "locked_owner": "email",
    "owner": "email",
}
_SHOW_ORIGINS = {name: f"{SHOW_FILE}, {name}" for name in SHOW} | {
    field: f"{SHOW_FILE}, {name}" for field, name in _SHOW_FIELDS.items()
}
# The fields that hold the elements of a feed, where they have another name.
_ELEMENTS = {
    "atom:link": "atom_links",
    "itunes:author": "author",
    "itunes:category": "itunes_categories",
    "itunes:episode": "number",
    "itunes:episodeType": "episode_type",
    "itunes:explicit": "explicit",
    "itunes:image": "artwork",
    "itunes:season": "season",
    "itunes:type": "type",
    "podcast:guid": "guid",
    "podcast:locked": "locked",
    "pubDate": "published",
}
_ITEM = re.compile(r"\bitem (\d+)")
# Of a folder without episodes, another warning tells.
_LEVELS: checks.Levels = {"episodes-missing": None}


def _check_rules(show: Show, plans: list[EpisodePlan], problems: Problems) -> None:
    """Hold the feed against the rules, and name the files and keys that its elements are from."""

    def name(item: re.Match[str]) -> str:
        return plans[int(item[1]) - 1].parts.files.facts_name

    for problem in checks.check(show, levels=_LEVELS):
        place, _, element = (problem.where or "").partition(", ")
        item = _ITEM.match(place)
        origins = plans[int(item[1]) - 1].parts.origins if item else _SHOW_ORIGINS
        field = _ELEMENTS.get(element.split()[0], element)
        where = origins.get(field) or (name(item) if item else SHOW_FILE)
        if problem.level != "info":  # advice on what not every show has
            message = _ITEM.sub(name, problem.message)
            problems.report(attrs.evolve(problem, message=message, where=where))


def _files(
    show: Show, plans: list[EpisodePlan], cover: Picture, templates: Path | None, problems: Problems
) -> dict[str, bytes]:
    """Put the files of all episodes together, and those of the show."""
    files = {cover_name("cover", cover): cover.data}
    neighbours = zip(plans, [*plans[1:], None], [None, *plans], strict=False)
    for plan, older, newer in neighbours:
        try:
            page = {f"{plan.parts.files.stem}.html": page_file(plan, older, newer, templates)}
        except BuildError as error:
            _keep(error, problems)
        else:
            _add(files, page | plan.files, problems)
    if not problems.errors:
        try:
            with blamed(SHOW_FILE, _SHOW_ORIGINS):
                _add(files, show_files(show, plans, templates), problems)
        except BuildError as error:
            _keep(error, problems)
    return files


def _add(files: dict[str, bytes], more: dict[str, bytes], problems: Problems) -> None:
    for name, data in more.items():
        if name in files:
            message = "another file is built under this name too"
            problems.refuse("repeated-name", message, name)
        files[name] = data
