"""An episode of a show, and what is on air: the items of a feed.

Field names are the words of RSS 2.0, Apple's tags and the podcast namespace in snake_case. Where
two of them share a word, RSS has the bare name, then iTunes, then podcast; what other namespaces
say has theirs as a prefix.
"""

from datetime import datetime

import attrs

from podkit.models._typed import typed
from podkit.models.chapters import Chapters
from podkit.models.enclosure import AlternateEnclosure, Enclosure
from podkit.models.extension import Extension
from podkit.models.feed import AtomLink, AtomPerson, Category, Source
from podkit.models.media import (
    MediaCategory,
    MediaContent,
    MediaCopyright,
    MediaCredit,
    MediaGroup,
    MediaPlayer,
    MediaRating,
    MediaRestriction,
    MediaText,
    MediaThumbnail,
)
from podkit.models.podcast import (
    ChaptersLink,
    Chat,
    ContentLink,
    Funding,
    License,
    Location,
    Person,
    PodcastImage,
    SocialInteract,
    Soundbite,
    TranscriptLink,
    Txt,
)
from podkit.models.rawvoice import RawvoiceEnclosure, RawvoiceMetamark
from podkit.models.spotify import SpotifyAccess
from podkit.models.value import Value

__all__ = [
    "Episode",
    "LiveItem",
]


@attrs.frozen(kw_only=True, field_transformer=typed)
class Episode:
    """One episode of a show (RSS 2.0 ``<item>``).

    Attributes:
        title: the episode's title, without its number (``<title>``).
        link: the episode's web page (``<link>``).
        description: what it is about, as text or HTML (``<description>``).
        author: the e-mail address of its author (``<author>``).
        categories: its subjects (``<category>``).
        comments: the URL of the page of comments (``<comments>``).
        enclosures: its media files; most apps play the first (``<enclosure>``).
        guid: what identifies it for ever (``<guid>``).
        guid_is_permalink: whether the guid is its URL; absent means yes (``isPermaLink``).
        published: when it came out, aware (``<pubDate>``).
        source: the feed that it was taken from (``<source>``).
        content: the full show notes as HTML (``<content:encoded>``).
        itunes_title: the title for Apple (``<itunes:title>``).
        itunes_author: who made it (``<itunes:author>``).
        subtitle: a line about it (``<itunes:subtitle>``).
        summary: a longer text about it (``<itunes:summary>``).
        artwork: the URL of its picture (``<itunes:image href>``).
        duration: how long it plays, in seconds (``<itunes:duration>``).
        explicit: whether it holds explicit language (``<itunes:explicit>``).
        number: its number within the season or show (``<itunes:episode>``).
        season: the number of its season (``<itunes:season>``).
        episode_type: ``full`` (when absent), ``trailer`` or ``bonus`` (``<itunes:episodeType>``).
        block: whether Apple shall hide it (``<itunes:block>``).
        keywords: words to find it by, with commas between them; retired (``<itunes:keywords>``).
        order: its place in Apple's list; retired (``<itunes:order>``).
        is_closed_captioned: whether the video has captions; retired
            (``<itunes:isClosedCaptioned>``).
        transcript_links: where its transcripts are (``<podcast:transcript>``).
        chapters_link: where its chapter file is (``<podcast:chapters>``).
        persons: who is heard in it; replaces the show's (``<podcast:person>``).
        podcast_season: the number of its season (``<podcast:season>``).
        podcast_season_name: what its season is called (``<podcast:season name>``).
        podcast_episode: its number, such as 100.5 (``<podcast:episode>``).
        podcast_episode_display: what to show for the number (``<podcast:episode display>``).
        soundbites: parts that make good previews (``<podcast:soundbite>``).
        alternate_enclosures: its media file in other versions (``<podcast:alternateEnclosure>``).
        podcast_images: pictures for several purposes (``<podcast:image>``).
        images_srcset: pictures of several sizes, as in HTML; retired (``<podcast:images srcset>``).
        locations: the places it is about or was made at (``<podcast:location>``).
        license: what may be done with the media file (``<podcast:license>``).
        funding: ways to give money (``<podcast:funding>``).
        values: ways to pay while listening; replace the show's (``<podcast:value>``).
        content_links: other places to have it from (``<podcast:contentLink>``).
        social_interacts: posts under which it is discussed (``<podcast:socialInteract>``).
        chat: where listeners chat about it (``<podcast:chat>``).
        txts: free texts for several purposes (``<podcast:txt>``).
        chapters: its chapters, in the feed itself (``<psc:chapters>``).
        atom_links: its links to itself, pages and hubs (``<atom:link>``).
        atom_authors: who made it (``<atom:author>``).
        atom_contributors: who helped (``<atom:contributor>``).
        atom_id: what identifies it (``<atom:id>``).
        atom_published: when it came out, aware (``<atom:published>``).
        atom_updated: when it last changed, aware (``<atom:updated>``).
        media_contents: media files (``<media:content>``).
        media_groups: media files with one content (``<media:group>``).
        media_title: the title (``<media:title>``).
        media_description: what it is about (``<media:description>``).
        media_keywords: up to ten words, with commas between them (``<media:keywords>``).
        media_thumbnails: pictures (``<media:thumbnail>``).
        media_categories: its subjects (``<media:category>``).
        media_credits: who made it (``<media:credit>``).
        media_copyright: the notice of rights (``<media:copyright>``).
        media_ratings: whom it suits (``<media:rating>``).
        media_player: a page that plays it (``<media:player>``).
        media_restrictions: where it may be played (``<media:restriction>``).
        dc_title: the title (``<dc:title>``).
        dc_creators: who made it (``<dc:creator>``).
        dc_contributors: who helped (``<dc:contributor>``).
        dc_publisher: who published it (``<dc:publisher>``).
        dc_subjects: its subjects (``<dc:subject>``).
        dc_description: what it is about (``<dc:description>``).
        dc_date: when it came out, aware (``<dc:date>``).
        dc_type: what kind of thing it is (``<dc:type>``).
        dc_format: its form (``<dc:format>``).
        dc_identifier: what identifies it (``<dc:identifier>``).
        dc_source: what it was made from (``<dc:source>``).
        dc_language: its language (``<dc:language>``).
        dc_relation: what it belongs to (``<dc:relation>``).
        dc_coverage: the place or time that it is about (``<dc:coverage>``).
        dc_rights: the notice of rights (``<dc:rights>``).
        slash_section: the section of the site (``<slash:section>``).
        slash_department: the department of the site (``<slash:department>``).
        slash_comments: how many comments it has (``<slash:comments>``).
        slash_hit_parade: how many comments are above each threshold (``<slash:hit_parade>``).
        wfw_comment: the URL that takes comments (``<wfw:comment>``).
        wfw_comment_rss: the feed of its comments (``<wfw:commentRss>``).
        googleplay_author: who made it, for Google Play (``<googleplay:author>``).
        googleplay_description: what it is about (``<googleplay:description>``).
        googleplay_explicit: whether it holds explicit language (``<googleplay:explicit>``).
        googleplay_block: whether Google Play shall hide it (``<googleplay:block>``).
        googleplay_image: the URL of its picture (``<googleplay:image href>``).
        rawvoice_poster: the URL of a picture for the video (``<rawvoice:poster url>``).
        rawvoice_is_hd: whether the video has a high resolution (``<rawvoice:isHd>``).
        rawvoice_embed: HTML that plays it in a page (``<rawvoice:embed>``).
        rawvoice_webm: the media file as WebM (``<rawvoice:webm>``).
        rawvoice_mp4: the media file as MP4 (``<rawvoice:mp4>``).
        rawvoice_metamarks: notes about moments of it (``<rawvoice:metamark>``).
        creative_commons_licenses: the URLs of its licences (``<creativeCommons:license>``).
        cc_license: the URL of its licence (``<cc:license>``).
        geo_lat: its latitude, in degrees (``<geo:lat>``).
        geo_long: its longitude, in degrees (``<geo:long>``).
        georss_point: its latitude and longitude, with a space between them (``<georss:point>``).
        georss_feature_name: the name of the place (``<georss:featurename>``).
        spotify_access: who may play it on Spotify (``<spotify:access>``).
        feedburner_orig_link: its web page, before FeedBurner (``<feedburner:origLink>``).
        feedburner_orig_enclosure_link: its media file's URL, before FeedBurner
            (``<feedburner:origEnclosureLink>``).
        podcast_rf_business_reference: Radio France's number of the show
            (``<podcastRF:businessReference>``).
        podcast_rf_magnetotheque_id: Radio France's number of the recording
            (``<podcastRF:magnetothequeID>``).
        podcast_rf_step_id: Radio France's number of the episode (``<podcastRF:stepID>``).
        extensions: what else the item carries.

    >>> episode = Episode(title="Interdependence", number=270, duration=1830)
    >>> attrs.evolve(episode, season=3).duration
    1830.0
    """

    title: str | None = None
    link: str | None = None
    description: str | None = None
    author: str | None = None
    categories: tuple[Category, ...] = ()
    comments: str | None = None
    enclosures: tuple[Enclosure, ...] = ()
    guid: str | None = None
    guid_is_permalink: bool | None = None
    published: datetime | None = None
    source: Source | None = None
    content: str | None = None
    itunes_title: str | None = None
    itunes_author: str | None = None
    subtitle: str | None = None
    summary: str | None = None
    artwork: str | None = None
    duration: float | None = None
    explicit: bool | None = None
    number: int | None = None
    season: int | None = None
    episode_type: str | None = None
    block: bool | None = None
    keywords: str | None = None
    order: int | None = None
    is_closed_captioned: bool | None = None
    transcript_links: tuple[TranscriptLink, ...] = ()
    chapters_link: ChaptersLink | None = None
    persons: tuple[Person, ...] = ()
    podcast_season: int | None = None
    podcast_season_name: str | None = None
    podcast_episode: float | None = None
    podcast_episode_display: str | None = None
    soundbites: tuple[Soundbite, ...] = ()
    alternate_enclosures: tuple[AlternateEnclosure, ...] = ()
    podcast_images: tuple[PodcastImage, ...] = ()
    images_srcset: str | None = None
    locations: tuple[Location, ...] = ()
    license: License | None = None
    funding: tuple[Funding, ...] = ()
    values: tuple[Value, ...] = ()
    content_links: tuple[ContentLink, ...] = ()
    social_interacts: tuple[SocialInteract, ...] = ()
    chat: Chat | None = None
    txts: tuple[Txt, ...] = ()
    chapters: Chapters | None = None
    atom_links: tuple[AtomLink, ...] = ()
    atom_authors: tuple[AtomPerson, ...] = ()
    atom_contributors: tuple[AtomPerson, ...] = ()
    atom_id: str | None = None
    atom_published: datetime | None = None
    atom_updated: datetime | None = None
    media_contents: tuple[MediaContent, ...] = ()
    media_groups: tuple[MediaGroup, ...] = ()
    media_title: MediaText | None = None
    media_description: MediaText | None = None
    media_keywords: str | None = None
    media_thumbnails: tuple[MediaThumbnail, ...] = ()
    media_categories: tuple[MediaCategory, ...] = ()
    media_credits: tuple[MediaCredit, ...] = ()
    media_copyright: MediaCopyright | None = None
    media_ratings: tuple[MediaRating, ...] = ()
    media_player: MediaPlayer | None = None
    media_restrictions: tuple[MediaRestriction, ...] = ()
    dc_title: str | None = None
    dc_creators: tuple[str, ...] = ()
    dc_contributors: tuple[str, ...] = ()
    dc_publisher: str | None = None
    dc_subjects: tuple[str, ...] = ()
    dc_description: str | None = None
    dc_date: datetime | None = None
    dc_type: str | None = None
    dc_format: str | None = None
    dc_identifier: str | None = None
    dc_source: str | None = None
    dc_language: str | None = None
    dc_relation: str | None = None
    dc_coverage: str | None = None
    dc_rights: str | None = None
    slash_section: str | None = None
    slash_department: str | None = None
    slash_comments: int | None = None
    slash_hit_parade: str | None = None
    wfw_comment: str | None = None
    wfw_comment_rss: str | None = None
    googleplay_author: str | None = None
    googleplay_description: str | None = None
    googleplay_explicit: bool | None = None
    googleplay_block: bool | None = None
    googleplay_image: str | None = None
    rawvoice_poster: str | None = None
    rawvoice_is_hd: bool | None = None
    rawvoice_embed: str | None = None
    rawvoice_webm: RawvoiceEnclosure | None = None
    rawvoice_mp4: RawvoiceEnclosure | None = None
    rawvoice_metamarks: tuple[RawvoiceMetamark, ...] = ()
    creative_commons_licenses: tuple[str, ...] = ()
    cc_license: str | None = None
    geo_lat: float | None = None
    geo_long: float | None = None
    georss_point: str | None = None
    georss_feature_name: str | None = None
    spotify_access: SpotifyAccess | None = None
    feedburner_orig_link: str | None = None
    feedburner_orig_enclosure_link: str | None = None
    podcast_rf_business_reference: str | None = None
    podcast_rf_magnetotheque_id: str | None = None
    podcast_rf_step_id: str | None = None
    extensions: tuple[Extension, ...] = ()

    @property
    def enclosure(self) -> Enclosure | None:
        """The first of ``enclosures``: the file that apps play.

        >>> Episode(enclosures=[Enclosure(url="https://example.com/1.mp3")]).enclosure.url
        'https://example.com/1.mp3'
        """
        return self.enclosures[0] if self.enclosures else None


@attrs.frozen(kw_only=True, field_transformer=typed)
class LiveItem(Episode):
    """An episode that is, was or will be on air (``<podcast:liveItem>``).

    It has all that an `Episode` has.

    Attributes:
        status: ``pending``, ``live`` or ``ended`` (``status``).
        start: when it should begin, aware (``start``).
        end: when it should end, aware (``end``).

    >>> LiveItem(title="Talking live", status="pending").status
    'pending'
    """

    status: str | None = None
    start: datetime | None = None
    end: datetime | None = None
