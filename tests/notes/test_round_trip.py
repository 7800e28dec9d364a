import pytest
from hypothesis import given, settings

from podkit import Link, notes
from tests.notes.strategies import as_read, show_notes, untidy, untidy_show_notes

moderately = settings(max_examples=60, deadline=None)


def words(value):
    """Give all words in order; a link without text shows its URL."""
    texts = [
        text
        for section in value.sections
        for text in (
            section.heading or "",
            *("".join(map(shown, p.content)) for p in section.paragraphs),
        )
    ]
    return visible_words(" ".join(texts))


def shown(part):
    is_empty = isinstance(part, Link) and not visible_words(part.text)
    return part if isinstance(part, str) else part.url or "" if is_empty else part.text


def visible_words(text):
    marked = text.replace("\ufeff", "")
    return "".join(" " if ord(c) < 32 or 127 <= ord(c) < 160 else c for c in marked).split()


@pytest.mark.parametrize("format", ["html", "markdown"])
@given(value=show_notes)
@moderately
def test_notes_read_back_equal(format, value):
    assert notes.loads(notes.dumps(value, format=format), format=format) == as_read(value)


@pytest.mark.parametrize("format", ["html", "markdown"])
@given(value=untidy_show_notes)
@moderately
def test_no_word_is_lost_in_writing(format, value):
    written = notes.dumps(value, format=format)
    assert words(notes.loads(written, format=format)) == words(value)
    assert notes.dumps(notes.loads(written, format=format), format=format) == written


@given(text=untidy)
@moderately
def test_no_word_of_a_text_is_lost_in_reading(text):
    value = notes.text.loads(text)
    assert visible_words(notes.text.dumps(value)) == visible_words(text)


@given(text=untidy)
@moderately
def test_what_is_read_from_a_text_is_written_the_same_again(text):
    written = notes.text.dumps(notes.text.loads(text))
    assert notes.text.dumps(notes.text.loads(written)) == written


@pytest.mark.parametrize("format", ["html", "markdown", "text"])
@given(text=untidy)
@moderately
def test_what_is_read_from_a_text_reads_back_equal(format, text):
    value = notes.text.loads(text)
    assert notes.loads(notes.dumps(value, format=format), format=format) == value


@given(text=untidy)
@moderately
def test_any_text_is_read(text):
    for name in ("html", "markdown", "text", None):
        notes.loads(text, format=name)
