import pytest

from podkit import Cue, EpisodePage, Section, ShowNotes, Transcript, UnrepresentableError, pages
from podkit.pages import html, markdown, text


def cues(source, module=text):
    transcript = module.loads(source).transcript
    return [(c.speaker, c.start, c.text) for c in transcript.cues] if transcript else None


def said(*paragraphs):
    return "\n\n".join(["Ep 1: Rest", "Transcript", *paragraphs])


def test_each_paragraph_is_a_cue():
    assert cues(said("Hello,\nyou.", "- Bye.")) == [
        (None, None, "Hello,\nyou."),
        (None, None, "- Bye."),
    ]


def test_a_section_without_text_is_no_transcript():
    page = text.loads("Ep 1: Rest\n\nTranscript\n\nLinks\n\nOur site")
    assert page.transcript is None
    assert [section.kind for section in page.notes.sections] == ["transcript", "links"]


def test_names_that_begin_two_paragraphs_or_more_are_speakers():
    assert cues(said("Ann: Hello.", "Bob Lee: Hi.", "Ann: Bye.", "Bob Lee: Bye: bye.")) == [
        ("Ann", None, "Hello."),
        ("Bob Lee", None, "Hi."),
        ("Ann", None, "Bye."),
        ("Bob Lee", None, "Bye: bye."),
    ]


@pytest.mark.parametrize(
    "label", ["One", "NOTE", "so", "The first thing that you need to know", "A.M. 10:30 and", "#"]
)
def test_other_words_before_a_colon_are_not(label):
    lines = [f"{label}: a", f"{label}: b"]
    assert cues(said(*lines)) == [(None, None, line) for line in lines]


def test_a_name_that_begins_one_paragraph_is_text():
    assert cues(said("Two: Acceptance is key.")) == [(None, None, "Two: Acceptance is key.")]


@pytest.mark.parametrize(
    "line",
    [
        "[00:01:05] Ann: Hello.",
        "Ann (1:05): Hello.",
        "Ann: [1:05] Hello.",
        "(1:05) Ann: Hello.",
        "Ann:\nHello.",
    ],
)
def test_a_time_stands_beside_the_name(line):
    start = None if "\n" in line else 65.0
    assert cues(said(line, "Ann: Bye.")) == [("Ann", start, "Hello."), ("Ann", None, "Bye.")]


def test_a_time_stands_before_the_words():
    assert cues(said("[0:00] Hello.", "(1:02:03.5) Bye.", "At 1:05 we left.")) == [
        (None, 0.0, "Hello."),
        (None, 3723.5, "Bye."),
        (None, None, "At 1:05 we left."),
    ]


@pytest.mark.parametrize(
    "lines",
    [
        "[0:00] Ann: Hello,\nyou.\n[0:05] Bo: Hi.\n[0:09] Ann: Bye.\n[0:10] Bo: Bye.",
        "0:00 Ann: Hello,\nyou.\n0:05 Bo: Hi.\n0:09 Ann: Bye.\n0:10 Bo: Bye.",
        "Ann (0:00): Hello,\nyou.\nBo (0:05): Hi.\nAnn (0:09): Bye.\nBo (0:10): Bye.",
        "Ann\n0:00\nHello,\nyou.\nBo\n0:05\nHi.\nAnn\n0:09\nBye.\nBo\n0:10\nBye.",
        "Ann 0:00\nHello,\nyou.\nBo 0:05\nHi.\nAnn 0:09\nBye.\nBo 0:10\nBye.",
        "Ann (0:00)\nHello,\nyou.\nBo (0:05)\nHi.\nAnn (0:09)\nBye.\nBo (0:10)\nBye.",
    ],
)
def test_a_line_that_begins_with_a_name_or_a_time_is_a_turn(lines):
    assert cues(said(lines)) == [
        ("Ann", 0.0, "Hello,\nyou."),
        ("Bo", 5.0, "Hi."),
        ("Ann", 9.0, "Bye."),
        ("Bo", 10.0, "Bye."),
    ]


def test_names_alone_again_and_again_begin_turns():
    lines = "Ann Lee\nHello,\nyou.\nBo\nHi.\nAnn Lee\nBye.\nBo\nBye."
    speakers = ["Ann Lee", "Bo"] * 2
    assert [speaker for speaker, _, _ in cues(said(lines))] == speakers


@pytest.mark.parametrize(
    ("lines", "turns"),
    [
        ("Ann\nBo\nHello.\nAnn\nBo\nBye.", 1),
        ("Ann: Hello.\nBo: Hi.\nAnn: Bye.", 3),
        ("Ann: Hello.\nand sleep.\nwell: go.\nyou too.\nAnn: Bye.", 2),
        ("0:00\nHello.\n0:05\nHi.", 2),
        ("We met at\n12:30 and left.", 1),
        ("Hello,\nyou.", 1),
    ],
)
def test_other_lines_are_no_turns(lines, turns):
    assert len(cues(said(lines))) == turns


def test_lines_of_a_subtitle_are_a_cue():
    lines = "1\n00:00:01,000 --> 00:00:02,500\nHello,\nyou."
    page = text.loads(said(lines, "00:03.000 --> 00:04.000\nBye.", "2\n0:05 --> 0:06"))
    assert page.transcript == Transcript(
        cues=[Cue(text="Hello,\nyou.", start=1, end=2.5), Cue(text="Bye.", start=3, end=4)]
    )


def test_marked_names_begin_lines():
    source = "<h1>Rest</h1><h2>Transcript</h2><p><b>Ann:</b> Hello.<br>Ann: Bye."
    assert [cue[0] for cue in cues(source, html)] == ["Ann", "Ann"]


@pytest.mark.parametrize("lead", ["[1:05] Ann:", "1:05 Ann:"])
def test_a_time_may_stand_before_a_name_in_bold_type(lead):
    source = f"# Rest\n\n## Transcript\n\n**{lead}** Hello.\n\n**Bo:** Hi."
    assert cues(source, markdown) == [("Ann", 65.0, "Hello."), ("Bo", None, "Hi.")]


def test_another_number_in_bold_type_is_no_time_before_a_name():
    source = "# Rest\n\n## Transcript\n\n**7th guest:** Hello.\n\n**Bo:** Hi."
    assert cues(source, markdown) == [("7th guest", None, "Hello."), ("Bo", None, "Hi.")]


def test_a_name_alone_is_text():
    assert cues(said("Ann:", "Hello."))[0] == (None, None, "Ann:")


@pytest.mark.parametrize("line", ["[1:05]", "(1:05)", "1:05", "1:05:"])
def test_a_time_alone_is_that_of_the_next_paragraph(line):
    assert cues(said(line, "Hello.")) == [(None, 65.0, "Hello.")]
    assert cues(said("Hello.", line))[1] == (None, None, line)
    assert cues(said(line, "[2:00] Hello."))[0] == (None, None, line)


@pytest.mark.parametrize(
    "turn", ["**Ann:** Hello.", "**Ann**: Hello.", "**Ann: **Hello.", "**Ann (1:05):** Hello."]
)
def test_a_name_in_bold_type_is_a_speaker(turn):
    start = 65.0 if "1:05" in turn else None
    source = f"# Rest\n\n## Transcript\n\n{turn}"
    if turn == "**Ann: **Hello.":  # which is no bold type in CommonMark
        assert cues(source, markdown)[0][2] == turn
    else:
        assert cues(source, markdown) == [("Ann", start, "Hello.")]


@pytest.mark.parametrize(
    ("turn", "expected"),
    [
        ("<b>Ann: </b>Hello.", ("Ann", None, "Hello.")),
        ("<cite>Dr. Ann: Lee:</cite> [1:05] Hello.", ("Dr. Ann: Lee", 65.0, "Hello.")),
        ("<b>Well</b>, hello.", (None, None, "Well, hello.")),
        ("<b>Ann:</b>", (None, None, "Ann:")),
        ("<b>:</b> Hello.", (None, None, ": Hello.")),
    ],
)
def test_marked_words_are_a_speaker_if_a_colon_follows(turn, expected):
    assert cues(f"<h1>Rest</h1><h2>Transcript</h2><p>{turn}", html) == [expected]


def test_times_of_cues_are_attributes():
    source = """<html data-podkit=episode><main><header></header>
        <section data-kind=transcript lang=de><p data-start=0.5 data-end=nan>Hallo"""
    transcript = html.loads(source).transcript
    assert transcript == Transcript(cues=[Cue(text="Hallo", start=0.5)], language="de")


def test_a_paragraph_that_is_nothing_but_a_link_stays_in_the_notes():
    source = "<h1>Rest</h1><h2>Transcript</h2><p><a href=/1.pdf>Read it</a><p>Hello."
    page = html.loads(source)
    assert page.notes.links[0].url == "/1.pdf"
    assert [cue.text for cue in page.transcript.cues] == ["Hello."]


def test_the_target_of_a_link_in_the_transcript_is_reported():
    problems = []
    source = "Ep 1: Rest\n\nTranscript\n\nSee https://example.com/ there."
    assert cues(source)[0][2] == "See https://example.com/ there."
    source = "<h1>Rest</h1><h2>Transcript</h2><p>See <a href=/a>this</a>."
    html.loads(source, on_problem=problems.append)
    assert [problem.id for problem in problems] == ["link-in-transcript"]


PAGE = EpisodePage(
    heading="Rest",
    notes=ShowNotes(
        sections=[
            Section(kind="transcript", heading="Transcript:"),
            Section(kind="follow", heading="Follow"),
        ]
    ),
    transcript=Transcript(
        cues=[
            Cue(text="Hello.", speaker="Ann", start=0),
            Cue(text=" ", speaker="Ann"),
            Cue(text="Links:", speaker="Bob"),
            Cue(text="Bye.", start=3723.25, end=3724),
            Cue(text="- Bye\n*bye*."),
        ]
    ),
)


def test_the_transcript_is_written_where_its_section_stands():
    assert text.dumps(PAGE).split("\n\n") == [
        "Rest",
        "Transcript:",
        "Ann (0:00): Hello.",
        "Bob: Links:",
        "(1:02:03.250) Bye.",
        "- Bye\n*bye*.",
        "Follow\n",
    ]
    assert markdown.dumps(PAGE).split("\n\n") == [
        "# Rest",
        '<section data-kind="transcript">',
        "## Transcript:",
        "**Ann (0:00):** Hello.",
        "**Bob:** Links:",
        "(1:02:03.250) Bye.",
        "\\- Bye\\\n\\*bye\\*.",
        "</section>",
        "## Follow\n",
    ]


def test_markdown_carries_speakers_and_starts():
    transcript = markdown.loads(markdown.dumps(PAGE)).transcript
    assert [(c.speaker, c.start, c.end, c.text) for c in transcript.cues] == [
        ("Ann", 0.0, None, "Hello."),
        ("Bob", None, None, "Links:"),
        (None, 3723.25, None, "Bye."),
        (None, None, None, "- Bye\n*bye*."),
    ]


@pytest.mark.parametrize("format", ["text", "markdown", "html"])
def test_a_page_without_a_place_for_its_transcript_gets_one_at_the_end(format):
    page = EpisodePage(heading="Rest", transcript=Transcript(cues=[Cue(text="Hello.")]))
    read = pages.loads(pages.dumps(page, format=format), format=format)
    assert read.transcript == page.transcript
    assert [section.kind for section in read.notes.sections] == ["transcript"]


@pytest.mark.parametrize(
    ("cue", "message"),
    [
        (Cue(text="a", start=-1), r"^transcript\.cues\[1\]: -1\.0 is before the audio begins"),
        (Cue(text="\ud800"), r"^transcript\.cues\[1\]\.text: "),
        (Cue(text="a", speaker="\ud800"), r"^transcript\.cues\[1\]\.speaker: "),
    ],
)
@pytest.mark.parametrize("module", [text, markdown])
def test_cues_that_cannot_be_written_are_refused(module, cue, message):
    page = EpisodePage(transcript=Transcript(cues=[Cue(text="a"), cue]))
    with pytest.raises(UnrepresentableError, match=message):
        module.dumps(page)
