"""What kind of section a heading opens: a table of what headings say, in several languages.

A row is a kind and the forms that its headings take, as regular expressions that fit the whole
heading in lower case, without marks around it. The first row that fits counts. The forms are those
counted on some 9,000 published show notes, and their translations.
"""

import re
import unicodedata

__all__ = ["kind_of_heading", "kind_of_line"]

_FORMS = {
    "transcript": (
        r"(?:read )?(?:the )?(?:full |complete )?(?:episode |show )?transcript(?: below)?",
        r"full .{1,120} transcript",
        r"transcription|transcripción|(?:vollständiges )?transkript",
    ),
    "player": (
        r"listen to (?:the|this) (?:full )?(?:episode|show|podcast)(?: here| now)?",
        r"listen (?:now|here)|play (?:the |this )?episode|episode anhören|écouter l'épisode",
    ),
    "key_points": (
        r"(?:what )?you(?:'ll| will) (?:learn|discover|hear)(?: .{1,60})?",
        r"in this episode,? you(?:'ll| will) (?:learn|discover|hear)(?: .{1,60})?",
        r"(?:key )?(?:takeaways|points|learnings|insights)|(?:episode )?highlights",
        r"das lernst du(?: .{1,60})?|ce que vous apprendrez|lo que aprenderás",
    ),
    "summary": (
        r"(?:episode |show )?(?:summary|overview|description)|discussion",
        r"(?:about|in) (?:the|this) episode|what we (?:cover|get into|discuss)",
        r"(?:key )?topics(?: discussed| covered)?",
        r"zusammenfassung|in dieser folge|résumé|dans cet épisode|resumen|en este episodio",
    ),
    "show_notes": (r"(?:the )?(?:show|episode) ?notes|notes de l'épisode|notas del episodio",),
    "related_episodes": (
        r"(?:related|referenced|other|more|previous|past|mentioned) episodes(?: .{1,60})?",
        r"episodes (?:mentioned|referenced)(?: .{1,60})?",
        r"(?:weitere|ähnliche) folgen|épisodes (?:liés|similaires)|episodios relacionados",
    ),
    "links": (
        r"(?:(?:episode|show|related|useful|key) )?links(?: (?:and|&) resources)?",
        r"(?:(?:other|referenced|further|related) )?(?:resources|references|reading)|see also",
        r"(?:(?:links|resources|things) )?(?:we )?(?:mentioned|referenced)(?: .{1,30})?",
        r"featured (?:on|in) (?:the|this) (?:show|episode)",
        r"liens|ressources|enlaces|recursos|(?:weiterführende )?links(?: zur folge)?",
    ),
    "timestamps": (
        r"time ?(?:stamps|codes|line)(?: .{1,40})?|chapters|chapter markers",
        r"kapitel(?:marken)?|zeitmarken|chapitres|capítulos|marcas de tiempo",
    ),
    "sponsors": (
        r"(?:our |today's |episode |podcast )?(?:sponsors?|partners?|advertisers?)(?:: .{1,80})?",
        r"(?:this (?:episode|show) is )?(?:sponsored|brought to you) by:?(?: .{1,80})?",
        r".{1,80} - sponsor|discount codes?|werbung|sponsoren|partenaires|patrocinadores",
    ),
    "guest": (
        r"(?:about )?(?:the |our |my |your |today's |special )?guests?(?:: .{1,80})?",
        r"meet (?:the|our|my|your) guests?|(?:gast|gäste)|invitée?s?|invitad[oa]s?",
    ),
    "hosts": (
        r"(?:about )?(?:the |your |our )?(?:co-?)?hosts?(?:: .{1,80})?|panel(?:ists?)?|speakers",
        r"creators (?:and|&) guests|mit dabei|moderation|animateurs|presentadores",
    ),
    "follow": (
        r"enjoy(?:ed|ing)? (?:the|this) (?:show|episode|podcast)",
        r"(?:subscribe|follow|listen)(?: (?:to|on|and|&|us|the|show|podcast|follow|rate)){0,5}",
        r"where to listen|stay in touch|(?:connect with|find|follow) .{1,40}",
        r"(?:podcast )?abonnieren|folge uns|s'abonner|suivez-nous|suscríbete|síguenos",
    ),
    "review": (
        r"(?:leave|write|give)(?: us)? a (?:rating|review)(?: .{1,40})?|reviews?",
        r"(?:rate|review)(?: (?:and|&) (?:rate|review))?(?: (?:us|the (?:show|podcast)))?",
        r"bewerte(?:n|t)? .{1,40}",
    ),
    "contact": (
        r"contact(?: .{1,40})?|get in touch|feedback|write to us|call [\d ()+.-]{5,20}",
        r"kontakt|nous contacter|contacto",
    ),
    "support": (
        r"(?:support|contribut(?:e|ing) to)(?: .{1,40})?|donate|become a (?:member|patron)",
        r"membership|unterstütz(?:en|e|t)(?: .{1,40})?|soutenir(?: .{1,40})?|apóyanos",
    ),
    "credits": (r"(?:show |episode )?credits|(?:theme )?music|mitwirkende|crédits|créditos",),
    "picks": (r"(?:.{1,20} )?picks|recommendations|shameless plugs|(?:book|tool) of the week",),
    "books": (r"books|bücher|livres|libros",),
    "quotes": (r"(?:favou?rite |key )?quotes|quotables?|zitate|citations|citas",),
    "news": (r"news|events|nachrichten|actualités|conférences|noticias",),
    "comments": (r"comments|join the conversation|kommentare|commentaires|comentarios",),
    "licence": (r"licen[cs]e|copyright|lizenz",),
}
_KINDS = list(_FORMS)
_HEADING = re.compile("|".join(f"({'|'.join(forms)})" for forms in _FORMS.values()))
_LONGEST = 160
_MARKS = re.compile(r"^[\W_]+|[\W_]+$")


def kind_of_heading(heading: str) -> str | None:
    """Give the kind of section that a heading opens, or None where the table doesn't know it.

    >>> kind_of_heading("What You’ll Learn:"), kind_of_heading("Enjoy the Show?")
    ('key_points', 'follow')
    >>> kind_of_heading("Kapitelmarken"), kind_of_heading("The year in review")
    ('timestamps', None)
    """
    if len(heading) > _LONGEST:
        return None
    spelled = unicodedata.normalize("NFKC", heading).replace("’", "'").casefold()
    bare = _MARKS.sub("", spelled)
    match = _HEADING.fullmatch(bare)
    return _KINDS[match.lastindex - 1] if match and match.lastindex else None


def kind_of_line(line: str) -> str | None:
    """Give the kind of section that a line opens which nothing marks as a heading.

    A sentence is none, nor is a label with its value, such as who speaks and what is said.

    >>> kind_of_line("Guest"), kind_of_line("Guest: Yes, I do"), kind_of_line("Leave a review.")
    ('guest', None, None)
    """
    bare = line.rstrip()
    is_plain = not bare.endswith((".", "!", ",", ";", "…")) and ":" not in bare.rstrip(":")
    return kind_of_heading(bare) if is_plain else None
