import re

import pytest
from hypothesis import given, settings

from podkit import Link, Paragraph, Section, ShowNotes, UnrepresentableError, notes
from podkit.notes import for_feed
from tests.notes.strategies import show_notes

NOTES = notes.loads(
    """<p>How we <i>talk</i> & <a href="https://example.com/bob">listen</a>.<br>It is late.
    <h2>Links</h2><ul><li>See <a href="https://example.com/a?b&c">it</a>
    <li><a href="mailto:ann@example.com">Write to us</a><li><a href="/a">Here</a>
    <li><a href="https://example.com/">https://example.com/</a></ul>
    <h2>Chapters</h2><p>00:00 Hello<br>01:05 The news
    <h2>Transcript</h2><p>Hello, hello.<h2>Comments</h2><p>First!<h2>Listen now</h2>"""
)


def paragraphs(*texts):
    return ShowNotes(sections=[Section(paragraphs=[Paragraph(content=[t]) for t in texts])])


def test_html_is_paragraphs_lists_and_links():
    assert for_feed(NOTES).html == (
        '<p>How we talk &amp; <a href="https://example.com/bob">listen</a>.</p><p>It is late.</p>'
        '<p>Links</p><ul><li>See <a href="https://example.com/a?b&amp;c">it</a></li>'
        '<li><a href="mailto:ann@example.com">Write to us</a></li><li>Here</li>'
        '<li><a href="https://example.com/">https://example.com/</a></li></ul>'
        "<p>Chapters</p><p>00:00 Hello</p><p>01:05 The news</p>"
    )


def test_text_has_the_targets_of_links():
    assert for_feed(NOTES).text == (
        "How we talk & listen (https://example.com/bob).\nIt is late.\n\n"
        "Links\n\n- See it (https://example.com/a?b&c)\n- Write to us (ann@example.com)\n- Here\n"
        "- https://example.com/\n\nChapters\n\n00:00 Hello\n01:05 The news"
    )


def test_a_point_of_several_lines_stays_one():
    point = Paragraph(content=["One\ntwo ", Link(text="a\nb", url="https://a.b")], is_point=True)
    written = for_feed(ShowNotes(sections=[Section(paragraphs=[point])]))
    assert written.html == '<ul><li>One two <a href="https://a.b">a b</a></li></ul>'
    assert written.text == "- One\n  two a\n  b (https://a.b)"


def test_notes_without_anything_to_carry_are_empty():
    assert for_feed(ShowNotes()) == notes.FeedNotes(text="", html="")
    assert for_feed(notes.loads("<h2>Transcript</h2><p>Hello.")).html == ""


@pytest.mark.parametrize("word", ["word ", "Wörter ", "&amp; ", "a<br>"])
def test_what_is_too_long_is_cut_at_a_word(word):
    written = for_feed(notes.loads(f"<p>{word * 4000}"))
    for form in (written.text, written.html):
        assert 3_980 < len(form.encode()) <= 4_000
    assert re.fullmatch(r"(?:(?:word|Wörter|&|a)\s)+…", written.text)
    assert written.html.endswith("…</p>")


@pytest.mark.parametrize("count", range(775, 800))
def test_a_link_is_kept_whole_or_not_at_all(count):
    link = '<a href="https://example.com/a-long-way">a few words</a>'
    html = for_feed(notes.loads(f"<p>{'word ' * count}{link} {'word ' * 99}")).html
    assert len(html.encode()) <= 4_000
    assert html.count("<a ") == html.count(link) == 1
    assert html.count("few") == html.count(link)


def test_what_just_fits_is_not_cut():
    assert for_feed(paragraphs("a" * 3993)).html == f"<p>{'a' * 3993}</p>"
    assert for_feed(paragraphs("a " * 1996 + "ab")).html == f"<p>{'a ' * 1995}…</p>"


@pytest.mark.parametrize("text", ["霧" * 3000, "霧が深い。" * 3000, "a" * 4001, "ก็" * 3000])
def test_text_without_spaces_is_cut_between_letters(text):
    written = for_feed(paragraphs("a", text))
    for form in (written.text, written.html):
        assert 3_900 < len(form.encode()) <= 4_000
    said = written.text.removeprefix("a\n\n").removesuffix(" …")
    assert text.startswith(said)
    assert not re.match(r"[^\w\s]", text[len(said) :])


def test_the_links_of_what_is_cut_off_are_listed_after_it():
    early, late = "https://example.com/early", "https://example.com/late"
    html = f"<p><a href='{early}'>Early</a> {'word ' * 900}<a href='{late}'>Late</a>"
    written = for_feed(notes.loads(f"{html} <a href='{early}'>Again</a> <a href='{late}'>Too</a>"))
    assert written.html.endswith(f'word …</p><ul><li><a href="{late}">Late</a></li></ul>')
    assert written.text.endswith(f"word …\n\n- Late ({late})")
    for form in (written.text, written.html):
        assert 3_980 < len(form.encode()) <= 4_000


def test_links_take_no_more_than_half_of_the_room():
    links = "".join(f"<a href='https://example.com/{n}'>{n}</a> " for n in range(999))
    html = for_feed(notes.loads(f"<p>{'word ' * 900}<p>{links}")).html
    words, listed = html.split("…")
    assert len(words) >= 1_980
    assert 1_600 < len(listed) <= 2_010


def test_an_unsafe_link_is_refused():
    link = Link(text="a", url="javascript:alert(1)")
    section = Section(paragraphs=[Paragraph(content=["b"]), Paragraph(content=[link])])
    with pytest.raises(UnrepresentableError, match=r"^sections\[1\]\.paragraphs\[1\]: "):
        for_feed(ShowNotes(sections=[Section(), section]))


@given(value=show_notes)
@settings(max_examples=50, deadline=None)
def test_any_notes_fit(value):
    written = for_feed(value)
    assert max(len(written.text.encode()), len(written.html.encode())) <= 4_000
    assert set(re.findall(r"<\w+", written.html)) <= {"<p", "<ol", "<ul", "<li", "<a"}
    assert set(re.findall(r"<a ([a-z-]+)", written.html)) <= {"href"}
