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
_WAYS = frozenset({"next", "prev"})  # the relations of links that lead to other pages
_NAMES = ("aria-label", "aria-labelledby", "data-hook", "data-testid")  # where boxes are named
_MOST_NAMED = 4000  # letters of a box's classes
_LINKS = frozenset({"links", "resources"})
_MOST_HEADINGS = 5
# A picture with its caption: of so many elements around it, and so many more letters.
_MOST_AROUND = 3
_MOST_BESIDE = 30
_MOST_PICTURES = 100
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
        r"nav(?:bar|igation|s)?|menus?|bread-?crumbs?|pag(?:ination|inav|er)|prev-next|toc",
        r"skip-?links?|table-of-contents|top-?bar|mast-?head|branding|site-(?:header|title|logo)",
        r"side-?bar|widget-area|widget_[a-z_]+|blogroll|footer|colophon|copyright|nav-tabs",
        r"tabs?-?(?:nav|list|links|menu|headers?|labels|buttons|titles)|next-prev(?:ious)?",
        r"(?:tool|button)-?bars?|avatar[-_](?:list|group|stack)s?",
        r"(?:show|episode|post|player)-actions?(?:-[a-z]+)*",
        r"screen-reader(?:-text|-shortcut)?|visually-hidden|sr-only|unseen",
        # what visitors say and do
        r"comments?(?:-[a-z]+)?|commentlist|(?:[a-z]+-)?linkbacks?(?:-list)?|pingbacks?|trackbacks?|respond|repl(?:y|ies)|disqus|discussion|likes?|ufi",
        r"shar(?:e|es|ing|edaddy)|upvotes?|reactions?|ratings?|votes?|views|hits|kommentare?",
        r"commentaires?|comentarios?|partage[rs]?|compartir|teilen",
        # what the site advertises
        r"related(?:-?posts|-?episodes)?|recommend(?:ed|ations)|suggest(?:ed|ions)|popular|recent",
        (
            r"(?:latest|more|other|up-next|read-next|next)(?:-(?:episodes?|posts?|articles?|shows"
            r"|podcasts))"
        ),
        r"latest|up-next|read-next|archives?|upsell|you-may-(?:also-)?like|mehr-folgen",
        r"newsletter|sign-?up|subscription|opt-?in|pop-?up|modal|overlay|announcement|notification",
        r"cookies?|consent|gdpr|cookie[a-z]+|[a-z]+cookie[a-z]*|onetrust|tarteaucitron[a-z]*|cmp",
        r"(?:post|episode)-(?:grid|list|cards?)|posts|episodes",
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
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
# A box can also be said to have no such part, or to have one beside it.
_WORD_BEGINS = r"(?<![^\W_])(?<!\bno-)(?<!\bhas-)(?<!\bwith-)(?<!\bwithout-)"
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
        r"|episodios|programas|podcasts)\b.{0,60}|todos los (?:episodios|programas)"
        r"|comparte(?: .*)?"
        r"|etiquetas|categorías"
    ),
    r"(?:últimos|más|otros) (?:episodios|artículos)",
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
# These forms are those of lines in lower case.
_BOILERPLATE = re.compile(
    r"(?:copyright|©|\(c\) ?(?:19|20)\d\d).{0,150}"
    r"|(?:proudly )?(?:powered|published|hosted|broadcast|designed|podcasting)"
    r" (?:by|with|on|in) .{1,100}|(?:hébergé|propulsé|gehostet|bereitgestellt|alojado) (?:par|von"
    r"|bei|durch|en) .{1,120}"
    r"|impressum|datenschutz|mentions légales|aviso legal"
    r"|privacy(?: policy)?|terms(?: of .{1,20})?"
    # what a theme says below each text
    r"|this (?:entry|post) was (?:posted|published) .{1,140}"
    r"|dieser (?:eintrag|beitrag) wurde .{0,50}veröffentlicht.{0,100}"
    r"|(?:cet article|cette entrée|ce contenu) a été publiée? .{1,140}"
    r"|esta entrada (?:fue|ha sido) publicada .{1,140}"
    # what works a player or the page
    r"|(?:loading|lädt|chargement|cargando|play|pause|share|tweet|print|embed|copy link|copied"
    r"|link kopieren|drucken|imprimer|imprimir|(?:back|scroll) to (?:the )?top|nach oben"
    r"|haut de page|read more|show (?:more|less)|load more|advertisement|avatar|logo|icon)\W*"
    r"|(?:skip|jump) to .{1,30}|(?:direkt )?zu[mr] (?:inhalt|navigation)(?: springen)?"
    r"|(?:aller|passer) au contenu.{0,20}|(?:saltar|ir) al contenido.{0,20}"
    r"|(?:listen|play|anhören|hören|abspielen|écouter|escuchar|reproducir)\b.{0,20}\b\d+ ?min\w*\W*"
    r"|-?[\d-]{1,2}(?::[\d-]{2}){1,2}(?: ?/ ?-?[\d-]{1,2}(?::[\d-]{2}){1,2})?|\d(?:\.\d)?x"
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
    return next((node for node in elements if not around or node.mem_id in around), root)


def parts_of(
    headline: LexborNode | None, on_problem: OnProblem, page: str | None = None
) -> Callable[[LexborNode, str], str | None]:
    """Give what tells of a node, and its tag, if it is furniture, a transcript or a chapter list.

    Args:
        headline: the element that shows the title.
        on_problem: receives what is furniture.
        page: the page's URL, if that is known.

    What holds the headline is none of these, whatever its classes say. Furniture is reported.
    """
    around = _ancestors(headline)
    pictures = iter(range(_MOST_PICTURES))

    def part_of(node: LexborNode, tag: str) -> str | None:
        if tag == "img" and next(pictures, None) is not None and _is_shown_beside(node):
            return FURNITURE
        facts = node.attributes if tag in _BOXES else {}
        if not facts and tag not in _FURNITURE_TAGS:
            return None
        if tag == "a" and _is_site_button(node, facts, page):
            return FURNITURE
        if node.mem_id in around:
            return None
        part = FURNITURE if tag in _FURNITURE_TAGS else _part_of_box(node, tag, facts)
        if part is None and _is_answer(node, tag, facts):
            part = FURNITURE
        if part == FURNITURE and _lists_places(node, tag):
            return None
        if part == FURNITURE:
            report_text(node.text(separator=" "), on_problem)
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


def _is_answer(node: LexborNode, tag: str, facts: _Facts) -> bool:
    """Say whether a post follows another one, as answers do."""
    classes = facts.get("class") or ""
    if tag not in _POSTS_TAGS or not _POST.search(classes):
        return False
    before = node.prev
    while before is not None and before.tag == "-text":
        before = before.prev
    return before is not None and before.attributes.get("class") == classes


def _part_of_box(node: LexborNode, tag: str, facts: _Facts) -> str | None:
    if tag == "a" and (_is_anchor(node, facts.get("href") or "") or facts.get("rel") in _WAYS):
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
    if part in (CHAPTERS, "transcript"):
        return part if tag in _SECTIONS else None
    if part == FURNITURE and tag in _SECTIONS:
        is_of_episode = "related" in classes and _has_links_of_episode(node)
        return CHAPTERS if _lists_times(node) else None if is_of_episode else FURNITURE
    return FURNITURE if part == FURNITURE else None


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


def _is_shown_beside(picture: LexborNode) -> bool:
    """Say whether the words that stand for a picture, such as a person's name, are beside it."""
    words = (picture.attributes.get("alt") or "").strip()
    holder = picture.parent
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
    """Say whether a link shows no word, and leads to its own heading or to a picture's file."""
    is_bare = url.startswith("#") or bool(_PICTURE.search(url))
    return is_bare and not any(map(str.isalnum, node.text()))


def _lists_places(node: LexborNode, tag: str) -> bool:
    """Say whether a box beside the content has links to follow the show, and no others."""
    if tag != "aside" and not _ASIDE.search(node.attributes.get("class") or ""):
        return False
    links = node.css("a[href]")
    if not _LEAST_PLACES <= len(links) <= _MOST_PLACES:
        return False
    places = (place_of(link.attributes["href"] or "") for link in links)
    return all(place is not None and place[0] == "follow" for place in places)
