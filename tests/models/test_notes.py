import pytest

from podkit import Chapter, Chapters, EpisodeRef, Link, Paragraph, Section, ShowNotes


def ref(number, title=None, season=None):
    return EpisodeRef(number=number, season=season, title=title)


def paragraph(*content, **more):
    return Paragraph(content=content, **more)


def notes(*texts):
    return ShowNotes(sections=[Section(paragraphs=[paragraph(text)]) for text in texts])


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Episode 31", ref(31)),
        ("episode 31", ref(31)),
        ("Ep 31", ref(31)),
        ("Ep. 31", ref(31)),
        ("Ep31", ref(31)),
        ("EP #31", ref(31)),
        ("Ep. # 31", ref(31)),
        ("Ep 31 - 5 Ways to Rest", ref(31, "5 Ways to Rest")),
        ("Ep 31-Tides", ref(31, "Tides")),
        ("Ep #31: Communication", ref(31, "Communication")),
        ("Ep #31 : Communication", ref(31, "Communication")),
        ("Ep 31 – Be – The Cake", ref(31, "Be – The Cake")),
        ("Ep 31 - Part 2", ref(31, "Part 2")),
        ("Ep 31. Communication", ref(31, "Communication")),
        ("  Ep 31\n", ref(31)),
        ("S2E5", ref(5, season=2)),
        ("s02 e05: Tides", ref(5, "Tides", 2)),
        ("Episode 12345", ref(12345)),
    ],
)
def test_a_reference_as_a_whole(text, expected):
    assert EpisodeRef.parse(text) == expected
    assert EpisodeRef.find_all(text) == (expected,)


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "31",
            "#1: Sleep more",
            "Episode",
            "Episode #",
            "Episode:",
            "In Episode 31",
            "Episode 31 was good",
        ),
        *("Ep 31:", "Ep 31-", "Step 31", "Epic 31", "Episode 123456", "Ep 31\nEp 32", "Ep -31"),
        *("Episodes 31-33", "Episode 31-33", "Episodes 31", "S2", "E5", "S2E123456"),
    ],
)
def test_what_is_no_reference_as_a_whole(text):
    assert EpisodeRef.parse(text) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        ("31 reasons, in step 5 or S2", []),
        ("as in Episode 31 and Ep. 32, and #33", [ref(31), ref(32), ref(33)]),
        ("Episodes 31-33 say", [ref(31), ref(32), ref(33)]),
        ("see episodes 31 – 32", [ref(31), ref(32)]),
        ("Eps. #31-32", [ref(31), ref(32)]),
        ("Episode 31-32: Tides", [ref(31), ref(32)]),
        ("Episodes 33-31 say", [ref(33)]),
        ("Episodes 31-31 say", [ref(31)]),
        ("Episode 1-1000 say", [ref(1)]),
        ("Episode 31 “Be the Cake” has it", [ref(31, "Be the Cake")]),
        ('In Episode 31 "Be the Cake"', [ref(31, "Be the Cake")]),
        ("In Episode 31 “no end", [ref(31)]),
        ("in S2E5 and s3 e6", [ref(5, season=2), ref(6, season=3)]),
        ("(Ep 31)(Ep 31)", [ref(31), ref(31)]),
        ("In Episode 123456", []),
        ("In Episode 31-123456", [ref(31)]),
        ("Ep 31: A\nEp 32: B", [ref(31, "A"), ref(32, "B")]),
        ("We said\nin Ep\n31 that\n#32 - B\nEp 33 too", [ref(31), ref(32, "B"), ref(33)]),
        ("#193", [ref(193)]),
        ("as we said in #193.", [ref(193)]),
        ("siehe #12 und #13", [ref(12), ref(13)]),
        ("Folge 12", [ref(12)]),
        ("In den Folgen 3, 4 und 5", [ref(3), ref(4), ref(5)]),
        ("Folge 3 bis 5", [ref(3), ref(4), ref(5)]),
        ("in Folge Nr. 12 „Vom Schlaf“", [ref(12, "Vom Schlaf")]),
        ("Ausgabe 7", [ref(7)]),
        ("Staffel 2, Folge 5", [ref(5, season=2)]),
        ("dans l'épisode n° 7 « La nuit »", [ref(7, "La nuit")]),
        ("Épisode 7", [ref(7)]),
        ("les épisodes 3 à 5", [ref(3), ref(4), ref(5)]),
        ("saison 2 épisode 5", [ref(5, season=2)]),
        ("Episodio 9", [ref(9)]),
        ("los episodios 3 y 4", [ref(3), ref(4)]),
        ("temporada 2: episodio núm. 5", [ref(5, season=2)]),
        ("Season 2, Episodes 5 and 6", [ref(5, season=2), ref(6, season=2)]),
        ("S2:E5, S2 Ep. 6", [ref(5, season=2), ref(6, season=2)]),
        ("Episode 5 of season 2", [ref(5, season=2)]),
        ("Folge 5 aus Staffel 2", [ref(5, season=2)]),
        ("Episode 4, ‘Don’t go’, is", [ref(4, "Don’t go")]),
        ("episodes 5 through 7, 9 & 11", [ref(n) for n in (5, 6, 7, 9, 11)]),
        ("In this episode 3 guests, each episode 5 songs", []),
        ("In dieser Folge 3 Gäste, dans cet épisode 3 invités, en este episodio 3 ideas", []),
        ("the #1 podcast, my #12 tip, on #1 spot", []),
        ("episode 1.5, episode 20 minutes, episode 3:20, episode 50%, episode 3rd", []),
        ("Episode 3 and 4 friends, Episode 5 - 10 tips", [ref(3), ref(5)]),
        ("8-minute, 12 minutes, top-10, 917-540-8447, 20, 30, 40", []),
        ("Episode 31. We talked. And slept.", [ref(31)]),
        ("In #193 we talked", [ref(193)]),
        ("We said this in #193.", [ref(193)]),
        ("We said so (#193).", [ref(193)]),
        ("See #12, #13", [ref(12), ref(13)]),
        ("Related: #12, #13 and #14", [ref(12), ref(13), ref(14)]),
        ("Episode 31/32", [ref(31), ref(32)]),
        ("Episode 1/2, episode 31/34", [ref(1), ref(31)]),
        ("en 2x05 y 2x06", [ref(5, season=2), ref(6, season=2)]),
        ("Episode 12 (“Fog”)", [ref(12, "Fog")]),
        ("Episode 166, 'Don't Go', is", [ref(166, "Don't Go")]),
        ("Episode 12 'cause the boys' club", [ref(12)]),
        ("back in episode twenty-one we said", [ref(21)]),
        ("welcome to episode one hundred.", [ref(100)]),
        ("wie in Folge einundzwanzig.", [ref(21)]),
        ("dans l'épisode quatre-vingt-dix-neuf, on", [ref(99)]),
        ("en el episodio treinta y dos hablamos", [ref(32)]),
        ("in the last episode two people, in episode one can hear", []),
        ("in episode one hundred and seven, in episode one twelve", []),
        ("in der Folge zwei Leute, en el episodio dos personas", []),
        ("Fixes #12 and #13, #fog #2024, 4x16 pixels, 2x4", []),
    ],
)
def test_references_within_a_text(text, expected):
    assert EpisodeRef.find_all(text) == tuple(expected)


def test_a_range_is_a_hundred_episodes_at_most():
    assert len(EpisodeRef.find_all("In Episodes 1-101")) == 101
    assert len(EpisodeRef.find_all("In Episodes 1-102")) == 1


@pytest.mark.parametrize(
    "piece",
    ["Episode ", "Ep 1 ", "Ep 1-", "Ep 1 “", "Ep 1 “a” ", "#", "9", " ", "S1", "Ep 1: ", "-"],
)
def test_long_texts_take_linear_time(piece):
    long = piece * 10_000
    for text in (long, f"Ep 1{long}", f"Ep 1 “{long}", f"Ep {long}1"):
        assert len(EpisodeRef.find_all(text)) <= 10_001


LINK, MAIL = Link(text="Episode 12", url="https://example.com/12"), Link(text="write to us")
FIRST, POINT = paragraph("Hear ", LINK, "."), paragraph(MAIL, " on Ep 7", is_point=True)
SECTION = Section(kind="summary", heading="What", paragraphs=[FIRST, POINT])


def test_a_paragraph_is_its_text_and_links():
    assert FIRST.text == "Hear Episode 12."
    assert FIRST.links == (LINK,)
    assert FIRST.episode_refs == (ref(12),)
    assert (paragraph().text, paragraph().links, paragraph().episode_refs) == ("", (), ())


def test_a_section_gathers_what_is_in_its_paragraphs():
    assert SECTION.points == (POINT,)
    assert SECTION.links == (LINK, MAIL)
    assert SECTION.episode_refs == (ref(12), ref(7))


def test_show_notes_gather_what_is_in_their_sections():
    show_notes = ShowNotes(sections=[SECTION, Section(), SECTION])
    assert show_notes.links == (LINK, MAIL) * 2
    assert show_notes.episode_refs == (ref(12), ref(7)) * 2


@pytest.mark.parametrize(
    ("texts", "stamps"),
    [
        (["0:00 A", "Words.", "1:05 B", "(2:00) C"], [(0, "A"), (65, "B"), (120, "C")]),
        (["0:00 A\n1:05 B\n1:05 C"], [(0, "A"), (65, "B"), (65, "C")]),
        (["0:00 A", "1:05 B"], []),
        (["0:00 A", "2:00 B", "1:05 C"], []),
        (["We left at 0:30.", "At 1:00 too", "And 2:00"], []),
        ([], []),
    ],
)
def test_time_stamps_are_three_lines_or_more_that_do_not_fall(texts, stamps):
    expected = Chapters(chapters=[Chapter(start=start, title=title) for start, title in stamps])
    assert notes(*texts).timestamps == expected
