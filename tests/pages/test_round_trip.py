import attrs
import pytest
from hypothesis import given, settings

from podkit import Episode, EpisodePage, Show, pages
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


def test_what_html_does_not_carry_is_lost():
    facts = {"author": "ann@example.com", "description": "About", "subtitle": "A line"}
    page = EpisodePage(
        show=Show(title="Show", description="All", language="en", copyright="Ann"),
        episode=Episode(title="Title", number=1, guid="1", explicit=True, **facts),
        heading="Ep #1: Title",
    )
    assert html.loads(html.dumps(page)) == EpisodePage(
        show=Show(title="Show", language="en"),
        episode=Episode(title="Title", number=1),
        heading="Ep #1: Title",
    )


def test_the_heading_stands_for_a_title_that_is_absent():
    page = EpisodePage(heading="Ep #1: Title", episode=Episode(number=1))
    assert html.loads(html.dumps(page)).episode == Episode(title="Ep #1: Title", number=1)
