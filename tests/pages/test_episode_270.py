"""The page that podkit was founded on: what a perfect reading of it is, fact by fact."""

from itertools import chain
from pathlib import Path

import attrs
import pytest

from podkit import EpisodeRef, notes, pages

ROOT = Path(__file__).parents[2]
SOURCE = (ROOT / "examples/feminist-wellness/ep-270/page.txt").read_text()
LINES = SOURCE.split("\n")
FORMATS = ["text", "markdown", "html"]
TITLE = "Interdependence: The Healthy Power of Needing Each Other"
RELATED = {
    20: 'Expectations and The “How-To" Guide to Other Humans',
    31: "Communication",
    32: "How We Communicate with Ourselves",
    33: "Direct and Indirect Communication",
    166: "Be The Cake",
    188: "Stop Taking Things Personally",
    193: "Codependency vs. Interdependence",
}
PROBLEMS = []
PAGE = pages.loads(SOURCE, on_problem=PROBLEMS.append)


def section(kind):
    [found] = [section for section in PAGE.notes.sections if section.kind == kind]
    return found


def texts(paragraphs):
    return [paragraph.text for paragraph in paragraphs]


def source_lines(first, last):
    """Give the lines that are not blank, of those counted from 1."""
    return [line for line in LINES[first - 1 : last] if line]


def test_the_skip_link_is_furniture_and_all_that_is_left_out():
    assert [(problem.id, problem.line) for problem in PROBLEMS] == [("page-furniture", 1)]
    assert "Skip to content" not in pages.dumps(PAGE, format="text")


def test_the_number_is_that_before_the_title():
    assert PAGE.episode.number == 270
    assert PAGE.episode.season is None


def test_the_title_has_no_number_before_it():
    assert PAGE.episode.title == TITLE
    assert PAGE.heading == LINES[2] == f"Ep #270: {TITLE}"


def test_the_show_title_stands_before_the_bar_of_the_image_text():
    assert PAGE.show.title == "Feminist Wellness with Victoria Albina"
    assert PAGE.image_text == LINES[4]


def test_the_image_text_is_no_part_of_the_notes():
    assert "Power Of" not in notes.dumps(PAGE.notes, format="text")


def test_the_summary_has_three_paragraphs():
    summary = section("summary")
    assert summary.heading is None
    assert texts(summary.paragraphs) == source_lines(7, 11)
    assert len(summary.paragraphs) == 3
    assert summary.paragraphs[0].text.startswith("In a world where codependence")
    assert summary.paragraphs[2].text.endswith("moving the needle toward interdependence.")


def test_the_promotion_stands_between_the_summary_and_the_first_heading():
    assert [section.kind for section in PAGE.notes.sections[:3]] == [
        "summary",
        "promotion",
        "key_points",
    ]
    [promotion] = section("promotion").paragraphs
    assert promotion.text.startswith("If you missed out on the latest cohort of Anchored")
    assert promotion.text.endswith("Click here for all the details!")


def test_what_you_will_learn_has_six_points_without_bullets():
    learned = section("key_points")
    assert learned.heading == "What You’ll Learn:"
    assert texts(learned.points) == source_lines(19, 29)
    assert len(learned.points) == len(learned.paragraphs) == 6
    assert learned.points[0].text == "Some markers of codependent relating."
    assert (
        learned.points[5].text == "How to cultivate your side of interdependence in a relationship."
    )
    assert {point.bullet for point in learned.points} == {""}


def test_the_place_of_the_player_is_a_section_without_content():
    player = section("player")
    assert (player.heading, player.paragraphs) == ("Listen to the Full Episode:", ())


def test_ten_entries_of_the_featured_section_are_no_episodes():
    featured = section("links")
    assert featured.heading == "Featured on the Show:"
    assert len(featured.points) == len(featured.paragraphs) == 17
    others = [point for point in featured.points if not point.episode_refs]
    assert [f"{point.bullet}{point.text}" for point in others] == source_lines(35, 53)
    assert [point.text for point in others if not point.bullet] == ["Send me an email"]
    assert len(others) == 10


def test_the_entries_are_links_of_their_kinds():
    assert [
        (link.kind, link.platform, link.address)
        for link in section("links").links
        if link.kind != "episode"
    ] == [
        ("download", None, None),
        ("webinar", None, None),
        ("social", "instagram", None),
        ("social", "facebook", None),
        ("review", "apple_podcasts", None),
        ("program", None, None),
        ("download", None, None),
        ("email", None, None),
        ("text_message", None, "917-540-8447"),
        ("email", None, None),
    ]


def test_the_targets_of_all_links_are_lost():
    assert {link.url for link in PAGE.notes.links} == {None}


def test_seven_entries_refer_to_episodes_with_number_and_title():
    refs = [(ref.number, ref.title) for ref in section("links").episode_refs]
    assert refs == list(RELATED.items())


def test_a_no_break_space_follows_the_bullets_of_episodes():
    related = [point for point in section("links").points if point.episode_refs]
    assert [f"{point.bullet}{point.text}" for point in related] == source_lines(55, 67)
    assert {point.bullet for point in related} == {"•\u00a0"}


def test_the_transcript_has_70_paragraphs_of_4078_words():
    cues = PAGE.transcript.cues
    assert section("transcript").heading == "Full Episode Transcript:"
    assert section("transcript").paragraphs == ()
    assert [cue.text for cue in cues] == source_lines(71, 210)
    assert (len(cues), len(PAGE.transcript.text.split())) == (70, 4078)
    assert cues[0].text.startswith("This is Feminist Wellness, and I’m your host")
    assert cues[-1].text.endswith("I'll see you next week. Ciao.")


def test_the_transcript_has_no_times_and_marks_no_speaker():
    assert {(cue.start, cue.end, cue.speaker) for cue in PAGE.transcript.cues} == {
        (None, None, None)
    }


def test_the_transcript_mentions_the_related_episodes():
    refs = [*chain.from_iterable(EpisodeRef.find_all(cue.text) for cue in PAGE.transcript.cues)]
    assert [ref.number for ref in refs] == [193, 31, 32, 33, 188, 166, 20]
    assert {ref.number for ref in refs} == set(RELATED)
    assert [ref.title for ref in refs if ref.title] == ["Be the Cake"]


def test_enjoy_the_show_has_three_entries():
    enjoy = section("follow")
    assert enjoy.heading == "Enjoy the Show?"
    assert [f"{point.bullet}{point.text}" for point in enjoy.points] == source_lines(213, 217)
    assert [bool(point.bullet) for point in enjoy.points] == [True, False, True]
    assert [point.links[0].kind for point in enjoy.points] == ["follow", "review", "comment"]


def test_the_places_to_follow_the_show_are_links_within_the_text():
    follow = section("follow").points[0]
    assert [(link.text, link.platform) for link in follow.links] == [
        ("Apple Podcasts", "apple_podcasts"),
        ("Spotify", "spotify"),
        ("Google Podcasts", "google_podcasts"),
        ("RSS", "rss"),
    ]
    assert follow.content[-1] == "."


def test_headings_are_kept_as_written():
    headings = [section.heading for section in PAGE.notes.sections if section.heading]
    assert headings == [LINES[number - 1] for number in (17, 31, 33, 69, 211)]
    assert [heading[-1] for heading in headings] == [":", ":", ":", ":", "?"]


def test_no_line_is_lost_and_none_is_out_of_order():
    written = pages.dumps(PAGE, format="text").split("\n")
    assert [line for line in written if line] == source_lines(3, 217)


def test_no_word_is_lost():
    words = [word for word in SOURCE.split() if word != "•"]
    written = [word for word in pages.dumps(PAGE, format="text").split() if word != "•"]
    assert (len(SOURCE.split()), len(words)) == (4614, 4596)
    assert written == words[3:]


@pytest.mark.parametrize("format", FORMATS)
def test_reads_back_equal(format):
    written = pages.dumps(PAGE, format=format)
    assert pages.loads(written, format=format) == PAGE
    assert pages.loads(written) == PAGE


@pytest.mark.parametrize("format", FORMATS)
def test_is_written_the_same_again(format):
    written = pages.dumps(PAGE, format=format)
    assert pages.dumps(pages.loads(written), format=format) == written


@pytest.mark.parametrize("format", ["markdown", "html"])
def test_reads_back_equal_with_the_targets_of_its_links(format):
    show_notes = notes.set_episode_urls(PAGE.notes, "https://example.com/{number}/")
    urls = {
        "Click here for all the details!": "https://example.com/studio/",
        "917-540-8447": "sms:+19175408447",
        "Spotify": "https://open.spotify.com/show/1",
        "Send me an email": "mailto:podcast@example.com",
    }
    page = attrs.evolve(PAGE, notes=notes.set_urls(show_notes, urls))
    assert len([link for link in page.notes.links if link.url]) == 7 + len(urls)
    assert pages.loads(pages.dumps(page, format=format)) == page


def test_reads_the_same_with_the_line_ends_of_windows():
    assert pages.loads(SOURCE.replace("\n", "\r\n")) == PAGE
