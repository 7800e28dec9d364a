"""The words that pages say of themselves, in each language that pages are written in.

Pages in other languages say them in English, and mark them as English.
"""

from datetime import datetime

import attrs

from podkit.models import EpisodePage

__all__ = [
    "Words",
    "date_in",
    "is_right_to_left",
    "language_of",
    "words_in",
    "words_language",
]

# Languages that are written from the right (Unicode CLDR, "layout": "right-to-left").
_RIGHT_TO_LEFT = frozenset(
    ("ar", "arc", "ckb", "dv", "fa", "he", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi")
)


@attrs.frozen(kw_only=True)
class Words:
    """What a page says in one language; ``{}`` stands for a number or a time.

    Attributes:
        language: the language, as a BCP 47 tag.
        date: the order of a date's parts.
        months: the names of the months.
    """

    language: str
    date: str
    months: tuple[str, ...]
    skip: str
    untitled: str
    by: str
    chapters: str
    transcript: str
    audio: str
    text: str
    feed: str
    player: str
    play: str
    pause: str
    back: str
    forward: str
    position: str
    of: str
    speed: str
    captions: str
    share: str
    shared: str
    in_address: str
    failed: str
    search: str
    none_found: str
    found: str
    before: str
    after: str
    follow: str
    all_episodes: str
    newer: str
    older: str
    pages: str
    episodes: str
    search_episodes: str
    count_found: str
    season: str
    seasons: str
    trailer: str
    bonus: str
    explicit: str


ENGLISH = Words(
    language="en",
    date="{day} {month} {year}",
    months=(
        *("January", "February", "March", "April", "May", "June", "July"),
        *("August", "September", "October", "November", "December"),
    ),
    skip="Skip to content",
    untitled="Podcast episode",
    by="by {}",
    chapters="Chapters",
    transcript="Transcript",
    audio="Audio",
    text="text",
    feed="RSS feed",
    player="Player",
    play="Play",
    pause="Pause",
    back="Back 15 seconds",
    forward="Forward 30 seconds",
    position="Position",
    of="{} of {}",
    speed="Speed",
    captions="Captions",
    share="Copy link to this moment",
    shared="Link to {} copied",
    in_address="The link to {} is in the address bar",
    failed="The audio can’t be played",
    search="Search the transcript",
    none_found="Nothing found",
    found="{} of {}",
    before="Previous match",
    after="Next match",
    follow="Follow along",
    all_episodes="All episodes",
    newer="Next",
    older="Previous",
    pages="More episodes",
    episodes="Episodes",
    search_episodes="Search the episodes",
    count_found="Episodes found: {}",
    season="Season {}",
    seasons="Seasons",
    trailer="Trailer",
    bonus="Bonus",
    explicit="Explicit",
)
_GERMAN = Words(
    language="de",
    date="{day}. {month} {year}",
    months=(
        *("Januar", "Februar", "März", "April", "Mai", "Juni", "Juli"),
        *("August", "September", "Oktober", "November", "Dezember"),
    ),
    skip="Zum Inhalt springen",
    untitled="Podcast-Folge",
    by="von {}",
    chapters="Kapitel",
    transcript="Transkript",
    audio="Audio",
    text="Text",
    feed="RSS-Feed",
    player="Player",
    play="Abspielen",
    pause="Pause",
    back="15 Sekunden zurück",
    forward="30 Sekunden vor",
    position="Position",
    of="{} von {}",
    speed="Tempo",
    captions="Untertitel",
    share="Link zu dieser Stelle kopieren",
    shared="Link zu {} kopiert",
    in_address="Der Link zu {} steht in der Adresszeile",
    failed="Das Audio lässt sich nicht abspielen",
    search="Im Transkript suchen",
    none_found="Nichts gefunden",
    found="{} von {}",
    before="Vorige Fundstelle",
    after="Nächste Fundstelle",
    follow="Mitlesen",
    all_episodes="Alle Folgen",
    newer="Nächste Folge",
    older="Vorige Folge",
    pages="Weitere Folgen",
    episodes="Folgen",
    search_episodes="Folgen durchsuchen",
    count_found="Gefundene Folgen: {}",
    season="Staffel {}",
    seasons="Staffeln",
    trailer="Trailer",
    bonus="Bonus",
    explicit="Explizit",
)
_FRENCH = Words(
    language="fr",
    date="{day} {month} {year}",
    months=(
        *("janvier", "février", "mars", "avril", "mai", "juin", "juillet"),
        *("août", "septembre", "octobre", "novembre", "décembre"),
    ),
    skip="Aller au contenu",
    untitled="Épisode de podcast",
    by="par {}",
    chapters="Chapitres",
    transcript="Transcription",
    audio="Audio",
    text="texte",
    feed="Flux RSS",
    player="Lecteur",
    play="Écouter",
    pause="Pause",
    back="Reculer de 15 secondes",
    forward="Avancer de 30 secondes",
    position="Position",
    of="{} sur {}",
    speed="Vitesse",
    captions="Sous-titres",
    share="Copier le lien vers ce moment",
    shared="Lien vers {} copié",
    in_address="Le lien vers {} est dans la barre d’adresse",
    failed="Impossible de lire l’audio",
    search="Chercher dans la transcription",
    none_found="Aucun résultat",
    found="{} sur {}",
    before="Résultat précédent",
    after="Résultat suivant",
    follow="Suivre la lecture",
    all_episodes="Tous les épisodes",
    newer="Suivant",
    older="Précédent",
    pages="Autres épisodes",
    episodes="Épisodes",
    search_episodes="Chercher un épisode",
    count_found="Épisodes trouvés : {}",
    season="Saison {}",
    seasons="Saisons",
    trailer="Bande-annonce",
    bonus="Bonus",
    explicit="Explicite",
)
_SPANISH = Words(
    language="es",
    date="{day} de {month} de {year}",
    months=(
        *("enero", "febrero", "marzo", "abril", "mayo", "junio", "julio"),
        *("agosto", "septiembre", "octubre", "noviembre", "diciembre"),
    ),
    skip="Ir al contenido",
    untitled="Episodio de pódcast",
    by="por {}",
    chapters="Capítulos",
    transcript="Transcripción",
    audio="Audio",
    text="texto",
    feed="Canal RSS",
    player="Reproductor",
    play="Reproducir",
    pause="Pausa",
    back="Retroceder 15 segundos",
    forward="Avanzar 30 segundos",
    position="Posición",
    of="{} de {}",
    speed="Velocidad",
    captions="Subtítulos",
    share="Copiar el enlace a este momento",
    shared="Enlace a {} copiado",
    in_address="El enlace a {} está en la barra de direcciones",
    failed="No se puede reproducir el audio",
    search="Buscar en la transcripción",
    none_found="Sin resultados",
    found="{} de {}",
    before="Resultado anterior",
    after="Resultado siguiente",
    follow="Seguir la lectura",
    all_episodes="Todos los episodios",
    newer="Siguiente",
    older="Anterior",
    pages="Más episodios",
    episodes="Episodios",
    search_episodes="Buscar episodios",
    count_found="Episodios encontrados: {}",
    season="Temporada {}",
    seasons="Temporadas",
    trailer="Tráiler",
    bonus="Extra",
    explicit="Explícito",
)
_LANGUAGES = {words.language: words for words in (ENGLISH, _GERMAN, _FRENCH, _SPANISH)}


def words_in(language: str | None) -> Words:
    """Give the words of a language, or the English ones where it isn't known or has none here.

    >>> words_in("de-AT").chapters, words_in("nl").chapters
    ('Kapitel', 'Chapters')
    """
    return _LANGUAGES.get((language or "").split("-")[0].lower(), ENGLISH)


def words_language(words: Words, language: str | None) -> str | None:
    """Give the language of a page's own words, where it isn't that of the page.

    >>> words_language(words_in("nl"), "nl"), words_language(words_in("de-AT"), "de-AT")
    ('en', None)
    """
    is_same = language is None or language.split("-")[0].lower() == words.language
    return None if is_same else words.language


def language_of(page: EpisodePage) -> str | None:
    """Give the language of a page: that of its transcript, or else of the show.

    >>> from podkit.models import Show
    >>> language_of(EpisodePage(show=Show(language="de")))
    'de'
    """
    return (page.transcript and page.transcript.language) or page.show.language


def is_right_to_left(language: str | None) -> bool:
    """Say whether a language is written from the right.

    >>> is_right_to_left("he-IL"), is_right_to_left("en"), is_right_to_left(None)
    (True, False, False)
    """
    return (language or "").lower().partition("-")[0] in _RIGHT_TO_LEFT


def date_in(words: Words, instant: datetime) -> str:
    """Write the day of an instant.

    >>> date_in(words_in("es"), datetime.fromisoformat("2024-03-28T09:00:00Z"))
    '28 de marzo de 2024'
    """
    month = words.months[instant.month - 1]
    return words.date.format(day=instant.day, month=month, year=instant.year)
