"""The sections of the authorities' documents, as rules name them."""

from podkit.checks._rules import Section

__all__ = [
    "APPLE_CATEGORIES",
    "APPLE_DETAILS",
    "APPLE_EPISODE",
    "APPLE_SHOW",
    "PSP1_CHANNEL",
    "PSP1_CHANNEL_OPTIONAL",
    "PSP1_CHANNEL_RECOMMENDED",
    "PSP1_DECLARATIONS",
    "PSP1_ITEM",
    "PSP1_ITEM_OPTIONAL",
    "PSP1_ITEM_RECOMMENDED",
    "RSS_CHANNEL",
    "RSS_ENCLOSURE",
    "RSS_GUID",
    "RSS_IMAGE",
    "RSS_ITEM",
]

RSS_CHANNEL = Section("RSS", "RSS 2.0 Specification, Required channel elements")
RSS_IMAGE = Section("RSS", "RSS 2.0 Specification, <image> sub-element of <channel>")
RSS_ITEM = Section("RSS", "RSS 2.0 Specification, Elements of <item>")
RSS_ENCLOSURE = Section("RSS", "RSS 2.0 Specification, <enclosure> sub-element of <item>")
RSS_GUID = Section("RSS", "RSS 2.0 Specification, <guid> sub-element of <item>")

APPLE_SHOW = Section("Apple", "A Podcaster's Guide to RSS, Show tags")
APPLE_EPISODE = Section("Apple", "A Podcaster's Guide to RSS, Episode tags")
APPLE_DETAILS = Section("Apple", "A Podcaster's Guide to RSS, technical details")
APPLE_CATEGORIES = Section("Apple", "Apple Podcasts categories")

PSP1_DECLARATIONS = Section("PSP-1", "Required RSS Namespace Declarations")
PSP1_CHANNEL = Section("PSP-1", "Required <channel> elements")
PSP1_CHANNEL_RECOMMENDED = Section("PSP-1", "Recommended <channel> elements")
PSP1_CHANNEL_OPTIONAL = Section("PSP-1", "Optional supported <channel> elements")
PSP1_ITEM = Section("PSP-1", "Required <item> elements")
PSP1_ITEM_RECOMMENDED = Section("PSP-1", "Recommended <item> elements")
PSP1_ITEM_OPTIONAL = Section("PSP-1", "Optional supported <item> elements")
