"""Reads an episode's page from HTML: podkit's own by its marks, any other by general rules."""

import re
from collections.abc import Callable, Iterator
from typing import Any

import attrs
from selectolax.lexbor import LexborNode

from podkit._clock import find_timestamps
from podkit._construct import positional
from podkit._html import parse_html
from podkit._markup.blocks import Block, Boundary, tidy_line
from podkit._markup.html_blocks import html_blocks
from podkit._markup.sections import Part, divide, to_sections
from podkit._markup.text_blocks import text_blocks
from podkit.errors import OnProblem, ignore
from podkit.models import (
    Chapter,
    Chapters,
    Enclosure,
    Episode,
    EpisodePage,
    Show,
    ShowNotes,
    Transcript,
)
from podkit.pages._byline import Facts, is_full_name, read_byline, without_by
from podkit.pages._content import (
    CHAPTERS,
    content_of,
    parts_of,
    report_outside,
    without_unseen,
)
from podkit.pages._cues import unmarked_cues
from podkit.pages._dates import puts_day_first, read_date, read_duration
from podkit.pages._fact_lists import take_fact_lists
from podkit.pages._foot import length_in_row
from podkit.pages._headline import (
    letters,
    own_title,
    read_headline,
    read_title_line,
    take_head,
    without_furniture,
)
from podkit.pages._lines_of_site import without_cards, without_links_of_site
from podkit.pages._lines_of_talk import turns_of
from podkit.pages._own_page import read_own_page
from podkit.pages._page_head import (
    Head,
    brand_of,
    crumb_of,
    find_headline,
    permalink_of,
    show_above,
    show_among,
    show_counted,
    standfirst,
    take_page_head,
)
from podkit.pages._parts import (
    stray_date,
    take_length,
    with_episodes,
    with_headings_apart,
    with_people,
    with_persons_below,
    with_places_to_follow,
    with_transcript,
    without_site,
)
from podkit.pages._players import (
    chapters_of,
    configured,
    embedded_player,
    played,
    pressed_chapters,
    scripted_files,
    scripted_player,
)
from podkit.pages._stated import (
    Thing,
    base_of,
    descriptions_of,
    file_key,
    names_of_feed,
    names_of_site,
    stated,
    titles_of,
    to_episode,
    to_show,
    transcript_of,
    with_base,
    with_linked_feed,
)
from podkit.pages._transcript import take_notes, take_topics

__all__ = ["read_html", "read_marked_up"]

_episode: Callable[..., Episode] = positional(Episode, *Facts._fields)
_AUTHOR = (
    "[rel~=author], [itemprop=author], .p-author, .author, .authors, .byline, [class*=author-name],"
    " [class*=__author]:not([class*=comment]), [class*=author__name], [class*=author_name],"
    " [class*=post-author], [class*=entry-author], [class*=content-provider],"
    " [class*=episode-author]"
)
_SUBTITLE = (
    "[class*=subtitle], [class*=subhead], [class*=sub-title], [class*=soustitre],"
    " [class*=untertitel], [class*=subtitulo], [class*=tagline], [itemprop=alternativeHeadline]"
)
_FEATURED = (
    "img.wp-post-image[src], [class*=featured-image] img[src], [class*=post-thumbnail] img[src],"
    " [class*=episode-image] img[src], [class*=episode-cover] img[src], img.u-featured[src]"
)
_BYLINES = ".date, .byline, .author, .meta, [class*=posted], [class*=publi], [class*=-date]"
_VISITORS = re.compile(r"(?<![^\W_])(?:comments?|replies)(?![^\W_])", re.IGNORECASE)
_LENGTHS = "[class*=duration], [class*=runtime]"
_ROWS = "[class*=powerpress_links]"
_SECONDS = re.compile(r"\d{1,6}\.\d{1,6}")
_NAME_OF_AUTHOR = "[class*=name], [itemprop=name]"
# Where these selectors look, and the names that they look for.
_NAMED = "[class], [rel], [itemprop]"
_NAMES = ("class", "rel", "itemprop")
_NAME_IN_SELECTOR = re.compile(r"(?<=[.=])[\w-]+")
_MOST_AUTHORS = 10
_MOST_AROUND = 8
_TITLE_OF_CARD = "h2 a[href], h3 a[href], h4 a[href], a[href] h2, a[href] h3, a[href] h4"
_LOCALE = 'meta[property="og:locale"][content]'
_LONGEST_NAME = 60
_MOST_BOXES = 3
_LONGEST_HEAD = 1500  # letters, with the white space
_SIGN = re.compile(
    r"(?P<sign>[^\W\d_]{1,5})[ -]?#?(?P<zeros>0*)(?P<number>\d{1,5})[\s:–—-]+(?P<title>.*)"
)
_NUMBERED_PATH = re.compile(
    r"/(?:episodes?|ep|shows?|podcasts?|folgen?|épisodes?|episodios?)[/-]0*(?!(?:19|20)\d\d\b)"
    r"(\d{1,5})(?:[/?#-]|\Z)",
    re.IGNORECASE,
)
# What stands between the show's title and the episode's in one title line.
_BARS = re.compile(r"\s+[|·–—-]\s+")
_BETWEEN = re.compile(
    r"\s*[:|·–—-]\s+(?!#?\d+$|(?:\w+\s)?#?\d+$)|\s+(?=#?\d+\s*[:.|–—-])|,?\s+(?=(?:ep|folge"
    r"|épisode|s\d)[^:|–—-]*[:|–—-])",
    re.IGNORECASE,
)


def read_html(text: str, on_problem: OnProblem) -> EpisodePage:
    """Read a page.

    Raises:
        ParseError: elements nest more than 2,000 deep.
    """
    root = parse_html(text)
    if root.attributes.get("data-podkit") == "episode":
        return read_own_page(root, on_problem)
    podcast = crumb_of(root) if "readcrumb" in text else None
    return _read_any_page(root, podcast, on_problem)


def read_marked_up(text: str, facts: Thing, on_problem: OnProblem) -> EpisodePage:
    """Read a page that has no site around it, such as Markdown makes: all of it is content.

    Args:
        text: the page as HTML.
        facts: what is stated beside it, in the words of schema.org.
        on_problem: receives what was left out or forgiven.

    Raises:
        ParseError: elements nest more than 2,000 deep.
    """
    root = parse_html(text)
    things = [facts, take_fact_lists(root), played(root)]
    blocks = html_blocks(root, on_problem)
    stated, show = to_episode(things), to_show(things)
    heading = stated.title if root.css_first("h1") is None else None
    page, blocks = take_head(without_furniture(blocks, on_problem), heading)
    blocks, length = take_length(blocks)
    stated = attrs.evolve(stated, duration=stated.duration or length)
    notes, transcript = take_notes(with_episodes(divide(blocks), stated.link), on_problem)
    return attrs.evolve(
        page,
        show=attrs.evolve(
            show, title=page.show.title or show.title, language=facts.get("inLanguage")
        ),
        episode=attrs.evolve(stated, **_shown(page.episode)),
        notes=_or_described(notes, things),
        transcript=transcript,
    )


def _shown(episode: Episode) -> dict[str, Any]:
    """Give the facts that the head of a page shows."""
    facts = {name: getattr(episode, name) for name in ("title", *Facts._fields)}
    return {name: fact for name, fact in facts.items() if fact is not None}


def _read_any_page(root: LexborNode, podcast: str | None, on_problem: OnProblem) -> EpisodePage:
    config = configured(root)
    things = [*stated(root, on_problem), config]
    titles = titles_of(things) + [_text(node) for node in root.css("head > title")[:1]]
    show = to_show(things)
    names = [*filter(None, [show.title]), *names_of_site(things)]
    feeds = names_of_feed(things)
    title, player = own_title(titles, names), scripted_player(root)
    things.append({"headline": title})
    files_in_scripts = scripted_files(root)
    without_unseen(root)
    listed = take_fact_lists(root)
    headline = find_headline(root, titles, names)
    content = content_of(root, headline)
    report_outside(content, on_problem)
    language = _language(root)
    day_first = puts_day_first(language)
    called = [*names, *feeds, *titles]
    shown = _shown_facts(content, headline, descriptions_of(things), called, day_first=day_first)
    if not any(thing.get("url") for thing in things):
        shown["url"] = permalink_of(content, headline)
    episode = to_episode([*things, listed, shown, played(content)])
    files = episode.enclosures or files_in_scripts or _only_player(root)
    if files and not episode.enclosures:
        episode = attrs.evolve(episode, enclosures=files)
    show = with_linked_feed(show, content)
    show = show if show.atom_links else with_linked_feed(show, root, is_whole=True)
    show, episode = with_base(show, episode, base_of(root))
    part_of = parts_of(headline, on_problem, episode.link, content)
    blocks = html_blocks(content, on_problem, part_of=part_of)
    shown_title = _text(headline) if headline is not None else ""
    counted = None if show.title else show_counted(root, shown_title)
    names += [counted] if counted else []
    site = show_among(names, titles, [title or "", shown_title])
    beside = [*names, *filter(None, (episode.itunes_author, episode.subtitle, site))]
    head = Head(heading=title or "", names=beside, day_first=day_first)
    page, blocks = _take_head(blocks, headline, head, on_problem)
    blocks = [*without_cards(blocks, episode.link, on_problem)]
    blocks, chapters = _take_chapters(blocks)
    blocks, topics = take_topics(blocks)
    blocks, length = take_length(blocks)
    date = episode.published or page.episode.published or stray_date(blocks, day_first=day_first)
    author = episode.itunes_author or page.episode.itunes_author
    called = [*names, show.title or "", page.show.title or ""]
    parts = _parts(blocks, episode, author, called, on_problem)
    notes, transcript = take_notes(parts, on_problem)
    player = embedded_player(content) or player
    episode = _put_together(
        page,
        episode,
        titles,
        names,
        content,
        published=date,
        duration=episode.duration or page.episode.duration or length,
        media_player=player,
    )
    return attrs.evolve(
        page,
        show=attrs.evolve(
            show,
            title=show.title
            or page.show.title
            or to_show([listed]).title
            or counted
            or _show_in(page.heading or title or "")
            or show_above(root, feeds, [episode.title or "", page.heading or ""])
            or podcast
            or show_among(names, titles, [episode.title or "", page.heading or ""])
            or brand_of(root),
            language=language,
        ),
        episode=episode,
        notes=_or_described(notes, things, episode.subtitle),
        transcript=transcript or _stated_transcript(things),
        chapters=chapters_of(config) or chapters or topics or pressed_chapters(content),
    )


def _parts(
    blocks: list[Block | Boundary],
    episode: Episode,
    author: str | None,
    names: list[str],
    on_problem: OnProblem,
) -> list[Part]:
    """Give the parts of the notes, without those of the site; the show may have these names."""
    keys = frozenset(file_key(file.url) for file in episode.enclosures)
    own = without_links_of_site(with_headings_apart(blocks), keys, on_problem, episode.link)
    divided = with_transcript(with_persons_below(divide(own)))
    parts = with_people([*without_site(divided, on_problem, episode.link)], author)
    return [*with_places_to_follow(with_episodes(parts, episode.link, names))]


def _take_head(
    blocks: list[Block | Boundary],
    headline: LexborNode | None,
    head: Head,
    on_problem: OnProblem,
) -> tuple[EpisodePage, list[Block | Boundary]]:
    """Give what the head of the page says, and the blocks that are its content."""
    if headline is None:
        blocks = without_furniture(blocks, on_problem)
        return (EpisodePage(), blocks) if head.heading else take_head(blocks)
    shown = html_blocks(headline, ignore, part_of=parts_of(headline, ignore))
    lines = (block.text for block in shown if isinstance(block, Block))
    head.heading = " ".join(lines).replace("\n", " ") or _text(headline)
    blocks = take_page_head(blocks, head, on_problem)
    page = EpisodePage(
        show=Show(title=head.show),
        episode=_episode(*head.facts),
        heading=head.heading,
        image_text=head.image_text,
    )
    return page, blocks


def _shown_facts(
    content: LexborNode,
    headline: LexborNode | None,
    descriptions: list[str],
    titles: list[str],
    *,
    day_first: bool | None,
) -> Thing:
    """Give the date, author and subtitle that the content shows, in the words of schema.org."""
    times = (
        node.attributes["datetime"] or ""
        for node in content.css("time[datetime]")[:_MOST_AUTHORS]
        if not _is_in_card(node, headline)
    )
    called = _called(content)
    authors = (
        tidy_line((node.css_first(_NAME_OF_AUTHOR) or node).text(separator=" "), "html")
        for node in _marked(content, _AUTHOR, called)[:_MOST_AUTHORS]
        if not any(map(_is_for_visitors, _from(node)))
    )
    named = (without_by(author).partition(". ")[0] for author in authors if author)
    beside = (
        _text(node)
        for node in _marked(content, _BYLINES, called)[:_MOST_AUTHORS]
        if not _is_in_card(node, headline)
    )
    dated = [line for line in beside if len(line) <= _LONGEST_NAME and read_byline(line, ())]
    days = (read_date(line, day_first=day_first) for line in dated)
    figures = (f"{day:%Y-%m-%d}" for day in days if day)
    lengths = (
        _text(node)
        for node in _marked(content, _LENGTHS, called)[:_MOST_AUTHORS]
        if not _is_in_card(node, headline)
    )
    rows = (length_in_row(_text(node)) for node in _marked(content, _ROWS, called)[:_MOST_AUTHORS])
    below = standfirst(headline, descriptions) if headline is not None else None
    subtitles = (_text(node) for node in _marked(content, _SUBTITLE, called)[:_MOST_AUTHORS])
    pictures = (
        node.attributes.get("src")
        for node in _marked(content, _FEATURED, called)[:_MOST_AUTHORS]
        if not _is_in_card(node, headline)
    )
    return {
        "datePublished": next(filter(read_date, (*times, *dated, *figures)), None),
        "author": next(filter(_is_name, named), None) or _in_portrait(headline, content, titles),
        "duration": next(filter(None, (*map(_length, lengths), *rows)), None),
        "alternativeHeadline": below
        or next((line for line in subtitles if line and read_byline(line, ()) is None), None),
        "image": next(pictures, None),
    }


def _only_player(root: LexborNode) -> tuple[Enclosure, ...]:
    """Give what the page's player plays that is not among its content, if there is but one."""
    players = root.css("audio")
    return to_episode([played(root)]).enclosures if len(players) == 1 else ()


def _is_in_card(node: LexborNode, headline: LexborNode | None) -> bool:
    """Say whether an element is in a comment, or in another page's box: its title leads there."""
    for holder in _from(node.parent) if headline is not None else ():
        if _is_for_visitors(holder):
            return True
        if headline is not None and holder.tag in ("article", "li"):
            is_own = any(node.mem_id == headline.mem_id for node in holder.css(headline.tag or "*"))
            return not is_own and holder.css_first(_TITLE_OF_CARD) is not None
    return False


def _is_for_visitors(box: LexborNode) -> bool:
    return _VISITORS.search(box.attributes.get("class") or "") is not None


def _from(node: LexborNode | None) -> Iterator[LexborNode]:
    """Give an element and those around it, as far as they tell of it."""
    for _ in range(_MOST_AROUND):
        if node is None:
            break
        yield node
        node = node.parent


def _called(content: LexborNode) -> str:
    """Give in lower case what the elements within the content are called."""
    facts = (node.attributes for node in content.css(_NAMED))
    return " ".join([each.get(name) or "" for each in facts for name in _NAMES]).lower()


def _marked(content: LexborNode, selector: str, called: str) -> list[LexborNode]:
    """Give the elements that are called something, which is quick where none has such a name."""
    words = _NAME_IN_SELECTOR.findall(selector)
    return content.css(selector) if any(word.lower() in called for word in words) else []


def _in_portrait(headline: LexborNode | None, content: LexborNode, titles: list[str]) -> str | None:
    """Give the name that a portrait in the box of the title has, if the text says "by" her.

    A cover may be the show's, and a portrait the guest's.
    """
    box = headline.parent if headline is not None else None
    for _ in range(_MOST_BOXES):
        if box is None or len(box.text()) > _LONGEST_HEAD:
            break
        for picture in box.css("img[alt]")[:_MOST_AUTHORS]:
            name = " ".join((picture.attributes["alt"] or "").split())
            is_of_person = is_full_name(name) and not any(name in title for title in titles)
            if is_of_person and name in _text(picture.parent or picture):
                is_author = re.search(rf"\b(?:by|von|par|por) {re.escape(name)}\b", content.text())
                return name if is_author else None
        box = box.parent
    return None


def _length(text: str) -> float | None:
    """Give the seconds that a text says; those that a player counts have a fraction."""
    if _SECONDS.fullmatch(text):
        return float(text)
    return None if text.isdecimal() else read_duration(text)


def _is_name(text: str) -> bool:
    return len(text) <= _LONGEST_NAME and not any(map(str.isdigit, text))


def _take_chapters(
    blocks: list[Block | Boundary],
) -> tuple[list[Block | Boundary], Chapters | None]:
    """Take out the blocks of a list of chapters, if its lines have times."""
    kept: list[Block | Boundary] = []
    listed: list[Block] = []
    is_listed = False
    for block in blocks:
        if isinstance(block, Boundary) and not block.is_box_end:
            is_listed = block.kind == CHAPTERS
        if is_listed:
            listed += [block] if isinstance(block, Block) else []
        else:
            kept.append(block)
    stamps = find_timestamps("\n".join(block.text for block in listed))
    chapters = tuple(Chapter(start=start, title=title) for start, title in stamps)
    if not chapters:
        return blocks, None
    return kept, Chapters(chapters=chapters)


def _put_together(
    page: EpisodePage,
    stated: Episode,
    titles: list[str],
    names: list[str],
    content: LexborNode,
    **others: Any,  # noqa: ANN401 -- of each field its own
) -> Episode:
    """Put together what the title line says, the lines beside it, and what is stated."""
    facts = page.episode
    heading = page.heading or stated.title or ""
    said = read_headline(_without_show(heading, names))
    if said.number is None:
        said = _with_prefix(heading, titles, names) or _numbered(heading) or said
    own = (own_title([title], names) or "" for title in titles)
    numbers = (read_headline(line).number for line in (*titles, *own))
    number = next(
        (n for n in (said.number, stated.number, facts.number, *numbers) if n is not None), None
    )
    if number is None:
        number = _number_in_path(stated.link or "", content)
    return attrs.evolve(
        stated,
        title=said.title or None,
        number=number,
        season=next((n for n in (said.season, stated.season, facts.season) if n is not None), None),
        itunes_author=_author(stated.itunes_author, facts.itunes_author),
        **others,
    )


def _author(stated: str | None, shown: str | None) -> str | None:
    """Give the author's name: as it is stated, if that isn't only how she logs in to the site."""
    is_handle = bool(stated and shown) and stated == (stated or "").lower()
    return shown if is_handle else stated or shown


def _numbered(heading: str) -> Episode | None:
    """Read a title line that has a number after the show's title."""
    show, episode = read_title_line(heading)
    return episode if show else None


def _number_in_path(url: str, content: LexborNode) -> int | None:
    """Give the number that the page's URL says, if the page shows it, too."""
    match = _NUMBERED_PATH.search(url)
    if match is None:
        return None
    shown = content.text(separator=" ")
    is_shown = re.search(rf"(?<![\w.:/-])#?0*{match[1]}(?![\w:/-])", shown)
    return int(match[1]) if is_shown else None


def _show_in(heading: str) -> str | None:
    """Give the show's title where a title line begins with it, and a number follows."""
    return read_title_line(heading)[0]


def _with_prefix(heading: str, titles: list[str], names: list[str]) -> Episode | None:
    """Read a title line that begins with the show's own sign and a number: ``FT031 Moon``."""
    match = _SIGN.fullmatch(heading)
    if match is None:
        return None
    sign = match["sign"]
    is_sign = letters(match["title"]) in map(letters, titles) or (
        sign.isupper() and (match["zeros"] or any(_abbreviates(sign, name) for name in names))
    )
    return Episode(number=int(match["number"]), title=match["title"]) if is_sign else None


def _abbreviates(sign: str, name: str) -> bool:
    """Say whether a name has all letters of a sign, in order, and the same one first.

    The first of several words need not be in it: ``RT`` is *The Rest Tapes*.
    """
    rest = iter(letters(name))
    return any(letters(word)[:1] == letters(sign)[0] for word in name.split()[:2]) and all(
        letter in rest for letter in letters(sign)
    )


def _without_show(heading: str, names: list[str]) -> str:
    """Give a title line without the show's title, if it begins or, after a bar, ends with that."""
    *before, last = _BARS.split(heading)
    if before and letters(last) in map(letters, names):
        heading = heading[: -len(last)].rstrip(" |·–—-")
    for name in names:
        if heading[: len(name)].casefold() == name.casefold():
            between = _BETWEEN.match(heading, len(name))
            return heading[between.end() :] or heading if between else heading
    return heading


def _or_described(notes: ShowNotes, things: list[Thing], subtitle: str | None = None) -> ShowNotes:
    """Give the notes, or where they have no text what the page states as its description.

    Where that was read as the subtitle, they have none but in their summary.
    """
    description = next(iter(descriptions_of(things)), None)
    is_told = description is not None and letters(description) == letters(subtitle or "")
    said = [s for s in notes.sections if s.kind == "summary" or not is_told]
    if not description or any(section.paragraphs for section in said):
        return notes
    return ShowNotes(
        sections=(*to_sections(html_blocks(parse_html(description), ignore)), *notes.sections)
    )


def _stated_transcript(things: list[Thing]) -> Transcript | None:
    text = transcript_of(things)
    cues = tuple(unmarked_cues(turns_of([*text_blocks(text)]))) if text else ()
    return Transcript(cues=cues) if cues else None


def _language(root: LexborNode) -> str | None:
    language = root.attributes.get("lang") or root.attributes.get("xml:lang")
    if language:
        return language
    locales = (node.attributes["content"] or "" for node in root.css(_LOCALE))
    return next(locales, "").replace("_", "-") or None


def _text(node: LexborNode) -> str:
    return tidy_line(node.text(), "html")
