"""A show: what its feed says of the whole, and its episodes.

Field names are the words of RSS 2.0, Apple's tags and the podcast namespace in snake_case. Where
two of them share a word, RSS has the bare name, then iTunes, then podcast; what other namespaces
say has theirs as a prefix.
"""

from datetime import datetime

import attrs

from podkit.models._typed import typed
from podkit.models.episode import Episode, LiveItem
from podkit.models.extension import Extension
from podkit.models.feed import AtomLink, AtomPerson, Category, Cloud, Image, Owner, TextInput
from podkit.models.media import (
    MediaCategory,
    MediaCopyright,
    MediaCredit,
    MediaPlayer,
    MediaRating,
    MediaRestriction,
    MediaText,
    MediaThumbnail,
)
from podkit.models.podcast import (
    Block,
    Chat,
    Funding,
    License,
    Location,
    Person,
    PodcastImage,
    RemoteItem,
    SocialInteract,
    Trailer,
    Txt,
    UpdateFrequency,
)
from podkit.models.rawvoice import RawvoiceDonate, RawvoiceRating, RawvoiceSubscribe
from podkit.models.spotify import SpotifyAccess
from podkit.models.value import Value

__all__ = [
    "Show",
]


@attrs.frozen(kw_only=True, field_transformer=typed)
class Show:
    """A podcast: what its feed says of the whole, and its episodes (RSS 2.0 ``<channel>``).

    Attributes:
        title: the show's name (``<title>``).
        link: the show's web site (``<link>``).
        description: what it is about, as text or HTML (``<description>``).
        language: the language spoken, as a BCP 47 tag (``<language>``).
        copyright: the notice of rights (``<copyright>``).
        managing_editor: the e-mail address for the content (``<managingEditor>``).
        webmaster: the e-mail address for the technology (``<webMaster>``).
        published: when the content came out, aware (``<pubDate>``).
        last_build_date: when the content last changed, aware (``<lastBuildDate>``).
        categories: its subjects (RSS ``<category>``).
        generator: the program that made the feed (``<generator>``).
        docs: the URL of the format's documentation (``<docs>``).
        cloud: the service that tells of changes (``<cloud>``).
        ttl: how many minutes the feed may be cached (``<ttl>``).
        image: the small picture (RSS ``<image>``).
        rating: whom it suits, as a PICS label (``<rating>``).
        text_input: a form with one field (``<textInput>``).
        skip_hours: the hours, 0 to 23 in GMT, without changes (``<skipHours>``).
        skip_days: the days, such as ``Monday``, without changes (``<skipDays>``).
        author: who makes the show (``<itunes:author>``).
        owner: whom Apple writes to (``<itunes:owner>``).
        artwork: the URL of its cover, square, 1400 to 3000 pixels (``<itunes:image href>``).
        itunes_categories: Apple's categories, the first counts (``<itunes:category>``).
        explicit: whether it holds explicit language (``<itunes:explicit>``).
        type: ``episodic`` or ``serial``; absent means episodic (``<itunes:type>``).
        itunes_title: the title for Apple (``<itunes:title>``).
        subtitle: a line about it (``<itunes:subtitle>``).
        summary: a longer text about it (``<itunes:summary>``).
        complete: whether no further episode will come (``<itunes:complete>``).
        block: whether Apple shall hide it (``<itunes:block>``).
        new_feed_url: where the feed has moved to (``<itunes:new-feed-url>``).
        keywords: words to find it by, with commas between them; retired (``<itunes:keywords>``).
        applepodcastsverify: a code that proves to Apple whose feed it is
            (``<itunes:applepodcastsverify>``).
        guid: what identifies the show for ever, a UUID (``<podcast:guid>``).
        locked: whether other hosts must not import the feed (``<podcast:locked>``).
        locked_owner: the e-mail address that may unlock it (``<podcast:locked owner>``).
        medium: what it is, such as ``podcast`` or ``music`` (``<podcast:medium>``).
        funding: ways to give money (``<podcast:funding>``).
        persons: who is regularly heard (``<podcast:person>``).
        locations: the places it is about or is made at (``<podcast:location>``).
        license: what may be done with the media files (``<podcast:license>``).
        podcast_images: pictures for several purposes (``<podcast:image>``).
        images_srcset: pictures of several sizes, as in HTML; retired (``<podcast:images srcset>``).
        trailers: trailers of the show or of its seasons (``<podcast:trailer>``).
        values: ways to pay while listening (``<podcast:value>``).
        social_interacts: posts under which it is discussed (``<podcast:socialInteract>``).
        chat: where listeners chat about it (``<podcast:chat>``).
        podcast_blocks: which platforms may show it (``<podcast:block>``).
        txts: free texts for several purposes (``<podcast:txt>``).
        update_frequency: how often episodes come out (``<podcast:updateFrequency>``).
        uses_podping: whether changes are told by Podping (``<podcast:podping usesPodping>``).
        podroll: shows that it recommends (``<podcast:podroll>``).
        publisher: the feed of its publisher (``<podcast:publisher>``).
        remote_items: feeds and items that it lists (``<podcast:remoteItem>``).
        atom_links: its links to itself, pages and hubs (``<atom:link>``).
        atom_authors: who made it (``<atom:author>``).
        atom_contributors: who helped (``<atom:contributor>``).
        atom_id: what identifies it (``<atom:id>``).
        atom_updated: when it last changed, aware (``<atom:updated>``).
        atom_icon: the URL of a small square picture (``<atom:icon>``).
        atom_logo: the URL of a picture twice as wide as high (``<atom:logo>``).
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
        sy_update_period: ``hourly``, ``daily``, ``weekly``, … (``<sy:updatePeriod>``).
        sy_update_frequency: how often it changes in that period (``<sy:updateFrequency>``).
        sy_update_base: what the periods are counted from, aware (``<sy:updateBase>``).
        fh_complete: whether the feed holds all episodes (``<fh:complete>``, RFC 5005).
        fh_archive: whether the feed is an archive page (``<fh:archive>``, RFC 5005).
        googleplay_author: who makes the show, for Google Play (``<googleplay:author>``).
        googleplay_owner: the owner's e-mail address (``<googleplay:owner>``).
        googleplay_email: the owner's e-mail address (``<googleplay:email>``).
        googleplay_description: what it is about (``<googleplay:description>``).
        googleplay_explicit: whether it holds explicit language (``<googleplay:explicit>``).
        googleplay_block: whether Google Play shall hide it (``<googleplay:block>``).
        googleplay_image: the URL of its cover (``<googleplay:image href>``).
        googleplay_categories: Google Play's categories (``<googleplay:category>``).
        googleplay_new_feed_url: where the feed has moved to (``<googleplay:new-feed-url>``).
        spotify_limit: how many episodes Spotify shall show (``<spotify:limit recentCount>``).
        spotify_country_of_origin: the countries it is for, by ISO 3166, with spaces between them
            (``<spotify:countryOfOrigin>``).
        spotify_access: who may play it on Spotify (``<spotify:access>``).
        rawvoice_rating: whom it suits (``<rawvoice:rating>``).
        rawvoice_location: where it is made (``<rawvoice:location>``).
        rawvoice_frequency: how often episodes come out (``<rawvoice:frequency>``).
        rawvoice_donate: a way to give money (``<rawvoice:donate>``).
        rawvoice_subscribe: where it is found (``<rawvoice:subscribe>``).
        creative_commons_licenses: the URLs of its licences (``<creativeCommons:license>``).
        cc_license: the URL of its licence (``<cc:license>``).
        geo_lat: its latitude, in degrees (``<geo:lat>``).
        geo_long: its longitude, in degrees (``<geo:long>``).
        georss_point: its latitude and longitude, with a space between them (``<georss:point>``).
        georss_feature_name: the name of the place (``<georss:featurename>``).
        feedburner_info: its name at FeedBurner (``<feedburner:info uri>``).
        podcast_rf_origin_station: Radio France's number of the station
            (``<podcastRF:originStation>``).
        live_items: what is, was or will be on air (``<podcast:liveItem>``).
        episodes: its episodes, in the order of the feed (``<item>``).
        extensions: what else the channel carries.

    >>> show = Show(title="Feminist Wellness", episodes=[Episode(title="Interdependence")])
    >>> show.episodes[0].title
    'Interdependence'
    >>> Show(title=42)
    Traceback (most recent call last):
    TypeError: Show.title must be str or None, not int: 42
    """

    title: str | None = None
    link: str | None = None
    description: str | None = None
    language: str | None = None
    copyright: str | None = None
    managing_editor: str | None = None
    webmaster: str | None = None
    published: datetime | None = None
    last_build_date: datetime | None = None
    categories: tuple[Category, ...] = ()
    generator: str | None = None
    docs: str | None = None
    cloud: Cloud | None = None
    ttl: int | None = None
    image: Image | None = None
    rating: str | None = None
    text_input: TextInput | None = None
    skip_hours: tuple[int, ...] = ()
    skip_days: tuple[str, ...] = ()
    author: str | None = None
    owner: Owner | None = None
    artwork: str | None = None
    itunes_categories: tuple[Category, ...] = ()
    explicit: bool | None = None
    type: str | None = None
    itunes_title: str | None = None
    subtitle: str | None = None
    summary: str | None = None
    complete: bool | None = None
    block: bool | None = None
    new_feed_url: str | None = None
    keywords: str | None = None
    applepodcastsverify: str | None = None
    guid: str | None = None
    locked: bool | None = None
    locked_owner: str | None = None
    medium: str | None = None
    funding: tuple[Funding, ...] = ()
    persons: tuple[Person, ...] = ()
    locations: tuple[Location, ...] = ()
    license: License | None = None
    podcast_images: tuple[PodcastImage, ...] = ()
    images_srcset: str | None = None
    trailers: tuple[Trailer, ...] = ()
    values: tuple[Value, ...] = ()
    social_interacts: tuple[SocialInteract, ...] = ()
    chat: Chat | None = None
    podcast_blocks: tuple[Block, ...] = ()
    txts: tuple[Txt, ...] = ()
    update_frequency: UpdateFrequency | None = None
    uses_podping: bool | None = None
    podroll: tuple[RemoteItem, ...] = ()
    publisher: RemoteItem | None = None
    remote_items: tuple[RemoteItem, ...] = ()
    atom_links: tuple[AtomLink, ...] = ()
    atom_authors: tuple[AtomPerson, ...] = ()
    atom_contributors: tuple[AtomPerson, ...] = ()
    atom_id: str | None = None
    atom_updated: datetime | None = None
    atom_icon: str | None = None
    atom_logo: str | None = None
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
    sy_update_period: str | None = None
    sy_update_frequency: int | None = None
    sy_update_base: datetime | None = None
    fh_complete: bool = False
    fh_archive: bool = False
    googleplay_author: str | None = None
    googleplay_owner: str | None = None
    googleplay_email: str | None = None
    googleplay_description: str | None = None
    googleplay_explicit: bool | None = None
    googleplay_block: bool | None = None
    googleplay_image: str | None = None
    googleplay_categories: tuple[Category, ...] = ()
    googleplay_new_feed_url: str | None = None
    spotify_limit: int | None = None
    spotify_country_of_origin: str | None = None
    spotify_access: SpotifyAccess | None = None
    rawvoice_rating: RawvoiceRating | None = None
    rawvoice_location: str | None = None
    rawvoice_frequency: str | None = None
    rawvoice_donate: RawvoiceDonate | None = None
    rawvoice_subscribe: RawvoiceSubscribe | None = None
    creative_commons_licenses: tuple[str, ...] = ()
    cc_license: str | None = None
    geo_lat: float | None = None
    geo_long: float | None = None
    georss_point: str | None = None
    georss_feature_name: str | None = None
    feedburner_info: str | None = None
    podcast_rf_origin_station: str | None = None
    live_items: tuple[LiveItem, ...] = ()
    episodes: tuple[Episode, ...] = ()
    extensions: tuple[Extension, ...] = ()
