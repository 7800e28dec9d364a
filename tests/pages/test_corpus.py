import pytest

from tests.pages import corpus

LEAST = 0.95
LEAST_AT_FIRST = 0.9  # of pages that no rule was written for
SOURCES = [source for group in corpus.GROUPS for source in corpus.sources(group)]


@pytest.fixture(scope="module", params=corpus.GROUPS)
def scores(request):
    return corpus.score(corpus.sources(request.param))


@pytest.mark.parametrize("measure", [name for name in corpus.MEASURES if name != "link kinds"])
def test_of_what_pages_say_nearly_all_is_read_and_nearly_nothing_else(scores, measure):
    precision, recall = corpus.ratios(scores[measure])
    assert precision >= LEAST
    assert recall >= LEAST


def test_most_of_what_pages_of_other_makers_say_is_read():
    scores = corpus.score(corpus.sources(corpus.FIRST_LOOK))
    assert {m: r for m in scores if min(r := corpus.ratios(scores[m])) < LEAST_AT_FIRST} == {}


def test_nearly_all_links_are_known_by_their_kind(scores):
    precision, _ = corpus.ratios(scores["link kinds"])
    assert precision >= LEAST


def test_the_corpus_has_pages_of_four_languages_in_three_formats():
    assert len(SOURCES) >= 30
    assert {source.suffix for source in SOURCES} == {".html", ".md", ".txt"}
    languages = {
        value[:2] for s in SOURCES for name, value in corpus.expected(s) if name == "language"
    }
    assert languages >= {"de", "en", "es", "fr"}
