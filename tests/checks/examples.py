"""For each rule, what breaks it and what keeps it.

An example is what stands in a channel, two of these for a rule that looks at a move, or a value for
one that looks at a file. It takes the place of what a good feed has of the same names; an item or
live item in it does so within a good one.
"""

import re
from datetime import UTC, datetime

import attrs
from lxml import etree

from podkit import (
    AudioTags,
    Chapter,
    Chapters,
    Cue,
    Picture,
    Transcript,
    rss,
)
from podkit._xml.namespaces import NAMESPACES

NOW = datetime(2024, 6, 1, tzinfo=UTC)
# How long the audio of the files plays, in seconds.
DURATION = 60

NAMESPACE = "".join(f' xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items() if prefix)
DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
CHANNEL = f"""
<title>Tides &amp; Tales</title>
<link>https://example.com/</link>
<description>Stories from the coast.</description>
<language>en</language>
<itunes:author>Ann Lee</itunes:author>
<itunes:owner><itunes:email>ann@example.com</itunes:email></itunes:owner>
<itunes:image href="https://example.com/cover.jpg"/>
<itunes:category text="Fiction"/>
<itunes:explicit>false</itunes:explicit>
<atom:link href="https://example.com/feed.xml" rel="self" type="application/rss+xml"/>
<podcast:guid>{rss.podcast_guid("https://example.com/feed.xml")}</podcast:guid>
<podcast:locked>no</podcast:locked>
"""
ITEM = """
<title>Fog</title>
<link>https://example.com/fog</link>
<description>Where it comes from, and where it goes.</description>
<enclosure url="https://example.com/{n}.mp3" length="29280000" type="audio/mpeg"/>
<guid isPermaLink="false">fog-{n}</guid>
<pubDate>Fri, 0{n} Mar 2024 09:00:00 +0000</pubDate>
<itunes:duration>1830</itunes:duration>
<itunes:image href="https://example.com/fog.jpg"/>
<itunes:explicit>false</itunes:explicit>
<itunes:episode>{n}</itunes:episode>
<podcast:transcript url="https://example.com/{n}.vtt" type="text/vtt"/>
"""
LIVE_ITEM = """
<title>Fog, live</title>
<enclosure url="https://example.com/live.mp3" length="33" type="audio/mpeg"/>
<guid isPermaLink="false">live-{n}</guid>
<podcast:alternateEnclosure type="audio/mpeg" length="33">
<podcast:source uri="https://example.com/live.mp3"/></podcast:alternateEnclosure>
<podcast:contentLink href="https://example.com/live">Our page</podcast:contentLink>
"""


@attrs.frozen
class Example:
    """What breaks a rule, and what keeps it.

    Attributes:
        bad: what breaks it.
        good: what keeps it.
        also: the rules that are broken with it.
    """

    bad: object
    good: object
    also: frozenset[str] = frozenset()


def feed(snippet, *others):
    """Put what stands in a channel into a good feed, in place of what it and the others name."""
    channel, given = _parsed(CHANNEL), _parsed(snippet)
    given_before = [_parsed(other) for other in others]
    _take_out(channel, [given, *given_before])
    has_items = any(element.tag == "item" for each in (given, *given_before) for element in each)
    numbers = iter(range(1, 10))
    for element in given:
        if _is_item(element):
            base = ITEM if element.tag == "item" else LIVE_ITEM
            within = [item for each in (given, *given_before) for item in each if _is_item(item)]
            whole = _parsed(base.format(n=next(numbers)))
            _take_out(whole, [item for item in within if item.tag == element.tag])
            whole.extend(element)
            element.extend(whole)
        channel.append(element)
    if not has_items:
        item = _parsed(ITEM.format(n=1))
        item.tag = "item"
        channel.append(item)
    document = etree.tostring(channel, encoding="unicode").replace("<x", "<channel", 1)
    document = re.sub(r"(<channel)[^>]*>", r"\1>", document, count=1)[:-4]
    return f'{DECLARATION}<rss version="2.0"{NAMESPACE}>\n{document}</channel>\n</rss>\n'.encode()


def _parsed(snippet):
    parser = etree.XMLParser(strip_cdata=False)
    return etree.fromstring(f"<x{NAMESPACE}>{snippet}</x>", parser)


def _is_item(element):
    return isinstance(element.tag, str) and element.tag.endswith(("item", "liveItem"))


def _take_out(whole, parts):
    names = {element.tag for part in parts for element in part}
    for element in list(whole):
        if element.tag in names:
            whole.remove(element)


def item(*children):
    return f"<item>{''.join(children)}</item>"


def live(
    children, attributes='status="live" start="2024-03-01T09:00:00Z" end="2024-03-01T10:00:00Z"'
):
    return f"<podcast:liveItem {attributes}>{children}</podcast:liveItem>"


def head(*, declaration=DECLARATION, version="2.0", changes=None):
    named = "".join(
        f' xmlns:{prefix}="{NAMESPACES[prefix]}"' for prefix in ("itunes", "podcast", "atom")
    )
    start = f'{declaration}<rss version="{version}"{named}>\n<channel>'
    for old, new in (changes or {}).items():
        start = start.replace(old, new)
    return start


def pair(element):
    """Give items that have the element each, first in this form and then in that."""
    return lambda *values: "".join(item(element.format(value)) for value in values)


def cues(*times, text="Hello.", speaker="Ann"):
    return Transcript(
        cues=[Cue(text=text, start=start, end=end, speaker=speaker) for start, end in times]
    )


def marks(*chapters):
    return Chapters(chapters=[Chapter(**chapter) for chapter in chapters])


def tags(**changes):
    return attrs.evolve(TAGS, **changes)


COVER = Picture(data=b"...", mime_type="image/jpeg")
TAGS = AudioTags(title="Fog", artist="Ann Lee", album="Tides & Tales", pictures=[COVER])
INTRO, NEWS, END = (
    {"start": 0, "title": "Hello"},
    {"start": 20, "title": "News"},
    {"start": 40, "title": "Goodbye"},
)
SPECIFICATION = "https://www.rssboard.org/rss-specification"
TEXT_INPUT = (
    "<textInput><title>Search</title><description>Find</description><name>{name}</name>"
    "<link>{link}</link></textInput>"
)
FORM = frozenset({"text-input-present"})
RECIPIENT = (
    '<podcast:valueRecipient name="Ann" type="lnaddress" address="ann@example.com" split="1"/>'
)
NODE = "02e12fea95f576a680ec1938b7ed98ef0855eadeced493566877d404e404bfbf52"
GUID = "917393e3-1b1e-5cef-ace4-edaa54e1f810"


def value(inner, attributes='type="lightning" method="lnaddress"'):
    return f"<podcast:value {attributes}>{inner}</podcast:value>"


def recipient(attributes):
    return value(f"<podcast:valueRecipient {attributes}/>")


def split(inner, attributes='startTime="60" duration="30"'):
    return item(
        value(f"{RECIPIENT}<podcast:valueTimeSplit {attributes}>{inner}</podcast:valueTimeSplit>")
    )


def alternate(attributes="", inner='<podcast:source uri="https://example.com/1.opus"/>'):
    given = (
        'type="audio/opus" length="9000000"' if "type=" not in attributes else 'length="9000000"'
    )
    return item(
        f"<podcast:alternateEnclosure {given} {attributes}>{inner}</podcast:alternateEnclosure>"
    )


def trailer(attributes, text="Coming soon"):
    return f'<podcast:trailer url="https://example.com/t.mp3" {attributes}>{text}</podcast:trailer>'


def image(url="https://example.com/logo.png", title="Tides &amp; Tales", more=""):
    link = "<link>https://example.com/</link>"
    return f"<image><url>{url}</url><title>{title}</title>{more or link}</image>"


def cloud(port="80", protocol="xml-rpc", more='registerProcedure="ping"'):
    return (
        f'<cloud domain="rpc.example.com" port="{port}" path="/RPC2" protocol="{protocol}" {more}/>'
    )


def publisher(attributes):
    return f"<podcast:publisher><podcast:remoteItem {attributes}/></podcast:publisher>"


def remote(attributes):
    return f"<podcast:podroll><podcast:remoteItem {attributes}/></podcast:podroll>"


def schedule(attributes, text="Every week"):
    return f"<podcast:updateFrequency {attributes}>{text}</podcast:updateFrequency>"


AT = 'feedUrl="https://other.example/feed.xml"'
PUBLISHER = f'medium="publisher" feedGuid="{GUID}" feedUrl="https://pub.example/feed.xml"'
DATED = 'pubdate="Fri, 01 Mar 2024 09:00:00 +0000"'
SIZED = 'length="1000000" type="audio/mpeg"'


def access(inner):
    return f"<spotify:access>{inner}</spotify:access>"


def notes(address):
    return f'<![CDATA[<p>Hear us <a href="{address}">there</a>.</p>]]>'


def media(attributes):
    return item(f"<media:content {attributes}/>")


def media_group(inner):
    return item(f"<media:group>{inner}</media:group>")


def picture(attributes, href="https://example.com/wide.png"):
    return f'<podcast:image href="{href}" {attributes}/>'


def post(attributes):
    return item(f"<podcast:socialInteract {attributes}/>")


PARTNER = '<partner id="2zkvpokj"/>'
POST = 'protocol="activitypub" uri="https://example.com/@ann/1" accountId="@ann"'
PLACE = 'rel="subject" geo="geo:59.9,10.7" osm="R406091" country="NO"'


def place(attributes, text="Oslo"):
    return f"<podcast:location {attributes}>{text}</podcast:location>"


def transcript(attributes, url="https://example.com/1.vtt"):
    return item(f'<podcast:transcript url="{url}" {attributes}/>')


def link(rel, href="https://example.com/feed.xml", more=""):
    return f'<atom:link rel="{rel}" href="{href}" {more}/>'


def serial(*numbers_and_days):
    items = (
        item(
            f"<itunes:episode>{number}</itunes:episode>"
            f"<pubDate>Fri, {day:02} Mar 2024 09:00:00 +0000</pubDate>"
        )
        for number, day in numbers_and_days
    )
    return f"<itunes:type>serial</itunes:type>{''.join(items)}"


RSS = {
    "title-missing": ("", "<title>Tides &amp; Tales</title>"),
    "link-missing": ("", "<link>https://example.com/</link>"),
    "description-missing": ("", "<description>Stories from the coast.</description>"),
    "image-incomplete": (image(more="<description>Our logo</description>"), image()),
    "guid-repeated": (
        pair('<guid isPermaLink="false">{}</guid>')("fog", "fog"),
        pair('<guid isPermaLink="false">{}</guid>')("fog", "ice"),
    ),
    "item-empty": Example(
        item(),
        item("<title>Fog</title>", "<description>Where it comes from.</description>"),
        also=frozenset({"episode-title-missing", "episode-description-missing"}),
    ),
    "enclosure-not-http": (
        item('<enclosure url="1.mp3" length="29280000" type="audio/mpeg"/>'),
        item('<enclosure url="https://example.com/1.mp3" length="29280000" type="audio/mpeg"/>'),
    ),
    "enclosure-length-missing": (
        item('<enclosure url="https://example.com/1.mp3" type="audio/mpeg"/>'),
        item('<enclosure url="https://example.com/1.mp3" length="29280000" type="audio/mpeg"/>'),
    ),
    "enclosure-type-missing": (
        item('<enclosure url="https://example.com/1.mp3" length="29280000"/>'),
        item('<enclosure url="https://example.com/1.mp3" length="29280000" type="audio/mpeg"/>'),
    ),
    "guid-not-permalink": (
        item("<guid>fog-1</guid>"),
        item('<guid isPermaLink="false">fog-1</guid>'),
    ),
    "link-not-absolute": (item("<link>/fog</link>"), item("<link>https://example.com/fog</link>")),
    "link-not-ascii": (
        item("<link>https://example.com/über</link>"),
        item("<link>https://example.com/%C3%BCber</link>"),
    ),
    "docs-not-absolute": ("<docs>RSS 2.0</docs>", f"<docs>{SPECIFICATION}</docs>"),
    "comments-not-absolute": (
        item("<comments>/fog#comments</comments>"),
        item("<comments>https://example.com/fog#comments</comments>"),
    ),
    "source-not-absolute": (
        item('<source url="feed.xml">Other</source>'),
        item('<source url="https://other.example/feed.xml">Other</source>'),
    ),
    "image-not-absolute": (image("logo.png"), image()),
    "image-size": (
        image(more="<link>https://example.com/</link><width>1400</width>"),
        image(more="<link>https://example.com/</link><width>144</width>"),
    ),
    "image-suffix": (image("https://example.com/logo.tiff"), image("https://example.com/logo")),
    "image-title-differs": (image(title="Logo"), image()),
    "image-link-differs": (
        image(more="<link>https://example.com/logo.png</link>"),
        image(more="<link>https://example.com</link>"),
    ),
    "cloud-incomplete": (cloud(more=""), cloud(protocol="http-post", more="")),
    "cloud-port": (cloud(port="0"), cloud()),
    "cloud-protocol-unknown": (cloud(protocol="websub"), cloud(protocol="soap")),
    "ttl-low": ("<ttl>0</ttl>", "<ttl>60</ttl>"),
    "skip-hour-unknown": (
        "<skipHours><hour>24</hour></skipHours>",
        "<skipHours><hour>0</hour></skipHours>",
    ),
    "skip-hour-repeated": (
        "<skipHours><hour>1</hour><hour>1</hour></skipHours>",
        "<skipHours><hour>1</hour><hour>2</hour></skipHours>",
    ),
    "skip-day-unknown": (
        "<skipDays><day>Someday</day></skipDays>",
        "<skipDays><day>Sunday</day></skipDays>",
    ),
    "skip-day-repeated": (
        "<skipDays><day>Sunday</day><day>Sunday</day></skipDays>",
        "<skipDays><day>Saturday</day><day>Sunday</day></skipDays>",
    ),
    "text-input-incomplete": Example(
        "<textInput><title>Search</title><link>https://example.com/search</link></textInput>",
        TEXT_INPUT.format(name="q", link="https://example.com/search"),
        also=FORM,
    ),
    "text-input-not-absolute": Example(
        TEXT_INPUT.format(name="q", link="/search"),
        TEXT_INPUT.format(name="q", link="https://example.com/search"),
        also=FORM,
    ),
    "text-input-name": Example(
        TEXT_INPUT.format(name="what to find?", link="https://example.com/search"),
        TEXT_INPUT.format(name="q", link="https://example.com/search"),
        also=FORM,
    ),
    "text-input-present": (
        TEXT_INPUT.format(name="q", link="https://example.com/search"),
        "",
    ),
    "channel-email-missing": (
        "<managingEditor>Ann Lee</managingEditor>",
        "<managingEditor>ann@example.com (Ann Lee)</managingEditor>",
    ),
    "author-email-missing": (
        item("<author>Ann Lee</author>"),
        item("<author>ann@example.com (Ann Lee)</author>"),
    ),
    "email-form": (
        "<webMaster>Ann Lee, ann@example.com</webMaster>",
        "<webMaster>ann@example.com (Ann Lee)</webMaster>",
    ),
    "enclosures-several": (
        item(
            '<enclosure url="https://example.com/1.mp3" length="29280000" type="audio/mpeg"/>',
            '<enclosure url="https://example.com/1.m4a" length="29280000" type="audio/x-m4a"/>',
        ),
        item('<enclosure url="https://example.com/1.mp3" length="29280000" type="audio/mpeg"/>'),
    ),
    "enclosure-type-malformed": Example(
        item('<enclosure url="https://example.com/1.mp3" length="29280000" type="mp3"/>'),
        item('<enclosure url="https://example.com/1.mp3" length="29280000" type="audio/mpeg"/>'),
        also=frozenset(
            {"enclosure-type-unknown", "enclosure-type-differs", "enclosure-type-refused"}
        ),
    ),
    "guid-small": (
        item('<guid isPermaLink="false">270</guid>'),
        item('<guid isPermaLink="false">7c029615-a810-5214-9342-eee73f58435d</guid>'),
    ),
    "date-implausible": (
        item("<pubDate>Thu, 01 Jan 1970 00:00:00 +0000</pubDate>"),
        item("<pubDate>Thu, 28 Mar 2024 09:00:00 +0000</pubDate>"),
    ),
    "build-date-early": (
        "<lastBuildDate>Mon, 01 Jan 2024 09:00:00 +0000</lastBuildDate>",
        "<lastBuildDate>Mon, 01 Apr 2024 09:00:00 +0000</lastBuildDate>",
    ),
    "html-in-title": (
        item("<title>&lt;b&gt;Fog&lt;/b&gt;</title>"),
        item("<title>Fog &lt;3 Ice</title>"),
    ),
    "html-in-text": (
        item("<itunes:subtitle>Fog &amp;amp; ice</itunes:subtitle>"),
        item("<itunes:subtitle>Fog &amp; ice</itunes:subtitle>"),
    ),
    "html-in-category": (
        "<category>Tides &amp;amp; Tales</category>",
        "<category>Tides &amp; Tales</category>",
    ),
    "html-in-image": (
        image(more="<link>https://example.com/</link><description>&lt;b>Us&lt;/b></description>"),
        image(more="<link>https://example.com/</link><description>Us</description>"),
    ),
    "html-in-form": Example(
        TEXT_INPUT.format(name="q", link="https://example.com/").replace(
            "Find", "&lt;i>Find&lt;/i>"
        ),
        TEXT_INPUT.format(name="q", link="https://example.com/"),
        also=FORM,
    ),
    "html-in-source": (
        item('<source url="https://other.example/feed.xml">Other &amp;eacute;</source>'),
        item('<source url="https://other.example/feed.xml">Other é</source>'),
    ),
    "html-in-summary": (
        "<itunes:summary>Stories from the &lt;i>coast&lt;/i>.</itunes:summary>",
        "<itunes:summary>Stories from the coast.</itunes:summary>",
    ),
    "html-unsafe": Example(
        item("<description><![CDATA[<p>Fog</p><script>play()</script>]]></description>"),
        item("<description><![CDATA[<p>Fog</p>]]></description>"),
        also=frozenset({"html-stripped"}),
    ),
    "html-relative-address": (
        item('<description><![CDATA[<a href="/fog">Fog</a>]]></description>'),
        item('<description><![CDATA[<a href="https://example.com/fog">Fog</a>]]></description>'),
    ),
    "escaped-twice": (
        item("<description>&amp;lt;p&amp;gt;Fog&amp;lt;/p&amp;gt;</description>"),
        item("<description>&lt;p&gt;Fog&lt;/p&gt;</description>"),
    ),
    "content-without-description": Example(
        item("<content:encoded><![CDATA[<p>Fog</p>]]></content:encoded>"),
        item(
            "<description>Fog</description>",
            "<content:encoded><![CDATA[<p>Fog</p>]]></content:encoded>",
        ),
        also=frozenset({"episode-description-missing"}),
    ),
    "said-twice": ("<dc:language>en</dc:language>", "<dc:publisher>Ann Lee</dc:publisher>"),
    "self-link-missing": ("", link("self")),
    "self-link-repeated": (
        link("self") + link("self", "https://other.example/feed.xml"),
        link("self") + link("alternate", "https://example.com/"),
    ),
    "atom-link-not-absolute": (
        link("self") + link("hub", "/hub"),
        link("self") + link("hub", "https://hub.example.com/"),
    ),
    "atom-link-type-malformed": (
        link("self", more='type="rss"'),
        link("self", more='type="application/rss+xml"'),
    ),
    "hub-without-self": Example(
        link("hub", "https://hub.example.com/"),
        link("self") + link("hub", "https://hub.example.com/"),
        also=frozenset({"self-link-missing"}),
    ),
    "paging-link-repeated": (
        link("self")
        + link("next", "https://example.com/feed2.xml")
        + link("next", "https://example.com/feed3.xml"),
        link("self") + link("next", "https://example.com/feed2.xml"),
    ),
    "complete-feed-paged": (
        f"{link('self')}{link('next', 'https://example.com/feed2.xml')}<fh:complete/>",
        f"{link('self')}<fh:complete/>",
    ),
    "archive-without-current": (
        f"{link('self')}<fh:archive/>",
        f"{link('self')}{link('current')}<fh:archive/>",
    ),
    "paging-link-in-item": (
        item(link("next", "https://example.com/feed2.xml")),
        item(link("replies", "https://example.com/fog/replies")),
    ),
    "chapters-in-feed-out-of-order": (
        item(
            '<psc:chapters><psc:chapter start="00:01:00" title="News"/>'
            '<psc:chapter start="0" title="Hello"/></psc:chapters>'
        ),
        item(
            '<psc:chapters><psc:chapter start="0" title="Hello"/>'
            '<psc:chapter start="00:01:00" title="News"/></psc:chapters>'
        ),
    ),
    "chapters-in-feed-beyond-end": (
        item('<psc:chapters><psc:chapter start="05:00:00" title="News"/></psc:chapters>'),
        item('<psc:chapters><psc:chapter start="00:05:00" title="News"/></psc:chapters>'),
    ),
    "prefixes-many": (
        item(
            '<enclosure url="https://a.example/b.example/c.example/d.example/e.example/f.example'
            '/g.example/1.mp3" length="29280000" type="audio/mpeg"/>'
        ),
        item(
            '<enclosure url="https://a.example/b.example/1.mp3" length="29280000"'
            ' type="audio/mpeg"/>'
        ),
    ),
    "license-not-absolute": (
        "<creativeCommons:license>by-sa</creativeCommons:license>",
        "<creativeCommons:license>https://example.com/by-sa</creativeCommons:license>",
    ),
    "dc-language-malformed": (
        item("<dc:language>English!</dc:language>"),
        item("<dc:language>en</dc:language>"),
    ),
    "update-period-unknown": (
        "<sy:updatePeriod>often</sy:updatePeriod>",
        "<sy:updatePeriod>weekly</sy:updatePeriod>",
    ),
    "update-frequency-low": (
        "<sy:updateFrequency>0</sy:updateFrequency>",
        "<sy:updateFrequency>1</sy:updateFrequency>",
    ),
    "latitude-off-the-globe": (
        item("<geo:lat>95</geo:lat><geo:long>10.7</geo:long>"),
        item("<geo:lat>59.9</geo:lat><geo:long>10.7</geo:long>"),
    ),
    "longitude-off-the-globe": (
        item("<geo:lat>59.9</geo:lat><geo:long>190</geo:long>"),
        item("<geo:lat>59.9</geo:lat><geo:long>10.7</geo:long>"),
    ),
    "media-address-malformed": (media('url="1.mp3"'), media('url="https://example.com/1.mp3"')),
    "media-type-malformed": (media('type="mp3"'), media('type="audio/mpeg"')),
    "media-word-unknown": (media('medium="sound"'), media('medium="audio" expression="full"')),
    "media-number-low": (media('fileSize="0"'), media('fileSize="29280000"')),
    "media-link-malformed": (
        item('<media:thumbnail url="1.jpg"/>'),
        item('<media:thumbnail url="https://example.com/1.jpg"/>'),
    ),
    "media-text-type-unknown": (
        item('<media:title type="text/html">Fog</media:title>'),
        item('<media:title type="html">Fog</media:title>'),
    ),
    "html-in-media": (
        item("<media:description>&lt;b>Fog&lt;/b></media:description>"),
        item('<media:description type="html">&lt;b>Fog&lt;/b></media:description>'),
    ),
    "media-rating-unknown": (
        "<media:rating>clean</media:rating>",
        '<media:rating>nonadult</media:rating><media:rating scheme="urn:mpaa">PG</media:rating>',
    ),
    "restriction-unknown": (
        '<media:restriction relationship="allow">us</media:restriction>',
        '<media:restriction relationship="allow">all</media:restriction>',
    ),
    "restriction-type-unknown": (
        '<media:restriction relationship="allow" type="state">ny</media:restriction>',
        '<media:restriction relationship="allow" type="country">us</media:restriction>',
    ),
    "restriction-relationship": (
        '<media:restriction type="country">us</media:restriction>',
        '<media:restriction relationship="allow" type="country">us</media:restriction>',
    ),
    "restriction-country-unknown": (
        '<media:restriction relationship="allow" type="country">USA</media:restriction>',
        '<media:restriction relationship="allow" type="country">us ca</media:restriction>',
    ),
}

APPLE = {
    "language-missing": ("", "<language>en</language>"),
    "language-unknown": ("<language>english</language>", "<language>pt-BR</language>"),
    "artwork-missing": ("", '<itunes:image href="https://example.com/cover.jpg"/>'),
    "artwork-suffix": (
        '<itunes:image href="https://example.com/cover.gif"/>',
        '<itunes:image href="https://example.com/cover.jpg?v=2"/>',
    ),
    "category-missing": ("", '<itunes:category text="Fiction"/>'),
    "category-unknown": (
        '<itunes:category text="fiction"/>',
        '<itunes:category text="Fiction"><itunes:category text="Drama"/></itunes:category>',
    ),
    "category-retired": (
        '<itunes:category text="Arts"><itunes:category text="Literature"/></itunes:category>',
        '<itunes:category text="Arts"><itunes:category text="Books"/></itunes:category>',
    ),
    "category-repeated": (
        '<itunes:category text="Arts"/><itunes:category text="Arts"/>',
        '<itunes:category text="Arts"/><itunes:category text="Fiction"/>',
    ),
    "explicit-missing": ("", "<itunes:explicit>false</itunes:explicit>"),
    "author-missing": ("", "<itunes:author>Ann Lee</itunes:author>"),
    "show-type-unknown": (
        "<itunes:type>weekly</itunes:type>",
        "<itunes:type>episodic</itunes:type>",
    ),
    "episode-number-missing": (
        f"<itunes:type>serial</itunes:type>{item('')}",
        f"<itunes:type>serial</itunes:type>{item('<itunes:episode>1</itunes:episode>')}",
    ),
    "description-too-long": (
        f"<description>{'a' * 4001}</description>",
        f"<description>{'a' * 4000}</description>",
    ),
    "value-too-long": (
        item(f"<title>{'a' * 256}</title>"),
        item(f"<title>{'a' * 255}</title>"),
    ),
    "episode-title-missing": (item(), item("<title>Fog</title>")),
    "enclosure-missing": (
        item(),
        item('<enclosure url="https://example.com/1.mp3" length="29280000" type="audio/mpeg"/>'),
    ),
    "enclosure-length-zero": (
        item('<enclosure url="https://example.com/1.mp3" length="0" type="audio/mpeg"/>'),
        item('<enclosure url="https://example.com/1.mp3" length="29280000" type="audio/mpeg"/>'),
    ),
    "enclosure-suffix": (
        item(
            '<enclosure url="https://example.com/1.mp3.php" length="29280000" type="audio/mpeg"/>'
        ),
        item(
            '<enclosure url="https://example.com/1.MP3?a=b" length="29280000" type="audio/mpeg"/>'
        ),
    ),
    "enclosure-type-unknown": (
        item('<enclosure url="https://example.com/1.mp3" length="29280000" type="audio/mp3"/>'),
        item('<enclosure url="https://example.com/1.mp3" length="29280000" type="audio/mpeg"/>'),
    ),
    "date-missing": (item(), item("<pubDate>Thu, 28 Mar 2024 09:00:00 +0000</pubDate>")),
    "episode-description-missing": (
        item(),
        item("<description>Where it comes from.</description>"),
    ),
    "duration-missing": (item(), item("<itunes:duration>1830</itunes:duration>")),
    "episode-link-missing": (item(), item("<link>https://example.com/fog</link>")),
    "episode-artwork-missing": (item(), item('<itunes:image href="https://example.com/fog.jpg"/>')),
    "episode-explicit-missing": (item(), item("<itunes:explicit>false</itunes:explicit>")),
    "episode-number-zero": (
        item("<itunes:season>0</itunes:season>"),
        item("<itunes:season>1</itunes:season>"),
    ),
    "episode-type-unknown": (
        item("<itunes:episodeType>teaser</itunes:episodeType>"),
        item("<itunes:episodeType>trailer</itunes:episodeType>"),
    ),
    "artwork-not-http": (
        item('<itunes:image href="fog.jpg"/>'),
        item('<itunes:image href="https://example.com/fog.jpg"/>'),
    ),
    "enclosure-not-ascii": (
        item('<enclosure url="https://example.com/Über.mp3" length="29280000" type="audio/mpeg"/>'),
        item('<enclosure url="https://example.com/on.mp3" length="29280000" type="audio/mpeg"/>'),
    ),
    "artwork-not-ascii": (
        '<itunes:image href="https://example.com/our cover.jpg"/>',
        '<itunes:image href="https://example.com/our%20cover.jpg"/>',
    ),
    "artwork-not-https": (
        '<itunes:image href="http://example.com/cover.jpg"/>',
        '<itunes:image href="https://example.com/cover.jpg"/>',
    ),
    "enclosure-not-https": (
        item('<enclosure url="http://example.com/1.mp3" length="29280000" type="audio/mpeg"/>'),
        item('<enclosure url="https://example.com/1.mp3" length="29280000" type="audio/mpeg"/>'),
    ),
    "episodes-missing": ("", item()),
    "enclosure-repeated": (
        pair('<enclosure url="https://example.com/{}.mp3" length="29280000" type="audio/mpeg"/>')(
            1, 1
        ),
        pair('<enclosure url="https://example.com/{}.mp3" length="29280000" type="audio/mpeg"/>')(
            1, 2
        ),
    ),
    "enclosure-type-differs": (
        item('<enclosure url="https://example.com/1.m4a" length="29280000" type="audio/mpeg"/>'),
        item('<enclosure url="https://example.com/1.m4a" length="29280000" type="audio/x-m4a"/>'),
    ),
    "enclosure-length-low": (
        item('<enclosure url="https://example.com/1.mp3" length="1830" type="audio/mpeg"/>'),
        item('<enclosure url="https://example.com/1.mp3" length="29280000" type="audio/mpeg"/>'),
    ),
    "duration-implausible": Example(
        item("<itunes:duration>1830000</itunes:duration>"),
        item("<itunes:duration>1830</itunes:duration>"),
        also=frozenset({"duration-long", "enclosure-length-low"}),
    ),
    "title-with-number": (
        item("<title>Episode 12: Fog</title>"),
        item("<title>1984: what Orwell saw</title>"),
    ),
    "title-with-show": (
        item("<title>Tides &amp; Tales: Fog</title>"),
        item("<title>Fog</title>"),
    ),
    "html-stripped": (
        item("<description><![CDATA[<h2>Fog</h2>]]></description>"),
        item("<description><![CDATA[<p>Fog</p>]]></description>"),
    ),
    "summary-too-long": (
        item(f"<itunes:summary>{'a' * 4001}</itunes:summary>"),
        item(f"<itunes:summary>{'a' * 4000}</itunes:summary>"),
    ),
    "keywords-without-commas": Example(
        "<itunes:keywords>fog ice tides tales</itunes:keywords>",
        "<itunes:keywords>fog, ice, tides, tales</itunes:keywords>",
        also=frozenset({"keywords-retired"}),
    ),
    "keywords-retired": ("<itunes:keywords>fog, ice</itunes:keywords>", ""),
    "order-retired": (
        item("<itunes:order>1</itunes:order>"),
        item("<itunes:episode>1</itunes:episode>"),
    ),
    "new-feed-url-malformed": Example(
        "<itunes:new-feed-url>feed.xml</itunes:new-feed-url>",
        "<itunes:new-feed-url>https://example.com/feed.xml</itunes:new-feed-url>",
        also=frozenset({"new-feed-url-elsewhere"}),
    ),
    "new-feed-url-elsewhere": (
        "<itunes:new-feed-url>https://other.example/feed.xml</itunes:new-feed-url>",
        "<itunes:new-feed-url>https://example.com/feed.xml</itunes:new-feed-url>",
    ),
    "hidden-from-apple": (
        item("<itunes:block>Yes</itunes:block>"),
        item(""),
    ),
    "flag-without-effect": (
        "<itunes:complete>no</itunes:complete>",
        "<itunes:complete>yes</itunes:complete>",
    ),
    "number-repeated": (
        pair("<itunes:episode>{}</itunes:episode>")(1, 1),
        pair("<itunes:episode>{}</itunes:episode>")(1, 2),
    ),
    "season-missing": (
        item("<itunes:season>1</itunes:season>") + item(),
        item("<itunes:season>1</itunes:season>") + item("<itunes:season>2</itunes:season>"),
    ),
    "number-gap": (serial((1, 1), (3, 8)), serial((1, 1), (2, 8))),
    "numbers-against-dates": (serial((1, 8), (2, 1)), serial((1, 1), (2, 8))),
    "dates-repeated": (
        pair("<pubDate>Fri, 0{} Mar 2024 09:00:00 +0000</pubDate>")(1, 1),
        pair("<pubDate>Fri, 0{} Mar 2024 09:00:00 +0000</pubDate>")(1, 8),
    ),
}

SPOTIFY = {
    "owner-missing": (
        "",
        "<itunes:owner><itunes:email>ann@example.com</itunes:email></itunes:owner>",
    ),
    "owner-email-missing": (
        "<itunes:owner><itunes:name>Ann Lee</itunes:name></itunes:owner>",
        "<itunes:owner><itunes:email>ann@example.com</itunes:email></itunes:owner>",
    ),
    "owner-email-malformed": (
        "<itunes:owner><itunes:email>ann at example.com</itunes:email></itunes:owner>",
        "<itunes:owner><itunes:email>ann@example.com</itunes:email></itunes:owner>",
    ),
    "country-of-origin-unknown": (
        "<spotify:countryOfOrigin>Norway</spotify:countryOfOrigin>",
        "<spotify:countryOfOrigin>no se</spotify:countryOfOrigin>",
    ),
    "recent-count-low": ('<spotify:limit recentCount="0"/>', '<spotify:limit recentCount="10"/>'),
    "summary-alone": Example(
        item("<description/><itunes:summary>Where fog comes from</itunes:summary>"),
        item("<description>Where fog comes from</description>"),
        also=frozenset({"episode-description-missing"}),
    ),
    "enclosure-type-refused": Example(
        item('<enclosure url="https://example.com/1.mp3" length="29280000" type="audio/ogg"/>'),
        item('<enclosure url="https://example.com/1.mp3" length="29280000" type="audio/mpeg"/>'),
        also=frozenset({"enclosure-type-unknown", "enclosure-type-differs"}),
    ),
    "duration-long": Example(
        item("<itunes:duration>43201</itunes:duration>"),
        item("<itunes:duration>43200</itunes:duration>"),
    ),
    "chapters-in-feed-empty": (
        item('<psc:chapters version="1.2"/>'),
        item('<psc:chapters><psc:chapter start="0:00" title="Hello"/></psc:chapters>'),
    ),
    "times-no-chapters": (
        item("<description>0:10 Hello\n1:00 Fog\n2:00 Goodbye</description>"),
        item("<description>0:00 Hello\n1:00 Fog\n2:00 Goodbye</description>"),
    ),
    "html-link-not-https": (
        item('<description><![CDATA[<a href="http://example.com/">Fog</a>]]></description>'),
        item('<description><![CDATA[<a href="https://example.com/">Fog</a>]]></description>'),
    ),
    "access-partner-missing": (
        item('<spotify:access><entitlement name="bonus"/></spotify:access>'),
        access(PARTNER) + item('<spotify:access><entitlement name="bonus"/></spotify:access>'),
    ),
    "sandbox-enabled": (
        access(PARTNER + '<sandbox enabled="true"/>'),
        access(PARTNER + '<sandbox enabled="false"/>'),
    ),
}

PSP1 = {
    "podcast-guid-missing": (
        "",
        f"<podcast:guid>{rss.podcast_guid('https://example.com/feed.xml')}</podcast:guid>",
    ),
    "podcast-guid-malformed": (
        "<podcast:guid>tides-and-tales</podcast:guid>",
        f"<podcast:guid>{rss.podcast_guid('https://example.com/feed.xml')}</podcast:guid>",
    ),
    "podcast-guid-differs": (
        f"<podcast:guid>{GUID}</podcast:guid>",
        f"<podcast:guid>{rss.podcast_guid('https://example.com/feed.xml')}</podcast:guid>",
    ),
    "locked-missing": ("", "<podcast:locked>no</podcast:locked>"),
    "guid-missing": (item(), item('<guid isPermaLink="false">fog-1</guid>')),
    "transcript-missing": (item(), transcript('type="text/vtt"')),
    "transcript-type-unknown": (
        transcript('type="application/vtt"'),
        transcript('type="text/vtt"'),
    ),
    "copyright-form": (
        "<copyright>© 2024 Ann Lee</copyright>",
        "<copyright>Ann Lee</copyright>",
    ),
}

PODCASTING = {
    "podcast-guid-version": Example(
        "<podcast:guid>917393e3-1b1e-4cef-ace4-edaa54e1f810</podcast:guid>",
        f"<podcast:guid>{rss.podcast_guid('https://example.com/feed.xml')}</podcast:guid>",
        also=frozenset({"podcast-guid-differs"}),
    ),
    "locked-owner-missing": (
        "<podcast:locked>yes</podcast:locked>",
        '<podcast:locked owner="ann@example.com">yes</podcast:locked>',
    ),
    "locked-owner-malformed": (
        '<podcast:locked owner="Ann Lee">yes</podcast:locked>',
        '<podcast:locked owner="ann@example.com">yes</podcast:locked>',
    ),
    "medium-unknown": (
        "<podcast:medium>radio</podcast:medium>",
        "<podcast:medium>podcast</podcast:medium>",
    ),
    "medium-list-with-items": (
        f'<podcast:medium>podcastL</podcast:medium><podcast:remoteItem feedGuid="{GUID}"/>',
        "<podcast:medium>podcast</podcast:medium>",
    ),
    "medium-list-empty": Example(
        "<podcast:medium>musicL</podcast:medium>",
        "<podcast:medium>music</podcast:medium>",
        also=frozenset({"medium-list-with-items"}),
    ),
    "remote-item-guid-missing": (
        '<podcast:remoteItem feedUrl="https://other.example/feed.xml"/>',
        f'<podcast:remoteItem feedGuid="{GUID}"/>',
    ),
    "remote-item-guid-malformed": (
        '<podcast:remoteItem feedGuid="other-show"/>',
        f'<podcast:remoteItem feedGuid="{GUID}"/>',
    ),
    "film-items-several": (
        f"<podcast:medium>film</podcast:medium>{item('')}{item('')}",
        f"<podcast:medium>film</podcast:medium>{item('')}",
    ),
    "remote-item-address-malformed": (
        f'<podcast:remoteItem feedGuid="{GUID}" feedUrl="other.xml"/>',
        f'<podcast:remoteItem feedGuid="{GUID}" {AT}/>',
    ),
    "remote-item-medium-unknown": (
        f'<podcast:remoteItem feedGuid="{GUID}" medium="radio"/>',
        f'<podcast:remoteItem feedGuid="{GUID}" medium="music"/>',
    ),
    "podroll-guid-missing": (
        remote(AT),
        remote(f'feedGuid="{GUID}" {AT}'),
    ),
    "podroll-guid-malformed": (
        remote(f'feedGuid="other-show" {AT}'),
        remote(f'feedGuid="{GUID}" {AT}'),
    ),
    "podroll-address-missing": (
        remote(f'feedGuid="{GUID}"'),
        remote(f'feedGuid="{GUID}" {AT}'),
    ),
    "podroll-address-malformed": (
        remote(f'feedGuid="{GUID}" feedUrl="other.xml"'),
        remote(f'feedGuid="{GUID}" {AT}'),
    ),
    "podroll-episode": (
        remote(f'feedGuid="{GUID}" {AT} itemGuid="3"'),
        remote(f'feedGuid="{GUID}" {AT}'),
    ),
    "publisher-medium": (
        publisher(PUBLISHER.replace('medium="publisher" ', "")),
        publisher(PUBLISHER),
    ),
    "publisher-address-missing": (
        publisher(f'medium="publisher" feedGuid="{GUID}"'),
        publisher(PUBLISHER),
    ),
    "publisher-address-malformed": (
        publisher(PUBLISHER.replace("https://", "")),
        publisher(PUBLISHER),
    ),
    "publisher-guid-missing": (
        publisher('medium="publisher" feedUrl="https://pub.example/feed.xml"'),
        publisher(PUBLISHER),
    ),
    "update-frequency-long": (
        schedule('rrule="FREQ=WEEKLY"', "a" * 129),
        schedule('rrule="FREQ=WEEKLY"'),
    ),
    "update-rule-missing": (schedule(""), schedule('complete="true"', "The end")),
    "update-rule-malformed": (
        schedule('rrule="weekly"'),
        schedule('rrule="FREQ=WEEKLY;BYDAY=MO"'),
    ),
    "update-start-missing": (
        schedule('rrule="FREQ=WEEKLY;COUNT=8"'),
        schedule('rrule="FREQ=WEEKLY;COUNT=8" dtstart="2024-03-01"'),
    ),
    "update-until-differs": (
        schedule('rrule="FREQ=WEEKLY;UNTIL=20241224" dtstart="2024-03-01T09:00:00Z"'),
        schedule('rrule="FREQ=WEEKLY;UNTIL=20241224" dtstart="2024-03-01"'),
    ),
    "update-start-malformed": (
        schedule('rrule="FREQ=WEEKLY" dtstart="1 March"'),
        schedule('rrule="FREQ=WEEKLY" dtstart="2024-03-01T09:00:00Z"'),
    ),
    "season-differs": (
        item("<itunes:season>1</itunes:season><podcast:season>2</podcast:season>"),
        item("<itunes:season>1</itunes:season><podcast:season>1</podcast:season>"),
    ),
    "number-differs": (
        item("<itunes:episode>1</itunes:episode><podcast:episode>1.5</podcast:episode>"),
        item("<itunes:episode>1</itunes:episode><podcast:episode>1</podcast:episode>"),
    ),
    "season-name-long": (
        item(f'<podcast:season name="{"a" * 129}">1</podcast:season>'),
        item('<podcast:season name="Winter">1</podcast:season>'),
    ),
    "episode-display-long": (
        item(f'<podcast:episode display="{"a" * 33}">1</podcast:episode>'),
        item('<podcast:episode display="One">1</podcast:episode>'),
    ),
    "person-name-long": (
        f"<podcast:person>{'a' * 129}</podcast:person>",
        "<podcast:person>Ann Lee</podcast:person>",
    ),
    "person-group-unknown": (
        '<podcast:person group="band">Ann Lee</podcast:person>',
        '<podcast:person group="Cast">Ann Lee</podcast:person>',
    ),
    "person-role-unknown": (
        '<podcast:person role="star">Ann Lee</podcast:person>',
        '<podcast:person role="Guest">Ann Lee</podcast:person>',
    ),
    "person-role-elsewhere": (
        '<podcast:person role="composer">Ann Lee</podcast:person>',
        '<podcast:person role="composer" group="audio post-production">Ann Lee</podcast:person>',
    ),
    "person-address-malformed": (
        '<podcast:person href="@ann">Ann Lee</podcast:person>',
        '<podcast:person href="https://example.com/ann">Ann Lee</podcast:person>',
    ),
    "person-repeated": (
        item("<podcast:person>Ann Lee</podcast:person><podcast:person>Ann Lee</podcast:person>"),
        item("<podcast:person>Ann Lee</podcast:person><podcast:person>Bo Ek</podcast:person>"),
    ),
    "location-name-long": (place(PLACE, "a" * 129), place(PLACE)),
    "location-rel-unknown": (place(PLACE.replace("subject", "home")), place(PLACE)),
    "location-rel-missing": (place(PLACE.replace('rel="subject" ', "")), place(PLACE)),
    "location-geo-malformed": (place(PLACE.replace("geo:59.9,10.7", "59.9, 10.7")), place(PLACE)),
    "location-geo-missing": (place(PLACE.replace('geo="geo:59.9,10.7" ', "")), place(PLACE)),
    "location-osm-malformed": (place(PLACE.replace("R406091", "406091")), place(PLACE)),
    "location-osm-missing": (place(PLACE.replace('osm="R406091" ', "")), place(PLACE)),
    "location-country-malformed": (place(PLACE.replace("NO", "Norway")), place(PLACE)),
    "location-country-missing": (place(PLACE.replace(' country="NO"', "")), place(PLACE)),
    "license-url-missing": (
        "<podcast:license>Our own</podcast:license>",
        '<podcast:license url="https://example.com/licence">Our own</podcast:license>',
    ),
    "license-name-long": (
        f'<podcast:license url="https://example.com/licence">{"a" * 129}</podcast:license>',
        "<podcast:license>cc-by-4.0</podcast:license>",
    ),
    "funding-address-malformed": (
        '<podcast:funding url="example.com/give">Support the show</podcast:funding>',
        '<podcast:funding url="https://example.com/give">Support the show</podcast:funding>',
    ),
    "funding-text-missing": (
        '<podcast:funding url="https://example.com/give"/>',
        '<podcast:funding url="https://example.com/give">Support the show</podcast:funding>',
    ),
    "funding-text-long": (
        f'<podcast:funding url="https://example.com/give">{"a" * 129}</podcast:funding>',
        '<podcast:funding url="https://example.com/give">Support the show</podcast:funding>',
    ),
    "social-protocol-unknown": (post(POST.replace("activitypub", "usenet")), post(POST)),
    "social-uri-missing": (post('protocol="activitypub" accountId="@ann"'), post(POST)),
    "social-uri-disabled": (
        post('protocol="disabled" uri="https://example.com/1"'),
        post('protocol="disabled"'),
    ),
    "social-account-missing": (post(POST.replace(' accountId="@ann"', "")), post(POST)),
    "social-priority-missing": (
        item(f"<podcast:socialInteract {POST}/>" * 2),
        item(f'<podcast:socialInteract {POST} priority="1"/>' * 2),
    ),
    "chat-protocol-missing": (
        '<podcast:chat server="irc.example.com" accountId="@ann"/>',
        '<podcast:chat server="irc.example.com" protocol="irc" accountId="@ann"/>',
    ),
    "chat-protocol-unknown": (
        '<podcast:chat server="irc.example.com" protocol="phone" accountId="@ann"/>',
        '<podcast:chat server="irc.example.com" protocol="irc" accountId="@ann"/>',
    ),
    "social-address-malformed": (
        post(POST + ' accountUrl="@ann"'),
        post(POST + ' accountUrl="https://example.com/@ann"'),
    ),
    "chat-server-malformed": (
        '<podcast:chat server="https://irc.example.com/" protocol="irc" accountId="ann"/>',
        '<podcast:chat server="irc.example.com" protocol="irc" accountId="ann"/>',
    ),
    "chat-account-missing": (
        '<podcast:chat server="irc.example.com" protocol="irc"/>',
        '<podcast:chat server="irc.example.com" protocol="irc" accountId="@ann"/>',
    ),
    "content-link-malformed": (
        item('<podcast:contentLink href="video">Watch it</podcast:contentLink>'),
        item(
            '<podcast:contentLink href="https://example.com/video">Watch it</podcast:contentLink>'
        ),
    ),
    "content-link-text-missing": (
        item('<podcast:contentLink href="https://example.com/video"/>'),
        item(
            '<podcast:contentLink href="https://example.com/video">Watch it</podcast:contentLink>'
        ),
    ),
    "txt-long": (
        f"<podcast:txt>{'a' * 4001}</podcast:txt>",
        '<podcast:txt purpose="verify">S6lpp-7ZCn8</podcast:txt>',
    ),
    "txt-ai-content-unknown": (
        '<podcast:txt purpose="ai-content">some</podcast:txt>',
        '<podcast:txt purpose="ai-content">true</podcast:txt>',
    ),
    "txt-purpose-long": (
        f'<podcast:txt purpose="{"a" * 129}">S6lpp-7ZCn8</podcast:txt>',
        '<podcast:txt purpose="verify">S6lpp-7ZCn8</podcast:txt>',
    ),
    "block-service-unknown": (
        '<podcast:block id="wireless">yes</podcast:block>',
        '<podcast:block id="google">yes</podcast:block>',
    ),
    "transcript-address-malformed": (
        transcript('type="text/vtt"', "1.vtt"),
        transcript('type="text/vtt"'),
    ),
    "transcript-type-differs": (transcript('type="text/html"'), transcript('type="text/vtt"')),
    "transcript-language-malformed": (
        transcript('type="text/vtt" language="English (UK)"'),
        transcript('type="text/vtt" language="en-GB"'),
    ),
    "transcript-rel-unknown": (
        transcript('type="text/vtt" rel="subtitles"'),
        transcript('type="text/vtt" rel="captions"'),
    ),
    "transcript-repeated": (
        item('<podcast:transcript url="https://example.com/1.vtt" type="text/vtt"/>' * 2),
        transcript('type="text/vtt"'),
    ),
    "chapters-type-missing": (
        item('<podcast:chapters url="https://example.com/1.json"/>'),
        item(
            '<podcast:chapters url="https://example.com/1.json" type="application/json+chapters"/>'
        ),
    ),
    "chapters-type-unknown": (
        item('<podcast:chapters url="https://example.com/1.psc" type="application/xml"/>'),
        item('<podcast:chapters url="https://example.com/1.json" type="application/json"/>'),
    ),
    "chapters-address-malformed": (
        item('<podcast:chapters url="1.json" type="application/json+chapters"/>'),
        item(
            '<podcast:chapters url="https://example.com/1.json" type="application/json+chapters"/>'
        ),
    ),
    "soundbite-length": (
        item('<podcast:soundbite startTime="73" duration="5"/>'),
        item('<podcast:soundbite startTime="73" duration="60"/>'),
    ),
    "soundbite-beyond-end": (
        item('<podcast:soundbite startTime="1800" duration="60"/>'),
        item('<podcast:soundbite startTime="1770" duration="60"/>'),
    ),
    "soundbite-title-long": (
        item(f'<podcast:soundbite startTime="73" duration="60">{"a" * 129}</podcast:soundbite>'),
        item('<podcast:soundbite startTime="73" duration="60">Why fog</podcast:soundbite>'),
    ),
    "alternate-type-missing": (
        item(
            '<podcast:alternateEnclosure length="9000000">'
            '<podcast:source uri="https://example.com/1.opus"/></podcast:alternateEnclosure>'
        ),
        alternate(),
    ),
    "alternate-type-malformed": (alternate('type="opus"'), alternate()),
    "alternate-source-missing": (alternate(inner=""), alternate()),
    "alternate-length-missing": (
        item(
            '<podcast:alternateEnclosure type="audio/opus">'
            '<podcast:source uri="https://example.com/1.opus"/></podcast:alternateEnclosure>'
        ),
        alternate(),
    ),
    "alternate-bitrate-low": (alternate('bitrate="96"'), alternate('bitrate="96000"')),
    "alternate-title-long": (alternate(f'title="{"a" * 33}"'), alternate('title="Low bandwidth"')),
    "alternate-rel-long": (alternate(f'rel="{"a" * 33}"'), alternate('rel="low"')),
    "alternate-language-malformed": (alternate('lang="English!"'), alternate('lang="en"')),
    "alternate-defaults-several": (
        item(
            '<podcast:alternateEnclosure type="audio/mpeg" length="9" default="true">'
            '<podcast:source uri="https://example.com/1.mp3"/></podcast:alternateEnclosure>' * 2
        ),
        alternate('type="audio/mpeg" default="true"'),
    ),
    "alternate-default-differs": (
        alternate('type="video/mp4" default="true"'),
        alternate('type="audio/mpeg" default="true"'),
    ),
    "source-type-malformed": (
        alternate(
            inner='<podcast:source uri="https://a.example/1.torrent" contentType="torrent"/>'
        ),
        alternate(
            inner='<podcast:source uri="https://a.example/1.torrent" '
            'contentType="application/x-bittorrent"/>'
        ),
    ),
    "source-address-malformed": (
        alternate(inner='<podcast:source uri="1.opus"/>'),
        alternate(inner='<podcast:source uri="ipfs://QmX33FYe"/>'),
    ),
    "integrity-type-unknown": (
        alternate(
            inner='<podcast:source uri="https://example.com/1.opus"/>'
            '<podcast:integrity type="md5" value="0cc6d9b6"/>'
        ),
        alternate(
            inner='<podcast:source uri="https://example.com/1.opus"/>'
            '<podcast:integrity type="sri" value="sha384-ExVqijgYHm15"/>'
        ),
    ),
    "integrity-malformed": (
        alternate(
            inner='<podcast:source uri="https://example.com/1.opus"/>'
            '<podcast:integrity type="sri" value="0cc6d9b6"/>'
        ),
        alternate(
            inner='<podcast:source uri="https://example.com/1.opus"/>'
            '<podcast:integrity type="sri" value="sha384-ExVqijgYHm15"/>'
        ),
    ),
    "trailer-title-missing": (trailer(f"{DATED} {SIZED}", ""), trailer(f"{DATED} {SIZED}")),
    "trailer-title-long": (trailer(f"{DATED} {SIZED}", "a" * 129), trailer(f"{DATED} {SIZED}")),
    "trailer-date-missing": (trailer(SIZED), trailer(f"{DATED} {SIZED}")),
    "trailer-address-malformed": (
        f'<podcast:trailer url="t.mp3" {DATED} {SIZED}>Coming soon</podcast:trailer>',
        trailer(f"{DATED} {SIZED}"),
    ),
    "trailer-length-missing": (trailer(f'{DATED} type="audio/mpeg"'), trailer(f"{DATED} {SIZED}")),
    "trailer-type-malformed": (
        trailer(f'{DATED} length="1000000" type="mp3"'),
        trailer(f"{DATED} {SIZED}"),
    ),
    "trailer-type-missing": (trailer(f'{DATED} length="1000000"'), trailer(f"{DATED} {SIZED}")),
    "trailer-dates-repeated": (
        trailer(f"{DATED} {SIZED}") * 2,
        trailer(f"{DATED} {SIZED}") + trailer(f"{DATED.replace('01', '08')} {SIZED}"),
    ),
    "picture-address-malformed": (
        picture('alt="Fog" width="1600" aspect-ratio="16/9"', "wide.png"),
        picture('alt="Fog" width="1600" aspect-ratio="16/9"'),
    ),
    "picture-text-missing": (
        picture('width="1600" aspect-ratio="16/9"'),
        picture('alt="Fog" width="1600" aspect-ratio="16/9"'),
    ),
    "picture-width-missing": (
        picture('alt="Fog" aspect-ratio="16/9"'),
        picture('alt="Fog" width="1600" aspect-ratio="16/9"'),
    ),
    "picture-ratio-missing": (
        picture('alt="Fog" width="1600"'),
        picture('alt="Fog" width="1600" height="900"'),
    ),
    "picture-ratio-malformed": (
        picture('alt="Fog" width="1600" aspect-ratio="16:9"'),
        picture('alt="Fog" width="1600" aspect-ratio="16/9"'),
    ),
    "picture-type-malformed": (
        picture('alt="Fog" width="1600" aspect-ratio="16/9" type="webp"'),
        picture('alt="Fog" width="1600" aspect-ratio="16/9" type="image/webp"'),
    ),
    "picture-purpose-long": (
        picture(f'alt="Fog" width="1600" aspect-ratio="16/9" purpose="{"a" * 129}"'),
        picture('alt="Fog" width="1600" aspect-ratio="16/9" purpose="banner social"'),
    ),
    "pictures-retired": (
        '<podcast:images srcset="https://example.com/1500.jpg 1500w"/>',
        picture('alt="Fog" width="1500" aspect-ratio="1/1"'),
    ),
    "live-status-missing": (
        live("", 'start="2024-03-01T09:00:00Z" end="2024-03-01T10:00:00Z"'),
        live(""),
    ),
    "live-status-unknown": (
        live("", 'status="soon" start="2024-03-01T09:00:00Z" end="2024-03-01T10:00:00Z"'),
        live(""),
    ),
    "live-start-missing": (live("", 'status="live" end="2024-03-01T10:00:00Z"'), live("")),
    "live-end-missing": (live("", 'status="live" start="2024-03-01T09:00:00Z"'), live("")),
    "live-end-early": (
        live("", 'status="live" start="2024-03-01T09:00:00Z" end="2024-03-01T08:00:00Z"'),
        live(""),
    ),
    "live-link-missing": (
        live(""),
        live('<podcast:contentLink href="https://example.com/live">Our page</podcast:contentLink>'),
    ),
    "live-version-missing": (
        live(""),
        live(
            '<podcast:alternateEnclosure type="audio/mpeg" length="33">'
            '<podcast:source uri="https://example.com/live.mp3"/></podcast:alternateEnclosure>'
        ),
    ),
    "live-guid-missing": (live(""), live('<guid isPermaLink="false">live-1</guid>')),
    "live-type-unusual": (
        live(
            '<enclosure url="https://example.com/live.opus" length="33" type="audio/opus"/>'
            '<podcast:alternateEnclosure type="application/x-mpegURL">'
            '<podcast:source uri="https://example.com/live.m3u8"/></podcast:alternateEnclosure>'
        ),
        live(
            '<enclosure url="https://example.com/live.mp3" length="33" type="audio/mpeg"/>'
            '<podcast:alternateEnclosure type="application/x-mpegURL">'
            '<podcast:source uri="https://example.com/live.m3u8"/></podcast:alternateEnclosure>'
        ),
    ),
    "live-enclosure-missing": (
        live(""),
        live('<enclosure url="https://example.com/live.mp3" length="33" type="audio/mpeg"/>'),
    ),
    "value-type-unknown": (
        value(RECIPIENT, 'type="gold" method="lnaddress"'),
        value(RECIPIENT),
    ),
    "value-method-missing": (value(RECIPIENT, 'type="lightning"'), value(RECIPIENT)),
    "value-method-unknown": (value(RECIPIENT, 'type="lightning" method="post"'), value(RECIPIENT)),
    "value-recipients-missing": (value(""), value(RECIPIENT)),
    "value-suggestion-low": (
        value(RECIPIENT, 'type="lightning" method="lnaddress" suggested="0"'),
        value(RECIPIENT, 'type="lightning" method="lnaddress" suggested="0.00000005"'),
    ),
    "value-shares-missing": (
        value(RECIPIENT.replace('split="1"', 'split="0"')),
        value(RECIPIENT),
    ),
    "value-fees-high": (
        value(RECIPIENT + RECIPIENT.replace('split="1"', 'split="100" fee="true"')),
        value(RECIPIENT + RECIPIENT.replace('split="1"', 'split="2" fee="true"')),
    ),
    "recipient-type-missing": (
        recipient('name="Ann" address="ann@example.com" split="1"'),
        value(RECIPIENT),
    ),
    "recipient-type-unknown": (
        recipient('name="Ann" type="iban" address="ann@example.com" split="1"'),
        value(RECIPIENT),
    ),
    "recipient-split-missing": (
        value(RECIPIENT + RECIPIENT.replace(' split="1"', "")),
        value(RECIPIENT * 2),
    ),
    "recipient-split-negative": (
        value(RECIPIENT + RECIPIENT.replace('"1"', '"-1"')),
        value(RECIPIENT * 2),
    ),
    "recipient-name-missing": (
        recipient('type="lnaddress" address="ann@example.com" split="1"'),
        value(RECIPIENT),
    ),
    "recipient-node-malformed": (
        recipient('name="Ann" type="node" address="ann" split="1"'),
        recipient(f'name="Ann" type="node" address="{NODE}" split="1"'),
    ),
    "recipient-lightning-address-malformed": (
        recipient('name="Ann" type="lnaddress" address="ann" split="1"'),
        value(RECIPIENT),
    ),
    "recipient-custom-incomplete": (
        value(RECIPIENT.replace("split", 'customKey="696969" split')),
        value(RECIPIENT.replace("split", 'customKey="696969" customValue="eChoVK" split')),
    ),
    "time-split-recipients": (split(""), split(RECIPIENT)),
    "time-split-times": (split(RECIPIENT, 'startTime="60" duration="0"'), split(RECIPIENT)),
    "time-split-beyond-end": (split(RECIPIENT, 'startTime="1830" duration="30"'), split(RECIPIENT)),
    "time-splits-overlap": (
        item(
            value(
                f'{RECIPIENT}<podcast:valueTimeSplit startTime="60" duration="60">{RECIPIENT}'
                '</podcast:valueTimeSplit><podcast:valueTimeSplit startTime="90" duration="60">'
                f"{RECIPIENT}</podcast:valueTimeSplit>"
            )
        ),
        item(
            value(
                f'{RECIPIENT}<podcast:valueTimeSplit startTime="60" duration="30">{RECIPIENT}'
                '</podcast:valueTimeSplit><podcast:valueTimeSplit startTime="90" duration="60">'
                f"{RECIPIENT}</podcast:valueTimeSplit>"
            )
        ),
    ),
    "time-split-percentage": (
        split(
            f'<podcast:remoteItem feedGuid="{GUID}"/>',
            'startTime="60" duration="30" remotePercentage="120"',
        ),
        split(
            f'<podcast:remoteItem feedGuid="{GUID}"/>',
            'startTime="60" duration="30" remotePercentage="90"',
        ),
    ),
    "time-split-guid-missing": (
        split('<podcast:remoteItem itemGuid="3"/>'),
        split(f'<podcast:remoteItem feedGuid="{GUID}"/>'),
    ),
}

# Of whole feeds: their heads, or what stands in the channel.
FEEDS = {
    "feed-large": (f"<!--{'a' * 10_000_000}-->", "<!-- short -->"),
    "declaration-missing": (head(declaration=""), head()),
    "xml-version": (
        head(declaration='<?xml version="1.1" encoding="UTF-8"?>\n'),
        head(),
    ),
    "encoding-not-utf8": (
        head(declaration='<?xml version="1.0" encoding="ISO-8859-1"?>\n'),
        head(),
    ),
    "rss-version": (head(version="0.91"), head()),
    "doctype": (head(declaration=f"{DECLARATION}<!DOCTYPE rss>\n"), head()),
    "namespace-missing": Example(
        head(changes={NAMESPACES["atom"]: "https://example.com/"}),
        head(),
        also=frozenset({"self-link-missing", "unknown-element"}),
    ),
    "namespace-misspelt": (head(changes={"/dtds/podcast": "/DTDs/Podcast"}), head()),
    "prefix-unusual": (
        head(changes={"xmlns:itunes": f'xmlns:it="{NAMESPACES["itunes"]}" xmlns:itunes'}),
        head(),
    ),
    "space-around-value": (item("<title> Fog </title>"), item("<title>Fog</title>")),
    "element-empty": (
        item("<itunes:subtitle></itunes:subtitle>"),
        item("<itunes:subtitle>Where it comes from</itunes:subtitle>"),
    ),
    "duration-not-seconds": (
        item("<itunes:duration>30:30</itunes:duration>"),
        item("<itunes:duration>1830</itunes:duration>"),
    ),
    "html-without-cdata": (
        item("<description>&lt;p>Fog&lt;/p></description>"),
        item("<description><![CDATA[<p>Fog</p>]]></description>"),
    ),
    "element-after-items": (f"{item()}<ttl>60</ttl>", f"<ttl>60</ttl>{item()}"),
    "date-in-future": (
        item("<pubDate>Fri, 28 Jun 2024 09:00:00 +0000</pubDate>"),
        item("<pubDate>Fri, 31 May 2024 09:00:00 +0000</pubDate>"),
    ),
}


HERE = link("self")
ELSEWHERE = link("self", "https://new.example/feed.xml")
SENT = "<itunes:new-feed-url>{}</itunes:new-feed-url>".format
THERE = ELSEWHERE + SENT("https://new.example/feed.xml")
OWN_GUID = f"<podcast:guid>{rss.podcast_guid('https://example.com/feed.xml')}</podcast:guid>"
FILE = '<enclosure url="https://example.com/1.{}" length="29280000" type="{}"/>'.format

# What a channel has before a move and after it.
MOVES = {
    "episode-lost": ((item() + item(), item()), (item() + item(), item() + item())),
    "guid-changed": (
        (item('<guid isPermaLink="false">fog</guid>'), item('<guid isPermaLink="false">1</guid>')),
        (
            item('<guid isPermaLink="false">fog</guid>'),
            item('<guid isPermaLink="false">fog</guid>'),
        ),
    ),
    "date-changed": (
        (
            item("<pubDate>Fri, 01 Mar 2024 10:00:00 +0100</pubDate>"),
            item("<pubDate>Sat, 01 Jun 2024 09:00:00 +0000</pubDate>"),
        ),
        (
            item("<pubDate>Fri, 01 Mar 2024 10:00:00 +0100</pubDate>"),
            item("<pubDate>Fri, 01 Mar 2024 09:00:00 +0000</pubDate>"),
        ),
    ),
    "media-kind-changed": (
        (item(FILE("mp3", "audio/mpeg")), item(FILE("mp4", "video/mp4"))),
        (item(FILE("mp3", "audio/mpeg")), item(FILE("m4a", "audio/x-m4a"))),
    ),
    "episode-value-lost": (
        (item("<itunes:season>1</itunes:season>"), item()),
        (item(), item("<itunes:season>1</itunes:season>")),
    ),
    "show-value-lost": (
        ("<copyright>Ann Lee</copyright>", ""),
        ("", "<copyright>Ann Lee</copyright>"),
    ),
    "podcast-guid-changed": (
        (OWN_GUID, f"<podcast:guid>{GUID}</podcast:guid>"),
        (OWN_GUID, OWN_GUID),
    ),
    "old-feed-locked": (
        ("<podcast:locked>yes</podcast:locked>", ""),
        ("<podcast:locked>no</podcast:locked>", ""),
    ),
    "new-feed-url-missing": ((HERE, ELSEWHERE), (HERE, THERE)),
    "new-feed-url-wrong": (
        (HERE, ELSEWHERE + SENT("https://example.com/feed.xml")),
        (HERE, THERE),
    ),
    "old-feed-sends-elsewhere": (
        (HERE + SENT("https://third.example/feed.xml"), THERE),
        (HERE + SENT("https://new.example/feed.xml"), THERE),
    ),
    "order-changed": (
        ("", "<itunes:type>serial</itunes:type>"),
        ("", "<itunes:type>episodic</itunes:type>"),
    ),
    "block-gained": (
        ("", "<itunes:block>Yes</itunes:block>"),
        ("<itunes:block>Yes</itunes:block>", "<itunes:block>Yes</itunes:block>"),
    ),
}

FILES = {
    "chapters-out-of-order": (marks(INTRO, END, NEWS), marks(INTRO, NEWS, END)),
    "chapters-equal-starts": (
        marks(INTRO, NEWS, {"start": 20, "title": "Weather"}, END),
        marks(INTRO, NEWS, END),
    ),
    "chapters-first-not-at-start": (
        marks({"start": 5, "title": "Hello"}, NEWS, END),
        marks(INTRO, NEWS, END),
    ),
    "chapters-starts-beyond-duration": (
        marks(INTRO, NEWS, {"start": 70, "title": "Goodbye"}),
        marks(INTRO, NEWS, END),
    ),
    "chapters-ends-beyond-duration": (
        marks(INTRO, NEWS, {**END, "end": 70}),
        marks(INTRO, NEWS, {**END, "end": 60}),
    ),
    "chapters-ends-before-start": (
        marks(INTRO, NEWS, {**END, "end": 30}),
        marks(INTRO, NEWS, {**END, "end": 60}),
    ),
    "chapters-zero-length": (
        marks(INTRO, NEWS, {**END, "end": 40}),
        marks(INTRO, NEWS, {**END, "end": 60}),
    ),
    "chapters-short-chapter": (
        marks(INTRO, NEWS, END, {"start": 55, "title": "Jingle"}),
        marks(INTRO, NEWS, END),
    ),
    "chapters-overlapping": (
        marks({**INTRO, "end": 30}, NEWS, END),
        marks({**INTRO, "end": 20}, NEWS, END),
    ),
    "chapters-too-many-chapters": Example(
        marks(*({"start": index / 5, "title": "Fog"} for index in range(256))),
        marks(INTRO, NEWS, END),
        also=frozenset({"chapters-short-chapter"}),
    ),
    "chapters-few-chapters": (marks(INTRO, NEWS), marks(INTRO, NEWS, END)),
    "chapters-nested-chapters": (
        marks({**INTRO, "chapters": [Chapter(start=0, title="Jingle")]}, NEWS, END),
        marks(INTRO, NEWS, END),
    ),
    "chapters-hidden-chapter": (
        marks(INTRO, {**NEWS, "hidden": True}, END),
        marks(INTRO, NEWS, END),
    ),
    "chapters-title-missing": (marks(INTRO, {"start": 20}, END), marks(INTRO, NEWS, END)),
    "chapters-title-long": (
        marks(INTRO, {"start": 20, "title": "a" * 71}, END),
        marks(INTRO, {"start": 20, "title": "a" * 70}, END),
    ),
    "chapters-picture-large": (
        marks(INTRO, {**NEWS, "picture": Picture(data=b"a" * 500_001, mime_type="image/png")}, END),
        marks(INTRO, {**NEWS, "picture": Picture(data=b"a" * 500_000, mime_type="image/png")}, END),
    ),
    "chapters-picture-type": (
        marks(INTRO, {**NEWS, "picture": Picture(data=b"...", mime_type="image/webp")}, END),
        marks(INTRO, {**NEWS, "picture": Picture(data=b"...", mime_type="image/png")}, END),
    ),
    "transcript-empty": (cues(), cues((0, 60))),
    "cue-time-missing": (
        Transcript(cues=[Cue(text="Hello.", speaker="Ann")]),
        cues((0, 60)),
    ),
    "cue-ends-early": (cues((0, 30), (30, 20), (30, 60)), cues((0, 30), (30, 60))),
    "cues-out-of-order": (cues((30, 60), (0, 30)), cues((0, 30), (30, 60))),
    "cue-beyond-end": (cues((0, 30), (300, 330)), cues((0, 30), (30, 60))),
    "transcript-incomplete": (cues((0, 30)), cues((0, 30), (30, 60))),
    "cue-line-long": (cues((0, 60), text="a" * 66), cues((0, 60), text="a" * 65)),
    "cue-lines-many": (cues((0, 60), text="One\ntwo\nthree."), cues((0, 60), text="One\ntwo.")),
    "speakers-missing": (cues((0, 60), speaker=None), cues((0, 60), speaker="Ann")),
    "tag-title-missing": (tags(title=None), TAGS),
    "tag-artist-missing": (tags(artist=None), TAGS),
    "tag-album-missing": (tags(album=None), TAGS),
    "tag-cover-missing": (tags(pictures=[]), TAGS),
    "tag-picture-type": (tags(pictures=[Picture(data=b"...", mime_type="image/webp")]), TAGS),
    "tag-picture-large": (
        tags(pictures=[Picture(data=b"a" * 1_000_001, mime_type="image/png")]),
        tags(pictures=[Picture(data=b"a" * 1_000_000, mime_type="image/png")]),
    ),
    "tag-track-low": (tags(track=0), tags(track=1)),
}

CLOSED = {
    "googleplay-retired": (
        item("<googleplay:author>Ann Lee</googleplay:author>"),
        item("<itunes:author>Ann Lee</itunes:author>"),
    ),
    "link-to-closed": (
        item("<link>https://www.stitcher.com/podcast/tides/e/1</link>"),
        item("<link>https://example.com/fog</link>"),
    ),
    "notes-link-to-closed": (
        item(f"<description>{notes('https://podcasts.google.com/feed/aHR0cHM6')}</description>"),
        item(f"<description>{notes('https://docs.google.com/document/1')}</description>"),
    ),
    "subscribe-at-closed": (
        '<rawvoice:subscribe stitcher="https://www.stitcher.com/podcast/tides"/>',
        '<rawvoice:subscribe spotify="https://open.spotify.com/show/1"/>',
    ),
    "prefix-closed": (
        item(
            '<enclosure url="https://chtbl.com/track/1/example.com/1.mp3" length="29280000"'
            ' type="audio/mpeg"/>'
        ),
        item(
            '<enclosure url="https://op3.dev/e/example.com/1.mp3" length="29280000"'
            ' type="audio/mpeg"/>'
        ),
    ),
}

EXAMPLES = {
    identifier: given if isinstance(given, Example) else Example(*given)
    for examples in (FEEDS, RSS, APPLE, SPOTIFY, PSP1, PODCASTING, CLOSED, MOVES, FILES)
    for identifier, given in examples.items()
}
