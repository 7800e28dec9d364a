import pytest

from podkit import Chapter, Chapters, Paragraph, Section, ShowNotes, notes

CHAPTERS = Chapters(
    chapters=[
        Chapter(start=0, title="Hello"),
        Chapter(start=65.4, title="The fog"),
        Chapter(start=70),
        Chapter(start=80, title="Secret", hidden=True),
        Chapter(start=754, title="Goodbye"),
    ]
)


def lines(show_notes):
    return [point.text for section in show_notes.sections for point in section.points]


def test_chapters_become_lines_with_times_in_a_section_of_their_own():
    show_notes = notes.set_timestamps(notes.loads("<p>We talk."), CHAPTERS)
    assert [section.kind for section in show_notes.sections] == ["summary", "timestamps"]
    assert lines(show_notes) == ["00:00 Hello", "01:05 The fog", "12:34 Goodbye"]


def test_all_times_have_hours_where_one_has():
    chapters = Chapters(chapters=[Chapter(start=0, title="A"), Chapter(start=3600, title="B")])
    assert lines(notes.set_timestamps(ShowNotes(), chapters)) == ["00:00:00 A", "01:00:00 B"]


def test_the_time_stamps_that_stand_there_are_replaced():
    old = notes.loads("<h2>Kapitel</h2><p>0:00 Old<h2>Links</h2><p>a")
    show_notes = notes.set_timestamps(old, CHAPTERS)
    assert [section.heading for section in show_notes.sections] == ["Kapitel", "Links"]
    assert lines(show_notes) == ["00:00 Hello", "01:05 The fog", "12:34 Goodbye"]


@pytest.mark.parametrize("format", ["html", "markdown", "text"])
def test_chapters_read_back(format):
    show_notes = notes.set_timestamps(ShowNotes(), CHAPTERS)
    read = notes.loads(notes.dumps(show_notes, format=format), format=format).timestamps
    assert [(chapter.start, chapter.title) for chapter in read] == [
        (0, "Hello"),
        (65, "The fog"),
        (754, "Goodbye"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "**[00:00](#t=00:00)** Hello\n**[01:05](#t=01:05)** The fog\n**[12:34](#t=12:34)** Goodbye",
        "- [@00:00] - Hello\n- [@01:05] - The fog\n- [@12:34] - Goodbye",
        "00:00 - Hello01:05 - The fog12:34 - Goodbye",
        "(00:00)\n\nHello\n\n(01:05)\n\nThe fog\n\n(12:34)\n\nGoodbye",
        "<p>00:00–01:05 Hello<br>01:05–12:34 The fog<br>12:34–15:00 Goodbye",
        "<ul><li><a href='?t=0'>0:00</a> Hello<li>1:05: The fog<li>Goodbye (12:34)</ul>",
        "<table><tr><td>00:00<td>Hello<tr><td>01:05<td>The fog<tr><td>12:34<td>Goodbye</table>",
        "<table><tr><td>Hello<td>00:00<tr><td>The fog<td>01:05<tr><td>Goodbye<td>12:34</table>",
        "<dl><dt>00:00<dd>Hello<dt>01:05<dd>The fog<dt>12:34<dd>Goodbye</dl>",
        "<pre>00:00 Hello\n01:05 The fog\n\n12:34 <b>Goodbye</b></pre>",
        "```\n00:00 Hello\n01:05 The fog\n12:34 Goodbye\n```",
        "| Time | What |\n|---|---|\n| 00:00 | Hello |\n| 01:05 | The fog |\n| 12:34 | Goodbye |",
        "(0:00) Hello (1:05) The fog (12:34) Goodbye",
        "⏱️ 00:00 Hello\n⏱️ 01:05 The fog\n⏱️ 12:34 Goodbye",
        "0h00m00s Hello\n\n0h01m05s The fog\n\n0h12m34s Goodbye",
    ],
)
def test_time_stamps_are_found_in_all_their_spellings(text):
    assert [(chapter.start, chapter.title) for chapter in notes.loads(text).timestamps] == [
        (0, "Hello"),
        (65, "The fog"),
        (754, "Goodbye"),
    ]


@pytest.mark.parametrize(
    ("text", "titles"),
    [
        ("Timestamps:\n0:10 Hello\n1:05 The fog", ["Hello", "The fog"]),
        ("Chapters:\nHello 0:10\nThe fog 1:05", ["Hello", "The fog"]),
        ("Hello 0:10\nThe fog 1:05\nGoodbye 12:34", []),
        ("0:10 Hello\n1:05 The fog", []),
        ("Chapters:\n1:05 The fog\n0:10 Hello", []),
        ("Chapters:\n0:10 Hello\n1:05 The fog\n\nSee also:\n\n0:05 An aside", ["Hello", "The fog"]),
    ],
)
def test_a_heading_makes_a_list_of_two_times(text, titles):
    assert [chapter.title for chapter in notes.loads(text).timestamps] == titles


@pytest.mark.parametrize(
    "text",
    [
        "7:30 is too early for me.\n\n8:30 is not.\n\n9:30 was late.",
        "Schedule:\n9:00 Doors\n10:00 A talk\n11:00 Lunch",
    ],
)
def test_times_of_day_are_no_chapters(text):
    assert len(notes.loads(text).timestamps) == 0


def test_the_times_of_a_transcript_are_no_chapters():
    said = [Paragraph(content=[f"0:0{second} Hello"]) for second in range(5)]
    show_notes = ShowNotes(sections=[Section(kind="transcript", paragraphs=said)])
    assert len(show_notes.timestamps) == 0
