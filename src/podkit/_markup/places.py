"""Where links lead: a table of hosts and paths, and what kind of place each is.

A row is hosts, a pattern that the path begins with, the link's kind, and whose the place is. A host
stands for its subdomains, too, and ``*`` for any top-level domain; of the rows of the host that is
given most exactly, the first that fits counts. The comment above rows names their source:

- *podcast-platform-links*: the lists of links to shows, to episodes and to directories, and of URL
  schemes, in nathangathright/podcast-platform-links;
- *counted*: hosts counted on some 9,000 published show notes of eight shows;
- *services*: the list of social networks and of ways to donate in podlove/podlove-publisher,
  ``lib/modules/social/data/services.yml``;
- *networks*: the forms of links of affiliate networks, in FMTC's "Link Structures";
- the addresses that a platform, a host or a shop itself gives to what it has, where that is named.
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

_UUID = r"[\da-f-]{36}"
_REGION = r"(?:[a-z]{2}(?:-[a-z]{2})?/)?"
_ROWS = (
    # the hosts: feeds at addresses that look like others
    ("anchor.fm", r"s/[^/]+/podcast/rss", "follow", "rss"),
    ("spreaker.com", r"show/[^/]+/episodes/feed", "follow", "rss"),
    ("feeds.soundcloud.com", "users/", "follow", "rss"),
    ("feeds.acast.com rss.acast.com access.acast.com", "", "follow", "rss"),
    ("patreon.com", "rss/", "follow", "rss"),
    ("youtube.com", r"feeds/videos\.xml", "follow", "rss"),
    # Apple's marketing guide: the parameters open the form for a review, and the reviews.
    (
        "podcasts.apple.com itunes.apple.com",
        r".*(?:action=write-review|see-all=reviews)",
        "review",
        "apple_podcasts",
    ),
    # the hosts: where their listeners pay, and write to a show
    ("buzzsprout.com", r"\d+/support", "support", None),
    ("buzzsprout.com", "twilio/text_messages/", "text_message", None),
    ("spreaker.com", r"(?:podcast|show)/[^/]+/support", "support", None),
    ("anchor.fm podcasters.spotify.com creators.spotify.com", ".*/support", "support", None),
    ("redcircle.com", ".*/(?:donations|exclusive-content)", "support", None),
    ("supporter.acast.com plus.acast.com patron.podbean.com", "", "support", None),
    # podcast-platform-links: episodes on platforms
    ("podcasts.apple.com itunes.apple.com", r".*[?&]i=\d", "media", "apple_podcasts"),
    ("open.spotify.com", r"(?:embed/|embed-podcast/|intl-[a-z]+/)*episode/", "media", "spotify"),
    ("anchor.fm podcasters.spotify.com creators.spotify.com", ".*/episodes/", "media", "spotify"),
    ("anchor.fm", "s/[^/]+/podcast/play/", "media", "spotify"),
    ("overcast.fm", r"\+", "media", "overcast"),
    (
        "pca.st pocketcasts.com",
        rf"episode/|podcasts?/(?:[^/]+/)?{_UUID}/(?:[^/]+/)?{_UUID}",
        "media",
        "pocket_casts",
    ),
    ("music.youtube.com", "podcast/|watch", "media", "youtube_music"),
    ("music.amazon.*", r"podcasts/[^/]+/episodes/", "media", "amazon_music"),
    ("podcastindex.org", r"podcast/.*[?&]episode=", "media", "podcast_index"),
    ("bullhorn.fm", "[^/]+/posts/", "media", "bullhorn"),
    ("castamatic.com", r"\+", "media", "castamatic"),
    ("castbox.fm", r"episode/", "media", "castbox"),
    ("castro.fm", r"episode/", "media", "castro"),
    ("deezer.com", rf"{_REGION}episode/", "media", "deezer"),
    ("fountain.fm", "(?:episode|clip|track)/", "media", "fountain"),
    ("globalplayer.com", "podcasts/episodes/", "media", "global_player"),
    ("goodpods.com", "podcasts/[^/]+/[^/]", "media", "goodpods"),
    ("iheart.com", rf"{_REGION}podcast/[^/]+/episode/", "media", "iheart"),
    ("open.metacast.app", "podcasts/episode/", "media", "metacast"),
    ("pandora.com", "podcast/[^/]+/[^/]+/PC:", "media", "pandora"),
    ("player.fm", "series/[^/]+/[^/]", "media", "player_fm"),
    ("podbean.com", r"media/share/|ew/|e/", "media", "podbean"),
    ("podcast.app", r"[^/?]*-e\d", "media", "podcast_app"),
    ("podcastguru.io", "podcast/[^/]+/episode/", "media", "podcast_guru"),
    ("podknife.com", "episodes/", "media", "podknife"),
    ("podurama.com", "episode/", "media", "podurama"),
    ("podverse.fm", rf"{_REGION}(?:api/v1/)?(?:episode|clip)/", "media", "podverse"),
    ("podcastaddict.com", r"(?:[^/]+/)?episode/", "media", "podcast_addict"),
    ("share.snipd.com", r"(?:episode|snip)/", "media", "snipd"),
    ("steno.fm", "show/[^/]+/episode/", "media", "steno_fm"),
    ("stitcher.com", r".*/(?:e|episode)/|s\?(?:.*&)?eid=", "media", "stitcher"),
    ("tunein.com", r".*[?&]topicId=", "media", "tunein"),
    ("shows.acast.com play.acast.com", ".*/episodes/", "media", "acast"),
    # podcast-platform-links, and the short links that the platforms make: shows on platforms
    ("podcasts.apple.com apple.co", "", "follow", "apple_podcasts"),
    (
        "itunes.apple.com",
        rf"{_REGION}(?:podcast/|id\d)|.*viewPodcast",
        "follow",
        "apple_podcasts",
    ),
    ("open.spotify.com", r"(?:embed/|embed-podcast/|intl-[a-z]+/)*show/", "follow", "spotify"),
    ("overcast.fm", r"itunes|p\d", "follow", "overcast"),
    ("pca.st pocketcasts.com pcasts.in", "", "follow", "pocket_casts"),
    ("music.youtube.com", "", "follow", "youtube_music"),
    ("music.amazon.*", "podcasts/", "follow", "amazon_music"),
    ("antennapod.org", "deeplink/subscribe", "follow", "antennapod"),
    ("anytimeplayer.app", "subscribe", "follow", "anytime_player"),
    ("1tuner.com", "podcast/", "follow", "1tuner"),
    ("breez.link", "p", "follow", "breez"),
    ("bullhorn.fm", "", "follow", "bullhorn"),
    ("castamatic.com", "", "follow", "castamatic"),
    ("castbox.fm", "", "follow", "castbox"),
    ("castro.fm", "", "follow", "castro"),
    ("curiocaster.com", "", "follow", "curiocaster"),
    ("deezer.com", rf"{_REGION}show/", "follow", "deezer"),
    ("deezer.page.link link.deezer.com", "", "follow", "deezer"),
    ("fountain.fm", "show/", "follow", "fountain"),
    ("globalplayer.com", "podcasts/", "follow", "global_player"),
    ("goodpods.com", "", "follow", "goodpods"),
    ("gpodder.net", "subscribe", "follow", "gpodder"),
    ("harkaudio.com", "", "follow", "hark"),
    ("iheart.com", rf"{_REGION}(?:podcast|show/)", "follow", "iheart"),
    ("listentojam.com", "", "follow", "jam"),
    ("lnbeats.com", "album/", "follow", "ln_beats"),
    ("luminarypodcasts.com", "", "follow", "luminary"),
    ("metacast.app", "", "follow", "metacast"),
    ("moon.fm", "", "follow", "moon_fm"),
    ("pandora.com", "podcast", "follow", "pandora"),
    ("player.fm", "", "follow", "player_fm"),
    ("podbean.com", r"(?:itunes|podcast-detail|pd|site)/|\Z", "follow", "podbean"),
    ("podcastaddict.com podplayer.net", "", "follow", "podcast_addict"),
    ("podcast.app", "", "follow", "podcast_app"),
    ("podcastguru.io", "", "follow", "podcast_guru"),
    ("podcastrepublic.net", "", "follow", "podcast_republic"),
    ("podfriend.com", "", "follow", "podfriend"),
    ("podknife.com", "", "follow", "podknife"),
    ("link.podlp.app", "", "follow", "podlp"),
    ("podurama.com", "podcast/", "follow", "podurama"),
    ("podstation.github.io", "subscribe", "follow", "podstation"),
    ("podverse.fm", rf"{_REGION}(?:api/v1/)?podcast/", "follow", "podverse"),
    ("radiopublic.com", "", "follow", "radiopublic"),
    ("share.snipd.com", "show/", "follow", "snipd"),
    ("sonnet.fm", "", "follow", "sonnet"),
    ("steno.fm", "show/", "follow", "steno_fm"),
    ("truefans.fm", "", "follow", "truefans"),
    ("tunein.com", "podcasts|radio", "follow", "tunein"),
    ("tun.in", "", "follow", "tunein"),
    ("shows.acast.com play.acast.com embed.acast.com open.acast.com", "", "follow", "acast"),
    ("acast.com", r"(?!privacy)[\w-]+/?(?:[?#]|\Z)", "follow", "acast"),
    # podcast-platform-links, and the services' own help: directories, pages that lead to all
    # platforms, and what its URL schemes open
    ("pod.link podfollow.com episodes.fm pod.fo", "(?:.*/)?(?:episode|e)/", "media", None),
    ("listennotes.com pods.link pod.link plinkhq.com plnk.to podfollow.com", "", "follow", None),
    ("episodes.fm pod.fo podlink.to wavve.link followthepodcast.com", "", "follow", None),
    ("link.chtbl.com lnk.to smartlink.ausha.co podyssey.fm", "", "follow", None),
    ("chartable.com podnews.net fyyd.de podengine.ai", "podcasts?/", "follow", None),
    ("rephonic.com podcastxray.com", "podcasts?/", "follow", None),
    ("podcastindex.org", "podcast/", "follow", "podcast_index"),
    ("audacy.com", "podcast", "follow", "audacy"),
    ("ardaudiothek.de", "episode/", "media", "ard_audiothek"),
    ("ardaudiothek.de", "", "follow", "ard_audiothek"),
    ("ardsounds.de", "episode/", "media", "ard_sounds"),
    ("ardsounds.de", "", "follow", "ard_sounds"),
    ("bbc.co.uk bbc.com", "sounds/play/", "media", "bbc_sounds"),
    ("bbc.co.uk bbc.com", "sounds/(?:brand|series)/", "follow", "bbc_sounds"),
    ("jiosaavn.com", "shows/", "follow", "jiosaavn"),
    ("audible.*", r"pd/[^/?#]*-(?:audiobook|hoerbuch|livre-audio|audiolibro)\b", "book", None),
    ("audible.*", "(?:pd|podcast)/", "follow", "audible"),
    ("gaana.com", "podcast", "follow", "gaana"),
    ("ivoox.com", "", "follow", "ivoox"),
    ("podimo.com podimo.de", "", "follow", "podimo"),
    ("siriusxm.com", "", "follow", "siriusxm"),
    ("spreaker.com", "(?:show|podcast)/", "follow", "spreaker"),
    ("spreaker.com", "episode/", "media", "spreaker"),
    ("soundcloud.com", r"[^/?#]+/[^/?#]", "media", "soundcloud"),
    ("soundcloud.com", "", "follow", "soundcloud"),
    # counted: short links, channels, players
    ("anchor.fm", r"app\b", "sponsor", None),
    ("spoti.fi anchor.fm creators.spotify.com podcasters.spotify.com", "", "follow", "spotify"),
    ("spotify.link", "", "follow", "spotify"),
    ("youtube.com youtube-nocookie.com", "watch|(?:live|embed|clip|v|e)/", "media", "youtube"),
    ("youtube.com", "shorts/", "media", "youtube"),
    ("youtube.com", "@|c/|channel/|playlist|user/", "follow", "youtube"),
    ("youtube.com", r"(?:results|feed|redirect|premium|music|podcasts|about)\b", "other", None),
    ("youtube.com", r"[\w.-]+/?(?:[?#]|\Z)", "follow", "youtube"),
    ("youtu.be", "", "media", "youtube"),
    ("vimeo.com", "", "media", "vimeo"),
    ("dailymotion.com", "video/", "media", "dailymotion"),
    ("twitch.tv", "videos/", "media", "twitch"),
    ("clips.twitch.tv", "", "media", "twitch"),
    # podcast-platform-links: platforms that have closed
    ("podcasts.google.com", "", "follow", "google_podcasts"),
    ("google.*", r"podcasts\?", "follow", "google_podcasts"),
    ("play.google.com", "music", "follow", "google_play_music"),
    ("playmusic.app.goo.gl", "", "follow", "google_play_music"),
    ("stitcher.com", "", "follow", "stitcher"),
    ("breaker.audio", "", "follow", "breaker"),
    # the platforms' own help
    ("podchaser.com", "(?!creators/|users/|lists/)", "review", "podchaser"),
    ("lovethepodcast.com ratethispodcast.com", "", "review", None),
    # counted, and services: social networks, and the short links that they make
    ("plus.google.com", "", "social", "google_plus"),
    ("instagram.com instagr.am ig.me", "", "social", "instagram"),
    ("facebook.com fb.me fb.com fb.watch m.me", "", "social", "facebook"),
    ("twitter.com x.com", "", "social", "x"),
    ("threads.net threads.com", "", "social", "threads"),
    ("tiktok.com", "", "social", "tiktok"),
    ("linkedin.com lnkd.in", "", "social", "linkedin"),
    ("bsky.app bsky.social", "", "social", "bluesky"),
    ("mastodon.social mastodon.online mstdn.social mas.to", "", "social", "mastodon"),
    ("pixelfed.social pixelfed.de pixelfed.art", "", "social", None),
    ("discord.gg", "", "social", "discord"),
    ("discord.com discordapp.com", "(?:invite|channels)/", "social", "discord"),
    ("t.me telegram.me", "", "social", "telegram"),
    ("reddit.com", r"(?:r|u|user)/", "social", "reddit"),
    ("redd.it", "", "social", "reddit"),
    ("pinterest.* pin.it", "", "social", "pinterest"),
    ("wa.me chat.whatsapp.com api.whatsapp.com", "", "social", "whatsapp"),
    ("whatsapp.com", "channel/", "social", "whatsapp"),
    ("tumblr.com", "", "social", "tumblr"),
    ("snapchat.com", "add/", "social", "snapchat"),
    ("clubhouse.com", "", "social", "clubhouse"),
    ("xing.com", "", "social", "xing"),
    ("substack.com", "@", "social", "substack"),
    ("matrix.to", "", "social", "matrix"),
    ("join.slack.com", "", "social", "slack"),
    ("meetup.com", "", "social", "meetup"),
    ("twitch.tv", "", "social", "twitch"),
    ("medium.com", r"@[^/?#]*/?(?:[?#]|\Z)", "social", "medium"),
    # counted, services, and the platforms' own help: support
    ("patreon.com", "", "support", "patreon"),
    ("ko-fi.com", "", "support", "ko_fi"),
    ("buymeacoffee.com buymeacoff.ee bmc.link coff.ee", "", "support", "buy_me_a_coffee"),
    ("paypal.me", "", "support", "paypal"),
    ("paypal.com", r"(?:donate|paypalme|pools|cgi-bin|[a-z]{2}/)", "support", "paypal"),
    ("liberapay.com", "", "support", "liberapay"),
    ("opencollective.com", "", "support", "open_collective"),
    ("steadyhq.com steady.page", "", "support", "steady"),
    ("github.com", "sponsors/", "support", "github_sponsors"),
    ("supportingcast.fm", "", "support", "supporting_cast"),
    ("memberful.com", "", "support", "memberful"),
    ("tipeee.com", "", "support", "tipeee"),
    ("flattr.com", "", "support", "flattr"),
    ("auphonic.com", "donate_credits", "support", None),
    ("amazon.*", r"(?:hz|gp/registry)/wishlist", "support", None),
    ("glow.fm getalby.com strike.me cash.app venmo.com donate.stripe.com", "", "support", None),
    ("ulule.com gofundme.com kickstarter.com indiegogo.com subscribestar.com", "", "support", None),
    ("donorbox.org betterplace.org helloasso.com", "", "support", None),
    # networks: who is paid for each visitor
    ("shareasale.com", r"[mru](?:-pr)?\.cfm", "sponsor", None),
    ("pxf.io sjv.io evyy.net 7eer.net ojrq.net", "", "sponsor", None),
    ("anrdoezrs.net dpbolvw.net jdoqocy.com kqzyfj.com tkqlhce.com", "", "sponsor", None),
    ("awin1.com prf.hn linksynergy.com go.skimresources.com audibletrial.com", "", "sponsor", None),
    # counted; ten digits are the number that Amazon gives a book (its ISBN)
    (
        "amazon.*",
        r"author/|[^?#/]+/e/|[^?#/]*-ebook/|(?:[^?#]*/)?(?:d|dp|product|asin)/\d{9}[\dX]\b",
        "book",
        None,
    ),
    ("amzn.com", r"\d{9}[\dX]\b", "book", None),
    ("bookshop.org goodreads.com openlibrary.org librarything.com worldcat.org", "", "book", None),
    ("thestorygraph.com libro.fm buchhandel.de genialokal.de casadellibro.com", "", "book", None),
    ("books.google.* books.apple.com", "", "book", None),
    ("google.*", "books/", "book", None),
    # the shops' own addresses: books, and what is read to one
    ("itunes.apple.com", rf"{_REGION}(?:audio)?book/", "book", None),
    ("play.google.com", r"store/(?:audio)?books", "book", None),
    ("thalia.* hugendubel.de leslibraires.fr placedeslibraires.fr", "", "book", None),
    ("livre.fnac.com todostuslibros.com barnesandnoble.com waterstones.com", "", "book", None),
    ("indiebound.org penguinrandomhouse.com", "", "book", None),
    ("leanpub.com nostarch.com books2read.com", "", "book", None),
    ("kobo.com", r".*(?:ebook|audiobook)/", "book", None),
    ("oreilly.com", "library/", "book", None),
    ("manning.com", "books/", "book", None),
    ("pragprog.com", "titles/|book/", "book", None),
    ("amazon.* amzn.to amzn.eu amzn.com a.co ebay.* fnac.*", "", "shop", None),
    ("bandcamp.com gumroad.com etsy.com teepublic.com redbubble.com", "", "shop", None),
    ("teespring.com myshopify.com spreadshirt.* myspreadshop.*", "", "shop", None),
    ("bigcartel.com threadless.com bonfire.com cottonbureau.com", "", "shop", None),
    # what the shops have beside their shops
    ("play.google.com", "store/apps", "other", None),
    ("aws.amazon.com developer.amazon.com music.amazon.*", "", "other", None),
    # the stores' own addresses: files
    ("drive.google.com", r"file/|uc\b|open\b", "download", None),
    ("dropbox.com", r"(?:s|scl)/(?!.*\.(?:mp3|m4a|wav)\b)", "download", None),
    ("otter.ai", "(?:u|s|note)/", "transcript", None),
)
_BY_HOST: dict[str, list[tuple[str, Place]]] = {}
for _hosts, _path, _kind, _platform in _ROWS:
    for _host in _hosts.split():
        _BY_HOST.setdefault(_host, []).append((_path, (_kind, _platform)))
_QUERY = re.compile("[?#]")
_NO_LETTERS = re.compile("[^a-z]+")
_LOCALE = re.compile("[a-z]{2}(?:[-_][a-z]{2})?")
_URL = re.compile(r"https?://(?:[^/?#@]*@)?([^/?#:]+)(?::\d*)?/?(.*)", re.IGNORECASE | re.DOTALL)
_TLD = re.compile(r"\.(?:com?\.)?[a-z]{2,3}\Z")

# What hosts, folders and files are called everywhere: feeds by the RSS Advisory Board's Best
# Practices, accounts by Mastodon's documentation, the others as counted.
_ACCOUNT = re.compile(r"@\w[\w.-]*(?:@[\w.-]+)?(?:/\d{5,})?/?(?:[?#]|\Z)")
_SHOPS = frozenset(["shop", "store", "merch", "boutique", "tienda"])
_HOSTS: dict[str, Place] = {
    **dict.fromkeys(("feed", "feeds", "feeds2", "rss"), ("follow", "rss")),
    **dict.fromkeys(_SHOPS, ("shop", None)),
}
# The folder in which WordPress and Podlove have feeds of each kind, and WordPress's parameter.
_FEED = re.compile(
    r"(?:.*/)?feed/[\w-]+/?(?:[?#]|\Z)|.*[?&]feed=(?:podcast|rss2?|atom|mp3|m4a)\b",
    re.IGNORECASE,
)
_TRANSCRIPTS = frozenset(
    [
        *("transcript", "transcripts", "transkript", "transkripte", "transcription"),
        *("transcriptions", "transcripcion", "transcripciones"),
    ]
)
_FILES: dict[str, Place] = {
    **dict.fromkeys(("feed", "rss"), ("follow", "rss")),
    **dict.fromkeys(("sitemap", "sitemap_index"), ("other", None)),
}
_SUFFIXES: dict[str, Place] = {
    **dict.fromkeys(("rss", "xml"), ("follow", "rss")),
    **dict.fromkeys(("srt", "vtt"), ("transcript", None)),
    **dict.fromkeys(("mp3", "m4a", "m4b", "aac", "ogg", "oga", "opus", "flac"), ("media", None)),
    **dict.fromkeys(("wav", "mp4", "m4v", "webm", "mov", "mkv", "m3u8"), ("media", None)),
    **dict.fromkeys(("pdf", "zip", "epub", "mobi", "doc", "docx", "xls"), ("download", None)),
    **dict.fromkeys(("xlsx", "ppt", "pptx", "csv", "ics", "odt", "ods"), ("download", None)),
    **dict.fromkeys(("odp", "rtf", "gz", "tgz", "7z", "rar", "dmg", "exe"), ("download", None)),
    **dict.fromkeys(("jpg", "jpeg", "png", "gif", "webp", "svg"), ("other", None)),
}
# What the advertisers' and the affiliate networks' own help adds to a URL, so that they know who
# sent a visitor.
_SPONSOR = re.compile(
    r"[?&](?:utm_medium=(?:[a-z]*_?podcasts?|sponsor|influencer|affiliate|audio|paid|banner|host)"
    r"|utm_source=[\w.+-]*podcasts?\b|(?:irclickid|sscid|afmc|aff(?:_?id)?|affiliate(?:_?id)?|(?:coupon|promo|discount|offer)"
    r"(?:_?code)?)=)|\w/discount/[\w-]",
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
            for pattern, place in _patterns(name) if name in _BY_HOST else ():
                if pattern.match(path):
                    yield place
        host, anywhere = host.partition(".")[2], anywhere.partition(".")[2]


@functools.cache  # to compile all the rows at once takes longer than to read many notes
def _patterns(host: str) -> list[tuple[re.Pattern[str], Place]]:
    """Give the rows of a host of the table."""
    return [(re.compile(path, re.IGNORECASE), place) for path, place in _BY_HOST[host]]


def _by_name(host: str, path: str) -> Place | None:
    """Give what the names of host, folders and file say, where the table doesn't know the host."""
    parts = _QUERY.split(path, 1)[0].lower().rstrip("/").split("/")
    name, _, suffix = parts[-1].rpartition(".")
    if next((part for part in parts if not _LOCALE.fullmatch(part)), "") in _SHOPS:
        return "shop", None
    if _ACCOUNT.match(path):
        return "social", "mastodon"
    if not _TRANSCRIPTS.isdisjoint((*parts, *_NO_LETTERS.split(name), path.partition("#")[2])):
        return "transcript", None
    if _FEED.match(path):
        return "follow", "rss"
    by_suffix = _SUFFIXES.get(suffix) if name else None
    return _FILES.get(name or parts[-1]) or by_suffix or _HOSTS.get(host.partition(".")[0])
