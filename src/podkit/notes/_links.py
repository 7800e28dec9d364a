"""What kind a link is: tables of where links lead, and of what they say.

Each table's first row that fits counts. The hosts are those that the directories of podcast
platforms name and that were counted on published show notes.
"""

import re
from collections.abc import Iterable, Iterator

import attrs

from podkit._text import check_text
from podkit.errors import UnrepresentableError
from podkit.models import EpisodeRef, Link

__all__ = [
    "UNKNOWN",
    "check_url",
    "clean_url",
    "find_urls",
    "found_links",
    "link_entry",
    "with_kinds",
]

UNKNOWN = ""  # the kind of a link that a reader has yet to recognise

_SAFE_SCHEMES = ("http", "https", "mailto", "tel", "sms")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f]")
_SCHEME = re.compile(r"([^:/?#]*):")

# What a platform is called in a text, and its name here.
_PLAYERS = {
    r"Apple Podcasts?|iTunes": "apple_podcasts",
    r"Spotify": "spotify",
    r"Overcast": "overcast",
    r"Pocket ?Casts": "pocket_casts",
    r"YouTube Music": "youtube_music",
    r"YouTube": "youtube",
    r"Amazon Music": "amazon_music",
    r"Audible": "audible",
    r"iHeart(?:Radio)?": "iheart",
    r"TuneIn": "tunein",
    r"Castbox": "castbox",
    r"Castro": "castro",
    r"Podcast Addict": "podcast_addict",
    r"AntennaPod": "antennapod",
    r"Podverse": "podverse",
    r"Fountain": "fountain",
    r"Goodpods": "goodpods",
    r"Pandora": "pandora",
    r"Deezer": "deezer",
    r"Podchaser": "podchaser",
    r"Google (?:Podcasts?|Play)": "google_podcasts",
    r"Stitcher": "stitcher",
    r"RSS(?: feed)?": "rss",
}
_SOCIAL = {
    r"Instagram": "instagram",
    r"Facebook": "facebook",
    r"Twitter": "x",
    r"Threads": "threads",
    r"TikTok": "tiktok",
    r"LinkedIn": "linkedin",
    r"Mastodon": "mastodon",
    r"Bluesky": "bluesky",
    r"Discord": "discord",
    r"Telegram": "telegram",
    r"Reddit": "reddit",
    r"Pinterest": "pinterest",
}
# Host and path, the link's kind, and whose it is.
_PLACES = (
    (r"podcasts\.apple\.com/.*action=write-review", "review", "apple_podcasts"),
    (r"(?:podcasts|itunes)\.apple\.com/|apple\.co/", "follow", "apple_podcasts"),
    (r"open\.spotify\.com/show/|spoti\.fi/", "follow", "spotify"),
    (r"overcast\.fm/itunes", "follow", "overcast"),
    (r"pca\.st/|(?:play\.)?pocketcasts\.com/", "follow", "pocket_casts"),
    (r"music\.youtube\.com/", "follow", "youtube_music"),
    (r"youtube\.com/(?:@|c/|channel/|playlist|user/)", "follow", "youtube"),
    (r"(?:youtube\.com|youtu\.be|vimeo\.com)/", "media", None),
    (r"music\.amazon\.[a-z.]+/podcasts/", "follow", "amazon_music"),
    (r"audible\.[a-z.]+/pd/", "follow", "audible"),
    (r"iheart\.com/podcast", "follow", "iheart"),
    (r"tunein\.com/podcasts", "follow", "tunein"),
    (r"castbox\.fm/", "follow", "castbox"),
    (r"castro\.fm/", "follow", "castro"),
    (r"podcastaddict\.com/", "follow", "podcast_addict"),
    (r"antennapod\.org/deeplink/subscribe", "follow", "antennapod"),
    (r"podverse\.fm/podcast/", "follow", "podverse"),
    (r"fountain\.fm/show/", "follow", "fountain"),
    (r"goodpods\.com/", "follow", "goodpods"),
    (r"pandora\.com/podcast", "follow", "pandora"),
    (r"deezer\.com/(?:[a-z]{2}/)?show/", "follow", "deezer"),
    (r"podcasts\.google\.com/|play\.google\.com/music", "follow", "google_podcasts"),
    (r"stitcher\.com/", "follow", "stitcher"),
    (r"podchaser\.com/", "review", "podchaser"),
    (r"(?:lovethepodcast|ratethispodcast)\.com/", "review", None),
    (r"instagram\.com/", "social", "instagram"),
    (r"(?:[a-z-]+\.)?facebook\.com/|fb\.me/", "social", "facebook"),
    (r"(?:twitter|x)\.com/", "social", "x"),
    (r"threads\.(?:net|com)/", "social", "threads"),
    (r"tiktok\.com/", "social", "tiktok"),
    (r"linkedin\.com/", "social", "linkedin"),
    (r"bsky\.app/", "social", "bluesky"),
    (r"discord\.(?:gg|com/invite)/", "social", "discord"),
    (r"t\.me/", "social", "telegram"),
    (r"reddit\.com/r/", "social", "reddit"),
    (r"patreon\.com/", "support", "patreon"),
    (r"ko-fi\.com/", "support", "ko_fi"),
    (r"buymeacoffee\.com/", "support", "buy_me_a_coffee"),
    (r"(?:paypal\.(?:me|com)|liberapay\.com|opencollective\.com|steadyhq\.com)/", "support", None),
    (r"(?:amazon\.[a-z.]+|amzn\.to|a\.co|bookshop\.org|goodreads\.com)/", "shop", None),
    (r"feeds?\.[^/]+/|[^?#]*(?:/feed/?|/rss/?|\.rss|\.xml)(?:[?#]|$)", "follow", "rss"),
    (r"[^?#]*\.(?:srt|vtt)(?:[?#]|$)", "transcript", None),
    (r"[^?#]*\.(?:mp3|m4a|aac|ogg|opus|flac|wav|mp4)(?:[?#]|$)", "media", None),
    (r"[^?#]*\.(?:pdf|zip|epub|docx?)(?:[?#]|$)", "download", None),
)
_PLACE = re.compile(
    rf"https?://(?:www\.|m\.)?(?:{'|'.join(f'({place})' for place, _, _ in _PLACES)})",
    re.IGNORECASE,
)
_REVIEW = (
    r"\b(?:leave|write|post|give|add)\b[^.!?]{0,40}\b(?:review|rating)\b"
    r"|\b(?:rated?|reviewe?d?)\b[^.!?]{0,40}\b(?:show|podcast|us|it|on|in)\b"
)
# What a link says, or the entry of a list whose links the source has lost.
_WORDINGS = (
    (r"\b(?:text message|sms)\b|\btext\b.{0,40}\d{3}", "text_message"),
    (_REVIEW, "review"),
    (r"\be-?mail\b|\bnewsletter\b", "email"),
    (r"\bcomments?\b", "comment"),
    (rf"\b(?:{'|'.join(_SOCIAL)})\b", "social"),
    (r"\b(?:follow|subscribe|listen)\b", "follow"),
    (r"\b(?:webinar|workshop|master ?class)\b", "webinar"),
    (r"\b(?:download|ebook|e-book|worksheet|pdf)\b", "download"),
    (r"\b(?:program(?:me)?|course|membership|coaching)\b", "program"),
    (r"\b(?:patreon|ko-fi|donate|donation)\b", "support"),
    (r"\btranscript\b", "transcript"),
    (rf"^\W*(?:{'|'.join(_PLAYERS)})\W*$", "follow"),
    (r"\b(?:call|phone)\b.{0,40}\d{3}", "phone"),
)
_WORDING_KINDS = [(re.compile(wording, re.IGNORECASE), kind) for wording, kind in _WORDINGS]
_IS_REVIEW = re.compile(_REVIEW, re.IGNORECASE)


# Names count only as they are written here; "fountain" and "overcast" are words.
_PLATFORMS = {**_PLAYERS, **_SOCIAL}
_PLATFORM_IDS = list(_PLATFORMS.values())
_PLATFORM_NAME = re.compile(r"\b(?:" + "|".join(f"({name})" for name in _PLATFORMS) + r")\b")
_PLAYER_NAME = re.compile(rf"\b(?:{'|'.join(_PLAYERS)})\b")

_EMAIL = r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}"
_TELEPHONE = r"\+?\d[\d ().-]{4,18}\d"
_ADDRESSES = {
    "email": re.compile(_EMAIL),
    "text_message": re.compile(_TELEPHONE),
    "phone": re.compile(_TELEPHONE),
}
_ADDRESS_SCHEMES = {"mailto": "email", "tel": "phone", "sms": "text_message"}
_BARE_URL = re.compile(rf"https?://[^\s<>\"“”]+(?<![.,;:!?)\]}}’'*_])|{_EMAIL}")


def clean_url(url: str) -> str | None:
    r"""Give the URL as browsers read it, or None for one that is empty or of another scheme.

    The schemes are http, https, mailto, tel and sms; a relative URL has none.

    >>> clean_url(" https://example.com/\n"), clean_url("java\tscript:alert(1)")
    ('https://example.com/', None)
    """
    cleaned = _CONTROLS.sub("", url).strip(" ")
    scheme = _SCHEME.match(cleaned)
    if scheme and scheme[1].lower() not in _SAFE_SCHEMES:
        return None
    return cleaned or None


def check_url(url: str, where: str) -> str:
    """Give the URL back, or refuse one that browsers read as another or that isn't safe.

    >>> check_url("javascript:alert(1)", "links[0].url")
    Traceback (most recent call last):
    podkit.errors.UnrepresentableError: links[0].url: expected a URL that is relative or begins
    with http, https, mailto, tel or sms, and that has no spaces around it or control
    characters in it, not 'javascript:alert(1)'
    """
    if clean_url(url) != url:
        message = (
            f"expected a URL that is relative or begins with {', '.join(_SAFE_SCHEMES[:-1])} or"
            f" {_SAFE_SCHEMES[-1]}, and that has no spaces around it or control characters in it,"
            f" not {url!r:.80}"
        )
        raise UnrepresentableError(message, where=where)
    return check_text(url, where)


def with_kinds(content: Iterable[str | Link]) -> tuple[str | Link, ...]:
    """Give the content with kind, platform and address for each link whose kind is `UNKNOWN`.

    What a link is for is often said around it: a link that is alone in its paragraph is judged by
    the paragraph's text.

    >>> link = Link(text="Apple Podcasts", url="https://podcasts.apple.com/id1", kind=UNKNOWN)
    >>> with_kinds([link])[0].kind, with_kinds(["Please review us on ", link])[1].kind
    ('follow', 'review')
    """
    parts = tuple(content)
    links = [part for part in parts if isinstance(part, Link)]
    around = "".join(part if isinstance(part, str) else part.text for part in parts)
    return tuple(
        _recognised(part, around if len(links) == 1 else part.text)
        if isinstance(part, Link) and part.kind == UNKNOWN
        else part
        for part in parts
    )


def found_links(content: Iterable[str | Link]) -> list[Link]:
    """Give the links of the content with the kinds that a reader would find by itself.

    >>> [link.kind for link in found_links([Link(text="Spotify", kind="sponsor")])]
    ['follow']
    """
    bare = (
        Link(text=part.text, url=part.url, kind=UNKNOWN) if isinstance(part, Link) else part
        for part in content
    )
    return [part for part in with_kinds(bare) if isinstance(part, Link)]


def find_urls(text: str) -> Iterator[str | Link]:
    """Give a text as content in which bare URLs and e-mail addresses are links.

    >>> [part.url for part in find_urls("Write to me@example.com.") if isinstance(part, Link)]
    ['mailto:me@example.com']
    """
    position = 0
    for match in _BARE_URL.finditer(text):
        yield text[position : match.start()]
        url = match[0] if "://" in match[0] else f"mailto:{match[0]}"
        yield Link(text=match[0], url=url, kind=UNKNOWN)
        position = match.end()
    yield text[position:]


def link_entry(text: str) -> tuple[str | Link, ...]:
    """Give the entry of a list of links that have lost their targets as content.

    It is one link, or one for each place to follow the show that it names.

    >>> entry = link_entry("Follow on Spotify or RSS.")
    >>> [link.platform for link in entry if isinstance(link, Link)]
    ['spotify', 'rss']
    """
    link = _recognised(Link(text=text, kind=UNKNOWN), text)
    places = [*_PLAYER_NAME.finditer(text)] if link.kind == "follow" else []
    content: list[str | Link] = []
    position = 0
    for place in places:
        content.append(text[position : place.start()])
        content.append(Link(text=place[0], kind="follow", platform=_platform(place[0])))
        position = place.end()
    return (*content, text[position:]) if places else (link,)


def _recognised(link: Link, around: str) -> Link:
    if EpisodeRef.parse(link.text):
        return attrs.evolve(link, kind="episode")
    scheme = _SCHEME.match(link.url or "")
    by_scheme = _ADDRESS_SCHEMES.get(scheme[1].lower()) if scheme else None
    if link.url and scheme and by_scheme:
        address = link.url[scheme.end() :].split("?")[0]
        return attrs.evolve(link, kind=by_scheme, address=address or None)
    place = _PLACE.match(link.url or "")
    if not place or not place.lastindex:
        return _by_wording(link, around)
    _, kind, platform = _PLACES[place.lastindex - 1]
    is_review = kind == "follow" and _IS_REVIEW.search(around)
    return attrs.evolve(link, kind="review" if is_review else kind, platform=platform)


def _by_wording(link: Link, around: str) -> Link:
    kind = next((kind for wording, kind in _WORDING_KINDS if wording.search(around)), "other")
    address = _ADDRESSES[kind].search(around) if kind in _ADDRESSES else None
    return attrs.evolve(
        link,
        kind=kind,
        platform=_platform(around) if kind in ("follow", "review", "social") else None,
        address=address[0] if address else None,
    )


def _platform(text: str) -> str | None:
    match = _PLATFORM_NAME.search(text)
    return _PLATFORM_IDS[match.lastindex - 1] if match and match.lastindex else None
