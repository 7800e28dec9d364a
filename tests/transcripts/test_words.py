"""The formats that carry words: what they keep of them, and what they leave out."""

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from podkit import Cue, Transcript, Word
from podkit.transcripts import lrc, ttml
from podkit.transcripts._words import placed, timed

FORMATS = {"lrc": lrc, "ttml": ttml}


def read_back(name, *words, text="so it goes", start=1, end=4, speaker=None):
    """Write a cue with words of a text, a start and an end each, and read them."""
    cue = Cue(text=text, start=start, end=end, speaker=speaker, words=words)
    [found] = FORMATS[name].loads(FORMATS[name].dumps(Transcript(cues=[cue]))).cues
    assert attrs.evolve(found, words=()) == attrs.evolve(cue, words=())
    return found.words


def word(text, start, end):
    return Word(text=text, start=start, end=end)


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("speaker", [None, "Ann", "the narrator"])
def test_words_with_times_read_back(name, speaker):
    words = (word("so", 1, 1.5), word("it", 1.5, 2.25), word("goes", 2.5, 3))
    assert read_back(name, *words, speaker=speaker) == words


@pytest.mark.parametrize("name", FORMATS)
def test_parts_of_words_and_words_beside_punctuation_read_back(name):
    words = (word("light", 1, 2), word("house,", 2, 3), word("keeper", 3, 4))
    assert read_back(name, *words, text="lighthouse,  keeper") == words


@pytest.mark.parametrize(
    ("text", "found", "place"),
    [
        ("another o", "o", 8),
        ("an apple a day", "a", 0),
        ("3years on", "years", 1),
        ("an (only) one", "only)", 4),
        ("名前は", "前", 1),
    ],
)
def test_a_word_is_found_within_another_only_where_it_is_nowhere_else(text, found, place):
    assert [at for at, _ in placed(Cue(text=text, words=[Word(text=found)]))] == [place]


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize(
    ("words", "expected"),
    [
        # An absent end is the start of the next word, or else the cue's end.
        (
            [word("so", 1, None), word("it", 2, None), word("goes", 3, None)],
            [word("so", 1, 2), word("it", 2, 3), word("goes", 3, 4)],
        ),
        # A word lasts no longer than its cue, and not less than no time.
        (
            [word("so", 1, 1.5), word("it", 1.5, 2), word("goes", 2, 9)],
            [word("so", 1, 1.5), word("it", 1.5, 2), word("goes", 2, 4)],
        ),
        # Words before the cue, after it, out of order or elsewhere are left out.
        ([word("so", 0, 1), word("it", 9, 10), word("goes", 1e308, None)], []),
        ([word("goes", 3, 4), word("so", 1, 2)], [word("goes", 3, 4)]),
        ([word("and", 1, 2), Word(text="so"), word("", 1, 2), word(" ", 1, 2)], []),
        # Times are written to the millisecond.
        ([word("goes", 1.00049, 2.0006)], [word("goes", 1, 2.001)]),
    ],
)
def test_what_has_no_place_is_left_out(name, words, expected):
    assert read_back(name, *words) == tuple(expected)


def test_in_lrc_a_word_goes_on_until_the_next_time():
    words = [word("so", 1, 3), word("goes", 2, 3)]
    assert read_back("lrc", *words) == (word("so it", 1, 2), word("goes", 2, 3))


def test_ttml_parts_words_from_what_has_no_time():
    words = (word("so", 1, 3), word("goes", 2, 3))
    assert read_back("ttml", *words) == words


@pytest.mark.parametrize(("name", "first"), [("lrc", "so it"), ("ttml", "so")])
def test_a_word_that_begins_before_the_one_before_it_is_left_out(name, first):
    words = [word("so", 2, 3), word("it", 1.5, 2), word("goes", 3, 4)]
    assert read_back(name, *words) == (word(first, 2, 3), word("goes", 3, 4))


def test_ttml_leaves_out_words_with_spaces_that_it_has_no_place_for():
    words = [word("so  it", 1, 3), word("goes", 3, 4)]
    assert read_back("ttml", *words, text="so  it goes") == (word("goes", 3, 4),)


def test_markup_in_words_is_escaped():
    words = (word("<b>&", 1, 2), word("</p>", 2, 4))
    assert read_back("ttml", *words, text="<b>& </p>") == words


@pytest.mark.parametrize("name", FORMATS)
@settings(max_examples=100, deadline=None)
@given(
    texts=st.lists(st.text("aé名.,<&1", min_size=1, max_size=3), min_size=1, max_size=5),
    lengths=st.lists(st.integers(0, 900), min_size=5, max_size=5),
    pauses=st.lists(st.integers(0, 2), min_size=5, max_size=5),
)
def test_any_words_one_after_the_other_read_back(name, texts, lengths, pauses):
    words, time = [], 1000
    for text, length, pause in zip(texts, lengths, pauses, strict=False):
        words.append(word(text, time / 1000, (time + length) / 1000))
        time += length + pause
    found = read_back(name, *words, text=" ".join(texts), end=10)
    assert [each.text for each in found] == texts
    assert [each.start for each in found] == [each.start for each in words]
    assert [each.end for each in found] == [each.end for each in words]


def test_many_words_are_placed_in_linear_time():
    many = 20_000
    words = [word("so" if at % 2 else "it", at, at + 1) for at in range(many)]
    cue = Cue(text="so it " * many, start=0, end=many, words=words)
    assert len(list(placed(cue))) == len(timed(cue, 0, many)) == many
