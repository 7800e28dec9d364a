"""Tells what stands below the notes in a page that was copied out of a browser.

Nothing marks it there, so only what no author writes counts: at the end of the page, lines that
lead on, count, file and share; and anywhere, what visitors say and what other posts there are, down
to the next heading of a known kind.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from podkit._markup.blocks import Block, Boundary, with_lines
from podkit._markup.headings import kind_of_line
from podkit._markup.wordings import PLAYER_NAME
from podkit.errors import OnProblem
from podkit.pages._boilerplate import is_boilerplate, is_taxonomy, left_out
from podkit.pages._dates import CLOCK, read_duration
from podkit.pages._headline import is_way

__all__ = [
    "begins_foot",
    "is_field",
    "is_foot",
    "length_in_player",
    "length_in_row",
    "without_foot",
]

# A line that leads to the post before or after, the title of which may follow.
_WAY_ON = re.compile(
    r"[«‹←<]?\s*(?:(?:newer|older|previous|next|prev)(?: (?:post|episode|article|entry|page))?"
    r"|(?:nächste|vorherige|vorige|ältere|neuere)[rs]? (?:folge|episode|beitrag|artikel)"
    r"|zurück|weiter|(?:épisode|article) (?:précédent|suivant)|(?:précédent|suivant)"
    r"|(?:episodio|entrada|artículo) (?:anterior|siguiente)|anterior|siguiente)\s*[:»›→>]?",
    re.IGNORECASE,
)
# The same with the title on its line.
_WAY_TO = re.compile(
    r"(?:(?:newer|older|previous|next|prev) (?:post|episode|article|entry)"
    r"|(?:nächste|vorherige|vorige|ältere|neuere)[rs]? (?:folge|episode|beitrag|artikel)"
    r"|(?:épisode|article) (?:précédent|suivant)"
    r"|(?:episodio|entrada|artículo) (?:anterior|siguiente))\s?: .{1,120}"
    r"|[←⟵⇐◀] ?.{1,120}|.{1,120} ?[→⟶⇒▶]|[«‹<] [^»›>]{1,120}|[^«‹<]{1,120} [»›>]",
    re.IGNORECASE,
)
_MOST_OF_WAY = 3  # lines
_LEAST_OF_MENU = 3
# What visitors say, and what other posts there are.
_BEGINS_FOOT = re.compile(
    r"(?:leave|post|write|add|submit) a (?:reply|comment)|(?:\d+|no|one) (?:comments?|responses?"
    r"|replies)"
    r"|(?:comments?|kommentare?|commentaires?|comentarios?) ?\(\d+\)"
    r"|recent (?:posts|comments)|related posts|post navigation"
    r"|discussion about this (?:episode|post|podcast)|sign up for more like this|ready for more"
    r"|aktuelle beiträge|(?:posts|articles) récents"
    r"|(?:schreibe?|hinterlasse) (?:einen|eine) (?:kommentar|antwort)|(?:\d+|keine|ein) kommentare?"
    r"|(?:einen )?kommentar (?:absenden|abschicken|hinterlassen|schreiben)"
    r"|neueste (?:beiträge|kommentare)|ähnliche beiträge|beitragsnavigation"
    r"|(?:laisser|poster|soumettre|publier) (?:un|le) commentaire|(?:\d+|un|aucun) commentaires?"
    r"|articles (?:récents|similaires)"
    r"|(?:deja|enviar|publicar) (?:un |el )?(?:comentario|una respuesta)|(?:\d+|un"
    r"|ningún) comentarios?"
    r"|(?:entradas|artículos) (?:recientes|relacionad[oa]s)|navegación de entradas"
    r"|reader interactions|primary sidebar|leser-interaktionen|interactions du lecteur"
    r"|interacciones con los lectores",
    re.IGNORECASE,
)
# What begins several lines at the end of a page that share and file it.
_BEGINS_ROW = re.compile(
    r"(?:share|like)(?: (?:this|on|via|it))?(?: (?:article|entry|episode|page|post|story))?|related"
    r"|spread the (?:love|word)|teilen(?: mit)?|(?:(?:diese[nr]?|den|die) )?(?:artikel|beitrag"
    r"|episode|folge|seite) teilen|partager(?: (?:sur|cet article|cet épisode))?"
    r"|compart(?:ir|e)(?: (?:en|con|este (?:artículo|episodio)|esta entrada))?|tags|categories",
    re.IGNORECASE,
)
_LONGEST_ROW = 200
_FIELD = re.compile(
    r"(?:(?:your|enter your|first|last|full|dein|ihr|deine|ihre|votre|tu|su) )?"
    r"(?:name|vorname|nachname|nom|prénom|nombre|apellidos?"
    r"|(?:e-?mail|courriel|correo electrónico)(?:[- ]?adresse?)?|adresse e-?mail"
    r"|(?:e-?mail )?address"
    r"|message|nachricht|mensaje|comment|kommentar|commentaire|comentario|web(?:site|seite)?"
    r"|site web|submit|absenden|senden|envoyer|enviar)\W*",
    re.IGNORECASE,
)
_NETWORK = re.compile(
    r"(?:click to )?(?:share on )?(?:facebook|twitter|x|linkedin|whatsapp|reddit|pinterest|tumblr"
    r"|telegram|mastodon|bluesky|threads|xing|e-?mail|print)\b",
    re.IGNORECASE,
)
# How often it was shared.
_SHARED = re.compile(
    r"(?:facebook|twitter|linkedin|reddit|tumblr|pinterest|whatsapp|xing) ?\d"
    r"|\d+ (?:likes?|j['’]aime|gefällt mir|me gusta)\Z",
    re.IGNORECASE,
)
# What stands below the title for the player, besides what works it.
_OF_PLAYER = re.compile(
    rf"(?:audio|video)[ -]?player|lecteur (?:audio|vidéo)|reproductor de (?:audio|vídeo)"
    rf"|(?:(?:subscribe|follow(?: us)?|listen|abonniere(?:n|t)?|anhören|s['’]abonner|abonnez-vous"
    rf"|écouter|suscríbete|suscribirse|suscripción|escuchar)(?: (?:on|via|auf|bei|sur|en|a))?) ?: "
    rf"(?:{PLAYER_NAME.pattern}|e-?mail|more|\W)+",
    re.IGNORECASE,
)
_LENGTH = re.compile(rf"\((?:duration|dauer|durée|duración) ?: ({CLOCK})\b", re.IGNORECASE)
_MOST_ROWS = 5
# Where an app folds up the notes that it has unfolded.
_FOLDS_UP = re.compile(
    r"(?:\.\.\.|…)?\s*(?:(?:show|see|read|view) less|weniger (?:anzeigen|ansehen|lesen)"
    r"|(?:afficher|voir|lire) moins|(?:mostrar|ver|leer) menos)",
    re.IGNORECASE,
)
_LEAST_OF_NOTES = 60  # letters of a line
_BELOW_NOTES = frozenset({"timestamps", "transcript"})
_TAGS = re.compile(r"(?:#\w+\s*)+")
_OF_FOOT = frozenset({None, "comments", "related_episodes"})
# What asks for an address at the very end of a page.
_FORM = re.compile(
    r"(?:enter |your )*e-?mail(?: address)?\W*|sign up with your e-?mail address.*"
    r"|(?:(?:first|full|last|your) )?name\W*|vorname|nachname|prénom|nombre|apellidos?"
    r"|thanks for (?:reading|listening).{0,80}\bsubscribe\b.*"
    r"|we respect your privacy\W*|back to (?:top|all episodes|episodes|blog)",
    re.IGNORECASE,
)


def without_foot(blocks: Iterable[Block | Boundary], on_problem: OnProblem) -> list[Block]:
    r"""Give the blocks of a text without what stands at the foot of all pages.

    >>> from podkit._markup.text_blocks import text_blocks
    >>> blocks = [*text_blocks("Hello.\n\nTags: fog\n5 Likes\n\nOlder Post\nSleep")]
    >>> [block.text for block in without_foot(blocks, print)]
    line 6: left out, as it is no content: 'Older Post\nSleep'
    line 3: left out, as it is no content: 'Tags: fog\n5 Likes'
    ['Hello.']
    """
    given = [block for block in blocks if isinstance(block, Block)]
    found = _without_rest_of_app(given, on_problem)
    kept = [*_without_parts(_without_player(found, on_problem), on_problem)]
    lines = [line for block in kept for line in block.text.split("\n")]
    has_begun = kept != given or all(map(is_way, lines[-_LEAST_OF_MENU:]))
    while kept and (count := _lines_of_foot(kept, has_begun=has_begun)):
        has_begun = True
        block = kept.pop()
        lines = block.text.split("\n")
        if count < len(lines):
            kept.append(with_lines(block, range(len(lines) - count)))
            break
        _report(block, on_problem)
    return kept


def _without_rest_of_app(blocks: list[Block], on_problem: OnProblem) -> Iterator[Block]:
    """Give the blocks without what an app shows below the notes, which begins where they fold up.

    A talk or its times may follow; and there is nothing to fold up without a line of the notes.
    """
    has_text = is_below = False
    for block in blocks:
        lines = block.text.split("\n")
        folds = (i for i, line in enumerate(lines) if _FOLDS_UP.fullmatch(line))
        end = next(folds, len(lines)) if has_text else len(lines)
        if is_below and kind_of_line(lines[0]) in _BELOW_NOTES:
            is_below = False
        if is_below or end == 0:
            _report(block, on_problem)
        elif end < len(lines):
            yield with_lines(block, range(end))
        else:
            yield block
        is_below = is_below or end < len(lines)
        has_text = has_text or len(max(lines, key=len)) >= _LEAST_OF_NOTES


def begins_foot(lines: Sequence[str], index: int) -> bool:
    """Say whether a line of a page is the first of its foot, which may go on below.

    >>> begins_foot(["Leave a comment"], 0), begins_foot(["Share", "Facebook"], 0)
    (True, True)
    """
    line = lines[index]
    below = next(filter(None, lines[index + 1 : index + 3]), "")
    return bool(
        _BEGINS_FOOT.fullmatch(line.strip(" :.…!?"))
        or _WAY_ON.fullmatch(line)
        or _SHARED.match(line)
        or (_BEGINS_ROW.fullmatch(line.strip(" :.…")) and _NETWORK.match(below))
    )


def length_in_player(blocks: Sequence[Block | Boundary]) -> float | None:
    """Give how long the episode is, where a row for the player says so below the title.

    >>> from podkit._markup.text_blocks import text_blocks
    >>> row = "Podcast: Play in new window | Download (Duration: 24:18 — 22.3MB)"
    >>> length_in_player([*text_blocks(row)])
    1458.0
    """
    texts = [block.text for block in blocks[:_MOST_ROWS] if isinstance(block, Block)]
    return next(filter(None, map(length_in_row, texts)), None)


def length_in_row(line: str) -> float | None:
    """Give how long the episode is, where a row for the player says so.

    >>> length_in_row("Play in new window | Download (Duration: 24:18)"), length_in_row("24:18")
    (1458.0, None)
    """
    match = _LENGTH.search(line) if is_boilerplate(line) else None
    return read_duration(match[1]) if match else None


def _without_player(blocks: Iterable[Block], on_problem: OnProblem) -> Iterator[Block]:
    """Give the blocks without those below the title that work the player."""
    is_below_title = True
    for block in blocks:
        is_below_title = is_below_title and all(map(_is_of_player, block.text.split("\n")))
        if is_below_title:
            _report(block, on_problem)
        else:
            yield block


def _without_parts(blocks: Iterable[Block], on_problem: OnProblem) -> Iterator[Block]:
    """Give the blocks without the parts that hold what visitors say, and other posts."""
    is_left_out = False
    for index, block in enumerate(blocks):
        line = block.text.partition("\n")[0]
        begins = index > 0 and bool(_BEGINS_FOOT.fullmatch(line.strip(" :.…!?")))
        is_left_out = begins or (is_left_out and kind_of_line(line) in _OF_FOOT)
        if is_left_out:
            _report(block, on_problem)
        else:
            yield block


def _is_of_player(line: str) -> bool:
    is_known = is_boilerplate(line) and kind_of_line(line) is None
    return any(map(str.isalnum, line)) and bool(is_known or _OF_PLAYER.fullmatch(line))


def _lines_of_foot(blocks: list[Block], *, has_begun: bool) -> int:
    """Count the lines at the end of the last block that are no content.

    Where nothing below was left out, the only line under a heading is what the section says.
    """
    text, before = blocks[-1].text, blocks[-2].text if len(blocks) > 1 else ""
    lines = text.split("\n")
    if not has_begun and kind_of_line(before):
        return 0
    is_row = len(lines) > 1 and _BEGINS_ROW.fullmatch(lines[0].strip(" :.…"))
    leads_on = _WAY_ON.fullmatch(before) or _WAY_ON.fullmatch(lines[0])
    if len(text) <= _LONGEST_ROW and (is_row or (leads_on and len(lines) <= _MOST_OF_WAY)):
        return len(lines)
    count = 0
    while count < len(lines) and is_foot(lines[-1 - count], has_begun=has_begun or count > 0):
        count += 1
    return count


def is_field(line: str) -> bool:
    """Say whether a line is the label of a form's field or button.

    >>> is_field("First Name *"), is_field("Deine E-Mail-Adresse"), is_field("Name that bell")
    (True, True, False)
    """
    return bool(_FIELD.fullmatch(line))


def is_foot(line: str, *, has_begun: bool) -> bool:
    """Say whether a line is no content; some are none only below the notes.

    >>> is_foot("Home", has_begun=True), is_foot("Home", has_begun=False)
    (True, False)
    """
    if not any(map(str.isalpha, line)):
        return has_begun
    is_known = is_boilerplate(line) and (has_begun or kind_of_line(line) is None)
    is_filed = is_taxonomy(line) and len(line) <= _LONGEST_ROW
    is_form = bool(_FORM.fullmatch(line))
    is_row = bool(_BEGINS_ROW.fullmatch(line.strip(" :.…")) or _WAY_TO.fullmatch(line))
    is_beside = is_way(line) or is_filed or is_row or bool(_TAGS.fullmatch(line))
    return is_known or is_form or (has_begun and is_beside)


def _report(block: Block, on_problem: OnProblem) -> None:
    on_problem(left_out(block.text, block.line))
