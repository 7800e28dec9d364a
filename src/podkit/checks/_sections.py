"""The sections of the authorities' documents, as rules name them."""

from podkit.checks._rules import Section

__all__ = [
    "APPLE_CATEGORIES",
    "APPLE_DETAILS",
    "APPLE_EPISODE",
    "APPLE_MOVE",
    "APPLE_REQUIREMENTS",
    "APPLE_SHOW",
    "APPLE_TRANSCRIPTS",
    "ARCHIVES",
    "ATOM_LINK",
    "CLOSED",
    "CREATIVE_COMMONS",
    "GEO",
    "MEDIA_RSS",
    "PLAYERS",
    "PODLOVE_CHAPTERS",
    "PROFILE_CHANNEL",
    "PROFILE_DATA",
    "PROFILE_ITEM",
    "PROFILE_NAMESPACES",
    "PSP1_CHANNEL",
    "PSP1_CHANNEL_OPTIONAL",
    "PSP1_CHANNEL_RECOMMENDED",
    "PSP1_DECLARATIONS",
    "PSP1_ITEM",
    "PSP1_ITEM_OPTIONAL",
    "PSP1_ITEM_RECOMMENDED",
    "REDIRECTS",
    "RSS_CHANNEL",
    "RSS_CLOUD",
    "RSS_ENCLOSURE",
    "RSS_FORM",
    "RSS_GUID",
    "RSS_IMAGE",
    "RSS_ITEM",
    "RSS_OPTIONAL",
    "RSS_TEXT_INPUT",
    "RSS_TTL",
    "SPOTIFY_ACCESS",
    "SPOTIFY_CHAPTERS",
    "SPOTIFY_EPISODE",
    "SPOTIFY_MEDIA",
    "SPOTIFY_NOTES",
    "SPOTIFY_PICTURES",
    "SPOTIFY_SHOW",
    "SYNDICATION",
    "TRANSCRIPT_FILES",
    "VALIDATOR",
    "WEBSUB",
    "tag",
]

RSS_FORM = Section("RSS", "RSS 2.0 Specification, What is RSS?")
RSS_CHANNEL = Section("RSS", "RSS 2.0 Specification, Required channel elements")
RSS_OPTIONAL = Section("RSS", "RSS 2.0 Specification, Optional channel elements")
RSS_IMAGE = Section("RSS", "RSS 2.0 Specification, <image> sub-element of <channel>")
RSS_CLOUD = Section("RSS", "RSS 2.0 Specification, <cloud> sub-element of <channel>")
RSS_TTL = Section("RSS", "RSS 2.0 Specification, <ttl> sub-element of <channel>")
RSS_TEXT_INPUT = Section("RSS", "RSS 2.0 Specification, <textInput> sub-element of <channel>")
RSS_ITEM = Section("RSS", "RSS 2.0 Specification, Elements of <item>")
RSS_ENCLOSURE = Section("RSS", "RSS 2.0 Specification, <enclosure> sub-element of <item>")
RSS_GUID = Section("RSS", "RSS 2.0 Specification, <guid> sub-element of <item>")

PROFILE_DATA = Section("RSS", "RSS Best Practices Profile, Data types")
PROFILE_CHANNEL = Section("RSS", "RSS Best Practices Profile, Elements of <channel>")
PROFILE_ITEM = Section("RSS", "RSS Best Practices Profile, Elements of <item>")
PROFILE_NAMESPACES = Section("RSS", "RSS Best Practices Profile, Namespace elements")
VALIDATOR = Section("RSS", "W3C Feed Validation Service, Warnings")
ATOM_LINK = Section("RSS", 'RFC 4287 (Atom), The "atom:link" element')
ARCHIVES = Section("RSS", "RFC 5005 (Feed Paging and Archiving)")
WEBSUB = Section("RSS", "WebSub, Discovery")
SYNDICATION = Section("RSS", "RSS 1.0 Syndication module")
MEDIA_RSS = Section("RSS", "Media RSS Specification")
PODLOVE_CHAPTERS = Section("RSS", "Podlove Simple Chapters 1.2")
REDIRECTS = Section("RSS", "RFC 9110 (HTTP), Redirection 3xx")
CREATIVE_COMMONS = Section("RSS", "creativeCommons RSS module")
GEO = Section("RSS", "W3C Basic Geo Vocabulary")

APPLE_SHOW = Section("Apple", "A Podcaster's Guide to RSS, Show tags")
APPLE_EPISODE = Section("Apple", "A Podcaster's Guide to RSS, Episode tags")
APPLE_DETAILS = Section("Apple", "A Podcaster's Guide to RSS, technical details")
APPLE_REQUIREMENTS = Section("Apple", "Podcast RSS feed requirements")
APPLE_MOVE = Section("Apple", "Change the RSS feed URL of a podcast")
APPLE_TRANSCRIPTS = Section("Apple", "Transcripts on Apple Podcasts")
APPLE_CATEGORIES = Section("Apple", "Apple Podcasts categories")

SPOTIFY_ACCESS = Section("Spotify", "Spotify Open Access, Content management")
SPOTIFY_SHOW = Section("Spotify", "Podcast Delivery Specification, Show metadata")
SPOTIFY_EPISODE = Section("Spotify", "Podcast Delivery Specification, Episode metadata")
SPOTIFY_MEDIA = Section("Spotify", "Podcast Delivery Specification, Audio files")
SPOTIFY_PICTURES = Section("Spotify", "Podcast Delivery Specification, Images")
SPOTIFY_NOTES = Section("Spotify", "Spotify for Creators, Formatting your show notes")
SPOTIFY_CHAPTERS = Section("Spotify", "Spotify for Creators, Creating and managing chapters")

PSP1_DECLARATIONS = Section("PSP-1", "Required RSS Namespace Declarations")
PSP1_CHANNEL = Section("PSP-1", "Required <channel> elements")
PSP1_CHANNEL_RECOMMENDED = Section("PSP-1", "Recommended <channel> elements")
PSP1_CHANNEL_OPTIONAL = Section("PSP-1", "Optional supported <channel> elements")
PSP1_ITEM = Section("PSP-1", "Required <item> elements")
PSP1_ITEM_RECOMMENDED = Section("PSP-1", "Recommended <item> elements")
PSP1_ITEM_OPTIONAL = Section("PSP-1", "Optional supported <item> elements")

CLOSED = Section(
    "Players",
    "What has closed: Google Play Music (2020), Stitcher (2023), Google Podcasts, Chartable (2024)",
)
PLAYERS = Section("Players", "What players do with chapters, tags and large feeds")
TRANSCRIPT_FILES = Section("Podcasting 2.0", "docs/examples/transcripts/transcripts.md")


def tag(name: str) -> Section:
    """Give the page of a tag of the podcast namespace.

    >>> tag("live-item").title
    'docs/tags/live-item.md'
    """
    return Section("Podcasting 2.0", f"docs/tags/{name}.md")
