"""What links say, and what kind they are by it: tables of words and names.

The words are those counted on published show notes, in English, and their translations to German,
French and Spanish. A row is a kind, the words of which one must be there, and, where they don't
suffice, a pattern that the text in lower case must have, too. The first row that fits counts.
"""

import re

__all__ = ["PLAYER_NAME", "is_pointer", "is_review", "kind_of_words", "platform_of"]

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
    r"Podimo": "podimo",
    r"iVoox": "ivoox",
    r"ARD[ -]Audiothek": "ard_audiothek",
    r"ARD Sounds": "ard_sounds",
    r"BBC Sounds": "bbc_sounds",
    r"Player FM": "player_fm",
    r"Podcast Guru": "podcast_guru",
    r"Podcast Republic": "podcast_republic",
    r"TrueFans": "truefans",
    r"JioSaavn": "jiosaavn",
    r"Global Player": "global_player",
    r"RadioPublic": "radiopublic",
    r"Listen Notes": "listen_notes",
    r"SiriusXM": "siriusxm",
    r"Google (?:Podcasts?|Play)": "google_podcasts",
    r"Stitcher": "stitcher",
    r"RSS(?:[- ]feed)?": "rss",
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
_REVIEW_WORDS = (
    "review reviews rating rate rated reviewe reviewed bewerte bewerten bewertet bewertung"
    " rezension avis reseña valoración valóranos"
)
_REVIEW = (
    r"\b(?:leave|write|post|give|add)\b[^.!?]{0,40}\b(?:review|rating)\b"
    r"|\b(?:rated?|reviewe?d?)\b[^.!?]{0,40}\b(?:show|podcast|us|it|on|in)\b"
    r"|\b(?:bewerte[nt]?|bewertung|rezension|valóranos)\b"
    r"|\b(?:laisse[rz]|donne[rz])\b[^.!?]{0,40}\bavis\b"
    r"|\bd[eé]ja(?:r|d|nos)?\b[^.!?]{0,40}\b(?:reseña|valoración)\b"
)
_SPONSOR_WORDS = (
    "code codes promocode promocodes discount off sponsored brought presented rabatt rabattcode"
    " rabattcodes gutscheincode gutscheincodes código"
)
_SPONSOR = (
    r"\b(?:promo|discount|coupon|offer) ?codes?\b|\buse (?:the |my |our )?code\b"
    r"|\d ?% (?:off|discount|rabatt)\b|\b(?:sponsored|brought to you|presented) by\b"
    r"|\b(?:rabatt|gutschein)codes?\b|\bcode promo\b|\bavec le code\b"
    r"|\bcódigo (?:promocional|de descuento)\b|\bcon el código\b"
)
_ROWS = (
    ("text_message", "text sms", r"\b(?:text message|sms)\b|\btext\b.{0,40}\d{3}"),
    ("review", _REVIEW_WORDS, _REVIEW),
    ("sponsor", _SPONSOR_WORDS, _SPONSOR),
    ("email", "email emails mail mails newsletter courriel courriels correo", None),
    ("comment", "comment comments kommentar kommentare commentaire commentaires comentario", None),
    ("comment", "comentarios", None),
    ("social", " ".join(_SOCIAL).lower(), None),
    ("follow", "follow subscribe listen abonniere abonnieren abonniert abonner abonnez", None),
    ("follow", "suscríbete síguenos sígueme", None),
    ("follow", "folge folgt suivez", r"\bfolgt? (?:uns|mir)\b|\bsuivez-(?:nous|moi)\b"),
    ("webinar", "webinar workshop masterclass webinaire taller", None),
    ("webinar", "master", r"\bmaster class\b"),
    ("download", "download ebook worksheet pdf herunterladen télécharger téléchargez", None),
    ("download", "descarga descargar", None),
    ("download", "book", r"\be-book\b"),
    ("program", "program programme course membership coaching onlinekurs curso", None),
    ("support", "patreon donate donation spende spenden spendet donar dona donación", None),
    ("support", "unterstütze unterstützen soutenez soutenir apoya apoyar", None),
    (
        "support",
        "fi don support",
        r"\bko-fi\b|\bfaire un don\b|\bsupport (?:the|this|our|my|us)\b",
    ),
    ("shop", "shop store merch merchandise", r"^\W*(?:(?:our|the|my) )?\w+\W*$"),
    ("transcript", "transcript transkript transcription transcripción", None),
    (
        "phone",
        "call phone telefon tel téléphone teléfono",
        r"\b(?:call|phone|telefon|tel|téléphone|teléfono)\b.{0,40}\d{3}",
    ),
)
_WORDINGS = [
    (kind, frozenset(words.split()), re.compile(pattern or "")) for kind, words, pattern in _ROWS
]
_ALL_WORDS = frozenset().union(*(words for _, words, _ in _WORDINGS))
_WORD = re.compile(r"\w+")
_IS_REVIEW = re.compile(_REVIEW)

# Names count only as they are written here; "fountain" and "overcast" are words.
_PLATFORMS = {**_PLAYERS, **_SOCIAL}
_PLATFORM_IDS = list(_PLATFORMS.values())
# Most words are none of theirs by their first letter.
_FIRSTS = "".join(sorted({name[0] for name in _PLATFORMS}))
_PLATFORM_NAME = re.compile(
    rf"\b(?=[{_FIRSTS}])(?:" + "|".join(f"({name})" for name in _PLATFORMS) + r")\b"
)
PLAYER_NAME = re.compile(rf"\b(?:{'|'.join(_PLAYERS)})\b")
_PLAYER_ALONE = re.compile(rf"\W*(?:{'|'.join(_PLAYERS)})\W*", re.IGNORECASE)
_MOST_WORDS_OF_NAME = 4
# What says where a link is and not what it is: words, or the URL.
_POINTER = re.compile(
    r"\W*(?:(?:click|tap|right|over)? ?here|(?:(?:this|the) )?(?:link|page|site|website|url)"
    r"|(?:read|learn|find out)? ?more|hier(?: klicken)?|(?:dieser|der) link|(?:cliquez )?ici"
    r"|ce lien|(?:haz clic )?aquí|este enlace|(?:https?://|www\.)\S*|(?:[\w-]+\.)+\w+(?:/\S*)?)\W*",
    re.IGNORECASE,
)


def kind_of_words(text: str) -> str:
    """Give the kind of a link that says this, or ``other``.

    >>> kind_of_words("Send me an email"), kind_of_words("Spotify"), kind_of_words("Our site")
    ('email', 'follow', 'other')
    """
    lower = text.lower()
    words = frozenset(_WORD.findall(lower))
    if not words.isdisjoint(_ALL_WORDS):
        for kind, some, pattern in _WORDINGS:
            if not words.isdisjoint(some) and pattern.search(lower):
                return kind
    is_player = len(words) <= _MOST_WORDS_OF_NAME and _PLAYER_ALONE.fullmatch(text)
    return "follow" if is_player else "other"


def is_pointer(text: str) -> bool:
    """Say whether a text tells nothing of what a link is for.

    >>> is_pointer("Click here"), is_pointer("example.com/lamps"), is_pointer("Nature")
    (True, True, False)
    """
    return bool(_POINTER.fullmatch(text))


def is_review(text: str) -> bool:
    """Say whether a text asks for a review.

    >>> is_review("Leave us a review!"), is_review("The year in review")
    (True, False)
    """
    return bool(_IS_REVIEW.search(text.lower()))


def platform_of(text: str) -> str | None:
    """Give the first platform that a text names.

    >>> platform_of("Listen on Apple Podcasts or Spotify")
    'apple_podcasts'
    """
    match = _PLATFORM_NAME.search(text)
    return _PLATFORM_IDS[match.lastindex - 1] if match and match.lastindex else None
