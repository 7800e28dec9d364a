"""Who is heard, where it was made, and where it is talked of."""

import re

from podkit.checks._forms import (
    ADDRESS,
    COUNTRY,
    EMAIL,
    HTTP,
    longer,
    malformed,
    missing,
    none_of,
    unlike,
)
from podkit.checks._rules import Finding, Findings, for_both, for_each, rules_in
from podkit.checks._sections import PSP1_CHANNEL_OPTIONAL, tag
from podkit.checks._vocabularies import CHAT_PROTOCOLS, LICENSES, ROLES, SERVICES, SOCIAL_PROTOCOLS
from podkit.models import (
    Block,
    Chat,
    ContentLink,
    Episode,
    Funding,
    License,
    Location,
    Person,
    Show,
    SocialInteract,
    Txt,
)

__all__ = ["RULES"]

# RFC 5870, with a third number for the height, and parameters.
_GEO = re.compile(r"geo:-?\d+(?:\.\d+)?(?:,-?\d+(?:\.\d+)?){1,2}(?:;.*)?", re.IGNORECASE)
# A node, way or relation, and maybe the revision.
_OSM = re.compile(r"[NWR]\d+(?:#\d+)?")
_ALL_ROLES = frozenset(role for roles in ROLES.values() for role in roles)
# Labels with dots between them, and maybe a port.
_HOST = re.compile(r"[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d+)?", re.IGNORECASE)
_DISABLED = "disabled"
_LONGEST_TEXT = 128
_LONGEST_TXT = 4000


@for_each("persons.name", tag("person").recommends)
def person_name_long(name: str) -> Findings:
    """The name of a person has at most 128 characters."""
    return longer(_LONGEST_TEXT, name, "podcast:person")


@for_each("persons.group", tag("person").requires)
def person_group_unknown(group: str) -> Findings:
    """The group of a person is one of the Podcast Taxonomy."""
    return none_of(ROLES, group, "podcast:person group")


@for_each("persons.role", tag("person").requires)
def person_role_unknown(role: str) -> Findings:
    """The role of a person is one of the Podcast Taxonomy."""
    if role.lower() in _ALL_ROLES:
        return ()
    message = f"{role!r:.80} is no role of the Podcast Taxonomy; choose one that is"
    return (Finding("podcast:person role", message),)


@for_each("persons", tag("person").recommends, fields=("role", "group"))
def person_role_elsewhere(person: Person) -> Findings:
    """The role of a person belongs to the person's group."""
    role, group = (person.role or "host").lower(), (person.group or "cast").lower()
    if role not in _ALL_ROLES or group not in ROLES or role in ROLES[group]:
        return ()
    groups = " or ".join(name for name, roles in ROLES.items() if role in roles)
    message = f"{role!r} is no role of the group {group!r}; give the group {groups}"
    return (Finding("podcast:person group", message),)


@for_each("persons", tag("person").requires)
def person_address_malformed(person: Person) -> Findings:
    """The page and the picture of a person are web addresses."""
    expected = "is no address that starts with https:// or http://"
    return (
        *unlike(HTTP, person.href, "podcast:person href", expected),
        *unlike(HTTP, person.img, "podcast:person img", expected),
    )


@for_both(tag("person").suggests, fields=("persons",))
def person_repeated(part: Show | Episode) -> Findings:
    """A person is named once for each role."""
    seen = set()
    for index, person in enumerate(part.persons):
        key = (person.name, person.role, person.group)
        if key in seen:
            message = f"{person.name!r:.80} is named twice in the same role; once is enough"
            yield Finding("podcast:person", message, index=index)
        seen.add(key)


@for_each("locations.text", tag("location").recommends)
def location_name_long(text: str) -> Findings:
    """The name of a place has at most 128 characters."""
    return longer(_LONGEST_TEXT, text, "podcast:location")


@for_each("locations.rel", tag("location").requires)
def location_rel_unknown(rel: str) -> Findings:
    """A place is the subject or the creator's."""
    return none_of(("subject", "creator"), rel, "podcast:location rel")


@for_each("locations", tag("location").recommends, lack="rel")
def location_rel_missing(_location: Location) -> Findings:
    """A place says whether it is the subject or the creator's."""
    message = "there is no rel; say whether the place is the subject or the creator's"
    return (Finding("podcast:location rel", message),)


@for_each("locations.geo", tag("location").requires, unless=_GEO.fullmatch)
def location_geo_malformed(geo: str) -> Findings:
    """The coordinates of a place are a geo URI."""
    expected = "is no geo URI; write geo:latitude,longitude"
    return malformed(geo, "podcast:location geo", expected)


@for_each("locations", tag("location").recommends, lack="geo")
def location_geo_missing(_location: Location) -> Findings:
    """A place has coordinates."""
    message = "there is no geo; give a geo URI such as geo:30.2672,97.7431"
    return (Finding("podcast:location geo", message),)


@for_each("locations.osm", tag("location").requires, unless=_OSM.fullmatch)
def location_osm_malformed(osm: str) -> Findings:
    """The OpenStreetMap identifier of a place is N, W or R and a number."""
    expected = "is no N, W or R and a number, such as R113314"
    return malformed(osm, "podcast:location osm", expected)


@for_each("locations", tag("location").recommends, lack="osm")
def location_osm_missing(_location: Location) -> Findings:
    """A place has an OpenStreetMap identifier."""
    message = "there is no osm; give an OpenStreetMap identifier such as R113314"
    return (Finding("podcast:location osm", message),)


@for_each("locations.country", tag("location").requires, unless=COUNTRY.fullmatch)
def location_country_malformed(country: str) -> Findings:
    """The country of a place is a two-letter code of ISO 3166."""
    expected = "is no two-letter code of ISO 3166, such as US"
    return malformed(country, "podcast:location country", expected)


@for_each("locations", tag("location").recommends, lack="country")
def location_country_missing(_location: Location) -> Findings:
    """A place has a country."""
    message = "there is no country; give a two-letter code such as US"
    return (Finding("podcast:location country", message),)


@for_each("license", tag("license").requires)
def license_url_missing(of: License) -> Findings:
    """A licence that the namespace doesn't list has the URL of its text."""
    if not of.url and of.text.lower() not in LICENSES:
        message = f"{of.text!r:.80} is not in the list of licences; give the url of its text"
        yield Finding("podcast:license url", message)


@for_each("license.text", tag("license").recommends)
def license_name_long(text: str) -> Findings:
    """The name of a licence has at most 128 characters."""
    return longer(_LONGEST_TEXT, text, "podcast:license")


@for_each("funding.url", tag("funding").requires, unless=ADDRESS.fullmatch)
def funding_address_malformed(url: str) -> Findings:
    """The address to give money at is one that an app can follow."""
    expected = "is no address; start it with https://"
    return malformed(url, "podcast:funding url", expected)


@for_each("funding", tag("funding").recommends, lack="text")
def funding_text_missing(_funding: Funding) -> Findings:
    """A way to give money says what the link is to say."""
    message = "it is empty; write what the link shall say, such as Support the show"
    return (Finding("podcast:funding", message),)


@for_each("funding.text", tag("funding").recommends)
def funding_text_long(text: str) -> Findings:
    """The text for giving money has at most 128 characters."""
    return longer(_LONGEST_TEXT, text, "podcast:funding")


@for_each("social_interacts.protocol", tag("social-interact").requires)
def social_protocol_unknown(protocol: str) -> Findings:
    """A post for comments names a protocol that the namespace lists."""
    return none_of(SOCIAL_PROTOCOLS, protocol, "podcast:socialInteract protocol")


@for_each("social_interacts", tag("social-interact").requires)
def social_uri_missing(post: SocialInteract) -> Findings:
    """A post for comments says where it is."""
    if post.protocol != _DISABLED:
        message = "there is no uri; give the address of the post, or the protocol disabled"
        yield from missing(post.uri, "podcast:socialInteract uri", message)


@for_each("social_interacts", tag("social-interact").requires)
def social_uri_disabled(post: SocialInteract) -> Findings:
    """Where comments are disabled, there is no post."""
    if post.protocol == _DISABLED and post.uri:
        message = "comments are disabled, yet there is a uri; leave out the one or the other"
        yield Finding("podcast:socialInteract uri", message)


@for_each("social_interacts", tag("social-interact").recommends)
def social_account_missing(post: SocialInteract) -> Findings:
    """A post for comments says who wrote it."""
    if post.protocol != _DISABLED:
        message = "there is no accountId; say which account wrote the post"
        yield from missing(post.account_id, "podcast:socialInteract accountId", message)


@for_both(tag("social-interact").recommends, fields=("social_interacts",))
def social_priority_missing(part: Show | Episode) -> Findings:
    """Where there are several posts for comments, each has its rank."""
    if len(part.social_interacts) > 1:
        for index, post in enumerate(part.social_interacts):
            if post.priority is None:
                message = "there is no priority; number the posts from 1, which comes first"
                yield Finding("podcast:socialInteract priority", message, index=index)


@for_each("social_interacts", tag("social-interact").requires)
def social_address_malformed(post: SocialInteract) -> Findings:
    """A post for comments and the account that wrote it have addresses that can be followed."""
    expected = "is no address; start it with https:// or another scheme"
    yield from unlike(ADDRESS, post.uri, "podcast:socialInteract uri", expected)
    yield from unlike(ADDRESS, post.account_url, "podcast:socialInteract accountUrl", expected)


@for_each("chat.server", tag("chat").requires, unless=_HOST.fullmatch)
def chat_server_malformed(server: str) -> Findings:
    """The server of a chat is the name of a host."""
    expected = "is no name of a host, such as irc.example.com"
    return malformed(server, "podcast:chat server", expected)


@for_each("chat", tag("chat").requires, lack="protocol")
def chat_protocol_missing(_chat: Chat) -> Findings:
    """A chat names its protocol."""
    message = f"there is no protocol; give one of {', '.join(CHAT_PROTOCOLS)}"
    return (Finding("podcast:chat protocol", message),)


@for_each("chat.protocol", tag("chat").requires)
def chat_protocol_unknown(protocol: str) -> Findings:
    """The protocol of a chat is one that the namespace lists."""
    return none_of(CHAT_PROTOCOLS, protocol, "podcast:chat protocol")


@for_each("chat", tag("chat").recommends, lack="account_id")
def chat_account_missing(_chat: Chat) -> Findings:
    """A chat names the podcaster's account."""
    message = "there is no accountId; give the podcaster's account on the server"
    return (Finding("podcast:chat accountId", message),)


@for_each("content_links.href", tag("content-link").requires, unless=ADDRESS.fullmatch)
def content_link_malformed(href: str) -> Findings:
    """A link to the content elsewhere is an address."""
    expected = "is no address; start it with https://"
    return malformed(href, "podcast:contentLink href", expected)


@for_each("content_links", tag("content-link").recommends, lack="text")
def content_link_text_missing(_link: ContentLink) -> Findings:
    """A link to the content elsewhere says what is there."""
    message = "it is empty; say where the link leads, such as YouTube"
    return (Finding("podcast:contentLink", message),)


@for_each("txts.text", tag("txt").recommends, PSP1_CHANNEL_OPTIONAL.requires)
def txt_long(text: str) -> Findings:
    """A free text has at most 4,000 characters."""
    return longer(_LONGEST_TXT, text, "podcast:txt")


@for_each("txts.purpose", tag("txt").requires, PSP1_CHANNEL_OPTIONAL.requires)
def txt_purpose_long(purpose: str) -> Findings:
    """The purpose of a free text has at most 128 characters."""
    return longer(_LONGEST_TEXT, purpose, "podcast:txt purpose")


@for_each("txts", tag("txt").requires)
def txt_ai_content_unknown(txt: Txt) -> Findings:
    """Whether artificial intelligence made something of it is true or false."""
    if (txt.purpose or "").lower() == "ai-content":
        yield from none_of(("true", "false"), (txt.text or "").strip(), "podcast:txt")


@for_each("podcast_blocks", tag("block").requires)
def block_service_unknown(block: Block) -> Findings:
    """A platform that is blocked or let in is one of the namespace's list."""
    if block.id and block.id not in SERVICES:
        message = f"{block.id!r:.80} is not in the list of services, so that none heeds it"
        yield Finding("podcast:block id", message)


@for_each("locked_owner", tag("locked").requires, unless=EMAIL.fullmatch)
def locked_owner_malformed(owner: str) -> Findings:
    """The owner of a locked feed is an e-mail address."""
    expected = "is no e-mail address; give one at which the owner can be asked"
    return malformed(owner, "podcast:locked owner", expected)


RULES = rules_in(globals())
