"""What a feed knows of an episode, as the tags of its audio file."""

import re

from podkit.models import AudioTags, Episode, Show

__all__ = ["episode_tags"]

_MARKUP = re.compile(r"</?[a-zA-Z!]|&#?\w+;")
_LANGUAGE = re.compile(r"[a-z]+", re.IGNORECASE)


def episode_tags(episode: Episode, show: Show) -> AudioTags:
    """Give the tags that follow from a feed.

    ===========  ===============================================================================
    tag          feed
    ===========  ===============================================================================
    title        the episode's ``title``, or else its ``itunes_title``
    artist       the episode's ``itunes_author``, or else the show's ``author``
    album        the show's ``title``
    track        the episode's ``number``
    date         the day of ``published``, in its own time zone
    genre        ``Podcast``
    category     the first of the show's ``itunes_categories``, without what is within it
    keywords     the episode's ``keywords``, or else the show's
    description  the first of ``summary``, ``description`` and ``subtitle`` that has no markup,
                 which a player would show as it stands
    language     the language of the show's ``language``, without script and country
    guid         the episode's ``guid``
    feed_url     the show's ``new_feed_url``, or else its Atom link to itself
    ===========  ===============================================================================

    >>> episode = Episode(title="Interdependence", number=270, summary="We need each other.")
    >>> tags = episode_tags(episode, Show(title="Feminist Wellness", language="en-US"))
    >>> tags.title, tags.album, tags.track, tags.description, tags.language
    ('Interdependence', 'Feminist Wellness', 270, 'We need each other.', 'en')
    """
    language = _LANGUAGE.match(show.language or "")
    return AudioTags(
        title=episode.title or episode.itunes_title,
        artist=episode.itunes_author or show.author,
        album=show.title,
        track=episode.number,
        date=episode.published.date().isoformat() if episode.published else None,
        genre="Podcast",
        category=next((one.text for one in show.itunes_categories if one.text), None),
        keywords=episode.keywords or show.keywords,
        description=_plain(episode.summary, episode.description, episode.subtitle),
        language=language[0].lower() if language else None,
        guid=episode.guid,
        feed_url=show.new_feed_url or _own_url(show),
    )


def _plain(*texts: str | None) -> str | None:
    return next((text for text in texts if text and not _MARKUP.search(text)), None)


def _own_url(show: Show) -> str | None:
    return next((link.href for link in show.atom_links if link.rel == "self"), None)
