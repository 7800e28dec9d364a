"""Tells a page's content from what stands around it, by tags, roles and the words of its classes.

The tables hold words that the themes and hosts of podcasts share, none that only one of them has.
"""

import functools
import re
from collections.abc import Callable
from typing import TypeAlias

from selectolax.lexbor import LexborNode

from podkit._html import select
from podkit._markup.headings import kind_of_heading
from podkit._markup.html_blocks import ASIDE_TITLE, FURNITURE
from podkit._markup.places import place_of
from podkit.errors import OnProblem
from podkit.pages._boilerplate import is_furniture_heading, left_out
from podkit.pages._boxes import HEADINGS, MOST_KEPT, SECTIONS, ancestors, length_of
from podkit.pages._headline import letters, read_headline
from podkit.pages._pictures import PICTURES, is_no_content
from podkit.pages._prompts import boxes_of_site

__all__ = [
    "CHAPTERS",
    "content_of",
    "is_on_site",
    "parts_of",
    "report_outside",
    "report_text",
    "without_unseen",
]

CHAPTERS = "chapters"

_Facts: TypeAlias = dict[str, str | None]  # the attributes of a node

_MOST_REPORTED = 500  # letters of a text that is left out, before what repeats white space

_CONTENT = ("main", "[role=main]", "article", "body")
_UNSEEN = ("noscript", "script", "style", "svg", "template")
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
_LEAST_PLACES = 2
_MOST_PLACES = 30
_MOST_LEADING = 200
_MOST_ASIDES = 50
_MOST_PER_LINK = 3  # letters beside it, such as the name of a month
_WAYS = frozenset({"next", "prev"})  # the relations of links that lead to other pages
_NAMES = ("aria-label", "aria-labelledby", "data-hook", "data-testid")  # where boxes are named
# The attributes that tell what a box is.
_TELLING = frozenset(
    ["aria-hidden", "class", "hidden", "id", "itemprop", "itemtype", "rel", "role", *_NAMES]
)
_MOST_NAMED = 4000  # letters of a box's classes
_LINKS = frozenset({"links", "resources"})
_MOST_HEADINGS = 5
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
        r"(?:[a-z]+-)?(?:reviews|testimonials)(?:-[a-z]+)?",
        r"commentaires?|comentarios?|partage[rs]?|compartir|teilen",
        # what the site advertises
        r"related(?:-?posts|-?episodes)?|recommend(?:ed|ations)|suggest(?:ed|ions)|popular|recent",
        (
            r"(?:latest|more|other|up-next|read-next|next)(?:-(?:episodes?|posts?|articles?|shows"
            r"|podcasts))"
        ),
        (
            r"teasers|teaser-(?:list|grid|row|box|group)s?|adsbygoogle|ads?-(?:slot|unit|container"
            r"|wrapper|box|banner|space|label)"
            r"|(?:app-(?:banner|download|promo|badges)|(?:download|get)-(?:the-)?app)s?"
        ),
        r"latest|up-next|read-next|archives?|upsell|you-may-(?:also-)?like|mehr-folgen",
        # who may read on, though not the content behind it
        r"(?:post-)?upgrade-cta|(?:member|subscriber)s?-(?:cta|box|prompt|notice|message)",
        r"(?:pay|reg)-?wall-(?:cta|box|banner|login|message|notice|overlay|prompt|title)",
        r"subscribe-(?:box|cta|form|prompt|widget)|(?:sign|log)-?in-(?:box|cta|prompt)",
        r"newsletter|sign-?up|subscription|opt-?in|pop-?up|modal|overlay|announcement|notification",
        r"cookies?|consent|gdpr|cookie[a-z]+|[a-z]+cookie[a-z]*|onetrust|tarteaucitron[a-z]*|cmp",
        r"(?:post|episode)-(?:grid|list|cards?)|posts|episodes",
        # what is said of pictures
        (
            r"wp-caption-text|(?:image|photo|picture|img|media|figure|gallery)[-_ ]{1,2}"
            r"(?:caption|copyright|credit|source)s?"
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
            r"|field-(?:keywords?|topics?|themes?|thematiques?|rubriques?|themen|schlagworte?|temas)"
            r"|terms"
        ),
        r"(?:source|edit|comment)-?(?:line|link)s?|content-provider|promo(?:-(?:box|banner|bar|block))?",
        r"byline|posted-on|author-(?:box|bio|list|profile|card|name|info)|authors?|vcard",
        r"(?:audio-|podcast-|episode-|media-|web-)?player(?:-[a-z]+|-row)?|playback|audio-card",
        (
            r"catlinks|print-?footer|edit-?section|info-?box|progress|playlists?"
            r"|(?:[a-z]+-)?form(?:-[a-z0-9]+)?|formulaires?|formular(?:io)?"
        ),
    ),
}
_HANDLE = re.compile(r"@[\w.-]+@[\w-]+\.[\w.-]+\s*\Z")
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
_LEAST_READ = 300  # letters and marks, outside of links
# A box can also be said to have no such part, or to have one beside it.
_WORD_BEGINS = (
    r"(?<![^\W_])(?<!\bno-)(?<!\bhas-)(?<!\bwith-)(?<!\bwithout-)(?<!-sticky-)(?<!label-)"
)
_PART_WORDS = re.compile(
    "|".join(
        rf"(?P<{part}>{_WORD_BEGINS}(?:{'|'.join(words)})(?![^\W_]))"
        for part, words in _WORDS.items()
    ),
    re.IGNORECASE,
)


def content_of(root: LexborNode, headline: LexborNode | None) -> LexborNode:
    """Give the smallest element that is marked as content and holds the headline.

    >>> from podkit._html import parse_html
    >>> content_of(parse_html("<main><h1>Be</h1></main><footer>Bye</footer>"), None).tag
    'main'
    """
    around = ancestors(headline)
    elements = (node for selector in _CONTENT for node in select(root, selector))
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
    around = ancestors(headline)
    is_most = _most_of(content)
    boxes: frozenset[int] = frozenset()
    if content is not None:
        boxes = boxes_of_site(content, headline, _is_furniture)
    pictures = iter(range(_MOST_PICTURES, 0, -1))
    asides = iter(range(_MOST_ASIDES, 0, -1))

    @functools.cache
    def title() -> str:
        line = " ".join(headline.text().split()) if headline is not None else ""
        return letters(read_headline(line).title or "")

    def part_of(node: LexborNode, tag: str) -> str | None:
        if tag in PICTURES and next(pictures, None) and is_no_content(node, title()):
            report_text(node.attributes.get("alt") or node.text(separator=" "), on_problem)
            return FURNITURE
        is_post = tag == "article" and node.mem_id not in around and _is_post(node)
        is_picture = tag == "a" and _shows_no_words(node, page, title())
        if is_picture or is_post or node.mem_id in boxes:
            report_text(node.text(separator=" "), on_problem)
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
            can_be_most = len(text) > _LEAST_READ and tag in SECTIONS and not is_of_site
            if _lists_places(node, tag) or (can_be_most and is_most(node)):
                return None
            report_text(text, on_problem)
        return part

    return part_of


def without_unseen(root: LexborNode) -> None:
    """Take out of a document what no browser shows as text.

    >>> from podkit._html import parse_html
    >>> root = parse_html("<p>Hello<script>bye()</script>")
    >>> without_unseen(root)
    >>> root.text()
    'Hello'
    """
    for tag in _UNSEEN:
        for node in select(root, tag):
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
        on_problem(left_out(shown))


def _is_banner(box: LexborNode, headline: LexborNode | None, root: LexborNode) -> bool:
    """Say whether a box holds little but the title, and the page has a text elsewhere."""
    if headline is None or box.tag != "article":
        return False
    count = length_of(box)
    is_short = count <= length_of(headline) + _MOST_IN_BANNER
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


def _is_furniture(box: LexborNode) -> bool:
    return _part_of_box(box, box.tag or "", box.attributes, None) == FURNITURE


def _part_of_box(node: LexborNode, tag: str, facts: _Facts, page: str | None) -> str | None:
    if tag == "a" and _is_way(node, facts, page):
        return FURNITURE
    is_hidden = facts.get("aria-hidden") == "true"
    # The title of a note may be hidden from those to whom the note is read out.
    is_title = is_hidden and tag == "p" and ASIDE_TITLE.search(facts.get("class") or "")
    if _TELLING.isdisjoint(facts) or is_title:
        return None
    schema = str(facts.get("itemtype"))
    is_comment = facts.get("itemprop") == "comment" or "/Comment" in schema
    is_unseen = is_hidden or ("hidden" in facts and tag in _IN_LINES)
    is_of_site = facts.get("role") in _FURNITURE_ROLES and not _holds_tabs(node, facts)
    if is_comment or is_unseen or "/Breadcrumb" in schema or is_of_site:
        return FURNITURE
    # The id of a heading is made of its words.
    identity = "" if tag in HEADINGS else facts.get("id") or ""
    if tag in SECTIONS:  # what a box is called is said of boxes alone
        identity += "".join(f" {facts[name]}" for name in _NAMES if facts.get(name))
    classes = facts.get("class") or ""
    part = _part_of_words(classes, identity)
    if part == FURNITURE and tag in _POSTS_TAGS and _POST_BOX.search(classes):
        part = _part_of_words(_FILED.sub("", classes), identity)
    if part == FURNITURE and "hidden" in classes and tag in SECTIONS and _reads_long(node):
        # What unfolds is hidden at first.
        part = _part_of_words(classes.replace("hidden", ""), identity)
    if part in (CHAPTERS, "transcript"):
        # An empty box is only a place to jump to.
        return part if tag in SECTIONS and not _is_empty(node) else None
    if part == FURNITURE and tag in SECTIONS:
        is_of_episode = "related" in classes and _has_links_of_episode(node)
        return CHAPTERS if _lists_times(node) else None if is_of_episode else FURNITURE
    return FURNITURE if part == FURNITURE or _is_answer(node, tag, facts) else None


def _holds_tabs(node: LexborNode, facts: _Facts) -> bool:
    """Say whether a list of tabs has what they show within it, as some accordions do."""
    is_list = facts["role"] == "tablist"
    return is_list and node.css_first("[role=tabpanel], p") is not None and _reads_long(node)


def _is_way(link: LexborNode, facts: _Facts, page: str | None) -> bool:
    """Say whether a link leads to a part of the page, or on or back within the site."""
    is_anchor = _is_anchor(link, facts.get("href") or "")
    return is_anchor or facts.get("rel") in _WAYS or _is_site_button(link, facts, page)


def _shows_no_words(link: LexborNode, page: str | None, title: str) -> bool:
    """Say whether a link within the site shows but a picture, such as that of who wrote it."""
    first = link.child
    if first is None or (first.tag == "-text" and first.next is None) or link.text(strip=True):
        return False
    url = link.attributes.get("href") or ""
    is_page = _HOST.match(url) or ":" not in url
    pictures = link.css("img") if is_page and is_on_site(url, page) else ()
    return bool(pictures) and all(
        not picture.attributes.get("alt") or is_no_content(picture, title) for picture in pictures
    )


def _is_post(article: LexborNode) -> bool:
    """Say whether an article is what somebody says on another server, as its first link tells."""
    link = article.css_first("a[href]")
    return link is not None and _HANDLE.search(link.text()) is not None


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
    are_on_site = all(is_on_site(link.attributes["href"] or "#", page) for link in links)
    if are_on_site and any(is_furniture_heading(heading.text()) for heading in headings):
        return True
    if any(kind_of_heading(heading.text()) for heading in headings):
        return False
    shown = sum(_count_of_letters(node) for node in (*links, *headings))
    is_bare = _count_of_letters(aside) <= shown + _MOST_PER_LINK * len(links)
    return is_bare and are_on_site


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

    kept = iter(range(MOST_KEPT, 0, -1))

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
    count = length_of(node)
    return 0 if count < _LEAST_READ else count - sum(map(length_of, node.css("a")))


def _reads_long(node: LexborNode) -> bool:
    return _count_outside_links(node) > 0


def _lists_places(node: LexborNode, tag: str) -> bool:
    """Say whether a box has links to follow the show, and no others, and is no foot."""
    if tag in _FURNITURE_TAGS or "foot" in (node.attributes.get("class") or ""):
        return False
    links = node.css("a[href]")
    if not _LEAST_PLACES <= len(links) <= _MOST_PLACES:
        return False
    places = (place_of(link.attributes["href"] or "") for link in links)
    return all(place is not None and place[0] == "follow" for place in places)
