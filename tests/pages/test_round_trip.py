from datetime import UTC, datetime, timedelta, timezone

import attrs
import pytest
from hypothesis import given, settings

from podkit import (
    Cue,
    Enclosure,
    Episode,
    EpisodePage,
    Section,
    Show,
    ShowNotes,
    Transcript,
    pages,
)
from podkit.pages import html, markdown, text
from tests.notes.strategies import as_read, untidy
from tests.pages.strategies import pages as any_page

moderately = settings(max_examples=60, deadline=None)


def without_control_characters(source):
    return "".join(c if ord(c) >= 160 or 32 <= ord(c) < 127 else " " for c in source)


@given(page=any_page())
@moderately
def test_a_page_reads_back_equal_from_html(page):
    read = html.loads(html.dumps(page))
    language = page.transcript.language if page.transcript else None
    show = attrs.evolve(page.show, language=language)
    assert read == attrs.evolve(page, show=show, notes=as_read(page.notes))


@given(source=untidy)
@moderately
def test_no_word_of_a_text_is_lost(source):
    problems = []
    source = source.replace("\ufeff", "")
    page = text.loads(source, on_problem=problems.append)
    words = without_control_characters(source).split()
    assert problems or sorted(text.dumps(page).split()) == sorted(words)


@pytest.mark.parametrize("module", [text, markdown, html])
@given(source=untidy)
@moderately
def test_a_page_read_from_a_text_reads_back_equal(module, source):
    page = text.loads(f"Show\n\nEp #1: Title\n\nShow | title!\n\n{source}")
    assert module.loads(module.dumps(page)) == page


@given(source=untidy)
@moderately
def test_any_text_is_read(source):
    for name in ("html", "markdown", "text", None):
        pages.loads(source, format=name)


@pytest.mark.parametrize(
    ("language", "heading"),
    [("en", "Transcript"), ("de-AT", "Transkript"), ("es", "Transcripción"), ("ja", "Transcript")],
)
@pytest.mark.parametrize("module", [text, markdown, html])
def test_a_transcript_without_a_section_has_a_heading_in_the_language(module, language, heading):
    said = Transcript(cues=[Cue(text="Hello.")], language=language)
    page = EpisodePage(heading="Ep 1: Fog", transcript=said)
    read = module.loads(module.dumps(page))
    assert [(s.kind, s.heading) for s in read.notes.sections] == [("transcript", heading)]
    assert [cue.text for cue in read.transcript.cues] == ["Hello."]


def test_what_html_does_not_carry_is_lost():
    facts = {"author": "ann@example.com", "description": "About", "keywords": "fog"}
    page = EpisodePage(
        show=Show(title="Show", description="All", language="en", author="Ann"),
        episode=Episode(title="Title", number=1, guid="1", explicit=True, **facts),
        heading="Ep #1: Title",
    )
    assert html.loads(html.dumps(page)) == EpisodePage(
        show=Show(title="Show", language="en"),
        episode=Episode(title="Title", number=1),
        heading="Ep #1: Title",
    )


FACTS = Episode(
    title="Fog",
    number=12,
    season=2,
    subtitle="Why it is loud",
    itunes_author="Ann Lee",
    published=datetime(2024, 3, 28, 9, 30, tzinfo=timezone(timedelta(hours=1))),
    duration=1830.5,
    link="https://example.com/12",
    artwork="12.jpg",
    enclosures=[Enclosure(url="https://example.com/audio?id=12")],
)


def test_markdown_states_the_facts_of_the_episode():
    page = EpisodePage(show=Show(title="Tides"), episode=FACTS, heading="Ep 12: Fog")
    assert markdown.loads(markdown.dumps(page)) == page


@pytest.mark.parametrize("author", ['Ann "O" Lee: #1', "\u2028Ann\u00a0Lee", "[Ann]", "\U0001f600"])
def test_markdown_states_any_author(author):
    page = EpisodePage(episode=Episode(title="Fog", itunes_author=author), heading="Fog")
    assert markdown.loads(markdown.dumps(page)).episode.itunes_author == author


@pytest.mark.parametrize(
    "facts",
    [
        {"published": datetime(2024, 3, 28, tzinfo=UTC)},
        {"published": FACTS.published, "duration": 62.0, "itunes_author": "Ann Lee"},
        {"duration": 3723.0},
        {"itunes_author": "Ann Lee"},
    ],
)
@pytest.mark.parametrize("image_text", [None, "Tides | Fog"])
@pytest.mark.parametrize("language", ["en", "de", "fr", "es", "nl"])
def test_text_states_date_duration_and_author(facts, image_text, language):
    page = EpisodePage(
        show=Show(title="Tides", language=language),
        episode=Episode(title="Fog", **facts),
        heading="Fog",
        image_text=image_text,
    )
    read = text.loads(text.dumps(page))
    assert attrs.evolve(read, show=page.show) == page


def test_text_leaves_out_facts_that_would_not_read_back():
    facts = Episode(title="Fog", duration=0.0, itunes_author="the team of the harbour")
    assert text.dumps(EpisodePage(episode=facts)) == "Fog\n"
    assert text.dumps(EpisodePage(episode=Episode(itunes_author="Ann Lee"))) == ""


def test_a_text_beside_the_cover_is_no_title():
    facts = Episode(title="Fog", published=FACTS.published)
    read = text.loads(text.dumps(EpisodePage(episode=facts, image_text="A lamp")))
    assert (read.heading, read.episode.published) == ("Fog", FACTS.published)
    assert [p.text for section in read.notes.sections for p in section.paragraphs] == ["A lamp"]


def test_the_heading_stands_for_a_title_that_is_absent():
    page = EpisodePage(heading="Ep #1: Title", episode=Episode(number=1))
    assert html.loads(html.dumps(page)).episode == Episode(title="Ep #1: Title", number=1)


def test_a_cue_that_is_a_url_is_no_link():
    said = Transcript(cues=[Cue(text="https://example.com/"), Cue(text="Hello.", speaker="Ann")])
    page = EpisodePage(heading="Fog", episode=Episode(title="Fog"), transcript=said)
    section = Section(kind="transcript", heading="Transcript")
    expected = attrs.evolve(page, notes=ShowNotes(sections=[section]))
    assert html.loads(html.dumps(page)) == expected
