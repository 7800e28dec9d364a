"""Tells lines and headings that sites put around notes from those of the notes, by their words."""

import re

from podkit.errors import Problem

__all__ = ["is_boilerplate", "is_furniture_heading", "is_taxonomy", "left_out"]

_FURNITURE_HEADINGS = (
    r"(?:recent|latest|popular|more|newest|all|next|previous) (?:episodes|posts|podcasts|articles)",
    r"(?:you (?:may|might) (?:also )?(?:like|enjoy)|related(?: (?:posts|to this .*))?)\W*",
    r"keep listening|(?:leave|post|write) a (?:reply|comment)|comments?(?: \(\d+\))?",
    r"(?:\d+|no|one|two) (?:comments?|responses?|thoughts?|replies)\b.*|(?:member )?discussion\b.*",
    # what an app shows of the same podcast
    r"(?:now|currently) playing|jetzt läuft|en cours de lecture|en reproducción|no transcript\b.*",
    r"(?:embed|claim|rate) (?:this|the|your) (?:episode|podcast|show|page|player)",
    r"in (?:this |the )?channel|(?:episode|podcast) tags",
    r"from (?:this|the|the same) (?:channel|feed|playlist|podcast|show)",
    r"share(?: (?:this|on|via|the).*)?|archives?|categories|search|tags|meta|popular .{1,20}",
    r"(?:sign up|subscribe to (?:our|the|my) (?:newsletter|mailing list)|newsletter)\b.*",
    r"get updates\b.*|(?:view|see|browse) all(?: .{1,20})?|about the author|(?:hosted|written) by",
    r"(?:letzte|neueste|weitere|mehr|ähnliche) (?:folgen|episoden|beiträge)",
    r"(?:weitere|mehr|ähnliche) (?:folgen|episoden|beiträge) (?:aus|von) .{1,40}",
    r"(?:diese|andere) (?:folgen|episoden|beiträge) könnten .{1,40}",
    r"(?:ces|d['’]autres) (?:épisodes|articles|podcasts) (?:qui )?(?:pourraient|peuvent) .{1,40}",
    r"das könnte (?:dich|sie|dir) .*|(?:\d+|ein|keine) kommentare?|kommentare",
    r"(?:schreibe|hinterlasse|verfasse) (?:einen|eine) (?:kommentar|antwort)",
    r"(?:derniers|autres|plus d')\s?(?:épisodes|articles)|(?:vous aimerez|à écouter|à lire) aussi",
    r"laisser un commentaire|(?:\d+|un|aucun) commentaires?|commentaires|partage[rz](?: .*)?",
    r"articles similaires|à propos de l['’]auteure?\b.*|recent comments",
    (
        r"(?:up|read|listen|play) next|next up|(?:continue|keep) (?:reading|exploring)"
        r"|explore more\b.*"
    ),
    (
        r"(?:(?:recent|latest|popular|more|newest|other|further) )+(?:\w+ )?(?:episodes|posts"
        r"|podcasts"
        r"|articles|shows|stories|news)(?: (?:from|of|in|by|on) .{1,60})?"
    ),
    (
        r"more (?:\w+ ){0,2}(?:from|like|in|by|on) .{1,60}|(?:share|spread) .{0,10}(?:this"
        r"|the) .{1,30}|tell (?:a"
        r"|your) friends?"
    ),
    (
        r"(?:nächste|vorherige|vorige|letzte|alle|andere|ältere|neuere)[rs]? (?:folgen?|episoden?"
        r"|beitrag|beiträge|sendung(?:en)?|artikel)"
    ),
    (
        r"mehr (?:\w+ )?(?:von|aus|zum thema|zu|nachrichten)\b.{0,60}|(?:teilen|weitersagen"
        r"|folge teilen)"
        r"|neueste kommentare|kategorien|schlagwörter|archiv"
    ),
    (
        r"(?:épisodes?|articles?|émissions?) (?:précédent|suivant|récent|similaire)e?s?|(?:tous"
        r"|toutes) les (?:épisodes|émissions)|à (?:lire|voir|écouter) (?:aussi|également)"
        r"|plus d['’]épisodes|dans la même (?:série|émission)"
    ),
    (
        r"(?:episodios?|entradas?|programas?) (?:anterior|siguiente|reciente)(?:es|s)?|más (?:de"
        r"|contenidos"
        r"|episodios|entradas|artículos|programas|podcasts)\b.{0,60}|todos los (?:episodios"
        r"|programas)"
        r"|comparte(?: .*)?"
        r"|etiquetas|categorías"
    ),
    r"(?:últimos|más|otros) (?:episodios|artículos|programas)(?: del? .{1,40})?",
    # what else there is
    r"(?:most (?:read|popular|viewed|listened)|trending|popular)(?: (?:now|today|.{1,20}posts?))?",
    r"related (?:content|stories|news)",
    (
        r"similar (?:podcasts|episodes|shows)|discover more(?: .{1,40})?|more to (?:explore"
        r"|discover"
        r"|read)"
    ),
    r"you (?:may|might) (?:also )?(?:be interested in|like(?: these)?)|recommended for you",
    r"(?:listeners|people|others) also (?:liked?|listened to|subscribed? to|viewed|enjoyed).{0,20}",
    r"(?:latest|fresh|more) from .{1,60}|from (?:the|our) (?:blog|network)",
    (
        r"(?:aktuelle|meistgelesene|meistgehörte|beliebte|verwandte|ähnliche|neue)[rs]? "
        r"(?:meldungen|nachrichten|beiträge|artikel|inhalte|sendungen|podcasts|videos|episoden)"
    ),
    r"meistgelesen|meistgehört|auch interessant|das könnte (?:euch|ihnen|sie|dich) .*",
    (
        r"(?:get|download) (?:the|our) app|à la une|les plus (?:lus|écoutés|vus|populaires)"
        r"|sur le même (?:thème|sujet)"
    ),
    r"dans la même (?:catégorie|rubrique)|recommandés? pour vous|vous (?:aimerez|pourriez) .{1,30}",
    (
        r"(?:(?:nos|les|mes) )?(?:derniers|dernières|autres) (?:articles|billets|actualités"
        r"|émissions"
        r"|épisodes|podcasts|publications|vidéos)|articles? (?:récents|liés|connexes|associés)"
    ),
    r"lo más (?:leído|visto|escuchado|popular)|recomendado para ti",
    r"(?:también )?te (?:puede|pueden|podría|podrían) (?:gustar|interesar)(?: también)?",
    (
        r"(?:artículos|entradas|noticias|contenidos?|podcasts) (?:relacionad[oa]s?|recientes"
        r"|similares)"
    ),
    # ways through the posts, who wrote them, what visitors may write
    (
        r"(?:posts?|comments?|article) navigation|(?:beitrags|artikel)-?navigation"
        r"|navigation (?:de l['’]article|des articles)|navegación de (?:entradas|la entrada)"
    ),
    (
        r"(?:über (?:den autor|die autorin)|geschrieben von|sobre (?:el autor|la autora)"
        r"|acerca del? (?:autor|la autora))(?: .{1,40})?"
    ),
    r"(?:new|your|add (?:a|your)) comment|add to the (?:conversation|discussion)",
    r"(?:neuer|dein|ihr|euer) kommentar|(?:schreib|hinterlass|verfass)e? einen kommentar",
    r"kommentar (?:schreiben|hinterlassen|verfassen|abgeben)|kommentare? ?\(\d+\)",
    r"(?:votre|nouveau|(?:ajouter|poster|écrire|laissez) (?:un|votre)) commentaire",
    r"(?:nuevo|tu|(?:escribe|deja|añade|publica) (?:un|tu)) comentario",
    (
        r"(?:diese[ns]?|den) (?:beitrag|artikel|folge|episode) teilen|teile (?:diese[ns]?|den|die"
        r"|das) .{1,30}"
    ),
    (
        r"(?:join|get|subscribe to|sign up (?:for|to)) (?:our|the|my) (?:\w+ ){0,2}(?:newsletter"
        r"|mailing list)"
    ),
    (
        r"(?:(?:zum|unseren|den) )?newsletter (?:abonnieren|bestellen)|(?:notre|la) (?:newsletter"
        r"|lettre d['’]information)|(?:nuestro |suscríbete al? )boletín"
    ),
    r"(?:también )?(?:te puede interesar|quizás? te guste)|compartir|comentarios",
    r"deja (?:(?:un|tu) comentario|una respuesta)|(?:\d+|un|ningún) comentarios?",
)
_FURNITURE_HEADING = re.compile("|".join(_FURNITURE_HEADINGS), re.IGNORECASE)
_TAXONOMY = re.compile(
    r"\W*(?:(?:posted|filed|published) (?:in|under)|categor(?:y|ies)|tags?|tagged|topics?|keywords"
    r"|themen|themengebiete?|rubrik(?:en)?|stichw(?:ort|örter)e?|sujets|thèmes?|thématiques?"
    r"|rubriques?|temas|temáticas?|genres?"
    r"|(?:veröffentlicht|abgelegt) (?:in|unter)|kategorien?|schlagw(?:ort|örter)"
    r"|verschlagwortet|(?:publié|classé) dans|catégories?|mots-clés|étiquettes?"
    r"|(?:publicado|archivado) en|categorías?|etiquetas?)\b",
    re.IGNORECASE,
)
# Persons host a show, and these its files.
_HOSTS = (
    r"(?:acast|anchor|ausha|blubrry|buzzsprout|captivate|castos|fireside|github|letscast|libsyn"
    r"|megaphone|netlify|omny|podbean|podigee|redcircle|simplecast|soundcloud|spotify|spreaker"
    r"|squarespace|substack|transistor|wordpress)"
)
_RULES = r".*[.:] .*(?:privacy|datenschutz|confidentialit|privacidad)"
_NETWORK = (
    r"(?:facebook|twitter|x|linkedin|whatsapp|reddit|pinterest|tumblr|telegram|mastodon|bluesky"
    r"|threads|xing|e-?mail|courriel|correo(?: electrónico)?)"
)
# What asks to log in or to pay, and may stand in the middle of what can be read.
_MEMBERS = r"(?:members?|subscribers?|patrons?|supporters|insiders|paying|paid|premium|free)"
_MITGLIEDER = r"(?:abonnent(?:en|innen)|mitglieder|unterstützer|registrierte)"
_ABONNES = r"(?:abonné·?e?·?s|membres|adhérents|abonnés payants|soutiens)"
_SOCIOS = r"(?:suscriptores|miembros|socios|mecenas)"
_POST = r"(?:(?:full |rest of the )?(?:post|episode|article|content|page|story|transcript))"
_FOR_MEMBERS = (
    rf"(?:the rest of )?this {_POST} is (?:only for (?:{_MEMBERS}\W*(?:and )?){{1,3}}"
    rf"|for (?:(?:paid|paying|premium) {_MEMBERS}|.{{0,20}}\b{_MEMBERS}.{{0,20}} only))"
    rf"|to (?:access|read|view) this {_POST},? you (?:must|need to|have to) .{{1,60}}"
    r"|you (?:must|need to|have to) (?:be .{1,40}|purchase .{1,40}|log in|sign in|subscribe)"
    rf" to (?:view|read|access|continue reading) (?:the |this ){_POST}"
    r"|you are (?:not authori[sz]ed|unauthori[sz]ed) to view this .{1,40}"
    rf"|this {_POST} is free,? but you must .{{1,60}}|join to unlock"
    rf"|unlock this {_POST} by .{{1,60}}"
    rf"|(?:become|get) .{{1,60}} to (?:get access to|unlock|read|access|continue) (?:the "
    rf"|this ){_POST}.{{0,60}}"
    r"|(?:subscribe|upgrade) .{0,60}\bto (?:(?:keep|continue) reading|read the (?:rest"
    r"|full))\b.{0,90}"
    rf"|(?:{_MEMBERS}[ -]){{1,2}}only(?: {_POST})?|(?:only )?for (?:{_MEMBERS} ){{1,2}}only"
    r"|(?:already|are you|not) (?:have an? account|(?:a |our )?(?:paid |paying )?(?:subscriber"
    r"|member|patron"
    r"|member of .{1,40}))\W+(?:(?:please )?(?:sign|log) ?in|join|subscribe)(?: here| now)?"
    rf"|(?:subscribe|sign up|upgrade|log ?in|sign in)(?: now| for free)? to "
    rf"(?:(?:continue|keep)(?: reading| listening)?|(?:read|unlock|hear|access|listen to|see)"
    rf" (?:the |this ){_POST}|paid)(?: and .{{1,60}})?"
    rf"|(?:unlock|continue reading|keep reading|get access to) (?:the |this )?{_POST} .{{1,60}}"
    r"|(?:keep|continue) reading with a .{1,30}(?:free )?trial|(?:claim|redeem) my free post"
    r"|or purchase a paid subscription|start your free trial"
    rf"|dieser (?:beitrag|artikel|inhalt) ist (?:nur )?für (?:.{{1,20}} )?{_MITGLIEDER}.{{0,30}}"
    r"|(?:werde|jetzt) mitglied(?: werden)? und (?:lies weiter|weiterlesen)"
    r"|weiterlesen mit .{0,20}\babo"
    rf"|nur für {_MITGLIEDER}|(?:(?:du hast|sie haben) )?(?:bereits|schon) (?:ein(?:en)? (?:konto"
    r"|account)|mitglied|abonnent(?:in)?)"
    r"\W+(?:jetzt |hier )?(?:anmelden|einloggen)"
    rf"|(?:cet (?:article|épisode)|ce contenu) est (?:exclusivement )?réservé (?:aux"
    rf"|à nos) {_ABONNES}.{{0,30}}"
    rf"|réservé aux {_ABONNES}|(?:déjà (?:abonnée?|membre|inscrite?)|vous avez déjà un compte)\W+"
    r"(?:connectez-vous|se connecter|connexion)"
    rf"|(?:este (?:contenido|artículo|episodio)|esta (?:entrada|publicación)) es (?:solo "
    rf"|exclusiv[oa] )?para {_SOCIOS}.{{0,30}}"
    rf"|solo para {_SOCIOS}|¿?(?:ya tienes (?:una )?cuenta|ya eres (?:suscriptora?|miembro"
    r"|soci[oa]))\W+"
    r"(?:inicia(?:r)? sesión|entra|accede)"
)
_LOG_IN = (
    r"(?:please |or |oder |ou |o )*(?:log ?in|sign ?in|join|register|subscribe|sign up|not now"
    r"|einloggen|anmelden|registrieren|se connecter|s['’]abonner|iniciar sesión|suscribirse)"
    r"(?: now| here| today| jetzt| hier)?"
)
# Of a line in lower case: Python tells by its first letter, then, which forms it can have.
_BOILERPLATE = re.compile(
    r"(?:copyright|©|\(c\) ?(?:19|20)\d\d).{0,150}"
    # but what hosts add to the notes themselves goes on to say where their rules are
    rf"|(?:proudly )?(?:powered|published|designed|podcasting"
    rf"|hosted(?! by (?!{_HOSTS})))(?!{_RULES})"
    rf" (?:by|with|on|in) .{{1,100}}|(?:hébergé|propulsé|gehostet(?! von (?!{_HOSTS}))"
    rf"|bereitgestellt|alojado)(?!{_RULES}) (?:par|von"
    r"|bei|durch|en) .{1,120}"
    r"|(?:made|built|created) (?:with|on|using)(?! .*\b(?:fund|grant|help|support|thanks|assist))"
    r"(?: .{1,40})?|(?:erstellt mit|créé avec|réalisé avec|hecho con|creado con) .{1,40}"
    r"|(?:manage|report) (?:this )?(?:episode|podcast|series)\b.{0,40}"
    r"|impressum|datenschutz|mentions légales|aviso legal"
    r"|privacy(?: policy)?|terms(?: of .{1,20})?"
    # what a theme says below each text
    r"|this (?:entry|post) was (?:posted|published) .{1,140}"
    r"|dieser (?:eintrag|beitrag) wurde .{0,50}veröffentlicht.{0,100}"
    r"|(?:cet article|cette entrée|ce contenu) a été publiée? .{1,140}"
    r"|esta entrada (?:fue|ha sido) publicada .{1,140}"
    r"|this (?:post|article) is licensed under .{1,80}"
    r"|dieser (?:beitrag|artikel) (?:ist|steht) .{0,20}\b(?:lizenz|lizenziert)\b.{1,80}"
    r"|cet article est sous licence .{1,80}|esta entrada está bajo licencia .{1,80}"
    # what works a player or the page
    r"|(?:(?:like\s+)?loading|lädt|chargement|cargando|play|pause|share|tweet|print|embed"
    r"|copy link|copied"
    r"|link kopieren|drucken|imprimer|imprimir|(?:back|scroll) to (?:the )?top|nach oben"
    r"|haut de page|read more|show (?:more|less)|load more|advertisement|avatar|logo|icon)\W*"
    r"|click to (?:share|print|e-?mail (?:a link|this))\b.{0,90}"
    r"|klicken?,? (?:um|zum) .{0,40}(?:teilen|(?:aus)?drucken|(?:zu)?senden)\b.{0,60}"
    r"|cliquez pour (?:partager|imprimer|envoyer un lien)\b.{0,90}"
    r"|haz clic para (?:compartir|imprimir|enviar un enlace)\b.{0,90}"
    r"|use (?:the )?(?:up/down|left/right) arrow keys .{1,90}|pfeiltasten hoch/runter .{1,60}"
    r"|utilise[rz] les flèches haut/bas .{1,80}|utiliza las teclas de flecha .{1,80}"
    r"|(?:skip|jump) to .{1,30}|(?:direkt )?zu[mr] (?:inhalt|navigation)(?: springen)?"
    r"|(?:aller|passer) au contenu.{0,20}|(?:saltar|ir) al contenido.{0,20}"
    r"|(?:listen|play|anhören|hören|abspielen|écouter|escuchar|reproducir)\b.{0,20}\b\d+[ -]?min\w*"
    r"(?: listen)?\W*"
    r"|(?:get|download|open in|listen in) (?:the|our) app\W*|save episode"
    r"|(?:(?:toggle|hide|show|enlarge) (?:caption|this image)\W*)+"
    r"|-?[\d-]{1,2}(?::[\d-]{2}){1,2}(?: ?[/·|–-] ?-?[\d-]{1,2}(?::[\d-]{2}){1,2})?"
    r"|\d(?:\.\d{1,2})?x"
    r"|(?:podcast(?: \(.{1,30}\))? ?: )?(?:download(?: file)?|play in new window) ?\|"
    r" ?(?:download|play in new window).{0,80}"
    r"|(?:podcast(?: \(.{1,30}\))? ?: )?(?:(?:datei )?herunterladen|télécharger(?: le fichier)?"
    r"|descargar(?: archivo)?|[\w ]{2,20} (?:neue[nm]? fenster|nouvelle fenêtre|nueva ventana)"
    r"(?: abspielen| öffnen)?) ?\|.{1,90}"
    r"|[+-]?\d{1,2} ?s(?:ec)?|(?:skip |jump |go )?(?:back|forward|rewind|fast[- ]forward)"
    r"(?: (?:by )?\d{1,2} ?s(?:ec(?:ond)?s?)?)?|\d{1,2} (?:seconds (?:back|forward)"
    r"|sekunden (?:zurück|vor))|(?:playback )?(?:speed|rate)(?:\W+\d(?:\.\d)?x)?|mute|unmute|volume"
    r"|(?:currently |now )playing|lautstärke"
    # what leads on within the site, or works on it
    r"|(?:continue reading|keep reading|see (?:more|less|all)|view (?:more|all)"
    r"|load (?:more .{1,20}"
    r"|comments)|mehr (?:anzeigen|laden|lesen)|weniger anzeigen|alle anzeigen|lire la suite"
    r"|(?:voir|afficher|charger) (?:plus|moins|tout)|(?:leer|ver|mostrar|cargar) (?:más|menos|todo)"
    r"|seguir leyendo|open in (?:app|browser|a new tab)|sign in|log ?in|log out|einloggen"
    r"|se connecter|iniciar sesión|reply|antworten|répondre|responder|like|gefällt mir|j['’]aime"
    r"|me gusta|embed(?: code)?|copy (?:url|embed code|to clipboard)|copier le lien|copiar enlace"
    r"|teilen|partager|compartir|tweet this|pin it|bookmark)\W*"
    r"|(?:werbung|anzeige|publicité|publicidad|sponsored content)\W*"
    r"|(?:share|teilen?|partager|compartir|tweet)(?: (?:this|it|diese[ns]?|cet|cette|este))?"
    r"(?: (?:episode|podcast|post|article|page|folge|beitrag|épisode|episodio|artículo))?"
    rf"(?: (?:on|via|by|to|auf|per|über|sur|par|en|por))? {_NETWORK}\W*|(?:auf|per"
    rf"|über) {_NETWORK} teilen"
    r"|(?:share|tweet|print|save) this(?: (?:episode|post|article|page|entry|show))?\W*"
    r"|\W*(?:edit (?:this (?:page|post)|on github|(?:the |show )*notes)(?: on github)?"
    r"|(?:improve|report) this (?:page|episode)|suggest (?:an edit|edits|changes)"
    r"|seite bearbeiten|modifier (?:cette )?page|editar (?:esta )?página)\W*"
    # how long it takes to read, and how many have
    r"|(?:(?:estimated )?reading time|lesezeit|temps de lecture|tiempo de lectura)\W+\d+.{0,14}"
    r"|\d+[ -]min(?:ute)?s?[ -](?:read|lesezeit|de lecture|de lectura)"
    r"|[\d.,]+[km]? (?:likes?|comments?|shares?|views?|plays?|downloads?|claps?|followers?"
    r"|subscribers?|listeners?|episodes?|hörer(?:innen)?|folgen|auditeurs|épisodes|oyentes|episodios"
    r"|kommentare?|aufrufe|ansichten|commentaires?|vues?|j['’]aime|comentarios?|visitas|vistas"
    r"|visualizaciones|reproducciones|responses?|gefällt mir|me gusta)"
    # in what it is filed
    r"|(?:filed under|posted in|tagged(?: (?:with|in|as))?|tags|abgelegt unter|schlagw(?:ort|örter)"
    r"|classé dans|publié dans|étiquettes?|mots-clés|archivado en|etiquetas)\s?: .{1,120}"
    rf"|(?:{_FOR_MEMBERS})(?:\W+{_LOG_IN})*\W*"
    # what stands around the form for a comment, and in banners
    r"|your e-?mail address will not be .*|required fields are marked.*|save my name, e-?mail.*"
    r"|(?:you must be|please) log(?:ged)? in to .*|notify me of .*|comments are closed.*"
    r"|(?:this site uses|diese (?:website|seite) verwendet|ce site utilise"
    r"|este sitio usa) akismet.*"
    r"|deine e-mail-adresse wird nicht .*|(?:erforderliche|pflicht)felder sind .*"
    r"|(?:die )?kommentare sind geschlossen.*|du musst angemeldet sein.*"
    r"|votre adresse (?:e-?mail|de messagerie) ne sera pas .*|les champs obligatoires sont .*"
    r"|les commentaires sont (?:fermés|clos).*|vous devez être connecté.*"
    r"|tu dirección de correo electrónico no será .*|los campos obligatorios están .*"
    r"|los comentarios están cerrados.*"
    r"|(?:we|this (?:site|website)|diese (?:website|seite)|ce site|nous|este sitio)"
    r" (?:uses?|verwendet|nutzt|utilise|utilisons|usa|utiliza) (?:des )?cookies (?:to|on|for|and"
    r"|um|pour|para)\b.*"
    r"|(?:your|ihr|dein|votre|tu|su) (?:browser|navigateur|navegador) "
    r"(?:doesn['’]t|does not|unterstützt|ne|no) .*\b(?:audio|video|iframe|javascript|html5)\b.*",
)
_AT_FOOT = re.compile(r"\b(?:all rights reserved|permalinks?|permalien|enlace permanente)\b")
# Several of these in one line are a way through the site.
_FOOT = re.compile(
    r"\W*(?:(?:home|about(?: us)?|contact(?: us)?|imprint|impressum|datenschutz(?:erklärung)?"
    r"|kontakt"
    r"|privacy(?: policy)?|terms(?: of (?:use|service))?|cookies?(?: (?:policy|settings))?|legal"
    r"|login"
    r"|log in|sign in|sitemap|agb|rss|mentions légales|confidentialité|aviso legal|privacidad"
    r"|contacto)\s*(?:[|·•/–—-]|\s)\s*){2,}"
)

_LONGEST_BOILERPLATE = 160  # the most letters that these forms have


def is_taxonomy(line: str) -> bool:
    """Say whether a line begins as those do that name an episode's categories.

    >>> is_taxonomy("Filed under:  | Tagged with: , "), is_taxonomy("Seen in: ")
    (True, False)
    """
    return bool(_TAXONOMY.match(line))


def is_furniture_heading(heading: str) -> bool:
    """Say whether a heading is one of the site's, not of the episode's.

    >>> is_furniture_heading("Leave a Reply"), is_furniture_heading("Related links")
    (True, False)
    """
    return bool(_FURNITURE_HEADING.fullmatch(heading.strip(" :.…!?")))


def is_boilerplate(line: str) -> bool:
    """Say whether a line is one that stands at the foot of all pages, or only a mark.

    >>> is_boilerplate("© 2024 The Rest Show"), is_boilerplate("* * *"), is_boilerplate("Be.")
    (True, True, False)
    """
    lower = line.lower()
    is_known = len(line) <= _LONGEST_BOILERPLATE and (
        _BOILERPLATE.fullmatch(lower)
        or _FOOT.fullmatch(f"{lower} ")
        or (("rights" in lower or "perma" in lower) and _AT_FOOT.search(lower))
    )
    return bool(is_known) or not (line[:1].isalnum() or any(map(str.isalnum, line)))


def left_out(text: str, line: int | None = None) -> Problem:
    """Give the problem that tells of a text, and where it starts, that it is no content.

    >>> print(left_out("Menu", line=3))
    line 3: left out, as it is no content: 'Menu'
    """
    message = f"left out, as it is no content: {text!r:.80}"
    return Problem(id="page-furniture", message=message, level="info", line=line)
