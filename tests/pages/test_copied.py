"""Pages that were copied out of a browser together with the site around them."""

import pytest

from podkit.pages import text

BELL = (
    "Under the pier hangs a bell that nobody rings, and we went to find out who oils it every"
    " second Sunday before breakfast."
)
NOTES = f"{BELL}\n\nLinks\n\nThe Harbour Society\n\nTranscript\n\n" + "\n\n".join(
    ["Ann: Who rings it?", "Joan: Nobody.", "Ann: Then why oil it?", "Joan: So that they could."]
)
SQUARESPACE = (
    "Skip to Content\n0\nTides\nEpisodes\nAbout\nSupport\nOpen Menu\nClose Menu\nEpisodes\nAbout"
    "\nSupport\n{title}\nFeb 21\nWritten by Ann Lee\n{title}\nTides\n00:00 / 44:36"
)
GHOST = (
    "Tides\nHome\nEpisodes\nAbout\nContact\nSign in\nSubscribe\nSeason 2\nThe Bell\nWho oils it?"
    "\nAnn Lee\n\nAnn Lee\nMar 3, 2024 — 34 min listen\nPhoto by Bo Bee"
)
WIX = (
    "top of page\nTides\nStart\nPodcast\nÜber mich\nKontakt\nAnmelden\nAutorenbild\nAnn Lee"
    "\n3. März 2024\n3 Min. Lesezeit\n{title}\nAktualisiert: 5. März 2024"
)
SUBSTACK = (
    "Tides\nHome\nPodcast\nAbout\nSubscribe\nSign in\nEp 27: The Bell\nWho oils it?\nAnn Lee"
    "\nMar 03, 2024\n12\n3\nShare\n0:00\n-34:10"
)
KAJABI = "Home\nAbout\nPodcast\nStore\nLogin\nEpisode 27: The Bell\nMar 03, 2024\nAnn Lee"
ASTRA = (
    "Skip to content\nTides\nMain Menu\n\n    Home\n    Podcast\n    Work With Me\n\nThe Bell"
    "\nPodcast / By Ann Lee"
)
PODIGEE = "Tides\nAlle Episoden\nÜber\nAbonnieren\nEpisode 27\nThe Bell\n03.03.2024\n42 min"


@pytest.mark.parametrize(
    ("head", "show", "facts"),
    [
        (SQUARESPACE.format(title="The Bell"), "Tides", (None, None, 2676, "Ann Lee")),
        (SQUARESPACE.format(title="Ep 27: The Bell"), "Tides", (27, None, 2676, "Ann Lee")),
        (GHOST, "Tides", (None, "2024-03-03", 2040, "Ann Lee")),
        (WIX.format(title="The Bell"), "Tides", (None, "2024-03-03", None, "Ann Lee")),
        (WIX.format(title="Folge 27: The Bell"), "Tides", (27, "2024-03-03", None, "Ann Lee")),
        (SUBSTACK, "Tides", (27, "2024-03-03", 2050, "Ann Lee")),
        (KAJABI, None, (27, "2024-03-03", None, "Ann Lee")),
        (ASTRA, "Tides", (None, None, None, "Ann Lee")),
        (PODIGEE, "Tides", (27, "2024-03-03", 2520, None)),
    ],
)
def test_the_title_stands_below_the_site_and_beside_the_facts(head, show, facts):
    page = text.loads(f"{head}\n\n{NOTES}")
    episode = page.episode
    day = episode.published and f"{episode.published:%Y-%m-%d}"
    assert (page.show.title, episode.title) == (show, "The Bell")
    assert (episode.number, day, episode.duration, episode.itunes_author) == facts
    said = [paragraph.text for paragraph in page.notes.sections[0].paragraphs]
    assert [line for line in said if line != "Who oils it?"] == [BELL]


@pytest.mark.parametrize(
    "foot",
    [
        "harbour, bells, oil\nFacebook0\nLinkedIn0\n0 J'aime\nCommentaires (0)\nS'abonner\nAperçu",
        "harbour\nbells\n13 Ansichten\n0 Kommentare\nAktuelle Beiträge\nAlle ansehen\nFrogs",
        "Sign up for more like this.\nEnter your email\nSubscribe\nFrogs\nFeb 25, 2024",
        "Previous\nEpisode 26: Frogs\nNext\nEpisode 28: Clocks\nNewsletter\nA story each month.",
        "Discussion about this episode\nBo\nMar 4\nLovely one!\nReady for more?\n© 2024 Ann Lee",
        "Share this:\nFacebook\nX\nLike this:\nLoading...\nPost navigation\nFrogs",
        "Feedback\nWhat do you think?\nYour name\nYour email\nSend\nImpressum\nHosting by Tide",
        "Share\nStay in touch!\nFirst Name\nEmail\nTerms\nPrivacy\nPowered by Tide",
    ],
)
def test_what_stands_below_a_copied_page_is_no_content(foot):
    problems = []
    page = text.loads(f"{KAJABI}\n\n{NOTES}\n\n{foot}", on_problem=problems.append)
    assert [cue.text for cue in page.transcript.cues][-1] == "So that they could."
    assert [section.kind for section in page.notes.sections] == ["summary", "links", "transcript"]
    assert {problem.id for problem in problems} == {"page-furniture"}


@pytest.mark.parametrize(
    "head",
    [
        "Home\nAbout\nContact\nShop\nBlog\n\nWe went to see a bell. Here is what we heard of it.",
        "Home\nEpisodes\nContact\nOne.\nTwo.\nThree.\nEp 27: The Bell",
        "Ep 27: The Bell\nHome\nEpisodes\nContact",
        "Home\nEpisodes\nContact",
    ],
)
def test_without_a_title_below_it_a_menu_tells_nothing(head):
    page = text.loads(f"{head}\n\n{NOTES}")
    assert BELL in [p.text for section in page.notes.sections for p in section.paragraphs]


def test_below_the_notes_a_text_is_content_whatever_stands_over_it():
    page = text.loads(f"{KAJABI}\n\n{BELL}\n\nNext\n\n{BELL} {BELL}")
    assert page.notes.sections[-1].paragraphs[-1].text == f"{BELL} {BELL}"


def test_a_page_may_show_only_one_podcast_among_others():
    head = "Ann Lee\nHome\nAbout\nContact\nBook a call\nThe Bell Podcast\nEp 27: The Bell"
    assert text.loads(f"{head}\nMar 03, 2024\n\n{NOTES}").show.title == "The Bell Podcast"


@pytest.mark.parametrize("below", ["", "\n\nNext\nFrogs\nPrivacy", "\n\n© 2024 Ann Lee"])
def test_a_copied_page_may_have_no_notes(below):
    page = text.loads(KAJABI + below)
    assert (page.episode.title, page.notes.sections) == ("The Bell", ())


def test_what_visitors_say_and_who_the_author_is_stand_in_the_foot():
    comment = "I have carried my own letter around since October. " * 4
    foot = (
        "About Ann Lee\n\nAnn Lee keeps a lamp in Husum and talks about it.\n\n"
        f"Comments\n\nMarit says:\nJanuary 14, 2026 at 9:12 am\n\n{comment}\nReply\n\n"
        "Leave a Reply\nYour email address will not be published. Required fields are marked *\n"
        "Name *\nEmail *\nPost Comment"
    )
    head = "Skip to content\nTides\n\nHome\nAbout\nPodcast\nBlog\n\nEpisode 7: Fog"
    beside = "May 2, 2026 / Ann Lee / The Tides Podcast\n\nAudio Player"
    page = text.loads(f"{head}\n{beside}\n\n{BELL * 4}\n\n{NOTES}\n\n{foot}")
    assert [cue.speaker for cue in page.transcript.cues] == ["Ann", "Joan", "Ann", "Joan"]
    assert [section.kind for section in page.notes.sections] == ["summary", "links", "transcript"]


@pytest.mark.parametrize("menu", ["Tides\nHome\nEpisodes\nAbout", "Home\nEpisodes\nAbout\n\nTides"])
def test_a_menu_goes_too_where_neither_number_nor_date_tells_the_title(menu):
    page = text.loads(f"{menu}\n\nFog\n\n{BELL}")
    assert page.episode.title == "Tides"
    assert [p.text for p in page.notes.sections[0].paragraphs] == ["Fog", BELL]
