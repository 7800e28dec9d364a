"""What kind of section a heading opens: tables of what headings say, in several languages.

A row is a kind and the forms that its headings take in English, German, French and Spanish, some in
Portuguese, as a regular expression that fits the whole heading in lower case, without marks around
it. The first row that fits counts. The forms are those counted on some 9,000 published show notes,
those that the templates of hosts and themes write, and their translations. To teach podkit another
language or another kind, add a form or a row.

A heading that no form fits may still have a word that gives it away; those are in a table of their
own, and count in short headings that are marked as such.
"""

import re
import unicodedata

__all__ = ["is_elsewhere", "kind_of_heading", "kind_of_line", "name_in_heading"]

_FORMS = {
    "transcript": (
        r"(?:(?:read|view|show|hide|open|see|download|expand|collapse|toggle"
        r"|click (?:here )?(?:to|for)(?: read| view| see)?) )?(?:the )?"
        r"(?:full |complete |episode |show |podcast |interview |audio |automat(?:ic|ed) |ai |rough "
        r"|edited |unedited |interactive |machine |(?:auto|machine|computer)-?generated ){0,3}"
        r"transcript(?:ion)?s?"
        r"(?: below| of (?:the|this) (?:episode|show|podcast))?"
        r"|full .{1,120} transcript|(?:episode|folge|épisode|episodio) #?\d{1,5} transcript"
        r"|transcripts? (?:of|for|from) (?:the |this )?(?:episode|ep\b|interview"
        r"|conversation).{0,100}"
        r"|transcript(?:ion)?(?:: | [–-] ).{1,120}"
        r"|read (?:the|this) (?:full )?(?:episode|podcast|conversation|interview)"
        r"|(?:das )?(?:gespräch|interview) zum (?:mit|nach)lesen|(?:der |den )?podcast zum (?:mit"
        r"|nach)lesen"
        r"|lire (?:l'épisode|le podcast|l'entretien|l'interview)"
        r"|le(?:e|er) (?:el (?:podcast|episodio)|la entrevista)(?: (?:de|completo?).{0,120})?"
        r"|(?:vollständiges |das )?(?:transkript(?:ion)?|transcript)"
        r"(?: (?:der|dieser|zur) (?:folge|episode))?"
        r"|(?:das )?(?:vollständige |automatische )*transkript (?:anzeigen|lesen|ausklappen"
        r"|einblenden|ausblenden|aufklappen|einklappen|öffnen|schließen)"
        r"|(?:folge |episode |sendung )?zum (?:mit|nach)lesen|(?:sende|volltext)?manuskript"
        r"|wortlaut"
        r"|(?:la |lire la |voir la |afficher la |masquer la )?(?:re)?transcription"
        r"(?: (?:complète|intégrale|écrite|de l'épisode|du podcast)){0,2}"
        r"|texte intégral|(?:la |leer la |ver la |mostrar la "
        r"|ocultar la )?transcripción(?: (?:completa"
        r"|íntegra|del (?:episodio|podcast))){0,2}"
    ),
    "player": (
        r"listen to (?:the|this) (?:full )?(?:episode|show|podcast)(?: here| now)?"
        r"|listen (?:now|here)|play (?:the |this )?episode|(?:audio )?player"
        r"|(?:(?:diese |die )?(?:folge|episode) |jetzt )(?:an)?hören"
        r"|écoute[rz] (?:l'épisode|cet épisode|maintenant)|escuch(?:a|ar) (?:el|este) episodio"
        r"|escúchalo (?:aquí|ahora)"
    ),
    "key_points": (
        r"(?:what )?you(?:'ll| will) (?:learn|discover|hear)(?: .{1,60})?"
        r"|in this episode,? you(?:'ll| will) (?:learn|discover|hear)(?: .{1,60})?"
        r"|(?:what|lessons) (?:we|i)(?:'ve)? learn(?:ed|t)(?: .{1,60})?|lessons learn(?:ed|t)"
        r"|(?:(?:key|main|top|episode) ){0,2}"
        r"(?:take-?aways?|points|learnings|insights|lessons|ideas)"
        r"|(?:what )?(?:we|i) learn(?:ed)?|what to (?:listen|expect)(?: .{1,30})?"
        r"|(?:(?:episode|show|key) )?highlights|things (?:we|you'll) learn(?:ed)?|tl;?dr"
        r"|(?:das|was) (?:lernst|erfährst|erwartet) (?:du|dich)(?: .{1,60})?"
        r"|(?:das|was) (?:erfahren|lernen|erwartet) sie(?: .{1,60})?"
        r"|(?:das|was) (?:du|sie) .{0,40}(?:lernst|lernen|erfährst|erfahren|mitnimmst)"
        r"(?: .{1,30})?"
        r"|das (?:nimmst du|nehmen sie) .{0,40}mit"
        r"|in dieser (?:folge|episode) (?:lernst|erfährst|erfahren|lernen) (?:du|sie)(?: .{1,40})?"
        r"|dans cet épisode,? vous (?:apprendrez|découvrirez|entendrez)(?: .{1,40})?"
        r"|en este episodio,? (?:aprenderás|descubrirás|escucharás|vas a aprender)(?: .{1,40})?"
        r"|(?:die )?(?:wichtigsten|zentralen) (?:punkte|erkenntnisse|aussagen)(?: .{1,40})?"
        r"|kernaussagen"
        r"|ce que vous (?:allez )?(?:apprendr(?:e|ez)|découvr(?:ir|irez))(?: .{1,40})?"
        r"|ce qu'on (?:y )?(?:apprend|découvre|a appris|retient)(?: .{1,40})?"
        r"|(?:les )?points (?:clés|essentiels)|à retenir|l'essentiel"
        r"|(?:lo|qué) que (?:vas a )?aprende(?:r(?:ás)?)?(?: .{1,40})?|qué aprenderás(?: .{1,40})?"
        r"|(?:los )?puntos (?:clave|principales)|ideas (?:clave|principales)|lo más destacado"
    ),
    "summary": (
        r"(?:episode |show )?(?:summary|overview|description|synopsis|introduction|intro)"
        r"|discussion|(?:about|in|on) (?:the|this|today's) (?:episode|show)|we (?:cover|discuss)"
        r"|what's in this episode|(?:what )?we (?:talk|talked) about"
        r"|(?:what|in (?:this|today's) episode,?) (?:we|i)(?:'ll| will)? "
        r"(?:cover|get into|discuss|talk about|explore)(?: (?:in|on) .{1,40})?"
        r"|(?:key |show )?topics(?: discussed| covered)?|what this episode is about|about"
        r"|(?:kurz)?zusammenfassung|in dieser (?:folge|episode)|über diese (?:folge|episode)"
        r"|in dieser (?:sendung|ausgabe)|inhalt|(?:folgen|episoden)?beschreibung|darum geht(?:'s"
        r"| es)(?: in dieser (?:folge|episode|sendung))?|worum (?:es geht|geht es)"
        r"|(?:mehr )?(?:zur|zu dieser|über die) (?:folge|episode|sendung)|beschreibung"
        r"|worum geht's(?: .{1,30})?|(?:darüber|worüber) (?:wir )?(?:sprechen|reden)"
        r"(?: wir)?(?: .{1,30})?"
        r"|(?:in dieser (?:folge|episode) )?(?:sprechen|reden) wir(?: .{1,30})?"
        r"|wir (?:sprechen|reden) über"
        r"|themen(?: der (?:folge|sendung))?|(?:le )?résumé(?: de l'épisode)?|dans (?:cet épisode"
        r"|cette émission|ce podcast)"
        r"|à propos de (?:cet|l')\s?épisode|description(?: de l'épisode)?|au programme|au sommaire"
        r"|sommaire|présentation|en bref|de quoi (?:parle-t-on|on parle)(?: .{1,30})?|"
        r"(?:el )?resumen(?: del episodio)?|en est[ea] (?:episodio|programa|capítulo|edición)"
        r"|(?:sobre|acerca de) este episodio|descripción(?: del episodio)?"
        r"|de qué (?:hablamos|trata|va)(?: .{1,30})?|sobre el episodio|en el episodio de hoy"
        r"|(?:en (?:este|el) (?:episodio|programa|capítulo)(?: de hoy)?,? )?(?:te )?"
        r"habl(?:amos|aremos|o) de"
        r"|(?:dans (?:cet|l')\s?épisode,? )?(?:nous parlons|on parle)(?: de)?|"
        r"temas(?: tratados)?|sinopsis"
    ),
    "show_notes": (
        r"(?:the |full |episode ){0,2}(?:show ?|episode )notes|notes"
        r"|(?:die )?(?:show ?notes|sendungsnotizen|notizen)(?: zur (?:folge|episode))?"
        r"|(?:les )?notes (?:de l'épisode|d'épisode|de l'émission)"
        r"|(?:las )?notas (?:del (?:episodio|programa)|de(?:l| la) (?:show|emisión))"
    ),
    "related_episodes": (
        r"(?:(?:related|referenced|other"
        r"|more|previous|past|recent|latest|mentioned|similar|next|you(?:'ll| (?:may|might|will))"
        r"(?: also)? (?:like|enjoy)|recommended) )+(?:episodes|shows|posts)(?: .{1,60})?"
        r"|episodes (?:mentioned|referenced|you .{1,30})(?: .{1,60})?|you (?:may|might) also like"
        r"|(?:(?:weitere|ähnliche|andere|erwähnte|frühere|passende|verwandte|neueste) )"
        r"(?:folgen|episoden)(?: .{1,40})?"
        r"|(?:autres |derniers )?épisodes "
        r"(?:liés|similaires|mentionnés|cités|précédents|associés)?"
        r"|autres épisodes|à écouter aussi|(?:les )?épisodes mentionnés(?: .{1,30})?"
        r"|(?:otros )?episodios (?:relacionados|mencionados|anteriores|similares|recientes)"
        r"|(?:otros|más) episodios|también te puede (?:gustar|interesar)"
    ),
    "links": (
        r"(?:(?:episode|show|related|useful|key|important|helpful|relevant|quick) )?links"
        r"(?:,? (?:and|&) (?:resources|references|notes|more))?"
        r"|(?:(?:links|things|items|people and things) )?(?:we )?(?:mentioned|referenced)"
        r"(?: .{1,30})?"
        r"|(?:more|further) info(?:rmation)?|learn more|find out more|see also|featured (?:on"
        r"|in) (?:the|this) (?:show|episode)|links (?:from|for|in) .{1,30}"
        r"|mentions"
        r"|(?:weiterführende |nützliche |wichtige |erwähnte )?(?:links|verweise)"
        r"(?: (?:zur (?:folge|episode|sendung)|und .{1,20}|aus .{1,20}))?"
        r"|(?:in dieser (?:folge|episode) )?erwähnt(?: .{1,30})?|linkliste|linktipps"
        r"|(?:weitere|mehr) info(?:rmatione)?[ns](?: .{1,30})?|infos?(?: zur (?:folge|sendung))?"
        r"|(?:zum )?(?:weiter|nach)lesen|(?:les )?liens(?: (?:utiles|mentionnés|cités|de l'épisode"
        r"|et .{1,20}))?"
        r"|(?:pour )?(?:aller plus loin|en savoir plus)"
        r"|(?:cités|mentionnés) dans (?:l'|cet )\s?épisode"
        r"|(?:los )?enlaces(?: (?:de interés|mencionados|útiles|del episodio|y .{1,20}))?"
        r"|más info(?:rmación)?|(?:para )?saber más|mencionado en (?:el|este) episodio"
    ),
    "resources": (
        r"(?:further|recommended) (?:(?:listening|reading|viewing|watching)(?:,? (?:and|&) )?){1,3}"
        r"|(?:(?:other|further|additional|free|episode|useful|helpful|key|recommended) )*"
        r"(?:resources|references|reading(?! (?:between|in|on|the)\b)|sources|bibliography"
        r"|materials|research)"
        r"(?: (?:mentioned|referenced|discussed|cited|list|(?:and"
        r"|&) .{1,20}))?(?: (?!by\b).{1,30})?"
        r"|(?:documents?|papers) (?:and|&) .{1,30}|dokumente und .{1,30}|documents et .{1,30}"
        r"|documentos y .{1,30}|(?:tools|products|apps|gear) (?:mentioned|used|we use)(?: .{1,30})?"
        r"|(?:weitere |erwähnte )?(?:ressourcen|quellen|literatur|materialien|lesetipps)"
        r"(?: .{1,30})?"
        r"|(?:les )?(?:ressources|références|sources|bibliographie)(?: .{1,30})?"
        r"|(?:los )?(?:recursos|referencias|fuentes|bibliografía|materiales)(?: .{1,30})?"
    ),
    "timestamps": (
        r"(?:(?:episode|show|key|rough) )?time ?(?:stamps|codes|line)(?: .{1,40})?"
        r"|(?:chapters?|topics) (?:and|&) time ?stamps"
        r"|(?:episode )?(?:chapters?(?: (?:markers|marks|list|titles))?|outline|table of contents)"
        r"|kapitel(?:marken|übersicht|liste)?|zeit(?:marken|stempel|angaben)|sprungmarken"
        r"|(?:episode|show) (?:rundown|breakdown|guide)|jump to|im überblick|ablauf|"
        r"inhaltsverzeichnis|timecodes?|(?:les )?(?:chapitres|chapitrage|minutage"
        r"|repères)(?: .{1,30})?"
        r"|(?:les )?temps forts(?: de l'épisode)?"
        r"|minuto a minuto|(?:los )?(?:capítulos|minutaje|marcas de tiempo|tiempos"
        r"|índice)(?: .{1,30})?"
    ),
    "sponsors": (
        r"(?:(?:our|today's|this week's|episode|podcast|show|the|a word from our) )*"
        r"(?:sponsors?|partners?|advertisers?|sponsorship)(?:: .{1,80})?"
        r"|(?:(?:this|today's) (?:episode|show|podcast) is )?"
        r"(?:sponsored|supported|brought to you|presented) by:?(?: .{1,80})?"
        r"|(?:thanks|thank you) to our (?:sponsors?|partners?)|in partnership with(?: .{1,80})?"
        r"|.{1,80} - sponsor|(?:(?:discount|promo|coupon) codes?|deals|offers)(?: .{1,30})?"
        r"|(?:werbung|anzeige|sponsor(?:en)?|werbepartner|unsere (?:partner|sponsoren)"
        r"|rabattcodes?)(?:: .{1,80})?"
        r"|mit (?:freundlicher )?unterstützung von(?: .{1,80})?|partner (?:der|dieser) folge"
        r"|avec le soutien de(?: .{1,80})?|en partenariat avec(?: .{1,80})?"
        r"|con el apoyo de(?: .{1,80})?"
        r"|(?:diese folge wird )?präsentiert von(?: .{1,80})?"
        r"|(?:(?:nos|notre|les) )?(?:partenaires?|sponsors?)(?:: .{1,80})?|codes? promos?"
        r"|(?:(?:nuestros|los) )?patrocinadore?s?(?:: .{1,80})?|patrocinado por(?: .{1,80})?"
    ),
    "guest": (
        r"(?:about |meet )?(?:the |our |my |your |today's |this week's |special "
        r"|featured ){0,3}guests?(?: bios?| info| speakers?)?(?:: .{1,80})?"
        r"|(?:more )?about (?:our|the|my) guests?|(?:about|meet) (?:the|our|today's) speakers?"
        r"|über (?:den|die) (?:referent(?:in(?:nen)?|en)?|sprecher(?:in(?:nen)?)?)"
        r"|à propos d(?:e l'|es )intervenante?s?|sobre (?:el|la|los|las) ponentes?"
        r"|(?:connect with|follow|find|where to find) (?:our|the|my|today's) guests?(?: .{1,30})?"
        r"|(?:unsere?r?|mein|der|die|unser heutiger)? ?"
        r"(?:gast|gäste|gästin|interviewpartner(?:in)?)(?:: .{1,80})?"
        r"|(?:heute |diese woche )zu gast(?:: .{1,80})?|gast heute(?:: .{1,80})?"
        r"|invité·es?|invitée?s? (?:du jour|de la semaine|de l'épisode)(?:: .{1,80})?"
        r"|(?:(?:el|la) )?invitad[oa]s? (?:de hoy|del día|de la semana"
        r"|de este episodio)(?:: .{1,80})?"
        r"|(?:où )?(?:retrouver|retrouvez|suivre|suivez) (?:notre|nos) invitée?s?"
        r"|(?:qui est|quién es) (?:notre|nuestr[oa]) (?:invitée?|invitad[oa])"
        r"|zu gast(?: in dieser (?:folge|episode)| im studio)?(?:: .{1,80})?"
        r"|gesprächspartner(?:in(?:nen)?)?(?:: .{1,80})?"
        r"|(?:gast|gäste) (?:der|dieser|in dieser) (?:folge|episode|sendung)"
        r"|guests? (?:in|on) (?:the|this) (?:episode|show)|featuring|interviewees?"
        r"|über (?:den|die|meinen?|unseren?|unsere|meine) (?:gast|gästin|gäste)"
        r"|(?:(?:notre|nos|mon|l'|les) ?)?invitée?s?(?:: .{1,80})?|à propos de l'invitée?"
        r"|(?:(?:nuestr[oa]s?|el|la|los|mi) )?invitad[oa]s?(?:: .{1,80})?"
        r"|sobre (?:el|la) invitad[oa]|(?:(?:nosso|nossa|o|a|os|as) )?convidad[oa]s?(?:: .{1,80})?"
    ),
    "hosts": (
        r"(?:(?:about|meet|connect with) )?(?:the |your |our |my ){0,2}(?:co-?)?hosts?"
        r"(?:: .{1,80})?"
        r"|panel(?:ists?)?|speakers|presenters?|(?:creators|hosts?) (?:and|&) guests?"
        r"|hosted by(?: .{1,80})?"
        r"|hosts? (?:und|&) g[aä]st(?:e|in)?|animateurs? et invités?|mit dabei"
        r"|moderation|moderator(?:in|en)?"
        r"|(?:die |eure |deine )?(?:hosts?|gastgeber(?:in)?)|animateurs?|animatrices?"
        r"|présentateurs?|présenté par(?: .{1,80})?|à la présentation|presentador[ae]?s?"
        r"|conductor[ae]?s?|presentado por(?: .{1,80})?|anfitrion(?:es)?"
    ),
    "people": (
        r"people(?: (?:mentioned|featured|involved))?"
        r"|(?:who|the (?:people|voices)) you(?:'ll| will)? (?:hear|meet)(?: .{1,30})?"
        r"|(?:the )?(?:cast|team|crew|contributors|voices)|personen|beteiligte|(?:das )?team"
        r"|(?:die )?stimmen|teilnehmer(?:innen)?|(?:l')?équipe|intervenant(?:e|s|es)?"
        r"|participant(?:e|s|es)?|avec|personas|(?:el )?equipo|participantes|colaborador[ae]?s?"
        r"|intervienen|participan|con la participación de"
    ),
    "follow": (
        r"listen (?:for free|everywhere|anywhere)"
        r"|(?:(?:did )?you )?(?:enjoy(?:ed|ing)?|liked?|lov(?:ed?|ing)) (?:the|this|today's)"
        r" (?:show|episode|podcast)"
        r"|(?:hat|gefällt) (?:dir|euch|ihnen) (?:die|diese|der) (?:folge|episode"
        r"|podcast)(?: gefallen)?"
        r"|(?:tu as|vous avez) aimé (?:cet épisode|l'épisode|le podcast)"
        r"|te (?:ha gustado|gustó|gusta) (?:el|este) (?:episodio|podcast|programa)"
        r"|(?:never|don't) miss an episode|verpass(?:e|t)? keine folge(?: mehr)?"
        r"|ne (?:manquez|ratez|rate) aucun épisode|no te pierdas ningún episodio"
        r"|(?:re)?trouvez-(?:nous|moi)(?: .{1,40})?"
        r"|(?:subscribe|follow|listen)"
        r"(?: (?:to|on|and|&|us|the|show|podcast|follow|rate|via|here)){0,5}"
        r"|(?:where|how|ways) to (?:listen|subscribe|find us)(?: .{1,30})?|stay (?:in touch"
        r"|connected)"
        r"|get (?:the|this|our) (?:show|podcast)|(?:also )?available (?:everywhere"
        r"|wherever .{1,40})"
        r"|(?:subscribe|follow|listen)(?: us)? (?:and|&) .{1,40}|listen elsewhere"
        r"|find (?:us|me)|keep in touch"
        r"|(?:höre?|hört) (?:uns|mich|rein|den podcast)(?: .{1,30})?|(?:den )?podcast (?:hören"
        r"|folgen)"
        r"|(?:folge|folgt|finde|findet) (?:uns|mich|dem podcast)(?: .{1,30})?"
        r"|überall .{1,30}podcasts.{0,10}"
        r"|(?:anhören|hören|abonnieren|folgen) (?:und|&) .{1,30}"
        r"|(?:écoute[rz]|s'abonner|abonnez-vous|suivre) (?:et|&) .{1,30}"
        r"|(?:escuchar?|suscr[ií]b(?:ete|irse)|seguir|síguenos) (?:y|&) .{1,30}"
        r"|écoute[rz] (?:sur|le podcast|nous)(?: .{1,30})?|(?:pour )?s'abonner(?: .{1,30})?"
        r"|(?:retrouvez|retrouver|rejoignez)[ -](?:nous|moi|le podcast)(?: .{1,30})?|(?:nos "
        r"|les )?réseaux(?: sociaux)?"
        r"|esc[uú]ch(?:a|ar|anos|ar el podcast)(?: (?:en|también|el podcast).{0,30})?"
        r"|(?:nuestras )?redes(?: sociales)?|encuéntra(?:nos|me)(?: .{1,30})?|suscribirse"
        r"|suscríbete"
        r"|(?:connect with|find|follow) (?!.*@).{1,40}"
        r"|(?:listen|subscribe|available) (?:on|in|to) (?!.*\b(?:head|ear)phones).{1,40}"
        r"|social(?: media)?(?: links)?"
        r"|socials|(?:(?:den |unseren )?podcast )?(?:abonnieren|anhören)"
        r"|(?:folge?|folgt) (?:uns|mir)(?: .{1,30})?|hier (?:kannst du|könnt ihr) .{1,60}"
        r"|(?:jetzt )?abonnieren|auf .{1,30} (?:an)?hören"
        r"|(?:(?:s')?abonne[rz](?:-vous)?|suivez-(?:nous|moi)|nous suivre|où (?:nous )?écouter)"
        r"(?: .{1,40})?"
        r"|(?:suscríbete|síguenos|sígueme|suscripción|dónde escuchar(?:nos)?)(?: .{1,40})?"
    ),
    "review": (
        r"(?:(?:please )?(?:leave|write|give)(?: us| me)? (?:a|your) )?(?:rating|review)s?"
        r"(?: .{1,40})?"
        r"|(?:enjoy(?:ed|ing)?|liked?|lov(?:ed?|ing)) (?:the|this|our) (?:show|episode|podcast)"
        r"\W{1,3}(?:please )?(?:leave|write|give|rate|review)\b.{0,40}"
        r"|(?:rate|review)(?:,? (?:and |& |/ ?)?(?:rate|review|subscribe|follow)){0,2}"
        r"(?: (?:us|the (?:show|podcast)|this podcast))?(?: on .{1,30})?"
        r"|(?:bitte )?bewerte(?:n|t)?(?: .{1,40})?|bewertung(?:en)?(?: .{1,40})?|rezension(?:en)?"
        r"|(?:laisse[rz]|donne[rz])(?:-nous)? (?:un avis|une note|vos avis)(?: .{1,40})?"
        r"|(?:vos )?avis|note[rz](?:-nous| l[ea] podcast)(?: .{1,30})?"
        r"|(?:deja|déjanos|escribe)(?: una)? (?:reseña|valoración|opinión)(?: .{1,40})?|reseñas"
        r"|valora(?:nos|ciones| el podcast)?"
    ),
    "contact": (
        r"(?:(?:got|have) (?:a )?)?questions?"
        r"(?: (?:or|for|about) (?!th(?:e|is) page).{1,30})?|got (?:a tip|feedback)"
        r"|drop us a line|we'd love to hear from you|hear from you"
        r"|(?:pour )?(?:nous|m') ?(?:écrire|joindre|contacter)|écris-(?:nous|moi)(?: .{1,30})?"
        r"|(?:schreiben|schicken) sie (?:uns|mir)(?: .{1,30})?"
        r"|so erreich(?:st du|t ihr|en sie) (?:uns|mich)|escríbeme(?: .{1,30})?|contáct(?:anos|ame)"
        r"|(?:talk|write|e-?mail) (?:to )?(?:us|me)|tell us(?: .{1,30})?|(?:come )?say (?:hello|hi)"
        r"|fragen(?: (?:und|oder|an) .{1,30})?|eure (?:fragen|meinung)|melde(?:t euch"
        r"|t? dich)?(?: .{1,30})?"
        r"|(?:réagir|vos (?:questions|réactions))|cuéntanos(?: .{1,30})?|(?:tu opinión|preguntas)"
        r"|contact(?: .{1,40})?|get in touch(?: .{1,30})?|feedback|write (?:to )?us"
        r"|reach out(?: .{1,30})?|call [\d ()+.-]{5,20}"
        r"|(?:send|leave) (?:us )?(?:a )?(?:message|voice ?mail|feedback|question)s?(?: .{1,30})?"
        r"|ask (?:us|me)(?: .{1,30})?|kontakt(?: .{1,30})?|schreib(?:t)? (?:uns|mir)(?: .{1,30})?"
        r"|rückmeldung(?:en)?|mitmachen|macht? mit|participe[rz]|participa|impressum"
        r"|(?:nous |me )?contact(?:er|ez-nous)?"
        r"|(?:écrivez|écrire)(?:-nous)?(?: .{1,30})?|contact(?:o|a con nosotros|anos|ar)"
        r"|escríbenos(?: .{1,30})?|ponte en contacto(?: .{1,30})?|habla con(?:migo| nosotr[oa]s)"
        r"|fale (?:comigo|con(?:n)?osco|com .{1,20})|escreva(?:-nos| para .{1,20})|contatos?"
    ),
    "support": (
        r"(?:support|contribut(?:e|ing) to)(?: .{1,40})?|donat(?:e|ions?)|value[ -]for[ -]value"
        r"|become a .{0,20}(?:member|patron|supporter)|memberships?|patrons?"
        r"|buy (?:us|me) a coffee|unterstütz(?:en|e|t|ung)(?: .{1,40})?|spenden?(?: .{1,30})?"
        r"|mitglied werden|(?:nous )?souten(?:ir|ez)(?:-nous)?(?: .{1,40})?|faire un don|dons?"
        r"|apóyanos(?: .{1,40})?|apoya(?:r)?(?: .{1,40})?|donaciones|hazte (?:socio|mecenas)"
        r"|apoi(?:e|a|ar)(?:-nos)?(?: .{1,40})?|doações"
    ),
    "credits": (
        r"(?:show |episode |production |podcast )?credits"
        r"|(?:(?:theme|intro) )?music(?: (?:by|credits))?(?:: .{1,80})?|produced by(?: .{1,80})?"
        r"|music (?:in|used in|from|featured in|heard in) (?:the|this) (?:episode|show)"
        r"|(?:about|behind) the production|(?:made|written|edited|mixed|recorded"
        r"|hosted and produced) by(?: .{1,60})?"
        r"|musik (?:in|aus|zu) dieser (?:folge|episode)|produziert von(?: .{1,60})?"
        r"|musiques? de l'épisode|ficha técnica|música de(?:l| este) episodio|guion"
        r"|special thanks|(?:special )?thanks to|merci à|gracias a|(?:the )?production(?: team)?"
        r"|acknowledge?ments|thanks|mitwirkende|produktion|musik"
        r"|abspann|redaktion|danksagung(?:en)?|crédits?|production|musiques?|générique"
        r"|remerciements|réalisation|créditos|producción|música|agradecimientos|realización"
    ),
    "picks": (
        r"(?:.{1,20} )?(?:picks|check ?outs?)(?: (?:of|der|de|del|du) .{1,30})?|recommendations"
        r"|shameless plugs|(?:book|tool|tip|link) of the week|empfehlungen|tipps?(?: der woche)?"
        r"|(?:nos |les )?recommandations|coups de cœur|recomendaciones"
    ),
    "books": (
        r"(?:(?:recommended|mentioned) )?books?(?: (?:mentioned|recommended|recommendations?))?"
        r"(?: .{1,30})?"
        r"|bücher|buchtipps?|buchempfehlungen?|lectures?(?: recommandées?)?"
        r"|lecturas(?: recomendadas)?|"
        r"livres(?: .{1,20})?|libros(?: .{1,20})?"
    ),
    "quotes": (
        r"(?:(?:favou?rite|key|best|memorable|notable|top|episode) )?quot(?:es?|ables?|ations?)"
        r"(?: .{1,30})?"
        r"|(?:die (?:besten|schönsten) )?zitate?|(?:les )?citations?|zitat der (?:folge|woche)"
        r"|(?:la |les )?(?:phrase|citation)s? (?:à retenir|du jour|de l'épisode)"
        r"|(?:las )?(?:mejores )?(?:frases|citas)"
    ),
    "news": (
        r"(?:the )?news|events|(?:upcoming|live|next) (?:events?|shows?|dates?)|announcements"
        r"|nachrichten|termine"
        r"|(?:event |tour )?(?:schedule|dates)|timetable|zeitplan|fahrplan|horaires|horarios?"
        r"|neuigkeiten|actualités|conférences|annonces|noticias|eventos|novedades"
    ),
    "comments": (
        r"(?:\d{1,6} |no |leave a |post a |add a )?"
        r"(?:comments|(?:repl(?:y|ies)|responses?|thoughts)(?! on\b))(?: .{1,80})?"
        # not how, as the French ask
        r"|(?:\d{1,6} |no |leave a |post a |add a )?comment"
        r"(?: (?:and|below|by|form|from|here|navigation"
        r"|or|policy|rules|section|using|via|with)\b.{0,80})?"
        r"|join the (?:conversation|discussion)|cancel reply"
        r"|(?:leave|write) (?:a )?(?:comment|reply)(?: .{1,30})?"
        r"|(?:\d{1,6} |einen |neuer |dein |ihr |schreibe einen |hinterlasse einen )?"
        r"(?:kommentare?|antworten?)"
        r"(?: .{1,80})?"
        r"|(?:antwort|kommentar) (?:schreiben|hinterlassen|verfassen)(?: .{1,30})?|diskussion"
        r"|(?:\d{1,6} |laisse[rz] un |ajouter un |nouveau |votre )?commentaires?(?: .{1,80})?"
        r"|(?:laisser une )?réponse(?: .{1,30})?"
        r"|(?:\d{1,6} |nuevo |(?:deja|escribe|añade)r? (?:un|tu) )?comentarios?(?: .{1,80})?"
        r"|deja una respuesta(?: .{1,30})?"
    ),
    "licence": (
        r"licen[cs](?:e|ing)|copyright(?: .{1,60})?|(?:legal|disclaimer|terms)(?: .{1,30})?"
        r"|lizenz(?:hinweis)?|urheberrecht|rechtliches|rechtliche hinweise|haftungsausschluss"
        r"|licence|droits d'auteur|mentions légales|licencia|derechos(?: de autor)?|aviso legal"
    ),
}
# The words that give a heading away that has no more than so many, each the start of a word.
_MOST_WORDS = 4
_WORDS = {
    "transcript": ("transcript", "transkript", "transcripci"),
    "timestamps": ("timestamp", "timecode", "kapitel", "chapitres", "capítulos", "chapters"),
    "sponsors": ("sponsor", "patrocinador", "werbepartner"),
    "related_episodes": ("related episode", "verwandte folgen", "épisodes similaires"),
    "show_notes": ("show notes", "shownotes"),
    "key_points": ("takeaway", "key points", "kernaussagen", "points clés", "puntos clave"),
    "resources": ("resources", "ressourcen", "ressources", "recursos", "references"),
    "links": ("links", "liens", "enlaces"),
    "guest": ("guests", "gäste", "invités", "invitados"),
    "credits": ("credits", "crédits", "créditos"),
    "quotes": ("quotes", "zitate", "citations"),
    "comments": ("comments", "kommentare", "commentaires", "comentarios"),
}
_KINDS = list(_FORMS)
_HEADING = re.compile("|".join(f"({forms})" for forms in _FORMS.values()))
_WORD_KINDS = list(_WORDS)
_WORD = re.compile("|".join(rf"(\b(?:{'|'.join(words)}))" for words in _WORDS.values()))
# What links alone lead to that is elsewhere in the page, or beside it; and of the forms and words
# above that are of these kinds, what stands in each.
_ELSEWHERE = frozenset({"comments", "show_notes", "transcript"})
_ELSEWHERE_STEM = re.compile(
    r"comment|comentario|kommentar|antwort|repl(?:y|ies)|respon|respuesta|réponse|thought"
    r"|join the|diskussion|notes|notizen|notas|trans(?:crip|kript)|manuskript|wortlaut"
    r"|texte intégral|lesen|read th|lire l|lee"
)
# A person's name: several words with capitals, none of which another thing has.
_NAME = (
    r"(?!(?:A|An|My|Our|The|These|This|Us|Your)\b)(?:[^\W\d_a-z][\w.'’-]{0,30} ){1,3}"
    r"(?!(?:FM|Inc|Media|Network|Podcast|Productions?|Radio|Show)\b)[^\W\d_a-z][\w.'’-]{0,30}"
)
_PERSON = "guest"  # the kind of what is about one
_ABOUT = (
    r"(?:(?:About|Meet|Who [Ii]s|Über|Wer ist|À propos de|Qui est|(?:Où r|R)etrouver|Sobre"
    r"|Acerca de|Conoce a|(?:Dónde e|E)ncontrar a"
    r"|¿?Quién es)"
    r" |À propos d['’])(?!(?:Das|Dem|Den|Der|Die|Diese[mnrs]?|Ein|Eine|Mein|Unsere?|El|Ella|Este"
    r"|La|Las"
    r"|Los|Nuestr[oa]|Un|Una|Cet|Cette|Le|Les|Nous|Notre|Une|Me|It|That|You)\b)"
)
_BEGINS_ABOUT = frozenset("ACDEMOQRSWÀÜ¿")
_ABOUT_PERSON = re.compile(rf"{_ABOUT}(?P<name>{_NAME})[:?]?")
_ABOUT_NAME = re.compile(
    rf"{_ABOUT}(?!(?:A|An|My|Our|The|These|This|Us"
    rf"|Your)\b)(?P<name>[^\W\d_a-z][\w’'-]{{1,30}})[:?]?"
)
_LABELLED = re.compile(rf"([^:]{{1,40}}): ?{_NAME}(?:(?:, | (?:and|und|et|y|&) ){_NAME})*")
_LONGEST = 160
# What follows a heading in brackets or behind a stroke.
_ASIDE = re.compile(r"\s*(?:\(.*|[/|] .*)$")
_BARE = re.compile(r"[^\W_](?:.*[^\W_])?", re.DOTALL)


def kind_of_heading(heading: str) -> str | None:
    """Give the kind of section that a heading opens, or None where the tables don't know it.

    >>> kind_of_heading("What You’ll Learn:"), kind_of_heading("Enjoy the Show?")
    ('key_points', 'follow')
    >>> kind_of_heading("Kapitelmarken"), kind_of_heading("The year in review")
    ('timestamps', None)
    >>> kind_of_heading("Ann’s Transcript (auto)"), kind_of_heading("About Ann Lee")
    ('transcript', 'guest')
    """
    bare = _bare(heading)
    match = _HEADING.fullmatch(bare)
    aside = None if match else _ASIDE.search(bare)
    if aside:
        match = _HEADING.fullmatch(bare, 0, aside.start())
    if match and match.lastindex:
        return _KINDS[match.lastindex - 1]
    if _ABOUT_PERSON.fullmatch(heading):
        return _PERSON
    word = _WORD.search(bare) if len(bare.split()) <= _MOST_WORDS else None
    return _WORD_KINDS[word.lastindex - 1] if word and word.lastindex else None


def is_elsewhere(heading: str) -> bool:
    """Say whether a heading is that of comments, show notes or a transcript, as links to them say.

    Most texts are found not to be at once.

    >>> is_elsewhere("Comments"), is_elsewhere("Links"), is_elsewhere("A comment on fog")
    (True, False, False)
    """
    is_like = _ELSEWHERE_STEM.search(_bare(heading))
    return bool(is_like) and kind_of_heading(heading) in _ELSEWHERE


def name_in_heading(heading: str) -> str | None:
    """Give the name of the person, or what may be one, that a heading says it is about.

    >>> name_in_heading("About Ann Lee"), name_in_heading("Über Anna"), name_in_heading("About us")
    ('Ann Lee', 'Anna', None)
    """
    match = _ABOUT_PERSON.fullmatch(heading) or _ABOUT_NAME.fullmatch(heading)
    return match["name"] if match else None


def kind_of_line(line: str) -> str | None:
    """Give the kind of section that a line opens which nothing marks as a heading.

    A sentence is none, nor is a label with its value, such as who speaks and what is said; save
    where the value is the guest's name.

    >>> kind_of_line("Guest"), kind_of_line("Guest: Yes, I do"), kind_of_line("Leave a review.")
    ('guest', None, None)
    >>> kind_of_line("Zu Gast: Ida Behrens")
    'guest'
    """
    bare = line.strip()
    if len(bare) > _LONGEST:
        return None
    label = _LABELLED.fullmatch(bare) if ": " in bare else None
    if label and kind_of_heading(label[1]) == "guest":
        return "guest"
    if bare.endswith((".", "!", ",", ";", "…")) or ":" in bare.rstrip(":"):
        return None
    match = _HEADING.fullmatch(_bare(bare))
    if match and match.lastindex:
        return _KINDS[match.lastindex - 1]
    return _PERSON if bare[:1] in _BEGINS_ABOUT and _ABOUT_PERSON.fullmatch(bare) else None


def _bare(heading: str) -> str:
    """Give a heading in lower case without marks around it; nothing of one that is too long."""
    if len(heading) > _LONGEST:
        return ""
    spelled = unicodedata.normalize("NFKC", heading).replace("’", "'").casefold()
    bare = _BARE.search(spelled)
    return bare[0] if bare else ""
