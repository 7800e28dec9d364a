"""Holds our checks against the test cases of the W3C's Feed Validation Service, where they are.

Usage: ``python -m tests.checks.feedvalidator FOLDER``, where the folder is ``testcases`` of a clone
of https://github.com/w3c/feedvalidator. Each case is a feed whose comment says which message of the
service it should get, or not get. A table says by which problems of ours the same is said; what
podkit doesn't judge is out of scope, each kind for a reason.
"""

import re
import sys
from collections import Counter
from pathlib import Path

from podkit import ParseError, Problem, checks

FOLDERS = ("rss", "rss20", "ext/itunes", "ext/fh", "ext/media")
EXPECTED = re.compile(r"Expect:\s*(!?)(\w+)(?:\{([^}]*)\})?")

NO_FEED = "no-feed"  # for what can't be read at all
DATES = "bad-value forgiven-value"
ADDRESSES = (
    "link-not-absolute docs-not-absolute comments-not-absolute source-not-absolute "
    "image-not-absolute text-input-not-absolute artwork-not-http enclosure-not-http "
    "license-not-absolute media-address-malformed media-link-malformed restriction-unknown"
)
CONTACTS = "channel-email-missing author-email-missing owner-email-malformed"
HTML = (
    "html-in-media html-in-title html-in-text html-in-summary html-in-category html-in-image "
    "html-in-form"
)
UNKNOWN = "no-feed unknown-element unknown-attribute no-rss no-channel read-by-feedparser"
# The messages of the service, and the problems of ours that say the same.
OURS = {
    "AvoidTextInput": "text-input-present",
    "BadCharacters": "encoding control-character not-well-formed",
    "BadXmlVersion": "xml-version",
    "BooleanAttribute": "bad-value forgiven-value",
    "Cloud": "cloud-incomplete cloud-port cloud-protocol-unknown bad-value",
    "Contact": CONTACTS,
    "ContainsHTML": f"{HTML} html-in-source",
    "ContainsRelRef": "html-relative-address",
    "ContainsUndeclaredHTML": "html-in-media",
    "ContainsSystemEntity": "undefined-entity not-well-formed doctype",
    "CountryCode": "restriction-country-unknown",
    "Day": "skip-day-unknown",
    "DeprecatedDTD": "doctype",
    "DuplicateDescriptionSemantics": "said-twice",
    "DuplicateElement": "repeated-element",
    "DuplicateEnclosure": "enclosures-several",
    "DuplicateItemSemantics": "said-twice",
    "DuplicateSemantics": "said-twice",
    "DuplicateValue": "guid-repeated skip-day-repeated skip-hour-repeated",
    "DangerousStyleAttr": "html-unsafe",
    "Duration": "bad-value forgiven-value duration-implausible",
    "Error": "bad-value media-number-low",
    "EightDaysAWeek": "skip-day-repeated skip-day-unknown",
    "EmailFormat": "email-form",
    "Float": "bad-value media-number-low",
    "FormComponentName": "text-input-name",
    "FullLink": ADDRESSES,
    "Height": "image-size bad-value",
    "Hour": "skip-hour-unknown bad-value",
    "HttpGUID": "guid-not-permalink guid-missing",
    "ImageLinkDoesntMatch": "image-link-differs",
    "ImageTitleDoesntMatch": "image-title-differs",
    "ImageUrlFormat": "image-suffix",
    "ImplausibleDate": "date-implausible",
    "Integer": "media-number-low ttl-low update-frequency-low bad-value forgiven-value",
    "IntegerAttribute": "enclosure-length-missing cloud-port cloud-incomplete bad-value",
    "ItemMustContainTitleOrDescription": "item-empty",
    "ItunesCategory": "category-unknown category-retired",
    "ItunesChannelType": "show-type-unknown",
    "ItunesEpisodeType": "episode-type-unknown",
    "Keywords": "keywords-without-commas",
    "Language": "language-unknown language-malformed dc-language-malformed language-missing",
    "Latitude": "latitude-off-the-globe",
    "Link": ADDRESSES,
    "Longitude": "longitude-off-the-globe",
    "MIMEAttribute": "enclosure-type-malformed media-type-malformed",
    "MediaExpression": "media-word-unknown",
    "MediaMedium": "media-word-unknown",
    "MediaRating": "media-rating-unknown",
    "MediaRestriction": "restriction-unknown",
    "MediaRestrictionRel": "restriction-relationship incomplete-element",
    "MediaRestrictionType": "restriction-type-unknown incomplete-element",
    "MediaTextType": "media-text-type-unknown",
    "MisplacedItem": "element-after-items",
    "MissingAttribute": (
        "incomplete-element cloud-incomplete enclosure-missing enclosure-length-missing "
        "enclosure-type-missing rss-version artwork-missing category-missing"
    ),
    "MissingDCLanguage": "language-missing",
    "MissingDescription": "description-missing text-input-incomplete",
    "MissingElement": (
        "owner-email-missing incomplete-element text-input-incomplete no-channel no-feed"
    ),
    "MissingGuid": "guid-missing",
    "MissingItunesElement": "category-missing explicit-missing language-missing",
    "MissingItunesEmail": "owner-missing owner-email-missing",
    "MissingLink": "link-missing image-incomplete text-input-incomplete incomplete-element",
    "MissingRealName": "email-form",
    "MissingSelf": "self-link-missing",
    "MissingTitle": "title-missing image-incomplete text-input-incomplete",
    "NPTTime": "bad-value",
    "Namespace": "namespace-misspelt unknown-element read-by-feedparser",
    "NeedDescriptionBeforeContent": "content-without-description",
    "NonNegativeInteger": "enclosure-length-zero bad-value",
    "NonstdEncoding": "encoding-not-utf8",
    "NonstdPrefix": "prefix-unusual",
    "NotBlank": "title-missing episode-title-missing image-incomplete",
    "NotHtml": "encoding not-well-formed",
    "NotInANamespace": UNKNOWN,
    "NotSufficientlyUnique": "guid-small",
    "NotUTF8": "encoding-not-utf8",
    "ObscureEncoding": "encoding-not-utf8",
    "ObsoleteItunesCategory": "category-retired category-unknown",
    "Permalink": "guid-not-permalink",
    "PositiveInteger": "bad-value media-number-low episode-number-zero",
    "ProblematicalRFC822Date": "bad-value forgiven-value",
    "RFC2822Date": DATES,
    "RSSVersion": "rss-version no-feed",
    "SAXError": "not-well-formed undefined-entity cut-off no-feed",
    "SecurityRisk": "html-unsafe",
    "TooLong": "value-too-long summary-too-long",
    "Title": "image-incomplete html-in-image image-title-differs",
    "TrueFalse": "bad-value forgiven-value",
    "URI": ADDRESSES,
    "URLAttribute": "enclosure-not-http",
    "UndefinedElement": UNKNOWN,
    "UndefinedNamedEntity": "undefined-entity",
    "UnexpectedAttribute": "unknown-attribute",
    "UnexpectedText": "unknown-text not-text",
    "UnicodeError": "encoding",
    "UseOfExtensionAttr": "unknown-attribute",
    "UnsupportedItunesFormat": "enclosure-suffix",
    "UpdatePeriod": "update-period-unknown",
    "UriChar": ADDRESSES,
    "UriNotIri": "enclosure-not-ascii link-not-ascii",
    "UseZeroForMidnight": "skip-hour-unknown",
    "W3CDTFDate": DATES,
    "Width": "image-size bad-value",
    "YesNoClean": "bad-value",
}
# And those that say it for a case that should fail, though they find more than that.
STRICTER = {
    "Contact": "email-form",
    "DuplicateValue": "skip-hour-unknown",
    "NotBlank": "element-empty",
    "RFC2822Date": "date-implausible",
    "TrueFalse": "space-around-value",
    "UndefinedElement": "incomplete-element",
    "UnicodeError": "encoding-not-utf8",
    "UpdatePeriod": "element-empty",
    "W3CDTFDate": "element-empty",
    "YesNoClean": "forgiven-value element-empty",
    "MissingElement": "element-empty",
}
# RSS 1.0 and its like, and the document types of Netscape, by what only they have.
OTHER_FORMATS = re.compile(
    r"<(?:\w+:)?RDF\b|<rss[^>]*-//Netscape|Netscape//DTD|<feed\b", re.IGNORECASE
)
# Modules that no table of podkit has, where a case is about one of their elements.
MODULES = re.compile(
    r"\b(?:admin|blogChannel|trackback|ev|geourl|icbm|dcterms|xhtml|body|atom:content|atom:summary"
    r"|PhotoDate|date\.Taken)\b"
)
# Elements of Media RSS that no table of podkit has.
MEDIA = re.compile(r"<media:(?:adult|hash|text)\b")
# What podkit doesn't judge, by the messages of the service.
REASONS = {
    "CharacterData": "by which reference a character is escaped, which reading resolves",
    "InvalidDoctype": "document types of RSS 0.9x",
    "ValidDoctype": "document types of RSS 0.9x",
    "InvalidCreditRole": "the list of roles at the EBU",
    "NonCanonicalURI": "whether an address is the shortest of its form",
    "SchemeNotIANARegistered": "the list of schemes at IANA",
    "ReservedPrefix": "prefixes that no feed of today has",
    "NoBlink": "modules that podcasts don't have",
    "SlashDate": "comments on articles, which podcasts don't have",
    "InvalidCommaSeparatedIntegers": "comments on articles, which podcasts don't have",
}


# Why we differ where we do, by the name of a case.
DIFFERENCES = {
    "multiple_dcpublisher": "the model has one publisher; the others are kept aside, and reported",
    "multiple_item_dcdate": "the model has one date; the others are kept aside, and reported",
    "rss91n_entity": "entities are not taken from a document type, which no app loads",
    "rss91rab": "entities are not taken from a document type, which no app loads",
    "rss91_plain": "podcasts are RSS 2.0, which Apple requires; this is RSS 0.91",
    "xmlversion_11": "an <rss> with nothing in it is no feed",
    "duplicate_item_cc_license": "a licence in an attribute of RDF is kept, and not read",
    "duplicate_item_creativeCommons_license": "a licence in an attribute of RDF is not read",
    "duplicate_license": "a licence in an attribute of RDF is kept, and not read",
    "xml_double_encoded3": "browsers take &#x92; for the quotation mark that was meant",
    "amp-cdata": "the title is alpha&omega, in which browsers see no entity",
    "amp-decimal": "the title is alpha&omega, in which browsers see no entity",
    "amp-name": "the title is alpha&omega, in which browsers see no entity",
    "amp-cdata-hex": "a title that speaks of an entity is taken for HTML",
    "recommendation-3": "a title that speaks of an entity is taken for HTML",
    "pubdate_pre_y2k": "RSS allows a year of two digits",
    "pubdate_with_diff_min": "a zone may have minutes, as that of India has",
    "invalid_guid_blank_isPermalink": "an empty attribute says nothing",
    "rss20_lower_textinput": "an empty element says nothing",
    "multiple_channel2": "an empty element says nothing",
    "content_before_description": "no app goes by which of the two comes first",
    "alternate_namespace": "apps know both addresses of Media RSS",
    "group_of_one": "a group of one file does no harm",
    "invalid_description_html": "HTML that is broken is mended by all that show it",
    "invalid_title_html": "HTML that is broken is mended by all that show it",
    "invalid_rating_icra": "ratings of ICRA, which is no more, are not judged",
    "invalid_restriction_allow_country": "codes of countries are judged by their form alone",
    "valid_subcategory": "Apple has retired Technology/Gadgets",
}


def main(folder):
    """Compare all cases, and print what agrees."""
    verdicts, reasons = Counter(), Counter()
    for root in FOLDERS:
        for file in sorted((folder / root).rglob("*.xml")):
            verdict, why = judge(file.read_bytes())
            verdicts[verdict] += 1
            reasons[why] += verdict == "out of scope"
            if verdict == "disagree":
                print(
                    "disagree", file.relative_to(folder), DIFFERENCES.get(file.stem, why), sep=": "
                )
    for why, number in (+reasons).most_common():
        print("out of scope", number, why)
    agree, disagree = verdicts["agree"], verdicts["disagree"]
    print(f"{agree} agree, {disagree} disagree, {verdicts['out of scope']} out of scope")
    print(f"{100 * agree / (agree + disagree):.1f} % of those in scope agree")


def judge(data):
    """Say whether we find what a case is for, and what was expected and found, or why not."""
    text = data.decode("utf-8", "replace").replace("\0", "")
    negation, message, arguments = EXPECTED.search(text).groups()
    reason = out_of_scope(text, message, arguments or "")
    if reason:
        return "out of scope", reason
    is_wanted = bool(negation) == message.startswith("Valid")
    # What the service lets pass is good by RSS; directories may still ask for more.
    found = findings(data, "all" if is_wanted or "xmlns:itunes" in text else "rss")
    if negation and message in ("Error", "Warning"):
        levels = {"error"} if message == "Error" else {"error", "warning"}
        wrong = [problem.id for problem in found if problem.level in levels]
        return ("disagree", f"{negation}{message} {wrong}") if wrong else ("agree", "")
    kind = re.sub("^(Valid|Invalid)", "", message)
    ids = OURS.get(kind, "").split() + (STRICTER.get(kind, "").split() if is_wanted else [])
    element = dict(pair.strip().split(":", 1) for pair in (arguments or "").split(",") if pair)
    said = [
        problem.id
        for problem in found
        if problem.id in ids and (is_wanted or objects(problem, element))
    ]
    if bool(said) == is_wanted:
        return "agree", ""
    return "disagree", f"{negation}{message}{{{arguments}}} {said or [p.id for p in found]}"


def objects(problem, element):
    """Say whether a problem is an objection to what should be valid.

    Only the element of the case counts. What is kept as it is, for info, is not objected to, nor is
    a date of an old form.
    """
    is_objection = problem.level != "info" and "of an old form" not in problem.message
    return is_objection and is_at(problem, element)


def is_at(problem, element):
    """Say whether a problem is one of an element, within the channel or the item."""
    part, _, path = (problem.where or "").partition(", ")
    if element.get("parent") in {"channel", "item"} and not part.startswith(element["parent"]):
        return False
    return "element" not in element or element["element"] in path.split()


def out_of_scope(text, message, arguments):
    """Give the reason for which podkit doesn't judge a case, if there is one."""
    if OTHER_FORMATS.search(text):
        return "RSS 1.0 and 0.9x and Atom, which are read, but not judged"
    if MODULES.search(arguments):
        return "modules that podcasts don't have"
    if MEDIA.search(text):
        return "elements of Media RSS that podcasts don't have"
    return REASONS.get(message)


def findings(data, profile):
    """Give what is found in a feed."""
    try:
        return checks.check(data, profile=profile)
    except ParseError:
        return [Problem(id=NO_FEED, message="")]


if __name__ == "__main__":
    main(Path(sys.argv[1]))
