import pytest

from podkit import Link, Paragraph, Section, ShowNotes, UnrepresentableError
from podkit.notes import text


def shape(source):
    """Give each section's kind, heading and paragraphs, points with a star."""
    return [
        (s.kind, s.heading, ["*" * p.is_point + p.text for p in s.paragraphs])
        for s in text.loads(source).sections
    ]


def test_an_empty_text_has_no_sections():
    assert text.loads(" \n\t\n") == ShowNotes()
    assert text.dumps(ShowNotes()) == ""


def test_blank_lines_part_paragraphs_and_single_breaks_are_kept():
    assert shape("One\ntwo\n \nThree") == [("summary", None, ["One\ntwo", "Three"])]


@pytest.mark.parametrize("bullet", ["• ", "•", "•\u00a0", "- ", "* ", "– ", "· ", "▪\t"])
def test_bullets_mark_points(bullet):
    [section] = text.loads(f"{bullet}One\n{bullet}Two").sections
    assert [(point.text, point.is_point) for point in section.paragraphs] == [
        ("One", True),
        ("Two", True),
    ]


def test_numbers_that_count_from_one_mark_points():
    assert shape("Plan:\n1. One\n2) Two\n  goes on\n\n3. Three") == [
        ("other", "Plan:", ["*One", "*Two\ngoes on", "*Three"])
    ]
    assert text.dumps(text.loads("1. One\n2. Two")) == "1. One\n\n2. Two\n"


@pytest.mark.parametrize("source", ["3. Oktober\n4. Oktober", "1. Mai\n1. Juni", "1. Mai\n3. Mai"])
def test_other_numbers_mark_none(source):
    assert shape(source) == [("summary", None, [source])]


@pytest.mark.parametrize("line", ["-One", "*One*", "---", "•", "1. One"])
def test_other_marks_are_text(line):
    assert shape(line) == [("summary", None, [line])]


def test_a_point_may_have_several_lines():
    assert shape("• One\n  goes on\n• Two") == [("summary", None, ["*One\ngoes on", "*Two"])]


@pytest.mark.parametrize(
    ("line", "kind"),
    [("Links", "links"), ("What we think of it:", "other"), ("Want to learn more?", "other")],
)
def test_known_headings_and_short_lines_with_a_colon_open_sections(line, kind):
    assert [(section[0], section[1]) for section in shape(f"Hello.\n\n{line}\n\nText.")] == [
        ("summary", None),
        (kind, line),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Have you ever wondered why this is so?",
        "And here is what we mean when we say a long thing:",
        "A" * 80 + ":",
        "Come:\nand go:",
        "See https://example.com/:",
    ],
)
def test_sentences_open_none(line):
    assert shape(f"Hello.\n\n{line}") == [("summary", None, ["Hello.", line])]


def test_a_known_heading_needs_no_blank_line_after_it():
    assert shape("Hello.\nLinks:\nhttps://example.com/") == [
        ("summary", None, ["Hello."]),
        ("links", "Links:", ["*https://example.com/"]),
    ]


def test_in_a_transcript_only_known_headings_open_sections():
    sections = shape("Transcript\n\nReally?\n\nWell:\n\nGuest: Yes.\n\nLinks:\n\nOur site")
    assert sections == [
        ("transcript", "Transcript", ["Really?", "Well:", "Guest: Yes."]),
        ("links", "Links:", ["*Our site"]),
    ]


@pytest.mark.parametrize(
    "promotion",
    ["Join my program. Click here!", "Use code ANN.", "Save 20% off today.", "Sign up now."],
)
def test_a_call_to_buy_after_the_summary_is_a_promotion(promotion):
    kinds = [section[0] for section in shape(f"How we talk.\n\n{promotion}\n\nLinks:")]
    assert kinds == ["summary", "promotion", "links"]


@pytest.mark.parametrize(
    "source", ["Sign up now.\n\nHow we talk.", "Sign up now.", "Links:\n\nA long way.\n\nSign up."]
)
def test_elsewhere_it_is_not(source):
    assert "promotion" not in [section[0] for section in shape(source)]


def test_the_points_of_what_you_will_learn_need_no_bullets():
    assert shape("What you'll learn:\n\nOne\n\nTwo")[0][2] == ["*One", "*Two"]


@pytest.mark.parametrize("heading", ["What you'll learn:", "Links:"])
def test_each_line_of_a_list_without_bullets_is_a_point(heading):
    assert shape(f"{heading}\nFog\nLamps")[0][2] == ["*Fog", "*Lamps"]
    assert shape(f"{heading}\nHow fog\nis made")[0][2] == ["*How fog\nis made"]


def test_the_guest_may_be_named_in_the_heading():
    assert shape("Zu Gast: Ida Behrens\n\nIda fischt.") == [
        ("guest", "Zu Gast: Ida Behrens", ["Ida fischt."])
    ]


def test_the_title_of_a_chapter_is_no_heading():
    show_notes = text.loads("00:00\nIntro\n05:10\nFog\n07:10\nCredits")
    assert [section.kind for section in show_notes.sections] == ["summary"]
    assert [chapter.title for chapter in show_notes.timestamps] == ["Intro", "Fog", "Credits"]


@pytest.mark.parametrize("times", ["34:12", "0:00\n34:12", "Fog (12)"])
def test_what_follows_a_players_times_is_a_heading(times):
    assert [section[0] for section in shape(f"{times}\nLinks\nOur site")] == ["summary", "links"]


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("This episode is brought to you by Acme, who make lamps.", "sponsors"),
        ("Diese Folge wird präsentiert von Acme.", "sponsors"),
        ("Learn more about your ad choices. Visit megaphone.fm/adchoices", "licence"),
        ("Hosted on Acast. See acast.com/privacy for more information.", "licence"),
        ("Support this podcast: https://example.com/support", "support"),
    ],
)
def test_what_hosts_and_sponsors_add_to_a_summary_is_a_section_of_its_own(line, kind):
    sections = text.loads(f"How we talk.\n\n{line}").sections
    assert [(section.kind, section.paragraphs[0].text) for section in sections] == [
        ("summary", "How we talk."),
        (kind, line),
    ]


def test_with_bullets_the_others_are_no_points():
    assert shape("What you'll learn:\n\nAll this:\n\n• One\n\nTwo") == [
        ("key_points", "What you'll learn:", []),
        ("other", "All this:", ["*One", "Two"]),
    ]
    assert shape("Takeaways\n\n• One\n\nTwo")[0][2] == ["*One", "Two"]


def test_long_paragraphs_of_a_list_of_links_are_no_entries():
    prose = "word " * 20 + "word."
    [section] = text.loads(f"Links:\n\n{prose}\n\nSend me an email").sections
    assert [paragraph.is_point for paragraph in section.paragraphs] == [False, True]
    assert [link.text for link in section.links] == ["Send me an email"]


def test_an_entry_with_a_url_keeps_its_text_around_the_link():
    [section] = text.loads("Links:\n* Our site: https://example.com/").sections
    [entry] = section.paragraphs
    assert entry.content == (
        "Our site: ",
        Link(text=section.links[0].url, url=section.links[0].url),
    )


def test_time_stamps_are_found():
    show_notes = text.loads("Chapters:\n0:00 Intro\n1:05 The news\n12:34 Goodbye")
    assert [chapter.title for chapter in show_notes.timestamps] == ["Intro", "The news", "Goodbye"]


def test_bytes_of_any_encoding_are_read():
    problems = []
    assert text.loads("Café".encode("cp1252"), on_problem=problems.append) == text.loads("Café")
    assert [problem.id for problem in problems] == ["encoding"]


def test_points_without_a_bullet_of_their_own_get_one():
    points = [Paragraph(content=["One"], is_point=True)]
    written = text.dumps(ShowNotes(sections=[Section(paragraphs=points)]))
    assert written == "• One\n"


def test_links_leave_their_text():
    paragraph = Paragraph(content=["See ", Link(text="it", url="https://example.com/"), "."])
    assert text.dumps(ShowNotes(sections=[Section(paragraphs=[paragraph])])) == "See it.\n"


def test_half_a_surrogate_pair_is_refused():
    section = Section(paragraphs=[Paragraph(content=["fine"]), Paragraph(content=["\ud800"])])
    with pytest.raises(UnrepresentableError, match=r"sections\[1\]\.paragraphs\[1\]"):
        text.dumps(ShowNotes(sections=[Section(), section]))
    with pytest.raises(UnrepresentableError, match=r"sections\[0\]\.heading"):
        text.dumps(ShowNotes(sections=[Section(heading="\ud800")]))
