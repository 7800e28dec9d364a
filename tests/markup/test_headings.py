import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from podkit import notes
from podkit._markup import headings
from podkit._markup.headings import kind_of_heading, kind_of_line

ELSEWHERE = ("comments", "show_notes", "transcript")

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
    ("Resources mentioned in this episode:", "resources"),
    ("📚 Resources", "resources"),
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
    ("Download Transcript (PDF)", "transcript"),
    ("Ann’s Podcast Resources", "resources"),
    ("People mentioned", "people"),
    ("The team", "people"),
    ("Further reading", "resources"),
    ("References", "resources"),
    ("Copyright", "licence"),
    ("3 Comments", "comments"),
    ("Leave a Reply", "comments"),
    ("You might also like", "related_episodes"),
    ("Theme Music", "credits"),
    ("Books mentioned in this episode", "books"),
    ("Das lernst du in dieser Folge", "key_points"),
    ("Die wichtigsten Punkte", "key_points"),
    ("Darum geht es", "summary"),
    ("Shownotes zur Folge", "show_notes"),
    ("Jetzt anhören", "player"),
    ("Weitere Folgen", "related_episodes"),
    ("Unsere Sponsoren", "sponsors"),
    ("Werbung", "sponsors"),
    ("Zu Gast", "guest"),
    ("Moderation", "hosts"),
    ("Beteiligte", "people"),
    ("Quellen", "resources"),
    ("Folge uns", "follow"),
    ("Bewerte uns auf Spotify", "review"),
    ("Kontakt", "contact"),
    ("Unterstützen", "support"),
    ("Mitwirkende", "credits"),
    ("Zitate", "quotes"),
    ("Schreibe einen Kommentar", "comments"),
    ("Lizenz", "licence"),
    ("Ce que vous allez apprendre", "key_points"),
    ("Points clés", "key_points"),
    ("Dans cet épisode", "summary"),
    ("Notes de l’épisode", "show_notes"),
    ("Écouter l’épisode", "player"),
    ("Autres épisodes", "related_episodes"),
    ("Liens utiles", "links"),
    ("Ressources", "resources"),
    ("Nos partenaires", "sponsors"),
    ("Notre invitée", "guest"),
    ("Animatrice", "hosts"),
    ("L’équipe", "people"),
    ("Abonnez-vous", "follow"),
    ("Laissez-nous un avis", "review"),
    ("Nous contacter", "contact"),
    ("Nous soutenir", "support"),
    ("Crédits", "credits"),
    ("Citations", "quotes"),
    ("Laisser un commentaire", "comments"),
    ("Mentions légales", "licence"),
    ("Transcription complète", "transcript"),
    ("Qué aprenderás", "key_points"),
    ("Puntos clave", "key_points"),
    ("En este episodio", "summary"),
    ("Notas del episodio", "show_notes"),
    ("Escucha el episodio", "player"),
    ("Episodios relacionados", "related_episodes"),
    ("Enlaces mencionados", "links"),
    ("Recursos", "resources"),
    ("Marcas de tiempo", "timestamps"),
    ("Patrocinadores", "sponsors"),
    ("Nuestra invitada", "guest"),
    ("Presentadora", "hosts"),
    ("El equipo", "people"),
    ("Suscríbete", "follow"),
    ("Déjanos una reseña", "review"),
    ("Contacto", "contact"),
    ("Apóyanos", "support"),
    ("Créditos", "credits"),
    ("Frases", "quotes"),
    ("Deja un comentario", "comments"),
    ("Licencia", "licence"),
    ("What we learned", "key_points"),
    ("Lessons Learned", "key_points"),
    ("Ce qu’on apprend dans cet épisode", "key_points"),
    ("In this episode, we discuss:", "summary"),
    ("Worum geht’s?", "summary"),
    ("About Mia Holt", "guest"),
    ("Connect with Mia", "follow"),
    ("Retrouvez-nous", "follow"),
    ("Deja tu comentario", "comments"),
    ("Thanks to", "credits"),
    ("Tools mentioned", "resources"),
    ("Mentions", "links"),
    ("Schedule", "news"),
    ("Les temps forts", "timestamps"),
    ("Mitmachen", "contact"),
    ("Come say hi", "contact"),
    ("Retrouver Anne Roux", "guest"),
    ("Dónde encontrar a Ana Ruiz", "guest"),
]
NO_HEADINGS = [
    "The year in review",
    "Making your production environment",
    "Ann Lee",
    "About The Fog",
    "About Fog Radio",
    "Follow @ann on Instagram and Ann on LinkedIn",
    "?!",
    "",
    "transcript " * 20,
    "What the transcript of a trial tells",
]
NO_LINES = [
    "Leave a review in Apple Podcasts.",
    "Guest: Yes, I do",
    "Sponsors, of course!",
    "Our transcript is late",
]


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


@pytest.mark.parametrize("kind", ELSEWHERE)
@given(data=st.data())
@settings(max_examples=50, deadline=None)
def test_each_form_of_what_is_elsewhere_is_told_by_a_part_of_it(kind, data):
    heading = data.draw(st.from_regex(re.compile(headings._FORMS[kind]), fullmatch=True))
    assert headings.is_elsewhere(heading) == (headings.kind_of_heading(heading) in ELSEWHERE)
