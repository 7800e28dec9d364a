"""Where links lead: a table of hosts and paths, and what kind of place each is.

A row is hosts, a pattern that the path begins with, the link's kind, and whose the place is. A host
stands for its subdomains, too, and ``*`` for any top-level domain; of the rows of the host that is
given most exactly, the first that fits counts. The comment above rows names their source:

- *podcast-platform-links*: the lists of links to shows, to episodes and to directories, and of URL
  schemes, in nathangathright/podcast-platform-links;
- *counted*: hosts counted on some 9,000 published show notes of eight shows;
- a platform's own help, where that is named.
"""

import functools
import re
from collections.abc import Iterator
from typing import TypeAlias

__all__ = ["RETIRED", "SCHEMES", "Place", "place_of"]

Place: TypeAlias = tuple[str, str | None]

# Platforms that have closed, and the year in which they did, as they announced it.
RETIRED = {
    "breaker": 2021,
    "google_play_music": 2020,
    "google_podcasts": 2024,
    "google_plus": 2019,
    "stitcher": 2023,
}

# The schemes of URLs that are kept, and what a link of each is: RFC 6068, RFC 3966, RFC 5724, and
# the schemes by which apps subscribe to feeds (podcast-platform-links).
SCHEMES: dict[str, Place | None] = {
    "http": None,
    "https": None,
    "mailto": ("email", None),
    "tel": ("phone", None),
    "sms": ("text_message", None),
    "feed": ("follow", "rss"),
    "itpc": ("follow", "rss"),
    "pcast": ("follow", "rss"),
    "podcast": ("follow", "rss"),
}

_ROWS = (
    # Apple's marketing guide: the parameter opens the form for a review.
    ("podcasts.apple.com itunes.apple.com", r".*action=write-review", "review", "apple_podcasts"),
    # podcast-platform-links: episodes on platforms
    ("podcasts.apple.com", r".*[?&]i=\d", "media", "apple_podcasts"),
    ("open.spotify.com", r"(?:embed/|intl-[a-z]+/)*episode/", "media", "spotify"),
    ("overcast.fm", r"\+", "media", "overcast"),
    ("pca.st pocketcasts.com", r"episode/", "media", "pocket_casts"),
    ("music.amazon.*", r"podcasts/[^/]+/episodes/", "media", "amazon_music"),
    ("castbox.fm", r"episode/", "media", "castbox"),
    ("castro.fm", r"episode/", "media", "castro"),
    ("deezer.com", r"(?:[a-z]{2}/)?episode/", "media", "deezer"),
    ("fountain.fm", r"episode/", "media", "fountain"),
    ("iheart.com", r"podcast/[^/]+/episode/", "media", "iheart"),
    ("podverse.fm", r"episode/", "media", "podverse"),
    ("podcastaddict.com", r"episode/", "media", "podcast_addict"),
    ("share.snipd.com", r"(?:episode|snip)/", "media", "snipd"),
    # podcast-platform-links: shows on platforms
    ("podcasts.apple.com itunes.apple.com apple.co", "", "follow", "apple_podcasts"),
    ("open.spotify.com", r"(?:intl-[a-z]+/)?show/", "follow", "spotify"),
    ("overcast.fm", r"itunes|p\d", "follow", "overcast"),
    ("pca.st pocketcasts.com pcasts.in", "", "follow", "pocket_casts"),
    ("music.youtube.com", "", "follow", "youtube_music"),
    ("music.amazon.*", "podcasts/", "follow", "amazon_music"),
    ("antennapod.org", "deeplink/subscribe", "follow", "antennapod"),
    ("anytimeplayer.app", "subscribe", "follow", "anytime_player"),
    ("breez.link", "p", "follow", "breez"),
    ("castamatic.com", "", "follow", "castamatic"),
    ("castbox.fm", "", "follow", "castbox"),
    ("castro.fm", "", "follow", "castro"),
    ("curiocaster.com", "", "follow", "curiocaster"),
    ("deezer.com", r"(?:[a-z]{2}/)?show/", "follow", "deezer"),
    ("fountain.fm", "show/", "follow", "fountain"),
    ("globalplayer.com", "podcasts/", "follow", "global_player"),
    ("goodpods.com", "", "follow", "goodpods"),
    ("gpodder.net", "subscribe", "follow", "gpodder"),
    ("harkaudio.com", "", "follow", "hark"),
    ("iheart.com", "podcast", "follow", "iheart"),
    ("listentojam.com", "", "follow", "jam"),
    ("luminarypodcasts.com", "", "follow", "luminary"),
    ("moon.fm", "", "follow", "moon_fm"),
    ("pandora.com", "podcast", "follow", "pandora"),
    ("player.fm", "", "follow", "player_fm"),
    ("podbean.com", r"(?:itunes|podcast-detail|site)/", "follow", "podbean"),
    ("podcastaddict.com", "", "follow", "podcast_addict"),
    ("podcast.app", "", "follow", "podcast_app"),
    ("podcastguru.io", "", "follow", "podcast_guru"),
    ("podcastrepublic.net", "", "follow", "podcast_republic"),
    ("podfriend.com", "", "follow", "podfriend"),
    ("podknife.com", "", "follow", "podknife"),
    ("podstation.github.io", "subscribe", "follow", "podstation"),
    ("podverse.fm", r"(?:api/v1/)?podcast/", "follow", "podverse"),
    ("radiopublic.com", "", "follow", "radiopublic"),
    ("share.snipd.com", "show/", "follow", "snipd"),
    ("sonnet.fm", "", "follow", "sonnet"),
    ("steno.fm", "show/", "follow", "steno_fm"),
    ("truefans.fm", "", "follow", "truefans"),
    ("tunein.com", "podcasts|radio", "follow", "tunein"),
    # podcast-platform-links: directories, and what its URL schemes open
    ("listennotes.com pods.link pod.link plinkhq.com", "", "follow", None),
    ("podcastindex.org", "podcast/", "follow", "podcast_index"),
    ("audacy.com", "podcast", "follow", "audacy"),
    ("audible.*", "(?:pd|podcast)/", "follow", "audible"),
    ("gaana.com", "podcast", "follow", "gaana"),
    ("ivoox.com", "", "follow", "ivoox"),
    ("podimo.com", "", "follow", "podimo"),
    ("siriusxm.com", "", "follow", "siriusxm"),
    ("spreaker.com", "(?:show|podcast)/", "follow", "spreaker"),
    ("spreaker.com", "episode/", "media", "spreaker"),
    ("soundcloud.com", r"[^/?#]+/[^/?#]", "media", "soundcloud"),
    ("soundcloud.com", "", "follow", "soundcloud"),
    # counted: short links, channels, players
    ("spoti.fi anchor.fm creators.spotify.com podcasters.spotify.com", "", "follow", "spotify"),
    ("youtube.com", r"@|c/|channel/|playlist|user/", "follow", "youtube"),
    ("youtube.com youtu.be youtube-nocookie.com", "", "media", "youtube"),
    ("vimeo.com", "", "media", "vimeo"),
    # podcast-platform-links: platforms that have closed
    ("podcasts.google.com", "", "follow", "google_podcasts"),
    ("play.google.com", "music", "follow", "google_play_music"),
    ("stitcher.com", "", "follow", "stitcher"),
    ("breaker.audio", "", "follow", "breaker"),
    # the platforms' own help
    ("podchaser.com", "", "review", "podchaser"),
    ("lovethepodcast.com ratethispodcast.com", "", "review", None),
    # counted: social networks
    ("plus.google.com", "", "social", "google_plus"),
    ("instagram.com instagr.am", "", "social", "instagram"),
    ("facebook.com fb.me fb.com", "", "social", "facebook"),
    ("twitter.com x.com", "", "social", "x"),
    ("threads.net threads.com", "", "social", "threads"),
    ("tiktok.com", "", "social", "tiktok"),
    ("linkedin.com lnkd.in", "", "social", "linkedin"),
    ("bsky.app", "", "social", "bluesky"),
    ("discord.gg", "", "social", "discord"),
    ("discord.com", "invite/", "social", "discord"),
    ("t.me telegram.me", "", "social", "telegram"),
    ("reddit.com", r"(?:r|u|user)/", "social", "reddit"),
    ("pinterest.*", "", "social", "pinterest"),
    ("wa.me chat.whatsapp.com", "", "social", "whatsapp"),
    ("join.slack.com", "", "social", "slack"),
    ("meetup.com", "", "social", "meetup"),
    ("twitch.tv", "", "social", "twitch"),
    ("medium.com", "@", "social", "medium"),
    # counted, and the platforms' own help: support
    ("patreon.com", "", "support", "patreon"),
    ("ko-fi.com", "", "support", "ko_fi"),
    ("buymeacoffee.com buymeacoff.ee", "", "support", "buy_me_a_coffee"),
    ("paypal.me", "", "support", "paypal"),
    ("paypal.com", r"(?:donate|paypalme|cgi-bin|[a-z]{2}/)", "support", "paypal"),
    ("liberapay.com", "", "support", "liberapay"),
    ("opencollective.com", "", "support", "open_collective"),
    ("steadyhq.com steady.page", "", "support", "steady"),
    ("github.com", "sponsors/", "support", "github_sponsors"),
    ("supportingcast.fm", "", "support", "supporting_cast"),
    ("memberful.com", "", "support", "memberful"),
    ("glow.fm plus.acast.com getalby.com strike.me cash.app venmo.com", "", "support", None),
    ("tipeee.com ulule.com gofundme.com kickstarter.com indiegogo.com", "", "support", None),
    # counted; ten digits are the number that Amazon gives a book (its ISBN)
    ("amazon.*", r"(?:[^?#]*/)?(?:dp|product|asin)/\d{9}[\dX]\b", "book", None),
    ("bookshop.org goodreads.com openlibrary.org librarything.com worldcat.org", "", "book", None),
    ("thestorygraph.com libro.fm buchhandel.de genialokal.de casadellibro.com", "", "book", None),
    ("books.google.* books.apple.com", "", "book", None),
    ("google.*", "books/", "book", None),
    ("amazon.* amzn.to amzn.eu a.co ebay.*", "", "shop", None),
    ("bandcamp.com gumroad.com etsy.com teepublic.com redbubble.com", "", "shop", None),
    ("teespring.com myshopify.com spreadshirt.*", "", "shop", None),
)
_PAIRS = [
    (host, (re.compile(path, re.IGNORECASE), (kind, platform)))
    for hosts, path, kind, platform in _ROWS
    for host in hosts.split()
]
_BY_HOST = {host: [row for name, row in _PAIRS if name == host] for host, _ in _PAIRS}
_QUERY = re.compile("[?#]")
_URL = re.compile(r"https?://(?:[^/?#@]*@)?([^/?#:]+)(?::\d*)?/?(.*)", re.IGNORECASE | re.DOTALL)
_TLD = re.compile(r"\.(?:com?\.)?[a-z]{2,3}\Z")

# What hosts, folders and files are called everywhere: feeds by the RSS Advisory Board's Best
# Practices, accounts by Mastodon's documentation, the others as counted.
_ACCOUNT = re.compile(r"@\w[\w.-]*(?:@[\w.-]+)?/?(?:[?#]|\Z)")
_HOSTS: dict[str, Place] = {
    **dict.fromkeys(("feed", "feeds"), ("follow", "rss")),
    **dict.fromkeys(("shop", "store", "merch"), ("shop", None)),
}
_FOLDERS = frozenset(["shop", "store", "merch"])
_FILES: dict[str, Place] = {
    **dict.fromkeys(("feed", "rss"), ("follow", "rss")),
    **dict.fromkeys(("transcript", "transcripts"), ("transcript", None)),
}
_SUFFIXES: dict[str, Place] = {
    **dict.fromkeys(("rss", "xml"), ("follow", "rss")),
    **dict.fromkeys(("srt", "vtt"), ("transcript", None)),
    **dict.fromkeys(("mp3", "m4a", "m4b", "aac", "ogg", "oga", "opus", "flac"), ("media", None)),
    **dict.fromkeys(("wav", "mp4", "m4v", "webm", "mov"), ("media", None)),
    **dict.fromkeys(("pdf", "zip", "epub", "mobi", "doc", "docx", "xls"), ("download", None)),
    **dict.fromkeys(("xlsx", "ppt", "pptx", "csv", "ics"), ("download", None)),
}
# What the advertisers' and the affiliate networks' own help adds to a URL, so that they know who
# sent a visitor.
_SPONSOR = re.compile(
    r"[?&](?:utm_medium=(?:[a-z]*_?podcasts?|sponsor|influencer|affiliate|audio|paid|banner|host)"
    r"|(?:irclickid|sscid|afmc|aff(?:_?id)?|affiliate(?:_?id)?|(?:coupon|promo|discount|offer)"
    r"(?:_?code)?)=)",
    re.IGNORECASE,
)


@functools.lru_cache(maxsize=512)  # the pages of a show lead to the same places
def place_of(url: str) -> Place | None:
    """Give the kind and the platform of the place that a URL leads to, where the table knows it.

    >>> place_of("https://open.spotify.com/show/1"), place_of("https://example.com/")
    (('follow', 'spotify'), None)
    >>> place_of("https://example.com/lamps?utm_medium=podcast")
    ('sponsor', None)
    """
    scheme = SCHEMES.get(url.partition(":")[0].lower())
    if scheme:
        return scheme
    parts = _URL.match(url)
    if not parts:
        return None
    host, path = parts[1].lower(), parts[2]
    known = next(_at_host(host, path), None) or _by_name(host, path)
    return known or (("sponsor", None) if _SPONSOR.search(url) else None)


def _at_host(host: str, path: str) -> Iterator[Place]:
    """Give what the table says of a host, or else of the domains that it is in."""
    anywhere = _TLD.sub(".*", host)
    while "." in host:
        for name in (host, anywhere):
            for pattern, place in _BY_HOST.get(name, ()):
                if pattern.match(path):
                    yield place
        host, anywhere = host.partition(".")[2], anywhere.partition(".")[2]


def _by_name(host: str, path: str) -> Place | None:
    """Give what the names of host, folders and file say, where the table doesn't know the host."""
    *folders, file = _QUERY.split(path, 1)[0].lower().rstrip("/").split("/")
    name, _, suffix = file.rpartition(".")
    if not _FOLDERS.isdisjoint((*folders, file)):
        return "shop", None
    if _ACCOUNT.match(path):
        return "social", "mastodon"
    by_suffix = _SUFFIXES.get(suffix) if name else None
    return by_suffix or _FILES.get(name or file) or _HOSTS.get(host.partition(".")[0])
