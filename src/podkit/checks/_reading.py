"""What reading a feed reports, and checking with it: what is asked, in a sentence for each id."""

from collections.abc import Mapping

__all__ = ["READING_PROBLEMS"]

READING_PROBLEMS: Mapping[str, str] = {
    "unknown-element": "Every element is in a table of podkit's.",
    "unknown-attribute": "Every attribute is in a table of podkit's.",
    "unknown-text": "There is no text where there should be elements only.",
    "repeated-element": "An element that may stand once stands once.",
    "incomplete-element": "An element has what it is for, such as the URL of an enclosure.",
    "not-text": "Where there should be a text, there are no elements or attributes.",
    "bad-value": "A value is spelled so that it can be understood.",
    "forgiven-value": "A value is spelled as its document asks.",
    "space-before-declaration": "Nothing stands before the XML declaration.",
    "encoding": "The bytes are in the encoding that the feed declares.",
    "damaged-gzip": "Packed data is whole.",
    "undefined-entity": "Every entity is one that XML has.",
    "control-character": "There are no characters that XML doesn't have.",
    "not-well-formed": "The XML is well-formed.",
    "cut-off": "The feed is there to its end.",
    "no-rss": "The channel stands within an <rss> element.",
    "no-channel": "There is a <channel>.",
    "item-outside-channel": "Every item stands within the channel.",
    "read-by-feedparser": "The feed is RSS 2.0.",
    "too-much-for-feedparser": "A feed of another kind has nothing that takes minutes to read.",
    # What the command reports where the functions raise.
    "no-feed": "The data is a feed.",
}
