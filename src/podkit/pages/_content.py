"""Tells a page's content from what stands around it, by tags, roles and the words of its classes.

The tables hold words that the themes and hosts of podcasts share, none that only one of them has.
"""

import functools
import re
from collections.abc import Callable
from typing import TypeAlias

from selectolax.lexbor import LexborNode

from podkit._markup.headings import kind_of_heading
from podkit._markup.html_blocks import FURNITURE
from podkit._markup.places import place_of
from podkit.errors import OnProblem, Problem
from podkit.pages._byline import is_full_name
from podkit.pages._headline import letters, read_headline, show_title

__all__ = [
    "CHAPTERS",
    "content_of",
    "is_boilerplate",
    "is_furniture_heading",
    "is_on_site",
    "is_taxonomy",
    "parts_of",
    "report_outside",
    "report_text",
    "without_unseen",
]

CHAPTERS = "chapters"

_Facts: TypeAlias = dict[str, str | None]  # the attributes of a node

_MOST_REPORTED = 500  # letters of a text that is left out, before what repeats white space

_CONTENT = ("main", "[role=main]", "article", "body")
_FURNITURE_TAGS = frozenset({"dialog", "footer", "form", "menu", "nav", "search"})
_FURNITURE_ROLES = frozenset(
    [
        *("alertdialog", "banner", "complementary", "contentinfo", "dialog", "menu", "menubar"),
        *("navigation", "search", "tablist", "toolbar"),
    ]
)
# Elements whose classes are looked at. Others, such as those within a line, are content.
_BOXES = _FURNITURE_TAGS | frozenset(
    [
        *(
            "a",
            "article",
            "aside",
            "blockquote",
            "dd",
            "details",
            "div",
            "dl",
            "figure",
            "h1",
            "h2",
        ),
        *("h3", "h4", "header", "li", "ol", "p", "section", "small", "span", "table", "ul"),
    ]
)
# Side boxes, which may hold the places to follow the show, and how many links they have then.
_ASIDE = re.compile(r"side-?bar|widget", re.IGNORECASE)
_LEAST_PLACES = 2
_MOST_PLACES = 30
_MOST_LEADING = 200
_MOST_ASIDES = 50
_MOST_PER_LINK = 3  # letters beside it, such as the name of a month
_WAYS = frozenset({"next", "prev"})  # the relations of links that lead to other pages
_NAMES = ("aria-label", "aria-labelledby", "data-hook", "data-testid")  # where boxes are named
_MOST_NAMED = 4000  # letters of a box's classes
_LINKS = frozenset({"links", "resources"})
_MOST_HEADINGS = 5
# A picture with its caption: of so many elements around it, and so many more letters.
_MOST_AROUND = 3
_MOST_BESIDE = 30
_MOST_PICTURES = 100
_PICTURES = frozenset({"figcaption", "img"})
# What buttons that lead to the site's other pages are for.
_BUTTON = re.compile(r"(?<![^\s])(?:btn|button)(?![^\s])")
_OF_SITE = frozenset({"comments", "contact", "follow", "show_notes", "support", "transcript"})
_POST = re.compile(r"(?<![^\s])(?:post|message|topic-post|forum-post|bbp-reply)(?![^\s])")
_POSTS_TAGS = frozenset({"article", "div", "li", "section"})
_TIMED = re.compile(r"[(\[]?\d{1,3}(?::\d\d){1,2}[)\]]?\s*[^\W\d]")
_LEAST_ENTRIES = 3
_MOST_ENTRIES = 200
_LONGEST_ENTRY = 120
_IN_LINES = frozenset({"a", "small", "span"})
# What stands in a line of text, or around a picture that does.
_IN_LINES_OF_TEXT = frozenset(
    {"a", "abbr", "b", "code", "em", "font", "i", "mark", "picture", "small", "span", "strong"}
)
_MOST_ABOVE = 6
# Boxes that can hold a transcript or a list of chapters.
_HEADINGS = frozenset({"h1", "h2", "h3", "h4"})
_SECTIONS = frozenset({"article", "aside", "blockquote", "details", "div", "ol", "section", "ul"})
# What a box is, by words of its class or id: parts of a word that hyphens and the like set off.
_WORDS = {
    "content": (
        r"(?:entry|post|page|article|episode|blog-item)-(?:content|body|text|notes|description)",
        r"(?:trix|text|markdown|html|rich-text|e)-content|(?:entry|episode)-summary|markdown-body",
        r"show-?notes|prose|articlebody|markup|richtext|available-content|text-formatted",
    ),
    "transcript": (r"transcripts?|transcriptions?|transkript(?:ion)?|transcripcion",),
    CHAPTERS: (r"chapters?|chapter-(?:list|markers)|kapitel(?:marken)?|chapitres|capitulos",),
    FURNITURE: (
        # ways through the site
        r"nav(?:bar|igation|s)?|menus?|bread-?crumbs?|pag(?:ination|inav|er)|prev-?next|toc",
        r"skip-?links?|table-of-contents|top-?bar|mast-?head|branding|site-(?:header|title|logo)",
        r"side-?bar|widget-area|widget_[a-z_]+|blogroll|footer|colophon|copyright|nav-tabs",
        r"tabs?-?(?:nav|list|links|menu|headers?|labels|buttons|titles)|next-?prev(?:ious)?",
        r"(?:tool|button)-?bars?|avatar[-_](?:list|group|stack)s?",
        r"(?:show|episode|post|player)-actions?(?:-[a-z]+)*",
        r"screen-reader(?:-text|-shortcut)?|visually-hidden|sr-only|unseen",
        # what visitors say and do
        (
            r"comments?(?:-[a-z]+)?|commentlist|(?:[a-z]+-)?linkbacks?(?:-list)?|pingbacks?"
            r"|trackbacks?|respond|repl(?:y|ies)|disqus|discussion|likes?|ufi"
        ),
        r"shar(?:e|es|ing|edaddy)|upvotes?|reactions?|ratings?|votes?|views|hits|kommentare?",
        r"commentaires?|comentarios?|partage[rs]?|compartir|teilen",
        # what the site advertises
        r"related(?:-?posts|-?episodes)?|recommend(?:ed|ations)|suggest(?:ed|ions)|popular|recent",
        (
            r"(?:latest|more|other|up-next|read-next|next)(?:-(?:episodes?|posts?|articles?|shows"
            r"|podcasts))"
        ),
        (
            r"teasers|teaser-(?:list|grid|row|box|group)s?|adsbygoogle|ad-(?:slot|unit|container"
            r"|wrapper)"
        ),
        r"latest|up-next|read-next|archives?|upsell|you-may-(?:also-)?like|mehr-folgen",
        r"newsletter|sign-?up|subscription|opt-?in|pop-?up|modal|overlay|announcement|notification",
        r"cookies?|consent|gdpr|cookie[a-z]+|[a-z]+cookie[a-z]*|onetrust|tarteaucitron[a-z]*|cmp",
        r"(?:post|episode)-(?:grid|list|cards?)|posts|episodes",
        # what is said of pictures
        (
            r"wp-caption-text|(?:image|photo|picture|img|media)[- ](?:caption|credit|copyright)s?"
            r"|credit-captions?"
            r"|bild(?:unterschrift|nachweis|quelle)|pie-(?:de-)?foto|legende-(?:photo|image)"
        ),
        # what no wide window shows
        (
            r"(?:(?<!overflow-)(?<!overflow-[xy]-)(?<!backface-)hidden"
            r"(?!-(?:mobile|touch|phone|xs|sm|small|print)(?![a-z]))|d-none)"
            r"(?!.{0,300}\b(?:sm:|md:|lg:|xl:|d-sm-|d-md-|d-lg-|d-xl-)(?:block|flex|grid|inline"
            r"|table))"
        ),
        r"d-(?:sm|md|lg|xl)-none|invisible|rich-snippet-hidden",
        # facts that are read otherwise
        (
            r"tags|tag-(?:links|list|cloud)|cat(?:egory)?-links|categor(?:y|ies)"
            r"|taxonomy(?:-[a-z]+)?"
            r"|terms"
        ),
        r"byline|posted-on|author-(?:box|bio|list|profile|card|name|info)|authors?|vcard",
        r"(?:audio-|podcast-|episode-|media-|web-)?player(?:-[a-z]+|-row)?|playback|audio-card",
        (
            r"catlinks|print-?footer|edit-?section|info-?box|progress|playlists?"
            r"|(?:[a-z]+-)?form(?:-[a-z0-9]+)?|formulaires?|formular(?:io)?"
        ),
    ),
}
_HOST = re.compile(r"https?://(?:www\.)?([^/?#]+)", re.IGNORECASE)
_PICTURE = re.compile(r"\.(?:avif|gif|jpe?g|png|svg|webp)(?:[?#]|$)", re.IGNORECASE)
# What a link beside a heading says that leads to this heading.
_TO_ITSELF = re.compile(
    r"\W*(?:perma(?:nent )?-?link|(?:direct |anchor |copy )?link (?:to|for)\b|anchor\b"
    r"|section (?:titled|link)|heading self-?link|direkter link\b|direktlink|permanenter link"
    r"|link zu(?:m|r)? (?:dieser|diesem|abschnitt|überschrift)|lien (?:permanent|direct|vers)\b"
    r"|enlace (?:permanente|directo|a esta)\b)",
    re.IGNORECASE,
)
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
# A box that a theme gives a post has the words that its author files it under.
_POST_BOX = re.compile(r"(?<![^\s])(?:h-?entry|post|status-publish|type-[a-z]+)(?![^\s])")
_FILED = re.compile(r"(?<![^\s])(?!related|recommend|suggest|teaser|comment)\w+-\S+")
# A box that holds most of what can be read is no furniture by its classes, save by the first of
# these; nearly all must it hold by the others.
_SAID = re.compile(
    r"comment|kommentar|respond|repl(?:y|ies)|disqus|discussion|pingback|trackback|linkback|cookie"
    r"|consent|gdpr|onetrust|tarteaucitron",
    re.IGNORECASE,
)
_BESIDE_CONTENT = re.compile(
    r"(?<![^\s])(?:(?:main|page|primary|right|left|site)-?)?(?:footer|menu|modal|nav|newsletter"
    r"|pop-?up|recent|recommend|related|side-?bar|widget)",
    re.IGNORECASE,
)
_MOST, _NEARLY_ALL = 0.5, 0.9
_MOST_IN_BANNER = 120  # letters beside the title, such as its date
_MOST_KEPT = 20  # boxes, one within the other
_LEAST_READ = 300  # letters and marks, outside of links
# A box can also be said to have no such part, or to have one beside it.
_WORD_BEGINS = r"(?<![^\W_])(?<!\bno-)(?<!\bhas-)(?<!\bwith-)(?<!\bwithout-)(?<!-sticky-)"
_PART_WORDS = re.compile(
    "|".join(
        rf"(?P<{part}>{_WORD_BEGINS}(?:{'|'.join(words)})(?![^\W_]))"
        for part, words in _WORDS.items()
    ),
    re.IGNORECASE,
)
_FURNITURE_HEADINGS = (
    r"(?:recent|latest|popular|more|newest|all|next|previous) (?:episodes|posts|podcasts|articles)",
    r"(?:you (?:may|might) (?:also )?(?:like|enjoy)|related(?: (?:posts|to this .*))?)\W*",
    r"keep listening|(?:leave|post|write) a (?:reply|comment)|comments?(?: \(\d+\))?",
    r"(?:\d+|no|one|two) (?:comments?|responses?|thoughts?|replies)\b.*|(?:member )?discussion\b.*",
    r"share(?: (?:this|on|via|the).*)?|archives?|categories|search|tags|meta|popular .{1,20}",
    r"(?:sign up|subscribe to (?:our|the|my) (?:newsletter|mailing list)|newsletter)\b.*",
    r"get updates\b.*|(?:view|see|browse) all(?: .{1,20})?|about the author|(?:hosted|written) by",
    r"(?:letzte|neueste|weitere|mehr|ähnliche) (?:folgen|episoden|beiträge)",
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
    r"(?:últimos|más|otros) (?:episodios|artículos)",
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
    r"|themen|stichw(?:ort|örter)e?|sujets|thèmes|temas"
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
# Of a line in lower case: Python tells by its first letter, then, which forms it can have.
_BOILERPLATE = re.compile(
    r"(?:copyright|©|\(c\) ?(?:19|20)\d\d).{0,150}"
    # but what hosts add to the notes themselves goes on to say where their rules are
    rf"|(?:proudly )?(?:powered|published|designed|podcasting"
    rf"|hosted(?! by (?!{_HOSTS})))(?!{_RULES})"
    rf" (?:by|with|on|in) .{{1,100}}|(?:hébergé|propulsé|gehostet(?! von (?!{_HOSTS}))"
    rf"|bereitgestellt|alojado)(?!{_RULES}) (?:par|von"
    r"|bei|durch|en) .{1,120}"
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
    r"|-?[\d-]{1,2}(?::[\d-]{2}){1,2}(?: ?/ ?-?[\d-]{1,2}(?::[\d-]{2}){1,2})?|\d(?:\.\d{1,2})?x"
    r"|(?:podcast(?: \(.{1,30}\))?: )?(?:download(?: file)?|play in new window) ?\|"
    r" ?(?:download|play in new window).{0,80}"
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
    r"|subscribers?"
    r"|kommentare?|aufrufe|commentaires?|vues?|comentarios?|visitas|reproducciones|responses?)"
    # in what it is filed
    r"|(?:filed under|posted in|tagged(?: (?:with|in|as))?|tags|abgelegt unter|schlagw(?:ort|örter)"
    r"|classé dans|publié dans|étiquettes?|mots-clés|archivado en|etiquetas)\s?: .{1,120}"
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


def content_of(root: LexborNode, headline: LexborNode | None) -> LexborNode:
    """Give the smallest element that is marked as content and holds the headline.

    >>> from podkit._html import parse_html
    >>> content_of(parse_html("<main><h1>Be</h1></main><footer>Bye</footer>"), None).tag
    'main'
    """
    around = _ancestors(headline)
    elements = (node for selector in _CONTENT for node in root.css(selector))
    box = next((node for node in elements if not around or node.mem_id in around), root)
    # A box of the title alone, such as a banner, isn't that of the content.
    return root if _is_banner(box, headline, root) else box


def parts_of(
    headline: LexborNode | None,
    on_problem: OnProblem,
    page: str | None = None,
    content: LexborNode | None = None,
) -> Callable[[LexborNode, str], str | None]:
    """Give what tells of a node, and its tag, if it is furniture, a transcript or a chapter list.

    Args:
        headline: the element that shows the title.
        on_problem: receives what is furniture.
        page: the page's URL, if that is known.
        content: the element that holds the content, to tell what is most of it.

    What holds the headline is none of these, whatever its classes say. Furniture is reported.
    """
    around = _ancestors(headline)
    is_most = _most_of(content)
    pictures = iter(range(_MOST_PICTURES, 0, -1))
    asides = iter(range(_MOST_ASIDES, 0, -1))

    @functools.cache
    def title() -> str:
        line = " ".join(headline.text().split()) if headline is not None else ""
        return letters(read_headline(line).title or "")

    def part_of(node: LexborNode, tag: str) -> str | None:
        if tag in _PICTURES and next(pictures, None) and _is_no_content(node, title()):
            report_text(node.attributes.get("alt") or node.text(separator=" "), on_problem)
            return FURNITURE
        facts = node.attributes if tag in _BOXES else {}
        if not facts and tag not in _FURNITURE_TAGS and tag != "aside":
            return None
        if node.mem_id in around:
            return None
        is_of_site = tag in _FURNITURE_TAGS or (
            tag == "aside" and next(asides, None) and _leads_on(node, page)
        )
        part = FURNITURE if is_of_site else _part_of_box(node, tag, facts, page)
        if part == FURNITURE:
            text = node.text(separator=" ")
            can_be_most = len(text) > _LEAST_READ and tag in _SECTIONS and not is_of_site
            if _lists_places(node, tag) or (can_be_most and is_most(node)):
                return None
            report_text(text, on_problem)
        return part

    return part_of


def is_taxonomy(line: str) -> bool:
    """Say whether a line begins as those do that name an episode's categories.

    >>> is_taxonomy("Filed under:  | Tagged with: , "), is_taxonomy("Seen in: ")
    (True, False)
    """
    return bool(_TAXONOMY.match(line))


def without_unseen(root: LexborNode) -> None:
    """Take out of a document what no browser shows as text.

    >>> from podkit._html import parse_html
    >>> root = parse_html("<p>Hello<script>bye()</script>")
    >>> without_unseen(root)
    >>> root.text()
    'Hello'
    """
    for node in root.css("script, style, template, noscript, svg"):
        node.decompose()


def report_outside(content: LexborNode, on_problem: OnProblem) -> None:
    """Report what stands outside of the content.

    >>> from podkit._html import parse_html
    >>> root = parse_html("<p>Menu</p><main>Hello</main>")
    >>> report_outside(root.css_first("main"), print)
    left out, as it is no content: 'Menu'
    """
    inner, outer = content, content.parent
    while outer is not None:
        for node in outer.iter(include_text=True) if outer.tag not in ("html", "-document") else ():
            if node.mem_id != inner.mem_id:
                report_text(node.text(separator=" "), on_problem)
        inner, outer = outer, outer.parent


def report_text(text: str, on_problem: OnProblem) -> None:
    """Report a text that is left out, if there is any."""
    shown = " ".join(text[:_MOST_REPORTED].split())
    if shown:
        message = f"left out, as it is no content: {shown!r:.80}"
        on_problem(Problem(id="page-furniture", message=message, level="info"))


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
        _BOILERPLATE.fullmatch(lower) or _FOOT.fullmatch(f"{lower} ") or _AT_FOOT.search(lower)
    )
    return bool(is_known) or not any(map(str.isalnum, line))


def _ancestors(node: LexborNode | None) -> frozenset[int]:
    """Give the identities of a node and all that holds it."""
    found = []
    while node is not None:
        found.append(node.mem_id)
        node = node.parent
    return frozenset(found)


def _is_banner(box: LexborNode, headline: LexborNode | None, root: LexborNode) -> bool:
    """Say whether a box holds little but the title, and the page has a text elsewhere."""
    if headline is None or box.tag != "article":
        return False
    count = _length(box)
    is_short = count <= _length(headline) + _MOST_IN_BANNER
    return is_short and _count_outside_links(root.css_first("body") or root) >= count + _LEAST_READ


def _is_answer(node: LexborNode, tag: str, facts: _Facts) -> bool:
    """Say whether a post follows another one, as answers do."""
    classes = facts.get("class") or ""
    if tag not in _POSTS_TAGS or not _POST.search(classes):
        return False
    before = node.prev
    while before is not None and before.tag == "-text":
        before = before.prev
    return before is not None and before.attributes.get("class") == classes


def _part_of_box(node: LexborNode, tag: str, facts: _Facts, page: str | None) -> str | None:
    if tag == "a" and _is_way(node, facts, page):
        return FURNITURE
    is_comment = facts.get("itemprop") == "comment" or "/Comment" in str(facts.get("itemtype"))
    is_unseen = facts.get("aria-hidden") == "true" or ("hidden" in facts and tag in _IN_LINES)
    if is_comment or is_unseen or facts.get("role") in _FURNITURE_ROLES:
        return FURNITURE
    # The id of a heading is made of its words.
    identity = "" if tag in _HEADINGS else facts.get("id") or ""
    if tag in _SECTIONS:  # what a box is called is said of boxes alone
        identity += "".join(f" {facts[name]}" for name in _NAMES if facts.get(name))
    classes = facts.get("class") or ""
    part = _part_of_words(classes, identity)
    if part == FURNITURE and tag in _POSTS_TAGS and _POST_BOX.search(classes):
        part = _part_of_words(_FILED.sub("", classes), identity)
    if part in (CHAPTERS, "transcript"):
        # An empty box is only a place to jump to.
        return part if tag in _SECTIONS and not _is_empty(node) else None
    if part == FURNITURE and tag in _SECTIONS:
        is_of_episode = "related" in classes and _has_links_of_episode(node)
        return CHAPTERS if _lists_times(node) else None if is_of_episode else FURNITURE
    return FURNITURE if part == FURNITURE or _is_answer(node, tag, facts) else None


def _is_way(link: LexborNode, facts: _Facts, page: str | None) -> bool:
    """Say whether a link leads to a part of the page, or on or back within the site."""
    is_anchor = _is_anchor(link, facts.get("href") or "")
    return is_anchor or facts.get("rel") in _WAYS or _is_site_button(link, facts, page)


def _is_site_button(link: LexborNode, facts: _Facts, page: str | None) -> bool:
    """Say whether a link looks like a button, and leads to a page that the site has for all."""
    is_button = _BUTTON.search(facts.get("class") or "")
    if not is_button or not is_on_site(facts.get("href") or "", page):
        return False
    return kind_of_heading(" ".join(link.text().split())) in _OF_SITE


def is_on_site(url: str, page: str | None) -> bool:
    """Say whether a URL leads to another page of the same site.

    >>> is_on_site("/about", None), is_on_site("https://example.com/", "https://example.org/")
    (True, False)
    """
    host, own = _HOST.match(url), _HOST.match(page or "")
    if url[:1] in ("", "#") or (page and url.startswith(page)):
        return False  # a part of this page
    return host[1] == own[1] if host and own else host is None


def _is_no_content(picture: LexborNode, title: str) -> bool:
    """Say whether a caption is a picture's, or the words that stand for one only say what it shows.

    A cover may have the show's title beside the episode's, with a bar between, and a portrait may
    say who it shows.
    """
    if picture.tag == "figcaption":
        return _is_of_picture(picture)
    if _is_shown_beside(picture):
        return True
    words = " ".join((picture.attributes.get("alt") or "").split())
    is_telling = not title or _is_cover(words, title) or is_full_name(words)
    return not is_telling and _is_alone(picture)


def _is_cover(words: str, title: str) -> bool:
    said = read_headline(words).title or words
    return letters(said) == title or show_title(words, title) is not None


def _is_alone(picture: LexborNode) -> bool:
    """Say whether a picture stands neither in a line of text nor in a link or a heading."""
    node, is_block = picture, False
    for _ in range(_MOST_ABOVE):
        beside = () if is_block else (_beside(node, "prev"), _beside(node, "next"))
        holder = node.parent
        if holder is None or any(map(_is_of_line, beside)):
            return holder is None
        if holder.tag in _HEADINGS or (holder.tag == "a" and holder.attributes.get("href")):
            return False
        is_block = is_block or holder.tag not in _IN_LINES_OF_TEXT
        node = holder
    return True


def _is_of_line(node: LexborNode | None) -> bool:
    return node is not None and (node.tag == "-text" or node.tag in _IN_LINES_OF_TEXT)


def _beside(node: LexborNode, side: str) -> LexborNode | None:
    """Give what stands beside a node, save white space."""
    beside: LexborNode | None = getattr(node, side)
    while beside is not None and beside.tag == "-text" and not beside.text().strip():
        beside = getattr(beside, side)
    return beside


def _is_of_picture(caption: LexborNode) -> bool:
    """Say whether a caption is that of a picture, not of a quotation, a recording or a table.

    That of a recording may only say to listen to it.
    """
    figure = caption.parent
    if figure is None or figure.css_first("audio, img") is None:
        return False
    if figure.css_first("audio") is not None:
        return kind_of_heading(" ".join(caption.text().split())) == "player"
    return figure.css_first("blockquote, iframe, pre, table, ul, video") is None


def _is_shown_beside(picture: LexborNode) -> bool:
    """Say whether the words that stand for a picture, such as a person's name, are beside it."""
    words = (picture.attributes.get("alt") or "").strip()
    holder, following = picture.parent, _beside(picture, "next")
    if words and following is not None and following.text(strip=True) == words:
        return True
    for _ in range(_MOST_AROUND if words else 0):
        shown = holder.text(strip=True) if holder is not None else ""
        if holder is None or len(shown) > len(words) + _MOST_BESIDE:
            return False
        if words in shown:
            return True
        holder = holder.parent
    return False


def _lists_times(node: LexborNode) -> bool:
    """Say whether what leads through the page has times: a list of chapters."""
    items = node.css("li")[:_MOST_ENTRIES]
    entries = (item.text().strip() for item in items)
    return len(items) >= _LEAST_ENTRIES and all(
        _TIMED.match(entry) and len(entry) <= _LONGEST_ENTRY for entry in entries
    )


def _has_links_of_episode(node: LexborNode) -> bool:
    """Say whether a box of what is related has links to read on, by their heading."""
    headings = node.css("h2, h3, h4, h5")[:_MOST_HEADINGS]
    return any(kind_of_heading(heading.text()) in _LINKS for heading in headings)


@functools.lru_cache(maxsize=256)  # of the classes of a page, most are those of many elements
def _part_of_words(classes: str, identity: str) -> str | None:
    words = _HUMP.sub("-", f"{classes[:_MOST_NAMED]} {identity[:_MOST_NAMED]}")
    found = {match.lastgroup for match in _PART_WORDS.finditer(words)}
    return next((part for part in _WORDS if part in found), None)


def _is_anchor(node: LexborNode, url: str) -> bool:
    """Say whether a link leads to its own heading, or to a picture's file and shows no word."""
    is_within = url.startswith("#")
    if not (is_within or _PICTURE.search(url)):
        return False
    shown = node.text()
    return not any(map(str.isalnum, shown)) or (is_within and bool(_TO_ITSELF.match(shown)))


def _leads_on(aside: LexborNode, page: str | None) -> bool:
    """Say whether a box beside the content has nothing but links to other pages of the site."""
    links = aside.css("a[href]")
    if not _LEAST_PLACES <= len(links) <= _MOST_LEADING:
        return False
    headings = aside.css("h2, h3, h4")
    if any(kind_of_heading(heading.text()) for heading in headings):
        return False
    shown = sum(_count_of_letters(node) for node in (*links, *headings))
    is_bare = _count_of_letters(aside) <= shown + _MOST_PER_LINK * len(links)
    return is_bare and all(is_on_site(link.attributes["href"] or "#", page) for link in links)


def _count_of_letters(node: LexborNode) -> int:
    return sum(map(str.isalpha, node.text()))


def _is_empty(node: LexborNode) -> bool:
    child = node.child
    is_text = child is not None and child.tag == "-text" and child.next is None
    return child is None or (is_text and not (child.text_content or "").strip())


def _most_of(content: LexborNode | None) -> Callable[[LexborNode], bool]:
    """Give what says of a box whether it holds most of the letters, though its class tells not."""

    @functools.cache
    def letters_in_all() -> int:
        return _count_outside_links(content) if content is not None else 0

    kept = iter(range(_MOST_KEPT, 0, -1))

    def is_most(box: LexborNode) -> bool:
        count = _count_outside_links(box) if content is not None else 0
        words = f"{box.attributes.get('class')} {box.attributes.get('id')}"
        if count < _LEAST_READ or _SAID.search(words):
            return False
        share = _NEARLY_ALL if _BESIDE_CONTENT.search(words) else _MOST
        return count > share * letters_in_all() and next(kept, 0) > 0

    return is_most


def _count_outside_links(node: LexborNode) -> int:
    """Count what can be read in an element, save in links; nothing where it is little."""
    count = _length(node)
    return 0 if count < _LEAST_READ else count - sum(map(_length, node.css("a")))


def _length(node: LexborNode) -> int:
    return len("".join(node.text().split()))


def _lists_places(node: LexborNode, tag: str) -> bool:
    """Say whether a box beside the content has links to follow the show, and no others."""
    if tag != "aside" and not _ASIDE.search(node.attributes.get("class") or ""):
        return False
    links = node.css("a[href]")
    if not _LEAST_PLACES <= len(links) <= _MOST_PLACES:
        return False
    places = (place_of(link.attributes["href"] or "") for link in links)
    return all(place is not None and place[0] == "follow" for place in places)
