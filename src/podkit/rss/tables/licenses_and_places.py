"""Licences and places of older feeds.

Creative Commons' two modules (backend.userland.com/creativeCommonsRssModule and
creativecommons.org/ns), the W3C's Basic Geo vocabulary, and GeoRSS Simple (georss.org).
"""

from podkit._values import DECIMAL
from podkit._xml import TextChild

__all__ = ["CHANNEL", "ITEM"]

ITEM = (
    TextChild("creativeCommons:license", "creative_commons_licenses"),
    TextChild("cc:license", "cc_license"),
    TextChild("geo:lat", "geo_lat", DECIMAL),
    TextChild("geo:long", "geo_long", DECIMAL),
    TextChild("georss:point", "georss_point"),
    TextChild("georss:featurename", "georss_feature_name"),
)

CHANNEL = ITEM
