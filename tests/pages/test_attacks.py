"""Texts that would run a script or ask for something, in notes and pages that a browser opens."""

import re
from types import NoneType
from typing import get_args

import attrs
import markdown_it
import pytest

from podkit import UnrepresentableError, notes, pages
from podkit.models import (
    AtomLink,
    Chapter,
    Chapters,
    ChaptersLink,
    Cue,
    Enclosure,
    Episode,
    EpisodePage,
    Link,
    Paragraph,
    Person,
    Section,
    Show,
    ShowNotes,
    Transcript,
    TranscriptLink,
)
from tests.pages.attacks import ATTACKS, HANDLERS, MARKDOWN, UNSAFE_URLS
from tests.pages.browser import browser
from tests.pages.server import serving

# What HTML can't hold, and so no page either.
CONTROLS = re.compile(r"[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]")
# Of those that are put into every field, a sixth is enough: each class is in it several times over.
TEXTS = [CONTROLS.sub("", attack) for attack in (*ATTACKS, *MARKDOWN)[::6]]
CHUNKS = [" ".join(TEXTS[start::2]) for start in range(2)]
URLS = {"artwork", "href", "image", "link", "url"}
# What a page asks for by itself: its pictures and its audio.
OWN = {"/artwork", "/image", "/url"}

WATCH = "window.runs = 0; window.ran = () => window.runs++;"
SCHEMES = {"http:", "https:", "mailto:", "tel:", "sms:", "feed:", "itpc:", "pcast:", "podcast:"}
LOOK = """
const all = [...document.querySelectorAll("*")];
return {
    runs: window.runs,
    handlers: all.flatMap(e => [...e.attributes].filter(a => /^on/i.test(a.name)).map(a => a.name)),
    styles: all.filter(e => e.hasAttribute("style")).length,
    tags: [...new Set(all.map(e => e.localName))],
    schemes: [...new Set([...document.querySelectorAll("a, area")].map(e => e.protocol))],
    asked: performance.getEntriesByType("resource").map(entry => entry.name),
};
"""


@pytest.fixture(scope="module")
def chromium():
    with browser(800, 600) as driver:
        driver.execute_cdp_cmd("Page.addScriptToEvaluateOnNewDocument", {"source": WATCH})
        driver.set_script_timeout(30)
        yield driver


@pytest.fixture
def opened(chromium, tmp_path):
    """Open documents one by one, and give what a browser made of each, and the paths asked for."""

    def open_all(documents):
        looks, asked_for, given = [], set(), {"/favicon.ico"}
        with serving(tmp_path) as server:
            for index, document in enumerate(documents):
                file = f"document-{index}.html"
                (tmp_path / file).write_text(document, encoding="utf-8", errors="replace")
                chromium.get(server.url + file)
                # Handlers of events wait for the frame after the one that the page is loaded in.
                chromium.execute_async_script(
                    "requestAnimationFrame(() => setTimeout(arguments[0], 50))"
                )
                looks.append(chromium.execute_script(LOOK))
                given |= {f"/{file}"}
                asked_for |= {url for url in looks[-1]["asked"] if not url.startswith(server.url)}
            asked_for |= {path.partition("?")[0] for path in server.asked_for}
        return looks, asked_for - given

    return open_all


def document(*parts):
    body = "".join(f"<div>{part}</div>\n" for part in parts)
    return f"<!doctype html><meta charset=utf-8><title>a</title><body>{body}"


def test_unsafe_documents_are_found_out(opened):
    closed = [attack for attack in HANDLERS if attack.endswith(">")]
    looks, asked_for = opened([document(*closed), document("<img src=/ran>")])
    assert looks[0]["runs"] > 20
    assert len(looks[0]["handlers"]) > 30
    assert "/ran" in asked_for


def html_from_text(attack):
    return notes.dumps(notes.text.loads(attack), format="html")


def html_from_html(attack):
    return notes.dumps(notes.html.loads(attack), format="html")


def html_from_markdown(attack):
    return notes.dumps(notes.markdown.loads(attack), format="html")


def feed_from_html(attack):
    return notes.for_feed(notes.html.loads(attack)).html


def feed_from_text(attack):
    return notes.for_feed(notes.text.loads(attack)).html


def rendered(markdown):
    """Render Markdown as those do who leave it as it is, whatever its URLs."""
    parser = markdown_it.MarkdownIt("commonmark")
    vars(parser).update(validateLink=bool, normalizeLink=str)
    return parser.render(markdown)


def markdown_from_html(attack):
    return rendered(notes.dumps(notes.html.loads(attack), format="markdown"))


def markdown_from_text(attack):
    return rendered(notes.dumps(notes.text.loads(attack), format="markdown"))


def in_every_field(attack):
    link = Link(
        text=attack, url=url_of("url", attack), kind=attack, platform=attack, address=attack
    )
    section = Section(kind=attack, heading=attack, paragraphs=[Paragraph(content=[attack, link])])
    return ShowNotes(sections=[section])


def html_of_every_field(attack):
    return notes.dumps(in_every_field(attack), format="html")


def markdown_of_every_field(attack):
    return rendered(notes.dumps(in_every_field(attack), format="markdown"))


def url_of(name, attack):
    return re.sub(r"[\t\n\r\f]", "", f"/{name}?{CONTROLS.sub('', attack)}").strip()


@pytest.mark.parametrize(
    "write",
    [
        html_from_text,
        html_from_html,
        html_from_markdown,
        feed_from_html,
        feed_from_text,
        markdown_from_html,
        markdown_from_text,
        html_of_every_field,
        markdown_of_every_field,
    ],
)
def test_notes_run_nothing_and_ask_for_nothing(opened, write):
    [look], asked_for = opened([document(*map(write, (*ATTACKS, *MARKDOWN)))])
    assert (look["runs"], look["handlers"], look["styles"], asked_for) == (0, [], 0, set())
    assert set(look["schemes"]) <= SCHEMES | {":", ""}
    assert set(look["tags"]) <= {
        *("html", "head", "meta", "title", "body", "div"),
        *("section", "h2", "p", "ul", "li", "a", "br", "code", "pre", "em", "strong"),
        *("ol", "blockquote", "hr"),
    }


@pytest.mark.parametrize("url", UNSAFE_URLS)
def test_a_link_with_an_unsafe_url_is_not_written(url):
    link = Link(text="a", url=url)
    show_notes = ShowNotes(sections=[Section(paragraphs=[Paragraph(content=[link])])])
    for write in (
        lambda: notes.dumps(show_notes, format="html"),
        lambda: notes.dumps(show_notes, format="markdown"),
        lambda: notes.for_feed(show_notes),
        lambda: pages.dumps(EpisodePage(notes=show_notes), format="html"),
        lambda: pages.dumps(EpisodePage(show=Show(link=url)), format="html"),
        lambda: pages.dumps(EpisodePage(episode=Episode(artwork=url)), format="html"),
        lambda: pages.index.dumps(Show(link=url)),
    ):
        with pytest.raises(UnrepresentableError):
            write()


def poisoned(value, attack):
    """Give a model with this text in all its fields that hold texts, and in those of its parts."""
    changes = {}
    for field in attrs.fields(type(value)):
        held = getattr(value, field.name)
        if field.name == "rel":
            continue
        if attrs.has(type(held)):
            changes[field.name] = poisoned(held, attack)
        elif isinstance(held, tuple):
            changes[field.name] = tuple(
                poisoned(part, attack) if attrs.has(type(part)) else attack for part in held
            )
        elif set(get_args(field.type) or [field.type]) <= {str, NoneType}:
            changes[field.name] = url_of(field.name, attack) if field.name in URLS else attack
    return attrs.evolve(value, **changes)


LINK = Link(text="a", url="/a")
PAGE = EpisodePage(
    show=Show(atom_links=[AtomLink(href="/a", rel="self"), AtomLink(href="/b", rel="alternate")]),
    episode=Episode(
        number=20,
        season=2,
        duration=60,
        enclosures=[Enclosure(url="/a")],
        transcript_links=[TranscriptLink(url="/a", type="a"), TranscriptLink(url="/b", type="b")],
        chapters_link=ChaptersLink(url="/a", type="a"),
        atom_links=[AtomLink(href="/a", rel=rel) for rel in ("prev", "next", "up")],
        persons=[Person(name="a")],
    ),
    notes=ShowNotes(
        sections=[
            Section(paragraphs=[Paragraph(content=["a", LINK]), Paragraph(content=["a"])]),
            Section(heading="a", paragraphs=[Paragraph(content=["a", LINK], is_point=True)]),
        ]
    ),
    transcript=Transcript(cues=[Cue(text="a", start=0, end=1), Cue(text="b", start=2)]),
    chapters=Chapters(chapters=[Chapter(start=0, title="a"), Chapter(start=1, title="b")]),
)


AS_ASKED_FOR = {"//0": "http://0.0.0.0/"}  # how a browser spells it


def opens_safely(look, asked_for):
    assert (look["runs"], look["handlers"], asked_for - OWN) == (0, [], set())
    assert set(look["schemes"]) <= SCHEMES | {":", ""}
    assert set(look["tags"]).isdisjoint(["iframe", "object", "embed", "base", "image", "math"])
    assert set(look["tags"]).isdisjoint(["marquee", "animate", "foreignobject", "use", "applet"])


def test_pages_with_such_texts_in_every_field_run_nothing_and_ask_for_nothing(opened):
    looks, asked_for = opened(pages.dumps(poisoned(PAGE, chunk), format="html") for chunk in CHUNKS)
    for look in looks:
        opens_safely(look, asked_for)


def test_indexes_with_such_texts_in_every_field_run_nothing_and_ask_for_nothing(opened):
    def index(chunk):
        show, episode = poisoned(PAGE.show, chunk), poisoned(PAGE.episode, chunk)
        return pages.index.dumps(attrs.evolve(show, episodes=[episode, episode]))

    looks, asked_for = opened(map(index, CHUNKS))
    for look in looks:
        opens_safely(look, asked_for)


def test_pages_read_from_such_pages_run_nothing_and_ask_for_nothing(opened):
    played = set()

    def read(start):
        page = pages.html.loads(f"<main><h1>a</h1>{document(*ATTACKS[start::3])}</main>")
        played.update(AS_ASKED_FOR.get(file.url, file.url) for file in page.episode.enclosures)
        return pages.dumps(page, format="html")

    looks, asked_for = opened(map(read, range(3)))
    for look in looks:
        opens_safely(look, asked_for - played)
