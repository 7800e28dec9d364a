"""Finds the head of an HTML page: its title, and beside it the show's title, date and the like."""

import re
import unicodedata
from collections.abc import Collection, Iterator
from itertools import islice

import attrs
from selectolax.lexbor import LexborNode

from podkit._html import select
from podkit._markup.blocks import Block, Boundary
from podkit._markup.headings import kind_of_heading, kind_of_line
from podkit._markup.places import place_of
from podkit.errors import OnProblem
from podkit.pages._boilerplate import is_boilerplate, is_furniture_heading
from podkit.pages._byline import Facts, read_byline
from podkit.pages._content import report_text
from podkit.pages._dates import read_date
from podkit.pages._headline import is_way, letters, read_headline, show_title, split_show

__all__ = [
    "Head",
    "brand_of",
    "crumb_of",
    "find_headline",
    "permalink_of",
    "show_above",
    "show_among",
    "show_counted",
    "standfirst",
    "take_page_head",
]

# Where a title is looked for, and in how many elements of each sort.
_TITLES = ("h1", "h2", "h3", "[class*=title]")
_MOST_TITLES = 100
_MOST_WAYS = 500
_BOXES = frozenset({"div", "header", "section"})
_HOME_LINKS = (
    "a[href='/'], a[rel~=home], a[href='./'], a[href='../'], a[class*=brand], a[class*=logo],"
    " [class*=site-title] a, [class*=site-name] a, [class*=blog-title] a"
)
_CRUMBS = (
    "[class*=readcrumb] a[href], [aria-label*=readcrumb] a[href], [id*=readcrumb] a[href],"
    " [aria-labelledby*=readcrumb] a[href], [itemtype*=BreadcrumbList] a[href]"
)
# Where a site that has several shows keeps each, and what links there besides the show's title.
_SHOW_URL = re.compile(
    r"/(?:channels?|podcasts?|shows?|series|sendung(?:en)?|sendereihen?|emissions?|programas?)"
    r"/(?!(?:all|archives?|category|episodes?|page|search|seasons?|tags?|topics?)\b)([^/?#]+)"
    r"/?(?:[?#].*)?\Z",
    re.IGNORECASE,
)
_NO_SHOW = re.compile(
    r"(?:season|series|staffel|saison|temporada|page|seite|página) ?\d+"
    r"|(?:about|all|back|browse|discover|follow|get|go|listen|more|open|return|see|show|subscribe"
    r"|view|visit|alle|mehr|über|weitere|zu[mr]?|zurück|à propos|écouter|retour|toute?s|tous|voir"
    r"|más|sobre|todos|ver|volver)\b.*"
    r"|.*\b(?:art(?:work)?|cover|image|logo|photo|titelbild|pochette|portada)",
    re.IGNORECASE,
)
_PODCAST = re.compile(r"(?!the podcast$).{2,50}\bpodcast|podcast [^\W\d].{2,50}", re.IGNORECASE)
_PODCAST_BESIDE = re.compile(r" [(\[](?:the )?podcast[)\]]\Z", re.IGNORECASE)
_LABELLED_SHOW = re.compile(
    r"(?:podcast|show|series|sendung|sendereihe|émission|programa|serie) ?: "
    r"([^\W\d][^:|·\n.!?]{1,59})",
    re.IGNORECASE,
)
_SHOW_COUNTED = re.compile(r"([^\W\d][^:]{2,40}?),? \d{1,4}(?:: | [–—-] )\S.*")
_QUOTED_TITLE = re.compile(
    r"(?:(?:der|le|el|the) )?(?:p[oó]dcast|подкаст) [«„“\"](.{2,80})[»“”\"]", re.IGNORECASE
)
_HOME = re.compile(
    r"\W*(?:home(?:page)?|start(?:seite)?|accueil|inicio|podcasts?|skip .*)\W*", re.IGNORECASE
)
_PERMALINKS = "a[href^=http]"
_PERMALINK = re.compile(
    r"\W*(?:perma-?link|permanent link|permalien|lien permanent|permanenter link"
    r"|enlace permanente)\W*",
    re.IGNORECASE,
)
_LOGO = re.compile(r"\s*\b(?:logo|home(?:page)?)\b\s*", re.IGNORECASE)
# The box of a title, and what themes call the line in it that says what the page is about.
_PAGE = frozenset({"article", "body", "main"})
_HEADS = frozenset({"header", "hgroup"})
_HEAD = re.compile(
    r"(?<![^\W_])(?:head(?:er|ing|line)?|hero|intro|masthead|title)(?![^\W_])", re.IGNORECASE
)
_EXCERPTS = ", ".join(
    f"[class*={word}]"
    for word in (
        *("excerpt", "description", "standfirst", "deck", "lede", "abstract", "summary", "intro"),
        *("teaser", "chapo", "vorspann", "anriss", "entradilla", "extracto", "extrait"),
    )
)
_BELOW_TITLE = frozenset({"h2", "h3", "h4", "h5", "h6"})
_FACTS = frozenset({"small", "span", "time"})
_LONGEST_FACT = 60
_MOST_AROUND = 6
_LEAST_LETTERS = 4
_LONGEST_LABEL = 80
_MOST_OF_ROW = 4  # words
_MOST_LATE = 6
_OF_FILE = re.compile(r"(?:mp3|m4a|audio|file)\W", re.IGNORECASE)
# What says at the end of a line who took a picture.
_CAPTION = re.compile(
    r"(?:\A|[.!?)] )(?:photos?|fotos?|bild|image|illustration|crédit photo|fotografía)"
    r"(?: credit)?s? ?: [^.]{2,80}\Z",
    re.IGNORECASE,
)
_LONGEST_LATE = 200
_LEAST_OF_ROW = 2
_MOST_OF_BUTTON = 3  # words
_DIGIT = re.compile(r"\d")
_BAR = re.compile(r"\s+[:|·•–—-]\s+")
# An episode's number, alone or after the show's title.
_NUMBER = re.compile(
    r"^(?:[^\W\d_]{1,5}|episode|episodio|épisode)?[\s.]*#?\d+$|\s*(?:episode|ep\.?)?\s*#?\d+$"
    r"|^[(\[]#?\d+[)\]]$|^(?:(?:season|staffel|saison|temporada)\s*\d+\W*)?(?:episode|ep|folge"
    r"|épisode|episodio)?\W*\d+$",
    re.IGNORECASE,
)
_BY = re.compile(r"(?:by|von|par|por|with|mit|avec|con|feat\.|featuring) ", re.IGNORECASE)
_BYLINE = re.compile(r"(?:by|von|par|por):? ", re.IGNORECASE)
# At the end of a title, the show's and a number.
_IN_BRACKETS = re.compile(r"[(\[]([^()\[\]]{2,60}? #?\d{1,5})[)\]]\Z")
_OF_SITE = re.compile(r"(?:from|de|aus|von) (?:the )?", re.IGNORECASE)
_COMES_FROM = re.compile(
    r"(?:(?:as )?(?:heard|aired|broadcast) (?:on|in)"
    r"|an? (?:\w+ )?episode (?:of|from)(?: the)?|(?:eine )?(?:folge|episode) (?:von|aus)"
    r"|un (?:épisode|episodio) del?"
    r"|from (?:the )?(?:podcast|programme|program|show)|part of (?:the )?(?:podcast|series)"
    r"|(?:gehört|gesendet|lief|erschienen) in|aus (?:der|dem) (?:sendung|reihe|podcast)"
    r"|(?:provenant|extrait) (?:du podcast|de l['’]émission)|diffusé dans(?: l['’]émission)?"
    r"|(?:emitido|escuchado) en|del? (?:programa|pódcast|podcast))\s*:?\s*",
    re.IGNORECASE,
)


@attrs.define(kw_only=True)
class Head:
    """What the head of a page says.

    Attributes:
        heading: the title line.
        names: what the site, the show and the author are called.
        image_text: the cover's text.
        show: the show's title, where the cover's text has it.
        facts: what the lines beside the title say of the episode.
        day_first: whether the day stands first in a date of figures, see `read_date`.
        is_headed: whether a heading was met below the title.
    """

    heading: str
    names: list[str]
    day_first: bool | None = None
    image_text: str | None = None
    show: str | None = None
    facts: Facts = attrs.Factory(Facts)
    is_headed: bool = False

    def takes(self, block: Block) -> bool:
        """Read a block if it is part of the head."""
        text = block.text
        title = read_headline(self.heading).title or self.heading
        shown = letters(text)
        if not shown or shown in {letters(part) for part in (self.heading, title, *self.names)}:
            return True
        if _OF_SITE.sub("", text, count=1) in self.names or self._takes_show(text, title):
            return True
        if self._takes_programme(block) or self._takes_linked_show(block):
            return True
        if block.level and kind_of_heading(text):
            return False  # of a section, such as "Listen on"
        names = {name.casefold() for name in self.names}
        # What a line of facts links to are the author's other episodes, categories and the like.
        facts = self._facts(text, names) or self._facts_around_links(block, names)
        if facts is None:
            return False
        self._add(facts)
        return True

    def _takes_show(self, text: str, title: str) -> bool:
        """Read the show's title beside the episode's, or with a number."""
        show = show_title(text, title)
        if show:
            self.show, self.image_text = show, text
            return True
        show, rest = split_show(text)
        facts = self._facts(rest)
        if show is None or facts is None or self.show is not None:
            return False
        self.show = show
        self._add(facts)
        return True

    def _takes_programme(self, block: Block) -> bool:
        """Read the show's title where a line says that the episode comes from it."""
        links = block.paragraph.links
        labelled = _LABELLED_SHOW.fullmatch(block.text)
        if labelled and self.show is None:
            self.show = labelled[1]
            return True
        if len(links) != 1 or is_way(links[0].text):
            return False
        if not _COMES_FROM.fullmatch(block.text.removesuffix(links[0].text)):
            return False
        self.show = self.show or links[0].text
        return True

    def _takes_linked_show(self, block: Block) -> bool:
        """Read the show's title where a line is no more than a link to the show's page."""
        links = block.paragraph.links
        if self.show is not None or len(links) != 1 or links[0].text != block.text:
            return False
        if links[0].text == links[0].url:
            return False  # of a picture
        if not _leads_to_show(links[0].text, links[0].url or ""):
            return False
        self.show = links[0].text
        return True

    def takes_late(self, block: Block | Boundary) -> bool:
        """Read a block if it only says when the episode was published, by whom, or how long it is.

        It may also be only the title once more.
        """
        if not isinstance(block, Block) or block.paragraph.is_point:
            return False
        text = block.text
        self.is_headed |= block.level is not None or kind_of_line(text) is not None
        is_plain = not (self.is_headed or block.paragraph.links or block.lead == text)
        is_short = len(text) <= _LONGEST_LABEL and len(text.split()) <= _MOST_OF_ROW
        if is_short and not block.level and _OF_FILE.match(text):
            return True
        is_plain &= len(text) <= _LONGEST_LATE
        if is_plain and (_CAPTION.search(text) or self._is_known(text)):
            return True
        is_byline = bool(_BYLINE.match(block.text))
        if len(block.text) <= _LONGEST_LATE and (is_byline or _DIGIT.search(block.text)):
            around = "".join(part for part in block.paragraph.content if isinstance(part, str))
            line = block.text if is_byline else around
            facts = self._facts(line, {name.casefold() for name in self.names})
            is_counted = facts is not None and facts.number is not None and facts.duration
            if facts and (facts.published or is_counted or (is_byline and facts.itunes_author)):
                self._add(facts)
                return True
        return block.text == self.heading

    def _is_known(self, text: str) -> bool:
        """Say whether a line is a name that is known, or but the label of a fact."""
        if len(text) > _LONGEST_LABEL:
            return False
        if letters(text) in map(letters, self.names):
            return True
        is_short = len(text.split()) <= _MOST_OF_BUTTON and kind_of_heading(text) is None
        return is_short and text[-1].isalpha() and read_byline(text, ()) == Facts()

    def _facts(self, line: str, names: Collection[str] = ()) -> Facts | None:
        return read_byline(line, names, day_first=self.day_first)

    def _facts_around_links(self, block: Block, names: set[str]) -> Facts | None:
        around = "".join(part for part in block.paragraph.content if isinstance(part, str))
        return self._facts(around, names) if letters(around) else None

    def _add(self, facts: Facts) -> None:
        """Keep the facts, save those that an earlier line has said."""
        said = {name: fact for name, fact in self.facts._asdict().items() if fact is not None}
        self.facts = facts._replace(**said)


def brand_of(root: LexborNode) -> str | None:
    """Give what the site is called where a link leads to its first page.

    >>> from podkit._html import parse_html
    >>> brand_of(parse_html('<a href="/">Home</a><a href="/"><img alt="Show logo"></a>'))
    'Show'
    """
    for link in root.css(_HOME_LINKS)[:_MOST_TITLES]:
        picture = link.css_first("img[alt]")
        shown = link.text() or (picture.attributes["alt"] if picture is not None else "") or ""
        name = _LOGO.sub("", " ".join(shown.split()))
        if letters(name) and not _HOME.fullmatch(name):
            return name
    return None


def crumb_of(root: LexborNode) -> str | None:
    """Give the show's title where the way to the page names a podcast, or leads to a show's page.

    >>> from podkit._html import parse_html
    >>> crumb_of(parse_html('<ol class=breadcrumb><a href=/>Home</a><a href=/b>Bench Podcast</a>'))
    'Bench Podcast'
    """
    links = root.css(_CRUMBS)[:_MOST_TITLES]
    named = [(" ".join(link.text().split()), link.attributes["href"] or "") for link in links]
    titles = {letters(node.text()) for node in root.css("h1")[:_MOST_TITLES]} if links else ()
    shows = (
        name
        for name, url in reversed(named)
        if letters(name) not in titles and _leads_to_show(name, url)
    )
    podcasts = (name for name, _ in named if _PODCAST.fullmatch(name))
    return next(podcasts, None) or next(shows, None)


def _leads_to_show(name: str, url: str) -> bool:
    """Say whether a link is the show's title, by where it leads and what it says."""
    is_named = bool(letters(name)) and not (
        is_way(name) or _NO_SHOW.fullmatch(name) or kind_of_heading(name)
    )
    match = _SHOW_URL.search(url) if is_named else None
    # The URL of a page is made of its title; on an app's page, a link may lead to the app.
    is_titled = match is not None and _spells(match[1], name) and place_of(url) is None
    return is_titled and read_headline(name).number is None


def _spells(slug: str, name: str) -> bool:
    """Say whether the last part of a URL is made of a name, or of figures."""
    said, written = (letters(unicodedata.normalize("NFKD", text)) for text in (name, slug))
    return said in written or written in said or written.removeprefix("id").isdecimal()


def permalink_of(content: LexborNode, headline: LexborNode | None) -> str | None:
    """Give the page's URL where its title, its date or a word leads to it.

    >>> from podkit._html import parse_html
    >>> root = parse_html("<h1>Be</h1><a href=https://example.com/be rel=bookmark>2 May 2023</a>")
    >>> permalink_of(root, root.css_first("h1"))
    'https://example.com/be'
    """
    title = letters(headline.text()) if headline is not None else None
    for link in content.css(_PERMALINKS)[:_MOST_TITLES]:
        shown, facts = link.text().strip(), link.attributes
        is_marked = "bookmark" in (facts.get("rel") or "") and (
            read_date(shown) or letters(shown) == title
        )
        if is_marked or _PERMALINK.fullmatch(shown):
            return facts["href"]
    return None


def show_above(root: LexborNode, feeds: list[str], own: list[str]) -> str | None:
    """Give the show's title where the way to the page, or a heading, says it as its feed does.

    Args:
        root: the document.
        feeds: what the feed is called.
        own: the episode's title, and its title line.

    >>> from podkit._html import parse_html
    >>> root = parse_html("<ol class=breadcrumb><a href=/>Site<a href=/b>Bench</a></ol>")
    >>> show_above(root, ["Bench"], []), show_above(root, ["Bank"], [])
    ('Bench', None)
    """
    wanted = {letters(name): name for name in feeds} if feeds else {}
    nodes = root.css(f"{_CRUMBS}, h1, h2")[:_MOST_TITLES] if wanted else ()
    others = {"", *map(letters, own)}
    shown = (letters(node.text()) for node in nodes)
    return next((wanted[name] for name in shown if name in wanted and name not in others), None)


def find_headline(root: LexborNode, titles: list[str], names: list[str]) -> LexborNode | None:
    """Find the element that shows the episode's title.

    Args:
        root: the document.
        titles: what the page calls itself, perhaps with the show's title.
        names: what the site is called.

    >>> from podkit._html import parse_html
    >>> root = parse_html("<h1>Show</h1><h2>Ep 1: Be</h2>")
    >>> find_headline(root, ["Ep 1: Be | Show"], ["Show"]).tag
    'h2'
    """
    stated = [*map(letters, titles)]
    others = {"", *map(letters, names), *_names_of_home(root)}
    nodes = [node for selector in _TITLES for node in select(root, selector)[:_MOST_TITLES]]
    shown = [(node, letters(node.text())) for node in nodes]
    candidates = [(node, text) for node, text in shown if text not in others]
    # Of the show's title and the episode's, a number tells which is which.
    numbered = [
        pair for pair in candidates if read_headline(pair[0].text().strip()).number is not None
    ]
    passes = (
        (candidates, stated.__contains__),
        (numbered, lambda text: any(_is_part(text, t) for t in stated)),
        (candidates, lambda text: any(_is_part(text, t) for t in stated)),
    )
    for nodes_and_texts, is_title in passes:
        for node, text in nodes_and_texts:
            said = (text, letters(read_headline(node.text().strip()).title or ""))
            if any(map(is_title, said)) and not _holds_title(node):
                return node
    headings = (node for node, _ in candidates if node.tag == "h1")
    return next((node for node in headings if kind_of_heading(node.text()) is None), None)


def show_among(names: list[str], titles: list[str], own: list[str]) -> str | None:
    """Give the show's title: what stands beside the episode's title and isn't the site's name.

    Args:
        names: what the site and its feed are called.
        titles: what the page calls itself.
        own: the episode's title, and its title line.

    >>> show_among(["Site.fm"], ["Be - Show - Site.fm"], ["Be"])
    'Show'
    >>> show_among(["Site"], ["Be | Site"], ["Be"]), show_among(["Site"], ["Be"], ["Be"])
    ('Site', 'Site')
    """
    known = {letters(name): name for name in names}
    parts = [part for line in titles for part in _beside(line, own) if not is_way(part)]
    others = [part for part in parts if letters(part) not in known and not _BY.match(part)]
    unknown = [_without_podcast(part) for part in others]
    named = [known[letters(part)] for part in parts if letters(part) in known]
    found = next(iter(unknown), None) or next(iter(named), None) or next(reversed(names), None)
    return _PODCAST_BESIDE.sub("", found) if found else None


def show_counted(root: LexborNode, heading: str) -> str | None:
    """Give the show's title that a title line begins with, and a bare number after it.

    A link says it, too, so that it is neither a product's nor a year's.

    >>> from podkit._html import parse_html
    >>> root = parse_html("<nav><a href=/slow>Slow Radio</a></nav>")
    >>> show_counted(root, "Slow Radio 9: Hum"), show_counted(root, "Apollo 13: Home")
    ('Slow Radio', None)
    """
    match = _SHOW_COUNTED.fullmatch(heading)
    links = select(root, "a")[:_MOST_WAYS] if match else ()
    said = {letters(link.text()) for link in links}
    return match[1] if match and letters(match[1]) in said else None


def _without_podcast(name: str) -> str:
    """Give a show's title without the word for what it is, in lower case or before its quotes."""
    quoted = _QUOTED_TITLE.fullmatch(name)
    return quoted[1] if quoted else name.removesuffix(" podcast")


def standfirst(headline: LexborNode, descriptions: list[str]) -> str | None:
    """Give the excerpt in the box of the title that says no more than the page's description.

    A heading that shares the title's box with it alone is taken, whatever it says.

    >>> from podkit._html import parse_html
    >>> excerpt = "<p class=excerpt>How to be.</p>"
    >>> root = parse_html(f"<header><div><h1>Be</h1></div>{excerpt}</header><p>Hello.")
    >>> standfirst(root.css_first("h1"), ["How to be"])
    'How to be.'
    """
    below = _beside_title(headline)
    if below is not None:
        return " ".join(below.text().split())
    wanted = {letters(description) for description in descriptions} - {""}
    longest = 2 * max(map(len, descriptions), default=0)
    holder = headline.parent if wanted else None
    for _ in range(_MOST_AROUND):
        if holder is None or holder.tag in _PAGE:
            break
        if holder.tag in _HEADS or _HEAD.search(holder.attributes.get("class") or ""):
            texts = (node.text() for node in holder.css(_EXCERPTS)[:_MOST_TITLES])
            short = (text for text in texts if len(text) <= longest)
            found = (" ".join(text.split()) for text in short if letters(text) in wanted)
            return next(found, None)
        holder = holder.parent
    return None


def take_page_head(
    blocks: list[Block | Boundary], head: Head, on_problem: OnProblem
) -> list[Block | Boundary]:
    """Read what the head of a page says, and give the blocks that are its content.

    What stands before the title and is none of this is left out.

    Args:
        blocks: the page's blocks.
        head: what is known of it: the title line, and what the site and the author are called.
        on_problem: receives what was left out.
    """
    heading = head.heading
    shown = letters(heading)
    # A picture may be called the same; the title may have a line over it, in the same heading.
    finders = (_is_heading, _is_line, _ends_with)
    places = (
        i
        for is_title in (finders if shown else ())
        for i, block in enumerate(blocks)
        if is_title(block, shown)
    )
    place = next(places, -1)
    for block in blocks[: max(place, 0)]:
        if isinstance(block, Block) and not head.takes(block):
            report_text(block.text, on_problem)
    kept: list[Block | Boundary] = []
    rest = iter(blocks[place + 1 :])
    for block in rest:
        said = head.facts
        if isinstance(block, Block) and head.takes(block):
            kept = kept if head.facts == said else [*_without_rows(kept, on_problem)]
            continue
        if isinstance(block, Block) and _works_player(block):
            report_text(block.text, on_problem)
            continue
        kept.append(block)
        if not _is_only_links(block):
            break
    # Below a standfirst, there may still be a line of facts.
    for block in islice(rest, _MOST_LATE):
        if not head.takes_late(block):
            kept.append(block)
        elif _text(block) != heading:
            kept = [*_without_rows(kept, on_problem)]
    titles = (heading, read_headline(heading).title)
    return kept + [block for block in rest if _text(block) not in titles]


def _beside_title(headline: LexborNode) -> LexborNode | None:
    """Give the heading of no known kind that is the only other element of the title's box."""
    box = headline.parent
    others = [node for node in box.iter() if node.mem_id != headline.mem_id] if box else []
    is_named = box is not None and bool(_HEAD.search(box.attributes.get("class") or ""))
    # Beside it, facts may stand in the title's box.
    are_facts = is_named and all(
        node.tag in _FACTS and len(node.text(strip=True)) <= _LONGEST_FACT for node in others[1:]
    )
    if not others or (len(others) > 1 and not are_facts) or others[0].tag not in _BELOW_TITLE:
        return None
    if headline.tag != "h1" and not (are_facts and headline.tag == "h2"):
        return None
    is_below = others[0].prev is not None
    return others[0] if is_below and kind_of_heading(others[0].text().strip()) is None else None


def _works_player(block: Block) -> bool:
    """Say whether a line works the player; a heading of the site's goes with what is below it."""
    return is_boilerplate(block.text) and not (block.level and is_furniture_heading(block.text))


def _without_rows(
    blocks: list[Block | Boundary], on_problem: OnProblem
) -> Iterator[Block | Boundary]:
    """Give what stands above a line of facts without rows of short links: they work the page.

    Those with more places to follow than others stay.
    """
    for block in blocks:
        links = block.paragraph.links if isinstance(block, Block) else ()
        is_short = all(len(link.text.split()) <= _MOST_OF_BUTTON for link in links)
        if (
            isinstance(block, Block)
            and len(links) >= _LEAST_OF_ROW
            and _is_only_links(block)
            and is_short
            and 2 * sum(place_of(link.url or "") is not None for link in links) <= len(links)
        ):
            report_text(block.text, on_problem)
        else:
            yield block


def _beside(line: str, own: list[str]) -> list[str]:
    """Give the parts of a line beside the episode's title."""
    for title in sorted(filter(None, own), key=len, reverse=True):
        before, found, after = line.partition(title)
        if found:
            after = _IN_BRACKETS.sub(r" | \1", after)
            parts = [part for text in (before, after) for part in _BAR.split(text)]
            named = (_NUMBER.sub("", part.strip(" :|·–—-#")) for part in parts)
            return [part for part in named if letters(part) and part[0] not in ".,;!?…"]
    return []


def _names_of_home(root: LexborNode) -> set[str]:
    """Give the letters of what leads to the site's first page."""
    links = root.css("a[href='/'], a[rel~=home]")[:_MOST_TITLES]
    return {letters(link.text()) for link in links}


def _holds_title(node: LexborNode) -> bool:
    """Say whether a box called after titles holds one, and more beside it."""
    if node.tag not in _BOXES:
        return False
    inner = next((n for n in node.css(_TITLES[-1]) if n.mem_id != node.mem_id), None)
    return inner is not None and 0 < len(letters(inner.text())) < len(letters(node.text()))


def _is_part(shown: str, stated: str) -> bool:
    """Say whether a title line is the start or the end of a stated one."""
    is_at_end = stated.startswith(shown) or stated.endswith(shown)
    return is_at_end and len(shown) >= _LEAST_LETTERS


def _is_line(block: Block | Boundary, shown: str) -> bool:
    return letters(_text(block)) == shown


def _is_heading(block: Block | Boundary, shown: str) -> bool:
    return isinstance(block, Block) and block.level is not None and _is_line(block, shown)


def _ends_with(block: Block | Boundary, shown: str) -> bool:
    is_heading = isinstance(block, Block) and block.level is not None
    return is_heading and bool(shown) and letters(_text(block)).endswith(shown)


def _is_only_links(block: Block | Boundary) -> bool:
    content = block.paragraph.content if isinstance(block, Block) else ("",)
    return not any(letters(part) for part in content if isinstance(part, str))


def _text(block: Block | Boundary) -> str:
    return block.text if isinstance(block, Block) else ""
