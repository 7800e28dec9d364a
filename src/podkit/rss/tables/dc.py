"""Dublin Core 1.1: the fifteen elements (dublincore.org/documents/dces)."""

from podkit._values import MARKUP, W3C_DATE
from podkit._xml import TextChild

__all__ = ["CHANNEL", "ITEM"]

ITEM = (
    TextChild("dc:title", "dc_title"),
    TextChild("dc:creator", "dc_creators"),
    TextChild("dc:contributor", "dc_contributors"),
    TextChild("dc:publisher", "dc_publisher"),
    TextChild("dc:subject", "dc_subjects"),
    TextChild("dc:description", "dc_description", MARKUP),
    TextChild("dc:date", "dc_date", W3C_DATE),
    TextChild("dc:type", "dc_type"),
    TextChild("dc:format", "dc_format"),
    TextChild("dc:identifier", "dc_identifier"),
    TextChild("dc:source", "dc_source"),
    TextChild("dc:language", "dc_language"),
    TextChild("dc:relation", "dc_relation"),
    TextChild("dc:coverage", "dc_coverage"),
    TextChild("dc:rights", "dc_rights"),
)

CHANNEL = ITEM
