"""Reads what stands at the head of a page: the title line, the show's title, the cover's text."""

import re
from collections.abc import Callable, Collection
from itertools import islice

import attrs

from podkit._construct import positional
from podkit._markup.blocks import Block, Boundary, tidy_line, with_lines
from podkit._markup.headings import kind_of_heading
from podkit.errors import OnProblem
from podkit.models import Episode, EpisodePage, Paragraph, Show
from podkit.pages._boilerplate import left_out
from podkit.pages._byline import Facts, is_full_name, read_byline
from podkit.pages._dates import DAY_OF_MONTH

__all__ = [
    "FURNITURE_LINE",
    "head_lines",
    "heading_of",
    "is_of_app_label",
    "is_of_site",
    "is_way",
    "letters",
    "own_title",
    "read_headline",
    "read_title_line",
    "says_number",
    "show_title",
    "split_show",
    "take_head",
    "with_lines_apart",
    "without_app_above",
    "without_furniture",
    "without_menu",
]

_BREAK = r"\s*[:.|–—-]+\s+"  # what parts number and title
_WORD = (
    r"(?:episode|eps?|folge|épisode|episodio|podcast|show|sendung|ausgabe|émission|capítulo"
    r"|programa|episódio|puntata|afl(?:evering)?|avsnitt|afsnit|odcinek|odc|jakso|díl|bölüm|выпуск|эпизод"
    r"|n[or°º]\.?)(?![^\W\d])\.?\s*(?:#|n[or°º]\.?)?\s*(?P<number>\d{1,5})"
)
_SEASON = r"(?:season|series|staffel|saison|temporada)\s*(?P<season>\d{1,3})\s*[,:·|–-]?\s*"
_SHORT = r"s(?P<season>\d{1,3})[ ,·-]{0,3}e(?P<number>\d{1,5})"
_FORMS = [
    re.compile(form, re.IGNORECASE | re.DOTALL)
    for form in (
        rf"(?:{_SEASON})?{_WORD}(?:{_BREAK}(?P<title>\S.*))?",
        rf"{_SHORT}(?:{_BREAK}(?P<title>\S.*))?",
        rf"(?P<season>\d{{1,2}})x(?P<number>\d{{1,3}})(?:{_BREAK}|\s+)(?P<title>\S.*)",
        rf"\#(?P<number>\d{{1,5}}){_BREAK}(?P<title>\S.*)",
        r"\#(?P<number>(?!1\s)\d{1,5})\s+(?P<title>\S.*)",  # a reason may be the #1
        rf"e?(?P<number>\d{{1,3}}){_BREAK}(?P<title>\S.*)",
        r"[(\[]#?(?P<number>\d{1,3})[)\]]\s+(?P<title>\S.*)",
        rf"(?P<title>\S.{{0,300}}?)\s+[(\[](?:{_SEASON})?(?:{_WORD})[)\]]",
        rf"(?P<title>\S.{{0,300}}?)\s+[(\[]{_SHORT}[)\]]",
        r"(?P<title>\S.{0,300}?)\s+[(\[]#?(?P<number>\d{1,3})[)\]]",
        rf"(?P<title>\S.{{0,300}}?)\s+[|·–—-]\s+(?:{_SEASON})?{_WORD}",
        rf"(?P<title>\S.{{0,300}}?)\s+[|·–—-]\s+{_SHORT}",
    )
]
# Where none of these match, those that fewer marks set off. After a mere space, a title begins with
# a capital: "Episode 12 of our series" has none.
_TITLE = r"(?P<title>(?-i:[^\sa-zß-ÿ\d]).*)"
_SEASON_AND_NUMBER = r"s(?P<season>\d{1,3})[ ,:·-]{0,3}e(?:p|pisode)?\.?\s?(?P<number>\d{1,5})"
_LOOSE_FORMS = [
    re.compile(form, re.IGNORECASE | re.DOTALL)
    for form in (
        rf"{_SEASON_AND_NUMBER}(?:(?:{_BREAK}|\s+){_TITLE})?",
        rf"[(\[]{_SEASON_AND_NUMBER}[)\]](?:{_BREAK}|\s*){_TITLE}",
        rf"[(\[](?:{_SEASON})?{_WORD}[)\]](?:{_BREAK}|\s*){_TITLE}",
        rf"(?P<season>\d{{1,2}})x(?P<number>\d{{2,3}})(?:{_BREAK}|\s+){_TITLE}",
        rf"(?:{_SEASON})?{_WORD}\s+{_TITLE}",
        rf"(?:e|n[or°º])\.?\s?(?P<number>\d{{1,5}}){_BREAK}{_TITLE}",
        rf"(?P<title>\S.{{0,150}}?)\s*[,:·|–—-]\s+(?:{_SEASON})?{_WORD}",
        r"(?P<title>\S.{0,150}?)\s+\[(?-i:[A-Z]{1,5})[ -]?(?P<number>\d{2,4})\]",
        # What is the #1 of others is no first episode.
        r"(?P<title>\S.{0,80}?)\s+\#(?P<number>(?!1\Z)\d{1,5})",
    )
]
_DIGIT = re.compile(r"\d")
# A number with its word or mark, and a line that has the show's title before it.
_NUMBERED = re.sub(
    r"\?P<\w+>", "?:", rf"(?:(?:{_SEASON})?{_WORD}|{_SHORT}|\#(?!1\b)\d{{1,5}}|0\d{{1,3}})"
)
_OF_SHOW = re.compile(
    r"(?P<show>(?!\d)\w[^:]{1,60}?)(?:,?\s+|\s+[·|•–—-]\s+)"
    rf"(?P<rest>{_NUMBERED}(?:(?:\s*[:|]|\s+[–—-])\s+\S.{{0,300}})?)",
    re.IGNORECASE,
)
# A sign in capitals with the number, as in ``KSP063 The well``.
_SIGNED = re.compile(r"(?P<sign>[A-ZÀ-Þ]{2,5})[ -]?(?P<number>0\d{1,3}|\d{3,4})[\s:–—-]+\S.*")
# What a way through a site says, and a part of one that is no show's title.
_WAY = re.compile(
    r"\W*(?:home(?:page)?|start(?:seite)?|accueil|inicio|menu|menü|menú"
    r"|search(?: for)?|suchen? nach|suche|recherche|buscar"
    r"|(?:all |alle |our |the )?(?:podcasts?|episodes?|episoden|folgen|shows|sendungen|épisodes"
    r"|émissions|les émissions|episodios|programas)|blog|news|posts?|articles?|archives?|archiv"
    r"|audio|about(?: us)?|über uns|à propos|contact|kontakt|contacto|subscribe|abonnieren|merch"
    r"|shop|store|team|support|donate|login|log in|sign in|share|teilen|partager|compartir"
    r"|downloads?"
    r"|show ?notes|herunterladen|télécharger|descargar|transcripts?|library|uncategori[sz]ed)\W*",
    re.IGNORECASE,
)
_episode: Callable[..., Episode] = positional(Episode, "number", "season", "title")
_BAR = re.compile(r"\s+[|·–—-]\s+")
# What parts the episode's title from others in what a page calls itself, the strongest first.
_BARS = ("|", "·•»", "–—", "-")
_MOST_PARTS = 10
_LONGEST = 300
_LONGEST_TITLE = 120
# The ways through a site, one a line, which stand before a title.
_LEAST_OF_MENU = 3
_MOST_DIGITS = 2
_MOST_ROWS = 12  # that may stand between a title and its date
_MOST_OF_ENTRY = 3  # words
_MOST_OF_FACTS = 4  # lines
# Where the head of a page is looked for, in blocks.
_HEAD = 6
FURNITURE_LINE = re.compile(
    r"skip (?:to|navigation).{0,40}|(?:top|bottom) of page|(?:main|primary) menu|hauptmenü"
    r"|menu principal|menú principal|(?:toggle )?(?:menu|navigation)|zum inhalt springen"
    r"|(?:(?:aller|passer) (?:au contenu|à la (?:navigation|recherche))\s*)+"
    r"|(?:(?:saltar|ir) (?:al contenido|a la (?:navegación|búsqueda))\s*)+"
    r"|(?:zur (?:navigation|suche) springen\s*)+|(?:jump to (?:navigation|search)\s*)+",
    re.IGNORECASE,
)


# What a shop counts, and what leads to one's account, before a title.
_OF_ACCOUNT = re.compile(
    r"(?:shopping )?(?:cart|bag|basket|warenkorb|panier|carrito)\W*\d{0,3}\W*"
    r"|(?:(?:open|close) menu\s*)+|(?:ouvrir|fermer) le menu|menü (?:öffnen|schließen)"
    r"|(?:abrir|cerrar) (?:el )?menú|(?:my |mein )?(?:account|konto)|mon compte|mi cuenta|sign up"
    r"|anmelden|einloggen|registrieren|se connecter|connexion|iniciar sesión"
    r"|subscribe|donate|abonnieren|suscríbete|suscribirse|s['’]abonner"
    r"|(?:support|unterstütze?) (?:us|uns)|unterstützen|spenden|soutenir|faire un don|donar|apoyar"
    r"|(?:save|speichern|enregistrer|guardar)(?: (?:episode|folge|épisode|episodio))?",
    re.IGNORECASE,
)
# How many follow, saw and like it.
_COUNT = re.compile(
    r"[\d.,]+\s?(?:[km]|(?:[km]\s)?(?:subscribers|followers|views|likes|plays|downloads|abonnenten|aufrufe"
    r"|abonnés|vues|suscriptores|vistas|visualizaciones))",
    re.IGNORECASE,
)
# What an app shows above a title: short lines, of which several lead on, and what the title is of.
_MOST_ABOVE = 12  # blocks
_MOST_LINES_ABOVE = 100
_LONGEST_ABOVE = 60  # letters of a line
_LEAST_ABOVE = 5  # lines
_LEAST_WAYS = 2
_MOST_TITLES = 2  # the episode's, and the show's
_ENDS_TEXT = (".", ":", ";", ",", "…")
_LABEL = re.compile(
    r"(?:podcast|video)[- ](?:episode|folge)|(?:épisode|episodio) del? p[oó]dcast", re.IGNORECASE
)
_CRUMB = re.compile(r"\s+[/›»>→]\s+")


def read_headline(text: str) -> Episode:
    """Give the episode's number, season and title as a title line says them.

    A number alone counts if a mark and a space part it from the title, as in ``7: Habits``.

    >>> episode = read_headline("Ep #270: Interdependence: Needing Each Other")
    >>> episode.number, episode.title
    (270, 'Interdependence: Needing Each Other')
    """
    forms = (*_FORMS, *_LOOSE_FORMS) if _DIGIT.search(text) else ()
    matches = (form.fullmatch(text) for form in forms)
    match = next(filter(None, matches), None)
    if match is None:
        return _episode(None, None, text)
    facts = match.groupdict()
    season = facts.get("season")
    return _episode(int(facts["number"]), int(season) if season else None, facts["title"] or text)


def head_lines(page: EpisodePage) -> tuple[str, str, str]:
    """Give the lines at the head of a page, or empty ones: the title line is that in the middle.

    Where the page has no title line, it is made from number and title. The show's title stands
    before it, unless the cover's text after it begins or ends with it.

    Raises:
        UnrepresentableError: a text holds half a surrogate pair.

    >>> head_lines(EpisodePage(show=Show(title="Ann"), episode=Episode(number=20, title="Be")))
    ('Ann', 'Ep #20: Be', '')
    """
    show, episode = page.show, page.episode
    heading = page.heading or heading_of(episode) or ""
    is_in_heading = show.title is not None and read_title_line(heading)[0] == show.title
    is_in_image_text = show.title == show_title(page.image_text or "", episode.title or "")
    return (
        tidy_line("" if is_in_image_text or is_in_heading else show.title or "", "show.title"),
        tidy_line(heading, "heading"),
        tidy_line(page.image_text or "", "image_text"),
    )


def heading_of(episode: Episode) -> str | None:
    """Make the title line of an episode that has none, from its number and title.

    >>> heading_of(Episode(number=20, title="Be"))
    'Ep #20: Be'
    """
    number = None if episode.number is None else f"Ep #{episode.number}"
    return ": ".join(filter(None, (number, episode.title))) or None


def show_title(text: str, title: str) -> str | None:
    """Give the show's title where a text is that and the episode's, with a bar between.

    >>> show_title("Feminist Wellness | Needing Each Other", "Needing each other!")
    'Feminist Wellness'
    """
    wanted = letters(title)
    for bar in _BAR.finditer(text[:_LONGEST]) if wanted else ():
        before, after = text[: bar.start()], text[bar.end() :]
        if letters(after) == wanted:
            return before
        if letters(before) == wanted:
            return after
    return None


def split_show(line: str) -> tuple[str | None, str]:
    """Give the show's title that stands before an episode's number, and the rest of a line.

    >>> split_show("Rest Tapes #12: Fog"), split_show("Rest, Episode 12"), split_show("Fog: 12")
    (('Rest Tapes', '#12: Fog'), ('Rest', 'Episode 12'), (None, 'Fog: 12'))
    """
    match = _OF_SHOW.fullmatch(line)
    if match is None or read_byline(match["show"], ()) is not None:
        return None, line
    return (None if is_way(match["show"]) else match["show"]), match["rest"]


def read_title_line(heading: str) -> tuple[str | None, Episode]:
    """Give what a title line says of the show and of the episode.

    >>> show, episode = read_title_line("Fog | Rest Tapes Ep. 12")
    >>> show, episode.number, episode.title
    ('Rest Tapes', 12, 'Fog')
    """
    episode = read_headline(heading)
    if episode.number is not None:
        return None, episode
    signed = _SIGNED.fullmatch(heading)
    if signed:
        return None, _episode(
            int(signed["number"]), None, heading[signed.end("number") :].strip(" :–—-")
        )
    show, rest = split_show(heading)
    episode = read_headline(rest)
    bar = _BAR.search(show or "")
    if show and bar and episode.title == rest:  # the episode's title, the show's, and the number
        return show[bar.end() :], attrs.evolve(episode, title=show[: bar.start()])
    return show, episode


def is_way(text: str) -> bool:
    """Say whether a text names a part of any site, such as all episodes.

    >>> is_way("Episodes"), is_way("Tides")
    (True, False)
    """
    return bool(_WAY.fullmatch(text))


def own_title(titles: list[str], names: list[str]) -> str | None:
    """Give the episode's title, of a page that shows none, as the page calls itself.

    >>> own_title(["Ep 12: The fog | Tides"], []), own_title(["Tides – The fog"], ["Tides"])
    ('Ep 12: The fog', 'The fog')
    """
    known = {"", *map(letters, names)}
    for title in titles:
        bars = next((bars for bars in _BARS if re.search(rf"\s[{bars}]\s", title)), "|")
        parts = [
            part
            for part in re.split(rf"\s+[{bars}]\s+", title, maxsplit=_MOST_PARTS)
            if letters(part) not in known
        ]
        if parts:
            return next(
                (part for part in parts if read_headline(part).number is not None), parts[0]
            )
    return None


def letters(text: str) -> str:
    """Give the letters and digits of a text alone, in lower case, to compare it by.

    >>> letters("Needing Each Other!")
    'needingeachother'
    """
    return "".join(filter(str.isalnum, text.casefold()))


def without_app_above(
    blocks: list[Block | Boundary], on_problem: OnProblem
) -> list[Block | Boundary]:
    r"""Give the blocks of a text from the title on, with each line of the head as one.

    Where the text was copied out of an app, nothing marks the title there. It is told by the lines
    below, which state when the episode was published or how long it is; and by those above.

    >>> from podkit._markup.text_blocks import text_blocks
    >>> menu = "Skip to content\nHome\nLibrary\nYour shows\nPodcast Episode"
    >>> blocks = [*text_blocks(f"{menu}\nFog\nThe Rest\nMay 2\n12 min\nSave\n\nHello.")]
    >>> [block.text for block in without_app_above(blocks, lambda problem: None)]
    ['Fog', 'The Rest', 'May 2', '12 min', 'Save', 'Hello.']
    """
    above: list[str] = []
    for index, block in enumerate(blocks[:_MOST_ABOVE]):
        lines = _text(block).split("\n")
        start = _start_of_head(above, lines) if isinstance(block, Block) else None
        if not isinstance(block, Block) or start is None:
            above += lines
            if len(max(lines, key=len)) > _LONGEST_ABOVE:
                break
            continue
        above += lines[:start]
        for line in above:
            on_problem(left_out(line))
        first, *head = (_line_of(block, line) for line in lines[start:])
        # The show's title follows then, as it does not elsewhere.
        is_labelled = _LABEL.fullmatch(above[-1])
        first = attrs.evolve(first, level=1 if is_labelled else None)
        return [first, *head, *blocks[index + 1 :]]
    return blocks


def _start_of_head(above: list[str], lines: list[str]) -> int | None:
    """Give which of the lines is the first of the titles that stand over facts."""
    for index in range(1, min(len(lines), _MOST_LINES_ABOVE)):
        if len(lines[index]) > _LONGEST_ABOVE:
            break
        if _DIGIT.search(lines[index]) and _are_facts(lines[index : index + _MOST_OF_FACTS]):
            start = max(index - _MOST_TITLES, 0)
            start += start < index - 1 and bool(_LABEL.fullmatch(lines[start]))
            return start if _is_of_app(above + lines[:start]) else None
    return None


def _are_facts(lines: list[str]) -> bool:
    """Say whether lines begin with a day or a fact, and state when or how long."""
    first = read_byline(lines[0], ())
    if first is None or not (any(first) or DAY_OF_MONTH.fullmatch(lines[0])):
        return False
    facts = (read_byline(line, ()) for line in lines)
    return any(fact and (fact.published or fact.duration) for fact in facts)


def is_of_app_label(line: str) -> bool:
    """Say whether a line is the label that an app shows above a title.

    >>> is_of_app_label("Podcast Episode")
    True
    """
    return bool(_LABEL.fullmatch(line))


def _is_of_app(lines: list[str]) -> bool:
    is_short = all(len(line) <= _LONGEST_ABOVE for line in lines)
    is_text = any(line.endswith(_ENDS_TEXT) or says_number(line) for line in lines)
    is_long = len(lines) >= _LEAST_ABOVE and sum(map(is_of_site, lines)) >= _LEAST_WAYS
    return is_short and is_long and not is_text


def without_furniture(
    blocks: list[Block | Boundary], on_problem: OnProblem
) -> list[Block | Boundary]:
    """Give the blocks without those at the head that only help to move through the page."""
    kept = []
    headline = _find_headline(blocks) or 0
    for index, found in enumerate(blocks):
        block = _without_ways(found) if index < headline else found
        is_furniture = isinstance(block, Block) and (
            (index < max(_HEAD, headline) and FURNITURE_LINE.fullmatch(block.text))
            or (index < headline and (_is_before_head(block) or _is_before_head(found)))
        )
        if isinstance(block, Block) and is_furniture:
            on_problem(left_out(block.text, block.line))
        else:
            kept.append(block)
    return kept


def without_menu(blocks: list[Block], on_problem: OnProblem) -> list[Block]:
    """Give the blocks of a text without the site's menu above the title, save the site's name."""
    menu: list[Block] = []
    for block in blocks:
        is_next = menu and block.line == (menu[-1].line or 0) + len(menu[-1].text.split("\n"))
        if menu and not is_next:
            break
        menu.append(block)
    lines = [line for block in menu for line in block.text.split("\n")]
    shown = [line for line in lines if not FURNITURE_LINE.fullmatch(line)]
    count = sum(map(is_way, lines)) + len(lines) - len(shown)
    is_menu = _is_menu("\n".join(shown)) and not any(map(says_number, shown))
    if count < _LEAST_OF_MENU or not is_menu or len(menu) == len(blocks):
        return blocks
    name = "" if is_way(shown[0]) else shown[0]
    on_problem(left_out(" ".join(lines), menu[0].line))
    named = [_line_of(menu[0], name)] if name else []
    return named + blocks[len(menu) :]


def _without_ways(block: Block | Boundary) -> Block | Boundary:
    """Give a block without its lines that name parts of the site, if it has others."""
    lines = _text(block).split("\n")
    kept = [number for number, line in enumerate(lines) if not is_way(line)]
    if not isinstance(block, Block) or not kept or len(kept) == len(lines):
        return block
    return with_lines(block, kept)


def with_lines_apart(blocks: list[Block | Boundary]) -> list[Block | Boundary]:
    """Give the blocks, those at the head line by line where their lines state facts or lead on."""
    apart: list[Block | Boundary] = []
    names: set[str] = set()
    end = _end_of_head(blocks)
    for block in blocks[:end]:
        lines = _text(block).split("\n")
        facts = [read_byline(line, ()) for line in lines[1:]]
        if isinstance(block, Block) and (_is_head(lines, facts) or _is_around_head(lines)):
            apart += [_line_of(block, line) for line in lines]
        elif isinstance(block, Block) and len(lines) > 1 and _says_date(lines[0], names):
            apart += [_line_of(block, lines[0]), with_lines(block, range(1, len(lines)))]
        else:
            apart.append(block)
        names.update(line.casefold() for line in lines[:_MOST_TITLES])
    return apart + blocks[end:]


def _end_of_head(blocks: list[Block | Boundary]) -> int:
    """Give how many blocks are the head, of which those that work the page don't count."""
    places = [i for i, block in enumerate(blocks[:_MOST_ROWS]) if not is_of_site(_text(block))]
    return places[_HEAD - 1] + 1 if len(places) >= _HEAD else min(len(blocks), _MOST_ROWS)


def _line_of(block: Block, line: str) -> Block:
    return attrs.evolve(block, paragraph=Paragraph(content=(line,)))


def _is_head(lines: list[str], facts: list[Facts | None]) -> bool:
    """Say whether lines are a title, perhaps the show's title, and facts with a date."""
    is_stated = all(facts) or (all(facts[1:]) and says_number(lines[0]))
    return is_stated and any(fact and fact.published for fact in facts)


def _is_around_head(lines: list[str]) -> bool:
    """Say whether most of several lines move through the site, count, or state facts."""
    facts = [read_byline(line, ()) for line in lines]
    known = [
        is_of_site(line) or bool(fact and fact.published)
        for line, fact in zip(lines, facts, strict=True)
    ]
    is_mixed = len(lines) > 1 and not all(map(is_of_site, lines))
    is_mixed &= not _is_menu("\n".join(lines)) or any(map(FURNITURE_LINE.fullmatch, lines))
    return is_mixed and 2 * sum(known) >= len(lines)


def is_of_site(line: str) -> bool:
    """Say whether a line before a title leads through the site, or counts its visitors.

    >>> is_of_site("Skip to content"), is_of_site("12 K subscribers"), is_of_site("Tides")
    (True, True, False)
    """
    forms = (FURNITURE_LINE, _OF_ACCOUNT, _COUNT)
    return any(form.fullmatch(line) for form in forms) or is_way(line) or _is_way_here(line)


def _is_menu(text: str) -> bool:
    lines = text.split("\n")
    return len(lines) >= _LEAST_OF_MENU and all(
        len(line.split()) <= _MOST_OF_ENTRY for line in lines
    )


def take_head(
    blocks: list[Block | Boundary], heading: str | None = None
) -> tuple[EpisodePage, list[Block | Boundary]]:
    """Give what the head of a page says, and the blocks that are left.

    Args:
        blocks: the page's blocks.
        heading: the title line, where the page states it elsewhere.

    The title line is the first heading of level 1, or the first line with an episode's number, or
    the first line if it looks like a title. The line before it is the show's title; the one after
    it is the cover's text if it is made of both titles. Lines that state nothing but facts follow.
    """
    index = None if heading else _find_headline(blocks)
    if index is not None:
        heading = _text(blocks[index])
    if heading is None:
        return EpisodePage(), blocks
    named, episode = read_title_line(heading)
    before, after = ([], blocks) if index is None else (blocks[:index], blocks[index + 1 :])
    is_alone = episode.title == heading and episode.number is not None and bool(after)
    if is_alone and _looks_like_title(after[0]) and not _states_facts(after[0]):
        episode, after = attrs.evolve(episode, title=_text(after[0])), after[1:]
    show, image_text = None, None
    if after:
        show = show_title(_text(after[0]), episode.title or "")
    if show:
        image_text, after = _text(after[0]), after[1:]
    elif after and (title := _without_show(episode.title or "", _text(after[0]))):
        show, episode, after = _text(after[0]), attrs.evolve(episode, title=title), after[1:]
    elif named:
        show, before = named, [block for block in before if letters(_text(block)) != letters(named)]
        after = after[1:] if after and letters(_text(after[0])) == letters(named) else after
    elif len(before) == 1 and 0 < len(_text(before[0])) <= _LONGEST_TITLE:
        show, before = _text(before[0]), []
    elif show is None and not before and _names_show(after):
        show, after = _text(after[0]), after[1:]
    facts, after = _take_facts(after, {(show or "").casefold()} - {""})
    facts = Facts(season=episode.season, number=episode.number).or_else(facts)
    page = EpisodePage(
        show=Show(title=show),
        episode=attrs.evolve(episode, **facts._asdict()),
        heading=heading,
        image_text=image_text,
    )
    return page, before + after


def _without_show(title: str, line: str) -> str | None:
    """Give a title that ends with the show's, as the line below it is, without that."""
    bars = (bar for bar in _BAR.finditer(title[:_LONGEST]))
    ends = (bar for bar in bars if letters(title[bar.end() :]) == letters(line) != "")
    return next((title[: bar.start()] for bar in ends), None)


def _names_show(blocks: list[Block | Boundary]) -> bool:
    """Say whether a title stands over a date, below the episode's title."""
    is_title = bool(blocks) and _looks_like_title(blocks[0]) and not _states_facts(blocks[0])
    below = next((i for i, block in enumerate(blocks) if i and not _is_before_head(block)), 0)
    return is_title and bool(below) and _states_date_or_length(blocks[below:])


def _states_date_or_length(blocks: list[Block | Boundary]) -> bool:
    """Say whether a date stands first, or a day of no year and how long the episode is."""
    if _states_date(blocks):
        return True
    lines = [read_byline(_text(block), ()) for block in blocks[:_MOST_OF_FACTS]]
    return lines[:1] == [Facts()] and any(line is not None and line.duration for line in lines)


def _take_facts(
    blocks: list[Block | Boundary], names: Collection[str] = ()
) -> tuple[Facts, list[Block | Boundary]]:
    """Give the facts that the first lines state, and the blocks after these lines.

    Args:
        blocks: the blocks.
        names: what may stand in such a line besides, in lower case.
    """
    taken = Facts()
    rest = blocks  # after the last line that states a fact
    for index, block in enumerate(blocks):
        is_line = isinstance(block, Block) and not (block.level or block.paragraph.is_point)
        lines = _text(block).split("\n")
        if is_line and all(map(is_of_site, lines)):
            below = islice(blocks, index + 1, index + 1 + _MOST_ROWS)
            others = (other for other in below if not is_of_site(_text(other)))
            # Below the facts, it works the page.
            is_taken = taken != Facts() and not any(map(kind_of_heading, lines))
            if len(lines) > 1 or is_taken or _states_date([*islice(others, 1)], names):
                rest = blocks[index + 1 :]
                continue
        facts = read_byline(_text(block), names) if is_line else None
        if is_line and is_full_name(_text(block)) and _states_date(blocks[index + 1 :]):
            facts = Facts(itunes_author=_text(block))
        if facts is None:
            break
        if any(facts):
            taken, rest = taken.or_else(facts), blocks[index + 1 :]
    return taken, rest


def _find_headline(blocks: list[Block | Boundary]) -> int | None:
    finders = (_is_top_heading, _is_numbered)
    for is_headline, last in zip(finders, (len(blocks), _HEAD), strict=True):
        places = [i for i, block in enumerate(blocks) if not _is_before_head(block)]
        for index in places[:last]:
            block = blocks[index]
            if isinstance(block, Block) and is_headline(block):
                return index
    if not blocks or not _looks_like_title(blocks[0]):
        return None
    # The show's title may stand over the episode's, and facts below.
    first = [_looks_like_title(block) and not _states_facts(block) for block in blocks[:_HEAD]]
    is_stated = any(map(_states_facts, blocks[2:4])) or _states_date_or_length(blocks[2:])
    is_second = first[:2] == [True, True] and is_stated
    is_counted = any(_COUNT.fullmatch(_text(block)) for block in blocks[2:3])  # of a channel
    is_of_show = is_second and show_title(_text(blocks[1]), _text(blocks[0]))
    return 1 if is_second and not is_counted and not is_of_show else 0


def _states_date(blocks: list[Block | Boundary], names: Collection[str] = ()) -> bool:
    return bool(blocks) and _says_date(_text(blocks[0]), names)


def _says_date(line: str, names: Collection[str]) -> bool:
    facts = read_byline(line, names) if _DIGIT.search(line) else None
    return facts is not None and facts.published is not None


def _states_facts(block: Block | Boundary) -> bool:
    facts = read_byline(_text(block), ())
    return facts is not None and any(facts)


def _is_top_heading(block: Block) -> bool:
    return block.level == 1 and kind_of_heading(block.text) is None


def _is_numbered(block: Block) -> bool:
    is_line = (
        len(block.text) <= _LONGEST and "\n" not in block.text and not _is_way_here(block.text)
    )
    is_free = is_line and not (block.paragraph.is_point or block.paragraph.links)
    return is_free and says_number(block.text)


def says_number(line: str) -> bool:
    """Say whether a line has an episode's number and title; a date has none.

    >>> says_number("Folge 3: Fog"), says_number("3. Mai 2024")
    (True, False)
    """
    if read_headline(line).number is not None:
        facts = read_byline(line, ())
        return facts is None or facts.published is None
    return bool(_SIGNED.fullmatch(line)) or bool(": " in line and split_show(line)[0])


def _is_before_head(block: Block | Boundary) -> bool:
    """Say whether a block only helps to move through the page."""
    text = _text(block)
    is_count = text.isdecimal() and len(text) <= _MOST_DIGITS  # of what is in a shop's cart
    return is_count or is_of_site(text) or _is_menu(text)


def _is_way_here(text: str) -> bool:
    """Say whether a line is the way through the site to the page."""
    first, *others = _CRUMB.split(text, maxsplit=_MOST_PARTS)
    return bool(others) and is_way(first)


def _looks_like_title(block: Block | Boundary) -> bool:
    text = _text(block)
    if not isinstance(block, Block) or block.paragraph.is_point or block.paragraph.links:
        return False
    is_short = len(text) <= _LONGEST_TITLE and "\n" not in text
    return is_short and text[-1] not in ".!:;,…" and kind_of_heading(text) is None


def _text(block: Block | Boundary) -> str:
    return block.text if isinstance(block, Block) else ""
