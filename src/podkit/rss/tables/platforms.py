"""What single platforms have asked feeds to say.

Google Play Music's tags for podcasts, Spotify's Podcast Delivery Specification and its Open Access
(developer.spotify.com, Content management), FeedBurner's links, and the numbers in Radio France's
feeds.
"""

from podkit._values import INTEGER, MARKUP, TRUE_FALSE, YES_NO, YES_NO_CLEAN
from podkit._xml import Attribute, InlineChild, RecordChild, Table, TextChild
from podkit.models import Category, SpotifyAccess, SpotifyEntitlement

__all__ = ["ACCESS", "CATEGORY", "CHANNEL", "ENTITLEMENT", "ITEM"]

CATEGORY = Table(Category, (Attribute("text", "text"),))

ENTITLEMENT = Table(SpotifyEntitlement, (Attribute("name", "name"),))

ACCESS = Table(
    SpotifyAccess,
    (
        InlineChild("partner", (Attribute("id", "partner_id"),)),
        InlineChild("sandbox", (Attribute("enabled", "sandbox", TRUE_FALSE),)),
        RecordChild("entitlement", "entitlements", ENTITLEMENT),
    ),
)

_BOTH = (
    TextChild("googleplay:author", "googleplay_author"),
    TextChild("googleplay:description", "googleplay_description", MARKUP),
    TextChild("googleplay:explicit", "googleplay_explicit", YES_NO_CLEAN),
    TextChild("googleplay:block", "googleplay_block", YES_NO),
    InlineChild("googleplay:image", (Attribute("href", "googleplay_image"),)),
)

CHANNEL = (
    *_BOTH,
    TextChild("googleplay:owner", "googleplay_owner"),
    TextChild("googleplay:email", "googleplay_email"),
    RecordChild("googleplay:category", "googleplay_categories", CATEGORY),
    TextChild("googleplay:new-feed-url", "googleplay_new_feed_url"),
    InlineChild("spotify:limit", (Attribute("recentCount", "spotify_limit", INTEGER),)),
    TextChild("spotify:countryOfOrigin", "spotify_country_of_origin"),
    RecordChild("spotify:access", "spotify_access", ACCESS),
    InlineChild("feedburner:info", (Attribute("uri", "feedburner_info"),)),
    TextChild("podcastRF:originStation", "podcast_rf_origin_station"),
)

ITEM = (
    *_BOTH,
    RecordChild("spotify:access", "spotify_access", ACCESS),
    TextChild("feedburner:origLink", "feedburner_orig_link"),
    TextChild("feedburner:origEnclosureLink", "feedburner_orig_enclosure_link"),
    TextChild("podcastRF:businessReference", "podcast_rf_business_reference"),
    TextChild("podcastRF:magnetothequeID", "podcast_rf_magnetotheque_id"),
    TextChild("podcastRF:stepID", "podcast_rf_step_id"),
)
