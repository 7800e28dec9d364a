"""How templates of the user's own stand for podkit's."""

import re

import pytest
from selectolax.lexbor import LexborHTMLParser

from podkit import ParseError, Show, UnrepresentableError, pages
from podkit.models import Chapter, Chapters, Episode, EpisodePage

PAGE = EpisodePage(
    show=Show(title="Tides & Tales", copyright="© Ann"),
    heading="Ep #1: Fog",
    episode=Episode(title="Fog", number=1),
    chapters=Chapters(chapters=[Chapter(start=0, title="<b>Welcome</b>")]),
)


@pytest.fixture
def folder(tmp_path):
    def fill(**files):
        for name, text in files.items():
            (tmp_path / name.replace("_", ".")).write_text(text)
        return tmp_path

    return fill


def written(folder):
    return LexborHTMLParser(pages.html.dumps(PAGE, templates=folder))


def test_a_template_stands_for_the_one_of_its_name(folder):
    page = written(folder(footer_html="<footer>By {{ show.title }}</footer>"))
    assert page.css_first("footer").html == "<footer>By Tides &amp; Tales</footer>"
    assert page.css_first("h1").text() == "Ep #1: Fog"


def test_a_template_can_include_the_one_that_it_stands_for(folder):
    files = {"footer_html": '<p>Before</p>{% include "podkit/footer.html" %}'}
    page = written(folder(**files, base_css=':root { --x: 1 }\n{% include "podkit/base.css" %}'))
    assert page.css_first("main ~ p").text() == "Before"
    style = page.css_first("style").text()
    assert style.index("--x: 1") < style.index("--paper")


def test_the_policy_allows_the_style_and_the_script_of_the_user(folder):
    plain = pages.html.dumps(PAGE)
    html = pages.html.dumps(PAGE, templates=folder(base_css="", episode_js="console.log(1)"))
    hashes = re.compile(r"(script|style)-src '([^']*)'")
    ours, theirs = dict(hashes.findall(plain)), dict(hashes.findall(html))
    assert ours["script"] != theirs["script"]
    assert ours["style"] != theirs["style"]


def test_texts_are_escaped_in_the_templates_of_the_user(folder):
    page = written(folder(chapters_html="<i>{{ page.chapters[0].title }}</i>"))
    assert page.css_first("i").text() == "<b>Welcome</b>"


def test_a_changed_template_counts_at_once(folder):
    assert written(folder(footer_html="<footer>1</footer>")).css_first("footer").text() == "1"
    assert written(folder(footer_html="<footer>22</footer>")).css_first("footer").text() == "22"


def test_the_index_takes_templates_too(folder):
    html = pages.index.dumps(PAGE.show, templates=folder(index_html="<main>{{ title }}</main>"))
    assert "<main>Tides &amp; Tales</main>" in html


@pytest.mark.parametrize("tag", ["header", "div"])
def test_a_page_with_a_head_of_the_users_own_reads_back(folder, tag):
    head = f'<{tag} class="top"><h1>{{{{ heading }}}}</h1></{tag}>'
    html = pages.html.dumps(PAGE, templates=folder(hero_html=head))
    read = pages.html.loads(html)
    assert (read.heading, read.episode, read.chapters) == (
        PAGE.heading,
        PAGE.episode,
        PAGE.chapters,
    )
    assert read.notes == PAGE.notes


def test_a_page_without_a_main_element_reads_back(folder):
    html = pages.html.dumps(PAGE, templates=folder(episode_html="<h1>{{ heading }}</h1>"))
    assert pages.html.loads(html).heading == PAGE.heading


def test_files_are_written_with_templates(folder, tmp_path):
    target = tmp_path / "page.html"
    pages.html.write(PAGE, target, templates=folder(page_html="{{ heading }}"))
    assert target.read_text() == "Ep #1: Fog"


@pytest.mark.parametrize(
    ("files", "where", "line", "message"),
    [
        ({"footer_html": "<p>\n{% if %}"}, "footer.html", 2, "Expected an expression"),
        ({"footer_html": '{% include "no.html" %}'}, "no.html", None, "no template of this name"),
        ({"footer_html": "{{ shwo.title }}"}, None, None, "'shwo' is undefined"),
        ({"footer_html": "{{ show.__class__.mro() }}"}, None, None, "unsafe"),
    ],
)
def test_a_template_that_can_not_be_filled_is_an_error(folder, files, where, line, message):
    with pytest.raises(ParseError, match=message) as error:
        written(folder(**files))
    assert (error.value.where, error.value.line) == (where, line)


def test_a_template_can_not_bring_in_what_html_can_not_hold(folder):
    with pytest.raises(UnrepresentableError, match="holds a character that HTML can't"):
        written(folder(footer_html="\x00"))


def test_a_folder_that_is_not_there_is_an_error(tmp_path):
    with pytest.raises(FileNotFoundError):
        written(tmp_path / "none")
