import pytest

from podkit import notes
from podkit.notes._headings import kind_of_heading, kind_of_line

HEADINGS = [
    ("What You’ll Learn:", "key_points"),
    ("What you will discover", "key_points"),
    ("Key Takeaways", "key_points"),
    ("Episode Summary", "summary"),
    ("In this episode:", "summary"),
    ("Show Notes", "show_notes"),
    ("Listen to the Full Episode:", "player"),
    ("Featured on the Show:", "links"),
    ("Episode Links", "links"),
    ("Links & Resources", "links"),
    ("Resources mentioned in this episode:", "links"),
    ("📚 Resources", "links"),
    ("See also", "links"),
    ("Full Episode Transcript:", "transcript"),
    ("Read the Full Transcript", "transcript"),
    ("FULL INTERDEPENDENCE EPISODE TRANSCRIPT", "transcript"),
    ("Enjoy the Show?", "follow"),
    ("Subscribe", "follow"),
    ("Follow us on Instagram", "follow"),
    ("Sponsors", "sponsors"),
    ("This episode is brought to you by:", "sponsors"),
    ("Sentry - Sponsor", "sponsors"),
    ("Special Guest: Ann Lee", "guest"),
    ("About the Guest", "guest"),
    ("Panelists", "hosts"),
    ("Timestamps", "timestamps"),
    ("Related Episodes", "related_episodes"),
    ("Leave a Review", "review"),
    ("Get in touch", "contact"),
    ("Call 1-774-462-5667", "contact"),
    ("Support the show", "support"),
    ("Credits", "credits"),
    ("Sick Picks", "picks"),
    ("Quotes", "quotes"),
    ("Join the conversation", "comments"),
    ("Zusammenfassung", "summary"),
    ("Kapitelmarken", "timestamps"),
    ("Transkript", "transcript"),
    ("Gäste", "guest"),
    ("Weiterführende Links", "links"),
    ("Liens\u00a0:", "links"),
    ("Résumé", "summary"),
    ("Chapitres", "timestamps"),
    ("Enlaces", "links"),
    ("Capítulos", "timestamps"),
    ("Transcripción", "transcript"),
]
NO_HEADINGS = [
    "The year in review",
    "Making your production environment",
    "Ann Lee",
    "?!",
    "",
    "transcript " * 20,
]
NO_LINES = ["Leave a review in Apple Podcasts.", "Guest: Yes, I do", "Sponsors, of course!"]


@pytest.mark.parametrize(("heading", "kind"), HEADINGS)
def test_a_heading_tells_the_kind_of_its_section(heading, kind):
    assert kind_of_heading(heading) == kind
    [section] = notes.html.loads(f"<h3>{heading}</h3>").sections
    assert (section.kind, section.heading) == (kind, heading)


@pytest.mark.parametrize("heading", NO_HEADINGS)
def test_an_unknown_heading_has_no_kind(heading):
    assert kind_of_heading(heading) is None


@pytest.mark.parametrize("line", NO_LINES)
def test_a_sentence_or_a_label_with_its_value_opens_no_section(line):
    assert kind_of_line(line) is None
