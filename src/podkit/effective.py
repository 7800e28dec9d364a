"""What holds for an episode: what it says itself, or else what its show says for all episodes.

The documents that define the tags say which of the two counts: the podcast namespace's page of each
tag, RSS 2.0, and Apple's "A Podcaster's Guide to RSS". The models hold what the feed says, no more;
these functions answer when they are asked. A live item is an episode, too.
"""

from podkit.models import Chat, Episode, License, Location, Person, Show, TranscriptLink, Value

__all__ = [
    "artwork",
    "chat",
    "explicit",
    "language",
    "license",
    "locations",
    "persons",
    "transcript_language",
    "values",
]


def artwork(episode: Episode, show: Show) -> str | None:
    """Give the URL of the picture to show: the episode's own, or the show's cover.

    Apple asks for an ``<itunes:image>`` in an item where the episode has a picture of its own.

    >>> show = Show(artwork="https://example.com/cover.jpg")
    >>> artwork(Episode(), show)
    'https://example.com/cover.jpg'
    """
    return show.artwork if episode.artwork is None else episode.artwork


def chat(episode: Episode, show: Show) -> Chat | None:
    """Give where listeners chat about the episode.

    A ``<podcast:chat>`` in the item overrides the channel's, which is for the whole podcast.

    >>> show = Show(chat=Chat(server="irc.example.com", protocol="irc"))
    >>> chat(Episode(), show).server
    'irc.example.com'
    """
    return show.chat if episode.chat is None else episode.chat


def explicit(episode: Episode, show: Show) -> bool | None:
    """Say whether the episode holds explicit language; None where neither says so.

    An ``<itunes:explicit>`` in the item is about this episode, in the channel about the podcast.

    >>> show = Show(explicit=True)
    >>> explicit(Episode(), show), explicit(Episode(explicit=False), show)
    (True, False)
    """
    return show.explicit if episode.explicit is None else episode.explicit


def language(episode: Episode, show: Show) -> str | None:
    """Give the language spoken.

    RSS has a ``<language>`` for the channel only; an item may have a ``<dc:language>``.

    >>> show = Show(language="en")
    >>> language(Episode(), show), language(Episode(dc_language="fr"), show)
    ('en', 'fr')
    """
    return episode.dc_language or show.language or show.dc_language


def license(episode: Episode, show: Show) -> License | None:  # noqa: A001 -- the tag's name
    """Give what may be done with the episode's media files.

    A ``<podcast:license>`` is for a single episode, or for the podcast as a whole.

    >>> license(Episode(), Show(license=License(text="cc-by-4.0"))).text
    'cc-by-4.0'
    """
    return show.license if episode.license is None else episode.license


def locations(episode: Episode, show: Show) -> tuple[Location, ...]:
    """List the places that the episode is about or was made at.

    A ``<podcast:location>`` of the item takes the place of the channel's with the same ``rel``,
    which is ``subject`` where it is absent.

    >>> show = Show(locations=[Location(text="Austin", rel="creator"), Location(text="Texas")])
    >>> on_tour = Episode(locations=[Location(text="Birmingham", rel="creator")])
    >>> [location.text for location in locations(on_tour, show)]
    ['Birmingham', 'Texas']
    """
    replaced = {_rel(location) for location in episode.locations}
    kept = tuple(location for location in show.locations if _rel(location) not in replaced)
    return episode.locations + kept


def persons(episode: Episode, show: Show) -> tuple[Person, ...]:
    """List who takes part.

    A ``<podcast:person>`` of the item replaces all of the channel's: a host who is there as usual
    is named again beside the guest.

    >>> show = Show(persons=[Person(name="Terry"), Person(name="June")])
    >>> [person.name for person in persons(Episode(), show)]
    ['Terry', 'June']
    >>> [person.name for person in persons(Episode(persons=[Person(name="Reginald")]), show)]
    ['Reginald']
    """
    return episode.persons or show.persons


def transcript_language(link: TranscriptLink, show: Show) -> str | None:
    """Give the language of a transcript.

    A ``<podcast:transcript>`` that names none is in the feed's ``<language>``.

    >>> link = TranscriptLink(url="https://example.com/1.vtt")
    >>> transcript_language(link, Show(language="en-gb"))
    'en-gb'
    """
    return show.language if link.language is None else link.language


def values(episode: Episode, show: Show) -> tuple[Value, ...]:
    """List the ways to pay while listening.

    A ``<podcast:value>`` of the item overrides what the channel defines.

    >>> show = Show(values=[Value(type="lightning", method="keysend")])
    >>> values(Episode(), show)[0].method
    'keysend'
    """
    return episode.values or show.values


def _rel(location: Location) -> str:
    return location.rel or "subject"
