"""Says the facts of an episode and of a show in JSON-LD (schema.org)."""

from typing import Any

from podkit import effective
from podkit.models import Enclosure, Episode, EpisodePage, Show
from podkit.pages._head import feed_url, thing
from podkit.pages._templates import duration, seconds

__all__ = ["episode_json_ld", "show_json_ld"]

_CONTEXT = "https://schema.org"


def episode_json_ld(
    page: EpisodePage, *, name: str | None, description: str | None, language: str | None
) -> dict[str, Any] | None:
    """Give the facts of an episode (``PodcastEpisode``), or None when there are none.

    Chapters are clips (``Clip``): search engines lead to their moments.

    >>> episode = Episode(title="Be", number=20)
    >>> facts = {"name": "Be", "description": None, "language": "en"}
    >>> episode_json_ld(EpisodePage(episode=episode), **facts)
    {'@context': 'https://schema.org', '@type': 'PodcastEpisode', 'name': 'Be',
    'episodeNumber': 20, 'inLanguage': 'en'}
    """
    show, episode = page.show, page.episode
    explicit = effective.explicit(episode, show)
    changed = episode.atom_updated
    facts = thing(
        "PodcastEpisode",
        name=name,
        url=episode.link,
        alternativeHeadline=episode.subtitle,
        description=description,
        author=thing("Person", name=episode.itunes_author),
        datePublished=episode.published and episode.published.isoformat(),
        dateModified=changed and changed.isoformat(),
        episodeNumber=episode.number,
        partOfSeason=thing(
            "PodcastSeason", seasonNumber=episode.season, name=episode.podcast_season_name
        ),
        partOfSeries=_series(show),
        image=effective.artwork(episode, show),
        inLanguage=language,
        keywords=episode.keywords,
        isFamilyFriendly=None if explicit is None else not explicit,
        contributor=[thing("Person", name=one.name) for one in effective.persons(episode, show)],
        duration=_duration(episode),
        accessMode=_access_modes(page),
        accessibilityFeature=_accessibility_features(page),
        associatedMedia=episode.enclosure and _file(episode.enclosure, episode),
        hasPart=_clips(page),
    )
    return facts and {"@context": _CONTEXT, **facts}


def show_json_ld(show: Show, *, description: str | None) -> dict[str, Any] | None:
    """Give the facts of a show (``PodcastSeries``), or None when there are none.

    >>> show_json_ld(Show(title="Tides"), description=None)
    {'@context': 'https://schema.org', '@type': 'PodcastSeries', 'name': 'Tides'}
    """
    facts = _series(show, description=description, inLanguage=show.language)
    return facts and {"@context": _CONTEXT, **facts}


def _series(show: Show, **more: str | None) -> dict[str, Any] | None:
    return thing(
        "PodcastSeries",
        name=show.title,
        url=show.link,
        webFeed=feed_url(show),
        image=show.artwork,
        **more,
    )


def _file(file: Enclosure, episode: Episode) -> dict[str, Any] | None:
    return thing(
        "AudioObject",
        contentUrl=file.url,
        encodingFormat=file.type,
        contentSize=None if file.length is None else str(file.length),
        duration=_duration(episode),
    )


def _duration(episode: Episode) -> str | None:
    return None if episode.duration is None else duration(episode.duration)


def _access_modes(page: EpisodePage) -> list[str]:
    """Say by which senses the content is perceived (W3C, schema.org accessibility vocabulary)."""
    modes = {"auditory": page.episode.enclosure, "textual": page.transcript}
    return [mode for mode, is_there in modes.items() if is_there]


def _accessibility_features(page: EpisodePage) -> list[str]:
    captions = any(link.type == "text/vtt" for link in page.episode.transcript_links)
    features = {"transcript": page.transcript, "captions": captions}
    return [feature for feature, is_there in features.items() if is_there]


def _clips(page: EpisodePage) -> list[dict[str, Any] | None]:
    """Give the chapters that have a title, where the page has an address that leads to them."""
    shown = sorted(
        (chapter for chapter in page.chapters or () if not chapter.hidden),
        key=lambda chapter: chapter.start,
    )
    ends = [*(chapter.start for chapter in shown), page.episode.duration][1:]
    return [
        thing(
            "Clip",
            name=chapter.title,
            startOffset=chapter.start,
            endOffset=end,
            url=f"{page.episode.link}#t={seconds(chapter.start)}",
        )
        for chapter, end in zip(shown, ends, strict=True)
        if chapter.title and page.episode.link
    ]
