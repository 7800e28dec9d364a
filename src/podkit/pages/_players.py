"""Finds the players of a page, what they play, and the links that only work them."""

import json
import re
from collections.abc import Iterator
from itertools import chain, islice
from typing import Any

from selectolax.lexbor import LexborNode

from podkit._clock import find_timestamps, read_clock
from podkit._html import select
from podkit._markup.links import clean_url
from podkit.models import Chapter, Chapters, Enclosure, Link, MediaPlayer, ShowNotes
from podkit.pages._dates import CLOCK, DURATION, read_duration
from podkit.pages._stated import Thing, file_key

__all__ = [
    "chapters_of",
    "configured",
    "embedded_player",
    "is_player_link",
    "linked_files",
    "played",
    "pressed_chapters",
    "scripted_files",
    "scripted_player",
]

# Attributes in which players of their own make keep the file, and how long it is.
_FILE_ATTRIBUTES = ("data-url", "data-audio", "data-audio-url", "data-src", "data-mp3", "data-file")
# Those that hold nothing else, whatever its URL ends with.
_CALLED_AUDIO = ("data-audio", "data-audio-url", "data-mp3")
_IS_ON_WEB = re.compile(r"https?://[^/\s]+/\S", re.IGNORECASE)
_FILE_ELEMENTS = ", ".join(
    [
        *(f"[{name}]" for name in _FILE_ATTRIBUTES),
        *("embed[src]", "object[data]", "play-episode-button[src]"),
    ]
)
# The elements that play a file, the likeliest first; a film that starts by itself is a background.
_WITH_FILE = "audio[src], amp-audio[src], video[src], source[src]"
_MEDIA_ELEMENTS = ("audio", "amp-audio", "video:not([autoplay])")
# What a player's tracks are to the episode.
_TRACKS = {"subtitles": "transcript", "captions": "transcript", "chapters": "chapters"}
_PLAYERS = "[class*=player]"
_MOST_PLAYERS = 20
_MOST_SHOWN = 500  # letters
_LEAST_LENGTH = 60  # seconds; by fewer, a player skips
_MILLISECONDS = "data-duration-in-ms"
_IS_MEDIA = re.compile(r"[^?#]*\.(?:mp3|m4a|aac|ogg|oga|opus|flac|wav)(?:[?#]|$)", re.IGNORECASE)
_MEDIA_URL = re.compile(
    r"https?:\\?/\\?/[^\s\"'<>()]{1,500}?\.(?:mp3|m4a|aac|ogg|opus|flac|wav)(?=[\s\"'\\])",
    re.IGNORECASE,
)
# The hosts whose players pages embed in a frame.
_PLAYER_HOSTS = re.compile(
    r"(?:https?:)?//(?:[\w-]+\.)*(?:acast\.com|anchor\.fm|audioboom\.com|ausha\.co|blubrry\.com"
    r"|buzzsprout\.com|captivate\.fm|castos\.com|deezer\.com|fireside\.fm|iheart\.com|ivoox\.com"
    r"|letscast\.fm|libsyn\.com|megaphone\.fm|music\.amazon\.[a-z.]{2,6}|omny\.fm"
    r"|player\.simplecast\.com|podbean\.com|podcasts\.apple\.com|podigee\.(?:com|io)|podlove\.org"
    r"|redcircle\.com|rss\.com|simplecast\.com|soundcloud\.com|spotify\.com|spreaker\.com"
    r"|substack\.com|transistor\.fm|vimeo\.com|youtube(?:-nocookie)?\.com|zencastr\.com)/"
    # Castopod, which has no host of its own
    r"|https?://[^/]+/@[^/]+/episodes/[^/]+/embed\b",
    re.IGNORECASE,
)
# Scripts that put a player in their place, and the attribute that names it.
_SCRIPTED = {
    "script.podigee-podcast-player[data-configuration]": "data-configuration",
    "script[src*='buzzsprout.com/']": "src",
}
# What of a script's address is not the player's.
_OF_SCRIPT = re.compile(r"\.js(?:[?#].*)?$")
# Chapters that are buttons, and how many of them are a list.
_CHAPTERS = "[class*=chapter]"
_BUTTONS = "[class*=chapter] button, [class*=chapter] [role=button]"
_MOST_BUTTONS = 500
_LEAST_BUTTONS = 2
# What follows is the configuration of Podlove's web player, as JSON.
_CONFIGURED = re.compile(r"podlovePlayer(?:Cache\.add)?\(")
_OPENED = re.compile(r"[\[{]")
# Where a click shares, plays or folds something, and leads nowhere else; of a URL in lower case.
_ACTION = re.compile(
    r"#?$|mailto:\?|[^#]*[?&](?:share|replytocom)="
    r"|[^?#]*/(?:(?:comments|download|embed|share)/?(?:[?#]|$)"
    r"|(?:sharer?(?:\.php)?|intent/(?:tweet|post)|sharearticle|share-offsite|submit)\b)",
)


def played(content: LexborNode) -> Thing:
    """Give what the players in the content play, and for how long, in the words of schema.org.

    >>> from podkit._html import parse_html
    >>> played(parse_html('<audio src="1.mp3"></audio>'))["audio"][0]["contentUrl"]
    '1.mp3'
    """
    files = list(_sources(content)) or list(_own_players(content)) or list(_links(content))
    tracks = dict(_tracks(content))
    length = content.css_first(f"[{_MILLISECONDS}]")
    milliseconds = (length.attributes[_MILLISECONDS] or "") if length is not None else ""
    if re.fullmatch(r"\d{1,12}", milliseconds):
        return {"audio": files, "duration": int(milliseconds) / 1000, **tracks}
    stated = next((file["duration"] for file in files if file.get("duration")), None)
    players = content.css(_PLAYERS)[:_MOST_PLAYERS]
    shown = [node.text(separator=" ")[:_MOST_SHOWN] for node in players]
    times = [read_clock(time) or 0 for text in shown for time in re.findall(CLOCK, text)]
    lengths = {read_duration(time[0]) or 0 for text in shown for time in DURATION.finditer(text)}
    if not times and len(lengths) == 1:  # of several, some are those of a timer
        times = [length for length in lengths if length >= _LEAST_LENGTH]
    return {"audio": files, "duration": stated or max(times, default=0) or None, **tracks}


def embedded_player(content: LexborNode) -> MediaPlayer | None:
    """Give the first player that the content shows in a frame, perhaps only when that is in view.

    >>> from podkit._html import parse_html
    >>> frame = '<iframe src="https://player.captivate.fm/episode/1"></iframe>'
    >>> embedded_player(parse_html(frame)).url
    'https://player.captivate.fm/episode/1'
    """
    frames = (node.attributes for node in content.css("iframe[src], iframe[data-src]"))
    urls = (facts.get(name) or "" for facts in frames for name in ("src", "data-src"))
    url = next(filter(_PLAYER_HOSTS.match, urls), None)
    return MediaPlayer(url=url) if url else None


def scripted_player(root: LexborNode) -> MediaPlayer | None:
    """Give the first player that a script would show, or a frame for those who have no scripts.

    >>> from podkit._html import parse_html
    >>> script = '<script src="https://www.buzzsprout.com/1/2.js?player=small"></script>'
    >>> scripted_player(parse_html(script)).url
    'https://www.buzzsprout.com/1/2'
    """
    for selector, name in _SCRIPTED.items():
        for node in root.css(selector):
            url = _OF_SCRIPT.sub("", node.attributes[name] or "")
            if _PLAYER_HOSTS.match(url):
                return MediaPlayer(url=url)
    hidden = (embedded_player(node) for node in select(root, "noscript"))
    return next(filter(None, hidden), None)


def scripted_files(root: LexborNode) -> tuple[Enclosure, ...]:
    """Give the media file that scripts name, if all of them name one alone.

    >>> from podkit._html import parse_html
    >>> scripted_files(parse_html('<script>a = "https://example.com/1.mp3"</script>'))[0].url
    'https://example.com/1.mp3'
    """
    texts = (node.text() for node in select(root, "script"))
    urls = [url.replace("\\", "") for text in texts for url in _MEDIA_URL.findall(text)]
    if len({file_key(url) for url in urls}) != 1:
        return ()
    return (Enclosure(url=urls[0]),)


def pressed_chapters(content: LexborNode) -> Chapters | None:
    """Give the chapters that are buttons.

    >>> from podkit._html import parse_html
    >>> buttons = "<button><b>0:00</b>Hi</button><button>1:05 Bye</button>"
    >>> pressed_chapters(parse_html(f"<p class=chapters>{buttons}"))[1].title
    'Bye'
    """
    buttons = content.css(_BUTTONS) if content.css_matches(_CHAPTERS) else []
    texts = (node.text(separator=" ") for node in buttons[:_MOST_BUTTONS])
    stamps = find_timestamps("\n".join(" ".join(text.split()) for text in texts))
    if len(stamps) < _LEAST_BUTTONS:
        return None
    return Chapters(chapters=tuple(Chapter(start=start, title=title) for start, title in stamps))


def configured(root: LexborNode) -> Thing:
    """Give what a script tells Podlove's web player of the episode, in the words of schema.org.

    >>> from podkit._html import parse_html
    >>> config = '{"title": "Be", "chapters": [{"start": "00:01:05.5", "title": "News"}]}'
    >>> thing = configured(parse_html(f"<script>podlovePlayer(a, {config})</script>"))
    >>> thing["name"], thing["chapters"][0]["title"]
    ('Be', 'News')
    """
    for script in select(root, "script"):
        text = script.text() if "src" not in script.attributes else ""
        called = _CONFIGURED.search(text) if "podlovePlayer" in text else None
        for config in _objects(text, called.end()) if called else ():
            return {
                "name": config.get("title"),
                "datePublished": config.get("publicationDate"),
                "duration": config.get("duration"),
                "audio": config.get("audio"),
                "partOfSeries": config.get("show"),
                "chapters": config["chapters"],
            }
    return {}


def chapters_of(thing: Thing) -> Chapters | None:
    """Give the chapters that a configuration lists.

    >>> chapters_of({"chapters": [{"start": "00:01:05.5"}, {"start": "soon"}]})[0].start
    65.5
    """
    entries = thing.get("chapters")
    facts = [entry for entry in entries if isinstance(entry, dict)] if entries else []
    starts = [read_clock(str(entry.get("start"))) for entry in facts]
    chapters = tuple(
        Chapter(
            start=start,
            title=str(entry.get("title") or "") or None,
            url=clean_url(str(entry.get("href") or "")),
            image=clean_url(str(entry.get("image") or "")),
        )
        for start, entry in zip(starts, facts, strict=True)
        if start is not None
    )
    return Chapters(chapters=chapters) if chapters else None


def is_player_link(link: Link, files: frozenset[str]) -> bool:
    """Say whether a link only works a player: it plays or fetches the episode, shares or folds.

    >>> is_player_link(Link(text="Download", url="/1.mp3?ref=button"), frozenset({"/1.mp3"}))
    True
    """
    url = link.url or ""
    return bool(_ACTION.match(url.lower())) or file_key(url) in files or bool(_IS_MEDIA.match(url))


def linked_files(notes: ShowNotes) -> tuple[Enclosure, ...]:
    """Give the first media file that notes link to, or none.

    >>> from podkit.models import Paragraph, Section
    >>> paragraph = Paragraph(content=[Link(text="Listen", url="/1.mp3")])
    >>> linked_files(ShowNotes(sections=[Section(paragraphs=[paragraph])]))[0].url
    '/1.mp3'
    """
    urls = (link.url or "" for link in notes.links)
    return tuple(Enclosure(url=url) for url in islice(filter(_IS_MEDIA.match, urls), 1))


def _sources(content: LexborNode) -> Iterator[Thing]:
    """Give the files of the first element that plays any."""
    elements = (node for selector in _MEDIA_ELEMENTS for node in content.css(selector))
    player = next(filter(_has_file, elements), None)
    for node in player.css(_WITH_FILE) if player is not None else ():
        facts = node.attributes
        yield {"contentUrl": facts["src"], "encodingFormat": facts.get("type")}


def _has_file(player: LexborNode) -> bool:
    return player.css_first(_WITH_FILE) is not None


def _tracks(content: LexborNode) -> Iterator[tuple[str, Thing]]:
    """Give the files of a player's captions, or else subtitles, and of its chapters."""
    tracks = [node.attributes for node in content.css("track[src]")]
    for kind, name in _TRACKS.items():
        for facts in [facts for facts in tracks if (facts.get("kind") or "subtitles") == kind][:1]:
            language = facts.get("srclang")
            yield (
                name,
                {"contentUrl": facts["src"], "encodingFormat": "text/vtt", "inLanguage": language},
            )


def _own_players(content: LexborNode) -> Iterator[Thing]:
    for node in content.css(_FILE_ELEMENTS):
        facts = node.attributes
        urls = [facts.get(name) or "" for name in (*_FILE_ATTRIBUTES, "src", "data")]
        called = (facts.get(name) or "" for name in _CALLED_AUDIO)
        url = next(chain(filter(_IS_MEDIA.match, urls), filter(_IS_ON_WEB.match, called)), None)
        if url:
            kind, length = facts.get("mediatype"), facts.get("data-duration")
            yield {"contentUrl": url, "encodingFormat": kind, "duration": length}


def _links(content: LexborNode) -> Iterator[Thing]:
    """Give the first file that the content links to."""
    urls = (node.attributes["href"] or "" for node in content.css("a[href]"))
    url = next(filter(_IS_MEDIA.match, urls), None)
    if url:
        yield {"contentUrl": url}


def _objects(text: str, start: int) -> Iterator[Thing]:
    """Give the first object with a list of chapters that follows in a script."""
    opened = _OPENED.search(text, start)
    try:
        value: Any = json.JSONDecoder().raw_decode(text, opened.start())[0] if opened else None
    except (ValueError, RecursionError):
        return
    first = value[0] if isinstance(value, list) and value else value
    for config in (first, first.get("data")) if isinstance(first, dict) else ():
        if isinstance(config, dict) and isinstance(config.get("chapters"), list):
            yield config
