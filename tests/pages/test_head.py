from datetime import UTC, datetime

import pytest

from podkit import Episode, EpisodePage, Show, UnrepresentableError, pages
from podkit.pages import text
from podkit.pages._headline import read_headline, show_title

HEADLINES = [
    ("Ep #270: Interdependence: Needing", 270, None, "Interdependence: Needing"),
    ("Episode 12 – Rest", 12, None, "Rest"),
    ("EP. 12 | Rest", 12, None, "Rest"),
    ("Ep12: Rest", 12, None, "Rest"),
    ("Episode 12", 12, None, "Episode 12"),
    ("#12 - Rest", 12, None, "Rest"),
    ("12. Rest", 12, None, "Rest"),
    ("012: Rest", 12, None, "Rest"),
    ("S2E5: Rest", 5, 2, "Rest"),
    ("s02 e05 - Rest", 5, 2, "Rest"),
    ("Season 2, Episode 5: Rest", 5, 2, "Rest"),
    ("Rest (Ep. 12)", 12, None, "Rest"),
    ("Rest [Episode 12]", 12, None, "Rest"),
    ("Folge 12: Ruhe", 12, None, "Ruhe"),
    ("Staffel 2, Folge 5: Ruhe", 5, 2, "Ruhe"),
    ("Épisode 12 : Repos", 12, None, "Repos"),
    ("Episodio 12: Descanso", 12, None, "Descanso"),
    ("[S1E2] Rest", 2, 1, "Rest"),
    ("S1 Ep2: Rest", 2, 1, "Rest"),
    ("S1E2 Rest", 2, 1, "Rest"),
    ("1x02 Rest", 2, 1, "Rest"),
    ("EP12 Rest", 12, None, "Rest"),
    ("Ep.012 Rest", 12, None, "Rest"),
    ('Episode 12 "Rest"', 12, None, '"Rest"'),
    ("[Ep. 12] Rest", 12, None, "Rest"),
    ("E12 - Rest", 12, None, "Rest"),
    ("No. 12: Rest", 12, None, "Rest"),
    ("Rest - Episode 12", 12, None, "Rest"),
    ("Rest | Season 2, Ep. 12", 12, 2, "Rest"),
    ("Rest #12", 12, None, "Rest"),
    ("Episode 12 of our series", None, None, "Episode 12 of our series"),
    ("Why we are #1", None, None, "Why we are #1"),
    ("Rest", None, None, "Rest"),
    ("10 ways to rest", None, None, "10 ways to rest"),
    ("1984: A book", None, None, "1984: A book"),
    ("#1 tip", None, None, "#1 tip"),
    ("9.5 theses", None, None, "9.5 theses"),
    ("Epic 5: Rest", None, None, "Epic 5: Rest"),
]


@pytest.mark.parametrize(("line", "number", "season", "title"), HEADLINES)
def test_number_and_season_stand_before_or_after_the_title(line, number, season, title):
    assert read_headline(line) == Episode(number=number, season=season, title=title)


@pytest.mark.parametrize(
    ("line", "show"),
    [
        ("Show | Needing Each Other", "Show"),
        ("needing each other – Show", "Show"),
        ("The - Show | Needing, each other.", "The - Show"),
        ("Show | Something else", None),
        ("Needing Each Other", None),
        ("| Needing Each Other", None),
    ],
)
def test_the_show_title_stands_beside_the_title_with_a_bar_between(line, show):
    assert show_title(line, "Needing Each Other") == show


def test_a_title_of_marks_alone_is_beside_nothing():
    assert show_title("Show | !", "?") is None


def head(source):
    page = text.loads(source)
    notes = [p.text for section in page.notes.sections for p in section.paragraphs]
    return page.show.title, page.heading, page.image_text, notes


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("", (None, None, None, [])),
        ("Ep 1: Rest\n\nHello.", (None, "Ep 1: Rest", None, ["Hello."])),
        ("Show\n\nEp 1: Rest\n\nHello.", ("Show", "Ep 1: Rest", None, ["Hello."])),
        ("Ep 1: Rest\n\nA | rest", ("A", "Ep 1: Rest", "A | rest", [])),
        ("Hi\n\nEp 1: Rest\n\nA | rest", ("A", "Ep 1: Rest", "A | rest", ["Hi"])),
        ("Home\n\nShow\n\nEp 1: Rest", ("Show", "Ep 1: Rest", None, [])),
        ("Lead\n\nShow\n\nEp 1: Rest", (None, "Ep 1: Rest", None, ["Lead", "Show"])),
        ("Rest\n\nHello.", (None, "Rest", None, ["Hello."])),
        ("Why rest?\n\nHello.", (None, "Why rest?", None, ["Hello."])),
        ("We rest.\n\nHello.", (None, None, None, ["We rest.", "Hello."])),
        ("We\nrest\n\nHello.", (None, None, None, ["We\nrest", "Hello."])),
        ("• Rest", (None, None, None, ["Rest"])),
        ("https://example.com/", (None, None, None, ["https://example.com/"])),
        ("Links\n\nOur site", (None, None, None, ["Our site"])),
        ("a\n\nb\n\nc\n\nd\n\ne\n\nf\n\nEp 1: Rest", (None, "a", None, [*"bcdef", "Ep 1: Rest"])),
    ],
)
def test_the_head_of_a_text_is_told_from_its_notes(source, expected):
    assert head(source) == expected


@pytest.mark.parametrize(
    ("source", "heading"),
    [
        ("<p>Home<h1>Rest</h1><p>Hello.", "Rest"),
        ("<h1>Links</h1><h1>Rest</h1>", "Rest"),
        ("<h2>Rest</h2><p>Hello.", "Rest"),
        ("<p>Hello.", None),
        ("<section data-kind=guest><p>Ann</section>", None),
        ("<h1>Ep 1: Rest</h1><section data-kind=guest><p>Ann</section>", "Ep 1: Rest"),
    ],
)
def test_the_first_heading_of_the_first_level_is_the_title_line(source, heading):
    assert pages.html.loads(source).heading == heading


@pytest.mark.parametrize(
    "line", ["Skip to main content", "Menu", "Toggle navigation", "Zum Inhalt springen"]
)
def test_what_helps_to_move_through_a_page_is_left_out_and_reported(line):
    problems = []
    page = text.loads(f"{line}\n\nEp 1: Rest\n\nHello.", on_problem=problems.append)
    assert page == text.loads("Ep 1: Rest\n\nHello.")
    assert [(problem.id, problem.line) for problem in problems] == [("page-furniture", 1)]


def test_it_is_content_where_the_head_has_ended():
    source = "Ep 1: Rest\n\n" + "Hello.\n\n" * 6 + "Menu"
    assert head(source)[3][-1] == "Menu"


@pytest.mark.parametrize(
    ("page", "written"),
    [
        (EpisodePage(), ""),
        (EpisodePage(episode=Episode(title="Rest")), "Rest\n"),
        (EpisodePage(episode=Episode(number=1)), "Ep #1\n"),
        (EpisodePage(episode=Episode(number=1, title="Rest")), "Ep #1: Rest\n"),
        (EpisodePage(heading="1. Rest", episode=Episode(number=1)), "1. Rest\n"),
        (EpisodePage(show=Show(title="Show"), heading=" A \n B "), "Show\n\nA B\n"),
        (
            EpisodePage(
                show=Show(title="Show"),
                episode=Episode(title="Rest"),
                heading="Rest",
                image_text="Show | Rest",
            ),
            "Rest\n\nShow | Rest\n",
        ),
        (
            EpisodePage(show=Show(title="Show"), heading="Rest", image_text="A cover"),
            "Show\n\nRest\n\nA cover\n",
        ),
    ],
)
def test_the_head_is_written_as_it_is_read(page, written):
    assert text.dumps(page) == written


FACTS = "May 3, 2024 · by Ann Lee · 34 min"


@pytest.mark.parametrize(
    ("source", "format"),
    [
        (f"Ep 12: Fog\n\n{FACTS}\n\nFog is loud.\n\nhttps://example.com/12.mp3", "text"),
        ("Ep 12: Fog\n\nMay 3, 2024\n\nBy Ann Lee\n\n34 min\n\nFog is loud.", "text"),
        (f"# Ep 12: Fog\n\n*{FACTS}*\n\nFog is loud.\n\n[Listen](/12.mp3)", "markdown"),
    ],
)
def test_lines_under_the_title_state_facts(source, format):
    page = pages.loads(source, format=format)
    episode = page.episode
    assert (episode.title, episode.number, episode.duration) == ("Fog", 12, 2040)
    assert episode.published == datetime(2024, 5, 3, tzinfo=UTC)
    assert episode.itunes_author == "Ann Lee"
    assert page.notes.sections[0].paragraphs[0].text == "Fog is loud."
    assert bool(episode.enclosures) == (".mp3" in source)


def test_a_page_may_be_all_facts():
    page = text.loads("Ep 12: Fog\n\n34 min")
    assert (page.episode.duration, page.notes.sections) == (2040, ())


def test_ways_through_the_site_before_the_title_are_left_out():
    problems = []
    source = "Home\nEpisodes\nAbout us\n\nTides\n\nEp 12: Fog\n\nAnn\nBo\nCid"
    page = text.loads(source, on_problem=problems.append)
    assert (page.show.title, page.episode.number) == ("Tides", 12)
    assert page.notes.sections[0].paragraphs[0].text == "Ann\nBo\nCid"
    assert [(problem.id, problem.line) for problem in problems] == [("page-furniture", 1)]


def test_half_a_surrogate_pair_in_the_head_is_refused():
    with pytest.raises(UnrepresentableError, match=r"^show\.title: "):
        text.dumps(EpisodePage(show=Show(title="\ud800")))
